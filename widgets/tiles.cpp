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
      chosen_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

QRect Tiles::tilesOf(const QRectF& rect) const {
    // What lies less than a tile before the first counts as on it: one too many is painted, never one too few.
    const auto tile = [](double at, int count) { return static_cast<int>(std::clamp(at / kSide, -1.0, double(count))); };
    return QRect(QPoint(tile(rect.left(), columns_), tile(rect.top(), rows_)),
                 QPoint(tile(rect.right(), columns_), tile(rect.bottom(), rows_)))
        .intersected(QRect(0, 0, columns_, rows_));
}

void Tiles::add(const QRectF& rect) {
    const QRect tiles = tilesOf(rect);
    for (int row = tiles.top(); row <= tiles.bottom(); ++row)
        for (int column = tiles.left(); column <= tiles.right(); ++column) chosen_[at(row, column)] = 1;
}

void Tiles::add(const QRegion& region) {
    for (const QRect& rect : region) add(QRectF(rect).adjusted(0, 0, -1e-3, -1e-3));
}

bool Tiles::touches(const QRectF& rect) const {
    const QRect tiles = tilesOf(rect);
    for (int row = tiles.top(); row <= tiles.bottom(); ++row) {
        const auto begin = chosen_.begin() + row * columns_;
        if (std::find(begin + tiles.left(), begin + tiles.right() + 1, 1) != begin + tiles.right() + 1) return true;
    }
    return false;
}

QRegion Tiles::region() const {
    QRegion region;
    for (int row = 0; row < rows_; ++row) {
        for (int column = 0; column < columns_; ++column) {
            const int first = column;
            while (column < columns_ && chosen_[at(row, column)] != 0) ++column;
            if (column > first) region += QRect(first * kSide, row * kSide, (column - first) * kSide, kSide);
        }
    }
    return region & QRect(QPoint(), view_);
}

}  // namespace backstep
