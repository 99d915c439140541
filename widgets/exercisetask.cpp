// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/exercisetask.h"

#include <utility>

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

#include "widgets/exercisewords.h"
#include "widgets/markdownview.h"
#include "widgets/punctuation.h"

namespace backstep {
namespace {

using exercise::TaskType;

QString optionText(QString text) {  // beside a button stands plain text
    return text.remove(QLatin1Char('`'));
}

QString plain(const std::string& text) { return QString::fromStdString(text); }

// A node as the graph has it: v₃.
QString nodeLabel(QString name) {
    if (name.size() < 2 || name[0] != QLatin1Char('v')) return name;
    for (qsizetype i = 1; i < name.size(); ++i) {
        if (!name[i].isDigit()) return name;
        name[i] = QChar(0x2080 + name[i].digitValue());
    }
    return name;
}

}  // namespace

// clang-format off
ExerciseTask::ExerciseTask(std::shared_ptr<const exercise::Sheet> sheet, std::size_t task, QString language, Host host, TaskProgress progress, QWidget* parent)
    : QWidget(parent), sheet_(std::move(sheet)), task_(task), language_(std::move(language)), host_(std::move(host)), progress_(std::move(progress)) {
    // clang-format on
    setObjectName(QStringLiteral("task-") + plain(this->task().id));
    column_ = new QVBoxLayout(this);
    column_->setContentsMargins(0, 10, 0, 10);
    prose(question(*sheet_, task_, language_), "prompt");
    createAnswer();
    createButtons();
    hints_ = prose({}, "hints");
    reply_ = prose({}, "reply");
    hints_->hide(), reply_->hide();
    fillHints();
    if (!progress_.answer.text.empty() || !progress_.answer.cells.empty()) setAnswer(progress_.answer);
    if (progress_.done) say(tr("Done."));
}

MarkdownView* ExerciseTask::prose(const QString& text, const char* name) {
    auto* view = new MarkdownView(this);
    view->setObjectName(QLatin1String(name));
    view->setProse(text);
    column_->addWidget(view);
    return view;
}

void ExerciseTask::createAnswer() {
    switch (task().type) {
        case TaskType::Choice:
        case TaskType::Choices: return createOptions();
        case TaskType::Sweep: return createSweep();
        case TaskType::Table: return createTable();
        case TaskType::Program: {
            auto* note = new QLabel(tr("Your answer is the program in the editor."), this);
            note->setWordWrap(true);
            column_->addWidget(note);
            return;
        }
        case TaskType::FreeText:
            text_ = new QPlainTextEdit(this);
            text_->setObjectName(QStringLiteral("answer"));
            text_->setAccessibleName(tr("Your answer"));
            text_->setTabChangesFocus(true);
            text_->setMaximumHeight(110);
            column_->addWidget(text_);
            return;
        case TaskType::Expression: return createLine(tr("an expression"));
        case TaskType::Step: {
            createLine(tr("a step"));
            auto* use = new QPushButton(tr("Use the step shown"), this);
            use->setObjectName(QStringLiteral("useStep"));
            connect(use, &QPushButton::clicked, this, [this] { line_->setText(QString::number(host_.stop ? host_.stop() : 0)); });
            column_->addWidget(use, 0, Qt::AlignLeft);
            return;
        }
        default: return createLine(tr("a number"));
    }
}

void ExerciseTask::createLine(const QString& placeholder) {
    line_ = new QLineEdit(this);
    line_->setObjectName(QStringLiteral("answer"));
    line_->setAccessibleName(tr("Your answer"));
    line_->setPlaceholderText(placeholder);
    line_->setMaxLength(static_cast<int>(exercise::kMaxAnswer));
    connect(line_, &QLineEdit::returnPressed, this, &ExerciseTask::check);
    column_->addWidget(line_);
}

void ExerciseTask::createOptions() {
    for (const std::size_t option : sheet_->optionOrder(task_)) {
        const QString text = optionText(said(*sheet_, task().options[option].text, task_, language_));
        QAbstractButton* button = nullptr;
        if (task().type == TaskType::Choice) button = new QRadioButton(this);
        else button = new QCheckBox(this);
        button->setObjectName(QStringLiteral("option-%1").arg(options_.size()));
        button->setAccessibleName(text);
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        options_.push_back(button);
        auto* label = new QLabel(text, this);  // a button breaks no lines
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setProperty("option", static_cast<int>(options_.size()) - 1);
        label->installEventFilter(this);
        auto* row = new QHBoxLayout;
        row->addWidget(button, 0, Qt::AlignTop);
        row->addWidget(label, 1);
        column_->addLayout(row);
    }
}

bool ExerciseTask::eventFilter(QObject* watched, QEvent* event) {
    const QVariant option = watched->property("option");
    if (option.isValid() && event->type() == QEvent::MouseButtonRelease) options_[static_cast<std::size_t>(option.toInt())]->click();
    return QWidget::eventFilter(watched, event);
}

void ExerciseTask::createSweep() {
    auto* grid = new QGridLayout;
    int row = 0;
    for (const exercise::Expected& e : sheet_->expected(task_)) {
        auto* label = new QLabel(nodeLabel(plain(e.name)), this);
        auto* line = new QLineEdit(this);
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(line);
        line->setObjectName(QStringLiteral("cell-") + plain(e.name));
        line->setAccessibleName(nodeLabel(plain(e.name)));
        connect(line, &QLineEdit::returnPressed, this, &ExerciseTask::check);
        grid->addWidget(label, row, 0);
        grid->addWidget(line, row++, 1);
        cells_[e.name] = line;
        if (firstCell_ == nullptr) firstCell_ = line;
    }
    column_->addLayout(grid);
}

void ExerciseTask::createTable() {
    auto* grid = new QGridLayout;
    const auto label = [&](const QString& text, int row, int column) {
        auto* shown = new QLabel(text, this);
        shown->setTextFormat(Qt::PlainText);
        shown->setWordWrap(true);
        grid->addWidget(shown, row, column);
    };
    for (std::size_t c = 0; c < task().columns.size(); ++c)
        label(said(*sheet_, task().columns[c], task_, language_), 0, static_cast<int>(c));
    for (std::size_t r = 0; r < task().rows.size(); ++r) {
        const exercise::Row& row = task().rows[r];
        const QString head = said(*sheet_, row.head, task_, language_);
        label(head, static_cast<int>(r) + 1, 0);
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            if (!row.cells[c].asked.given()) {
                label(said(*sheet_, row.cells[c].shown, task_, language_), static_cast<int>(r) + 1, static_cast<int>(c) + 1);
                continue;
            }
            const std::string name = std::to_string(r + 1) + "," + std::to_string(c + 1);
            auto* line = new QLineEdit(this);
            line->setObjectName(QStringLiteral("cell-") + plain(name));
            const QString column = c + 1 < task().columns.size() ? said(*sheet_, task().columns[c + 1], task_, language_) : QString();
            line->setAccessibleName(head + QStringLiteral(", ") + column);
            connect(line, &QLineEdit::returnPressed, this, &ExerciseTask::check);
            grid->addWidget(line, static_cast<int>(r) + 1, static_cast<int>(c) + 1);
            cells_[name] = line;
            if (firstCell_ == nullptr) firstCell_ = line;
        }
    }
    column_->addLayout(grid);
}

void ExerciseTask::createButtons() {
    auto* row = new QHBoxLayout;
    const auto button = [&](const QString& text, const char* name, auto act) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(QLatin1String(name));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, act);
        row->addWidget(made);
        return made;
    };
    check_ = button(task().type == TaskType::FreeText ? tr("Compare") : tr("Check"), "check", [this] { check(); });
    hint_ = button({}, "hint", [this] { showHint(); });
    const bool plays = task().type == TaskType::Program ? !task().solution.text.empty() : sheet_->shown(task().show) != nullptr;
    if (plays) button(tr("Show me"), "showMe", [this] { emit walkRequested(task_); });
    row->addStretch();
    column_->addLayout(row);
}

void ExerciseTask::fillHints() {
    QString text;
    const int all = static_cast<int>(task().hints.size());
    progress_.hints = std::min(progress_.hints, all);
    for (int i = 0; i < progress_.hints; ++i)
        text += QStringLiteral("%1. ").arg(i + 1) + said(*sheet_, task().hints[static_cast<std::size_t>(i)], task_, language_) +
                QStringLiteral("\n");
    hints_->setProse(text);
    hints_->setVisible(progress_.hints > 0);
    hint_->setText(tr("Hint (%1 left)").arg(all - progress_.hints));
    hint_->setEnabled(progress_.hints < all);
}

void ExerciseTask::showHint() {
    if (progress_.hints >= static_cast<int>(task().hints.size())) return;
    ++progress_.hints;
    fillHints();
    emit progressed(task_);
}

exercise::Answer ExerciseTask::answer() const {
    exercise::Answer out;
    if (line_ != nullptr) out.text = line_->text().toStdString();
    if (text_ != nullptr) out.text = text_->toPlainText().toStdString();
    if (task().type == TaskType::Program && host_.program) out.text = host_.program().toStdString();
    for (std::size_t i = 0; i < options_.size(); ++i) {
        if (!options_[i]->isChecked()) continue;
        if (!out.text.empty()) out.text += ", ";
        out.text += std::to_string(i + 1);
    }
    for (const auto& [name, line] : cells_) {
        if (!line->text().isEmpty()) out.cells[name] = line->text().toStdString();
    }
    return out;
}

void ExerciseTask::setAnswer(const exercise::Answer& answer) {
    if (line_ != nullptr) line_->setText(plain(answer.text));
    if (text_ != nullptr) text_->setPlainText(plain(answer.text));
    for (const QString& part : plain(answer.text).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString word = part.trimmed();
        const int place = word.size() == 1 && word[0].isLetter() ? word[0].toLower().unicode() - 'a' : word.toInt() - 1;
        if (place >= 0 && place < static_cast<int>(options_.size())) options_[static_cast<std::size_t>(place)]->setChecked(true);
    }
    for (const auto& [name, text] : answer.cells) {
        if (const auto found = cells_.find(name); found != cells_.end()) found->second->setText(plain(text));
    }
}

void ExerciseTask::check() { emit answered(task_, answer()); }

void ExerciseTask::showVerdict(const exercise::Answer& answer, const exercise::Verdict& verdict) {
    const bool solved = verdict.right() || verdict.kind == exercise::Verdict::Kind::Compare;
    if (verdict.kind != exercise::Verdict::Kind::Unreadable) ++progress_.tries;
    progress_.done = progress_.done || solved;
    progress_.answer = answer;
    QString text = QStringLiteral("**%1** — ").arg(verdictTitle(verdict.kind)) + reply(*sheet_, task_, answer, verdict, language_);
    const bool unfinished = verdict.mistake == exercise::Mistake::Empty || verdict.mistake == exercise::Mistake::CellsMissing;
    if (unfinished && verdict.reply == nullptr) text = reply(*sheet_, task_, answer, verdict, language_);
    if (verdict.kind == exercise::Verdict::Kind::Wrong && !unfinished) {
        const QStringList places = wrongPlaces(verdict);
        if (!places.isEmpty() && verdict.reply == nullptr && verdict.mistake == exercise::Mistake::None)
            text = QStringLiteral("**%1**").arg(verdictTitle(verdict.kind));
        if (!places.isEmpty()) text += QStringLiteral("\n\n") + tr("Look again at: %1").arg(listOf(places));
    }
    if (verdict.right()) text = QStringLiteral("**%1**").arg(verdictTitle(verdict.kind));
    if (verdict.kind == exercise::Verdict::Kind::Compare)
        text += QStringLiteral("\n\n") + tr("Model answer:") + QStringLiteral("\n\n> ") + said(*sheet_, task().model, task_, language_);
    if (solved && !task().explanation.empty())
        text += QStringLiteral("\n\n") + said(*sheet_, task().explanation, task_, language_, &answer);
    say(text);
    emit progressed(task_);
}

// As they stand on the page, from top to bottom.
QStringList ExerciseTask::wrongPlaces(const exercise::Verdict& verdict) const {
    QStringList places;
    for (const exercise::Expected& e : sheet_->expected(task_)) {
        const auto right = verdict.cells.find(e.name);
        const auto line = cells_.find(e.name);
        if (right != verdict.cells.end() && !right->second && line != cells_.end()) places << line->second->accessibleName();
    }
    return places;
}

void ExerciseTask::say(const QString& text) {
    replyText_ = text;
    reply_->setProse(text);
    reply_->show();
}

QString ExerciseTask::replyText() const { return replyText_; }

void ExerciseTask::focusAnswer() {
    if (line_ != nullptr) line_->setFocus();
    else if (text_ != nullptr) text_->setFocus();
    else if (!options_.empty()) options_.front()->setFocus();
    else if (firstCell_ != nullptr) firstCell_->setFocus();
    else check_->setFocus();
}

}  // namespace backstep
