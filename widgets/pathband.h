// SPDX-License-Identifier: GPL-3.0-or-later
// Under the plot of a program: which way through the program each x takes, as a band over the same axis, and in words.
// A click on the band asks to trace the program at that x.
#pragma once

#include <memory>

#include <QWidget>

#include "engine/sampling/program_sampler.h"

namespace backstep {

class PlotView;

class PathBandView : public QWidget {
    Q_OBJECT

public:
    explicit PathBandView(PlotView* plot, QWidget* parent = nullptr);

    void setCurve(const std::shared_ptr<const ProgramCurve>& curve);  // null, or one path everywhere: nothing is shown
    [[nodiscard]] QString letterOf(std::size_t path) const;           // A, B …
    [[nodiscard]] const QStringList& sentences() const { return sentences_; }
    [[nodiscard]] QRectF rectOf(std::size_t band) const;  // as it is painted; empty outside the range
    [[nodiscard]] QStringList legend() const;             // the lines as they are painted, in full

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void traceAsked(double x);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    PlotView* plot_;
    std::shared_ptr<const ProgramCurve> curve_;
    QStringList sentences_;
    std::optional<std::size_t> hovered_, chosen_;  // bands

    void describe();
    void retranslate();
    [[nodiscard]] std::vector<std::size_t> shownPaths() const;
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] std::optional<std::size_t> bandAt(QPointF at) const;
    [[nodiscard]] double xAt(double px) const;
    [[nodiscard]] QString tipOf(std::size_t band) const;
    void paintBand(QPainter& painter, std::size_t band) const;
    void paintLegend(QPainter& painter) const;
};

}  // namespace backstep
