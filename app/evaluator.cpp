// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluator.h"

#include <algorithm>
#include <utility>

#include "engine/diagram/graphpicture.h"

namespace backstep {
namespace {

constexpr int kCurveSamples = 120, kRoughSamples = 32;

// What a program's run depends on; turning the graph, or moving the plot, is no reason to run it again.
bool sameRun(const Request& a, const Request& b) {
    return a.kind == b.kind && a.runProgram == b.runProgram && a.text == b.text && a.showConstants == b.showConstants &&
           sameOverrides(a.program.overrides, b.program.overrides);
}

// The leaves that stay as they are while one number runs.
std::optional<Evaluator::Fixed> fixedBut(const Snapshot& s, const LeafKey& key, std::size_t element) {
    const auto leaf = std::find_if(s.report->leaves.begin(), s.report->leaves.end(), [&](const ReportedLeaf& l) { return l.key == key; });
    if (leaf == s.report->leaves.end() || element >= static_cast<std::size_t>(leaf->value.size())) return std::nullopt;
    Evaluator::Fixed fixed{s.request.program.overrides,
                           {leaf->value.numbers().begin(), leaf->value.numbers().end()},
                           leaf->value.at(static_cast<std::int64_t>(element))};
    std::erase_if(fixed.others, [&](const LeafOverride& o) { return o.key == key; });
    fixed.elements[element] = 0;
    return fixed;
}

bool sameFixed(const Evaluator::Fixed& a, const Evaluator::Fixed& b) {
    return sameOverrides(a.others, b.others) && a.elements == b.elements;
}

bool wasStopped(const Snapshot& s) { return s.report && s.report->error && s.report->error->type == "Interrupted"; }

}  // namespace

Evaluator::Evaluator(LayoutHelper::Options layout, QObject* parent)
    : QObject(parent), helper_(std::move(layout)), thread_([this](const std::stop_token& stop) { loop(stop); }) {}

Evaluator::~Evaluator() {
    {
        const std::lock_guard lock(mutex_);
        running_.request_stop();
        *stopProgram_ = true;
    }
    thread_.request_stop();
}

quint64 Evaluator::submit(Job job) {
    const std::lock_guard lock(mutex_);
    running_.request_stop();
    *stopProgram_ = true;
    stopProgram_ = std::make_shared<std::atomic<bool>>(false);
    waiting_ = std::move(job);
    wake_.notify_one();
    return ++revision_;
}

void Evaluator::stopProgram() {
    const std::lock_guard lock(mutex_);
    *stopProgram_ = true;
}

void Evaluator::loop(const std::stop_token& stop) {
    while (true) {
        Job job;
        quint64 revision = 0;
        std::stop_token token;
        std::shared_ptr<std::atomic<bool>> stopProgram;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, stop, [this] { return waiting_.has_value(); })) return;
            job = *std::exchange(waiting_, std::nullopt);
            revision = revision_;
            stopProgram = stopProgram_;
            job.request.program.stop = stopProgram.get();
            running_ = std::stop_source();
            token = running_.get_token();
        }
        std::optional<Outcome> outcome = work(job, token);
        if (!outcome) continue;
        outcome->revision = revision;
        const std::shared_ptr<const Snapshot> snapshot = outcome->snapshot;
        postIfNewest(revision, [this, result = std::move(*outcome)] { emit finished(result); });
        if (snapshot->isProgram() && snapshot->report && snapshot->program.ok()) chartProgram(job, *snapshot, revision, token);
    }
}

template <class F>
void Evaluator::postIfNewest(quint64 revision, F act) {
    QMetaObject::invokeMethod(this, [this, revision, act = std::move(act)] {
        bool newest = false;
        {
            const std::lock_guard lock(mutex_);
            newest = revision == revision_;
        }
        if (newest) act();
    });
}

// The program is run again at every point, so the outcome does not wait for it.
void Evaluator::chartProgram(const Job& job, const Snapshot& snapshot, quint64 revision, const std::stop_token& stop) {
    if (stop.stop_requested() || wasStopped(snapshot)) return;
    ProgramSampleRequest request;
    if (const auto place = leafNamed(*snapshot.report, job.plotOver)) {
        request.leaf = place->key;
        request.element = place->element;
    }
    request.from = job.sample.from;
    request.to = job.sample.to;
    request.order = std::min(job.sample.order, 2);
    request.samples = kCurveSamples;
    const auto post = [&](const std::shared_ptr<const ProgramCurve>& curve) {
        if (curve && !stop.stop_requested()) postIfNewest(revision, [this, curve] { emit charted(curve); });
    };
    if (const auto moved = movedCurve(snapshot, request)) return post(moved);
    ProgramSampleRequest rough = request;  // to look at until the fine one is there
    rough.samples = kRoughSamples;
    rough.refine = false;
    const auto first = sampledCurve(snapshot, rough, stop);
    post(first);
    lastCurve_.reset();
    if (!first || first->refusal != SampleRefusal::None) return;
    const auto fine = sampledCurve(snapshot, request, stop);
    post(fine);
    if (!fine) return;
    if (const auto fixed = fixedBut(snapshot, fine->leaf, fine->element)) lastCurve_ = Curve{snapshot.request.text, request, *fixed, fine};
}

std::shared_ptr<const ProgramCurve> Evaluator::sampledCurve(const Snapshot& snapshot, const ProgramSampleRequest& sample,
                                                            const std::stop_token& stop) {
    if (stop.stop_requested()) return nullptr;
    ProgramOptions options = snapshot.request.program;
    options.stop = nullptr;
    auto curve = sampleProgram(snapshot.source, snapshot.program, options, sample, stop);
    if (!curve) return nullptr;
    if (const LeafRow* row = rowOf(leafRows(*snapshot.report, {}), curve->leaf, curve->element))
        curve->chart.variable = row->name.toStdString();
    return std::make_shared<const ProgramCurve>(std::move(*curve));
}

// Moving the point along the curve does not change the curve. Null where that is not all that has changed.
std::shared_ptr<const ProgramCurve> Evaluator::movedCurve(const Snapshot& snapshot, const ProgramSampleRequest& sample) {
    if (!lastCurve_ || lastCurve_->text != snapshot.request.text || lastCurve_->sample != sample) return nullptr;
    const std::optional<Fixed> now = fixedBut(snapshot, lastCurve_->curve->leaf, lastCurve_->curve->element);
    if (!now || !sameFixed(*now, lastCurve_->fixed)) return nullptr;
    auto curve = std::make_shared<ProgramCurve>(*lastCurve_->curve);
    ProgramOptions options = snapshot.request.program;
    options.stop = nullptr;
    if (!movePoint(*curve, snapshot.source, snapshot.program, options, now->at)) return nullptr;
    lastCurve_->curve = curve;
    return curve;
}

std::shared_ptr<const Snapshot> Evaluator::snapshotOf(const Job& job, const std::stop_token& stop) {
    if (lastProgram_ && !job.again && sameRun(lastProgram_->request, job.request)) {
        if (lastProgram_->request.fold != job.request.fold)
            lastProgram_ = std::make_shared<const Snapshot>(refolded(*lastProgram_, job.request.fold));
        return lastProgram_;
    }
    auto snapshot = evaluate(job.request, stop);
    if (!snapshot) return nullptr;
    if (snapshot->isProgram() && !snapshot->program.ok() && !snapshot->report) {
        snapshot->report = runProgram(snapshot->source, snapshot->program, job.request.program).report;  // nothing runs: it says why
    }
    snapshot->request.program.stop = nullptr;  // it does not outlive the job
    auto shared = std::make_shared<const Snapshot>(std::move(*snapshot));
    if (shared->report && !wasStopped(*shared)) lastProgram_ = shared;
    constexpr std::size_t kRecent = 3;
    recent_.push_back(shared);
    if (recent_.size() > kRecent) recent_.erase(recent_.begin());
    return shared;
}

std::optional<Outcome> Evaluator::work(const Job& job, const std::stop_token& stop) {
    Outcome outcome;
    outcome.snapshot = snapshotOf(job, stop);
    if (!outcome.snapshot) return std::nullopt;
    const Snapshot& snapshot = *outcome.snapshot;
    if (snapshot.report && snapshot.report->error) {
        auto explained = explainError({snapshot.source, snapshot.program, snapshot.recording, *snapshot.report});
        if (explained) outcome.explanation = std::make_shared<const ErrorExplanation>(std::move(*explained));
    }
    if (job.pasted && snapshot.isProgram() && !snapshot.program.ok() && !snapshot.program.limit) {
        Repaired repaired = repair(snapshot.source);
        if (!repaired.repairs.empty()) outcome.repaired = std::make_shared<const Repaired>(std::move(repaired));
        if (stop.stop_requested()) return std::nullopt;
    }
    if (snapshot.isProgram() ? !snapshot.report || !snapshot.program.ok() : !snapshot.ok()) return outcome;
    outcome.layout = layoutOf(snapshot, job.direction, stop);
    if (!outcome.layout) return std::nullopt;
    if (!snapshot.isProgram()) outcome.chart = chartOf(snapshot, job.sample, stop);
    if (stop.stop_requested()) return std::nullopt;
    return outcome;
}

// Dragging an input changes numbers only: the same request has the same layout. A stand-in is tried again.
std::shared_ptr<const Layout> Evaluator::layoutOf(const Snapshot& snapshot, Direction direction, const std::stop_token& stop) {
    LayoutRequest request = layoutRequest(snapshot.graph, direction);
    if (request.nodes.empty()) return std::make_shared<const Layout>();
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
