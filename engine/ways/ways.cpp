// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ways/ways.h"

#include <algorithm>
#include <utility>

#include "engine/ways/twin.h"

namespace backstep {
namespace {

class Looking {
public:
    Looking(std::shared_ptr<const Snapshot> snapshot, const WaysRequest& request, const std::stop_token& stop)
        : s_(*snapshot), request_(request), stop_(stop), replay_(s_.recording) {
        out_.snapshot = std::move(snapshot);
    }

    std::optional<Ways> run() {
        chooseRoot();
        if (!out_.root.valid()) {
            out_.state = Ways::State::NothingToDifferentiate;
            return std::move(out_);
        }
        out_.reach = reachOf(s_.recording, replay_, out_.root);
        out_.edges = out_.reach.edges.size();
        chooseLeafAndSeed();
        if (out_.edges > kMostWayEdges) {
            out_.state = Ways::State::TooLarge;
            return std::move(out_);
        }
        look();
        if (stop_.stop_requested()) return std::nullopt;
        return std::move(out_);
    }

private:
    const Snapshot& s_;
    const WaysRequest& request_;
    const std::stop_token& stop_;
    Replay replay_;
    Ways out_;

    void addRoot(NodeId node) {
        if (!node.valid()) return;
        const NodeId value = replay_.valueOf(node);
        const Tape& tape = s_.recording.tape;
        if (tape.op(value) == Op::Input || !tape.requiresGrad(value)) return;
        if (std::find(out_.roots.begin(), out_.roots.end(), value) == out_.roots.end()) out_.roots.push_back(value);
    }
    // What a sweep began from, then what the program has a name for.
    void chooseRoot() {
        const Recording& r = s_.recording;
        if (!s_.isProgram()) {
            addRoot(r.output);
        } else {
            constexpr std::size_t kMostRoots = 60;
            for (std::size_t i = r.log.sweeps.size(); i-- > 0 && out_.roots.size() < kMostRoots;) addRoot(r.log.sweeps[SweepId(i)].root);
            for (std::size_t i = r.named.size(); i-- > 0 && out_.roots.size() < kMostRoots;) addRoot(r.named[i]);
            if (request_.sweep.valid() && request_.sweep.index() < r.log.sweeps.size()) addRoot(r.log.sweeps[request_.sweep].root);
        }
        if (out_.roots.empty()) return;
        if (!request_.root.valid() && request_.sweep.valid() && request_.sweep.index() < r.log.sweeps.size()) {
            out_.root = replay_.valueOf(r.log.sweeps[request_.sweep].root);
        }
        const bool known = request_.root.valid() && std::find(out_.roots.begin(), out_.roots.end(), request_.root) != out_.roots.end();
        if (known) out_.root = request_.root;
        if (std::find(out_.roots.begin(), out_.roots.end(), out_.root) == out_.roots.end()) out_.root = out_.roots.front();
        for (std::size_t i = 0; i < r.log.sweeps.size(); ++i) {
            const Sweep& sweep = r.log.sweeps[SweepId(i)];
            const bool ours = sweep.mode == SweepMode::Reverse && replay_.valueOf(sweep.root) == out_.root;
            const bool found = request_.sweep.valid() && out_.sweep == request_.sweep;
            if (ours && !found) out_.sweep = SweepId(i);
        }
    }

    void chooseLeafAndSeed() {
        out_.leaves = out_.reach.leaves;
        const bool known = std::find(out_.leaves.begin(), out_.leaves.end(), request_.leaf) != out_.leaves.end();
        if (!out_.leaves.empty()) out_.leaf = known ? request_.leaf : out_.leaves.front();
        const Tensor root = s_.recording.tape.value(out_.root);
        const bool fits = request_.seed && request_.seed->shape() == root.shape();
        out_.seed = fits                 ? request_.seed->cast(root.dtype())
                    : out_.sweep.valid() ? s_.recording.log.sweeps[out_.sweep].seed
                                         : onesLike(root);
        out_.seedIsOwn = out_.sweep.valid() && identical(out_.seed, s_.recording.log.sweeps[out_.sweep].seed);
        const auto numbers = out_.seed.numbers();
        out_.seedIsOnes = std::all_of(numbers.begin(), numbers.end(), [](double v) { return v == 1; });
        if (!out_.leaf.valid()) return;
        out_.element =
            known ? std::clamp<std::int64_t>(request_.element, 0, std::max<std::int64_t>(s_.recording.tape.value(out_.leaf).size() - 1, 0))
                  : 0;
    }

    void look() {
        const Recording& r = s_.recording;
        if (s_.isProgram()) out_.orders = recordedOrders(r);
        else if (out_.leaf.valid()) out_.orders = ordersOf(r, out_.leaf);
        if (s_.isProgram() && s_.report) check();
        if (!out_.leaf.valid() || stop_.stop_requested()) return;
        out_.counts = countsOf(r, replay_, out_.reach, out_.leaf);
        out_.product = pullBack(replay_, out_.reach, out_.seed).known[out_.leaf];
        if (isRefused()) return;
        out_.jacobian = jacobianOf(replay_, r, out_.reach, out_.leaf, stop_);
        out_.paths = pathsOf(replay_, r, out_.reach, out_.leaf, out_.seed, stop_);
        if (isRefused() || stop_.stop_requested()) return;
        auto twin = forwardTwin(s_, replay_, out_.reach, out_.sweep, out_.leaf, oneHot(r.tape.value(out_.leaf), out_.element));
        if (twin) out_.twin = std::make_shared<const Snapshot>(std::move(*twin));
    }

    void check() {
        const Recording& r = s_.recording;
        if (r.tape.size() > kMostCheckedTape) return;
        const CheckedRun run{s_.source, s_.program, *s_.report, s_.request.program};
        std::vector<SweepId> sweeps;
        if (out_.sweep.valid()) sweeps.push_back(out_.sweep);
        for (std::size_t i = r.log.sweeps.size(); i-- > 0 && sweeps.size() < kMostCheckedSweeps;) {
            if (SweepId(i) != out_.sweep) sweeps.emplace_back(i);
        }
        for (const SweepId sweep : sweeps) {
            const std::vector<WayCheck> more = checkSweep(r, sweep, run, stop_);
            out_.checks.insert(out_.checks.end(), more.begin(), more.end());
        }
    }

    bool isRefused() {
        out_.refused = replay_.refused();
        if (!out_.refused.valid()) return false;
        out_.state = s_.recording.tape.op(out_.refused) == Op::Function ? Ways::State::OwnBackward : Ways::State::NoRule;
        return true;
    }
};

}  // namespace

std::optional<Ways> waysOf(std::shared_ptr<const Snapshot> snapshot, const WaysRequest& request, const std::stop_token& stop) {
    if (!snapshot || !snapshot->ok()) return std::nullopt;
    return Looking(std::move(snapshot), request, stop).run();
}

int drawnEdge(const Graph& graph, const WayEdge& edge) { return graph.edgeOf(edge.node, edge.operand); }

}  // namespace backstep
