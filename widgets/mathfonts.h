// SPDX-License-Identifier: GPL-3.0-or-later
// The fonts of typeset mathematics, and how much room a piece of text takes in them.
#pragma once

#include <QFont>
#include <QString>

namespace backstep {

// STIX where it is installed, DejaVu Serif otherwise. Sizes are pixels.
[[nodiscard]] QFont mathTextFont(double pixelSize, bool italic, bool bold);

struct TextExtent {
    double width = 0;  // to where the next letter starts
    double lean = 0;   // how far the last letter leans over that: TeX's italic correction
    double left = 0;   // of the ink; negative where the first letter reaches back
    double right = 0;
    double ascent = 0;   // of the ink, above the baseline
    double descent = 0;  // below it; negative for a minus sign
};
[[nodiscard]] TextExtent extentOf(const QString& text, const QFont& font);

}  // namespace backstep
