// SPDX-License-Identifier: GPL-3.0-or-later
// Small squares of a view, some of them chosen: what has to be painted again. Unlike a rectangle they can follow a long thin line.
#pragma once

#include <vector>

#include <QRectF>
#include <QRegion>
#include <QSize>

namespace backstep {

class Tiles {
public:
    explicit Tiles(QSize view);

    void add(const QRectF& rect);
    void add(const QRegion& region);
    [[nodiscard]] bool touches(const QRectF& rect) const;  // any that is chosen
    [[nodiscard]] QRegion region() const;

private:
    QSize view_;
    int columns_, rows_;
    std::vector<char> chosen_;

    [[nodiscard]] std::size_t at(int row, int column) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
    }
    // Of the tiles that a rectangle lies on; an empty one where it lies outside.
    [[nodiscard]] QRect tilesOf(const QRectF& rect) const;
};

}  // namespace backstep
