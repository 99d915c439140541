// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/figure.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

namespace backstep {
namespace {

const Reported* find(const Reported& dict, std::string_view name) {
    for (const auto& [key, value] : dict.items) {
        if (key == name) return value.kind == "NoneType" ? nullptr : &value;
    }
    return nullptr;
}

std::string text(const Reported& dict, std::string_view name) {
    const Reported* value = find(dict, name);
    return value == nullptr ? std::string() : value->text;
}

double number(const Reported& value) { return value.kind == "NoneType" ? std::numeric_limits<double>::quiet_NaN() : value.number; }

double number(const Reported& dict, std::string_view name, double otherwise) {
    const Reported* value = find(dict, name);
    return value == nullptr ? otherwise : value->number;
}

bool flag(const Reported& dict, std::string_view name) {
    const Reported* value = find(dict, name);
    return value != nullptr && (value->number != 0 || value->kind == "dict" || !value->items.empty());
}

std::vector<double> numbers(const Reported* list) {
    std::vector<double> out;
    if (list == nullptr) return out;
    for (const auto& [key, value] : list->items) out.push_back(number(value));
    return out;
}
std::vector<double> numbers(const Reported& dict, std::string_view name) { return numbers(find(dict, name)); }

std::vector<std::string> texts(const Reported* list) {
    std::vector<std::string> out;
    if (list == nullptr) return out;
    for (const auto& [key, value] : list->items) out.push_back(value.text);
    return out;
}

int hexDigit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// "#rrggbb"; "none" is no colour.
std::optional<Colour> colour(std::string_view hex) {
    if (hex.size() < 7 || hex[0] != '#') return std::nullopt;
    std::array<std::uint8_t, 3> parts{};
    for (std::size_t i = 0; i < 3; ++i) {
        const int high = hexDigit(hex[1 + 2 * i]), low = hexDigit(hex[2 + 2 * i]);
        if (high < 0 || low < 0) return std::nullopt;
        parts[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return Colour{parts[0], parts[1], parts[2]};
}

std::optional<std::pair<double, double>> limits(const Reported& dict, std::string_view name) {
    const std::vector<double> ends = numbers(dict, name);
    if (ends.size() != 2 || !std::isfinite(ends[0]) || !std::isfinite(ends[1]) || ends[0] == ends[1]) return std::nullopt;
    return std::pair(ends[0], ends[1]);
}

FigureLine lineOf(const Reported& r) {
    FigureLine line;
    line.label = text(r, "label");
    line.style = text(r, "linestyle");
    line.marker = text(r, "marker");
    line.steps = text(r, "drawstyle");
    line.colour = colour(text(r, "color"));
    line.width = number(r, "linewidth", line.width);
    line.markerSize = number(r, "markersize", line.markerSize);
    line.alpha = number(r, "alpha", 1);
    line.x = numbers(r, "x");
    line.y = numbers(r, "y");
    line.along = text(r, "axis");
    if (const std::vector<double> s = numbers(r, "axline"); s.size() == 3) line.slope = {s[0], s[1], s[2]};
    return line;
}

FigurePoints pointsOf(const Reported& r) {
    FigurePoints points{text(r, "label"), text(r, "marker"), numbers(r, "x"), numbers(r, "y"), {}};
    const Reported* colours = find(r, "color");
    if (colours != nullptr && colours->kind == "list") {
        for (const std::string& hex : texts(colours)) points.colours.push_back(colour(hex));
    } else if (colours != nullptr) {
        points.colours.push_back(colour(colours->text));
    }
    return points;
}

void addBars(FigureAxes& axes, const Reported& r) {
    const Reported* bars = find(r, "bars");
    if (bars == nullptr) return;
    const std::vector<double> feet = numbers(r, "barfeet");
    const std::vector<std::string> colours = texts(find(r, "barcolors"));
    for (std::size_t i = 0; i < bars->items.size(); ++i) {
        const std::vector<double> bar = numbers(&bars->items[i].value);
        if (bar.size() != 3) continue;
        axes.bars.push_back(
            {bar[0], i < feet.size() ? feet[i] : 0, bar[1], bar[2], i < colours.size() ? colour(colours[i]) : std::nullopt});
    }
}

void addArea(FigureAxes& axes, const Reported& r) {
    const std::string kind = text(r, "kind");
    const double alpha = number(r, "alpha", 1);
    const std::optional<Colour> own = colour(text(r, "color"));
    if (kind == "band") {
        FigureBand band{numbers(r, "xs"), numbers(r, "y1"), numbers(r, "y2"), {}, own, alpha};
        for (const double drawn : numbers(r, "where")) band.drawn.push_back(drawn != 0);
        axes.bands.push_back(std::move(band));
    } else if (kind == "span") {
        const bool vertical = find(r, "x") != nullptr;
        const std::vector<double> ends = numbers(r, vertical ? "x" : "y");
        if (ends.size() == 2) axes.spans.push_back({vertical, ends[0], ends[1], own, alpha});
    } else if (kind == "segments") {
        const bool vertical = text(r, "across") == "x";
        axes.segments.push_back(
            {vertical, numbers(r, vertical ? "x" : "y"), numbers(r, "from"), numbers(r, "to"), text(r, "linestyle"), own, alpha});
    }
}

FigureAxes axesOf(const Reported& r) {
    FigureAxes axes;
    axes.title = text(r, "title");
    axes.xLabel = text(r, "xlabel");
    axes.yLabel = text(r, "ylabel");
    axes.xLog = text(r, "xscale") == "log";
    axes.yLog = text(r, "yscale") == "log";
    axes.grid = flag(r, "grid");
    axes.equal = text(r, "aspect") == "equal" || text(r, "aspect") == "1" || text(r, "aspect") == "1.0";
    axes.xLimits = limits(r, "xlim");
    axes.yLimits = limits(r, "ylim");
    if (const Reported* legend = find(r, "legend")) axes.legend = texts(legend);
    const auto each = [&](std::string_view name, auto&& add) {
        if (const Reported* list = find(r, name)) {
            for (const auto& [key, item] : list->items) add(item);
        }
    };
    each("lines", [&](const Reported& item) { axes.lines.push_back(lineOf(item)); });
    each("scatter", [&](const Reported& item) { axes.points.push_back(pointsOf(item)); });
    each("areas", [&](const Reported& item) { addArea(axes, item); });
    addBars(axes, r);
    const std::vector<std::string> notes = texts(find(r, "texts"));
    const Reported* places = find(r, "textplaces");
    for (std::size_t i = 0; places != nullptr && i < notes.size() && i < places->items.size(); ++i) {
        const std::vector<double> at = numbers(&places->items[i].value);
        if (at.size() == 2) axes.notes.push_back({notes[i], at[0], at[1]});
    }
    if (const Reported* words = find(r, "categories"); words != nullptr && words->items.size() == 2) {
        axes.xWords = texts(&words->items[0].value);
        axes.yWords = texts(&words->items[1].value);
    }
    if (const std::vector<double> place = numbers(r, "place"); place.size() == 3 && place[0] >= 1 && place[1] >= 1 && place[2] >= 1) {
        for (std::size_t i = 0; i < 3; ++i) axes.place[i] = static_cast<int>(std::min(place[i], 64.0));
    }
    return axes;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 34> kSigns{{
    {"alpha", "α"},      {"beta", "β"},  {"gamma", "γ"},   {"delta", "δ"}, {"epsilon", "ε"}, {"eta", "η"},   {"theta", "θ"},
    {"lambda", "λ"},     {"mu", "μ"},    {"nu", "ν"},      {"pi", "π"},    {"rho", "ρ"},     {"sigma", "σ"}, {"tau", "τ"},
    {"phi", "φ"},        {"omega", "ω"}, {"partial", "∂"}, {"nabla", "∇"}, {"infty", "∞"},   {"cdot", "·"},  {"times", "×"},
    {"pm", "±"},         {"leq", "≤"},   {"geq", "≥"},     {"neq", "≠"},   {"approx", "≈"},  {"sqrt", "√"},  {"sum", "∑"},
    {"rightarrow", "→"}, {"to", "→"},    {"prime", "′"},   {"Delta", "Δ"}, {"left", ""},     {"right", ""},
}};

std::string_view raised(char c) {
    constexpr std::array<std::string_view, 10> kDigits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    return c >= '0' && c <= '9' ? kDigits[static_cast<std::size_t>(c - '0')] : c == '-' ? std::string_view("⁻") : std::string_view();
}

std::string plainMath(std::string_view math) {
    std::string out;
    for (std::size_t i = 0; i < math.size(); ++i) {
        const char c = math[i];
        if (c == '\\') {
            std::size_t end = i + 1;
            while (end < math.size() && ((math[end] >= 'a' && math[end] <= 'z') || (math[end] >= 'A' && math[end] <= 'Z'))) ++end;
            const std::string_view word = math.substr(i + 1, end - i - 1);
            const auto sign = std::find_if(kSigns.begin(), kSigns.end(), [&](const auto& s) { return s.first == word; });
            out += sign != kSigns.end() ? sign->second : word;
            i = word.empty() ? i + 1 : end - 1;
        } else if (c == '^' && i + 1 < math.size()) {
            std::size_t from = i + 1, to = i + 2;
            if (math[from] == '{') to = std::min(math.find('}', from), math.size()), ++from;
            const std::string_view power = math.substr(from, to - from);
            const bool small = !power.empty() && std::all_of(power.begin(), power.end(), [](char p) { return !raised(p).empty(); });
            if (!small) {
                out += '^';
                continue;
            }
            for (const char p : power) out += raised(p);
            i = math[i + 1] == '{' ? to : to - 1;
        } else if (c != '{' && c != '}') {
            out += c;
        }
    }
    return out;
}

}  // namespace

Figure figureOf(const ReportedFigure& reported) {
    Figure figure;
    figure.title = text(reported, "suptitle");
    if (const Reported* list = find(reported, "axes")) {
        for (const auto& [key, axes] : list->items) figure.axes.push_back(axesOf(axes));
    }
    return figure;
}

std::string plainLabel(std::string_view text) {
    std::string out;
    while (true) {
        const std::size_t open = text.find('$');
        const std::size_t close = open == std::string_view::npos ? open : text.find('$', open + 1);
        if (close == std::string_view::npos) return out += text;
        out += text.substr(0, open);
        out += plainMath(text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
    }
}

}  // namespace backstep
