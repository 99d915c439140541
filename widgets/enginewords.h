// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine calls by a phrase of its own (a limit, something that is not supported, what is nearest to it), in the reader's
// language. What is no such phrase, as the names of functions, stays as it is.
#pragma once

#include <string>

#include <QString>

namespace backstep {

[[nodiscard]] QString engineWords(const std::string& said);

}  // namespace backstep
