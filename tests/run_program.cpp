// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a program and prints what it printed and its traceback, or, with --json, everything that is known of the run; with
// --long, inside limits that a table of a thousand calls does not meet.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "engine/run/program_json.h"

int main(int argc, char** argv) {
    const std::string path = argc > 1 ? argv[1] : "-";
    bool json = false;
    backstep::ProgramOptions options;
    for (int i = 2; i < argc; ++i) {
        json |= std::string(argv[i]) == "--json";
        if (std::string(argv[i]) == "--long") options.limits.steps = 100'000'000;
    }
    std::stringstream text;
    if (path == "-") text << std::cin.rdbuf();
    else text << std::ifstream(path).rdbuf();
    const backstep::Source source(text.str(), path);
    const backstep::ParsedProgram parsed = backstep::parsePython(source);
    const backstep::ProgramRun run = backstep::runProgram(source, parsed, options);
    if (json) {
        std::cout << backstep::programJson(source, run);
        return 0;
    }
    std::cout << run.report.output;
    if (run.report.error) {
        const auto& e = *run.report.error;
        std::cout.flush();
        std::cerr << e.traceback << (e.traceback.empty() ? e.type + ": " + e.message + "\n" : "") << "line " << e.line << "\n";
        return 1;
    }
    return 0;
}
