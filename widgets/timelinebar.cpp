// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timelinebar.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

#include "widgets/appearance.h"
#include "widgets/flatpaint.h"
#include "widgets/icons.h"
#include "widgets/scrubber.h"

namespace backstep {
namespace {

constexpr int kStepTime = 900;  // ms at speed 1
constexpr int kButtonSize = 34;
constexpr int kRoomForWords = 720;  // narrower bars leave the words "step 8 of 16" to the tool tip
constexpr double kSpeeds[] = {0.5, 1, 2, 4};

void say(QAbstractButton* button, const QString& words) {
    button->setToolTip(words);
    button->setAccessibleName(words);
}

}  // namespace

TimelineBar::TimelineBar(QWidget* parent) : QWidget(parent), scrubber_(new Scrubber(this)), position_(new QLabel(this)) {
    setObjectName(QStringLiteral("timelineBar"));
    position_->setObjectName(QStringLiteral("positionLabel"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 9, 16, 8);
    row->setSpacing(10);
    createButtons(row);
    createSpeedMenu();
    row->addWidget(speedButton_);
    row->addWidget(scrubber_, 1);
    row->addWidget(position_);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connectAll();
    retranslate();
}

QToolButton* TimelineBar::createButton(const QString& name, const QString& iconName) {
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setIconSize(QSize(20, 20));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void TimelineBar::createButtons(QHBoxLayout* row) {
    first_ = createButton(QStringLiteral("firstStepButton"), QStringLiteral("first"));
    previous_ = createButton(QStringLiteral("previousStepButton"), QStringLiteral("previous"));
    next_ = new QPushButton(this);
    next_->setObjectName(QStringLiteral("nextStepButton"));
    next_->setProperty("primary", true);
    next_->setLayoutDirection(Qt::RightToLeft);  // the arrow stands after the words
    next_->setIcon(icon(QStringLiteral("next"), IconInk::onPrimary));
    next_->setIconSize(QSize(18, 18));
    last_ = createButton(QStringLiteral("lastStepButton"), QStringLiteral("last"));
    play_ = createButton(QStringLiteral("playButton"), QStringLiteral("play"));
    for (QWidget* button : QVector<QWidget*>{first_, previous_, next_, last_, play_}) row->addWidget(button);
}

void TimelineBar::createSpeedMenu() {
    speedButton_ = new QToolButton(this);
    speedButton_->setObjectName(QStringLiteral("speedButton"));
    speedButton_->setPopupMode(QToolButton::InstantPopup);
    speedButton_->setAutoRaise(true);
    speedButton_->setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(speedButton_);
    menu->setObjectName(QStringLiteral("speedMenu"));
    auto* group = new QActionGroup(this);
    for (const double speed : kSpeeds) {
        auto* action = menu->addAction(QString());
        action->setObjectName(QStringLiteral("speed%1").arg(speed));
        action->setData(speed);
        action->setCheckable(true);
        action->setChecked(speed == speed_);
        group->addAction(action);
        speeds_.append(action);
        connect(action, &QAction::triggered, this, [this, speed] { setSpeed(speed); });
    }
    speedButton_->setMenu(menu);
}

void TimelineBar::connectAll() {
    connect(first_, &QToolButton::clicked, this, [this] { request(0); });
    connect(previous_, &QToolButton::clicked, this, [this] { request(advance_ ? advance_(-1) : stop() - 1); });
    connect(next_, &QPushButton::clicked, this, [this] { request(advance_ ? advance_(1) : stop() + 1); });
    connect(last_, &QToolButton::clicked, this, [this] { request(lastStop()); });
    connect(play_, &QToolButton::clicked, this, &TimelineBar::togglePlaying);
    connect(scrubber_, &Scrubber::stopRequested, this, &TimelineBar::request);
    connect(scrubber_, &Scrubber::playToggled, this, &TimelineBar::togglePlaying);
    connect(&timer_, &QTimer::timeout, this, &TimelineBar::tick);
}

void TimelineBar::setPhases(const QVector<PhaseBar>& phases) {
    if (phases != scrubber_->phases()) setPlaying(false);
    scrubber_->setPhases(phases);
    refresh();
}

void TimelineBar::setStop(int stop) {
    scrubber_->setStop(stop);
    refresh();
}

void TimelineBar::setTip(std::function<QString(int)> tip) { scrubber_->setTip(std::move(tip)); }

int TimelineBar::stop() const { return scrubber_->stop(); }

int TimelineBar::lastStop() const { return scrubber_->lastStop(); }

void TimelineBar::request(int stop) {
    if (stop >= 0 && stop <= lastStop() && stop != this->stop()) emit stopRequested(stop);
}

void TimelineBar::togglePlaying() { setPlaying(!isPlaying()); }

void TimelineBar::setPlaying(bool playing) {
    playing = playing && lastStop() > 0;
    if (playing == isPlaying()) return;
    if (playing) {
        timer_.start(qRound(kStepTime / speed_));
        if (stop() >= lastStop()) request(0);
    } else {
        timer_.stop();
    }
    refresh();
    emit playingChanged(playing);
}

void TimelineBar::setSpeed(double speed) {
    if (speed <= 0 || speed == speed_) return;
    speed_ = speed;
    if (isPlaying()) timer_.setInterval(qRound(kStepTime / speed_));
    retranslate();
    emit speedChanged(speed_);
}

void TimelineBar::tick() {
    if (stop() < lastStop()) request(advance_ ? advance_(1) : stop() + 1);
    if (stop() >= lastStop()) setPlaying(false);
}

void TimelineBar::refresh() {
    const bool any = lastStop() > 0;
    const bool atEnd = stop() >= lastStop();
    // Focus stays on a button that is about to be disabled at an end: Qt would hand it to a neighbour otherwise.
    if ((next_->hasFocus() || last_->hasFocus()) && any && atEnd) scrubber_->setFocus();
    if ((first_->hasFocus() || previous_->hasFocus()) && any && stop() == 0) scrubber_->setFocus();
    first_->setEnabled(any && stop() > 0);
    previous_->setEnabled(any && stop() > 0);
    next_->setEnabled(any && !atEnd);
    last_->setEnabled(any && !atEnd);
    for (QWidget* widget : QVector<QWidget*>{play_, speedButton_, scrubber_}) widget->setEnabled(any);
    play_->setIcon(icon(isPlaying() ? QStringLiteral("pause") : QStringLiteral("play")));
    say(play_, isPlaying() ? tr("Pause") : tr("Play"));
    position_->setText(any ? scrubber_->spokenText() : tr("no steps"));
    // The words change with every step; the room they take must not.
    const QString widest = any ? tr("step %1 of %2").arg(lastStop()).arg(lastStop()) : tr("no steps");
    position_->setMinimumWidth(position_->fontMetrics().horizontalAdvance(widest) + 4);
}

void TimelineBar::retranslate() {
    say(first_, tr("First step"));
    say(previous_, tr("Previous step"));
    say(last_, tr("Last step"));
    next_->setText(tr("Next step"));
    next_->setAccessibleName(tr("Next step"));
    for (QAction* action : speeds_) {
        const double speed = action->data().toDouble();
        action->setText(speed == 0.5 ? tr("½×") : tr("%1×").arg(speed));
        if (speed == speed_) {
            action->setChecked(true);
            speedButton_->setText(action->text());
        }
    }
    speedButton_->setToolTip(tr("Speed of playing"));
    speedButton_->setAccessibleName(tr("Speed of playing: %1").arg(speedButton_->text()));
    resizeButtons();
    position_->setFont(interfaceFont(kSmallText + 0.04));
    QPalette quiet;
    quiet.setColor(QPalette::WindowText, ink(Ink::quiet));
    position_->setPalette(quiet);
    refresh();
}

void TimelineBar::resizeButtons() {
    QFont bold = interfaceFont();
    bold.setWeight(QFont::DemiBold);
    next_->setFont(bold);
    next_->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(next_->text()) + 16 + 40);
    const int side = qMax(kButtonSize, QFontMetrics(bold).height() + 12);
    for (QToolButton* button : {first_, previous_, last_, play_}) button->setFixedSize(side, side);
    next_->setFixedHeight(side);
    speedButton_->setFixedSize(QFontMetrics(interfaceFont()).horizontalAdvance(tr("½×")) + 30, side);
}

void TimelineBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    const auto type = event->type();
    if (type == QEvent::LanguageChange || type == QEvent::PaletteChange || type == QEvent::ApplicationFontChange) {
        retranslate();
    }
}

void TimelineBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), ink(Ink::pane));
    paintHairline(painter, rect(), Qt::TopEdge);
}

void TimelineBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    position_->setVisible(width() >= kRoomForWords);
}

}  // namespace backstep
