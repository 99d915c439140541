// SPDX-License-Identifier: GPL-3.0-or-later
// Vector kernels for any x86-64; see engine/CMakeLists.txt for how this file is compiled.
#if defined(__x86_64__)
#define LEVEL sse2
#define PREFIX "_ZGVbN2"
#define BYTES 16
#include "engine/sampling/vectors_body.h"
#endif
