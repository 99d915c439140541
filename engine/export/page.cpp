// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/page.h"

#include <algorithm>

#include "engine/diagram/svg.h"
#include "engine/diagram/xml.h"
#include "engine/export/mathml.h"
#include "engine/export/page_parts.h"

namespace backstep {
namespace {

std::string attribute(const char* name, const std::string& value) { return " " + std::string(name) + "=\"" + xmlEscaped(value) + "\""; }
std::string element(const char* name, const std::string& attributes, const std::string& inside) {
    return "<" + std::string(name) + attributes + ">" + inside + "</" + name + ">\n";
}

std::string filledIn(std::string pattern, std::size_t first, std::size_t second) {
    const auto put = [&](const char* place, std::size_t number) {
        if (const std::size_t at = pattern.find(place); at != std::string::npos) pattern.replace(at, 2, std::to_string(number));
    };
    put("%2", second);
    put("%1", first);
    return pattern;
}

std::string variables(Theme theme) {
    std::string out;
    for (int i = 0; i < kInkCount; ++i)
        out += "--" + std::string(nameOf(static_cast<Ink>(i))) + ":" + hexOf(colourOf(theme, static_cast<Ink>(i))) + ";";
    return out;
}

std::string style() {
    std::string out = ":root{" + variables(Theme::light) + "}\n";
    out += "@media (prefers-color-scheme:dark){:root{" + variables(Theme::dark) + "}}\n";
    out += ":root[data-theme=light]{color-scheme:light;" + variables(Theme::light) + "}\n:root[data-theme=dark]{color-scheme:dark;" +
           variables(Theme::dark) + "}\n";
    out += ":root[data-theme=print]{color-scheme:light;" + variables(Theme::print) + "}\n@media print{:root:root{" +
           variables(Theme::print) + "}}\n";
    for (int i = 0; i < kInkCount; ++i) {
        const std::string name = nameOf(static_cast<Ink>(i));
        out += ".f-" + name + "{fill:var(--" + name + ")}.s-" + name + "{stroke:var(--" + name + ")}.k-" + name + "{color:var(--" + name +
               ")}\n";
    }
    return out + kPageStyle;
}

// The icons of the window, so that no font is asked for a sign it may lack.
std::string icon(const char* path) {
    return "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"" + std::string(path) + "\"/></svg>";
}

std::string button(const char* id, const std::string& words, const char* path, const std::string& more = {}) {
    return "<button type=\"button\"" + attribute("id", id) + attribute("aria-label", words) + attribute("title", words) + more + ">" +
           icon(path) + "</button>\n";
}

class Page {
public:
    Page(const Deck& deck, const std::vector<StepText>& texts, const PageOptions& options)
        : deck_(deck), texts_(texts), o_(options), start_(std::min(options.stop, deck.stops)) {}

    std::string write() {
        const std::string title = o_.heading.empty() ? deck_.title : o_.heading;
        std::string out = "<!DOCTYPE html>\n<html" + attribute("lang", o_.words.language) + attribute("data-start", std::to_string(start_));
        if (o_.theme) out += attribute("data-theme", *o_.theme == Theme::dark ? "dark" : *o_.theme == Theme::print ? "print" : "light");
        out +=
            ">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src "
            "'unsafe-inline'; "
            "base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"Backstep\">\n";
        out += element("title", {}, xmlEscaped(title)) + element("style", {}, style()) + "</head>\n<body>\n";
        out += "<header>\n" + element("h1", {}, o_.mathematics.empty() ? xmlEscaped(title) : lines(o_.mathematics));
        if (!o_.subtitle.empty()) out += element("p", {}, xmlEscaped(o_.subtitle));
        out += "</header>\n";
        const bool stepping = !deck_.layers.empty();
        out += stepping ? "<main>\n<div>\n" + graph() + pictures() + "</div>\n" + steps() + "</main>\n" : pictures();
        if (!o_.session.empty()) out += "<script type=\"text/plain\" id=\"backstep-session\">" + xmlEscaped(o_.session) + "</script>\n";
        if (stepping) out += "<script>" + std::string(kPageScript) + "</script>\n";
        return out + "</body>\n</html>\n";
    }

private:
    const Deck& deck_;
    const std::vector<StepText>& texts_;
    const PageOptions& o_;
    std::size_t start_;

    static std::string lines(const std::vector<Notation>& mathematics) {
        std::string out;
        for (const Notation& line : mathematics) out += "<span class=\"math\">" + toMathml(line) + "</span>";
        return out;
    }

    [[nodiscard]] SvgOptions svgOptions() const {
        SvgOptions options;
        options.theme = o_.theme.value_or(Theme::light);
        options.followReader = true;  // classes beside the colours: the page's style gives them its own
        options.transparent = true;
        return options;
    }

    [[nodiscard]] std::string graph() const {
        std::string out = "<figure class=\"pane\">\n<svg id=\"graph\" xmlns=\"http://www.w3.org/2000/svg\" role=\"group\"" +
                          attribute("aria-label", deck_.title) + attribute("width", xmlNumber(deck_.size.width)) +
                          attribute("height", xmlNumber(deck_.size.height)) +
                          attribute("viewBox", "0 0 " + xmlNumber(deck_.size.width) + " " + xmlNumber(deck_.size.height)) +
                          attribute("font-family", svgFontFamily()) + ">\n";
        for (std::size_t i = 0; i < deck_.layers.size(); ++i) out += layer(deck_.layers[i], i);
        return out + "</svg>\n</figure>\n";
    }

    [[nodiscard]] std::string layer(const Layer& layer, std::size_t number) const {
        std::string more = attribute("data-from", std::to_string(layer.first)) + attribute("data-to", std::to_string(layer.last));
        if (layer.group.node.valid())
            more += attribute("data-node", std::to_string(layer.group.node.value)) + " tabindex=\"0\" role=\"button\"";
        if (!layer.group.title.empty()) more += attribute("aria-label", layer.group.title);
        else more += " aria-hidden=\"true\"";
        std::string text = svgGroup(layer.group, "l" + std::to_string(number), more, svgOptions());
        // Before the script runs, the picture is that of the stop at which the page opens.
        if (start_ < layer.first || start_ > layer.last) {
            const std::string plain = "class=\"" + xmlId(layer.group.role) + "\"";
            if (const std::size_t at = text.find(plain); at != std::string::npos) text.insert(at + plain.size() - 1, " off");
        }
        return text;
    }

    [[nodiscard]] std::string pictures() const {
        std::string out;
        for (std::size_t i = 0; i < o_.pictures.size(); ++i) {
            SvgOptions options = svgOptions();
            options.idPrefix = "p" + std::to_string(i) + "-";
            std::string svg = toSvg(o_.pictures[i], options);
            svg.erase(0, svg.find("<svg"));                 // in a page there is one declaration
            const std::size_t style = svg.find("<style>");  // and one style sheet
            if (style != std::string::npos) svg.erase(style, svg.find("</style>") + 9 - style);
            out += "<figure class=\"pane\">\n" + svg + "</figure>\n";
        }
        return out;
    }

    [[nodiscard]] std::string steps() const {
        const PageWords& w = o_.words;
        std::string out = "<section class=\"pane\"" + attribute("aria-label", w.steps) + ">\n<nav class=\"js-only\"" +
                          attribute("aria-label", w.steps) + ">\n";
        out += button("first", w.first, "M6 5v14M18 5l-8 7 8 7z") + button("previous", w.previous, "M15 5l-8 7 8 7");
        out += button("next", w.next, "M9 5l8 7-8 7", " class=\"primary\"") + button("last", w.last, "M18 5v14M6 5l8 7-8 7z");
        out += button("play", w.play, "M8 5l10 7-10 7z", attribute("data-play", w.play) + attribute("data-pause", w.pause));
        out += button("theme", w.theme, "M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16");
        out += "</nav>\n<nav class=\"js-only\"" + attribute("aria-label", w.step.substr(0, w.step.find(' '))) +
               "><input type=\"range\" id=\"slider\" min=\"0\"" + attribute("max", std::to_string(deck_.stops)) +
               attribute("value", std::to_string(start_)) + attribute("aria-label", w.steps) + "></nav>\n";
        out += "<ol id=\"steps\" aria-live=\"polite\">\n";
        for (std::size_t i = 0; i <= deck_.stops; ++i) out += step(i);
        return out + "</ol>\n" + element("p", " class=\"hint js-only\"", xmlEscaped(w.keys)) + "</section>\n";
    }

    [[nodiscard]] std::string step(std::size_t stop) const {
        static const StepText kNothing;
        const StepText& text = stop < texts_.size() ? texts_[stop] : kNothing;
        std::string about;
        for (const NodeId node : text.about) about += (about.empty() ? "" : " ") + std::to_string(node.value);
        std::string count = filledIn(o_.words.step, stop, deck_.stops);
        if (!text.phase.empty()) count += " · " + text.phase;
        std::string inside = "<p class=\"count\">" + xmlEscaped(count) + "</p>";
        inside += lines(text.lines);
        const std::string words = stop == 0 && text.words.empty() ? o_.words.start : text.words;
        if (!words.empty()) inside += "<p class=\"words\">" + xmlEscaped(words) + "</p>";
        return element("li", attribute("data-about", about) + (stop == start_ ? " class=\"now\"" : ""), inside);
    }
};

}  // namespace

std::string toPage(const Deck& deck, const std::vector<StepText>& texts, const PageOptions& options) {
    return Page(deck, texts, options).write();
}

}  // namespace backstep
