// SPDX-License-Identifier: GPL-3.0-or-later
// The evaluator thread. It owns nothing of the window: a request goes in, values come out. The newest request wins: the
// one before is asked to stop and its answer is dropped.
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include <QObject>

#include "app/leaves.h"
#include "engine/engine.h"
#include "engine/layout/helper.h"
#include "engine/run/explain.h"
#include "engine/sampling/program_sampler.h"
#include "engine/syntax/repair.h"

namespace backstep {

struct Job {
    Request request;
    SampleRequest sample;
    Direction direction = Direction::topToBottom;
    bool again = false;   // run the program even if nothing has changed since it ran
    bool pasted = false;  // look for damage in what cannot be read
    QString plotOver;     // of a program: the name of the leaf's row; the first one if it is none
};

struct Outcome {
    quint64 revision = 0;
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const Layout> layout;                 // null where there is nothing to lay out
    std::shared_ptr<const Chart> chart;                   // null where there is nothing to plot over
    std::shared_ptr<const ErrorExplanation> explanation;  // null where a program ended well
    std::shared_ptr<const Repaired> repaired;             // null where nothing was damaged, or nobody asked
};

class Evaluator : public QObject {
    Q_OBJECT

public:
    explicit Evaluator(LayoutHelper::Options layout, QObject* parent = nullptr);
    ~Evaluator() override;
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;

    // The revision of this request; its outcome carries the same number.
    quint64 submit(Job job);
    // Ends the program that runs, or waits to; what follows it (graph, layout) goes on.
    void stopProgram();
    [[nodiscard]] pid_t layoutProcess() const { return layoutProcess_; }
    // How often it was asked for something: a run, a layout or a curve.
    [[nodiscard]] quint64 asked() const { return revision_; }

    // What a program's curve depends on besides its text: other leaves, and the other numbers of the one that runs.
    struct Fixed {
        std::vector<LeafOverride> others;
        std::vector<double> elements;
        double at = 0;  // the number that runs
    };

signals:
    void finished(const backstep::Outcome& outcome);  // in the thread of this object; stale ones never arrive
    // Later, of a program: its output over one number of a leaf, or why there is no such curve.
    void charted(const std::shared_ptr<const backstep::ProgramCurve>& curve);

private:
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::optional<Job> waiting_;
    std::stop_source running_;
    std::shared_ptr<std::atomic<bool>> stopProgram_ = std::make_shared<std::atomic<bool>>(false);  // of the newest job
    quint64 revision_ = 0;
    std::atomic<pid_t> layoutProcess_{-1};

    LayoutHelper helper_;
    LayoutRequest lastRequest_;
    std::shared_ptr<const Layout> lastLayout_;
    std::vector<std::shared_ptr<const Snapshot>>
        recent_;                                   // a long run takes a while to be taken down: that happens here, not in the window
    std::shared_ptr<const Snapshot> lastProgram_;  // run to its end, its fault or a limit
    struct Curve {
        std::string text;
        ProgramSampleRequest sample;
        Fixed fixed;
        std::shared_ptr<const ProgramCurve> curve;
    };
    std::optional<Curve> lastCurve_;
    std::jthread thread_;  // last: it stops before what it uses goes

    void loop(const std::stop_token& stop);
    std::optional<Outcome> work(const Job& job, const std::stop_token& stop);
    std::shared_ptr<const Snapshot> snapshotOf(const Job& job, const std::stop_token& stop);
    std::shared_ptr<const Layout> layoutOf(const Snapshot& snapshot, Direction direction, const std::stop_token& stop);
    void chartProgram(const Job& job, const Snapshot& snapshot, quint64 revision, const std::stop_token& stop);
    std::shared_ptr<const ProgramCurve> sampledCurve(const Snapshot& snapshot, const ProgramSampleRequest& sample,
                                                     const std::stop_token& stop);
    std::shared_ptr<const ProgramCurve> movedCurve(const Snapshot& snapshot, const ProgramSampleRequest& sample);
    template <class F>
    void postIfNewest(quint64 revision, F act);
    std::shared_ptr<const Chart> chartOf(const Snapshot& snapshot, const SampleRequest& sample, const std::stop_token& stop);
};

}  // namespace backstep
