// SPDX-License-Identifier: GPL-3.0-or-later
// Layout by backstep-layout, a persistent program of its own, since Graphviz may crash, hang or leak. Whatever becomes
// of that program, a layout comes back in time: layeredLayout stands in. Used by one thread at a time.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

#include "engine/layout/child.h"
#include "engine/layout/layout.h"

namespace backstep {

// $BACKSTEP_LAYOUT, else the one installed or built beside this program; empty if there is none.
[[nodiscard]] std::string defaultLayoutProgram();

class LayoutHelper {
public:
    struct Options {
        std::string program = {};
        std::chrono::milliseconds timeLimit{2000};   // of one layout, by the clock on the wall; the helper's own is 10 s
        std::size_t maxNodes = 600;                  // larger graphs get the stand-in at once
        std::size_t maxLongEdges = 2500;             // and those with so many places where an edge passes a rank: a loop of 70 turns
                                                     // that share a variable, on which dot would sit for a tenth of a second and more
        int respawnAfter = 200;                      // layouts; bounds what Graphviz leaks
        std::chrono::milliseconds retryAfter{5000};  // after two failures in a row, stand-ins only for this long
    };

    explicit LayoutHelper(Options options);

    // Nothing if and only if stop was requested.
    [[nodiscard]] std::optional<Layout> layout(const LayoutRequest& request, const std::stop_token& stop);

    // The helper that is running now, or -1.
    [[nodiscard]] pid_t processId() const { return child_.pid(); }

private:
    std::optional<Layout> askHelper(const LayoutRequest& request, const std::stop_token& stop);
    void noteFailure();

    Options options_;
    ChildProcess child_;
    std::uint64_t lastId_ = 0;
    int served_ = 0;    // by the child that runs now
    int failures_ = 0;  // in a row
    ChildProcess::Clock::time_point retryAt_{};
};

}  // namespace backstep
