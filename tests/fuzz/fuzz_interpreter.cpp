// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a program, run within narrow limits: it ends, all that is made of its run can be made, an error can be explained,
// and the same text does the same again.
#include "engine/engine.h"
#include "engine/run/explain.h"
#include "engine/run/program_json.h"
#include "tests/fuzz/fuzz.h"

using namespace backstep;

namespace {

Request requestOf(std::string text) {
    Request request;
    request.text = std::move(text);
    request.kind = TextKind::Program;
    request.program.limits.steps = 3'000;
    request.program.limits.callDepth = 100;
    request.program.limits.outputBytes = 1 << 14;
    request.program.limits.outputLines = 500;
    request.program.limits.stringBytes = 1 << 16;
    request.program.limits.elements = 20'000;
    request.program.tensors.elements = 10'000;
    request.program.tensors.bytes = 4 << 20;
    request.program.tensors.history = 4 << 20;
    request.program.tensors.tapeNodes = 2'000;
    request.program.tensors.work = 10'000'000;
    return request;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Request request = requestOf(textOf(data, size));
    const auto s = evaluate(request);
    require(s.has_value() && s->report.has_value(), "there is an answer");
    for (const Diagnostic& d : s->diagnostics) requireInside(d.span, request.text);
    if (const auto& error = s->report->error) {
        require(!error->type.empty(), "an error has a type");
        requireInside(error->span, request.text);
        const auto explanation = explainError({s->source, s->program, s->recording, *s->report});
        require(explanation.has_value(), "an error is explained");
        for (const ErrorFix& fix : explanation->fixes) {
            for (const Fix& edit : fix.edits) requireInside(edit.span, request.text);
        }
    }
    static_cast<void>(programJson(s->source, {s->recording, *s->report}));
    if (size % 8 == 0) require(evaluate(request)->report->output == s->report->output, "the same program prints the same again");
    return 0;
}
