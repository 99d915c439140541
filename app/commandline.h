// SPDX-License-Identifier: GPL-3.0-or-later
// The command line. None of it needs a display.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <QStringList>

namespace backstep {

inline constexpr int kInterrupted = 4;  // the exit status, as where a limit was reached

// Whether the first word asks for the command line rather than the window.
[[nodiscard]] bool isCommand(const QString& word);

// Each subcommand and what its --help says.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> commandUsages();

// Before Qt's application is made: it has things to say.
void prepareCommandLine();
// The words after the program's name. Returns the exit status.
int runCommandLine(const QStringList& words);

// The subcommands; each throws CommandError.
void commandEval(const QStringList& words);
void commandSteps(const QStringList& words);
void commandPlot(const QStringList& words);
void commandExport(const QStringList& words);
void commandCheck(const QStringList& words);
void commandExercise(const QStringList& words);
void commandRun(const QStringList& words);

}  // namespace backstep
