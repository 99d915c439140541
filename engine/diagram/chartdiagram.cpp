// SPDX-License-Identifier: GPL-3.0-or-later
// Painting order: grid, axes, gaps, curves, the point, and the labels last. Labels are placed when everything they must
// not cover is known.
#include "engine/diagram/chartdiagram.h"

#include <algorithm>
#include <cmath>

#include "engine/base/numbers.h"
#include "engine/diagram/chartframe.h"
#include "engine/diagram/gapmark.h"
#include "engine/diagram/labelplacer.h"
#include "engine/diagram/metrics.h"
#include "engine/diagram/plotframe.h"

namespace backstep {
namespace {

constexpr double kLabelSize = 12;
constexpr double kGapSize = 11;
constexpr double kClear = 4;   // px kept free around the text of the point
constexpr double kBeyond = 2;  // px by which curves run past the area, where the clip cuts them
constexpr int kTextWeight = 1000, kCurveWeight = 8, kGapWeight = 3, kAxisWeight = 1;

Stroke strokeOf(int order) {
    switch (order) {
        case 0: return {Ink::forward, 1.8, {}};
        case 1: return {Ink::backward, 1.8, {7, 4}};
        case 2: return {Ink::second, 1.6, {9, 3, 2, 3}};
        default: return {Ink::second, 1.4, {2, 3}};
    }
}

std::string nameOf(const std::string& function, int order) {
    if (order <= 0) return function;
    if (order <= 3) return function + (order == 1 ? "′" : order == 2 ? "″" : "‴");
    return function + "⁽" + std::to_string(order) + "⁾";
}

Size sizeOf(const std::string& text, double size, bool bold = false) {
    return {textWidth(text, size, bold), ascent(size) * 0.86 + descent(size)};
}

// A text whose box is `rect`, as sizeOf measures it.
TextShape textIn(const Rect& rect, std::string text, double size, Ink ink, bool bold = false) {
    return {{rect.x, rect.y + ascent(size) * 0.86}, Anchor::start, size, {{std::move(text), bold, false, ink}}};
}

class ChartDrawer {
public:
    ChartDrawer(const Chart& chart, Size size, const ChartWords& words)
        : chart_(chart), words_(words), frame_(chartFrame(chart, size)), area_(frame_.plot.area), taken_(size) {
        diagram_.size = size;
        diagram_.title = chart.function + "(" + chart.variable + ")";
        if (chart.hasPoint) diagram_.description = pointText();
    }

    Diagram draw() {
        addFrame(diagram_, chart_, frame_);
        reserveFrame();
        const std::vector<GapMark> marks = gapMarks(chart_, frame_.plot);
        for (const GapMark& mark : marks) drawGap(mark);
        for (const Companion& other : chart_.companions) {
            for (const Curve& curve : other.curves) addCurve(curve, other.function, true);
        }
        for (const Curve& curve : chart_.curves) addCurve(curve, chart_.function, false);
        std::stable_sort(drawn_.begin(), drawn_.end(), [](const DrawnCurve& a, const DrawnCurve& b) { return a.layer() < b.layer(); });
        for (const DrawnCurve& curve : drawn_) drawCurve(curve);
        if (chart_.hasPoint) drawPoint();
        labelGaps(marks);
        if (chart_.hasPoint) labelPoint();
        labelCurves();
        return std::move(diagram_);
    }

private:
    struct DrawnCurve {
        int order;
        std::vector<Polyline> pieces;
        std::string function;
        bool isBeside, isBlot;
        std::size_t number;
        [[nodiscard]] int layer() const { return isBlot ? -1 - order : 0; }  // of two blots, f lies above its slope
    };

    void reserveFrame() {
        for (const Rect& label : frame_.labels) taken_.addRect(label, kTextWeight);
        for (const Polyline& axis : frame_.axes) taken_.addLine(axis, kAxisWeight);
    }

    Group& addGroup(std::string id, std::string role, std::string title) {
        diagram_.groups.push_back({std::move(id), std::move(role), std::move(title), NodeId(), area_, false, {}});
        return diagram_.groups.back();
    }

    void drawGap(const GapMark& mark) {
        Group& group = addGroup("gap-" + std::to_string(++gaps_), "gap", mark.text);
        group.node = mark.cause;
        group.bounds = {mark.left - 3, area_.y, mark.right - mark.left + 6, area_.height};
        std::vector<double> edges{mark.left};
        if (mark.isBand()) {
            const Rect band{mark.left, area_.y, mark.right - mark.left, area_.height};
            group.items.push_back({BoxShape{band, 0, true, Ink::warning, {Ink::warning, 0, {}}}, 0.08});
            edges.push_back(mark.right);
        }
        for (const double edge : edges) {
            // A band that goes on out of sight has no edge there.
            if (mark.isBand() && (edge <= area_.x + 0.5 || edge >= area_.right() - 0.5)) continue;
            const double x = std::floor(edge) + 0.5;
            const Polyline line{{x, area_.y}, {x, area_.bottom()}};
            taken_.addLine(line, kGapWeight);
            group.items.push_back({PathShape{line, false, {Ink::warning, 1, {3, 3}}, 0}, 1});
        }
    }

    void addCurve(const Curve& curve, const std::string& function, bool isBeside) {
        std::vector<Polyline> pieces = piecesOf(curve, frame_.plot, kBeyond);
        const bool blot = isBlot(pieces);
        drawn_.push_back({curve.order, std::move(pieces), function, isBeside, blot, drawn_.size()});
    }

    void drawCurve(const DrawnCurve& curve) {
        Group& group =
            addGroup("curve-" + std::to_string(curve.number), "curve", nameOf(curve.function, curve.order) + "(" + chart_.variable + ")");
        group.clipped = true;
        Stroke stroke = strokeOf(curve.order);
        if (curve.isBeside) stroke.width = 1;
        if (curve.isBlot) stroke = {stroke.ink, 1, {}};
        const double opacity = curve.isBlot ? kBlotOpacity : curve.isBeside ? 0.6 : 1;
        for (const Polyline& piece : curve.pieces) {
            taken_.addLine(piece, kCurveWeight);
            if (piece.size() == 1) {
                group.items.push_back({CircleShape{piece.front(), stroke.width * 0.7, true, stroke.ink, {stroke.ink, 0, {}}}, opacity});
            } else {
                group.items.push_back({PathShape{piece, false, stroke, 0}, opacity});
            }
        }
    }

    [[nodiscard]] bool isSeen(double y) const {
        return std::isfinite(chart_.at) && std::isfinite(y) && frame_.plot.hasX(chart_.at) && frame_.plot.hasY(y);
    }

    void drawPoint() {
        if (isSeen(chart_.value) && std::isfinite(chart_.slope)) drawTangent();
        Group& group = addGroup("point", "point", pointText());
        const bool hasDerivative =
            std::any_of(chart_.curves.begin(), chart_.curves.end(), [](const Curve& curve) { return curve.order == 1; });
        if (hasDerivative && isSeen(chart_.slope)) {
            const Point p = frame_.plot.at(chart_.at, chart_.slope);
            group.items.push_back({CircleShape{p, 4, true, Ink::backward, {Ink::backward, 0, {}}}, 1});
            taken_.addRect({p.x - 6, p.y - 6, 12, 12}, kCurveWeight);
        }
        if (!isSeen(chart_.value)) return;
        const Point p = frame_.plot.at(chart_.at, chart_.value);
        group.items.push_back({CircleShape{p, 6, true, Ink::pane, {Ink::forward, 3, {}}}, 1});
        taken_.addRect({p.x - 9, p.y - 9, 18, 18}, kCurveWeight);
    }

    // Of one length on screen, however steep.
    void drawTangent() {
        const PlotFrame& plot = frame_.plot;
        const Point p = plot.at(chart_.at, chart_.value);
        const double rise = chart_.slope * (plot.xMax - plot.xMin) / (plot.yMax - plot.yMin) * area_.height / area_.width;
        const double half = std::clamp(area_.width * 0.16, 30.0, 90.0);
        const double dx = std::isfinite(rise) ? half / std::hypot(1, rise) : 0;
        const double dy = std::isfinite(rise) ? dx * rise : half;
        const Polyline line{{p.x - dx, p.y + dy}, {p.x + dx, p.y - dy}};
        Group& group = addGroup("tangent", "tangent", {});
        group.clipped = true;
        group.items.push_back({PathShape{line, false, {Ink::text, 1.2, {}}, 0}, 1});
        taken_.addLine(line, kCurveWeight);
    }

    // The value, and the slope if there is one.
    [[nodiscard]] std::vector<std::string> pointTexts() const {
        const std::string at = "(" + significant(chart_.at, kCardDigits) + ")";
        std::vector<std::string> texts{chart_.function + at + " = " + significant(chart_.value, kCardDigits)};
        if (std::isnan(chart_.slope)) return texts;
        const std::string slope = words_.slope.empty() ? nameOf(chart_.function, 1) + at + " =" : words_.slope;
        texts.push_back(slope + " " + significant(chart_.slope, kCardDigits));
        return texts;
    }

    [[nodiscard]] std::string pointText() const {
        const std::vector<std::string> texts = pointTexts();
        return texts.size() == 1 ? texts.front() : texts.front() + ", " + texts.back();
    }

    // On one line where that covers nothing, otherwise on two.
    void labelPoint() {
        const Block one = placedAtPoint({pointText()}), two = placedAtPoint(pointTexts());
        const bool isCramped = !one.place.found || one.place.covered >= kGapWeight;
        const Block& block = isCramped && two.place.found && two.place.covered < one.place.covered ? two : one;
        if (!block.place.found || block.place.covered >= kTextWeight) return;
        Group& group = addGroup("point-label", "label", {});
        addBacking(group, block.place);
        const double height = block.place.rect.height / static_cast<double>(block.lines.size());
        for (std::size_t i = 0; i < block.lines.size(); ++i) {
            const Rect line{block.place.rect.x, block.place.rect.y + height * static_cast<double>(i), 0, height};
            group.items.push_back({textIn(line, block.lines[i], kLabelSize, Ink::text), 1});
        }
        taken_.addRect(block.place.rect, kTextWeight);
    }

    struct Block {
        std::vector<std::string> lines;
        Placement place;
    };

    [[nodiscard]] Block placedAtPoint(std::vector<std::string> lines) const {
        const Rect within{area_.x + 2, area_.y + 2, area_.width - 4, area_.height - 4};
        Size size;
        for (std::string& line : lines) {
            line = elideMiddle(line, within.width - 2 * kClear, kLabelSize);
            const Size own = sizeOf(line, kLabelSize);
            size = {std::max(size.width, own.width), size.height + own.height};
        }
        const double y = std::isfinite(chart_.value) ? chart_.value : (frame_.plot.yMin + frame_.plot.yMax) / 2;
        const Point p = frame_.plot.at(std::isfinite(chart_.at) ? chart_.at : frame_.plot.xMin, y);
        const Point near{std::clamp(p.x, area_.x, area_.right()), std::clamp(p.y, area_.y, area_.bottom())};
        const Size clear{size.width + 2 * kClear, size.height + 2 * kClear};
        Placement place = bestOf(candidatesAround(near, clear, within), taken_, within);
        place.rect = {place.rect.x + kClear, place.rect.y + kClear, size.width, size.height};
        return {std::move(lines), place};
    }

    // Where a label cannot help covering something, what it covers is dimmed, so that it can be read.
    static void addBacking(Group& group, const Placement& place) {
        if (place.covered < kCurveWeight) return;
        group.items.push_back({BoxShape{place.rect, 3, true, Ink::pane, {Ink::pane, 0, {}}}, 0.85});
    }

    // Each text once, beside that of its lines where there is most room, near the top.
    void labelGaps(const std::vector<GapMark>& marks) {
        std::vector<std::string> done;
        for (const GapMark& first : marks) {
            if (first.text.empty() || std::find(done.begin(), done.end(), first.text) != done.end()) continue;
            done.push_back(first.text);
            const std::string text = elideMiddle(first.text, std::max(area_.width * 0.4, 60.0), kGapSize);
            std::vector<Candidate> candidates;
            for (const GapMark& mark : marks)
                if (mark.text == first.text) addBeside(mark, sizeOf(text, kGapSize), candidates);
            const Placement place = bestOf(candidates, taken_, area_);
            if (!place.found || place.covered >= kTextWeight) continue;
            Group& group = addGroup("gap-label-" + std::to_string(done.size()), "label", {});
            addBacking(group, place);
            group.items.push_back({textIn(place.rect, text, kGapSize, Ink::warning), 1});
            taken_.addRect(place.rect, kTextWeight);
        }
    }

    void addBeside(const GapMark& mark, Size label, std::vector<Candidate>& candidates) const {
        const auto add = [&](double x, double y, double penalty) { candidates.push_back({{x, y, label.width, label.height}, penalty}); };
        for (int row = 0; row < 6; ++row) {
            const double y = area_.y + 3 + row * (label.height + 2), penalty = row * 20.0;
            if (mark.right - mark.left > label.width + 8) add(mark.left / 2 + mark.right / 2 - label.width / 2, y, penalty);
            add(mark.right + 6, y, penalty + 2);
            add(mark.left - 6 - label.width, y, penalty + 4);
        }
    }

    void labelCurves() {
        const Rect within{2, 2, diagram_.size.width - 3, diagram_.size.height - 4};
        for (const DrawnCurve& drawn : drawn_) {
            const std::string text = elideMiddle(nameOf(drawn.function, drawn.order), 90, kLabelSize, true);
            const Placement place = bestOf(candidatesAlong(drawn.pieces, sizeOf(text, kLabelSize, true), area_), taken_, within);
            if (!place.found || place.covered >= kTextWeight) continue;
            Group& group = addGroup("curve-label-" + std::to_string(drawn.number), "label", {});
            addBacking(group, place);
            const Ink ink = drawn.order == 1 ? Ink::backwardText : strokeOf(drawn.order).ink;
            group.items.push_back({textIn(place.rect, text, kLabelSize, ink, true), 1});
            taken_.addRect(place.rect, kTextWeight);
        }
    }

    const Chart& chart_;
    const ChartWords& words_;
    ChartFrame frame_;
    Rect area_;
    Occupancy taken_;
    Diagram diagram_;
    std::vector<DrawnCurve> drawn_;
    int gaps_ = 0;
};

}  // namespace

Diagram chartDiagram(const Chart& chart, Size size, const ChartWords& words) { return ChartDrawer(chart, size, words).draw(); }

}  // namespace backstep
