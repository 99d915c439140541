// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ghosts.h"

#include <algorithm>
#include <map>

namespace backstep {
namespace {

constexpr std::string_view kDetach = ".detach()", kInstead = "[...]    ";  // as long: all places stay where they are
static_assert(kDetach.size() == kInstead.size());

struct Call {
    NodeId from;
    std::uint32_t place = 0;  // in the text
    std::size_t which = 0;    // of the calls at that place
    NodeId joined;            // in the other run: the value with its history
};

// The calls of detach() in the order in which they ran; the text without them.
std::vector<Call> callsOf(const Snapshot& s, std::string& text) {
    std::vector<Call> calls;
    std::map<std::uint32_t, std::size_t> seen;
    for (const Event& event : s.recording.log.events) {
        if (event.kind != EventKind::Detached) continue;
        const Happening h = s.recording.log.happening(event);
        const std::size_t at = s.source.slice(h.span).rfind(kDetach);
        if (at == std::string_view::npos) continue;
        const auto place = h.span.begin + static_cast<std::uint32_t>(at);
        text.replace(place, kDetach.size(), kInstead);
        calls.push_back({h.node, place, seen[place]++, {}});
    }
    return calls;
}

void join(std::vector<Call>& calls, const Snapshot& other) {
    std::map<std::uint32_t, std::vector<NodeId>> made;  // by where the brackets begin
    const Tape& tape = other.recording.tape;
    for (std::size_t i = 0; i < tape.size(); ++i) {
        const Span span = tape.origin(NodeId(i)).span;
        if (tape.op(NodeId(i)) != Op::Alias) continue;
        for (const Call& call : calls) {
            const bool here = span.contains(call.place) && std::string_view(other.source.text()).substr(call.place, 5) == "[...]" &&
                              span.end == call.place + 5;
            if (!here) continue;
            made[call.place].push_back(NodeId(i));
            break;
        }
    }
    // Where not every call left a trace, which is which cannot be told.
    for (Call& call : calls) {
        const auto& nodes = made[call.place];
        const auto count = std::count_if(calls.begin(), calls.end(), [&](const Call& c) { return c.place == call.place; });
        if (nodes.size() == static_cast<std::size_t>(count)) call.joined = nodes[call.which];
    }
}

}  // namespace

bool hasCuts(const Snapshot& snapshot) { return !snapshot.recording.cuts.empty(); }

Ghosts ghostsOf(const Snapshot& s, const std::stop_token& stop) {
    Ghosts out;
    Request request = s.request;
    request.text = s.source.text();
    request.kind = TextKind::Program;
    std::vector<Call> calls = callsOf(s, request.text);
    const std::optional<Snapshot> other = evaluate(request, stop);
    if (!other || !other->program.ok()) {
        out.stopped = !other;
        out.unknown = s.recording.cuts.size();
        return out;
    }
    join(calls, *other);
    State state(other->recording, other->timeline);
    const std::size_t sweeps = std::min(s.recording.log.sweeps.size(), other->recording.log.sweeps.size());
    for (const Cut& cut : s.recording.cuts) {
        bool any = false;
        for (std::size_t k = 0; k < sweeps; ++k) {
            state.moveTo(other->timeline->endOf(SweepId(k)));
            std::optional<Tensor> sum;
            for (const Call& call : calls) {
                if (!(call.from == cut.from) || !call.joined.valid()) continue;
                if (const auto arrived = state.derivative(call.joined); arrived && !sum) sum = arrived;
            }
            if (!sum || sum->shape() != s.recording.tape.value(cut.from).shape()) continue;
            out.all.push_back({cut, SweepId(k), *sum});
            any = true;
        }
        out.unknown += any ? 0 : 1;
    }
    return out;
}

}  // namespace backstep
