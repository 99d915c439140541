// SPDX-License-Identifier: GPL-3.0-or-later
// Small squares of a view, some of them chosen: what has to be painted again. Unlike a rectangle they can follow a long thin line.
#pragma once

#include <cstddef>
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
    // Both ends count; none where the right one lies before the left.
    struct Span {
        int left, top, right, bottom;
    };
    std::vector<char> chosen_;
    Span around_;  // all that are chosen

    [[nodiscard]] std::ptrdiff_t at(int row, int column) const { return static_cast<std::ptrdiff_t>(row) * columns_ + column; }
    // The tiles that a rectangle lies on.
    [[nodiscard]] Span tilesOf(const QRectF& rect) const;
};

}  // namespace backstep
