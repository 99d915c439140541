// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mathdelimiters.h"

#include <algorithm>

#include <QTransform>

namespace backstep {

QPainterPath leftParenthesis(double top, double bottom, double width, double em) {
    const double height = bottom - top;
    const double middle = (top + bottom) / 2;
    const double stem = 0.07 * em + 0.008 * height;
    const double tip = 0.03 * em;
    QPainterPath path(QPointF(width - tip, top));
    // Outside: down along the left; inside: back up, a stem's width to the right.
    path.cubicTo(width * 0.35, top + 0.12 * height, 0, top + 0.28 * height, 0, middle);
    path.cubicTo(0, bottom - 0.28 * height, width * 0.35, bottom - 0.12 * height, width - tip, bottom);
    path.lineTo(width, bottom - tip);
    path.cubicTo(width * 0.42 + stem * 0.7, bottom - 0.15 * height, stem, bottom - 0.30 * height, stem, middle);
    path.cubicTo(stem, top + 0.30 * height, width * 0.42 + stem * 0.7, top + 0.15 * height, width, top + tip);
    path.closeSubpath();
    return path;
}

QPainterPath mirrored(const QPainterPath& path, double width) { return QTransform(-1, 0, 0, 1, width, 0).map(path); }

QPainterPath rootSign(double top, double bottom, double width, double thin, double em) {
    const double thick = 0.1 * em;
    const double hook = std::min(0.42 * (bottom - top), 0.62 * em);  // where the hook begins, above the foot
    const double foot = 0.46 * width;
    const QPointF start(0, bottom - hook + 0.07 * em);
    const QPointF knee(0.24 * width, bottom - hook);
    QPainterPath path(start);
    path.lineTo(knee.x(), knee.y() - thin);
    path.lineTo(foot + 0.1 * thin, bottom - 2.2 * thick);
    path.lineTo(width - thin, top);
    path.lineTo(width, top + thin);
    path.lineTo(foot + 0.3 * thin, bottom);
    path.lineTo(foot - 0.35 * thin, bottom);
    path.lineTo(knee.x() - thick * 0.75, knee.y() + thin * 0.9);
    path.lineTo(start.x() + 0.4 * thin, start.y() + 0.9 * thin);
    path.closeSubpath();
    return path;
}

}  // namespace backstep
