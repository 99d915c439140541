// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/stepcursor.h"

#include <algorithm>
#include <utility>

namespace backstep {
namespace {

// The same place in another run: the same distance into the sweep, or the same stop of the forward pass; the end of
// the forward pass where the old run stood there.
std::size_t samePlace(const Snapshot& before, std::size_t stop, const Snapshot& after) {
    if (before.stops() == after.stops() && before.endOfForward() == after.endOfForward()) return stop;
    if (stop == before.stops() && stop > before.endOfForward()) return after.stops();
    if (stop >= before.endOfForward()) return std::min(after.endOfForward() + (stop - before.endOfForward()), after.stops());
    return std::min(stop, after.endOfForward());
}

}  // namespace

void StepCursor::setRun(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<const Layout> layout, std::optional<std::size_t> stop) {
    const std::size_t place = stop                    ? *stop
                              : snapshot_ && snapshot ? samePlace(*snapshot_, this->stop(), *snapshot)
                              : snapshot              ? snapshot->endOfForward()
                                                      : 0;
    const bool sameNodes = snapshot_ && snapshot && snapshot_->recording.tape.size() == snapshot->recording.tape.size();
    state_.reset();  // it points into the old recording
    snapshot_ = std::move(snapshot);
    layout_ = std::move(layout);
    if (snapshot_) {
        state_.emplace(snapshot_->recording, snapshot_->timeline);
        state_->moveTo(place);
    }
    if (!sameNodes) focus_ = NodeId();
    stale_ = false;
    emit runChanged();
}

void StepCursor::setStale(bool stale) {
    if (stale == stale_) return;
    stale_ = stale;
    emit staleChanged();
}

void StepCursor::setStop(int stop) {
    if (!state_) return;
    const auto wanted = std::min(static_cast<std::size_t>(std::max(stop, 0)), stops());
    const auto place = limit_ && *limit_ >= this->stop() ? std::min(wanted, *limit_) : wanted;
    if (place != state_->stop()) {
        state_->moveTo(place);
        emit stopChanged();
    }
    if (place < wanted) emit held();
}

void StepCursor::setPace(Pace pace) {
    pace_ = pace;
    emit paceChanged();
}

int StepCursor::neighbour(int direction, Pace pace) const {
    if (!snapshot_) return 0;
    return static_cast<int>(direction > 0 ? nextStop(snapshot_->recording, stop(), pace)
                                          : previousStop(snapshot_->recording, stop(), pace));
}

void StepCursor::setFocus(NodeId node) {
    if (node == focus_) return;
    focus_ = node;
    emit focusChanged();
}

}  // namespace backstep
