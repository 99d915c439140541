// SPDX-License-Identifier: GPL-3.0-or-later
// A program's output over a number of one of its leaves: values, gradients, paths, refusals; and gradients held against differences.
#include <algorithm>
#include <cmath>
#include <limits>

#include <QTest>

#include "engine/sampling/program_sampler.h"

using namespace backstep;
using namespace Qt::StringLiterals;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct Program {
    Source source;
    ParsedProgram parsed;
    explicit Program(const QString& text) : source(text.toStdString(), "main.py"), parsed(parsePython(source)) {}
    [[nodiscard]] ProgramCurve curve(const ProgramSampleRequest& request = {}) const { return *sampleProgram(source, parsed, {}, request); }
    [[nodiscard]] ProgramValues values(const std::vector<double>& x, const ProgramSampleRequest& request = {}) const {
        return programValuesAt(source, parsed, {}, request, x);
    }
    [[nodiscard]] ReportedLeaf leaf(std::size_t which) const { return runProgram(source, parsed).report.leaves.at(which); }
};

bool same(double a, double b) { return (std::isnan(a) && std::isnan(b)) || std::fabs(a - b) <= 1e-6 * std::max(1.0, std::fabs(b)); }

const QString kStart = u"import torch\nx = torch.tensor(3.0, requires_grad=True)\n"_s;
const QString kBranches =
    u"import torch\nx = torch.tensor(0.5, requires_grad=True)\nif x > 1:\n    y = x * x\nelif x > -1:\n    y = x + 10\nelse:\n    y = -x\ny.backward()\n"_s;

}  // namespace

class TstProgramCurves : public QObject {
    Q_OBJECT

private slots:
    void a_program_is_run_again_at_every_point_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QVector<double>>("x");
        QTest::addColumn<QVector<double>>("f");
        QTest::addColumn<QVector<double>>("slope");
        using V = QVector<double>;
        const auto row = [](const char* name, const QString& body, const V& x, const V& f, const V& slope) {
            QTest::newRow(name) << kStart + body << x << f << slope;
        };
        row("branch", u"if x > 0: y = x * x\nelse: y = -x\ny.backward()\n"_s, V{2, -2, 0}, V{4, 2, 0}, V{4, -1, -1});
        row("while", u"y = x * 1\nwhile y < 10: y = y * 2\ny.backward()\n"_s, V{3, 1, 20}, V{12, 16, 20}, V{4, 16, 1});
        row("detach counts", u"y = x * x.detach()\ny.backward()\n"_s, V{2, 5}, V{4, 25}, V{2, 5});
        row("item counts", u"k = int(x.item())\ny = x * k\ny.backward()\n"_s, V{2.5, 4.5}, V{5, 18}, V{2, 4});
        row("fails there", u"assert x > 0\ny = x * x\ny.backward()\n"_s, V{2, -2}, V{4, kNaN}, V{4, kNaN});
        row("fails afterwards", u"y = x * x\ny.backward()\n1 / 0\n"_s, V{2, -2}, V{4, 4}, V{4, -4});
        row("fails the second time", u"y = x * x\ny.backward()\ny.backward()\n"_s, V{2}, V{4}, V{4});
        row("the last call, its own gradient", u"(x * 2).backward()\n(x ** 3).backward()\n"_s, V{2}, V{8}, V{12});
        row("the last scalar call", u"(x ** 3).backward()\n(x * torch.ones(2)).backward(torch.ones(2))\n"_s, V{2}, V{8}, V{12});
        row("the first leaf that it needs", u"w = torch.tensor(1.0, requires_grad=True)\n(w * 5).backward()\n(x * x).backward()\n"_s, V{2},
            V{4}, V{4});
        row("before it is changed",
            u"for i in range(3):\n    y = (x - 1) ** 2\n    y.backward()\n    with torch.no_grad():\n        x -= 0.1 * x.grad\n        x.grad.zero_()\n"_s,
            V{3, 0}, V{4, 1}, V{4, -2});
    }
    void a_program_is_run_again_at_every_point() {
        QFETCH(QString, program);
        QFETCH(QVector<double>, x);
        QFETCH(QVector<double>, f);
        QFETCH(QVector<double>, slope);
        const ProgramValues got = Program(program).values(std::vector<double>(x.begin(), x.end()));
        QVERIFY(got.refusal == SampleRefusal::None);
        for (qsizetype i = 0; i < x.size(); ++i) {
            const auto at = static_cast<std::size_t>(i);
            QVERIFY2(same(got.values[0][at], f[i]), qPrintable(u"f(%1) = %2"_s.arg(x[i]).arg(got.values[0][at])));
            QVERIFY2(same(got.values[1][at], slope[i]), qPrintable(u"f'(%1) = %2"_s.arg(x[i]).arg(got.values[1][at])));
        }
    }

    void one_number_of_a_leaf_runs_and_the_others_stay() {
        const Program program(
            u"import torch\nw = torch.tensor([3.0, 4.0], requires_grad=True)\nb = torch.tensor(1.0, requires_grad=True)\n((w * w).sum() * b).backward()\n"_s);
        ProgramSampleRequest request;
        request.leaf = program.leaf(0).key;
        request.element = 1;
        ProgramValues got = program.values({1, 2}, request);
        QVERIFY(got.values[0] == (std::vector<double>{10, 13}) && got.values[1] == (std::vector<double>{2, 4}));
        ProgramOptions options;
        options.overrides.push_back({program.leaf(1).key, Tensor(2.0)});
        got = programValuesAt(program.source, program.parsed, options, request, {1});
        QVERIFY(got.values[0].front() == 20 && got.values[1].front() == 4);
        QCOMPARE(program.curve().chart.variable, std::string("b"));  // a leaf of one number, if there is one
    }

    void paths_are_bands_that_say_which_way_the_program_goes() {
        ProgramSampleRequest request;
        request.from = -3;
        request.to = 3;
        const ProgramCurve curve = Program(kBranches).curve(request);
        QVERIFY(curve.refusal == SampleRefusal::None);
        QCOMPARE(curve.bands.size(), 3U);
        QCOMPARE(curve.bands.front().from, -3.0);
        QCOMPARE(curve.bands.back().to, 3.0);
        QVERIFY(std::fabs(curve.bands[1].from + 1) < 1e-3 && std::fabs(curve.bands[1].to - 1) < 1e-3);
        QCOMPARE(curve.bands[0].to, curve.bands[1].from);
        QCOMPARE(curve.chart.gaps.size(), 2U);
        QCOMPARE(curve.chart.gaps[0].text, std::string("x > -1"));  // what was decided otherwise
        QCOMPARE(curve.chart.gaps[1].text, std::string("x > 1"));
        QCOMPARE(curve.chart.value, 10.5);
        QCOMPARE(curve.chart.slope, 1.0);
        QCOMPARE(curve.path, std::optional<std::size_t>(1));
        const auto steps = differencesOf(curve.paths);
        QCOMPARE(steps[0].steps.size(), 2U);
        const PathStep first = steps[0].steps[0], second = steps[0].steps[1];
        QVERIFY(first.kind == PathStep::Kind::If && first.line == 3 && first.times == 1 && first.taken == 0);
        QVERIFY(second.kind == PathStep::Kind::Elif && second.line == 5 && second.times == 1 && second.taken == 0);
        QVERIFY(steps[1].steps[1].taken == 1);
        QVERIFY(steps[2].steps[0].taken == 1 && steps[2].steps[1].times == 0);  // the elif was not reached
    }

    void loops_are_told_apart_by_their_turns() {
        ProgramSampleRequest request;
        request.from = 1;
        request.to = 9;
        const ProgramCurve curve = Program(kStart + u"y = x * 1\nwhile y < 10:\n    y = y * 2\ny.backward()\n"_s).curve(request);
        std::vector<std::int64_t> turns;
        for (const PathBand& band : curve.bands) {
            const auto& steps = curve.paths[band.path].steps;
            QCOMPARE(steps.size(), 1U);
            QVERIFY(steps[0].kind == PathStep::Kind::While && steps[0].line == 4);
            turns.push_back(steps[0].times);
        }
        QVERIFY(turns == (std::vector<std::int64_t>{4, 3, 2, 1}));
        QVERIFY(std::fabs(curve.bands[1].from - 1.25) < 1e-3 && std::fabs(curve.bands[2].from - 2.5) < 1e-3 &&
                std::fabs(curve.bands[3].from - 5) < 1e-3);
    }

    void a_stretch_where_the_program_fails_says_so() {
        const ProgramCurve curve = Program(kStart + u"assert x > 0\ny = x * x\ny.backward()\n"_s).curve();
        QCOMPARE(curve.bands.size(), 2U);
        QVERIFY(curve.paths[0].error && curve.paths[0].error->type == "AssertionError" && curve.paths[0].error->line == 3);
        QVERIFY(!curve.paths[1].error);
        QVERIFY(std::isnan(curve.chart.curves[0].y.front()));
        QCOMPARE(curve.chart.gaps.front().text, std::string("AssertionError"));
    }

    void a_rough_curve_does_not_go_from_one_path_to_another() {
        ProgramSampleRequest request;
        request.samples = 12;
        request.refine = false;
        const ProgramCurve curve = Program(kBranches).curve(request);
        QVERIFY(curve.chart.gaps.empty());
        QCOMPARE(std::count_if(curve.chart.curves[0].y.begin(), curve.chart.curves[0].y.end(), [](double y) { return std::isnan(y); }), 2);
    }

    void a_loop_that_never_ends_for_some_x_does_not_hold_up_the_curve() {
        const ProgramCurve curve = Program(kStart + u"y = x * 1\nwhile y.abs() < 1000:\n    y = y * 2\ny.backward()\n"_s).curve();
        QVERIFY(curve.refusal == SampleRefusal::None);
        QVERIFY(curve.runs < 800);
    }

    void the_point_moves_along_the_curve() {
        const Program program(kStart + u"y = x * x\ny.backward()\n"_s);
        ProgramCurve curve = program.curve();
        QCOMPARE(curve.chart.value, 9.0);
        QVERIFY(movePoint(curve, program.source, program.parsed, {}, -1.5));
        QCOMPARE(curve.chart.at, -1.5);
        QCOMPARE(curve.chart.value, 2.25);
        QCOMPARE(curve.chart.slope, -3.0);
    }

    void what_cannot_be_plotted_is_refused_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<int>("why");
        const auto row = [](const char* name, const QString& program, SampleRefusal why) {
            QTest::newRow(name) << program << static_cast<int>(why);
        };
        row("no backward", u"import torch\nx = torch.tensor(1.0, requires_grad=True)\ny = x * 2\n"_s, SampleRefusal::NoBackward);
        row("nothing of torch", u"x = 1\n"_s, SampleRefusal::NoBackward);
        row("a vector", u"import torch\nx = torch.ones(2, requires_grad=True)\n(x * 2).backward(torch.ones(2))\n"_s,
            SampleRefusal::NotScalar);
        row("fails before", u"import torch\nx = torch.tensor(1.0, requires_grad=True)\n1 / 0\n"_s, SampleRefusal::Failed);
        row("changed before",
            u"import torch\nx = torch.tensor(1.0, requires_grad=True)\ny = x * 2\nwith torch.no_grad(): x += 1\n(x * x).backward()\n"_s,
            SampleRefusal::Changed);
        row("a computed leaf", u"import torch\nx = torch.ones(3)[1].requires_grad_()\n(x * x).backward()\n"_s, SampleRefusal::NoLeaf);
    }
    void what_cannot_be_plotted_is_refused() {
        QFETCH(QString, program);
        QFETCH(int, why);
        QCOMPARE(static_cast<int>(Program(program).curve().refusal), why);
        QCOMPARE(static_cast<int>(Program(program).values({1}).refusal), why);
    }

    void a_long_program_is_not_run_again_for_a_curve_but_for_points_that_were_asked_for() {
        const Program program(kStart + u"y = x * 1\nfor i in range(30000):\n    y = y * 1.00001\ny.backward()\n"_s);
        const ProgramCurve curve = program.curve();
        QVERIFY(curve.refusal == SampleRefusal::TooLong);
        QCOMPARE(curve.runs, 0U);
        QVERIFY(same(program.values({1}).values[0][0], program.values({2}).values[0][0] / 2));
    }

    // Against what was worked out by hand; a gradient that does not depend on x has the derivative 0.
    void the_second_derivative_data() {
        QTest::addColumn<QString>("lines");
        QTest::addColumn<double>("at2");
        QTest::newRow("cube") << u"y = x ** 3\ny.backward()\n"_s << 12.;
        QTest::newRow("product") << u"y = torch.sin(x) * x\ny.backward()\n"_s << 2 * std::cos(2.) - 2 * std::sin(2.);
        QTest::newRow("line") << u"y = 3 * x + 1\ny.backward()\n"_s << 0.;
        QTest::newRow("loop") << u"y = x\nfor i in range(3):\n    y = y * x\ny.backward()\n"_s << 48.;
        QTest::newRow("branch") << u"if x > 1:\n    y = x * x\nelse:\n    y = -x\ny.backward()\n"_s << 2.;
        QTest::newRow("detached factor") << u"y = (x * x).detach() * x * x\ny.backward()\n"_s << 8.;
        QTest::newRow("the second call") << u"(x * x).backward()\ny = torch.exp(x)\ny.backward()\n"_s << std::exp(2.);
        QTest::newRow("caught") << u"try:\n    y = x ** 4\n    y.backward()\nexcept BaseException:\n    pass\n"_s << 48.;
        QTest::newRow("with its graph") << u"y = x ** 3\ny.backward(create_graph=True)\n"_s << 12.;
    }
    void the_second_derivative() {
        QFETCH(QString, lines);
        QFETCH(double, at2);
        const Program program(kStart + lines);
        ProgramSampleRequest request;
        request.order = 2;
        const ProgramValues values = program.values({2}, request);
        QVERIFY(values.refusal == SampleRefusal::None);
        QCOMPARE(values.values.size(), std::size_t(3));
        QVERIFY2(std::fabs(values.values[2][0] - at2) < 1e-5 * (1 + std::fabs(at2)), qPrintable(QString::number(values.values[2][0])));
        QVERIFY(same(values.values[1][0], program.values({2}).values[1][0]));
        request.samples = 12;
        request.refine = false;
        const ProgramCurve curve = program.curve(request);
        QVERIFY(curve.refusal == SampleRefusal::None && curve.chart.curves.size() == 3 && curve.chart.curves[2].order == 2);
    }

    void what_was_asked_for_wrongly_is_refused() {
        const Program program(kStart + u"w = torch.tensor(1.0, requires_grad=True)\n(x * 2).backward()\n(w * 2).backward()\n"_s);
        ProgramSampleRequest request;
        request.order = 3;
        QVERIFY(program.curve(request).refusal == SampleRefusal::Order);
        request = {};
        request.call = 2;
        QVERIFY(program.curve(request).refusal == SampleRefusal::NoCall);
        request.call = 0;
        QCOMPARE(program.curve(request).chart.variable, std::string("x"));
        request.leaf = program.leaf(1).key;
        QVERIFY(program.curve(request).refusal == SampleRefusal::NotNeeded);
        request.call.reset();
        request.element = 1;
        QVERIFY(program.curve(request).refusal == SampleRefusal::NoElement);
    }

    void gradients_are_held_against_differences() {
        const auto verdicts = [](const QString& text) {
            const Program program(text);
            QStringList out;
            for (const LeafCheck& leaf : checkProgram(program.source, program.parsed, {}, {}).leaves) {
                const char* word = leaf.verdict == Verdict::Agrees ? "agrees" : leaf.verdict == Verdict::Differs ? "differs" : "no verdict";
                out += QString::fromStdString(leaf.name) + u' ' + QString::fromLatin1(word);
            }
            return out.join(u", "_s);
        };
        QCOMPARE(
            verdicts(
                u"import torch\nx = torch.tensor([1.0, 2.0], requires_grad=True)\nb = torch.tensor(0.5, requires_grad=True)\n((x ** 3).sum() * b.sin()).backward()\n"_s),
            u"x[0] agrees, x[1] agrees, b agrees"_s);
        QCOMPARE(
            verdicts(
                u"import torch\nx = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)\ntorch.exp(x * x.sin()).backward()\n"_s),
            u"x agrees"_s);
        QCOMPARE(verdicts(kStart + u"(x * x.detach()).backward()\n"_s), u"x differs"_s);
        QCOMPARE(verdicts(u"import torch\nx = torch.tensor(0.0, requires_grad=True)\ny = x * x if x > 0 else -x\ny.backward()\n"_s),
                 u"x no verdict"_s);
    }
};

QTEST_GUILESS_MAIN(TstProgramCurves)
#include "tst_programcurves.moc"
