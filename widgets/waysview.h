// SPDX-License-Identifier: GPL-3.0-or-later
// The pane "Ways of looking": derivatives of one output by one input, seen as a matrix, as two modes, as paths, as orders of
// differentiation, and checked. Worked out off the window's thread, and only while somebody looks.
#pragma once

#include <QWidget>

#include "widgets/wayspages.h"
#include "widgets/waysworker.h"

class QComboBox;
class QStackedWidget;

namespace backstep {

class WaysView : public QWidget {
    Q_OBJECT

public:
    enum Page { JacobianTab, ModesTab, PathsTab, OrdersTab, ChecksTab, PageCount };

    WaysView(StepCursor* cursor, QAction* sideBySide, QWidget* parent = nullptr);

    void setPage(Page page);
    [[nodiscard]] Page page() const;
    // Somebody else needs what this finds, whether or not it is seen: the second graph.
    void setNeeded(bool needed);
    void focusPage();  // its table takes the keyboard
    void setOrder(int order) { orders_->setOrder(order); }
    [[nodiscard]] const std::shared_ptr<const Ways>& ways() const { return ways_; }  // of the run at hand; null until they are known
    [[nodiscard]] bool busy() const { return worker_.busy(); }
    [[nodiscard]] QSize sizeHint() const override { return {360, 420}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 140}; }

signals:
    void waysChanged();
    void edgesChosen(const QVector<int>& edges);
    void orderAsked(int order);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    StepCursor* cursor_;
    WaysWorker worker_;
    WaysRequest request_;
    std::string textOfRequest_;  // the request is about nodes of a run of this text
    std::shared_ptr<const Ways> ways_;
    bool needed_ = false;
    bool followed_ = true;  // the output is that of the sweep at hand
    QComboBox* root_ = nullptr;
    QComboBox* leaf_ = nullptr;
    QLabel* of_ = nullptr;
    QLabel* by_ = nullptr;
    QLabel* message_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    OrdersPage* orders_ = nullptr;
    QVector<WaysPage*> all_;

    void createChoices();
    void ask();
    void follow();
    void take(const std::shared_ptr<const Ways>& ways);
    void showWays();
    void fillChoices();
    void askFor(const WaysRequest& request);
    [[nodiscard]] QString shapeOf(NodeId node) const;
};

}  // namespace backstep
