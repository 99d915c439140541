// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/syntax/python_parser.h"

#include <algorithm>

#include "engine/syntax/python_parser_checks.h"
#include "engine/syntax/python_parser_core.h"
#include "engine/syntax/python_parser_faults.h"
#include "engine/text/pylexer_unicode.h"

namespace backstep {

// --- tokens ---

const PyToken& PythonParser::peek(std::size_t ahead) const { return (*tokens_)[std::min(at_ + ahead, tokens_->size() - 1)]; }

bool PythonParser::take(PyKind kind) {
    if (!at(kind)) return false;
    ++at_;
    return true;
}

void PythonParser::expect(PyKind kind) {
    if (!take(kind)) throw Abandon{};
}

bool PythonParser::atWord(std::string_view word, std::size_t ahead) const {
    const PyToken& token = peek(ahead);
    return token.kind == PyKind::Name && source_.slice(token.span) == word;
}

Span PythonParser::from(std::size_t first) const {
    std::size_t last = std::max(at_, first + 1) - 1;
    while (last > first && !(*tokens_)[last].placed()) --last;
    if (last > first && (*tokens_)[last].kind == PyKind::Newline) --last;
    const Span begin = (*tokens_)[std::min(first, tokens_->size() - 1)].span;
    return {begin.begin, std::max(begin.begin, (*tokens_)[std::min(last, tokens_->size() - 1)].span.end)};
}

std::string PythonParser::name(Span* span) {
    if (!at(PyKind::Name)) throw Abandon{};
    const PyToken& token = peek();
    ++at_;
    if (span != nullptr) *span = token.span;
    const std::string text = textOf(token);
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return text;
    const std::optional<std::string> folded = foldedName(text);
    if (!folded) unsupported("the name " + text, token.span, false);
    return folded.value_or(text);
}

void PythonParser::unsupported(std::string what, Span span, bool inTree) { out_.unsupported.push_back({std::move(what), span, inTree}); }

ExprId PythonParser::refuse(std::size_t first, std::string what) {
    unsupported(what, from(first));
    return make(first, UnsupportedExpr{std::move(what)});
}

void PythonParser::program(const std::vector<PyToken>& tokens) {
    tokens_ = &tokens;
    while (!at(PyKind::EndMarker)) {
        outermost_ = at_;
        statement(out_.ast.body);
    }
}

// --- the whole ---

namespace {

std::optional<TextLimit> beyondLimits(const std::string& text) {
    if (text.size() > kMaxProgramText) return TextLimit{TextLimit::Kind::Text, kMaxProgramText, {kMaxProgramText, kMaxProgramText + 1}};
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n' || text[i] == '\r') count = 0;
        else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80 && ++count > kMaxProgramLine) {
            return TextLimit{TextLimit::Kind::Line, kMaxProgramLine, {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 1)}};
        }
    }
    return std::nullopt;
}

// Children come before their parents in the table: one pass finds the depth of all.
std::optional<TextLimit> tooDeep(const Ast& ast) {
    std::vector<std::uint32_t> depth(ast.exprs.size(), 1);
    for (std::size_t i = 0; i < ast.exprs.size(); ++i) {
        const Expr& expr = ast.exprs[ExprId(i)];
        forEachChild(expr, [&](ExprId child) { depth[i] = std::max(depth[i], depth[child.index()] + 1); });
        if (depth[i] > kMaxTreeDepth) return TextLimit{TextLimit::Kind::Tree, kMaxTreeDepth, expr.span};
    }
    return std::nullopt;
}

}  // namespace

ParsedProgram parsePython(const Source& source) {
    ParsedProgram out;
    out.limit = beyondLimits(source.text());
    if (out.limit) return out;
    const PythonTokens lexed = lexPython(source);
    PythonParser parser(source, out);
    bool read = false;
    try {
        parser.program(lexed.tokens);
        read = true;
    } catch (const Abandon&) {
    }
    if (out.limit) return out;
    if (!read) {
        out.fault = findFault(source, lexed, parser.outermost());
        // Read by the one and not by the other: a construct that only the one knows.
        if (!out.fault) out.fault = SyntaxFault{"SyntaxError", "invalid syntax", {}, 1, 0, false};
        return out;
    }
    if (parser.skipped()) out.fault = findFault(source, lexed, 0);
    out.limit = tooDeep(out.ast);
    if (!out.limit && !out.fault) out.fault = checkProgram(source, out.ast);
    if (out.ok()) out.warnings = warningsOf(source, out.ast);
    return out;
}

}  // namespace backstep
