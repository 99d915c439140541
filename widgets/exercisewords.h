// SPDX-License-Identifier: GPL-3.0-or-later
// Exercises in words, in the reader's language: faults of a file, replies to an answer, questions that a task asks by itself.
#pragma once

#include <QString>

#include "engine/exercise/sheet.h"

namespace backstep {

[[nodiscard]] QString sentence(const exercise::Fault& fault);
[[nodiscard]] QString help(const exercise::Fault& fault);  // what to do; may be empty

// The author's reply, or what can be said of the mistake; never empty.
[[nodiscard]] QString reply(const exercise::Sheet& sheet, std::size_t task, const exercise::Answer& answer,
                            const exercise::Verdict& verdict, const QString& language);
// What is asked, where the author left it to us.
[[nodiscard]] QString question(const exercise::Sheet& sheet, std::size_t task, const QString& language);
[[nodiscard]] QString verdictTitle(exercise::Verdict::Kind kind);
// As a report says it: a line for each cell or option.
[[nodiscard]] QString answerInWords(const exercise::Sheet& sheet, std::size_t task, const exercise::Answer& answer,
                                    const QString& language);

// The text in the reader's language, {{…}} filled.
[[nodiscard]] QString said(const exercise::Sheet& sheet, const exercise::Text& text, std::size_t task, const QString& language,
                           const exercise::Answer* given = nullptr);
[[nodiscard]] QString in(const exercise::Text& text, const QString& language);

}  // namespace backstep
