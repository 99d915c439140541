// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of numpy's functions of elements, and the loop over them.
// Long because there is a row for each function.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/modules/numpy_ufunc.h"

namespace backstep::modules {
namespace {

template <class T>
T remainderOf(T a, T b) {
    T r = std::fmod(a, b);
    if (b == 0) return r;
    if (r == 0) return std::copysign(T(0), b);
    return (b < 0) != (r < 0) ? r + b : r;
}

template <class T>
T floorQuotient(T a, T b) {
    if (b == 0) return a / b;
    const T r = std::fmod(a, b);
    T q = (a - r) / b;
    if (r != 0 && (b < 0) != (r < 0)) q -= 1;
    if (q == 0) return std::copysign(T(0), a / b);
    const T down = std::floor(q);
    return q - down > T(0.5) ? down + 1 : down;
}

template <class T>
T logAddExp(T a, T b) {
    if (a == b) return a + std::log(T(2));
    const T d = a - b;
    if (d > 0) return a + std::log1p(std::exp(-d));
    return d <= 0 ? b + std::log1p(std::exp(d)) : d;
}

template <class T>
T logAddExp2(T a, T b) {
    if (a == b) return a + 1;
    const T d = a - b;
    const T perLog = T(1.4426950408889634);
    if (d > 0) return a + perLog * std::log1p(std::exp2(-d));
    return d <= 0 ? b + perLog * std::log1p(std::exp2(d)) : d;
}

using Whole = std::int64_t;
// Whole numbers wrap around as in C.
Whole plus(Whole a, Whole b) { return static_cast<Whole>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b)); }
Whole times(Whole a, Whole b) { return static_cast<Whole>(static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b)); }
Whole floorQuotientWhole(Whole a, Whole b) {
    if (b == 0) return 0;
    const Whole q = a / b;
    return a % b != 0 && (a < 0) != (b < 0) ? q - 1 : q;
}
Whole remainderWhole(Whole a, Whole b) {
    if (b == 0) return 0;
    const Whole r = a % b;
    return r != 0 && (r < 0) != (b < 0) ? r + b : r;
}
Whole powerWhole(Whole a, Whole b) {
    Whole out = 1;
    for (; b > 0; b >>= 1, a = times(a, a)) {
        if ((b & 1) != 0) out = times(out, a);
    }
    return out;
}

// clang-format off
#define OF_REALS(...) \
    [](double a, [[maybe_unused]] double b) -> double { using T [[maybe_unused]] = double; return static_cast<double>(__VA_ARGS__); }, \
    [](float a, [[maybe_unused]] float b) -> float { using T [[maybe_unused]] = float; return static_cast<float>(__VA_ARGS__); }
#define OF_WHOLE(...) [](Whole a, [[maybe_unused]] Whole b) -> Whole { return __VA_ARGS__; }
using enum UfuncKind;

constexpr Ufunc kUfuncs[] = {
    {"add", 2, Arithmetic, OF_REALS(a + b), plus},
    {"subtract", 2, Arithmetic, OF_REALS(a - b), OF_WHOLE(plus(a, times(b, -1)))},
    {"multiply", 2, Arithmetic, OF_REALS(a * b), times},
    {"divide", 2, Division, OF_REALS(a / b), nullptr},
    {"floor_divide", 2, Arithmetic, OF_REALS(floorQuotient(a, b)), floorQuotientWhole},
    {"remainder", 2, Arithmetic, OF_REALS(remainderOf(a, b)), remainderWhole},
    {"fmod", 2, Arithmetic, OF_REALS(std::fmod(a, b)), OF_WHOLE(b == 0 ? 0 : a % b)},
    {"power", 2, Arithmetic, OF_REALS(std::pow(a, b)), powerWhole},
    {"float_power", 2, Real, OF_REALS(std::pow(a, b)), nullptr},
    {"negative", 1, Arithmetic, OF_REALS(-a), OF_WHOLE(times(a, -1))},
    {"positive", 1, Arithmetic, OF_REALS(a), OF_WHOLE(a)},
    {"conjugate", 1, Arithmetic, OF_REALS(a), OF_WHOLE(a)},
    {"absolute", 1, Arithmetic, OF_REALS(std::fabs(a)), OF_WHOLE(a < 0 ? times(a, -1) : a)},
    {"fabs", 1, Real, OF_REALS(std::fabs(a)), nullptr},
    {"sign", 1, Arithmetic, OF_REALS(a != a ? a : T((a > 0) - (a < 0))), OF_WHOLE((a > 0) - (a < 0))},
    {"square", 1, Arithmetic, OF_REALS(a * a), OF_WHOLE(times(a, a))},
    {"reciprocal", 1, Arithmetic, OF_REALS(1 / a), OF_WHOLE(a == 0 ? 0 : 1 / a)},
    {"maximum", 2, Arithmetic, OF_REALS(a != a ? a : b != b ? b : a >= b ? a : b), OF_WHOLE(std::max(a, b))},
    {"minimum", 2, Arithmetic, OF_REALS(a != a ? a : b != b ? b : a <= b ? a : b), OF_WHOLE(std::min(a, b))},
    {"fmax", 2, Arithmetic, OF_REALS(a >= b || b != b ? a : b), OF_WHOLE(std::max(a, b))},
    {"fmin", 2, Arithmetic, OF_REALS(a <= b || b != b ? a : b), OF_WHOLE(std::min(a, b))},
    {"sqrt", 1, Real, OF_REALS(std::sqrt(a)), nullptr},
    {"cbrt", 1, Real, OF_REALS(std::cbrt(a)), nullptr},
    {"exp", 1, Real, OF_REALS(std::exp(a)), nullptr},
    {"exp2", 1, Real, OF_REALS(std::exp2(a)), nullptr},
    {"expm1", 1, Real, OF_REALS(std::expm1(a)), nullptr},
    {"log", 1, Real, OF_REALS(std::log(a)), nullptr},
    {"log2", 1, Real, OF_REALS(std::log2(a)), nullptr},
    {"log10", 1, Real, OF_REALS(std::log10(a)), nullptr},
    {"log1p", 1, Real, OF_REALS(std::log1p(a)), nullptr},
    {"logaddexp", 2, Real, OF_REALS(logAddExp(a, b)), nullptr},
    {"logaddexp2", 2, Real, OF_REALS(logAddExp2(a, b)), nullptr},
    {"sin", 1, Real, OF_REALS(std::sin(a)), nullptr},
    {"cos", 1, Real, OF_REALS(std::cos(a)), nullptr},
    {"tan", 1, Real, OF_REALS(std::tan(a)), nullptr},
    {"arcsin", 1, Real, OF_REALS(std::asin(a)), nullptr},
    {"arccos", 1, Real, OF_REALS(std::acos(a)), nullptr},
    {"arctan", 1, Real, OF_REALS(std::atan(a)), nullptr},
    {"arctan2", 2, Real, OF_REALS(std::atan2(a, b)), nullptr},
    {"hypot", 2, Real, OF_REALS(std::hypot(a, b)), nullptr},
    {"sinh", 1, Real, OF_REALS(std::sinh(a)), nullptr},
    {"cosh", 1, Real, OF_REALS(std::cosh(a)), nullptr},
    {"tanh", 1, Real, OF_REALS(std::tanh(a)), nullptr},
    {"arcsinh", 1, Real, OF_REALS(std::asinh(a)), nullptr},
    {"arccosh", 1, Real, OF_REALS(std::acosh(a)), nullptr},
    {"arctanh", 1, Real, OF_REALS(std::atanh(a)), nullptr},
    {"degrees", 1, Real, OF_REALS(a * T(180.0 / 3.141592653589793)), nullptr},
    {"radians", 1, Real, OF_REALS(a * T(3.141592653589793 / 180.0)), nullptr},
    {"rad2deg", 1, Real, OF_REALS(a * T(180.0 / 3.141592653589793)), nullptr},
    {"deg2rad", 1, Real, OF_REALS(a * T(3.141592653589793 / 180.0)), nullptr},
    {"floor", 1, Real, OF_REALS(std::floor(a)), nullptr},
    {"ceil", 1, Real, OF_REALS(std::ceil(a)), nullptr},
    {"trunc", 1, Real, OF_REALS(std::trunc(a)), nullptr},
    {"rint", 1, Real, OF_REALS(std::nearbyint(a)), nullptr},
    {"copysign", 2, Real, OF_REALS(std::copysign(a, b)), nullptr},
    {"nextafter", 2, Real, OF_REALS(std::nextafter(a, b)), nullptr},
    {"heaviside", 2, Real, OF_REALS(a != a ? a : a == 0 ? b : a < 0 ? T(0) : T(1)), nullptr},
    {"spacing", 1, Real, OF_REALS(std::nextafter(a, std::copysign(T(HUGE_VAL), a)) - a), nullptr},
    {"greater", 2, Compare, OF_REALS(a > b), nullptr},
    {"greater_equal", 2, Compare, OF_REALS(a >= b), nullptr},
    {"less", 2, Compare, OF_REALS(a < b), nullptr},
    {"less_equal", 2, Compare, OF_REALS(a <= b), nullptr},
    {"equal", 2, Compare, OF_REALS(a == b), nullptr},
    {"not_equal", 2, Compare, OF_REALS(a != b), nullptr},
    {"logical_and", 2, Truth, OF_REALS(a != 0 && b != 0), nullptr},
    {"logical_or", 2, Truth, OF_REALS(a != 0 || b != 0), nullptr},
    {"logical_xor", 2, Truth, OF_REALS((a != 0) != (b != 0)), nullptr},
    {"logical_not", 1, Truth, OF_REALS(a == 0), nullptr},
    {"isnan", 1, Truth, OF_REALS(std::isnan(a)), nullptr},
    {"isinf", 1, Truth, OF_REALS(std::isinf(a)), nullptr},
    {"isfinite", 1, Truth, OF_REALS(std::isfinite(a)), nullptr},
    {"signbit", 1, Truth, OF_REALS(std::signbit(a)), nullptr},
    {"bitwise_and", 2, Bits, nullptr, nullptr, OF_WHOLE(a & b)},
    {"bitwise_or", 2, Bits, nullptr, nullptr, OF_WHOLE(a | b)},
    {"bitwise_xor", 2, Bits, nullptr, nullptr, OF_WHOLE(a ^ b)},
    {"invert", 1, Bits, nullptr, nullptr, OF_WHOLE(~a)},
    {"left_shift", 2, Bits, nullptr, nullptr, OF_WHOLE(b < 0 || b > 63 ? 0 : times(a, Whole(std::uint64_t{1} << b)))},
    {"right_shift", 2, Bits, nullptr, nullptr, OF_WHOLE(a >> std::clamp<Whole>(b, 0, 63))},
    {"gcd", 2, Bits, nullptr, nullptr, OF_WHOLE(std::gcd(a, b))},
    {"lcm", 2, Bits, nullptr, nullptr, OF_WHOLE(a == 0 || b == 0 ? 0 : std::lcm(a, b))},
};
#undef OF_REALS
#undef OF_WHOLE
// clang-format on

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// The dtype that the loop runs in.
DType loopType(const Ufunc& u, std::span<const Tensor> operands, std::optional<DType> asked) {
    const DType common = asked ? *asked : resultType(operands);
    const std::string name(u.name);
    switch (u.kind) {
        case Truth:
        case Compare: return common;
        case Division: return isFloating(common) ? common : DType::Float64;
        case Real:
            if (name == "float_power") return DType::Float64;
            if (common == DType::Bool) python::unsupported("numpy." + name + " of bool arrays (float16)", "an array of numbers");
            return isFloating(common) ? common : DType::Float64;
        case Bits:
            if (common == DType::Bool && isOneOf(u.name, {"left_shift", "right_shift", "gcd", "lcm"})) {
                python::unsupported("numpy." + name + " of bool arrays (int8)", "an array of numbers");
            }
            if (isFloating(common)) {
                failType("ufunc '" + name +
                         "' not supported for the input types, and the inputs could not be safely coerced to any supported types "
                         "according to the casting rule ''safe''");
            }
            return common;
        case Arithmetic: break;
    }
    if (common != DType::Bool || isOneOf(u.name, {"add", "multiply", "maximum", "minimum", "fmax", "fmin", "absolute"})) return common;
    if (name == "subtract") {
        failType(
            "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor "
            "function instead.");
    }
    if (name == "negative") {
        failType(
            "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.");
    }
    python::unsupported("numpy." + name + " of bool arrays (int8)", "an array of numbers");
}

bool divides(const Ufunc& u, double a, double b) {
    if (u.name == "divide" || u.name == "floor_divide") return b == 0;
    if (u.name == "power" || u.name == "float_power") return a == 0;
    return isOneOf(u.name, {"log", "log2", "log10", "log1p", "reciprocal", "arctanh"});
}

void noteReal(const Ufunc& u, double a, double b, double out, Faults& faults) {
    if (std::isfinite(out)) return;
    const bool known = u.operands == 1 ? !std::isnan(a) : !std::isnan(a) && !std::isnan(b);
    if (std::isnan(out)) {
        faults.invalid = faults.invalid || known;
    } else if (std::isfinite(a) && (u.operands == 1 || std::isfinite(b))) {
        (divides(u, a, b) ? faults.divide : faults.over) = true;
    }
}

std::vector<double> wholeLoop(const Ufunc& u, const Tensor& a, const Tensor& b, DType dtype, Faults& faults) {
    const bool divided = isOneOf(u.name, {"floor_divide", "remainder", "fmod", "reciprocal"});
    std::vector<double> out(static_cast<std::size_t>(a.size()));
    for (std::size_t i = 0; i < out.size(); ++i) {
        const double x = a.at(static_cast<std::int64_t>(i));
        const double y = u.operands == 2 ? b.at(static_cast<std::int64_t>(i)) : 0;
        if (divided && (u.operands == 2 ? y : x) == 0) faults.divide = true;
        if (u.name == "reciprocal" && x == 0) {  // infinite, as the least whole number
            faults.invalid = true;
            out[i] = dtype == DType::Int32 ? -2147483648.0 : -9223372036854775808.0;
            continue;
        }
        if (u.name == "power" && y < 0) failValue("Integers to negative integer powers are not allowed.");
        const Whole whole = u.whole(static_cast<Whole>(x), static_cast<Whole>(y));
        if (dtype == DType::Bool) {
            out[i] = u.name == "invert" ? x == 0 : whole != 0;
        } else if (dtype == DType::Int32) {
            out[i] = static_cast<double>(static_cast<std::int32_t>(static_cast<std::uint32_t>(whole)));
        } else {
            if (!divided && u.wide != nullptr) checkWhole(u.wide(x, y));
            checkWhole(static_cast<double>(whole));
            out[i] = static_cast<double>(whole);
        }
    }
    return out;
}

std::vector<double> realLoop(const Ufunc& u, const Tensor& a, const Tensor& b, DType dtype, Faults& faults) {
    std::vector<double> out(static_cast<std::size_t>(a.size()));
    const bool quiet =
        u.kind == Compare || u.kind == Truth || isOneOf(u.name, {"maximum", "minimum", "fmax", "fmin", "copysign", "nextafter", "sign"});
    const std::span<const double> x = a.numbers();
    const std::span<const double> y = u.operands == 2 ? b.numbers() : x;
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = dtype == DType::Float32 ? static_cast<double>(u.single(static_cast<float>(x[i]), static_cast<float>(y[i])))
                                         : u.wide(x[i], y[i]);
        if (!quiet) noteReal(u, x[i], y[i], out[i], faults);
    }
    return out;
}

}  // namespace

std::span<const Ufunc> ufuncs() { return kUfuncs; }

const Ufunc& ufuncNamed(std::string_view name) {
    return *std::find_if(std::begin(kUfuncs), std::end(kUfuncs), [&](const Ufunc& u) { return u.name == name; });
}

void report(Interpreter& vm, const Faults& faults, const std::string& where) {
    const FaultHandling& handling = Numpy::of(vm).handling;
    const auto tell = [&](bool happened, OnFault how, const char* what) {
        if (!happened || how == OnFault::Ignore) return;
        const std::string message = std::string(what) + " encountered in " + where;
        if (how == OnFault::Raise) python::raise<python::ErrorType::FloatingPointError>(message);
        warn(vm, "RuntimeWarning", message);
    };
    tell(faults.divide, handling.divide, "divide by zero");
    tell(faults.over, handling.over, "overflow");
    tell(faults.invalid, handling.invalid, "invalid value");
}

Tensor computeUfunc(Interpreter& vm, const Ufunc& u, std::span<const Tensor> operands, const std::string& where,
                    std::optional<DType> dtype) {
    const DType loop = loopType(u, operands, dtype);
    TensorShape shape;
    for (const Tensor& t : operands) {
        const std::optional<TensorShape> both = broadcastShapes(shape, t.shape());
        if (!both) {
            std::string shapes;
            for (const Tensor& each : operands) shapes += tupleText(each.shape()) + " ";
            failValue("operands could not be broadcast together with shapes " + shapes);
        }
        shape = *both;
    }
    checkSize(vm, shape);
    std::array<Tensor, 2> in;
    for (std::size_t i = 0; i < operands.size(); ++i) {
        const Tensor& cast = u.kind == Truth ? operands[i] : operands[i].cast(loop);
        in[i] = cast.expandedTo(shape);
    }
    Faults faults;
    const bool whole = u.whole != nullptr && !isFloating(loop) && (u.kind == Bits || loop != DType::Bool);
    std::vector<double> out = whole ? wholeLoop(u, in[0], in[1], loop, faults) : realLoop(u, in[0], in[1], loop, faults);
    report(vm, faults, where);
    const DType result = u.kind == Compare || u.kind == Truth ? DType::Bool : loop;
    return Tensor(shape, std::move(out), result);
}

Tensor ufunc(Interpreter& vm, std::string_view name, std::initializer_list<Tensor> operands) {
    return computeUfunc(vm, ufuncNamed(name), std::span(operands.begin(), operands.size()), std::string(name));
}

}  // namespace backstep::modules
