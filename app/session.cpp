// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include <utility>

#include <QUndoCommand>

#include "app/leaves.h"

namespace backstep {

class ChangeSession : public QUndoCommand {
public:
    ChangeSession(Session& session, SessionState next, const QString& title, QString gesture, int number)
        : session_(session), before_(session.state()), after_(std::move(next)), gesture_(std::move(gesture)), number_(number) {
        setText(title);
    }
    void undo() override { session_.apply(before_); }
    void redo() override { session_.apply(after_); }
    int id() const override { return gesture_.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = dynamic_cast<const ChangeSession*>(other);
        if (next == nullptr || next->gesture_ != gesture_ || next->number_ != number_) return false;
        after_ = next->after_;
        setObsolete(after_ == before_);
        return true;
    }

private:
    Session& session_;
    SessionState before_;
    SessionState after_;
    QString gesture_;
    int number_;
};

Session::Session(QObject* parent) : QObject(parent) { history_.setUndoLimit(500); }

void Session::reset(SessionState state, Origin origin) {
    history_.clear();
    ++gestureNumber_;
    findKind(state);
    waits_ = origin == Origin::Opened && state.kind == TextKind::Program;
    state_ = std::move(state);
    emit changed();
}

// An empty text is of the kind that it had.
void Session::findKind(SessionState& state) const {
    if (!state.kindChosen && !state.text.trimmed().isEmpty()) state.kind = kindOfText(state.text.toStdString());
}

void Session::change(SessionState next, const QString& title, const QString& gesture, bool finished) {
    findKind(next);
    if (next.text != state_.text && next.leaves == state_.leaves) next.leaves = movedLeaves(next.leaves, state_.text, next.text);
    if (next != state_) history_.push(new ChangeSession(*this, std::move(next), title, gesture, gestureNumber_));
    if (finished) ++gestureNumber_;
}

void Session::apply(const SessionState& state) {
    if (state == state_) return;
    state_ = state;
    emit changed();
}

Request Session::request() const {
    Request request;
    request.text = state_.text.toStdString();
    request.kind = state_.kind;
    if (isProgram()) request.name = "program";
    request.runProgram = !waitsForRun();
    if (isProgram()) request.program.overrides = overridesOf(state_.leaves);
    for (auto it = state_.inputs.begin(); it != state_.inputs.end(); ++it) request.inputs.values[it.key().toStdString()] = it->value;
    request.inputs.otherwise = InputSetting().value;
    request.mode = state_.mode;
    request.seedInput = state_.seedInput.toStdString();
    request.showConstants = state_.showConstants;
    request.fold = state_.folds;
    request.order = isProgram() ? 1 : state_.graphOrder;
    return request;
}

SampleRequest Session::sampleRequest() const {
    SampleRequest request;
    request.variable = state_.plotOver.toStdString();
    request.from = state_.plotFrom;
    request.to = state_.plotTo;
    request.order = state_.plotOrder;
    return request;
}

}  // namespace backstep
