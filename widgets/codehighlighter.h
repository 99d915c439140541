// SPDX-License-Identifier: GPL-3.0-or-later
// Colours the code by what a provider says of each line (our own lexer, not regular expressions).
#pragma once

#include <cstdint>
#include <functional>

#include <QSyntaxHighlighter>
#include <QVector>

namespace backstep {

struct Colouring {
    enum class Kind : std::uint8_t { name, function, number, op, keyword, string, comment, error };
    int start = 0;  // within the line
    int length = 0;
    Kind kind = Kind::name;
};

// What a line leaves open: equal numbers, equal effects on the lines after it. Without one, lines are independent.
using LineStateProvider = std::function<int(int blockNumber)>;
using ColouringProvider = std::function<QVector<Colouring>(const QString& line, int blockNumber)>;

class CodeHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    explicit CodeHighlighter(QTextDocument* document);
    void setProvider(ColouringProvider provider, LineStateProvider states = {});
    // Whether the character at this position lies in a string or a comment, where brackets do not count.
    [[nodiscard]] static bool isQuoted(const QTextBlock& block, int column);

protected:
    void highlightBlock(const QString& text) override;

private:
    ColouringProvider provider_;
    LineStateProvider states_;
};

}  // namespace backstep
