// SPDX-License-Identifier: GPL-3.0-or-later
// The vector kernels of one level. Included once by each vectors_LEVEL.cpp, which says LEVEL, PREFIX and BYTES and is
// compiled for that level. Nothing that the linker might share with code for lesser processors may be called here: of
// op.def only the rows that vectors.def names are instantiated, and those are arithmetic.
#pragma once

#include <dlfcn.h>

#include <cmath>
#include <cstring>

#include "engine/sampling/vectors.h"
#include "engine/sampling/vectors_levels.h"
#include "engine/tape/special.h"

// NOLINTBEGIN(misc-definitions-in-headers): each file that includes it has its own
namespace backstep::vectors {
namespace {

constexpr std::size_t kWidth = BYTES / sizeof(double);
using Packet [[gnu::vector_size(BYTES)]] = double;
using One = Packet (*)(Packet);
using Two = Packet (*)(Packet, Packet);

Packet load(const double* from) {
    Packet p;
    std::memcpy(&p, from, sizeof p);
    return p;
}

// The functions of libmvec, as the processor's level has them.
struct Functions {
#define VECTOR_LIBM1(op, function) One op = nullptr;
#define VECTOR_LIBM2(op, function) Two op = nullptr;
#include "engine/sampling/vectors.def"
};
Functions functions;

template <One Functions::*F>
void one(const double* const* in, double* out, std::size_t n) {
    const One f = functions.*F;
    for (std::size_t i = 0; i < n; i += kWidth) {
        const Packet y = f(load(in[0] + i));
        std::memcpy(out + i, &y, sizeof y);
    }
}
template <Two Functions::*F>
void two(const double* const* in, double* out, std::size_t n) {
    const Two f = functions.*F;
    for (std::size_t i = 0; i < n; i += kWidth) {
        const Packet y = f(load(in[0] + i), load(in[1] + i));
        std::memcpy(out + i, &y, sizeof y);
    }
}

// The text of a row as a loop. A member of a template is made only where it is used.
template <class T>
struct Rows {
    using M = Libm;
#define OP(op, name, count, autograd, kernel, rules, shown, domain, breaks)                            \
    static void op(const double* const* in, double* __restrict out, std::size_t n) {                   \
        [[maybe_unused]] const double* __restrict pa = in[0];                                          \
        [[maybe_unused]] const double* __restrict pb = (count) > 1 ? in[1] : in[0];                    \
        [[maybe_unused]] const double* __restrict pc = (count) > 2 ? in[2] : in[0];                    \
        [[maybe_unused]] const T d = 0, e = 0, f = 0;                                                  \
        for (std::size_t i = 0; i < (n + kVectorPadding - 1) / kVectorPadding * kVectorPadding; ++i) { \
            [[maybe_unused]] const T a = pa[i], b = pb[i], c = pc[i];                                  \
            out[i] = kernel;                                                                           \
        }                                                                                              \
    }
#include "engine/tape/op.def"
};

VectorTable makeTable() {
    VectorTable table{};
    void* library = dlopen("libmvec.so.1", RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) return table;
#define VECTOR_LIBM1(op, function)                                      \
    if (void* found = dlsym(library, PREFIX "v_" #function)) {          \
        functions.op = reinterpret_cast<One>(found);                    \
        table[static_cast<std::size_t>(Op::op)] = &one<&Functions::op>; \
    }
#define VECTOR_LIBM2(op, function)                                      \
    if (void* found = dlsym(library, PREFIX "vv_" #function)) {         \
        functions.op = reinterpret_cast<Two>(found);                    \
        table[static_cast<std::size_t>(Op::op)] = &two<&Functions::op>; \
    }
#define VECTOR_ARITHMETIC(op) table[static_cast<std::size_t>(Op::op)] = &Rows<double>::op;
#include "engine/sampling/vectors.def"
    return table;
}

}  // namespace

const VectorTable& LEVEL() {
    static const VectorTable kTable = makeTable();
    return kTable;
}

}  // namespace backstep::vectors
// NOLINTEND(misc-definitions-in-headers)
