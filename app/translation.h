// SPDX-License-Identifier: GPL-3.0-or-later
// Our own phrases in a language, as they are compiled into the program.
#pragma once

#include <memory>

#include <QTranslator>

namespace backstep {

// To "en" (for its plurals) or "zh_CN"; empty where there is none.
[[nodiscard]] std::shared_ptr<QTranslator> translationTo(const QString& code);

}  // namespace backstep
