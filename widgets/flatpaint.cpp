// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flatpaint.h"

#include <QStyleOption>
#include <QVariant>
#include <QWidget>

#include "widgets/appearance.h"

namespace backstep {
namespace {

bool enabled(const QStyleOption& option) { return option.state.testFlag(QStyle::State_Enabled); }

bool hovered(const QStyleOption& option) { return enabled(option) && option.state.testFlag(QStyle::State_MouseOver); }

bool pressed(const QStyleOption& option) { return option.state.testFlag(QStyle::State_Sunken); }

bool keyboardFocus(const QStyleOption& option) {
    return option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

QColor hover(double strength) { return mix(ink(Ink::text), ink(Ink::pane), 0.06 * strength); }

QColor controlBorder() { return mix(ink(Ink::faint), ink(Ink::line), 0.35); }

bool has(const QWidget* widget, const char* property) { return widget != nullptr && widget->property(property).toBool(); }

void paintPrimary(const QStyleOption& option, QPainter& painter) {
    QColor fill = ink(Ink::forward);
    if (!enabled(option)) fill = mix(ink(Ink::faint), ink(Ink::pane), 0.35);
    if (hovered(option)) fill = mix(ink(Ink::text), fill, 0.10);
    if (pressed(option)) fill = mix(ink(Ink::text), fill, 0.22);
    paintBox(painter, option.rect, 8, fill, fill);
    if (keyboardFocus(option)) {
        paintBox(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), 6, Qt::transparent, inkOnPrimary(), 1.5);
    }
}

}  // namespace

void paintBox(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& border, double width) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.alpha() == 0 ? QPen(Qt::NoPen) : QPen(border, width));
    painter.setBrush(fill);
    const double inset = width / 2;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void paintChevron(QPainter& painter, const QRectF& rect, Qt::ArrowType direction, const QColor& colour) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.translate(rect.center());
    switch (direction) {
        case Qt::UpArrow: painter.rotate(180); break;
        case Qt::LeftArrow: painter.rotate(90); break;
        case Qt::RightArrow: painter.rotate(-90); break;
        default: break;
    }
    painter.drawPolyline(QPolygonF({QPointF(-3.5, -1.75), QPointF(0, 1.75), QPointF(3.5, -1.75)}));
    painter.restore();
}

void paintHandle(QPainter& painter, const QPointF& centre, double size, const QColor& ring, bool focused) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (focused) {
        QColor halo = ring;
        halo.setAlphaF(0.25F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(halo);
        painter.drawEllipse(centre, size / 2 + 3, size / 2 + 3);
    }
    painter.setPen(QPen(ring, 2.5));
    painter.setBrush(ink(Ink::pane));
    painter.drawEllipse(centre, size / 2 - 1.25, size / 2 - 1.25);
    painter.restore();
}

void paintField(const QStyleOption& option, QPainter& painter) {
    const bool focused = option.state.testFlag(QStyle::State_HasFocus) && enabled(option);
    const QColor border = focused ? ink(Ink::forward) : hovered(option) ? ink(Ink::faint) : controlBorder();
    paintBox(painter, option.rect, kFieldRadius, enabled(option) ? option.palette.color(QPalette::Base) : ink(Ink::paper), border,
             focused ? 1.5 : 1);
}

void paintPushButton(const QStyleOption& option, QPainter& painter, const QWidget* widget) {
    if (has(widget, "primary")) return paintPrimary(option, painter);
    QColor fill = ink(Ink::pane);
    if (hovered(option)) fill = hover(1);
    if (pressed(option) || option.state.testFlag(QStyle::State_On)) fill = hover(2);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const bool byDefault = button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton);
    const bool marked = enabled(option) && (byDefault || keyboardFocus(option));
    paintBox(painter, option.rect, kFieldRadius, fill, marked ? ink(Ink::forward) : controlBorder(), marked ? 1.5 : 1);
}

void paintToolButton(const QStyleOption& option, QPainter& painter, const QWidget* widget) {
    const bool flat = option.state.testFlag(QStyle::State_AutoRaise);
    const bool on = option.state.testFlag(QStyle::State_On);
    QColor fill = flat ? QColor(Qt::transparent) : ink(Ink::pane);
    QColor border = flat ? QColor(Qt::transparent) : controlBorder();
    if (on) fill = ink(Ink::forwardWash);
    if (hovered(option) && !on) fill = hover(1);
    if (pressed(option)) fill = on ? mix(ink(Ink::forward), ink(Ink::forwardWash), 0.2) : hover(2.2);
    if (keyboardFocus(option)) border = ink(Ink::forward);
    const double radius = has(widget, "round") ? qMin(option.rect.width(), option.rect.height()) / 2.0 : (flat ? kFieldRadius : 8.0);
    paintBox(painter, option.rect, radius, fill, border, keyboardFocus(option) ? 1.5 : 1);
}

void paintCheck(const QStyleOption& option, QPainter& painter, bool radio) {
    const bool on = option.state.testFlag(QStyle::State_On);
    const bool partial = option.state.testFlag(QStyle::State_NoChange);
    const QColor strong = enabled(option) ? ink(Ink::forward) : ink(Ink::faint);
    const QColor border = on || partial || keyboardFocus(option) ? strong : hovered(option) ? ink(Ink::quiet) : ink(Ink::faint);
    const double side = qMin(option.rect.width(), option.rect.height());
    const QRectF box(option.rect.x(), option.rect.y() + (option.rect.height() - side) / 2.0, side, side);
    paintBox(painter, box, radio ? side / 2 : 4, on || partial ? strong : ink(Ink::pane), border, 1.2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(inkOnPrimary(), 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](double x, double y) { return QPointF(box.x() + x * box.width(), box.y() + y * box.height()); };
    if (partial) {
        painter.drawLine(at(0.28, 0.5), at(0.72, 0.5));
    } else if (on && radio) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(inkOnPrimary());
        painter.drawEllipse(box.center(), side * 0.2, side * 0.2);
    } else if (on) {
        painter.drawPolyline(QPolygonF({at(0.25, 0.52), at(0.43, 0.7), at(0.76, 0.32)}));
    }
    painter.restore();
}

void paintHairline(QPainter& painter, const QRect& rect, Qt::Edge edge) {
    const QColor line = ink(Ink::line);
    switch (edge) {
        case Qt::TopEdge: painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), line); break;
        case Qt::BottomEdge: painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line); break;
        case Qt::LeftEdge: painter.fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), line); break;
        case Qt::RightEdge: painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), line); break;
    }
}

void paintSeparator(QPainter& painter, const QRect& rect) {
    painter.fillRect(rect, ink(Ink::pane));
    const bool upright = rect.height() > rect.width();
    const QRect line =
        upright ? QRect(rect.center().x(), rect.top(), 1, rect.height()) : QRect(rect.left(), rect.center().y(), rect.width(), 1);
    painter.fillRect(line, ink(Ink::line));
}

}  // namespace backstep
