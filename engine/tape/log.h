// SPDX-License-Identifier: GPL-3.0-or-later
// What happened, in the order it happened: four bytes an event, the details packed in a table of its kind.
// Stop k of a run is the state after its first k events. A million operations are a few dozen bytes each, hence the
// packing: names, spans and values are told by number, and a row becomes a struct of its own when somebody reads it.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/base/names.h"
#include "engine/base/rows.h"
#include "engine/tape/contributions.h"
#include "engine/text/spans.h"

namespace backstep {

enum class EventKind : std::uint8_t {
    Recorded,      // index: the node
    Branched,      // index: of branches
    SweepBegan,    // index: of sweeps; the root gets its seed
    Contribution,  // index: of contributions
    Accumulated,   // index: of accumulations
    // Of programs only: Log::happening() tells what they are about.
    Line,       // a statement begins
    Bound,      // a value got a name
    Iteration,  // a loop's turn begins
    Entered,    // a call of the program's own function
    Left,       // … and its end
    Printed,
    Zeroed,  // a .grad was set to zero or to None
    Freed,   // the saved values of a sweep's nodes were freed
    Detached,
    Changed,  // a tensor was changed in place: its version is `number`
    Raised,
};

struct Event {
    EventKind kind : 5 {};
    std::uint32_t index : 27 = 0;
    Event() = default;
    static constexpr std::size_t kMost = std::size_t{1} << 27;  // of a table's rows
    Event(EventKind of, std::size_t at) : kind(of), index(static_cast<std::uint32_t>(at) & static_cast<std::uint32_t>(kMost - 1)) {}
};
static_assert(sizeof(Event) == 4);

enum class SweepMode : std::uint8_t { Reverse, Forward };

// One pass over the tape. In reverse mode the root is an output and the seed its adjoint; in forward mode the root is
// an input and the seed its tangent.
struct Sweep {
    SweepMode mode{};
    NodeId root;
    Tensor seed;
};

// A piecewise formula, an `if` or a `while` chose a side.
struct Branch {
    NodeId condition;  // of a formula
    bool taken = false;
    Span span;  // of a program: the condition
};

// What a program did besides computing. What a kind does not need stays empty.
struct Happening {
    Span span;
    NodeId node;              // of the value it is about
    std::int64_t number = 0;  // turn of a loop, version, depth of a call …
    std::string text;         // name bound, what was printed, the function called, the error
};

// A leaf's .grad took what arrived.
struct Accumulation {
    SweepId sweep;
    NodeId leaf;
    Tensor amount;
    Tensor after;
};

class Log {
public:
    Rows<Event> events;
    Contributions contributions;
    std::vector<Branch> branches;
    std::vector<Accumulation> accumulations;
    Table<SweepId, Sweep> sweeps;

    // --- writing: one function a kind of row ---
    void line(Span span) { events.emplace_back(EventKind::Line, spans_.add(span).index()); }
    void turn(Span loop, std::int64_t number) {
        const SpanId span = spans_.add(loop);
        if (span.index() < kInlineLoops && number < kInlineTurns) {
            events.emplace_back(EventKind::Iteration, kInline | span.index() * kInlineTurns | static_cast<std::size_t>(number));
            return;
        }
        events.emplace_back(EventKind::Iteration, turns_.size());
        turns_.push_back({span, static_cast<std::int32_t>(number)});
    }
    void bound(Span span, NodeId node, NameId name) {
        events.emplace_back(EventKind::Bound, bound_.size());
        bound_.push_back({placeOf(spans_.add(span), name), node});
    }
    void freed(Span span, NodeId node) {
        if (freeings_.empty() || !(spans_[freeings_.back().span] == span))
            freeings_.push_back({spans_.add(span), static_cast<std::uint32_t>(freed_.size())});
        events.emplace_back(EventKind::Freed, freed_.size());
        freed_.push_back(node);
    }
    // Any kind from Line on.
    void happened(EventKind kind, const Happening& h) {
        switch (kind) {
            case EventKind::Line: return line(h.span);
            case EventKind::Iteration: return turn(h.span, h.number);
            case EventKind::Bound: return bound(h.span, h.node, names.add(h.text));
            case EventKind::Freed: return freed(h.span, h.node);
            default: events.emplace_back(kind, others_.size()); others_.push_back(h);
        }
    }
    // Gives back what was reserved for more.
    void shrink() {
        events.shrink_to_fit();
        contributions.shrink();
        turns_.shrink_to_fit();
        bound_.shrink_to_fit();
        freed_.shrink_to_fit();
    }

    // --- reading ---
    Names names;  // of what is bound
    // Of an event from Line on.
    [[nodiscard]] Happening happening(const Event& event) const {
        switch (event.kind) {
            case EventKind::Line: return {spans_[SpanId(event.index)], {}, 0, {}};
            case EventKind::Iteration:
                return {spanOf(event), {}, (event.index & kInline) != 0 ? event.index % kInlineTurns : turns_[event.index].turn, {}};
            case EventKind::Bound: return {spanOf(event), bound_[event.index].node, 0, names[places_[bound_[event.index].place].name]};
            case EventKind::Freed: return {spanOf(event), freed_[event.index], 0, {}};
            default: return others_[event.index];
        }
    }
    // The same, without the text.
    [[nodiscard]] Span spanOf(const Event& event) const {
        switch (event.kind) {
            case EventKind::Line: return spans_[SpanId(event.index)];
            case EventKind::Iteration:
                return spans_[(event.index & kInline) != 0 ? SpanId((event.index & ~kInline) / kInlineTurns) : turns_[event.index].loop];
            case EventKind::Bound: return spans_[places_[bound_[event.index].place].span];
            case EventKind::Freed: {
                const auto after = std::upper_bound(freeings_.begin(), freeings_.end(), event.index,
                                                    [](std::uint32_t i, const Freeing& f) { return i < f.first; });
                return spans_[std::prev(after)->span];
            }
            default: return others_[event.index].span;
        }
    }
    [[nodiscard]] NodeId nodeOf(const Event& event) const {
        switch (event.kind) {
            case EventKind::Line:
            case EventKind::Iteration: return {};
            case EventKind::Bound: return bound_[event.index].node;
            case EventKind::Freed: return freed_[event.index];
            default: return others_[event.index].node;
        }
    }
    // The text has become another one, in which the same things stand elsewhere.
    template <class F>
    void mapSpans(F&& f) {
        spans_.map(f);
        for (Happening& h : others_) h.span = f(h.span);
        for (Branch& b : branches) b.span = f(b.span);
    }

private:
    // A turn's loop and number are in the event itself, where they fit: 26 bits.
    static constexpr std::uint32_t kInline = 1U << 26, kInlineTurns = 1U << 18, kInlineLoops = kInline / kInlineTurns;
    struct Turn {
        SpanId loop;
        std::int32_t turn = 0;
    };
    struct BoundPlace {  // where a text binds which name
        SpanId span;
        NameId name;
    };
    struct BoundRow {
        std::uint32_t place = 0;
        NodeId node;
    };
    struct Freeing {  // one call's: the nodes from `first` on
        SpanId span;
        std::uint32_t first = 0;
    };
    std::uint32_t placeOf(SpanId span, NameId name) {
        const std::uint64_t key = std::uint64_t{span.value} << 32 | name.value;
        std::uint32_t& recent = recentPlaces_[(span.value * 0x9E37'79B1U + name.value * 0x85EB'CA77U) >> (32 - kRecentBits)];
        if (recent < places_.size() && places_[recent].span == span && places_[recent].name == name) return recent;
        const auto [place, isNew] = placeNumbers_.try_emplace(key, static_cast<std::uint32_t>(places_.size()));
        if (isNew) places_.push_back({span, name});
        return recent = place->second;
    }

    Rows<Turn> turns_;
    std::vector<BoundPlace> places_;
    std::unordered_map<std::uint64_t, std::uint32_t> placeNumbers_;
    static constexpr unsigned kRecentBits = 7;
    std::array<std::uint32_t, std::size_t{1} << kRecentBits> recentPlaces_{};
    Rows<BoundRow> bound_;
    std::vector<Freeing> freeings_;
    Rows<NodeId> freed_;
    std::vector<Happening> others_;
    Spans spans_;
};

}  // namespace backstep
