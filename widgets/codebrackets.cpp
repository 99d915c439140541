// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codebrackets.h"

#include <QTextBlock>
#include <QTextDocument>

#include "widgets/codehighlighter.h"

namespace backstep {
namespace {

constexpr int kFarthest = 20000;  // characters looked at: the caret must not wait for a huge text

bool isBracket(QChar c) { return QStringLiteral("()[]{}").contains(c); }

bool opens(QChar c) { return QStringLiteral("([{").contains(c); }

QChar partnerOf(QChar c) {
    static const QString pairs = QStringLiteral("()[]{}");
    const auto at = pairs.indexOf(c);
    return pairs.at(at ^ 1);
}

bool counts(const QTextDocument& document, int position) {
    if (position < 0) return false;
    const QTextBlock block = document.findBlock(position);
    return isBracket(document.characterAt(position)) && !CodeHighlighter::isQuoted(block, position - block.position());
}

std::optional<int> partnerAt(const QTextDocument& document, int position) {
    const QChar here = document.characterAt(position);
    const QChar there = partnerOf(here);
    const int step = opens(here) ? 1 : -1;
    int depth = 0;
    for (int p = position, seen = 0; p >= 0 && p < document.characterCount() && seen < kFarthest; p += step, ++seen) {
        const QChar c = document.characterAt(p);
        if ((c != here && c != there) || !counts(document, p)) continue;
        depth += c == here ? 1 : -1;
        if (depth == 0) return p;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::pair<int, int>> matchBracket(const QTextDocument& document, int caret) {
    for (const int position : {caret - 1, caret}) {
        if (!counts(document, position)) continue;
        if (const auto partner = partnerAt(document, position)) return std::pair(position, *partner);
    }
    return std::nullopt;
}

}  // namespace backstep
