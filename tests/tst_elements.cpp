// SPDX-License-Identifier: GPL-3.0-or-later
// What can be asked of the graph: an operation in its scalars, what would have flowed through detach(), branches not taken.
#include <QAction>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include "engine/elements.h"
#include "engine/ghosts.h"
#include "engine/timeline/tensorterms.h"
#include "tests/realwindow.h"
#include "widgets/elementsview.h"
#include "widgets/graphview.h"
#include "widgets/mathlabel.h"

using namespace backstep;

namespace {

const QString kMatrix = QStringLiteral(
    "import torch\nW = torch.tensor([[1., 2., -1.], [3., 4., 0.5]], requires_grad=True)\nx = torch.tensor([1., -2., 3.], "
    "requires_grad=True)\ny = W @ x\nL = (y * y).sum()\nL.backward()\n");
const QString kDetached =
    QStringLiteral("import torch\nx = torch.tensor(3.0, requires_grad=True)\ny = x * x\nz = y.detach()\nL = z * x\nL.backward()\n");

Snapshot ran(const QString& text) {
    Request request;
    request.text = text.toStdString();
    request.kind = std::nullopt;
    request.check = false;
    return *evaluate(request);
}

NodeId named(const Snapshot& s, const std::string& name) {
    for (std::size_t i = 0; i < s.recording.tape.size(); ++i) {
        if (s.recording.tape.nameOf(NodeId(i)) == name) return NodeId(i);
    }
    return {};
}

std::optional<Tensor> adjointAtEnd(const Snapshot& s, NodeId node) {
    State state(s.recording, s.timeline);
    state.moveTo(s.stops());
    return state.derivative(node);
}

}  // namespace

class TestElements : public QObject, RealWindow {
    Q_OBJECT

    void show(const QString& text) {
        SessionState state;
        state.text = text;
        window_->session()->reset(state);
        QVERIFY(settled());
    }
    [[nodiscard]] GraphView* graph() const { return child<GraphView>("graph"); }
    [[nodiscard]] ElementsView* elements() const { return child<ElementsView>("elements"); }
    [[nodiscard]] bool opened() const {
        return QTest::qWaitFor([this] { return elements()->isVisible() && elements()->cursor()->snapshot() != nullptr; }, 10000);
    }
    [[nodiscard]] int indexOf(const std::string& name) const {
        return window_->cursor()->snapshot()->graph.indexOf(named(*window_->cursor()->snapshot(), name));
    }
    [[nodiscard]] QStringList shown(const char* role) const { return textsOf(graph()->diagram(), role); }

private slots:
    void initTestCase() { prepare(); }
    void init() { open({1440, 900}); }
    void cleanup() { window_.reset(); }

    // The sweep of the elements is the operation's part of the run's own: their adjoints are those of the tensors.
    void elements_have_the_values_and_adjoints_of_the_tensors_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("node");
        const char* head =
            "import torch\na = torch.tensor([1.5, -2., 0.5], requires_grad=True)\nb = torch.tensor([2., 3., -1.], requires_grad=True)\nA = "
            "torch.tensor([[1., 2.], [3., -4.]], requires_grad=True)\nB = torch.tensor([[0.5, -1.], [2., 1.5]], requires_grad=True)\nc = "
            "torch.tensor([7., -7.], requires_grad=True)\n";
        const auto row = [&](const char* name, const char* node, const char* rest) {
            QTest::newRow(name) << QString::fromLatin1(head) + QString::fromLatin1(rest) << QString::fromLatin1(node);
        };
        row("dot", "d", "d = torch.dot(a, b)\n(d * d).backward()\n");
        row("sum", "s", "s = a.sum()\n(3 * s).backward()\n");
        row("mean", "m", "m = A.mean()\n(m * m).backward()\n");
        row("mm", "C", "C = A @ B\n(C * C).sum().backward()\n");
        row("mv", "v", "v = A @ c\n(v * v).sum().backward()\n");
        row("product", "p", "p = a * b\n(p * p).sum().backward()\n");
        row("broadcast", "q", "q = A + c\n(q * q).sum().backward()\n");
        row("exp", "u", "u = a.exp()\n(u * b).sum().backward()\n");
        row("square", "w", "w = a * a\nw.sum().backward()\n");
        row("non-scalar backward", "p", "p = a * b\np.backward(torch.tensor([1., 2., 3.]))\n");
    }
    void elements_have_the_values_and_adjoints_of_the_tensors() {
        QFETCH(QString, text);
        QFETCH(QString, node);
        const Snapshot s = ran(text);
        const NodeId id = named(s, node.toStdString());
        QVERIFY(id.valid());
        const auto opened = elementsOf(s, id, adjointAtEnd(s, id));
        QVERIFY(std::holds_alternative<Elements>(opened));
        const Elements& elements = std::get<Elements>(opened);
        Request request;
        request.text = elements.text;
        request.inputs = elements.inputs;
        request.check = false;
        const auto scalars = evaluate(request);
        QVERIFY2(scalars && scalars->ok(), elements.text.c_str());
        // By the element's name: letter, underscore, row and column.
        int compared = 0;
        for (const NodeId operand : s.recording.tape.operands(id)) {
            const Tensor value = s.recording.tape.value(operand);
            const std::string& name = s.recording.tape.nameOf(operand);
            const auto adjoint = adjointAtEnd(s, operand);
            if (value.isScalar() || name.empty() || !adjoint) continue;
            for (std::int64_t i = 0; i < value.size(); ++i) {
                const std::string index =
                    value.dims() == 1 ? std::to_string(i) : std::to_string(i / value.shape()[1]) + std::to_string(i % value.shape()[1]);
                const NodeId element = named(*scalars, name + "_" + index);
                QVERIFY2(element.valid(), (name + "_" + index).c_str());
                QCOMPARE(scalars->recording.tape.scalar(element), value.at(i));
                const auto slope = adjointAtEnd(*scalars, element);
                QVERIFY(slope.has_value());
                QVERIFY2(std::fabs(slope->item() - adjoint->at(i)) <= 1e-5 * (1 + std::fabs(adjoint->at(i))),
                         (name + index + elements.text).c_str());
                ++compared;
            }
        }
        QVERIFY(compared >= 3);
    }

    void what_cannot_be_opened_is_refused_by_name() {
        const Snapshot s =
            ran(QStringLiteral("import torch\nx = torch.ones(20, requires_grad=True)\na = torch.ones(3, requires_grad=True)\ny = x * x\nz "
                               "= torch.cumsum(a, 0)\ns = z.sum() * 2\n(y.sum() + s).backward()\n"));
        const auto why = [&](const char* name) { return std::get<NotOpened>(elementsOf(s, named(s, name), {})); };
        QVERIFY(why("y") == NotOpened::TooLarge);
        QVERIFY(why("z") == NotOpened::NotKnown);
        QVERIFY(why("s") == NotOpened::Scalars);
        QVERIFY(why("x") == NotOpened::NoOperation);
    }

    void elements_are_opened_by_keyboard_stepped_and_closed() {
        show(kMatrix);
        graph()->setFocus();
        graph()->focusNode(indexOf("y"));
        QTest::keyClick(graph(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(opened());
        QVERIFY2(child<QLabel>("elementsTitle")->text().startsWith(QStringLiteral("y = W @ x")),
                 qPrintable(child<QLabel>("elementsTitle")->text()));
        const auto* small = child<GraphView>("elementsGraph");
        QVERIFY(small->nodeCount() >= 9 + 6);
        QStringList names;
        for (int i = 0; i < small->nodeCount(); ++i) names << small->spokenName(i);
        QVERIFY2(names.join(u'|').contains(QStringLiteral("x0, value 1, adjoint −33")), qPrintable(names.join(u'|')));
        picture("elements");
        const std::size_t end = elements()->cursor()->stop();
        elements()->setFocus();
        QTest::keyClick(elements(), Qt::Key_Left);
        QCOMPARE(elements()->cursor()->stop(), end - 1);
        QVERIFY(!child<MathLabel>("elementsStep")->plainText().isEmpty());
        QTest::keyClick(elements(), Qt::Key_Escape);
        QVERIFY(!elements()->isVisible());
    }

    void elements_are_opened_from_the_menu_of_a_node() {
        show(kMatrix);
        const int index = indexOf("y");
        QTimer::singleShot(0, this, [this] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (menu == nullptr) return;
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(child<QAction>("actionElements")).center());
        });
        const QPoint at = graph()->nodeRect(index).center().toPoint();
        QContextMenuEvent asked(QContextMenuEvent::Mouse, at, graph()->mapToGlobal(at));
        QApplication::sendEvent(graph(), &asked);
        QVERIFY(opened());
        QTest::mouseClick(child<QToolButton>("elementsPrevious"), Qt::LeftButton);
        QCOMPARE(elements()->cursor()->stop() + 1, elements()->cursor()->stops());
        QTest::mouseClick(child<QToolButton>("elementsClose"), Qt::LeftButton);
        QVERIFY(!elements()->isVisible());
    }

    void what_would_have_flowed_is_the_gradient_without_detach() {
        const Snapshot s = ran(kDetached);
        QVERIFY(hasCuts(s));
        const Ghosts ghosts = ghostsOf(s);
        QCOMPARE(ghosts.all.size(), std::size_t(1));
        QCOMPARE(ghosts.all[0].amount.item(), 3.0);  // L = z·x: ∂L/∂z = x
        QCOMPARE(ghosts.unknown, std::size_t(0));
        // In a loop each call is its own.
        const Snapshot loop =
            ran(QStringLiteral("import torch\nw = torch.tensor(2.0, requires_grad=True)\nh = w * 1\nL = 0\nfor i in range(3):\n    h = h * "
                               "w\n    L = L + h.detach() * w * (i + 1)\nL.backward()\n"));
        const Ghosts three = ghostsOf(loop);
        QCOMPARE(three.all.size(), std::size_t(3));
        for (std::size_t i = 0; i < 3; ++i) {
            // ∂L/∂h of that turn alone: w·(i + 1).
            QCOMPARE(three.all[i].amount.item(), 2.0 * static_cast<double>(i + 1));
        }
    }

    void no_grad_and_data_cut_as_detach_does_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("node");
        QTest::addColumn<double>("amount");
        const QString start = QStringLiteral("import torch\nx = torch.tensor(3.0, requires_grad=True)\ny = x * x\n");
        // L = z·x, so ∂L/∂z = x = 3; z = 2y, so 2 · 3 comes to y.
        QTest::newRow("detach in an expression") << start + QStringLiteral("L = y.detach() * x\nL.backward()\n") << "y.detach()" << 3.;
        QTest::newRow("data") << start + QStringLiteral("L = y.data * x\nL.backward()\n") << "y.data" << 3.;
        QTest::newRow("data with a name") << start + QStringLiteral("z = y.data\nL = z * x\nL.backward()\n") << "z" << 3.;
        QTest::newRow("no_grad") << start + QStringLiteral("with torch.no_grad():\n    z = y * 2\nL = z * x\nL.backward()\n") << "z" << 6.;
        QTest::newRow("further from no_grad") << start + QStringLiteral(
                                                             "with torch.no_grad():\n    z = y * 2\nw = z + 1\nL = w * x\nL.backward()\n")
                                              << "w" << 6.;
        QTest::newRow("decorator") << start + QStringLiteral(
                                                  "@torch.no_grad()\ndef f(v):\n    return v * 2\nz = f(y)\nL = z * x\nL.backward()\n")
                                   << "z" << 6.;
        QTest::newRow("a matrix")
            << QStringLiteral(
                   "import torch\nx = torch.tensor([1.0, 2.0], requires_grad=True)\ny = x * x\nwith torch.no_grad():\n    z = "
                   "(y * 3).sum()\nL = (z * x).sum()\nL.backward()\n")
            << "z" << 9.;  // ∂L/∂z = 1 + 2 = 3, times 3
    }
    void no_grad_and_data_cut_as_detach_does() {
        QFETCH(QString, text);
        QFETCH(QString, node);
        QFETCH(double, amount);
        const Snapshot s = ran(text);
        QVERIFY(s.program.ok() && s.report && !s.report->error);
        QVERIFY(hasCuts(s));
        QCOMPARE(s.recording.cuts.size(), std::size_t(1));
        int drawn = 0;
        for (const GraphEdge& edge : s.graph.edges) {
            if (!edge.cut) continue;
            ++drawn;
            QCOMPARE(QString::fromStdString(s.graph.nodes[edge.from].name), QStringLiteral("y"));
            QCOMPARE(QString::fromStdString(s.graph.nodes[edge.to].name), node);
        }
        QCOMPARE(drawn, 1);
        const Ghosts ghosts = ghostsOf(s);
        QCOMPARE(ghosts.unknown, std::size_t(0));
        QCOMPARE(ghosts.all.size(), std::size_t(1));
        for (std::int64_t i = 0; i < ghosts.all[0].amount.size(); ++i) QCOMPARE(ghosts.all[0].amount.at(i), amount);
    }

    void what_no_grad_cuts_in_a_loop_is_told_turn_by_turn() {
        const Snapshot s = ran(QStringLiteral(
            "import torch\nw = torch.tensor(2.0, requires_grad=True)\nh = w * 1\nL = 0\nfor i in range(3):\n    h = h * w\n    with "
            "torch.no_grad():\n        g = h * 10\n    L = L + g * w * (i + 1)\nL.backward()\n"));
        const Ghosts three = ghostsOf(s);
        QCOMPARE(three.all.size(), std::size_t(3));
        for (std::size_t i = 0; i < 3; ++i) QCOMPARE(three.all[i].amount.item(), 10 * 2.0 * static_cast<double>(i + 1));
        // Where the program cannot run with gradients everywhere, nothing is made up.
        const Snapshot step = ran(QStringLiteral(
            "import torch\nw = torch.tensor(2.0, requires_grad=True)\ny = w * w\nwith torch.no_grad():\n    k = y * 3\n    w -= 1\nL = k * "
            "w\nL.backward()\n"));
        QVERIFY(hasCuts(step) && ghostsOf(step).all.empty() && ghostsOf(step).unknown == 1);
    }

    void the_ghost_is_shown_on_demand_by_keyboard_and_by_mouse() {
        show(kDetached);
        window_->cursor()->setStop(static_cast<int>(window_->cursor()->stops()));
        QVERIFY(shown("ghost").isEmpty());
        window_->setFocus();
        QTest::keyClick(window_.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(QTest::qWaitFor([this] { return !shown("ghost").isEmpty(); }, 10000));
        picture("ghost");
        QCOMPARE(shown("ghost").join(u' '), QStringLiteral("not real: without detach() 3"));
        for (const Group& group : graph()->diagram().groups) {
            if (group.role == "ghost")
                QVERIFY(group.bounds.x > 0 && group.bounds.right() < graph()->diagram().size.width);  // inside the picture
        }
        auto* menu = child<QMenu>("viewMenu");
        menu->popup(window_->mapToGlobal(QPoint(80, 40)));
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(child<QAction>("actionGhosts")).center());
        QVERIFY(shown("ghost").isEmpty());
        show(QStringLiteral("f(x) = x^2"));
        QVERIFY(!child<QAction>("actionGhosts")->isEnabled());
    }

    void each_node_can_be_a_curve() {
        const auto sparks = [this] {
            int count = 0, items = 0;
            for (const Group& group : graph()->diagram().groups) {
                if (group.role != "spark") continue;
                ++count;
                items += static_cast<int>(group.items.size());
            }
            return std::pair(count, items);
        };
        show(QStringLiteral("f(x) = sin(x) * x"));
        QCOMPARE(sparks().first, 0);
        window_->setFocus();
        QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(sparks().first, 3);
        picture("sparks");
        const int both = sparks().second;
        // The chip of a step stays above them.
        window_->cursor()->setStop(static_cast<int>(window_->cursor()->stops()));
        QCOMPARE(graph()->diagram().groups.back().role, std::string("chip"));
        QCOMPARE(sparks().first, 3);
        window_->cursor()->setStop(static_cast<int>(window_->cursor()->snapshot()->endOfForward()));
        child<QAction>("actionPredict")->trigger();  // slopes would tell
        QVERIFY(sparks().first == 3 && sparks().second < both);
        child<QAction>("actionPredict")->trigger();
        QCOMPARE(sparks().second, both);
        auto* menu = child<QMenu>("viewMenu");
        menu->popup(window_->mapToGlobal(QPoint(80, 40)));
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(child<QAction>("actionSparks")).center());
        QCOMPARE(sparks().first, 0);
        // The numbers are those of the formula.
        const Snapshot s = ran(QStringLiteral("f(x) = sin(x) * x"));
        const Sparks all = sparksOf(s.source, s.parsed.ast, s.recording, "x", -2, 2, 5);
        QCOMPARE(all.ofNode[s.recording.output.index()].value.back(), std::sin(2.0) * 2);
        QCOMPARE(all.ofNode[named(s, "x").index()].slope.back(), std::cos(2.0) * 2 + std::sin(2.0));
    }

    void each_node_of_a_program_can_be_a_curve() {
        const QString text = QStringLiteral(
            "import torch\nx = torch.tensor(2.0, requires_grad=True)\ny = x * x\nif x > 0:\n    z = torch.sin(y)\nelse:\n    z = y * "
            "3\nz.backward()\n");
        show(text);
        QTRY_VERIFY_WITH_TIMEOUT(child<QAction>("actionSparks")->isEnabled(), 20000);  // when it has a curve
        window_->setFocus();
        QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        const auto sparks = [this] {
            return std::count_if(graph()->diagram().groups.begin(), graph()->diagram().groups.end(),
                                 [](const Group& group) { return group.role == "spark"; });
        };
        QTRY_COMPARE_WITH_TIMEOUT(sparks(), std::ptrdiff_t(3), 20000);
        picture("program-sparks");
        QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(sparks(), std::ptrdiff_t(0));
        // The numbers are those of the runs at each x; where another branch is taken, z is computed in another way.
        const Snapshot s = ran(text);
        const ProgramOptions options;
        ProgramSampleRequest request;
        request.from = -3;
        request.to = 3;
        const auto curve = sampleProgram(s.source, s.program, options, request);
        QVERIFY(curve && curve->refusal == SampleRefusal::None);
        const auto all = sparksOf(s.source, s.program, options, s.recording, *curve, {}, 7);
        QVERIFY(all && all->x.size() == 7);
        const Spark& x = all->ofNode[named(s, "x").index()];
        const Spark& z = all->ofNode[named(s, "z").index()];
        QCOMPARE(x.value.front(), -3.0);
        QVERIFY(std::isnan(z.value.front()));
        QCOMPARE(z.value.back(), double(std::sin(9.0F)));
        QCOMPARE(x.slope.front(), -18.0);
        QCOMPARE(x.slope.back(), double(std::cos(9.0F) * 6.0F));
        QCOMPARE(z.slope.back(), 1.0);
    }

    void a_branch_that_is_not_taken_is_a_faint_frame() {
        show(QStringLiteral(
            "import torch\nx = torch.tensor(3.0, requires_grad=True)\nif x > 0:\n    y = x * x\nelse:\n    y = -x\n    y = y * 100\nfor i "
            "in range(3):\n    if i == 1:\n        y = y + x\n    elif i == 7:\n        y = y - 5\ny.backward()\n"));
        picture("untaken");
        const QStringList texts = shown("untaken");
        QCOMPARE(texts.join(u'|'), QStringLiteral("else:  not taken|y = -x|y = y * 100|elif i == 7:  not taken|y = y - 5"));
        // Beneath all nodes, inside the picture, at the same place at every step.
        QList<Rect> places;
        for (const int stop : {0, static_cast<int>(window_->cursor()->stops())}) {
            window_->cursor()->setStop(stop);
            for (const Group& group : graph()->diagram().groups) {
                if (group.role == "untaken") places << group.bounds;
                if (group.role == "node") QVERIFY(places.isEmpty() || group.bounds.bottom() < places.front().y || places.size() > 2);
            }
        }
        QCOMPARE(places.size(), 4);
        QVERIFY(places[0] == places[2] && places[1] == places[3]);
        QVERIFY(places[1].right() < graph()->diagram().size.width && places[0].bottom() < graph()->diagram().size.height);
    }
};

QTEST_MAIN(TestElements)
#include "tst_elements.moc"
