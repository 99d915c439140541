// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the pane "Ways of looking". Each shows one value, `Ways`, at the cursor's stop, and asks for another by a signal.
#pragma once

#include <memory>

#include <QWidget>

#include "engine/ways/ways.h"
#include "widgets/stepcursor.h"

class QAction;
class QComboBox;
class QLabel;
class QSlider;
class QVBoxLayout;

namespace backstep {

class GridView;
class MathLabel;
class QuietButton;

class WaysPage : public QWidget {
    Q_OBJECT

public:
    explicit WaysPage(QWidget* parent);
    // Null: nothing is known yet.
    void setWays(std::shared_ptr<const Ways> ways);
    virtual void showStop() {}
    // Whether the page has something to say where no rule can be run.
    [[nodiscard]] virtual bool speaksAnyway() const { return false; }

signals:
    void requested(const backstep::WaysRequest& request);
    void edgesChosen(const QVector<int>& edges);  // of the drawn graph

protected:
    std::shared_ptr<const Ways> ways_;
    QVBoxLayout* column_;

    virtual void refresh() = 0;  // ways_ is there
    QLabel* addLabel(const QString& name, bool quiet);
    void changeEvent(QEvent* event) override;
    [[nodiscard]] WaysRequest request() const;  // that gave what is shown
    [[nodiscard]] QString name(NodeId node) const;
};

// The Jacobian, a row a seed, and what the seed makes of its rows.
class JacobianPage : public WaysPage {
    Q_OBJECT

public:
    explicit JacobianPage(QWidget* parent);

protected:
    void refresh() override;

private:
    QLabel* says_;
    GridView* grid_;
    QLabel* formed_;
    QSlider* rows_;
    QuietButton* ones_;
    std::weak_ptr<const Snapshot> shownRun_;
    NodeId shownRoot_;

    void showRows();
    void press(int row, int column);
    void write(int row, const QString& text);
    [[nodiscard]] QString rowName(std::int64_t row) const;
};

// Forward and reverse mode beside one another, and what each costs.
class ModesPage : public WaysPage {
    Q_OBJECT

public:
    ModesPage(StepCursor* cursor, QAction* sideBySide, QWidget* parent);
    void showStop() override;

protected:
    void refresh() override;

private:
    StepCursor* cursor_;
    QLabel* says_;
    GridView* counts_;
    QComboBox* element_;
    QLabel* elementLabel_;
    QLabel* place_;
    GridView* nodes_;
    std::unique_ptr<State> twin_;
    std::shared_ptr<const Ways> twinOf_;

    void fillElements();
};

class PathsPage : public WaysPage {
    Q_OBJECT

public:
    explicit PathsPage(QWidget* parent);

protected:
    void refresh() override;
    void hideEvent(QHideEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QLabel* says_;
    GridView* grid_;
    MathLabel* product_;
    int chosen_ = -1;

    void choose(int row);
};

class OrdersPage : public WaysPage {
    Q_OBJECT

public:
    explicit OrdersPage(QWidget* parent);
    void setOrder(int order);
    [[nodiscard]] bool speaksAnyway() const override { return true; }

signals:
    void orderAsked(int order);  // how far the graph of a formula is continued: 1 is f alone

protected:
    void refresh() override;

private:
    QLabel* says_;
    GridView* grid_;
    QWidget* choices_;
    QVector<QAction*> orders_;
    QLabel* hint_;
};

class ChecksPage : public WaysPage {
    Q_OBJECT

public:
    explicit ChecksPage(QWidget* parent);
    [[nodiscard]] bool speaksAnyway() const override { return true; }

protected:
    void refresh() override;

private:
    QLabel* says_;
    GridView* grid_;
    QLabel* wrong_;
    QLabel* how_;
};

}  // namespace backstep
