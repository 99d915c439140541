// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/nodedrawing.h"

#include <algorithm>
#include <utility>

#include "engine/base/numbers.h"
#include "engine/diagram/elidenames.h"
#include "engine/diagram/graphpicture.h"
#include "engine/diagram/metrics.h"
#include "engine/diagram/nodeshape.h"
#include "engine/timeline/tensorterms.h"

namespace backstep {
namespace {

using Kind = GraphNode::Kind;

class NodeDrawing {
public:
    NodeDrawing(const GraphNode& node, const Outline& outline, const NodeLook& look, const NodeNumbers& numbers, const GraphWords& words)
        : g_(node), outline_(outline), rect_(outline.rect), look_(look), numbers_(numbers), words_(words) {
        out_ = {"node-" + std::to_string(g_.node.value), "node", label(), g_.node, rect_, false, {}};
    }

    Group run() {
        if (g_.kind == Kind::Constant) {
            text({rect_.centre().x, rect_.centre().y + capHeight(kNumberSize) / 2}, Anchor::middle, kNumberSize,
                 {{g_.name, false, false, Ink::quiet}});
            return std::move(out_);
        }
        out_.fold = g_.kind == Kind::Folded ? g_.group : -1;
        frame();
        title();
        numbers(rect_.centre().y + 16);
        savedMark();
        return std::move(out_);
    }

private:
    const GraphNode& g_;
    const Outline& outline_;
    const Rect& rect_;
    const NodeLook& look_;
    const NodeNumbers& numbers_;
    const GraphWords& words_;
    Group out_;

    void text(Point at, Anchor anchor, double size, std::vector<TextRun> runs, double opacity = 1) {
        out_.items.push_back({TextShape{at, anchor, size, std::move(runs)}, opacity});
    }
    // A tensor without gradient has one number only, and so has every node before the first sweep.
    [[nodiscard]] bool alone() const { return !look_.sweep.valid() || g_.kind == Kind::Data; }
    [[nodiscard]] bool current() const { return look_.receives || look_.sends; }

    void frame() {
        Ink fill = g_.kind == Kind::Input ? Ink::forwardWash : Ink::pane;
        if (look_.sends) fill = look_.reverse ? Ink::backwardWash : Ink::forwardWash;
        Stroke stroke{g_.again ? Ink::second : g_.kind == Kind::Data ? Ink::line : Ink::outline, 1.3, {}};
        if (current()) stroke = {!look_.sweeping ? Ink::forward : look_.reverse ? Ink::backward : Ink::tangent, 3, {}};
        if (look_.fails) stroke = {Ink::error, 3, {7, 3}};
        if (!look_.known && !look_.receives) stroke.dash = {4, 3};
        const double opacity = look_.known ? 1 : 0.6;
        if (g_.kind == Kind::Folded) {  // a pile
            for (const double behind : {6.0, 3.0}) {
                const Rect rect{rect_.x + behind, rect_.y + behind, rect_.width, rect_.height};
                out_.items.push_back({BoxShape{rect, outline_.radius, true, Ink::pane, {Ink::outline, 1, {}}}, 0.7});
            }
        }
        out_.items.push_back({BoxShape{rect_, outline_.radius, true, fill, stroke}, opacity});
        if (g_.kind != Kind::Output) return;
        const Rect inner{rect_.x + 4, rect_.y + 4, rect_.width - 8, rect_.height - 8};
        const Ink ink = current() ? stroke.ink : Ink::outline;
        out_.items.push_back({BoxShape{inner, kNodeRadius - 3, false, fill, {ink, 1.1, stroke.dash}}, opacity});
    }

    void title() {
        const bool folded = g_.kind == Kind::Folded;
        const std::string shape = g_.shape.empty() ? std::string() : "  " + g_.shape;
        const double room = rect_.width - 2 * kNodePadding - textWidth(shape, kSmallSize, false);
        const std::string expression = g_.expression.empty() ? std::string() : " = " + g_.expression;
        const double forName = std::max(room * 0.6, room - textWidth(expression, kTitleSize, false));
        std::vector<TextRun> runs{{elideMiddle(g_.name, forName, kTitleSize, true), true, false, Ink::text}};
        if (!expression.empty()) {
            const double left = room - textWidth(runs[0].text, kTitleSize, true);
            runs.push_back({elideNames(expression, left + 1, kTitleSize), false, folded, Ink::text});
        }
        const double opacity = look_.known ? 1 : 0.55;
        const Point at{rect_.centre().x - textWidth(shape, kSmallSize, false) / 2, rect_.centre().y - 7};
        double width = 0;
        for (const TextRun& run : runs) width += textWidth(run.text, kTitleSize, run.bold);
        text(at, Anchor::middle, kTitleSize, std::move(runs), opacity);
        if (!shape.empty()) text({at.x + width / 2, at.y}, Anchor::start, kSmallSize, {{shape, false, false, Ink::quiet}}, opacity);
    }

    // "Not yet" is a dash, "nothing came" is None, and 0 is a number.
    void numbers(double baseline) {
        const double middle = rect_.centre().x;
        const double column = columnOfNode(g_, rect_.width);
        const auto word = [&](double x, const char* shown) {
            text({x, baseline}, Anchor::middle, kNumberSize, {{shown, false, false, Ink::faint}});
        };
        const auto mark = [&](std::size_t from, Part part) {
            for (std::size_t i = from; i < out_.items.size(); ++i) out_.items[i].part = part;
        };
        const double left = alone() ? middle : middle - column / 2 - 1;
        const std::size_t first = out_.items.size();
        if (look_.known) drawValue(out_, numbers_.value, {left, baseline}, column, Ink::text, false);
        else word(left, "—");
        mark(first, Part::value);
        if (alone()) return;
        out_.items.push_back({PathShape{{{middle, baseline - 12}, {middle, baseline + 4}}, false, {Ink::line, 1, {}}, 0}, 1});
        const Point right{middle + column / 2 + 1, baseline};
        const std::size_t second = out_.items.size();
        const Ink ink = look_.reverse ? Ink::backwardText : Ink::tangent;
        if (numbers_.derivative) drawValue(out_, *numbers_.derivative, right, column, ink, current());
        else word(right.x, look_.known && look_.left ? "None" : "—");
        mark(second, Part::derivative);
    }

    // What the operation keeps for its rule: a full dot, hollow once backward() has freed it.
    void savedMark() {
        if (!look_.keeps || !look_.known) return;
        CircleShape dot{{rect_.right() - 9, rect_.bottom() - 9}, 3, *look_.keeps, Ink::quiet, {Ink::quiet, 1.2, {}}};
        out_.items.push_back({dot, 0.9});
    }

    [[nodiscard]] std::string label() const {
        std::string out = spoken(g_.name) + (g_.expression.empty() ? "" : " = " + spoken(g_.expression));
        if (g_.kind == Kind::Constant) return out;
        out += ", " + words_.value + " " + (look_.known ? tensorText(numbers_.value, kCardDigits) : "—");
        if (alone()) return out;
        return out + ", " + (look_.reverse ? words_.adjoint : words_.tangent) + " " +
               (numbers_.derivative ? tensorText(*numbers_.derivative, kCardDigits) : "—");
    }
};

}  // namespace

std::string spoken(std::string_view name) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t code = decodeUtf8(name, at);
        appendUtf8(out, code >= U'\u2080' && code <= U'\u2089' ? U'0' + (code - U'\u2080') : code == U'\u2009' ? U' ' : code);
    }
    return out;
}

Group nodeGroup(const GraphNode& node, const Outline& outline, const NodeLook& look, const NodeNumbers& numbers, const GraphWords& words) {
    return NodeDrawing(node, outline, look, numbers, words).run();
}

}  // namespace backstep
