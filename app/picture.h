// SPDX-License-Identifier: GPL-3.0-or-later
// A diagram into a file: SVG or PNG by its ending. The window and the command line write the same.
#pragma once

#include <QString>

#include "engine/diagram/diagram.h"
#include "engine/diagram/theme.h"

namespace backstep {

struct PictureOptions {
    Theme theme = Theme::light;
    double scale = 1;  // of a PNG: pixels a scene unit; of an SVG: of its nominal size
};

// Empty when written; otherwise why not. The file is replaced whole or not at all.
[[nodiscard]] QString writePicture(const Diagram& diagram, const QString& path, const PictureOptions& options);

[[nodiscard]] bool isPicturePath(const QString& path);

}  // namespace backstep
