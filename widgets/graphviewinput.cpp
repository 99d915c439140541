// SPDX-License-Identifier: GPL-3.0-or-later
// What GraphView does with mouse, wheel and keyboard.
#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QContextMenuEvent>
#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QTextDocument>
#include <QToolTip>
#include <QWheelEvent>

#include "widgets/graphview.h"

namespace backstep {
namespace {

constexpr double kZoomPerDegree = 0.0015;  // of the wheel's eighths: a notch is a fifth

bool isAltArrow(const QKeyEvent& event) {
    const bool arrow =
        event.key() == Qt::Key_Left || event.key() == Qt::Key_Right || event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
    return arrow && (event.modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier;
}

}  // namespace

bool GraphView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = indexAt(QPointF(help->pos()));
        // The tip quotes what the person typed, which must not be read as markup.
        if (index < 0) QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), Qt::convertFromPlainText(tipOf(index), Qt::WhiteSpaceNormal), this,
                               nodeRect(index).toAlignedRect());
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && isAltArrow(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(gesture->position(), 1 + gesture->value());
            return true;
        }
    }
    return QWidget::event(event);
}

// By mouse where it points, by the menu key at the node that has the focus.
void GraphView::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const int index = focusIndex();
        const QPoint at = index < 0 ? rect().center() : nodeRect(index).center().toPoint();
        emit menuRequested(index < 0 ? NodeId() : node(index), mapToGlobal(at));
    } else {
        const int index = indexAt(QPointF(event->pos()));
        emit menuRequested(index < 0 ? NodeId() : node(index), event->globalPos());
    }
    event->accept();
}

void GraphView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    switch (event->type()) {
        case QEvent::LanguageChange: setAccessibleName(tr("Computation graph")); return rebuild();
        case QEvent::FontChange:
        case QEvent::ApplicationFontChange:
        case QEvent::PaletteChange:
        case QEvent::StyleChange: return update();
        default: return;
    }
}

void GraphView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (!placedByHand_) place();
}

void GraphView::wheelEvent(QWheelEvent* event) {
    zoomAt(event->position(), std::exp(event->angleDelta().y() * kZoomPerDegree));
    event->accept();
}

void GraphView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return event->ignore();
    pressedAt_ = event->position();
    originBefore_ = origin_;
    dragging_ = false;
}

void GraphView::mouseMoveEvent(QMouseEvent* event) {
    if (!event->buttons().testAnyFlags(Qt::LeftButton | Qt::MiddleButton)) {
        hover(indexAt(event->position()));
        if (indexAt(event->position()) < 0) setCursor(groupAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    const QPointF way = event->position() - pressedAt_;
    if (!dragging_ && way.manhattanLength() < QApplication::startDragDistance()) return;
    dragging_ = true;
    setCursor(Qt::ClosedHandCursor);
    if (!nodes_.isEmpty()) moveTo(originBefore_ + way);
}

void GraphView::mouseReleaseEvent(QMouseEvent* event) {
    const int index = indexAt(event->position());
    const bool click = !dragging_ && event->button() == Qt::LeftButton;
    dragging_ = false;
    setCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (!click) return;
    if (index >= 0 && index == indexAt(pressedAt_)) activateNode(index);
    else if (const int titled = groupAt(event->position()); index < 0 && titled >= 0 && titled == groupAt(pressedAt_)) toggleGroup(titled);
}

// Titles of open groups; inner ones lie above outer ones.
int GraphView::groupAt(QPointF point) const {
    const QPointF at = toScene(point);
    for (auto g = diagram().groups.rbegin(); g != diagram().groups.rend(); ++g) {
        const Rect& r = g->bounds;
        if (g->role == "group" && QRectF(r.x, r.y, r.width, r.height).contains(at)) return g->fold;
    }
    return -1;
}

void GraphView::toggleGroup(int group) {
    const auto& groups = cursor_->snapshot()->graph.groups;
    if (group < 0 || static_cast<std::size_t>(group) >= groups.size()) return;
    const GraphGroup& g = groups[static_cast<std::size_t>(group)];
    emit foldRequested(QString::fromStdString(g.key), !g.folded);
}

void GraphView::toggleGroupAtFocus(bool outer) {
    const int index = focusIndex();
    if (index < 0) return;
    const int folded = group(index).fold;
    const Graph& graph = cursor_->snapshot()->graph;
    const int own = folded >= 0 ? folded : graph.nodes[static_cast<std::size_t>(index)].group;
    toggleGroup(outer && own >= 0 ? graph.groups[static_cast<std::size_t>(own)].parent : own);
}

void GraphView::mouseDoubleClickEvent(QMouseEvent* event) {
    mousePressEvent(event);
    if (event->button() != Qt::LeftButton) return;
    const int index = indexAt(event->position());
    if (index < 0) return groupAt(event->position()) < 0 ? fit() : void();
    if (group(index).fold >= 0) toggleGroup(group(index).fold);
}

void GraphView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    hover(-1);
}

// While the pointer is on a node that has the focus; afterwards what had it before, unless it went elsewhere meanwhile.
void GraphView::hover(int index) {
    const NodeId over = index >= 0 ? node(index) : NodeId();
    if (over == hovered_) return;
    if (!hovered_.valid()) focusBefore_ = cursor_->focus();
    const bool ours = hovered_.valid() && cursor_->focus() == hovered_;
    hovered_ = over;
    setCursor(over.valid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (over.valid() || ours) cursor_->setFocus(over.valid() ? over : focusBefore_);
    emit nodeHovered(over);
}

void GraphView::activateNode(int index) {
    focusBefore_ = node(index);
    cursor_->setFocus(node(index));
    emit nodeActivated(node(index));
}

void GraphView::focusNode(int index) {
    cursor_->setFocus(node(index));
    reveal(nodeRect(index));
}

void GraphView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    const bool byTab = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byTab && nodeCount() > 0 && focusIndex() < 0) focusNode(event->reason() == Qt::TabFocusReason ? 0 : nodeCount() - 1);
    else showFocus();
}

void GraphView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

bool GraphView::focusNextPrevChild(bool next) {
    const int index = focusIndex();
    const int wanted = index < 0 ? (next ? 0 : nodeCount() - 1) : index + (next ? 1 : -1);
    if (!hasFocus() || wanted < 0 || wanted >= nodeCount()) return QWidget::focusNextPrevChild(next);
    focusNode(wanted);
    return true;
}

// The nearest node that way, more or less straight ahead. Without a focus, the first node.
bool GraphView::focusTowards(int key) {
    const int from = focusIndex();
    if (from < 0 || nodeCount() == 0) {
        if (nodeCount() > 0) focusNode(0);
        return nodeCount() > 0;
    }
    const QPointF here = nodeRect(from).center();
    int best = -1;
    double least = HUGE_VAL;
    for (int i = 0; i < nodeCount(); ++i) {
        const QPointF way = nodeRect(i).center() - here;
        const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
        const double ahead = (sideways ? way.x() : way.y()) * (key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1);
        const double aside = std::fabs(sideways ? way.y() : way.x());
        if (i == from || ahead <= 1 || aside > 2 * ahead || ahead + aside >= least) continue;
        least = ahead + aside;
        best = i;
    }
    if (best >= 0) focusNode(best);
    return true;
}

bool GraphView::handleZoomKey(int key) {
    switch (key) {
        case Qt::Key_F: return fit(), true;
        case Qt::Key_Plus:
        case Qt::Key_Equal: return zoomIn(), true;
        case Qt::Key_Minus: return zoomOut(), true;
        case Qt::Key_0: return zoomToActualSize(), true;
        default: return false;
    }
}

void GraphView::keyPressEvent(QKeyEvent* event) {
    const Qt::KeyboardModifiers held = event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (isAltArrow(*event) && focusTowards(event->key())) return;
    if (held == Qt::NoModifier && event->key() == Qt::Key_G) return toggleGroupAtFocus(event->modifiers().testFlag(Qt::ShiftModifier));
    if (held == Qt::NoModifier && handleZoomKey(event->key())) return;
    const int index = focusIndex();
    const bool activates = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (held == Qt::NoModifier && activates && index >= 0) return activateNode(index);
    if (held == Qt::NoModifier && event->key() == Qt::Key_Escape && index >= 0) return cursor_->setFocus(NodeId());
    QWidget::keyPressEvent(event);
}

}  // namespace backstep
