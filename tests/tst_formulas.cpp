// SPDX-License-Identifier: GPL-3.0-or-later
// Random formulas, each held against itself: reverse against forward mode and differences, the log against the
// gradients, stepping against jumping, the replay over many points against runs one by one. And curves with their gaps.
#include <cmath>
#include <cstring>
#include <random>

#include <QFile>
#include <QTest>

#include "engine/autodiff/sweep.h"
#include "engine/base/numbers.h"
#include "engine/engine.h"
#include "engine/syntax/math_parser.h"

using namespace backstep;

namespace {

constexpr unsigned kSeed = 20230701;
constexpr int kFormulas = 2000;

// Formulas of up to 15 operations on one to three inputs; the same ones for the same seed.
class Generator {
public:
    explicit Generator(unsigned seed) : random_(seed) {}

    std::string formula() {
        inputs_ = 1 + pick(3);
        left_ = 3 + pick(13);
        std::string text = "f(x" + std::string(inputs_ > 1 ? ", y" : "") + (inputs_ > 2 ? ", z" : "") + ") = ";
        return text + expression();
    }
    double input() { return std::uniform_real_distribution<double>(-3, 3)(random_); }

private:
    std::mt19937 random_;
    int inputs_ = 1;
    int left_ = 0;

    int pick(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }
    std::string leaf() {
        if (pick(4) == 0) return std::array{"2", "0.5", "3", "π", "1"}[static_cast<std::size_t>(pick(5))];
        return std::array{"x", "y", "z"}[static_cast<std::size_t>(pick(inputs_))];
    }
    std::string expression() {
        if (left_-- <= 0) return leaf();
        switch (pick(12)) {
            case 0:
            case 1: return "(" + expression() + " + " + expression() + ")";
            case 2: return "(" + expression() + " - " + expression() + ")";
            case 3:
            case 4: return "(" + expression() + " * " + expression() + ")";
            case 5: return "(" + expression() + ") / (" + expression() + ")";
            case 6: return "(" + expression() + ")^" + std::array{"2", "3", "0.5", "-1", "2.5"}[static_cast<std::size_t>(pick(5))];
            case 7: return std::string(pick(2) ? "max" : "atan2") + "(" + expression() + ", " + expression() + ")";
            case 8: return "{" + expression() + " if " + leaf() + " > " + leaf() + ", " + expression() + " otherwise}";
            case 9: return "-" + leaf() + " * " + expression();
            default: return function() + "(" + expression() + ")";
        }
    }
    std::string function() {
        static constexpr std::array kNames{"sin",      "cos",  "tanh", "exp", "log",  "sqrt", "abs", "sigmoid",
                                           "softplus", "atan", "relu", "erf", "cbrt", "gelu", "sinh"};
        return kNames[static_cast<std::size_t>(pick(static_cast<int>(kNames.size())))];
    }
};

struct Trial {
    std::string text;
    Snapshot snapshot;
};

// Every formula is evaluated once, with its checks; the tests look at the results.
const std::vector<Trial>& trials() {
    static const std::vector<Trial> all = [] {
        std::vector<Trial> made;
        Generator generator(kSeed);
        for (int i = 0; i < kFormulas; ++i) {
            Request request;
            request.text = generator.formula();
            for (const char* name : {"x", "y", "z"}) request.inputs.values[name] = generator.input();
            made.push_back({request.text, *evaluate(request)});
        }
        return made;
    }();
    return all;
}

// NaN equals NaN; infinities by sign.
bool close(double a, double b, double relative, double absolute = 0) {
    if (a == b || (std::isnan(a) && std::isnan(b))) return true;
    return std::fabs(a - b) <= relative * std::max(std::fabs(a), std::fabs(b)) + absolute;
}
std::int64_t ordered(double value) {
    std::int64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
}
bool withinUlps(double a, double b, std::int64_t ulps) {
    if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
    return a == b || (std::isfinite(a) && std::isfinite(b) && std::llabs(ordered(a) - ordered(b)) <= ulps);
}

// What errors of one part in itself at every node add up to at the output: each is carried on by its node's adjoint.
double carried(const Snapshot& at) {
    const Recording& r = at.recording;
    double sum = std::fabs(r.tape.scalar(r.output));
    const Known all = adjoints(r.tape, r.output, Tensor(1.0));
    for (std::size_t i = 0; i <= r.output.index(); ++i) {
        if (const auto& adjoint = all[NodeId(i)]; adjoint && r.tape.op(NodeId(i)) != Op::Input)
            sum += std::fabs(adjoint->item() * r.tape.scalar(NodeId(i)));
    }
    return sum;
}
// A curve's point against a run there. A vector kernel is within 4 ulp of libm.
bool asComputed(double drawn, const Snapshot& at) {
    const double value = at.recording.tape.scalar(at.recording.output);
    return withinUlps(drawn, value, 2) || std::fabs(drawn - value) <= 6 * 2.3e-16 * carried(at);
}
// Where the value is sensitive, so is the slope.
bool slopeAsComputed(double drawn, double slope, const Snapshot& at) {
    const double sensitive = std::max(1.0, carried(at) / std::fabs(at.recording.tape.scalar(at.recording.output)));
    return close(drawn, slope, 1e-9 * sensitive, 1e-12);
}

bool sameState(const State& a, const State& b, const Recording& r) {
    for (std::size_t i = 0; i < r.tape.size(); ++i) {
        const NodeId id(i);
        const auto& x = a.derivative(id);
        const auto& y = b.derivative(id);
        if (a.computed(id) != b.computed(id) || a.arrived(id) != b.arrived(id) || x.has_value() != y.has_value()) return false;
        if (x && !identical(*x, *y)) return false;
    }
    return a.sweep() == b.sweep() && a.stop() == b.stop();
}

Chart chartOf(const std::string& text, double from, double to, int samples, int order = 1) {
    const Source source(text);
    const Parsed parsed = parseMath(source);
    return *sampleFormula(source, parsed.ast, {}, {"", from, to, samples, order, true}, {});
}

}  // namespace

class TestFormulas : public QObject {
    Q_OBJECT

private slots:
    // tests/oracle/compare_formulas.py --keep wrote formula, point, and value, gradient and Hessian by PyTorch.
    void random_formulas_are_what_pytorch_gives() {
        QFile file(QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/random_formulas.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int held = 0;
        for (const QByteArray& line : file.readAll().trimmed().split('\n')) {
            const QList<QByteArray> columns = line.split('\t');
            QCOMPARE(columns.size(), 3);
            const QList<QByteArray> point = columns[1].split(' '), expected = columns[2].split(' ');
            Request request;
            request.text = columns[0].toStdString();
            request.check = false;
            for (qsizetype i = 0; i < point.size(); ++i)
                request.inputs.values[std::string(1, "xyz"[i])] = parseNumber(point[i].toStdString()).value();
            const Snapshot s = *evaluate(request);
            QVERIFY2(s.ok(), line.constData());
            const Derivatives d = derivatives(s, 2);
            std::vector<double> got{s.recording.tape.scalar(s.recording.output)};
            got.insert(got.end(), d.gradient.begin(), d.gradient.end());
            for (const std::vector<double>& row : d.hessian) got.insert(got.end(), row.begin(), row.end());
            QCOMPARE(static_cast<qsizetype>(got.size()), expected.size());
            for (std::size_t i = 0; i < got.size(); ++i) {
                const std::string text = expected[static_cast<qsizetype>(i)].toStdString();
                if (text == "-") continue;  // PyTorch cannot
                const double wanted = text == "inf"    ? HUGE_VAL
                                      : text == "-inf" ? -HUGE_VAL
                                      : text == "nan"  ? std::nan("")
                                                       : parseNumber(text).value();
                const bool same = got[i] == wanted || (std::isnan(got[i]) && std::isnan(wanted));
                QVERIFY2(same || std::fabs(got[i] - wanted) <= 2e-9 * std::max(1.0, std::fabs(wanted)),
                         (line.toStdString() + "\nhere: " + shortest(got[i]) + " at place " + std::to_string(i)).c_str());
                ++held;
            }
        }
        QVERIFY(held >= 3000);
    }

    void random_formulas_are_read_and_run() {
        for (const Trial& t : trials()) QVERIFY2(t.snapshot.ok(), t.text.c_str());
    }

    void reverse_mode_is_forward_mode() {
        int finite = 0;
        for (const Trial& t : trials()) {
            const Recording& r = t.snapshot.recording;
            double scale = 0;
            for (const Contribution& c : r.log.contributions) scale = std::max(scale, std::fabs(c.amount.item()));
            for (const GradientCheck& c : t.snapshot.checks) {
                if (!std::isfinite(c.reverse) || !std::isfinite(c.forward)) continue;  // ∞ − ∞ may come out either way
                ++finite;
                QVERIFY2(close(c.reverse, c.forward, 1e-9, 1e-12 * scale),
                         (t.text + ": " + shortest(c.reverse) + " and " + shortest(c.forward)).c_str());
                QVERIFY2(c.forwardVerdict != Verdict::Differs || scale > 1e3 * std::fabs(c.reverse), t.text.c_str());
            }
        }
        QVERIFY2(finite > kFormulas, qPrintable(QString::number(finite)));
    }

    void differences_never_contradict_a_gradient() {
        int agreed = 0;
        for (const Trial& t : trials()) {
            for (const GradientCheck& c : t.snapshot.checks) {
                QVERIFY2(c.differenceVerdict != Verdict::Differs,
                         (t.text + " by " + c.input + ": " + shortest(c.reverse) + ", differences say " + shortest(c.difference) + " ± " +
                          shortest(c.differenceError))
                             .c_str());
                agreed += c.differenceVerdict == Verdict::Agrees ? 1 : 0;
            }
        }
        QVERIFY2(agreed > kFormulas, qPrintable(QString::number(agreed)));
    }

    void the_contributions_shown_add_up_to_the_adjoints_shown() {
        for (const Trial& t : trials()) {
            const Recording& r = t.snapshot.recording;
            std::vector<std::optional<double>> adjoint(r.tape.size());
            adjoint[r.output.index()] = 1.0;
            for (const Contribution& c : r.log.contributions) {
                std::optional<double>& to = adjoint[c.to.index()];
                QCOMPARE(c.hadBefore, to.has_value());
                if (to) QVERIFY2(close(c.before.item(), *to, 0), t.text.c_str());
                QVERIFY2(close(c.after.item(), to.value_or(0) + c.amount.item(), 0), t.text.c_str());
                QVERIFY(c.from == c.node && c.to == r.tape.operands(c.node)[c.operand]);
                const double partial = localPartial(r.tape, c.node, c.operand).item();
                const double amount = *adjoint[c.from.index()] * partial;
                QVERIFY2(!std::isfinite(amount) || close(amount, c.amount.item(), 1e-12, 1e-300), t.text.c_str());
                to = c.after.item();
            }
            const Known known = adjoints(r.tape, r.output, Tensor(1.0));
            for (std::size_t i = 0; i < r.inputs.size(); ++i) {
                const double shown = adjoint[r.inputs[i].index()].value_or(0);
                QVERIFY2(close(shown, t.snapshot.checks[i].reverse, 0), t.text.c_str());
            }
        }
    }

    void a_recorded_gradient_is_the_gradient_shown() {
        for (const Trial& t : trials()) {
            const Derivatives d = derivatives(t.snapshot, 1);
            for (std::size_t i = 0; i < d.gradient.size(); ++i)
                QVERIFY2(close(d.gradient[i], t.snapshot.checks[i].reverse, 0), t.text.c_str());
        }
    }

    void second_derivatives_are_symmetric() {
        for (const Trial& t : trials()) {
            const Derivatives d = derivatives(t.snapshot, 2);
            double scale = 1;
            for (const auto& row : d.hessian) {
                for (const double h : row) scale = std::isfinite(h) ? std::max(scale, std::fabs(h)) : scale;
            }
            for (std::size_t i = 0; i < d.hessian.size(); ++i) {
                for (std::size_t k = 0; k < i; ++k) {
                    const double a = d.hessian[i][k], b = d.hessian[k][i];
                    if (std::isfinite(a) && std::isfinite(b))
                        QVERIFY2(close(a, b, 1e-7, 1e-9 * scale), (t.text + ": " + shortest(a) + ", " + shortest(b)).c_str());
                }
            }
        }
    }

    void a_jump_is_the_steps_there_and_back() {
        std::mt19937 random(kSeed);
        for (int i = 0; i < kFormulas; i += 10) {
            const Recording& r = trials()[static_cast<std::size_t>(i)].snapshot.recording;
            const std::size_t stops = r.log.events.size();
            State walking(r);
            for (int leg = 0; leg < 6; ++leg) {
                walking.moveTo(std::uniform_int_distribution<std::size_t>(0, stops)(random));
                State jumping(r);
                jumping.moveTo(walking.stop());
                QVERIFY(sameState(walking, jumping, r));
            }
            walking.moveTo(0);
            QVERIFY(sameState(walking, State(r), r));
        }
    }

    void every_step_can_be_explained() {
        for (int i = 0; i < kFormulas; i += 10) {
            const Trial& t = trials()[static_cast<std::size_t>(i)];
            for (std::size_t stop = 0; stop <= t.snapshot.stops(); ++stop) {
                const Explanation e = explain(t.snapshot.recording, t.snapshot.source, stop);
                QVERIFY2(e.arrived <= e.expected || e.kind != Explanation::Kind::Contribution, t.text.c_str());
                static_cast<void>(plainLine(e));
            }
        }
    }

    void the_replay_over_a_block_is_a_run_at_each_point() {
        std::mt19937 random(kSeed);
        for (int i = 0; i < kFormulas; i += 4) {
            const Trial& t = trials()[static_cast<std::size_t>(i)];
            std::vector<double> x{0.0, -0.0, 1.0, -1.0};
            while (x.size() < 150) x.push_back(std::uniform_real_distribution<double>(-4, 4)(random));
            const auto values = valuesAt(t.snapshot.source, t.snapshot.parsed.ast, t.snapshot.request.inputs, "x", x, 1);
            for (std::size_t k = 0; k < x.size(); k += 3) {
                Request request = t.snapshot.request;
                request.inputs.values["x"] = x[k];
                request.check = false;
                const Snapshot at = *evaluate(request);
                const double value = at.recording.tape.scalar(at.recording.output);
                const double slope = derivatives(at, 1).gradient[0];
                QVERIFY2(asComputed(values[0][k], at),
                         (t.text + " at " + shortest(x[k]) + ": " + shortest(values[0][k]) + ", not " + shortest(value)).c_str());
                if (std::isfinite(slope))
                    QVERIFY2(slopeAsComputed(values[1][k], slope, at),
                             (t.text + " at " + shortest(x[k]) + ": slope " + shortest(values[1][k]) + ", not " + shortest(slope)).c_str());
            }
        }
    }

    void a_point_of_a_curve_is_a_run_there() {
        for (int i = 0; i < kFormulas; i += 40) {
            const Trial& t = trials()[static_cast<std::size_t>(i)];
            const auto chart =
                sampleFormula(t.snapshot.source, t.snapshot.parsed.ast, t.snapshot.request.inputs, {"x", -3, 3, 100, 1, true}, {});
            QVERIFY(chart.has_value());
            QVERIFY(chart->curves.size() == 2 && chart->yMin < chart->yMax);
            const Curve& f = chart->curves[0];
            QVERIFY(std::is_sorted(f.x.begin(), f.x.end()) && f.x.size() <= 2 * kMaxSamples);
            for (std::size_t k = 0; k < f.x.size(); k += 7) {
                Request request = t.snapshot.request;
                request.inputs.values["x"] = f.x[k];
                request.check = false;
                const Snapshot at = *evaluate(request);
                if (std::isfinite(f.y[k])) QVERIFY2(asComputed(f.y[k], at), t.text.c_str());
            }
        }
    }

    void a_conditions_sum_is_replayed_as_it_runs() {
        const Source source("(x>0) + (x>1) - sin(x<0.5)");
        const Parsed parsed = parseMath(source);
        const auto values = valuesAt(source, parsed.ast, {}, "x", {-1, 0.25, 0.75, 2}, 0);
        QCOMPARE(values[0], (std::vector<double>{-std::sin(1.0), 1 - std::sin(1.0), 1, 2}));
    }

    void a_curve_has_its_gaps_and_each_its_cause_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<double>>("at");  // from, to, from, to, …
        QTest::addColumn<QStringList>("causes");
        const double h = std::acos(0.0);
        const auto row = [](const char* text, const QList<double>& at, const QStringList& causes) {
            QTest::newRow(text) << QString::fromUtf8(text) << at << causes;
        };
        const auto s = [](const char* text) { return QString::fromUtf8(text); };
        row("1/x", {0, 0}, {s("1/x")});
        row("1/x^2", {0, 0}, {s("1/x^2")});
        row("x^-2", {0, 0}, {s("x^-2")});
        row("1/|x|", {0, 0}, {s("1/|x|")});
        row("1/(x-1)^2", {1, 1}, {s("1/(x-1)^2")});
        row("1/(x^2-1)", {-1, -1, 1, 1}, {s("1/(x^2-1)"), s("1/(x^2-1)")});
        row("1/(x^2+0.001)", {}, {});
        row("1/(x^2+1)", {}, {});
        row("tan x", {-h, -h, h, h}, {s("tan x"), s("tan x")});
        row("1/sin(x)^2", {0, 0}, {s("1/sin(x)^2")});
        row("log(x^2)", {0, 0}, {s("log(x^2)")});
        row("log|x|", {0, 0}, {s("log|x|")});
        row("ln x", {-3, 0}, {s("ln x")});
        row("sqrt(x)", {-3, 0}, {s("sqrt(x)")});
        row("sqrt(x^2-1)", {-1, 1}, {s("sqrt(x^2-1)")});
        row("floor(x)", {-2, -2, -1, -1, 0, 0, 1, 1, 2, 2, 3, 3}, QStringList(6, s("floor(x)")));
        row("sign x", {0, 0}, {s("sign x")});
        row("atan(1/x)", {0, 0}, {s("1/x")});
        row("(x>1) + x^2", {1, 1}, {s("(x>1)")});
        row("where(x>1, x, 0)", {1, 1}, {s("where(x>1, x, 0)")});
        row("where(x>1 or x>2, x, 0)", {1, 1}, {s("where(x>1 or x>2, x, 0)")});
        row("|x|", {}, {});
        row("{x^2 if x>0, -x otherwise}", {}, {});
        row("x^3 - x", {}, {});
    }
    // Whether or not a sample falls on the pole.
    void a_curve_has_its_gaps_and_each_its_cause() {
        QFETCH(QString, text);
        QFETCH(QList<double>, at);
        QFETCH(QStringList, causes);
        for (const int samples : {800, 801, 299}) {
            const Chart chart = chartOf(text.toStdString(), -3, samples == 299 ? 3.1 : 3, samples, 2);
            QStringList found;
            for (const Gap& g : chart.gaps)
                found << QString::number(g.from) + QStringLiteral("…") + QString::number(g.to) + QLatin1Char(' ') +
                             QString::fromStdString(g.text);
            QVERIFY2(static_cast<qsizetype>(2 * chart.gaps.size()) == at.size(),
                     qPrintable(QString::number(samples) + QStringLiteral(": ") + found.join(QStringLiteral("; "))));
            for (std::size_t i = 0; i < chart.gaps.size(); ++i) {
                const auto k = static_cast<qsizetype>(i);
                QVERIFY2(std::fabs(chart.gaps[i].from - at[2 * k]) < 2e-4 && std::fabs(chart.gaps[i].to - at[2 * k + 1]) < 2e-4,
                         qPrintable(found.join(QStringLiteral("; "))));
                QCOMPARE(QString::fromStdString(chart.gaps[i].text), causes[k]);
                QVERIFY2(isOpen(chart.curves[0], chart.gaps[i]), qPrintable(found[k]));
            }
        }
    }

    void a_pole_does_not_ruin_the_range() {
        for (const char* text : {"1/x", "1/x^2", "tan x", "1/(x^2-1)"}) {
            const Chart chart = chartOf(text, -5, 5, 800);
            QVERIFY2(chart.yMax < 100 && chart.yMin > -100 && chart.anyFinite, text);
        }
        QVERIFY(!chartOf("sqrt(-1-x^2)", -5, 5, 800).anyFinite);
        QVERIFY(chartOf("0 x + 3", -5, 5, 800).yMin < 0);  // the slope of a constant is seen, too
    }

    // A bump that is flat for most of its way is shown up to its top, with its slope where that leaves it room.
    void a_bump_is_shown_whole() {
        for (const char* text : {"exp(-x^2) * sin(3*x)", "exp(-100 x^2)", "1/(1 + 100 x^2)", "sigmoid(5x)", "-exp(-20(x-1)^2)", "x^2"}) {
            const Chart chart = chartOf(text, -5, 5, 800);
            const auto [low, high] = std::minmax_element(chart.curves[0].y.begin(), chart.curves[0].y.end());
            QVERIFY2(chart.yMin <= *low && *high <= chart.yMax, text);
            QVERIFY2(chart.yMax - chart.yMin < 4.7 * (*high - *low), text);
        }
        const Chart steep = chartOf("sigmoid(5x)", -5, 5, 800);
        QVERIFY(steep.yMax > *std::max_element(steep.curves[1].y.begin(), steep.curves[1].y.end()));
    }

    void a_kink_interrupts_the_slope_only() {
        for (const char* text : {"|x|", "relu x", "max(x, -x)", "{x^2 if x>0, -x otherwise}", "clamp(x, -9, 0)"}) {
            const Chart chart = chartOf(text, -3, 3.1, 300);
            const auto breaks = [](const Curve& c) {
                return std::count_if(c.y.begin(), c.y.end(), [](double y) { return std::isnan(y); });
            };
            QVERIFY2(breaks(chart.curves[0]) == 0 && breaks(chart.curves[1]) >= 1, text);
        }
    }

private:
    // No line of the curve runs across the gap.
    static bool isOpen(const Curve& curve, const Gap& gap) {
        for (std::size_t i = 0; i + 1 < curve.x.size(); ++i) {
            const bool across = curve.x[i] < gap.from - 1e-3 && curve.x[i + 1] > gap.to + 1e-3;
            if (across && std::isfinite(curve.y[i]) && std::isfinite(curve.y[i + 1])) return false;
        }
        return std::any_of(curve.x.begin(), curve.x.end(), [&](const double& x) {
            return std::fabs(x - gap.from) < 1e-3 && std::isnan(curve.y[static_cast<std::size_t>(&x - curve.x.data())]);
        });
    }
};

QTEST_APPLESS_MAIN(TestFormulas)
#include "tst_formulas.moc"
