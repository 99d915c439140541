// SPDX-License-Identifier: GPL-3.0-or-later
// Making an exercise out. Judging is in judge.cpp and judge_program.cpp.
#include "engine/exercise/sheet.h"

#include <algorithm>
#include <cmath>

#include "engine/exercise/fields.h"
#include "engine/exercise/quantity.h"

namespace backstep::exercise {
namespace {

std::string firstLine(std::string_view text) {
    text = text.substr(0, text.find('\n'));
    const std::size_t from = text.find_first_not_of(" \t\r");
    return from == std::string_view::npos ? std::string() : std::string(text.substr(from, text.find_last_not_of(" \t\r") - from + 1));
}

EventKind eventOf(const std::string& kind) {
    using enum EventKind;
    static const std::map<std::string, EventKind> kKinds{{"seed", SweepBegan},   {"contribution", Contribution}, {"recorded", Recorded},
                                                         {"branched", Branched}, {"accumulated", Accumulated},   {"freed", Freed},
                                                         {"zeroed", Zeroed},     {"changed", Changed},           {"detached", Detached},
                                                         {"raised", Raised},     {"printed", Printed},           {"line", Line}};
    const auto found = kKinds.find(kind);
    return found == kKinds.end() ? Line : found->second;
}

bool textMatches(const Snapshot& run, const Event& event, const std::string& wanted) {
    if (wanted.empty()) return true;
    if (event.kind == EventKind::Line) return firstLine(run.source.slice(run.recording.log.spanOf(event))) == wanted;
    if (event.kind < EventKind::Line) return false;
    return run.recording.log.happening(event).text.find(wanted) != std::string::npos;
}

}  // namespace

ProgramOptions exerciseLimits() {
    ProgramOptions options;
    options.limits.steps = 200'000;
    options.limits.outputBytes = 1 << 17;
    options.limits.outputLines = 2000;
    options.limits.elements = 200'000;
    options.tensors.elements = 100'000;
    options.tensors.bytes = 64LL << 20;
    options.tensors.tapeNodes = 20'000;
    return options;
}

Sheet::Sheet(std::shared_ptr<const Exercise> exercise, std::uint64_t seed, const std::stop_token& stop)
    : exercise_(std::move(exercise)), seed_(seed) {
    drawn_ = drawValues(exercise_->values, seed, faults_);
    for (const Show& show : exercise_->shows) {
        makeShow(show, stop);
        if (stop.stop_requested()) return;
    }
    for (const Task& task : exercise_->tasks) makeTask(task);
    ready_ = !hasErrors(faults_);
}

const Shown* Sheet::shown(std::size_t show) const { return show == 0 || show > shows_.size() ? nullptr : &shows_[show - 1]; }

Scope Sheet::scope(std::size_t show) const {
    const Shown* there = shown(show);
    return {&drawn_, there == nullptr ? nullptr : there->run.get()};
}

void Sheet::makeShow(const Show& show, const std::stop_token& stop) {
    Shown out;
    out.program = show.program.given();
    const Written& text = out.program ? show.program : show.formula;
    out.text = filled(text.text, text.span, {&drawn_, nullptr}, faults_, {true, nullptr});
    out.mode = show.mode, out.seedInput = show.seedInput;
    for (const auto& [name, value] : show.at) {
        if (const auto number = computed(value, {&drawn_, nullptr}, faults_)) out.inputs.values[name] = *number;
    }
    Request request;
    request.text = out.text;
    request.kind = out.program ? TextKind::Program : TextKind::Formula;
    request.program = exerciseLimits();
    request.inputs = out.inputs, request.mode = out.mode, request.seedInput = out.seedInput;
    request.check = false;
    auto run = evaluate(request, stop);
    if (!run) return;
    out.run = std::make_shared<const Snapshot>(std::move(*run));
    const auto& error = out.run->report ? out.run->report->error : std::nullopt;
    if (error && (error->type == "Limit" || error->type == "Unsupported"))
        faults_.push_back({FaultKind::ShownFails, text.span, {error->type + ": " + error->message}});
    if (!out.program && !out.run->ok()) {
        faults_.push_back(
            {FaultKind::ShownFails, text.span, {out.run->diagnostics.empty() ? "" : backstep::nameOf(out.run->diagnostics.front().kind)}});
    }
    std::vector<std::string> inputs;
    for (const NodeId id : out.run->recording.inputs) inputs.push_back(out.run->recording.tape.nameOf(id));
    for (const auto& [name, value] : show.at) {
        if (std::find(inputs.begin(), inputs.end(), name) == inputs.end())
            faults_.push_back({FaultKind::UnknownValue, value.span, {name, nearest(name, inputs)}});
    }
    shows_.push_back(std::move(out));
    if (!show.step) return;
    const auto stops = stopsOf(*show.step, shows_.size(), faults_);
    if (!stops.empty()) shows_.back().stop = stops.front();
}

std::vector<std::size_t> Sheet::stopsOf(const StepQuery& query, std::size_t show, Faults& faults) const {
    const Shown* there = shown(show);
    if (there == nullptr || !there->run)
        return faults.push_back({FaultKind::NothingShown, query.span, {"step"}}), std::vector<std::size_t>();
    const Snapshot& run = *there->run;
    const auto node = [&](const Written& name) {
        const NodeId id = name.given() ? findNode(run, name.text) : NodeId();
        if (name.given() && !id.valid())
            faults.push_back({FaultKind::UnknownNode, name.span, {name.text, nearest(name.text, nodeNames(run))}});
        return id;
    };
    const NodeId to = node(query.node);
    const NodeId from = node(query.from);
    std::vector<std::size_t> stops;
    const EventKind kind = eventOf(query.kind);
    for (std::size_t stop = 1; stop <= run.recording.log.events.size(); ++stop) {
        const Event& event = run.recording.log.events[stop - 1];
        if (event.kind != kind) continue;
        const Moment moment = momentAt(run.recording, stop);
        if ((query.node.given() && moment.node != to) || (query.from.given() && moment.other != from)) continue;
        if (textMatches(run, event, query.text)) stops.push_back(stop);
    }
    if (query.nth < 0 && !stops.empty()) stops = {stops.back()};
    else if (query.nth > 0)
        stops = stops.size() < static_cast<std::size_t>(query.nth)
                    ? std::vector<std::size_t>()
                    : std::vector<std::size_t>{stops[static_cast<std::size_t>(query.nth) - 1]};
    if (stops.empty()) faults.push_back({FaultKind::NoSuchStep, query.span, {}});
    return stops;
}

void Sheet::ask(const Task& task, Made& made, const std::string& quantityName, const std::vector<std::string>& arguments, Span span) {
    const Shown* there = shown(task.show);
    if (there == nullptr || !there->run) return faults_.push_back({FaultKind::NothingShown, span, {quantityName}});
    if (const auto value = quantity(quantityName, arguments, span, *there->run, faults_)) made.expected.push_back({"", *value, span});
}

void Sheet::makeSweep(const Task& task, Made& made) {
    const Shown* there = shown(task.show);
    if (there == nullptr || !there->run || there->run->phases.size() < 2)
        return faults_.push_back({FaultKind::NothingShown, task.span, {"sweep"}});
    const Snapshot& run = *there->run;
    State state(run.recording);
    state.moveTo(run.recording.log.events.size());
    const auto add = [&](NodeId id, Span span) {
        const std::optional<Tensor> derivative = state.derivative(id);
        if (!derivative || !derivative->isScalar()) return faults_.push_back({FaultKind::NoDerivative, span, {nodeName(run, id)}});
        made.expected.push_back({nodeName(run, id), derivative->item(), span});
    };
    for (const Written& name : task.nodes) {
        const NodeId id = findNode(run, name.text);
        if (id.valid()) add(id, name.span);
        else faults_.push_back({FaultKind::UnknownNode, name.span, {name.text, nearest(name.text, nodeNames(run))}});
    }
    if (!task.nodes.empty()) return;
    std::vector<NodeId> order;  // as the sweep completes them
    for (const NodeId id : nodesOf(run)) {
        if (state.derivative(id)) order.push_back(id);
    }
    if (there->mode == SweepMode::Reverse) std::reverse(order.begin(), order.end());
    if (order.size() > kMaxList) return faults_.push_back({FaultKind::TooMany, task.span, {"nodes", std::to_string(kMaxList)}});
    for (const NodeId id : order) add(id, task.span);
}

void Sheet::makeExpression(const Task& task, Made& made) {
    made.right = std::make_shared<const Formula>(resolved(task.answer, scope(task.show), faults_));
    std::size_t usable = 0;
    for (const auto& point : trialPoints(task)) {
        const auto value = made.right->at(point);
        usable += value && std::isfinite(*value);
    }
    if (!made.right->readable()) faults_.push_back({FaultKind::BadExpression, task.answer.span, {task.answer.text.substr(0, 80), ""}});
    else if (usable < 3) faults_.push_back({FaultKind::NoPoints, task.answer.span, {task.answer.text.substr(0, 80)}});
    for (const std::string& name : made.right->names()) {
        if (std::find(task.names.begin(), task.names.end(), name) == task.names.end())
            faults_.push_back({FaultKind::UnknownValue, task.answer.span, {name, nearest(name, task.names)}});
    }
}

void Sheet::makeWrong(const Task& task, Made& made) {
    for (const Wrong& wrong : task.wrong) {
        made.wrongValues.emplace_back();
        made.wrongFormulas.emplace_back();
        made.wrongStops.emplace_back();
        if (wrong.step) made.wrongStops.back() = stopsOf(*wrong.step, task.show, faults_);
        if (!wrong.value.given()) continue;
        if (task.type == TaskType::Expression) {
            made.wrongFormulas.back() = std::make_shared<const Formula>(resolved(wrong.value, scope(task.show), faults_));
            if (!made.wrongFormulas.back()->readable())
                faults_.push_back({FaultKind::BadExpression, wrong.value.span, {wrong.value.text.substr(0, 80), ""}});
        } else {
            made.wrongValues.back() = computed(wrong.value, scope(task.show), faults_);
        }
    }
}

void Sheet::makeTask(const Task& task) {
    using enum TaskType;
    Made made;
    switch (task.type) {
        case Number:
            if (const auto value = computed(task.answer, scope(task.show), faults_))
                made.expected.push_back({"", *value, task.answer.span});
            break;
        case Expression: makeExpression(task, made); break;
        case Adjoint: ask(task, made, "adjoint", {task.node.text}, task.node.span); break;
        case Tangent: ask(task, made, "tangent", {task.node.text}, task.node.span); break;
        case Partial: ask(task, made, "partial", {task.node.text, task.by.text}, task.by.span); break;
        case Sweep: makeSweep(task, made); break;
        case Step:
            if (task.step) made.stops = stopsOf(*task.step, task.show, faults_);
            break;
        case Program:
            made.solution = filled(task.solution.text, task.solution.span, {&drawn_, nullptr}, faults_, {true, nullptr});
            if (shown(task.show) == nullptr || !shown(task.show)->program)
                faults_.push_back({FaultKind::NothingShown, task.span, {"program"}});
            break;
        case Table:
            for (std::size_t r = 0; r < task.rows.size(); ++r) {
                for (std::size_t c = 0; c < task.rows[r].cells.size(); ++c) {
                    const Written& asked = task.rows[r].cells[c].asked;
                    if (!asked.given()) continue;
                    if (const auto value = computed(asked, scope(task.show), faults_))
                        made.expected.push_back({std::to_string(r + 1) + "," + std::to_string(c + 1), *value, asked.span});
                }
            }
            break;
        case Choice:
        case Choices: {
            const auto right = std::count_if(task.options.begin(), task.options.end(), [](const Option& o) { return o.right; });
            if (right == 0) faults_.push_back({FaultKind::NoRightOption, task.span, {}});
            if (right > 1 && task.type == Choice) faults_.push_back({FaultKind::SeveralRight, task.span, {}});
            break;
        }
        case FreeText: break;
    }
    makeWrong(task, made);
    tasks_.push_back(std::move(made));
}

std::vector<std::size_t> Sheet::optionOrder(std::size_t task) const {
    const Task& of = exercise_->tasks[task];
    std::vector<std::size_t> order(of.options.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    if (!of.shuffle) return order;
    Stream stream(seed_, "options " + of.id);
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[stream.below(i)]);
    return order;
}

Answer Sheet::model(std::size_t task, std::string_view language) const {
    const Task& of = exercise_->tasks[task];
    const Made& made = tasks_[task];
    Answer answer;
    Faults ignored;
    switch (of.type) {
        case TaskType::Expression: answer.text = resolved(of.answer, scope(of.show), ignored); break;
        case TaskType::Choice:
        case TaskType::Choices: {
            const auto order = optionOrder(task);
            for (std::size_t i = 0; i < order.size(); ++i) {
                if (!of.options[order[i]].right) continue;
                if (!answer.text.empty()) answer.text += ", ";
                answer.text += i < 26 ? std::string(1, static_cast<char>('a' + i)) : std::to_string(i + 1);
            }
            break;
        }
        case TaskType::Step: answer.text = made.stops.empty() ? "" : std::to_string(made.stops.front()); break;
        case TaskType::Program: answer.text = made.solution; break;
        case TaskType::FreeText: answer.text = of.model.of(language); break;
        case TaskType::Sweep:
        case TaskType::Table:
            for (const Expected& e : made.expected) answer.cells[e.name] = plainNumber(e.value);
            break;
        default: answer.text = made.expected.empty() ? "" : plainNumber(made.expected.front().value); break;
    }
    return answer;
}

std::string Sheet::expression(const Written& expression, std::size_t show) const {
    Faults ignored;
    return resolved(expression, scope(show), ignored);
}

std::string Sheet::exact(const Written& text) const {
    Faults ignored;
    return filled(text.text, text.span, {&drawn_, nullptr}, ignored, {true, nullptr});
}

std::string Sheet::prose(const std::string& text, std::size_t show, Span span, Faults* faults) const {
    Faults ignored;
    return filled(text, span, scope(show), faults == nullptr ? ignored : *faults, {});
}

std::string Sheet::said(const Text& text, std::size_t task, std::string_view language, const Answer* given, Faults* faults) const {
    const Task& of = exercise_->tasks[task];
    Faults ignored;
    const Answer right = model(task, language);
    std::map<std::string, std::string> extra{{"answer", right.text}, {"given", given == nullptr ? "" : given->text}};
    if (const auto& expected = tasks_[task].expected; expected.size() == 1 && expected[0].name.empty()) {
        Faults none;
        extra["answer"] = filled("{{" + right.text + "}}", {}, {}, none, {});
    }
    return filled(text.of(language), of.span, scope(of.show), faults == nullptr ? ignored : *faults, {false, &extra});
}

std::vector<std::pair<std::size_t, const Text*>> Sheet::walk(std::size_t task) const {
    const Task& of = exercise_->tasks[task];
    std::vector<std::pair<std::size_t, const Text*>> out;
    const Shown* there = shown(of.show);
    if (there == nullptr || !there->run) return out;
    Faults ignored;
    for (const Walk& walk : of.walk) {
        for (const std::size_t stop : stopsOf(walk.step, of.show, ignored)) out.emplace_back(stop, &walk.say);
    }
    if (!out.empty()) return out;
    const Recording& run = there->run->recording;
    const NodeId node = of.node.given() && of.type != TaskType::Partial ? findNode(*there->run, of.node.text) : NodeId();
    for (std::size_t stop = 1; stop <= run.log.events.size(); ++stop) {
        const Moment moment = momentAt(run, stop);
        const bool ofNode = moment.node == node && (run.log.events[stop - 1].kind == EventKind::Contribution ||
                                                    run.log.events[stop - 1].kind == EventKind::SweepBegan);
        if (!node.valid() || ofNode) out.emplace_back(stop, nullptr);
    }
    return out;
}

}  // namespace backstep::exercise
