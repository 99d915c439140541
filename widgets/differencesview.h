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

// Of a program: what the worker has found out for one h.
struct ProgramDifferences {
    double h = 0;
    Quotient kind = Quotient::Forward;
    DifferenceErrors errors;
    std::vector<double> x, y;  // the quotient along the curve
    double here = 0;           // and at the point
};

class DifferencesView : public QWidget {
    Q_OBJECT

public:
    explicit DifferencesView(QWidget* parent = nullptr);

    // The run and what the plot shows of it; nothing where there is no curve.
    void setRun(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<const Chart> chart);
    // A program is run again and again for it, so somebody else does that when it is asked for.
    void setProgram(std::shared_ptr<const Chart> chart);
    void setFound(std::shared_ptr<const ProgramDifferences> found);
    [[nodiscard]] double step() const;  // h
    void setStep(double h);
    [[nodiscard]] Quotient kind() const { return kind_; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 160}; }

signals:
    void programAsked();  // for step() and kind()

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    std::shared_ptr<const Snapshot> snapshot_;
    std::shared_ptr<const Chart> chart_;
    DifferenceErrors errors_;
    std::shared_ptr<const ProgramDifferences> found_;
    bool program_ = false;
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
    void present();
    [[nodiscard]] FormulaInputs inputs() const;
    [[nodiscard]] FigureAxes curves() const;
    [[nodiscard]] FigureAxes errors() const;
};

}  // namespace backstep
