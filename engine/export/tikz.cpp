// SPDX-License-Identifier: GPL-3.0-or-later
// The document around the picture is only there when nobody has begun one: LaTeX complains no more of text outside it then.
#include "engine/export/tikz.h"

#include <algorithm>
#include <set>

#include "engine/diagram/arrow.h"
#include "engine/diagram/xml.h"
#include "engine/export/latextext.h"

namespace backstep {
namespace {

constexpr double kPoints = 0.75;  // PostScript points a scene unit
constexpr double kTextSize = 10;  // at which text is set, in TeX's points, before it is scaled
constexpr double kTexPoints = 72.27 / 72;

std::string number(double value) { return xmlNumber(value); }
std::string dimension(double value) {
    const std::string text = xmlNumber(value);
    return (text == "0" && value > 0 ? std::string("0.01") : text) + "bp";
}
std::string at(Point p) { return "(" + number(p.x) + "," + number(p.y) + ")"; }
std::string colourName(Ink ink) { return "backstep" + std::to_string(static_cast<int>(ink)); }

class TikzWriter {
public:
    explicit TikzWriter(const TikzOptions& options) : options_(options), points_(kPoints * options.scale) {}

    std::string write(const Diagram& diagram) {
        for (const Group& group : diagram.groups) writeGroup(group);
        return document(diagram.title, diagram.size, 0);
    }

    std::string write(const Deck& deck) {
        for (const Layer& layer : deck.layers) {
            const bool always = layer.first == 0 && layer.last == deck.stops;
            if (!always) body_ += "\\backstepon{" + std::to_string(layer.first + 1) + "}{" + std::to_string(layer.last + 1) + "}{%\n";
            writeGroup(layer.group);
            if (!always) body_ += "}%\n";
        }
        return document(deck.title, deck.size, deck.stops + 1);
    }

private:
    const TikzOptions& options_;
    double points_;
    std::set<Ink> inks_;
    std::string body_;
    std::string opacity_;

    std::string ink(Ink ink) {
        inks_.insert(ink);
        return colourName(ink);
    }

    void writeGroup(const Group& group) {
        body_ += "% " + latexText(group.role) + "\n";
        if (group.clipped && isDrawable(BoxShape{group.bounds, 0, true, Ink::pane, {}})) {
            body_ += "\\begin{scope}\\clip " + rectangle(group.bounds) + ";\n";
        }
        for (const Item& item : group.items) {
            if (!isDrawable(item.shape)) continue;
            opacity_ = item.opacity < 1 ? ",opacity=" + number(std::clamp(item.opacity, 0.0, 1.0)) : std::string();
            std::visit([this](const auto& shape) { writeShape(shape); }, item.shape);
        }
        if (group.clipped) body_ += "\\end{scope}\n";
    }

    static std::string rectangle(const Rect& rect) { return at({rect.x, rect.y}) + " rectangle " + at({rect.right(), rect.bottom()}); }

    std::string paint(bool filled, Ink fill, const Stroke& stroke) {
        std::string out;
        if (filled) out = "fill=" + ink(fill);
        if (stroke.width > 0) {
            out += (out.empty() ? "draw=" : ",draw=") + ink(stroke.ink) + ",line width=" + dimension(stroke.width * points_);
            if (!stroke.dash.empty()) out += ",dash pattern=" + dashes(stroke.dash);
        }
        return out + opacity_;
    }

    [[nodiscard]] std::string dashes(const std::vector<double>& lengths) const {
        std::string out;
        const std::size_t turns = lengths.size() % 2 == 0 ? 1 : 2;
        for (std::size_t i = 0; i < turns * lengths.size(); ++i) {
            out += (i == 0 ? "" : " ") + std::string(i % 2 == 0 ? "on " : "off ") + dimension(lengths[i % lengths.size()] * points_);
        }
        return out;
    }

    void writeShape(const BoxShape& box) {
        const double radius = std::min({box.radius, box.rect.width / 2, box.rect.height / 2});
        const std::string corners = radius > 0 ? ",rounded corners=" + dimension(radius * points_) : std::string();
        if (const std::string how = paint(box.filled, box.fill, box.stroke); box.filled || box.stroke.width > 0)
            body_ += "\\path[" + how + corners + "] " + rectangle(box.rect) + ";\n";
    }

    void writeShape(const CircleShape& circle) {
        if (!circle.filled && circle.stroke.width <= 0) return;
        body_ += "\\path[" + paint(circle.filled, circle.fill, circle.stroke) + "] " + at(circle.centre) +
                 " circle[radius=" + number(circle.radius) + "];\n";
    }

    void writeShape(const PathShape& path) {
        const Arrow arrow = arrowOf(path);
        if (path.stroke.width > 0) {
            body_ += "\\path[" + paint(false, Ink::pane, path.stroke) + ",line join=round] " + at(arrow.line.front());
            if (path.bezier) {
                for (std::size_t i = 1; i + 2 < arrow.line.size(); i += 3)
                    body_ += " .. controls " + at(arrow.line[i]) + " and " + at(arrow.line[i + 1]) + " .. " + at(arrow.line[i + 2]);
            } else {
                for (std::size_t i = 1; i < arrow.line.size(); ++i) body_ += (i % 8 == 0 ? "\n -- " : " -- ") + at(arrow.line[i]);
            }
            body_ += ";\n";
        }
        if (!arrow.hasHead) return;
        const auto& [tip, left, right] = arrow.head.corners;
        body_ += "\\path[" + paint(true, path.stroke.ink, Stroke{path.stroke.ink, 0, {}}) + "] " + at(tip) + " -- " + at(left) + " -- " +
                 at(right) + " -- cycle;\n";
    }

    void writeShape(const TextShape& text) {
        constexpr const char* anchors[] = {"base west", "base", "base east"};
        std::string words;
        for (const TextRun& run : text.runs) {
            words += "\\textcolor{" + ink(run.ink) + "}{" + (run.bold ? "\\bfseries " : "") + (run.italic ? "\\itshape " : "") +
                     spaced(latexText(run.text)) + "}";
        }
        body_ += "\\node[anchor=" + std::string(anchors[static_cast<int>(text.anchor)]) +
                 ",inner sep=0,scale=" + number(text.size * points_ * kTexPoints / kTextSize) + opacity_ + "] at " + at(text.at) +
                 " {\\backstepfont " + words + "};\n";
    }

    // Spaces at an end, and several, are meant.
    static std::string spaced(std::string latex) {
        std::string out;
        for (std::size_t i = 0; i < latex.size(); ++i) {
            const bool single = latex[i] == ' ' && i > 0 && i + 1 < latex.size() && latex[i + 1] != ' ' && latex[i - 1] != ' ';
            out += latex[i] == ' ' && !single && (i == 0 || latex[i - 1] != '\\') ? std::string("~") : std::string(1, latex[i]);
        }
        return out;
    }

    [[nodiscard]] std::string colours() const {
        std::string out;
        for (const Ink ink : inks_) {
            const Colour c = colourOf(options_.theme, ink);
            out += "\\definecolor{" + colourName(ink) + "}{RGB}{" + std::to_string(c.red) + "," + std::to_string(c.green) + "," +
                   std::to_string(c.blue) + "}\n";
        }
        return out;
    }

    std::string document(const std::string& title, Size size, std::size_t steps) {
        if (!options_.transparent) ink(Ink::pane);
        const Rect all{0, 0, size.width, size.height};
        std::string out = "% " + latexText(title) + "\n";
        out += steps == 0
                   ? "% Compile it, or \\input it into a document that says \\usepackage{tikz}.\n"
                   : "% Compile it (a page a step), or \\input it into a Beamer frame: an overlay a step. It needs \\usepackage{tikz}.\n";
        out += kLatexAlone;
        out += kLatexPreamble;
        out += "\\def\\backstepfont{\\fontsize{10}{12}\\selectfont\\sffamily}\n" + colours();
        out += "\\def\\backsteppicture{%\n\\begin{tikzpicture}[x=" + dimension(points_) + ",y=-" + dimension(points_) +
               ",baseline=(current bounding box.south)]\n";
        out += "\\useasboundingbox " + rectangle(all) + ";\n";
        if (!options_.transparent) out += "\\path[fill=" + colourName(Ink::pane) + "] " + rectangle(all) + ";\n";
        out += body_ + "\\end{tikzpicture}}\n" + (steps == 0 ? std::string("\\backstepship\n") : overlays(steps)) + "\\backstepend\n";
        return out;
    }

    // One switch says on which step a layer shows; Beamer's own, or a counter that runs through all of them.
    static std::string overlays(std::size_t steps) {
        const std::string all = std::to_string(steps);
        return "\\ifcsname ver@beamer.cls\\endcsname\n"
               "\\def\\backstepon#1#2#3{\\only<#1-#2>{#3}}\n"
               "\\onslide<1-" +
               all +
               ">{\\backstepship}%\n"
               "\\else\n"
               "\\ifdefined\\backstepstep\\else\\newcount\\backstepstep\\fi\n"
               "\\def\\backstepon#1#2#3{\\ifnum\\backstepstep<#1 \\else\\ifnum\\backstepstep>#2 \\else#3\\fi\\fi}\n"
               "\\backstepstep=1\n"
               "\\loop\\backstepship\\ifnum\\backstepstep<" +
               all +
               " \\advance\\backstepstep by 1 \\repeat\n"
               "\\fi\n";
    }
};

}  // namespace

std::string toTikz(const Diagram& diagram, const TikzOptions& options) { return TikzWriter(options).write(diagram); }
std::string toTikz(const Deck& deck, const TikzOptions& options) { return TikzWriter(options).write(deck); }

}  // namespace backstep
