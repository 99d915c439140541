// SPDX-License-Identifier: GPL-3.0-or-later
// From the session through the evaluator to the views. A formula is evaluated at every keystroke. A program is read at
// every keystroke and run after a pause; one that was opened waits until its reader runs it.
#include <utility>

#include <QAction>
#include <QActionGroup>
#include <QLabel>
#include <QStackedWidget>

#include "app/exercises.h"
#include "app/functionpane.h"
#include "app/mainwindow.h"
#include "app/recovery.h"
#include "widgets/figureview.h"
#include "widgets/outputview.h"
#include "widgets/panedock.h"
#include "widgets/panetitle.h"
#include "widgets/pathband.h"
#include "widgets/plotview.h"
#include "widgets/quietbutton.h"
#include "widgets/tapeview.h"

namespace backstep {
namespace {

constexpr int kPause = 400;  // ms without a keystroke
constexpr int kSlow = 150;   // ms until a run is announced

}  // namespace

void MainWindow::createRunActions() {
    run_ = new QAction(tr("&Run"), this);
    run_->setIconText(tr("Run"));
    run_->setObjectName(QStringLiteral("actionRun"));
    run_->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_R), QKeySequence(Qt::Key_F5)});
    run_->setToolTip(tr("Run the program (Ctrl+R)"));
    connect(run_, &QAction::triggered, this, &MainWindow::runProgram);
    stop_ = new QAction(tr("&Stop"), this);
    stop_->setIconText(tr("Stop"));
    stop_->setObjectName(QStringLiteral("actionStop"));
    stop_->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Period)});
    stop_->setToolTip(tr("Stop the program (Ctrl+.); what it did until then is shown"));
    connect(stop_, &QAction::triggered, this, &MainWindow::stopProgram);
    readAs_ = new QAction(this);
    readAs_->setObjectName(QStringLiteral("actionReadAs"));
    connect(readAs_, &QAction::triggered, this, [this] { setKind(session_.isProgram() ? TextKind::Formula : TextKind::Program, true); });
    pause_.setSingleShot(true);
    pause_.setInterval(kPause);
    connect(&pause_, &QTimer::timeout, this, [this] { submit(true); });
    slow_.setSingleShot(true);
    slow_.setInterval(kSlow);
    connect(&slow_, &QTimer::timeout, this, &MainWindow::showRunning);
}

void MainWindow::createRunButtons(PaneDock* dock) {
    function_->setRunAction(run_);
    running_ = new QLabel(tr("running…"), dock);
    running_->setObjectName(QStringLiteral("running"));
    running_->setFont(interfaceFont(kSmallText));
    running_->setForegroundRole(QPalette::PlaceholderText);
    running_->hide();
    dock->titleBar()->addWidget(running_);
    for (QAction* action : {run_, stop_, readAs_}) {
        auto* button = new QuietButton(dock);
        button->setDefaultAction(action);
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        if (action != readAs_) connect(action, &QAction::changed, button, [button, action] { button->setVisible(action->isVisible()); });
        dock->titleBar()->addWidget(button);
    }
}

// The tape and the output share a pane: one is looked at at a time.
void MainWindow::createTapeTabs(PaneDock* dock, QStackedWidget* pages) {
    auto* group = new QActionGroup(this);
    const auto add = [&](const QString& name, const QString& text, QWidget* page) {
        auto* action = new QAction(text, this);
        action->setObjectName(name);
        action->setCheckable(true);
        group->addAction(action);
        pages->addWidget(page);
        connect(action, &QAction::toggled, pages, [pages, page](bool on) {
            if (on) pages->setCurrentWidget(page);
        });
        dock->titleBar()->addTab(action);
        return action;
    };
    tapeTab_ = add(QStringLiteral("tabTape"), tr("Tape"), tape_);
    outputTab_ = add(QStringLiteral("tabOutput"), tr("Output"), output_);
    tapeTab_->setChecked(true);
}

void MainWindow::setKind(TextKind kind, bool chosen) {
    SessionState next = session_.state();
    next.kindChosen = chosen;
    next.kind = kind;
    session_.change(next, tr("Read the text otherwise"));
}

// A program that is being typed is only read, and runs after a pause; what is put there whole runs at once.
void MainWindow::noticeChange() {
    showKind();
    // Another document: what the one before printed is no longer about anything.
    if (session_.history()->count() == 0) output_->setReport(nullptr, nullptr, {});
    pause_.stop();
    const bool typed = session_.history()->count() > 0 && session_.state().text != ran_;
    const bool later = session_.isProgram() && typed && !session_.waitsForRun();
    submit(!later);
    if (later) pause_.start();
    showRunning();
}

void MainWindow::submit(bool run, bool again) {
    Job job{session_.request(), session_.sampleRequest(), session_.state().direction, again, mayBeDamaged_, session_.state().plotOver};
    job.request.runProgram = job.request.runProgram && run;
    runs_ = session_.isProgram() && job.request.runProgram;
    if (runs_ && recovery_ && !session_.history()->isClean()) recovery_->keepWaiting();  // it may be what ends us
    if (runs_ || !session_.isProgram()) ran_ = session_.state().text;
    submitted_ = evaluator_.submit(std::move(job));
    if (runs_) slow_.start();
    showRunning();
}

void MainWindow::runProgram() {
    if (!session_.isProgram()) return;
    session_.allowRun();
    function_->showWaiting();
    pause_.stop();
    submit(true, true);
}

void MainWindow::stopProgram() {
    if (isRunning()) evaluator_.stopProgram();
}

void MainWindow::take(const Outcome& outcome) {
    answered_ = outcome.revision;
    outcome_ = outcome.snapshot;
    explanation_ = outcome.explanation;
    const Snapshot& s = *outcome_;
    const bool readOnly = s.isProgram() && !s.request.runProgram;
    if (outcome.layout) takeRun(outcome);
    if (readOnly && session_.waitsForRun()) {
        chart_.reset();
        curve_.reset();
        paths_->setCurve(nullptr);
        cursor_.setRun(nullptr, nullptr);
        figures_.clear();
        plot_->clear();
        showPlot();
    }
    const bool faulty = s.isProgram() ? !s.program.ok() : !s.ok();
    if (!readOnly || faulty) {
        if (readOnly) pause_.stop();  // what does not parse is not run
        cursor_.setStale(faulty);
        plot_->setDimmed(faulty);
        figure_->setDimmed(faulty);
    }
    if (s.isProgram() && s.program.ok()) mayBeDamaged_ = false;
    function_->showOutcome(outcome_, explanation_, outcome.repaired);
    showOutput();
    showTimeline();
    fillModeMenu();
    showRunning();
}

void MainWindow::takeRun(const Outcome& outcome) {
    // The curve of a program comes later; until then the one before stays.
    const bool keeps = curve_ && outcome.snapshot->isProgram() && cursor_.snapshot() &&
                       cursor_.snapshot()->source.text() == outcome.snapshot->source.text();
    if (!keeps) {
        chart_ = outcome.chart;
        curve_.reset();
        paths_->setCurve(nullptr);
        function_->setPlotted(std::nullopt);
    }
    std::optional<std::size_t> stop;
    if (const auto wanted = std::exchange(wantedStep_, std::nullopt)) stop = static_cast<std::size_t>(*wanted);
    cursor_.setRun(outcome.snapshot, outcome.layout, stop);
    if (!keeps) showCurve();
    takeFigures(*outcome.snapshot);
}

void MainWindow::takeCurve(const std::shared_ptr<const ProgramCurve>& curve) {
    const bool any = curve->refusal == SampleRefusal::None;
    refusal_ = curve->refusal;
    curve_ = any ? curve : nullptr;
    chart_ = any ? std::shared_ptr<const Chart>(curve, &curve->chart) : nullptr;
    showCurve();
    paths_->setCurve(curve_);
    function_->setPlotted(any ? std::optional(LeafPlace{curve->leaf, curve->element}) : std::nullopt);
    showPlot();
}

void MainWindow::showKind() {
    const bool program = session_.isProgram();
    functionDock_->titleBar()->setTitle(program ? tr("Program") : tr("Function"));
    functionDock_->setWindowTitle(program ? tr("Program") : tr("Function"));
    readAs_->setText(program ? tr("Formula") : tr("Program"));
    readAs_->setToolTip(program ? tr("Read this text as a formula") : tr("Read this text as a program in Python"));
    run_->setVisible(program);
    stop_->setVisible(program);
    if (session_.state().kind == shownKind_) return;
    shownKind_ = session_.state().kind;
    (program ? outputTab_ : tapeTab_)->setChecked(true);
    // Each kind has the room that it had last.
    Room& before = program ? formulaRoom_ : programRoom_;
    const bool shared = exercises_ != nullptr && exercises_->dock()->isVisible();  // then the widths are not its own
    before = {shared ? before.left : functionDock_->width(), shared ? before.right : cardDock_->width(), functionDock_->height(),
              tapeDock_->height()};
    giveRoom(program ? programRoom_ : formulaRoom_);
    showOutput();
    showPlot();
}

void MainWindow::giveRoom(const Room& room) {
    resizeDocks({functionDock_, cardDock_}, {room.left, room.right}, Qt::Horizontal);
    resizeDocks({functionDock_, tapeDock_}, {room.text, room.tape}, Qt::Vertical);
    if (exercises_ != nullptr) exercises_->takeRoom();
}

void MainWindow::showRunning() {
    const bool running = isRunning();
    stop_->setEnabled(running);
    run_->setEnabled(session_.isProgram() && !running);
    running_->setVisible(running && !slow_.isActive());
    if (!running) slow_.stop();
}

// What the last run said stays until the next run has ended; what cannot be read did not run.
void MainWindow::showOutput() {
    if (!session_.isProgram()) return output_->setReport(nullptr, nullptr, tr("A formula prints nothing. A program does."));
    const bool reported = outcome_ && outcome_->report;
    if (!reported && !session_.waitsForRun()) return;
    if (!reported) return output_->setReport(nullptr, nullptr, tr("This program has not run yet."));
    if (!outcome_->program.ok() && !outcome_->request.runProgram && output_->hasReport()) return;
    const bool failed = outcome_->report->error.has_value();
    if (failed && !std::exchange(failed_, failed)) outputTab_->setChecked(true);  // it is explained there
    failed_ = failed;
    output_->setReport(reportToShow(std::shared_ptr<const ProgramReport>(outcome_, &*outcome_->report)), explanation_,
                       outcome_->program.ok() ? tr("The program printed nothing.") : QString());
}

}  // namespace backstep
