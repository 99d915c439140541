// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/waysworker.h"

#include <utility>

namespace backstep {

WaysWorker::WaysWorker(QObject* parent) : QObject(parent), thread_([this](const std::stop_token& stop) { loop(stop); }) {}

WaysWorker::~WaysWorker() {
    {
        const std::lock_guard lock(mutex_);
        running_.request_stop();
    }
    thread_.request_stop();
}

void WaysWorker::start(std::shared_ptr<const Snapshot> snapshot, const WaysRequest& request) {
    const std::lock_guard lock(mutex_);
    running_.request_stop();
    waiting_ = Job{++started_, std::move(snapshot), request};
    wake_.notify_one();
}

void WaysWorker::cancel() {
    const std::lock_guard lock(mutex_);
    running_.request_stop();
    waiting_.reset();
    finished_ = ++started_;
}

void WaysWorker::loop(const std::stop_token& stop) {
    while (true) {
        Job job;
        std::stop_token token;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, stop, [this] { return waiting_.has_value(); })) return;
            job = *std::exchange(waiting_, std::nullopt);
            running_ = std::stop_source();
            token = running_.get_token();
        }
        std::optional<Ways> found = waysOf(job.snapshot, job.request, token);
        const auto ways = found ? std::make_shared<const Ways>(std::move(*found)) : nullptr;
        QMetaObject::invokeMethod(this, [this, number = job.number, ways] {
            if (number != started_) return;  // a newer one is on its way
            finished_ = number;
            if (ways) emit finished(ways);
        });
    }
}

}  // namespace backstep
