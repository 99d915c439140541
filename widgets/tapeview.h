// SPDX-License-Identifier: GPL-3.0-or-later
// The tape as a table, and how far the step has come beneath it. Selecting a row activates its node; the row of the
// focus is marked. Up, Down, Page Up and Page Down walk through the rows; Left, Right, Home, End and Space are left to
// the window: there they step.
#pragma once

#include <QWidget>

#include "widgets/stepcursor.h"

class QLabel;
class QTableView;

namespace backstep {

class TapeModel;

class TapeView : public QWidget {
    Q_OBJECT

public:
    explicit TapeView(StepCursor* cursor, QWidget* parent = nullptr);

    [[nodiscard]] QTableView* table() const { return table_; }
    [[nodiscard]] TapeModel* model() const { return model_; }
    [[nodiscard]] QString summary() const;  // "Step 14 of 16 · 2 contributions of 3 have reached x"

public slots:
    void copyText();
    void copyCsv();
    void copyLatex();

signals:
    void nodeActivated(backstep::NodeId node);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    StepCursor* cursor_;
    TapeModel* model_;
    QTableView* table_ = nullptr;
    QLabel* summary_ = nullptr;
    bool following_ = false;  // the selection moves because the focus did
    bool announced_ = false;  // this press of the mouse has activated a row

    void createTable();
    void createSummary();
    void retranslate();
    void applyFonts();
    void showStep();
    void showFocus();
    void selectRow(int row);
    void activateRow(int row);
    void fitColumns();
    void fitHeight();
    void showMenu(const QPoint& point);
};

}  // namespace backstep
