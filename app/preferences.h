// SPDX-License-Identifier: GPL-3.0-or-later
// What a person chooses once: the colours, and how new documents begin. Every choice takes effect at once.
#pragma once

#include <QDialog>

#include "app/session.h"

namespace backstep {

class MainWindow;

// A new document with the choices made; without any, what it always was.
[[nodiscard]] SessionState newSessionState();
[[nodiscard]] bool motionWanted();  // a desktop that animates nothing is asked, too, where it is drawn

class Preferences : public QDialog {
    Q_OBJECT

public:
    explicit Preferences(MainWindow* window);
};

}  // namespace backstep
