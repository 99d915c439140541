// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/untaken.h"

#include <algorithm>

#include "engine/diagram/metrics.h"
#include "engine/diagram/nodeshape.h"
#include "engine/diagram/printable.h"

namespace backstep {
namespace {

constexpr double kGap = 16, kPadding = 10, kLine = 15;
constexpr double kWidest = 230;   // of a line of the text; a longer one is cut
constexpr std::size_t kMost = 4;  // frames; a program with more untaken branches shows the first

struct Frame {
    std::string title;
    std::vector<std::string> lines;
    double width = 0, height = 0;
};

Frame frameOf(const Untaken& branch, const std::string& word) {
    Frame frame;
    frame.title = elideMiddle(printable(branch.head), kWidest, kSmallSize, true) + "  " + word;
    frame.width = textWidth(frame.title, kSmallSize, true);
    for (const std::string& line : branch.lines) {
        frame.lines.push_back(elideMiddle(printable(line), kWidest, kSmallSize));
        frame.width = std::max(frame.width, textWidth(frame.lines.back(), kSmallSize) + 12);
    }
    frame.width += 2 * kPadding;
    frame.height = kLine * static_cast<double>(frame.lines.size() + 1) + 12;
    return frame;
}

}  // namespace

void addUntaken(Diagram& diagram, const std::vector<Untaken>& branches, const std::string& word, std::size_t stop) {
    const double top = diagram.size.height;
    double x = kGap, height = 0;
    for (std::size_t i = 0; i < std::min(branches.size(), kMost); ++i) {
        const Frame frame = frameOf(branches[i], word);
        const Rect rect{x, top, frame.width, frame.height};
        const double opacity = branches[i].stop <= stop ? 1 : 0.5;  // decided against, or yet to be reached
        Group group{"untaken-" + std::to_string(i), "untaken", frame.title, {}, rect, false, {}};
        group.items.push_back({BoxShape{rect, 10, false, Ink::pane, {Ink::faint, 1, {4, 3}}}, opacity});
        group.items.push_back(
            {TextShape{{rect.x + kPadding, rect.y + 18}, Anchor::start, kSmallSize, {{frame.title, false, false, Ink::quiet}}}, opacity});
        for (std::size_t k = 0; k < frame.lines.size(); ++k) {
            group.items.push_back({TextShape{{rect.x + kPadding + 12, rect.y + 18 + kLine * static_cast<double>(k + 1)},
                                             Anchor::start,
                                             kSmallSize,
                                             {{frame.lines[k], false, false, Ink::faint}}},
                                   opacity});
        }
        diagram.groups.push_back(std::move(group));
        x += frame.width + kGap;
        height = std::max(height, frame.height);
        diagram.size.width = std::max(diagram.size.width, x);
    }
    if (height > 0) diagram.size.height += height + kGap;
}

}  // namespace backstep
