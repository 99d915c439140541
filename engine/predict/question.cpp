// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/predict/question.h"

#include <algorithm>
#include <cmath>

#include "engine/base/numbers.h"

namespace backstep::predict {
namespace {

// What was held when the step began. The timeline is the caller's and outlives it.
State stateBefore(const Recording& recording, const Timeline& timeline, std::size_t stop) {
    State state(recording, std::shared_ptr<const Timeline>(std::shared_ptr<const Timeline>(), &timeline));
    state.moveTo(stop - 1);
    return state;
}

Notation derivativeOf(Notation name, SweepMode mode) {
    Notation marked;
    marked.kind = mode == SweepMode::Reverse ? Notation::Kind::bar : Notation::Kind::dot;
    marked.children.push_back(std::move(name));
    return marked;
}

class Asker {
public:
    Asker(const Recording& recording, const Source& source, const Timeline& timeline, std::size_t stop)
        : r_(recording),
          source_(source),
          timeline_(timeline),
          moment_(momentAt(recording, stop)),
          before_(stateBefore(recording, timeline, stop)) {
        q_.stop = stop;
    }

    Question run() {
        q_.node = moment_.node;
        if (moment_.sweep != nullptr) q_.mode = moment_.sweep->mode;
        switch (moment_.event->kind) {
            case EventKind::Recorded: value(); break;
            case EventKind::SweepBegan: seed(); break;
            case EventKind::Contribution: derivative(*moment_.contribution); break;
            default: grad(r_.log.accumulations[moment_.event->index]); break;
        }
        choose();
        return std::move(q_);
    }

private:
    const Recording& r_;
    const Source& source_;
    const Timeline& timeline_;
    Moment moment_;
    State before_;
    Question q_;

    [[nodiscard]] Notation name(NodeId id) const { return nameTerm(r_, source_, id).notation; }
    [[nodiscard]] Notation target(NodeId id) const {
        if (r_.tape.op(id) == Op::Input) return name(id);
        return rowOf({name(id), markOf(Notation::Kind::relation, "="), expressionTerm(r_, source_, id).notation});
    }
    void know(const Notation& shown, const Tensor& value) {
        std::string text = toPlainText(shown);
        const auto same = [&](const Known& k) { return k.shown == text; };
        if (std::none_of(q_.near.begin(), q_.near.end(), same)) q_.near.push_back({std::move(text), value});
    }
    void knowValue(NodeId id) {
        if (!r_.tape.isConstant(id) || !r_.tape.nameOf(id).empty()) know(name(id), r_.tape.value(id));
    }
    void knowDerivative(NodeId id) {
        if (const auto known = before_.derivative(id)) know(derivativeOf(name(id), q_.mode), *known);
    }

    void value() {
        q_.about = Question::About::Value;
        q_.whole = r_.tape.value(q_.node);
        q_.asked = name(q_.node);
        q_.target = target(q_.node);
        for (const NodeId operand : r_.tape.operands(q_.node)) knowValue(operand);
    }

    void seed() {
        q_.about = Question::About::Seed;
        q_.whole = moment_.sweep->seed;
        q_.asked = derivativeOf(name(q_.node), q_.mode);
        q_.target = name(q_.node);
        knowValue(q_.node);
    }

    void derivative(const Contribution& c) {
        q_.about = Question::About::Derivative;
        q_.from = c.from;
        q_.user = c.node;
        q_.operand = c.operand;
        q_.whole = c.after;
        q_.asked = derivativeOf(name(q_.node), q_.mode);
        q_.target = target(c.node);
        for (const std::uint32_t i : timeline_.contributionsTo(q_.node)) q_.expected += r_.log.contributions[i].sweep == c.sweep;
        q_.arrived = before_.arrived(q_.node);
        knowDerivative(c.from);
        knowDerivative(q_.node);
        for (const NodeId operand : r_.tape.operands(c.node)) knowValue(operand);
        knowValue(c.node);
    }

    void grad(const Accumulation& a) {
        q_.about = Question::About::Grad;
        q_.whole = a.after;
        const Notation grad = rowOf({name(a.leaf), markOf(Notation::Kind::upright, ".grad")});
        q_.asked = grad;
        q_.target = name(a.leaf);
        knowDerivative(a.leaf);
        if (const auto held = before_.grad(a.leaf)) know(grad, *held);
    }

    // All numbers of a few, one of some, the shape of many.
    void choose() {
        const std::int64_t size = q_.whole.size();
        if (q_.whole.isScalar()) q_.ask = Question::Ask::Number;
        else if (size == 0 || size > kMostOneByOne) q_.ask = Question::Ask::Shape;
        else if (size <= kMostInList) q_.ask = Question::Ask::List;
        else element();
    }

    // One that says something: not 0 where there is another, and not always the first.
    void element() {
        q_.ask = Question::Ask::Element;
        const std::int64_t size = q_.whole.size();
        std::int64_t at = static_cast<std::int64_t>(q_.stop * 5 % static_cast<std::size_t>(size));
        for (std::int64_t tried = 0; tried < size && q_.whole.at(at) == 0; ++tried) at = (at + 1) % size;
        std::string index = "[";
        std::int64_t rest = at, stride = size;
        for (const std::int64_t dimension : q_.whole.shape()) {
            stride /= dimension;
            q_.element.push_back(rest / stride);
            rest %= stride;
            index += (index.size() > 1 ? ", " : "") + std::to_string(q_.element.back());
        }
        q_.asked = rowOf({q_.asked, markOf(Notation::Kind::upright, index + "]")});
    }
};

}  // namespace

// The seed of a formula's sweep is asked, and .grad only where something was in it: else it is what has just been seen.
bool isQuestion(const Recording& recording, std::size_t stop) {
    if (stop == 0 || stop > recording.log.events.size()) return false;
    const Event& event = recording.log.events[stop - 1];
    switch (event.kind) {
        case EventKind::Recorded: {
            const Op op = recording.tape.op(NodeId(event.index));
            return op != Op::Input && op != Op::Constant && op != Op::Output;
        }
        case EventKind::SweepBegan:
            return recording.log.sweeps[SweepId(event.index)].mode == SweepMode::Reverse &&
                   recording.log.sweeps[SweepId(event.index)].seed.isScalar();
        case EventKind::Contribution: return true;
        case EventKind::Accumulated: {
            const Accumulation& a = recording.log.accumulations[event.index];
            return a.leaf.valid() && !identical(a.amount, a.after);
        }
        default: return false;
    }
}

std::size_t nextQuestion(const Recording& recording, std::size_t stop) {
    for (++stop; stop <= recording.log.events.size(); ++stop) {
        if (isQuestion(recording, stop)) return stop;
    }
    return 0;
}

Question questionAt(const Recording& recording, const Source& source, const Timeline& timeline, std::size_t stop) {
    return Asker(recording, source, timeline, stop).run();
}

Tensor rightAnswer(const Question& question) {
    if (question.ask == Question::Ask::Shape) {
        std::vector<double> sizes(question.whole.shape().begin(), question.whole.shape().end());
        const TensorShape shape{static_cast<std::int64_t>(sizes.size())};
        return {shape, std::move(sizes)};
    }
    if (question.ask != Question::Ask::Element) return question.whole;
    std::int64_t at = 0;
    for (std::size_t i = 0; i < question.element.size(); ++i) at = at * question.whole.shape()[i] + question.element[i];
    return Tensor(question.whole.at(at));
}

// Letters that have their mark built in come from keyboards and from the clipboard.
std::string plainName(std::string_view name) {
    static constexpr std::u32string_view kBars = U"āĀēĒīĪōŌūŪȳȲḡḠ", kUnderBars = U"aAeEiIoOuUyYgG";
    static constexpr std::u32string_view kDots = U"ȧḃċḋėḟġḣṁṅȯṗṙṡṫẇẋẏż", kUnderDots = U"abcdefghmnoprstwxyz";
    std::string out, mark;
    for (std::size_t at = 0; at < name.size();) {
        char32_t c = decodeUtf8(name, at);
        if (const auto bar = kBars.find(c); bar != std::u32string_view::npos) c = kUnderBars[bar], mark = "bar";
        else if (const auto dot = kDots.find(c); dot != std::u32string_view::npos) c = kUnderDots[dot], mark = "dot";
        if (c >= 0x2080 && c <= 0x2089) out += static_cast<char>('0' + (c - 0x2080));
        else if (c == 0x0304 || c == 0x0305) mark = "bar";
        else if (c == 0x0307) mark = "dot";
        else if (c != U'_' && c != U' ' && c != 0x2009) appendUtf8(out, c);
    }
    return out + mark;
}

}  // namespace backstep::predict
