// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/timeline/tensorterms.h"

#include <array>
#include <cctype>

#include "engine/base/numbers.h"

namespace backstep {
namespace {

struct Reading {
    Op op;
    const char* expression;
    std::array<const char*, 3> products;
};

const Reading* readingOf(Op op) {
    static constexpr Reading kReadings[] = {
#define READS(op, expression, a, b, c) {Op::op, expression, {a, b, c}},
#include "engine/timeline/shown.def"
#undef READS
    };
    for (const Reading& reading : kReadings) {
        if (reading.op == op) return &reading;
    }
    return nullptr;
}

bool isLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Single letters are names; everything else is upright text.
Term readTemplate(std::string_view text, const TermOf& term) {
    static constexpr std::string_view kNames = "abcyg";
    std::vector<Notation> row;
    std::string plain;
    const auto flush = [&] {
        if (!plain.empty()) row.push_back(markOf(Notation::Kind::upright, plain));
        plain.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool alone = (i == 0 || !isLetter(text[i - 1])) && (i + 1 == text.size() || !isLetter(text[i + 1]));
        if (!alone || kNames.find(text[i]) == std::string_view::npos) {
            plain += text[i];
            continue;
        }
        flush();
        Term operand = term(text[i]);
        row.push_back(operand.grip < Term::Grip::Atom && text.size() > 1 ? bracketed(std::move(operand.notation))
                                                                         : std::move(operand.notation));
    }
    flush();
    return {
        row.size() == 1 ? std::move(row.front()) : rowOf(std::move(row)), text.size() == 1 ? Term::Grip::Atom : Term::Grip::Product, {}};
}

constexpr std::int64_t kMostCopied = 10'000;

void nested(std::string& out, const Tensor& value, std::size_t dim, std::int64_t& at, const std::function<std::string(double)>& number) {
    if (dim == value.dims()) {
        out += number(value.at(at++));
        return;
    }
    out += '[';
    for (std::int64_t i = 0; i < value.shape()[dim]; ++i) {
        if (i > 0) out += ", ";
        nested(out, value, dim + 1, at, number);
    }
    out += ']';
}

}  // namespace

Term shapedExpression(Op op, std::size_t operands, const TermOf& term) {
    if (const Reading* reading = readingOf(op)) return readTemplate(reading->expression, term);
    std::vector<Notation> inside;
    for (std::size_t i = 0; i < operands && i < 3; ++i) {
        if (i > 0) inside.push_back(markOf(Notation::Kind::upright, ", "));
        inside.push_back(term(static_cast<char>('a' + i)).notation);
    }
    if (operands > 3) inside.push_back(markOf(Notation::Kind::upright, ", …"));
    const std::string_view name = infoOf(op).name;
    return {rowOf({markOf(Notation::Kind::upright, std::string(name)), bracketed(rowOf(std::move(inside)))}), Term::Grip::Power, {}};
}

std::optional<Term> shapedProduct(Op op, std::size_t operand, const TermOf& term) {
    const Reading* reading = readingOf(op);
    if (reading == nullptr || operand >= reading->products.size() || reading->products[operand][0] == '\0') return std::nullopt;
    return readTemplate(reading->products[operand], term);
}

std::string tensorText(const Tensor& value, int digits, std::size_t most) {
    if (value.isScalar()) return significant(value.item(), digits);
    const auto count = static_cast<std::size_t>(value.size());
    std::string out;
    if (count <= most) return nestedText(value, [digits](double number) { return significant(number, digits); });
    if (value.dims() == 1) {
        for (std::int64_t i = 0; i + 2 < static_cast<std::int64_t>(most) && i < 3; ++i)
            out += (i > 0 ? ", " : "[") + significant(value.at(i), digits);
        return out + ", … " + significant(value.at(value.size() - 1), digits) + "]";
    }
    for (const std::int64_t size : value.shape()) out += (out.empty() ? "" : " × ") + std::to_string(size);
    return out;
}

std::string nestedText(const Tensor& value, const std::function<std::string(double)>& number) {
    std::string out;
    std::int64_t at = 0;
    nested(out, value, 0, at, number);
    return out;
}

std::string exactTensorText(const Tensor& value) {
    if (value.size() > kMostCopied) return shapeText(value);
    return nestedText(value, [](double number) { return shortest(number); });
}

Notation tensorNotation(const Tensor& value, int digits, Ink ink, NodeId link) {
    if (value.isScalar()) return numberTerm(value.item(), digits, ink, link).notation;
    Notation n = markOf(Notation::Kind::number, tensorText(value, digits), ink);
    n.link = link;
    return n;
}

std::string shapeText(const Tensor& value) {
    if (value.isScalar()) return {};
    std::string text = "[";
    for (const std::int64_t size : value.shape()) text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    return text + "]";
}

}  // namespace backstep
