// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a damaged paste: the repaired text needs no further repair, and every repair has its place in what was pasted.
#include "engine/syntax/repair.h"
#include "tests/fuzz/fuzz.h"

using namespace backstep;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Source source(textOf(data, size), "fuzz.py");
    const Repaired repaired = repair(source);
    std::uint32_t end = 0;
    for (const Repair& r : repaired.repairs) {
        requireInside(r.span, source.text());
        require(r.span.begin >= end, "repairs are in order and do not overlap");
        end = r.span.end;
    }
    for (const Repair& r : repaired.doubtful) requireInside(r.span, source.text());
    if (repaired.repairs.empty()) require(repaired.text == source.text(), "a text without repairs is as it was");
    if (repaired.whole && !repaired.repairs.empty())
        require(repairsFor(Source(repaired.text, "fuzz.py")).empty(), "what is whole needs no further repair");
    static_cast<void>(repairedLines(source, repaired));
    return 0;
}
