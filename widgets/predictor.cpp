// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/predictor.h"

#include <algorithm>
#include <utility>

namespace backstep {

Predictor::Predictor(StepCursor* cursor, QObject* parent) : QObject(parent), cursor_(cursor) {
    connect(cursor_, &StepCursor::runChanged, this, &Predictor::takeRun);
    connect(cursor_, &StepCursor::stopChanged, this, &Predictor::takeStop);
    connect(cursor_, &StepCursor::paceChanged, this, &Predictor::takeStop);
    connect(cursor_, &StepCursor::held, this, [this] {
        if (asking_) emit asked();
    });
}

void Predictor::setOn(bool on) {
    if (on == on_) return;
    on_ = on;
    score_ = {};
    known_ = cursor_->stop();
    ask();
}

// Other numbers: what is known of them is what is shown. The same run, folded otherwise, is known as far as before.
void Predictor::takeRun() {
    const auto& run = cursor_->snapshot();
    const bool same = run && run->request.text == text_ && run->request.inputs.values == inputs_;
    known_ = same ? std::min(std::max(known_, cursor_->stop()), cursor_->stops()) : cursor_->stop();
    if (run) text_ = run->request.text, inputs_ = run->request.inputs.values;
    ask();
}

void Predictor::takeStop() {
    if (!on_ || revealing_) return;
    const bool grew = cursor_->stop() > known_;
    known_ = std::max(known_, cursor_->stop());
    if (grew) return ask();
    const bool asking = question_ && static_cast<std::size_t>(cursor_->neighbour(1)) >= question_->stop;
    if (!asking) outcome_ = Outcome::None;
    asking_ = asking;
    emit changed();
}

// The first number beyond what is known; the cursor stays before it.
void Predictor::ask() {
    const auto& run = cursor_->snapshot();
    const std::size_t next = on_ && run ? predict::nextQuestion(run->recording, known_) : 0;
    const std::size_t before = question_ ? question_->stop : 0;
    question_.reset();
    if (next > 0) question_ = predict::questionAt(run->recording, run->source, *run->timeline, next);
    if (next == 0 || next != before) tries_ = 0;
    if (outcome_ != Outcome::Right && outcome_ != Outcome::Shown) outcome_ = Outcome::None;
    cursor_->setLimit(next > 0 ? std::optional(next - 1) : std::nullopt);
    asking_ = question_ && static_cast<std::size_t>(cursor_->neighbour(1)) >= next;
    emit changed();
}

void Predictor::answer(const QString& typed) {
    if (!asking_) return;
    const Snapshot& run = *cursor_->snapshot();
    reply_ = predict::judge(*question_, run.recording, run.source, *run.timeline, typed.toStdString());
    if (reply_.kind == predict::Reply::Kind::Right) {
        ++(tries_ == 0 ? score_.first : score_.later);
        return reveal(Outcome::Right);
    }
    const bool wrong = reply_.kind == predict::Reply::Kind::Wrong;
    tries_ += wrong;
    outcome_ = wrong ? Outcome::Wrong : Outcome::Unreadable;
    emit changed();
}

void Predictor::showMe() {
    if (!asking_) return;
    ++score_.shown;
    reveal(Outcome::Shown);
}

void Predictor::reveal(Outcome outcome) {
    const auto stop = question_->stop;
    before_ = std::exchange(question_, std::nullopt);
    known_ = stop;
    outcome_ = outcome;
    tries_ = 0;
    cursor_->setLimit({});
    revealing_ = true;  // views that follow the cursor see the box once, with the next question
    cursor_->setStop(static_cast<int>(stop));
    revealing_ = false;
    ask();
}

}  // namespace backstep
