// SPDX-License-Identifier: GPL-3.0-or-later
// Saves pictures of the real window: make_picture OUT.png [WIDTH HEIGHT light|dark STOP [FORMULA [x=VALUE …]]].
// In the language of BACKSTEP_LANGUAGE (en, zh_CN). A FORMULA may be a program; @FILE opens a file, as a person would.
// After it, too: +ACTION is triggered (at STOP), =OBJECT is the part of the window that is taken; both by their names.
// The target `picture` makes the one in the README.
#include <QAction>
#include <QApplication>
#include <QTest>

#include "app/language.h"
#include "app/mainwindow.h"

using namespace backstep;

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) return 2;
    const auto at = [&](qsizetype i, const QString& otherwise) { return arguments.value(i, otherwise); };
    applyAppearance(application, at(4, QStringLiteral("light")) == QLatin1String("dark") ? AppearanceMode::dark : AppearanceMode::light);
    Language language;
    if (qEnvironmentVariableIsSet("BACKSTEP_LANGUAGE")) language.speak(qEnvironmentVariable("BACKSTEP_LANGUAGE"));
    MainWindow window({{.program = defaultLayoutProgram()}, false});
    window.resize(at(2, QStringLiteral("1440")).toInt(), at(3, QStringLiteral("900")).toInt());
    if (arguments.size() > 6) {
        SessionState state;
        state.text = arguments[6];
        for (qsizetype i = 7; i < arguments.size(); ++i) {
            if (arguments[i].startsWith(QLatin1Char('+')) || arguments[i].startsWith(QLatin1Char('='))) continue;
            const QStringList pair = arguments[i].split(QLatin1Char('='));
            state.inputs[pair[0]].value = pair.value(1).toDouble();
        }
        if (state.text.startsWith(QLatin1Char('@'))) window.openFile(state.text.mid(1));
        else window.session()->reset(state);
    }
    window.show();
    if (!QTest::qWaitFor([&] { return window.isSettled(); }, 10000)) return 1;
    if (window.session()->isProgram()) window.runProgram();
    if (!QTest::qWaitFor([&] { return window.isSettled(); }, 10000)) return 1;
    window.cursor()->setStop(at(5, QStringLiteral("14")).toInt());
    QTest::qWait(window.session()->isProgram() ? 6000 : 400);  // the curve of a program comes later
    QWidget* part = &window;
    for (qsizetype i = 7; i < arguments.size(); ++i) {
        if (arguments[i].startsWith(QLatin1Char('='))) part = window.findChild<QWidget*>(arguments[i].mid(1));
        if (part == nullptr) return 1;
        if (!arguments[i].startsWith(QLatin1Char('+'))) continue;
        if (auto* action = window.findChild<QAction*>(arguments[i].mid(1))) action->trigger();
        if (!QTest::qWaitFor([&] { return window.isSettled(); }, 10000)) return 1;
    }
    QTest::qWait(600);
    return part->grab().save(arguments[1]) ? 0 : 1;
}
