// SPDX-License-Identifier: GPL-3.0-or-later
// The graph over real runs: what is seen, what a screen reader hears, what mouse and keyboard do.
#include <QAccessible>
#include <QApplication>
#include <QLineF>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "engine/diagram/graphpicture.h"
#include "widgets/appearance.h"
#include "widgets/graphview.h"

using namespace backstep;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kFormula = "f(x) = log(x^2) * sin(x) + 1/x";

struct Run {
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const Layout> layout;
};

Run run(const char* text, double x = 2, SweepMode mode = SweepMode::Reverse, Direction direction = Direction::topToBottom) {
    Request request;
    request.text = text;
    request.inputs.values = {{"x", x}, {"y", 3.0}};
    request.mode = mode;
    request.check = false;
    Run out;
    out.snapshot = std::make_shared<const Snapshot>(*evaluate(request));
    out.layout = std::make_shared<const Layout>(layeredLayout(layoutRequest(out.snapshot->graph, direction)));
    return out;
}

struct Seen {
    StepCursor cursor;
    GraphView view{&cursor};
    explicit Seen(const char* text = kFormula, std::size_t stop = 8, SweepMode mode = SweepMode::Reverse) {
        view.resize(700, 760);
        view.show();
        show(run(text, 2, mode), stop);
    }
    void show(const Run& r, std::optional<std::size_t> stop = {}) { cursor.setRun(r.snapshot, r.layout, stop); }
    QAccessibleInterface* accessible() { return QAccessible::queryAccessibleInterface(&view); }
    QString heard(int index) { return accessible()->child(index)->text(QAccessible::Name); }
    QPoint centre(int index) const { return view.nodeRect(index).center().toPoint(); }
    void wheel(QPointF at, int delta) {
        QWheelEvent event(at, view.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &event);
    }
    void moveMouse(QPointF at, Qt::MouseButtons buttons = Qt::NoButton) {
        QMouseEvent event(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, buttons, Qt::NoModifier);
        QApplication::sendEvent(&view, &event);
    }
    void drag(QPointF from, QPointF to) {
        QTest::mousePress(&view, Qt::LeftButton, {}, from.toPoint());
        moveMouse((from + to) / 2, Qt::LeftButton);
        moveMouse(to, Qt::LeftButton);
        QTest::mouseRelease(&view, Qt::LeftButton, {}, to.toPoint());
    }
    bool isWithin() const {
        for (int i = 0; i < view.nodeCount(); ++i) {
            if (!QRectF(view.rect()).contains(view.nodeRect(i))) return false;
        }
        return true;
    }
};

int pixelsOf(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y).rgb() == colour.rgb();
    }
    return count;
}

bool near(QPointF a, QPointF b) { return QLineF(a, b).length() < 1e-6; }

}  // namespace

class tst_Views : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyAppearance(*qApp, AppearanceMode::light); }
    void cleanup() { applyAppearance(*qApp, AppearanceMode::light); }

    void anEmptyGraphIsPaper() {
        StepCursor cursor;
        GraphView view(&cursor);
        view.resize(200, 200);
        QCOMPARE(pixelsOf(view.grab().toImage(), ink(Ink::pane)), 200 * 200);
        view.fit();
        view.zoomIn();
        QCOMPARE(view.zoom(), 1.0);
        QCOMPARE(QAccessible::queryAccessibleInterface(&view)->childCount(), 0);
    }
    void aFaultyRunIsShownAsNothing() {
        Seen seen;
        seen.cursor.setRun(run("f(x) = sin(").snapshot, std::make_shared<const Layout>());
        QCOMPARE(seen.view.nodeCount(), 0);
        QVERIFY(!seen.view.grab().isNull());
        QCOMPARE(seen.accessible()->child(0), nullptr);
    }
    void aScreenReaderHearsEveryNode() {
        Seen seen(kFormula, 14);
        QCOMPARE(seen.accessible()->role(), QAccessible::List);
        QCOMPARE(seen.accessible()->text(QAccessible::Name), u"Computation graph"_s);
        QCOMPARE(seen.accessible()->childCount(), 7);
        QCOMPARE(seen.heard(0), u"x, value 2, adjoint −0.8269"_s);
        QCOMPARE(seen.heard(1), u"v1 = x², value 4, adjoint not yet computed"_s);
        QCOMPARE(seen.heard(3), u"v3 = sin x, value 0.9093, adjoint 1.3863"_s);
        seen.cursor.setStop(3);
        QCOMPARE(seen.heard(3), u"v3 = sin x, value not yet computed"_s);
        seen.cursor.setStop(7);
        QCOMPARE(seen.heard(3), u"v3 = sin x, value 0.9093"_s);
    }
    void noneIsNotZeroAndNotTheFuture() {
        Seen seen("f(x, y) = x + floor(x)*0", 0);
        const int last = static_cast<int>(seen.cursor.stops());
        const int y = seen.cursor.snapshot()->graph.indexOf(seen.cursor.snapshot()->recording.inputs[1]);
        seen.cursor.setStop(last - 1);
        QVERIFY(seen.heard(y).endsWith("adjoint not yet computed"_L1));
        seen.cursor.setStop(last);
        QVERIFY(seen.heard(y).endsWith("no adjoint"_L1));
        for (int i = 0; i < seen.view.nodeCount(); ++i) {
            if (seen.heard(i).contains("floor"_L1)) QVERIFY2(seen.heard(i).endsWith("adjoint 0"_L1), qPrintable(seen.heard(i)));
        }
    }
    void accessibleNodesHaveAPlaceAStateAndActions() {
        Seen seen(kFormula, 14);
        QSignalSpy activated(&seen.view, &GraphView::nodeActivated);
        QAccessibleInterface* node = seen.accessible()->child(3);
        QCOMPARE(node->role(), QAccessible::ListItem);
        QCOMPARE(seen.accessible()->indexOfChild(node), 3);
        QCOMPARE(node->parent(), seen.accessible());
        QCOMPARE(node->rect().center(), seen.view.mapToGlobal(seen.view.nodeRect(3).toAlignedRect().center()));
        const QPoint middle = node->rect().center();
        QCOMPARE(seen.accessible()->childAt(middle.x(), middle.y()), node);
        QVERIFY(!node->state().focused);
        node->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(seen.cursor.focus(), seen.view.node(3));
        QVERIFY(node->state().selected);
        node->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated[0][0].value<NodeId>(), seen.view.node(3));
        seen.show(run("f(x) = x + 1"));
        QVERIFY(!node->isValid());
    }
    void aGraphIsFittedWhenItIsNew() {
        Seen seen;
        QVERIFY(seen.isWithin());
        QVERIFY(seen.view.zoom() <= GraphView::kMostFit);
        seen.show(run("f(x) = x + 1"));
        QCOMPARE(seen.view.zoom(), GraphView::kMostFit);
        QVERIFY(seen.isWithin());
        seen.view.resize(400, 300);
        QVERIFY(seen.isWithin());
    }
    void steppingMovesNothing() {
        Seen seen(kFormula, 0);
        const double zoom = seen.view.zoom();
        QVector<QRectF> places;
        for (int i = 0; i < seen.view.nodeCount(); ++i) places.append(seen.view.nodeRect(i));
        for (int stop = 1; stop <= static_cast<int>(seen.cursor.stops()); ++stop) {
            seen.cursor.setStop(stop);
            QCOMPARE(seen.view.zoom(), zoom);
            for (int i = 0; i < seen.view.nodeCount(); ++i) QCOMPARE(seen.view.nodeRect(i), places[i]);
        }
    }
    void whatCouldNotBeReadIsShownInPartAndTheStepIsInSight() {
        // A chain of many operations in a small view.
        Seen seen("f(x) = sin(cos(sin(cos(sin(cos(sin(cos(x))))))))", 0);
        seen.view.resize(420, 320);
        QCOMPARE(seen.view.zoom(), GraphView::kLeastReadable);
        QVERIFY(!seen.isWithin());
        for (std::size_t stop = 1; stop <= seen.cursor.stops(); ++stop) {
            seen.cursor.setStop(static_cast<int>(stop));
            const Moment moment = momentAt(seen.cursor.snapshot()->recording, stop);
            const int index = moment.node.valid() ? seen.cursor.snapshot()->graph.indexOf(moment.node) : -1;
            if (index < 0) continue;
            QVERIFY2(QRectF(seen.view.rect()).contains(seen.view.nodeRect(index)), qPrintable(QString::number(stop)));
        }
        const QRectF before = seen.view.nodeRect(0);
        seen.cursor.setStop(static_cast<int>(seen.cursor.stops()));
        QCOMPARE(seen.view.nodeRect(0), before);  // in sight already: nothing moves
        seen.view.fit();
        QVERIFY(seen.isWithin());
        QVERIFY(seen.view.zoom() < GraphView::kLeastReadable);
        seen.cursor.setStop(1);
        QVERIFY(seen.isWithin());
        seen.drag({210, 300}, {250, 310});  // a place of one's own is kept
        const QRectF own = seen.view.nodeRect(2);
        seen.cursor.setStop(5);
        QCOMPARE(seen.view.nodeRect(2), own);
    }
    void anotherInputMovesNothing() {
        Seen seen(kFormula, 14);
        const QRectF before = seen.view.nodeRect(4);
        for (const double x : {2.1, -123456.789, 1e-9}) {
            seen.show(run(kFormula, x));
            QCOMPARE(seen.view.nodeRect(4), before);
        }
    }
    void theWheelZoomsAtThePointer() {
        Seen seen;
        QSignalSpy zoomed(&seen.view, &GraphView::zoomChanged);
        const QPointF at(333, 222);
        const QPointF scene = seen.view.toScene(at);
        const double before = seen.view.zoom();
        seen.wheel(at, 120);
        QVERIFY(seen.view.zoom() > before * 1.1);
        QVERIFY(near(seen.view.toScene(at), scene));
        seen.wheel(at, -240);
        QVERIFY(seen.view.zoom() < before);
        QVERIFY(near(seen.view.toScene(at), scene));
        QCOMPARE(zoomed.count(), 2);
        for (int i = 0; i < 60; ++i) seen.wheel(at, 240);
        QCOMPARE(seen.view.zoom(), GraphView::kMostZoom);
        for (int i = 0; i < 60; ++i) seen.wheel(at, -240);
        QCOMPARE(seen.view.zoom(), GraphView::kLeastZoom);
        seen.view.zoomToActualSize();
        QCOMPARE(seen.view.zoom(), 1.0);
        seen.view.fit();
        QCOMPARE(seen.view.zoom(), before);
    }
    void draggingPansAndIsNoClick() {
        Seen seen;
        QSignalSpy activated(&seen.view, &GraphView::nodeActivated);
        const QRectF before = seen.view.nodeRect(3);
        seen.drag(seen.centre(3), seen.centre(3) + QPoint(40, 30));
        QVERIFY(near(seen.view.nodeRect(3).topLeft(), before.topLeft() + QPointF(40, 30)));
        QCOMPARE(activated.count(), 0);
        const QRectF panned = seen.view.nodeRect(3);
        seen.cursor.setStop(16);
        seen.view.resize(650, 700);
        seen.show(run(kFormula, 2.5));
        QCOMPARE(seen.view.nodeRect(3), panned);
        QTest::keyClick(&seen.view, Qt::Key_F);
        QVERIFY(seen.isWithin());
    }
    void theGraphCannotGetLost() {
        Seen seen;
        for (int i = 0; i < 20; ++i) seen.drag({350, 350}, {690, 700});
        const QRectF whole(seen.view.toView({0, 0}),
                           QSizeF(seen.view.diagram().size.width, seen.view.diagram().size.height) * seen.view.zoom());
        QVERIFY(whole.intersects(seen.view.rect()));
    }
    void hoveringFocusesUntilThePointerLeaves() {
        Seen seen(kFormula, 14);
        seen.cursor.setFocus(seen.view.node(1));
        QSignalSpy hovered(&seen.view, &GraphView::nodeHovered);
        seen.moveMouse(seen.view.nodeRect(3).center());
        QCOMPARE(seen.cursor.focus(), seen.view.node(3));
        seen.moveMouse(seen.view.nodeRect(4).center());
        QCOMPARE(seen.cursor.focus(), seen.view.node(4));
        seen.moveMouse({3, 3});
        QCOMPARE(seen.cursor.focus(), seen.view.node(1));
        QCOMPARE(hovered.count(), 3);
        QVERIFY(!hovered[2][0].value<NodeId>().valid());
        seen.moveMouse(seen.view.nodeRect(3).center());
        seen.cursor.setFocus(seen.view.node(6));  // something else has moved it meanwhile
        seen.moveMouse({3, 3});
        QCOMPARE(seen.cursor.focus(), seen.view.node(6));
    }
    void aClickActivates() {
        Seen seen(kFormula, 14);
        QSignalSpy activated(&seen.view, &GraphView::nodeActivated);
        QTest::mouseClick(&seen.view, Qt::LeftButton, {}, seen.centre(5));
        QTest::mouseClick(&seen.view, Qt::LeftButton, {}, {3, 3});
        QTest::mouseClick(&seen.view, Qt::RightButton, {}, seen.centre(5));
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated[0][0].value<NodeId>(), seen.view.node(5));
        QCOMPARE(seen.cursor.focus(), seen.view.node(5));
    }
    void theTipHoldsEveryDigitAndWhatIsSaved() {
        Seen seen(kFormula, 14);
        QCOMPARE(seen.view.tipOf(3), u"v₃ = sin x\nvalue 0.9092974268256817\nadjoint 1.3862943611198906\nsaved for the backward pass: x"_s);
        QCOMPARE(seen.view.tipOf(4).section(u'\n', 3), u"saved for the backward pass: v₂, v₃"_s);
        QCOMPARE(seen.view.tipOf(6), u"f = v₄ + v₅\nvalue 1.7605538953892688\nadjoint 1.0"_s);
        seen.cursor.setStop(0);
        QCOMPARE(seen.view.tipOf(0), u"x\nvalue not yet computed"_s);
        Seen forward(kFormula, 10, SweepMode::Forward);
        QVERIFY(forward.view.tipOf(0).contains("tangent 1.0"_L1));
    }
    void theKeyboardReachesEveryNode() {
        Seen seen(kFormula, 14);
        QSignalSpy activated(&seen.view, &GraphView::nodeActivated);
        QVERIFY(QTest::qWaitForWindowActive(&seen.view));
        seen.view.clearFocus();
        seen.view.setFocus(Qt::TabFocusReason);
        QCOMPARE(seen.view.focusIndex(), 0);
        for (int i = 1; i < 7; ++i) {
            QTest::keyClick(&seen.view, Qt::Key_Tab);
            QCOMPARE(seen.view.focusIndex(), i);
        }
        QTest::keyClick(&seen.view, Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(seen.view.focusIndex(), 5);
        QTest::keyClick(&seen.view, Qt::Key_Return);
        QCOMPARE(activated.value(0).value(0).value<NodeId>(), seen.view.node(5));
        QTest::keyClick(&seen.view, Qt::Key_Escape);
        QCOMPARE(seen.view.focusIndex(), -1);
    }
    void altArrowsGoToTheNearestNodeThatWay() {
        Seen seen(kFormula, 14);
        seen.view.focusNode(6);
        QTest::keyClick(&seen.view, Qt::Key_Up, Qt::AltModifier);
        const QRectF above = seen.view.nodeRect(seen.view.focusIndex());
        QVERIFY(seen.view.focusIndex() == 4 || seen.view.focusIndex() == 5);
        QTest::keyClick(&seen.view, Qt::Key_Down, Qt::AltModifier);
        QVERIFY(seen.view.nodeRect(seen.view.focusIndex()).top() > above.top());
        seen.view.focusNode(4);
        QTest::keyClick(&seen.view, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(seen.view.focusIndex(), 5);
        const int stop = static_cast<int>(seen.cursor.stop());
        QTest::keyClick(&seen.view, Qt::Key_Left);
        QCOMPARE(seen.view.focusIndex(), 5);  // plain arrows are the window's
        QCOMPARE(static_cast<int>(seen.cursor.stop()), stop);
    }
    void aNodeThatGetsTheKeyboardIsInSight() {
        Seen seen;
        for (int i = 0; i < 9; ++i) seen.wheel({350, 100}, 120);
        seen.view.focusNode(6);
        QVERIFY(QRectF(seen.view.rect()).contains(seen.view.nodeRect(6)));
    }
    void aStaleGraphIsDimmed() {
        Seen seen(kFormula, 14);
        QVERIFY(pixelsOf(seen.view.grab().toImage(), ink(Ink::backward)) > 300);
        seen.cursor.setStale(true);
        const QImage dimmed = seen.view.grab().toImage();
        QCOMPARE(pixelsOf(dimmed, ink(Ink::backward)), 0);
        const QColor ring = dimmed.pixelColor(qRound(seen.view.nodeRect(3).center().x()), qRound(seen.view.nodeRect(3).bottom()));
        const QColor wanted = mix(ink(Ink::backward), ink(Ink::pane), 0.4);
        QVERIFY(qAbs(ring.red() - wanted.red()) <= 2 && qAbs(ring.green() - wanted.green()) <= 2 && qAbs(ring.blue() - wanted.blue()) <= 2);
    }
    void theGraphFollowsTheTheme() {
        Seen seen(kFormula, 14);
        applyAppearance(*qApp, AppearanceMode::dark);
        const QImage dark = seen.view.grab().toImage();
        QCOMPARE(dark.pixelColor(2, 2), inkOf(Theme::dark, Ink::pane));
        QVERIFY(pixelsOf(dark, inkOf(Theme::dark, Ink::backward)) > 300);
    }
    void theLookedAtNodeHasAHalo() {
        Seen seen(kFormula, 14);
        const QImage without = seen.view.grab().toImage();
        seen.cursor.setFocus(seen.view.node(1));
        const QImage with = seen.view.grab().toImage();
        const QRectF node = seen.view.nodeRect(1);
        const QPoint beside(qRound(node.left() - 3 * seen.view.zoom()), qRound(node.center().y()));
        QCOMPARE(without.pixelColor(beside), ink(Ink::pane));
        QVERIFY(with.pixelColor(beside) != ink(Ink::pane));
    }
    void theContributionTravelsOnlyWhereMotionIsWanted() {
        Seen seen(kFormula, 13);
        seen.cursor.setStop(14);
        const QImage still = seen.view.grab().toImage();
        seen.cursor.setStop(13);
        seen.view.setMotion(true);
        seen.cursor.setStop(14);
        QVERIFY(seen.view.grab().toImage() != still);
        QTRY_COMPARE(seen.view.grab().toImage(), still);
    }
    void theChipCoversNoNode() {
        for (const char* text : {kFormula, "f(x) = x*x + x", "f(x) = sin(cos(exp(x)))", "f(x, y) = (x + y) * sin(x*y) - exp(-x^2/y)"}) {
            for (const Direction direction : {Direction::topToBottom, Direction::leftToRight}) {
                const Run r = run(text, 2, SweepMode::Reverse, direction);
                State state(r.snapshot->recording);
                for (std::size_t stop = 0; stop <= r.snapshot->stops(); ++stop) {
                    state.moveTo(stop);
                    const Diagram diagram = graphDiagram(r.snapshot->graph, *r.layout, r.snapshot->recording, r.snapshot->source, state);
                    const Rect all{0, 0, diagram.size.width, diagram.size.height};
                    const auto chip =
                        std::find_if(diagram.groups.begin(), diagram.groups.end(), [](const Group& g) { return g.role == "chip"; });
                    if (chip == diagram.groups.end()) continue;
                    QVERIFY2(all.contains({chip->bounds.x, chip->bounds.y}) && all.contains({chip->bounds.right(), chip->bounds.bottom()}),
                             text);
                    for (const Group& group : diagram.groups)
                        QVERIFY2(group.role != "node" || !group.bounds.intersects(chip->bounds), text);
                }
            }
        }
    }
};

QTEST_MAIN(tst_Views)
#include "tst_views.moc"
