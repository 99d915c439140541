// SPDX-License-Identifier: GPL-3.0-or-later
// Where the chip of an edge stands: beside its edge, over no node and, if it can be, over no other edge.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/base/boxgrid.h"
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
    // A piece along an axis.
    struct Run {
        double low = 0, high = 0;
        std::size_t edge = 0;
    };
    std::vector<Rect> nodes_;
    std::vector<Piece> pieces_;  // each once
    BoxGrid nodesNear_, piecesNear_;

    [[nodiscard]] static std::vector<Piece> piecesOf(const std::vector<Path>& edges);
    static void addApart(bool upright, double at, const std::vector<Run>& runs, std::vector<Piece>& out);
    [[nodiscard]] static std::vector<Rect> boxesOf(const std::vector<Piece>& pieces);
};

}  // namespace backstep
