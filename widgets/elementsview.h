// SPDX-License-Identifier: GPL-3.0-or-later
// One operation in its scalars, beside the graph that it comes from: a small graph with steps of its own.
#pragma once

#include <QWidget>

#include "engine/elements.h"
#include "widgets/stepcursor.h"

class QLabel;

namespace backstep {

class GraphView;
class MathLabel;
class QuietButton;

class ElementsView : public QWidget {
    Q_OBJECT

public:
    explicit ElementsView(QWidget* parent = nullptr);

    void showElements(const QString& title, const Elements& elements, std::shared_ptr<const Snapshot> snapshot,
                      std::shared_ptr<const Layout> layout);
    void showRefusal(const QString& title, const QString& sentence);
    [[nodiscard]] StepCursor* cursor() { return &cursor_; }
    [[nodiscard]] GraphView* graph() const { return graph_; }

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    StepCursor cursor_;
    GraphView* graph_;
    QLabel* title_;
    QLabel* note_;
    MathLabel* step_;
    QuietButton* previous_;
    QuietButton* next_;
    QuietButton* close_;
    enum class Last : std::uint8_t { None, Adjoint, Ones } last_ = Last::None;
    QString refusal_;

    void create();
    void refresh();
};

}  // namespace backstep
