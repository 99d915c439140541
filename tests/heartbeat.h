// SPDX-License-Identifier: GPL-3.0-or-later
// How long the event loop was away at most, by a timer of 5 ms. What the window's thread waited for a processor that others had
// is no fault of the window: the system counts it, and it is taken off.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <string>

#include <QElapsedTimer>
#include <QObject>
#include <QTest>
#include <QTimerEvent>

#include "tests/machine.h"

namespace backstep {

// Of a thread of this process, by its number: ms in which it ran, and in which it could have run and did not.
struct ThreadTimes {
    double ran = 0, waited = 0;
};
inline ThreadTimes timesOf(const std::string& thread) {
    ThreadTimes times;
    if (std::FILE* file = std::fopen(("/proc/self/task/" + thread + "/schedstat").c_str(), "r")) {
        if (std::fscanf(file, "%lf %lf", &times.ran, &times.waited) != 2) times = {};
        std::fclose(file);
    }
    return {times.ran / 1e6, times.waited / 1e6};
}

// A time in which several threads work for each other; what the one that waited most had to wait is taken off.
class OwnTime {
public:
    OwnTime() {
        for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
            const std::string thread = task.path().filename().string();
            before_[thread] = timesOf(thread).waited;
        }
        clock_.start();
    }
    [[nodiscard]] double elapsed() const {
        const auto wall = static_cast<double>(clock_.nsecsElapsed()) / 1e6;
        double most = 0;
        for (const auto& [thread, waited] : before_) most = std::max(most, timesOf(thread).waited - waited);
        return wall - most;
    }

private:
    std::map<std::string, double> before_;
    QElapsedTimer clock_;
};

class Heartbeat : public QObject {
public:
    Heartbeat() : thread_(std::to_string(gettid())), times_(timesOf(thread_)) {
        clock_.start();
        startTimer(5, Qt::PreciseTimer);
    }
    [[nodiscard]] double longest() const { return longest_; }  // ms
    [[nodiscard]] double busy() const { return busy_; }        // of these: the thread's own computing; the rest it slept or was held up

protected:
    void timerEvent(QTimerEvent*) override {
        const auto wall = static_cast<double>(clock_.nsecsElapsed()) / 1e6;
        clock_.restart();
        const ThreadTimes times = timesOf(thread_);
        if (const double own = wall - (times.waited - times_.waited); own > longest_) {
            longest_ = own;
            busy_ = times.ran - times_.ran;
        }
        times_ = times;
    }

private:
    std::string thread_;
    QElapsedTimer clock_;
    ThreadTimes times_;
    double longest_ = 0, busy_ = 0;
};

// The window answered within so many ms throughout, on a machine as fast as the one they were set on.
inline void verifyNoGap(const Heartbeat& heartbeat, double ms = 50) {
    const double most = ms * slowness();
    QVERIFY2(heartbeat.longest() <= most, qPrintable(QStringLiteral("the window was away for %1 ms, %2 of them at work; at most %3")
                                                         .arg(heartbeat.longest())
                                                         .arg(heartbeat.busy())
                                                         .arg(most)));
}

}  // namespace backstep
