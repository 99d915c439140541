// SPDX-License-Identifier: GPL-3.0-or-later
// The track of the timeline: what is done is saturated, what is to come is a wash, the handle is the step at hand.
#pragma once

#include <functional>

#include <QWidget>

#include "widgets/accessiblerange.h"
#include "widgets/phasetrack.h"

namespace backstep {

class Scrubber : public QWidget, public SpokenRange {
    Q_OBJECT

public:
    explicit Scrubber(QWidget* parent = nullptr);

    void setPhases(const QVector<PhaseBar>& phases);
    void setStop(int stop);
    void setTip(std::function<QString(int)> tip);
    [[nodiscard]] int stop() const { return stop_; }
    [[nodiscard]] int lastStop() const;
    [[nodiscard]] const QVector<PhaseBar>& phases() const { return phases_; }
    [[nodiscard]] QPointF pointOf(int stop) const;  // centre of the handle at that stop

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    [[nodiscard]] double spokenValue() const override { return stop_; }
    [[nodiscard]] double spokenMinimum() const override { return 0; }
    [[nodiscard]] double spokenMaximum() const override { return lastStop(); }
    [[nodiscard]] double spokenStep() const override { return 1; }
    [[nodiscard]] QString spokenText() const override;
    void speakValue(double value) override;

signals:
    void stopRequested(int stop);
    void playToggled();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void request(int stop);
    void relayout();
    [[nodiscard]] int stopUnder(const QPointF& point) const;
    [[nodiscard]] int neighbourPhase(int direction) const;
    [[nodiscard]] QRectF labelRect(qsizetype index) const;
    [[nodiscard]] double trackY() const;
    void paintLabel(QPainter& painter, qsizetype index) const;
    void paintSegment(QPainter& painter, qsizetype index) const;

    QVector<PhaseBar> phases_;
    PhaseTrack track_;
    std::function<QString(int)> tip_;
    int stop_ = 0;
    int asked_ = -1;      // while dragging: the stop asked for last, so that each is asked for once
    int wheelAngle_ = 0;  // fine wheels add up to a step
    bool dragging_ = false;
};

}  // namespace backstep
