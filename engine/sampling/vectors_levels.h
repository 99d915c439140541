// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the levels, each compiled for its processors; only to be called where these are.
#pragma once

#include "engine/sampling/vectors.h"

namespace backstep::vectors {

const VectorTable& sse2();
const VectorTable& avx2();
const VectorTable& avx512();

}  // namespace backstep::vectors
