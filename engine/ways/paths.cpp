// SPDX-License-Identifier: GPL-3.0-or-later
// Paths are counted, never listed, to know how many there are. Of numbers the largest are found without listing the others:
// the largest product from each value down to the leaf says how far a path that has begun can still go.
#include "engine/ways/paths.h"

#include <algorithm>
#include <cmath>
#include <queue>

namespace backstep {
namespace {

class Finder {
public:
    Finder(Replay& replay, const Recording& recording, const Reach& reach, NodeId leaf, const Tensor& seed)
        : replay_(replay), r_(recording), reach_(reach), leaf_(leaf), seed_(seed), depends_(reach.dependsOn(leaf)) {}

    Paths run(const std::stop_token& stop) {
        Paths out;
        out.leaf = leaf_;
        if (!reach_.contains(leaf_) || reach_.values.empty()) return out;
        count();
        out.count = counts_[reach_.root.index()];
        out.numeric = std::all_of(reach_.values.begin(), reach_.values.end(), [&](NodeId v) { return r_.tape.value(v).size() == 1; });
        out.gradient = pullBack(replay_, reach_, seed_).known[leaf_];
        if (out.numeric) findLargest(out, stop);
        else findFirst(out, stop);
        addUp(out);
        return out;
    }

private:
    Replay& replay_;
    const Recording& r_;
    const Reach& reach_;
    NodeId leaf_;
    const Tensor& seed_;
    std::vector<bool> depends_;
    std::vector<double> counts_, furthest_;
    std::vector<Tensor> partials_;  // by edge

    // Of paths from each value down to the leaf.
    void count() {
        counts_.assign(reach_.inside.size(), 0);
        counts_[leaf_.index()] = 1;
        for (const WayEdge& edge : reach_.edges) counts_[edge.value.index()] += counts_[edge.to.index()];
    }

    void findPartials() {
        partials_.resize(reach_.edges.size());
        furthest_.assign(reach_.inside.size(), 0);
        furthest_[leaf_.index()] = 1;
        for (std::uint32_t e = 0; e < reach_.edges.size(); ++e) {
            const WayEdge& edge = reach_.edges[e];
            if (!depends_[edge.to.index()]) continue;
            std::vector<MaybeTensor> adjoints(replay_.outputsOf(edge.node));
            const Tensor value = r_.tape.value(edge.value);
            adjoints[replay_.outputOf(edge.value)] = Tensor::filled(value.shape(), 1, value.dtype());
            const std::vector<MaybeTensor> given = replay_.pull(edge.node, adjoints);
            if (replay_.refused().valid()) return;
            partials_[e] = edge.operand < given.size() && given[edge.operand] ? *given[edge.operand] : Tensor(0.0);
            const double size = std::fabs(partials_[e].at(0)) * furthest_[edge.to.index()];
            double& best = furthest_[edge.value.index()];
            best = std::isnan(size) ? HUGE_VAL : std::max(best, size);  // what is no number is worth a look first
        }
    }

    struct Begun {
        double reach = 0;  // the largest that it can become
        double product = 1;
        std::size_t number = 0;  // of those that can become as large the one begun first
        NodeId at;
        std::vector<std::uint32_t> edges;
        bool operator<(const Begun& other) const { return reach != other.reach ? reach < other.reach : number > other.number; }
    };
    void findLargest(Paths& out, const std::stop_token& stop) {
        findPartials();
        if (replay_.refused().valid()) return;
        std::priority_queue<Begun> queue;
        std::size_t number = 0;
        queue.push({HUGE_VAL, seed_.at(0), number++, reach_.root, {}});
        while (!queue.empty() && out.shown.size() < kMostPaths && !stop.stop_requested()) {
            Begun path = queue.top();
            queue.pop();
            if (path.at == leaf_) {
                out.shown.push_back(finished(path));
                continue;
            }
            const std::uint32_t first = reach_.firstEdge[path.at];
            for (std::uint32_t e = first; e < reach_.edges.size() && reach_.edges[e].value == path.at; ++e) {
                if (!depends_[reach_.edges[e].to.index()]) continue;
                Begun next = path;
                next.at = reach_.edges[e].to;
                next.product *= partials_[e].at(0);
                next.reach = std::fabs(next.product) * furthest_[next.at.index()];
                if (std::isnan(next.reach)) next.reach = HUGE_VAL;
                next.number = number++;
                next.edges.push_back(e);
                queue.push(std::move(next));
            }
        }
    }
    [[nodiscard]] Path finished(Begun& begun) const {
        Path path;
        path.edges = std::move(begun.edges);
        for (const std::uint32_t e : path.edges) path.partials.push_back(partials_[e]);
        const Tensor leaf = r_.tape.value(leaf_);
        path.contribution = Tensor::filled(leaf.shape(), begun.product, leaf.dtype());
        return path;
    }

    // Depth first, in the order of the sweep; each step carries the adjoint of this path alone.
    void findFirst(Paths& out, const std::stop_token& stop) {
        std::vector<std::uint32_t> edges;
        walk(out, reach_.root, seed_, edges, stop);
    }
    void walk(Paths& out, NodeId at, const Tensor& adjoint, std::vector<std::uint32_t>& edges, const std::stop_token& stop) {
        if (at == leaf_) {
            out.shown.push_back({edges, {}, adjoint});
            return;
        }
        const NodeId node = replay_.operationOf(at);
        std::vector<MaybeTensor> adjoints(replay_.outputsOf(node));
        adjoints[replay_.outputOf(at)] = adjoint;
        const std::vector<MaybeTensor> given = replay_.pull(node, adjoints);
        const std::uint32_t first = reach_.firstEdge[at];
        for (std::uint32_t e = first; e < reach_.edges.size() && reach_.edges[e].value == at; ++e) {
            if (out.shown.size() >= kMostPaths || replay_.refused().valid() || stop.stop_requested()) return;
            const WayEdge& edge = reach_.edges[e];
            if (!depends_[edge.to.index()]) continue;
            const Tensor to = r_.tape.value(edge.to);
            edges.push_back(e);
            walk(out, edge.to,
                 edge.operand < given.size() && given[edge.operand] ? *given[edge.operand] : Tensor::filled(to.shape(), 0, to.dtype()),
                 edges, stop);
            edges.pop_back();
        }
    }

    void addUp(Paths& out) const {
        if (!out.gradient || static_cast<double>(out.shown.size()) >= out.count) return;
        std::vector<double> left(out.gradient->numbers().begin(), out.gradient->numbers().end());
        for (const Path& path : out.shown) {
            for (std::size_t i = 0; i < left.size(); ++i) left[i] -= path.contribution.at(static_cast<std::int64_t>(i));
        }
        out.rest = out.gradient->isScalar() ? Tensor(left[0], out.gradient->dtype())
                                            : Tensor(out.gradient->shape(), std::move(left), out.gradient->dtype());
    }
};

}  // namespace

Paths pathsOf(Replay& replay, const Recording& recording, const Reach& reach, NodeId leaf, const Tensor& seed,
              const std::stop_token& stop) {
    return Finder(replay, recording, reach, leaf, seed).run(stop);
}

}  // namespace backstep
