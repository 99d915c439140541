// SPDX-License-Identifier: GPL-3.0-or-later
// Predicting in the window: its switches, and that nothing beside the step at hand tells what is yet to be said.
#include <algorithm>
#include <limits>

#include <QAction>
#include <QMenu>
#include <QSettings>

#include "app/mainwindow.h"
#include "widgets/differencesview.h"
#include "widgets/panedock.h"
#include "widgets/panetitle.h"
#include "widgets/plotview.h"
#include "widgets/predictbox.h"
#include "widgets/predictor.h"
#include "widgets/stepcard.h"
#include "widgets/timelinebar.h"
#include "widgets/waysview.h"

namespace backstep {
namespace {

QString predictKey() { return QStringLiteral("step/predict"); }
QString scoreKey() { return QStringLiteral("step/predictScore"); }

}  // namespace

void MainWindow::createPredictor() {
    predictor_ = new Predictor(&cursor_, this);
    card_->setHead(new PredictBox(predictor_));
    connect(predictor_, &Predictor::changed, this, [this] {
        if (!hiding_ && !predictor_->hides()) return;
        if (predictor_->hides() == hiding_ && predictor_->known() == knownBefore_) return;
        hiding_ = predictor_->hides();
        knownBefore_ = predictor_->known();
        showCurve();
        showPlot();
        showOutput();
        waysView_->setHidden(hiding_);  // it looks at the whole sweep
        showTwin();
    });
    connect(&cursor_, &StepCursor::held, this, [this] {
        timeline_->setPlaying(false);
        showPlace();
    });
}

void MainWindow::createPredictActions(QMenu* menu) {
    const auto add = [&](const QString& name, const QString& text, const QString& key, auto act) {
        QAction* action = menu->addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        connect(action, &QAction::toggled, this, [this, key, act](bool on) {
            if (options_.remember) QSettings().setValue(key, on);
            act(on);
        });
        if (options_.remember) action->setChecked(QSettings().value(key, false).toBool());
        return action;
    };
    QAction* predict = add(QStringLiteral("actionPredict"), tr("Pre&dict"), predictKey(), [this](bool on) { predictor_->setOn(on); });
    predict->setIconText(tr("predict"));
    predict->setToolTip(tr("Say each number before it is shown (Ctrl+Shift+P)"));
    predict->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    connect(predict, &QAction::triggered, this, [this](bool on) {
        if (on) card_->findChild<PredictBox*>()->focusAnswer();  // the hand is there already
    });
    add(QStringLiteral("actionPredictScore"), tr("Show the S&core of Predictions"), scoreKey(),
        [this](bool on) { card_->findChild<PredictBox*>()->setScoreShown(on); });
    cardDock_->titleBar()->addAction(predict);
}

// f′ would tell the adjoint of x, and the point the value of f.
void MainWindow::showCurve() {
    Chart chart = chart_ ? *chart_ : Chart();
    if (chart_ && predictor_->hides()) {
        const auto derivative = [](const Curve& curve) { return curve.order > 0; };
        std::erase_if(chart.curves, derivative);
        for (Companion& other : chart.companions) std::erase_if(other.curves, derivative);
        chart.slope = std::numeric_limits<double>::quiet_NaN();
        if (cursor_.snapshot() && predictor_->known() < cursor_.snapshot()->endOfForward()) chart.hasPoint = false;
    }
    plot_->setChart(chart);
    const bool formula = cursor_.snapshot() && !cursor_.snapshot()->isProgram();
    if (!formula && curve_) differences_->setProgram(chart_);
    else differences_->setRun(formula ? cursor_.snapshot() : nullptr, chart_);
    if (sparks_ != nullptr) showSparks();
}

// What the program has printed at the step that is known; all of it where nothing is held back.
std::shared_ptr<const ProgramReport> MainWindow::reportToShow(std::shared_ptr<const ProgramReport> report) const {
    if (!predictor_->hides() || cursor_.snapshot() != outcome_) return report;
    const auto later =
        std::find_if(report->prints.begin(), report->prints.end(), [this](const ReportedPrint& p) { return p.stop > predictor_->known(); });
    if (later == report->prints.end()) return report;
    auto cut = std::make_shared<ProgramReport>(*report);
    cut->output.resize(std::min(cut->output.size(), later->at));
    std::erase_if(cut->echo, [&](const ReportedEcho& echo) { return echo.at > cut->output.size(); });
    cut->prints.resize(static_cast<std::size_t>(later - report->prints.begin()));
    return cut;
}

}  // namespace backstep
