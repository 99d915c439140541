// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/codecolours.h"

#include <memory>

#include <QPointer>
#include <QTextBlock>
#include <QTextDocument>

#include "engine/syntax/functions.h"
#include "engine/text/lexer.h"
#include "engine/text/pylexer.h"
#include "widgets/textpositions.h"

namespace backstep {
namespace {

Colouring::Kind colourOf(const Token& token, bool applied) {
    switch (classOf(token.kind)) {
        case TokenClass::Number: return Colouring::Kind::number;
        case TokenClass::Operator: return Colouring::Kind::op;
        case TokenClass::Keyword: return Colouring::Kind::keyword;
        case TokenClass::Comment: return Colouring::Kind::comment;
        case TokenClass::Fault: return Colouring::Kind::error;
        case TokenClass::Name:
            return findFunction(token.name) != nullptr && (token.name != "σ" || applied) ? Colouring::Kind::function
                                                                                         : Colouring::Kind::name;
        case TokenClass::Text:  // of programs only
        case TokenClass::Plain: break;
    }
    return Colouring::Kind::op;
}

QVector<Colouring> coloursOf(const QString& line) {
    const std::string text = line.toStdString();
    const TextPositions positions(text);
    QVector<Colouring> colours;
    const std::vector<Token> tokens = lexMath(Source(text)).tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (token.span.empty() || classOf(token.kind) == TokenClass::Plain) continue;
        const EditorRange range = positions.toEditor(token.span);
        const bool applied = i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::LeftParen;
        colours.append({range.start, range.length, colourOf(token, applied)});
    }
    if (const auto comment = line.indexOf(QLatin1Char('#')); comment >= 0) {
        colours.append({static_cast<int>(comment), static_cast<int>(line.size() - comment), Colouring::Kind::comment});
    }
    return colours;
}

// The colours of a whole program, by line.
class ProgramColours {
public:
    explicit ProgramColours(QTextDocument* document) : document_(document) {}

    QVector<Colouring> line(int number) {
        refresh();
        return number < lines_.size() ? lines_[number] : QVector<Colouring>();
    }
    int state(int number) {
        refresh();
        return number < open_.size() ? open_[number] : 0;
    }

private:
    QPointer<QTextDocument> document_;
    int revision_ = -1;
    QString text_;
    QVector<QVector<Colouring>> lines_;
    QVector<int> open_;  // 1: a string goes on in the next line

    void refresh() {
        if (!document_ || document_->revision() == revision_) return;
        revision_ = document_->revision();
        const QString text = document_->toPlainText();
        if (text == text_ && !lines_.isEmpty()) return;
        text_ = text;
        lines_.fill({}, document_->blockCount());
        open_.fill(0, document_->blockCount());
        const std::string utf8 = text.toStdString();
        const TextPositions positions(utf8);
        QTextBlock block = document_->firstBlock();
        for (const Coloured& part : colourPython(Source(utf8))) {
            const EditorRange range = positions.toEditor(part.span);
            while (block.isValid() && block.position() + block.length() <= range.start) block = block.next();
            add(block, range, kindOf(part.cls, text, range));
        }
    }

    void add(QTextBlock block, EditorRange range, Colouring::Kind kind) {
        const int end = range.start + range.length;
        for (; block.isValid() && block.position() < end; block = block.next()) {
            const int from = qMax(0, range.start - block.position());
            const int to = qMin(block.length() - 1, end - block.position());
            if (to > from) lines_[block.blockNumber()].append({from, to - from, kind});
            if (end > block.position() + block.length() - 1) open_[block.blockNumber()] = 1;
        }
    }

    // A name that is called stands out.
    static Colouring::Kind kindOf(TokenClass cls, const QString& text, EditorRange range) {
        switch (cls) {
            case TokenClass::Number: return Colouring::Kind::number;
            case TokenClass::Keyword: return Colouring::Kind::keyword;
            case TokenClass::Comment: return Colouring::Kind::comment;
            case TokenClass::Text: return Colouring::Kind::string;
            case TokenClass::Fault: return Colouring::Kind::error;
            case TokenClass::Name: {
                const int after = range.start + range.length;
                return after < text.size() && text[after] == QLatin1Char('(') ? Colouring::Kind::function : Colouring::Kind::name;
            }
            case TokenClass::Operator:
            case TokenClass::Plain: break;
        }
        return Colouring::Kind::op;
    }
};

}  // namespace

CodeColours formulaColours() {
    return {[](const QString& line, int) { return coloursOf(line); }, {}};
}

CodeColours programColours(QTextDocument* document) {
    const auto colours = std::make_shared<ProgramColours>(document);
    return {[colours](const QString&, int block) { return colours->line(block); }, [colours](int block) { return colours->state(block); }};
}

}  // namespace backstep
