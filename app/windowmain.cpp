// SPDX-License-Identifier: GPL-3.0-or-later
// The program `backstep-window`, which `backstep` becomes: the window, and commands that paint pictures.
#include <QGuiApplication>

#include "app/application.h"
#include "app/commandline.h"
#include "app/exportpainting.h"

int main(int argc, char** argv) {
    backstep::usePainting();
    if (argc < 2 || !backstep::isCommand(QString::fromLocal8Bit(argv[1]))) return backstep::runWindow(argc, argv);
    backstep::prepareCommandLine();
    qputenv("QT_QPA_PLATFORM", "offscreen");  // a display is not needed
    const QGuiApplication application(argc, argv);
    return backstep::runCommandLine(QCoreApplication::arguments().mid(1));
}
