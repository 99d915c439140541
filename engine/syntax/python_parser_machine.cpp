// SPDX-License-Identifier: GPL-3.0-or-later
// Long because it is one machine: its instructions, what comes of an alternative, and the faults among that.
#include "engine/syntax/python_parser_machine.h"

#include <algorithm>

#include "engine/syntax/python_parser.h"
#include "engine/syntax/python_parser_faults.h"
#include "engine/syntax/python_parser_strings.h"

namespace backstep {
namespace {

using Op = Instruction::Op;

constexpr std::size_t kMaxSteps = 30'000'000;  // some faulty texts make trying take exponentially long

const char* nameOf(NodeKind kind) {
    switch (kind) {
        case NodeKind::Name: return "name";
        case NodeKind::Literal: return "literal";
        case NodeKind::FormattedText: return "f-string expression";
        case NodeKind::True: return "True";
        case NodeKind::False: return "False";
        case NodeKind::None: return "None";
        case NodeKind::Ellipsis: return "ellipsis";
        case NodeKind::Attribute: return "attribute";
        case NodeKind::Subscript: return "subscript";
        case NodeKind::Starred: return "starred";
        case NodeKind::List: return "list";
        case NodeKind::Tuple: return "tuple";
        case NodeKind::Lambda: return "lambda";
        case NodeKind::Call: return "function call";
        case NodeKind::Comparison: return "comparison";
        case NodeKind::Conditional: return "conditional expression";
        case NodeKind::Named: return "named expression";
        case NodeKind::Generator: return "generator expression";
        case NodeKind::Yield: return "yield expression";
        case NodeKind::Await: return "await expression";
        case NodeKind::ListComprehension: return "list comprehension";
        case NodeKind::SetComprehension: return "set comprehension";
        case NodeKind::DictComprehension: return "dict comprehension";
        case NodeKind::Dict: return "dict literal";
        case NodeKind::Set: return "set display";
        case NodeKind::Operation:
        case NodeKind::Other:
        case NodeKind::Sequence:
        case NodeKind::Token:
        case NodeKind::Keyword:
        case NodeKind::Unpacking:
        case NodeKind::Keywords:
        case NodeKind::Containment: return "expression";
    }
    return "expression";
}

}  // namespace

// --- running ---

bool FaultMachine::read(std::uint32_t rule, std::size_t from, bool seekFaults) {
    for (std::vector<Memo>& memo : memo_) memo.clear();
    nodes_.assign(1, {});
    frames_.clear(), values_.clear(), lists_.clear();
    position_ = static_cast<std::uint32_t>(from), call_ = kNone, forgotten_ = from;
    seekFaults_ = seekFaults;
    bool failed = false;
    address_ = static_cast<std::uint32_t>(grammar_.code.size());
    call(rule, failed);
    for (std::size_t steps = 0; call_ != kNone; ++steps) {
        if (steps > kMaxSteps) return false;
        if (!step() && !recover()) return false;
    }
    return true;
}

const PyToken& FaultMachine::look() {
    const PyToken& token = tokens_[std::min<std::size_t>(position_, tokens_.size() - 1)];
    furthest_ = std::max<std::size_t>(furthest_, std::min<std::size_t>(position_, tokens_.size() - 1));
    if (token.kind == PyKind::Fault && lexFault_) throw Raised{lexFault_->fault, true};
    return token;
}

FaultMachine::NodeRef FaultMachine::add(NodeKind kind, std::uint32_t first, std::uint32_t last, std::vector<NodeRef> children) {
    nodes_.push_back({kind, first, last, std::move(children)});
    return static_cast<NodeRef>(nodes_.size() - 1);
}

void FaultMachine::pushToken() {
    const PyKind kind = tokens_[position_].kind;
    const NodeKind node = kind == PyKind::Name ? NodeKind::Name : kind == PyKind::Number ? NodeKind::Literal : NodeKind::Token;
    values_.push_back(add(node, position_, position_));
    ++position_;
}

bool FaultMachine::step() {
    const Instruction i = grammar_.code[address_++];
    switch (i.op) {
        case Op::Token:
            if (look().kind != static_cast<PyKind>(i.value)) return false;
            if (look().kind == PyKind::Number) number(look());
            pushToken();
            return true;
        case Op::SoftWord:
            if (look().kind != PyKind::Name || textOf(look()) != grammar_.words[i.value]) return false;
            pushToken();
            return true;
        case Op::SoftAny: {
            // CPython compares only as many letters as the name has: c is taken for case, m for match.
            const std::string_view word = textOf(look());
            if (look().kind != PyKind::Name ||
                (word != "_" && !std::string_view("case").starts_with(word) && !std::string_view("match").starts_with(word)))
                return false;
            pushToken();
            return true;
        }
        case Op::Demand:
            if (look().kind != static_cast<PyKind>(i.value)) {
                throw Raised{at(position_, position_, "expected '" + std::string(spellingOf(static_cast<PyKind>(i.value))) + "'")};
            }
            pushToken();
            return true;
        case Op::Seek:
        case Op::Call: {
            if (i.op == Op::Seek && !seekFaults_) return false;
            bool failed = false;
            call(i.value, failed);
            return !failed;
        }
        case Op::Reduce: return reduce(grammar_.actions[i.value]);
        case Op::Choice:
            frames_.push_back({i.value, kChoice, position_, static_cast<std::uint32_t>(values_.size()),
                               static_cast<std::uint32_t>(lists_.size()), kNone, false});
            return true;
        case Op::Commit:
            frames_.pop_back();
            address_ = i.value;
            return true;
        case Op::PartialCommit:
            frames_.back().position = position_;
            frames_.back().values = static_cast<std::uint32_t>(values_.size());
            address_ = i.value;
            if (frames_.size() <= 4) forget();
            return true;
        case Op::BackCommit:
            position_ = frames_.back().position;
            values_.resize(frames_.back().values);
            frames_.pop_back();
            address_ = i.value;
            return true;
        case Op::FailTwice: frames_.pop_back(); return false;
        case Op::Fail: return false;
        case Op::Cut: frames_.pop_back(); return true;
        case Op::PushNothing: values_.push_back(0); return true;
        case Op::ListBegin: lists_.push_back(static_cast<std::uint32_t>(values_.size())); return true;
        case Op::ListEnd: endList(); return true;
        case Op::Drop: values_.pop_back(); return true;
    }
    return false;
}

void FaultMachine::call(std::uint32_t rule, bool& failed) {
    const GrammarRule& callee = grammar_.rules[rule];
    if (callee.memo) {
        look();
        for (const Memo& memo : memo_[std::min<std::size_t>(position_, memo_.size() - 1)]) {
            if (memo.rule != rule) continue;
            failed = memo.end == kFailed;
            if (failed) return;
            position_ = memo.end;
            values_.push_back(memo.node);
            return;
        }
    }
    frames_.push_back({address_, rule, position_, static_cast<std::uint32_t>(values_.size()), static_cast<std::uint32_t>(lists_.size()),
                       call_, seekFaults_});
    call_ = static_cast<std::uint32_t>(frames_.size() - 1);
    if (callee.quiet) seekFaults_ = false;
    address_ = callee.entry;
}

// Back to the last alternative that was left open; false if there is none.
bool FaultMachine::recover() {
    while (!frames_.empty()) {
        const Frame frame = frames_.back();
        frames_.pop_back();
        values_.resize(frame.values);
        lists_.resize(frame.lists);
        position_ = frame.position;
        if (frame.rule == kChoice) {
            address_ = frame.address;
            return true;
        }
        call_ = frame.caller;
        seekFaults_ = frame.seekFaults;
        if (grammar_.rules[frame.rule].memo) memo_[std::min<std::size_t>(position_, memo_.size() - 1)].push_back({frame.rule, kFailed, 0});
    }
    return false;
}

void FaultMachine::returnWith(NodeRef node) {
    const Frame frame = frames_[call_];
    frames_.resize(call_);
    values_.resize(frame.values);
    lists_.resize(frame.lists);
    values_.push_back(node);
    address_ = frame.address;
    call_ = frame.caller;
    seekFaults_ = frame.seekFaults;
    if (grammar_.rules[frame.rule].memo)
        memo_[std::min<std::size_t>(frame.position, memo_.size() - 1)].push_back({frame.rule, position_, node});
}

void FaultMachine::endList() {
    std::vector<NodeRef> items(values_.begin() + lists_.back(), values_.end());
    values_.resize(lists_.back());
    lists_.pop_back();
    items.erase(std::remove(items.begin(), items.end(), 0U), items.end());
    const std::uint32_t first = items.empty() ? position_ : nodes_[items.front()].first;
    const std::uint32_t last = items.empty() ? position_ : nodes_[items.back()].last;
    values_.push_back(add(NodeKind::Sequence, first, last, std::move(items)));
}

// After a statement of the outermost level nothing before it is looked at again.
void FaultMachine::forget() {
    for (std::size_t i = forgotten_; i <= furthest_; ++i) std::vector<Memo>().swap(memo_[i]);
    forgotten_ = position_;
    std::fill(values_.begin(), values_.end(), 0U);
    nodes_.resize(1);
}

// --- nodes ---

bool FaultMachine::reduce(const Action& action) {
    const std::uint32_t base = frames_[call_].values;
    if (action.kind >= Action::Kind::At) {
        if (seek(action, base)) return true;
        // Nothing to say: the rule has failed, whatever its other alternatives are.
        while (frames_.size() > call_ + 1) frames_.pop_back();
        return false;
    }
    returnWith(built(action, base));
    return true;
}

FaultMachine::NodeRef FaultMachine::sequenceOf(std::uint32_t base) {
    std::vector<NodeRef> children;
    for (std::size_t i = base; i < values_.size(); ++i) {
        if (values_[i] != 0 && nodes_[values_[i]].kind != NodeKind::Token) children.push_back(values_[i]);
    }
    std::uint32_t last = std::max(position_, frames_[call_].position + 1) - 1;
    while (last > frames_[call_].position && !tokens_[last].placed()) --last;
    if (last > frames_[call_].position && tokens_[last].kind == PyKind::Newline) --last;
    return add(NodeKind::Other, frames_[call_].position, last, std::move(children));
}

FaultMachine::NodeRef FaultMachine::built(const Action& action, std::uint32_t base) {
    const auto value = [&](int index) { return values_[base + static_cast<std::size_t>(index)]; };
    const auto whole = [&](NodeKind kind) {
        const NodeRef id = sequenceOf(base);
        nodes_[id].kind = kind;
        return id;
    };
    switch (action.kind) {
        case Action::Kind::Default: return values_.size() == base + 1 ? values_.back() : whole(NodeKind::Other);
        case Action::Kind::Build: {
            const NodeRef id = whole(action.node);
            // The items of `a, b` or `[a, b]` are the node's own children.
            std::vector<NodeRef> flat;
            const auto flatten = [&](const auto& self, NodeRef child) -> void {
                const bool inner = nodes_[child].kind == NodeKind::Sequence || nodes_[child].kind == NodeKind::Other;
                if (!inner) return flat.push_back(child);
                for (const NodeRef c : nodes_[child].children) self(self, c);
            };
            for (const NodeRef child : nodes_[id].children) flatten(flatten, child);
            nodes_[id].children = std::move(flat);
            return id;
        }
        case Action::Kind::Same: return value(action.a);
        case Action::Kind::Chain: return nodes_[values_.back()].children.empty() ? value(0) : whole(NodeKind::Operation);
        case Action::Kind::Trailers: {
            const std::vector<NodeRef>& trailers = nodes_[values_.back()].children;
            return trailers.empty() ? value(0) : whole(nodes_[trailers.back()].kind);
        }
        case Action::Kind::Strings: return strings(base);
        case Action::Kind::Arguments: {
            // Children: what is passed by position, in Python's order; last, and only if there are any, the keywords.
            const NodeRef id = whole(NodeKind::Call);
            std::vector<NodeRef> positional, named;
            const auto sort = [&](const auto& self, NodeRef child) -> void {
                const NodeKind kind = nodes_[child].kind;
                if (kind == NodeKind::Sequence || kind == NodeKind::Other || kind == NodeKind::Keywords) {
                    for (const NodeRef c : nodes_[child].children) self(self, c);
                } else {
                    (kind == NodeKind::Keyword || kind == NodeKind::Unpacking ? named : positional).push_back(child);
                }
            };
            for (std::size_t i = base; i < values_.size(); ++i) {
                if (values_[i] != 0) sort(sort, values_[i]);
            }
            if (!named.empty()) {
                const std::uint32_t first = nodes_[named.front()].first, last = nodes_[named.back()].last;
                positional.push_back(add(NodeKind::Keywords, first, last, std::move(named)));
            }
            nodes_[id].children = std::move(positional);
            return id;
        }
        // clang-format off
        case Action::Kind::At: case Action::Kind::Range: case Action::Kind::Here: case Action::Kind::Indent: case Action::Kind::Key: case Action::Kind::Target:
        case Action::Kind::Legacy: case Action::Kind::Comma: case Action::Kind::GeneratorArgument: case Action::Kind::ArgumentOrder: break;
            // clang-format on
    }
    return 0;
}

void FaultMachine::number(const PyToken& token) const {
    std::string digits(textOf(token));
    digits.erase(std::remove(digits.begin(), digits.end(), '_'), digits.end());
    if (digits.find_first_not_of("0123456789") != std::string::npos) return;
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.size() <= kMaxDigits) return;
    SyntaxFault fault{"SyntaxError", {}, token.span, token.line, 0, false};
    fault.message = worded("Exceeds the limit (" + std::to_string(kMaxDigits) + " digits) for integer string conversion: value has " +
                           std::to_string(digits.size()) +
                           " digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer "
                           "literals to avoid decimal conversion limits.");
    throw Raised{std::move(fault)};
}

// Reads the strings' insides, fields with a machine of their own.
FaultMachine::NodeRef FaultMachine::strings(std::uint32_t base) {
    const Node& all = nodes_[values_[base]];
    const std::uint32_t first = all.first, last = all.last;
    Ast ast;
    StringReader reader(text_, ast, [&](Span part, std::uint32_t line, std::uint32_t lineStart) {
        const PythonTokens field = lexPythonField(text_, part, line, lineStart);
        if (std::optional<SyntaxFault> fault = findFieldFault(text_, field, part)) throw Raised{std::move(*fault)};
        return ast.exprs.add({part, BadExpr{}});
    });
    try {
        const ExprId id = reader.read(tokens_, first, last + 1);
        return add(ast.as<FormattedExpr>(id) != nullptr ? NodeKind::FormattedText : NodeKind::Literal, first, last);
    } catch (const StringFault& fault) {
        throw Raised{here("SyntaxError", fault.message)};
    }
}

// --- faults ---

// Characters, but bytes in the field of an f-string: CPython does not know the encoding there.
std::uint32_t FaultMachine::columnOf(const PyToken& token) const {
    return (field_ ? token.span.begin - token.lineStart : codePoints(text_, token.lineStart, token.span.begin)) + 1;
}

SyntaxFault FaultMachine::here(std::string type, const std::string& message) const {
    const PyToken& token = tokens_[furthest_];
    const std::uint32_t column =
        token.placed() ? columnOf(token) : codePoints(text_, token.lineStart, token.cursor) + (token.cursor > text_.size() ? 1 : 0);
    return {std::move(type), worded(message), token.span, token.line, column, false};
}

SyntaxFault FaultMachine::at(std::size_t first, std::size_t last, const std::string& message) const {
    const PyToken& token = tokens_[first];
    const Span span = join(token.span, tokens_[std::max(first, last)].span);
    const std::uint32_t column = token.placed() ? columnOf(token) : 0;
    return {"SyntaxError", worded(message), span, token.line, column, false};
}

SyntaxFault FaultMachine::between(NodeRef a, NodeRef b, const std::string& message) const {
    return at(nodes_[a].first, nodes_[b].last, message);
}

std::string FaultMachine::filled(const std::string& text, NodeRef a) const {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = text[i] == '%' && i + 1 < text.size() ? text[i + 1] : '\0';
        if (next == 'n') out += nameOf(nodes_[a].kind);
        else if (next == 't') out += textOf(tokens_[nodes_[a].first]);
        else if (next == 'l') out += std::to_string(tokens_[nodes_[a].first].line);
        else {
            out += text[i];
            continue;
        }
        ++i;
    }
    return out;
}

// The first part of a would-be target that cannot be one.
FaultMachine::NodeRef FaultMachine::invalidTarget(NodeRef id, const std::string& purpose) const {
    const Node& node = nodes_[id];
    switch (node.kind) {
        case NodeKind::List:
        case NodeKind::Tuple:
            for (const NodeRef child : node.children) {
                if (const NodeRef invalid = invalidTarget(child, purpose); invalid != 0) return invalid;
            }
            return 0;
        case NodeKind::Starred: return purpose == "delete" ? id : invalidTarget(node.children.front(), purpose);
        case NodeKind::Comparison:
            // `for x in y` has been read as a comparison.
            if (purpose != "for") return id;
            return nodes_[node.children[1]].kind == NodeKind::Containment ? invalidTarget(node.children.front(), purpose) : 0;
        case NodeKind::Name:
        case NodeKind::Subscript:
        case NodeKind::Attribute: return 0;
        default: return id;
    }
}

bool FaultMachine::seek(const Action& action, std::uint32_t base) {
    const auto value = [&](int index) { return index < 0 ? 0 : values_[base + static_cast<std::size_t>(index)]; };
    const NodeRef a = value(action.a), b = value(action.b);
    switch (action.kind) {
        case Action::Kind::At: throw Raised{between(a, a, filled(action.text, a))};
        case Action::Kind::Range: throw Raised{between(a, b, filled(action.text, a))};
        case Action::Kind::Here: throw Raised{here("SyntaxError", action.text)};
        case Action::Kind::Indent: throw Raised{here("IndentationError", filled(action.text, a))};
        case Action::Kind::Key: {
            const PyToken& last = tokens_[nodes_[a].last];
            SyntaxFault fault = between(a, a, "':' expected after dictionary key");
            // The end of the key, but on the line where it begins, of which it is not beyond the end.
            const PyToken& first = tokens_[nodes_[a].first];
            const std::size_t lineEnd = std::min(text_.find_first_of("\r\n", first.span.begin), text_.size());
            fault.column = std::min(codePoints(text_, last.endLineStart, last.span.end), codePoints(text_, first.lineStart, lineEnd) + 1);
            throw Raised{std::move(fault)};
        }
        case Action::Kind::Target: {
            const NodeRef invalid = invalidTarget(a, action.text);
            if (invalid == 0) return false;
            throw Raised{
                between(invalid, invalid,
                        std::string(action.text == "delete" ? "cannot delete " : "cannot assign to ") + nameOf(nodes_[invalid].kind))};
        }
        case Action::Kind::Legacy: {
            const std::string name(textOf(tokens_[nodes_[a].first]));
            if (name != "print" && name != "exec") return false;
            throw Raised{between(a, b, "Missing parentheses in call to '" + name + "'. Did you mean " + name + "(...)?")};
        }
        case Action::Kind::Comma: {
            const std::string_view name = nodes_[a].kind == NodeKind::Name ? textOf(tokens_[nodes_[a].first]) : std::string_view();
            if (name == "print" || name == "exec" || tokens_[position_ - 1].level == 0) return false;
            throw Raised{between(a, b, "invalid syntax. Perhaps you forgot a comma?")};
        }
        case Action::Kind::GeneratorArgument: {
            std::vector<NodeRef> positional = nodes_[a].children;
            if (!positional.empty() && nodes_[positional.back()].kind == NodeKind::Keywords) positional.pop_back();
            if (positional.size() <= 1) return false;
            throw Raised{between(positional.back(), b, "Generator expression must be parenthesized")};
        }
        case Action::Kind::ArgumentOrder: {
            bool unpacking = false;
            for (const NodeRef child : nodes_[a].children) {
                if (nodes_[child].kind != NodeKind::Keywords) continue;
                for (const NodeRef k : nodes_[child].children) unpacking = unpacking || nodes_[k].kind == NodeKind::Unpacking;
            }
            throw Raised{here("SyntaxError", unpacking ? "positional argument follows keyword argument unpacking"
                                                       : "positional argument follows keyword argument")};
        }
        case Action::Kind::Default:
        case Action::Kind::Build:
        case Action::Kind::Same:
        case Action::Kind::Chain:
        case Action::Kind::Trailers:
        case Action::Kind::Strings:
        case Action::Kind::Arguments: break;
    }
    return false;
}

}  // namespace backstep
