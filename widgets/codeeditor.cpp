// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codeeditor.h"

#include <memory>

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

#include "engine/text/limits.h"
#include "widgets/appearance.h"
#include "widgets/codebrackets.h"
#include "widgets/flatpaint.h"
#include "widgets/linegutter.h"

namespace backstep {
namespace {

QTextCursor cursorOver(QTextDocument* document, int start, int length) {
    const int end = document->characterCount() - 1;
    QTextCursor cursor(document);
    cursor.setPosition(qBound(0, start, end));
    cursor.setPosition(qBound(0, start + length, end), QTextCursor::KeepAnchor);
    return cursor;
}

// A fault between two characters, or at the end of a line, is shown under the character before it.
QTextCursor visibleCursor(QTextDocument* document, int start, int length) {
    QTextCursor cursor = cursorOver(document, start, length);
    if (!cursor.selectedText().trimmed().isEmpty()) return cursor;
    if (!cursor.block().text().isEmpty() && cursor.positionInBlock() > 0) return cursorOver(document, cursor.position() - 1, 1);
    return cursorOver(document, start, 1);
}

qsizetype commonStart(const QString& a, const QString& b) {
    const qsizetype size = qMin(a.size(), b.size());
    qsizetype n = 0;
    while (n < size && a[n] == b[n]) ++n;
    return n;
}

qsizetype commonEnd(const QString& a, const QString& b, qsizetype start) {
    const qsizetype size = qMin(a.size(), b.size()) - start;
    qsizetype n = 0;
    while (n < size && a[a.size() - 1 - n] == b[b.size() - 1 - n]) ++n;
    return n;
}

}  // namespace

CodeEditor::CodeEditor(QWidget* parent)
    : QPlainTextEdit(parent),
      highlighter_(new CodeHighlighter(document())),
      completion_(new CompletionPopup(this)),
      gutter_(new LineGutter(this)) {
    setObjectName(QStringLiteral("codeEditor"));
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setUndoRedoEnabled(false);
    document()->setDocumentMargin(4);
    viewport()->setMouseTracking(true);
    applyAppearanceToText();
    connect(this, &QPlainTextEdit::textChanged, this, &CodeEditor::noticeEdit);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEditor::placeGutter);
    connect(this, &QPlainTextEdit::updateRequest, gutter_, qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        findBrackets();
        gutter_->update();
        if (!programmatic_) emit caretMoved(textCursor().position());
    });
}

void CodeEditor::applyAppearanceToText() {
    setFont(codeFont(1.08));  // code is read letter by letter
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(QLatin1Char(' ')));
    setCursorWidth(2);
    setAccessibleName(tr("Code"));
    setAccessibleDescription(tr("Tab indents. Press Escape and then Tab to move on."));
    highlighter_->rehighlight();
    placeGutter();
    refreshSelections();
}

void CodeEditor::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    const auto type = event->type();
    if (gutter_ == nullptr) return;
    if (type == QEvent::PaletteChange || type == QEvent::ApplicationFontChange || type == QEvent::LanguageChange) {
        applyAppearanceToText();
    }
}

void CodeEditor::replaceAll(const QString& text) {
    const QString old = toPlainText();
    if (old == text) return;
    const QScopedValueRollback<bool> guard(programmatic_, true);
    const int scroll = verticalScrollBar()->value();
    // Only the part that differs is replaced: the caret, and what is marked, keep their places.
    const qsizetype start = commonStart(old, text);
    const qsizetype end = commonEnd(old, text, start);
    QTextCursor cursor = cursorOver(document(), int(start), int(old.size() - start - end));
    cursor.insertText(text.mid(start, text.size() - start - end));
    verticalScrollBar()->setValue(scroll);
}

void CodeEditor::noticeEdit() {
    const QString text = toPlainText();
    if (text == seen_) return;
    seen_ = text;
    findBrackets();
    refreshSelections();
    if (!programmatic_) emit edited();
}

void CodeEditor::setColouring(ColouringProvider provider, LineStateProvider states) {
    highlighter_->setProvider(std::move(provider), std::move(states));
}

void CodeEditor::setCompletions(const QVector<Completion>& completions) { completion_->setCompletions(completions); }

void CodeEditor::setFaults(const QVector<Fault>& faults) {
    faults_ = faults;
    refreshSelections();
}

void CodeEditor::setMark(int start, int length) {
    mark_ = {start, length};
    viewport()->update();
}

void CodeEditor::setLineMark(int position) {
    if (position == lineMark_) return;
    lineMark_ = position;
    viewport()->update();
}

void CodeEditor::setHoverMark(int start, int length) {
    hoverMark_ = {start, length};
    viewport()->update();
}

void CodeEditor::refreshSelections() {
    QList<QTextEdit::ExtraSelection> selections;
    for (const Fault& fault : faults_) {
        QTextEdit::ExtraSelection wave;
        wave.cursor = visibleCursor(document(), fault.start, fault.length);
        wave.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wave.format.setUnderlineColor(ink(fault.isError ? Ink::error : Ink::warning));
        selections.append(wave);
    }
    setExtraSelections(selections);
}

void CodeEditor::findBrackets() {
    brackets_.clear();
    if (const auto pair = matchBracket(*document(), textCursor().position())) {
        brackets_ = {Range{pair->first, 1}, Range{pair->second, 1}};
    }
    viewport()->update();
}

QString CodeEditor::faultAt(int position) const {
    for (const Fault& fault : faults_) {
        const QTextCursor cursor = visibleCursor(document(), fault.start, fault.length);
        if (position >= cursor.selectionStart() && position < cursor.selectionEnd()) return fault.message;
    }
    return {};
}

// The character whose box the point is in; the nearest gap between two, which Qt gives, may be to its right.
int CodeEditor::positionUnder(const QPointF& point) const {
    const QTextCursor nearest = cursorForPosition(point.toPoint());
    const QTextBlock block = nearest.block();
    for (const int position : {nearest.position() - 1, nearest.position()}) {
        if (position < block.position() || position >= block.position() + block.length() - 1) continue;
        const QVector<QRectF> rects = rectsOf({position, 1});
        if (!rects.isEmpty() && rects.first().contains(point)) return position;
    }
    return -1;
}

void CodeEditor::hover(const QPointF& point) {
    const int position = point.x() < 0 ? -1 : positionUnder(point);
    if (position == hovered_) return;
    hovered_ = position;
    emit hovered(position);
}

bool CodeEditor::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::MouseMove) hover(static_cast<QMouseEvent*>(event)->position());
    if (event->type() == QEvent::Leave) hover(QPointF(-1, -1));
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString message = faultAt(positionUnder(QPointF(help->pos())));
        // Messages quote the student's text: a '<' in it is a character, not markup.
        QToolTip::showText(help->globalPos(), message.isEmpty() ? message : Qt::convertFromPlainText(message, Qt::WhiteSpaceNormal), this);
        return true;
    }
    return QPlainTextEdit::viewportEvent(event);
}

void CodeEditor::contextMenuEvent(QContextMenuEvent* event) {
    const std::unique_ptr<QMenu> menu(createStandardContextMenu());
    // Undo and redo belong to the document, whose menu has them; these two would always be grey.
    for (QAction* action : menu->actions()) {
        const bool history = action->objectName() == QLatin1String("edit-undo") || action->objectName() == QLatin1String("edit-redo");
        if (history) action->setVisible(false);
    }
    menu->exec(event->globalPos());
}

bool CodeEditor::canInsertFromMimeData(const QMimeData* source) const {
    return source->hasText() && !source->hasUrls();  // a file dropped here is the window's to open
}

// What no editor of this kind can hold without standing still. A text that is merely too long to be read is taken, and told of.
// A paste leaves room: what is typed after it must not make a document that could be saved and not be opened again.
QString CodeEditor::refusalOf(const QString& text, Taken taken) {
    constexpr qsizetype kLongestLine = 10'000, kMostLines = 20'000, kMostMarks = 200;
    const auto most = [&](qsizetype of) { return taken == Taken::Pasted ? of / 20 * 19 : of; };
    if (text.size() > most(kMostCharacters))
        return tr("This text has %1 characters; at most %2 can be pasted.").arg(text.size()).arg(most(kMostCharacters));
    qsizetype line = 0, lines = 1, marks = 0;
    for (const QChar c : text) {
        line = c == QLatin1Char('\n') ? 0 : line + 1;
        lines += c == QLatin1Char('\n') ? 1 : 0;
        marks = c.isMark() ? marks + 1 : 0;
        if (line > most(kLongestLine))
            return tr("This text has a line of more than %1 characters and cannot be pasted. A file of it can be run on the command line.")
                .arg(most(kLongestLine));
        if (lines > most(kMostLines))
            return tr("This text has more than %1 lines and cannot be pasted. A file of it can be run on the command line.")
                .arg(most(kMostLines));
        if (marks > kMostMarks) return tr("This text has more than %1 accents on one letter and cannot be pasted.").arg(kMostMarks);
    }
    return {};
}

void CodeEditor::insertFromMimeData(const QMimeData* source) {
    if (!canInsertFromMimeData(source)) return;
    QString text = source->text();
    text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    QString whole = toPlainText();
    const QTextCursor cursor = textCursor();
    whole.replace(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart(), text);
    if (const QString refused = refusalOf(whole, Taken::Pasted); !refused.isEmpty())
        return QToolTip::showText(mapToGlobal(cursorRect().bottomLeft()), refused, this);
    emit aboutToPaste();
    textCursor().insertText(text);
    ensureCursorVisible();
}

}  // namespace backstep
