// SPDX-License-Identifier: GPL-3.0-or-later
// Every op of op.def, one row of tests each, so that none can be added unchecked: both modes, differences, second order,
// the partial that is shown, broadcasting, float32.
#include <cmath>
#include <random>

#include <QTest>

#include "engine/autodiff/rules.h"
#include "engine/autodiff/sweep.h"
#include "engine/run/formula.h"
#include "engine/tape/compute.h"
#include "engine/tape/lanes.h"

using namespace backstep;

namespace {

using Point = std::array<double, kMaxElementwise>;  // for operands a … f

std::vector<Op> allOps() {
    std::vector<Op> ops;
    for (std::size_t i = 2; i < kElementwiseEnd; ++i) ops.push_back(static_cast<Op>(i));
    return ops;
}

bool hasRule(Op op, std::size_t operand) { return operand < 3 && !infoOf(op).rules[operand].empty(); }

// An operand that is only told (the slope of leaky_relu) is a constant, the others are inputs.
NodeId addOperand(Tape& tape, Op op, std::size_t operand, const Tensor& value) {
    return hasRule(op, operand) ? tape.input(std::string(1, static_cast<char>('a' + operand)), value, {}) : tape.constant(value, {});
}

struct Trial {
    Tape tape;
    std::vector<NodeId> inputs;
    NodeId output;
};
Trial recorded(Op op, const Point& at) {
    Trial t;
    for (std::size_t i = 0; i < infoOf(op).operands; ++i) t.inputs.push_back(addOperand(t.tape, op, i, Tensor(at[i])));
    t.output = t.tape.record(op, t.inputs, {});
    return t;
}
double valueAt(Op op, const Point& at) {
    Trial t = recorded(op, at);
    return t.tape.scalar(t.output);
}
// ∂op/∂operand by the reverse sweep; 0 where no adjoint arrives.
double slopeAt(Op op, const Point& at, std::size_t operand) {
    const Trial t = recorded(op, at);
    return adjoints(t.tape, t.output, Tensor(1.0))[t.inputs[operand]].value_or(Tensor(0.0)).item();
}

// Scales of elu and its kin.
void makePositive(Point& p) {
    for (std::size_t i = 1; i < p.size(); ++i) p[i] = std::fabs(p[i]) / 4 + 0.1;
}

// Points inside the domain: of every size that matters, whole numbers for orders, and conditions that are 0 or 1.
std::vector<Point> ordinaryPoints(Op op) {
    std::mt19937 random(static_cast<unsigned>(op) + 7);
    std::vector<Point> points;
    for (int tries = 0; points.size() < 60 && tries < 20'000; ++tries) {
        Point p{};
        for (double& x : p)
            x = std::uniform_real_distribution<double>(-1, 1)(random) * std::array{1.0, 3.0, 12.0}[static_cast<std::size_t>(tries) % 3];
        if (op == Op::Polygamma) p[0] = 1 + std::floor(std::fabs(p[0]) / 3);
        if (op == Op::Where) p[0] = tries % 2;
        if (op == Op::FillMasked) p[1] = tries % 2;
        if (op == Op::Celu || op == Op::EluOf || op == Op::EluBackward) makePositive(p);
        if (op == Op::RoundDecimals) p[1] = -(tries % 2);
        if (inDomain(op, p[0], p[1], p[2]) && std::isfinite(valueAt(op, p))) points.push_back(p);
    }
    return points;
}

// Zeros of both signs, ones, ties, poles, ends of domains, what is very large, infinite or no number.
std::vector<Point> singularPoints() {
    const std::vector<double> values{0.0,   -0.0,   1.0,    -1.0,     0.5,       2.0,          -2.0,          20.0,
                                     1e300, -1e300, 5e-324, HUGE_VAL, -HUGE_VAL, std::nan(""), std::acos(0.0)};
    std::vector<Point> points;
    for (const double a : values) {
        for (const double b : values) points.push_back({a, b, 1.0});
        points.push_back({a, a, a});
        points.push_back({a, 1.0, -1.0});
        points.push_back({a, -1.0, a});
    }
    return points;
}

struct Difference {
    double value = 0;
    double error = HUGE_VAL;
};
// Central differences extrapolated to step 0 (Ridders).
template <class F>
Difference extrapolated(F f, Point at, std::size_t operand, double h) {
    Difference best;
    std::array<std::array<double, 7>, 7> table{};
    for (std::size_t row = 0; row < 7; ++row, h /= 2) {
        Point up = at, down = at;
        up[operand] += h;
        down[operand] -= h;
        table[row][0] = (f(up) - f(down)) / (up[operand] - down[operand]);
        double factor = 1;
        for (std::size_t col = 1; col <= row; ++col) {
            factor *= 4;
            table[row][col] = (table[row][col - 1] * factor - table[row - 1][col - 1]) / (factor - 1);
            const double error =
                std::max(std::fabs(table[row][col] - table[row][col - 1]), std::fabs(table[row][col] - table[row - 1][col - 1]));
            if (error < best.error) best = {table[row][col], error};
        }
    }
    return best;
}
bool trusted(const Difference& d) { return std::isfinite(d.value) && d.error <= 1e-6 * std::fabs(d.value) + 1e-7; }

// From a long and a short first step, which must agree: across a jump of mod or floor they do not.
template <class F>
Difference differences(F f, Point at, std::size_t operand) {
    const double size = std::max(0.02, std::min(1.0, std::fabs(at[operand])));
    const Difference a = extrapolated(f, at, operand, 0.05 * size), b = extrapolated(f, at, operand, 0.003 * size);
    if (!trusted(a) || !trusted(b) || std::fabs(a.value - b.value) > 1e-5 * std::fabs(a.value) + 1e-6) return {};
    return a.error < b.error ? a : b;
}
bool agrees(double actual, const Difference& d) { return std::fabs(actual - d.value) <= 1e-6 * std::fabs(d.value) + 20 * d.error + 1e-8; }

bool same(double a, double b) { return (std::isnan(a) && std::isnan(b)) || a == b; }

// The order of polygamma is a whole number: it has no derivative to compare with.
bool isDiscrete(Op op, std::size_t operand) { return !hasRule(op, operand) || (op == Op::Polygamma && operand == 0); }

// The shown partial, run as the formula it is.
double shownAt(Op op, std::size_t operand, const Point& at) {
    FormulaInputs inputs;
    inputs.values = {{"a", at[0]}, {"b", at[1]}, {"c", at[2]}, {"d", at[3]}};
    const Source source{std::string(infoOf(op).partials[operand])};
    const Recording r = runFormula(source, partialOf(op, operand), inputs);
    return r.output.valid() ? r.tape.scalar(r.output) : std::nan("unread");
}

QByteArray said(Op op, std::size_t operand, const Point& at, double actual, double expected) {
    const auto number = [](double x) { return QByteArray::number(x, 'g', 17); };
    return QByteArray(infoOf(op).name.data()) + " by operand " + QByteArray::number(static_cast<int>(operand)) + " at " + number(at[0]) +
           ", " + number(at[1]) + ", " + number(at[2]) + ": " + number(actual) + ", not " + number(expected);
}

// A tensor of the shape whose numbers are those of the points, operand by operand.
Tensor tensorOf(const TensorShape& shape, const std::vector<Point>& points, std::size_t operand, DType dtype) {
    std::vector<double> values;
    for (std::int64_t i = 0; i < elementCount(shape); ++i) values.push_back(points[static_cast<std::size_t>(i) % points.size()][operand]);
    return shape.empty() ? Tensor(values[0], dtype) : Tensor(shape, values, dtype);
}

void addRows() {
    QTest::addColumn<int>("number");
    for (const Op op : allOps()) QTest::newRow(std::string(infoOf(op).name).c_str()) << static_cast<int>(op);
}

}  // namespace

#define EACH_OP(test)                 \
    void test##_data() { addRows(); } \
    void test()

class TestRules : public QObject {
    Q_OBJECT

private slots:
    EACH_OP(reverse_is_forward_at_every_point) {
        QFETCH(int, number);
        const Op op = static_cast<Op>(number);
        std::vector<Point> points = ordinaryPoints(op);
        QVERIFY(points.size() == 60);
        const std::vector<Point> singular = singularPoints();
        points.insert(points.end(), singular.begin(), singular.end());
        for (const Point& at : points) {
            const Trial t = recorded(op, at);
            for (std::size_t k = 0; k < t.inputs.size(); ++k) {
                if (!hasRule(op, k)) continue;
                const double forward = tangents(t.tape, t.inputs[k], Tensor(1.0))[t.output].value_or(Tensor(0.0)).item();
                QVERIFY2(same(slopeAt(op, at, k), forward), said(op, k, at, forward, slopeAt(op, at, k)));
            }
        }
    }

    EACH_OP(the_rule_is_what_differences_of_values_say) {
        QFETCH(int, number);
        const Op op = static_cast<Op>(number);
        int held = 0;
        for (const Point& at : ordinaryPoints(op)) {
            for (std::size_t k = 0; k < infoOf(op).operands; ++k) {
                const Difference d = differences([&](const Point& p) { return valueAt(op, p); }, at, k);
                if (isDiscrete(op, k) || !trusted(d)) continue;
                ++held;
                QVERIFY2(agrees(slopeAt(op, at, k), d), said(op, k, at, slopeAt(op, at, k), d.value));
            }
        }
        QVERIFY2(held >= 40, qPrintable(QString::number(held)));
    }

    EACH_OP(the_second_derivative_is_what_differences_of_the_first_say) {
        QFETCH(int, number);
        const Op op = static_cast<Op>(number);
        int held = 0;
        for (const Point& at : ordinaryPoints(op)) {
            Trial t = recorded(op, at);
            const std::vector<NodeId> gradient = recordGradient(t.tape, t.output, t.inputs, 1);
            for (std::size_t i = 0; i < t.inputs.size(); ++i) {
                if (!hasRule(op, i)) continue;
                const std::vector<NodeId> row =
                    gradient[i].valid() ? recordGradient(t.tape, gradient[i], t.inputs, 2) : std::vector<NodeId>(t.inputs.size());
                for (std::size_t k = 0; k < t.inputs.size(); ++k) {
                    const Difference d = differences([&](const Point& p) { return slopeAt(op, p, i); }, at, k);
                    if (isDiscrete(op, i) || isDiscrete(op, k) || !trusted(d)) continue;
                    ++held;
                    const double second = row[k].valid() ? t.tape.scalar(row[k]) : 0.0;
                    QVERIFY2(agrees(second, d), said(op, k, at, second, d.value));
                }
            }
        }
        QVERIFY2(held >= 40, qPrintable(QString::number(held)));
    }

    EACH_OP(a_recorded_gradient_is_the_sweeps) {
        QFETCH(int, number);
        const Op op = static_cast<Op>(number);
        std::vector<Point> points = ordinaryPoints(op);
        const std::vector<Point> singular = singularPoints();
        points.insert(points.end(), singular.begin(), singular.end());
        for (const Point& at : points) {
            Trial t = recorded(op, at);
            const std::vector<NodeId> gradient = recordGradient(t.tape, t.output, t.inputs, 1);
            for (std::size_t k = 0; k < t.inputs.size(); ++k) {
                const double tape = gradient[k].valid() ? t.tape.scalar(gradient[k]) : 0.0;
                QVERIFY2(same(tape, slopeAt(op, at, k)), said(op, k, at, tape, slopeAt(op, at, k)));
            }
        }
    }

    EACH_OP(the_partial_that_is_shown_is_the_rule) {
        QFETCH(int, number);
        const Op op = static_cast<Op>(number);
        for (const Point& at : ordinaryPoints(op)) {
            const Trial t = recorded(op, at);
            for (std::size_t k = 0; k < infoOf(op).operands; ++k) {
                if (!hasRule(op, k) || infoOf(op).partials[k].empty()) continue;
                const double rule = localPartial(t.tape, t.output, k).item();
                const double shown = shownAt(op, k, at);
                if (std::isnan(rule) && std::isnan(shown)) continue;
                const double scale = std::max({std::fabs(rule), std::fabs(shown), 1e-3});
                QVERIFY2(same(rule, shown) || std::fabs(rule - shown) <= 1e-12 * scale, said(op, k, at, shown, rule));
            }
        }
    }

    EACH_OP(the_partial_that_is_shown_is_the_rule_at_zero_one_and_ties) {
        QFETCH(int, number);
        const Op op = static_cast<Op>(number);
        for (const double a : {0.0, 1.0, -1.0, 2.0}) {
            for (const double b : {0.0, 1.0, 2.0}) {
                const Point at{a, b, 1.0, 1.0, 1.0};
                if (!inDomain(op, a, b, 1.0)) continue;
                const Trial t = recorded(op, at);
                for (std::size_t k = 0; k < infoOf(op).operands; ++k) {
                    if (!hasRule(op, k) || infoOf(op).partials[k].empty()) continue;
                    const double rule = localPartial(t.tape, t.output, k).item();
                    const double shown = shownAt(op, k, at);
                    if (!std::isfinite(rule) || !std::isfinite(shown))
                        continue;  // an edge: the rule has PyTorch's answer, the card says so
                    QVERIFY2(std::fabs(rule - shown) <= 1e-12 * std::max(1.0, std::fabs(rule)), said(op, k, at, shown, rule));
                }
            }
        }
    }

    EACH_OP(broadcasting_is_undone_on_the_way_back) {
        QFETCH(int, number);
        const Op op = static_cast<Op>(number);
        const std::vector<Point> points = ordinaryPoints(op);
        const std::array<TensorShape, kMaxElementwise> shapes{TensorShape{2, 1}, TensorShape{3}};
        Tape tape;
        std::vector<NodeId> inputs;
        for (std::size_t i = 0; i < infoOf(op).operands; ++i)
            inputs.push_back(addOperand(tape, op, i, tensorOf(shapes[i], points, i, DType::Float64)));
        const NodeId output = tape.record(op, inputs, {});
        const TensorShape whole = infoOf(op).operands == 1 ? TensorShape{2, 1} : TensorShape{2, 3};
        QVERIFY(tape.value(output).shape() == whole);
        const Known known = adjoints(tape, output, Tensor(1.0).expandedTo(whole));
        for (std::size_t k = 0; k < inputs.size(); ++k) {
            if (!known[inputs[k]]) continue;
            QVERIFY(known[inputs[k]]->shape() == shapes[k]);
            checkSums(op, tape, inputs, whole, k, *known[inputs[k]]);
        }
    }

    EACH_OP(float32_stays_float32) {
        QFETCH(int, number);
        const Op op = static_cast<Op>(number);
        const std::vector<Point> points = ordinaryPoints(op);
        for (const TensorShape& shape : {TensorShape{}, TensorShape{4}}) {
            Tape tape;
            std::vector<NodeId> inputs;
            for (std::size_t i = 0; i < infoOf(op).operands; ++i)
                inputs.push_back(addOperand(tape, op, i, tensorOf(shape, points, i, DType::Float32)));
            const NodeId output = tape.record(op, inputs, {});
            const DType given = tape.value(output).dtype();
            QVERIFY(given == DType::Float32 || (given == DType::Bool && infoOf(op).autogradName.empty()));
            if (given == DType::Bool) continue;
            const Known known = adjoints(tape, output, Tensor(1.0, DType::Float32).expandedTo(shape));
            for (const NodeId id : inputs) {
                if (!known[id]) continue;
                QVERIFY(known[id]->dtype() == DType::Float32);
                for (std::int64_t i = 0; i < known[id]->size(); ++i)
                    QVERIFY(same(known[id]->at(i), static_cast<double>(static_cast<float>(known[id]->at(i)))));
            }
        }
    }

    EACH_OP(an_op_without_an_autograd_node_has_no_derivative) {
        QFETCH(int, number);
        const OpInfo& info = infoOf(static_cast<Op>(number));
        if (!info.autogradName.empty()) return;
        for (std::size_t k = 0; k < info.operands; ++k) QCOMPARE(info.rules[k], std::string_view("0"));
    }

private:
    // The adjoint of an operand's element is the sum over all elements of the output that it was spread to.
    static void checkSums(Op op, const Tape& tape, const std::vector<NodeId>& inputs, const TensorShape& whole, std::size_t k,
                          const Tensor& adjoint) {
        std::array<Tensor, kMaxElementwise> spread;
        for (std::size_t i = 0; i < inputs.size(); ++i) spread[i] = tape.value(inputs[i]).expandedTo(whole);
        std::vector<double> slopes;
        double scale = 1;
        for (std::int64_t i = 0; i < elementCount(whole); ++i) {
            Point at{};
            for (std::size_t j = 0; j < inputs.size(); ++j) at[j] = spread[j].at(i);
            slopes.push_back(slopeAt(op, at, k));
            if (std::isnan(slopes.back())) return;  // outside the domain: the operands were drawn apart
            scale = std::max(scale, std::fabs(slopes.back()));
        }
        const Tensor sums = summedTo(Tensor(whole, slopes), tape.value(inputs[k]).shape());
        for (std::int64_t i = 0; i < sums.size(); ++i) {
            QVERIFY2(same(adjoint.at(i), sums.at(i)) || std::fabs(adjoint.at(i) - sums.at(i)) <= 1e-12 * scale,
                     said(op, k, Point{}, adjoint.at(i), sums.at(i)));
        }
    }
};

QTEST_APPLESS_MAIN(TestRules)
#include "tst_rules.moc"
