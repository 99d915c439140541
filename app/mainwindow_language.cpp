// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the window: its menu, and what the window says anew when it changes.
#include <QActionGroup>
#include <QDockWidget>
#include <QEvent>
#include <QMenu>
#include <QTabBar>

#include "app/language.h"
#include "app/mainwindow.h"

namespace backstep {

// Each language is called by its own name, whatever the language of the window.
void MainWindow::createLanguageMenu(QMenu* parent) {
    if (options_.language == nullptr) return;
    QMenu* menu = parent->addMenu(tr("La&nguage"));
    menu->setObjectName(QStringLiteral("languageMenu"));
    auto* group = new QActionGroup(menu);
    const auto choice = [&](const QString& name, const QString& text, const QString& code) {
        QAction* action = menu->addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, code] { setLanguage(code); });
        connect(menu, &QMenu::aboutToShow, action, [action, code] { action->setChecked(Language::chosen() == code); });
    };
    choice(QStringLiteral("actionLanguageSystem"), tr("&As the Desktop"), {});
    for (const QString& code : Language::codes()) choice(QStringLiteral("actionLanguage_") + code, Language::nameOf(code), code);
}

void MainWindow::setLanguage(const QString& code) {
    if (options_.language == nullptr) return;
    if (options_.remember) Language::choose(code);
    options_.language->follow(code);
}

// What is composed of phrases. Phrases by themselves are said anew by the language (app/language.h).
void MainWindow::sayAnew() {
    nameWindow();
    nameGraph();
    showKind();
    showOutput();
    showTimeline();
    showPlot();
    fillModeMenu();
    // The tabs of docks are Qt's copies of their titles.
    for (QTabBar* tabs : findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        for (const QDockWidget* dock : findChildren<QDockWidget*>()) {
            for (int i = 0; i < tabs->count(); ++i) {
                if (tabs->tabData(i).value<quintptr>() != reinterpret_cast<quintptr>(dock)) continue;
                tabs->setTabText(i, dock->windowTitle());
                tabs->setTabToolTip(i, dock->windowTitle());
            }
        }
    }
    QUndoStack* stack = session_.history();
    for (int i = 0; i < stack->count() && options_.language != nullptr; ++i) {
        auto* command = const_cast<QUndoCommand*>(stack->command(i));  // its name is not what it does
        command->setText(options_.language->anew(command->text()));
    }
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) sayAnew();
    QMainWindow::changeEvent(event);
}

}  // namespace backstep
