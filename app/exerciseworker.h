// SPDX-License-Identifier: GPL-3.0-or-later
// Runs what an exercise runs off the window's thread. The newest job wins; what a job gives back happens in the window's.
#pragma once

#include <functional>
#include <thread>

#include <QObject>

namespace backstep {

class ExerciseWorker : public QObject {
    Q_OBJECT

public:
    using Then = std::function<void()>;
    using Job = std::function<Then(const std::stop_token&)>;
    explicit ExerciseWorker(QObject* parent = nullptr) : QObject(parent) {}

    void start(Job job);
    [[nodiscard]] bool busy() const { return started_ != finished_; }

private:
    quint64 started_ = 0;
    quint64 finished_ = 0;
    std::jthread thread_;  // last: it is stopped and joined first
};

}  // namespace backstep
