// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/program_runs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "engine/run/names.h"
#include "engine/sampling/path_steps.h"

namespace backstep {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// What a run costs besides its own steps, in steps; and what all runs of a curve may cost. Steps, not seconds: the same
// program gets the same samples everywhere.
constexpr std::int64_t kStepsOfStart = 4'000;
constexpr std::int64_t kStepsOfCurve = 1'500'000;
constexpr std::int64_t kFewest = 24;
constexpr std::int64_t kMostOfRun = 250'000;

bool isScalarCall(const Recording& r, std::size_t call) {
    return call < r.log.sweeps.size() && r.backwardCalls[call].roots.size() == 1 &&
           r.tape.value(r.log.sweeps[SweepId(call)].root).size() == 1;
}

enum class Reach : std::uint8_t { None, First, Later };

// Whether the sweep brings the leaf a gradient: of its first value, or of one that the program put there later.
Reach reachOf(const Recording& r, std::size_t call, NodeId leaf) {
    Reach reach = r.log.sweeps[SweepId(call)].root == leaf ? Reach::First : Reach::None;
    const Contributions& all = r.log.contributions;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all.toOf(i) != leaf || all.sweepOf(i) != SweepId(call)) continue;
        if (r.tape.operands(all.nodeOf(i))[all.operandOf(i)] != leaf) return Reach::Later;
        reach = Reach::First;
    }
    return reach;
}

}  // namespace

std::string elementText(const Tensor& tensor, std::size_t element) {
    if (tensor.dims() == 0) return {};
    std::string text;
    auto rest = static_cast<std::int64_t>(element);
    for (std::size_t d = tensor.dims(); d-- > 0;) {
        const std::int64_t size = std::max<std::int64_t>(tensor.shape()[d], 1);
        text = std::to_string(rest % size) + (text.empty() ? "" : ", " + text);
        rest /= size;
    }
    return "[" + text + "]";
}

ProgramRuns::ProgramRuns(const Source& source, const ParsedProgram& parsed, ProgramOptions options, const ProgramSampleRequest& request,
                         std::stop_token stop)
    : source_(source),
      parsed_(parsed),
      options_(std::move(options)),
      request_(request),
      stop_(std::move(stop)),
      onStop_(stop_, Stopper{&stopped_}) {
    if (options_.stop == nullptr) options_.stop = &stopped_;
}

SampleRefusal ProgramRuns::begin() {
    first_ = runProgram(source_, parsed_, options_);
    ++runs_;
    if (request_.order > 2) return SampleRefusal::Order;
    const SampleRefusal refusal = choose(first_.recording, first_.report);
    if (refusal != SampleRefusal::None) return refusal;
    const Recording& r = first_.recording;
    output_ = r.log.sweeps[SweepId(call_)].root;
    const std::string name = withoutCount(r.tape.nameOf(output_));
    const bool named = std::find(r.named.begin(), r.named.end(), output_) != r.named.end();
    function_ = named && !name.empty() ? name : "f";
    return SampleRefusal::None;
}

void ProgramRuns::setLeaf(const ReportedLeaf& leaf, std::size_t element) {
    leaf_ = leaf.key;
    element_ = element;
    base_ = leaf.value;
    name_ = leaf.name.empty() ? "leaf" : leaf.name;
    seen_.clear();
}

// The last call with a scalar root that brings the leaf the gradient of its value in the text; of no certain leaf: the
// first of one number, else the first of several.
SampleRefusal ProgramRuns::choose(const Recording& r, const ProgramReport& report) {
    if (r.log.sweeps.empty() || r.backwardCalls.size() < r.log.sweeps.size())
        return report.error ? SampleRefusal::Failed : SampleRefusal::NoBackward;
    if (request_.call && *request_.call >= r.log.sweeps.size()) return SampleRefusal::NoCall;
    std::vector<const ReportedLeaf*> candidates;
    for (const bool single : {true, false}) {
        for (const ReportedLeaf& l : report.leaves) {
            const bool wanted = request_.leaf ? l.key == *request_.leaf : (l.value.size() == 1) == single;
            if (l.key.valid() && l.value.size() > 0 && wanted && (single || !request_.leaf)) candidates.push_back(&l);
        }
    }
    if (candidates.empty()) return SampleRefusal::NoLeaf;
    if (request_.leaf && request_.element >= static_cast<std::size_t>(candidates.front()->value.size())) return SampleRefusal::NoElement;
    SampleRefusal why = SampleRefusal::NotScalar;
    const std::size_t last = request_.call.value_or(r.log.sweeps.size() - 1);
    for (const bool single : {true, false}) {
        for (std::size_t call = last + 1; call-- > (request_.call ? last : 0);) {
            if (!isScalarCall(r, call) || !isDone(first_, call)) continue;
            for (const ReportedLeaf* leaf : candidates) {
                if (!request_.leaf && (leaf->value.size() == 1) != single) continue;
                const Reach reach = reachOf(r, call, leaf->node);
                if (reach == Reach::First) {
                    call_ = call;
                    setLeaf(*leaf, request_.element);
                    return SampleRefusal::None;
                }
                if (why != SampleRefusal::Changed) why = reach == Reach::Later ? SampleRefusal::Changed : SampleRefusal::NotNeeded;
            }
        }
    }
    return why;
}

bool ProgramRuns::isDone(const ProgramRun& run, std::size_t call) const {
    const auto& error = run.report.error;
    if (!error || call + 1 < run.recording.backwardCalls.size()) return true;
    const Span span = run.recording.backwardCalls[call].span;
    return error->line != source_.placeOf(span.begin).line && error->line != source_.placeOf(span.end).line;
}

std::vector<SamplePoint> ProgramRuns::at(const std::vector<double>& x) {
    std::vector<SamplePoint> out;
    out.reserve(x.size());
    for (const double point : x) {
        if (stop_.stop_requested()) out.push_back({point, {kNaN, kNaN}, 0, {}, {}});  // the points are dropped with the whole curve
        else out.push_back(pointAt(point));
    }
    return out;
}

// Until the border between two paths is closed in on, the curve ends on either side of it.
BreakFlags ProgramRuns::between(const SamplePoint& a, const SamplePoint& b) const {
    if (a.path == b.path) return {};
    causes_[b.path] = causeOf(paths_[a.path], paths_[b.path]);
    return request_.refine ? betweenPaths(a, b, output_) : BreakFlags{output_, output_, output_};
}

std::string ProgramRuns::causeOf(const ProgramPath& a, const ProgramPath& b) const {
    const std::vector<ProgramPath> differing = differencesOf({a, b});
    for (std::size_t i = 0; i < differing[0].steps.size(); ++i) {
        if (differing[0].steps[i] == differing[1].steps[i]) continue;
        std::string text(source_.slice(differing[0].steps[i].span));
        text = text.substr(0, text.find('\n'));
        while (!text.empty() && (text.back() == ':' || text.back() == ' ')) text.pop_back();
        if (!text.empty()) return text;
    }
    return function_;
}

// Where there is no value: the error that the program ends with.
std::string ProgramRuns::textOf(std::size_t path, NodeId) const {
    if (path < paths_.size() && paths_[path].error) return paths_[path].error->type;
    const auto cause = causes_.find(path);
    return cause == causes_.end() ? function_ : cause->second;
}

std::string ProgramRuns::variable() const { return name_ + elementText(base_, element_); }

void ProgramRuns::losePatience() {
    options_.limits.steps = std::min(options_.limits.steps, std::max<std::int64_t>(50'000, 50 * first_.report.steps));
}

std::size_t ProgramRuns::affordable() const {
    const std::int64_t once = kStepsOfStart + first_.report.steps + 4 * static_cast<std::int64_t>(first_.recording.log.events.size());
    const std::int64_t work = request_.order > 1 ? 2 * once : once;  // f″ takes a run of its own
    return work > kMostOfRun ? 0 : static_cast<std::size_t>(std::clamp<std::int64_t>(kStepsOfCurve / work, kFewest, kMaxSamples));
}

ProgramOptions ProgramRuns::optionsAt(double x) const {
    ProgramOptions options = options_;
    std::erase_if(options.overrides, [&](const LeafOverride& o) { return o.key == leaf_; });
    const auto element = static_cast<std::int64_t>(element_);
    const Tensor value = base_.dims() == 0 ? Tensor(x, base_.dtype()) : base_.with(std::array{element}, std::array{x});
    options.overrides.push_back({leaf_, value});
    return options;
}

SamplePoint ProgramRuns::pointAt(double x) {
    ProgramOptions options = optionsAt(x);
    const ProgramRun run = runProgram(source_, parsed_, options);
    ++runs_;
    std::uint64_t key = run.report.path;
    for (std::size_t i = 0; i < run.recording.tape.size(); ++i)
        key = (key ^ static_cast<std::uint64_t>(run.recording.tape.op(NodeId(i)))) * 0x100000001b3;
    const auto [number, isNew] = numbers_.try_emplace(key, numbers_.size());
    if (isNew) paths_.push_back(pathOf(source_, parsed_.ast, run));
    seen_[x] = number->second;
    SamplePoint point{x, {kNaN, kNaN}, number->second, {}, {}};
    values(run, point);
    point.values.resize(static_cast<std::size_t>(std::max(request_.order, 0)) + 1, kNaN);
    if (!std::isfinite(point.values[0])) point.undefined = output_;
    if (request_.order > 1 && std::isfinite(point.values[1])) {
        SecondOrder second{call_, leaf_, element_, {}};
        options.second = &second;
        (void)runProgram(source_, parsed_, options);
        ++runs_;
        if (second.value) point.values[2] = *second.value;
    }
    return point;
}

std::optional<Tensor> ProgramRuns::gradientOf(const ProgramRun& run, const ReportedLeaf& leaf) const {
    const Recording& r = run.recording;
    if (reachOf(r, call_, leaf.node) != Reach::First) return std::nullopt;
    for (std::size_t i = r.log.contributions.size(); i-- > 0;) {
        const Contributions& all = r.log.contributions;
        if (all.toOf(i) == leaf.node && all.sweepOf(i) == SweepId(call_)) return all.afterOf(i);
    }
    return r.log.sweeps[SweepId(call_)].seed;
}

void ProgramRuns::values(const ProgramRun& run, SamplePoint& point) const {
    const Recording& r = run.recording;
    const auto leaf =
        std::find_if(run.report.leaves.begin(), run.report.leaves.end(), [&](const ReportedLeaf& l) { return l.key == leaf_; });
    if (leaf == run.report.leaves.end() || call_ >= r.log.sweeps.size() || !isScalarCall(r, call_) || !isDone(run, call_)) return;
    point.values[0] = r.tape.value(r.log.sweeps[SweepId(call_)].root).at(0);
    const std::optional<Tensor> gradient = gradientOf(run, *leaf);
    if (gradient && static_cast<std::int64_t>(element_) < gradient->size())
        point.values[1] = gradient->at(static_cast<std::int64_t>(element_));
}

void ProgramRuns::findBands(double from, double to, ProgramCurve& out) {
    constexpr std::size_t kBorders = 24;
    const double close = 1e-4 * (to - from);
    std::vector<std::pair<double, double>> borders;
    for (auto at = seen_.begin(); at != seen_.end() && std::next(at) != seen_.end(); ++at) {
        if (at->second != std::next(at)->second) borders.emplace_back(at->first, std::next(at)->first);
    }
    if (borders.size() > kBorders) borders.clear();  // as many as there are samples: there is no closing in
    for (auto [a, b] : borders) {
        while (b - a > close && runs_ < 2 * affordable() && !stop_.stop_requested()) {
            const double middle = 0.5 * (a + b);
            const std::size_t path = pointAt(middle).path;
            if (path == seen_[a]) a = middle;
            else if (path == seen_[b]) b = middle;
            else break;  // a third way between the two: it is a band of its own
        }
    }
    std::map<std::size_t, std::size_t> order;
    for (const auto& [x, path] : seen_) {
        const auto [number, isNew] = order.try_emplace(path, out.paths.size());
        if (isNew) out.paths.push_back(paths_[path]);
        if (!out.bands.empty() && out.bands.back().path == number->second) {
            out.bands.back().to = x;
            continue;
        }
        const double begin = out.bands.empty() ? from : 0.5 * (out.bands.back().to + x);
        if (!out.bands.empty()) out.bands.back().to = begin;
        out.bands.push_back({begin, x, number->second});
    }
    if (!out.bands.empty()) out.bands.back().to = to;
}

}  // namespace backstep
