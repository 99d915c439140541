// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/markdownview.h"

#include <cmath>

#include <QEvent>
#include <QRegularExpression>
#include <QTextDocument>
#include <QWheelEvent>

namespace backstep {

MarkdownView::MarkdownView(QWidget* parent) : QTextBrowser(parent) {
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(2);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

// Chinese has no blanks between words: a line break in the file is none on the page.
QString MarkdownView::joined(QString markdown) {
    static const QRegularExpression between(
        QStringLiteral("(?<=[\\x{3000}-\\x{9FFF}\\x{FF00}-\\x{FFEF}])\\n(?=[\\x{3000}-\\x{9FFF}\\x{FF00}-\\x{FFEF}])"));
    return markdown.replace(between, QString());
}

// A list that begins with another number than 1 would be numbered from 1: it stays text, with the numbers that were written.
QString MarkdownView::withItsNumbers(const QString& markdown) {
    static const QRegularExpression item(QStringLiteral("^( {0,3})(\\d{1,9})([.)])(?=[ \\t])"));
    QStringList lines = markdown.split(QLatin1Char('\n'));
    bool fenced = false, afterBlank = true;
    qint64 last = 0;  // the number of the item before, in a list that began with 1
    for (QString& line : lines) {
        if (line.trimmed().startsWith(QStringLiteral("```"))) fenced = !fenced;
        const auto match = fenced ? QRegularExpressionMatch() : item.match(line);
        if (match.hasMatch()) {
            const qint64 number = match.captured(2).toLongLong();
            if (number == 1 || number == last + 1) last = number;
            else if (afterBlank) line.insert(match.capturedStart(3), QLatin1Char('\\'));
        } else if (!line.trimmed().isEmpty() && !line.startsWith(QLatin1Char(' '))) {
            last = 0;
        }
        afterBlank = line.trimmed().isEmpty();
    }
    return lines.join(QLatin1Char('\n'));
}

void MarkdownView::setProse(const QString& markdown) {
    prose_ = markdown;
    document()->setMarkdown(withItsNumbers(joined(markdown)),
                            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    setAccessibleName(document()->toPlainText());
    fit();
}

QVariant MarkdownView::loadResource(int, const QUrl&) { return {}; }

QSize MarkdownView::sizeHint() const { return {320, height()}; }

void MarkdownView::fit() {
    document()->setTextWidth(viewport()->width());
    int wanted = static_cast<int>(std::ceil(document()->size().height())) + 2;
    // A long line of code has its own scroll bar; the slant of a last letter needs none.
    const bool wide = document()->idealWidth() > viewport()->width() + 8;
    setHorizontalScrollBarPolicy(wide ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    if (wide) wanted += 14;
    if (wanted != height()) setFixedHeight(wanted);
}

void MarkdownView::resizeEvent(QResizeEvent* event) {
    QTextBrowser::resizeEvent(event);
    if (event->oldSize().width() != event->size().width()) fit();
}

void MarkdownView::wheelEvent(QWheelEvent* event) { event->ignore(); }  // the page scrolls, not one paragraph of it

void MarkdownView::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) setProse(prose_);
}

}  // namespace backstep
