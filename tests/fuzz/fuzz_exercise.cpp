// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an exercise file: pages and faults, every fault inside the text.
#include "engine/exercise/exercise.h"
#include "tests/fuzz/fuzz.h"

using namespace backstep;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Source source(textOf(data, size), "fuzz.md");
    const exercise::Read read = exercise::readExercise(source);
    for (const auto& fault : read.faults) requireInside(fault.span, source.text());
    return 0;
}
