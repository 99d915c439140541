// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/functionhelp.h"

#include <QCoreApplication>
#include <QHash>

namespace backstep {
namespace {

struct Help {
    Q_DECLARE_TR_FUNCTIONS(FunctionHelp)

public:
    static QHash<QByteArray, QString> table() {
        return {
            {"Exp", tr("Exponential, e to the power x")},
            {"Log", tr("Natural logarithm, for x > 0")},
            {"Log2", tr("Logarithm to base 2, for x > 0")},
            {"Log10", tr("Logarithm to base 10, for x > 0")},
            {"Log1p", tr("log(1 + x), exact for small x")},
            {"Expm1", tr("exp(x) − 1, exact for small x")},
            {"Sqrt", tr("Square root, for x ≥ 0")},
            {"Cbrt", tr("Cube root, of any real number")},
            {"Abs", tr("Absolute value, |x|")},
            {"Sign", tr("−1, 0 or 1")},
            {"Floor", tr("Largest whole number not above x")},
            {"Ceil", tr("Smallest whole number not below x")},
            {"Round", tr("Nearest whole number, halves to even")},
            {"Trunc", tr("Whole part of x")},
            {"Frac", tr("Fractional part of x")},
            {"Sin", tr("Sine of an angle in radians")},
            {"Cos", tr("Cosine of an angle in radians")},
            {"Tan", tr("Tangent of an angle in radians")},
            {"Sec", tr("Secant, 1 / cos x")},
            {"Csc", tr("Cosecant, 1 / sin x")},
            {"Cot", tr("Cotangent, 1 / tan x")},
            {"Asin", tr("Inverse sine, for −1 ≤ x ≤ 1")},
            {"Acos", tr("Inverse cosine, for −1 ≤ x ≤ 1")},
            {"Atan", tr("Inverse tangent")},
            {"Atan2", tr("Angle of the point (y, x)")},
            {"Sinh", tr("Hyperbolic sine")},
            {"Cosh", tr("Hyperbolic cosine")},
            {"Tanh", tr("Hyperbolic tangent")},
            {"Asinh", tr("Inverse hyperbolic sine")},
            {"Acosh", tr("Inverse hyperbolic cosine, for x ≥ 1")},
            {"Atanh", tr("Inverse hyperbolic tangent, for −1 < x < 1")},
            {"Sigmoid", tr("1 / (1 + exp(−x))")},
            {"Softplus", tr("log(1 + exp(x)), a smooth relu")},
            {"Relu", tr("x where x > 0, otherwise 0")},
            {"LeakyRelu", tr("x where x > 0, otherwise a small multiple of x")},
            {"Elu", tr("x where x > 0, otherwise exp(x) − 1")},
            {"Gelu", tr("x times the normal distribution function of x")},
            {"Silu", tr("x · sigmoid(x)")},
            {"Erf", tr("Error function")},
            {"Erfc", tr("1 − erf(x)")},
            {"Lgamma", tr("Logarithm of the gamma function")},
            {"Digamma", tr("Derivative of lgamma")},
            {"Polygamma", tr("n-th derivative of digamma")},
            {"Minimum", tr("The smaller of two numbers")},
            {"Maximum", tr("The larger of two numbers")},
            {"Clamp", tr("x, held between two bounds")},
            {"Hypot", tr("Square root of x² + y²")},
            {"Pow", tr("x to the power y")},
            {"Mod", tr("Remainder with the sign of the divisor")},
            {"Fmod", tr("Remainder with the sign of the dividend")},
            {"Square", tr("x times x")},
            {"Where", tr("The second where the first holds, otherwise the third")},
            {"ZerosLike", tr("0")},
            {"OnesLike", tr("1")},
            {"LogBase", tr("Logarithm of x to base y")},
        };
    }
};

}  // namespace

QString functionHelp(const FunctionInfo& function) {
    return Help::table().value(QByteArray(function.op.data(), static_cast<qsizetype>(function.op.size())));
}

}  // namespace backstep
