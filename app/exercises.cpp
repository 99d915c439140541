// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exercises.h"

#include <algorithm>

#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLayout>
#include <QLocale>
#include <QMainWindow>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QSettings>
#include <QStackedWidget>

#include "app/exercisefiles.h"
#include "app/exerciseprogress.h"
#include "app/exercisereport.h"
#include "engine/diagram/printable.h"
#include "engine/exercise/practice.h"
#include "widgets/exercisewords.h"
#include "widgets/panedock.h"
#include "widgets/saying.h"

namespace backstep {
namespace {

QString languageKey() { return QStringLiteral("exerciseLanguage"); }

// The reader's choice, or the language of the window.
QString chosenLanguage() {
    const QString chosen = QSettings().value(languageKey()).toString();
    if (!chosen.isEmpty()) return chosen;
    return QLocale().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

QString titleOf(const exercise::Exercise& e, const QString& language) {
    return QString::fromStdString(printable(in(e.title, language).toStdString()));
}

}  // namespace

Exercises::Exercises(QMainWindow* window, Session* session, StepCursor* cursor)
    : QObject(window), window_(window), session_(session), cursor_(cursor) {
    setObjectName(QStringLiteral("exercises"));
    language_ = chosenLanguage();
    folder_ = QSettings().value(QStringLiteral("exerciseFolder")).toString();
    createDock();
    createMenu();
    walkTimer_.setInterval(900);
    saying(dock_, [this] { sayAnew(); });
    connect(cursor_, &StepCursor::runChanged, this, &Exercises::placeCursor, Qt::QueuedConnection);
    connect(&walkTimer_, &QTimer::timeout, this, &Exercises::walkOn);
    connect(&watcher_, &QFileSystemWatcher::fileChanged, this, &Exercises::fileChanged);
}

QString Exercises::message() const { return message_->text(); }

void Exercises::say(const QString& text) {
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
}

void Exercises::setLanguage(const QString& language) {
    QSettings().setValue(languageKey(), language);
    sayAnew();
}

void Exercises::sayAnew() {
    language_ = chosenLanguage();
    if (dock_->isVisible()) fillList();
    if (sheet_ && stack_->currentWidget() == reader_) showPage(pageNumber_);
}

void Exercises::setFolder(const QString& folder) {
    folder_ = folder;
    QSettings().setValue(QStringLiteral("exerciseFolder"), folder);
    fillList();
}

// A file that is not in the reader's language is shown in the one it has, whole.
QString Exercises::languageOf(const exercise::Exercise& exercise) const {
    const auto& in = exercise.title.in;
    const bool has = in.empty() || std::any_of(in.begin(), in.end(),
                                               [&](const auto& t) { return t.first.empty() || t.first == language_.toStdString(); });
    return has ? language_ : QString::fromStdString(in.front().first);
}

void Exercises::fillList() {
    QList<ExerciseEntry> entries;
    const auto add = [&](const QString& path, bool teachers) {
        auto known = shipped_.find(path);
        if (known == shipped_.end()) {
            const auto source = readExerciseFile(path);
            if (!source) return;
            known = shipped_.emplace(path, exercise::readExercise(*source)).first;
        }
        const exercise::Read& read = known->second;
        const QString language = languageOf(read.exercise);
        const QString title = titleOf(read.exercise, language);
        entries << ExerciseEntry{path,
                                 QString::fromStdString(read.exercise.id),
                                 title.isEmpty() ? QFileInfo(path).fileName() : title,
                                 in(read.exercise.about, language),
                                 static_cast<int>(read.exercise.tasks.size()),
                                 ExerciseProgress::done(read.exercise),
                                 !read.ok(),
                                 teachers};
    };
    for (const QString& path : shippedExercises()) add(path, false);
    if (!folder_.isEmpty()) {
        for (const QString& path : exercisesIn(folder_)) add(path, true);
    }
    std::erase_if(shipped_, [](const auto& each) { return !each.first.startsWith(QLatin1Char(':')); });  // a teacher's may
    list_->setEntries(entries);
}

void Exercises::openNext() {
    fillList();
    const int next = list_->next();
    if (next >= 0) open(list_->entries()[next].path);
    else showList();
}

void Exercises::open(const QString& path) { openAt(path, 0); }

void Exercises::openAt(const QString& path, int page) {
    difficulty_ = 0;
    walkTimer_.stop();
    if (!watcher_.files().isEmpty()) watcher_.removePaths(watcher_.files());
    path_ = path;
    showDock();
    QString why;
    const auto source = readExerciseFile(path, &why);
    if (!source) return showList(), say(why);
    if (!path.startsWith(QLatin1Char(':'))) watcher_.addPath(path);
    exercise::Read read = exercise::readExercise(*source);
    if (!read.ok()) {
        const auto fault = std::find_if(read.faults.begin(), read.faults.end(), [](const exercise::Fault& f) { return f.isError(); });
        showList();
        return say(
            tr("%1, line %2: %3").arg(QFileInfo(path).fileName()).arg(source->placeOf(fault->span.begin).line).arg(sentence(*fault)));
    }
    make(std::make_shared<const exercise::Exercise>(std::move(read.exercise)), ExerciseProgress::seed(), page);
}

void Exercises::practise(int difficulty) {
    walkTimer_.stop();
    path_.clear();
    showDock();
    difficulty_ = difficulty;
    practiceSeed_ = QRandomGenerator::global()->generate64();
    say(tr("Preparing…"));
    worker_.start([this, difficulty, seed = practiceSeed_](const std::stop_token&) -> ExerciseWorker::Then {
        auto exercise = exercise::practiceExercise(difficulty, seed);
        return [this, exercise] { make(exercise, 0, 0); };
    });
}

// The programs of an exercise run here for the first time, within limits and off this thread.
void Exercises::make(std::shared_ptr<const exercise::Exercise> exercise, quint64 seed, int page) {
    say(tr("Preparing…"));
    worker_.start([this, exercise = std::move(exercise), seed, page](const std::stop_token& stop) -> ExerciseWorker::Then {
        auto sheet = std::make_shared<const exercise::Sheet>(exercise, seed, stop);
        return [this, sheet, page] {
            if (!sheet->ready()) {
                showList();
                return say(sheet->faults().empty() ? tr("The exercise cannot be shown.") : sentence(sheet->faults().front()));
            }
            sheet_ = sheet;
            shownNow_ = 0;
            say({});
            showPage(page);
        };
    });
}

void Exercises::showPage(int page) {
    if (!sheet_) return;
    walkTimer_.stop();
    say({});  // what was said belongs to the page that is left
    const exercise::Exercise& e = sheet_->exercise();
    pageNumber_ = std::clamp(page, 0, static_cast<int>(e.pages.size()) - 1);
    const QString language = languageOf(e);
    const ExerciseTask::Host host{[this] { return session_->state().text; }, [this] { return static_cast<int>(cursor_->stop()); }};
    delete page_;
    page_ = new ExercisePage(
        sheet_, static_cast<std::size_t>(pageNumber_), language, host, [this](std::size_t task) { return progressOf(task); }, reader_);
    connect(page_, &ExercisePage::answered, this, &Exercises::judge);
    connect(page_, &ExercisePage::progressed, this, &Exercises::keep);
    connect(page_, &ExercisePage::walkRequested, this, &Exercises::startWalk);
    connect(page_, &ExercisePage::showRequested, this, &Exercises::show);
    reader_->layout()->addWidget(page_);
    const int pages = static_cast<int>(e.pages.size());
    const QString name = difficulty_ > 0 ? tr("Practice, level %1").arg(difficulty_) : titleOf(e, language);
    title_->setText(pages > 1 ? tr("%1 (%2/%3)").arg(name).arg(pageNumber_ + 1).arg(pages) : name);
    previous_->setEnabled(pageNumber_ > 0);
    next_->setText(difficulty_ > 0 ? tr("Another") : pageNumber_ + 1 < pages ? tr("Next page") : tr("Next exercise"));
    stack_->setCurrentWidget(reader_);
    const std::size_t first = page_->firstShow() != 0 ? page_->firstShow() : 0;
    if (first != 0 && first != shownNow_) show(first);
    if (!page_->tasks().empty()) page_->task(page_->tasks().front())->focusAnswer();
}

// One change of the document, which can be undone as any other.
void Exercises::show(std::size_t show) {
    const exercise::Shown* shown = sheet_ ? sheet_->shown(show) : nullptr;
    if (shown == nullptr) return;
    shownNow_ = show;
    SessionState next = session_->state();
    next.text = QString::fromStdString(shown->text).trimmed();
    next.mode = shown->mode;
    next.seedInput = QString::fromStdString(shown->seedInput);
    for (const auto& [name, value] : shown->inputs.values) {
        InputSetting& input = next.inputs[QString::fromStdString(name)];
        input.value = value;
        input.minimum = std::min(input.minimum, value);
        input.maximum = std::max(input.maximum, value);
    }
    next.kind = shown->program ? TextKind::Program : TextKind::Formula;
    next.kindChosen = true;
    openAt_.reset();
    if (shown->stop || !shown->program) openAt_ = shown->stop.value_or(shown->run->endOfForward());
    openText_ = next.text.toStdString();
    session_->change(next, tr("Show the exercise"));
    placeCursor();  // it may be there already
}

// Once the run of what is shown has come, its step is taken.
void Exercises::placeCursor() {
    const auto& run = cursor_->snapshot();
    if (!openAt_ || !run || run->request.text != openText_) return;
    cursor_->setStop(static_cast<int>(*openAt_));
    openAt_.reset();
}

TaskProgress Exercises::progressOf(std::size_t task) const {
    const exercise::Exercise& e = sheet_->exercise();
    return difficulty_ > 0 ? TaskProgress() : ExerciseProgress::of(e.id, e.tasks[task].id);
}

void Exercises::judge(std::size_t task, const exercise::Answer& answer) {
    worker_.start([this, sheet = sheet_, task, answer](const std::stop_token& stop) -> ExerciseWorker::Then {
        const exercise::Verdict verdict = sheet->judge(task, answer, stop);
        return [this, sheet, task, answer, verdict] {
            ExerciseTask* widget = page_ != nullptr && sheet == sheet_ ? page_->task(task) : nullptr;
            if (widget != nullptr) widget->showVerdict(answer, verdict);
        };
    });
}

void Exercises::keep(std::size_t task) {
    ExerciseTask* widget = page_ != nullptr ? page_->task(task) : nullptr;
    if (widget == nullptr || difficulty_ > 0) return;
    const exercise::Exercise& e = sheet_->exercise();
    ExerciseProgress::keep(e.id, e.tasks[task].id, widget->progress());
}

void Exercises::resetExercise() {
    if (!sheet_ || difficulty_ > 0) return;
    ExerciseProgress::reset(sheet_->exercise().id);
    showPage(0);
}

void Exercises::startWalk(std::size_t task) {
    if (sheet_->exercise().tasks[task].type == exercise::TaskType::Program) return showSolution(task);
    const std::size_t shown = sheet_->exercise().tasks[task].show;
    if (shown != shownNow_) show(shown);
    walk_.clear();
    for (const auto& [stop, text] : sheet_->walk(task)) {
        walk_.emplace_back(stop, text == nullptr ? QString() : said(*sheet_, *text, task, languageOf(sheet_->exercise())));
    }
    walkAt_ = 0;
    walkTimer_.start();
}

// One change, so that one's own program is one undo away.
void Exercises::showSolution(std::size_t task) {
    SessionState next = session_->state();
    next.text = QString::fromStdString(sheet_->model(task, languageOf(sheet_->exercise()).toStdString()).text).trimmed();
    next.kind = TextKind::Program;
    next.kindChosen = true;
    session_->change(next, tr("Show a solution"));
    say(tr("This is one way to do it. Undo brings your own program back."));
}

void Exercises::walkOn() {
    if (walkAt_ >= walk_.size()) {
        walkTimer_.stop();
        return say({});
    }
    cursor_->setStop(static_cast<int>(walk_[walkAt_].first));
    say(walk_[walkAt_].second);
    ++walkAt_;
}

// Editors write a new file in the old one's place: the name has to be watched again.
void Exercises::fileChanged(const QString& path) {
    if (path != path_) return;
    QTimer::singleShot(100, this, [this, path] {
        if (path == path_ && QFileInfo::exists(path)) openAt(path, pageNumber_);
    });
}

bool Exercises::writeReport(const QString& path) {
    if (!sheet_) return false;
    const QString language = languageOf(sheet_->exercise());
    const QString html = exerciseReport(*sheet_, language, [this](std::size_t task) { return progressOf(task); });
    const bool pdf = path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return false;
    file.write(pdf ? reportPdf(html, titleOf(sheet_->exercise(), language)) : html.toUtf8());
    return file.commit();
}

}  // namespace backstep
