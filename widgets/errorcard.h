// SPDX-License-Identifier: GPL-3.0-or-later
// What stopped a program: the library's own message first, then what it means, then the button that mends it.
#pragma once

#include <memory>

#include <QFrame>

#include "engine/run/explain.h"

class QLabel;
class QVBoxLayout;

namespace backstep {

class QuietButton;

class ErrorCard : public QFrame {
    Q_OBJECT

public:
    explicit ErrorCard(QWidget* parent = nullptr);
    void setError(const ProgramError& error, std::shared_ptr<const ErrorExplanation> explanation);

signals:
    void lineActivated(int line);
    void fixAsked(const backstep::ErrorFix& fix);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    ProgramError error_;
    std::shared_ptr<const ErrorExplanation> explained_;
    QLabel* headline_;
    QLabel* explanation_;
    QuietButton* line_;
    QVBoxLayout* fixes_;

    void present();
    void presentFixes();
};

}  // namespace backstep
