// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <QCoreApplication>
#include <QLocale>

#include "app/arguments.h"
#include "app/translation.h"
#include "engine/diagram/printable.h"

namespace backstep {
namespace {

struct Command {
    const char* name;
    void (*run)(const QStringList&);
    const char* usage;
};

constexpr std::array<Command, 7> kCommands{{
    {"run", commandRun,
     "backstep run FILE|- [--at NAME=VALUE]… [--json] [--repair] [--limits NAME=VALUE,…]\n\n"
     "Runs a Python program with torch and prints what it prints. --repair mends a damaged paste first, as far as that\n"
     "is certain, and says what it mended. Limits: steps, depth, output, lines, string,\n"
     "elements, digits, tensor, memory (MiB), history (MiB), nodes, work. --at gives a leaf (x, w[1]) another value.\n"},
    {"eval", commandEval,
     "backstep eval FORMULA|FILE|- [--at NAME=VALUE]… [--order N] [--json]\n\n"
     "The value of a function and its derivatives up to order N (default 1).\n"},
    {"steps", commandSteps,
     "backstep steps FORMULA|FILE|- [--at NAME=VALUE]… [--mode reverse|forward] [--seed NAME] [--json]\n\n"
     "Every step of the forward pass and of one sweep, in order.\n"},
    {"plot", commandPlot,
     "backstep plot FORMULA|FILE|- --range A:B [--samples N] [--order N] [--over NAME] [--at NAME=VALUE]… [--call N] [--csv]\n\n"
     "Samples of the function and its derivatives: x,f,df[,d2f]. Of a program: its last scalar root over its first scalar\n"
     "leaf, unless --call says which backward call and --over which leaf (x, w[1]); it is run again at every x.\n"},
    {"export", commandExport,
     "backstep export FORMULA|FILE|- -o OUT.{svg,png,pdf,html,tex,dot,gif,webp,csv,py}… [--at NAME=VALUE]… [--step K | --all-steps]\n"
     "                [--what graph|plot|both|worksheet|key|derivation] [--theme light|dark|print] [--scale S | --dpi N] [--transparent]\n"
     "                [--direction down|right] [--constants] [--mode reverse|forward] [--seed NAME]\n"
     "                [--range A:B] [--over NAME] [--call N] [--figure N] [--order N] [--delay MS] [--blank WHAT,…] [--lang en|zh_CN]\n\n"
     "The graph at step K (default: the last), the plot, or both: as a picture (svg, png, pdf), as TikZ (tex), as a page to\n"
     "step through (html), as an animation (gif, webp), for Graphviz (dot); the tape as a table (csv); the function in PyTorch with its "
     "gradients\n"
     "asserted (py). Of a program that draws figures the plot is the last of them, or figure N. With --all-steps: a sheet (svg, png), a "
     "page a step (pdf), overlays (tex); OUT-%03d.svg is a file a step.\n"},
    {"check", commandCheck,
     "backstep check FORMULA|FILE|- [--at NAME=VALUE]… [--call N]\n\n"
     "Each gradient by reverse mode, forward mode and differences; of a program the gradients of its leaves by its own\n"
     "backward call and by differences.\n"},
    {"exercise", commandExercise,
     "backstep exercise list | validate FILE | grade FILE ANSWERS  [--lang en|zh_CN] [--json]\n\n"
     "The exercises that are shipped; what is wrong with an exercise file; which answers are right. FILE may be the id\n"
     "of a shipped one. ANSWERS is TOML: seed = 7, then [answers] with task = \"answer\".\n"},
}};

std::string overview() {
    std::string text = "Usage: backstep [FILE | FORMULA]      open the window on it\n";
    for (const Command& command : kCommands)
        text += "       " + std::string(command.usage).substr(0, std::string_view(command.usage).find("\n\n")) + "\n";
    return text +
           "       backstep --version | --help | SUBCOMMAND --help\n\n"
           "FORMULA is mathematical notation; - reads it from standard input. Inputs not given by --at are 1.\n"
           "Exit status: 0 done, 1 the formula is wrong, 2 wrong usage, 3 a file could not be read or written, 4 a limit was reached.\n";
}

int run(const Command& command, const QStringList& words) {
    if (words.contains(QLatin1String("--help"))) {
        say("Usage: " + std::string(command.usage));
        return static_cast<int>(Exit::Done);
    }
    try {
        command.run(words);
        return static_cast<int>(Exit::Done);
    } catch (const CommandError& error) {
        if (!error.message.isEmpty()) complain("error: " + printable(error.message.toStdString()) + "\n");
        if (!error.place.isEmpty()) complain("  --> " + printable(error.place.toStdString()) + "\n");
        if (error.status == Exit::Usage) complain("Try: backstep " + std::string(command.name) + " --help\n");
        return static_cast<int>(error.status);
    }
}

int dispatch(const QStringList& words) {
    const QString first = words.value(0);
    if (first == QLatin1String("--version")) say("backstep " BACKSTEP_VERSION "\n");
    else if (first == QLatin1String("--help") || first == QLatin1String("-h")) say(overview());
    for (const Command& command : kCommands) {
        if (first == QLatin1String(command.name)) return run(command, words.mid(1));
    }
    if (first.startsWith(QLatin1Char('-'))) return static_cast<int>(Exit::Done);
    complain("error: " + first.toStdString() + " is not part of this version.\nTry: backstep --help\n");
    return static_cast<int>(Exit::Usage);
}

// Standard error holds what the command line says; what Qt thinks of a locale or a runtime folder is no part of that.
void onlyCritical(QtMsgType type, const QMessageLogContext&, const QString& text) {
    if (type == QtCriticalMsg || type == QtFatalMsg) std::fprintf(stderr, "%s\n", qPrintable(text));
}

// Files are replaced whole or not at all, so an interrupted run leaves nothing half written.
void interrupted(int) { std::_Exit(kInterrupted); }

}  // namespace

void prepareCommandLine() {
    qInstallMessageHandler(onlyCritical);
    std::signal(SIGINT, interrupted);
}

bool isCommand(const QString& word) {
    if (word == QLatin1String("--help") || word == QLatin1String("-h") || word == QLatin1String("--version")) return true;
    return std::any_of(kCommands.begin(), kCommands.end(), [&](const Command& c) { return word == QLatin1String(c.name); });
}

std::vector<std::pair<std::string, std::string>> commandUsages() {
    std::vector<std::pair<std::string, std::string>> all;
    all.reserve(kCommands.size());
    for (const Command& command : kCommands) all.emplace_back(command.name, command.usage);
    return all;
}

// What is said here is English, with its plurals, wherever it runs; --lang is for what is written.
int runCommandLine(const QStringList& words) {
    const auto english = translationTo(QStringLiteral("en"));
    QCoreApplication::installTranslator(english.get());
    QLocale::setDefault(QLocale(QLocale::English));
    const int status = dispatch(words);
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
    complain("error: Standard output cannot be written.\n");
    return static_cast<int>(Exit::File);
}

}  // namespace backstep
