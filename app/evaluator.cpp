// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluator.h"

#include <utility>

#include "engine/diagram/graphdiagram.h"

namespace backstep {

Evaluator::Evaluator(LayoutHelper::Options layout, QObject* parent)
    : QObject(parent), helper_(std::move(layout)), thread_([this](const std::stop_token& stop) { loop(stop); }) {}

Evaluator::~Evaluator() {
    {
        const std::lock_guard lock(mutex_);
        running_.request_stop();
    }
    thread_.request_stop();
}

quint64 Evaluator::submit(Job job) {
    const std::lock_guard lock(mutex_);
    waiting_ = std::move(job);
    running_.request_stop();
    wake_.notify_one();
    return ++revision_;
}

void Evaluator::loop(const std::stop_token& stop) {
    while (true) {
        Job job;
        quint64 revision = 0;
        std::stop_token token;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, stop, [this] { return waiting_.has_value(); })) return;
            job = *std::exchange(waiting_, std::nullopt);
            revision = revision_;
            running_ = std::stop_source();
            token = running_.get_token();
        }
        std::optional<Outcome> outcome = work(job, token);
        if (!outcome) continue;
        outcome->revision = revision;
        QMetaObject::invokeMethod(this, [this, result = std::move(*outcome)] {
            bool newest = false;
            {
                const std::lock_guard lock(mutex_);
                newest = result.revision == revision_;
            }
            if (newest) emit finished(result);
        });
    }
}

std::optional<Outcome> Evaluator::work(const Job& job, const std::stop_token& stop) {
    auto snapshot = evaluate(job.request, stop);
    if (!snapshot) return std::nullopt;
    Outcome outcome;
    outcome.snapshot = std::make_shared<const Snapshot>(std::move(*snapshot));
    if (!outcome.snapshot->ok()) return outcome;
    outcome.layout = layoutOf(*outcome.snapshot, job.direction, stop);
    if (!outcome.layout) return std::nullopt;
    outcome.chart = chartOf(*outcome.snapshot, job.sample, stop);
    if (stop.stop_requested()) return std::nullopt;
    return outcome;
}

// Dragging an input changes numbers only: the same request has the same layout. A stand-in is tried again.
std::shared_ptr<const Layout> Evaluator::layoutOf(const Snapshot& snapshot, Direction direction, const std::stop_token& stop) {
    LayoutRequest request = layoutRequest(snapshot.graph, direction);
    if (lastLayout_ && !lastLayout_->standIn && request == lastRequest_) return lastLayout_;
    std::optional<Layout> layout = helper_.layout(request, stop);
    layoutProcess_ = helper_.processId();
    if (!layout) return nullptr;
    lastRequest_ = std::move(request);
    lastLayout_ = std::make_shared<const Layout>(std::move(*layout));
    return lastLayout_;
}

std::shared_ptr<const Chart> Evaluator::chartOf(const Snapshot& snapshot, const SampleRequest& sample, const std::stop_token& stop) {
    const Recording& r = snapshot.recording;
    if (r.inputs.empty()) return nullptr;
    NodeId over = r.inputs.front();
    for (const NodeId id : r.inputs) {
        if (r.tape.nameOf(id) == sample.variable) over = id;
    }
    SampleRequest request = sample;
    request.variable = r.tape.nameOf(over);
    FormulaInputs inputs;
    for (const NodeId id : r.inputs) inputs.values[r.tape.nameOf(id)] = r.tape.scalar(id);
    std::optional<Chart> chart = sampleFormula(snapshot.source, snapshot.parsed.ast, inputs, request, stop);
    if (!chart) return nullptr;
    const auto point = valuesAt(snapshot.source, snapshot.parsed.ast, inputs, request.variable, {r.tape.scalar(over)}, 1);
    chart->hasPoint = true;
    chart->at = r.tape.scalar(over);
    chart->value = point[0][0];
    chart->slope = point[1][0];
    return std::make_shared<const Chart>(std::move(*chart));
}

}  // namespace backstep
