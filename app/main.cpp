// SPDX-License-Identifier: GPL-3.0-or-later
// The command `backstep`. What writes text is done here, without Qt's painting and windows: loading those would take longer
// than the work. For a window and for pictures this process becomes the window's program.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include <QCoreApplication>

#include "app/commandline.h"
#include "app/export.h"

namespace {

// Only pictures in pixels and PDF need Qt's painting.
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

// It lies beside the helper that lays out: where it was built, or where it was installed.
int becomeWindowProgram(char** argv) {
    std::error_code error;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
    constexpr std::array places{"libexec/backstep-window", "libexec/backstep/backstep-window"};
    for (const char* place : places) execv((self.parent_path().parent_path() / place).c_str(), argv);
    std::fputs("error: The program backstep-window is missing; it is installed together with backstep.\n", stderr);
    return 3;
}

}  // namespace

int main(int argc, char** argv) {
    const bool command = argc >= 2 && backstep::isCommand(QString::fromLocal8Bit(argv[1]));
    if (!command && !canShowWindows(argc, argv)) {
        std::fputs("error: There is no display to open the window on. The commands of “backstep --help” need none.\n", stderr);
        return 2;
    }
    if (!command || paints(argc, argv)) return becomeWindowProgram(argv);
    backstep::prepareCommandLine();
    const QCoreApplication application(argc, argv);
    return backstep::runCommandLine(QCoreApplication::arguments().mid(1));
}
