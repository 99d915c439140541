// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/timeline/explain.h"

#include <cmath>
#include <utility>

#include "engine/autodiff/sweep.h"
#include "engine/base/numbers.h"
#include "engine/timeline/terms.h"

namespace backstep {
namespace {

using Kind = Notation::Kind;

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
    Explainer(const Recording& recording, const Source& source, std::size_t stop)
        : r_(recording), source_(source), stop_(stop), moment_(momentAt(recording, stop)) {}

    Explanation run() {
        if (!moment_.event) return out_;
        out_.node = moment_.node;
        out_.target = target(out_.node);
        switch (moment_.event->kind) {
            case EventKind::Recorded: recorded(); break;
            case EventKind::Branched: branched(); break;
            case EventKind::SweepBegan: seeded(); break;
            case EventKind::Contribution: contributed(*moment_.contribution); break;
            default: break;
        }
        return std::move(out_);
    }

private:
    const Recording& r_;
    const Source& source_;
    std::size_t stop_;
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

    void recorded() {
        const double value = r_.tape.scalar(out_.node);
        out_.result = value;
        if (r_.tape.op(out_.node) == Op::Input) {
            out_.kind = Explanation::Kind::Input;
            out_.rule = {rowOf({name(out_.node), relation("="), strong(number(value, Ink::forward, out_.node), Ink::forward)})};
            return;
        }
        out_.kind = Explanation::Kind::Computed;
        out_.rule = {out_.target};
        out_.steps = {rowOf({relation("="), substitutedTerm(r_, out_.node, kCardDigits).notation}),
                      rowOf({relation("="), strong(number(value), Ink::forward)})};
    }

    void branched() {
        const Branch& branch = r_.log.branches[moment_.event->index];
        out_.kind = Explanation::Kind::Branch;
        out_.branchTaken = branch.taken;
        out_.target = expressionTerm(r_, source_, branch.condition).notation;
        out_.rule = {out_.target};
        if (!r_.tape.isConstant(branch.condition)) out_.steps = {substitutedTerm(r_, branch.condition, kCardDigits).notation};
    }

    void seeded() {
        out_.kind = Explanation::Kind::Seed;
        out_.mode = moment_.sweep->mode;
        out_.result = moment_.sweep->seed.item();
        Notation value = strong(number(*out_.result), flow());
        if (reverse()) out_.rule = {rowOf({derivative(out_.node), relation("="), partial(out_.node, out_.node), relation("="), std::move(value)})};
        else out_.rule = {rowOf({derivative(out_.node), relation("="), std::move(value)})};
    }

    void contributed(const Contribution& c) {
        out_.kind = Explanation::Kind::Contribution;
        out_.mode = moment_.sweep->mode;
        out_.from = c.from;
        out_.user = c.node;
        out_.operand = c.operand;
        out_.target = target(c.node);
        out_.partial = localPartial(r_.tape, c.node, c.operand).item();
        out_.amount = c.amount.item();
        out_.result = c.after.item();
        symbols(c);
        numbers(c);
        accumulation(c);
    }

    // x̄ ← x̄ + v̄₃ · ∂v₃/∂x, then ∂v₃/∂x = cos x where that says more than a number.
    void symbols(const Contribution& c) {
        const NodeId by = r_.tape.operands(c.node)[c.operand];
        std::vector<Notation> row{derivative(c.to), relation("←")};
        if (c.hadBefore) row.insert(row.end(), {derivative(c.to), markOf(Kind::binary, "+")});
        row.insert(row.end(), {derivative(c.from), times(), partial(c.node, by)});
        out_.rule.push_back(rowOf(std::move(row)));
        out_.rule.push_back(rowOf({partial(c.node, by), relation("="), partialTerm(r_, source_, c.node, c.operand).notation}));
    }

    [[nodiscard]] double incoming(const Contribution& c) const {
        State state(r_);
        state.moveTo(stop_ - 1);
        const auto& value = state.derivative(c.from);
        return value ? value->item() : 0;
    }

    void numbers(const Contribution& c) {
        const double upstream = incoming(c);
        const Ink before = flow();
        const auto line = [&](Notation partialNotation) {
            std::vector<Notation> row{relation("=")};
            if (c.hadBefore) row.insert(row.end(), {number(c.before.item(), before), markOf(Kind::binary, "+")});
            row.insert(row.end(), {c.hadBefore ? factor(upstream, before, c.from) : number(upstream, before, c.from), times(), std::move(partialNotation)});
            return row;
        };
        Term substituted = substitutedPartial(r_, c.node, c.operand, kCardDigits);
        const bool plain = substituted.notation.kind == Kind::number;
        if (!plain) {
            const bool loose = substituted.grip < Term::Grip::Power && substituted.notation.kind != Kind::fraction && substituted.grip != Term::Grip::Product;
            out_.steps.push_back(rowOf(line(loose ? bracketed(std::move(substituted.notation)) : std::move(substituted.notation))));
        }
        std::vector<Notation> last = line(factor(*out_.partial));
        last.insert(last.end(), {relation("="), strong(number(*out_.result), flow())});
        out_.steps.push_back(rowOf(std::move(last)));
    }

    // Every term of the sum that reaches the node in this sweep: those that have arrived, and how many are to come.
    void accumulation(const Contribution& current) {
        std::vector<const Contribution*> all;
        for (const Contribution& c : r_.log.contributions) {
            if (c.sweep == current.sweep && c.to == current.to) all.push_back(&c);
        }
        out_.expected = all.size();
        std::vector<Notation> row{derivative(current.to), relation("=")};
        bool reached = false;
        for (const Contribution* c : all) {
            term(row, *c, reached, c == all.front(), c == &current);
            if (!reached) ++out_.arrived;
            if (c == &current) reached = true;
        }
        if (all.size() > 1) out_.sum = rowOf(std::move(row));
    }
    void term(std::vector<Notation>& row, const Contribution& c, bool toCome, bool first, bool current) const {
        const double amount = c.amount.item();
        const bool minus = !toCome && std::signbit(amount) && !std::isnan(amount);
        const Ink ink = toCome ? Ink::faint : Ink::text;
        if (!first) row.push_back(markOf(Kind::binary, minus ? "−" : "+", ink));
        Notation value = toCome ? markOf(Kind::upright, "…", Ink::faint) : number(first ? amount : std::fabs(amount));
        if (current) value = strong(std::move(value), flow());
        row.push_back(std::move(value));
        Notation from = bracketed(name(c.from));
        from.ink = toCome ? Ink::faint : Ink::quiet;
        from.children[0].ink = from.ink;
        row.push_back(markOf(Kind::upright, "\u2009"));
        row.push_back(std::move(from));
    }
};

}  // namespace

Explanation explain(const Recording& recording, const Source& source, std::size_t stop) { return Explainer(recording, source, stop).run(); }

std::string plainLine(const Explanation& explanation) {
    std::string line = explanation.rule.empty() ? std::string() : toPlainText(explanation.rule.front());
    for (const Notation& step : explanation.steps) line += " " + toPlainText(step);
    return line;
}

}  // namespace backstep
