// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a formula, evaluated, differentiated twice at five points, and plotted.
#include "engine/engine.h"
#include "tests/fuzz/fuzz.h"

using namespace backstep;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    for (const double x : {-2.0, -0.5, 0.0, 1.0, 3.25}) {
        Request request;
        request.text = textOf(data, size);
        request.kind = TextKind::Formula;
        request.inputs.otherwise = x;
        const auto snapshot = evaluate(request);
        require(snapshot.has_value(), "there is an answer");
        for (const Diagnostic& d : snapshot->diagnostics) requireInside(d.span, request.text);
        if (!snapshot->ok()) return 0;
        static_cast<void>(derivatives(*snapshot, 2));
        if (x != 1.0 || snapshot->recording.inputs.empty()) continue;
        SampleRequest sample;
        sample.samples = 40;
        sample.order = 2;
        const auto chart = sampleFormula(snapshot->source, snapshot->parsed.ast, request.inputs, sample, {});
        require(chart.has_value(), "there is a curve");
    }
    return 0;
}
