// SPDX-License-Identifier: GPL-3.0-or-later
// The bar under the window: the buttons of a player and the track of the run. It asks for stops and shows the one it
// is told; it never moves by itself.
#pragma once

#include <functional>

#include <QTimer>
#include <QVector>
#include <QWidget>

#include "widgets/phasetrack.h"

class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace backstep {

class Scrubber;

class TimelineBar : public QWidget {
    Q_OBJECT

public:
    explicit TimelineBar(QWidget* parent = nullptr);

    void setPhases(const QVector<PhaseBar>& phases);  // none: everything is disabled; another run stops the player
    void setStop(int stop);
    void setTip(std::function<QString(int)> tip);  // the words of the tool tip over a stop
    // What "next" (1) and "previous" (−1) mean; one stop if nobody says.
    void setAdvance(std::function<int(int direction)> advance) { advance_ = std::move(advance); }
    [[nodiscard]] int stop() const;
    [[nodiscard]] int lastStop() const;

    void setPlaying(bool playing);
    [[nodiscard]] bool isPlaying() const { return timer_.isActive(); }
    void setSpeed(double speed);  // 1 is one step in 900 ms
    [[nodiscard]] double speed() const { return speed_; }
    [[nodiscard]] Scrubber* scrubber() const { return scrubber_; }

public slots:
    void togglePlaying();

signals:
    void stopRequested(int stop);
    void playingChanged(bool playing);
    void speedChanged(double speed);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QToolButton* createButton(const QString& name, const QString& iconName);
    void createButtons(QHBoxLayout* row);
    void createSpeedMenu();
    void connectAll();
    void retranslate();
    void resizeButtons();
    void refresh();
    void tick();
    void request(int stop);

    QToolButton* first_ = nullptr;
    QToolButton* previous_ = nullptr;
    QPushButton* next_ = nullptr;
    QToolButton* last_ = nullptr;
    QToolButton* play_ = nullptr;
    QToolButton* speedButton_ = nullptr;
    QVector<QAction*> speeds_;
    Scrubber* scrubber_ = nullptr;
    QLabel* position_ = nullptr;
    QTimer timer_;
    double speed_ = 1;
    std::function<int(int)> advance_;
};

}  // namespace backstep
