// SPDX-License-Identifier: GPL-3.0-or-later
// What a program said, as text to show: what it printed and echoed, then warnings and notes; and which of its lines said it.
#pragma once

#include <cstdint>
#include <string_view>

#include <QString>
#include <QVector>

#include "engine/run/reported.h"

namespace backstep {

struct OutputLine {
    enum class Kind : std::uint8_t { Printed, Echo, Warning, Note };
    Kind kind = Kind::Printed;
    int from = 0;  // line of the program; 0: none, or the one of the line before
};

struct OutputText {
    QString text;  // one line each, without the last line's end
    QVector<OutputLine> lines;
};

[[nodiscard]] OutputText outputText(const ProgramReport& report);

// Control characters, direction marks and line separators made visible: \x1b, \u202e. Tabs stay; so do line feeds.
[[nodiscard]] QString escaped(std::string_view utf8);

}  // namespace backstep
