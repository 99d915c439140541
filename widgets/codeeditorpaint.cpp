// SPDX-License-Identifier: GPL-3.0-or-later
// What CodeEditor draws beyond its text: the marks under it and the place of the gutter.
#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

#include "widgets/appearance.h"
#include "widgets/codeeditor.h"
#include "widgets/flatpaint.h"
#include "widgets/linegutter.h"

namespace backstep {

void CodeEditor::placeGutter() {
    const int width = gutter_->sizeHint().width();
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    gutter_->setGeometry(inside.left(), inside.top(), width, inside.height());
}

void CodeEditor::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

QVector<std::tuple<int, double, double>> CodeEditor::visibleLines() const {
    QVector<std::tuple<int, double, double>> lines;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > viewport()->height()) break;
        // Signs of another font make a line taller: the number stands on its baseline all the same.
        const QTextLine first = block.layout()->lineForTextPosition(0);
        const double lower = first.isValid() ? qMax(0.0, first.ascent() - fontMetrics().ascent()) : 0;
        lines.append({block.blockNumber(), box.top() + lower, double(fontMetrics().height())});
    }
    return lines;
}

// One box per line of the range, in the viewport, a wrapped line being several; a line break or blank margin inside the range gets none.
QVector<QRectF> CodeEditor::rectsOf(Range range) const {
    QVector<QRectF> rects;
    const int length = document()->characterCount() - 1;
    if (range.start < 0 || range.length <= 0 || range.start >= length) return rects;
    const int end = qMin(range.start + range.length, length);
    for (QTextBlock block = document()->findBlock(range.start); block.isValid() && block.position() < end; block = block.next()) {
        const QString text = block.text();
        int from = qMax(0, range.start - block.position());
        const int to = qMin(int(text.size()), end - block.position());
        if (range.start < block.position()) {
            while (from < to && text[from].isSpace()) ++from;
        }
        const QPointF corner = blockBoundingGeometry(block).translated(contentOffset()).topLeft();
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            const int first = qMax(from, line.textStart()), last = qMin(to, line.textStart() + line.textLength());
            if (first >= last) continue;
            const double left = line.cursorToX(first), right = line.cursorToX(last);
            rects.append(QRectF(corner.x() + left, corner.y() + line.y(), right - left, line.height()));
        }
    }
    return rects;
}

QRectF CodeEditor::markRect() const {
    const QVector<QRectF> rects = rectsOf(mark_);
    return rects.isEmpty() ? QRectF() : rects.first();
}

void CodeEditor::paintRange(QPainter& painter, Range range, const QColor& fill, const QColor& border) const {
    for (const QRectF& rect : rectsOf(range)) paintBox(painter, rect.adjusted(-2, 0, 2, 0), 4, fill, border);
}

void CodeEditor::paintEvent(QPaintEvent* event) {
    {
        QPainter painter(viewport());
        const QColor pane = palette().color(QPalette::Base);
        if (lineMark_ >= 0) {
            const QTextBlock line = document()->findBlock(lineMark_);
            const QRectF box = blockBoundingGeometry(line).translated(contentOffset());
            painter.fillRect(QRectF(0, box.top(), viewport()->width(), box.height()), mix(ink(Ink::line), pane, 0.45));
        }
        paintRange(painter, hoverMark_, mix(ink(Ink::line), pane, 0.4), mix(ink(Ink::faint), pane, 0.6));
        paintRange(painter, mark_, ink(Ink::backwardWash), mix(ink(Ink::backward), pane, 0.7));
        for (const Range& bracket : hasFocus() ? brackets_ : QVector<Range>()) {
            for (const QRectF& rect : rectsOf(bracket)) {
                paintBox(painter, rect.adjusted(0, 1, 0, -1), 3, mix(ink(Ink::forward), pane, 0.28), Qt::transparent, 0);
            }
        }
    }
    QPlainTextEdit::paintEvent(event);  // the text goes over the marks
}

}  // namespace backstep
