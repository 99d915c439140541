// SPDX-License-Identifier: GPL-3.0-or-later
// Colours are presentation attributes, which every reader knows; classes only repeat them for a reader that prefers a
// dark scheme. Text is anchored, never placed by a measured x: a reader without the font still shows it in its place.
#include "engine/diagram/svg.h"

#include <algorithm>
#include <set>
#include <span>
#include <string_view>

#include "engine/diagram/arrow.h"
#include "engine/diagram/trunks.h"
#include "engine/diagram/xml.h"

namespace backstep {
namespace {

constexpr std::string_view kFontFamily = "DejaVu Sans, Verdana, sans-serif";

std::string attribute(std::string_view name, std::string_view value) { return " " + std::string(name) + "=\"" + std::string(value) + "\""; }

std::string attribute(std::string_view name, double value) { return attribute(name, xmlNumber(value)); }

std::string pointText(Point p) { return xmlNumber(p.x) + " " + xmlNumber(p.y); }

class SvgWriter {
public:
    SvgWriter(const Diagram& diagram, const SvgOptions& options) : diagram_(diagram), options_(options) {}

    std::string write() {
        begin();
        for (const Group& group : diagram_.groups) writeGroup(group, uniqueId(group.id), {});
        out_ += "</g>\n</svg>\n";
        return std::move(out_);
    }

    std::string writeOne(const Group& group, const std::string& id, const std::string& attributes) {
        writeGroup(group, id, attributes);
        return std::move(out_);
    }

private:
    void begin() {
        const Size size = diagram_.size;
        out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"";
        out_ += attribute("width", size.width * options_.scale) + attribute("height", size.height * options_.scale);
        out_ += attribute("viewBox", "0 0 " + xmlNumber(size.width) + " " + xmlNumber(size.height));
        out_ += attribute("role", "img");
        if (!diagram_.title.empty()) out_ += attribute("aria-label", xmlEscaped(diagram_.title));
        out_ += ">\n";
        element("title", diagram_.title);
        element("desc", diagram_.description);
        if (!options_.metadata.empty()) {
            out_ += "<metadata" + attribute("id", xmlId(options_.metadataId)) + ">" + xmlEscaped(options_.metadata) + "</metadata>\n";
        }
        if (options_.followReader) out_ += "<style>@media (prefers-color-scheme:dark){" + svgInkRules(Theme::dark) + "}</style>\n";
        if (!options_.transparent) {
            out_ += "<rect" + attribute("class", options_.followReader ? "background f-pane" : "background") +
                    attribute("width", size.width) + attribute("height", size.height) + attribute("fill", colour(Ink::pane)) + "/>\n";
        }
        out_ += "<g" + attribute("font-family", kFontFamily) + ">\n";
    }

    void element(std::string_view name, std::string_view text) {
        if (text.empty()) return;
        out_ += "<" + std::string(name) + ">" + xmlEscaped(text) + "</" + std::string(name) + ">\n";
    }

    std::string uniqueId(std::string_view wanted) {
        const std::string base =
            xmlId(wanted.starts_with(options_.idPrefix) ? std::string(wanted) : options_.idPrefix + std::string(wanted));
        std::string id = base;
        for (int n = 2; !ids_.insert(id).second; ++n) id = base + "-" + xmlNumber(n);
        return id;
    }

    void writeGroup(const Group& group, const std::string& id, const std::string& attributes) {
        out_ += "<g" + attribute("id", id) + attribute("class", xmlId(group.role)) + attributes;
        const bool clipped = group.clipped && isDrawable(BoxShape{group.bounds, 0, true, Ink::pane, {}});
        const std::string clip = clipped ? uniqueId(id + "-clip") : std::string();
        if (clipped) out_ += attribute("clip-path", "url(#" + clip + ")");
        out_ += ">\n";
        element("title", group.title);
        if (clipped) out_ += "<defs><clipPath" + attribute("id", clip) + "><rect" + rectText(group.bounds) + "/></clipPath></defs>\n";
        for (const Item& item : group.items) {
            if (!isDrawable(item.shape)) continue;
            opacity_ = item.opacity;
            std::visit([this](const auto& shape) { writeShape(shape); }, item.shape);
        }
        out_ += "</g>\n";
    }

    void writeShape(const BoxShape& box) {
        out_ += "<rect" + rectText(box.rect);
        if (box.radius > 0) out_ += attribute("rx", std::min({box.radius, box.rect.width / 2, box.rect.height / 2}));
        out_ += paint(box.filled, box.fill, box.stroke, box.own) + "/>\n";
    }

    void writeShape(const CircleShape& circle) {
        out_ += "<circle" + attribute("cx", circle.centre.x) + attribute("cy", circle.centre.y) + attribute("r", circle.radius) +
                paint(circle.filled, circle.fill, circle.stroke, circle.own) + "/>\n";
    }

    void writeShape(const PathShape& path) {
        if (path.filled) return writeArea(path);
        const Arrow arrow = arrowOf(path);
        const std::string data = path.stroke.width <= 0 ? std::string() : path.bezier ? splineText(path, arrow.line) : lineText(arrow.line);
        if (!data.empty())
            out_ += "<path" + attribute("d", data) + paint(false, Ink::pane, path.stroke) + attribute("stroke-linejoin", "round") + "/>\n";
        if (!arrow.hasHead) return;
        const auto& [tip, left, right] = arrow.head.corners;
        out_ += "<path" + attribute("d", "M" + pointText(tip) + "L" + pointText(left) + " " + pointText(right) + "Z") +
                paint(true, path.stroke.ink, Stroke{path.stroke.ink, 0, {}}) + "/>\n";
    }

    std::string opacityText() const { return opacity_ < 1 ? attribute("opacity", std::max(0.0, opacity_)) : std::string(); }

    static std::string lineText(const std::vector<Point>& line) {
        std::string data = "M" + pointText(line.front());
        for (std::size_t i = 1; i < line.size(); ++i) data += (i == 1 ? "L" : " ") + pointText(line[i]);
        return data;
    }

    // What the edge shares with one before it is drawn there.
    std::string splineText(const PathShape& path, const std::vector<Point>& line) {
        std::string data;
        bool goesOn = false;
        trunks_.begin(path.stroke, opacity_);
        for (std::size_t i = 0; i + 3 < line.size(); i += 3) {
            const bool isNew = trunks_.isNew(std::span(line).subspan(i, 4));
            if (isNew) {
                data += goesOn ? " " : "M" + pointText(line[i]) + "C";
                data += pointText(line[i + 1]) + " " + pointText(line[i + 2]) + " " + pointText(line[i + 3]);
            }
            goesOn = isNew;
        }
        return data;
    }

    void writeArea(const PathShape& path) {
        out_ += "<path" + attribute("d", lineText(path.points) + "Z") + paint(true, path.stroke.ink, Stroke{path.stroke.ink, 0}, path.own) +
                "/>\n";
    }

    void writeShape(const TextShape& text) {
        std::string plain;
        for (const TextRun& run : text.runs) plain += run.text;
        const TextRun& first = text.runs.front();
        out_ += "<text" + attribute("x", text.at.x) + attribute("y", text.at.y) + attribute("font-size", text.size);
        if (text.anchor != Anchor::start) out_ += attribute("text-anchor", text.anchor == Anchor::middle ? "middle" : "end");
        // Spaces at an end, or several, would be dropped otherwise; between tspans too in some readers.
        const bool atEnds = !plain.empty() && (plain.front() == ' ' || plain.back() == ' ');
        if (atEnds || plain.find("  ") != std::string::npos || text.runs.size() > 1) out_ += attribute("xml:space", "preserve");
        if (text.runs.size() == 1) {
            out_ += runStyle(first) + opacityText() + ">" + xmlEscaped(first.text) + "</text>\n";
            return;
        }
        out_ += opacityText() + ">";
        for (const TextRun& run : text.runs) out_ += "<tspan" + runStyle(run) + ">" + xmlEscaped(run.text) + "</tspan>";
        out_ += "</text>\n";
    }

    std::string runStyle(const TextRun& run) const {
        std::string out;
        if (run.bold) out += attribute("font-weight", "bold");
        if (run.italic) out += attribute("font-style", "italic");
        if (options_.followReader) out += attribute("class", "f-" + std::string(nameOf(run.ink)));
        return out + attribute("fill", colour(run.ink));
    }

    std::string rectText(const Rect& rect) const {
        return attribute("x", rect.x) + attribute("y", rect.y) + attribute("width", rect.width) + attribute("height", rect.height);
    }

    std::string paint(bool filled, Ink fill, const Stroke& stroke, std::optional<Colour> own = std::nullopt) const {
        const bool stroked = stroke.width > 0;
        std::string classes = filled && !own ? "f-" + std::string(nameOf(fill)) : std::string();
        if (stroked && !stroke.own) classes += (classes.empty() ? "s-" : " s-") + std::string(nameOf(stroke.ink));
        std::string out;
        if (options_.followReader && !classes.empty()) out += attribute("class", classes);
        out += attribute("fill", !filled ? "none" : own ? hexOf(seenOn(options_.theme, *own)) : colour(fill));
        if (stroked) {
            const std::string line = stroke.own ? hexOf(seenOn(options_.theme, *stroke.own)) : colour(stroke.ink);
            out += attribute("stroke", line) + attribute("stroke-width", stroke.width);
            if (!stroke.dash.empty()) out += attribute("stroke-dasharray", dashes(stroke.dash));
        }
        return out + opacityText();
    }

    static std::string dashes(const std::vector<double>& lengths) {
        std::string out;
        for (const double length : lengths) out += (out.empty() ? "" : " ") + xmlNumber(length);
        return out;
    }

    std::string colour(Ink ink) const { return hexOf(colourOf(options_.theme, ink)); }

    const Diagram& diagram_;
    const SvgOptions& options_;
    std::set<std::string> ids_;
    double opacity_ = 1;  // of the item being written
    Trunks trunks_;
    std::string out_;
};

}  // namespace

const char* svgFontFamily() { return kFontFamily.data(); }

std::string svgInkRules(Theme theme) {
    std::string out;
    for (int i = 0; i < kInkCount; ++i) {
        const auto ink = static_cast<Ink>(i);
        const std::string name = nameOf(ink);
        const std::string value = hexOf(colourOf(theme, ink));
        out += ".f-" + name + "{fill:" + value + "}.s-" + name + "{stroke:" + value + "}";
    }
    return out;
}

std::string svgGroup(const Group& group, const std::string& id, const std::string& attributes, const SvgOptions& options) {
    return SvgWriter({}, options).writeOne(group, id, attributes);
}

std::string toSvg(const Diagram& diagram, const SvgOptions& options) { return SvgWriter(diagram, options).write(); }

}  // namespace backstep
