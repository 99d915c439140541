// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/compose.h"

#include <algorithm>
#include <cmath>

#include "engine/base/ids.h"
#include "engine/diagram/metrics.h"

namespace backstep {
namespace {

constexpr double kBetween = 24;
constexpr double kHeadingSize = 12;
constexpr double kLineSize = 13;
constexpr double kRow = 20;
constexpr double kSide = 20;
constexpr double kMostSheetColumns = 8;

void move(Point& p, double dx, double dy) { p = {p.x + dx, p.y + dy}; }
void move(Rect& r, double dx, double dy) { r.x += dx, r.y += dy; }

void move(Group& group, double dx, double dy) {
    move(group.bounds, dx, dy);
    for (Item& item : group.items) {
        std::visit(Overloaded{
                       [&](BoxShape& s) { move(s.rect, dx, dy); },
                       [&](CircleShape& s) { move(s.centre, dx, dy); },
                       [&](PathShape& s) {
                           for (Point& p : s.points) move(p, dx, dy);
                       },
                       [&](TextShape& s) { move(s.at, dx, dy); },
                   },
                   item.shape);
    }
}

Item textAt(Point at, double size, std::string text, Ink ink) {
    return {TextShape{at, Anchor::start, size, {{std::move(text), false, false, ink}}}, 1, Part::none};
}

}  // namespace

void moveGroups(std::vector<Group>& groups, double dx, double dy, const std::string& prefix) {
    for (Group& group : groups) {
        group.id = prefix + group.id;
        move(group, dx, dy);
    }
}

Diagram beside(const Diagram& left, const Diagram& right) {
    Diagram both = left;
    Diagram second = right;
    const double height = std::max(left.size.height, right.size.height);
    moveGroups(both.groups, 0, (height - left.size.height) / 2, {});
    moveGroups(second.groups, left.size.width + kBetween, (height - right.size.height) / 2, "plot-");
    both.groups.insert(both.groups.end(), std::make_move_iterator(second.groups.begin()), std::make_move_iterator(second.groups.end()));
    both.size = {left.size.width + kBetween + right.size.width, height};
    return both;
}

Diagram sheetOf(const std::vector<Diagram>& pictures) {
    Diagram sheet;
    if (pictures.empty()) return sheet;
    Size cell;
    for (const Diagram& picture : pictures) cell = {std::max(cell.width, picture.size.width), std::max(cell.height, picture.size.height)};
    const double wanted = std::sqrt(static_cast<double>(pictures.size()) * cell.height / std::max(1.0, cell.width) * 1.4);
    const auto columns = static_cast<std::size_t>(std::clamp(std::round(wanted), 1.0, kMostSheetColumns));
    const std::size_t rows = (pictures.size() + columns - 1) / columns;
    sheet.title = pictures.front().title;
    sheet.description = pictures.front().description;
    sheet.size = {static_cast<double>(columns) * cell.width, static_cast<double>(rows) * cell.height};
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const double x = static_cast<double>(i % columns) * cell.width;
        const std::size_t row = i / columns;
        const double y = static_cast<double>(row) * cell.height;
        std::vector<Group> groups = pictures[i].groups;
        moveGroups(groups, x, y, "s" + std::to_string(i) + "-");
        Group frame{"frame-" + std::to_string(i), "frame", {}, {}, {}, false, {}};
        frame.items.push_back(
            {BoxShape{{x + 4, y + 4, cell.width - 8, cell.height - 8}, 6, false, Ink::pane, {Ink::line, 1, {}}}, 1, Part::none});
        sheet.groups.push_back(std::move(frame));
        sheet.groups.insert(sheet.groups.end(), std::make_move_iterator(groups.begin()), std::make_move_iterator(groups.end()));
    }
    return sheet;
}

std::vector<std::string> brokenLines(const std::string& text, double width, double size, bool bold) {
    std::vector<std::string> lines;
    std::string line;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, space - at);
        at = std::min(space + 1, text.size());
        const std::string longer = line.empty() ? word : line + " " + word;
        if (!line.empty() && textWidth(longer, size, bold) > width) {
            lines.push_back(std::move(line));
            line = word;
        } else {
            line = longer;
        }
    }
    if (!line.empty()) lines.push_back(std::move(line));
    for (std::string& l : lines) l = elideMiddle(l, width, size, bold);
    return lines;
}

std::size_t captionRows(const Caption& caption, double width) {
    std::size_t rows = caption.heading.empty() ? 0 : 1;
    for (const std::string& line : caption.lines) rows += brokenLines(line, width - 2 * kSide, kLineSize).size();
    return rows;
}

Diagram captioned(Diagram picture, const Caption& caption, std::size_t rows) {
    const double width = picture.size.width - 2 * kSide;
    double y = picture.size.height + ascent(kLineSize);
    std::string spoken = caption.heading;
    for (const std::string& line : caption.lines) spoken += (spoken.empty() ? "" : ". ") + line;
    Group group{"caption", "caption", spoken, {}, {0, picture.size.height, picture.size.width, static_cast<double>(rows) * kRow},
                false,     {}};
    if (!caption.heading.empty()) {
        group.items.push_back(textAt({kSide, y}, kHeadingSize, elideMiddle(caption.heading, width, kHeadingSize), Ink::quiet));
        y += kRow;
    }
    for (const std::string& line : caption.lines) {
        for (std::string& piece : brokenLines(line, width, kLineSize)) {
            group.items.push_back(textAt({kSide, y}, kLineSize, std::move(piece), Ink::text));
            y += kRow;
        }
    }
    picture.size.height += static_cast<double>(rows) * kRow + 12;
    picture.groups.push_back(std::move(group));
    return picture;
}

}  // namespace backstep
