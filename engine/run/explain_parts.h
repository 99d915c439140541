// SPDX-License-Identifier: GPL-3.0-or-later
// An explanation in the making: each part of it knows some of the kinds, adds facts to them and offers fixes.
#pragma once

#include <initializer_list>

#include "engine/run/explain_view.h"

namespace backstep {

class Explaining {
public:
    Explaining(const ErrorContext& context, ErrorExplanation& out) : context(context), view(context), out(out) {}

    const ErrorContext& context;
    const ProgramView view;
    ErrorExplanation& out;
    std::map<std::string, std::string> captured;  // what the message itself says

    [[nodiscard]] std::string said(const std::string& name) const;
    [[nodiscard]] std::string fact(const std::string& name) const;
    void fact(const std::string& name, std::string value);  // an empty one is none
    void fact(const std::string& name, std::uint32_t number) { fact(name, std::to_string(number)); }
    // What an expression was: prefix (its text), prefixAtom (with parentheses if it needs them), prefixKind, prefixShape, prefixDtype, prefixSize, prefixValue.
    void describe(const std::string& prefix, ExprId id);
    void describe(const std::string& prefix, const Reported& value);
    [[nodiscard]] std::string atom(ExprId id) const;  // its text, in parentheses where it needs them before a dot
    void relate(Span span);                           // the other place; the fact otherLine is its line, otherText its statement

    // Offered only if the text can still be read afterwards, or better than before.
    void offer(FixKind kind, std::vector<Fix> edits, std::vector<std::string> arguments = {});

    // Edits.
    [[nodiscard]] static Fix insert(std::uint32_t at, std::string text) { return {{at, at}, std::move(text)}; }
    [[nodiscard]] std::vector<Fix> behind(ExprId id,
                                          const std::string& text) const;               // x -> x.sum(), a + b -> (a + b).sum()
    [[nodiscard]] Fix argument(ExprId call, const std::string& text) const;             // one more argument, the last
    [[nodiscard]] Fix lineBefore(std::uint32_t offset, const std::string& text) const;  // with the same indentation
    // What makes a tensor require grad where it is created; none where that is not to be seen.
    [[nodiscard]] std::vector<Fix> requireGrad(ExprId creation) const;
    [[nodiscard]] std::vector<Fix> makeFloating(ExprId creation) const;
    // The same change without changing in place: x += 1 -> x = x + 1. None where there is no such.
    [[nodiscard]] std::optional<ErrorFix> notInPlace(std::uint32_t offset) const;
};

// In order; the first that knows the kind has it.
void explainGradients(Explaining& e);
void explainShapes(Explaining& e);
void explainNumbers(Explaining& e);
void explainNames(Explaining& e);
void explainCalls(Explaining& e);
void explainOperations(Explaining& e);
void explainSyntax(Explaining& e);
void explainImports(Explaining& e);
void explainEnds(Explaining& e);

}  // namespace backstep
