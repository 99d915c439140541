// SPDX-License-Identifier: GPL-3.0-or-later
// Curves computed several numbers at a time are those computed one by one.
#include <bit>
#include <cmath>
#include <limits>
#include <random>

#include <QTest>

#include "engine/autodiff/number_rules.h"
#include "engine/autodiff/sweep.h"
#include "engine/run/formula.h"
#include "engine/sampling/plan.h"
#include "engine/syntax/math_parser.h"

using namespace backstep;
using namespace Qt::StringLiterals;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

QString levelName(VectorLevel level) {
    return level == VectorLevel::Avx512 ? u"AVX-512"_s
           : level == VectorLevel::Avx2 ? u"AVX2"_s
           : level == VectorLevel::Sse2 ? u"SSE2"_s
                                        : u"scalar"_s;
}

// How many doubles lie between the two; NaN is like NaN.
double ulps(double a, double b) {
    if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b) ? 0 : kInfinity;
    if (a == b) return 0;
    if (std::isinf(a) || std::isinf(b)) return kInfinity;
    const auto key = [](double x) {
        const auto bits = std::bit_cast<std::int64_t>(x);
        return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
    };
    return static_cast<double>(
        std::fabs(static_cast<long double>(key(a)) - static_cast<long double>(key(b))));  // a double has too few digits for a key
}

std::vector<double> numbers(std::size_t n) {
    std::vector<double> out{0.0,    -0.0,    1,      -1,    0.5, -0.5, 2,    -2,    kInfinity,  -kInfinity, kNaN,
                            1e-300, -1e-300, 5e-324, 1e300, 710, -745, 1e22, 1e-16, -1 + 1e-12, 0.9999999,  3.14159265358979,
                            40,     -40,     1.5,    100};
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> near(-1, 1), wide(-20, 20), exponent(-30, 30);
    while (out.size() < n) {
        const double kind = near(random);
        out.push_back(kind < -0.3 ? near(random) : kind < 0.5 ? wide(random) : std::copysign(std::exp2(exponent(random)), near(random)));
    }
    return out;
}

}  // namespace

class TstCurves : public QObject {
    Q_OBJECT

private slots:
    void vector_kernels_are_within_four_ulp_data() {
        QTest::addColumn<int>("level");
        QTest::addColumn<int>("op");
        for (const VectorLevel level : {VectorLevel::Sse2, VectorLevel::Avx2, VectorLevel::Avx512}) {
            if (!hasVectorLevel(level)) continue;
            for (std::size_t op = 0; op < kElementwiseEnd; ++op) {
                if (vectorKernels(level)[op] == nullptr) continue;
                QTest::addRow("%s %s", qPrintable(levelName(level)), infoOf(static_cast<Op>(op)).name.data()) << int(level) << int(op);
            }
        }
        if (!hasVectorLevel(VectorLevel::Sse2)) QSKIP("No vector library here: curves are computed one number at a time.");
    }
    void vector_kernels_are_within_four_ulp() {
        QFETCH(int, level);
        QFETCH(int, op);
        bool libm = false;
#define VECTOR_LIBM1(name, function) libm = libm || op == int(Op::name);
#define VECTOR_LIBM2(name, function) libm = libm || op == int(Op::name);
#include "engine/sampling/vectors.def"
        constexpr std::size_t kCount = 4096;
        const std::vector<double> a = numbers(kCount);
        std::vector<double> b(a.rbegin(), a.rend()), c = a;
        std::rotate(c.begin(), c.begin() + 1000, c.end());
        std::vector<double> got(kCount), expected(kCount);
        const std::array<const double*, kMaxElementwise> in{a.data(), b.data(), c.data(), nullptr, nullptr, nullptr};
        vectorKernels(VectorLevel(level))[std::size_t(op)](in.data(), got.data(), kCount);
        Columns columns;
        columns[0].numbers = a.data();
        columns[1].numbers = b.data();
        columns[2].numbers = c.data();
        kernel64(Op(op))(columns, expected.data(), kCount);
        for (std::size_t i = 0; i < kCount; ++i) {
            const double off = ulps(got[i], expected[i]);
            // clang-format off
            const QString what = u"at %1, %2, %3: %4 and not %5"_s.arg(a[i], 0, 'g', 17).arg(b[i], 0, 'g', 17).arg(c[i], 0, 'g', 17).arg(got[i], 0, 'g', 17).arg(expected[i], 0, 'g', 17);
            QVERIFY2(libm ? off <= 4 : std::isnan(expected[i]) ? std::isnan(got[i]) : std::bit_cast<std::uint64_t>(got[i]) == std::bit_cast<std::uint64_t>(expected[i]),
                     // clang-format on
                     qPrintable(what));
        }
    }

    void a_plan_gives_what_the_tape_gives_data() {
        QTest::addColumn<QString>("formula");
        for (const char* f : {"log(x^2) * sin(x) + 1/x", "exp(-x^2/2) / sqrt(2*pi)", "tanh(x) + 1/(1+exp(-x))", "abs(x) * max(x, 1 - x)",
                              "x^3 - 2*x + 1", "sqrt(1 + x^2) * atan(x) - cosh(x/4)", "cbrt(x) + erf(x) * cos(3*x)"}) {
            QTest::newRow(f) << QString::fromUtf8(f);
        }
    }
    void a_plan_gives_what_the_tape_gives() {
        QFETCH(QString, formula);
        const Source source(formula.toStdString());
        const Parsed parsed = parseMath(source);
        Recording r = runFormula(source, parsed.ast, {{{"x", 2.0}}, 1});
        const NodeId x = r.inputs.at(0);
        const std::vector<NodeId> wanted{r.output, recordGradient(r.tape, r.output, {x}, 1).at(0)};
        std::vector<double> points(77);
        for (std::size_t i = 0; i < points.size(); ++i) points[i] = -5 + 0.13 * static_cast<double>(i);
        for (const VectorLevel level : {VectorLevel::Scalar, VectorLevel::Sse2, VectorLevel::Avx2, VectorLevel::Avx512}) {
            if (!hasVectorLevel(level)) continue;
            Plan plan(r.tape, x, wanted, level);
            plan.run(points.data(), points.size());
            for (std::size_t i = 0; i < points.size(); ++i) {
                Recording at = runFormula(source, parsed.ast, {{{"x", points[i]}}, 1});
                const NodeId slope = recordGradient(at.tape, at.output, {at.inputs.at(0)}, 1).at(0);
                for (const auto& [node, expected] :
                     {std::pair{wanted[0], at.tape.scalar(at.output)}, std::pair{wanted[1], at.tape.scalar(slope)}}) {
                    const double got = plan.column(node)[i];
                    const double scale = level == VectorLevel::Scalar ? 0 : 1e-13 * (1 + std::fabs(expected));
                    QVERIFY2((std::isnan(got) && std::isnan(expected)) || got == expected || std::fabs(got - expected) <= scale,
                             qPrintable(u"%1 at %2: %3 and not %4"_s.arg(levelName(level))
                                            .arg(points[i])
                                            .arg(got, 0, 'g', 17)
                                            .arg(expected, 0, 'g', 17)));
                }
            }
        }
    }

    void straight_rules_are_the_rules() {
        const Source source("log(x^2) * sin(x) + 1/x - tanh(x)^3 * sqrt(x + 4) / max(x, 0.5)");
        const Parsed parsed = parseMath(source);
        const Recording r = runFormula(source, parsed.ast, {{{"x", 1.7}}, 1});
        const Known expected = adjoints(r.tape, r.output, Tensor(1.0));
        const std::vector<double> got = numberAdjoints(r.tape, r.output);
        for (std::size_t i = 0; i <= r.output.index(); ++i) {
            if (expected[NodeId(i)]) QCOMPARE(got[i], expected[NodeId(i)]->item());
        }
    }
};

QTEST_GUILESS_MAIN(TstCurves)
#include "tst_curves.moc"
