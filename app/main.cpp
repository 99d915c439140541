// SPDX-License-Identifier: GPL-3.0-or-later
// Without a subcommand: the window. With one: the command line, which needs no display.
#include <QGuiApplication>

#include "app/application.h"
#include "app/commandline.h"

int main(int argc, char** argv) {
    if (argc < 2 || !backstep::isCommand(QString::fromLocal8Bit(argv[1]))) return backstep::runWindow(argc, argv);
    // Only PNG needs Qt's painting, and that only its offscreen platform; text needs neither.
    const bool paints = qstrcmp(argv[1], "export") == 0;
    if (paints) qputenv("QT_QPA_PLATFORM", "offscreen");
    const auto application = paints ? std::unique_ptr<QCoreApplication>(new QGuiApplication(argc, argv)) : std::make_unique<QCoreApplication>(argc, argv);
    return backstep::runCommandLine(QCoreApplication::arguments().mid(1));
}
