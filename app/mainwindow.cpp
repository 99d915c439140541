// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include <algorithm>
#include <array>
#include <utility>

#include <QCloseEvent>
#include <QKeyEvent>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolBar>

#include "app/examples.h"
#include "app/exercises.h"
#include "app/exportpainting.h"
#include "app/functionpane.h"
#include "app/preferences.h"
#include "app/recovery.h"
#include "app/stepplace.h"
#include "widgets/codeeditor.h"
#include "widgets/figureview.h"
#include "widgets/graphview.h"
#include "widgets/linegutter.h"
#include "widgets/outputview.h"
#include "widgets/pane.h"
#include "widgets/panedock.h"
#include "widgets/panetitle.h"
#include "widgets/phrases.h"
#include "widgets/plotview.h"
#include "widgets/predictor.h"
#include "widgets/quietbutton.h"
#include "widgets/stepcard.h"
#include "widgets/tapeview.h"
#include "widgets/timelinebar.h"
#include "widgets/waysview.h"

namespace backstep {

MainWindow::MainWindow(Options options, QWidget* parent) : QMainWindow(parent), options_(std::move(options)), evaluator_(options_.layout) {
    setObjectName(QStringLiteral("mainWindow"));
    usePainting();
    createViews();
    createRunActions();
    createWays();
    createCentral();
    createDocks();
    createTimeline();
    createFileMenu();
    createEditMenu();
    createViewMenu();
    createProgramMenu();
    createStepMenu();
    createHelpMenu();
    exercises_ = new Exercises(this, &session_, &cursor_);
    connect(exercises_, &Exercises::closed, this, [this] {
        const Room& room = session_.isProgram() ? programRoom_ : formulaRoom_;
        resizeDocks({functionDock_, cardDock_}, {room.left, room.right}, Qt::Horizontal);
    });
    createModeButton();
    connectViews();
    setAcceptDrops(true);
    restore();
    createDocument();
    session_.reset(exampleNamed(QStringLiteral("opening")));
}

// Hiding a view makes it ask its model once more: that happens here, while the cursor that the models look at is there.
MainWindow::~MainWindow() { hide(); }

void MainWindow::createViews() {
    function_ = new FunctionPane(&session_, &cursor_, this);
    graph_ = new GraphView(&cursor_, this);
    graph_->setObjectName(QStringLiteral("graph"));
    tape_ = new TapeView(&cursor_, this);
    output_ = new OutputView(this);
    card_ = new StepCard(&cursor_, this);
    plot_ = new PlotView(this);
    plot_->setObjectName(QStringLiteral("plot"));
    figure_ = new FigureView(this);
    createPredictor();
}

void MainWindow::createCentral() {
    auto* pane = new Pane(tr("Graph"), this);
    pane->setObjectName(QStringLiteral("graphPane"));
    auto* fit = new QAction(tr("Fit"), pane);
    fit->setObjectName(QStringLiteral("fitInPane"));
    fit->setToolTip(tr("Show the whole graph (F)"));
    connect(fit, &QAction::triggered, graph_, &GraphView::fit);
    connect(fit, &QAction::triggered, this, [this] { twinGraph_->fit(); });
    pane->addToTitle(fit);
    // Beside it, when it is asked for, the same graph in forward mode.
    QSplitter* both = graphs_ = new QSplitter(Qt::Horizontal, this);
    both->setObjectName(QStringLiteral("graphs"));
    both->setHandleWidth(1);
    both->setChildrenCollapsible(false);
    both->addWidget(twinGraph_);
    both->addWidget(graph_);
    createElements(both);
    for (int i = 0; i < both->count(); ++i) both->handle(i)->setAccessibleName(tr("Border between the graphs"));
    pane->setContent(both);
    setCentralWidget(pane);
    graphPane_ = pane;
    connect(&cursor_, &StepCursor::runChanged, this, &MainWindow::nameGraph);
}

PaneDock* MainWindow::createDock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area) {
    auto* dock = new PaneDock(name, title, content, this);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::createDocks() {
    setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowNestedDocks);
    PaneDock* function = functionDock_ = createDock(QStringLiteral("functionDock"), tr("Function"), function_, Qt::LeftDockWidgetArea);
    auto* pages = new QStackedWidget(this);
    PaneDock* tape = tapeDock_ = createDock(QStringLiteral("tapeDock"), tr("Tape and output"), pages, Qt::LeftDockWidgetArea);
    createTapeTabs(tape, pages);
    createRunButtons(function);
    PaneDock* card = cardDock_ = createDock(QStringLiteral("stepDock"), tr("This step"), card_, Qt::RightDockWidgetArea);
    plotPages_ = new QStackedWidget(this);
    plotPages_->setObjectName(QStringLiteral("plotPages"));
    createPlotPage();
    plotPages_->addWidget(plotPage_);
    plotPages_->addWidget(figure_);
    PaneDock* plot = createDock(QStringLiteral("plotDock"), tr("Plot"), plotPages_, Qt::RightDockWidgetArea);
    waysDock_ = createDock(QStringLiteral("waysDock"), tr("Ways of looking"), waysView_, Qt::LeftDockWidgetArea);
    tabifyDockWidget(tape, waysDock_);
    waysDock_->hide();
    createWaysTabs(waysDock_);
    createVoices(card);
    createFigureChoice(plot);
    createCurves(plot);
    createDifferences(plot);
    giveRoom(formulaRoom_);
    resizeDocks({card, plot}, {390, 370}, Qt::Vertical);
}

void MainWindow::createVoices(PaneDock* dock) {
    const auto add = [&](const QString& name, const QString& text, StepCard::Voice voice) {
        auto* action = new QAction(text, dock);
        action->setObjectName(name);
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, card_, [this, voice](bool shown) { card_->setVoice(voice, shown); });
        dock->titleBar()->addAction(action);
    };
    add(QStringLiteral("voiceWords"), tr("words"), StepCard::Voice::Words);
    add(QStringLiteral("voiceSymbols"), tr("symbols"), StepCard::Voice::Symbols);
    add(QStringLiteral("voiceNumbers"), tr("numbers"), StepCard::Voice::Numbers);
}

void MainWindow::createCurves(PaneDock* dock) {
    const auto add = [&](const QString& name, const QString& text, int order, Ink ink) {
        auto* action = new QAction(text, dock);
        action->setObjectName(name);
        action->setCheckable(true);
        action->setChecked(order < 2);
        connect(action, &QAction::toggled, this, [this, order](bool shown) {
            plot_->setCurveShown(order, shown);
            if (order < 2) return;
            SessionState next = session_.state();
            next.plotOrder = shown ? 2 : 1;
            session_.change(next, tr("Show the second derivative"));
        });
        auto* button = new QuietButton(dock);
        button->setObjectName(name + QStringLiteral("Button"));
        button->setDefaultAction(action);
        button->setAccessibleName(text);
        button->setInk(ink);
        dock->titleBar()->addWidget(button);
        curveButtons_.append(button);
    };
    add(QStringLiteral("curveF"), tr("f"), 0, Ink::forward);
    add(QStringLiteral("curveFirst"), tr("f′"), 1, Ink::backward);
    add(QStringLiteral("curveSecond"), tr("f″"), 2, Ink::second);
}

void MainWindow::createTimeline() {
    timeline_ = new TimelineBar(this);
    timeline_->setObjectName(QStringLiteral("timeline"));
    timeline_->setTip([this](int stop) {
        const auto& run = cursor_.snapshot();
        if (!run || stop <= 0) return QString();
        if (predictor_->hides() && static_cast<std::size_t>(stop) > predictor_->known()) return tr("A step to be predicted.");
        return QString::fromStdString(plainLine(explain(run->recording, run->source, static_cast<std::size_t>(stop), *run->timeline)));
    });
    auto* bar = new QToolBar(this);  // without a title, which its name to a screen reader would be for good
    bar->setObjectName(QStringLiteral("timelineBar"));
    bar->setAccessibleName(tr("Timeline"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addWidget(timeline_);
    addToolBar(Qt::BottomToolBarArea, bar);
}

void MainWindow::connectViews() {
    connect(&session_, &Session::changed, this, &MainWindow::noticeChange);
    connect(&evaluator_, &Evaluator::finished, this, &MainWindow::take);
    connect(&evaluator_, &Evaluator::charted, this, &MainWindow::takeCurve);
    connect(&cursor_, &StepCursor::stopChanged, this, &MainWindow::showPlace);
    connect(timeline_, &TimelineBar::stopRequested, &cursor_, &StepCursor::setStop);
    connect(plot_, &PlotView::pointDragged, this, &MainWindow::dragPoint);
    connect(plot_, &PlotView::rangeChanged, this, [this](double from, double to) {
        SessionState next = session_.state();
        next.plotFrom = from;
        next.plotTo = to;
        session_.change(next, tr("Move the plot"), QStringLiteral("plot range"), false);
    });
    connect(plot_, &PlotView::rangeReset, this, [this] {
        SessionState next = session_.state();
        next.plotFrom = SessionState().plotFrom;
        next.plotTo = SessionState().plotTo;
        session_.change(next, tr("Reset the plot"));
    });
    connect(graph_, &GraphView::nodeActivated, this, &MainWindow::jumpTo);
    connect(tape_, &TapeView::nodeActivated, this, &MainWindow::jumpTo);
    connect(graph_, &GraphView::foldRequested, this, [this](const QString& key, bool folded) {
        SessionState next = session_.state();
        next.folds[key.toStdString()] = folded;
        session_.change(next, folded ? tr("Fold") : tr("Unfold"));
    });
    timeline_->setAdvance([this](int direction) { return cursor_.neighbour(direction); });
    connect(function_, &FunctionPane::pasted, this, [this] { mayBeDamaged_ = true; });
    connect(function_, &FunctionPane::repairDismissed, this, [this] { mayBeDamaged_ = false; });
    connect(function_->editor()->findChild<LineGutter*>(), &LineGutter::lineClicked, this, &MainWindow::jumpToLine);
    connect(output_, &OutputView::fixAsked, function_, &FunctionPane::applyErrorFix);
    connect(output_, &OutputView::lineActivated, function_, &FunctionPane::goToLine);
    connect(card_, &StepCard::nodeActivated, this, &MainWindow::jumpTo);
}

void MainWindow::showTimeline() {
    QVector<PhaseBar> bars;
    if (const auto& run = cursor_.snapshot()) {
        for (const Phase& phase : run->phases) {
            if (phase.firstEvent == phase.lastEvent) continue;  // a constant: nothing ran forward
            const Ink ink = phase.kind == Phase::Kind::Forward    ? Ink::forward
                            : phase.kind == Phase::Kind::Backward ? Ink::backward
                                                                  : Ink::tangent;
            bars.append({phaseTitle(phase), static_cast<int>(phase.firstEvent) + 1, static_cast<int>(phase.lastEvent), ink});
        }
    }
    timeline_->setPhases(bars);
    timeline_->setEnabled(!cursor_.stale() && cursor_.snapshot() != nullptr);
    showPlace();
}

void MainWindow::showPlace() { timeline_->setStop(static_cast<int>(cursor_.stop())); }

void MainWindow::dragPoint(double x, bool finished) {
    if (!chart_) return;
    const QString name = QString::fromStdString(chart_->variable);
    if (curve_) function_->setLeaf(curve_->leaf, curve_->element, name, x, finished);
    else function_->setInput(name, x, finished);
}

void MainWindow::jumpTo(NodeId node) {
    if (!cursor_.snapshot()) return;
    if (const std::size_t stop = stopOf(cursor_.snapshot()->recording, node); stop > 0) cursor_.setStop(static_cast<int>(stop));
}

// Asked again, to the next time that the line runs.
void MainWindow::jumpToLine(int line) {
    const auto& run = cursor_.snapshot();
    if (!run || cursor_.stale()) return;
    const std::size_t stop = stopOfLine(run->recording, run->source, static_cast<std::uint32_t>(line), cursor_.stop());
    if (stop > 0) cursor_.setStop(static_cast<int>(stop));
}

// Keys of the timeline, wherever no other control wants them.
void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier) {
        switch (event->key()) {
            case Qt::Key_Right: return cursor_.setStop(cursor_.neighbour(1));
            case Qt::Key_Left: return cursor_.setStop(cursor_.neighbour(-1));
            case Qt::Key_Home: return cursor_.setStop(0);
            case Qt::Key_End: return cursor_.setStop(static_cast<int>(cursor_.stops()));
            case Qt::Key_Space: return timeline_->togglePlaying();
            case Qt::Key_F: return graph_->fit();
            case Qt::Key_Escape: return stopProgram();
            default: break;
        }
    }
    QMainWindow::keyPressEvent(event);
}

// Tab goes through one pane after another, in the order of reading. Rows and buttons come and go with every run, so the
// order is put right when it is asked for.
bool MainWindow::focusNextPrevChild(bool next) {
    orderFocus();
    return QMainWindow::focusNextPrevChild(next);
}

// The tabs of panes that share a place are Qt's, made when they are needed.
void MainWindow::childEvent(QChildEvent* event) {
    QMainWindow::childEvent(event);
    auto* tabs = event->polished() ? qobject_cast<QTabBar*>(event->child()) : nullptr;
    if (tabs == nullptr) return;
    tabs->setObjectName(QStringLiteral("paneTabs"));
    tabs->setAccessibleName(tr("Panes"));
}

void MainWindow::orderFocus() {
    constexpr std::array kPanes{"functionDock", "exerciseDock", "graphPane",   "stepDock", "tapeDock",
                                "waysDock",     "plotDock",     "timelineBar", "mode"};
    std::array<QList<QWidget*>, kPanes.size() + 1> controls;  // the last are those in no pane
    for (QWidget* widget = nextInFocusChain(); widget != this; widget = widget->nextInFocusChain()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->window() != this) continue;
        std::size_t pane = kPanes.size();
        for (const QWidget* at = widget; at != this && pane == kPanes.size(); at = at->parentWidget()) {
            pane = static_cast<std::size_t>(
                std::find_if(kPanes.begin(), kPanes.end(), [&](const char* name) { return at->objectName() == QLatin1String(name); }) -
                kPanes.begin());
        }
        controls[pane].append(widget);
    }
    QWidget* last = nullptr;
    for (const auto& pane : controls) {
        for (QWidget* widget : pane) {
            if (last != nullptr) setTabOrder(last, widget);
            last = widget;
        }
    }
}

void MainWindow::restore() {
    resize(1440, 900);
    if (!options_.remember) return;
    setMotion(motionWanted());
    const QSettings settings;
    // The first time: never larger than the screen, with room for a title bar.
    if (!restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray()))
        resize(size().boundedTo(screen()->availableSize() - QSize(8, 48)));
    restoreState(settings.value(QStringLiteral("window/state")).toByteArray());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayLose()) return event->ignore();
    if (recovery_) recovery_->forget();
    if (options_.remember) {
        QSettings settings;
        settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
        settings.setValue(QStringLiteral("window/state"), saveState());
    }
    QMainWindow::closeEvent(event);
}

}  // namespace backstep
