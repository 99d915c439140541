// SPDX-License-Identifier: GPL-3.0-or-later
// What can be asked of a node in the graph: its elements, and what would have flowed where detach() cut the graph.
#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QResizeEvent>
#include <QSettings>
#include <QSplitter>
#include <QTimer>

#include "app/exerciseworker.h"
#include "app/mainwindow.h"
#include "engine/diagram/printable.h"
#include "engine/elements.h"
#include "engine/layout/helper.h"
#include "engine/timeline/terms.h"
#include "widgets/elementsview.h"
#include "widgets/graphview.h"
#include "widgets/panedock.h"
#include "widgets/predictor.h"

namespace backstep {
namespace {

struct Refusals {
    Q_DECLARE_TR_FUNCTIONS(ElementsView)

public:
    static QString sentence(NotOpened why, Op op) {
        switch (why) {
            case NotOpened::NoOperation: return tr("Choose an operation: this is an input or a number.");
            case NotOpened::Scalars: return tr("This works on single numbers already.");
            case NotOpened::TooLarge: return tr("Only tensors of up to %1 elements are opened; here there are more.").arg(kMostElements);
            case NotOpened::NotKnown:
                return tr("The operation “%1” is not shown in elements.")
                    .arg(QString::fromLatin1(infoOf(op).name.data(), static_cast<qsizetype>(infoOf(op).name.size())));
        }
        return {};
    }
};

struct Opened {
    Elements elements;
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const Layout> layout;
};

}  // namespace

// Beside the graph, while they are asked for, the elements of one operation.
void MainWindow::createElements(QSplitter* beside) {
    elements_ = new ElementsView(this);
    elements_->hide();
    beside->addWidget(elements_);
    elementsWorker_ = new ExerciseWorker(this);
    ghostWorker_ = new ExerciseWorker(this);
    sparksWorker_ = new ExerciseWorker(this);
    connect(elements_, &ElementsView::closed, this, [this] {
        hideElements();
        graph_->setFocus();
    });
    connect(graph_, &GraphView::menuRequested, this, &MainWindow::showNodeMenu);
    connect(&cursor_, &StepCursor::runChanged, this, [this] {
        hideElements();
        if (ghosts_ != nullptr && ghosts_->isChecked()) findGhosts();
        if (ghosts_ != nullptr) ghosts_->setEnabled(cursor_.snapshot() && hasCuts(*cursor_.snapshot()));
    });
}

void MainWindow::createGraphActions(QMenu* menu) {
    elementsAction_ = menu->addAction(tr("Show &Elements"));
    elementsAction_->setObjectName(QStringLiteral("actionElements"));
    elementsAction_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    connect(elementsAction_, &QAction::triggered, this, [this] {
        const NodeId focus = cursor_.focus();
        showElements(focus.valid() ? focus : momentOfElements());
    });
    ghosts_ = menu->addAction(tr("Show W&hat Is Cut Off"));
    ghosts_->setObjectName(QStringLiteral("actionGhosts"));
    ghosts_->setCheckable(true);
    ghosts_->setEnabled(false);
    ghosts_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    sparks_ = menu->addAction(tr("Show Each Node as a C&urve"));
    sparks_->setObjectName(QStringLiteral("actionSparks"));
    sparks_->setCheckable(true);
    sparks_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
    sparks_->setToolTip(tr("Beneath each node its value along the plotted input, and the slope of f in it"));
    if (options_.remember) sparks_->setChecked(QSettings().value(QStringLiteral("view/sparks"), false).toBool());
    connect(sparks_, &QAction::toggled, this, [this](bool on) {
        if (options_.remember) QSettings().setValue(QStringLiteral("view/sparks"), on);
        showSparks();
    });
    menu->addAction(differencesAction_);
    connect(ghosts_, &QAction::toggled, this, [this](bool on) {
        if (on) findGhosts();
        else graph_->setGhosts(nullptr);
    });
}

// The operation that the step at hand is about.
NodeId MainWindow::momentOfElements() const {
    if (!cursor_.snapshot()) return {};
    const Moment moment = momentAt(cursor_.snapshot()->recording, cursor_.stop());
    return moment.contribution ? moment.contribution->node : moment.node;
}

void MainWindow::showNodeMenu(NodeId node, const QPoint& at) {
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("nodeMenu"));
    if (node.valid()) {
        cursor_.setFocus(node);
        connect(menu.addAction(tr("&Go to Its Step")), &QAction::triggered, this, [this, node] { jumpTo(node); });
    }
    menu.addAction(elementsAction_);
    if (ghosts_->isEnabled()) menu.addAction(ghosts_);
    menu.exec(at);
}

void MainWindow::showElements(NodeId node) {
    if (!cursor_.snapshot() || cursor_.stale()) return;
    const std::shared_ptr<const Snapshot> run = cursor_.snapshot();
    if (elements_->isHidden()) {
        elements_->show();
        placeElements();
    }
    if (!node.valid()) return elements_->showRefusal(tr("Elements"), tr("Choose an operation in the graph first."));
    const Recording& recording = run->recording;
    const Notation title = rowOf({nameTerm(recording, run->source, node).notation, markOf(Notation::Kind::relation, "="),
                                  expressionTerm(recording, run->source, node).notation});
    const QString name = tr("%1, in elements").arg(QString::fromStdString(printable(toPlainText(title))));
    // While numbers are held back, what has not arrived yet is not told here either.
    State state(recording, run->timeline);
    state.moveTo(predictor_->hides() ? predictor_->known() : run->stops());
    auto opened = elementsOf(*run, node, state.derivative(node));
    if (const auto* why = std::get_if<NotOpened>(&opened))
        return elements_->showRefusal(name, Refusals::sentence(*why, recording.tape.op(node)));
    elementsWorker_->start([this, name, elements = std::get<Elements>(opened), options = options_.layout](const std::stop_token& stop) {
        Request request;
        request.text = elements.text;
        request.kind = TextKind::Formula;
        request.inputs = elements.inputs;
        request.check = false;
        auto made = std::make_shared<Opened>();
        made->elements = elements;
        if (auto snapshot = evaluate(request, stop); snapshot && snapshot->ok()) {
            made->snapshot = std::make_shared<const Snapshot>(std::move(*snapshot));
            LayoutHelper helper(options);
            if (auto layout = helper.layout(layoutRequest(made->snapshot->graph, Direction::leftToRight), stop))
                made->layout = std::make_shared<const Layout>(std::move(*layout));
        }
        return ExerciseWorker::Then([this, name, made] {
            if (!made->layout) return;
            elements_->showElements(name, made->elements, made->snapshot, made->layout);
            placeElements();
        });
    });
}

void MainWindow::hideElements() {
    elements_->hide();
    if (twinGraph_->isHidden()) graphs_->setOrientation(Qt::Horizontal);
}

// Beside the graph or below it, whichever shows them larger. (Two graphs stay as they are.)
void MainWindow::placeElements() {
    constexpr double kShare = 0.6, kBars = 130;  // px of the pane's title and of the step beneath
    const QSizeF room = graphs_->size();
    const GraphView* opened = elements_->graph();
    if (twinGraph_->isHidden()) {
        const bool below = opened->nodeCount() > 0 && opened->wholeZoomIn({room.width(), room.height() * kShare - kBars}) >
                                                          opened->wholeZoomIn({room.width() * kShare, room.height() - kBars});
        graphs_->setOrientation(below ? Qt::Vertical : Qt::Horizontal);
    }
    const int all = graphs_->orientation() == Qt::Vertical ? graphs_->height() : graphs_->width();
    graphs_->setSizes({0, static_cast<int>(all * (1 - kShare)), static_cast<int>(all * kShare)});
    // Rather a little small than without its end, which is where the sweep begins.
    constexpr double kSmall = 0.5;
    if (opened->nodeCount() > 0 && opened->wholeZoomIn(opened->size()) >= kSmall) elements_->graph()->fit();
}

// What is to be predicted is not told by a curve either.
void MainWindow::showSparks() {
    const auto& run = cursor_.snapshot();
    const bool any = run && chart_ && !chart_->variable.empty() && (!run->isProgram() || curve_);
    sparks_->setEnabled(any);
    const bool forward = any && predictor_->hides() && predictor_->known() < run->endOfForward();
    if (!any || !sparks_->isChecked() || forward) return graph_->setSparks(nullptr, false);
    if (run->isProgram()) return findSparks();
    graph_->setSparks(std::make_shared<const Sparks>(
                          sparksOf(run->source, run->parsed.ast, run->recording, chart_->variable, chart_->xMin, chart_->xMax)),
                      !predictor_->hides());
}

// A program is run again for every point of them, beside the window; they are kept until its curve is another.
void MainWindow::findSparks() {
    const std::shared_ptr<const Snapshot> run = cursor_.snapshot();
    const std::shared_ptr<const ProgramCurve> curve = curve_;
    if (sparksOfCurve_.first == curve) return graph_->setSparks(sparksOfCurve_.second, !predictor_->hides());
    sparksWorker_->start([this, run, curve](const std::stop_token& stop) -> ExerciseWorker::Then {
        ProgramOptions options = run->request.program;
        options.stop = nullptr;
        auto found = sparksOf(run->source, run->program, options, run->recording, *curve, stop);
        if (!found) return {};
        return [this, run, curve, sparks = std::make_shared<const Sparks>(std::move(*found))] {
            if (curve_ != curve || cursor_.snapshot() != run) return;
            sparksOfCurve_ = {curve, sparks};
            showSparks();
        };
    });
}

void MainWindow::findGhosts() {
    const std::shared_ptr<const Snapshot> run = cursor_.snapshot();
    if (!run || !hasCuts(*run)) return;
    ghostWorker_->start([this, run](const std::stop_token& stop) {
        auto found = std::make_shared<const Ghosts>(ghostsOf(*run, stop));
        return ExerciseWorker::Then([this, run, found] {
            if (cursor_.snapshot() == run && ghosts_->isChecked()) graph_->setGhosts(found);
        });
    });
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    QTimer::singleShot(0, this, &MainWindow::keepGraphWide);  // once the panes have their places
}

// The graph is what is learned from: where the window becomes narrow, the panes beside it give the room, not it.
void MainWindow::keepGraphWide() {
    constexpr int kLeastGraph = 320, kLeastPane = 280;
    int lacks = kLeastGraph - graphs_->width();
    if (lacks <= 0) return;
    QList<QDockWidget*> panes;
    QList<int> widths;
    for (QDockWidget* pane : {static_cast<QDockWidget*>(cardDock_), static_cast<QDockWidget*>(functionDock_)}) {
        const int given = std::clamp(pane->width() - kLeastPane, 0, lacks);
        if (pane->isFloating() || !pane->isVisible() || given == 0) continue;
        panes.append(pane);
        widths.append(pane->width() - given);
        lacks -= given;
    }
    resizeDocks(panes, widths, Qt::Horizontal);
}

}  // namespace backstep
