// SPDX-License-Identifier: GPL-3.0-or-later
// Exercises in the window: the menu, the panel, and the way between a page, the document and the worker.
#pragma once

#include <map>

#include <QFileSystemWatcher>
#include <QPointer>
#include <QTimer>

#include "app/exerciseworker.h"
#include "app/session.h"
#include "widgets/exerciselist.h"
#include "widgets/exercisepage.h"
#include "widgets/stepcursor.h"

class QLabel;
class QMainWindow;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace backstep {

class PaneDock;

class Exercises : public QObject {
    Q_OBJECT

public:
    // Puts its menu before the last of the window's, and its dock beside the views, hidden at first.
    Exercises(QMainWindow* window, Session* session, StepCursor* cursor);

    [[nodiscard]] ExerciseList* list() { return list_; }
    [[nodiscard]] ExercisePage* page() { return page_; }
    [[nodiscard]] PaneDock* dock() { return dock_; }
    [[nodiscard]] const std::shared_ptr<const exercise::Sheet>& sheet() const { return sheet_; }
    [[nodiscard]] bool busy() const { return worker_.busy(); }
    [[nodiscard]] bool walking() const { return walkTimer_.isActive(); }
    [[nodiscard]] QString message() const;

    void setLanguage(const QString& language);  // en, zh_CN; empty: as the window
    void setFolder(const QString& folder);      // a teacher's; empty: none
    bool writeReport(const QString& path);      // .html or .pdf

signals:
    void closed();

public slots:
    void takeRoom();
    void showList();
    void open(const QString& path);
    void openNext();
    void practise(int difficulty);
    void showPage(int page);
    void resetExercise();

private:
    QMainWindow* window_;
    Session* session_;
    StepCursor* cursor_;
    PaneDock* dock_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    ExerciseList* list_ = nullptr;
    QPointer<ExercisePage> page_;
    QWidget* reader_ = nullptr;
    QLabel* title_ = nullptr;
    QLabel* message_ = nullptr;
    QPushButton* previous_ = nullptr;
    QPushButton* next_ = nullptr;
    QFileSystemWatcher watcher_;
    QTimer walkTimer_;
    std::vector<std::pair<std::size_t, QString>> walk_;
    std::size_t walkAt_ = 0;

    std::map<QString, exercise::Read> shipped_;  // by path: they never change
    QString path_, folder_;
    QString language_;  // that is shown
    std::shared_ptr<const exercise::Sheet> sheet_;
    int pageNumber_ = 0;
    int difficulty_ = 0;  // of practice; 0: none
    quint64 practiceSeed_ = 0;
    std::size_t shownNow_ = 0;
    std::optional<std::size_t> openAt_;  // the step at which what is shown opens, until its run has come
    std::string openText_;
    ExerciseWorker worker_;

    void createDock();
    void showDock();
    void createMenu();
    void createReader();
    void fillList();
    void make(std::shared_ptr<const exercise::Exercise> exercise, quint64 seed, int page);
    void openAt(const QString& path, int page);
    void say(const QString& text);
    void sayAnew();
    void show(std::size_t show);
    void placeCursor();
    void judge(std::size_t task, const exercise::Answer& answer);
    void keep(std::size_t task);
    void startWalk(std::size_t task);
    void showSolution(std::size_t task);
    void walkOn();
    void fileChanged(const QString& path);
    void askFolder();
    void askReport();
    [[nodiscard]] QString languageOf(const exercise::Exercise& exercise) const;
    [[nodiscard]] TaskProgress progressOf(std::size_t task) const;
};

}  // namespace backstep
