// SPDX-License-Identifier: GPL-3.0-or-later
// --at, --over and --call for programs: other numbers for leaves, and what a curve runs over.
#pragma once

#include "app/arguments.h"
#include "engine/sampling/program_sampler.h"

namespace backstep {

// The text is run once to know its leaves; what --at names is overridden from then on. Nothing to do without --at.
// Throws CommandError, naming the leaves there are, where there is no such one.
void overrideLeaves(const Source& source, const ParsedProgram& parsed, const std::map<std::string, double>& values,
                    ProgramOptions& options);
// The same for a request; of a formula nothing changes.
void overrideLeaves(Request& request);

// --over and --call; the program runs once where --over names a leaf.
[[nodiscard]] ProgramSampleRequest sampleRequestOf(const Arguments& arguments, const Source& source, const ParsedProgram& parsed,
                                                   const ProgramOptions& options);
[[nodiscard]] std::optional<std::size_t> callOf(const Arguments& arguments);

}  // namespace backstep
