// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exercise/quantity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "engine/autodiff/sweep.h"
#include "engine/base/numbers.h"
#include "engine/timeline/saved.h"
#include "engine/ways/counts.h"

namespace backstep::exercise {
namespace {

constexpr std::array kNames{"value", "adjoint", "tangent", "partial", "derivative", "second", "variable", "grad", "count"};

std::string spaceless(std::string_view text) {
    std::string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c != ' ' && c != '\t' && c != '\n' && c != '\r'; });
    return out;
}

std::optional<double> element(const Tensor& tensor, const std::vector<std::string>& arguments, std::size_t at) {
    const auto index = arguments.size() > at ? parseNumber(arguments[at]) : std::optional(0.0);
    if (!index || *index < 0 || *index >= static_cast<double>(tensor.size()) || (arguments.size() <= at && tensor.size() != 1)) return {};
    return tensor.at(static_cast<std::int64_t>(*index));
}

class Quantities {
public:
    Quantities(const Snapshot& shown, Span span, Faults& faults) : shown_(shown), span_(span), faults_(faults) {}

    std::optional<double> of(const std::string& name, const std::vector<std::string>& a) {
        if (a.empty() || a[0].empty()) return unknown(name);
        if (name == "count") return count(a[0]);
        if (name == "variable" || name == "grad") return ofProgram(name, a);
        if (name == "derivative" || name == "second") return ofFormula(name, a);
        const NodeId node = findOrSay(a[0]);
        if (!node.valid()) return {};
        if (name == "value") return orUnknown(element(shown_.recording.tape.value(node), a, 1), name);
        if (name == "partial") return partial(node, a);
        State state(shown_.recording);
        state.moveTo(shown_.recording.log.events.size());
        const std::optional<Tensor> derivative = state.derivative(node);
        if (!derivative) return say(FaultKind::NoDerivative, {a[0]});
        return orUnknown(element(*derivative, a, 1), name);
    }

private:
    const Snapshot& shown_;
    Span span_;
    Faults& faults_;

    std::optional<double> say(FaultKind kind, std::vector<std::string> arguments) {
        faults_.push_back({kind, span_, std::move(arguments)});
        return {};
    }
    std::optional<double> unknown(const std::string& what) { return say(FaultKind::UnknownQuantity, {what.substr(0, 80)}); }
    std::optional<double> orUnknown(std::optional<double> value, const std::string& what) { return value ? value : unknown(what); }

    NodeId findOrSay(const std::string& name) {
        const NodeId id = findNode(shown_, name);
        if (!id.valid()) say(FaultKind::UnknownNode, {name.substr(0, 60), nearest(name, nodeNames(shown_))});
        return id;
    }

    std::optional<double> partial(NodeId node, const std::vector<std::string>& a) {
        if (a.size() != 2) return unknown("partial");
        const NodeId by = findOrSay(a[1]);
        if (!by.valid()) return {};
        const auto operands = shown_.recording.tape.operands(node);
        double sum = 0;
        bool found = false;
        for (std::size_t i = 0; i < operands.size(); ++i) {
            if (operands[i] != by) continue;
            const Tensor local = localPartial(shown_.recording.tape, node, i);
            if (!local.isScalar()) return unknown("partial");
            sum += local.item(), found = true;
        }
        return found ? std::optional(sum) : say(FaultKind::NotAnOperand, {a[1], a[0]});
    }

    std::optional<double> ofFormula(const std::string& name, const std::vector<std::string>& a) {
        if (shown_.isProgram() || !shown_.ok()) return unknown(name);
        const auto index = [&](const std::string& input) -> std::optional<std::size_t> {
            for (std::size_t i = 0; i < shown_.recording.inputs.size(); ++i) {
                if (plainName(shown_.recording.tape.nameOf(shown_.recording.inputs[i])) == plainName(input)) return i;
            }
            return say(FaultKind::UnknownNode, {input.substr(0, 60), nearest(input, nodeNames(shown_))}), std::nullopt;
        };
        const auto i = index(a[0]);
        const auto k = a.size() > 1 ? index(a[1]) : i;
        if (!i || !k) return {};
        const Derivatives d = derivatives(shown_, name == "second" ? 2 : 1);
        return name == "second" ? d.hessian[*i][*k] : d.gradient[*i];
    }

    std::optional<double> ofProgram(const std::string& name, const std::vector<std::string>& a) {
        const std::vector<double> numbers = numbersOf(shown_, a[0], name == "grad");
        const auto index = a.size() > 1 ? parseNumber(a[1]) : std::optional(0.0);
        const bool there = index && *index >= 0 && *index < static_cast<double>(numbers.size()) && (a.size() > 1 || numbers.size() == 1);
        if (!there) return unknown(name + "(" + a[0] + ")");
        return numbers[static_cast<std::size_t>(*index)];
    }

    std::optional<double> count(const std::string& what) {
        const auto events = [&](EventKind kind) {
            const auto& all = shown_.recording.log.events;
            return static_cast<double>(std::count_if(all.begin(), all.end(), [&](const Event& e) { return e.kind == kind; }));
        };
        const auto& nodes = shown_.graph.nodes;
        if (what == "nodes") return static_cast<double>(nodes.size());
        if (what == "edges") return static_cast<double>(shown_.graph.edges.size());
        if (what == "inputs") return static_cast<double>(shown_.recording.inputs.size());
        if (what == "steps") return static_cast<double>(shown_.recording.log.events.size());
        if (what == "contributions") return events(EventKind::Contribution);
        if (what == "prints") return events(EventKind::Printed);
        if (what == "operations") {
            return static_cast<double>(std::count_if(nodes.begin(), nodes.end(), [](const GraphNode& n) {
                return n.kind == GraphNode::Kind::Operation || n.kind == GraphNode::Kind::Output;
            }));
        }
        for (const bool forward : {true, false}) {
            const std::string mode = forward ? "forward_" : "reverse_";
            if (what == mode + "passes" || what == mode + "work" || what == mode + "held") return ofMode(forward, what.substr(mode.size()));
        }
        if (what == "saved") return kept(shown_.recording.tape);
        if (what == "saved_first" && shown_.ok() && !shown_.isProgram()) {
            Tape tape = shown_.recording.tape;
            static_cast<void>(recordGradient(tape, shown_.recording.output, shown_.recording.inputs, 1));
            return kept(tape);
        }
        if ((what == "first" || what == "second") && shown_.ok() && !shown_.isProgram()) return recorded(what == "second");
        return unknown("count(" + what + ")");
    }

    // As the window counts under Forward and Reverse: passes for all derivatives, products and sums of them, numbers held at once.
    std::optional<double> ofMode(bool forward, const std::string& what) {
        const Recording& r = shown_.recording;
        const Replay replay(r);
        NodeId root = r.output;
        if (shown_.isProgram()) root = r.log.sweeps.size() == 0 ? NodeId() : r.log.sweeps[SweepId(r.log.sweeps.size() - 1)].root;
        if (!root.valid()) return unknown("count(" + what + ")");
        const Reach reach = reachOf(r, replay, replay.valueOf(root));
        constexpr std::size_t kMostEdges = 4000;
        if (reach.leaves.empty() || reach.edges.size() > kMostEdges) return unknown("count(" + what + ")");
        const Counts counts = countsOf(r, replay, reach, reach.leaves.front());
        const ModeCounts& mode = forward ? counts.forward : counts.reverse;
        if (what == "passes") return static_cast<double>(mode.passes);
        return what == "work" ? static_cast<double>(mode.all.products + mode.all.sums) : static_cast<double>(mode.held);
    }

    // The values that operations keep for a backward pass over them, each once.
    [[nodiscard]] static double kept(const Tape& tape) {
        std::set<NodeId> all;
        for (std::size_t i = 0; i < tape.size(); ++i) {
            for (const NodeId id : savedBy(tape, NodeId(i))) {
                if (!tape.isConstant(id)) all.insert(id);
            }
        }
        return static_cast<double>(all.size());
    }

    // Operations that differentiating puts on the tape; a constant costs nothing at run time and is not counted.
    [[nodiscard]] double recorded(bool second) const {
        Tape tape = shown_.recording.tape;
        const auto operations = [&] {
            double count = 0;
            for (std::size_t i = 0; i < tape.size(); ++i) count += !tape.isConstant(NodeId(i)) && tape.op(NodeId(i)) != Op::Input;
            return count;
        };
        const double before = operations();
        const std::vector<NodeId> gradient = recordGradient(tape, shown_.recording.output, shown_.recording.inputs, 1);
        const double afterFirst = operations();
        if (!second) return afterFirst - before;
        for (const NodeId id : gradient) {
            if (id.valid() && !tape.isConstant(id)) (void)recordGradient(tape, id, shown_.recording.inputs, 2);
        }
        return operations() - afterFirst;
    }
};

std::vector<std::string> split(std::string_view inside) {
    std::vector<std::string> out;
    int depth = 0;
    std::size_t from = 0;
    const auto trimmed = [](std::string_view t) {
        while (!t.empty() && t.front() == ' ') t.remove_prefix(1);
        while (!t.empty() && t.back() == ' ') t.remove_suffix(1);
        return std::string(t);
    };
    for (std::size_t i = 0; i < inside.size(); ++i) {
        if (inside[i] == '(') ++depth;
        else if (inside[i] == ')') --depth;
        else if (inside[i] == ',' && depth == 0) out.push_back(trimmed(inside.substr(from, i - from))), from = i + 1;
    }
    out.push_back(trimmed(inside.substr(from)));
    return out;
}

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0; }

// As it may stand in the middle of a formula.
std::string inBrackets(double value) {
    if (std::isnan(value)) return "(0/0)";
    if (std::isinf(value)) return value > 0 ? "(1/0)" : "(-1/0)";
    return "(" + shortest(value) + ")";
}

}  // namespace

std::optional<double> quantity(const std::string& name, const std::vector<std::string>& arguments, Span span, const Snapshot& shown,
                               Faults& faults) {
    return Quantities(shown, span, faults).of(name, arguments);
}

std::string replaceQuantities(const std::string& text, Span span, const Scope& scope, Faults& faults) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (!isLetter(text[i])) {
            out += text[i++];
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && (isLetter(text[end]) || (text[end] >= '0' && text[end] <= '9'))) ++end;
        const std::string word = text.substr(i, end - i);
        const bool known = end < text.size() && text[end] == '(' && std::find(kNames.begin(), kNames.end(), word) != kNames.end();
        if (!known) {
            out += word, i = end;
            continue;
        }
        std::size_t close = end + 1;
        for (int depth = 1; close < text.size(); ++close) {
            depth += text[close] == '(' ? 1 : text[close] == ')' ? -1 : 0;
            if (depth == 0) break;
        }
        if (close == text.size()) return faults.push_back({FaultKind::BadExpression, span, {text.substr(0, 80), ""}}), out;
        if (scope.shown == nullptr) return faults.push_back({FaultKind::NothingShown, span, {word}}), out;
        const auto value = quantity(word, split(std::string_view(text).substr(end + 1, close - end - 1)), span, *scope.shown, faults);
        out += inBrackets(value.value_or(0));
        i = close + 1;
    }
    return out;
}

std::string nodeName(const Snapshot& shown, NodeId id) {
    const std::string& name = shown.recording.tape.nameOf(id);
    return name.empty() ? std::string(shown.source.slice(shown.recording.tape.origin(id).span)) : name;
}

// Those of the forward pass, in the order of the tape; what the drawing folds is among them.
std::vector<NodeId> nodesOf(const Snapshot& shown) {
    std::vector<NodeId> nodes;
    const Tape& tape = shown.recording.tape;
    for (std::size_t i = 0; i < tape.size(); ++i) {
        if (!tape.isConstant(NodeId(i)) && tape.origin(NodeId(i)).order == 0) nodes.emplace_back(i);
    }
    return nodes;
}

std::vector<std::string> nodeNames(const Snapshot& shown) {
    std::vector<std::string> names;
    for (const NodeId id : nodesOf(shown)) {
        if (names.size() < 200) names.push_back(nodeName(shown, id));
    }
    return names;
}

NodeId findNode(const Snapshot& shown, const std::string& name) {
    const std::string plain = plainName(name);
    const std::vector<NodeId> nodes = nodesOf(shown);
    for (const NodeId id : nodes) {
        if (!plain.empty() && plainName(shown.recording.tape.nameOf(id)) == plain) return id;
    }
    NodeId found;
    for (const NodeId id : nodes) {
        if (spaceless(shown.source.slice(shown.recording.tape.origin(id).span)) != spaceless(name)) continue;
        if (found.valid()) return {};
        found = id;
    }
    return found;
}

std::vector<double> numbersOf(const Snapshot& shown, const std::string& variable, bool gradient) {
    if (!shown.report) return {};
    for (const auto& [name, value] : shown.report->variables) {
        if (name != variable) continue;
        const Reported* reported = gradient ? value.grad.get() : &value;
        if (reported == nullptr) return {};
        if (reported->tensor) return {reported->tensor->numbers().begin(), reported->tensor->numbers().end()};
        if (reported->kind == "float" || reported->kind == "bool") return {reported->number};
        if (const auto number = reported->kind == "int" ? parseNumber(reported->text) : std::nullopt) return {*number};
    }
    return {};
}

}  // namespace backstep::exercise
