// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/syntax/python_parser_faults.h"

#include "engine/syntax/python_parser_machine.h"

namespace backstep {
namespace {

// A fault of the tokens further on is said instead of one of the grammar; a bracket that is never closed only where it was
// opened on an earlier line than the one that cannot be read.
SyntaxFault preferTokens(SyntaxFault fault, const FaultMachine& machine, const PythonTokens& lexed) {
    if (!lexed.fault || machine.furthest() + 1 >= lexed.tokens.size()) return fault;
    if (lexed.fault->hard) return lexed.fault->fault;
    const std::optional<SyntaxFault>& unclosed = lexed.fault->unclosed;
    return unclosed && lexed.tokens[machine.furthest()].line > unclosed->line ? *unclosed : fault;
}

std::optional<SyntaxFault> find(std::string_view text, const PythonTokens& lexed, std::uint32_t rule, bool field, std::size_t from) {
    FaultMachine machine(text, lexed.tokens, lexed.fault, field);
    const auto settled = [&](const Raised& raised) { return raised.ofTokens ? raised.fault : preferTokens(raised.fault, machine, lexed); };
    std::size_t last = 0;
    try {
        if (machine.read(rule, from, false)) return std::nullopt;
        last = machine.furthest();
        if (machine.read(rule, from, true)) return std::nullopt;
    } catch (const Raised& raised) {
        return settled(raised);
    }
    const PyKind kind = lexed.tokens[last].kind;
    if (kind == PyKind::Indent) return machine.here("IndentationError", "unexpected indent");
    if (kind == PyKind::Dedent) return machine.here("IndentationError", "unexpected unindent");
    return preferTokens(machine.at(last, last, "invalid syntax"), machine, lexed);
}

// CPython finds a fault in print[1] or print -1, which are none, once there is another one further on.
bool mayMislead(const Source& source, const PythonTokens& lexed, std::size_t end) {
    for (std::size_t i = 0; i + 1 < end; ++i) {
        const PyToken& token = lexed.tokens[i];
        if (token.kind != PyKind::Name || lexed.tokens[i + 1].kind == PyKind::LeftParen) continue;
        const std::string_view name = source.slice(token.span);
        if (name == "print" || name == "exec") return true;
    }
    return false;
}

}  // namespace

std::optional<SyntaxFault> findFault(const Source& source, const PythonTokens& lexed, std::size_t from) {
    if (mayMislead(source, lexed, from)) from = 0;
    return find(source.text(), lexed, pythonGrammar().file, false, from);
}

std::optional<SyntaxFault> findFieldFault(std::string_view text, const PythonTokens& lexed, Span part) {
    PythonTokens field;
    field.fault = lexed.fault;
    PyToken bracket;
    bracket.kind = PyKind::LeftParen;
    bracket.span = {part.begin - 1, part.begin};
    bracket.line = bracket.endLine = lexed.tokens.front().line;
    bracket.lineStart = bracket.endLineStart = part.begin - 1;
    field.tokens.push_back(bracket);
    field.tokens.insert(field.tokens.end(), lexed.tokens.begin(), lexed.tokens.end());
    if (field.tokens.back().kind == PyKind::EndMarker) {
        PyToken& end = field.tokens.back();
        end.kind = PyKind::RightParen;
        end.span = {part.end, part.end + 1};
        end.level = 0;
        PyToken newline = end;
        newline.kind = PyKind::Newline;
        newline.span = {part.end + 1, part.end + 1};
        field.tokens.push_back(newline);
        newline.kind = PyKind::EndMarker;
        field.tokens.push_back(newline);
    }
    return find(text, field, pythonGrammar().stars, true, 0);
}

}  // namespace backstep
