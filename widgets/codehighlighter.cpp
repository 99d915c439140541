// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codehighlighter.h"

#include <QTextBlock>
#include <QTextLayout>

#include "widgets/appearance.h"

namespace backstep {
namespace {

constexpr qsizetype kLongLine = 2'000;

constexpr int kKindProperty = QTextFormat::UserProperty + 1;

// Vermilion, violet and green have meanings of their own in this window; code gets along without them.
QTextCharFormat formatOf(Colouring::Kind kind) {
    using Kind = Colouring::Kind;
    QTextCharFormat format;
    format.setProperty(kKindProperty, int(kind));
    switch (kind) {
        case Kind::name: break;
        case Kind::function: format.setForeground(ink(Ink::forward)); break;
        case Kind::number:
        case Kind::string: format.setForeground(ink(Ink::warning)); break;
        case Kind::op: format.setForeground(mix(ink(Ink::text), ink(Ink::quiet), 0.5)); break;
        case Kind::keyword: format.setFontWeight(QFont::Bold); break;
        case Kind::comment:
            format.setForeground(ink(Ink::quiet));
            format.setFontItalic(true);
            break;
        case Kind::error: format.setForeground(ink(Ink::error)); break;
    }
    return format;
}

}  // namespace

CodeHighlighter::CodeHighlighter(QTextDocument* document) : QSyntaxHighlighter(document) {}

void CodeHighlighter::setProvider(ColouringProvider provider, LineStateProvider states) {
    provider_ = std::move(provider);
    states_ = std::move(states);
    rehighlight();
}

void CodeHighlighter::highlightBlock(const QString& text) {
    if (!provider_) return;
    // Every stretch of its own colour is shaped by itself, each time the line is laid out: a line of thousands of numbers would
    // hold up the window. Of such a line only what is quoted is told apart.
    const bool isLong = text.size() > kLongLine;
    for (const Colouring& part : provider_(text, currentBlock().blockNumber())) {
        if (isLong && part.kind != Colouring::Kind::string && part.kind != Colouring::Kind::comment) continue;
        setFormat(part.start, part.length, formatOf(part.kind));
    }
    setCurrentBlockState(states_ ? states_(currentBlock().blockNumber()) : -1);
}

bool CodeHighlighter::isQuoted(const QTextBlock& block, int column) {
    const auto formats = block.layout()->formats();
    for (const auto& range : formats) {
        if (column < range.start || column >= range.start + range.length) continue;
        const QVariant kind = range.format.property(kKindProperty);
        if (!kind.isValid()) continue;
        return kind.toInt() == int(Colouring::Kind::string) || kind.toInt() == int(Colouring::Kind::comment);
    }
    return false;
}

}  // namespace backstep
