// SPDX-License-Identifier: GPL-3.0-or-later
// Difference quotients with a slider for their step h: the curve beside f′, and the error against h, both axes logarithmic.
#pragma once

#include <QWidget>

#include "engine/diagram/figure.h"
#include "engine/engine.h"
#include "engine/sampling/differences.h"

class QLabel;
class QSlider;

namespace backstep {

class FigureView;
class QuietButton;

class DifferencesView : public QWidget {
    Q_OBJECT

public:
    explicit DifferencesView(QWidget* parent = nullptr);

    // The run and what the plot shows of it; nothing where there is no curve.
    void setRun(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<const Chart> chart);
    [[nodiscard]] double step() const;  // h
    void setStep(double h);
    [[nodiscard]] Quotient kind() const { return kind_; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 160}; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    std::shared_ptr<const Snapshot> snapshot_;
    std::shared_ptr<const Chart> chart_;
    DifferenceErrors errors_;
    Quotient kind_ = Quotient::Forward;
    bool stale_ = true;
    FigureView* figure_;
    QSlider* slider_;
    QLabel* value_;
    QLabel* sentence_;
    QuietButton* forward_;
    QuietButton* central_;

    void create();
    void setKind(Quotient kind);
    void compute();
    void refresh();
    [[nodiscard]] FormulaInputs inputs() const;
    [[nodiscard]] FigureAxes curves() const;
    [[nodiscard]] FigureAxes errors() const;
};

}  // namespace backstep
