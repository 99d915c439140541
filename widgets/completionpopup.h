// SPDX-License-Identifier: GPL-3.0-or-later
// Offers names while one is typed: each with its signature and one line of help. It never takes a key that the text
// needs: it opens after two letters of a name, and Enter breaks the line when the name is complete already.
#pragma once

#include <QObject>
#include <QString>
#include <QVector>

class QAbstractItemView;
class QCompleter;
class QKeyEvent;
class QPlainTextEdit;
class QStandardItemModel;

namespace backstep {

struct Completion {
    QString name;
    QString signature;  // "sin(x)"; may be empty
    QString help;       // one line
};

class CompletionPopup : public QObject {
    Q_OBJECT

public:
    explicit CompletionPopup(QPlainTextEdit* editor);
    void setCompletions(const QVector<Completion>& completions);
    void offer(bool evenIfShort);  // opens, updates or closes, by the word before the caret
    void close();
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool wants(const QKeyEvent& event) const;  // a key that the open popup will deal with
    [[nodiscard]] QAbstractItemView* view() const;

private:
    void list();
    void accept(const QString& name);
    [[nodiscard]] QString wordBeforeCaret() const;
    [[nodiscard]] bool inQuotedText() const;
    void open();

    QPlainTextEdit* editor_;
    QCompleter* completer_;
    QStandardItemModel* model_;
    QVector<Completion> completions_;
    bool listed_ = true;  // they are in the model
};

}  // namespace backstep
