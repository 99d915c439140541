// SPDX-License-Identifier: GPL-3.0-or-later
// What a student sees when stepping, walked through the real window: each thing once by the keyboard alone, once by mouse.
// (Ways of looking, elements, ghosts and predictions are walked in tests of their own.)
// Long because it is one walk, and one helper for its hands and eyes serves all of it.
#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include "tests/realwindow.h"
#include "widgets/appearance.h"
#include "widgets/codeeditor.h"
#include "widgets/graphview.h"
#include "widgets/linegutter.h"
#include "widgets/mathlabel.h"
#include "widgets/outputview.h"
#include "widgets/plotview.h"
#include "widgets/scrubber.h"
#include "widgets/stepcard.h"
#include "widgets/tapeview.h"
#include "widgets/timelinebar.h"

using namespace backstep;

namespace {

const QString kOpening = QStringLiteral("f(x) = log(x^2) * sin(x) + 1/x");
const QString kTwice = QStringLiteral(
    "import torch\nx = torch.tensor([1.0, 2.0], requires_grad=True)\ny = (x * x).sum()\ny.backward()\nx.grad.zero_()\nz = "
    "x.sum()\nz.backward()\n");
const QString kSecond =
    QStringLiteral("import torch\nx = torch.tensor(2.0, requires_grad=True)\ny = torch.exp(x) * x\ny.backward()\ny.backward()\n");
const QString kChanged =
    QStringLiteral("import torch\nx = torch.tensor(3.0, requires_grad=True)\nb = x * 2\nc = b * b\nb.add_(1)\nd = b * x\nd.backward()\n");
const QString kLoop = QStringLiteral(
    "import torch\nx = torch.tensor(1.5, requires_grad=True)\ny = x * 1\nfor i in range(3):\n    y = torch.sin(y)\ny.backward()\n");

}  // namespace

class TestWalk : public QObject, RealWindow {
    Q_OBJECT

    [[nodiscard]] QString said(const char* name) const {
        const auto* label = child<QLabel>(name);
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] QString math(const char* name) const {
        const auto* label = child<MathLabel>(name);
        return label->isVisible() ? label->plainText() : QString();
    }
    [[nodiscard]] std::size_t stop() const { return window_->cursor()->stop(); }
    [[nodiscard]] std::size_t last() const { return window_->cursor()->stops(); }
    [[nodiscard]] GraphView* graph() const { return child<GraphView>("graph"); }
    [[nodiscard]] Scrubber* scrubber() const { return child<Scrubber>("scrubber"); }

    void show(const QString& text) {
        SessionState state;
        state.text = text;
        window_->session()->reset(state);
        QVERIFY(settled());
    }
    // To whatever has the focus, as a hand on the keys does.
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const {
        QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : window_.get(), Qt::Key(key), modifiers);
    }
    // By Tab alone, from wherever the focus is.
    [[nodiscard]] bool tabTo(const char* name) const {
        for (int i = 0; i < 300 && QApplication::focusWidget() != nullptr; ++i) {
            QWidget* at = QApplication::focusWidget();
            if (at->objectName() == QLatin1String(name)) return true;
            if (at->objectName() == QLatin1String("editor")) QTest::keyClick(at, Qt::Key_Escape);  // Tab indents there
            QTest::keyClick(at, Qt::Key_Tab);
        }
        return false;
    }
    void click(const char* name) const {
        auto* button = child<QAbstractButton>(name);
        QVERIFY2(button != nullptr && button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton, {}, button->rect().center());
    }
    void choose(const char* menuName, const char* actionName) const {
        auto* menu = child<QMenu>(menuName);
        auto* action = child<QAction>(actionName);
        QVERIFY2(menu->actions().contains(action), actionName);
        menu->popup(window_->mapToGlobal(QPoint(120, 30)));
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    }
    void drag(QWidget* view, QPoint from, int by) {
        QTest::mousePress(view, Qt::LeftButton, {}, from);
        QTest::mouseMove(view, from + QPoint(by / 3, 0));
        QTest::mouseMove(view, from + QPoint(by, 0));
        QTest::mouseRelease(view, Qt::LeftButton, {}, from + QPoint(by, 0));
        QVERIFY(settled());
    }
    [[nodiscard]] int nodeNamed(const QString& start) const {
        int at = 0;
        for (const Group& group : graph()->diagram().groups) {
            if (group.role != "node") continue;
            if (QString::fromStdString(group.title).startsWith(start)) return at;
            ++at;
        }
        return -1;
    }
    [[nodiscard]] const Group& nodeGroup(int index) const {
        const auto& groups = graph()->diagram().groups;
        for (const Group& group : groups) {
            if (group.role == "node" && index-- == 0) return group;
        }
        return groups.front();
    }
    // Boxes of the graph that are framed in the ink.
    [[nodiscard]] QStringList framedIn(Ink ink) const {
        QStringList found;
        for (const Group& group : graph()->diagram().groups) {
            for (const Item& item : group.items) {
                const auto* box = std::get_if<BoxShape>(&item.shape);
                if (group.role == "node" && box != nullptr && box->stroke.ink == ink && box->stroke.width > 2)
                    found << QString::fromStdString(group.title);
            }
        }
        found.removeDuplicates();
        return found;
    }
    // Operations that keep something for their rules: a full dot; a hollow one where it is freed.
    [[nodiscard]] std::pair<int, int> dots() const {
        int full = 0, hollow = 0;
        for (const Group& group : graph()->diagram().groups) {
            for (const Item& item : group.items) {
                if (const auto* dot = std::get_if<CircleShape>(&item.shape)) ++(dot->filled ? full : hollow);
            }
        }
        return {full, hollow};
    }

private slots:
    void initTestCase() { prepare(); }
    void init() { open({1280, 800}); }
    void cleanup() { window_.reset(); }

    // --- the timeline ---

    void the_timeline_by_keyboard() {
        show(kTwice);
        QVERIFY(tabTo("scrubber"));
        key(Qt::Key_Home);
        QCOMPARE(stop(), std::size_t(0));
        key(Qt::Key_Right);
        QVERIFY(stop() > 0);
        key(Qt::Key_Left);
        QCOMPARE(stop(), std::size_t(0));
        QStringList phases;
        for (const PhaseBar& bar : scrubber()->phases()) phases << bar.title;
        QCOMPARE(phases.first(4).join(u'|'), QStringLiteral("forward|backward 1|forward 2|backward 2"));
        for (int i = 0; i < 4; ++i) {  // phase by phase
            key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
            QCOMPARE(static_cast<int>(stop()), scrubber()->phases()[i].last);
        }
        key(Qt::Key_End);
        QCOMPARE(stop(), last());
        QCOMPARE(said("positionLabel"), QStringLiteral("step %1 of %1").arg(last()));
        key(Qt::Key_Home);
        key(Qt::Key_Right, Qt::ControlModifier);  // a whole node
        QVERIFY(stop() > 0);
        key(Qt::Key_Home);
        key(Qt::Key_Space);  // plays
        QVERIFY(QTest::qWaitFor([this] { return stop() > 0; }, 5000));
        key(Qt::Key_Space);
        const std::size_t paused = stop();
        QTest::qWait(1200);
        QCOMPARE(stop(), paused);
        // From a line of the text to its step, and to the next time it runs.
        child<CodeEditor>("editor")->setFocus();
        key(Qt::Key_End, Qt::ControlModifier);
        key(Qt::Key_Up);  // z.backward()
        key(Qt::Key_L, Qt::ControlModifier);
        QVERIFY2(said("stepWords").startsWith(QStringLiteral("Line 7 runs")), qPrintable(said("stepWords")));
    }

    void the_timeline_by_mouse() {
        show(kLoop);
        click("firstStepButton");
        QCOMPARE(stop(), std::size_t(0));
        click("nextStepButton");
        const std::size_t first = stop();
        QVERIFY(first > 0);
        click("nextStepButton");
        click("previousStepButton");
        QCOMPARE(stop(), first);
        click("lastStepButton");
        QCOMPARE(stop(), last());
        // The handle is dragged back: it stops at each stop on the way.
        const QPoint from = scrubber()->pointOf(static_cast<int>(last())).toPoint();
        const int half = static_cast<int>(last()) / 2;
        const QPoint to = scrubber()->pointOf(half).toPoint();
        QTest::mousePress(scrubber(), Qt::LeftButton, {}, from);
        QTest::mouseMove(scrubber(), (from + to) / 2);
        QVERIFY(stop() < last() && static_cast<int>(stop()) > half);
        QTest::mouseMove(scrubber(), to);
        QTest::mouseRelease(scrubber(), Qt::LeftButton, {}, to);
        QCOMPARE(static_cast<int>(stop()), half);
        click("playButton");
        QVERIFY(QTest::qWaitFor([this, half] { return static_cast<int>(stop()) > half; }, 5000));
        click("playButton");
        // From a node of the graph, a row of the tape, and a line of the text to its step.
        const int x = nodeNamed(QStringLiteral("x"));
        QVERIFY(x >= 0);
        QTest::mouseClick(graph(), Qt::LeftButton, {}, graph()->nodeRect(x).center().toPoint());
        const std::size_t ofX = stop();
        QVERIFY2(said("stepWords").contains(QStringLiteral("x is an input")), qPrintable(said("stepWords")));
        click("tabTapeTab");
        auto* table = child<QTableView>("tapeTable");
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(2, 1)).center());
        QVERIFY(stop() > ofX);
        auto* gutter = window_->findChild<LineGutter*>();
        const double line = gutter->fontMetrics().lineSpacing();
        QList<std::size_t> times;
        for (int i = 0; i < 3; ++i) {  // y = torch.sin(y): the fifth line
            const auto& seen = child<CodeEditor>("editor")->visibleLines();
            const auto& [number, top, height] = seen[4];
            QCOMPARE(number, 4);
            QVERIFY(height >= line / 2);
            QTest::mouseClick(gutter, Qt::LeftButton, {}, QPoint(6, static_cast<int>(top + height / 2)));
            QVERIFY2(said("stepWords").startsWith(QStringLiteral("Line 5 runs")), qPrintable(said("stepWords")));
            times << stop();
        }
        QCOMPARE(QSet<std::size_t>(times.begin(), times.end()).size(), 3);  // each time that it runs
    }

    void stepping_evaluates_nothing_and_lays_nothing_out_data() {
        QTest::addColumn<QString>("text");
        for (const QString& text : {kOpening, kTwice, kSecond, kChanged, kLoop}) QTest::newRow(qPrintable(text.left(40))) << text;
        const QDir folder(QStringLiteral(BACKSTEP_SHARED_DIR "/data/programs"));
        const QStringList names = folder.entryList({QStringLiteral("*.py")}, QDir::Files, QDir::Name);
        for (qsizetype i = 0; i < names.size(); i += 10) {  // each costs a run in the window
            QFile file(folder.filePath(names[i]));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QTest::newRow(qPrintable(names[i])) << QString::fromUtf8(file.readAll());
        }
    }
    void stepping_evaluates_nothing_and_lays_nothing_out() {
        QFETCH(const QString, text);
        show(text);
        const Evaluator* evaluator = window_->evaluator();
        const auto asked = evaluator->asked();
        const auto run = window_->cursor()->snapshot();
        const auto layout = window_->cursor()->layout();
        window_->setFocus();
        key(Qt::Key_Home);
        for (std::size_t i = 0; i < std::min<std::size_t>(last(), 40); ++i) key(Qt::Key_Right);
        key(Qt::Key_End);
        for (std::size_t i = 0; i < std::min<std::size_t>(last(), 10); ++i) key(Qt::Key_Left);
        for (const PhaseBar& phase : scrubber()->phases())
            QTest::mouseClick(scrubber(), Qt::LeftButton, {}, scrubber()->pointOf(phase.first).toPoint());
        QVERIFY(settled());
        QCOMPARE(evaluator->asked(), asked);
        QCOMPARE(window_->cursor()->snapshot(), run);
        QCOMPARE(window_->cursor()->layout(), layout);
    }

    // --- the chain rule ---

    void the_chain_rule_by_keyboard() {
        show(kOpening);
        window_->setFocus();
        key(Qt::Key_End);
        key(Qt::Key_Left);
        key(Qt::Key_Left);
        QVERIFY2(said("stepWords").contains(QStringLiteral("passes its adjoint back to x")), qPrintable(said("stepWords")));
        QVERIFY2(math("stepSymbols").contains(QStringLiteral("∂v₃")), qPrintable(math("stepSymbols")));
        QVERIFY2(math("stepNumbers").contains(QStringLiteral("cos 1")), qPrintable(math("stepNumbers")));
        QVERIFY2(math("stepSum").contains(QStringLiteral("…")), qPrintable(math("stepSum")));  // a term is still to come
        key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QString latex = QGuiApplication::clipboard()->text();
        QVERIFY2(latex.contains(QStringLiteral("\\frac{\\partial")) && latex.contains(QStringLiteral("\\cos")), qPrintable(latex));
        QVERIFY(tabTo("voiceWordsButton"));
        key(Qt::Key_Space);
        QVERIFY(said("stepWords").isEmpty());
        QVERIFY(tabTo("voiceSymbolsButton"));
        key(Qt::Key_Space);
        QVERIFY(math("stepSymbols").isEmpty() && !math("stepNumbers").isEmpty());
        key(Qt::Key_Space);
        QVERIFY(!math("stepSymbols").isEmpty());
    }

    void the_chain_rule_by_mouse() {
        show(kOpening);
        click("lastStepButton");
        const std::size_t end = stop();
        QVERIFY2(said("stepWords").contains(QStringLiteral("3 of 3 contributions")), qPrintable(said("stepWords")));
        // The upstream factor is a link to the step that it comes from.
        auto* numbers = child<MathLabel>("stepNumbers");
        bool jumped = false;
        for (int y = 4; y < numbers->height() && !jumped; y += 6) {
            for (int x = 4; x < numbers->width() && !jumped; x += 6) {
                QTest::mouseMove(numbers, QPoint(x, y));
                if (numbers->cursor().shape() != Qt::PointingHandCursor) continue;
                QTest::mouseClick(numbers, Qt::LeftButton, {}, QPoint(x, y));
                jumped = stop() != end;
            }
        }
        QVERIFY(jumped);
        click("voiceNumbersButton");
        QVERIFY(math("stepNumbers").isEmpty());
        choose("editMenu", "actionCopyStep");
        QVERIFY(!QGuiApplication::clipboard()->text().isEmpty());
    }

    // 1 because it is the output, a constant that takes part, and an input that the output does not depend on: 0, not "not yet".
    void the_special_cases_are_said_plainly() {
        show(QStringLiteral("f(x, y) = 3 * x"));
        for (const bool byMouse : {false, true}) {
            window_->setFocus();
            if (byMouse) click("firstStepButton");
            else key(Qt::Key_Home);
            QStringList all;
            for (std::size_t i = 0; i < last(); ++i) {
                if (byMouse) click("nextStepButton");
                else key(Qt::Key_Right);
                all << said("stepWords");
            }
            const QString text = all.join(u'\n');
            QVERIFY2(text.contains(QStringLiteral("f is the output")), qPrintable(text));
            QVERIFY2(text.contains(QStringLiteral("f does not depend on y: ")), qPrintable(text));
            QVERIFY2(text.contains(QStringLiteral("Nothing flows back to the constant 3.")), qPrintable(text));
        }
    }

    // --- what is kept, and what is gone ---

    void a_second_backward_by_keyboard_points_at_the_node_that_fails() {
        show(kSecond);
        window_->setFocus();
        key(Qt::Key_Home);
        while (window_->cursor()->state()->sweep() == SweepId() && stop() < last()) key(Qt::Key_Right);
        QVERIFY(dots().first >= 2 && dots().second == 0);
        key(Qt::Key_End);
        QVERIFY(dots().first == 0 && dots().second >= 2);
        QVERIFY2(said("stepWords").contains(QStringLiteral("whose rule needs what it had saved; that has been freed")),
                 qPrintable(said("stepWords")));
        const QStringList failed = framedIn(Ink::error);
        QCOMPARE(failed.size(), 1);
        QVERIFY2(failed[0].startsWith(u'y'), qPrintable(failed[0]));
        // What the sweep did not come to has no gradient yet: that is not None.
        QVERIFY(!graph()->diagram().groups.empty());
        for (const Group& group : graph()->diagram().groups) {
            for (const Item& item : group.items) {
                const auto* text = std::get_if<TextShape>(&item.shape);
                if (text != nullptr)
                    for (const TextRun& run : text->runs) QVERIFY2(run.text != "None", group.title.c_str());
            }
        }
    }

    void a_second_backward_by_mouse() {
        show(kSecond);
        click("lastStepButton");
        QCOMPARE(framedIn(Ink::error).size(), 1);
        click("previousStepButton");
        QVERIFY(framedIn(Ink::error).isEmpty());
    }

    void the_ledger_by_keyboard() {
        show(kTwice);
        window_->setFocus();
        key(Qt::Key_End);
        QVERIFY2(said("gradLedger").isEmpty() || said("gradLedger").startsWith(QStringLiteral("x.grad so far")),
                 qPrintable(said("gradLedger")));
        QVERIFY(tabTo("graph"));  // comes to the first node, which is x
        QCOMPARE(said("gradLedger"), QStringLiteral("x.grad so far\nbackward 1: + [2, 4]\n────────  zeroed: 0\nbackward 2: + [1, 1]"));
        key(Qt::Key_Home);
        QVERIFY(said("gradLedger").isEmpty());
    }

    void the_ledger_by_mouse() {
        show(kTwice);
        click("lastStepButton");
        QTest::mouseMove(graph(), graph()->nodeRect(nodeNamed(QStringLiteral("x"))).center().toPoint());
        QVERIFY2(said("gradLedger").contains(QStringLiteral("backward 2: + [1, 1]")), qPrintable(said("gradLedger")));
        const PhaseBar first = scrubber()->phases()[1];
        QTest::mouseClick(scrubber(), Qt::LeftButton, {}, scrubber()->pointOf(first.last).toPoint());
        QVERIFY2(!said("gradLedger").contains(QStringLiteral("backward 2")), qPrintable(said("gradLedger")));
        QVERIFY2(said("gradLedger").contains(QStringLiteral("backward 1: + [2, 4]")), qPrintable(said("gradLedger")));
    }

    void versions_by_keyboard_and_by_mouse() {
        show(kChanged);
        const auto seen = [this](const std::function<void()>& next) {
            for (std::size_t i = 0; i <= last(); ++i) {
                if (said("stepWords").contains(QStringLiteral("it is version 1 now")) &&
                    said("stepWords").contains(QStringLiteral("Version 0 had been kept by c")))
                    return true;
                next();
            }
            return false;
        };
        window_->setFocus();
        key(Qt::Key_Home);
        QVERIFY(seen([this] { key(Qt::Key_Right); }));
        click("firstStepButton");
        QVERIFY(seen([this] { click("nextStepButton"); }));
    }

    void the_first_nan_by_keyboard() {
        show(QStringLiteral("f(x) = x * sqrt(x - 3)"));
        window_->setFocus();
        key(Qt::Key_Home);
        key(Qt::Key_J, Qt::ControlModifier);
        QVERIFY2(said("stepReason").contains(QStringLiteral("the square root of a negative number")), qPrintable(said("stepReason")));
    }

    void the_first_nan_by_mouse() {
        show(QStringLiteral("f(x) = x * sqrt(x - 3)"));
        click("firstStepButton");
        choose("stepMenu", "actionFirstNaN");
        QVERIFY2(said("stepReason").contains(QStringLiteral("the square root of a negative number")), qPrintable(said("stepReason")));
        show(QStringLiteral("f(x) = relu(x - 3) * 2"));
        click("firstStepButton");
        choose("stepMenu", "actionFirstZero");
        QVERIFY2(!said("stepReason").isEmpty(), "the reason of a gradient that is exactly 0 is said");
    }

    // --- loops ---

    void a_loop_folds_by_keyboard() {
        show(kLoop);
        const int open = graph()->nodeCount();
        QVERIFY(tabTo("graph"));
        while (QApplication::focusWidget() == graph() &&
               !QString::fromStdString(nodeGroup(graph()->focusIndex()).title).startsWith(QStringLiteral("y⁽²⁾")))
            key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), graph());
        key(Qt::Key_G, Qt::ShiftModifier);  // around the turn is the loop
        QVERIFY(settled());
        QVERIFY(graph()->nodeCount() < open);
        key(Qt::Key_Z, Qt::ControlModifier);  // a change like any other
        QVERIFY(settled());
        QCOMPARE(graph()->nodeCount(), open);
    }

    void a_loop_folds_by_mouse() {
        show(kLoop);
        const int open = graph()->nodeCount();
        QPointF title;
        for (const Group& group : graph()->diagram().groups) {
            if (group.role == "group" && group.title.find("×3") != std::string::npos)
                title = graph()->toView(QPointF(group.bounds.x + 20, group.bounds.y + 8));
        }
        QVERIFY(!title.isNull());
        QTest::mouseClick(graph(), Qt::LeftButton, {}, title.toPoint());
        QVERIFY(settled());
        QVERIFY(graph()->nodeCount() < open);
        int box = -1;
        for (int i = 0; i < graph()->nodeCount(); ++i) box = nodeGroup(i).fold >= 0 ? i : box;
        QVERIFY(box >= 0);
        QVERIFY(QString::fromStdString(nodeGroup(box).title).contains(QStringLiteral("×3")));
        QTest::mouseDClick(graph(), Qt::LeftButton, {}, graph()->nodeRect(box).center().toPoint());
        QVERIFY(settled());
        QCOMPARE(graph()->nodeCount(), open);
    }

    // --- the plot ---

    void the_plot_by_keyboard() {
        show(kOpening);
        auto* plot = child<PlotView>("plot");
        const double before = window_->session()->input(QStringLiteral("x")).value;
        QVERIFY(tabTo("plot"));
        key(Qt::Key_Right);
        QVERIFY(settled());
        QVERIFY(window_->session()->input(QStringLiteral("x")).value > before);
        QVERIFY(plot->pointText().contains(QStringLiteral("slope")));
        const auto lines = [plot] { return plot->scene().lines.size(); };
        QCOMPARE(lines(), std::size_t(2));
        QVERIFY(tabTo("curveSecondButton"));
        key(Qt::Key_Space);
        QVERIFY(settled());
        QTRY_COMPARE(lines(), std::size_t(3));
        QVERIFY(tabTo("curveFButton"));
        key(Qt::Key_Space);
        QTRY_COMPARE(lines(), std::size_t(2));
        key(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!plot->isVisible());
        QVERIFY(tabTo("differencesCentral"));
        key(Qt::Key_Space);
        QVERIFY(child<QAbstractButton>("differencesCentral")->isChecked());
    }

    void the_plot_by_mouse() {
        show(QStringLiteral("f(x) = x^2\ng(x) = 3 x + 1"));
        auto* plot = child<PlotView>("plot");
        click("curveSecondButton");
        QVERIFY(settled());
        QTRY_COMPARE(plot->scene().lines.size(), std::size_t(3));
        // The crosshair reads every function of the text.
        const QRect area = plot->scene().area;
        QTest::mouseMove(plot, QPoint(area.left() + area.width() * 4 / 5, area.top() + area.height() / 2));
        QTRY_VERIFY(!plot->readout().isEmpty());
        QVERIFY2(plot->readout().contains(QStringLiteral("f = ")) || plot->readout().contains(QStringLiteral("g = ")),
                 qPrintable(plot->readout()));
        QVERIFY2(plot->readout().contains(QStringLiteral("f = ")) && plot->readout().contains(QStringLiteral("g = ")),
                 qPrintable(plot->readout()));
    }

    void the_plot_is_moved_and_zoomed_by_mouse() {
        show(kOpening);
        auto* plot = child<PlotView>("plot");
        const auto range = [this] { return std::pair(window_->session()->state().plotFrom, window_->session()->state().plotTo); };
        const auto whole = range();
        const QPoint middle = plot->scene().area.center();
        QWheelEvent wheel(QPointF(middle), plot->mapToGlobal(QPointF(middle)), {}, QPoint(0, 120), Qt::NoButton, {}, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(plot, &wheel);
        QTRY_VERIFY(range().second - range().first < whole.second - whole.first);
        const auto nearer = range();
        // Drawn to the right by a quarter, it shows what lies further to the left. (Not at the point: that one drags x.)
        const QPoint from(plot->scene().area.left() + plot->scene().area.width() / 4, plot->scene().area.bottom() - 8);
        drag(plot, from, 60);
        QTRY_VERIFY(range().first < nearer.first && range().second < nearer.second);
        QTest::mouseDClick(plot, Qt::LeftButton, {}, from);
        QTRY_COMPARE(range(), whole);
    }

    void the_leaf_of_a_program_is_dragged_along_its_curve() {
        show(QStringLiteral("import torch\nx = torch.tensor(2.0, requires_grad=True)\ny = x ** 3\ny.backward()\nprint(x.grad)\n"));
        auto* plot = child<PlotView>("plot");
        QTRY_VERIFY_WITH_TIMEOUT(plot->isVisible() && plot->scene().lines.size() == 2, 20000);
        const auto slope = [this] {
            const QRegularExpression number(QStringLiteral("tensor\\(([0-9.]+)\\)"));
            return number.match(window_->findChild<OutputView*>()->everything()).captured(1).toDouble();
        };
        QCOMPARE(slope(), 12.0);
        QVERIFY(plot->scene().ring);
        drag(plot, plot->scene().ring->toPoint(), -30);
        const double dragged = slope();
        QVERIFY2(dragged > 0 && dragged < 12, qPrintable(QString::number(dragged)));
        QVERIFY2(plot->pointText().contains(QStringLiteral("slope")), qPrintable(plot->pointText()));
        // By keyboard from there, the other way.
        QVERIFY(tabTo("plot"));
        key(Qt::Key_Right);
        QVERIFY(settled());
        QVERIFY(slope() > dragged);
    }

    void the_branch_not_taken_is_a_ghost() {
        show(QStringLiteral(
            "import torch\nx = torch.tensor(2.0, requires_grad=True)\nif x > 0:\n    y = x * 3\nelse:\n    y = -x\ny.backward()\n"));
        QStringList ghosts;
        for (const Group& group : graph()->diagram().groups)
            if (group.role == "untaken") ghosts << QString::fromStdString(group.title);
        QCOMPARE(ghosts.size(), 1);
        QVERIFY2(ghosts[0].startsWith(QStringLiteral("else")), qPrintable(ghosts[0]));
        // A step says which way it went, and by what number.
        window_->setFocus();
        key(Qt::Key_Home);
        QStringList all;
        for (std::size_t i = 0; i < last(); ++i) {
            key(Qt::Key_Right);
            all << said("stepWords");
        }
        QVERIFY2(all.join(u'\n').contains(QStringLiteral("The condition x > 0 holds")), qPrintable(all.join(u'\n')));
    }

    void a_stale_text_dims_the_tape_as_it_dims_the_graph() {
        show(kOpening);
        auto* table = child<QTableView>("tapeTable");
        const QColor before = table->model()->index(0, 0).data(Qt::ForegroundRole).value<QBrush>().color();
        auto* editor = child<QPlainTextEdit>("editor");
        editor->setFocus();
        editor->moveCursor(QTextCursor::End);
        QTest::keyClick(editor, Qt::Key_Plus);
        QTRY_VERIFY(window_->cursor()->stale());
        const QColor dimmed = table->model()->index(0, 0).data(Qt::ForegroundRole).value<QBrush>().color();
        QVERIFY(std::abs(dimmed.lightness() - ink(Ink::pane).lightness()) <
                std::abs(before.lightness() - ink(Ink::pane).lightness()) / 2 + 1);
        QTest::keyClick(editor, Qt::Key_Backspace);
        QTRY_VERIFY(!window_->cursor()->stale());
        QCOMPARE(table->model()->index(0, 0).data(Qt::ForegroundRole).value<QBrush>().color(), before);
    }

    void a_program_has_a_second_derivative() {
        show(QStringLiteral("import torch\nx = torch.tensor(2.0, requires_grad=True)\ny = x ** 3\ny.backward()\n"));
        auto* plot = child<PlotView>("plot");
        QTRY_VERIFY_WITH_TIMEOUT(plot->isVisible() && plot->scene().lines.size() == 2, 20000);
        click("curveSecondButton");
        QTRY_VERIFY_WITH_TIMEOUT(plot->scene().lines.size() == 3, 20000);
        const QRect area = plot->scene().area;
        QTest::mouseMove(plot, QPoint(area.left() + area.width() * 4 / 5, area.center().y()));
        const QRegularExpression numbers(QStringLiteral("^x = ([0-9.]+) .*y″ = ([0-9.]+)$"));
        QTRY_VERIFY2(numbers.match(plot->readout()).hasMatch(), qPrintable(plot->readout()));
        const auto read = numbers.match(plot->readout());
        QVERIFY2(std::fabs(read.captured(2).toDouble() - 6 * read.captured(1).toDouble()) < 0.05, qPrintable(plot->readout()));
    }
};

QTEST_MAIN(TestWalk)
#include "tst_walk.moc"
