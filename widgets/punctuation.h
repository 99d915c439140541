// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences and lists put together as the language of the window does it.
#pragma once

#include <QString>
#include <QStringList>

namespace backstep {

[[nodiscard]] QString sentencesOf(const QStringList& sentences);  // one after another
[[nodiscard]] QString listOf(const QStringList& names);           // a, b, c

}  // namespace backstep
