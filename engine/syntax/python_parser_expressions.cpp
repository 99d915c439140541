// SPDX-License-Identifier: GPL-3.0-or-later
// Long because one method a level of precedence, as the grammar has them.
// Expressions. Chains of operators, calls, subscripts, conditionals and signs are read in loops; only brackets and
// lambda nest, and both are bounded.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "engine/syntax/python_parser_core.h"

namespace backstep {

using enum PyKind;

struct PythonParser::Deeper {
    PythonParser& parser;
    explicit Deeper(PythonParser& p) : parser(p) {
        if (++p.depth_ > kMaxLambdas) {
            p.out_.limit = TextLimit{TextLimit::Kind::Tree, kMaxLambdas, p.peek().span};
            throw Abandon{};
        }
    }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    ~Deeper() { --parser.depth_; }
    static constexpr int kMaxLambdas = 100;
};

namespace {

struct Operator {
    BinaryOp op{};
    int strength = 0;  // 0: none
};
Operator operatorOf(PyKind kind) {
    switch (kind) {
        case Bar: return {BinaryOp::BitOr, 1};
        case Caret: return {BinaryOp::BitXor, 2};
        case Ampersand: return {BinaryOp::BitAnd, 3};
        case LeftShift: return {BinaryOp::ShiftLeft, 4};
        case RightShift: return {BinaryOp::ShiftRight, 4};
        case Plus: return {BinaryOp::Add, 5};
        case Minus: return {BinaryOp::Subtract, 5};
        case Star: return {BinaryOp::Multiply, 6};
        case Slash: return {BinaryOp::Divide, 6};
        case SlashSlash: return {BinaryOp::FloorDivide, 6};
        case Percent: return {BinaryOp::Modulo, 6};
        case At: return {BinaryOp::MatrixMultiply, 6};
        default: return {};
    }
}

// Where an expression list may end after a comma.
bool endsList(PyKind kind) {
    switch (kind) {
        // clang-format off
        case Newline: case EndMarker: case Fault: case RightParen: case RightBracket: case RightBrace: case Equal: case Colon: case Semicolon: return true;
        // clang-format on
        default: return kind >= PlusEqual && kind <= SlashSlashEqual;
    }
}

}  // namespace

// a, *b, c: a tuple, or the one expression.
ExprId PythonParser::starExpressions() {
    const std::size_t first = at_;
    const ExprId one = starExpression();
    if (!at(Comma)) return one;
    TupleExpr tuple{{one}};
    while (take(Comma)) {
        if (endsList(peek().kind)) break;
        tuple.items.push_back(starExpression());
    }
    return make(first, std::move(tuple));
}

ExprId PythonParser::starExpression() {
    const std::size_t first = at_;
    if (!take(Star)) return expression();
    const ExprId value = binary(1);
    return make(first, StarredExpr{value});
}

ExprId PythonParser::yieldOrStars() { return at(Yield) ? yields() : starExpressions(); }

ExprId PythonParser::yields() {
    const std::size_t first = at_;
    expect(Yield);
    if (take(From)) {
        const ExprId value = expression();
        return make(first, YieldExpr{value, true});
    }
    if (endsList(peek().kind)) return make(first, YieldExpr{});
    const ExprId value = starExpressions();
    return make(first, YieldExpr{value, false});
}

ExprId PythonParser::namedExpression() {
    const std::size_t first = at_;
    if (!at(Name) || peek(1).kind != Walrus) return expression();
    AssignmentExpr assignment;
    assignment.name = name(&assignment.nameSpan);
    expect(Walrus);
    assignment.value = expression();
    return make(first, std::move(assignment));
}

ExprId PythonParser::starNamedExpression() { return at(Star) ? starExpression() : namedExpression(); }

// a if b else c if d else e: read forwards, built backwards.
ExprId PythonParser::expression() {
    if (at(Lambda)) return lambda();
    struct Branch {
        std::size_t first;
        ExprId value, condition;
    };
    std::vector<Branch> branches;
    std::size_t first = at_;
    ExprId last = disjunction();
    while (take(If)) {
        const ExprId condition = disjunction();
        expect(Else);
        branches.push_back({first, last, condition});
        first = at_;
        if (at(Lambda)) {
            last = lambda();
            break;
        }
        last = disjunction();
    }
    for (; !branches.empty(); branches.pop_back()) {
        const Branch& b = branches.back();
        last = make(b.first, ConditionalExpr{b.condition, b.value, last});
    }
    return last;
}

ExprId PythonParser::lambda() {
    const std::size_t first = at_;
    const Deeper deeper(*this);
    expect(Lambda);
    LambdaExpr lambda;
    lambda.parameters = parameters(Colon);
    expect(Colon);
    lambda.body = expression();
    return make(first, std::move(lambda));
}

ExprId PythonParser::disjunction() {
    const std::size_t first = at_;
    ExprId left = conjunction();
    while (take(Or)) {
        const ExprId right = conjunction();
        left = make(first, BoolExpr{BoolOp::Or, left, right});
    }
    return left;
}

ExprId PythonParser::conjunction() {
    const std::size_t first = at_;
    ExprId left = negation();
    while (take(And)) {
        const ExprId right = negation();
        left = make(first, BoolExpr{BoolOp::And, left, right});
    }
    return left;
}

ExprId PythonParser::negation() {
    const std::size_t first = at_;
    while (take(Not)) {
    }
    std::size_t count = at_ - first;
    ExprId value = comparison();
    for (; count > 0; --count) value = make(first + count - 1, UnaryExpr{UnaryOp::Not, value});
    return value;
}

ExprId PythonParser::comparison() {
    const std::size_t first = at_;
    const ExprId left = binary(1);
    CompareExpr chain{left, {}, {}};
    for (CompareOp op{}; compareOp(op);) {
        chain.ops.push_back(op);
        chain.rest.push_back(binary(1));
    }
    return chain.ops.empty() ? left : make(first, std::move(chain));
}

bool PythonParser::compareOp(CompareOp& op) {
    switch (peek().kind) {
        case Less: op = CompareOp::Less; break;
        case LessEqual: op = CompareOp::LessEqual; break;
        case Greater: op = CompareOp::Greater; break;
        case GreaterEqual: op = CompareOp::GreaterEqual; break;
        case EqualEqual: op = CompareOp::Equal; break;
        case NotEqual: op = CompareOp::NotEqual; break;
        case In: op = CompareOp::In; break;
        case Is: op = peek(1).kind == Not ? CompareOp::IsNot : CompareOp::Is; break;
        case Not:
            if (peek(1).kind != In) return false;
            op = CompareOp::NotIn;
            break;
        default: return false;
    }
    at_ += op == CompareOp::IsNot || op == CompareOp::NotIn ? 2 : 1;
    return true;
}

// Operators at least as strong as `weakest`, all of which group to the left.
ExprId PythonParser::binary(int weakest) {
    const std::size_t first = at_;
    ExprId left = power();
    for (;;) {
        const Operator next = operatorOf(peek().kind);
        if (next.strength < std::max(weakest, 1)) return left;
        ++at_;
        const ExprId right = binary(next.strength + 1);
        left = make(first, BinaryExpr{next.op, left, right});
    }
}

// -a ** -b ** c is -(a ** (-(b ** c))): signs and bases are read forwards, built backwards.
ExprId PythonParser::power() {
    struct Base {
        std::size_t signs, first;
        ExprId value;
    };
    std::vector<Base> bases;
    do {
        const std::size_t signs = at_;
        while (at(Plus) || at(Minus) || at(Tilde)) ++at_;
        const std::size_t first = at_;
        bases.push_back({signs, first, primary()});
    } while (take(StarStar));
    ExprId value = bases.back().value;
    for (std::size_t i = bases.size(); i-- > 0;) {
        const Base& base = bases[i];
        if (i + 1 < bases.size()) value = make(base.first, BinaryExpr{BinaryOp::Power, base.value, value});
        for (std::size_t sign = base.first; sign-- > base.signs;) {
            const PyKind kind = (*tokens_)[sign].kind;
            value = make(sign, UnaryExpr{kind == Minus ? UnaryOp::Minus : kind == Plus ? UnaryOp::Plus : UnaryOp::Invert, value});
        }
    }
    return value;
}

ExprId PythonParser::primary() {
    const std::size_t first = at_;
    const bool awaited = take(Await);
    const std::size_t begin = at_;
    ExprId value = atom();
    for (;;) {
        if (take(Dot)) {
            AttributeExpr attribute{value, {}, {}};
            attribute.name = name(&attribute.nameSpan);
            value = make(begin, std::move(attribute));
        } else if (at(LeftParen)) {
            value = call(begin, value);
        } else if (at(LeftBracket)) {
            value = subscript(begin, value);
        } else {
            return awaited ? refuse(first, "await") : value;
        }
    }
}

// Before a colon, a := must be in brackets.
void PythonParser::refuseBareAssignment(ExprId id) const {
    if (std::holds_alternative<AssignmentExpr>(out_.ast.exprs[id].node) && !isBracketed(id)) throw Abandon{};
}

// --- calls and subscripts ---

ExprId PythonParser::call(std::size_t first, ExprId callee) {
    expect(LeftParen);
    CallExpr call;
    call.callee = callee;
    arguments(call, true);
    expect(RightParen);
    return make(first, std::move(call));
}

// Positional arguments, then those with keywords, among which *values may stand, then **values and keywords.
void PythonParser::arguments(CallExpr& call, bool generator) {
    bool doubled = false;
    while (!at(RightParen)) {
        const std::size_t first = at_;
        if (take(StarStar)) {
            doubled = true;
            const ExprId value = expression();
            call.keywords.push_back({{}, {}, value});
        } else if (at(Name) && peek(1).kind == Equal) {
            Keyword keyword;
            keyword.name = name(&keyword.nameSpan);
            expect(Equal);
            keyword.value = expression();
            call.keywords.push_back(std::move(keyword));
        } else if (take(Star)) {
            if (doubled) throw Abandon{};
            const ExprId value = expression();
            call.arguments.push_back(make(first, StarredExpr{value}));
        } else {
            if (!call.keywords.empty()) throw Abandon{};
            const ExprId value = namedExpression();
            if (atComprehension()) {
                if (!call.arguments.empty() || !generator) throw Abandon{};
                // The span of a generator that is the only argument begins at the call's bracket.
                call.arguments.push_back(comprehension(first - 1, ComprehensionExpr::Kind::Generator, value, {}, RightParen));
                --at_;
                return;
            }
            call.arguments.push_back(value);
        }
        if (!take(Comma)) return;
    }
}

ExprId PythonParser::subscript(std::size_t first, ExprId object) {
    expect(LeftBracket);
    const std::size_t begin = at_;
    const auto item = [&] {
        const std::size_t star = at_;
        if (!take(Star)) return slice();
        const ExprId value = expression();
        return make(star, StarredExpr{value});
    };
    ExprId index = item();
    if (at(Comma) || std::holds_alternative<StarredExpr>(out_.ast.exprs[index].node)) {
        TupleExpr tuple{{index}};
        while (take(Comma)) {
            if (at(RightBracket)) break;
            tuple.items.push_back(item());
        }
        index = make(begin, std::move(tuple));
    }
    expect(RightBracket);
    return make(first, SubscriptExpr{object, index});
}

ExprId PythonParser::slice() {
    const std::size_t first = at_;
    SliceExpr slice;
    if (!at(Colon)) {
        const ExprId value = namedExpression();
        if (!at(Colon)) return value;
        refuseBareAssignment(value);
        slice.start = value;
    }
    const auto ended = [&] { return at(Colon) || at(Comma) || at(RightBracket); };
    expect(Colon);
    if (!ended()) slice.stop = expression();
    if (take(Colon) && !ended()) slice.step = expression();
    return make(first, slice);
}

// --- atoms ---

ExprId PythonParser::atom() {
    const std::size_t first = at_;
    switch (peek().kind) {
        case Name: {
            Span span;
            std::string text = name(&span);
            return make(first, NameExpr{std::move(text)});
        }
        case Number: return number();
        case String: return strings();
        case LeftParen: return parenthesised();
        case LeftBracket: return listDisplay();
        case LeftBrace: return braces();
        case PyKind::None: ++at_; return make(first, ConstantExpr{Constant::None});
        case True: ++at_; return make(first, ConstantExpr{Constant::True});
        case False: ++at_; return make(first, ConstantExpr{Constant::False});
        case Ellipsis: ++at_; return make(first, ConstantExpr{Constant::Ellipsis});
        default: throw Abandon{};
    }
}

ExprId PythonParser::parenthesised() {
    const std::size_t first = at_;
    expect(LeftParen);
    return inParentheses(first, RightParen);
}

// After the bracket: a tuple, a generator, a yield, or one expression, whose span is its own.
ExprId PythonParser::inParentheses(std::size_t first, PyKind end) {
    const auto closed = [&](ExprId id) {
        bracketed_.resize(out_.ast.exprs.size());
        bracketed_[id.index()] = 1;
        return id;
    };
    if (take(end)) return closed(make(first, TupleExpr{}));
    if (at(Yield)) {
        const ExprId value = yields();
        expect(end);
        return closed(value);
    }
    const ExprId one = starNamedExpression();
    if (atComprehension()) return closed(comprehension(first, ComprehensionExpr::Kind::Generator, one, {}, end));
    if (!at(Comma)) {
        if (std::holds_alternative<StarredExpr>(out_.ast.exprs[one].node)) throw Abandon{};
        expect(end);
        return closed(one);
    }
    TupleExpr tuple{{one}};
    while (take(Comma) && !at(end)) tuple.items.push_back(starNamedExpression());
    expect(end);
    return closed(make(first, std::move(tuple)));
}

ExprId PythonParser::listDisplay() {
    const std::size_t first = at_;
    expect(LeftBracket);
    ListExpr list;
    while (!at(RightBracket)) {
        list.items.push_back(starNamedExpression());
        if (list.items.size() == 1 && atComprehension())
            return comprehension(first, ComprehensionExpr::Kind::List, list.items[0], {}, RightBracket);
        if (!take(Comma)) break;
    }
    expect(RightBracket);
    return make(first, std::move(list));
}

// A dict if its first item has a colon or two stars; {} is a dict.
ExprId PythonParser::braces() {
    const std::size_t first = at_;
    expect(LeftBrace);
    DictExpr dict;
    SetExpr set;
    while (!at(RightBrace)) {
        if (set.items.empty() && take(StarStar)) {
            dict.keys.emplace_back();
            dict.values.push_back(binary(1));
        } else {
            const ExprId item = !dict.keys.empty() ? expression() : starNamedExpression();
            const bool plain = !std::holds_alternative<StarredExpr>(out_.ast.exprs[item].node);
            if (set.items.empty() && plain && take(Colon)) {
                refuseBareAssignment(item);
                dict.keys.push_back(item);
                dict.values.push_back(expression());
                if (dict.keys.size() == 1 && atComprehension())
                    return comprehension(first, ComprehensionExpr::Kind::Dict, item, dict.values[0], RightBrace);
            } else {
                if (!dict.keys.empty()) throw Abandon{};
                set.items.push_back(item);
                if (set.items.size() == 1 && atComprehension())
                    return comprehension(first, ComprehensionExpr::Kind::Set, item, {}, RightBrace);
            }
        }
        if (!take(Comma)) break;
    }
    expect(RightBrace);
    return set.items.empty() ? make(first, std::move(dict)) : make(first, std::move(set));
}

bool PythonParser::atComprehension() const { return at(For) || (at(Async) && peek(1).kind == For); }

ExprId PythonParser::comprehension(std::size_t first, ComprehensionExpr::Kind kind, ExprId element, ExprId value, PyKind close) {
    if (std::holds_alternative<StarredExpr>(out_.ast.exprs[element].node)) throw Abandon{};
    bool async = false;
    ComprehensionExpr node{kind, element, value, generators(async)};
    expect(close);
    return async ? refuse(first, "asynchronous comprehension") : make(first, std::move(node));
}

std::vector<Generator> PythonParser::generators(bool& async) {
    std::vector<Generator> all;
    while (atComprehension()) {
        async = take(Async) || async;
        expect(For);
        Generator generator;
        generator.target = targets();
        expect(In);
        generator.iterable = disjunction();
        while (take(If)) generator.conditions.push_back(disjunction());
        all.push_back(std::move(generator));
    }
    return all;
}

// --- numbers ---

namespace {

// Digits of any base to decimal, nine at a time.
std::string toDecimal(std::string_view digits, unsigned base) {
    constexpr std::uint64_t kChunk = 1'000'000'000;
    std::vector<std::uint32_t> chunks{0};
    for (const char c : digits) {
        std::uint64_t carry = c <= '9' ? static_cast<std::uint64_t>(c - '0') : static_cast<std::uint64_t>((c | 0x20) - 'a' + 10);
        for (std::uint32_t& chunk : chunks) {
            carry += std::uint64_t{chunk} * base;
            chunk = static_cast<std::uint32_t>(carry % kChunk);
            carry /= kChunk;
        }
        if (carry != 0) chunks.push_back(static_cast<std::uint32_t>(carry));
    }
    std::string text = std::to_string(chunks.back());
    for (std::size_t i = chunks.size() - 1; i-- > 0;) {
        const std::string part = std::to_string(chunks[i]);
        text += std::string(9 - part.size(), '0') + part;
    }
    return text;
}

// from_chars tells too large and too small by the same error: the place of the first digit tells which.
double outOfRange(const std::string& text) {
    const std::size_t e = text.find_first_of("eE");
    const std::string mantissa = text.substr(0, e);
    long exponent = 0;
    if (e != std::string::npos) {
        const std::size_t begin = e + (text[e + 1] == '+' ? 2 : 1);
        const auto read = std::from_chars(text.data() + begin, text.data() + text.size(), exponent);
        if (read.ec == std::errc::result_out_of_range) exponent = text[begin] == '-' ? -1'000'000'000 : 1'000'000'000;
    }
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    const std::size_t digit = mantissa.find_first_of("123456789");
    if (digit == std::string::npos) return 0;
    return static_cast<long>(point) - static_cast<long>(digit) + exponent > 0 ? HUGE_VAL : 0;
}

}  // namespace

ExprId PythonParser::number() {
    const std::size_t first = at_;
    std::string text = textOf(peek());
    text.erase(std::remove(text.begin(), text.end(), '_'), text.end());
    ++at_;
    const char mark = text.size() > 1 && text[0] == '0' ? static_cast<char>(text[1] | 0x20) : '0';
    if (mark == 'x' || mark == 'o' || mark == 'b') {
        return make(first, IntegerExpr{toDecimal(std::string_view(text).substr(2), mark == 'x' ? 16 : mark == 'o' ? 8 : 2)});
    }
    if (text.back() == 'j' || text.back() == 'J') return refuse(first, "complex numbers");
    if (text.find_first_of(".eE") == std::string::npos) {
        const std::size_t digit = std::min(text.find_first_not_of('0'), text.size() - 1);
        if (text.size() - digit > kMaxDigits) throw Abandon{};
        return make(first, IntegerExpr{text.substr(digit)});
    }
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec == std::errc::result_out_of_range) value = outOfRange(text);
    return make(first, NumberExpr{value});
}

}  // namespace backstep
