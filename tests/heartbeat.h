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
#include <QEventLoop>
#include <QObject>
#include <QTest>
#include <QTimer>
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

// Waits in an event loop, as the product does: QTest::qWaitFor sleeps 10 ms between its looks, which would count as the window's.
template <class Condition>
[[nodiscard]] bool loopUntil(const Condition& met, int ms) {
    QEventLoop loop;
    QElapsedTimer clock;
    clock.start();
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (met() || clock.elapsed() >= ms) loop.quit();
    });
    look.start(2);
    if (!met()) loop.exec();
    return met();
}
inline void loopFor(int ms) {
    (void)loopUntil([] { return false; }, ms);
}

// The window answers within so many ms throughout the work, on a machine as fast as the one they were set on. What held the machine
// up once does not do so again at the same place: what is away too long is tried anew, twice, and the window is to blame only if it
// is away each time.
template <class Prepare, class Work>
void verifyNoGap(const Prepare& prepare, const Work& work, double ms = 50) {
    constexpr int kTries = 3;
    QString gaps;
    for (int i = 0; i < kTries; ++i) {
        prepare();
        if (QTest::currentTestFailed()) return;
        const Heartbeat heartbeat;
        work();
        if (QTest::currentTestFailed()) return;
        const double most = ms * slowness();
        if (heartbeat.longest() <= most) return;
        gaps += QStringLiteral("; %1 ms, %2 of them at work; at most %3").arg(heartbeat.longest()).arg(heartbeat.busy()).arg(most);
    }
    QFAIL(qPrintable(QStringLiteral("the window was away each time: ") + gaps.mid(2)));
}

}  // namespace backstep
