// SPDX-License-Identifier: GPL-3.0-or-later
// Edges of one node run together along a trunk: where hundreds of them lie on each other, one line is drawn. Drawn on itself a
// line would get darker than it means, and each of the hundreds would cost its own time.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "engine/diagram/diagram.h"

namespace backstep {

// What one picture has drawn so far, in the order of its groups.
class Trunks {
public:
    // The cubics of an edge, looking so, from here on. Dashes do not lie on each other's: those lines share nothing.
    void begin(const Stroke& stroke, double opacity);
    // Whether the piece (a cubic's four points, some segments') is still to be drawn: the last that drew just this one looked
    // otherwise, or nobody did. It counts as drawn now.
    [[nodiscard]] bool isNew(std::span<const Point> piece);

private:
    using Key = std::array<double, 8>;
    struct Hash {
        std::size_t operator()(const Key& key) const;
    };
    struct Look {
        Stroke stroke;
        double opacity;
        friend bool operator==(const Look&, const Look&) = default;
    };
    std::vector<Look> looks_;
    std::size_t look_ = 0;  // of the edge at hand
    std::unordered_map<Key, std::size_t, Hash> drawn_;
};

}  // namespace backstep
