// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/diagrampainter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <vector>

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include "engine/diagram/arrow.h"
#include "engine/diagram/cover.h"
#include "engine/diagram/edgepath.h"
#include "engine/diagram/metrics.h"
#include "engine/diagram/printable.h"
#include "engine/diagram/trunks.h"

namespace backstep {
namespace {

// Text is set at this size and scaled to its own: sizes need not be whole, and widths are those of the metrics table.
constexpr int kSettingSize = 64;
constexpr std::size_t kSegments = kSegmentsOfCubic;  // of a line of straight segments, taken together: a trunk's cubics are known again
constexpr std::size_t kShortLine = 24;               // segments; a line of fewer is painted as a whole
constexpr double kLeastText = 3.5;                   // px on a screen; smaller text is a bar

QPointF toQt(Point p) { return {p.x, p.y}; }

QRectF toQt(const Rect& r) { return {r.x, r.y, r.width, r.height}; }

class DiagramPainter {
public:
    DiagramPainter(QPainter& painter, const DiagramPaintOptions& options)
        : painter_(painter), theme_(options.theme), visible_(options.visible), leastSize_(kLeastText / options.scale) {}

    void paint(const Group& group) {
        painter_.save();
        if (group.clipped) painter_.setClipRect(toQt(group.bounds), Qt::IntersectClip);
        const double opacity = painter_.opacity();
        for (const Item& item : group.items) {
            if (!isDrawable(item.shape)) continue;
            painter_.setOpacity(opacity * std::clamp(item.opacity, 0.0, 1.0));
            std::visit([this](const auto& shape) { paintShape(shape); }, item.shape);
        }
        painter_.restore();
    }

    QColor colour(Ink ink) const {
        const Colour c = colourOf(theme_, ink);
        return {c.red, c.green, c.blue};
    }

private:
    void paintShape(const BoxShape& box) {
        setPaint(box.filled, box.fill, box.stroke, box.own);
        const double radius = std::min({box.radius, box.rect.width / 2, box.rect.height / 2});
        if (radius > 0) {
            painter_.drawRoundedRect(toQt(box.rect), radius, radius);
        } else {
            painter_.drawRect(toQt(box.rect));
        }
    }

    void paintShape(const CircleShape& circle) {
        setPaint(circle.filled, circle.fill, circle.stroke, circle.own);
        painter_.drawEllipse(toQt(circle.centre), circle.radius, circle.radius);
    }

    void paintShape(const PathShape& path) {
        if (path.filled) {
            setPaint(true, path.stroke.ink, Stroke{path.stroke.ink, 0}, path.own);
            QPolygonF area;
            for (const Point& p : path.points) area.append(toQt(p));
            painter_.drawPolygon(area);
            return;
        }
        const Arrow arrow = arrowOf(path);
        if (path.stroke.width > 0) {
            setPaint(false, Ink::pane, path.stroke);
            paintLine(path, arrow.line);
        }
        if (!arrow.hasHead || (visible_ && !visible_(extentOf(arrow.head.corners, 0)))) return;
        setPaint(true, path.stroke.ink, Stroke{path.stroke.ink, 0, {}});
        const auto& [tip, left, right] = arrow.head.corners;
        painter_.drawPolygon(QPolygonF{toQt(tip), toQt(left), toQt(right)});
    }

    // The runs of its pieces that are in sight, each with one more at its ends, so that no end is; what edges share, once.
    void paintLine(const PathShape& path, const std::vector<Point>& line) {
        const std::size_t step = path.bezier ? 3 : kSegments, last = line.size() - 1, count = (last + step - 1) / step;
        const bool isLong = last >= kShortLine;
        const bool shares = path.stroke.dash.empty() && (path.bezier || isLong);
        if (!shares && (path.bezier || !visible_ || !isLong)) return painter_.drawPath(pathOf(line, path.bezier));
        const auto pointsOf = [&](std::size_t from, std::size_t to) {  // of the pieces from … to − 1
            return std::span(line).subspan(step * from, std::min(step * to, last) - step * from + 1);
        };
        enum class Piece : char { outOfSight, fresh, drawn };
        std::vector<Piece> pieces(count + 2);
        trunks_.begin(path.stroke, painter_.opacity());
        for (std::size_t i = 0; i < count; ++i) {
            const std::span<const Point> piece = pointsOf(i, i + 1);
            if (visible_ && !visible_(extentOf(piece, path.stroke.width))) continue;
            pieces[i + 1] = !shares || trunks_.isNew(piece) ? Piece::fresh : Piece::drawn;
        }
        const auto wanted = [&](std::size_t i) {
            if (pieces[i + 1] != Piece::outOfSight) return pieces[i + 1] == Piece::fresh;
            return pieces[i] == Piece::fresh || pieces[i + 2] == Piece::fresh;
        };
        double before = 0;  // the run, of a line with dashes
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t first = i;
            while (i < count && wanted(i)) ++i;
            if (i > first) paintRun(path, pointsOf(first, i), before);
            if (!shares) before += lengthOf(pointsOf(first, std::min(i + 1, count)));
        }
    }

    void paintRun(const PathShape& path, std::span<const Point> run, double before) {
        if (!path.stroke.dash.empty()) {
            QPen pen = painter_.pen();
            pen.setDashOffset(before / path.stroke.width);
            painter_.setPen(pen);
        }
        painter_.drawPath(pathOf(run, path.bezier));
    }

    static double lengthOf(std::span<const Point> line) {
        double length = 0;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const double x = line[i].x - line[i - 1].x, y = line[i].y - line[i - 1].y;
            length += std::sqrt(x * x + y * y);
        }
        return length;
    }

    static QPainterPath pathOf(std::span<const Point> points, bool bezier) {
        QPainterPath path(toQt(points.front()));
        if (bezier) {
            for (std::size_t i = 1; i + 2 < points.size(); i += 3) path.cubicTo(toQt(points[i]), toQt(points[i + 1]), toQt(points[i + 2]));
        } else {
            for (std::size_t i = 1; i < points.size(); ++i) path.lineTo(toQt(points[i]));
        }
        return path;
    }

    void paintShape(const TextShape& text) {
        if (text.size < leastSize_) return paintBar(text);
        std::vector<double> widths;
        double total = 0;
        for (const TextRun& run : text.runs) {
            widths.push_back(QFontMetricsF(font(run), painter_.device()).horizontalAdvance(textOf(run)));
            total += widths.back();
        }
        const double share = text.anchor == Anchor::start ? 0 : text.anchor == Anchor::middle ? 0.5 : 1;
        painter_.save();
        painter_.translate(toQt(text.at));
        painter_.scale(text.size / kSettingSize, text.size / kSettingSize);
        double x = -total * share;
        for (std::size_t i = 0; i < text.runs.size(); ++i) {
            painter_.setFont(font(text.runs[i]));
            painter_.setPen(colour(text.runs[i].ink));
            painter_.drawText(QPointF(x, 0), textOf(text.runs[i]));
            x += widths[i];
        }
        painter_.restore();
    }

    // As long as the text, as heavy as its letters look from afar.
    void paintBar(const TextShape& text) {
        double width = 0;
        for (const TextRun& run : text.runs) width += textWidth(run.text, text.size, run.bold);
        const double share = text.anchor == Anchor::start ? 0 : text.anchor == Anchor::middle ? 0.5 : 1;
        QColor grey = colour(text.runs.empty() ? Ink::text : text.runs.front().ink);
        grey.setAlphaF(0.3F);
        painter_.fillRect(QRectF(text.at.x - width * share, text.at.y - capHeight(text.size), width, capHeight(text.size)), grey);
    }

    const QFont& font(const TextRun& run) {
        std::optional<QFont>& font = fonts_[(run.bold ? 1 : 0) + (run.italic ? 2 : 0)];
        if (!font) font = diagramFont(kSettingSize, run.bold, run.italic);
        return *font;
    }
    static QString textOf(const TextRun& run) { return QString::fromStdString(printable(run.text)); }

    QColor own(Colour chosen) const {
        const Colour c = seenOn(theme_, chosen);
        return {c.red, c.green, c.blue};
    }

    void setPaint(bool filled, Ink fill, const Stroke& stroke, std::optional<Colour> chosen = std::nullopt) {
        painter_.setBrush(filled ? QBrush(chosen ? own(*chosen) : colour(fill)) : QBrush(Qt::NoBrush));
        if (stroke.width <= 0) {
            painter_.setPen(Qt::NoPen);
            return;
        }
        QPen pen(stroke.own ? own(*stroke.own) : colour(stroke.ink), stroke.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        if (!stroke.dash.empty()) pen.setDashPattern(dashesOf(stroke));
        painter_.setPen(pen);
    }

    // Qt counts in widths of the pen and wants an even number of lengths.
    static QList<qreal> dashesOf(const Stroke& stroke) {
        QList<qreal> lengths;
        for (int turn = 0; turn < (stroke.dash.size() % 2 == 0 ? 1 : 2); ++turn)
            for (const double length : stroke.dash) lengths.append(length / stroke.width);
        return lengths;
    }

    QPainter& painter_;
    Theme theme_;
    std::function<bool(const Rect&)> visible_;
    Trunks trunks_;
    double leastSize_;                           // of a text
    std::array<std::optional<QFont>, 4> fonts_;  // made when they are wanted
};

}  // namespace

QFont diagramFont(int pixelSize, bool bold, bool italic) {
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(pixelSize);
    font.setBold(bold);
    font.setItalic(italic);
    font.setKerning(false);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void paintDiagram(QPainter& painter, const Diagram& diagram, const DiagramPaintOptions& options) {
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    DiagramPainter worker(painter, options);
    if (!options.transparent) painter.fillRect(QRectF(0, 0, diagram.size.width, diagram.size.height), worker.colour(Ink::pane));
    for (const Group& group : diagram.groups) worker.paint(group);
    painter.restore();
}

void paintGroups(QPainter& painter, std::span<const Group* const> groups, const DiagramPaintOptions& options) {
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    DiagramPainter worker(painter, options);
    for (const Group* group : groups) worker.paint(*group);
    painter.restore();
}

QImage renderDiagram(const Diagram& diagram, double scale, Theme theme, bool transparent) {
    const double width = std::ceil(diagram.size.width * scale), height = std::ceil(diagram.size.height * scale);
    const bool fits = width >= 1 && height >= 1 && width <= kLargestImageSide && height <= kLargestImageSide &&
                      width * height <= static_cast<double>(kLargestImagePixels);
    if (!fits) return {};
    QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) return {};
    const int dotsPerMetre = static_cast<int>(std::lround(96 * scale / 0.0254));
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    // The last row and column may hold a part of a unit only; without this they would stay half transparent.
    image.fill(Qt::transparent);
    QPainter painter(&image);
    if (!transparent) painter.fillRect(image.rect(), DiagramPainter(painter, {.theme = theme}).colour(Ink::pane));
    painter.scale(scale, scale);
    paintDiagram(painter, diagram, {.theme = theme, .transparent = true});
    return image;
}

}  // namespace backstep
