// SPDX-License-Identifier: GPL-3.0-or-later
// How the interface looks: the inks as Qt colours, the palette and style of the application, and its fonts.
// The application's palette is the one place that knows whether it is dark; views repaint on QEvent::PaletteChange.
#pragma once

#include <cstdint>

#include <QColor>
#include <QFont>
#include <QPalette>

#include "engine/base/ink.h"
#include "engine/diagram/theme.h"

class QApplication;

namespace backstep {

enum class AppearanceMode : std::uint8_t { automatic, light, dark };

// Sets style, palette and tool tips. Automatic follows the desktop, also when that changes later.
void applyAppearance(QApplication& application, AppearanceMode mode);

[[nodiscard]] QPalette paletteOf(Theme theme);
[[nodiscard]] bool isDark(const QPalette& palette);
[[nodiscard]] Theme currentTheme();

[[nodiscard]] QColor ink(Ink ink);
[[nodiscard]] QColor inkOf(Theme theme, Ink ink);
// Text and icons on the primary button, which is filled with the forward ink.
[[nodiscard]] QColor inkOnPrimary();
// `share` of one colour over the other: 0 is all `under`, 1 is all `over`.
[[nodiscard]] QColor mix(const QColor& over, const QColor& under, double share);

inline constexpr double kStaleOpacity = 0.4;  // of a run that the text has left behind

// Sizes derive from the desktop's font, so that they follow it.
[[nodiscard]] QFont interfaceFont(double scale = 1.0);
[[nodiscard]] QFont codeFont(double scale = 1.0);
[[nodiscard]] QFont numberFont();                  // digits of one width
[[nodiscard]] QFont mathFont(double scale = 1.0);  // italic, for variables
constexpr double kSmallText = 0.86;                // pane titles, table headers, labels of segments

}  // namespace backstep
