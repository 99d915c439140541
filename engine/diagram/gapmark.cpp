// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/gapmark.h"

#include <algorithm>
#include <cmath>

namespace backstep {
namespace {

constexpr std::size_t kMost = 400;  // more cannot be told apart

bool isListed(const std::string& list, const std::string& text) {
    return ("," + list + ",").find(", " + text + ",") != std::string::npos || list.rfind(text + ",", 0) == 0 || list == text;
}

}  // namespace

std::vector<GapMark> gapMarks(const Chart& chart, const PlotFrame& frame) {
    std::vector<GapMark> marks;
    for (const Gap& gap : chart.gaps) {
        const bool isVisible = gap.from <= gap.to && gap.to >= frame.xMin && gap.from <= frame.xMax;  // false for NaN
        if (!isVisible) continue;
        const double left = frame.at(std::max(gap.from, frame.xMin), frame.yMin).x;
        const double right = frame.at(std::min(gap.to, frame.xMax), frame.yMin).x;
        const auto same = std::find_if(marks.begin(), marks.end(), [&](const GapMark& mark) {
            return std::fabs(mark.left - left) < 1 && std::fabs(mark.right - right) < 1;
        });
        if (same == marks.end()) {
            if (marks.size() < kMost) marks.push_back({left, right, gap.cause, gap.text});
        } else if (!isListed(same->text, gap.text)) {
            same->text += ", " + gap.text;
        }
    }
    return marks;
}

}  // namespace backstep
