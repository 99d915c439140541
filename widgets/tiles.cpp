// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tiles.h"

#include <algorithm>

namespace backstep {
namespace {

constexpr int kSide = 24;  // px

}  // namespace

Tiles::Tiles(QSize view)
    : view_(view),
      columns_((view.width() + kSide - 1) / kSide),
      rows_((view.height() + kSide - 1) / kSide),
      chosen_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)),
      around_{columns_, rows_, -1, -1} {}

Tiles::Span Tiles::tilesOf(const QRectF& rect) const {
    // What lies less than a tile before the first counts as on it: one too many is painted, never one too few.
    const auto tile = [](double at, int count) { return static_cast<int>(std::clamp(at * (1.0 / kSide), -1.0, double(count))); };
    return {std::max(tile(rect.left(), columns_), 0), std::max(tile(rect.top(), rows_), 0),
            std::min(tile(rect.right(), columns_), columns_ - 1), std::min(tile(rect.bottom(), rows_), rows_ - 1)};
}

void Tiles::add(const QRectF& rect) {
    const Span tiles = tilesOf(rect);
    if (tiles.left > tiles.right || tiles.top > tiles.bottom) return;
    for (int row = tiles.top; row <= tiles.bottom; ++row)
        std::fill(chosen_.begin() + at(row, tiles.left), chosen_.begin() + at(row, tiles.right) + 1, char{1});
    around_ = {std::min(around_.left, tiles.left), std::min(around_.top, tiles.top), std::max(around_.right, tiles.right),
               std::max(around_.bottom, tiles.bottom)};
}

void Tiles::add(const QRegion& region) {
    for (const QRect& rect : region) add(QRectF(rect).adjusted(0, 0, -1e-3, -1e-3));
}

bool Tiles::touches(const QRectF& rect) const {
    // Most of a large picture is far from what a step changes.
    if (rect.right() < around_.left * kSide || rect.left() > (around_.right + 1) * kSide) return false;
    if (rect.bottom() < around_.top * kSide || rect.top() > (around_.bottom + 1) * kSide) return false;
    const Span tiles = tilesOf(rect);
    for (int row = tiles.top; row <= tiles.bottom; ++row) {
        for (int column = tiles.left; column <= tiles.right; ++column)
            if (chosen_[static_cast<std::size_t>(at(row, column))] != 0) return true;
    }
    return false;
}

QRegion Tiles::region() const {
    QRegion region;
    for (int row = 0; row < rows_; ++row) {
        for (int column = 0; column < columns_; ++column) {
            const int first = column;
            while (column < columns_ && chosen_[static_cast<std::size_t>(at(row, column))] != 0) ++column;
            if (column > first) region += QRect(first * kSide, row * kSide, (column - first) * kSide, kSide);
        }
    }
    return region & QRect(QPoint(), view_);
}

}  // namespace backstep
