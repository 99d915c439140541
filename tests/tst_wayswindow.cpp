// SPDX-License-Identifier: GPL-3.0-or-later
// The ways of looking in the real window, by keyboard and by mouse; what is asserted is what the reader sees.
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSlider>
#include <QTest>
#include <QToolButton>

#include "engine/base/numbers.h"
#include "tests/realwindow.h"
#include "widgets/graphview.h"
#include "widgets/gridmodel.h"
#include "widgets/mathlabel.h"

using namespace backstep;

namespace {

const QString kVector = QStringLiteral(
    "import torch\nx = torch.tensor([2.0, 3.0], requires_grad=True)\n"
    "y = torch.stack([x[0] * x[1], x[0] ** 2, torch.sin(x[1])])\ny.backward(torch.tensor([1.0, -2.0, 0.5]))\n");

}  // namespace

class TestWaysWindow : public QObject, RealWindow {
    Q_OBJECT

    [[nodiscard]] QString said(const char* name) const { return child<QLabel>(name)->text(); }
    // The row as the reader sees it.
    [[nodiscard]] QString row(const char* grid, int at) const {
        const GridModel* model = child<GridView>(grid)->grid();
        QStringList cells;
        for (int c = 0; c < model->columnCount(); ++c) cells << model->index(at, c).data().toString();
        return cells.join(QStringLiteral(" | "));
    }
    [[nodiscard]] int rows(const char* grid) const { return child<GridView>(grid)->grid()->rowCount(); }
    void press(const char* grid, int at, int column) const {
        auto* view = child<GridView>(grid);
        const QRect cell = view->visualRect(view->grid()->index(at, column));
        QVERIFY(view->viewport()->rect().contains(cell.center()));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, cell.center());
    }
    void click(const char* button) const {
        auto* found = child<QToolButton>(button);
        QVERIFY2(found != nullptr && found->isVisible(), button);
        QTest::mouseClick(found, Qt::LeftButton, {}, found->rect().center());
    }
    void keys(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const {
        QWidget* target = QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : window_.get();
        QTest::keyClick(target, key, modifiers);
    }
    void open(const QString& text, TextKind kind = TextKind::Program) {
        SessionState state;
        state.text = text;
        state.kind = kind;
        window_->session()->reset(state);
        QVERIFY(settled());
    }
    void focus(const char* widget) const {
        auto* found = child<QWidget>(widget);
        QVERIFY2(found->isVisible() && found->focusPolicy() != Qt::NoFocus, widget);
        found->setFocus();
        QCOMPARE(QApplication::focusWidget(), found);
    }

private slots:
    void initTestCase() { prepare(); }
    void init() { RealWindow::open({1440, 900}); }
    void cleanup() { window_.reset(); }

    void nothing_of_it_is_seen_until_it_is_asked_for() {
        QVERIFY(!child<QDockWidget>("waysDock")->isVisible());
        QVERIFY(!child<GraphView>("twinGraph")->isVisible());
    }

    // --- the seed and the Jacobian ---
    void the_jacobian_by_keyboard() {
        open(kVector);
        keys(Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(settled());
        QVERIFY(child<QDockWidget>("waysDock")->isVisible());
        QCOMPARE(rows("jacobianGrid"), 4);
        QCOMPARE(row("jacobianGrid", 0), QStringLiteral("1 | y[0] | 3 | 2"));
        QCOMPARE(row("jacobianGrid", 1), QStringLiteral("−2 | y[1] | 4 | 0"));  // the program's own seed
        QCOMPARE(row("jacobianGrid", 3), QStringLiteral(" | vᵀJ | −5 | 1.505"));
        // A number is written into the seed.
        auto* grid = child<GridView>("jacobianGrid");
        QCOMPARE(QApplication::focusWidget(), grid);
        grid->setCurrentIndex(grid->grid()->index(0, 0));
        keys(Qt::Key_Down);
        keys(Qt::Key_F2);
        auto* field = grid->findChild<QLineEdit*>();
        QVERIFY(field != nullptr);
        QTest::keyClicks(field, QStringLiteral("3"));
        QTest::keyClick(field, Qt::Key_Return);  // the delegate takes it a moment later
        QTRY_COMPARE(row("jacobianGrid", 1), QStringLiteral("3 | y[1] | 4 | 0"));
        QCOMPARE(row("jacobianGrid", 3), QStringLiteral(" | vᵀJ | 15 | 1.505"));
        // vᵀJ row by row.
        focus("jacobianRows");
        keys(Qt::Key_Left);
        QCOMPARE(row("jacobianGrid", 3), QStringLiteral(" | vᵀJ | 15 | 2"));
        keys(Qt::Key_Left);
        QCOMPARE(row("jacobianGrid", 3), QStringLiteral(" | vᵀJ | 3 | 2"));
        QVERIFY(said("jacobianFormed").startsWith(QStringLiteral("1 of 3 rows")));
        focus("seedOnes");
        keys(Qt::Key_Space);
        QVERIFY(settled());
        QCOMPARE(row("jacobianGrid", 1), QStringLiteral("1 | y[1] | 4 | 0"));
        QVERIFY(said("jacobianSay").contains(QStringLiteral(".sum().backward()")));
    }
    void the_jacobian_by_mouse() {
        open(kVector);
        child<QAction>("actionJacobian")->trigger();
        QVERIFY(settled());
        press("jacobianGrid", 2, 1);
        QVERIFY(settled());
        QCOMPARE(row("jacobianGrid", 0), QStringLiteral("0 | y[0] | 3 | 2"));
        QCOMPARE(row("jacobianGrid", 2), QStringLiteral("1 | y[2] | 0 | −0.99"));
        QCOMPARE(row("jacobianGrid", 3), QStringLiteral(" | vᵀJ | 0 | −0.99"));
        click("seedOnes");
        QVERIFY(settled());
        QCOMPARE(row("jacobianGrid", 3), QStringLiteral(" | vᵀJ | 7 | 1.01"));
        QVERIFY(!child<QToolButton>("seedOnes")->isVisible());
    }
    void another_output_has_another_jacobian() {
        open(QStringLiteral("import torch\nx = torch.tensor([1., 2.], requires_grad=True)\ny = x * x\nz = y.sum()\nz.backward()\n"));
        child<QAction>("actionJacobian")->trigger();
        QVERIFY(settled());
        QCOMPARE(rows("jacobianGrid"), 2);
        auto* root = child<QComboBox>("wayRoot");
        QCOMPARE(root->currentText(), QStringLiteral("z"));
        root->setFocus();
        keys(Qt::Key_Down);
        QVERIFY(settled());
        QCOMPARE(root->currentText(), QStringLiteral("y [2]"));
        QCOMPARE(row("jacobianGrid", 0), QStringLiteral("1 | y[0] | 2 | 0"));
        QCOMPARE(row("jacobianGrid", 1), QStringLiteral("1 | y[1] | 0 | 4"));
    }

    void the_output_is_that_of_the_backward_at_hand() {
        open(QStringLiteral("import torch\nx = torch.tensor(2.0, requires_grad=True)\na = x * x\na.backward()\nb = x * 5\nb.backward()\n"));
        child<QAction>("actionJacobian")->trigger();
        QVERIFY(settled());
        auto* root = child<QComboBox>("wayRoot");
        QCOMPARE(root->currentText(), QStringLiteral("b"));
        for (const Phase& phase : window_->cursor()->snapshot()->phases) {
            if (phase.kind != Phase::Kind::Backward || phase.number != 1) continue;
            window_->cursor()->setStop(static_cast<int>(phase.firstEvent) + 2);
        }
        QVERIFY(settled());
        QCOMPARE(root->currentText(), QStringLiteral("a"));
        QCOMPARE(row("jacobianGrid", 0), QStringLiteral("1 | a | 4"));
        keys(Qt::Key_End);
        window_->cursor()->setStop(static_cast<int>(window_->cursor()->stops()));
        QVERIFY(settled());
        QCOMPARE(root->currentText(), QStringLiteral("b"));
    }

    // --- the two modes ---
    void the_modes_by_keyboard_and_both_graphs_in_step() {
        keys(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(settled());
        QCOMPARE(row("modesGrid", 0), QStringLiteral("passes needed | 1 | 1"));
        QCOMPARE(row("modesGrid", 1), QStringLiteral("one pass: products | 8 | 8"));
        keys(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(settled());
        auto* twin = child<GraphView>("twinGraph");
        QVERIFY(twin->isVisible());
        QCOMPARE(twin->nodeCount(), child<GraphView>("graph")->nodeCount());
        window_->cursor()->setStop(static_cast<int>(window_->cursor()->snapshot()->endOfForward()) + 1);
        QVERIFY(said("modesPlace").contains(QStringLiteral("crossed 0 of 8 edges, reverse mode 0 of 8")));
        child<GridView>("modesNodes")->clearFocus();
        window_->setFocus();
        keys(Qt::Key_Right);
        QVERIFY2(said("modesPlace").contains(QStringLiteral("crossed 1 of 8 edges, reverse mode 1 of 8")), qPrintable(said("modesPlace")));
        // x: tangent 1 from the start, adjoint not yet; f the other way round.
        QVERIFY(row("modesNodes", 0).startsWith(QStringLiteral("x | 2 | 1 | ")));
        QVERIFY(row("modesNodes", rows("modesNodes") - 1).endsWith(QStringLiteral("| — | 1")));
        keys(Qt::Key_End);
        QCOMPARE(row("modesNodes", 0).section(QStringLiteral(" | "), 3),
                 row("modesNodes", rows("modesNodes") - 1).section(QStringLiteral(" | "), 2, 2));
        for (int i = 0; i < twin->nodeCount(); ++i) QVERIFY(twin->spokenName(i).contains(QStringLiteral("tangent")));
        keys(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!twin->isVisible());
    }
    void the_modes_of_a_program_by_mouse() {
        open(kVector);
        child<QAction>("actionJacobian")->trigger();
        QVERIFY(settled());
        click("tabModesTab");
        QCOMPARE(row("modesGrid", 0), QStringLiteral("passes needed | 2 | 3"));
        QVERIFY(said("modesSay").contains(QStringLiteral("forward mode needs fewer")));
        click("sideBySideButton");
        QVERIFY(settled());
        auto* twin = child<GraphView>("twinGraph");
        QVERIFY(twin->isVisible());
        QCOMPARE(twin->nodeRect(0).size(), QSizeF(twin->nodeRect(0).size()));
        window_->cursor()->setStop(static_cast<int>(window_->cursor()->stops()));
        const auto tangent = [&] { return row("modesNodes", rows("modesNodes") - 1).section(QStringLiteral(" | "), 2, 2); };
        QCOMPARE(tangent(), QStringLiteral("[3, 4, 0]"));  // the first column of the Jacobian
        auto* element = child<QComboBox>("tangentOf");
        QCOMPARE(element->count(), 2);
        element->setFocus();
        QTest::keyClick(element, Qt::Key_Down);
        QVERIFY(settled());
        QCOMPARE(tangent(), QStringLiteral("[2, 0, −0.99]"));
    }

    // --- paths ---
    void the_paths_by_keyboard() {
        keys(Qt::Key_3, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(settled());
        QVERIFY(said("pathsSay").startsWith(QStringLiteral("3 paths lead from x to f")));
        QCOMPARE(rows("pathsGrid"), 4);
        QCOMPARE(child<GraphView>("graph")->litEdges().size(), 0);
        auto* grid = child<GridView>("pathsGrid");
        QCOMPARE(QApplication::focusWidget(), grid);
        keys(Qt::Key_Down);
        if (grid->currentIndex().row() < 0) keys(Qt::Key_Down);
        const int at = grid->currentIndex().row();
        QVERIFY(at >= 0);
        const qsizetype arrows = row("pathsGrid", at).count(QStringLiteral("→"));
        QCOMPARE(child<GraphView>("graph")->litEdges().size(), arrows);
        QVERIFY(child<MathLabel>("pathProduct")->isVisible());
        QVERIFY(child<MathLabel>("pathProduct")->plainText().contains(row("pathsGrid", at).section(QStringLiteral(" | "), 1).left(5)));
        // The sum is the gradient, as the sweep has it.
        window_->cursor()->setStop(static_cast<int>(window_->cursor()->stops()));
        const double gradient = window_->cursor()->state()->derivative(window_->cursor()->snapshot()->recording.inputs[0])->item();
        QCOMPARE(row("pathsGrid", 3), QStringLiteral("sum: the gradient of x | %1").arg(QString::fromStdString(significant(gradient, 4))));
    }
    void the_paths_by_mouse() {
        child<QAction>("actionPaths")->trigger();
        QVERIFY(settled());
        press("pathsGrid", 1, 0);
        QCOMPARE(child<GraphView>("graph")->litEdges().size(), row("pathsGrid", 1).count(QStringLiteral("→")));
        press("pathsGrid", 0, 0);
        QCOMPARE(child<GraphView>("graph")->litEdges().size(), row("pathsGrid", 0).count(QStringLiteral("→")));
        click("tabModesTab");  // no path is looked at any more
        QCOMPARE(child<GraphView>("graph")->litEdges().size(), 0);
    }
    void paths_of_tensors_say_what_the_rules_send() {
        open(
            QStringLiteral("import torch\nW = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)\nx = torch.tensor([0.5, 0.25])\nz = "
                           "(W @ x).sum()\nz.backward()\n"));
        child<QAction>("actionPaths")->trigger();
        QVERIFY(settled());
        press("pathsGrid", 0, 0);
        QVERIFY2(child<MathLabel>("pathProduct")->plainText().contains(QStringLiteral("for every element")),
                 qPrintable(child<MathLabel>("pathProduct")->plainText()));
        QVERIFY(row("pathsGrid", 0).endsWith(QStringLiteral("[[0.5, 0.25], [0.5, 0.25]]")));
    }

    // --- second order ---
    void the_orders_by_keyboard_and_the_graph_goes_on() {
        keys(Qt::Key_4, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(settled());
        QCOMPARE(rows("ordersGrid"), 3);
        QVERIFY(row("ordersGrid", 0).startsWith(QStringLiteral("f | 6 | 0 | 6")));
        const int before = child<GraphView>("graph")->nodeCount();
        const QString second = row("ordersGrid", 1);
        focus("graphOrder2Button");
        keys(Qt::Key_Space);
        QVERIFY(settled());
        const int more = child<GraphView>("graph")->nodeCount() - before;
        // Every operation that f′ adds is drawn.
        QVERIFY2(more >= second.section(QStringLiteral(" | "), 1, 1).toInt(), qPrintable(second));
        QCOMPARE(window_->cursor()->snapshot()->phases.back().kind, Phase::Kind::Backward);
        window_->cursor()->setStop(static_cast<int>(window_->cursor()->stops()));
        // What arrives at x in the second sweep is f″.
        const double value = window_->cursor()->state()->derivative(window_->cursor()->snapshot()->recording.inputs[0])->item();
        QCOMPARE(row("ordersGrid", 2).section(QStringLiteral(" | "), 4), QString::fromStdString(significant(value, 4)));
    }
    void the_orders_by_mouse() {
        child<QAction>("actionOrders")->trigger();
        QVERIFY(settled());
        const int before = child<GraphView>("graph")->nodeCount();
        click("graphOrder3Button");
        QVERIFY(settled());
        QVERIFY(child<GraphView>("graph")->nodeCount() > before + 20);
        QCOMPARE(window_->session()->state().graphOrder, 3);  // so it is saved, and can be undone
        child<QAction>("actionUndo")->trigger();
        QVERIFY(settled());
        QCOMPARE(child<GraphView>("graph")->nodeCount(), before);
        QVERIFY(child<QAction>("graphOrder1")->isChecked());
        click("graphOrder3Button");
        QVERIFY(settled());
        click("graphOrder1Button");
        QVERIFY(settled());
        QCOMPARE(child<GraphView>("graph")->nodeCount(), before);
    }
    void a_program_without_create_graph_says_so() {
        open(kVector);
        child<QAction>("actionOrders")->trigger();
        QVERIFY(settled());
        QVERIFY(said("ordersSay").contains(QStringLiteral("create_graph=True")));
        QVERIFY(!child<QToolButton>("graphOrder2Button")->isVisible());
    }

    // --- checks ---
    void a_wrong_backward_is_shown_with_both_numbers() {
        open(
            QStringLiteral("import torch\nclass Cube(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n        "
                           "ctx.save_for_backward(x)\n"
                           "        return x ** 3\n    @staticmethod\n    def backward(ctx, g):\n        x, = ctx.saved_tensors\n        "
                           "return g * 2 * x ** 2\n"
                           "x = torch.tensor(2.0, requires_grad=True)\ny = Cube.apply(x)\ny.backward()\n"));
        keys(Qt::Key_5, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(settled());
        QVERIFY(child<QLabel>("checksWrong")->isVisible());
        QVERIFY2(said("checksWrong").contains(QStringLiteral("gave 8")) && said("checksWrong").contains(QStringLiteral("give 12")),
                 qPrintable(said("checksWrong")));
        QVERIFY(row("checksGrid", 0).startsWith(QStringLiteral("x | 8 | — | 12")));
        QVERIFY(row("checksGrid", 0).endsWith(QStringLiteral("differs")));
        // The step that ends in .grad carries it as well.
        window_->cursor()->setStop(static_cast<int>(window_->cursor()->stops()));
        const auto& log = window_->cursor()->snapshot()->recording.log;
        for (std::size_t i = 0; i < log.events.size(); ++i) {
            if (log.events[i].kind == EventKind::Accumulated) window_->cursor()->setStop(static_cast<int>(i) + 1);
        }
        QVERIFY(child<QLabel>("stepChecks")->isVisible());
        QVERIFY(said("stepChecks").contains(QStringLiteral("give 12")));
    }
    void the_checks_by_keyboard() {
        keys(Qt::Key_5, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(settled());
        QCOMPARE(said("checksSay"), QStringLiteral("Every gradient agrees with a second method."));
        QCOMPARE(rows("checksGrid"), 1);
        QVERIFY(row("checksGrid", 0).startsWith(QStringLiteral("x | ")) && row("checksGrid", 0).endsWith(QStringLiteral("agrees")));
    }

    void the_checks_of_a_formula_and_of_a_program_by_mouse() {
        child<QAction>("actionJacobian")->trigger();
        QVERIFY(settled());
        click("tabChecksTab");
        QCOMPARE(said("checksSay"), QStringLiteral("Every gradient agrees with a second method."));
        open(kVector);
        QCOMPARE(said("checksSay"), QStringLiteral("Every gradient agrees with a second method."));
        QCOMPARE(rows("checksGrid"), 2);
        QVERIFY(!child<QLabel>("checksWrong")->isVisible());
    }

    void what_cannot_be_shown_says_why() {
        open(QStringLiteral("import torch\nx = torch.tensor(2.0)\ny = x * x\n"));
        child<QAction>("actionJacobian")->trigger();
        QVERIFY(settled());
        QVERIFY(child<QLabel>("waysMessage")->isVisible());
        QVERIFY(said("waysMessage").contains(QStringLiteral("requires_grad=True")));
    }
    void the_pane_follows_a_dragged_input_and_another_language_of_text() {
        child<QAction>("actionJacobian")->trigger();
        QVERIFY(settled());
        const QString before = row("jacobianGrid", 1);
        SessionState next = window_->session()->state();
        next.inputs[QStringLiteral("x")].value = 3;
        window_->session()->change(next, QStringLiteral("x"));
        QVERIFY(settled());
        QVERIFY(row("jacobianGrid", 1) != before);
        open(kVector);
        QCOMPARE(rows("jacobianGrid"), 4);
    }
};

QTEST_MAIN(TestWaysWindow)
#include "tst_wayswindow.moc"
