// SPDX-License-Identifier: GPL-3.0-or-later
// What Scrubber does with mouse, wheel and keyboard.
#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTextDocument>
#include <QToolTip>
#include <QWheelEvent>

#include "widgets/scrubber.h"

namespace backstep {

bool Scrubber::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = tip_ && !phases_.isEmpty() ? tip_(stopUnder(QPointF(help->pos()))) : QString();
        // The tip may quote the student's program, which must not be read as markup.
        QToolTip::showText(help->globalPos(), text.isEmpty() ? text : Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal), this);
        return true;
    }
    return QWidget::event(event);
}

void Scrubber::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) setAccessibleName(tr("Timeline"));
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        relayout();
    }
}

void Scrubber::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    relayout();
}

void Scrubber::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || phases_.isEmpty()) return event->ignore();
    dragging_ = true;
    asked_ = stopUnder(event->position());
    request(asked_);
}

void Scrubber::mouseMoveEvent(QMouseEvent* event) {
    if (!dragging_) return event->ignore();
    const int stop = stopUnder(event->position());
    if (stop == asked_) return;
    asked_ = stop;
    request(stop);
}

void Scrubber::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) dragging_ = false;
}

void Scrubber::wheelEvent(QWheelEvent* event) {
    const QPoint angle = event->angleDelta();
    wheelAngle_ += angle.y() != 0 ? angle.y() : angle.x();
    const int steps = wheelAngle_ / QWheelEvent::DefaultDeltasPerStep;
    wheelAngle_ -= steps * QWheelEvent::DefaultDeltasPerStep;
    if (steps != 0) request(stop_ - steps);  // towards oneself is onwards, as in a text
    event->accept();
}

// The stop that ends the phase before, or the phase at hand, or the next one.
int Scrubber::neighbourPhase(int direction) const {
    int before = 0;
    for (const PhaseBar& phase : phases_) {
        if (direction > 0 && phase.last > stop_) return phase.last;
        if (direction < 0 && phase.last >= stop_) return before;
        before = phase.last;
    }
    return direction > 0 ? lastStop() : before;
}

void Scrubber::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Down: return request(stop_ - 1);
        case Qt::Key_Right:
        case Qt::Key_Up: return request(stop_ + 1);
        case Qt::Key_Home: return request(0);
        case Qt::Key_End: return request(lastStop());
        case Qt::Key_PageUp: return request(neighbourPhase(-1));
        case Qt::Key_PageDown: return request(neighbourPhase(1));
        case Qt::Key_Space:
            // A key still held down from the button that had the focus before must not start the player.
            if (!event->isAutoRepeat()) emit playToggled();
            return;
        default: QWidget::keyPressEvent(event);
    }
}

}  // namespace backstep
