// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/predictbox.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "engine/base/numbers.h"
#include "engine/diagram/printable.h"
#include "engine/timeline/tensorterms.h"
#include "widgets/appearance.h"
#include "widgets/flatpaint.h"
#include "widgets/predictwords.h"
#include "widgets/quietbutton.h"

namespace backstep {
namespace {

QLabel* label(const QString& name, QWidget* parent) {
    auto* made = new QLabel(parent);
    made->setObjectName(name);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setForegroundRole(QPalette::WindowText);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

void setInk(QLabel* label, Ink with) {
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, ink(with));
    label->setPalette(palette);
}

}  // namespace

PredictBox::PredictBox(Predictor* predictor, QWidget* parent)
    // clang-format off
    : QFrame(parent), predictor_(predictor), question_(label(QStringLiteral("predictQuestion"), this)), answer_(new QLineEdit(this)), names_(new QuietButton(this)),
      check_(new QPushButton(tr("Check"), this)), show_(new QPushButton(tr("Show me"), this)), reply_(label(QStringLiteral("predictReply"), this)),
      // clang-format on
      score_(label(QStringLiteral("predictScore"), this)) {
    setObjectName(QStringLiteral("predictBox"));
    create();
    connect(predictor_, &Predictor::changed, this, &PredictBox::refresh);
    connect(predictor_, &Predictor::asked, this, &PredictBox::focusAnswer);
    refresh();
}

void PredictBox::create() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(8);
    column->addWidget(reply_);
    column->addWidget(question_);
    answer_->setObjectName(QStringLiteral("predictAnswer"));
    answer_->setAccessibleName(tr("Your prediction"));
    answer_->setPlaceholderText(tr("a number or an expression"));
    answer_->setMaxLength(static_cast<int>(predict::kMostTyped));
    answer_->installEventFilter(this);
    connect(answer_, &QLineEdit::returnPressed, this, &PredictBox::check);
    column->addWidget(answer_);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    check_->setObjectName(QStringLiteral("predictCheck"));
    show_->setObjectName(QStringLiteral("predictShow"));
    for (QPushButton* button : {check_, show_}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(check_, &QPushButton::clicked, this, &PredictBox::check);
    connect(show_, &QPushButton::clicked, this, [this] {
        predictor_->showMe();
        if (isVisible()) answer_->setFocus();
    });
    row->addStretch(1);
    names_->setObjectName(QStringLiteral("predictNames"));
    names_->setText(tr("Names"));
    names_->setToolTip(tr("Numbers that may be used in the answer"));
    names_->setPopupMode(QToolButton::InstantPopup);
    names_->setFocusPolicy(Qt::StrongFocus);
    names_->setMenu(new QMenu(names_));
    row->addWidget(names_);
    column->addLayout(row);
    score_->hide();
    column->addWidget(score_);
}

QSize PredictBox::minimumSizeHint() const { return {0, QFrame::minimumSizeHint().height()}; }

void PredictBox::setScoreShown(bool shown) {
    scoreShown_ = shown;
    refreshScore();
}

void PredictBox::focusAnswer() {
    if (isHidden()) return;
    answer_->setFocus();
    answer_->selectAll();
}

void PredictBox::check() {
    predictor_->answer(answer_->text());
    if (predictor_->question() != nullptr) focusAnswer();
}

void PredictBox::refresh() {
    const predict::Question* question = predictor_->question();
    const bool replied = predictor_->outcome() == Predictor::Outcome::Right;
    setVisible(predictor_->isOn() && (question != nullptr || replied));
    // Whoever has typed goes on with the keys of the window when there is no more to be typed.
    for (QWidget* widget : {static_cast<QWidget*>(question_), static_cast<QWidget*>(answer_), static_cast<QWidget*>(check_),
                            static_cast<QWidget*>(show_), static_cast<QWidget*>(names_)}) {
        if (question == nullptr && widget->hasFocus() && parentWidget() != nullptr) window()->setFocus();
        widget->setVisible(question != nullptr);
    }
    if (question != nullptr) {
        if (question->stop != asked_ || predictor_->tries() == 0) {
            if (question->stop != asked_) answer_->clear();
            asked_ = question->stop;
        }
        question_->setText(questionWords(*question));
        answer_->setAccessibleDescription(question_->text());
        fillNames();
    } else {
        asked_ = 0;
        answer_->clear();
    }
    refreshReply();
    refreshScore();
    update();
}

void PredictBox::refreshReply() {
    using enum Predictor::Outcome;
    const Predictor::Outcome outcome = predictor_->outcome();
    reply_->setVisible(outcome != None && outcome != Shown);
    if (outcome == None || outcome == Shown) return reply_->clear();
    reply_->setText(replyWords(predictor_->reply(), predictor_->answered()));
    setInk(reply_, outcome == Right ? Ink::tangent : outcome == Wrong ? Ink::warning : Ink::quiet);
}

void PredictBox::refreshScore() {
    const Predictor::Score& score = predictor_->score();
    score_->setVisible(scoreShown_ && score.asked() > 0);
    score_->setFont(interfaceFont(kSmallText));
    setInk(score_, Ink::quiet);
    score_->setText(
        tr("At the first try: %1 of %2. Later: %3. Shown: %4.").arg(score.first).arg(score.asked()).arg(score.later).arg(score.shown));
}

// The numbers that go into the answer; choosing one writes its name.
void PredictBox::fillNames() {
    QMenu* menu = names_->menu();
    menu->clear();
    for (const predict::Known& known : predictor_->question()->near) {
        const QString name = QString::fromStdString(printable(known.shown));
        QAction* action = menu->addAction(name + QStringLiteral(" = ") + QString::fromStdString(tensorText(known.value, kCardDigits)));
        connect(action, &QAction::triggered, this, [this, name] {
            answer_->insert(name);
            answer_->setFocus();
        });
    }
    names_->setVisible(!menu->isEmpty());
}

// Escape leaves the line; the window's keys step again.
bool PredictBox::eventFilter(QObject* watched, QEvent* event) {
    if (watched == answer_ && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        window()->setFocus();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void PredictBox::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect(), 8, mix(ink(Ink::forwardWash), ink(Ink::pane), 0.6), mix(ink(Ink::forward), ink(Ink::pane), 0.35));
}

void PredictBox::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange) refresh();
}

}  // namespace backstep
