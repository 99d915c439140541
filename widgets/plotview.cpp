// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plotview.h"

#include <algorithm>
#include <cmath>

#include <QAccessible>
#include <QEvent>

#include "engine/base/numbers.h"
#include "widgets/appearance.h"
#include "widgets/curvereader.h"
#include "widgets/punctuation.h"
#include "widgets/valuetext.h"

namespace backstep {
namespace {

constexpr int kAskEvery = 30;       // ms
constexpr std::size_t kSpoken = 6;  // gaps, in the description

QString number(double value) { return QString::fromStdString(significant(value, kCardDigits)); }

}  // namespace

PlotView::PlotView(QWidget* parent)
    : QWidget(parent),
      surface_(
          this, [this]() -> const PlotScene& { return scene(); }, [this]() -> const PlotHover& { return hover_; }) {
    setObjectName(QStringLiteral("plotView"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    makeRangesAccessible();
    asking_.setSingleShot(true);
    asking_.setInterval(kAskEvery);
    connect(&asking_, &QTimer::timeout, this, [this] { emit rangeChanged(ranges_.x().lo, ranges_.x().hi); });
    describe();
}

void PlotView::setChart(const Chart& chart) {
    if (chart.curves.empty()) return clear();
    const bool isMoving = (gesture_ == Gesture::point || isNudging_) && hasPoint();
    const double at = isMoving ? chart_->at : 0;
    // The text of a point that moves stays beside it; that of another function looks for a place of its own.
    if (!isMoving && chart_ && chart_->at == chart.at) lastLabel_.reset();
    chart_ = chart;
    ranges_.adopt(chart);
    // A chart that was asked for a moment ago must not pull the point back from under the pointer.
    if (isMoving && hasPoint() && chart_->at != at) readPoint(at);
    describe();
    refresh();
}

void PlotView::clear() {
    finishGesture(true);
    chart_.reset();
    ranges_.reset();
    lastLabel_.reset();
    describe();
    refresh();
}

void PlotView::setCurveShown(int order, bool shown) {
    if (shown == isCurveShown(order)) return;
    if (shown) {
        hidden_.erase(std::remove(hidden_.begin(), hidden_.end(), order), hidden_.end());
    } else {
        hidden_.push_back(order);
    }
    refresh();
}

bool PlotView::isCurveShown(int order) const { return std::find(hidden_.begin(), hidden_.end(), order) == hidden_.end(); }

void PlotView::setDimmed(bool dimmed) {
    if (dimmed == isDimmed_) return;
    isDimmed_ = dimmed;
    refresh();
}

void PlotView::resetRange() {
    asking_.stop();
    ranges_.reset();
    if (chart_) ranges_.adopt(*chart_);
    refresh();
    emit rangeReset();
}

const PlotScene& PlotView::scene() {
    if (isStale_ || scene_.size != surface_.widget()->size()) {
        scene_ = layOutPlot(order(), surface_.widget()->size());
        lastLabel_ = scene_.labelAt;
        isStale_ = false;
    }
    return scene_;
}

PlotOrder PlotView::order() const {
    PlotOrder order;
    order.chart = chart_ ? &*chart_ : nullptr;
    order.x = ranges_.x();
    order.y = ranges_.y();
    order.hidden = hidden_;
    order.sentence = tr("No finite value in this range.");
    order.isDimmed = isDimmed_;
    order.hasFocus = hasFocus();
    order.labelWas = lastLabel_;
    if (!hasPoint()) {
        order.isOutlined = hasFocus();
        return order;
    }
    order.isOutlined = hasFocus() && isFocusByKey_;
    order.pointText = pointText();
    order.pointLines = QStringList{tr("%1(%2) = %3").arg(curveName(chart_->function, 0), number(chart_->at), number(chart_->value))};
    if (!std::isnan(chart_->slope)) order.pointLines.append(tr("slope %1").arg(number(chart_->slope)));
    return order;
}

QString PlotView::pointText() const {
    if (!chart_ || !chart_->hasPoint) return {};
    const QString value = tr("%1(%2) = %3").arg(curveName(chart_->function, 0), number(chart_->at), number(chart_->value));
    return std::isnan(chart_->slope) ? value : tr("%1, slope %2").arg(value, number(chart_->slope));
}

// What the eye sees, in words and numbers.
void PlotView::describe() {
    if (!chart_) {
        setAccessibleName(tr("Plot"));
        setAccessibleDescription(tr("Nothing is plotted yet."));
        return;
    }
    const QString variable = QString::fromStdString(chart_->variable);
    setAccessibleName(tr("Plot of %1(%2)").arg(curveName(chart_->function, 0), variable));
    QStringList parts{tr("%1 from %2 to %3.").arg(variable, number(ranges_.x().lo), number(ranges_.x().hi))};
    if (!chart_->anyFinite) parts.append(tr("No finite value in this range."));
    if (chart_->hasPoint) parts.append(pointText() + QLatin1Char('.'));
    for (std::size_t i = 0; i < std::min(chart_->gaps.size(), kSpoken); ++i) {
        const Gap& gap = chart_->gaps[i];
        const QString cause = QString::fromStdString(gap.text);
        parts.append(gap.from == gap.to ? tr("Interrupted at %1: %2.").arg(number(gap.from), cause)
                                        : tr("Interrupted from %1 to %2: %3.").arg(number(gap.from), number(gap.to), cause));
    }
    setAccessibleDescription(sentencesOf(parts));
    if (!QAccessible::isActive() || !chart_->hasPoint) return;
    QAccessibleValueChangeEvent changed(this, chart_->at);
    QAccessible::updateAccessibility(&changed);
}

double PlotView::spokenStep() const { return tidyStep(ranges_.x().lo, ranges_.x().hi); }

void PlotView::speakValue(double value) {
    if (hasPoint() && std::isfinite(value)) movePoint(std::clamp(value, ranges_.x().lo, ranges_.x().hi), true);
}

// Where the point is going, as the curves show it, until the chart of that point arrives.
void PlotView::readPoint(double x) {
    chart_->at = x;
    chart_->value = readCurve(*chart_, 0, x);
    chart_->slope = readCurve(*chart_, 1, x);
}

void PlotView::movePoint(double x, bool finished) {
    const bool isNew = x != chart_->at;
    if (isNew) {
        readPoint(x);
        describe();
        refresh();
    }
    if (isNew || finished) emit pointDragged(x, finished);
}

void PlotView::askForRange() {
    if (!asking_.isActive()) asking_.start();
}

void PlotView::refresh() {
    isStale_ = true;
    findHover();
    surface_.replot();
    emit sceneChanged();
}

}  // namespace backstep
