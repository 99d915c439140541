// SPDX-License-Identifier: GPL-3.0-or-later
// Without a subcommand: the window. With one: the command line, which needs no display.
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <QGuiApplication>

#include "app/application.h"
#include "app/commandline.h"
#include "app/export.h"
#include "app/language.h"

namespace {

// Standard error holds what the command line says; what Qt thinks of a locale or a runtime folder is no part of that.
void onlyCritical(QtMsgType type, const QMessageLogContext&, const QString& text) {
    if (type == QtCriticalMsg || type == QtFatalMsg) std::fprintf(stderr, "%s\n", qPrintable(text));
}

// Files are replaced whole or not at all, so an interrupted run leaves nothing half written.
void interrupted(int) { std::_Exit(backstep::kInterrupted); }

// Only pictures in pixels and PDF need Qt's painting, and that only its offscreen platform; text needs neither.
bool paints(int argc, char** argv) {
    return std::any_of(argv + 1, argv + argc, [](const char* word) {
        const auto format = backstep::exportFormatOf(QString::fromLocal8Bit(word));
        return format && backstep::needsPainting(*format);
    });
}

// On X11 and Wayland. Qt would end without a display, and with more words than these.
bool canShowWindows(int argc, char** argv) {
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    const bool chosen = qEnvironmentVariableIsSet("QT_QPA_PLATFORM") ||
                        std::any_of(argv + 1, argv + argc, [](const char* word) { return std::strstr(word, "-platform") != nullptr; });
    return chosen || !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    return argc >= 0 && argv != nullptr;
#endif
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2 || !backstep::isCommand(QString::fromLocal8Bit(argv[1]))) {
        if (canShowWindows(argc, argv)) return backstep::runWindow(argc, argv);
        std::fputs("error: There is no display to open the window on. The commands of “backstep --help” need none.\n", stderr);
        return 2;
    }
    qInstallMessageHandler(onlyCritical);
    std::signal(SIGINT, interrupted);
    const bool painting = paints(argc, argv);
    if (painting) qputenv("QT_QPA_PLATFORM", "offscreen");
    const auto application =
        painting ? std::unique_ptr<QCoreApplication>(new QGuiApplication(argc, argv)) : std::make_unique<QCoreApplication>(argc, argv);
    const backstep::Language english;  // what is said here is English, with its plurals; --lang is for what is written
    return backstep::runCommandLine(QCoreApplication::arguments().mid(1));
}
