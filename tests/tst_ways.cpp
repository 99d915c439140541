// SPDX-License-Identifier: GPL-3.0-or-later
// The ways of looking at differentiation, by numbers: every recorded sweep run again, backwards and forwards.
#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include <QDir>
#include <QFile>
#include <QTest>

#include "engine/engine.h"
#include "engine/ways/twin.h"
#include "engine/ways/ways.h"

using namespace backstep;

namespace {

using namespace Qt::StringLiterals;

Snapshot programOf(const std::string& text) {
    Request request;
    request.text = text;
    request.kind = TextKind::Program;
    return *evaluate(request);
}

double dot(const Tensor& a, const Tensor& b) {
    double sum = 0;
    for (std::int64_t i = 0; i < a.size(); ++i) sum += a.at(i) * b.at(i);
    return sum;
}
double largest(const Tensor& a) {
    double most = 0;
    for (const double x : a.numbers()) most = std::max(most, std::fabs(x));
    return most;
}
Tensor direction(const Tensor& like) {
    std::vector<double> values(static_cast<std::size_t>(like.size()));
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = std::sin(1.0 + 2.0 * static_cast<double>(i));
    return like.isScalar() ? Tensor(1, like.dtype()) : Tensor(like.shape(), values, like.dtype());
}

Snapshot formulaOf(const std::string& text, std::map<std::string, double> values = {}) {
    Request request;
    request.text = text;
    request.inputs.values = std::move(values);
    return *evaluate(request);
}
Ways look(Snapshot snapshot, const WaysRequest& request = {}) {
    return *waysOf(std::make_shared<const Snapshot>(std::move(snapshot)), request);
}
NodeId named(const Recording& r, const std::string& name) {
    for (std::size_t i = 0; i < r.tape.size(); ++i) {
        if (r.tape.nameOf(NodeId(i)) == name) return NodeId(i);
    }
    return {};
}
void compare(const Tensor& got, const std::vector<double>& expected, double tolerance = 1e-4) {
    QCOMPARE(static_cast<std::size_t>(got.size()), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QVERIFY2(std::fabs(got.at(static_cast<std::int64_t>(i)) - expected[i]) <= tolerance,
                 qPrintable(QStringLiteral("%1: %2").arg(i).arg(got.at(static_cast<std::int64_t>(i)))));
    }
}

const char* const kVector =
    "import torch\nx = torch.tensor([2.0, 3.0], requires_grad=True)\n"
    "y = torch.stack([x[0] * x[1], x[0] ** 2, torch.sin(x[1])])\ny.backward(torch.tensor([1.0, -2.0, 0.5]))\n";

// All paths, one by one.
void enumerate(const Reach& reach, NodeId at, NodeId leaf, std::vector<std::uint32_t>& edges, const std::function<void()>& found) {
    if (at == leaf) return found();
    for (std::uint32_t e = 0; e < reach.edges.size(); ++e) {
        if (reach.edges[e].value != at) continue;
        edges.push_back(e);
        enumerate(reach, reach.edges[e].to, leaf, edges, found);
        edges.pop_back();
    }
}

// The most that is alive at once, from the definition: a thing lives from the moment it is made to the moment of its last use.
std::int64_t mostAlive(const std::vector<std::array<std::int64_t, 3>>& lives, std::int64_t moments) {
    std::int64_t most = 0;
    for (std::int64_t t = 0; t <= moments; ++t) {
        std::int64_t now = 0;
        for (const auto& [from, to, size] : lives) now += from <= t && t <= to ? size : 0;
        most = std::max(most, now);
    }
    return most;
}

QStringList programFiles() {
    QStringList files;
    for (const QString& folder : {QStringLiteral(BACKSTEP_SHARED_DIR) + u"/data/programs"_s,
                                  QStringLiteral(BACKSTEP_SOURCE_DIR) + u"/tests/data/random_programs"_s}) {
        for (const QString& name : QDir(folder).entryList({u"*.py"_s}, QDir::Files, QDir::Name)) files.append(folder + u'/' + name);
    }
    return files;
}

// Forward mode is the derivative of the backward rule; these rules compute with bare numbers and have none. It is refused by
// the operation's name.
bool hasNoForward(Op op) {
    static const QStringList kNames{u"svdvals"_s, u"linalg_det"_s, u"linalg_slogdet"_s, u"group_norm"_s, u"cdist"_s,
                                    // where an element is zero; the gradient of a normalization
                                    u"cumprod"_s, u"native_layer_norm_backward"_s, u"native_batch_norm_backward"_s};
    return op == Op::Svdvals || kNames.contains(QString::fromUtf8(infoOf(op).name.data(), static_cast<qsizetype>(infoOf(op).name.size())));
}

// The same, or the same numbers added in another order.
bool sameSums(const Tensor& a, const Tensor& b) {
    if (identical(a, b)) return true;
    if (a.shape() != b.shape() || a.dtype() != b.dtype() || a.size() == 0) return false;
    double largest = 0;
    for (const double x : a.numbers()) largest = std::max(largest, std::fabs(x));
    const double few = (a.dtype() == DType::Float32 ? 0x1p-24 : 0x1p-53) * 8 * std::max(largest, 1.0);
    for (std::size_t i = 0; i < a.numbers().size(); ++i) {
        const double x = a.numbers()[i], y = b.numbers()[i];
        if (!(x == y || std::fabs(x - y) <= few || (std::isnan(x) && std::isnan(y)))) return false;
    }
    return true;
}

}  // namespace

class TstWays : public QObject {
    Q_OBJECT

private slots:
    void every_recorded_sweep_runs_again_with_the_same_numbers_data() {
        QTest::addColumn<QString>("path");
        for (const QString& path : programFiles()) QTest::newRow(qPrintable(QFileInfo(path).baseName())) << path;
    }
    void every_recorded_sweep_runs_again_with_the_same_numbers() {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        // (kron() keeps its factors by their memory: its gradient is of what they have become.)
        const bool interferes = text.contains("torch.kron(") || text.contains("register_hook") || text.contains("retains_grad") ||
                                text.contains("autograd.grad(") || text.contains("inputs=") || text.contains(".data.") ||
                                text.contains("backward([");
        const Snapshot s = programOf(text.toStdString());
        const Recording& r = s.recording;
        Replay replay(r);
        for (std::size_t k = 0; k < r.log.sweeps.size() && k < 3; ++k) {
            const Sweep& sweep = r.log.sweeps[SweepId(k)];
            const Reach reach = reachOf(r, replay, sweep.root);
            if (reach.edges.size() > 2000) continue;
            const Swept back = pullBack(replay, reach, sweep.seed);
            if (replay.refused().valid()) return;
            // What the log has, number for number; but how a tensor lay in memory, on which the order of its sums depends, is not on the tape.
            for (const Contribution& c : r.log.contributions) {
                if (c.sweep != SweepId(k) || interferes) continue;
                const auto same = [&](const Crossing& x) {
                    return reach.edges[x.edge].node == c.node && reach.edges[x.edge].operand == c.operand;
                };
                const auto found = std::find_if(back.crossings.begin(), back.crossings.end(), same);
                QVERIFY2(found != back.crossings.end(), qPrintable(QStringLiteral("v%1 operand %2").arg(c.node.value).arg(c.operand)));
                QVERIFY2(sameSums(found->amount, c.amount), qPrintable(QStringLiteral("v%1 operand %2").arg(c.node.value).arg(c.operand)));
                QVERIFY(sameSums(found->after, c.after));
            }
            // The other direction: ⟨v, J t⟩ = ⟨Jᵀ v, t⟩.
            for (const NodeId leaf : reach.leaves) {
                const MaybeTensor gradient = back.known[leaf];
                if (!gradient) continue;
                const Tensor tangent = direction(*gradient);
                const Swept ahead = pushForward(replay, reach, leaf, tangent);
                if (replay.refused().valid() && hasNoForward(r.tape.op(replay.refused()))) return;
                if (replay.refused().valid()) QFAIL(infoOf(r.tape.op(replay.refused())).name.data());
                const Tensor out = ahead.known[reach.root].value_or(Tensor::filled(sweep.seed.shape(), 0, sweep.seed.dtype()));
                QCOMPARE(out.shape(), sweep.seed.shape());
                const double left = dot(sweep.seed, out), right = dot(*gradient, tangent);
                if (!std::isfinite(left) || !std::isfinite(right)) continue;
                double scale = 1e-3;
                for (const Crossing& x : back.crossings) scale = std::max(scale, largest(x.amount));
                QVERIFY2(std::fabs(left - right) <=
                             1e-4 * (std::fabs(left) + std::fabs(right)) + 3e-5 * scale * static_cast<double>(gradient->size()),
                         qPrintable(QStringLiteral("%1 and %2, leaf %3").arg(left).arg(right).arg(leaf.value)));
            }
        }
    }

    // --- seeds and Jacobians; the numbers are PyTorch's ---
    void the_jacobian_of_a_vector_is_pytorchs() {
        const Ways ways = look(programOf(kVector));
        QCOMPARE(ways.state, Ways::State::Ready);
        QCOMPARE(ways.jacobian.rows, 3);
        QCOMPARE(ways.jacobian.columns, 2);
        compare(ways.jacobian.row[0].value(), {3, 2});
        compare(ways.jacobian.row[1].value(), {4, 0});
        compare(ways.jacobian.row[2].value(), {0, -0.9900});
        QVERIFY(ways.seedIsOwn && !ways.seedIsOnes);
        compare(ways.product.value(), {-5, 1.5050});
    }
    void a_seed_of_ones_own_gives_what_the_program_got_with_it() {
        const Snapshot s = programOf(kVector);
        WaysRequest request;
        request.seed = onesLike(s.recording.log.sweeps[SweepId(0)].seed);
        const Ways ones = look(s, request);
        QVERIFY(ones.seedIsOnes && !ones.seedIsOwn);
        compare(ones.product.value(), {7, 1.0100});
        request.seed = Tensor({3}, {1, -2, 0.5}, DType::Float32);
        const Ways ways = look(s, request);
        QVERIFY(identical(ways.product.value(), s.recording.log.accumulations.back().amount));
        compare(ways.product.value(), {-5, 1.5050});
        const std::vector<double> whole = formed(ways.jacobian, ways.seed, 3);
        compare(Tensor({2}, whole), {-5, 1.5050});
        compare(Tensor({2}, formed(ways.jacobian, ways.seed, 1)), {3, 2});
        compare(Tensor({2}, formed(ways.jacobian, ways.seed, 2)), {-5, 2});
    }
    void a_value_with_a_name_has_a_jacobian_without_any_backward() {
        const Snapshot s = programOf(
            "import torch\nW = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)\ny = torch.tanh(W @ torch.tensor([0.1, -0.2]))\n");
        const Ways ways = look(s);
        QCOMPARE(ways.state, Ways::State::Ready);
        QCOMPARE(ways.root, named(s.recording, "y"));
        QVERIFY(!ways.sweep.valid());
        compare(ways.jacobian.row[0].value(), {0.0915, -0.1830, 0, 0});
        compare(ways.jacobian.row[1].value(), {0, 0, 0.0786, -0.1573});
        QCOMPARE(QString::fromStdString(placeText({2, 2}, 3)), QStringLiteral("[1, 1]"));
    }
    void a_large_jacobian_says_its_size_and_is_not_computed() {
        const Ways ways = look(programOf("import torch\nx = torch.ones(100, requires_grad=True)\ny = x * 2\ny.sum().backward()\n"), {});
        QCOMPARE(ways.jacobian.rows, 1);
        QVERIFY(ways.jacobian.tooLarge);
        QVERIFY(ways.jacobian.row.empty());
    }

    // --- counts against counts made another way ---
    void the_counts_are_those_of_the_logs_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("formula");
        QTest::newRow("vector") << QString::fromLatin1(kVector) << QString();
        QTest::newRow("opening") << QString() << QStringLiteral("f(x) = log(x^2) * sin(x) + 1/x");
        QTest::newRow("two inputs") << QString() << QStringLiteral("f(x, y) = x*y + sin(x*y) + y^2");
        QTest::newRow("network") << QStringLiteral(
                                        "import torch\ntorch.manual_seed(0)\nx = torch.randn(4, 3)\nW = torch.randn(3, 2, "
                                        "requires_grad=True)\nb = torch.zeros(2, "
                                        "requires_grad=True)\nh = torch.tanh(x @ W + b)\nloss = (h * h).mean()\nloss.backward()\n")
                                 << QString();
    }
    void the_counts_are_those_of_the_logs() {
        QFETCH(QString, program);
        QFETCH(QString, formula);
        const Snapshot s = program.isEmpty() ? formulaOf(formula.toStdString(), {{"x", 2}, {"y", 3}}) : programOf(program.toStdString());
        const Ways ways = look(s);
        QCOMPARE(ways.state, Ways::State::Ready);
        const auto crossings = [](const Recording& r, SweepId sweep) {
            return std::count_if(r.log.contributions.begin(), r.log.contributions.end(),
                                 [&](const Contribution& c) { return c.sweep == sweep; });
        };
        const auto added = [](const Recording& r, SweepId sweep) {
            return std::count_if(r.log.contributions.begin(), r.log.contributions.end(),
                                 [&](const Contribution& c) { return c.sweep == sweep && c.hadBefore; });
        };
        QCOMPARE(static_cast<std::int64_t>(ways.counts.reverse.onePass.products), crossings(s.recording, ways.sweep));
        QCOMPARE(static_cast<std::int64_t>(ways.counts.reverse.onePass.sums), added(s.recording, ways.sweep));
        std::size_t products = 0;
        std::int64_t inputs = 0;
        for (const NodeId leaf : ways.leaves) {
            WaysRequest request;
            request.leaf = leaf;
            const Ways other = look(s, request);
            const Recording& twin = other.twin->recording;
            const SweepId last(twin.log.sweeps.size() - 1);
            QCOMPARE(static_cast<std::int64_t>(other.counts.forward.onePass.products), crossings(twin, last));
            QCOMPARE(static_cast<std::int64_t>(other.counts.forward.onePass.sums), added(twin, last));
            inputs += s.recording.tape.value(leaf).size();
            products += other.counts.forward.onePass.products * static_cast<std::size_t>(s.recording.tape.value(leaf).size());
        }
        QCOMPARE(ways.counts.inputs, inputs);
        QCOMPARE(ways.counts.forward.passes, inputs);
        QCOMPARE(ways.counts.forward.all.products, products);
        QCOMPARE(ways.counts.reverse.passes, s.recording.tape.value(ways.root).size());
        // What is held, from the lives of things: moments are the values made, then the operations gone back over.
        const Reach& reach = ways.reach;
        const auto sizeOf = [&](NodeId v) { return s.recording.tape.value(v).size(); };
        std::map<NodeId, std::int64_t> made, back;
        for (const NodeId v : reach.values) made[v] = static_cast<std::int64_t>(made.size());
        const auto n = static_cast<std::int64_t>(reach.values.size());
        for (const NodeId v : reach.values) back[v] = n + (n - 1 - made[v]);
        const std::vector<bool> depends = reach.dependsOn(ways.leaf);
        std::vector<std::array<std::int64_t, 3>> forward, reverse;
        for (const NodeId v : reach.values) {
            std::int64_t used = v == reach.root ? n : 0, wanted = -1, adjoint = v == reach.root ? n - 1 : 2 * n;
            for (const WayEdge& e : reach.edges) {
                if (e.to != v) continue;
                used = std::max(used, made[e.value]);
                adjoint = std::min(adjoint, back[e.value]);
            }
            for (const NodeId op : reach.values) {
                const auto wants = s.recording.tape.op(op) == Op::Input ? std::vector<NodeId>() : wantedBy(s.recording, op);
                if (std::find(wants.begin(), wants.end(), v) != wants.end()) wanted = std::max(wanted, back[op]);
            }
            forward.push_back({made[v], used, sizeOf(v) * (depends[v.index()] ? 2 : 1)});
            const bool output = v == reach.root;
            reverse.push_back({made[v], wanted >= 0 ? wanted : output ? 2 * n : used, sizeOf(v)});
            reverse.push_back({adjoint, s.recording.tape.op(v) == Op::Input ? 2 * n : back[v], sizeOf(v)});
        }
        QCOMPARE(ways.counts.forward.held, mostAlive(forward, n - 1));
        QCOMPARE(ways.counts.reverse.held, mostAlive(reverse, 2 * n));
    }

    // --- paths ---
    void the_paths_add_up_to_the_gradient() {
        const Snapshot s = formulaOf("f(x, y) = (x*y + sin(x)) * (x - y) * x", {{"x", 1.3}, {"y", 0.4}});
        const Ways ways = look(s);
        std::vector<std::uint32_t> edges;
        std::multiset<std::vector<std::uint32_t>> expected;
        enumerate(ways.reach, ways.root, ways.leaf, edges, [&] { expected.insert(edges); });
        QCOMPARE(ways.paths.count, static_cast<double>(expected.size()));
        std::multiset<std::vector<std::uint32_t>> got;
        double sum = 0, before = HUGE_VAL;
        for (const Path& path : ways.paths.shown) {
            got.insert(path.edges);
            double product = 1;
            for (const Tensor& partial : path.partials) product *= partial.at(0);
            QVERIFY(std::fabs(product - path.contribution.item()) < 1e-14);
            QVERIFY(std::fabs(product) <= before + 1e-14);  // the largest first
            before = std::fabs(product);
            sum += product;
        }
        QVERIFY(got == expected);
        QVERIFY(std::fabs(sum - ways.paths.gradient->item()) < 1e-12);
        QVERIFY(std::fabs(sum - s.checks[0].reverse) < 1e-12);
        QVERIFY(!ways.paths.rest);
    }
    void paths_beyond_number_are_counted_and_the_rest_is_summed() {
        std::string text =
            "import torch\nx = torch.tensor(1.1, requires_grad=True, dtype=torch.float64)\ny = x\nfor i in range(40):\n    y = y * 0.5 + y "
            "* 0.25\ny.backward()\n";
        const Ways ways = look(programOf(text));
        QCOMPARE(ways.paths.count, std::ldexp(1.0, 40));
        QCOMPARE(ways.paths.shown.size(), kMostPaths);
        QVERIFY(std::fabs(ways.paths.shown[0].contribution.item() - std::ldexp(1.0, -40)) < 1e-25);  // 0.5 forty times
        QVERIFY(ways.paths.rest.has_value());
        double sum = ways.paths.rest->item();
        for (const Path& p : ways.paths.shown) sum += p.contribution.item();
        QVERIFY(std::fabs(sum - std::pow(0.75, 40)) < 1e-15);
    }
    void paths_of_tensors_carry_what_arrives_over_them_alone() {
        const Ways ways =
            look(programOf("import torch\nx = torch.tensor([1., 2.], requires_grad=True)\ny = (x * x).sum() + x.sum()\ny.backward()\n"));
        QVERIFY(!ways.paths.numeric);
        QCOMPARE(ways.paths.count, 3.0);
        QCOMPARE(ways.paths.shown.size(), std::size_t{3});
        std::vector<double> sum(2, 0);
        for (const Path& path : ways.paths.shown) {
            for (std::size_t i = 0; i < 2; ++i) sum[i] += path.contribution.at(static_cast<std::int64_t>(i));
        }
        compare(Tensor({2}, sum), {3, 5});
    }

    // --- second order ---
    void the_graphs_of_derivatives_have_as_many_nodes_as_pytorchs() {
        const Snapshot s = programOf(
            "import torch\nx = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)\ny = torch.sin(x) * x**3\n"
            "g, = torch.autograd.grad(y, x, create_graph=True)\nh, = torch.autograd.grad(g, x, create_graph=True)\n");
        const std::vector<OrderCount> orders = recordedOrders(s.recording);
        QCOMPARE(orders.size(), std::size_t{3});
        QCOMPARE(orders[0].fresh, std::size_t{3});
        QCOMPARE(orders[1].all(), std::size_t{10});
        QCOMPARE(orders[2].all(), std::size_t{28});
    }
    void the_orders_of_a_formula_have_its_derivatives_values() {
        const Snapshot s = formulaOf("f(x) = sin(x) * x^3", {{"x", 2}});
        const std::vector<OrderCount> orders = ordersOf(s.recording, s.recording.inputs[0]);
        QCOMPARE(orders.size(), std::size_t{3});
        QCOMPARE(orders[0].fresh, std::size_t{3});
        QVERIFY(std::fabs(orders[1].value - 7.58238) < 1e-4);
        QVERIFY(std::fabs(orders[2].value + 6.3503) < 1e-3);
        QVERIFY(orders[1].fresh > orders[0].fresh && orders[2].fresh > orders[1].fresh);
        QVERIFY(ordersOf(formulaOf("f(x, y) = x", {{"x", 2}}).recording, s.recording.inputs[0])[2].zero);
    }

    void what_forward_mode_cannot_do_is_refused_not_made_up() {
        const Ways ways = look(programOf(
            "import torch\nx = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)\ny = torch.linalg.svdvals(x).sum()\ny.backward()\n"));
        QCOMPARE(ways.state, Ways::State::Ready);
        QVERIFY(!ways.twin);
        QVERIFY(identical(ways.product.value(), ways.snapshot->recording.log.accumulations.back().amount));
        for (const WayCheck& check : ways.checks) {
            QVERIFY(check.check.forwardVerdict == Verdict::NoVerdict);
            QVERIFY(check.check.differenceVerdict == Verdict::Agrees);
        }
    }

    // --- the second and the third method ---
    void gradients_of_programs_are_checked_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<int>("forward");
        QTest::addColumn<int>("difference");
        const int agrees = static_cast<int>(Verdict::Agrees), differs = static_cast<int>(Verdict::Differs),
                  none = static_cast<int>(Verdict::NoVerdict);
        QTest::newRow("vector") << QString::fromLatin1(kVector) << agrees << agrees;
        QTest::newRow("relu at 0") << QStringLiteral(
                                          "import torch\nx = torch.tensor(0.0, requires_grad=True)\ny = torch.relu(x)\ny.backward()\n")
                                   << agrees << none;
        QTest::newRow("in place")
            << QStringLiteral(
                   "import torch\nx = torch.tensor([1., 2., 3.], requires_grad=True)\ny = x * 1\ny[1] = y[0] * 5\ny.sum().backward()\n")
            << agrees << agrees;
        QTest::newRow("float32") << QStringLiteral(
                                        "import torch\ntorch.manual_seed(1)\nW = torch.randn(8, 8, requires_grad=True)\nz = "
                                        "torch.softmax(W @ W, 1).log().mean()\nz.backward()\n")
                                 << agrees << agrees;
        QTest::newRow("a hook") << QStringLiteral(
                                       "import torch\nx = torch.tensor(2.0, requires_grad=True)\ny = x * x\ny.register_hook(lambda g: g * "
                                       "10)\n(y * 3).backward()\n")
                                << differs << differs;
        const QString function = QStringLiteral(
            "import torch\nclass Cube(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n        "
            "ctx.save_for_backward(x)\n"
            "        return x ** 3\n    @staticmethod\n    def backward(ctx, g):\n        x, = ctx.saved_tensors\n        return g * %1 * "
            "x ** 2\n"
            "x = torch.tensor(2.0, requires_grad=True)\ny = Cube.apply(x)\ny.backward()\n");
        QTest::newRow("a right backward of its own") << function.arg(3) << none << agrees;
        QTest::newRow("a wrong backward of its own") << function.arg(2) << none << differs;
    }
    void gradients_of_programs_are_checked() {
        QFETCH(QString, program);
        QFETCH(int, forward);
        QFETCH(int, difference);
        const Ways ways = look(programOf(program.toStdString()));
        QVERIFY(!ways.checks.empty());
        for (const WayCheck& check : ways.checks) {
            QCOMPARE(check.sweep, ways.sweep);
            const QByteArray numbers = QStringLiteral("%1: %2, %3, %4 ± %5")
                                           .arg(QString::fromStdString(check.check.input + check.place))
                                           .arg(check.check.reverse)
                                           .arg(check.check.forward)
                                           .arg(check.check.difference)
                                           .arg(check.check.differenceError)
                                           .toUtf8();
            QVERIFY2(static_cast<int>(check.check.forwardVerdict) == forward, numbers.constData());
            QVERIFY2(static_cast<int>(check.check.differenceVerdict) == difference, numbers.constData());
        }
    }
    void a_leaf_that_the_reader_set_is_checked_where_it_was_set() {
        Request request;
        request.kind = TextKind::Program;
        request.text =
            "import torch\nclass Cube(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n        "
            "ctx.save_for_backward(x)\n        return x ** 3\n"
            "    @staticmethod\n    def backward(ctx, g):\n        x, = ctx.saved_tensors\n        return g * 3 * x ** 2\n"
            "x = torch.tensor(2.0, requires_grad=True)\ny = Cube.apply(x)\ny.backward()\n";
        const Snapshot before = *evaluate(request);
        request.program.overrides = {{before.report->leaves.at(0).key, Tensor(3.0)}};
        const Ways ways = look(*evaluate(request));
        QCOMPARE(ways.checks.size(), std::size_t{1});
        QCOMPARE(ways.checks[0].check.reverse, 27.0);
        QVERIFY(std::fabs(ways.checks[0].check.difference - 27) < 0.01);
        QVERIFY(ways.checks[0].check.differenceVerdict == Verdict::Agrees);
    }
    void no_program_of_the_corpus_has_a_gradient_that_is_called_wrong_data() {
        QTest::addColumn<QString>("path");
        const QStringList files = programFiles();
        for (qsizetype i = 0; i < files.size(); i += i < 80 ? 1 : 3) QTest::newRow(qPrintable(QFileInfo(files[i]).baseName())) << files[i];
    }
    void no_program_of_the_corpus_has_a_gradient_that_is_called_wrong() {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        // What is changed behind the graph's back has another derivative than the graph says; the row that pads has none; the gradient
        // of a leaf whose numbers share one place in memory (an expanded tensor made a Variable) is the mean of theirs.
        if (text.contains("register_hook") || text.contains("autograd.Function") || text.contains(".data") || text.contains("no_grad") ||
            text.contains("torch.kron(") || text.contains("padding_idx") || text.contains("autograd.Variable("))
            return;
        const auto ways = waysOf(std::make_shared<const Snapshot>(programOf(text.toStdString())), {});
        if (!ways) return;
        for (const WayCheck& check : ways->checks) {
            const QByteArray numbers = QStringLiteral("%1: %2, %3, %4 ± %5")
                                           .arg(QString::fromStdString(check.check.input + check.place))
                                           .arg(check.check.reverse)
                                           .arg(check.check.forward)
                                           .arg(check.check.difference)
                                           .arg(check.check.differenceError)
                                           .toUtf8();
            QVERIFY2(check.check.forwardVerdict != Verdict::Differs && check.check.differenceVerdict != Verdict::Differs,
                     numbers.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TstWays)
#include "tst_ways.moc"
