// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plothover.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>

#include "engine/base/numbers.h"
#include "widgets/curvereader.h"
#include "widgets/valuetext.h"

namespace backstep {
namespace {

constexpr double kBetween = 10;  // px between the parts of the readout
constexpr double kInset = 4;

struct Part {
    QString text;
    Ink ink;
};

QString minusSigned(QString text) { return text.replace(QLatin1Char('-'), QChar(0x2212)); }

Ink textInkOf(int order) { return order == 1 ? Ink::backwardText : inkOfCurve(order); }

double widthOf(const std::vector<Part>& parts) {
    const QFontMetricsF metrics(plotTickFont());
    double width = -kBetween;
    for (const Part& part : parts) width += metrics.horizontalAdvance(part.text) + kBetween;
    return width;
}

// At the foot of the area, on the side where the pointer is not.
void setReadout(PlotHover& hover, const PlotScene& scene, const std::vector<Part>& parts) {
    const QFont font = plotTickFont();
    const QFontMetricsF metrics(font);
    const double width = widthOf(parts);
    const QRectF area(scene.area);
    const double room = area.width() / 2;
    double left = *hover.x > area.center().x() && width < room ? area.left() + 2 * kInset : area.right() - width - 2 * kInset;
    left = std::max(left, 2 * kInset);
    const double top = area.bottom() - metrics.height() - 2 * kInset;
    hover.backing = QRectF(left, top, width, metrics.height()).adjusted(-kInset, -kInset / 2, kInset, kInset / 2);
    for (const Part& part : parts) {
        const double own = metrics.horizontalAdvance(part.text);
        hover.texts.append({{left, top, own + 1, metrics.height()}, part.text, part.ink, font, false, false});
        left += own + kBetween;
    }
}

}  // namespace

QString PlotHover::readout() const {
    QStringList all;
    for (const PlotText& text : texts) all.append(text.text);
    return all.join(QStringLiteral("  "));
}

double plotValueAt(const PlotScene& scene, double px) {
    const PlotRange range = scene.x();
    const double share = std::clamp(scene.shareOfX(px), 0.0, 1.0);
    const double exact = range.at(share), step = tidyStep(range.lo, range.hi);
    const double tidy = std::isfinite(step) && step > 0 ? tidyValue(exact, step) : exact;
    return std::isfinite(tidy) ? std::clamp(tidy, range.lo, range.hi) : exact;
}

PlotHover crosshairAt(const PlotOrder& order, const PlotScene& scene, double px) {
    PlotHover hover;
    const Chart& chart = *order.chart;
    const double x = plotValueAt(scene, px);
    hover.x = scene.at(x, scene.frame.yMin).x();
    const QString variable = QString::fromStdString(chart.variable);
    std::vector<Part> parts{{QStringLiteral("%1 = %2").arg(variable, minusSigned(valueText(x))), Ink::quiet}};
    for (const PlotLine& line : scene.lines) {
        const double y = readCurve(chart, line.order, x);
        if (!std::isfinite(y)) continue;
        const QString number = QString::fromStdString(significant(y, kNodeDigits));
        parts.push_back({QStringLiteral("%1 = %2").arg(line.name, number), textInkOf(line.order)});
        if (!scene.frame.hasY(y)) continue;
        hover.dots.append({scene.at(x, y), inkOfCurve(line.order)});
        if (line.order == 0) hover.y = hover.dots.last().at.y();
    }
    // Of the text's other functions their values; their slopes only where there is room for them.
    for (const bool slopes : {false, true}) {
        for (const PlotLine& line : scene.companions) {
            if ((line.order > 0) != slopes || line.companion >= chart.companions.size()) continue;
            const double y = readCurve(chart.companions[line.companion].curves, line.order, x);
            if (!std::isfinite(y)) continue;
            std::vector<Part> more = parts;
            more.push_back(
                {QStringLiteral("%1 = %2").arg(line.name, QString::fromStdString(significant(y, kNodeDigits))), textInkOf(line.order)});
            if (widthOf(more) > scene.area.width() - 4 * kInset) continue;
            parts = std::move(more);
            if (scene.frame.hasY(y)) hover.dots.append({scene.at(x, y), inkOfCurve(line.order)});
        }
    }
    setReadout(hover, scene, parts);
    return hover;
}

}  // namespace backstep
