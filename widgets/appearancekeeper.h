// SPDX-License-Identifier: GPL-3.0-or-later
// Owned by the application: remembers the chosen appearance and applies it again when the desktop changes.
#pragma once

#include <QObject>

#include "widgets/appearance.h"

namespace backstep {

class AppearanceKeeper : public QObject {
    Q_OBJECT

public:
    [[nodiscard]] static AppearanceKeeper& of(QApplication& application);
    void setMode(AppearanceMode mode);
    [[nodiscard]] AppearanceMode mode() const { return mode_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit AppearanceKeeper(QApplication& application);
    void apply();

    AppearanceMode mode_ = AppearanceMode::automatic;
    bool applying_ = false;
};

}  // namespace backstep
