// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scrubber.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include "widgets/appearance.h"
#include "widgets/flatpaint.h"

namespace backstep {
namespace {

constexpr double kBar = 6;
constexpr double kHandle = 18;
constexpr double kMargin = kHandle / 2 + 3;  // so that the handle is whole at both ends
constexpr double kLeastWidth = 28;
constexpr double kLabelGap = 6;

QFont labelFont() { return interfaceFont(kSmallText); }

}  // namespace

Scrubber::Scrubber(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("scrubber"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setAccessibleName(tr("Timeline"));
    makeRangesAccessible();
}

void Scrubber::setPhases(const QVector<PhaseBar>& phases) {
    if (phases == phases_) return;
    phases_ = phases;
    stop_ = qBound(0, stop_, lastStop());
    setCursor(phases_.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    relayout();
}

void Scrubber::setStop(int stop) {
    stop = qBound(0, stop, lastStop());
    if (stop == stop_) return;
    stop_ = stop;
    update();
    QAccessibleValueChangeEvent changed(this, stop_);
    QAccessible::updateAccessibility(&changed);
}

void Scrubber::setTip(std::function<QString(int)> tip) { tip_ = std::move(tip); }

int Scrubber::lastStop() const { return phases_.isEmpty() ? 0 : phases_.last().last; }

double Scrubber::trackY() const {
    const double label = QFontMetricsF(labelFont()).height() + kLabelGap;
    return (height() + label) / 2;
}

QPointF Scrubber::pointOf(int stop) const { return {kMargin + track_.xOf(stop), trackY()}; }

QSize Scrubber::sizeHint() const { return {480, minimumSizeHint().height()}; }

QSize Scrubber::minimumSizeHint() const { return {120, qCeil(QFontMetricsF(labelFont()).height() + kLabelGap + kHandle + 6)}; }

QString Scrubber::spokenText() const { return tr("step %1 of %2").arg(stop_).arg(lastStop()); }

void Scrubber::speakValue(double value) { request(qRound(value)); }

void Scrubber::request(int stop) {
    stop = qBound(0, stop, lastStop());
    if (!phases_.isEmpty() && stop != stop_) emit stopRequested(stop);
}

void Scrubber::relayout() {
    const QFontMetricsF metrics(labelFont());
    QVector<double> minimums;
    for (const PhaseBar& phase : phases_) {
        minimums.append(qMax(kLeastWidth, metrics.horizontalAdvance(phase.title) + 6));
    }
    track_ = PhaseTrack(phases_, width() - 2 * kMargin, minimums);
    update();
}

int Scrubber::stopUnder(const QPointF& point) const { return track_.stopAt(point.x() - kMargin); }

QRectF Scrubber::labelRect(qsizetype index) const {
    const auto& segment = track_.segments()[index];
    const double height = QFontMetricsF(labelFont()).height();
    return {kMargin + segment.left, trackY() - kHandle / 2 - kLabelGap / 2 - height, segment.width, height};
}

void Scrubber::paintSegment(QPainter& painter, qsizetype index) const {
    const auto& segment = track_.segments()[index];
    const QColor full = isEnabled() ? ink(phases_[index].ink) : ink(Ink::faint);
    const QColor wash = mix(full, ink(Ink::pane), currentTheme() == Theme::dark ? 0.28 : 0.22);
    const QRectF bar(kMargin + segment.left, trackY() - kBar / 2, segment.width, kBar);
    paintBox(painter, bar, kBar / 2, wash, Qt::transparent, 0);
    if (stop_ > segment.before) {
        QRectF done = bar;
        if (stop_ < segment.last) done.setRight(pointOf(stop_).x());
        paintBox(painter, done, kBar / 2, full, Qt::transparent, 0);
    }
    paintLabel(painter, index);
}

// Where the names of all phases do not fit, as those of a training loop, only the one at hand has its name, in full.
void Scrubber::paintLabel(QPainter& painter, qsizetype index) const {
    const QFontMetricsF metrics(labelFont());
    const bool current = track_.segmentOf(stop_) == index;
    bool allFit = true;
    for (qsizetype i = 0; i < phases_.size() && allFit; ++i)
        allFit = metrics.horizontalAdvance(phases_[i].title) <= track_.segments()[i].width + 1;
    if (!allFit && !current) return;
    QRectF place = labelRect(index);
    place.setWidth(qMax(place.width(), metrics.horizontalAdvance(phases_[index].title) + 2));
    place.moveRight(qMin(place.right(), width() - kMargin));
    painter.setPen(ink(!isEnabled() ? Ink::faint : current ? Ink::text : Ink::quiet));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, phases_[index].title);
}

void Scrubber::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(labelFont());
    if (phases_.isEmpty()) {
        const QRectF bar(kMargin, trackY() - kBar / 2, width() - 2 * kMargin, kBar);
        return paintBox(painter, bar, kBar / 2, ink(Ink::line), Qt::transparent, 0);
    }
    for (qsizetype i = 0; i < phases_.size(); ++i) paintSegment(painter, i);
    const QColor ring = isEnabled() ? ink(phases_[track_.segmentOf(stop_)].ink) : ink(Ink::faint);
    paintHandle(painter, pointOf(stop_), kHandle, ring, hasFocus());
}

}  // namespace backstep
