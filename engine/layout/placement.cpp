// SPDX-License-Identifier: GPL-3.0-or-later
// x of the layered layout. Where a slot wants to be is the weighted mean of its links. Of all places that keep the
// order and the gaps of a row, the nearest to those wishes, by least squares, is found in one pass: take from each
// slot the space that must lie before it, and what is left is isotonic regression, which pooling adjacent violators
// solves exactly. Passes downwards and upwards let the rows settle.
#include <algorithm>

#include "engine/layout/layers.h"

namespace backstep {
namespace {

using Index = std::uint32_t;
enum class Side : std::uint8_t { above, below, both };

struct Block {  // slots that touch, and so move together
    double wish = 0;
    double weight = 0;
    std::size_t count = 0;
};

// Bends hurt most in the middle of a long edge, least at a node, where edges fan out anyway.
double linkWeight(const Slot& a, const Slot& b) { return a.dummy && b.dummy ? 8 : a.dummy || b.dummy ? 2 : 1; }

Block wishOf(const Layers& layers, Index s, Side side) {
    const Slot& slot = layers.slots[s];
    Block block{0, 0, 1};
    const auto pull = [&](const std::vector<Index>& links) {
        for (const Index other : links) {
            const double weight = linkWeight(slot, layers.slots[other]);
            block.wish += weight * layers.slots[other].x;
            block.weight += weight;
        }
    };
    if (side != Side::below) {
        pull(slot.above);
    }
    if (side != Side::above) {
        pull(slot.below);
    }
    if (block.weight == 0) {
        return {slot.x, 0.1, 1};  // nothing pulls: stay, but give way
    }
    block.wish /= block.weight;
    return block;
}

double gapBetween(const Slot& a, const Slot& b, double nodeGap) {
    return a.right + b.left + (a.dummy || b.dummy ? std::max(nodeGap / 2, 8.0) : nodeGap);
}

void placeRow(Layers& layers, const std::vector<Index>& row, double nodeGap, Side side) {
    std::vector<double> before(row.size(), 0);
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) {
            before[i] = before[i - 1] + gapBetween(layers.slots[row[i - 1]], layers.slots[row[i]], nodeGap);
        }
        Block block = wishOf(layers, row[i], side);
        block.wish -= before[i];
        while (!blocks.empty() && blocks.back().wish >= block.wish) {
            const Block& last = blocks.back();
            const double weight = last.weight + block.weight;
            block.wish = (last.wish * last.weight + block.wish * block.weight) / weight;
            block.weight = weight;
            block.count += last.count;
            blocks.pop_back();
        }
        blocks.push_back(block);
    }
    std::size_t i = 0;
    for (const Block& block : blocks) {
        for (std::size_t k = 0; k < block.count; ++k, ++i) {
            layers.slots[row[i]].x = block.wish + before[i];
        }
    }
}

void placeAll(Layers& layers, double nodeGap, Side side) {
    for (std::size_t i = 0; i < layers.rows.size(); ++i) {
        placeRow(layers, layers.rows[side == Side::below ? layers.rows.size() - 1 - i : i], nodeGap, side);
    }
}

// Rows start packed and centred on 0.
void packRows(Layers& layers, double nodeGap) {
    for (const auto& row : layers.rows) {
        double x = 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            x += i > 0 ? gapBetween(layers.slots[row[i - 1]], layers.slots[row[i]], nodeGap) : 0;
            layers.slots[row[i]].x = x;
        }
        for (const Index s : row) {
            layers.slots[s].x -= x / 2;
        }
    }
}

}  // namespace

void placeSlots(Layers& layers, double nodeGap) {
    constexpr std::size_t large = 20'000;
    const int rounds = layers.slots.size() > large ? 3 : 8;
    packRows(layers, nodeGap);
    for (int round = 0; round < rounds; ++round) {
        placeAll(layers, nodeGap, Side::above);
        placeAll(layers, nodeGap, Side::below);
        placeAll(layers, nodeGap, Side::both);
    }
    double low = 0;
    bool first = true;
    for (const Slot& slot : layers.slots) {
        low = first ? slot.x - slot.left : std::min(low, slot.x - slot.left);
        first = false;
    }
    for (Slot& slot : layers.slots) {
        slot.x -= low;
    }
}

}  // namespace backstep
