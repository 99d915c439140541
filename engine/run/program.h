// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a program once and records what happened.
#pragma once

#include <atomic>

#include "engine/modules/tensor_limits.h"
#include "engine/python/limits.h"
#include "engine/run/reported.h"
#include "engine/syntax/python_parser.h"

namespace backstep {

struct ProgramOptions {
    python::Limits limits;
    modules::TensorLimits tensors;
    const std::atomic<bool>* stop = nullptr;  // looked at while running
    std::vector<LeafOverride> overrides;      // other numbers for leaves: ProgramReport::leaves gives the keys
    SecondOrder* second = nullptr;            // asked for, and answered here
};

struct ProgramRun {
    Recording recording;  // the last backward call's root is its output
    ProgramReport report;
};

// Never throws for a fault of the program: that is in the report, with everything up to it.
[[nodiscard]] ProgramRun runProgram(const Source& source, const ParsedProgram& parsed, const ProgramOptions& options = {});

}  // namespace backstep
