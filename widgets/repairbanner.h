// SPDX-License-Identifier: GPL-3.0-or-later
// Over the editor, when a paste looks damaged: one sentence, what a repair would change, and the repair. Nothing is
// changed before it is asked for.
#pragma once

#include <memory>

#include <QFrame>

#include "engine/syntax/repair.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace backstep {

class QuietButton;

class RepairBanner : public QFrame {
    Q_OBJECT

public:
    explicit RepairBanner(QWidget* parent = nullptr);
    void offer(const Source& source, std::shared_ptr<const Repaired> repaired);
    void withdraw();
    [[nodiscard]] const std::shared_ptr<const Repaired>& repaired() const { return repaired_; }  // null: nothing is offered

signals:
    void repairAsked();
    void dismissed();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    std::shared_ptr<const Repaired> repaired_;
    Source source_;
    QLabel* sentence_;
    QuietButton* preview_;
    QuietButton* repair_;
    QToolButton* dismiss_;
    QPlainTextEdit* changes_;

    void say();
    void showChanges(bool shown);
};

}  // namespace backstep
