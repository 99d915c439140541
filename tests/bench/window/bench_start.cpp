// SPDX-License-Identifier: GPL-3.0-or-later
// From nothing to a painted window, as whole processes: ours, the least that Qt can do, and KmPlot where it is installed. On a
// screen of our own (Xvfb) where there is one: a peer knows no other.
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "tests/bench/bench.h"

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

pid_t spawned(const std::vector<std::string>& words) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    for (const int stream : {1, 2}) posix_spawn_file_actions_addopen(&quiet, stream, "/dev/null", O_WRONLY, 0);
    pid_t child = -1;
    if (posix_spawnp(&child, arguments[0], &quiet, nullptr, arguments.data(), environ) != 0) child = -1;
    posix_spawn_file_actions_destroy(&quiet);
    return child;
}

// The screen, for as long as the benchmarks run; without Xvfb Qt paints for nobody.
class Screen {
public:
    Screen() {
        if (std::system("command -v Xvfb >/dev/null 2>&1") != 0) return;
        server_ = spawned({"Xvfb", ":97", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"});
        for (int i = 0; i < 100 && access("/tmp/.X11-unix/X97", F_OK) != 0; ++i) usleep(20'000);
        usleep(200'000);
    }
    ~Screen() {
        if (server_ > 0) kill(server_, SIGTERM), waitpid(server_, nullptr, 0);
    }
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;
    [[nodiscard]] bool isThere() const { return server_ > 0; }

    // What children find: this screen, and nobody's settings.
    void use() const {
        setenv("DISPLAY", ":97", 1);
        setenv("QT_QPA_PLATFORM", isThere() ? "xcb" : "offscreen", 1);
        for (const char* name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            setenv(name, "/tmp/backstep-bench-home", 1);
    }
    static void leave() {
        unsetenv("DISPLAY");
        setenv("QT_QPA_PLATFORM", "offscreen", 1);
    }

private:
    pid_t server_ = -1;
};

const Screen& screen() {
    static const Screen one;
    return one;
}

struct Start {
    double seconds = -1;
    double megabytes = 0;  // at most
};

// One that ends by itself once it is painted.
Start started(const std::string& program) {
    const char* const peak = "/tmp/backstep-bench-peak";
    setenv("BACKSTEP_BENCH_PEAK", peak, 1);
    screen().use();
    const auto begin = Clock::now();
    const pid_t child = spawned({program});
    int status = -1;
    const bool ended = child > 0 && waitpid(child, &status, 0) == child;
    const double took = since(begin);
    Screen::leave();
    if (!ended || !WIFEXITED(status) || WEXITSTATUS(status) != 0) return {};
    double kibibytes = 0;
    std::ifstream(peak) >> kibibytes;
    return {took, kibibytes / 1024};
}

// What a process had at most, in megabytes, as the system tells of it.
double peak(const std::string& file) {
    std::ifstream status(file);
    double kibibytes = 0;
    for (std::string word; status >> word;) {
        if (word == "VmHWM:") status >> kibibytes;
    }
    return kibibytes / 1024;
}

// One that does not: until a window of it is on the screen, which is before it is painted.
Start shown(const std::string& program) {
    if (!screen().isThere() ||
        std::system(("command -v xdotool >/dev/null 2>&1 && command -v " + program + " >/dev/null 2>&1").c_str()) != 0)
        return {};
    screen().use();
    const auto begin = Clock::now();
    const pid_t child = spawned({program});
    bool seen = false;
    while (child > 0 && !seen && since(begin) < 20)
        seen = std::system(("xdotool search --onlyvisible --class " + program + " >/dev/null 2>&1").c_str()) == 0;
    const double took = since(begin);
    const double megabytes = peak("/proc/" + std::to_string(child) + "/status");
    if (child > 0) kill(child, SIGKILL), waitpid(child, nullptr, 0);
    Screen::leave();
    if (!seen) return {};
    return {took, megabytes};
}

template <class F>
void measured(benchmark::State& state, F&& start) {
    for (auto _ : state) {
        const Start one = start();
        if (one.seconds < 0) return state.SkipWithError("not here");
        state.SetIterationTime(one.seconds);
        state.counters["figure"] = one.megabytes;
    }
}

const int kRegistered = [] {
    const auto add = [](const char* name, auto start) {
        benchmark::RegisterBenchmark(name, [start](benchmark::State& s) { measured(s, start); })->UseManualTime()->Iterations(1);
    };
    add("start/ours", [] { return started(bench::beside("started/bin/backstep")); });
    add("start/minimal", [] { return started(bench::beside("backstep-bench-minimal")); });
    add("start/kmplot", [] { return shown("kmplot"); });
    bench::addRow({"start: to the first painted window, to a minimal window of Qt", "start/ours", "start/minimal", 2, true});
    bench::addRow({"start: times faster than KmPlot", "start/ours", "start/kmplot", 2.5, false});
    bench::addRow({"start: memory at the first painted window, MB", "start/ours", "", 60, true});
    bench::addRow({"start: the same, to KmPlot's when its window is there", "start/ours", "start/kmplot", 0.5, true, true});
    return 0;
}();

}  // namespace
