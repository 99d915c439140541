// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exerciseworker.h"

#include <QMetaObject>

namespace backstep {

void ExerciseWorker::start(Job job) {
    const quint64 number = ++started_;
    thread_ = std::jthread([this, number, job = std::move(job)](const std::stop_token& stop) {  // the one before is stopped and joined
        Then then = job(stop);
        QMetaObject::invokeMethod(
            this,
            [this, number, then = std::move(then)] {
                if (number != started_) return;  // a newer one is on its way
                finished_ = number;
                if (then) then();
            },
            Qt::QueuedConnection);
    });
}

}  // namespace backstep
