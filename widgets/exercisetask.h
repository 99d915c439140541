// SPDX-License-Identifier: GPL-3.0-or-later
// One task of an exercise: what is asked, a place for the answer, hints one at a time, the reply.
#pragma once

#include <functional>
#include <map>
#include <memory>

#include <QStringList>
#include <QWidget>

#include "engine/exercise/sheet.h"

class QAbstractButton;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace backstep {

class MarkdownView;

// What is kept of a task between two starts.
struct TaskProgress {
    bool done = false;
    int hints = 0;
    int tries = 0;
    exercise::Answer answer;
};

class ExerciseTask : public QWidget {
    Q_OBJECT

public:
    // What of the window an answer may be taken from.
    struct Host {
        std::function<QString()> program;  // the text in the editor
        std::function<int()> stop;         // the step that is shown
    };
    ExerciseTask(std::shared_ptr<const exercise::Sheet> sheet, std::size_t task, QString language, Host host, TaskProgress progress,
                 QWidget* parent = nullptr);

    [[nodiscard]] exercise::Answer answer() const;
    void setAnswer(const exercise::Answer& answer);
    void showVerdict(const exercise::Answer& answer, const exercise::Verdict& verdict);
    [[nodiscard]] const TaskProgress& progress() const { return progress_; }
    [[nodiscard]] QString replyText() const;
    void focusAnswer();

    bool eventFilter(QObject* watched, QEvent* event) override;

public slots:
    void check();
    void showHint();

signals:
    void answered(std::size_t task, const backstep::exercise::Answer& answer);
    void progressed(std::size_t task);
    void walkRequested(std::size_t task);

private:
    std::shared_ptr<const exercise::Sheet> sheet_;
    std::size_t task_;
    QString language_;
    Host host_;
    TaskProgress progress_;

    QVBoxLayout* column_ = nullptr;
    QLineEdit* line_ = nullptr;
    QPlainTextEdit* text_ = nullptr;
    std::vector<QAbstractButton*> options_;
    std::map<std::string, QLineEdit*> cells_;
    QLineEdit* firstCell_ = nullptr;  // as they are read
    MarkdownView* hints_ = nullptr;
    MarkdownView* reply_ = nullptr;
    QPushButton* check_ = nullptr;
    QPushButton* hint_ = nullptr;
    QString replyText_;

    [[nodiscard]] const exercise::Task& task() const { return sheet_->exercise().tasks[task_]; }
    MarkdownView* prose(const QString& text, const char* name);
    void createAnswer();
    void createLine(const QString& placeholder);
    void createOptions();
    void createSweep();
    void createTable();
    void createButtons();
    void fillHints();
    void say(const QString& text);
    [[nodiscard]] QStringList wrongPlaces(const exercise::Verdict& verdict) const;
};

}  // namespace backstep
