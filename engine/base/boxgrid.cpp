// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/boxgrid.h"

#include <algorithm>
#include <cmath>

namespace backstep {
namespace {

constexpr double kSide = 256;            // px of a square, at least
constexpr double kMostSquares = 40'000;  // in all: then they are larger
constexpr int kMany = 48;                // squares of a box that is large

}  // namespace

BoxGrid::BoxGrid(const std::vector<Rect>& boxes) {
    double left = HUGE_VAL, top = HUGE_VAL, right = -HUGE_VAL, bottom = -HUGE_VAL;
    for (const Rect& box : boxes) {
        left = std::min(left, box.x);
        top = std::min(top, box.y);
        right = std::max(right, box.right());
        bottom = std::max(bottom, box.bottom());
    }
    if (!(left <= right && top <= bottom)) left = top = right = bottom = 0;
    all_ = {left, top, right - left, bottom - top};
    side_ = std::max({kSide, std::sqrt(all_.width * all_.height / kMostSquares), all_.width / kMostSquares, all_.height / kMostSquares});
    columns_ = static_cast<std::size_t>(all_.width / side_) + 1;
    rows_ = static_cast<std::size_t>(all_.height / side_) + 1;
    squares_.resize(columns_ * rows_);
    for (const Rect& box : boxes) {
        const auto i = static_cast<std::uint32_t>(ranges_.size());
        const Range range = ranges_.emplace_back(rangeOf(box));
        const auto squares = static_cast<std::int64_t>(range.right - range.left + 1) * (range.bottom - range.top + 1);
        if (squares > kMany) {
            large_.push_back(i);
            continue;
        }
        for (int row = range.top; row <= range.bottom; ++row) {
            for (int column = range.left; column <= range.right; ++column) squares_[squareAt(column, row)].push_back(i);
        }
    }
}

// What lies outside belongs to the squares at the border.
BoxGrid::Range BoxGrid::rangeOf(const Rect& rect) const {
    const auto at = [&](double distance, std::size_t count) {
        return static_cast<int>(std::clamp(distance / side_, 0.0, static_cast<double>(count - 1)));
    };
    return {at(rect.x - all_.x, columns_), at(rect.y - all_.y, rows_), at(rect.right() - all_.x, columns_),
            at(rect.bottom() - all_.y, rows_)};
}

}  // namespace backstep
