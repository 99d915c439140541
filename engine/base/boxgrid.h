// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the boxes near a window without looking at all of them: squares of one size, each with the boxes that touch it.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/geometry.h"

namespace backstep {

class BoxGrid {
public:
    explicit BoxGrid(const std::vector<Rect>& boxes);

    // f(i) for each box i that touches the window, and for some that lie near it; each once, in no order.
    template <class F>
    void visit(const Rect& window, F&& f) const {
        for (const std::uint32_t i : large_) f(i);
        const Range seen = rangeOf(window);
        for (int row = seen.top; row <= seen.bottom; ++row) {
            for (int column = seen.left; column <= seen.right; ++column) {
                for (const std::uint32_t i : squares_[squareAt(column, row)]) {
                    // It is told of in the first square that box and window share.
                    const Range& own = ranges_[i];
                    if (column == (own.left > seen.left ? own.left : seen.left) && row == (own.top > seen.top ? own.top : seen.top)) f(i);
                }
            }
        }
    }

private:
    struct Range {
        int left = 0, top = 0, right = -1, bottom = -1;
    };
    [[nodiscard]] Range rangeOf(const Rect& rect) const;
    [[nodiscard]] std::size_t squareAt(int column, int row) const {
        return static_cast<std::size_t>(row) * columns_ + static_cast<std::size_t>(column);
    }

    Rect all_;
    double side_ = 1;
    std::size_t columns_ = 0, rows_ = 0;
    std::vector<Range> ranges_;
    std::vector<std::vector<std::uint32_t>> squares_;
    std::vector<std::uint32_t> large_;  // boxes over many squares: looked at always
};

}  // namespace backstep
