// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the layered layout. Nothing recurses: a program may be a chain of many thousand nodes.
#include <algorithm>
#include <limits>
#include <numeric>

#include "engine/layout/layers.h"

namespace backstep {
namespace {

// Long edges of a big graph could take millions of dummies. Short edges get theirs first, the rest are drawn straight.
constexpr std::size_t kMaxDummies = 60'000;

using Index = std::uint32_t;

// Edges without self loops, all of them running downwards once the cycles are broken.
struct Dag {
    struct Arc {
        Index from, to, edge;
        bool upward;
    };
    std::vector<Arc> arcs;
    std::vector<std::vector<Index>> out, in;  // arcs of a node
};

Dag makeGraph(const LayoutRequest& request) {
    Dag dag;
    dag.out.resize(request.nodes.size());
    dag.in.resize(request.nodes.size());
    for (Index e = 0; e < request.edges.size(); ++e) {
        const LayoutEdge& edge = request.edges[e];
        if (edge.from != edge.to && edge.from < request.nodes.size() && edge.to < request.nodes.size()) {
            dag.out[edge.from].push_back(static_cast<Index>(dag.arcs.size()));
            dag.arcs.push_back({edge.from, edge.to, e, false});
        }
    }
    return dag;
}

// Depth first; an arc to a node that is still open closes a cycle and is turned round.
void breakCycles(Dag& dag) {
    enum class Mark : std::uint8_t { fresh, open, done };
    std::vector<Mark> marks(dag.out.size(), Mark::fresh);
    std::vector<std::pair<Index, std::size_t>> path;  // a node and its next arc
    for (Index root = 0; root < dag.out.size(); ++root) {
        if (marks[root] != Mark::fresh) {
            continue;
        }
        marks[root] = Mark::open;
        path.emplace_back(root, 0);
        while (!path.empty()) {
            auto& [node, next] = path.back();
            if (next == dag.out[node].size()) {
                marks[node] = Mark::done;
                path.pop_back();
                continue;
            }
            Dag::Arc& arc = dag.arcs[dag.out[node][next++]];
            arc.upward = marks[arc.to] == Mark::open;
            if (marks[arc.to] == Mark::fresh) {
                marks[arc.to] = Mark::open;
                path.emplace_back(arc.to, 0);
            }
        }
    }
    std::fill(dag.out.begin(), dag.out.end(), std::vector<Index>());
    for (Index a = 0; a < dag.arcs.size(); ++a) {
        Dag::Arc& arc = dag.arcs[a];
        if (arc.upward) {
            std::swap(arc.from, arc.to);
        }
        dag.out[arc.from].push_back(a);
        dag.in[arc.to].push_back(a);
    }
}

struct Ranks {
    std::vector<Index> order;  // topological
    std::vector<Index> row;    // of a node
};

Ranks longestPaths(const Dag& dag) {
    Ranks ranks;
    ranks.row.assign(dag.out.size(), 0);
    std::vector<std::size_t> waiting(dag.out.size());
    for (Index v = 0; v < dag.out.size(); ++v) {
        waiting[v] = dag.in[v].size();
        if (waiting[v] == 0) {
            ranks.order.push_back(v);
        }
    }
    for (std::size_t done = 0; done < ranks.order.size(); ++done) {
        const Index v = ranks.order[done];
        for (const Index a : dag.out[v]) {
            const Index to = dag.arcs[a].to;
            ranks.row[to] = std::max(ranks.row[to], ranks.row[v] + 1);
            if (--waiting[to] == 0) {
                ranks.order.push_back(to);
            }
        }
    }
    return ranks;
}

// A constant with one use goes wherever that use goes, and pulls at nothing.
bool isTuckedConstant(const Dag& dag, Index v) { return dag.in[v].empty() && dag.out[v].size() == 1; }

// Longest path puts everything as high as it can be, and makes long edges of constants and late operands. From the
// end backwards, a node with fewer operands than uses moves down to its use; one with as many, to the emptiest row.
void moveDown(const Dag& dag, Ranks& ranks) {
    std::vector<std::size_t> crowd(dag.out.size() + 1, 0);
    for (const Index row : ranks.row) {
        ++crowd[row];
    }
    for (auto at = ranks.order.rbegin(); at != ranks.order.rend(); ++at) {
        const Index v = *at;
        if (dag.out[v].empty()) {
            continue;
        }
        Index lowest = std::numeric_limits<Index>::max();
        for (const Index a : dag.out[v]) {
            lowest = std::min(lowest, ranks.row[dag.arcs[a].to] - 1);
        }
        const auto operands = static_cast<std::size_t>(
            std::count_if(dag.in[v].begin(), dag.in[v].end(), [&](Index a) { return !isTuckedConstant(dag, dag.arcs[a].from); }));
        Index best = operands < dag.out[v].size() ? lowest : ranks.row[v];
        for (Index row = ranks.row[v]; operands == dag.out[v].size() && row <= lowest; ++row) {
            const std::size_t own = row == ranks.row[v] ? 1 : 0;
            const std::size_t bestOwn = best == ranks.row[v] ? 1 : 0;
            best = crowd[row] - own <= crowd[best] - bestOwn ? row : best;
        }
        --crowd[ranks.row[v]];
        ++crowd[best];
        ranks.row[v] = best;
    }
}

// The arcs that get dummies: the shortest first, as far as the budget goes.
std::vector<bool> chooseDetailed(const Dag& dag, const Ranks& ranks) {
    const auto span = [&](Index a) { return ranks.row[dag.arcs[a].to] - ranks.row[dag.arcs[a].from]; };
    std::vector<Index> byLength(dag.arcs.size());
    std::iota(byLength.begin(), byLength.end(), Index{0});
    std::stable_sort(byLength.begin(), byLength.end(), [&](Index a, Index b) { return span(a) < span(b); });
    std::vector<bool> detailed(dag.arcs.size(), false);
    std::size_t budget = kMaxDummies;
    for (const Index a : byLength) {
        const std::size_t cost = span(a) - 1;
        if (cost > budget) {
            break;
        }
        budget -= cost;
        detailed[a] = true;
    }
    return detailed;
}

void link(Layers& layers, Index upper, Index lower) {
    layers.slots[upper].below.push_back(lower);
    layers.slots[lower].above.push_back(upper);
}

// In a large graph the long edges of one node share their dummies, as branches of one trunk: a loop whose turns all use the
// same variable has as many dummies as turns then, not as many as their square.
constexpr std::size_t kMostOwnDummies = 2'000;

void addChains(Layers& layers, const Dag& dag, const Ranks& ranks) {
    const std::vector<bool> detailed = chooseDetailed(dag, ranks);
    std::size_t own = 0;
    for (Index a = 0; a < dag.arcs.size(); ++a) own += detailed[a] ? ranks.row[dag.arcs[a].to] - ranks.row[dag.arcs[a].from] - 1 : 0;
    const bool shares = own > kMostOwnDummies;
    std::vector<std::vector<Index>> trunks(shares ? dag.out.size() : 0);  // of a node: its dummies, row by row
    const auto dummyAt = [&](Index above, Index row) {
        Slot dummy;
        dummy.row = row;
        dummy.dummy = true;
        layers.slots.push_back(std::move(dummy));
        const auto slot = static_cast<Index>(layers.slots.size() - 1);
        link(layers, above, slot);
        return slot;
    };
    for (Index a = 0; a < dag.arcs.size(); ++a) {
        const Dag::Arc& arc = dag.arcs[a];
        Chain& chain = layers.chains[arc.edge];
        chain.upward = arc.upward;
        chain.slots.push_back(arc.from);
        for (Index row = ranks.row[arc.from] + 1; detailed[a] && row < ranks.row[arc.to]; ++row) {
            const std::size_t at = row - ranks.row[arc.from] - 1;
            const bool isThere = shares && at < trunks[arc.from].size();
            const Index slot = isThere ? trunks[arc.from][at] : dummyAt(chain.slots.back(), row);
            if (shares && !isThere) trunks[arc.from].push_back(slot);
            chain.slots.push_back(slot);
        }
        link(layers, chain.slots.back(), arc.to);
        chain.slots.push_back(arc.to);
    }
}

void addNodes(Layers& layers, const LayoutRequest& request, const Ranks& ranks) {
    layers.slots.resize(request.nodes.size());
    for (Index v = 0; v < request.nodes.size(); ++v) {
        layers.slots[v].row = ranks.row[v];
        layers.slots[v].left = layers.slots[v].right = request.nodes[v].width / 2;
    }
    std::vector<std::size_t> loops(request.nodes.size(), 0);
    for (const LayoutEdge& edge : request.edges) {
        if (edge.from == edge.to && edge.from < request.nodes.size()) {
            const double reach = loopReach(loops[edge.from]++);
            layers.slots[edge.from].right = request.nodes[edge.from].width / 2 + reach;
        }
    }
}

}  // namespace

double loopReach(std::size_t i) { return std::min(28.0 + 12.0 * static_cast<double>(i), 400.0); }

Layers assignRows(const LayoutRequest& request) {
    Dag dag = makeGraph(request);
    breakCycles(dag);
    Ranks ranks = longestPaths(dag);
    moveDown(dag, ranks);
    Layers layers;
    layers.chains.resize(request.edges.size());
    addNodes(layers, request, ranks);
    addChains(layers, dag, ranks);
    return layers;
}

}  // namespace backstep
