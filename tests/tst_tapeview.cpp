// SPDX-License-Identifier: GPL-3.0-or-later
// The tape over real runs: what its cells say at a step, what is copied, what mouse and keyboard do.
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "engine/diagram/graphpicture.h"
#include "widgets/appearance.h"
#include "widgets/tapemodel.h"
#include "widgets/tapetext.h"
#include "widgets/tapeview.h"

using namespace backstep;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kFormula = "f(x) = log(x^2) * sin(x) + 1/x";

struct Run {
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const Layout> layout;
};

Run run(const char* text, double x = 2, SweepMode mode = SweepMode::Reverse) {
    Request request;
    request.text = text;
    request.inputs.values = {{"x", x}, {"y", 3.0}};
    request.mode = mode;
    request.check = false;
    Run out;
    out.snapshot = std::make_shared<const Snapshot>(*evaluate(request));
    out.layout = std::make_shared<const Layout>(layeredLayout(layoutRequest(out.snapshot->graph, Direction::topToBottom)));
    return out;
}

struct Sheet {
    StepCursor cursor;
    TapeView view{&cursor};
    explicit Sheet(const char* text = kFormula, std::size_t stop = 8, SweepMode mode = SweepMode::Reverse) {
        view.resize(300, 320);
        view.show();
        show(run(text, 2, mode), stop);
    }
    ~Sheet() { view.hide(); }  // as a window does before its views go
    Sheet(const Sheet&) = delete;
    void show(const Run& r, std::optional<std::size_t> stop = {}) { cursor.setRun(r.snapshot, r.layout, stop); }
    QVariant at(int row, int column, int role = Qt::DisplayRole) const { return view.model()->index(row, column).data(role); }
    QString row(int row) const {
        QStringList cells;
        for (int c = 0; c < TapeModel::ColumnCount; ++c) cells.append(at(row, c).toString());
        return cells.join(u" | "_s);
    }
    QPoint middleOf(int row) const { return view.table()->visualRect(view.model()->index(row, 1)).center(); }
};

int pixelsOf(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y).rgb() == colour.rgb();
    }
    return count;
}

}  // namespace

class tst_TapeView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyAppearance(*qApp, AppearanceMode::light); }
    void cleanup() { applyAppearance(*qApp, AppearanceMode::light); }
    void theTapeIsASoundModel() {
        StepCursor cursor;
        TapeModel model(&cursor);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        for (const char* text : {kFormula, "f(x) = x", "f(x) = sin(", "f(x, y) = x*y", "f(x) = where(x > 0, x^2, -x)", "3 + 4"}) {
            const Run r = run(text);
            cursor.setRun(r.snapshot, r.layout);
            for (int stop = 0; stop <= static_cast<int>(cursor.stops()); ++stop) cursor.setStop(stop);
        }
        cursor.setRun(nullptr, nullptr);
        QCOMPARE(model.rowCount(), 0);
    }
    void theTapeAtAStep() {
        Sheet t(kFormula, 14);
        QCOMPARE(t.view.model()->rowCount(), 7);
        QCOMPARE(t.row(0), u"x | input | 2 | −0.8269"_s);
        QCOMPARE(t.row(1), u"v₁ | x² | 4 | —"_s);
        QCOMPARE(t.row(3), u"v₃ | sin x | 0.9093 | 1.3863"_s);
        QCOMPARE(t.row(6), u"f | v₄ + v₅ | 1.7606 | 1"_s);
        for (int row = 0; row < 7; ++row) QCOMPARE(t.at(row, 0, TapeModel::StepRole).toBool(), row == 0 || row == 3);
        QCOMPARE(t.at(3, 0, Qt::BackgroundRole).value<QBrush>().color(), ink(Ink::backwardWash));
        QCOMPARE(t.at(3, TapeModel::Derivative, Qt::ForegroundRole).value<QBrush>().color(), ink(Ink::backwardText));
        QCOMPARE(t.at(3, TapeModel::Derivative, Qt::ToolTipRole).toString(), u"1.3862943611198906"_s);
        QCOMPARE(t.at(1, TapeModel::Derivative, Qt::AccessibleTextRole).toString(), u"not yet computed"_s);
    }
    void whatIsNotComputedYetIsFaint() {
        Sheet t(kFormula, 3);
        QCOMPARE(t.row(2), u"v₂ | log v₁ | 1.3863 | —"_s);
        QCOMPARE(t.row(3), u"v₃ | sin x | — | —"_s);
        QCOMPARE(t.at(2, 0, Qt::BackgroundRole).value<QBrush>().color(), ink(Ink::forwardWash));
        QCOMPARE(t.at(3, 0, Qt::ForegroundRole).value<QBrush>().color(), ink(Ink::faint));
        QCOMPARE(t.at(2, 0, Qt::ForegroundRole).value<QBrush>().color(), ink(Ink::text));
    }
    void inTheTapeNoneIsNotZero() {
        Sheet t("f(x, y) = x + floor(x)*0", 0);
        t.cursor.setStop(static_cast<int>(t.cursor.stops()));
        QStringList derivatives;
        for (int row = 0; row < t.view.model()->rowCount(); ++row) derivatives.append(t.at(row, TapeModel::Derivative).toString());
        QVERIFY2(derivatives.contains(u"None"_s) && derivatives.contains(u"0"_s) && derivatives.contains(u"1"_s),
                 qPrintable(derivatives.join(u' ')));
        QVERIFY(!derivatives.contains(u"—"_s));
    }
    void forwardModeHasTangents() {
        Sheet t(kFormula, 16, SweepMode::Forward);
        QCOMPARE(t.view.model()->headerData(TapeModel::Derivative, Qt::Horizontal, Qt::DisplayRole).toString(), u"tangent"_s);
        QCOMPARE(t.row(3), u"v₃ | sin x | 0.9093 | −0.41615"_s);
        QCOMPARE(t.at(3, TapeModel::Derivative, Qt::ForegroundRole).value<QBrush>().color(), ink(Ink::tangent));
    }
    void aDraggedInputKeepsTheRows() {
        Sheet t(kFormula, 14);
        QSignalSpy reset(t.view.model(), &QAbstractItemModel::modelReset);
        t.cursor.setFocus(t.view.model()->nodeAt(3));
        t.show(run(kFormula, 3));
        QCOMPARE(reset.count(), 0);
        QCOMPARE(t.at(0, TapeModel::Value).toString(), u"3"_s);
        QCOMPARE(t.view.table()->currentIndex().row(), 3);
        t.show(run("f(x) = x + 1"));
        QCOMPARE(reset.count(), 1);
    }
    void beneathTheTapeStandsHowFarTheStepHasCome() {
        Sheet t(kFormula, 14);
        const auto* label = t.view.findChild<QLabel*>(u"tapeSummary"_s);
        QCOMPARE(label->text(), u"Step 14 of 16 · 2 contributions of 3 have reached x"_s);
        t.cursor.setStop(11);
        QCOMPARE(label->text(), u"Step 11 of 16 · 1 contribution of 3 has reached x"_s);
        t.cursor.setStop(8);
        QCOMPARE(label->text(), u"Step 8 of 16"_s);
        t.cursor.setRun(nullptr, nullptr);
        QCOMPARE(label->text(), QString());
    }
    void selectingARowActivatesItsNode() {
        Sheet t(kFormula, 14);
        QSignalSpy activated(&t.view, &TapeView::nodeActivated);
        QTest::mouseClick(t.view.table()->viewport(), Qt::LeftButton, {}, t.middleOf(2));
        QCOMPARE(activated.count(), 1);
        QCOMPARE(t.cursor.focus(), t.view.model()->nodeAt(2));
        QTest::mouseClick(t.view.table()->viewport(), Qt::LeftButton, {}, t.middleOf(2));
        QCOMPARE(activated.count(), 2);
        QTest::keyClick(t.view.table(), Qt::Key_Down);
        QCOMPARE(activated.count(), 3);
        QCOMPARE(activated[2][0].value<NodeId>(), t.view.model()->nodeAt(3));
        QCOMPARE(t.cursor.focus(), t.view.model()->nodeAt(3));
    }
    void theFocusMarksARowWithoutActivatingIt() {
        Sheet t(kFormula, 14);
        QSignalSpy activated(&t.view, &TapeView::nodeActivated);
        t.cursor.setFocus(t.view.model()->nodeAt(5));
        QCOMPARE(t.view.table()->currentIndex().row(), 5);
        t.cursor.setFocus({});
        QVERIFY(!t.view.table()->selectionModel()->hasSelection());
        QCOMPARE(activated.count(), 0);
    }
    void theTimelinesKeysPassThroughTheTape() {
        struct Window : QWidget {
            QVector<int> keys;
            void keyPressEvent(QKeyEvent* event) override { keys.append(event->key()); }
        } window;
        Sheet t(kFormula, 14);
        t.view.setParent(&window);
        window.show();
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_Space, Qt::Key_F})
            QTest::keyClick(t.view.table(), key);
        QCOMPARE(window.keys, (QVector<int>{Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_Space, Qt::Key_F}));
        t.view.setParent(nullptr);
    }
    void numbersAreNeverCut() {
        for (const char* text : {kFormula, "f(x) = (1e10*x^3 - 2.5e-8*x) * -123456.789 + log(x)",
                                 "quite_a_long_name = -x/7\nsin(quite_a_long_name)*quite_a_long_name"}) {
            Sheet t(text, 0);
            const QTableView* table = t.view.table();
            int whole = 0;
            for (int c = 0; c < TapeModel::ColumnCount; ++c) whole += table->columnWidth(c);
            QVERIFY2(whole <= table->viewport()->width(), text);
            QVector<int> widths;
            for (int c = 0; c < TapeModel::ColumnCount; ++c) widths.append(table->columnWidth(c));
            for (int stop = 0; stop <= static_cast<int>(t.cursor.stops()); ++stop) {
                t.cursor.setStop(stop);
                for (int row = 0; row < t.view.model()->rowCount(); ++row) {
                    for (const int c : {TapeModel::Value, TapeModel::Derivative}) {
                        QVERIFY(QFontMetrics(numberFont()).horizontalAdvance(t.at(row, c).toString()) + 8 <= table->columnWidth(c));
                    }
                }
                for (int c = 0; c < TapeModel::ColumnCount; ++c) QCOMPARE(table->columnWidth(c), widths[c]);
            }
        }
    }
    void theTapeIsCopiedInThreeForms() {
        Sheet t("f(x) = x^2 + sin(x)", 5);
        t.view.table()->setFocus();
        QTest::keySequence(t.view.table(), QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"node  expression   value  adjoint\n"
                 "x     input            2        —\n"
                 "v₁    x²               4        —\n"
                 "v₂    sin x       0.9093        —\n"
                 "f     v₁ + v₂     4.9093        1\n"_s);
        t.view.copyCsv();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"node,expression,value,adjoint\nx,input,2.0,\nv₁,x²,4.0,\n"
                 "v₂,sin x,0.9092974268256817,\nf,v₁ + v₂,4.909297426825682,1.0\n"_s);
        t.view.copyLatex();
        const QString latex = QGuiApplication::clipboard()->text();
        QVERIFY2(
            latex.startsWith(
                "\\begin{tabular}{llrr}\n\\hline\nnode & expression & value & adjoint \\\\\n\\hline\n$x$ & input & $2$ & --- \\\\\n"_L1),
            qPrintable(latex));
        QVERIFY2(latex.endsWith("$1$ \\\\\n\\hline\n\\end{tabular}\n"_L1), qPrintable(latex));
    }
    void csvQuotesWhatHasCommas() {
        Sheet t("f(x, y) = max(x, y)", 4);
        QVERIFY2(tapeAsCsv(*t.view.model()).contains("\"max(x, y)\""_L1), qPrintable(tapeAsCsv(*t.view.model())));
    }
    void theTapeFollowsTheTheme() {
        Sheet t(kFormula, 14);
        QVERIFY(pixelsOf(t.view.grab().toImage(), ink(Ink::backwardWash)) > 1000);
        applyAppearance(*qApp, AppearanceMode::dark);
        QVERIFY(pixelsOf(t.view.grab().toImage(), inkOf(Theme::dark, Ink::backwardWash)) > 1000);
    }
};

QTEST_MAIN(tst_TapeView)
#include "tst_tapeview.moc"
