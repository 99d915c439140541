// SPDX-License-Identifier: GPL-3.0-or-later
// One family of line icons, drawn in the ink of the palette at the moment of painting, sharp at any pixel ratio.
// Names are those of resources/icons/*.svg without the suffix. A checked icon is drawn in the forward ink.
#pragma once

#include <cstdint>

#include <QIcon>

namespace backstep {

enum class IconInk : std::uint8_t { text, quiet, onPrimary };

[[nodiscard]] QIcon icon(const QString& name, IconInk ink = IconInk::text);
[[nodiscard]] QIcon applicationIcon();

}  // namespace backstep
