// SPDX-License-Identifier: GPL-3.0-or-later
// Where exercises come from: those that are shipped, files, a teacher's folder.
#pragma once

#include <optional>

#include <QStringList>

#include "engine/text/source.h"

namespace backstep {

// Shipped ones, in the order that teaches: paths in the program itself.
[[nodiscard]] QStringList shippedExercises();
// The exercises of a folder, by name; not of folders within it. At most 500.
[[nodiscard]] QStringList exercisesIn(const QString& folder);
// Nothing where it is no regular file, is too large, or cannot be read; `why` then says it.
[[nodiscard]] std::optional<Source> readExerciseFile(const QString& path, QString* why = nullptr);

}  // namespace backstep
