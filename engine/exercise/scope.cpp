// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exercise/scope.h"

#include <algorithm>
#include <cmath>

#include "engine/base/numbers.h"
#include "engine/exercise/fields.h"
#include "engine/exercise/quantity.h"
#include "engine/syntax/functions.h"
#include "engine/syntax/math_parser.h"

namespace backstep::exercise {
namespace {

std::uint64_t mixed(std::uint64_t x) {  // SplitMix64
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

double tidy(double value) {  // 0.1 · 3 is meant as 0.3
    return std::round(value * 1e9) / 1e9;
}

bool drawOne(const ValueRule& rule, std::uint64_t seed, Drawn& drawn, Faults& faults) {
    Stream stream(seed, rule.name);
    for (int attempt = 0; attempt < 200; ++attempt) {
        std::string text;
        if (!rule.choices.empty()) text = rule.choices[stream.below(rule.choices.size())];
        else
            text = plainNumber(tidy(rule.from + rule.step * static_cast<double>(stream.below(
                                                                static_cast<std::size_t>((rule.to - rule.from) / rule.step + 1e-9) + 1))));
        const bool taken = std::any_of(rule.unequal.begin(), rule.unequal.end(), [&](const std::string& other) {
            const auto found = drawn.texts.find(other);
            return text == (found == drawn.texts.end() ? other : found->second);
        });
        if (taken) continue;
        drawn.texts[rule.name] = text;
        if (const auto number = parseNumber(text)) drawn.numbers[rule.name] = *number;
        return true;
    }
    faults.push_back({FaultKind::NoValueLeft, rule.span, {rule.name}});
    return false;
}

std::vector<std::string> keysOf(const std::map<std::string, std::string>& map) {
    std::vector<std::string> keys;
    keys.reserve(map.size());
    for (const auto& [key, value] : map) keys.push_back(key);
    return keys;
}

std::optional<double> computedText(const std::string& text, Span span, const Scope& scope, Faults& faults) {
    const std::size_t before = faults.size();
    const std::string ready = replaceQuantities(text, span, scope, faults);
    if (faults.size() > before) return {};
    const Formula formula(ready);
    if (!formula.readable()) return faults.push_back({FaultKind::BadExpression, span, {text.substr(0, 80), ""}}), std::nullopt;
    for (const std::string& name : formula.names()) {
        if (scope.drawn != nullptr && scope.drawn->numbers.contains(name)) continue;
        faults.push_back(
            {FaultKind::UnknownValue, span, {name.substr(0, 60), scope.drawn == nullptr ? "" : nearest(name, keysOf(scope.drawn->texts))}});
        return {};
    }
    const auto value = formula.at(scope.drawn == nullptr ? std::map<std::string, double>() : scope.drawn->numbers);
    if (!value) faults.push_back({FaultKind::BadExpression, span, {text.substr(0, 80), ""}});
    return value;
}

// After an operator a negative number stands in brackets: 3 + (−0.4).
std::string forReader(double value, const std::string& before) {
    const std::string number = significant(value, kCardDigits);
    const std::size_t last = before.find_last_not_of(' ');
    if (!number.starts_with("\u2212") || last == std::string::npos) return number;
    static const std::vector<std::string> kOperators{"+", "-", "*", "/", "\u2212", "\u00B7", "\u00D7"};
    const std::string_view head = std::string_view(before).substr(0, last + 1);
    const bool after = std::any_of(kOperators.begin(), kOperators.end(), [&](const std::string& sign) { return head.ends_with(sign); });
    return after ? "(" + number + ")" : number;
}

std::string trimmed(std::string_view text) {
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    return from == std::string_view::npos ? std::string() : std::string(text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1));
}

}  // namespace

Stream::Stream(std::uint64_t seed, std::string_view name) : state_(mixed(seed)) {
    for (const char c : name) state_ = mixed(state_ ^ static_cast<unsigned char>(c));
}
double Stream::next() {
    state_ = mixed(state_);
    return static_cast<double>(state_ >> 11) * 0x1p-53;
}
std::size_t Stream::below(std::size_t count) {
    return count == 0 ? 0 : std::min(count - 1, static_cast<std::size_t>(next() * static_cast<double>(count)));
}

Drawn drawValues(const std::vector<ValueRule>& rules, std::uint64_t seed, Faults& faults) {
    Drawn drawn;
    for (const ValueRule& rule : rules) {
        for (const std::string& other : rule.unequal) {
            if (!drawn.texts.contains(other) && !parseNumber(other))
                faults.push_back({FaultKind::UnknownValue, rule.span, {other, nearest(other, keysOf(drawn.texts))}});
        }
        if (double constant = 0; isConstantName(rule.name, constant) || findFunction(rule.name) != nullptr) {
            faults.push_back({FaultKind::BadName, rule.span, {rule.name}});
        } else if (rule.compute.given()) {
            const auto value = computed(rule.compute, {&drawn, nullptr}, faults);
            if (!value) continue;
            drawn.numbers[rule.name] = *value;
            drawn.texts[rule.name] = plainNumber(*value);
        } else {
            (void)drawOne(rule, seed, drawn, faults);
        }
    }
    return drawn;
}

std::string filled(const std::string& text, Span span, const Scope& scope, Faults& faults, const FillOptions& options) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = text.find("{{", at);
        const std::size_t close = open == std::string::npos ? open : text.find("}}", open);
        if (close == std::string::npos) return out + text.substr(at);
        out += text.substr(at, open - at);
        at = close + 2;
        const std::string name = trimmed(std::string_view(text).substr(open + 2, close - open - 2));
        if (options.extra != nullptr && options.extra->contains(name)) {
            out += options.extra->at(name);
        } else if (scope.drawn != nullptr && scope.drawn->texts.contains(name) && (options.exact || !scope.drawn->numbers.contains(name))) {
            out += scope.drawn->texts.at(name);
        } else if (const auto value = computedText(name, span, scope, faults)) {
            out += options.exact ? plainNumber(*value) : forReader(*value, out);
        }
    }
    return out;
}

std::string resolved(const Written& expression, const Scope& scope, Faults& faults) {
    return replaceQuantities(filled(expression.text, expression.span, scope, faults, {true, nullptr}), expression.span, scope, faults);
}

std::optional<double> computed(const Written& expression, const Scope& scope, Faults& faults) {
    const std::size_t before = faults.size();
    const std::string text = filled(expression.text, expression.span, scope, faults, {true, nullptr});
    if (faults.size() > before) return {};
    return computedText(text, expression.span, scope, faults);
}

std::string plainName(std::string_view name) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t c = decodeUtf8(name, at);
        if (c >= 0x2080 && c <= 0x2089) out += static_cast<char>('0' + (c - 0x2080));
        else if (c != U'_' && c != U' ') appendUtf8(out, c);
    }
    return out;
}

Formula::Formula(const std::string& text) : source_(text, "answer"), parsed_(parseMath(source_)) {
    readable_ = !hasErrors(parsed_.diagnostics);
    if (!readable_) return;
    spelled_ = inputNames(parsed_.ast);
    for (const std::string& name : spelled_) names_.push_back(plainName(name));
}

std::optional<double> Formula::at(const std::map<std::string, double>& values) const {
    if (!readable_) return {};
    FormulaInputs inputs;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const auto found = values.find(names_[i]);
        if (found == values.end()) return {};
        inputs.values[spelled_[i]] = found->second;
    }
    const Recording run = runFormula(source_, parsed_.ast, inputs);
    if (hasErrors(run.diagnostics) || !run.output.valid()) return {};
    return run.tape.scalar(run.output);
}

}  // namespace backstep::exercise
