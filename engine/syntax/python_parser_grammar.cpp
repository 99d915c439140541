// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/syntax/python_parser_grammar.h"

#include <array>
#include <cctype>
#include <cstdlib>
#include <map>
#include <string_view>

namespace backstep {
namespace {

using Op = Instruction::Op;

constexpr std::string_view kGrammarText =
#include "engine/syntax/python_parser_grammar.inc"
    ;

// clang-format off
const std::map<std::string_view, PyKind> kBuiltins{{"NAME", PyKind::Name}, {"NUMBER", PyKind::Number}, {"STRING", PyKind::String}, {"NEWLINE", PyKind::Newline},
    {"INDENT", PyKind::Indent}, {"DEDENT", PyKind::Dedent}, {"END", PyKind::EndMarker}, {"MAGIC", PyKind::Magic}, {"NOTEQUAL", PyKind::NotEqual}};

const std::map<std::string_view, NodeKind> kNodes{{"Attribute", NodeKind::Attribute}, {"Subscript", NodeKind::Subscript}, {"Starred", NodeKind::Starred},
    {"List", NodeKind::List}, {"Tuple", NodeKind::Tuple}, {"Lambda", NodeKind::Lambda}, {"Call", NodeKind::Call}, {"Operation", NodeKind::Operation},
    {"Comparison", NodeKind::Comparison}, {"Conditional", NodeKind::Conditional}, {"Named", NodeKind::Named}, {"Generator", NodeKind::Generator},
    {"Yield", NodeKind::Yield}, {"Await", NodeKind::Await}, {"ListComprehension", NodeKind::ListComprehension}, {"SetComprehension", NodeKind::SetComprehension},
    {"DictComprehension", NodeKind::DictComprehension}, {"Dict", NodeKind::Dict}, {"Set", NodeKind::Set}, {"True", NodeKind::True}, {"False", NodeKind::False},
    {"None", NodeKind::None}, {"Ellipsis", NodeKind::Ellipsis}, {"Keyword", NodeKind::Keyword}, {"Unpacking", NodeKind::Unpacking}, {"Keywords", NodeKind::Keywords},
    {"Containment", NodeKind::Containment}};

const std::map<std::string_view, Action::Kind> kActions{{"same", Action::Kind::Same}, {"chain", Action::Kind::Chain}, {"trailers", Action::Kind::Trailers},
    {"strings", Action::Kind::Strings}, {"arguments", Action::Kind::Arguments}, {"at", Action::Kind::At}, {"range", Action::Kind::Range}, {"here", Action::Kind::Here},
    {"indent", Action::Kind::Indent}, {"key", Action::Kind::Key}, {"target", Action::Kind::Target}, {"legacy", Action::Kind::Legacy}, {"comma", Action::Kind::Comma},
    {"generator_argument", Action::Kind::GeneratorArgument}, {"argument_order", Action::Kind::ArgumentOrder}};
// clang-format on

// Compiles the text above; the text is ours, so that a mistake in it is a mistake of the program.
class Compiler {
public:
    PythonGrammar run() {
        while (skipSpace(), at_ < kGrammarText.size()) rule();
        for (const auto& [address, name] : calls_) out_.code[address].value = ruleNamed(name);
        out_.file = ruleNamed("file");
        out_.stars = ruleNamed("stars");
        out_.statement = ruleNamed("statement");
        return std::move(out_);
    }

private:
    std::size_t at_ = 0;
    bool first_ = false;  // the item is the first of its alternative
    PythonGrammar out_;
    std::map<std::string, std::uint32_t, std::less<>> names_;
    std::vector<std::pair<std::size_t, std::string>> calls_;
    struct Group {
        std::uint32_t rule;
        std::size_t begin;
    };

    void skipSpace() {
        while (at_ < kGrammarText.size() && std::isspace(static_cast<unsigned char>(kGrammarText[at_])) != 0) ++at_;
    }
    [[nodiscard]] char peek() {
        skipSpace();
        return kGrammarText[at_];
    }
    bool take(char c) {
        if (peek() != c) return false;
        ++at_;
        return true;
    }
    std::string word() {
        skipSpace();
        const std::size_t begin = at_;
        while (std::isalnum(static_cast<unsigned char>(kGrammarText[at_])) != 0 || kGrammarText[at_] == '_' ||
               (at_ == begin && kGrammarText[at_] == '?'))
            ++at_;
        return std::string(kGrammarText.substr(begin, at_ - begin));
    }
    std::string quoted() {
        const char quote = kGrammarText[at_++];
        std::string text;
        for (; kGrammarText[at_] != quote; ++at_) {
            if (kGrammarText[at_] == '\\') ++at_;
            text += kGrammarText[at_];
        }
        ++at_;
        return text;
    }
    [[nodiscard]] std::uint32_t ruleNamed(const std::string& name) {
        const auto found = names_.find(name);
        if (found == names_.end()) std::abort();
        return found->second;
    }
    std::size_t emit(Op op, std::size_t value = 0) {
        out_.code.push_back({op, static_cast<std::uint32_t>(value)});
        return out_.code.size() - 1;
    }
    void aim(std::size_t instruction) { out_.code[instruction].value = static_cast<std::uint32_t>(out_.code.size()); }

    void rule() {
        GrammarRule rule;
        rule.name = word();
        while (peek() != '=') {
            const char flag = kGrammarText[at_++];
            rule.memo = rule.memo || flag == 'M';
            rule.quiet = rule.quiet || flag == 'Q';
        }
        ++at_;
        names_.emplace(rule.name, static_cast<std::uint32_t>(out_.rules.size()));
        rule.entry = static_cast<std::uint32_t>(out_.code.size());
        out_.rules.push_back(std::move(rule));
        alternatives();
        ++at_;  // ;
    }

    // Up to ; or ). Groups inside are compiled after it, as rules without a name.
    void alternatives() {
        std::vector<Group> groups;
        for (bool more = true; more;) {
            const bool last = isLast();
            const std::size_t choice = last ? 0 : emit(Op::Choice);
            alternative(groups, last);
            if (!last) aim(choice);
            more = take('|');
        }
        const std::size_t resume = at_;
        for (const Group& group : groups) {
            at_ = group.begin;
            out_.rules[group.rule].entry = static_cast<std::uint32_t>(out_.code.size());
            alternatives();
        }
        at_ = resume;
    }

    // Whether the alternative that begins here is the last one.
    [[nodiscard]] bool isLast() const {
        int depth = 0;
        for (std::size_t i = at_;; ++i) {
            const char c = kGrammarText[i];
            if (c == '\'' || c == '"') {
                for (++i; kGrammarText[i] != c; ++i) i += kGrammarText[i] == '\\' ? 1 : 0;
            } else if (c == '(') ++depth;
            else if (c == ')' && depth-- == 0) return true;
            else if (c == '|' && depth == 0) return false;
            else if (c == ';') return true;
        }
    }

    void alternative(std::vector<Group>& groups, bool last) {
        std::map<char, int> captures;
        int count = 0;
        for (;;) {
            const char c = peek();
            if (c == '|' || c == ';' || c == ')') {
                emit(Op::Reduce, out_.actions.size());
                out_.actions.emplace_back();
                return;
            }
            if (kGrammarText.substr(at_, 2) == "=>") return action(captures);
            if (c == '~') {
                ++at_;
                if (!last) emit(Op::Cut);
                continue;
            }
            if (kGrammarText[at_ + 1] == ':' && std::islower(static_cast<unsigned char>(c)) != 0) {
                captures[c] = count;
                at_ += 2;
            }
            first_ = count == 0;
            if (item(groups)) ++count;
        }
    }

    void action(const std::map<char, int>& captures) {
        at_ += 2;
        Action result;
        const std::string name = word();
        if (const auto node = kNodes.find(name); node != kNodes.end()) {
            result.kind = Action::Kind::Build;
            result.node = node->second;
        } else {
            result.kind = kActions.at(name);
        }
        if (take('(')) {
            const std::array<int*, 2> places{&result.a, &result.b};
            for (std::size_t i = 0; !take(')'); take(',')) {
                const char c = peek();
                if (c == '"') {
                    result.text = quoted();
                } else {
                    if (c != '_') *places.at(i) = captures.at(c);
                    ++i, ++at_;
                }
            }
        }
        emit(Op::Reduce, out_.actions.size());
        out_.actions.push_back(std::move(result));
    }

    // True if it leaves a value: looking ahead does not.
    bool item(std::vector<Group>& groups) {
        if (take('&')) {
            const std::size_t choice = emit(Op::Choice);
            simple(groups);
            const std::size_t commit = emit(Op::BackCommit);
            aim(choice);
            emit(Op::Fail);
            aim(commit);
            return false;
        }
        if (take('!')) {
            const std::size_t choice = emit(Op::Choice);
            simple(groups);
            emit(Op::FailTwice);
            aim(choice);
            return false;
        }
        const std::size_t begin = out_.code.size();
        simple(groups);
        const Instruction one = out_.code[begin];
        const std::string called = !calls_.empty() && calls_.back().first == begin ? calls_.back().second : "";
        const auto again = [&] {
            if (!called.empty()) calls_.emplace_back(out_.code.size(), called);
            out_.code.push_back(one);
        };
        const auto undo = [&] {
            out_.code.pop_back();
            if (!called.empty()) calls_.pop_back();
        };
        const char next = kGrammarText[at_];
        if (next == '?') {
            ++at_, undo();
            const std::size_t choice = emit(Op::Choice);
            again();
            const std::size_t commit = emit(Op::Commit);
            aim(choice);
            emit(Op::PushNothing);
            aim(commit);
        } else if (next == '*' || next == '+') {
            ++at_, undo();
            emit(Op::ListBegin);
            if (next == '+') again();
            const std::size_t choice = emit(Op::Choice);
            again();
            emit(Op::PartialCommit, choice + 1);
            aim(choice);
            emit(Op::ListEnd);
        } else if (peek() == '%') {
            ++at_, undo();
            emit(Op::ListBegin);
            again();
            const std::size_t choice = emit(Op::Choice);
            skipSpace();
            simple(groups);
            emit(Op::Drop);
            again();
            emit(Op::PartialCommit, choice + 1);
            aim(choice);
            emit(Op::ListEnd);
        }
        return true;
    }

    // One instruction.
    void simple(std::vector<Group>& groups) {
        const bool demanded = take('^');
        const char c = peek();
        if (c == '\'') {
            const std::string spelling = quoted();
            for (int k = 0; k <= static_cast<int>(PyKind::Yield); ++k) {
                if (spellingOf(static_cast<PyKind>(k)) == spelling) {
                    emit(demanded ? Op::Demand : Op::Token, static_cast<std::size_t>(k));
                    return;
                }
            }
            std::abort();
        }
        if (c == '"') {
            out_.words.push_back(quoted());
            emit(Op::SoftWord, out_.words.size() - 1);
        } else if (take('(')) {
            groups.push_back({static_cast<std::uint32_t>(out_.rules.size()), at_});
            emit(Op::Call, out_.rules.size());
            out_.rules.emplace_back();
            skipGroup();
        } else {
            const std::string name = word();
            if (const auto builtin = kBuiltins.find(name); builtin != kBuiltins.end())
                emit(Op::Token, static_cast<std::size_t>(builtin->second));
            else if (name == "SOFT") emit(Op::SoftAny);
            else calls_.emplace_back(emit(isAlone(name) ? Op::Seek : Op::Call), name);
        }
    }

    // Only a rule that seeks faults and is an alternative by itself waits for the second reading, as in CPython.
    [[nodiscard]] bool isAlone(const std::string& name) {
        const char next = peek();
        return name[0] == '?' && first_ && (next == '|' || next == ';' || next == ')');
    }

    void skipGroup() {
        for (int depth = 1; depth > 0; ++at_) {
            const char c = kGrammarText[at_];
            if (c == '\'' || c == '"') static_cast<void>(quoted()), --at_;
            else depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
    }
};

}  // namespace

const PythonGrammar& pythonGrammar() {
    static const PythonGrammar grammar = Compiler().run();
    return grammar;
}

}  // namespace backstep
