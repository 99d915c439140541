// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ghosts.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

namespace backstep {
namespace {

constexpr std::string_view kDetach = ".detach()", kData = ".data", kWhole = "[...]";
constexpr std::string_view kOff = "no_grad", kOn = "enable_grad";

// The text with its history kept, and where in the first text its places are.
class Joined {
public:
    Joined(const Snapshot& s, bool grad) : text_(s.source.text()) {
        for (const Cut& cut : s.recording.cuts) {
            if (cut.by != Cut::By::NoGrad) whole(cut);
        }
        if (grad) enable();
    }

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] Span before(Span span) const { return {before(span.begin), before(span.end)}; }

private:
    std::string text_;
    std::vector<std::uint32_t> enabled_;  // where it says kOn

    // x.detach() and x.data become x[...]; what is left of them is blanks, so that all places stay where they are.
    void whole(const Cut& cut) {
        const std::string_view said = cut.by == Cut::By::Detach ? kDetach : kData;
        if (cut.at.end - cut.at.begin < said.size() || cut.at.end > text_.size()) return;
        const std::size_t at = cut.at.end - said.size();
        if (text_.compare(at, said.size(), said) == 0)
            text_.replace(at, said.size(), std::string(kWhole) + std::string(said.size() - kWhole.size(), ' '));
    }
    void enable() {
        const auto inWord = [this](std::size_t at) {
            return at < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at])) || text_[at] == '_');
        };
        for (std::size_t at = text_.find(kOff); at != std::string::npos; at = text_.find(kOff, at + 1)) {
            if (inWord(at - 1) || inWord(at + kOff.size())) continue;  // at 0 there is no place before: nothing is in that word
            text_.replace(at, kOff.size(), kOn);
            enabled_.push_back(static_cast<std::uint32_t>(at));
        }
    }
    [[nodiscard]] std::uint32_t before(std::uint32_t place) const {
        const auto passed = std::count_if(enabled_.begin(), enabled_.end(), [place](std::uint32_t at) { return at < place; });
        return place - static_cast<std::uint32_t>(passed) * static_cast<std::uint32_t>(kOn.size() - kOff.size());
    }
};

// An operation by all of its text; x[...] by where it ends.
using Place = std::array<std::uint32_t, 2>;
Place placeOf(const Cut& cut) {
    constexpr auto kShorter = static_cast<std::uint32_t>(kDetach.size() - kWhole.size());
    if (cut.by == Cut::By::NoGrad) return {cut.at.begin, cut.at.end};
    return {~0U, cut.by == Cut::By::Detach ? cut.at.end - kShorter : cut.at.end};
}

// In the other run: the nodes that stand where something was cut off, in the order of time.
std::map<Place, std::vector<NodeId>> nodesAt(const Snapshot& other, const Joined& joined, const std::vector<Cut>& cuts) {
    std::map<Place, std::vector<NodeId>> made;
    for (const Cut& cut : cuts) made[placeOf(cut)];
    const Tape& tape = other.recording.tape;
    for (std::size_t i = 0; i < tape.size(); ++i) {
        if (tape.isConstant(NodeId(i)) || tape.op(NodeId(i)) == Op::Input || tape.op(NodeId(i)) == Op::Output) continue;
        const Span span = joined.before(tape.origin(NodeId(i)).span);
        const auto found = made.find(tape.op(NodeId(i)) == Op::Alias ? Place{~0U, span.end} : Place{span.begin, span.end});
        if (found != made.end()) found->second.emplace_back(i);
    }
    return made;
}

// What went over the cut in that run's sweep.
std::optional<Tensor> flowOver(const Recording& r, NodeId joined, std::uint32_t operand, SweepId sweep) {
    const Contributions& all = r.log.contributions;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all.nodeOf(i) == joined && all.operandOf(i) == operand && all.sweepOf(i) == sweep) return all.amountOf(i);
    }
    return std::nullopt;
}

Ghosts flowsIn(const Snapshot& s, const Snapshot& other, const Joined& joined) {
    Ghosts out;
    const auto made = nodesAt(other, joined, s.recording.cuts);
    const std::size_t sweeps = std::min(s.recording.log.sweeps.size(), other.recording.log.sweeps.size());
    for (const Cut& cut : s.recording.cuts) {
        const auto& nodes = made.at(placeOf(cut));
        bool any = false;
        for (std::size_t k = 0; k < sweeps && cut.turn < nodes.size(); ++k) {
            const auto amount = flowOver(other.recording, nodes[cut.turn], cut.operand, SweepId(k));
            if (!amount || amount->shape() != s.recording.tape.value(cut.from).shape()) continue;
            out.all.push_back({cut, SweepId(k), *amount});
            any = true;
        }
        out.unknown += any ? 0 : 1;
    }
    return out;
}

}  // namespace

bool hasCuts(const Snapshot& snapshot) { return !snapshot.recording.cuts.empty(); }

Ghosts ghostsOf(const Snapshot& s, const std::stop_token& stop) {
    const auto& cuts = s.recording.cuts;
    const bool grad = std::any_of(cuts.begin(), cuts.end(), [](const Cut& cut) { return cut.by == Cut::By::NoGrad; });
    Ghosts out;
    out.unknown = cuts.size();
    // With gradients everywhere a program may fail, as one that changes a leaf in place: then at least what was detached.
    for (const bool enabled : {true, false}) {
        if (enabled && !grad) continue;
        const Joined joined(s, enabled);
        Request request = s.request;
        request.text = joined.text();
        request.kind = TextKind::Program;
        const std::optional<Snapshot> other = evaluate(request, stop);
        out.stopped = !other;
        if (!other) return out;
        if (!other->program.ok() || (other->report && other->report->error && !(s.report && s.report->error))) continue;
        return flowsIn(s, *other, joined);
    }
    return out;
}

}  // namespace backstep
