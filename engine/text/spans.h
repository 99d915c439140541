// SPDX-License-Identifier: GPL-3.0-or-later
// Spans that come again and again, each kept once and known by its number: a long run has few lines.
#pragma once

#include <array>
#include <unordered_map>

#include "engine/base/ids.h"
#include "engine/text/source.h"

namespace backstep {

using SpanId = Id<struct SpanTag>;

class Spans {
public:
    SpanId add(Span span) {
        // A loop asks for the same few. (Multiplied by odd numbers, the upper bits depend on all of both ends.)
        Recent& recent = recent_[(span.begin * 0x9E37'79B1U + span.end * 0x85EB'CA77U) >> (32 - kRecentBits)];
        if (recent.id.valid() && recent.span == span) return recent.id;
        recent = {span, addSlowly(span)};
        return recent.id;
    }
    [[nodiscard]] Span operator[](SpanId id) const { return spans_[id]; }
    // Every span becomes f(span); numbers stay as they are.
    template <class F>
    void map(F&& f) {
        ids_.clear();
        recent_ = {};
        for (std::size_t i = 0; i < spans_.size(); ++i) {
            Span& span = spans_[SpanId(i)];
            span = f(span);
            ids_.try_emplace((std::uint64_t{span.begin} << 32) | span.end, SpanId(i));
        }
    }

private:
    static constexpr unsigned kRecentBits = 9;
    struct Recent {
        Span span;
        SpanId id;
    };
    [[gnu::noinline]] SpanId addSlowly(Span span) {
        const auto [place, isNew] = ids_.try_emplace((std::uint64_t{span.begin} << 32) | span.end, SpanId(spans_.size()));
        if (isNew) spans_.add(span);
        return place->second;
    }
    Table<SpanId, Span> spans_;
    std::unordered_map<std::uint64_t, SpanId> ids_;
    std::array<Recent, std::size_t{1} << kRecentBits> recent_{};
};

}  // namespace backstep
