// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tape/kernels.h"

#include <string_view>
#include <type_traits>

#include "engine/tape/special.h"

namespace backstep {
namespace {

// One loop an op, over whichever operands it has. The usual case, where every column is full, is a loop of its own that
// the compiler can vectorise.
template <class T, std::size_t Operands, class F>
void loop(F f, const Columns& in, double* out, std::size_t n) {
    const auto at = [&](std::size_t k, std::size_t i) -> T { return k < Operands ? static_cast<T>(in[k].numbers[i * in[k].step]) : T(0); };
    bool full = true;
    for (std::size_t k = 0; k < Operands; ++k) full = full && in[k].step == 1;
    if (!full || Operands > 3) {
        for (std::size_t i = 0; i < n; ++i) out[i] = static_cast<double>(f(at(0, i), at(1, i), at(2, i), at(3, i), at(4, i), at(5, i)));
        return;
    }
    const double* a = in[0].numbers;
    const double* b = in[1].numbers;
    const double* c = in[2].numbers;
    const T zero(0);
    for (std::size_t i = 0; i < n; ++i) {
        if constexpr (Operands == 1) out[i] = static_cast<double>(f(static_cast<T>(a[i]), zero, zero, zero, zero, zero));
        if constexpr (Operands == 2) out[i] = static_cast<double>(f(static_cast<T>(a[i]), static_cast<T>(b[i]), zero, zero, zero, zero));
        if constexpr (Operands == 3) {
            out[i] = static_cast<double>(f(static_cast<T>(a[i]), static_cast<T>(b[i]), static_cast<T>(c[i]), zero, zero, zero));
        }
    }
}

// M: by what the functions of M in the table are computed.
template <class T, class M>
struct Kernels {
#define OP(op, name, operands, autograd, kernel, rules, shown, domain, breaks)                                                             \
    static void op(const Columns& in, double* out, std::size_t n) {                                                                        \
        loop<T, operands>([]([[maybe_unused]] T a, [[maybe_unused]] T b, [[maybe_unused]] T c, [[maybe_unused]] T d, [[maybe_unused]] T e, \
                             [[maybe_unused]] T f) -> T { return kernel; },                                                                \
                          in, out, n);                                                                                                     \
    }
#include "engine/tape/op.def"
};

template <class T>
struct ScalarKernels {
    using M = Libm;
#define OP(op, name, operands, autograd, kernel, rules, shown, domain, breaks)                                    \
    static double op(const double* in) {                                                                          \
        [[maybe_unused]] const T a = static_cast<T>(in[0]), b = static_cast<T>(in[1]), c = static_cast<T>(in[2]); \
        [[maybe_unused]] const T d = static_cast<T>(in[3]), e = static_cast<T>(in[4]), f = static_cast<T>(in[5]); \
        return static_cast<double>([&]() -> T { return kernel; }());                                              \
    }
#include "engine/tape/op.def"
};

template <class T>
constexpr std::array<ScalarKernel, kElementwiseEnd> kScalarTable{
    nullptr,
    nullptr,
#define OP(op, ...) &ScalarKernels<T>::op,
#include "engine/tape/op.def"
};

template <class T>
constexpr std::array<Kernel, kElementwiseEnd> kTable{
    nullptr,
    nullptr,
#define OP(op, ...) &Kernels<T, Libm>::op,
#include "engine/tape/op.def"
};

// PyTorch's loops: what fills two registers of 32 bytes at once by its vector library, the rest one by one.
template <class T>
constexpr std::size_t kGroup = 64 / sizeof(T);

template <class T>
void inGroups(Kernel together, Kernel alone, Columns in, double* out, std::size_t n) {
    const std::size_t whole = Sleef::serves() ? n - n % kGroup<T> : 0;
    if (whole > 0) together(in, out, whole);
    if (whole == n) return;
    for (Column& column : in) column.numbers += column.numbers == nullptr ? 0 : whole * column.step;
    alone(in, out + whole, n - whole);
}

// Of those rows only that have functions of M.
constexpr bool hasChoice(std::string_view kernel) {
    return kernel.find("M::") != std::string_view::npos || kernel.find("<M>") != std::string_view::npos;
}

template <class T>
struct TensorKernels {
#define OP(op, name, operands, autograd, kernel, rules, shown, domain, breaks) \
    static constexpr Kernel op = hasChoice(#kernel) ? [](const Columns& in, double* out, std::size_t n) { \
        inGroups<T>(&Kernels<T, std::conditional_t<hasChoice(#kernel), Sleef, Libm>>::op, &Kernels<T, std::conditional_t<hasChoice(#kernel), Rest, Libm>>::op, in, out, n); \
    } : &Kernels<T, Libm>::op;
#include "engine/tape/op.def"
};

template <class T>
constexpr std::array<Kernel, kElementwiseEnd> kTensorTable{
    nullptr,
    nullptr,
#define OP(op, ...) TensorKernels<T>::op,
#include "engine/tape/op.def"
};

}  // namespace

constexpr std::array<ScalarRow, kElementwiseEnd> kScalarRows{{
    {},
    {},
#define OP(op, name, operands, autograd, ...) \
    {&ScalarKernels<float>::op, &ScalarKernels<double>::op, isCondition(Op::op), !std::string_view(autograd).empty()},
#include "engine/tape/op.def"
}};

Kernel kernel64(Op op) { return kTable<double>[static_cast<std::size_t>(op)]; }
ScalarKernel scalarKernel64(Op op) { return kScalarTable<double>[static_cast<std::size_t>(op)]; }
ScalarKernel scalarKernel32(Op op) { return kScalarTable<float>[static_cast<std::size_t>(op)]; }
Kernel kernel32(Op op) { return kTable<float>[static_cast<std::size_t>(op)]; }
constexpr std::array<bool, kElementwiseEnd> kChoices{
    false,
    false,
#define OP(op, name, operands, autograd, kernel, rules, shown, domain, breaks) hasChoice(#kernel),
#include "engine/tape/op.def"
};

bool goesInGroups(Op op) { return kChoices[static_cast<std::size_t>(op)]; }
Kernel tensorKernel64(Op op) { return kTensorTable<double>[static_cast<std::size_t>(op)]; }
Kernel tensorKernel32(Op op) {
    if (op == Op::Gelu) return &Kernels<float, Sleef>::Gelu;  // not in groups
    if (op == Op::GeluBackward) return &Kernels<float, Sleef>::GeluBackward;
    return kTensorTable<float>[static_cast<std::size_t>(op)];
}

}  // namespace backstep
