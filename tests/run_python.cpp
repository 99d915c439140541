// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a program as python3 would, to compare the two: run_python FILE. What it prints goes to standard output, a
// traceback to standard error.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>

#include "engine/python/interpreter.h"

using namespace backstep;
using namespace backstep::python;

namespace {

// What a notebook would show, marked so that it can be told from what is printed.
class Echo : public Observer {
public:
    void echoed(const Value&, std::string_view repr, Span) override { std::cout << "[echo] " << repr << '\n'; }
};

int ended(const char* how, const std::string& message, std::uint32_t line) {
    std::cout.flush();
    std::cerr << how << " in line " << line << ": " << message << '\n';
    return 4;
}

}  // namespace

int main(int argc, char** argv) {
    bool echoes = false, unlimited = false;
    std::string file;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--echo") echoes = true;
        else if (argument == "--unlimited") unlimited = true;
        else file = argument;
    }
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        std::cerr << "usage: run_python [--echo] [--unlimited] FILE\n";
        return 2;
    }
    std::stringstream text;
    text << in.rdbuf();
    Limits limits;
    if (unlimited) limits.steps = 1'000'000'000'000;
    if (unlimited) limits.outputLines = limits.outputBytes = 1'000'000'000;
    Interpreter vm(limits);
    Echo echo;
    if (echoes) vm.setObserver(&echo);
    vm.setOutput([](std::string_view s) { std::cout << s; });
    try {
        const Outcome outcome = vm.run(Source(text.str(), file), file);
        std::cout.flush();
        if (!outcome.error) return outcome.exitStatus;
        std::cerr << vm.tracebackText(*outcome.error);
        return 1;
    } catch (const LimitReached& limit) {
        return ended("limit", limit.message, limit.line);
    } catch (const Interrupted& interrupted) {
        return ended("interrupted", "", interrupted.line);
    } catch (const Unsupported& refused) {
        return ended("unsupported", refused.what, refused.line);
    }
}
