// SPDX-License-Identifier: GPL-3.0-or-later
// What CodeEditor does with the keyboard: indentation, completion, and a way out for those who have no mouse.
#include <climits>

#include <QKeyEvent>
#include <QTextBlock>

#include "widgets/codeeditor.h"
#include "widgets/linegutter.h"

namespace backstep {
namespace {

constexpr int kIndent = 4;

int leadingSpaces(const QString& text) {
    int n = 0;
    while (n < text.size() && text[n] == QLatin1Char(' ')) ++n;
    return n;
}

QString withoutComment(const QString& line) {
    const auto hash = line.indexOf(QLatin1Char('#'));
    return (hash < 0 ? line : line.left(hash)).trimmed();
}

bool leaves(const QKeyEvent& event) { return event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab || event.key() == Qt::Key_Shift; }

}  // namespace

bool CodeEditor::event(QEvent* event) {
    // Undo and redo are the document's: not claiming them here lets the window's shortcuts have them.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

// QPlainTextEdit keeps the Tab key for itself; who wants to leave, leaves by what it overrides.
bool CodeEditor::focusNextPrevChild(bool next) {
    // NOLINTNEXTLINE(bugprone-parent-virtual-call)
    return tabLeaves_ ? QWidget::focusNextPrevChild(next) : QPlainTextEdit::focusNextPrevChild(next);
}

void CodeEditor::focusInEvent(QFocusEvent* event) {
    QPlainTextEdit::focusInEvent(event);
    gutter_->update();
}

void CodeEditor::focusOutEvent(QFocusEvent* event) {
    tabLeaves_ = false;
    QPlainTextEdit::focusOutEvent(event);
    gutter_->update();
}

void CodeEditor::keyPressEvent(QKeyEvent* event) {
    if (completion_->wants(*event)) return event->ignore();  // QCompleter does what is to be done
    if (!leaves(*event)) tabLeaves_ = event->key() == Qt::Key_Escape;
    if (event->key() == Qt::Key_Escape) return event->ignore();  // the window may have something to stop
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) return completion_->offer(true);
    if (!handleKey(event)) QPlainTextEdit::keyPressEvent(event);
    const QString typed = event->text();
    const bool word = !typed.isEmpty() && (typed[0].isLetterOrNumber() || typed[0] == QLatin1Char('_'));
    const bool erased = event->key() == Qt::Key_Backspace;
    if (word || (erased && completion_->isOpen())) {
        completion_->offer(false);
    } else if (!typed.isEmpty() || event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        completion_->close();
    }
}

bool CodeEditor::handleKey(QKeyEvent* event) {
    const bool plain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (!plain || isReadOnly()) return false;
    switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter: breakLine(); return true;
        case Qt::Key_Tab: indent(true); return true;
        case Qt::Key_Backtab: indent(false); return true;
        case Qt::Key_Backspace: return dedentBackspace();
        default: return false;
    }
}

// The new line starts where this one did, and one level deeper after a colon.
void CodeEditor::breakLine() {
    QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    int depth = qMin(leadingSpaces(before), cursor.positionInBlock());
    if (withoutComment(before).endsWith(QLatin1Char(':'))) depth += kIndent;
    cursor.insertText(QLatin1Char('\n') + QString(depth, QLatin1Char(' ')));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void CodeEditor::indent(bool deeper) {
    QTextCursor cursor = textCursor();
    if (deeper && !cursor.hasSelection()) {
        const int column = cursor.positionInBlock();
        return cursor.insertText(QString(kIndent - column % kIndent, QLatin1Char(' ')));
    }
    const int last = cursor.selectionEnd();
    QTextBlock block = document()->findBlock(cursor.selectionStart());
    const int lastBlock = document()->findBlock(last).blockNumber();
    cursor.beginEditBlock();
    for (; block.isValid() && block.blockNumber() <= lastBlock; block = block.next()) {
        QTextCursor edit(block);
        if (deeper) {
            if (!block.text().trimmed().isEmpty()) edit.insertText(QString(kIndent, QLatin1Char(' ')));
        } else {
            const int spaces = qMin(kIndent, leadingSpaces(block.text()));
            edit.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor, spaces);
            edit.removeSelectedText();
        }
    }
    cursor.endEditBlock();
}

// Signs go where the shallowest line begins, so that the lines keep their shape.
void CodeEditor::toggleComment() {
    QTextCursor cursor = textCursor();
    const QTextBlock first = document()->findBlock(cursor.selectionStart());
    QTextBlock last = document()->findBlock(cursor.selectionEnd());
    if (last != first && cursor.selectionEnd() == last.position()) last = last.previous();  // nothing of it is selected
    int column = INT_MAX;
    bool all = true;
    for (QTextBlock block = first; block.isValid() && block.blockNumber() <= last.blockNumber(); block = block.next()) {
        if (block.text().trimmed().isEmpty()) continue;
        column = qMin(column, leadingSpaces(block.text()));
        all = all && block.text().trimmed().startsWith(QLatin1Char('#'));
    }
    if (column == INT_MAX) return;
    cursor.beginEditBlock();
    for (QTextBlock block = first; block.isValid() && block.blockNumber() <= last.blockNumber(); block = block.next()) {
        const QString text = block.text();
        if (text.trimmed().isEmpty()) continue;
        QTextCursor edit(block);
        edit.movePosition(QTextCursor::NextCharacter, QTextCursor::MoveAnchor, all ? leadingSpaces(text) : column);
        if (!all) {
            edit.insertText(QStringLiteral("# "));
            continue;
        }
        const bool space = text.mid(leadingSpaces(text) + 1).startsWith(QLatin1Char(' '));
        edit.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor, space ? 2 : 1);
        edit.removeSelectedText();
    }
    cursor.endEditBlock();
}

// In the indentation, one press takes back what one Tab gave.
bool CodeEditor::dedentBackspace() {
    QTextCursor cursor = textCursor();
    const int column = cursor.positionInBlock();
    const QString before = cursor.block().text().left(column);
    if (cursor.hasSelection() || column == 0 || leadingSpaces(before) != column) return false;
    const int count = column % kIndent == 0 ? kIndent : column % kIndent;
    cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor, count);
    cursor.removeSelectedText();
    return true;
}

}  // namespace backstep
