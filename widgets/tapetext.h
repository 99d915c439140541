// SPDX-License-Identifier: GPL-3.0-or-later
// The tape's table as text for other programs.
#pragma once

#include <QString>

namespace backstep {

class TapeModel;

[[nodiscard]] QString tapeAsText(const TapeModel& model);   // columns aligned by spaces, numbers as shown
[[nodiscard]] QString tapeAsCsv(const TapeModel& model);    // every digit; what is not computed yet is an empty field
[[nodiscard]] QString tapeAsLatex(const TapeModel& model);  // a tabular that needs no package

}  // namespace backstep
