// SPDX-License-Identifier: GPL-3.0-or-later
// Ends the process as soon as its first window is painted, and leaves how much memory it had at most (KiB) in the file that
// BACKSTEP_BENCH_PEAK names. (What the parent is told of a child's memory includes its own.)
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace bench {

class FirstPaint : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject* object, QEvent* event) override {
        const auto* widget = event->type() == QEvent::Paint ? qobject_cast<QWidget*>(object) : nullptr;
        if (widget != nullptr && widget->isWindow()) QTimer::singleShot(0, [] { end(); });  // once what is painted is on the screen
        return false;
    }

private:
    [[noreturn]] static void end() {
        std::ifstream status("/proc/self/status");
        const char* file = std::getenv("BACKSTEP_BENCH_PEAK");
        for (std::string word; file != nullptr && status >> word;) {
            if (word == "VmHWM:" && status >> word) std::ofstream(file) << word;
        }
        _exit(0);
    }
};

inline void endAtFirstPaint() { QCoreApplication::instance()->installEventFilter(new FirstPaint(QCoreApplication::instance())); }

}  // namespace bench
