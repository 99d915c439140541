// SPDX-License-Identifier: GPL-3.0-or-later
// Formulas from standard input, one a line with the values of its inputs behind it (tabs between): its value, its gradient and its
// Hessian row by row, on a line. To be compared with PyTorch by tests/oracle/compare_formulas.py.
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "engine/base/numbers.h"
#include "engine/engine.h"

namespace {

std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> parts;
    std::stringstream in(line);
    for (std::string part; std::getline(in, part, '\t');) parts.push_back(part);
    return parts;
}

std::string answerTo(const std::string& line) {
    const std::vector<std::string> parts = split(line);
    backstep::Request request;
    request.text = parts.at(0);
    request.check = false;
    constexpr const char* kNames[] = {"x", "y", "z"};
    for (std::size_t i = 1; i < parts.size(); ++i) request.inputs.values[kNames[i - 1]] = backstep::parseNumber(parts[i]).value();
    const backstep::Snapshot s = *backstep::evaluate(request);
    if (!s.ok()) return "not read";
    const backstep::Derivatives d = backstep::derivatives(s, 2);
    std::vector<double> numbers{s.recording.tape.scalar(s.recording.output)};
    numbers.insert(numbers.end(), d.gradient.begin(), d.gradient.end());
    for (const std::vector<double>& row : d.hessian) numbers.insert(numbers.end(), row.begin(), row.end());
    std::string out;
    for (const double x : numbers) out += (out.empty() ? "" : " ") + backstep::shortest(x);
    return out;
}

}  // namespace

int main() {
    for (std::string line; std::getline(std::cin, line);) std::cout << answerTo(line) << "\n";
    return 0;
}
