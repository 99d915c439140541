// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mathopening.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QString>

#include "widgets/mathlayout.h"

namespace backstep {
namespace {

using Kind = Notation::Kind;

Notation word(const char* text) {
    Notation n;
    n.kind = Kind::upright;
    n.text = text;
    return n;
}

void appendRow(std::vector<Notation>& out, const Notation& child) {
    if (child.kind != Kind::row) return out.push_back(child);
    for (Notation& part : flattened(child)) out.push_back(std::move(part));
}

std::vector<Notation> between(const char* left, const Notation& inside, const char* right) {
    std::vector<Notation> out{word(left)};
    appendRow(out, inside);
    out.push_back(word(right));
    return out;
}

Notation grouped(const Notation& child) {
    const bool needs = child.kind == Kind::row || child.kind == Kind::fraction;
    if (!needs) return child;
    Notation n;
    n.kind = Kind::paren;
    n.children = {child};
    return n;
}

// The index stays on the last part: (a + b)² has it on its closing bracket.
std::vector<Notation> openedScript(const Notation& n, double ratio) {
    std::vector<Notation> out = opened(n.children[0], ratio);
    if (out.size() < 2) return {};
    Notation last = n;
    last.children[0] = std::move(out.back());
    out.back() = std::move(last);
    return out;
}

// A list of numbers ends its lines at commas: half a number reads as another one.
std::vector<Notation> cutAtCommas(const Notation& n, const QString& text, qsizetype length) {
    std::vector<Notation> out;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype comma = at + length < text.size() ? text.lastIndexOf(QLatin1String(", "), at + length) : -1;
        if (at + length < text.size() && comma < at) comma = text.indexOf(QLatin1String(", "), at + length);
        const qsizetype end = comma < at ? text.size() : comma + 2;
        Notation piece = n;
        if (n.kind != Kind::symbol && end < text.size()) piece.kind = Kind::prefix;
        piece.text = text.mid(at, end - at).toStdString();
        out.push_back(std::move(piece));
        at = end;
    }
    return out;
}

std::vector<Notation> cut(const Notation& n, double ratio) {
    const QString text = QString::fromStdString(n.text);
    const auto pieces = static_cast<qsizetype>(std::ceil(std::clamp(ratio, 1.0, 1e4) * 1.2));
    const qsizetype length = std::max<qsizetype>(1, text.size() / std::max<qsizetype>(2, pieces));
    std::vector<Notation> out;
    if (text.contains(QLatin1String(", "))) out = cutAtCommas(n, text, length);
    if (out.size() > 1) return out;
    out.clear();
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = std::min(text.size(), at + length);
        if (end < text.size() && text[end].isLowSurrogate()) ++end;
        Notation piece = n;
        if (n.kind != Kind::symbol && end < text.size()) piece.kind = Kind::prefix;  // pieces of a word close up
        piece.text = text.mid(at, end - at).toStdString();
        out.push_back(std::move(piece));
        at = end;
    }
    return out;
}

std::vector<Notation> parts(const Notation& n, double ratio) {
    const bool isEmpty = n.children.empty();
    switch (n.kind) {
        case Kind::row: return flattened(n);
        case Kind::paren: return isEmpty ? std::vector<Notation>() : between("(", n.children[0], ")");
        case Kind::absolute: return isEmpty ? std::vector<Notation>() : between("|", n.children[0], "|");
        case Kind::root:
            return isEmpty ? std::vector<Notation>()
                           : std::vector<Notation>{word(n.text == "3"   ? "∛"
                                                        : n.text == "4" ? "∜"
                                                                        : "√"),
                                                   grouped(n.children[0])};
        case Kind::fraction: {
            if (n.children.size() < 2) return {};
            Notation over;
            over.kind = Kind::binary;
            over.text = "/";
            return {grouped(n.children[0]), std::move(over), grouped(n.children[1])};
        }
        case Kind::superscript:
        case Kind::subscript: return n.children.size() < 2 ? std::vector<Notation>() : openedScript(n, ratio);
        case Kind::symbol:
        case Kind::upright:
        case Kind::number: return cut(n, ratio);
        default: return {};
    }
}

}  // namespace

std::vector<Notation> opened(const Notation& n, double ratio) {
    std::vector<Notation> out = parts(n, ratio);
    for (Notation& part : out) part = inherited(std::move(part), n);
    return out;
}

}  // namespace backstep
