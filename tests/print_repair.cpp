// SPDX-License-Identifier: GPL-3.0-or-later
// Says how pasted programs would be repaired: for each file named, the repairs and the text that results.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "engine/syntax/repair.h"

using namespace backstep;

int main(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        std::ifstream file(argv[i], std::ios::binary);
        const Source source(std::string(std::istreambuf_iterator<char>(file), {}), argv[i]);
        const Repaired repaired = repair(source);
        for (const Repair& r : repaired.repairs) {
            std::cout << nameOf(r.kind) << ' ' << source.placeOf(r.span.begin).line << ':' << source.placeOf(r.span.begin).column << " ["
                      << source.slice(r.span) << "] -> [" << r.text << "]\n";
        }
        std::cout << (repaired.whole ? "--- whole\n" : "--- not whole\n") << repaired.text;
    }
}
