// SPDX-License-Identifier: GPL-3.0-or-later
// Damage of a pasted program and its repair, in the reader's language: for a banner over the editor, and for a terminal.
#pragma once

#include <optional>
#include <vector>

#include <QString>
#include <QStringList>

#include "engine/syntax/repair.h"

namespace backstep {

// One repair: “Removed the prompt >>>.”
[[nodiscard]] QString repairSentence(const Repair& repair);
// What shows, and can be mended in several ways: for the person to decide.
[[nodiscard]] QString doubtSentence(const Repair& repair);

struct RepairOffer {
    QString title;                      // “This looks pasted: prompts such as >>> (12).”
    QStringList found;                  // a sentence for each kind of damage, with how many
    QStringList doubts;                 // what only the person can decide
    std::vector<RepairedLine> preview;  // the lines before and after
    std::string text;                   // repaired
    bool whole = false;                 // the result is a program; if not, it is still nearer to one
};
// Nothing where there is nothing to repair.
[[nodiscard]] std::optional<RepairOffer> repairOffer(const Source& source);
[[nodiscard]] std::optional<RepairOffer> repairOffer(const Source& source, const Repaired& repaired);

}  // namespace backstep
