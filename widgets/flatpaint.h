// SPDX-License-Identifier: GPL-3.0-or-later
// The strokes that FlatStyle and the widgets that paint themselves share.
#pragma once

#include <QColor>
#include <QPainter>
#include <QRectF>

class QStyleOption;
class QStyleOptionSlider;
class QWidget;

namespace backstep {

constexpr double kFieldRadius = 6;
constexpr int kTrackHeight = 4;
constexpr int kHandleSize = 16;

// A box with round corners whose 1 px border lies on whole pixels.
void paintBox(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& border, double width = 1);
// A tick of two strokes that points down, up, left or right.
void paintChevron(QPainter& painter, const QRectF& rect, Qt::ArrowType direction, const QColor& colour);
// The round handle of sliders and of the timeline.
void paintHandle(QPainter& painter, const QPointF& centre, double size, const QColor& ring, bool focused);

void paintField(const QStyleOption& option, QPainter& painter);
void paintPushButton(const QStyleOption& option, QPainter& painter, const QWidget* widget);
void paintToolButton(const QStyleOption& option, QPainter& painter, const QWidget* widget);
void paintCheck(const QStyleOption& option, QPainter& painter, bool radio);
void paintTab(const QStyleOption& option, QPainter& painter);
void paintHeaderSection(const QStyleOption& option, QPainter& painter);
void paintMenuItem(const QStyleOption& option, QPainter& painter);
void paintMenuBarItem(const QStyleOption& option, QPainter& painter);
void paintDockTitle(const QStyleOption& option, QPainter& painter);
void paintProgress(const QStyleOption& option, QPainter& painter, bool contents);
void paintHairline(QPainter& painter, const QRect& rect, Qt::Edge edge);
void paintSeparator(QPainter& painter, const QRect& rect);

}  // namespace backstep
