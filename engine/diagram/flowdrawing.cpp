// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/flowdrawing.h"

#include <algorithm>
#include <utility>

#include "engine/diagram/graphpicture.h"
#include "engine/diagram/metrics.h"
#include "engine/diagram/nodedrawing.h"
#include "engine/diagram/nodeshape.h"
#include "engine/notation/notation.h"
#include "engine/timeline/tensorterms.h"

namespace backstep {
namespace {

constexpr double kChipText = 230;
constexpr double kChipHeight = 43;

// ∂f/∂v₄ = 1 says all there is to say.
bool isNumber(const std::string& partial) {
    const std::size_t equal = partial.rfind("= ");
    return equal != std::string::npos && partial.find_first_not_of("0123456789.−", equal + 2) == std::string::npos;
}

}  // namespace

std::string FlowDrawing::partialText(const Contribution& c) const {
    Notation fraction;
    fraction.kind = Notation::Kind::fraction;
    for (const NodeId id : {c.node, r_.tape.operands(c.node)[c.operand]}) {
        fraction.children.push_back(rowOf({markOf(Notation::Kind::prefix, "∂"), nameTerm(r_, source_, id).notation}));
    }
    Notation shown = std::move(fraction);
    if (hasPartial(r_.tape, c.node, c.operand)) {
        shown = rowOf({std::move(shown), markOf(Notation::Kind::relation, "="), partialTerm(r_, source_, c.node, c.operand).notation});
    } else if (auto product = shapedProduct(r_.tape.op(c.node), c.operand, [&](char letter) { return termOf(c, letter); })) {
        shown = std::move(product->notation);
    }
    return elideMiddle(toPlainText(shown), kChipText, kSmallSize, false);
}

Term FlowDrawing::termOf(const Contribution& c, char letter) const {
    const auto operands = r_.tape.operands(c.node);
    const auto i = static_cast<std::size_t>(letter - 'a');
    if (letter != 'g') return nameTerm(r_, source_, letter == 'y' || i >= operands.size() ? c.node : operands[i]);
    Notation bar;
    bar.kind = Notation::Kind::bar;
    bar.children.push_back(nameTerm(r_, source_, c.from).notation);
    return {std::move(bar), Term::Grip::Atom, {}};
}

Size FlowDrawing::chipSize(const std::string& partial) const {
    const double first = textWidth(partial + (isNumber(partial) ? "" : std::string(" = ") + kWidestNumber), kSmallSize);
    return {std::max(first, textWidth(words_.contribution + " " + kWidestNumber, kSmallSize, true)) + 16, kChipHeight};
}

Group FlowDrawing::chip(const Contribution& c, const ChipPlacer::Place& place, std::optional<double> partial) const {
    const bool reverse = r_.log.sweeps[c.sweep].mode == SweepMode::Reverse;
    const Ink line = reverse ? Ink::backward : Ink::tangent, words = reverse ? Ink::backwardText : Ink::tangent;
    const double room = textWidth(kWidestNumber, kSmallSize, true);
    std::string rule = partialText(c);
    if (!isNumber(rule) && partial) rule += " = " + fittedNumber(*partial, room, kSmallSize);
    const std::string amount =
        words_.contribution + " " + (c.amount.isScalar() ? fittedNumber(c.amount.item(), room, kSmallSize) : shapeText(c.amount));
    const Rect& rect = place.chip;
    Group group{"chip", "chip", spoken(rule) + ", " + amount, {}, rect, false, {}};
    if (!place.leader.empty()) group.items.push_back({PathShape{place.leader, false, {line, 1, {}}, 0}, 0.7});
    group.items.push_back({BoxShape{rect, 8, true, reverse ? Ink::backwardWash : Ink::pane, {line, 1, {}}}, 1});
    group.items.push_back({TextShape{{rect.x + 8, rect.y + 18}, Anchor::start, kSmallSize, {{rule, false, false, words}}}, 1});
    group.items.push_back({TextShape{{rect.x + 8, rect.y + 34}, Anchor::start, kSmallSize, {{amount, true, false, words}}}, 1});
    return group;
}

Group FlowDrawing::arrow(ChipPlacer::Path path, SweepMode mode) const {
    const bool reverse = mode == SweepMode::Reverse;
    if (reverse) std::reverse(path.begin(), path.end());
    Group group{"flow", "flow", {}, {}, {}, false, {}};
    group.items.push_back({PathShape{std::move(path), false, {reverse ? Ink::backward : Ink::tangent, 3.2, {9, 5}}, 14}, 1});
    return group;
}

}  // namespace backstep
