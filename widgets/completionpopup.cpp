// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/completionpopup.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTextBlock>

#include "widgets/appearance.h"
#include "widgets/codehighlighter.h"
#include "widgets/completiondelegate.h"

namespace backstep {
namespace {

constexpr int kLeastLetters = 2;
constexpr int kRows = 7;

bool isWordCharacter(QChar c) { return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('.'); }

QString lastPart(const QString& word) { return word.mid(word.lastIndexOf(QLatin1Char('.')) + 1); }

}  // namespace

CompletionPopup::CompletionPopup(QPlainTextEdit* editor)
    : QObject(editor), editor_(editor), completer_(new QCompleter(this)), model_(new QStandardItemModel(this)) {
    auto* list = new QListView;
    list->setObjectName(QStringLiteral("completionList"));
    list->setAccessibleName(tr("Completions"));
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    completer_->setWidget(editor_);
    completer_->setModel(model_);
    completer_->setPopup(list);
    list->setItemDelegate(new CompletionDelegate(list));  // after setPopup, which sets a delegate of its own
    list->setUniformItemSizes(true);
    completer_->setCaseSensitivity(Qt::CaseSensitive);
    completer_->setMaxVisibleItems(kRows);
    connect(completer_, qOverload<const QString&>(&QCompleter::activated), this, &CompletionPopup::accept);
}

void CompletionPopup::setCompletions(const QVector<Completion>& completions) {
    completions_ = completions;
    listed_ = false;
    if (isOpen()) list();
}

// Thousands of names are made into a list when the first is looked up, not while a document is opened.
void CompletionPopup::list() {
    listed_ = true;
    std::stable_sort(completions_.begin(), completions_.end(), [](const Completion& a, const Completion& b) { return a.name < b.name; });
    model_->clear();
    QList<QStandardItem*> items;
    for (const Completion& completion : completions_) {
        auto* item = new QStandardItem(completion.name);
        item->setData(completion.signature, CompletionDelegate::SignatureRole);
        item->setData(completion.help, CompletionDelegate::HelpRole);
        item->setData(tr("%1: %2").arg(completion.signature.isEmpty() ? completion.name : completion.signature, completion.help),
                      Qt::AccessibleTextRole);
        items.append(item);
    }
    model_->invisibleRootItem()->appendRows(items);
}

QAbstractItemView* CompletionPopup::view() const { return completer_->popup(); }

bool CompletionPopup::isOpen() const { return completer_->popup()->isVisible(); }

void CompletionPopup::close() {
    if (isOpen()) completer_->popup()->hide();
}

bool CompletionPopup::wants(const QKeyEvent& event) const {
    if (!isOpen()) return false;
    switch (event.key()) {
        case Qt::Key_Enter:
        case Qt::Key_Return:
        case Qt::Key_Tab:
        case Qt::Key_Backtab: return event.modifiers() == Qt::NoModifier || event.modifiers() == Qt::KeypadModifier;
        case Qt::Key_Escape: return true;
        default: return false;
    }
}

QString CompletionPopup::wordBeforeCaret() const {
    const QTextCursor cursor = editor_->textCursor();
    const QString line = cursor.block().text();
    const int end = cursor.positionInBlock();
    int start = end;
    while (start > 0 && isWordCharacter(line[start - 1])) --start;
    const bool insideWord = end < line.size() && isWordCharacter(line[end]) && line[end] != QLatin1Char('.');
    const bool number = start < end && line[start].isDigit();
    return insideWord || number ? QString() : line.mid(start, end - start);
}

bool CompletionPopup::inQuotedText() const {
    const QTextCursor cursor = editor_->textCursor();
    return CodeHighlighter::isQuoted(cursor.block(), cursor.positionInBlock() - 1);
}

// "torch.si" is looked up as it stands; failing that, "d.ba" is a method and looked up as ".ba".
void CompletionPopup::offer(bool evenIfShort) {
    const QString word = wordBeforeCaret();
    if ((!evenIfShort && lastPart(word).size() < kLeastLetters) || editor_->isReadOnly() || inQuotedText()) return close();
    if (!listed_) list();
    completer_->setCompletionPrefix(word);
    if (completer_->completionCount() == 0 && word.contains(QLatin1Char('.'))) {
        completer_->setCompletionPrefix(QLatin1Char('.') + lastPart(word));
    }
    const int count = completer_->completionCount();
    const bool complete = count == 1 && completer_->currentCompletion() == completer_->completionPrefix();
    if (count == 0 || complete) return close();
    open();
}

void CompletionPopup::open() {
    QAbstractItemView* list = completer_->popup();
    int width = 260;
    const auto* model = completer_->completionModel();
    for (int row = 0; row < qMin(model->rowCount(), 40); ++row) {
        QStyleOptionViewItem option;
        width = qMax(width, list->itemDelegate()->sizeHint(option, model->index(row, 0)).width());
    }
    QRect rect = editor_->cursorRect();
    rect.translate(editor_->viewport()->pos());
    rect.setWidth(qMin(width + list->verticalScrollBar()->sizeHint().width() + 4, 560));
    rect.translate(-editor_->fontMetrics().horizontalAdvance(lastPart(completer_->completionPrefix())) - 10, 4);
    completer_->complete(rect);
    // The first one is at hand, unless what is typed is a name by itself: then Enter is a line break.
    const QModelIndex first = model->index(0, 0);
    const bool isName = first.data().toString() == completer_->completionPrefix();
    list->setCurrentIndex(isName ? QModelIndex() : first);
}

void CompletionPopup::accept(const QString& name) {
    QTextCursor cursor = editor_->textCursor();
    const auto typed = completer_->completionPrefix().size();
    cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor, int(typed));
    cursor.insertText(name);
    editor_->setTextCursor(cursor);
}

}  // namespace backstep
