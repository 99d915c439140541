// SPDX-License-Identifier: GPL-3.0-or-later
// Reads tokens by the grammar, trying one alternative after the other, and throws what it finds wrong.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/syntax/ast.h"
#include "engine/syntax/python_parser_grammar.h"

namespace backstep {

struct Raised {  // thrown
    SyntaxFault fault;
    bool ofTokens = false;  // the tokens themselves could not be read
};

class FaultMachine {
public:
    FaultMachine(std::string_view text, const std::vector<PyToken>& tokens, const std::optional<LexFault>& lexFault, bool field)
        : text_(text), tokens_(tokens), lexFault_(lexFault), field_(field), memo_(tokens.size()) {}

    // Whether the tokens from there on can be read by the rule; the second time also with the rules that seek faults.
    bool read(std::uint32_t rule, std::size_t from, bool seekFaults);

    [[nodiscard]] std::size_t furthest() const { return furthest_; }
    [[nodiscard]] SyntaxFault here(std::string type, const std::string& message) const;  // at the last token that was looked at
    [[nodiscard]] SyntaxFault at(std::size_t first, std::size_t last, const std::string& message) const;

private:
    using NodeRef = std::uint32_t;  // 0: nothing
    struct Node {
        NodeKind kind = NodeKind::Other;
        std::uint32_t first = 0, last = 0;  // tokens
        std::vector<NodeRef> children;
    };
    struct Frame {
        std::uint32_t address;  // a choice: where to go on; a call: where to return
        std::uint32_t rule;     // of a call; kChoice for a choice
        std::uint32_t position, values, lists;
        std::uint32_t caller;  // of a call: the call around it
        bool seekFaults;
    };
    struct Memo {
        std::uint32_t rule, end;  // end: kFailed if it cannot be read here
        NodeRef node;
    };
    static constexpr std::uint32_t kChoice = 0xFFFFFFFF, kFailed = 0xFFFFFFFF, kNone = 0xFFFFFFFF;

    std::string_view text_;
    const std::vector<PyToken>& tokens_;
    const std::optional<LexFault>& lexFault_;
    bool field_;
    const PythonGrammar& grammar_ = pythonGrammar();
    std::vector<std::vector<Memo>> memo_;  // by token
    std::vector<Node> nodes_;
    std::vector<Frame> frames_;
    std::vector<NodeRef> values_;
    std::vector<std::uint32_t> lists_;
    std::uint32_t address_ = 0, position_ = 0, call_ = kNone;
    std::size_t furthest_ = 0, forgotten_ = 0;
    bool seekFaults_ = false;

    const PyToken& look();
    [[nodiscard]] std::string_view textOf(const PyToken& token) const {
        return text_.substr(token.span.begin, token.span.end - token.span.begin);
    }
    NodeRef add(NodeKind kind, std::uint32_t first, std::uint32_t last, std::vector<NodeRef> children = {});
    void pushToken();
    bool step();  // false: the instruction failed
    void call(std::uint32_t rule, bool& failed);
    bool recover();
    void returnWith(NodeRef node);
    bool reduce(const Action& action);
    void endList();
    void forget();

    [[nodiscard]] NodeRef built(const Action& action, std::uint32_t base);
    [[nodiscard]] NodeRef sequenceOf(std::uint32_t base);
    void number(const PyToken& token) const;
    NodeRef strings(std::uint32_t base);
    bool seek(const Action& action, std::uint32_t base);  // throws, or false
    [[nodiscard]] std::string filled(const std::string& text, NodeRef a) const;
    [[nodiscard]] NodeRef invalidTarget(NodeRef id, const std::string& purpose) const;
    [[nodiscard]] SyntaxFault between(NodeRef a, NodeRef b, const std::string& message) const;
    [[nodiscard]] std::uint32_t columnOf(const PyToken& token) const;
    [[nodiscard]] std::string worded(const std::string& message) const { return field_ ? "f-string: " + message : message; }
};

}  // namespace backstep
