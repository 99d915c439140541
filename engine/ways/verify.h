// SPDX-License-Identifier: GPL-3.0-or-later
// The gradients of a program by a second and a third method: forward mode and differences, both in double precision.
#pragma once

#include <stop_token>

#include "engine/run/program.h"
#include "engine/sampling/check.h"
#include "engine/ways/reach.h"

namespace backstep {

struct WayCheck {
    enum class Along : std::uint8_t { Element, Direction };  // of a large leaf one direction is looked at, not every element
    enum class Source : std::uint8_t { Tape, Program };      // differences: of the recorded tape, or of the program run anew
    SweepId sweep;                                           // of a program
    NodeId leaf;
    std::string place;  // "[1]" of an element; empty for a scalar
    Along along{};
    Source source{};
    NodeId refused;       // the operation for which forward mode has no rule to run; none otherwise
    GradientCheck check;  // `reverse`: what the program's sweep gave; NaN in `forward` where there is none
};

// What the check needs of the run besides the recording.
struct CheckedRun {
    const backstep::Source& source;
    const ParsedProgram& program;
    const ProgramReport& report;
    const ProgramOptions& options;
};

// Of the sweep `sweep` of the recording. Empty where there is too much to look at.
[[nodiscard]] std::vector<WayCheck> checkSweep(const Recording& recording, SweepId sweep, const CheckedRun& run,
                                               const std::stop_token& stop);

}  // namespace backstep
