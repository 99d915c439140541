// SPDX-License-Identifier: GPL-3.0-or-later
// The menus: every action has a place here, a name, and a shortcut where it is frequent.
#include <utility>

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>

#include "app/examples.h"
#include "app/functionpane.h"
#include "app/handbook.h"
#include "app/language.h"
#include "app/mainwindow.h"
#include "app/preferences.h"
#include "engine/timeline/hunting.h"
#include "widgets/codeeditor.h"
#include "widgets/graphview.h"
#include "widgets/quietbutton.h"
#include "widgets/saying.h"
#include "widgets/stepcard.h"
#include "widgets/timelinebar.h"

namespace backstep {
namespace {

QAction* add(QMenu* menu, const QString& name, const QString& text, const QKeySequence& keys = {}) {
    QAction* action = menu->addAction(text);
    action->setObjectName(name);
    if (!keys.isEmpty()) action->setShortcut(keys);
    return action;
}

QMenu* addMenu(QMenuBar* bar, const QString& name, const QString& title) {
    QMenu* menu = bar->addMenu(title);
    menu->setObjectName(name);
    return menu;
}

}  // namespace

void MainWindow::createFileMenu() {
    QMenu* menu = addMenu(menuBar(), QStringLiteral("fileMenu"), tr("&File"));
    connect(add(menu, QStringLiteral("actionNewFormula"), tr("&New Formula"), QKeySequence::New), &QAction::triggered, this,
            [this] { newDocument(QStringLiteral("f(x) = x^2"), TextKind::Formula); });
    connect(add(menu, QStringLiteral("actionNewProgram"), tr("New &Program"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)),
            &QAction::triggered, this, [this] {
                newDocument(
                    QStringLiteral("import torch\n\nx = torch.tensor(2.0, requires_grad=True)\ny = x ** 2\ny.backward()\nprint(x.grad)\n"),
                    TextKind::Program);
            });
    fillExamples(menu->addMenu(tr("E&xamples")));
    menu->addSeparator();
    connect(add(menu, QStringLiteral("actionOpen"), tr("&Open…"), QKeySequence::Open), &QAction::triggered, this, &MainWindow::askOpen);
    QMenu* recent = menu->addMenu(tr("Open &Recent"));
    recent->setObjectName(QStringLiteral("recentMenu"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent); });
    menu->addSeparator();
    connect(add(menu, QStringLiteral("actionSave"), tr("&Save"), QKeySequence::Save), &QAction::triggered, this, &MainWindow::save);
    connect(add(menu, QStringLiteral("actionSaveAs"), tr("Save &As…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)), &QAction::triggered,
            this, &MainWindow::askSave);
    menu->addSeparator();
    connect(add(menu, QStringLiteral("actionExportGraph"), tr("Export &Graph…"), QKeySequence(Qt::CTRL | Qt::Key_E)), &QAction::triggered,
            this, [this] { askExport(true); });
    connect(add(menu, QStringLiteral("actionExportPlot"), tr("Export P&lot…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)),
            &QAction::triggered, this, [this] { askExport(false); });
    menu->addSeparator();
    connect(add(menu, QStringLiteral("actionQuit"), tr("&Quit"), QKeySequence::Quit), &QAction::triggered, this, &QWidget::close);
}

void MainWindow::fillExamples(QMenu* menu) {
    menu->setObjectName(QStringLiteral("examplesMenu"));
    bool programs = false;
    for (const Example& example : examples()) {
        if (example.isProgram && !std::exchange(programs, true)) menu->addSeparator();
        QAction* action = add(menu, QStringLiteral("example_") + example.name, example.title);
        connect(action, &QAction::triggered, this, [this, name = example.name] {
            if (!mayLose()) return;
            wantedStep_.reset();
            session_.reset(exampleNamed(name));
            setFile({});
        });
    }
}

void MainWindow::createEditMenu() {
    QMenu* menu = addMenu(menuBar(), QStringLiteral("editMenu"), tr("&Edit"));
    menu->addAction(createHistoryAction(QStringLiteral("actionUndo"), QKeySequence::Undo, false));
    menu->addAction(createHistoryAction(QStringLiteral("actionRedo"), QKeySequence::Redo, true));
    menu->addSeparator();
    connect(add(menu, QStringLiteral("actionComment"), tr("Comment &Lines"), QKeySequence(Qt::CTRL | Qt::Key_Slash)), &QAction::triggered,
            function_->editor(), &CodeEditor::toggleComment);
    connect(add(menu, QStringLiteral("actionCopyStep"), tr("Copy Step as LaTe&X"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)),
            &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(card_->latex()); });
    menu->addSeparator();
    connect(add(menu, QStringLiteral("actionPreferences"), tr("&Preferences…"), QKeySequence::Preferences), &QAction::triggered, this,
            [this] { Preferences(this).exec(); });
}

// Named after what it would undo; the stack's own actions keep the word for "undo" that they were made with.
QAction* MainWindow::createHistoryAction(const QString& name, QKeySequence::StandardKey keys, bool redo) {
    auto* action = new QAction(this);
    action->setObjectName(name);
    action->setShortcut(keys);
    QUndoStack* stack = session_.history();
    const auto show = [action, stack, redo, language = options_.language] {
        const QString said = redo ? stack->redoText() : stack->undoText();
        const QString what = language == nullptr ? said : language->anew(said);  // it was said when it was done
        action->setText(what.isEmpty() ? (redo ? tr("&Redo") : tr("&Undo")) : (redo ? tr("&Redo %1") : tr("&Undo %1")).arg(what));
        action->setEnabled(redo ? stack->canRedo() : stack->canUndo());
    };
    connect(action, &QAction::triggered, stack, redo ? &QUndoStack::redo : &QUndoStack::undo);
    for (const auto signal : {&QUndoStack::undoTextChanged, &QUndoStack::redoTextChanged}) connect(stack, signal, action, show);
    for (const auto signal : {&QUndoStack::canUndoChanged, &QUndoStack::canRedoChanged}) connect(stack, signal, action, show);
    saying(this, show);
    return action;
}

void MainWindow::createViewMenu() {
    QMenu* menu = addMenu(menuBar(), QStringLiteral("viewMenu"), tr("&View"));
    connect(add(menu, QStringLiteral("actionZoomIn"), tr("Zoom &In"), QKeySequence::ZoomIn), &QAction::triggered, graph_,
            &GraphView::zoomIn);
    connect(add(menu, QStringLiteral("actionZoomOut"), tr("Zoom &Out"), QKeySequence::ZoomOut), &QAction::triggered, graph_,
            &GraphView::zoomOut);
    QAction* fit = add(menu, QStringLiteral("actionFit"), {});
    saying(menu, [fit] { fit->setText(tr("&Fit Graph") + QStringLiteral("\tF")); });
    connect(fit, &QAction::triggered, graph_, &GraphView::fit);
    menu->addSeparator();
    QAction* sideways = add(menu, QStringLiteral("actionLeftToRight"), tr("Graph from &Left to Right"));
    QAction* constants = add(menu, QStringLiteral("actionConstants"), tr("Show &Constants"));
    for (QAction* action : {sideways, constants}) action->setCheckable(true);
    connect(sideways, &QAction::triggered, this, [this](bool on) {
        SessionState next = session_.state();
        next.direction = on ? Direction::leftToRight : Direction::topToBottom;
        session_.change(next, tr("Turn the graph"));
    });
    connect(constants, &QAction::triggered, this, [this](bool on) {
        SessionState next = session_.state();
        next.showConstants = on;
        session_.change(next, tr("Show constants"));
    });
    createGraphActions(menu);
    connect(&session_, &Session::changed, this, [this, sideways, constants] {
        sideways->setChecked(session_.state().direction == Direction::leftToRight);
        constants->setChecked(session_.state().showConstants);
    });
    menu->addSeparator();
    createWaysMenu(menu);
    menu->addSeparator();
    QMenu* theme = menu->addMenu(tr("&Theme"));
    theme->setObjectName(QStringLiteral("themeMenu"));
    auto* group = new QActionGroup(this);
    const auto addTheme = [&](const QString& name, const QString& text, AppearanceMode mode) {
        QAction* action = add(theme, name, text);
        action->setCheckable(true);
        action->setChecked(QSettings().value(QStringLiteral("theme"), 0).toInt() == static_cast<int>(mode));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, mode] { setAppearance(mode); });
    };
    addTheme(QStringLiteral("actionThemeAutomatic"), tr("&Automatic"), AppearanceMode::automatic);
    addTheme(QStringLiteral("actionThemeLight"), tr("&Light"), AppearanceMode::light);
    addTheme(QStringLiteral("actionThemeDark"), tr("&Dark"), AppearanceMode::dark);
    createLanguageMenu(menu);
    QMenu* panes = menu->addMenu(tr("&Panes"));
    panes->setObjectName(QStringLiteral("panesMenu"));
    // Each time: some panes come later than this menu.
    connect(panes, &QMenu::aboutToShow, this, [this, panes] {
        for (QDockWidget* dock : findChildren<QDockWidget*>()) panes->addAction(dock->toggleViewAction());
    });
    for (QDockWidget* dock : findChildren<QDockWidget*>()) panes->addAction(dock->toggleViewAction());
}

void MainWindow::createProgramMenu() {
    QMenu* menu = addMenu(menuBar(), QStringLiteral("programMenu"), tr("&Program"));
    menu->addActions({run_, stop_});
    menu->addSeparator();
    QMenu* kinds = menu->addMenu(tr("&Read the Text as"));
    kinds->setObjectName(QStringLiteral("kindMenu"));
    auto* group = new QActionGroup(this);
    const auto choice = [&](const QString& name, const QString& text, bool chosen, TextKind kind) {
        QAction* action = add(kinds, name, text);
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, kind, chosen] { setKind(kind, chosen); });
        return action;
    };
    QAction* itself = choice(QStringLiteral("actionKindAutomatic"), tr("&What It Looks Like"), false, TextKind::Formula);
    QAction* formula = choice(QStringLiteral("actionKindFormula"), tr("a &Formula"), true, TextKind::Formula);
    QAction* program = choice(QStringLiteral("actionKindProgram"), tr("a &Program"), true, TextKind::Program);
    connect(&session_, &Session::changed, this, [this, itself, formula, program] {
        const SessionState& state = session_.state();
        (!state.kindChosen ? itself : session_.isProgram() ? program : formula)->setChecked(true);
    });
}

void MainWindow::setMotion(bool on) { graph_->setMotion(on); }

void MainWindow::setAppearance(AppearanceMode mode) {
    if (options_.remember) QSettings().setValue(QStringLiteral("theme"), static_cast<int>(mode));
    applyAppearance(*qobject_cast<QApplication*>(QCoreApplication::instance()), mode);
}

// Arrow keys and Space belong to whatever has the focus first, so they are no shortcuts: the window takes what is left.
void MainWindow::createStepMenu() {
    QMenu* menu = addMenu(menuBar(), QStringLiteral("stepMenu"), tr("&Step"));
    const auto step = [&](const QString& name, const char* text, Qt::Key key, auto act) {
        QAction* action = add(menu, name, {});
        saying(menu, [action, text, key] {
            action->setText(tr(text) + QLatin1Char('\t') + QKeySequence(key).toString(QKeySequence::NativeText));
        });
        connect(action, &QAction::triggered, this, act);
    };
    step(QStringLiteral("actionNext"), QT_TR_NOOP("&Next Step"), Qt::Key_Right, [this] { cursor_.setStop(cursor_.neighbour(1)); });
    step(QStringLiteral("actionPrevious"), QT_TR_NOOP("&Previous Step"), Qt::Key_Left, [this] { cursor_.setStop(cursor_.neighbour(-1)); });
    step(QStringLiteral("actionFirst"), QT_TR_NOOP("&First"), Qt::Key_Home, [this] { cursor_.setStop(0); });
    step(QStringLiteral("actionLast"), QT_TR_NOOP("&Last"), Qt::Key_End, [this] { cursor_.setStop(static_cast<int>(cursor_.stops())); });
    menu->addSeparator();
    connect(add(menu, QStringLiteral("actionFinishNode"), tr("Finish N&ode"), QKeySequence(Qt::CTRL | Qt::Key_Right)), &QAction::triggered,
            this, [this] { cursor_.setStop(cursor_.neighbour(1, Pace::Node)); });
    connect(add(menu, QStringLiteral("actionFinishPhase"), tr("Finish P&hase"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Right)),
            &QAction::triggered, this, [this] { cursor_.setStop(cursor_.neighbour(1, Pace::Phase)); });
    connect(add(menu, QStringLiteral("actionLineStep"), tr("&Go to the Step of This Line"), QKeySequence(Qt::CTRL | Qt::Key_L)),
            &QAction::triggered, this, [this] { jumpToLine(function_->editor()->textCursor().blockNumber() + 1); });
    QAction* broken = add(menu, QStringLiteral("actionFirstNaN"), tr("First NaN or &Infinity"), QKeySequence(Qt::CTRL | Qt::Key_J));
    broken->setEnabled(false);
    connect(broken, &QAction::triggered, this, [this] {
        if (cursor_.snapshot()) cursor_.setStop(static_cast<int>(firstNotFinite(cursor_.snapshot()->recording)));
    });
    connect(&cursor_, &StepCursor::runChanged, broken,
            [this, broken] { broken->setEnabled(cursor_.snapshot() && firstNotFinite(cursor_.snapshot()->recording) > 0); });
    QAction* zero = add(menu, QStringLiteral("actionFirstZero"), tr("First Gradient that Is Exactly &0 or None"),
                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J));
    zero->setEnabled(false);
    connect(zero, &QAction::triggered, this, [this] {
        if (cursor_.snapshot()) cursor_.setStop(static_cast<int>(firstZero(cursor_.snapshot()->recording)));
    });
    connect(&cursor_, &StepCursor::runChanged, zero,
            [this, zero] { zero->setEnabled(cursor_.snapshot() && firstZero(cursor_.snapshot()->recording) > 0); });
    createPaceMenu(menu);
    createPredictActions(menu);
    menu->addSeparator();
    step(QStringLiteral("actionPlay"), QT_TR_NOOP("Pl&ay or Pause"), Qt::Key_Space, [this] { timeline_->togglePlaying(); });
}

// How far one press of "next" goes. In a formula all steps are edges or values.
void MainWindow::createPaceMenu(QMenu* parent) {
    QMenu* menu = parent->addMenu(tr("One S&tep Is"));
    menu->setObjectName(QStringLiteral("paceMenu"));
    auto* group = new QActionGroup(menu);
    const auto choice = [&](const QString& name, const QString& text, Pace pace) {
        QAction* action = add(menu, name, text);
        action->setCheckable(true);
        action->setChecked(cursor_.pace() == pace);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, pace] { cursor_.setPace(pace); });
    };
    choice(QStringLiteral("actionPaceEdge"), tr("a Value or an &Edge"), Pace::Edge);
    choice(QStringLiteral("actionPaceNode"), tr("a &Node with All its Edges"), Pace::Node);
    choice(QStringLiteral("actionPaceLine"), tr("a &Line of the Program"), Pace::Line);
    choice(QStringLiteral("actionPaceEvent"), tr("E&verything That Happens"), Pace::Event);
}

void MainWindow::createHelpMenu() {
    QMenu* menu = addMenu(menuBar(), QStringLiteral("helpMenu"), tr("&Help"));
    connect(add(menu, QStringLiteral("actionHandbook"), tr("&Handbook"), QKeySequence::HelpContents), &QAction::triggered, this,
            [this] { openHandbook(Handbook::placeOf(QApplication::focusWidget())); });
    const auto page = [&](const char* name, const QString& text, const QString& place) {
        connect(add(menu, QString::fromLatin1(name), text), &QAction::triggered, this, [this, place] { openHandbook(place); });
    };
    page("actionTutorial", tr("&Tutorial: Ten Minutes"), QStringLiteral("tutorial"));
    page("actionKeyboard", tr("&Keyboard Shortcuts"), QStringLiteral("keyboard"));
    qApp->installEventFilter(this);
    menu->addSeparator();
    connect(add(menu, QStringLiteral("actionAbout"), tr("&About Backstep")), &QAction::triggered, this, &MainWindow::about);
    connect(add(menu, QStringLiteral("actionAboutQt"), tr("About &Qt")), &QAction::triggered, qApp, &QApplication::aboutQt);
}

// A modal dialog shuts out the window and its shortcuts; a handbook of the dialog's own is not shut out.
bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    QWidget* dialog = QApplication::activeModalWidget();
    if (event->type() != QEvent::KeyPress || dialog == nullptr || dialog->window() == this || !watched->isWidgetType()) return false;
    if (!(QKeySequence(static_cast<QKeyEvent*>(event)->key()) == QKeySequence(QKeySequence::HelpContents))) return false;
    auto* pages = dialog->findChild<Handbook*>();
    if (pages == nullptr) pages = new Handbook(dialog);
    pages->show();
    pages->raise();
    pages->activateWindow();
    pages->open(Handbook::placeOf(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : dialog));
    return true;
}

// One window for all of it. F1 opens it at what is said of the control that has the focus.
Handbook* MainWindow::openHandbook(const QString& place) {
    if (handbook_ == nullptr) handbook_ = new Handbook(this);
    handbook_->show();
    handbook_->raise();
    handbook_->activateWindow();
    handbook_->open(place);
    return handbook_;
}

void MainWindow::about() {
    QMessageBox box(this);
    box.setWindowTitle(tr("About Backstep"));
    box.setTextFormat(Qt::PlainText);
    box.setIconPixmap(windowIcon().pixmap(64, 64));
    box.setText(tr("Backstep %1").arg(QStringLiteral(BACKSTEP_VERSION)));
    box.setInformativeText(
        tr("See a function's computation graph and step back through its derivatives.\n\n"
           "Free software under the GNU General Public License, version 3 or later; it comes without any warranty."));
    const QStringList parts{tr("Qt %1: LGPL-3.0; windows").arg(QLatin1String(qVersion())),
                            tr("QCustomPlot: GPL-3.0-or-later; plots"),
                            tr("Graphviz: EPL-1.0; the layout of graphs, in the separate program backstep-layout (MIT)"),
                            tr("GMP: LGPL-3.0-or-later; whole numbers of programs"),
                            tr("SLEEF: BSL-1.0; the functions of tensors"),
                            tr("toml++: MIT; the blocks of exercises"),
                            tr("giflib: MIT, libwebp: BSD-3-Clause; animations"),
                            tr("STIX fonts: OFL-1.1; mathematics"),
                            tr("DejaVu fonts: Bitstream Vera licence; text of pictures")};
    box.setDetailedText(parts.join(QLatin1Char('\n')));
    box.exec();
}

void MainWindow::createModeButton() {
    modeButton_ = new QuietButton(this);
    modeButton_->setObjectName(QStringLiteral("mode"));
    modeButton_->setAccessibleName(tr("Mode of differentiation"));
    modeButton_->setPopupMode(QToolButton::InstantPopup);
    modeButton_->setMenu(new QMenu(modeButton_));
    menuBar()->setCornerWidget(modeButton_);
}

// Reverse mode, or forward mode from one of the inputs there are.
void MainWindow::fillModeMenu() {
    QMenu* menu = modeButton_->menu();
    const SessionState& state = session_.state();
    const bool reverse = state.mode == SweepMode::Reverse;
    menu->clear();
    const auto choice = [&](const QString& text, SweepMode mode, const QString& seed, bool checked) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        if (checked) modeButton_->setText(text);
        connect(action, &QAction::triggered, this, [this, mode, seed] { setMode(mode, seed); });
    };
    choice(tr("Reverse mode"), SweepMode::Reverse, {}, reverse || session_.isProgram());
    if (const auto& run = cursor_.snapshot(); run && !run->isProgram()) {
        for (const NodeId id : run->recording.inputs) {
            const QString name = QString::fromStdString(run->recording.tape.nameOf(id));
            const bool first = id == run->recording.inputs.front();
            choice(tr("Forward mode from %1").arg(name), SweepMode::Forward, name,
                   !reverse && (name == state.seedInput || (first && state.seedInput.isEmpty())));
        }
    }
    modeButton_->setFixedHeight(menuBar()->sizeHint().height());
    modeButton_->adjustSize();
    menuBar()->setCornerWidget(modeButton_);  // it takes its new width
    modeButton_->show();
}

void MainWindow::setMode(SweepMode mode, const QString& seedInput) {
    SessionState next = session_.state();
    next.mode = mode;
    next.seedInput = seedInput;
    session_.change(next, mode == SweepMode::Reverse ? tr("Reverse mode") : tr("Forward mode"));
}

}  // namespace backstep
