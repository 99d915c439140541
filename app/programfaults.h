// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a program, for its editor: underlines, and the sentence under it.
#pragma once

#include "engine/engine.h"
#include "widgets/codeeditor.h"

namespace backstep {

struct ProgramFaults {
    QVector<CodeEditor::Fault> faults;
    QString message;  // the output explains it
    bool isError = false;
};

[[nodiscard]] ProgramFaults programFaults(const Snapshot& snapshot);

}  // namespace backstep
