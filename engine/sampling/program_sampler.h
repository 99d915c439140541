// SPDX-License-Identifier: GPL-3.0-or-later
// A program's output as a function of one number of one of its leaves: the program is run again at every point, so that
// whatever it does with the number counts: branches, loops, detach, .item(), indices.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/run/program.h"
#include "engine/sampling/chart.h"
#include "engine/sampling/check.h"

namespace backstep {

struct ProgramSampleRequest {
    std::optional<LeafKey> leaf;      // of ProgramReport::leaves; none: the first one with one number that the output needs
    std::size_t element = 0;          // of the leaf's numbers, row by row
    std::optional<std::size_t> call;  // the backward call whose root is f, from 0; none: the last with a scalar root that needs the leaf
    double from = -5, to = 5;
    int samples = 200;  // at most; a long program gets fewer
    int order = 1;      // 0: f alone, 1: f and f′, 2: and f″
    bool refine = true;
    friend bool operator==(const ProgramSampleRequest&, const ProgramSampleRequest&) = default;
};

enum class SampleRefusal : std::uint8_t {
    None,
    NoBackward,  // the program never calls backward
    NoCall,      // not so often
    NoLeaf,      // no leaf whose numbers stand in the program
    NotScalar,   // the root has several elements, or there are several
    NotNeeded,   // no gradient comes to the leaf
    Changed,     // the program changes the leaf in place before
    NoElement,   // the leaf has not so many
    Order,       // a derivative beyond the second
    Failed,      // the program fails before its first backward call
    TooLong,     // to be run again so often
};

// One condition or loop of the text, and how it went in a run.
struct PathStep {
    enum class Kind : std::uint8_t { If, Elif, Choice /* a if c else b, assert, and, or … */, While, For };
    Kind kind{};
    Span span;  // the condition, or the head of the loop
    std::uint32_t line = 0;
    std::int64_t times = 0;  // looked at; of a loop: turns
    std::int64_t taken = 0;  // … and true
    friend bool operator==(const PathStep&, const PathStep&) = default;
};

// A way through the program, in the order of the text.
struct ProgramPath {
    std::vector<PathStep> steps;
    std::optional<ProgramError> error;  // where the program ends in one
};

// Where the program goes the same way, line by line and branch by branch.
struct PathBand {
    double from = 0, to = 0;
    std::size_t path = 0;  // of ProgramCurve::paths
};

struct ProgramCurve {
    SampleRefusal refusal = SampleRefusal::None;
    Chart chart;
    LeafKey leaf;
    std::size_t element = 0;
    std::size_t call = 0;
    std::vector<PathBand> bands;      // from left to right, without gaps
    std::vector<ProgramPath> paths;   // numbered by first appearance from the left
    std::optional<std::size_t> path;  // of the leaf's present value
    std::size_t runs = 0;
};

// What of the paths' steps tells one from another: those that all paths share are left out.
[[nodiscard]] std::vector<ProgramPath> differencesOf(const std::vector<ProgramPath>& paths);

// "[1]", "[0, 2]": the place of a number in a tensor; empty for one without dimensions.
[[nodiscard]] std::string elementText(const Tensor& tensor, std::size_t element);

// Nothing if it was asked to stop. `options.overrides` hold for the other leaves, and for this one's other elements.
[[nodiscard]] std::optional<ProgramCurve> sampleProgram(const Source& source, const ParsedProgram& parsed, const ProgramOptions& options,
                                                        const ProgramSampleRequest& request, const std::stop_token& stop = {});

// The point of the curve at another value of the leaf. False where the program has no such output any more.
[[nodiscard]] bool movePoint(ProgramCurve& curve, const Source& source, const ParsedProgram& parsed, const ProgramOptions& options,
                             double x);

// f and, where asked for, f′ at exactly these points; NaN where the program fails or gives no gradient.
struct ProgramValues {
    SampleRefusal refusal = SampleRefusal::None;
    std::vector<std::vector<double>> values;
};
[[nodiscard]] ProgramValues programValuesAt(const Source& source, const ParsedProgram& parsed, const ProgramOptions& options,
                                            const ProgramSampleRequest& request, const std::vector<double>& x);

// The gradient that came to each number of each leaf, and differences of the output beside it.
struct LeafCheck {
    std::string name;  // "x", "w[1]"
    double gradient = 0;
    double difference = 0;
    double differenceError = 0;
    Verdict verdict{};
};
struct ProgramCheck {
    SampleRefusal refusal = SampleRefusal::None;
    std::string function;
    std::vector<LeafCheck> leaves;
    std::size_t left = 0;  // numbers that were not checked: of large tensors only the first are
};
[[nodiscard]] ProgramCheck checkProgram(const Source& source, const ParsedProgram& parsed, const ProgramOptions& options,
                                        std::optional<std::size_t> call);

}  // namespace backstep
