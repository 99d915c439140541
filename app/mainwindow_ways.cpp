// SPDX-License-Identifier: GPL-3.0-or-later
// The pane "Ways of looking", the graph in forward mode beside the graph, and the graph continued by its derivatives.
#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QSplitter>
#include <QTabBar>

#include "app/exerciseworker.h"
#include "app/mainwindow.h"
#include "engine/ways/twin.h"
#include "widgets/differencesview.h"
#include "widgets/elementsview.h"
#include "widgets/graphview.h"
#include "widgets/pane.h"
#include "widgets/panedock.h"
#include "widgets/panetitle.h"
#include "widgets/predictor.h"
#include "widgets/stepcard.h"
#include "widgets/waysview.h"

namespace backstep {

void MainWindow::createWays() {
    sideBySide_ = new QAction(tr("Two &Graphs Side by Side"), this);
    sideBySide_->setObjectName(QStringLiteral("actionSideBySide"));
    sideBySide_->setIconText(tr("Two graphs"));
    sideBySide_->setToolTip(tr("Forward mode beside reverse mode, stepped together"));
    sideBySide_->setCheckable(true);
    sideBySide_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B));
    waysView_ = new WaysView(&cursor_, sideBySide_, this);
    twinGraph_ = new GraphView(&twinCursor_, this);
    twinGraph_->setObjectName(QStringLiteral("twinGraph"));
    twinGraph_->setAccessibleName(tr("The same graph in forward mode"));
    twinGraph_->hide();
    connect(sideBySide_, &QAction::toggled, this, [this](bool on) {
        waysView_->setNeeded(on);
        showTwin();
    });
    connect(waysView_, &WaysView::waysChanged, this, [this] {
        card_->setWays(waysView_->ways());
        showTwin();
    });
    connect(&cursor_, &StepCursor::runChanged, this, &MainWindow::showTwin);
    connect(waysView_, &WaysView::edgesChosen, graph_, &GraphView::setLitEdges);
    connect(waysView_, &WaysView::orderAsked, this, [this](int order) {
        SessionState next = session_.state();
        next.graphOrder = order;
        session_.change(next, tr("Continue the graph by derivatives"));
    });
    connect(&session_, &Session::changed, waysView_, [this] { waysView_->setOrder(session_.state().graphOrder); });
    connect(&cursor_, &StepCursor::stopChanged, this, [this] {
        const auto& ways = waysView_->ways();
        if (sideBySide_->isChecked() && ways && ways->twin == twinCursor_.snapshot() && ways->twin) {
            twinCursor_.setStop(static_cast<int>(twinStop(*ways->snapshot, *ways->twin, ways->sweep, cursor_.stop())));
        }
    });
    connect(twinGraph_, &GraphView::nodeActivated, this, &MainWindow::jumpTo);
    connect(&cursor_, &StepCursor::focusChanged, &twinCursor_, [this] { twinCursor_.setFocus(cursor_.focus()); });
    connect(&twinCursor_, &StepCursor::focusChanged, &cursor_, [this] { cursor_.setFocus(twinCursor_.focus()); });
}

// The pages share the pane, as the tape and the output do.
void MainWindow::createWaysTabs(PaneDock* dock) {
    auto* group = new QActionGroup(this);
    const auto add = [&](const QString& name, const QString& text, WaysView::Page page) {
        auto* action = new QAction(text, this);
        action->setObjectName(name);
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::toggled, waysView_, [this, page](bool on) {
            if (on) waysView_->setPage(page);
        });
        dock->titleBar()->addTab(action);
        wayTabs_.append(action);
    };
    add(QStringLiteral("tabJacobian"), tr("Jacobian"), WaysView::JacobianTab);
    add(QStringLiteral("tabModes"), tr("Modes", "forward and reverse"), WaysView::ModesTab);
    add(QStringLiteral("tabPaths"), tr("Paths"), WaysView::PathsTab);
    add(QStringLiteral("tabOrders"), tr("Orders", "of differentiation"), WaysView::OrdersTab);
    add(QStringLiteral("tabChecks"), tr("Checks"), WaysView::ChecksTab);
    wayTabs_.front()->setChecked(true);
    nameTabBars();
    connect(tapeDock_, &QDockWidget::visibilityChanged, this, &MainWindow::nameTabBars, Qt::QueuedConnection);
    connect(dock, &QDockWidget::visibilityChanged, this, &MainWindow::nameTabBars, Qt::QueuedConnection);
}

// The bar under panes that share a place is the main window's own, and made when it is needed.
void MainWindow::nameTabBars() {
    for (QTabBar* bar : findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (!bar->objectName().isEmpty()) continue;
        bar->setObjectName(QStringLiteral("dockTabs"));
        bar->setAccessibleName(tr("&Panes").remove(QLatin1Char('&')));
    }
}

void MainWindow::createWaysMenu(QMenu* parent) {
    QMenu* menu = parent->addMenu(tr("&Ways of Looking"));
    menu->setObjectName(QStringLiteral("waysMenu"));
    const auto add = [&](const QString& name, const QString& text, Qt::Key key, int page) {
        QAction* action = menu->addAction(text);
        action->setObjectName(name);
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | key));
        connect(action, &QAction::triggered, this, [this, page] { showWays(page); });
    };
    add(QStringLiteral("actionJacobian"), tr("&Jacobian and Seed"), Qt::Key_1, WaysView::JacobianTab);
    add(QStringLiteral("actionModes"), tr("&Forward and Reverse"), Qt::Key_2, WaysView::ModesTab);
    add(QStringLiteral("actionPaths"), tr("&Paths and Their Sum"), Qt::Key_3, WaysView::PathsTab);
    add(QStringLiteral("actionOrders"), tr("&Second Order"), Qt::Key_4, WaysView::OrdersTab);
    add(QStringLiteral("actionChecks"), tr("&Checks of the Gradients"), Qt::Key_5, WaysView::ChecksTab);
    menu->addSeparator();
    menu->addAction(sideBySide_);
}

// The pane comes forward with that page, and takes the keyboard.
void MainWindow::showWays(int page) {
    const bool hidden = waysDock_->isHidden();
    waysDock_->show();
    waysDock_->raise();
    // Beside a long program there is little room left: enough for a small table is taken from it.
    constexpr int kRoom = 400;
    const int all = functionDock_->height() + tapeDock_->height();
    if (hidden && tapeDock_->height() < kRoom && all > 2 * kRoom - 80)
        resizeDocks({functionDock_, tapeDock_}, {all - kRoom, kRoom}, Qt::Vertical);
    wayTabs_[page]->setChecked(true);
    waysView_->focusPage();
}

void MainWindow::nameGraph() {
    const bool standIn = cursor_.layout() && cursor_.layout()->standIn;
    const bool both = twinGraph_ != nullptr && !twinGraph_->isHidden();
    const bool stacked = graphs_->orientation() == Qt::Vertical;
    graphPane_->setTitle(both && stacked ? tr("Forward mode above, reverse mode below")
                         : both          ? tr("Forward mode at the left, reverse mode at the right")
                         : standIn       ? tr("Graph, simply laid out")
                                         : tr("Graph"));
}

void MainWindow::showTwin() {
    const auto& ways = waysView_->ways();
    // In forward mode there is no reverse mode to stand beside.
    sideBySide_->setEnabled(!cursor_.snapshot() || cursor_.snapshot()->request.mode == SweepMode::Reverse);
    // Nor while answers are held back: the other mode would tell the derivative.
    const bool on = sideBySide_->isChecked() && sideBySide_->isEnabled() && !(predictor_ != nullptr && predictor_->hides());
    const bool ready = on && ways && ways->twin && ways->snapshot == cursor_.snapshot();
    if (!ready) {
        if (!on || !ways) {
            const bool was = !twinGraph_->isHidden();
            twinGraph_->hide();
            if (elements_->isHidden()) graphs_->setOrientation(Qt::Horizontal);
            else if (was) placeElements();
        }
        return nameGraph();
    }
    if (twinCursor_.snapshot() != ways->twin) {
        twinCursor_.setRun(ways->twin, cursor_.layout(), twinStop(*ways->snapshot, *ways->twin, ways->sweep, cursor_.stop()));
    }
    if (twinGraph_->isHidden()) placeTwin();
    nameGraph();
}

// Beside the other or above it, whichever leaves both larger; the whole of both in sight, so that they can be compared.
void MainWindow::placeTwin() {
    const QSizeF room = graphs_->size();
    const bool stacked = graph_->wholeZoomIn({room.width(), room.height() / 2}) > graph_->wholeZoomIn({room.width() / 2, room.height()});
    graphs_->setOrientation(stacked ? Qt::Vertical : Qt::Horizontal);
    twinGraph_->show();
    const int half = (stacked ? graphs_->height() : graphs_->width()) / 2;
    graphs_->setSizes({half, half});
    for (GraphView* view : {twinGraph_, graph_}) view->fit();
}

// Nobody waits for what nobody sees.
bool MainWindow::looksAround() const {
    return (waysView_->busy() && (waysView_->isVisible() || sideBySide_->isChecked())) ||
           (differencesWorker_->busy() && differences_->isVisible());
}

}  // namespace backstep
