// SPDX-License-Identifier: GPL-3.0-or-later
// Long because it is one grammar over one state: every level of precedence calls the next, and a fault leaves them all.
#include "engine/syntax/math_parser.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "engine/base/numbers.h"
#include "engine/syntax/functions.h"
#include "engine/text/lexer.h"

namespace backstep {
namespace {

using enum TokenKind;

// Thrown to leave a line that cannot be read further; the diagnostic is already noted. Never leaves this file.
struct Abandon {};

bool isComparison(TokenKind kind) { return kind >= Less && kind <= NotEqual; }
bool isPrefix(std::string_view name) {
    static const std::set<std::string_view> kPrefixes{"torch", "F", "np", "numpy", "math", "nn", "functional", "tf", "special"};
    return kPrefixes.contains(name);
}

// log_10, log_2, log_b: the base written as a subscript. Empty for any other name.
std::string_view logBase(std::string_view name) {
    return name.starts_with("log_") && name.size() > 4 && name != "log_base" ? name.substr(4) : std::string_view();
}

class MathParser {
public:
    explicit MathParser(const Source& source) : source_(source), lexed_(lexMath(source)) {
        out_.diagnostics = std::move(lexed_.diagnostics);
        collectNames();
    }

    Parsed run() {
        while (peek().kind != End) {
            if (take(Newline)) continue;
            try {
                line();
            } catch (const Abandon&) {
                while (peek().kind != Newline && peek().kind != End) ++at_;
            }
        }
        if (out_.ast.body.empty() && out_.diagnostics.empty()) report(DiagnosticKind::EmptyText, {0, 0}, {});
        return std::move(out_);
    }

private:
    const Source& source_;
    Tokens lexed_;
    std::size_t at_ = 0;
    int depth_ = 0;
    int bars_ = 0;                     // open | in the innermost bracket
    std::set<std::string> functions_;  // defined in the text
    std::set<std::string> variables_;  // parameters and names of lines
    Parsed out_;

    // --- tokens ---
    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const { return lexed_.tokens[std::min(at_ + ahead, lexed_.tokens.size() - 1)]; }
    const Token& next() { return lexed_.tokens[at_ + 1 < lexed_.tokens.size() ? at_++ : at_]; }
    bool take(TokenKind kind) {
        if (peek().kind != kind) return false;
        ++at_;
        return true;
    }
    [[nodiscard]] std::string textOf(Span span) const { return std::string(source_.slice(span)); }
    [[nodiscard]] std::string found() const {
        return peek().kind == End || peek().kind == Newline ? "" : textOf(peek().span).substr(0, 24);
    }

    void report(DiagnosticKind kind, Span span, std::vector<std::string> arguments, std::vector<Fix> fixes = {}) {
        out_.diagnostics.push_back({kind, span, std::move(arguments), std::move(fixes)});
    }
    [[noreturn]] void abandon(DiagnosticKind kind, Span span, std::vector<std::string> arguments, std::vector<Fix> fixes = {}) {
        report(kind, span, std::move(arguments), std::move(fixes));
        throw Abandon{};
    }
    template <class Node>
    ExprId make(Span span, Node node) {
        return out_.ast.exprs.add({span, std::move(node)});
    }
    [[nodiscard]] Span spanOf(ExprId id) const { return out_.ast.exprs[id].span; }

    // --- lines ---

    // Names that a line defines are known before it is read: σ(x) is a product where σ is a variable.
    void collectNames() {
        const auto& t = lexed_.tokens;
        for (std::size_t i = 0; i < t.size(); ++i) {
            if (t[i].kind != Name || (i > 0 && t[i - 1].kind != Newline)) continue;
            if (t[i + 1].kind == Equal) variables_.insert(t[i].name);
            if (const std::size_t end = definitionEnd(i); end > 0) {
                functions_.insert(t[i].name);
                for (std::size_t k = i + 2; k < end; ++k) {
                    if (t[k].kind == Name) variables_.insert(t[k].name);
                }
            }
        }
    }
    // The index of ')' in `name ( names ) =`; 0 where token i does not begin such a definition.
    [[nodiscard]] std::size_t definitionEnd(std::size_t i) const {
        const auto& t = lexed_.tokens;
        if (t[i].kind != Name || t[i + 1].kind != LeftParen) return 0;
        std::size_t k = i + 2;
        while (k < t.size() && (t[k].kind == Name || t[k].kind == Comma)) ++k;
        return k + 1 < t.size() && t[k].kind == RightParen && t[k + 1].kind == Equal ? k : 0;
    }

    void line() {
        const Token first = peek();
        depth_ = bars_ = 0;
        if (first.kind == Name && isDifferential(first.name) && peek(1).kind == Divide && peek(2).kind == Name &&
            isDifferential(peek(2).name)) {
            abandon(DiagnosticKind::DerivativeNotTyped, join(first.span, peek(2).span), {});
        }
        if (const std::size_t end = definitionEnd(at_); end > 0) {
            definition(end);
        } else if (first.kind == Name && peek(1).kind == Equal) {
            at_ += 2;
            const ExprId value = whole();
            add(join(first.span, spanOf(value)), AssignStmt{first.name, first.span, value});
        } else {
            const ExprId value = whole();
            if (peek().kind == Equal) abandon(DiagnosticKind::BadAssignmentTarget, spanOf(value), {textOf(spanOf(value))});
            add(spanOf(value), ExpressionStmt{value});
        }
    }

    // d, dx, dy, dθ: as in d/dx and dy/dx.
    static bool isDifferential(const std::string& name) {
        std::size_t at = 1;
        if (name[0] != 'd') return false;
        if (at < name.size()) static_cast<void>(decodeUtf8(name, at));
        return at == name.size();
    }

    void definition(std::size_t end) {
        const Token name = peek();
        FunctionStmt function{name.name, name.span, {}, {}};
        for (std::size_t k = at_ + 2; k < end; ++k) {
            const Token& t = lexed_.tokens[k];
            if (t.kind != Name) continue;
            const auto& known = function.parameters;
            if (std::find(known.begin(), known.end(), t.name) != known.end()) report(DiagnosticKind::RepeatedParameter, t.span, {t.name});
            else function.parameters.push_back(t.name);
        }
        at_ = end + 2;
        function.body = whole();
        const Span span = join(name.span, spanOf(function.body));
        add(span, std::move(function));
    }

    template <class Node>
    void add(Span span, Node node) {
        out_.ast.body.push_back(out_.ast.stmts.add({span, std::move(node)}));
    }

    // An expression that must reach the end of its line.
    ExprId whole() {
        const ExprId value = expression();
        const Token& rest = peek();
        if (rest.kind == End || rest.kind == Newline || rest.kind == Equal) return value;
        if (rest.kind == RightParen || rest.kind == RightBracket || rest.kind == RightBrace || rest.kind == Bar) {
            abandon(DiagnosticKind::NotOpened, rest.span, {textOf(rest.span)}, {{rest.span, ""}});
        }
        if (rest.kind == Unknown) throw Abandon{};  // the lexer has said it
        abandon(DiagnosticKind::OperatorExpected, rest.span, {found()});
    }

    // --- expressions, weakest binding first ---

    struct Deeper {
        MathParser& parser;
        Deeper(MathParser& p, Span span) : parser(p) {
            if (++p.depth_ > kMaxNesting) p.abandon(DiagnosticKind::TooDeep, span, {std::to_string(kMaxNesting)});
        }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;
        ~Deeper() { --parser.depth_; }
    };

    ExprId expression() {
        const ExprId value = disjunction();
        if (!(peek().kind == If && !insideBraces_)) return value;
        next();
        const ExprId condition = disjunction();
        if (!take(Else) && !take(Otherwise)) abandon(DiagnosticKind::OtherwiseMissing, join(spanOf(value), spanOf(condition)), {});
        const Deeper deeper(*this, peek().span);
        const ExprId other = expression();
        return make(join(spanOf(value), spanOf(other)), ConditionalExpr{condition, value, other});
    }

    ExprId disjunction() {
        ExprId left = conjunction();
        while (take(Or)) {
            const ExprId right = conjunction();
            left = make(join(spanOf(left), spanOf(right)), BoolExpr{BoolOp::Or, left, right});
        }
        return left;
    }
    ExprId conjunction() {
        ExprId left = negation();
        while (take(And)) {
            const ExprId right = negation();
            left = make(join(spanOf(left), spanOf(right)), BoolExpr{BoolOp::And, left, right});
        }
        return left;
    }
    ExprId negation() {
        if (peek().kind != Not) return comparison();
        const Span span = next().span;
        const Deeper deeper(*this, span);
        const ExprId operand = negation();
        return make(join(span, spanOf(operand)), UnaryExpr{UnaryOp::Not, operand});
    }
    ExprId comparison() {
        const ExprId first = sum();
        if (!isComparison(peek().kind)) return first;
        CompareExpr chain{first, {}, {}};
        while (isComparison(peek().kind)) {
            const TokenKind kind = next().kind;
            chain.ops.push_back(static_cast<CompareOp>(static_cast<int>(kind) - static_cast<int>(Less)));
            chain.rest.push_back(sum());
        }
        const Span span = join(spanOf(first), spanOf(chain.rest.back()));
        return make(span, std::move(chain));
    }

    ExprId sum() {
        ExprId left = product();
        while (peek().kind == Plus || peek().kind == Minus) {
            const BinaryOp op = next().kind == Plus ? BinaryOp::Add : BinaryOp::Subtract;
            const ExprId right = product();
            left = make(join(spanOf(left), spanOf(right)), BinaryExpr{op, left, right});
        }
        return left;
    }

    ExprId product() {
        ExprId left = unary();
        bool divided = false;
        while (true) {
            const TokenKind kind = peek().kind;
            if (kind == Times || kind == Divide) {
                next();
                const ExprId right = unary();
                left =
                    make(join(spanOf(left), spanOf(right)), BinaryExpr{kind == Times ? BinaryOp::Multiply : BinaryOp::Divide, left, right});
                divided = kind == Divide;
            } else if (startsFactor()) {
                if (divided) left = ambiguousProduct(left);
                divided = false;
                if (!startsFactor()) continue;
                const ExprId right = power();
                left = make(join(spanOf(left), spanOf(right)), BinaryExpr{BinaryOp::Multiply, left, right});
            } else {
                return left;
            }
        }
    }

    // 1/2x: is it (1/2)·x or 1/(2x)? The person must say, once for all the factors that follow.
    ExprId ambiguousProduct(ExprId left) {
        const BinaryExpr division = *out_.ast.as<BinaryExpr>(left);
        const std::string above = textOf(spanOf(division.left));
        const std::string below = textOf(spanOf(division.right));
        const std::uint32_t begin = peek().span.begin;
        while (startsFactor()) {
            const ExprId right = power();
            left = make(join(spanOf(left), spanOf(right)), BinaryExpr{BinaryOp::Multiply, left, right});
        }
        const Span all = spanOf(left);
        const std::string factor = textOf({begin, all.end});
        const std::string first = "(" + above + "/" + below + ")*" + factor;
        const std::string second = above + "/(" + below + "*" + factor + ")";
        report(DiagnosticKind::AmbiguousProduct, all, {textOf(all), first, second}, {{all, first}, {all, second}});
        return left;
    }

    // What may stand beside a factor and multiply it. After a number another number may not: 2 3 is a slip.
    [[nodiscard]] bool startsFactor() const {
        switch (peek().kind) {
            case Name:
            case LeftParen:
            case LeftBracket:
            case Root:
            case CubeRoot: return true;
            case Bar: return bars_ == 0;
            default: return false;
        }
    }

    ExprId unary() {
        // Signs in a row are read in a loop, so that a thousand of them are no deeper than one.
        std::vector<Span> minuses;
        while (peek().kind == Minus || peek().kind == Plus) {
            const Token& sign = next();
            if (sign.kind == Minus) minuses.push_back(sign.span);
            if (minuses.size() > static_cast<std::size_t>(kMaxNesting))
                abandon(DiagnosticKind::TooDeep, sign.span, {std::to_string(kMaxNesting)});
        }
        ExprId value = power();
        for (; !minuses.empty(); minuses.pop_back()) {
            value = make(join(minuses.back(), spanOf(value)), UnaryExpr{UnaryOp::Minus, value});
        }
        return value;
    }

    ExprId power() { return raised(atom()); }

    // `base` with the exponents that follow it.
    ExprId raised(ExprId base) {
        if (peek().kind == Superscript) {
            const Token& token = next();
            const ExprId exponent = make(token.span, NumberExpr{token.number});
            return raised(make(join(spanOf(base), token.span), BinaryExpr{BinaryOp::Power, base, exponent}));
        }
        if (peek().kind != Power) return base;
        next();
        const ExprId exponent = exponentAfterCaret();
        return make(join(spanOf(base), spanOf(exponent)), BinaryExpr{BinaryOp::Power, base, exponent});
    }
    ExprId exponentAfterCaret() {
        const Deeper deeper(*this, peek().span);
        return isBraceGroup() ? bracketed(RightBrace) : unary();
    }
    // x^{10} as TeX writes it: braces without a condition in them only hold together.
    [[nodiscard]] bool isBraceGroup() const {
        if (peek().kind != LeftBrace) return false;
        int open = 0;
        for (std::size_t ahead = 0;; ++ahead) {
            switch (peek(ahead).kind) {
                case LeftBrace: ++open; break;
                case RightBrace:
                    if (--open == 0) return true;
                    break;
                case If:
                case Otherwise:
                case Newline:
                case End: return false;
                default: break;
            }
        }
    }

    // --- atoms ---

    bool insideBraces_ = false;

    ExprId atom() {
        const Token token = peek();
        switch (token.kind) {
            case Number: return next(), afterNumber(make(token.span, NumberExpr{token.number}));
            case Name: return name();
            case LeftParen: return bracketed(RightParen);
            case LeftBracket: return bracketed(RightBracket);
            case LeftBrace: return piecewise();
            case Bar: return absolute();
            case Root:
            case CubeRoot: return root();
            case Unknown: throw Abandon{};  // the lexer has said it
            case Equal:
                if (depth_ > 0 || insideBraces_) abandon(DiagnosticKind::AssignInCondition, token.span, {}, {{token.span, "=="}});
                [[fallthrough]];
            default: abandon(DiagnosticKind::OperandExpected, where(token), {found()});
        }
    }
    // At the end of the text the caret stands just before it, on the last thing written.
    [[nodiscard]] Span where(const Token& token) const {
        if ((token.kind != End && token.kind != Newline) || at_ == 0) return token.span;
        return lexed_.tokens[at_ - 1].span;
    }

    ExprId afterNumber(ExprId number) {
        if (peek().kind == Number) abandon(DiagnosticKind::OperatorExpected, peek().span, {found()});
        return number;
    }

    ExprId close(const Token& open, TokenKind wanted, ExprId inside) {
        if (peek().kind == Equal) abandon(DiagnosticKind::AssignInCondition, peek().span, {}, {{peek().span, "=="}});
        if (peek().kind != wanted) notClosed(open);
        const Token& closing = next();
        out_.ast.exprs[inside].span = join(open.span, closing.span);
        return inside;
    }
    [[noreturn]] void notClosed(const Token& open) {
        const TokenKind kind = peek().kind;
        if (kind == RightParen || kind == RightBracket || kind == RightBrace) {
            abandon(DiagnosticKind::BracketMismatch, peek().span, {found(), textOf(open.span)});
        }
        if (kind == End || kind == Newline) abandon(DiagnosticKind::NeverClosed, open.span, {textOf(open.span)});
        if (kind == Unknown) throw Abandon{};
        abandon(DiagnosticKind::OperatorExpected, peek().span, {found()});
    }

    ExprId bracketed(TokenKind closing) {
        const Token open = next();
        const Deeper deeper(*this, open.span);
        const int bars = std::exchange(bars_, 0);
        const bool braces = std::exchange(insideBraces_, false);
        const ExprId inside = expression();
        bars_ = bars;
        insideBraces_ = braces;
        return close(open, closing, inside);
    }

    ExprId absolute() {
        const Token open = next();
        const Deeper deeper(*this, open.span);
        ++bars_;
        const ExprId inside = sum();
        --bars_;
        if (peek().kind != Bar) notClosed(open);
        const Token& closing = next();
        const Span span = join(open.span, closing.span);
        return call(span, open.span, "abs", {inside});
    }

    // √ covers the one thing that follows: √x·y is (√x)·y. What √x^2 covers, the person must say.
    ExprId root() {
        const Token sign = next();
        const Deeper deeper(*this, sign.span);
        const bool bracket = peek().kind == LeftParen || peek().kind == LeftBracket;
        const ExprId inside = peek().kind == Name && isFunctionName(peek().name) ? power() : atom();
        const char* function = sign.kind == Root ? "sqrt" : "cbrt";
        if (!bracket && (peek().kind == Power || peek().kind == Superscript)) {
            const Span base = join(sign.span, spanOf(inside));
            const std::string under = textOf(spanOf(inside));
            const Token mark = next();
            const ExprId exponent = mark.kind == Power ? exponentAfterCaret() : make(mark.span, NumberExpr{mark.number});
            const Span all = join(base, spanOf(exponent));
            const std::string tail = textOf({base.end, all.end});
            const std::string sqrt = textOf(sign.span);
            report(DiagnosticKind::AmbiguousRoot, all, {textOf(all), sqrt + "(" + under + tail + ")", "(" + textOf(base) + ")" + tail},
                   {{all, sqrt + "(" + under + tail + ")"}, {all, "(" + textOf(base) + ")" + tail}});
        }
        return call(join(sign.span, spanOf(inside)), sign.span, function, {inside});
    }

    // {x^2 if x > 0, -x otherwise}
    ExprId piecewise() {
        const Token open = next();
        const Deeper deeper(*this, open.span);
        const int bars = std::exchange(bars_, 0);
        std::vector<std::pair<ExprId, ExprId>> pieces;
        ExprId otherwise;
        while (!otherwise.valid()) {
            while (take(Newline)) {
            }
            insideBraces_ = true;
            const ExprId value = disjunction();
            insideBraces_ = false;
            if (take(If)) {
                pieces.emplace_back(value, disjunction());
                if (peek().kind == Else) otherwise = (next(), expression());
            } else if (take(Otherwise) || take(Else) || !pieces.empty()) {
                otherwise = value;
            } else {
                abandon(DiagnosticKind::ConditionExpected, spanOf(value), {});
            }
            while (take(Comma) || take(Newline)) {
            }
            if (peek().kind == RightBrace && !otherwise.valid())
                abandon(DiagnosticKind::OtherwiseMissing, join(open.span, peek().span), {});
        }
        bars_ = bars;
        if (peek().kind != RightBrace) notClosed(open);
        const Span span = join(open.span, next().span);
        for (; !pieces.empty(); pieces.pop_back()) {
            otherwise = make(span, ConditionalExpr{pieces.back().second, pieces.back().first, otherwise});
        }
        return otherwise;
    }

    // --- names and calls ---

    [[nodiscard]] bool isFunctionName(const std::string& name) const {
        if (functions_.contains(name)) return true;
        if (variables_.contains(name)) return false;
        // σ is a function only where something is applied to it.
        if (name == "σ") return peek(1).kind == LeftParen || peek(1).kind == Power || peek(1).kind == Superscript;
        return findFunction(name) != nullptr || !logBase(name).empty() || isPrefix(name);
    }

    ExprId name() {
        Token token = peek();
        if (isPrefix(token.name) && peek(1).kind == Dot) {
            const Span begin = token.span;
            while (isPrefix(peek().name) && peek(1).kind == Dot && peek(2).kind == Name) at_ += 2;
            token = peek();
            token.span = join(begin, token.span);
            double ignored = 0;
            if (isConstantName(token.name, ignored)) return next(), make(token.span, NameExpr{token.name});
            return next(), application(token);
        }
        if (isFunctionName(token.name)) return next(), application(token);
        next();
        if (peek().kind == LeftParen && !variables_.contains(token.name)) unknownCall(token);
        return make(token.span, NameExpr{token.name});
    }

    // x(x + 1) multiplies a variable; sinn(x) and foo(1, 2) are calls of what is not there.
    void unknownCall(const Token& token) {
        std::vector<std::string> names = functionNames();
        names.insert(names.end(), functions_.begin(), functions_.end());
        // f(x) and g(x) are calls even where nobody has defined them; h(x + 1), a(x + 1) are products.
        const bool calls = (token.name == "f" || token.name == "g") && !lineHas(Equal) && !lineHas(Unknown);  // f(2) = 3 has another fault
        const bool variable = (token.name.size() == 1 && !calls) || token.name.find('_') == 1;
        double ignored = 0;
        if (variable || isConstantName(token.name, ignored) || (static_cast<unsigned char>(token.name[0]) >= 0x80)) return;
        std::string near = inSmallLetters(token.name);
        if (near.empty()) near = withGaps(token.name);  // xln(x)
        if (near.empty() && token.name.size() > 1) near = nearest(token.name, names);
        if (near.empty() && token.name.size() == 2) near = withOneMore(token.name, names);
        abandon(DiagnosticKind::UnknownFunction, token.span, {token.name.substr(0, 40), near},
                near.empty() ? std::vector<Fix>{} : std::vector<Fix>{{token.span, near}});
    }

    // sn is sin with a letter forgotten; of two letters no more can be guessed.
    static std::string withOneMore(const std::string& two, std::vector<std::string> names) {
        names.insert(names.begin(), {"sin", "cos", "tan", "log", "exp"});  // sooner than sgn and cot
        const auto found = std::find_if(names.begin(), names.end(), [&](const std::string& n) {
            return n.size() == 3 && n[0] == two[0] && (n[1] == two[1] || n[2] == two[1]);
        });
        return found == names.end() ? std::string() : *found;
    }

    [[nodiscard]] bool lineHas(TokenKind kind) const {
        for (std::size_t ahead = 0;; ++ahead) {
            const TokenKind found = peek(ahead).kind;
            if (found == kind) return true;
            if (found == Newline || found == End) return false;
        }
    }

    ExprId application(const Token& function) {
        const ExprId raise = exponentOnName(function);
        std::vector<ExprId> arguments;
        Span span = function.span;
        Span bare;  // of an argument without parentheses
        const bool bracket = peek().kind == LeftParen;
        if (bracket) {
            arguments = argumentList(span);
        } else if (startsArgument()) {
            arguments.push_back(bareArgument());
            bare = spanOf(arguments.back());
            span = join(span, bare);
        } else {
            abandon(DiagnosticKind::FunctionWithoutArgument, function.span, {function.name.substr(0, 40)});
        }
        const bool inverse = raise.valid() && isMinusOne(raise);
        const ExprId value = call(span, function.span, inverse ? inverseOf(function) : function.name, std::move(arguments));
        const ExprId result = !raise.valid() || inverse ? value : make(span, BinaryExpr{BinaryOp::Power, value, raise});
        const bool touches = (peek().kind == LeftParen || peek().kind == LeftBracket) && !peek().spaceBefore;
        return bare.empty() || !touches ? result : ambiguousArgument(result, bare);
    }

    // sin 2(x+1): is it sin(2(x+1)) or sin(2)·(x+1)? The person must say.
    ExprId ambiguousArgument(ExprId applied, Span argument) {
        const std::uint32_t begin = spanOf(applied).begin;
        std::string function = textOf({begin, argument.begin});
        while (!function.empty() && function.back() == ' ') function.pop_back();
        const ExprId factor = power();
        const Span all{begin, spanOf(factor).end};
        const std::string first = function + "(" + textOf({argument.begin, all.end}) + ")";
        const std::string second = function + "(" + textOf(argument) + ")*" + textOf(spanOf(factor));
        report(DiagnosticKind::AmbiguousProduct, all, {textOf(all), first, second}, {{all, first}, {all, second}});
        return make(all, BinaryExpr{BinaryOp::Multiply, applied, factor});
    }

    // sin²(x), sin^2(x), sin^(-1)(x): the exponent between a function's name and its argument.
    ExprId exponentOnName(const Token& function) {
        if (peek().kind == Superscript) {
            const Token& token = next();
            return make(token.span, NumberExpr{token.number});
        }
        if (peek().kind != Power) return {};
        next();
        const Deeper deeper(*this, function.span);
        if (peek().kind == Minus && peek(1).kind == Number) {
            const Span minus = next().span;
            const Token number = next();
            return make(join(minus, number.span), UnaryExpr{UnaryOp::Minus, make(number.span, NumberExpr{number.number})});
        }
        if (peek().kind == Number) {  // sin^2 2x: what follows is the argument
            const Token number = next();
            return make(number.span, NumberExpr{number.number});
        }
        return isBraceGroup() ? bracketed(RightBrace) : atom();
    }
    [[nodiscard]] bool isMinusOne(ExprId id) const {
        if (const auto* number = out_.ast.as<NumberExpr>(id)) return number->value == -1;
        const auto* minus = out_.ast.as<UnaryExpr>(id);
        const auto* one = minus != nullptr ? out_.ast.as<NumberExpr>(minus->operand) : nullptr;
        return one != nullptr && one->value == 1;
    }
    std::string inverseOf(const Token& function) {
        for (const auto* name : {"sin", "cos", "tan", "sinh", "cosh", "tanh"}) {
            if (function.name == name) return std::string("a") + name;
        }
        abandon(DiagnosticKind::UnknownFunction, function.span, {function.name + "⁻¹", ""});
    }

    std::vector<ExprId> argumentList(Span& span) {
        const Token open = next();
        const Deeper deeper(*this, open.span);
        const int bars = std::exchange(bars_, 0);
        const bool braces = std::exchange(insideBraces_, false);
        std::vector<ExprId> arguments;
        while (peek().kind != RightParen) {
            arguments.push_back(expression());
            if (!take(Comma)) break;
        }
        bars_ = bars;
        insideBraces_ = braces;
        if (peek().kind == Equal) abandon(DiagnosticKind::AssignInCondition, peek().span, {}, {{peek().span, "=="}});
        if (peek().kind != RightParen) notClosed(open);
        span = join(span, next().span);
        return arguments;
    }

    [[nodiscard]] bool startsArgument() const {
        const TokenKind kind = peek().kind;
        return kind == Number || kind == Name || kind == Root || kind == CubeRoot || kind == Minus || kind == LeftBracket ||
               kind == LeftBrace || (kind == Bar && bars_ == 0);
    }

    // What a function without parentheses takes: factors side by side, up to the next function or bracket.
    ExprId bareArgument() {
        const Deeper deeper(*this, peek().span);
        if (peek().kind == Minus) {
            const Span minus = next().span;
            const ExprId operand = bareArgument();
            return make(join(minus, spanOf(operand)), UnaryExpr{UnaryOp::Minus, operand});
        }
        ExprId left = power();
        while (peek().kind == Name && !isFunctionName(peek().name)) {
            const ExprId right = power();
            left = make(join(spanOf(left), spanOf(right)), BinaryExpr{BinaryOp::Multiply, left, right});
        }
        return left;
    }

    ExprId call(Span span, Span nameSpan, const std::string& name, std::vector<ExprId> arguments) {
        if (const std::string_view base = logBase(name); !base.empty() && !functions_.contains(name)) {
            return logarithm(span, nameSpan, std::string(base), std::move(arguments));
        }
        if (!functions_.contains(name)) checkArguments(span, nameSpan, name, arguments.size());
        return make(span, CallExpr{make(nameSpan, NameExpr{name}), std::move(arguments), {}});
    }
    ExprId logarithm(Span span, Span nameSpan, const std::string& base, std::vector<ExprId> arguments) {
        if (base == "10") return call(span, nameSpan, "log10", std::move(arguments));
        if (base == "2") return call(span, nameSpan, "log2", std::move(arguments));
        if (base == "e") return call(span, nameSpan, "log", std::move(arguments));
        const bool digits = base.find_first_not_of("0123456789") == std::string::npos;
        arguments.push_back(digits ? baseNumber(nameSpan, base) : make(nameSpan, NameExpr{base}));
        if (arguments.size() != 2)
            abandon(DiagnosticKind::WrongArgumentCount, span, {"log_" + base, "1", std::to_string(arguments.size() - 1)});
        return make(span, CallExpr{make(nameSpan, NameExpr{"log_base"}), std::move(arguments), {}});
    }
    ExprId baseNumber(Span span, const std::string& digits) {
        const auto value = parseNumber(digits);
        if (!value || std::isinf(*value)) report(DiagnosticKind::NumberTooLarge, span, {digits.substr(0, 24)});
        return make(span, NumberExpr{value.value_or(HUGE_VAL)});
    }
    void checkArguments(Span span, Span nameSpan, const std::string& name, std::size_t given) {
        const FunctionInfo* info = findFunction(name);
        if (info == nullptr) {
            const std::string near = nearest(name, functionNames());
            abandon(DiagnosticKind::UnknownFunction, nameSpan, {name.substr(0, 40), near},
                    near.empty() ? std::vector<Fix>{} : std::vector<Fix>{{nameSpan, near}});
        }
        const auto least = static_cast<std::size_t>(info->least);
        const auto most = static_cast<std::size_t>(info->most);
        if (given < least || given > most) {
            abandon(DiagnosticKind::WrongArgumentCount, span, {name, std::to_string(given < least ? least : most), std::to_string(given)});
        }
    }
};

}  // namespace

Parsed parseMath(const Source& source) {
    std::size_t characters = 0;
    for (const char c : source.text()) characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80 ? 1U : 0U;
    if (characters > kMaxFunctionText) {
        std::uint32_t at = 0;
        for (std::size_t seen = 0; seen < kMaxFunctionText; ++at)
            seen += (static_cast<unsigned char>(source.text()[at]) & 0xC0U) != 0x80 ? 1U : 0U;
        return {{}, {{DiagnosticKind::TextTooLong, {at, at + 1}, {std::to_string(kMaxFunctionText)}, {}}}};
    }
    return MathParser(source).run();
}

}  // namespace backstep
