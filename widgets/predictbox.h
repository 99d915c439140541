// SPDX-License-Identifier: GPL-3.0-or-later
// Where a prediction is typed, above the step at hand: what is asked, a line, the reply. Shown only while something is.
#pragma once

#include <QFrame>

#include "widgets/predictor.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace backstep {

class QuietButton;

class PredictBox : public QFrame {
    Q_OBJECT

public:
    explicit PredictBox(Predictor* predictor, QWidget* parent = nullptr);
    void setScoreShown(bool shown);
    [[nodiscard]] QSize minimumSizeHint() const override;

public slots:
    void focusAnswer();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Predictor* predictor_;
    QLabel* question_;
    QLineEdit* answer_;
    QuietButton* names_;
    QPushButton* check_;
    QPushButton* show_;
    QLabel* reply_;
    QLabel* score_;
    bool scoreShown_ = false;
    std::size_t asked_ = 0;  // the stop that the line is about

    void create();
    void refresh();
    void refreshReply();
    void refreshScore();
    void fillNames();
    void check();
};

}  // namespace backstep
