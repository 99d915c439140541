// SPDX-License-Identifier: GPL-3.0-or-later
// Vector kernels for processors with AVX-512; see engine/CMakeLists.txt for how this file is compiled.
#if defined(__x86_64__)
#define LEVEL avx512
#define PREFIX "_ZGVeN8"
#define BYTES 64
#include "engine/sampling/vectors_body.h"
#endif
