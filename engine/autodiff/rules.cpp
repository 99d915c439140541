// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autodiff/rules.h"

#include <charconv>
#include <stdexcept>
#include <string>

#include "engine/syntax/math_parser.h"

namespace backstep {
namespace {

// A rule that cannot be read is a fault of op.def, not of the person: it throws at the first use, and tests use all.
[[noreturn]] void broken(std::string_view text) { throw std::logic_error("op.def: cannot read rule: " + std::string(text)); }

Ast read(std::string_view text) {
    Parsed parsed = parseMath(Source(std::string(text)));
    if (!parsed.diagnostics.empty() || parsed.ast.body.size() != 1) broken(text);
    return std::move(parsed.ast);
}

class RuleReader {
public:
    explicit RuleReader(std::string_view text) : text_(text), left_(text) {
        next();
        while (!done_ && semicolons() > 0) definition();
        choice();
        if (!done_) broken(text_);
    }
    Rule rule;

private:
    using Place = std::uint16_t;

    std::string_view text_, left_;
    std::string_view token_;
    bool done_ = false;
    std::vector<std::pair<std::string_view, Place>> names_;

    static bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
    static bool isDigit(char c) { return (c >= '0' && c <= '9') || c == '.'; }

    void next() {
        while (!left_.empty() && left_.front() == ' ') left_.remove_prefix(1);
        done_ = left_.empty();
        std::size_t n = done_ ? 0 : 1;
        if (!done_ && isLetter(left_[0])) {
            while (n < left_.size() && (isLetter(left_[n]) || isDigit(left_[n]))) ++n;
        } else if (!done_ && isDigit(left_[0])) {
            while (n < left_.size() && (isDigit(left_[n]) || left_[n] == 'e' || (left_[n] == '-' && left_[n - 1] == 'e'))) ++n;
        } else if (left_.size() > 1 && left_[1] == '=') {
            n = 2;
        }
        token_ = left_.substr(0, n);
        left_.remove_prefix(n);
    }
    bool accept(std::string_view token) {
        if (done_ || token_ != token) return false;
        next();
        return true;
    }
    void expect(std::string_view token) {
        if (!accept(token)) broken(text_);
    }
    [[nodiscard]] std::size_t semicolons() const { return static_cast<std::size_t>(left_.find(';') != std::string_view::npos); }

    Place push(Rule::Node node) {
        rule.nodes.push_back(node);
        return static_cast<Place>(rule.nodes.size() - 1);
    }
    Place apply(Op op, std::initializer_list<Place> operands, bool sign = true) {
        Rule::Node node{Rule::Kind::Apply, op, static_cast<std::uint8_t>(operands.size()), sign, false, {}, 0};
        std::copy(operands.begin(), operands.end(), node.children.begin());
        return push(node);
    }
    Place leaf(Rule::Kind kind, double number = 0) { return push({kind, Op::Constant, 0, false, false, {}, number}); }

    void definition() {
        const std::string_view name = token_;
        next();
        expect("=");
        const Place place = choice();
        rule.nodes[place].shared = true;
        names_.emplace_back(name, place);
        expect(";");
    }

    Place choice() {
        Place left = both();
        while (accept("or")) left = apply(Op::Or, {left, both()});
        return left;
    }
    Place both() {
        Place left = negation();
        while (accept("and")) left = apply(Op::And, {left, negation()});
        return left;
    }
    Place negation() {
        if (accept("not")) return apply(Op::Not, {negation()});
        const Place left = sum();
        constexpr std::array<std::pair<std::string_view, Op>, 6> kSigns{
            {{"<", Op::Lt}, {"<=", Op::Le}, {">", Op::Gt}, {">=", Op::Ge}, {"==", Op::Eq}, {"!=", Op::Ne}}};
        for (const auto& [sign, op] : kSigns) {
            if (accept(sign)) return apply(op, {left, sum()});
        }
        return left;
    }
    Place sum() {
        Place left = product();
        while (true) {
            if (accept("+")) left = apply(Op::Add, {left, product()});
            else if (accept("-")) left = apply(Op::Sub, {left, product()});
            else return left;
        }
    }
    Place product() {
        Place left = factor();
        while (true) {
            if (accept("*")) left = apply(Op::Mul, {left, factor()});
            else if (accept("/")) left = apply(Op::Div, {left, factor()});
            else return left;
        }
    }
    Place factor() {
        if (!accept("-")) return power();
        if (!done_ && isDigit(token_[0])) return leaf(Rule::Kind::Number, -number());
        return apply(Op::Neg, {factor()});
    }
    Place power() {
        const Place base = atom();
        return accept("^") ? apply(Op::Pow, {base, factor()}) : base;
    }
    Place atom() {
        if (done_) broken(text_);
        if (accept("(")) {
            const Place inside = choice();
            expect(")");
            return inside;
        }
        if (isDigit(token_[0])) return leaf(Rule::Kind::Number, number());
        const std::string_view name = token_;
        if (!isLetter(name[0])) broken(text_);
        next();
        return accept("(") ? call(name) : named(name);
    }
    double number() {
        double value = 0;
        std::from_chars(token_.data(), token_.data() + token_.size(), value);
        next();
        return value;
    }
    Place call(std::string_view name) {
        Rule::Node node{Rule::Kind::Apply, Op::Constant, 0, false, false, {}, 0};
        do node.children[node.count++] = choice();
        while (accept(","));
        expect(")");
        if (name == "tensor") {
            node.kind = Rule::Kind::Tensor;
            return push(node);
        }
        const auto op = opCalled(name);
        if (!op || infoOf(*op).operands != node.count) broken(text_);
        node.op = *op;
        return push(node);
    }
    Place named(std::string_view name) {
        for (const auto& [known, place] : names_) {
            if (known == name) return place;
        }
        if (name.size() != 1) broken(text_);
        if (name == "y") return leaf(Rule::Kind::Y);
        if (name == "v") return leaf(Rule::Kind::V);
        if (name[0] > 'f') broken(text_);
        return leaf(static_cast<Rule::Kind>(name[0] - 'a'));
    }
};

template <class T, class F>
std::vector<std::array<T, 3>> forEveryOperand(F make) {
    std::vector<std::array<T, 3>> all(kElementwiseEnd);
    for (std::size_t op = 2; op < kElementwiseEnd; ++op) {
        const OpInfo& info = infoOf(static_cast<Op>(op));
        for (std::size_t i = 0; i < 3; ++i) make(info, i, all[op][i]);
    }
    return all;
}

}  // namespace

const Rule& ruleOf(Op op, std::size_t operand) {
    static const auto rules = forEveryOperand<Rule>([](const OpInfo& info, std::size_t i, Rule& rule) {
        if (!info.rules[i].empty()) rule = RuleReader(info.rules[i]).rule;
    });
    static const Rule kNone;
    return operand < 3 ? rules[static_cast<std::size_t>(op)][operand] : kNone;
}

const Ast& partialOf(Op op, std::size_t operand) {
    static const auto partials = forEveryOperand<Ast>([](const OpInfo& info, std::size_t i, Ast& ast) {
        if (!info.partials[i].empty()) ast = read(info.partials[i]);
    });
    static const Ast kNone;
    return operand < 3 ? partials[static_cast<std::size_t>(op)][operand] : kNone;
}

}  // namespace backstep
