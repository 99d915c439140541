// SPDX-License-Identifier: GPL-3.0-or-later
// Runs all benchmarks, in turn and several times, and prints the table: each ratio of medians against its target.
#include <benchmark/benchmark.h>
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <vector>

#include "tests/bench/bench.h"

namespace bench {
namespace {

std::vector<Row>& rows() {
    static std::vector<Row> all;
    return all;
}

// Remembers every repetition's time and counters.
class Table : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            if (run.run_type != Run::RT_Iteration || run.error_occurred) continue;
            const std::string name = run.run_name.function_name;
            // Our own loops by the processor's time: whoever else is on the machine is no part of it. Manual times are a clock's.
            const bool byClock = !run.run_name.time_type.empty();
            times_[name].push_back(byClock ? run.GetAdjustedRealTime() : run.GetAdjustedCPUTime());
            for (const auto& [counter, value] : run.counters) {
                if (counter == "figure") figures_[name].push_back(value.value);
            }
        }
        ConsoleReporter::ReportRuns(runs);
    }
    // The number of rows that miss their target.
    int print() {
        int missed = 0;
        std::printf("\n%-66s %10s %10s\n", "", "measured", "target");
        for (const Row& row : rows()) {
            auto& all = row.against.empty() || row.figures ? figures_ : times_;
            const double of = median(all, row.of);
            const double against = row.against.empty() ? 1 : median(all, row.against);
            if (!(of > 0) || !(against > 0)) {
                std::printf("%-66s %10s\n", row.what.c_str(), "not here");
                continue;
            }
            const double ratio = row.atMost || row.against.empty() ? of / against : against / of;
            if (row.target == 0) {
                std::printf("%-66s %10.3g %10s\n", row.what.c_str(), ratio, "no target");
                continue;
            }
            const bool met = row.atMost ? ratio <= row.target : ratio >= row.target;
            missed += met ? 0 : 1;
            std::printf("%-66s %10.3g %s %-8.3g %s\n", row.what.c_str(), ratio, row.atMost ? "<=" : ">=", row.target, met ? "" : "MISSED");
        }
        return missed;
    }

private:
    std::map<std::string, std::vector<double>> times_, figures_;
    static double median(std::map<std::string, std::vector<double>>& all, const std::string& name) {
        std::vector<double>& values = all[name];
        if (values.empty()) return -1;
        std::sort(values.begin(), values.end());
        return values[values.size() / 2];
    }
};

}  // namespace

void addRow(Row row) { rows().push_back(std::move(row)); }

double printedSeconds(const std::string& command) {
    double seconds = -1;
    if (FILE* pipe = popen((command + " 2>/dev/null").c_str(), "r")) {
        if (std::fscanf(pipe, "%lf", &seconds) != 1) seconds = -1;
        pclose(pipe);
    }
    return seconds;
}

std::string beside(const std::string& name) {
    std::string path(4096, '\0');
    path.resize(static_cast<std::size_t>(std::max<ssize_t>(readlink("/proc/self/exe", path.data(), path.size()), 0)));
    return path.substr(0, path.rfind('/') + 1) + name;
}

// Isolated: a file of the temporary folder must not stand in for a module.
double pythonSeconds(const std::string& program) {
    char path[] = "/tmp/backstep-bench-XXXXXX";
    const int file = mkstemp(path);
    if (file < 0) return -1;
    std::ofstream(path) << program;
    const double seconds = printedSeconds(std::string("/usr/bin/python3 -I ") + path);
    std::remove(path);
    return seconds;
}

double commandSeconds(const std::string& command, const std::string& input) {
    const auto begin = std::chrono::steady_clock::now();
    FILE* pipe = popen((command + " >/dev/null 2>&1").c_str(), "w");
    if (pipe == nullptr) return -1;
    std::fwrite(input.data(), 1, input.size(), pipe);
    if (pclose(pipe) != 0) return -1;
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::size_t heapBytes() {
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

}  // namespace bench

int main(int argc, char** argv) {
    std::vector<char*> arguments(argv, argv + argc);
    std::vector<std::string> standard{"--benchmark_repetitions=5", "--benchmark_enable_random_interleaving=true",
                                      "--benchmark_min_time=0.05"};
    for (std::string& text : standard) arguments.insert(arguments.begin() + 1, text.data());
    auto count = static_cast<int>(arguments.size());
    benchmark::Initialize(&count, arguments.data());
    bench::Table table;
    benchmark::RunSpecifiedBenchmarks(&table);
    table.print();
    return 0;
}
