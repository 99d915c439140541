// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include <clocale>

#include <QApplication>
#include <QSettings>
#include <QTimer>

#include "app/crashreport.h"
#include "app/language.h"
#include "app/mainwindow.h"
#include "app/recovery.h"
#include "widgets/icons.h"

namespace backstep {

int runWindow(int& argc, char** argv) {
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");  // QApplication has set the desktop's; numbers are never read through it
    QCoreApplication::setApplicationName(QStringLiteral("backstep"));
    QCoreApplication::setOrganizationName(QStringLiteral("backstep"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BACKSTEP_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Backstep"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.example.Backstep"));
    QGuiApplication::setWindowIcon(applicationIcon());
    Language language;
    language.follow(Language::chosen());
    applyAppearance(application, static_cast<AppearanceMode>(QSettings().value(QStringLiteral("theme"), 0).toInt()));

    MainWindow window({{.program = defaultLayoutProgram(), .timeLimit = std::chrono::milliseconds(500)}, true, true, &language});
    const QStringList arguments = QApplication::arguments().mid(1);
    if (!arguments.isEmpty()) window.openArgument(arguments.first());
    window.show();
    CrashReport::writeTo(Recovery::standardFolder());
    QTimer::singleShot(0, &window, &MainWindow::offerLost);
    return QApplication::exec();
}

}  // namespace backstep
