// SPDX-License-Identifier: GPL-3.0-or-later
// What the pointer and the keys do in a plot.
#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include "widgets/plotview.h"
#include "widgets/valuetext.h"

namespace backstep {
namespace {

constexpr double kGrab = 10;       // px
constexpr double kPerNotch = 0.8;  // of the range that a notch of the wheel leaves
constexpr double kKeyZoom = 0.64;

bool isPlain(const QKeyEvent& key) { return !(key.modifiers() & (Qt::AltModifier | Qt::MetaModifier)); }

}  // namespace

bool PlotView::event(QEvent* event) {
    // The window steps through the run with the arrow keys; over a plot that has the focus they are the point's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool moves = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right;
        const bool cancels = key->key() == Qt::Key_Escape && gesture_ != Gesture::none;
        if ((moves && isPlain(*key) && hasPoint()) || cancels) event->accept();
    }
    return QWidget::event(event);
}

void PlotView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    switch (event->type()) {
        case QEvent::PaletteChange:
        case QEvent::FontChange:
        case QEvent::ApplicationFontChange:
        case QEvent::LocaleChange: refresh(); break;
        case QEvent::LanguageChange:
            describe();
            refresh();
            break;
        default: break;
    }
}

void PlotView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    isStale_ = true;
    lastLabel_.reset();
    surface_.widget()->setGeometry(rect());  // paints at once
    emit sceneChanged();
}

void PlotView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    isFocusByKey_ =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
    refresh();
}

void PlotView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    if (isNudging_) finishGesture(false);
    refresh();
}

// At the ring, or at the vertical through the point: so it can be taken where the curve is out of sight, too.
bool PlotView::isOverPoint(QPointF at) {
    if (!hasPoint() || !std::isfinite(chart_->at)) return false;
    const PlotScene& now = scene();
    const double x = now.at(chart_->at, now.frame.yMin).x();
    return std::fabs(at.x() - x) <= kGrab && now.frame.hasX(chart_->at) && at.y() >= now.area.top() - kGrab &&
           at.y() <= now.area.bottom() + kGrab;
}

void PlotView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !chart_) return event->ignore();
    finishGesture(false);
    const QPointF at = event->position();
    if (isOverPoint(at)) {
        gesture_ = Gesture::point;
        pointBefore_ = chart_->at;
        grabbedBeside_ = scene().at(chart_->at, scene().frame.yMin).x() - at.x();
    } else {
        gesture_ = Gesture::pan;
        pan_ = {at, ranges_.x(), ranges_.y()};
    }
    hoverAt(at);
}

void PlotView::mouseMoveEvent(QMouseEvent* event) {
    pointer_ = event->position();
    switch (gesture_) {
        case Gesture::point: return dragPoint(*pointer_);
        case Gesture::pan: return dragPlane(*pointer_);
        case Gesture::none: return hoverAt(*pointer_);
    }
}

void PlotView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    finishGesture(false);
    hoverAt(event->position());
}

void PlotView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && chart_) resetRange();
}

void PlotView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    pointer_.reset();
    findHover();
    surface_.replotHover();
}

void PlotView::dragPoint(QPointF at) {
    if (!hasPoint()) return;
    const double px = at.x() + grabbedBeside_;
    movePoint(plotValueAt(scene(), px), false);
}

void PlotView::dragPlane(QPointF at) {
    const PlotScene& now = scene();
    const bool x = ranges_.panX(pan_.x, (pan_.from.x() - at.x()) / now.area.width());
    const bool y = ranges_.panY(pan_.y, (at.y() - pan_.from.y()) / now.area.height());
    if (x) askForRange();
    if (x || y) refresh();
}

// A gesture is one change of the document: the end is told once, and only if something moved.
void PlotView::finishGesture(bool cancelled) {
    const bool wasPoint = gesture_ == Gesture::point || isNudging_;
    gesture_ = Gesture::none;
    isNudging_ = false;
    if (!wasPoint || !hasPoint() || chart_->at == pointBefore_) return;
    movePoint(cancelled ? pointBefore_ : chart_->at, true);
}

// What follows the pointer, of the scene as it is now.
void PlotView::findHover() {
    hover_ = {};
    const bool isDragged = gesture_ == Gesture::point;
    if (!hasPoint() && isDragged) return;
    if (isDragged || (pointer_ && gesture_ == Gesture::none && isOverPoint(*pointer_))) {
        hover_.handle = scene().at(chart_->at, scene().frame.yMin).x();
        return setCursor(Qt::SizeHorCursor);
    }
    if (gesture_ == Gesture::pan) return setCursor(Qt::ClosedHandCursor);
    unsetCursor();
    const bool isReadable = chart_ && chart_->anyFinite && !isDimmed_;
    if (isReadable && pointer_ && QRectF(scene().area).contains(*pointer_)) hover_ = crosshairAt(order(), scene(), pointer_->x());
}

void PlotView::hoverAt(QPointF at) {
    pointer_ = at;
    findHover();
    surface_.replotHover();
}

void PlotView::wheelEvent(QWheelEvent* event) {
    const QPoint turn = event->angleDelta();
    const int angle = turn.y() != 0 ? turn.y() : turn.x();  // Alt turns it on its side
    if (!chart_ || angle == 0) return event->ignore();
    event->accept();
    pointer_ = event->position();
    const bool overY = event->position().x() < scene().area.left();
    zoomAt(event->position(), std::pow(kPerNotch, angle / 120.0), overY || event->modifiers().testFlag(Qt::ControlModifier));
}

void PlotView::zoomAt(QPointF at, double factor, bool vertical) {
    const PlotScene& now = scene();
    const bool changed = vertical ? ranges_.zoomY(std::clamp(now.shareOfY(at.y()), 0.0, 1.0), factor)
                                  : ranges_.zoomX(std::clamp(now.shareOfX(at.x()), 0.0, 1.0), factor);
    if (!changed) return;
    if (!vertical) askForRange();
    refresh();
}

void PlotView::nudge(int direction, double size) {
    if (!hasPoint() || !std::isfinite(chart_->at) || gesture_ != Gesture::none) return;
    const PlotRange range = ranges_.x();
    const double step = tidyStep(range.lo, range.hi);
    const double wanted = tidyValue(chart_->at + direction * step * size, step * std::min(size, 1.0));
    if (!std::isfinite(wanted)) return;
    if (!isNudging_) pointBefore_ = chart_->at;
    isNudging_ = true;
    const bool isInside = chart_->at >= range.lo && chart_->at <= range.hi;
    movePoint(isInside ? std::clamp(wanted, range.lo, range.hi) : wanted, false);
}

void PlotView::keyPressEvent(QKeyEvent* event) {
    const bool isShifted = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool isControlled = event->modifiers().testFlag(Qt::ControlModifier);
    const double size = isShifted ? 10 : isControlled ? 0.1 : 1;
    const QPointF centre = QRectF(scene().area).center();
    const bool isEscape = event->key() == Qt::Key_Escape;
    if (isEscape && gesture_ != Gesture::none) return finishGesture(true);
    if (!isPlain(*event)) return QWidget::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Left: return nudge(-1, size);
        case Qt::Key_Right: return nudge(1, size);
        default: break;
    }
    if (isControlled || !chart_) return QWidget::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Plus: return zoomAt(centre, kKeyZoom, false);
        case Qt::Key_Minus: return zoomAt(centre, 1 / kKeyZoom, false);
        case Qt::Key_0: return resetRange();
        default: QWidget::keyPressEvent(event);
    }
}

void PlotView::keyReleaseEvent(QKeyEvent* event) {
    const bool moves = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (!moves || !isNudging_) return QWidget::keyReleaseEvent(event);
    if (!event->isAutoRepeat()) finishGesture(false);
}

}  // namespace backstep
