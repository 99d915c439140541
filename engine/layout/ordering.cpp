// SPDX-License-Identifier: GPL-3.0-or-later
// The order within rows: Sugiyama's barycentre sweeps, downwards and upwards in turn.
#include <algorithm>

#include "engine/layout/layers.h"

namespace backstep {
namespace {

using Index = std::uint32_t;
using Positions = std::vector<Index>;  // of each slot in its row

constexpr std::size_t kLarge = 20'000;  // slots; above, fewer sweeps

// Rows are filled in the order of a walk that goes deep first, so that what belongs together starts together.
void fillRows(Layers& layers) {
    Index rows = 0;
    for (const Slot& slot : layers.slots) {
        rows = std::max(rows, slot.row + 1);
    }
    layers.rows.assign(rows, {});
    std::vector<bool> seen(layers.slots.size(), false);
    std::vector<Index> path;
    for (Index root = 0; root < layers.slots.size(); ++root) {
        if (!layers.slots[root].above.empty()) {
            continue;
        }
        path.push_back(root);
        while (!path.empty()) {
            const Index at = path.back();
            path.pop_back();
            if (seen[at]) {
                continue;
            }
            seen[at] = true;
            layers.rows[layers.slots[at].row].push_back(at);
            const auto& below = layers.slots[at].below;
            path.insert(path.end(), below.rbegin(), below.rend());
        }
    }
}

void notePositions(const Layers& layers, Positions& positions) {
    for (const auto& row : layers.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            positions[row[i]] = static_cast<Index>(i);
        }
    }
}

void sortRow(Layers& layers, Positions& positions, std::size_t r, bool downwards) {
    std::vector<std::pair<double, Index>> keyed;
    for (const Index s : layers.rows[r]) {
        const auto& links = downwards ? layers.slots[s].above : layers.slots[s].below;
        double sum = 0;
        for (const Index other : links) {
            sum += positions[other];
        }
        keyed.emplace_back(links.empty() ? positions[s] : sum / static_cast<double>(links.size()), s);
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < keyed.size(); ++i) {
        layers.rows[r][i] = keyed[i].second;
        positions[keyed[i].second] = static_cast<Index>(i);
    }
}

// Links from one row to the next that cross: inversions, counted by a Fenwick tree over the lower positions.
std::size_t crossingsBelow(const Layers& layers, const Positions& positions, std::size_t r) {
    const std::size_t width = layers.rows[r + 1].size();
    std::vector<std::size_t> tree(width + 1, 0);
    std::size_t crossings = 0, links = 0;
    for (const Index s : layers.rows[r]) {
        Positions ends;
        for (const Index other : layers.slots[s].below) {
            if (layers.slots[other].row == r + 1) {
                ends.push_back(positions[other]);
            }
        }
        std::sort(ends.begin(), ends.end());
        for (const Index end : ends) {
            std::size_t notRight = 0;
            for (std::size_t i = end + 1; i > 0; i &= i - 1) {
                notRight += tree[i];
            }
            crossings += links - notRight;
        }
        for (const Index end : ends) {
            for (std::size_t i = end + 1; i <= width; i += i & (~i + 1)) {
                ++tree[i];
            }
            ++links;
        }
    }
    return crossings;
}

std::size_t crossings(const Layers& layers, const Positions& positions) {
    std::size_t sum = 0;
    for (std::size_t r = 0; r + 1 < layers.rows.size(); ++r) {
        sum += crossingsBelow(layers, positions, r);
    }
    return sum;
}

}  // namespace

void orderRows(Layers& layers) {
    fillRows(layers);
    Positions positions(layers.slots.size(), 0);
    notePositions(layers, positions);
    auto best = layers.rows;
    std::size_t fewest = crossings(layers, positions);
    const int sweeps = layers.slots.size() > kLarge ? 4 : 16;
    for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
        const bool downwards = sweep % 2 == 0;
        for (std::size_t i = 0; i < layers.rows.size(); ++i) {
            sortRow(layers, positions, downwards ? i : layers.rows.size() - 1 - i, downwards);
        }
        if (const std::size_t now = crossings(layers, positions); now < fewest) {
            fewest = now;
            best = layers.rows;
        }
    }
    layers.rows = std::move(best);
}

}  // namespace backstep
