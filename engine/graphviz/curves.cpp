// SPDX-License-Identifier: MIT
#include "engine/graphviz/curves.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace backstep::wire {
namespace {

double distance(Pair a, Pair b) { return std::hypot(a.x - b.x, a.y - b.y); }

// The nearest point of the border to p.
Pair onBorder(Pair p, Pair centre, Pair size) {
    const double left = centre.x - size.x / 2, right = centre.x + size.x / 2;
    const double top = centre.y - size.y / 2, bottom = centre.y + size.y / 2;
    const Pair inside{std::clamp(p.x, left, right), std::clamp(p.y, top, bottom)};
    const Pair candidates[] = {{left, inside.y}, {right, inside.y}, {inside.x, top}, {inside.x, bottom}};
    return *std::min_element(std::begin(candidates), std::end(candidates), [p](Pair a, Pair b) { return distance(a, p) < distance(b, p); });
}

// Nodes are drawn with round corners, so that an end in a corner would touch nothing: it slides along its side.
Pair awayFromCorner(Pair p, Pair centre, Pair size, bool leftToRight) {
    constexpr double corner = 12;
    const double dx = p.x - centre.x, dy = p.y - centre.y;
    const double roomX = size.x / 2 - std::min(corner, size.x / 4);
    const double roomY = size.y / 2 - std::min(corner, size.y / 4);
    if (std::abs(dx) <= roomX || std::abs(dy) <= roomY) {
        return p;
    }
    const double beyondX = std::abs(dx) - size.x / 2, beyondY = std::abs(dy) - size.y / 2;
    const bool side = leftToRight ? beyondX >= beyondY : beyondX > beyondY;
    return side ? Pair{p.x, centre.y + std::copysign(roomY, dy)} : Pair{centre.x + std::copysign(roomX, dx), p.y};
}

// dot clips splines to within half a point: the end moves onto the border, and its control point along with it.
void snapEnd(Pair& end, Pair& control, Pair centre, Pair size, bool leftToRight) {
    const Pair snapped = awayFromCorner(onBorder(end, centre, size), centre, size, leftToRight);
    control = {control.x + snapped.x - end.x, control.y + snapped.y - end.y};
    end = snapped;
}

}  // namespace

void finishCurve(std::vector<Pair>& curve, const Edge& edge, const Request& request, const Reply& reply) {
    const Pair tail = reply.centres[edge.from], head = reply.centres[edge.to];
    // An edge that dot turned round to break a cycle may come out turned round.
    if (distance(curve.front(), tail) + distance(curve.back(), head) > distance(curve.front(), head) + distance(curve.back(), tail)) {
        std::reverse(curve.begin(), curve.end());
    }
    snapEnd(curve.front(), curve[1], tail, request.sizes[edge.from], request.leftToRight);
    snapEnd(curve.back(), curve[curve.size() - 2], head, request.sizes[edge.to], request.leftToRight);
}

void shiftToOrigin(Reply& reply, const Request& request) {
    Pair low{kMaxCoordinate, kMaxCoordinate}, high{-kMaxCoordinate, -kMaxCoordinate};
    const auto include = [&](Pair centre, Pair size) {
        low = {std::min(low.x, centre.x - size.x / 2), std::min(low.y, centre.y - size.y / 2)};
        high = {std::max(high.x, centre.x + size.x / 2), std::max(high.y, centre.y + size.y / 2)};
    };
    for (std::size_t i = 0; i < reply.centres.size(); ++i) {
        include(reply.centres[i], request.sizes[i]);
    }
    for (const auto& curve : reply.curves) {
        std::for_each(curve.begin(), curve.end(), [&](Pair p) { include(p, {}); });
    }
    const auto shift = [low](Pair& p) { p = {p.x - low.x, p.y - low.y}; };
    std::for_each(reply.centres.begin(), reply.centres.end(), shift);
    for (auto& curve : reply.curves) {
        std::for_each(curve.begin(), curve.end(), shift);
    }
    reply.size = {high.x - low.x, high.y - low.y};
}

}  // namespace backstep::wire
