// SPDX-License-Identifier: GPL-3.0-or-later
// Where the chip of an edge stands: beside its edge, over no node and, if it can be, over no other edge.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "engine/base/geometry.h"

namespace backstep {

class ChipPlacer {
public:
    using Path = std::vector<Point>;
    ChipPlacer(std::vector<Rect> nodes, std::vector<Path> edges) : nodes_(std::move(nodes)), edges_(std::move(edges)) {}

    struct Place {
        Rect chip;
        Path leader;  // a straight line from the path to the chip where the two are not close together, else empty
    };
    // For the path that runs beside the edge `own`. Within `within`, inside `home` if that is no great detour.
    [[nodiscard]] Place place(Size chip, const Path& path, std::size_t own, const Rect& within, const Rect& home) const;

private:
    std::vector<Rect> nodes_;
    std::vector<Path> edges_;
};

}  // namespace backstep
