// SPDX-License-Identifier: GPL-3.0-or-later
// The documents that Backstep brings along: formulas, and the programs of resources/examples.
#pragma once

#include <QString>
#include <QVector>

#include "app/session.h"

namespace backstep {

struct Example {
    QString name;   // of the file, or of the formula
    QString title;  // in a menu
    bool isProgram = false;
};

[[nodiscard]] QVector<Example> examples();
// An unknown name gives the one that the window opens on.
[[nodiscard]] SessionState exampleNamed(const QString& name);

}  // namespace backstep
