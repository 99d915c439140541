// SPDX-License-Identifier: GPL-3.0-or-later
// The point that is dragged, the range that is zoomed and panned, gaps that no line crosses, numbers of any size.
#include <cmath>

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <qcustomplot.h>

#include "engine/sampling/sampler.h"
#include "engine/syntax/math_parser.h"
#include "widgets/appearance.h"
#include "widgets/curvereader.h"
#include "widgets/plotview.h"

using namespace backstep;

namespace {

Chart chartOf(const char* text, double from = -5, double to = 5, int order = 1, std::optional<double> at = {}) {
    const Source source(text);
    const Parsed parsed = parseMath(source);
    SampleRequest request;
    request.from = from;
    request.to = to;
    request.order = order;
    Chart chart = sampleFormula(source, parsed.ast, {}, request, {}).value();
    if (!at) return chart;
    const auto values = valuesAt(source, parsed.ast, {}, chart.variable, {*at}, 1);
    chart.hasPoint = true;
    chart.at = *at;
    chart.value = values[0][0];
    chart.slope = values[1][0];
    return chart;
}

constexpr const char* kFormula = "f(x) = log(x^2)*sin(x)+1/x";

struct Desk {
    PlotView view;
    QSignalSpy drags{&view, &PlotView::pointDragged};
    QSignalSpy ranges{&view, &PlotView::rangeChanged};
    QSignalSpy resets{&view, &PlotView::rangeReset};

    explicit Desk(const Chart& chart, QSize size = {400, 430}) {
        view.resize(size);
        view.setChart(chart);
        view.show();
        settle();
    }
    static void settle() { QTest::qWait(1); }
    QPoint at(double x, double y) { return view.scene().at(x, y).toPoint(); }
    double xAt(QPoint pixel) { return view.xRange().at(view.scene().shareOfX(pixel.x())); }
    QCustomPlot* surface() { return view.findChild<QCustomPlot*>(); }
    void wheel(QPoint pixel, int notches, Qt::KeyboardModifiers keys = Qt::NoModifier) {
        QWheelEvent turn(pixel, view.mapToGlobal(pixel), {}, {0, 120 * notches}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &turn);
    }
    void moveTo(QPoint pixel, Qt::MouseButtons buttons = Qt::NoButton) {
        QMouseEvent move(QEvent::MouseMove, pixel, view.mapToGlobal(pixel), Qt::NoButton, buttons, Qt::NoModifier);
        QApplication::sendEvent(&view, &move);
    }
    void press(QPoint pixel) { QTest::mousePress(&view, Qt::LeftButton, {}, pixel); }
    void release(QPoint pixel) { QTest::mouseRelease(&view, Qt::LeftButton, {}, pixel); }
    double dragged() { return drags.last().at(0).toDouble(); }
};

// The strokes that the library was given: both ends finite, one after the other.
QVector<QLineF> strokesOf(QCPGraph* graph) {
    QVector<QLineF> strokes;
    const auto data = graph->data();
    for (int i = 0; i + 1 < data->size(); ++i) {
        const QCPGraphData &a = *data->at(i), &b = *data->at(i + 1);
        if (std::isfinite(a.value) && std::isfinite(b.value)) strokes.append({a.key, a.value, b.key, b.value});
    }
    return strokes;
}

int pixelsOf(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y).rgb() == colour.rgb();
    }
    return count;
}

QStringList textsOf(PlotView& view) {
    QStringList texts;
    for (const PlotText& text : view.scene().texts) texts.append(text.text);
    return texts;
}

bool near(double a, double b, double within) { return std::fabs(a - b) <= within; }

}  // namespace

class tst_PlotView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyAppearance(*qApp, AppearanceMode::light); }
    void cleanup() { applyAppearance(*qApp, AppearanceMode::light); }

    void aDragFollowsTheMouse() {
        Desk desk(chartOf(kFormula, -5, 5, 1, 2));
        const QPoint ring = desk.at(2, desk.view.scene().frame.yMin) - QPoint(0, 100);
        const QPoint start = desk.view.scene().ring->toPoint() + QPoint(3, -4);
        desk.press(start);
        QCOMPARE(desk.drags.count(), 0);
        for (const int by : {5, 20, 60, -30, -80}) {
            desk.moveTo(start + QPoint(by, 15), Qt::LeftButton);
            const double expected = desk.xAt(ring + QPoint(by, 0));
            QVERIFY2(near(desk.dragged(), expected, 0.03), qPrintable(QString::number(desk.dragged())));
            QVERIFY(!desk.drags.last().at(1).toBool());
            // The ring stays on the curve, without waiting for a chart.
            QVERIFY(near(desk.view.scene().ring->x(), ring.x() + by, 1));
        }
        desk.release(start - QPoint(80, 0));
        QVERIFY(desk.drags.last().at(1).toBool());
        int finished = 0;
        for (const auto& drag : desk.drags) finished += drag.at(1).toBool();
        QCOMPARE(finished, 1);
        QCOMPARE(desk.ranges.count(), 0);
    }

    void theProjectionOfThePointCanBeTaken() {
        Desk desk(chartOf("x^2", -2, 2, 1, 1));
        const QPoint foot = desk.at(1, 0);
        desk.press(foot);
        desk.moveTo(foot - QPoint(40, 0), Qt::LeftButton);
        desk.release(foot - QPoint(40, 0));
        QVERIFY(near(desk.dragged(), desk.xAt(foot - QPoint(40, 0)), 0.02));
        QVERIFY(near(desk.view.scene().ring->y(), desk.at(0, desk.dragged() * desk.dragged()).y(), 1));
    }

    void aLateChartDoesNotPullThePointBack() {
        Desk desk(chartOf(kFormula, -5, 5, 1, 2));
        const QPoint start = desk.view.scene().ring->toPoint();
        desk.press(start);
        desk.moveTo(start + QPoint(50, 0), Qt::LeftButton);
        const double here = desk.dragged();
        desk.view.setChart(chartOf(kFormula, -5, 5, 1, 2.1));
        QCOMPARE(desk.view.spokenValue(), here);
        desk.release(start + QPoint(50, 0));
        desk.view.setChart(chartOf(kFormula, -5, 5, 1, 2.1));
        QCOMPARE(desk.view.spokenValue(), 2.1);
    }

    void escapeGivesThePointBack() {
        Desk desk(chartOf(kFormula, -5, 5, 1, 2));
        const QPoint start = desk.view.scene().ring->toPoint();
        desk.press(start);
        desk.moveTo(start + QPoint(50, 0), Qt::LeftButton);
        QTest::keyClick(&desk.view, Qt::Key_Escape);
        QCOMPARE(desk.dragged(), 2.0);
        QVERIFY(desk.drags.last().at(1).toBool());
        const auto count = desk.drags.count();
        desk.moveTo(start + QPoint(70, 0), Qt::LeftButton);
        desk.release(start + QPoint(70, 0));
        QCOMPARE(desk.drags.count(), count);
    }

    void noStrokeCrossesAPole_data() {
        QTest::addColumn<QByteArray>("formula");
        QTest::addColumn<double>("pole");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("the first formula") << QByteArray(kFormula) << 0.0 << -5.0 << 5.0;
        QTest::newRow("tan") << QByteArray("tan(x)") << std::acos(0.0) << -10.0 << 10.0;
        QTest::newRow("floor") << QByteArray("floor(x)") << 2.0 << -5.0 << 5.0;
        QTest::newRow("narrow") << QByteArray("1/x") << 0.0 << -1e-3 << 3e-3;
        QTest::newRow("wide") << QByteArray("1/x") << 0.0 << -1e9 << 1e9;
    }
    void noStrokeCrossesAPole() {
        QFETCH(QByteArray, formula);
        QFETCH(double, pole);
        QFETCH(double, from);
        QFETCH(double, to);
        Desk desk(chartOf(formula.constData(), from, to));
        const double x = desk.view.scene().at(pole, 0).x();
        const QVector<QLineF> strokes = strokesOf(desk.surface()->graph(0));
        QVERIFY(strokes.size() > 1);
        for (const QLineF& stroke : strokes) {
            QVERIFY2(stroke.x2() <= x + 0.01 || stroke.x1() >= x - 0.01, "a stroke crosses the pole");
            const QRect area = desk.view.scene().area;
            QVERIFY(stroke.y1() > area.top() - 5 && stroke.y1() < area.bottom() + 5);
        }
        QVERIFY(!desk.view.scene().gaps.empty());
    }

    void thePointLiesOnTheCurve() {
        Desk desk(chartOf("2*x+1", -5, 5, 1, 1));
        QCPGraph* graph = desk.surface()->graph(0);
        const QPointF ring = desk.view.scene().ring.value();
        for (const QLineF& stroke : strokesOf(graph)) {
            const QLineF drawn(graph->coordsToPixels(stroke.x1(), stroke.y1()), graph->coordsToPixels(stroke.x2(), stroke.y2()));
            if (drawn.x1() > ring.x() || drawn.x2() < ring.x()) continue;
            const double y = drawn.pointAt((ring.x() - drawn.x1()) / drawn.dx()).y();
            QVERIFY2(near(y, ring.y(), 0.1), qPrintable(QString::number(y - ring.y())));
        }
    }

    void aKinkIsNoGapOfTheValue() {
        Desk desk(chartOf("|x|"));
        const double x = desk.view.scene().at(0, 0).x();
        bool isJoined = false;
        for (const QLineF& stroke : strokesOf(desk.surface()->graph(0))) isJoined = isJoined || (stroke.x1() <= x && stroke.x2() >= x);
        QVERIFY(isJoined);
        for (const QLineF& stroke : strokesOf(desk.surface()->graph(1))) QVERIFY(near(stroke.dy(), 0, 0.01));
    }

    void theUndefinedHalfIsABand() {
        Desk desk(chartOf("sqrt(x)"));
        QCOMPARE(desk.view.scene().gaps.size(), std::size_t{1});
        const GapMark gap = desk.view.scene().gaps.front();
        QVERIFY(gap.isBand());
        QVERIFY(near(gap.right, desk.view.scene().at(0, 0).x(), 1.5));
        QVERIFY(textsOf(desk.view).contains(QStringLiteral("sqrt(x)")));
    }

    void theWheelKeepsWhatIsUnderThePointer() {
        Desk desk(chartOf(kFormula));
        const QPoint pixel = desk.at(-3, 1);
        const double before = desk.xAt(pixel);
        const PlotRange y = desk.view.yRange();
        for (const int notches : {1, 3, -2, 5}) {
            desk.wheel(pixel, notches);
            QVERIFY(near(desk.xAt(pixel), before, 1e-6));
        }
        QVERIFY(desk.view.xRange().hi - desk.view.xRange().lo < 3);
        QCOMPARE(desk.view.yRange(), y);
        QTRY_COMPARE(desk.ranges.count(), 1);  // four turns, one wish
        QCOMPARE(desk.ranges[0].at(0).toDouble(), desk.view.xRange().lo);
        QCOMPARE(desk.ranges[0].at(1).toDouble(), desk.view.xRange().hi);
    }

    void theChartsOfAnOlderRangeComeLate() {
        Desk desk(chartOf(kFormula));
        desk.wheel({200, 200}, 2);
        const PlotRange wished = desk.view.xRange();
        desk.view.setChart(chartOf(kFormula, -4.9, 4.9));
        QCOMPARE(desk.view.xRange(), wished);
        const Chart there = chartOf(kFormula, wished.lo, wished.hi);
        desk.view.setChart(there);
        QCOMPARE(desk.view.yRange().hi, there.yMax);
        desk.view.setChart(chartOf(kFormula, -4, 4));  // decided elsewhere
        QCOMPARE(desk.view.xRange().lo, -4.0);
    }

    void yIsZoomedOverItsAxisAndWithControl() {
        Desk desk(chartOf(kFormula));
        const PlotRange x = desk.view.xRange(), y = desk.view.yRange();
        desk.wheel({5, 200}, 1);
        const double once = desk.view.yRange().hi - desk.view.yRange().lo;
        QVERIFY(near(once, 0.8 * (y.hi - y.lo), 1e-9));
        desk.wheel({200, 200}, 1, Qt::ControlModifier);
        QVERIFY(near(desk.view.yRange().hi - desk.view.yRange().lo, 0.8 * once, 1e-9));
        QCOMPARE(desk.view.xRange(), x);
        const PlotRange mine = desk.view.yRange();
        desk.view.setChart(chartOf("x^2"));
        QCOMPARE(desk.view.yRange(), mine);
        desk.view.resetRange();
        QCOMPARE(desk.resets.count(), 1);
        QCOMPARE(desk.view.yRange().hi, chartOf("x^2").yMax);
        QTest::qWait(50);
        QCOMPARE(desk.ranges.count(), 0);
    }

    void draggingElsewherePans() {
        Desk desk(chartOf(kFormula, -5, 5, 1, 2));
        const QPoint start(120, 200);
        const double held = desk.xAt(start);
        desk.press(start);
        desk.moveTo(start + QPoint(40, 0), Qt::LeftButton);
        desk.moveTo(start + QPoint(70, 30), Qt::LeftButton);
        QVERIFY(near(desk.xAt(start + QPoint(70, 0)), held, 1e-6));
        desk.release(start + QPoint(70, 30));
        QCOMPARE(desk.drags.count(), 0);
        QTRY_COMPARE(desk.ranges.count(), 1);
        QTest::mouseDClick(&desk.view, Qt::LeftButton, {}, start);
        QCOMPARE(desk.resets.count(), 1);
    }

    void zoomingEndsWhereNumbersDo() {
        Desk desk(chartOf(kFormula));
        for (int i = 0; i < 400; ++i) desk.wheel({200, 200}, 5);
        QVERIFY(desk.view.xRange().lo < desk.view.xRange().hi);
        for (int i = 0; i < 1000; ++i) desk.wheel({200, 200}, -9);
        QVERIFY(std::isfinite(desk.view.xRange().hi));
        for (int i = 0; i < 1000; ++i) desk.wheel({2, 200}, -9);
        QVERIFY(std::isfinite(desk.view.yRange().hi));
        Desk::settle();
        QVERIFY(!desk.view.grab().isNull());
    }

    void nothingFiniteIsSaidInASentence() {
        Desk desk(chartOf("1/0*x", -5, 5, 1, 2));
        QVERIFY(textsOf(desk.view).contains(QStringLiteral("No finite value in this range.")));
        QCOMPARE(desk.surface()->graphCount(), 0);
        QVERIFY(!desk.view.scene().ring);
        QVERIFY(desk.view.accessibleDescription().contains(QStringLiteral("No finite value")));
        QTest::keyClick(&desk.view, Qt::Key_Right);
        desk.moveTo({200, 200});
        desk.wheel({200, 200}, 1);  // one can still look elsewhere
        QCOMPARE(desk.drags.count(), 0);
        QTRY_COMPARE(desk.ranges.count(), 1);
    }

    void hugeNumbersDoNoHarm() {
        for (const char* formula : {"1e308*x", "1e308/x", "1e308+x", "1e-320*x", "exp(exp(x))", "1/(1e-308*x)"}) {
            Desk desk(chartOf(formula, -5, 5, 2, 1));
            for (int i = 0; i < desk.surface()->graphCount(); ++i) {
                for (const QLineF& stroke : strokesOf(desk.surface()->graph(i))) QVERIFY(stroke.length() < 3000);
            }
            desk.moveTo({150, 150});
            desk.wheel({150, 150}, 2, Qt::ControlModifier);
            desk.wheel({150, 150}, -2);
            QTest::keyClick(&desk.view, Qt::Key_Left);
            QVERIFY(!desk.view.grab().isNull());
        }
        Chart chart = chartOf("x");
        const double most = std::numeric_limits<double>::max(), none = std::nan("");
        for (const auto& [lo, hi] : {std::pair{-most, most}, {none, 1}, {1, 1}, {-HUGE_VAL, HUGE_VAL}, {1e-320, 2e-320}}) {
            chart.xMin = chart.yMin = lo;
            chart.xMax = chart.yMax = hi;
            Desk desk(chart);
            desk.moveTo({200, 200});
            QVERIFY(!desk.view.grab().isNull());
        }
    }

    void anySizeIsDrawn() {
        const Chart chart = chartOf(kFormula, -5, 5, 2, 2);
        for (const QSize size : {QSize(1, 1), QSize(30, 20), QSize(90, 500), QSize(900, 60)}) {
            Desk desk(chart, size);
            QCOMPARE(desk.view.scene().size, desk.surface()->size());
            QVERIFY(!desk.view.grab().isNull());
        }
    }

    void arrowsNudgeThePoint() {
        Desk desk(chartOf(kFormula, -5, 5, 1, 2));
        QTest::keyClick(&desk.view, Qt::Key_Right);
        QCOMPARE(desk.drags.count(), 2);
        QCOMPARE(desk.drags[0], (QList<QVariant>{2.01, false}));
        QCOMPARE(desk.drags[1], (QList<QVariant>{2.01, true}));
        QTest::keyClick(&desk.view, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(desk.dragged(), 1.91);
        QTest::keyClick(&desk.view, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(desk.dragged(), 1.909);
        QKeyEvent arrow(QEvent::ShortcutOverride, Qt::Key_Left, Qt::NoModifier);
        arrow.ignore();
        QApplication::sendEvent(&desk.view, &arrow);
        QVERIFY(arrow.isAccepted());
    }

    void theCrosshairReadsTheCurves() {
        Desk desk(chartOf("x^3", -2, 2));
        QVERIFY(desk.view.readout().isEmpty());
        desk.moveTo(desk.at(1.5, 1));
        const QStringList parts = desk.view.readout().split(QStringLiteral("  "));
        QCOMPARE(parts.size(), 3);
        const double x = parts[0].section(QLatin1Char(' '), -1).toDouble();
        QVERIFY(near(x, 1.5, 0.01));
        QVERIFY(near(parts[1].section(QLatin1Char(' '), -1).toDouble(), x * x * x, 1e-3));
        QVERIFY(near(parts[2].section(QLatin1Char(' '), -1).toDouble(), 3 * x * x, 1e-3));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&desk.view, &leave);
        QVERIFY(desk.view.readout().isEmpty());
        desk.view.setChart(chartOf("sqrt(x)"));
        desk.moveTo(desk.at(-2, 1));
        QVERIFY(desk.view.readout().startsWith(QStringLiteral("x = ")));
        QVERIFY(!desk.view.readout().contains(QStringLiteral("f")));
    }

    void valuesBetweenSamplesAreExactEnough() {
        const Chart chart = chartOf(kFormula, -5, 5, 2);
        for (double x = 0.31; x < 5; x += 0.173) {
            const double value = std::log(x * x) * std::sin(x) + 1 / x;
            QVERIFY(near(readCurve(chart, 0, x), value, 2e-6 * std::max(1.0, std::fabs(value))));
        }
        QVERIFY(std::isnan(readCurve(chart, 0, 0)));
        QVERIFY(std::isnan(readCurve(chart, 0, 6)));
        QVERIFY(std::isnan(readCurve(chart, 3, 1)));
    }

    void aCurveCanBeHidden() {
        Desk desk(chartOf(kFormula, -5, 5, 2, 2));
        QCOMPARE(desk.surface()->graphCount(), 3);
        QVERIFY(desk.view.scene().dot.has_value());
        desk.view.setCurveShown(1, false);
        Desk::settle();
        QVERIFY(!desk.view.isCurveShown(1));
        QCOMPARE(desk.surface()->graphCount(), 2);
        QVERIFY(!desk.view.scene().dot);
        QCOMPARE(pixelsOf(desk.view.grab().toImage(), ink(Ink::backward)), 0);
        desk.view.setCurveShown(1, true);
        Desk::settle();
        QCOMPARE(desk.surface()->graphCount(), 3);
    }

    void textsDoNotOverlap() {
        for (const char* formula : {kFormula, "tan(x)", "floor(x)", "1/(x-1) + 1/(x-1.2) + log(x+2)"}) {
            Desk desk(chartOf(formula, -5, 5, 1, 2));
            const auto& texts = desk.view.scene().texts;
            for (int i = 0; i < texts.size(); ++i) {
                for (int j = 0; j < i; ++j) QVERIFY(!texts[i].rect.intersects(texts[j].rect));
            }
        }
    }

    void thePointIsSpokenInNumbers() {
        Desk desk(chartOf(kFormula, -5, 5, 1, 2));
        QCOMPARE(desk.view.pointText(), QStringLiteral("f(2) = 1.7606, slope 0.082395"));
        QCOMPARE(desk.view.accessibleName(), QStringLiteral("Plot of f(x)"));
        QVERIFY(desk.view.accessibleDescription().contains(desk.view.pointText()));
        QVERIFY(desk.view.accessibleDescription().contains(QStringLiteral("1/x")));
        desk.view.speakValue(3);
        QCOMPARE(desk.drags.last(), (QList<QVariant>{3.0, true}));
    }

    void beforeAnyChartThereIsPaper() {
        PlotView view;
        view.resize(300, 200);
        view.show();
        view.setFocusPolicy(Qt::NoFocus);
        QTest::qWait(1);
        const QImage image = view.grab().toImage();
        QCOMPARE(pixelsOf(image, ink(Ink::pane)), image.width() * image.height());
        QTest::mouseClick(&view, Qt::LeftButton);
        QTest::keyClick(&view, Qt::Key_Right);
        view.setChart(chartOf(kFormula));
        QTest::qWait(1);
        QVERIFY(pixelsOf(view.grab().toImage(), ink(Ink::forward)) > 100);
        view.setChart({});
        QTest::qWait(1);
        QCOMPARE(pixelsOf(view.grab().toImage(), ink(Ink::forward)), 0);
    }

    void theLastGoodPictureIsDimmed() {
        Desk desk(chartOf(kFormula, -5, 5, 1, 2));
        desk.view.setDimmed(true);
        Desk::settle();
        const QImage image = desk.view.grab().toImage();
        QCOMPARE(pixelsOf(image, ink(Ink::forward)), 0);
        QVERIFY(pixelsOf(image, mix(ink(Ink::forward), ink(Ink::pane), 0.4)) > 50);
        desk.view.setDimmed(false);
        Desk::settle();
        QVERIFY(pixelsOf(desk.view.grab().toImage(), ink(Ink::forward)) > 50);
    }

    void theThemeIsFollowed() {
        Desk desk(chartOf(kFormula, -5, 5, 1, 2));
        applyAppearance(*qApp, AppearanceMode::dark);
        Desk::settle();
        const QImage image = desk.view.grab().toImage();
        QCOMPARE(image.pixelColor(1, 1).rgb(), inkOf(Theme::dark, Ink::pane).rgb());
        QVERIFY(pixelsOf(image, inkOf(Theme::dark, Ink::forward)) > 50);
        QCOMPARE(pixelsOf(image, inkOf(Theme::light, Ink::forward)), 0);
    }

    void theFocusIsVisible() {
        QWidget desk;
        auto* column = new QVBoxLayout(&desk);
        auto* other = new QLineEdit;
        auto* view = new PlotView;
        column->addWidget(other);
        column->addWidget(view);
        view->setChart(chartOf(kFormula, -5, 5, 1, 2));
        desk.resize(400, 450);
        desk.show();
        desk.activateWindow();
        other->setFocus();
        QTRY_VERIFY(other->hasFocus());
        QTest::qWait(1);
        const QImage before = view->grab().toImage();
        view->setFocus(Qt::MouseFocusReason);
        QTest::qWait(1);
        const QImage clicked = view->grab().toImage();
        QVERIFY(clicked != before);
        other->setFocus();
        view->setFocus(Qt::TabFocusReason);
        QTest::qWait(1);
        const QImage tabbed = view->grab().toImage();
        QVERIFY(tabbed != clicked);
        QVERIFY(tabbed.pixelColor(200, 0) != before.pixelColor(200, 0));
    }
};

QTEST_MAIN(tst_PlotView)
#include "tst_plotview.moc"
