// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at a run in other ways, off the window's thread. The newest request wins: the one before is asked to stop and its answer
// is dropped. Nobody waits for it.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include <QObject>

#include "engine/ways/ways.h"

namespace backstep {

class WaysWorker : public QObject {
    Q_OBJECT

public:
    explicit WaysWorker(QObject* parent = nullptr);
    ~WaysWorker() override;
    WaysWorker(const WaysWorker&) = delete;
    WaysWorker& operator=(const WaysWorker&) = delete;

    void start(std::shared_ptr<const Snapshot> snapshot, const WaysRequest& request);
    void cancel();  // what is on its way is not wanted any more
    [[nodiscard]] bool busy() const { return started_ != finished_; }

signals:
    void finished(const std::shared_ptr<const backstep::Ways>& ways);  // in the thread of this object

private:
    struct Job {
        quint64 number = 0;
        std::shared_ptr<const Snapshot> snapshot;
        WaysRequest request;
    };
    quint64 started_ = 0, finished_ = 0;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::optional<Job> waiting_;
    std::stop_source running_;
    std::jthread thread_;  // last: it stops before what it uses goes

    void loop(const std::stop_token& stop);
};

}  // namespace backstep
