// SPDX-License-Identifier: GPL-3.0-or-later
// torch.return_types: tuples whose places have names, torch.return_types.max(values=…, indices=…).
#pragma once

#include <initializer_list>

#include "engine/modules/torch.h"

namespace backstep::modules {

// The type is made when it is first needed; a name always has the same fields.
[[nodiscard]] Value returned(Interpreter& vm, std::string_view name, std::initializer_list<std::string_view> fields,
                             std::vector<Var> values);

}  // namespace backstep::modules
