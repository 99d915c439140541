// SPDX-License-Identifier: GPL-3.0-or-later
// What the plot pane shows: the curves of f, or a figure that the program drew, or a sentence.
#include <QActionGroup>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/exerciseworker.h"
#include "app/mainwindow.h"
#include "widgets/differencesview.h"
#include "widgets/figureview.h"
#include "widgets/panedock.h"
#include "widgets/panetitle.h"
#include "widgets/pathband.h"
#include "widgets/pathwords.h"
#include "widgets/plotview.h"
#include "widgets/predictor.h"
#include "widgets/quietbutton.h"

namespace backstep {

void MainWindow::createPlotPage() {
    plotPage_ = new QWidget(this);
    auto* column = new QVBoxLayout(plotPage_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(plot_, 1);
    paths_ = new PathBandView(plot_, plotPage_);
    column->addWidget(paths_);
    connect(paths_, &PathBandView::traceAsked, this, [this](double x) { dragPoint(x, true); });
}

void MainWindow::createFigureChoice(PaneDock* dock) {
    figureChoice_ = new QuietButton(dock);
    figureChoice_->setObjectName(QStringLiteral("figureChoice"));
    figureChoice_->setAccessibleName(tr("What is plotted"));
    figureChoice_->setPopupMode(QToolButton::InstantPopup);
    figureChoice_->setMenu(new QMenu(figureChoice_));
    figureChoice_->hide();
    dock->titleBar()->addWidget(figureChoice_);
}

// In place of the curves.
void MainWindow::createDifferences(PaneDock* dock) {
    differences_ = new DifferencesView(this);
    plotPages_->addWidget(differences_);
    differencesWorker_ = new ExerciseWorker(this);
    connect(differences_, &DifferencesView::programAsked, this, &MainWindow::findDifferences);
    differencesAction_ = new QAction(tr("&Difference Quotients"), dock);
    differencesAction_->setIconText(tr("h"));
    differencesAction_->setObjectName(QStringLiteral("actionDifferences"));
    differencesAction_->setToolTip(tr("Difference quotients, their step h and their error (Ctrl+Shift+H)"));
    differencesAction_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    differencesAction_->setCheckable(true);
    connect(differencesAction_, &QAction::toggled, this, [this] { showPlot(); });
    auto* button = new QuietButton(dock);
    button->setObjectName(QStringLiteral("differencesButton"));
    button->setDefaultAction(differencesAction_);
    button->setAccessibleName(tr("Difference quotients"));
    connect(differencesAction_, &QAction::changed, button, [this, button] { button->setVisible(differencesAction_->isVisible()); });
    dock->titleBar()->addWidget(button);
}

// How far off the quotients are does not depend on the h that is looked at: that is found out once for a curve.
void MainWindow::findDifferences() {
    const auto run = cursor_.snapshot();
    const auto curve = curve_;
    if (!run || !run->isProgram() || !curve || !curve->chart.hasPoint) return;
    const auto errors = differencesOf_ == curve ? differenceErrors_ : nullptr;
    differencesWorker_->start([this, run, curve, errors, h = differences_->step(),
                               kind = differences_->kind()](const std::stop_token& stop) -> ExerciseWorker::Then {
        constexpr int kPoints = 60, kPerDecade = 3;
        const Chart& chart = curve->chart;
        ProgramOptions options = run->request.program;
        options.stop = nullptr;
        const Sampled f = programFunction(run->source, run->program, options,
                                          {.leaf = curve->leaf, .element = curve->element, .call = curve->call}, stop);
        auto found = std::make_shared<ProgramDifferences>();
        found->h = h;
        found->kind = kind;
        const auto known = errors ? std::optional(*errors) : differenceErrors(f, chart.slope, chart.at, kPerDecade);
        std::vector<double> x{chart.at};
        for (int i = 0; i <= kPoints; ++i) x.push_back(chart.xMin + (chart.xMax - chart.xMin) * i / kPoints);
        const auto y = known ? quotients(f, x, h, kind) : std::nullopt;
        if (!y) return {};
        found->errors = *known;
        found->here = y->front();
        found->x.assign(x.begin() + 1, x.end());
        found->y.assign(y->begin() + 1, y->end());
        return [this, curve, found] {
            if (curve_ != curve) return;
            differencesOf_ = curve;
            differenceErrors_ = std::make_shared<const DifferenceErrors>(found->errors);
            differences_->setFound(found);
        };
    });
}

// The same figure is looked at in the next run, if there is one.
void MainWindow::takeFigures(const Snapshot& snapshot) {
    figures_.clear();
    if (snapshot.report) {
        for (const ReportedFigure& figure : snapshot.report->figures) figures_.push_back(figureOf(figure));
    }
    showPlot();
}

// What a program would show here, and where it has an output but no curve, why.
QString MainWindow::nothingPlotted() const {
    const QString drawn = tr("What the program draws with plt.plot(x, y) appears here.");
    const bool quiet = refusal_ == SampleRefusal::None || refusal_ == SampleRefusal::NoBackward || refusal_ == SampleRefusal::NoLeaf ||
                       refusal_ == SampleRefusal::Failed;
    return quiet ? drawn : drawn + QLatin1Char('\n') + refusalSentence(refusal_);
}

void MainWindow::showPlot() {
    const auto count = static_cast<int>(figures_.size());
    const bool program = cursor_.snapshot() && !cursor_.stale() ? cursor_.snapshot()->isProgram() : session_.isProgram();
    if (figureShown_ >= count) figureShown_ = 0;
    if (figureShown_ < 0 && !chart_) figureShown_ = 0;
    const bool curve = chart_ && (figureShown_ < 0 || count == 0);
    const bool differences = differencesAction_->isChecked() && (!program || curve_) && !predictor_->hides();
    plotPages_->setCurrentWidget(differences ? static_cast<QWidget*>(differences_) : curve || !program ? plotPage_ : figure_);
    differencesAction_->setEnabled(!predictor_->hides());
    differencesAction_->setVisible(!program || curve_);
    for (QWidget* button : curveButtons_) button->setVisible(curve || !program);
    if (!curve && count > 0) figure_->setFigure(figures_[static_cast<std::size_t>(figureShown_)]);
    else figure_->clear(nothingPlotted());

    QMenu* menu = figureChoice_->menu();
    menu->clear();
    delete menu->findChild<QActionGroup*>();
    auto* group = new QActionGroup(menu);
    const auto choice = [&](const QString& text, int which, bool checked) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        group->addAction(action);
        if (checked) figureChoice_->setText(text);
        // Later: showing the plot makes this menu anew.
        const auto show = [this, which] {
            figureShown_ = which;
            showPlot();
        };
        connect(action, &QAction::triggered, this, show, Qt::QueuedConnection);
    };
    for (int i = 0; i < count; ++i)
        choice(count == 1 ? tr("Figure") : tr("Figure %1 of %2").arg(i + 1).arg(count), i, !curve && i == figureShown_);
    if (chart_ && program) choice(tr("f and its derivatives"), -1, curve);
    figureChoice_->setVisible(menu->actions().size() > 1);
}

}  // namespace backstep
