// SPDX-License-Identifier: GPL-3.0-or-later
// What was asked, what was answered, with how many hints: as a page of HTML, and as PDF.
#pragma once

#include <functional>

#include <QByteArray>

#include "widgets/exercisetask.h"

namespace backstep {

[[nodiscard]] QString exerciseReport(const exercise::Sheet& sheet, const QString& language,
                                     const std::function<TaskProgress(std::size_t)>& progress);
// No date is in it: the same bytes each time.
[[nodiscard]] QByteArray reportPdf(const QString& html, const QString& title);

}  // namespace backstep
