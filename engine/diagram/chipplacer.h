// SPDX-License-Identifier: GPL-3.0-or-later
// Where the chip of an edge stands: beside its edge, over no node and, if it can be, over no other edge.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/base/geometry.h"

namespace backstep {

class ChipPlacer {
public:
    using Path = std::vector<Point>;
    ChipPlacer(std::vector<Rect> nodes, const std::vector<Path>& edges);

    struct Place {
        Rect chip;
        Path leader;  // a straight line from the path to the chip where the two are not close together, else empty
    };
    // For the whole path that runs beside the edge `own`. Within `within`, inside `home` if that is no great detour.
    [[nodiscard]] Place place(Size chip, const Path& whole, std::size_t own, const Rect& within, const Rect& home) const;

private:
    // A straight piece of an edge, or of several that run together for a while.
    struct Piece {
        Point from, to;
        std::size_t edge = 0;
        bool shared = false;
    };
    std::vector<Rect> nodes_;
    std::vector<Piece> pieces_;  // each once
};

}  // namespace backstep
