// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plotlabels.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>

#include "engine/diagram/labelplacer.h"
#include "widgets/appearance.h"

namespace backstep {
namespace {

constexpr int kTextWeight = 1000, kCurveWeight = 8, kGapWeight = 3, kAxisWeight = 1;
constexpr double kClear = 4;      // px kept free around the text of the point
constexpr double kInertia = 0.4;  // px of detour that one px nearer to where the text was is worth

Rect rectOf(const QRectF& rect) { return {rect.x(), rect.y(), rect.width(), rect.height()}; }

QRectF rectOf(const Rect& rect) { return {rect.x, rect.y, rect.width, rect.height}; }

class Placer {
public:
    Placer(const PlotOrder& order, PlotScene& scene)
        : order_(order), scene_(scene), taken_({double(scene.size.width()), double(scene.size.height())}) {
        reserve();
    }

    void run() {
        nameVariable();
        if (!order_.chart->anyFinite) return say();
        labelGaps();
        if (order_.chart->hasPoint) labelPoint();
        if (!scene_.companions.empty()) nameCurves();
    }

private:
    void reserve() {
        const Rect area = scene_.frame.area;
        for (const auto* lines : {&scene_.lines, &scene_.companions}) {
            for (const PlotLine& line : *lines) {
                for (const Polyline& piece : line.pieces) taken_.addLine(piece, kCurveWeight);
            }
        }
        for (const GapMark& gap : scene_.gaps) {
            for (const double x : {gap.left, gap.right}) taken_.addLine({{x, area.y}, {x, area.bottom()}}, kGapWeight);
        }
        if (scene_.zeroX) taken_.addLine({{*scene_.zeroX, area.y}, {*scene_.zeroX, area.bottom()}}, kAxisWeight);
        if (scene_.zeroY) taken_.addLine({{area.x, *scene_.zeroY}, {area.right(), *scene_.zeroY}}, kAxisWeight);
        if (scene_.tangent) {
            const QLineF& line = *scene_.tangent;
            taken_.addLine({{line.x1(), line.y1()}, {line.x2(), line.y2()}}, kCurveWeight);
        }
        for (const auto& point : {scene_.ring, scene_.dot}) {
            if (point) taken_.addRect({point->x() - 9, point->y() - 9, 18, 18}, kCurveWeight);
        }
    }

    void add(const QRectF& rect, const QString& text, Ink ink, const QFont& font, bool isBacked = false) {
        scene_.texts.append({rect, text, ink, font, isBacked, false});
    }

    // Beside the end of the axis, in the margin; a long name beneath the numbers.
    void nameVariable() {
        const QFont font = mathFont();
        const QFontMetricsF metrics(font);
        if (scene_.variableBelow) {
            const QString text = metrics.elidedText(QString::fromStdString(order_.chart->variable), Qt::ElideMiddle, scene_.area.width());
            const double width = metrics.horizontalAdvance(text) + 2;
            return add(
                {scene_.area.x() + scene_.area.width() - width, scene_.size.height() - metrics.height() - 2, width, metrics.height()}, text,
                Ink::quiet, font);
        }
        const double left = scene_.area.x() + scene_.area.width() + 5;
        const QString text =
            metrics.elidedText(QString::fromStdString(order_.chart->variable), Qt::ElideMiddle, scene_.size.width() - left - 2);
        const double y = scene_.zeroY.value_or(scene_.frame.area.bottom());
        add({left, y - metrics.height() / 2, metrics.horizontalAdvance(text) + 2, metrics.height()}, text, Ink::quiet, font);
    }

    // The sentence in place of the curves, in as many lines as it needs.
    void say() {
        const QFont font = interfaceFont();
        const QFontMetricsF metrics(font);
        const QRectF room = QRectF(scene_.area).adjusted(12, 8, -12, -8);
        QRectF rect = metrics.boundingRect(room, Qt::AlignCenter | Qt::TextWordWrap, order_.sentence);
        rect.adjust(-6, -4, 6, 4);
        add(rect, order_.sentence, Ink::quiet, font, true);
        scene_.texts.last().isWrapped = true;
    }

    // Each text once, beside that of its lines where there is most room, near the top.
    void labelGaps() {
        const QFontMetricsF metrics(plotTickFont());
        std::vector<std::string> done;
        for (const GapMark& first : scene_.gaps) {
            if (first.text.empty() || std::find(done.begin(), done.end(), first.text) != done.end()) continue;
            done.push_back(first.text);
            const QString text =
                metrics.elidedText(QString::fromStdString(first.text), Qt::ElideMiddle, std::max(scene_.area.width() * 0.4, 60.0));
            const Size size{metrics.horizontalAdvance(text) + 1, metrics.height()};
            std::vector<Candidate> candidates;
            for (const GapMark& mark : scene_.gaps) {
                if (mark.text == first.text) addBeside(mark, size, candidates);
            }
            place(candidates, text, Ink::warning, plotTickFont());
        }
    }

    void addBeside(const GapMark& mark, Size label, std::vector<Candidate>& candidates) const {
        for (int row = 0; row < 6; ++row) {
            const double y = scene_.area.y() + 2 + row * (label.height + 1), penalty = row * 20.0;
            if (mark.right - mark.left > label.width + 8) {
                const double centred = mark.left / 2 + mark.right / 2 - label.width / 2;
                candidates.push_back({{centred, y, label.width, label.height}, penalty});
            }
            candidates.push_back({{mark.right + 6, y, label.width, label.height}, penalty + 2});
            candidates.push_back({{mark.left - 6 - label.width, y, label.width, label.height}, penalty + 4});
        }
    }

    // Of one function the title bar says which curve is which.
    void nameCurves() {
        QFont font = plotLabelFont();
        font.setBold(true);
        const QFontMetricsF metrics(font);
        for (const auto* lines : {&scene_.lines, &scene_.companions}) {
            for (const PlotLine& line : *lines) {
                const QString text = metrics.elidedText(line.name, Qt::ElideMiddle, 90);
                const Size size{metrics.horizontalAdvance(text) + 1, metrics.height()};
                place(candidatesAlong(line.pieces, size, scene_.frame.area), text,
                      line.order == 1 ? Ink::backwardText : inkOfCurve(line.order), font);
            }
        }
    }

    // Left out where it would cover another text.
    void place(const std::vector<Candidate>& candidates, const QString& text, Ink ink, const QFont& font) {
        const Placement found = bestOf(candidates, taken_, scene_.frame.area);
        if (!found.found || found.covered >= kTextWeight) return;
        add(rectOf(found.rect), text, ink, font, found.covered >= kCurveWeight);
        taken_.addRect(found.rect, kTextWeight);
    }

    struct Block {
        QString text;
        Placement place;
    };

    // On one line where that covers nothing, otherwise on two.
    void labelPoint() {
        const Block one = placedAtPoint({order_.pointText}), two = placedAtPoint(order_.pointLines);
        const bool isCramped = !one.place.found || one.place.covered >= kGapWeight;
        const Block& block = isCramped && two.place.found && two.place.covered < one.place.covered ? two : one;
        if (!block.place.found || block.place.covered >= kTextWeight) return;
        const QRectF rect = rectOf(block.place.rect);
        add(rect, block.text, Ink::text, plotLabelFont(), block.place.covered >= kCurveWeight);
        taken_.addRect(block.place.rect, kTextWeight);
        scene_.labelAt = rect.center() - anchor();
    }

    // The point, or the place at the edge that is nearest to it.
    [[nodiscard]] QPointF anchor() const {
        const Chart& chart = *order_.chart;
        const double middle = scene_.frame.yMin / 2 + scene_.frame.yMax / 2;
        const QPointF p =
            scene_.at(std::isfinite(chart.at) ? chart.at : scene_.frame.xMin, std::isfinite(chart.value) ? chart.value : middle);
        const Rect& area = scene_.frame.area;
        return {std::clamp(p.x(), area.x, area.right()), std::clamp(p.y(), area.y, area.bottom())};
    }

    [[nodiscard]] Block placedAtPoint(const QStringList& lines) const {
        const QFontMetricsF metrics(plotLabelFont());
        const Rect within = rectOf(QRectF(scene_.area).adjusted(1, 1, -1, -1));
        Size size{0, metrics.height() * double(lines.size())};
        QStringList fitted;
        for (const QString& line : lines) {
            fitted.append(metrics.elidedText(line, Qt::ElideMiddle, within.width - 2 * kClear));
            size.width = std::max(size.width, metrics.horizontalAdvance(fitted.last()) + 1);
        }
        const QPointF near = anchor();
        const Size clear{size.width + 2 * kClear, size.height + 2 * kClear};
        std::vector<Candidate> candidates = candidatesAround({near.x(), near.y()}, clear, within);
        if (order_.labelWas) {
            const QPointF was = near + *order_.labelWas;
            for (Candidate& candidate : candidates) {
                const Point c = candidate.rect.centre();
                candidate.penalty += kInertia * std::hypot(c.x - was.x(), c.y - was.y());
            }
        }
        Placement place = bestOf(candidates, taken_, within);
        place.rect = {place.rect.x + kClear, place.rect.y + kClear, size.width, size.height};
        return {fitted.join(QLatin1Char('\n')), place};
    }

    const PlotOrder& order_;
    PlotScene& scene_;
    Occupancy taken_;
};

}  // namespace

void placePlotTexts(const PlotOrder& order, PlotScene& scene) { Placer(order, scene).run(); }

}  // namespace backstep
