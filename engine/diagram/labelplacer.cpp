// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/labelplacer.h"

#include <algorithm>
#include <cmath>

namespace backstep {
namespace {

constexpr double kCell = 3;       // px
constexpr int kMostCells = 2000;  // on a side
constexpr double kStep = 5;       // px between candidates
constexpr int kMostSteps = 160;   // on a side

}  // namespace

bool isWithin(const Rect& inner, const Rect& outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
}

Occupancy::Occupancy(Size size)
    : columns_(std::clamp(static_cast<int>(std::ceil(std::min(size.width, 1e5) / kCell)), 1, kMostCells)),
      rows_(std::clamp(static_cast<int>(std::ceil(std::min(size.height, 1e5) / kCell)), 1, kMostCells)),
      cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)),
      isSummed_(static_cast<std::size_t>(rows_)) {}

namespace {

// Rounded down, one before the first and one behind the last at most. (std::floor is a call where SSE2 is all there is.)
int cellOf(double at, int count) { return static_cast<int>(std::clamp(at / kCell + 1, 0.0, count + 1.0)) - 1; }

}  // namespace

int Occupancy::columnOf(double x) const { return cellOf(x, columns_); }
int Occupancy::rowOf(double y) const { return cellOf(y, rows_); }

// Two points a cell, as far as the line lies on the grid: each is in the cell that columnOf and rowOf would say.
void Occupancy::addLine(const std::vector<Point>& points, int weight) {
    changed();
    const auto height = static_cast<std::uint16_t>(weight);
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const Point a = points[i], b = points[i + 1];
        const double length = std::min(std::hypot(b.x - a.x, b.y - a.y), 1e12);
        const auto steps = 1 + static_cast<std::int64_t>(length / (kCell / 2));
        const Share inside = within(a, b);
        const auto last = std::min(steps, static_cast<std::int64_t>(std::ceil(inside.last * static_cast<double>(steps))));
        for (auto s = std::max<std::int64_t>(0, static_cast<std::int64_t>(inside.first * static_cast<double>(steps))); s <= last; ++s) {
            const double t = static_cast<double>(s) / static_cast<double>(steps);
            const double column = (a.x + (b.x - a.x) * t) / kCell, row = (a.y + (b.y - a.y) * t) / kCell;
            if (column < 0 || row < 0 || column >= columns_ || row >= rows_) continue;
            const auto at = static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
            std::uint16_t& cell = cells_.data()[at];
            cell = std::max(cell, height);
        }
    }
}

// The part of the way from a to b that lies on the grid; none: the last is before the first.
Occupancy::Share Occupancy::within(Point a, Point b) const {
    Share share;
    const auto cut = [&](double from, double to, double end) {
        const double way = to - from;
        if (way == 0) {
            if (from < 0 || from > end) share = {1, -1};
            return;
        }
        share.first = std::max(share.first, std::min(-from / way, (end - from) / way));
        share.last = std::min(share.last, std::max(-from / way, (end - from) / way));
    };
    cut(a.x, b.x, columns_ * kCell);
    cut(a.y, b.y, rows_ * kCell);
    return share;
}

void Occupancy::addRect(const Rect& rect, int weight) {
    changed();
    const int left = std::max(columnOf(rect.x), 0), right = std::min(columnOf(rect.right()), columns_ - 1);
    const int bottom = std::min(rowOf(rect.bottom()), rows_ - 1);
    for (int row = std::max(rowOf(rect.y), 0); row <= bottom; ++row) {
        const auto begin = cells_.begin() + static_cast<std::ptrdiff_t>(row) * columns_;
        for (int column = left; column <= right; ++column) begin[column] = std::max(begin[column], static_cast<std::uint16_t>(weight));
    }
}

int Occupancy::under(const Rect& rect) const {
    const int left = std::max(columnOf(rect.x), 0), right = std::min(columnOf(rect.right()), columns_ - 1);
    const int top = std::max(rowOf(rect.y), 0), bottom = std::min(rowOf(rect.bottom()), rows_ - 1);
    if (left > right || top > bottom) return 0;
    int sum = 0;
    for (int row = top; row <= bottom; ++row) {
        const int* const upTo = sumsOf(row);
        sum += upTo[right + 1] - upTo[left];
    }
    return sum;
}

void Occupancy::changed() { std::fill(isSummed_.begin(), isSummed_.end(), 0); }

const int* Occupancy::sumsOf(int row) const {
    const auto columns = static_cast<std::size_t>(columns_), at = static_cast<std::size_t>(row);
    if (!sums_) sums_ = std::make_unique_for_overwrite<int[]>((columns + 1) * static_cast<std::size_t>(rows_));
    int* const sums = &sums_[at * (columns + 1)];
    if (isSummed_[at] == 0) {
        const std::uint16_t* const cells = cells_.data() + at * columns;
        int sum = sums[0] = 0;
        for (std::size_t column = 0; column < columns; ++column) sums[column + 1] = sum += cells[column];
        isSummed_[at] = 1;
    }
    return sums;
}

Placement bestOf(const std::vector<Candidate>& candidates, const Occupancy& taken, const Rect& within) {
    Placement best;
    double least = 0;
    for (const Candidate& candidate : candidates) {
        if (!isWithin(candidate.rect, within) || (best.found && candidate.penalty >= least)) continue;
        const int covered = taken.under(candidate.rect);
        const double cost = candidate.penalty + kPenaltyPerCell * covered;
        if (best.found && cost >= least) continue;
        best = {candidate.rect, covered, true};
        least = cost;
    }
    return best;
}

std::vector<Candidate> candidatesAround(Point point, Size label, const Rect& within) {
    std::vector<Candidate> candidates;
    const double roomX = within.width - label.width, roomY = within.height - label.height;
    if (roomX < 0 || roomY < 0) return candidates;
    const int columns = std::clamp(static_cast<int>(roomX / kStep), 1, kMostSteps);
    const int rows = std::clamp(static_cast<int>(roomY / kStep), 1, kMostSteps);
    for (int row = 0; row <= rows; ++row) {
        for (int column = 0; column <= columns; ++column) {
            const Rect rect{within.x + roomX * column / columns, within.y + roomY * row / rows, label.width, label.height};
            const Point nearest{std::clamp(point.x, rect.x, rect.right()), std::clamp(point.y, rect.y, rect.bottom())};
            const double away = std::hypot(nearest.x - point.x, nearest.y - point.y);
            const double aside = std::fabs(rect.centre().x - point.x);
            candidates.push_back({rect, away + 0.1 * aside + (rect.y > point.y ? 12 : 0)});
        }
    }
    return candidates;
}

namespace {

void addAlong(Point a, Point b, Size label, const Rect& area, double& travelled, std::vector<Candidate>& candidates) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    const int steps = 1 + static_cast<int>(length / 8);
    for (int s = 0; s < steps; ++s) {
        const Point p{a.x + (b.x - a.x) * s / steps, a.y + (b.y - a.y) * s / steps};
        travelled += length / steps;
        if (!area.contains(p)) continue;
        for (const double gap : {4.0, 9.0}) {
            const double penalty = 10 + travelled * 0.25 + gap;
            candidates.push_back({{p.x - label.width / 2, p.y - gap - label.height, label.width, label.height}, penalty});
            candidates.push_back({{p.x - label.width / 2, p.y + gap, label.width, label.height}, penalty + 3});
            candidates.push_back({{p.x + gap, p.y - label.height / 2, label.width, label.height}, penalty + 1});
            candidates.push_back({{p.x - gap - label.width, p.y - label.height / 2, label.width, label.height}, penalty + 2});
        }
    }
}

}  // namespace

std::vector<Candidate> candidatesAlong(const std::vector<std::vector<Point>>& pieces, Size label, const Rect& area) {
    std::vector<Candidate> candidates;
    double travelled = 0;
    for (std::size_t n = pieces.size(); n-- > 0;) {
        const std::vector<Point>& piece = pieces[n];
        for (std::size_t i = piece.size(); i-- > 0;) {
            const Point p = piece[i];
            if (p.x >= area.right() && p.y >= area.y && p.y <= area.bottom())
                candidates.push_back({{area.right() + 5, p.y - label.height / 2, label.width, label.height}, 0});
            if (i > 0) addAlong(p, piece[i - 1], label, area, travelled, candidates);
        }
    }
    return candidates;
}

}  // namespace backstep
