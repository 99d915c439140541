// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/timeline/explain.h"

#include <cmath>
#include <utility>

#include "engine/autodiff/sweep.h"
#include "engine/base/numbers.h"
#include "engine/timeline/tensorterms.h"

namespace backstep {
namespace {

using Kind = Notation::Kind;

constexpr std::size_t kTermsShown = 12;  // of a sum; longer ones are said in words

Notation wrapped(Kind kind, Notation inside, Ink ink) {
    Notation n;
    n.kind = kind;
    n.ink = ink;
    n.children.push_back(std::move(inside));
    return n;
}

Notation relation(const char* sign) { return markOf(Kind::relation, sign); }
Notation times() { return markOf(Kind::binary, "·"); }
Notation number(double value, Ink ink = Ink::text, NodeId link = {}) { return numberTerm(value, kCardDigits, ink, link).notation; }

// A factor or a later summand: a negative number stands in brackets.
Notation factor(double value, Ink ink = Ink::text, NodeId link = {}) {
    Notation n = number(value, ink, link);
    return std::signbit(value) && !std::isnan(value) ? bracketed(std::move(n)) : n;
}
Notation strong(Notation n, Ink ink) {
    n.bold = true;
    n.ink = ink;
    return n;
}

class Explainer {
public:
    Explainer(const Recording& recording, const Source& source, std::size_t stop, const Timeline& timeline)
        : r_(recording), source_(source), stop_(stop), timeline_(timeline), moment_(momentAt(recording, stop)) {}

    Explanation run() {
        out_.ofFormula = !r_.isProgram;
        if (!moment_.event) return out_;
        out_.node = moment_.node;
        out_.event = moment_.event->kind;
        if (out_.node.valid()) out_.target = target(out_.node);
        switch (moment_.event->kind) {
            case EventKind::Recorded: recorded(); break;
            case EventKind::Branched: branched(); break;
            case EventKind::SweepBegan: seeded(); break;
            case EventKind::Contribution: contributed(*moment_.contribution); break;
            case EventKind::Accumulated: accumulated(r_.log.accumulations[moment_.event->index]); break;
            default:
                out_.kind = Explanation::Kind::Happened;
                out_.happening = moment_.happening;
                break;
        }
        untouched();
        return std::move(out_);
    }

private:
    const Recording& r_;
    const Source& source_;
    std::size_t stop_;
    const Timeline& timeline_;
    Moment moment_;
    Explanation out_;

    [[nodiscard]] Notation name(NodeId id) const { return nameTerm(r_, source_, id).notation; }
    [[nodiscard]] Notation target(NodeId id) const {
        if (r_.tape.op(id) == Op::Input) return name(id);
        return rowOf({name(id), relation("="), expressionTerm(r_, source_, id).notation});
    }
    [[nodiscard]] bool reverse() const { return out_.mode == SweepMode::Reverse; }
    [[nodiscard]] Ink flow() const { return reverse() ? Ink::backwardText : Ink::tangent; }

    // v̄ in reverse mode, v̇ in forward mode.
    [[nodiscard]] Notation derivative(NodeId id) const { return wrapped(reverse() ? Kind::bar : Kind::dot, name(id), flow()); }
    [[nodiscard]] Notation partial(NodeId of, NodeId by) const {
        Notation fraction;
        fraction.kind = Kind::fraction;
        fraction.children = {rowOf({markOf(Kind::prefix, "∂"), name(of)}), rowOf({markOf(Kind::prefix, "∂"), name(by)})};
        return fraction;
    }
    static Notation value(const Tensor& tensor, Ink ink = Ink::text, NodeId link = {}) {
        return tensorNotation(tensor, kCardDigits, ink, link);
    }
    static std::optional<double> scalar(const Tensor& tensor) { return tensor.isScalar() ? std::optional(tensor.item()) : std::nullopt; }

    // To an input that no path leads to, nothing ever comes: its 0 is said when the sweep is over.
    void untouched() {
        const SweepId sweep = timeline_.sweepAt(stop_);
        if (r_.isProgram || !sweep.valid() || !reverse() || stop_ != timeline_.endOf(sweep)) return;
        for (const NodeId input : r_.inputs)
            if (input != r_.output && timeline_.contributionsTo(input).empty()) out_.untouched.push_back(input);
    }

    void recorded() {
        const Tensor known = r_.tape.value(out_.node);
        out_.result = scalar(known);
        out_.resultValue = known;
        if (r_.tape.op(out_.node) == Op::Input) {
            out_.kind = Explanation::Kind::Input;
            out_.rule = {rowOf({name(out_.node), relation("="), strong(value(known, Ink::forward, out_.node), Ink::forward)})};
            return;
        }
        out_.kind = Explanation::Kind::Computed;
        out_.rule = {out_.target};
        out_.steps = {rowOf({relation("="), substitutedTerm(r_, out_.node, kCardDigits).notation}),
                      rowOf({relation("="), strong(value(known), Ink::forward)})};
    }

    void branched() {
        const Branch& branch = r_.log.branches[moment_.event->index];
        out_.kind = Explanation::Kind::Branch;
        out_.branchTaken = branch.taken;
        if (!branch.condition.valid()) {
            out_.target = markOf(Kind::upright, std::string(source_.slice(branch.span)));
            return;
        }
        out_.target = expressionTerm(r_, source_, branch.condition).notation;
        out_.rule = {out_.target};
        if (!r_.tape.isConstant(branch.condition)) out_.steps = {substitutedTerm(r_, branch.condition, kCardDigits).notation};
    }

    void seeded() {
        out_.kind = Explanation::Kind::Seed;
        out_.mode = moment_.sweep->mode;
        out_.result = scalar(moment_.sweep->seed);
        out_.resultValue = moment_.sweep->seed;
        Notation seed = strong(value(moment_.sweep->seed), flow());
        if (reverse() && out_.result)
            out_.rule = {rowOf({derivative(out_.node), relation("="), partial(out_.node, out_.node), relation("="), std::move(seed)})};
        else out_.rule = {rowOf({derivative(out_.node), relation("="), std::move(seed)})};
    }

    // What was known when the step began. The timeline is the caller's and outlives it: nothing is owned here.
    [[nodiscard]] State stateBefore() const {
        State state(r_, std::shared_ptr<const Timeline>(std::shared_ptr<const Timeline>(), &timeline_));
        state.moveTo(stop_ - 1);
        return state;
    }

    // x.grad ← x.grad + what arrived.
    void accumulated(const Accumulation& a) {
        out_.kind = Explanation::Kind::Accumulated;
        out_.mode = SweepMode::Reverse;
        out_.amountValue = a.amount;
        out_.resultValue = a.after;
        if (!a.leaf.valid()) return;
        const State before = stateBefore();
        const Notation grad = rowOf({name(a.leaf), markOf(Kind::upright, ".grad")});
        const auto held = before.grad(a.leaf);
        std::vector<Notation> row{grad, relation(held ? "←" : "=")};
        if (held) row.insert(row.end(), {grad, markOf(Kind::binary, "+")});
        row.push_back(derivative(a.leaf));
        out_.rule = {rowOf(std::move(row))};
        std::vector<Notation> numbers{relation("=")};
        if (held) numbers.insert(numbers.end(), {value(*held), markOf(Kind::binary, "+"), value(a.amount), relation("=")});
        numbers.push_back(strong(value(a.after), flow()));
        out_.steps = {rowOf(std::move(numbers))};
    }

    void contributed(const Contribution& c) {
        out_.kind = Explanation::Kind::Contribution;
        out_.mode = moment_.sweep->mode;
        out_.from = c.from;
        out_.user = c.node;
        out_.operand = c.operand;
        out_.target = target(c.node);
        out_.amount = scalar(c.amount);
        out_.result = scalar(c.after);
        out_.amountValue = c.amount;
        out_.resultValue = c.after;
        if (isNumberOnly(c)) out_.partial = localPartial(r_.tape, c.node, c.operand).item();
        symbols(c);
        if (out_.partial) numbers(c);
        else tensors(c);
        accumulation(c);
    }

    // ∂node/∂operand is one number.
    [[nodiscard]] bool isNumberOnly(const Contribution& c) const {
        if (!hasPartial(r_.tape, c.node, c.operand) || !c.amount.isScalar() || !r_.tape.value(c.node).isScalar()) return false;
        for (const NodeId operand : r_.tape.operands(c.node)) {
            if (!r_.tape.value(operand).isScalar()) return false;
        }
        return true;
    }

    // x̄ ← x̄ + v̄₃ · ∂v₃/∂x, then ∂v₃/∂x = cos x where that says more than a number. Of an operation on whole tensors what its
    // rule sends: x̄ ← x̄ + v̄₃ @ Wᵀ.
    void symbols(const Contribution& c) {
        const NodeId by = r_.tape.operands(c.node)[c.operand];
        const NodeId to = out_.node;
        std::vector<Notation> row{derivative(to), relation("←")};
        if (c.hadBefore) row.insert(row.end(), {derivative(to), markOf(Kind::binary, "+")});
        const bool elementwise = hasPartial(r_.tape, c.node, c.operand);
        std::optional<Term> product =
            elementwise ? std::nullopt : shapedProduct(r_.tape.op(c.node), c.operand, [&](char letter) { return termOf(c, letter); });
        if (product) {
            row.push_back(c.hadBefore && product->grip < Term::Grip::Product ? bracketed(std::move(product->notation))
                                                                             : std::move(product->notation));
        } else {
            const bool tensors = !c.amount.isScalar() && elementwise;
            row.insert(row.end(), {derivative(c.from), tensors ? markOf(Kind::binary, "⊙") : times(), partial(c.node, by)});
        }
        out_.rule.push_back(rowOf(std::move(row)));
        if (elementwise)
            out_.rule.push_back(rowOf({partial(c.node, by), relation("="), partialTerm(r_, source_, c.node, c.operand).notation}));
    }
    [[nodiscard]] Term termOf(const Contribution& c, char letter) const {
        if (letter == 'g') return {derivative(c.from), Term::Grip::Atom, {}};
        if (letter == 'y') return nameTerm(r_, source_, c.node);
        const auto operands = r_.tape.operands(c.node);
        const auto i = static_cast<std::size_t>(letter - 'a');
        return i < operands.size() ? nameTerm(r_, source_, operands[i]) : Term{};
    }

    [[nodiscard]] double incoming(const Contribution& c) const {
        const auto known = stateBefore().derivative(c.from);
        return known ? known->item() : 0;
    }

    void numbers(const Contribution& c) {
        const double upstream = incoming(c);
        const Ink before = flow();
        const auto line = [&](Notation partialNotation) {
            std::vector<Notation> row{relation("=")};
            if (c.hadBefore) row.insert(row.end(), {number(c.before.item(), before), markOf(Kind::binary, "+")});
            row.insert(row.end(), {c.hadBefore ? factor(upstream, before, c.from) : number(upstream, before, c.from), times(),
                                   std::move(partialNotation)});
            return row;
        };
        Term substituted = substitutedPartial(r_, c.node, c.operand, kCardDigits);
        const bool plain = substituted.notation.kind == Kind::number;
        if (!plain) {
            const bool loose = substituted.grip < Term::Grip::Power && substituted.notation.kind != Kind::fraction &&
                               substituted.grip != Term::Grip::Product;
            out_.steps.push_back(rowOf(line(loose ? bracketed(std::move(substituted.notation)) : std::move(substituted.notation))));
        }
        std::vector<Notation> last = line(factor(*out_.partial));
        last.insert(last.end(), {relation("="), strong(number(*out_.result), flow())});
        out_.steps.push_back(rowOf(std::move(last)));
    }

    void tensors(const Contribution& c) {
        std::vector<Notation> row{relation("=")};
        if (c.hadBefore) row.insert(row.end(), {value(c.before, flow()), markOf(Kind::binary, "+"), value(c.amount), relation("=")});
        row.push_back(strong(value(c.after), flow()));
        out_.steps.push_back(rowOf(std::move(row)));
    }

    // Every term of the sum that reaches the node in this sweep: those that have arrived, and how many are to come.
    void accumulation(const Contribution& current) {
        const std::uint32_t here = moment_.event->index;
        std::vector<std::uint32_t> all;
        for (const std::uint32_t i : timeline_.contributionsTo(out_.node)) {
            if (r_.log.contributions.sweepOf(i) == current.sweep) all.push_back(i);
        }
        out_.expected = all.size();
        std::vector<Notation> row{derivative(out_.node), relation("=")};
        bool reached = false;
        for (const std::uint32_t i : all) {
            if (all.size() <= kTermsShown) term(row, r_.log.contributions[i], reached, i == all.front(), i == here);
            if (!reached) ++out_.arrived;
            if (i == here) reached = true;
        }
        if (all.size() > 1 && all.size() <= kTermsShown) out_.sum = rowOf(std::move(row));
    }
    void term(std::vector<Notation>& row, const Contribution& c, bool toCome, bool first, bool current) const {
        const bool minus = !toCome && c.amount.isScalar() && std::signbit(c.amount.item()) && !std::isnan(c.amount.item());
        const Ink ink = toCome ? Ink::faint : Ink::text;
        if (!first) row.push_back(markOf(Kind::binary, minus ? "−" : "+", ink));
        Notation shown = toCome                 ? markOf(Kind::upright, "…", Ink::faint)
                         : !c.amount.isScalar() ? value(c.amount)
                                                : number(first   ? c.amount.item()
                                                         : minus ? -c.amount.item()
                                                                 : c.amount.item());
        if (current) shown = strong(std::move(shown), flow());
        row.push_back(std::move(shown));
        Notation from = bracketed(name(c.from));
        from.ink = toCome ? Ink::faint : Ink::quiet;
        from.children[0].ink = from.ink;
        row.push_back(markOf(Kind::upright, "\u2009"));
        row.push_back(std::move(from));
    }
};

}  // namespace

Explanation explain(const Recording& recording, const Source& source, std::size_t stop) {
    return explain(recording, source, stop, Timeline(recording));
}

Explanation explain(const Recording& recording, const Source& source, std::size_t stop, const Timeline& timeline) {
    return Explainer(recording, source, stop, timeline).run();
}

std::string plainLine(const Explanation& explanation) {
    std::string line = explanation.rule.empty() ? std::string() : toPlainText(explanation.rule.front());
    for (const Notation& step : explanation.steps) line += " " + toPlainText(step);
    return line;
}

}  // namespace backstep
