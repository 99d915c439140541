// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences with {facts} in them. Of several ways to say a thing the first is taken whose facts are all known.
#pragma once

#include <initializer_list>

#include <QString>

#include "engine/run/explain.h"

namespace backstep {

class Sentences {
public:
    explicit Sentences(const ErrorExplanation& explanation) : facts_(explanation.facts) {}

    [[nodiscard]] bool has(const char* fact) const { return facts_.contains(fact); }
    [[nodiscard]] bool is(const char* fact, const char* value) const;
    // One sentence more: the first that can be said, or none.
    Sentences& say(std::initializer_list<QString> ways);
    Sentences& say(const QString& sentence) { return say({sentence}); }
    [[nodiscard]] QString text() const { return text_; }

private:
    const std::map<std::string, std::string>& facts_;
    QString text_;
};

// Each knows some of the kinds; empty: not this one.
[[nodiscard]] QString gradientWords(const ErrorExplanation& e);
[[nodiscard]] QString shapeWords(const ErrorExplanation& e);
[[nodiscard]] QString numberWords(const ErrorExplanation& e);
[[nodiscard]] QString nameWords(const ErrorExplanation& e);
[[nodiscard]] QString callWords(const ErrorExplanation& e);
[[nodiscard]] QString operationWords(const ErrorExplanation& e);
[[nodiscard]] QString syntaxWords(const ErrorExplanation& e);
[[nodiscard]] QString endWords(const ErrorExplanation& e);

}  // namespace backstep
