// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/sparklines.h"

#include <algorithm>
#include <cmath>

namespace backstep {
namespace {

constexpr double kHeight = 20, kWidth = 92, kInset = 3;

struct Scale {
    double low = 0, high = 0;
    bool any = false;
};

// Without the steepest tenth at each end, so that a pole leaves something to be seen.
Scale scaleOf(const std::vector<double>& y) {
    std::vector<double> finite;
    std::copy_if(y.begin(), y.end(), std::back_inserter(finite), [](double v) { return std::isfinite(v); });
    if (finite.empty()) return {};
    std::sort(finite.begin(), finite.end());
    const std::size_t tenth = finite.size() / 10;
    double low = finite[tenth], high = finite[finite.size() - 1 - tenth];
    const double spread = high - low;
    if (finite.front() > low - spread) low = finite.front();
    if (finite.back() < high + spread) high = finite.back();
    return {low, high, true};
}

double heightOf(const Scale& scale, double y, const Rect& room) {
    if (!(scale.high > scale.low)) return room.y + room.height / 2;
    const double share = std::clamp((y - scale.low) / (scale.high - scale.low), 0.0, 1.0);
    return room.bottom() - share * room.height;
}

void addCurve(Group& group, const std::vector<double>& x, const std::vector<double>& y, double at, const Rect& room, Ink ink,
              std::vector<double> dash) {
    const Scale scale = scaleOf(y);
    if (!scale.any || x.size() < 2) return;
    const auto across = [&](double v) { return room.x + room.width * (v - x.front()) / (x.back() - x.front()); };
    const auto beyond = [&](double v) { return !std::isfinite(v) || (scale.high > scale.low && (v < scale.low || v > scale.high)); };
    std::vector<Point> piece;
    const auto end = [&] {
        if (piece.size() > 1) group.items.push_back({PathShape{std::move(piece), false, {ink, 1.1, dash}, 0}, 1});
        piece.clear();
    };
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (beyond(y[i])) end();
        else piece.push_back({across(x[i]), heightOf(scale, y[i], room)});
    }
    end();
    if (at < x.front() || at > x.back()) return;
    const double place = (at - x.front()) / (x.back() - x.front()) * static_cast<double>(x.size() - 1);
    const auto left = std::min(static_cast<std::size_t>(place), x.size() - 2);
    const double here = y[left] + (y[left + 1] - y[left]) * (place - static_cast<double>(left));
    if (!beyond(here)) group.items.push_back({CircleShape{{across(at), heightOf(scale, here, room)}, 2, true, ink, {ink, 0, {}}}, 1});
}

}  // namespace

void addSparklines(Diagram& diagram, const Sparks& sparks, bool slopes) {
    std::vector<Group> added;
    std::size_t lastNode = 0;
    for (std::size_t i = 0; i < diagram.groups.size(); ++i) {
        const Group& node = diagram.groups[i];
        if (node.role != "node") continue;
        lastNode = i;
        if (!node.node.valid() || node.node.index() >= sparks.ofNode.size() || node.items.size() < 2) continue;
        const double width = std::min(kWidth, node.bounds.width - 24);
        const Rect rect{node.bounds.centre().x - width / 2, node.bounds.bottom() + 2, width, kHeight};
        const Rect room{rect.x + kInset, rect.y + kInset, rect.width - 2 * kInset, rect.height - 2 * kInset};
        Group group{"spark-" + std::to_string(node.node.value), "spark", {}, node.node, rect, false, {}};
        group.items.push_back({BoxShape{rect, 4, true, Ink::pane, {Ink::line, 1, {}}}, 0.9});
        const Spark& spark = sparks.ofNode[node.node.index()];
        addCurve(group, sparks.x, spark.value, sparks.at, room, Ink::forward, {});
        if (slopes) addCurve(group, sparks.x, spark.slope, sparks.at, room, Ink::backward, {3, 2});
        if (group.items.size() > 1) added.push_back(std::move(group));
    }
    double bottom = 0;
    for (const Group& group : added) bottom = std::max(bottom, group.bounds.bottom() + 6);
    diagram.size.height = std::max(diagram.size.height, bottom);
    if (!diagram.groups.empty())
        diagram.groups.insert(diagram.groups.begin() + static_cast<std::ptrdiff_t>(lastNode) + 1, std::make_move_iterator(added.begin()),
                              std::make_move_iterator(added.end()));
}

}  // namespace backstep
