// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the handbook that the program's own tables say, as Markdown in the language at hand.
#pragma once

#include <QString>

namespace backstep {

// functions, shortcuts, commandline, supported; contents: the word for the way back. Empty for any other name.
[[nodiscard]] QString handbookPart(const QString& name);

}  // namespace backstep
