// SPDX-License-Identifier: GPL-3.0-or-later
// Programs as they are shown: names, groups that fold, tensors, cuts; and every program of the corpus at every stop.
#include <QDir>
#include <QFile>
#include <QTest>

#include "engine/diagram/graphpicture.h"
#include "engine/engine.h"
#include "engine/timeline/hunting.h"
#include "engine/timeline/stepping.h"
#include "engine/timeline/tensorterms.h"
#include "widgets/phrases.h"

using namespace backstep;

namespace {

Snapshot ran(const std::string& text, std::map<std::string, bool> fold = {}) {
    Request request;
    request.text = text;
    request.kind = TextKind::Program;
    request.fold = std::move(fold);
    return *evaluate(request);
}

QStringList shown(const Snapshot& s) {
    QStringList out;
    for (const GraphNode& node : s.graph.nodes) {
        out += QString::fromStdString(node.expression.empty() ? node.name + node.shape : node.name + " = " + node.expression + node.shape);
    }
    return out;
}

Diagram pictureOf(const Snapshot& s, std::size_t stop) {
    State state(s.recording, s.timeline);
    state.moveTo(stop);
    return graphDiagram(s.graph, layeredLayout(layoutRequest(s.graph, Direction::topToBottom)), s.recording, s.source, state);
}

bool hasRole(const Diagram& diagram, const std::string& role) {
    return std::any_of(diagram.groups.begin(), diagram.groups.end(), [&](const Group& g) { return g.role == role; });
}

bool same(const std::optional<Tensor>& a, const std::optional<Tensor>& b) {
    return a.has_value() == b.has_value() && (!a || identical(*a, *b));
}

const std::string kLoop =
    "import torch\na = torch.tensor(0.5, requires_grad=True)\ndef f(a):\n    b = a * 2\n    while b.norm() < 1000:\n        b = b * 2\n    "
    "return b\nd = f(a)\nd.backward()\n";

}  // namespace

class TestProgramGraph : public QObject {
    Q_OBJECT

private slots:
    void nodes_have_the_names_of_the_program() {
        const Snapshot s =
            ran("import torch\nx = torch.arange(4.0, requires_grad=True)\nw = torch.ones(4)\ny = (x * w).sum()\ny.backward()\n");
        QCOMPARE(shown(s), (QStringList{"x[4]", "w[4]", "v₁ = x ⊙ w[4]", "y = sum v₁"}));
        QCOMPARE(s.graph.nodes.back().kind, GraphNode::Kind::Output);
        QCOMPARE(s.graph.nodes[1].kind, GraphNode::Kind::Data);
    }
    void a_name_given_again_counts() {
        const Snapshot s = ran("import torch\nx = torch.tensor(2.0, requires_grad=True)\ny = x * x\ny = y + 1\ny.backward()\n");
        QCOMPARE(shown(s), (QStringList{"x", "y⁽¹⁾ = x · x", "y⁽²⁾ = y⁽¹⁾ + 1"}));
    }
    void a_long_loop_shows_its_first_and_last_turns() {
        const Snapshot s = ran(kLoop);
        const QStringList all = shown(s);
        QVERIFY2(all.size() < 12, qPrintable(all.join('\n')));
        QVERIFY2(std::any_of(s.graph.groups.begin(), s.graph.groups.end(),
                             [](const GraphGroup& g) { return g.kind == Scope::Kind::Call && g.title == "f(a)"; }),
                 qPrintable(all.join('\n')));
        QVERIFY(std::any_of(s.graph.groups.begin(), s.graph.groups.end(),
                            [](const GraphGroup& g) { return g.kind == Scope::Kind::Loop && g.turns > 5; }));
    }
    void turns_that_begin_anew_are_one_box_after_the_first() {
        const Snapshot s = ran(
            "import torch\nw = torch.tensor(1.0, requires_grad=True)\nfor i in range(9):\n    loss = (w - 3) ** 2\n    loss.backward()\n"
            "    with torch.no_grad():\n        w -= 0.1 * w.grad\n        w.grad.zero_()\n");
        const QStringList all = shown(s);
        QVERIFY2(all.size() <= 5, qPrintable(all.join('\n')));
        QVERIFY2(all.last().contains("×8"), qPrintable(all.join('\n')));
    }
    void the_tape_has_an_end_and_what_was_recorded_stays() {
        Request request;
        request.text =
            "import torch\nx = torch.tensor(1.0, requires_grad=True)\ntry:\n    while True:\n        x = x * 1\nexcept BaseException:\n    "
            "print('caught')\n";
        request.kind = TextKind::Program;
        request.program.tensors.tapeNodes = 3000;
        const Snapshot s = *evaluate(request);
        QVERIFY(s.report->error);
        QCOMPARE(QString::fromStdString(s.report->error->type), QStringLiteral("Limit"));
        QCOMPARE(QString::fromStdString(s.report->error->message), QStringLiteral("the graph has more than 3000 operations"));
        QCOMPARE(s.report->error->line, 5U);
        QVERIFY(s.report->output.empty());
        QVERIFY(s.recording.tape.size() >= 3000 && s.graph.nodes.size() < 60);
    }
    void parameters_are_called_after_their_network() {
        const Snapshot s =
            ran("import torch\nfrom torch import nn\nnet = nn.Sequential(nn.Linear(2, 1))\nloss = net(torch.ones(1, "
                "2)).sum()\nloss.backward()\n");
        const QStringList all = shown(s);
        QVERIFY2(all.contains("net.0.weight[1, 2]") && all.contains("net.0.bias[1]"), qPrintable(all.join('\n')));
    }
    void the_first_nan_is_found_where_it_arises() {
        const Snapshot s =
            ran("import torch\nx = torch.tensor([4.0, 0.0], requires_grad=True)\ny = x.sqrt()\nz = (y * 0).sum()\nz.backward()\n");
        const std::size_t stop = firstNotFinite(s.recording);
        const Moment moment = momentAt(s.recording, stop);
        QVERIFY(moment.contribution.has_value());
        QCOMPARE(moment.node, s.recording.inputs.front());
        QVERIFY(words(explain(s.recording, s.source, stop), s.recording, s.source).contains("NaN: 1"));
        QCOMPARE(firstNotFinite(ran("import torch\nx = torch.tensor(1.0, requires_grad=True)\n(x * x).backward()\n").recording),
                 std::size_t{0});
        const Snapshot log = ran("import torch\nx = torch.tensor(-1.0, requires_grad=True)\ny = x.log()\nz = y + 1\nz.backward()\n");
        const std::size_t first = firstNotFinite(log.recording);
        QVERIFY(words(explain(log.recording, log.source, first), log.recording, log.source).contains("arises here"));
    }
    void what_only_a_condition_looks_at_is_not_drawn() {
        const QString all = shown(ran(kLoop)).join('\n');
        QVERIFY2(!all.contains("‖"), qPrintable(all));
    }
    void a_group_folds_and_opens_without_another_run() {
        const Snapshot s = ran(kLoop);
        std::string call;
        for (const GraphGroup& g : s.graph.groups) {
            if (g.kind == Scope::Kind::Call) call = g.key;
        }
        QVERIFY(!call.empty());
        const Snapshot folded = refolded(s, {{call, true}});
        QCOMPARE(shown(folded), (QStringList{"a", QString::fromStdString(folded.graph.nodes.back().name) + " = f(a)"}));
        QCOMPARE(folded.graph.edges.size(), std::size_t{1});
        QCOMPARE(shown(refolded(folded, {{call, false}})), shown(s));
    }
    void a_division_is_one_box_of_two_operations() {
        const Snapshot s = ran("import torch\nx = torch.tensor(2.0, requires_grad=True)\ny = x + 1/x\ny.backward()\n");
        QCOMPARE(s.recording.tape.op(s.recording.inputs.front()), Op::Input);
        QVERIFY2(shown(s).contains("v₂ = 1/x"), qPrintable(shown(s).join('\n')));
    }
    void detach_is_a_cut() {
        const Snapshot s =
            ran("import torch\nx = torch.tensor(2.0, requires_grad=True)\ny = x * x\nu = y.detach()\nz = u * x\nz.backward()\n");
        QVERIFY(std::any_of(s.graph.edges.begin(), s.graph.edges.end(), [](const GraphEdge& e) { return e.cut; }));
        QVERIFY(hasRole(pictureOf(s, s.stops()), "cut"));
    }
    void a_leafs_grad_is_kept_and_zeroed() {
        const Snapshot s =
            ran("import torch\nx = torch.tensor(3.0, requires_grad=True)\n(x * x).backward()\nx.grad.zero_()\n(2 * x).backward()\n");
        const NodeId x = s.recording.inputs.front();
        QCOMPARE(s.timeline->ledgerOf(x).size(), std::size_t{3});
        State state(s.recording, s.timeline);
        QVERIFY(!state.grad(x));
        state.moveTo(s.timeline->ledgerOf(x)[0].stop);
        QCOMPARE(state.grad(x)->item(), 6.0);
        state.moveTo(s.timeline->ledgerOf(x)[1].stop);
        QCOMPARE(state.grad(x)->item(), 0.0);
        state.moveTo(s.stops());
        QCOMPARE(state.grad(x)->item(), 2.0);
    }
    void steps_skip_what_changes_nothing_on_screen() {
        const Snapshot s = ran(kLoop);
        std::size_t edges = 0, all = 0;
        for (std::size_t k = 0; k < s.stops(); k = nextStop(s.recording, k, Pace::Edge)) ++edges;
        for (std::size_t k = 0; k < s.stops(); k = nextStop(s.recording, k, Pace::Event)) ++all;
        QCOMPARE(all, s.stops());
        QVERIFY(edges < all);
        QCOMPARE(previousStop(s.recording, nextStop(s.recording, 10, Pace::Line), Pace::Event) + 1, nextStop(s.recording, 10, Pace::Line));
    }

    // Whatever the program: no stop is without words, a picture has all nodes, and arriving from anywhere shows the same.
    void every_program_can_be_stepped_data() {
        QTest::addColumn<QString>("path");
        for (const QString& folder :
             {QStringLiteral(BACKSTEP_SHARED_DIR "/data/programs"), QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/programs"),
              QStringLiteral(BACKSTEP_SOURCE_DIR "/resources/examples")}) {
            for (const QFileInfo& file : QDir(folder).entryInfoList({QStringLiteral("*.py")}, QDir::Files, QDir::Name)) {
                QTest::newRow(qPrintable(file.baseName())) << file.filePath();
            }
        }
    }
    void every_program_can_be_stepped() {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Snapshot s = ran(file.readAll().toStdString());
        QVERIFY(s.report.has_value());
        if (!s.ok()) return;
        const std::size_t stride = std::max<std::size_t>(1, s.stops() / 60);
        State walking(s.recording, s.timeline);
        for (std::size_t stop = 0; stop <= s.stops(); stop += stride) {
            walking.moveTo(stop);
            State fresh(s.recording);
            fresh.moveTo(s.stops() - stop);
            fresh.moveTo(stop);
            for (const NodeId input : s.recording.inputs) {
                QVERIFY(same(walking.derivative(input), fresh.derivative(input)));
                QVERIFY(same(walking.grad(input), fresh.grad(input)));
            }
            const Explanation step = explain(s.recording, s.source, stop, *s.timeline);
            QVERIFY2(!words(step, s.recording, s.source).isEmpty(), qPrintable(QString::number(stop)));
        }
        for (const std::size_t stop : {std::size_t{0}, s.stops() / 2, s.stops()}) {
            const Diagram picture = pictureOf(s, stop);
            const auto nodes = std::count_if(picture.groups.begin(), picture.groups.end(), [](const Group& g) { return g.role == "node"; });
            QCOMPARE(std::size_t(nodes), s.graph.nodes.size());
        }
        QVERIFY2(s.graph.nodes.size() <= 60, qPrintable(QString::number(s.graph.nodes.size())));
    }
};

QTEST_GUILESS_MAIN(TestProgramGraph)
#include "tst_programgraph.moc"
