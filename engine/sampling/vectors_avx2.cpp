// SPDX-License-Identifier: GPL-3.0-or-later
// Vector kernels for processors with AVX2; see engine/CMakeLists.txt for how this file is compiled.
#if defined(__x86_64__)
#define LEVEL avx2
#define PREFIX "_ZGVdN4"
#define BYTES 32
#include "engine/sampling/vectors_body.h"
#endif
