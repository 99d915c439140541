// SPDX-License-Identifier: GPL-3.0-or-later
// Finds places for small texts among curves, so that nothing is covered.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/base/geometry.h"

namespace backstep {

[[nodiscard]] bool isWithin(const Rect& inner, const Rect& outer);

// What of a picture is taken, on a grid of small cells with a weight each (at most 65,535): how bad it is to cover them.
class Occupancy {
public:
    explicit Occupancy(Size size);

    void addLine(const std::vector<Point>& points, int weight);
    void addRect(const Rect& rect, int weight);
    [[nodiscard]] int under(const Rect& rect) const;  // the sum of the weights

private:
    struct Share {
        double first = 0, last = 1;
    };
    [[nodiscard]] Share within(Point a, Point b) const;
    [[nodiscard]] int columnOf(double x) const;
    [[nodiscard]] int rowOf(double y) const;

    int columns_;
    int rows_;
    std::vector<std::uint16_t> cells_;

    // Of each row what its first cells come to, 0, 1, 2 …, so that a rectangle is two look-ups a row; a row is added up when
    // somebody asks for it, which of most nobody does.
    mutable std::unique_ptr<int[]> sums_;
    mutable std::vector<char> isSummed_;
    [[nodiscard]] const int* sumsOf(int row) const;
    void changed();
};

inline constexpr double kPenaltyPerCell = 25;  // px of detour that covering one cell of weight 1 is worth

// A place that is considered: where, and how much it is liked less than the best for itself.
struct Candidate {
    Rect rect;
    double penalty = 0;
};

struct Placement {
    Rect rect;
    int covered = 0;     // the weight beneath it; 0 covers nothing
    bool found = false;  // false: no candidate lies within the picture
};

// The candidate within `within` that covers least; among equals the one with the least penalty.
[[nodiscard]] Placement bestOf(const std::vector<Candidate>& candidates, const Occupancy& taken, const Rect& within);

// Candidates for a label of this size around a point, all over `within`, the near ones and those above preferred.
[[nodiscard]] std::vector<Candidate> candidatesAround(Point point, Size label, const Rect& within);

// For the name of a curve, whose pieces lie in order of x: best in the margin where it leaves `area` on the right; otherwise
// along it, from its right end.
[[nodiscard]] std::vector<Candidate> candidatesAlong(const std::vector<std::vector<Point>>& pieces, Size label, const Rect& area);

}  // namespace backstep
