// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/figurediagram.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/diagram/figureaxis.h"
#include "engine/diagram/figuremarks.h"
#include "engine/diagram/metrics.h"

namespace backstep {
namespace {

constexpr double kTickSize = 10.5, kLabelSize = 11.5, kTitleSize = 12.5;
constexpr double kPadding = 8;
constexpr std::size_t kMostMarkers = 20'000;  // of one picture
constexpr double kFarthest = 20'000;          // scene units: beyond it nothing is seen

Shape words(Point at, Anchor anchor, double size, std::string text, Ink ink, bool bold = false) {
    return TextShape{at, anchor, size, {{std::move(text), bold, false, ink}}};
}

class AxesPainter {
public:
    AxesPainter(Diagram& diagram, const FigureAxes& axes, Rect room, std::string id)
        : diagram_(diagram), axes_(axes), room_(room), id_(std::move(id)) {
        const auto both = axesOf(axes);
        x_ = both.first;
        y_ = both.second;
    }

    void paint() {
        placeArea();
        paintFrame();
        data_ = &group("data", "curve");
        data_->clipped = true;
        data_->bounds = area_;
        for (const FigureSpan& span : axes_.spans) paintSpan(span);
        for (const FigureBand& band : axes_.bands) paintBand(band);
        for (const FigureBar& bar : axes_.bars) paintBar(bar);
        for (const FigureSegments& s : axes_.segments) paintSegments(s);
        for (const FigureLine& line : axes_.lines) paintLine(line);
        for (const FigurePoints& points : axes_.points) paintPoints(points);
        for (const FigureNote& note : axes_.notes) paintNote(note);
        if (axes_.legend && !axes_.legend->empty()) paintLegend();
    }

private:
    Diagram& diagram_;
    const FigureAxes& axes_;
    Rect room_, area_;
    std::string id_;
    FigureAxis x_, y_;
    std::vector<FigureTick> xTicks_, yTicks_;
    Group* data_ = nullptr;
    std::vector<Point> seen_;  // some of what is drawn: the legend keeps off it
    std::size_t markers_ = 0;

    Group& group(const std::string& name, std::string role) {
        Group g;
        g.id = id_ + "-" + name;
        g.role = std::move(role);
        g.bounds = room_;
        diagram_.groups.push_back(std::move(g));
        return diagram_.groups.back();
    }

    double toX(double v) const { return std::clamp(area_.x + x_.share(v) * area_.width, -kFarthest, kFarthest); }
    double toY(double v) const { return std::clamp(area_.bottom() - y_.share(v) * area_.height, -kFarthest, kFarthest); }

    static std::vector<FigureTick> named(const std::vector<std::string>& names) {
        std::vector<FigureTick> ticks;
        for (std::size_t i = 0; i < names.size() && i < 40; ++i) ticks.push_back({static_cast<double>(i), names[i]});
        return ticks;
    }

    // The labels decide what is left for the area; a label of y stands above its axis, where it can be read.
    void placeArea() {
        const double line = ascent(kTickSize) + descent(kTickSize);
        const double top = room_.y + kPadding + (axes_.title.empty() ? 0 : kTitleSize + 8) + (axes_.yLabel.empty() ? 2 : kLabelSize + 7);
        const double bottom = room_.bottom() - kPadding - line - 3 - (axes_.xLabel.empty() ? 0 : kLabelSize + 5);
        const double height = std::max(bottom - top, 10.0);
        yTicks_ = axes_.yWords.empty() ? y_.ticks(std::clamp(static_cast<int>(height / 30), 3, 12)) : named(axes_.yWords);
        double widest = 0;
        for (const FigureTick& tick : yTicks_) widest = std::max(widest, textWidth(tick.label, kTickSize));
        const double left = room_.x + kPadding + std::min(widest, room_.width / 3) + 8;
        area_ = {left, top, std::max(room_.right() - left - kPadding - 6, 10.0), height};
        if (axes_.equal && !axes_.xLog && !axes_.yLog) makeEqual();
        xTicks_ = axes_.xWords.empty() ? horizontalTicks() : named(axes_.xWords);
    }

    // One unit is as long across as upwards: the axis with room to spare shows more.
    void makeEqual() {
        const double perX = std::abs(x_.hi - x_.lo) / area_.width, perY = std::abs(y_.hi - y_.lo) / area_.height;
        FigureAxis& axis = perX < perY ? x_ : y_;
        const double factor = perX < perY ? perY / perX : perX / perY;
        const double middle = (axis.lo + axis.hi) / 2, half = (axis.hi - axis.lo) / 2 * factor;
        axis.lo = middle - half;
        axis.hi = middle + half;
    }

    std::vector<FigureTick> horizontalTicks() const {
        for (int about = std::clamp(static_cast<int>(area_.width / 55), 2, 14); about > 1; --about) {
            std::vector<FigureTick> ticks = x_.ticks(about);
            double widest = 0;
            for (const FigureTick& tick : ticks) widest = std::max(widest, textWidth(tick.label, kTickSize));
            if (ticks.size() < 2 || widest + 10 <= std::abs(toX(ticks[1].at) - toX(ticks[0].at))) return ticks;
        }
        return x_.ticks(1);
    }

    void paintFrame() {
        Group& g = group("axes", "axis");
        const auto hair = [&](Point a, Point b, Ink ink) { g.items.push_back({PathShape{{a, b}, false, {ink, 1}}, 1}); };
        const double tickLine = area_.bottom() + 3 + ascent(kTickSize);
        for (const FigureTick& tick : xTicks_) {
            const double at = std::round(toX(tick.at)) + 0.5;
            if (!x_.has(tick.at) || at < area_.x - 1 || at > area_.right() + 1) continue;
            if (axes_.grid) hair({at, area_.y}, {at, area_.bottom()}, Ink::line);
            hair({at, area_.bottom()}, {at, area_.bottom() + 3}, Ink::faint);
            g.items.push_back({words({at, tickLine + 2}, Anchor::middle, kTickSize, tick.label, Ink::quiet), 1});
        }
        for (const FigureTick& tick : yTicks_) {
            const double at = std::round(toY(tick.at)) + 0.5;
            if (!y_.has(tick.at) || at < area_.y - 1 || at > area_.bottom() + 1) continue;
            if (axes_.grid) hair({area_.x, at}, {area_.right(), at}, Ink::line);
            hair({area_.x - 3, at}, {area_.x, at}, Ink::faint);
            const std::string label = elideMiddle(tick.label, std::max(area_.x - room_.x - kPadding, 10.0), kTickSize);
            g.items.push_back({words({area_.x - 6, at + capHeight(kTickSize) / 2}, Anchor::end, kTickSize, label, Ink::quiet), 1});
        }
        const double x = std::round(area_.x) + 0.5, y = std::round(area_.bottom()) + 0.5;
        hair({x, area_.y}, {x, y}, Ink::faint);
        hair({x, y}, {area_.right(), y}, Ink::faint);
        paintTitles(g);
    }

    void paintTitles(Group& g) {
        const auto fitted = [&](const std::string& text, double size, bool bold = false) {
            return elideMiddle(plainLabel(text), room_.width - 2 * kPadding, size, bold);
        };
        double baseline = room_.y + kPadding + ascent(kTitleSize);
        if (!axes_.title.empty()) {
            g.items.push_back(
                {words({area_.centre().x, baseline}, Anchor::middle, kTitleSize, fitted(axes_.title, kTitleSize), Ink::text), 1});
            g.title = plainLabel(axes_.title);
        }
        if (!axes_.yLabel.empty()) {
            g.items.push_back(
                {words({room_.x + kPadding, area_.y - 7}, Anchor::start, kLabelSize, fitted(axes_.yLabel, kLabelSize), Ink::quiet), 1});
        }
        if (!axes_.xLabel.empty()) {
            const double at = room_.bottom() - kPadding - descent(kLabelSize);
            g.items.push_back({words({area_.centre().x, at}, Anchor::middle, kLabelSize, fitted(axes_.xLabel, kLabelSize), Ink::quiet), 1});
        }
    }

    void see(Point p) {
        if (area_.contains(p) && seen_.size() < 4000) seen_.push_back(p);
    }

    void seeLine(Point from, Point to) {
        const int parts = std::clamp(static_cast<int>(std::hypot(to.x - from.x, to.y - from.y) / 6), 1, 200);
        for (int i = 1; i <= parts; ++i) see({from.x + (to.x - from.x) * i / parts, from.y + (to.y - from.y) * i / parts});
    }

    void addPath(std::vector<Point> points, std::string_view style, double width, Colour colour, double alpha) {
        if (points.size() < 2) return;
        data_->items.push_back({PathShape{std::move(points), false, {Ink::text, width, figureDashes(style, width), colour}}, alpha});
    }

    // Corners of the staircase between two samples.
    static void step(std::vector<Point>& path, const std::string& kind, Point to) {
        const Point from = path.back();
        if (kind == "steps-pre" || kind == "steps") path.push_back({from.x, to.y});
        else if (kind == "steps-post") path.push_back({to.x, from.y});
        else if (kind == "steps-mid") path.push_back({(from.x + to.x) / 2, from.y}), path.push_back({(from.x + to.x) / 2, to.y});
    }

    Point placed(const FigureLine& line, std::size_t i) const {
        const double x = line.along == "y" ? area_.x + line.x[i] * area_.width : toX(line.x[i]);
        const double y = line.along == "x" ? area_.bottom() - line.y[i] * area_.height : toY(line.y[i]);
        return {x, y};
    }

    void paintLine(const FigureLine& line) {
        if (!line.colour) return;
        const double width = std::max(line.width * 1.1, 0.3);
        if (line.slope) return paintEndless(line, width);
        const bool drawn = isDrawnStyle(line.style) && line.width > 0;
        std::vector<Point> path;
        for (std::size_t i = 0; i < std::min(line.x.size(), line.y.size()); ++i) {
            const bool here = (line.along == "y" ? std::isfinite(line.x[i]) : x_.has(line.x[i])) &&
                              (line.along == "x" ? std::isfinite(line.y[i]) : y_.has(line.y[i]));
            if (!here) {  // a gap
                if (drawn) addPath(std::move(path), line.style, width, *line.colour, line.alpha);
                path.clear();
                continue;
            }
            const Point p = placed(line, i);
            if (line.along.empty()) drawn && !path.empty() ? seeLine(path.back(), p) : see(p);
            addMarker(line.marker, p, line.markerSize, *line.colour, line.alpha);
            if (!drawn) continue;
            // What no eye can tell from the point before is left out.
            if (!path.empty() && std::hypot(p.x - path.back().x, p.y - path.back().y) < 0.2 && i + 1 < line.x.size()) continue;
            if (!path.empty()) step(path, line.steps, p);
            path.push_back(p);
        }
        if (drawn) addPath(std::move(path), line.style, width, *line.colour, line.alpha);
    }

    void paintEndless(const FigureLine& line, double width) {
        const auto [x, y, slope] = *line.slope;
        if (std::isinf(slope)) return addPath({{toX(x), area_.y}, {toX(x), area_.bottom()}}, line.style, width, *line.colour, line.alpha);
        addPath({{area_.x, toY(y + slope * (x_.lo - x))}, {area_.right(), toY(y + slope * (x_.hi - x))}}, line.style, width, *line.colour,
                line.alpha);
    }

    void addMarker(const std::string& marker, Point at, double size, Colour colour, double alpha) {
        if (!isDrawnStyle(marker) || markers_ >= kMostMarkers || !area_.intersects({at.x - size, at.y - size, 2 * size, 2 * size})) return;
        ++markers_;
        for (Shape& shape : figureMarker(marker, at, size, colour)) data_->items.push_back({std::move(shape), alpha});
    }

    void paintPoints(const FigurePoints& points) {
        if (points.colours.empty()) return;
        for (std::size_t i = 0; i < std::min(points.x.size(), points.y.size()); ++i) {
            const auto& colour = points.colours[points.colours.size() == 1 ? 0 : std::min(i, points.colours.size() - 1)];
            if (!colour || !x_.has(points.x[i]) || !y_.has(points.y[i])) continue;
            const Point p{toX(points.x[i]), toY(points.y[i])};
            see(p);
            addMarker(points.marker.empty() ? "o" : points.marker, p, 6, *colour, 0.9);
        }
    }

    Rect rectOf(double x0, double y0, double x1, double y1) const {
        return {std::min(x0, x1), std::min(y0, y1), std::abs(x1 - x0), std::abs(y1 - y0)};
    }

    void fill(Rect rect, Colour colour, double alpha) {
        BoxShape box{rect, 0, true, Ink::text, {Ink::text, 0}};
        box.own = colour;
        data_->items.push_back({box, alpha});
    }

    void paintBar(const FigureBar& bar) {
        if (!bar.colour || !std::isfinite(bar.height) || !std::isfinite(bar.x)) return;
        const double foot = y_.has(bar.foot) ? toY(bar.foot) : area_.bottom();
        const double head = y_.has(bar.foot + bar.height) ? toY(bar.foot + bar.height) : foot;
        if (!x_.has(bar.x) || !x_.has(bar.x + bar.width)) return;
        Rect rect = rectOf(toX(bar.x), foot, toX(bar.x + bar.width), head);
        see({rect.centre().x, head});
        if (rect.width > 3) rect.width -= 0.75;  // neighbours stay apart
        fill(rect, *bar.colour, 0.9);
    }

    void paintSpan(const FigureSpan& span) {
        const FigureAxis& axis = span.vertical ? x_ : y_;
        if (!span.colour || !axis.has(span.from) || !axis.has(span.to)) return;
        fill(span.vertical ? rectOf(toX(span.from), area_.y, toX(span.to), area_.bottom())
                           : rectOf(area_.x, toY(span.from), area_.right(), toY(span.to)),
             *span.colour, span.alpha);
    }

    void paintBand(const FigureBand& band) {
        if (!band.colour) return;
        std::vector<Point> upper, lower;
        const auto finish = [&] {
            if (upper.size() > 1) {
                PathShape shape;
                shape.points = upper;
                shape.points.insert(shape.points.end(), lower.rbegin(), lower.rend());
                shape.filled = true;
                shape.own = band.colour;
                data_->items.push_back({std::move(shape), band.alpha});
            }
            upper.clear();
            lower.clear();
        };
        for (std::size_t i = 0; i < std::min({band.x.size(), band.low.size(), band.high.size()}); ++i) {
            const bool drawn =
                (i >= band.drawn.size() || band.drawn[i]) && x_.has(band.x[i]) && y_.has(band.low[i]) && y_.has(band.high[i]);
            if (!drawn) {
                finish();
                continue;
            }
            upper.push_back({toX(band.x[i]), toY(band.high[i])});
            lower.push_back({toX(band.x[i]), toY(band.low[i])});
        }
        finish();
    }

    void paintSegments(const FigureSegments& s) {
        if (!s.colour) return;
        for (std::size_t i = 0; i < std::min({s.at.size(), s.from.size(), s.to.size()}); ++i) {
            const FigureAxis& across = s.vertical ? x_ : y_;
            const FigureAxis& along = s.vertical ? y_ : x_;
            if (!across.has(s.at[i]) || !along.has(s.from[i]) || !along.has(s.to[i])) continue;
            const Point a = s.vertical ? Point{toX(s.at[i]), toY(s.from[i])} : Point{toX(s.from[i]), toY(s.at[i])};
            const Point b = s.vertical ? Point{toX(s.at[i]), toY(s.to[i])} : Point{toX(s.to[i]), toY(s.at[i])};
            addPath({a, b}, s.style, 1.6, *s.colour, s.alpha);
        }
    }

    void paintNote(const FigureNote& note) {
        if (!x_.has(note.x) || !y_.has(note.y)) return;
        const Point at{toX(note.x), toY(note.y)};
        if (area_.contains(at)) data_->items.push_back({words(at, Anchor::start, kTickSize, plainLabel(note.text), Ink::text), 1});
    }

    // --- the legend ---

    struct Swatch {
        const FigureLine* line = nullptr;
        std::string marker;
        std::optional<Colour> colour;
    };

    // Which of what is drawn has this label; without one, the series in the order in which they were drawn.
    std::vector<Swatch> swatches() const {
        std::vector<Swatch> all, out;
        std::vector<std::string> labels;
        for (const FigureLine& line : axes_.lines) all.push_back({&line, line.marker, line.colour}), labels.push_back(line.label);
        for (const FigurePoints& p : axes_.points) {
            all.push_back({nullptr, p.marker.empty() ? "o" : p.marker, p.colours.empty() ? std::nullopt : p.colours.front()});
            labels.push_back(p.label);
        }
        for (const FigureBand& band : axes_.bands) all.push_back({nullptr, {}, band.colour}), labels.emplace_back();
        if (!axes_.bars.empty()) all.push_back({nullptr, {}, axes_.bars.front().colour}), labels.emplace_back();
        for (std::size_t i = 0; i < axes_.legend->size(); ++i) {
            const auto found = std::find(labels.begin(), labels.end(), (*axes_.legend)[i]);
            const std::size_t at = found != labels.end() ? static_cast<std::size_t>(found - labels.begin()) : i;
            out.push_back(at < all.size() ? all[at] : Swatch());
        }
        return out;
    }

    // The corner where the least is covered.
    Rect legendPlace(Size size) const {
        const double aside = 8;
        const double left = area_.x + aside, right = area_.right() - aside - size.width, top = area_.y + aside,
                     bottom = area_.bottom() - aside - size.height;
        Rect best{right, top, size.width, size.height};
        std::size_t fewest = static_cast<std::size_t>(-1);
        for (const Point corner : {Point{right, top}, Point{left, top}, Point{left, bottom}, Point{right, bottom}}) {
            const Rect rect{corner.x, corner.y, size.width, size.height};
            const Rect around{corner.x - 5, corner.y - 5, size.width + 10, size.height + 10};  // markers have a size
            const auto covered =
                static_cast<std::size_t>(std::count_if(seen_.begin(), seen_.end(), [&](Point p) { return around.contains(p); }));
            if (covered >= fewest) continue;
            fewest = covered;
            best = rect;
        }
        return best;
    }

    void paintLegend() {
        constexpr double kRow = 17, kSample = 24;
        const std::size_t rows = std::min<std::size_t>(axes_.legend->size(), 20);
        double widest = 0;
        std::vector<std::string> labels;
        for (std::size_t i = 0; i < rows; ++i) {
            labels.push_back(elideMiddle(plainLabel((*axes_.legend)[i]), std::max(area_.width * 0.6, 40.0), kTickSize));
            widest = std::max(widest, textWidth(labels.back(), kTickSize));
        }
        const Rect box = legendPlace({widest + kSample + 22, kRow * static_cast<double>(rows) + 8});
        const std::vector<Swatch> samples = swatches();
        Group& g = group("legend", "legend");
        g.bounds = box;
        g.items.push_back({BoxShape{box, 4, true, Ink::pane, {Ink::line, 1}}, 0.92});
        data_ = &g;
        for (std::size_t i = 0; i < rows; ++i) {
            const double middle = box.y + 4 + kRow * (static_cast<double>(i) + 0.5), left = box.x + 8;
            paintSample(samples[i], {left, middle}, kSample);
            g.items.push_back(
                {words({left + kSample + 6, middle + capHeight(kTickSize) / 2}, Anchor::start, kTickSize, labels[i], Ink::text), 1});
        }
    }

    void paintSample(const Swatch& swatch, Point left, double length) {
        if (!swatch.colour) return;
        const Point middle{left.x + length / 2, left.y};
        if (swatch.line == nullptr && swatch.marker.empty()) return fill({left.x + 2, left.y - 5, length - 4, 10}, *swatch.colour, 0.9);
        if (swatch.line != nullptr && isDrawnStyle(swatch.line->style)) {
            addPath({left, {left.x + length, left.y}}, swatch.line->style, std::max(swatch.line->width * 1.1, 0.3), *swatch.colour,
                    swatch.line->alpha);
        }
        for (Shape& shape : figureMarker(swatch.marker, middle, 6, *swatch.colour)) data_->items.push_back({std::move(shape), 1});
    }
};

}  // namespace

Diagram figureDiagram(const Figure& figure, Size size) {
    Diagram diagram;
    diagram.size = size;
    diagram.title = plainLabel(figure.title);
    double top = 0;
    if (!figure.title.empty()) {
        Group title{"figure-title", "title", diagram.title, {}, {0, 0, size.width, kTitleSize + 12}, false, {}};
        title.items.push_back({words({size.width / 2, 6 + ascent(kTitleSize)}, Anchor::middle, kTitleSize,
                                     elideMiddle(diagram.title, size.width - 16, kTitleSize, true), Ink::text, true),
                               1});
        diagram.groups.push_back(std::move(title));
        top = kTitleSize + 12;
    }
    diagram.groups.reserve(diagram.groups.size() + figure.axes.size() * 3);  // a group is referred to while it is filled
    for (std::size_t i = 0; i < figure.axes.size(); ++i) {
        const FigureAxes& axes = figure.axes[i];
        const auto [rows, columns, number] = axes.place;
        const double width = size.width / columns, height = (size.height - top) / rows;
        const int at = std::min(number, rows * columns) - 1;
        const int row = at / columns;
        const Rect room{width * (at % columns), top + height * row, width, height};
        AxesPainter(diagram, axes, room, "axes-" + std::to_string(i + 1)).paint();
    }
    return diagram;
}

}  // namespace backstep
