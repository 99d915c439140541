// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures as the pages of a PDF: vectors, fonts embedded, text that can be searched.
#pragma once

#include <vector>

#include <QByteArray>
#include <QString>

#include "engine/diagram/diagram.h"
#include "engine/diagram/theme.h"

namespace backstep {

// A page is as large as its picture, a scene unit 1/96 inch times `scale`. No date is in it: the same bytes each time.
[[nodiscard]] QByteArray pdfOf(const std::vector<Diagram>& pages, Theme theme, double scale, bool transparent, const QString& title);

}  // namespace backstep
