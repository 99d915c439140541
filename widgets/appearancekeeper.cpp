// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/appearancekeeper.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>
#include <QToolTip>

namespace backstep {
namespace {

// The desktop's own palette shows once ours is taken away; there is no other way to ask for it.
bool desktopIsDark() {
    QApplication::setPalette(QPalette());
    return isDark(QApplication::palette());
}

}  // namespace

AppearanceKeeper::AppearanceKeeper(QApplication& application) : QObject(&application) { application.installEventFilter(this); }

AppearanceKeeper& AppearanceKeeper::of(QApplication& application) {
    auto* keeper = application.findChild<AppearanceKeeper*>(QString(), Qt::FindDirectChildrenOnly);
    return *(keeper != nullptr ? keeper : new AppearanceKeeper(application));
}

void AppearanceKeeper::setMode(AppearanceMode mode) {
    mode_ = mode;
    apply();
}

void AppearanceKeeper::apply() {
    const QScopedValueRollback<bool> guard(applying_, true);
    const bool dark = mode_ == AppearanceMode::dark || (mode_ == AppearanceMode::automatic && desktopIsDark());
    QApplication::setPalette(paletteOf(dark ? Theme::dark : Theme::light));
    QToolTip::setPalette(QApplication::palette());
}

bool AppearanceKeeper::eventFilter(QObject* watched, QEvent* event) {
    // The desktop tells its windows, not the application, that its theme has changed.
    if (event->type() == QEvent::ThemeChange && !applying_ && mode_ == AppearanceMode::automatic) {
        QMetaObject::invokeMethod(this, &AppearanceKeeper::apply, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace backstep
