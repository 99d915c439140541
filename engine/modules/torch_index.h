// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of torch that read and write by indices and masks.
#pragma once

#include "engine/modules/torch.h"

namespace backstep::modules {

void addTorchIndexing(Interpreter& vm);

}  // namespace backstep::modules
