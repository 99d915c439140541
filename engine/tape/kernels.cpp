// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tape/kernels.h"

#include "engine/tape/special.h"

namespace backstep {
namespace {

// One loop an op, over whichever operands it has. A null operand is read as 0 and never looked at by the kernel.
template <class T, int Operands, class F>
void loop(F f, const T* a, const T* b, const T* c, T* out, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) {
        if constexpr (Operands == 1) out[i] = f(a[i], T(0), T(0));
        if constexpr (Operands == 2) out[i] = f(a[i], b[i], T(0));
        if constexpr (Operands == 3) out[i] = f(a[i], b[i], c[i]);
    }
}

template <class T>
struct Kernels {
#define OP(op, name, operands, autograd, kernel, rules, shown, domain, breaks)                                   \
    static void op(const T* a0, const T* b0, const T* c0, T* out, std::size_t n) {                               \
        loop<T, operands>([]([[maybe_unused]] T a, [[maybe_unused]] T b, [[maybe_unused]] T c) -> T { return kernel; }, a0, b0, \
                          c0, out, n);                                                                           \
    }
#include "engine/tape/op.def"
};

template <class T>
using Pointer = void (*)(const T*, const T*, const T*, T*, std::size_t);

template <class T>
constexpr std::array<Pointer<T>, kElementwiseEnd> kTable{
    nullptr,
    nullptr,
#define OP(op, ...) &Kernels<T>::op,
#include "engine/tape/op.def"
};

}  // namespace

Kernel64 kernel64(Op op) { return kTable<double>[static_cast<std::size_t>(op)]; }
Kernel32 kernel32(Op op) { return kTable<float>[static_cast<std::size_t>(op)]; }

}  // namespace backstep
