// SPDX-License-Identifier: GPL-3.0-or-later
// One quiet line over a pane's content: a sentence, and the one thing to do about it.
#pragma once

#include <QFrame>

class QAction;
class QHBoxLayout;
class QLabel;

namespace backstep {

class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);
    void setSentence(const QString& sentence);
    void addAction(QAction* action);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* sentence_;
    QHBoxLayout* row_;
};

}  // namespace backstep
