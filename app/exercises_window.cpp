// SPDX-License-Identifier: GPL-3.0-or-later
// The panel and the menu of exercises.
#include <algorithm>

#include <QActionGroup>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/exercises.h"
#include "app/language.h"
#include "engine/exercise/practice.h"
#include "widgets/panedock.h"
#include "widgets/saying.h"

namespace backstep {

void Exercises::createDock() {
    auto* content = new QWidget(window_);
    content->setObjectName(QStringLiteral("exercisePanel"));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addStrut(300);  // and more where its buttons need more
    message_ = new QLabel(content);
    message_->setObjectName(QStringLiteral("exerciseMessage"));
    message_->setTextFormat(Qt::PlainText);
    message_->setWordWrap(true);
    message_->setMargin(14);
    message_->hide();
    stack_ = new QStackedWidget(content);
    column->addWidget(message_);
    column->addWidget(stack_);
    list_ = new ExerciseList(content);
    stack_->addWidget(list_);
    createReader();
    connect(list_, &ExerciseList::opened, this, &Exercises::open);
    dock_ = new PaneDock(QStringLiteral("exerciseDock"), tr("Exercises"), content, window_);
    window_->addDockWidget(Qt::LeftDockWidgetArea, dock_, Qt::Horizontal);
    dock_->hide();
    connect(dock_, &QDockWidget::visibilityChanged, this, [this] {
        if (dock_->isHidden()) emit closed();
    });
}

void Exercises::createReader() {
    reader_ = new QWidget(stack_);
    auto* column = new QVBoxLayout(reader_);
    column->setContentsMargins(0, 0, 0, 0);
    title_ = new QLabel(reader_);
    title_->setObjectName(QStringLiteral("exerciseTitle"));
    title_->setTextFormat(Qt::PlainText);
    title_->setWordWrap(true);
    QFont font = title_->font();
    font.setBold(true);
    title_->setFont(font);
    title_->setContentsMargins(14, 0, 14, 0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(14, 4, 14, 4);
    const auto button = [&](const QString& text, const char* name, auto act) {
        auto* made = new QPushButton(text, reader_);
        made->setObjectName(QLatin1String(name));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, act);
        row->addWidget(made);
        return made;
    };
    button(tr("All exercises"), "exerciseBack", [this] { showList(); });
    row->addStretch();
    previous_ = button(tr("Back", "to the page before"), "exercisePrevious", [this] { showPage(pageNumber_ - 1); });
    next_ = button(tr("Next page"), "exerciseNext", [this] {
        if (difficulty_ > 0) return practise(difficulty_);
        if (pageNumber_ + 1 < static_cast<int>(sheet_->exercise().pages.size())) return showPage(pageNumber_ + 1);
        const auto& entries = list_->entries();
        for (qsizetype i = 0; i + 1 < entries.size(); ++i) {
            if (entries[i].path == path_) return open(entries[i + 1].path);
        }
        showList();
    });
    column->addLayout(row);
    column->addWidget(title_);
    stack_->addWidget(reader_);
}

void Exercises::showDock() {
    if (dock_->isVisible()) return;
    dock_->show();
    takeRoom();
}

// Beside the editor. The graph is what is learned from: in a narrow window the other panes give the room, not it.
void Exercises::takeRoom() {
    auto* editor = window_->findChild<QDockWidget*>(QStringLiteral("functionDock"));
    auto* card = window_->findChild<QDockWidget*>(QStringLiteral("stepDock"));
    if (editor == nullptr || card == nullptr || dock_->isFloating() || !dock_->isVisible()) return;
    constexpr int kPanel = 330, kGraph = 400, kLeastSide = 230;
    const int sides = window_->width() - kPanel - kGraph;
    const bool program = session_->isProgram();
    const int left = std::clamp(program ? sides * 11 / 20 : sides * 9 / 20, kLeastSide, program ? 400 : 300);
    window_->resizeDocks({editor, dock_, card}, {left, kPanel, std::clamp(sides - left, kLeastSide, 400)}, Qt::Horizontal);
}

void Exercises::showList() {
    walkTimer_.stop();
    say({});
    fillList();
    showDock();
    stack_->setCurrentWidget(list_);
}

void Exercises::createMenu() {
    auto* menu = new QMenu(tr("E&xercises"), window_);
    menu->setObjectName(QStringLiteral("exercisesMenu"));
    const auto actions = window_->menuBar()->actions();
    if (actions.isEmpty()) window_->menuBar()->addMenu(menu);
    else window_->menuBar()->insertMenu(actions.last(), menu);
    const auto add = [&](QMenu* to, const QString& name, const QString& text, auto act) {
        QAction* action = to->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    add(menu, QStringLiteral("actionExerciseList"), tr("&All Exercises"), [this] {
        showList();
        list_->setFocus();  // the arrow keys choose, Return opens
    })->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X));
    add(menu, QStringLiteral("actionExerciseNext"), tr("&Continue with the Next"), [this] { openNext(); });
    QMenu* practice = menu->addMenu(tr("&Practice: Find the Adjoint"));
    practice->setObjectName(QStringLiteral("practiceMenu"));
    for (int level = 1; level <= exercise::kHardest; ++level) {
        QAction* action = add(practice, QStringLiteral("actionPractice%1").arg(level), {}, [this, level] { practise(level); });
        saying(practice, [action, level] { action->setText(tr("Level &%1").arg(level)); });
    }
    menu->addSeparator();
    add(menu, QStringLiteral("actionExerciseOpen"), tr("&Open an Exercise File…"), [this] {
        const QString path = QFileDialog::getOpenFileName(window_, tr("Open an Exercise"), {}, tr("Exercises (*.md)"));
        if (!path.isEmpty()) open(path);
    });
    add(menu, QStringLiteral("actionExerciseFolder"), tr("Teacher's &Folder…"), [this] { askFolder(); });
    add(menu, QStringLiteral("actionExerciseReport"), tr("&Report…"), [this] { askReport(); });
    add(menu, QStringLiteral("actionExerciseReset"), tr("&Start This Exercise Afresh"), [this] { resetExercise(); });
    menu->addSeparator();
    QMenu* languages = menu->addMenu(tr("&Language of Exercises"));
    languages->setObjectName(QStringLiteral("exerciseLanguageMenu"));
    auto* group = new QActionGroup(this);
    const auto language = [&](const QString& code, const QString& name) {
        QAction* action = add(languages, QStringLiteral("actionExerciseLanguage_") + code, name, [this, code] { setLanguage(code); });
        action->setCheckable(true);
        action->setChecked(QSettings().value(QStringLiteral("exerciseLanguage")).toString() == code);
        group->addAction(action);
    };
    language({}, tr("As the &Window"));
    for (const QString& code : Language::codes()) language(code, Language::nameOf(code));
}

void Exercises::askFolder() {
    const QString folder = QFileDialog::getExistingDirectory(window_, tr("Teacher's Folder"), folder_);
    if (folder.isEmpty()) return;
    setFolder(folder);
    showList();
}

void Exercises::askReport() {
    if (!sheet_) return say(tr("Open an exercise first.")), showDock();
    QString path =
        QFileDialog::getSaveFileName(window_, tr("Report"), QString::fromStdString(sheet_->exercise().id) + QStringLiteral(".html"),
                                     tr("Web page (*.html);;PDF (*.pdf)"));
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".html");
    if (!writeReport(path))
        QMessageBox::warning(window_, tr("Report"), tr("The report could not be written to %1.").arg(QFileInfo(path).fileName()));
}

}  // namespace backstep
