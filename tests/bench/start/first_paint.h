// SPDX-License-Identifier: GPL-3.0-or-later
// Ends the process as soon as its first window is painted: how long that took, and how much memory, is what its parent sees.
#pragma once

#include <unistd.h>

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
        if (widget != nullptr && widget->isWindow()) QTimer::singleShot(0, [] { _exit(0); });  // once what is painted is on the screen
        return false;
    }
};

inline void endAtFirstPaint() { QCoreApplication::instance()->installEventFilter(new FirstPaint(QCoreApplication::instance())); }

}  // namespace bench
