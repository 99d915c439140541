// SPDX-License-Identifier: GPL-3.0-or-later
// What the benchmarks share: the rows of the table, and the peers that are programs of their own.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace bench {

// One row of the table: a ratio of two benchmarks' times, or a figure on its own.
struct Row {
    std::string what;
    std::string of, against;  // names of benchmarks; `against` empty: `of` is a counter "figure" as it is
    double target = 0;        // 0: none, shown to compare
    bool atMost = true;       // false: at least
    bool figures = false;     // the ratio of the two counters "figure", not of times
};
void addRow(Row row);

// Seconds that a command of the shell prints; negative where it fails (no such program).
double printedSeconds(const std::string& command);

// The path of a program built beside this one.
std::string beside(const std::string& name);

// Seconds that a Python program prints; negative where it fails (no such module).
double pythonSeconds(const std::string& program);

// Seconds that a command of the shell takes with this on its standard input, from its start to its end; negative where it fails.
double commandSeconds(const std::string& command, const std::string& input);

// Memory in use by this process's heap.
std::size_t heapBytes();

// n points in the middles of equal parts of [−10, 10].
inline std::vector<double> points(std::size_t n) {
    std::vector<double> x(n);
    for (std::size_t i = 0; i < n; ++i) x[i] = -10 + 20 * (static_cast<double>(i) + 0.5) / static_cast<double>(n);
    return x;
}

// --- limits, each in a file compiled for it ---
void handScalar(const double* x, double* f, std::size_t n);                 // f = log(x²)·sin x + 1/x
void handScalar(const double* x, double* f, double* slope, std::size_t n);  // and f′
void handVector(const double* x, double* f, double* slope, std::size_t n);  // AVX2 and libmvec
// A flat tape in arrays, a chain of n ops recorded and swept: the gradient.
enum class Chain { Mul, Mixed };
double soaChain(Chain chain, std::size_t n);

}  // namespace bench
