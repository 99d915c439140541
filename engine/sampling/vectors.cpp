// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/vectors.h"

#include "engine/sampling/vectors_levels.h"

namespace backstep {

#if defined(__x86_64__)

bool hasVectorLevel(VectorLevel level) {
    switch (level) {
        case VectorLevel::Scalar: return true;
        case VectorLevel::Sse2: return vectors::sse2()[static_cast<std::size_t>(Op::Sin)] != nullptr;
        case VectorLevel::Avx2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && hasVectorLevel(VectorLevel::Sse2);
        case VectorLevel::Avx512:
            return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
                   hasVectorLevel(VectorLevel::Avx2);
    }
    return false;
}

const VectorTable& vectorKernels(VectorLevel level) {
    static const VectorTable kNone{};
    if (!hasVectorLevel(level)) return kNone;
    switch (level) {
        case VectorLevel::Scalar: break;
        case VectorLevel::Sse2: return vectors::sse2();
        case VectorLevel::Avx2: return vectors::avx2();
        case VectorLevel::Avx512: return vectors::avx512();
    }
    return kNone;
}

#else  // other processors: one number at a time

bool hasVectorLevel(VectorLevel level) { return level == VectorLevel::Scalar; }
const VectorTable& vectorKernels(VectorLevel) {
    static const VectorTable kNone{};
    return kNone;
}

#endif

VectorLevel bestVectorLevel() {
    for (const VectorLevel level : {VectorLevel::Avx512, VectorLevel::Avx2, VectorLevel::Sse2}) {
        if (hasVectorLevel(level)) return level;
    }
    return VectorLevel::Scalar;
}

}  // namespace backstep
