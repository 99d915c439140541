// SPDX-License-Identifier: GPL-3.0-or-later
// The one thing that views observe: which run, how it is laid out, how far it has gone (the stop), and which node the
// person looks at (the focus). Moving it evaluates nothing and lays out nothing.
#pragma once

#include <memory>

#include <QObject>

#include "engine/engine.h"
#include "engine/layout/layout.h"
#include "engine/timeline/stepping.h"

namespace backstep {

class StepCursor : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const std::shared_ptr<const Snapshot>& snapshot() const { return snapshot_; }  // null before the first
    [[nodiscard]] const std::shared_ptr<const Layout>& layout() const { return layout_; }        // of that snapshot's graph
    [[nodiscard]] const State* state() const { return state_ ? &*state_ : nullptr; }             // null without a snapshot
    [[nodiscard]] std::size_t stop() const { return state_ ? state_->stop() : 0; }
    [[nodiscard]] std::size_t stops() const { return snapshot_ ? snapshot_->stops() : 0; }
    // The next stop (1) or the one before (−1) at a pace; the reader's own if none is given.
    [[nodiscard]] int neighbour(int direction) const { return neighbour(direction, pace_); }
    [[nodiscard]] int neighbour(int direction, Pace pace) const;
    [[nodiscard]] Pace pace() const { return pace_; }
    void setPace(Pace pace);
    // Beyond this stop the cursor does not go: what comes next is yet to be predicted.
    void setLimit(std::optional<std::size_t> stop) { limit_ = stop; }
    [[nodiscard]] NodeId focus() const { return focus_; }
    // The text has changed to something that cannot be run: the last good run is shown, dimmed.
    [[nodiscard]] bool stale() const { return stale_; }

    // A new run and its layout come together. The stop is kept by its place in the run, or set to `stop`.
    void setRun(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<const Layout> layout, std::optional<std::size_t> stop = {});
    void setStale(bool stale);

public slots:
    void setStop(int stop);
    void setFocus(backstep::NodeId node);

signals:
    void runChanged();
    void stopChanged();
    void focusChanged();
    void staleChanged();
    void paceChanged();
    void held();  // a stop beyond the limit was wanted

private:
    std::shared_ptr<const Snapshot> snapshot_;
    std::shared_ptr<const Layout> layout_;
    std::optional<State> state_;
    NodeId focus_;
    bool stale_ = false;
    Pace pace_ = Pace::Edge;
    std::optional<std::size_t> limit_;
};

}  // namespace backstep
