// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/recorder.h"

#include <utility>

#include "engine/autograd/variable.h"
#include "engine/python/machine.h"

namespace backstep {
namespace {

// A run of a million lines keeps the first of them; the tape and the sweeps are kept in any case.
constexpr std::size_t kMaxHappenings = 200'000;
constexpr std::size_t kKeptText = 200;
constexpr std::size_t kMaxPrints = 20'000;

const Variable* tensorOf(const python::Value& value) {
    if (!value.isObject()) return nullptr;
    const python::Type* type = value.object()->type;
    return type->layout == &python::layoutOf<Variable> ? static_cast<const Variable*>(value.object()) : nullptr;
}

}  // namespace

bool Recorder::isFull() { return ++told_ > kMaxHappenings; }

void Recorder::add(EventKind kind, const Happening& happening) {
    if (!isFull()) recording_.log.happened(kind, happening);
}

const Recorder::Known& Recorder::known(std::string_view name) {
    const std::size_t mix = name.size() * 31 + static_cast<unsigned char>(name.front()) * 7 + static_cast<unsigned char>(name.back());
    Known& slot = known_[mix % known_.size()];
    if (slot.text == nullptr || *slot.text != name) {
        const NameId inLog = recording_.log.names.add(name);
        slot = {&recording_.log.names[inLog], inLog, recording_.tape.texts().add(name)};
    }
    return slot;
}

// FNV-1a over what tells one way through the program from another.
void Recorder::goOn(Span span, std::uint64_t what) {
    constexpr std::uint64_t kPrime = 0x100000001b3;
    report_.path = (report_.path ^ (std::uint64_t{span.begin} << 34 | std::uint64_t{span.end} << 2 | what)) * kPrime;
    report_.path ^= report_.path >> 29;
}

void Recorder::lineRun(Span span) {
    line_ = span;
    goOn(span, 0);
    if (!isFull()) recording_.log.line(span);
}

// The first name that a value gets is its name in the graph.
void Recorder::nameBound(std::string_view name, const python::Value& value, Span span, bool) {
    const Variable* tensor = tensorOf(value);
    if (tensor == nullptr) return;
    const bool onTape = tensor->node.valid() && tensor->nodeRevision == tensor->storage->revision;
    const Known& as = known(name);
    Tape& tape = recording_.tape;
    if (onTape && tape.op(tensor->node) != Op::Input) tape.name(tensor->node, as.inTape);  // a leaf without a name is called as it hangs
    // Leaves and plain values are put on the tape when they are used: until then the variable keeps its name.
    auto& variable = const_cast<Variable&>(*tensor);
    if (!onTape && (!variable.extra || variable.extra->label.empty())) variable.more().label = std::string(name);
    if (!isFull()) recording_.log.bound(span, tensor->node, as.inLog);
}

void Recorder::branchTaken(Span condition, bool truth) {
    goOn(condition, truth ? 2 : 1);
    Log& log = recording_.log;
    if (log.branches.size() >= kMaxHappenings) return;
    log.events.emplace_back(EventKind::Branched, log.branches.size());
    log.branches.push_back({{}, truth, condition});
}

void Recorder::iterationBegun(Span loop, std::int64_t turn) {
    if (!isFull()) recording_.log.turn(loop, turn);
}

void Recorder::callEntered(const python::Function& function, Span call) {
    add(EventKind::Entered, {call, {}, ++depth_, function.name ? function.name->text : std::string()});
}

void Recorder::callLeft(const python::Function& function, const python::Value&) {
    add(EventKind::Left, {{}, {}, depth_--, function.name ? function.name->text : std::string()});
}

void Recorder::printed(std::string_view text) {
    if (report_.prints.size() < kMaxPrints) {
        report_.prints.push_back({report_.output.size(), source_.placeOf(line_.begin).line, recording_.log.events.size() + 1});
    }
    report_.output += text;
    add(EventKind::Printed, {{}, {}, 0, std::string(text.substr(0, kKeptText))});
}

void Recorder::echoed(const python::Value& value, std::string_view repr, Span span) {
    if (value.isNone()) return;
    report_.echo.push_back({source_.placeOf(span.begin).line, std::string(repr), report_.output.size()});
}

void Recorder::raised(const python::Exception&, Span span) {
    // A sweep that came to a value that is gone: the operation that had saved it.
    const auto& events = recording_.log.events;
    const bool inSweep = !events.empty() && (events.back().kind == EventKind::SweepBegan || events.back().kind == EventKind::Contribution ||
                                             events.back().kind == EventKind::Accumulated || events.back().kind == EventKind::Freed);
    add(EventKind::Raised, {span, inSweep && recording_.savedFault ? recording_.savedFault->node : NodeId(), 0, {}});
    locals_.clear();
    const python::Frame* frame = python::Interpreter::current().machine().frame();
    if (frame == nullptr || frame->code->isModule) return;
    const python::Code& code = *frame->code;
    const std::size_t cells = code.locals.size(), free = cells + code.cells.size();
    const auto keep = [&](const python::Str* name, const python::Value& value) {
        if (name != nullptr && !value.isEmpty()) locals_.emplace_back(name->text, value);
    };
    const auto inCell = [&](std::size_t slot) {
        const auto* cell = frame->slots[slot].as<python::Cell>();
        return cell != nullptr ? cell->value : python::Value();
    };
    for (std::size_t i = 0; i < cells; ++i) keep(code.locals[i], frame->slots[i]);
    for (std::size_t i = 0; i < code.cells.size(); ++i) keep(code.cells[i], inCell(cells + i));
    for (std::size_t i = 0; i < code.freeNames.size(); ++i) keep(code.freeNames[i], inCell(free + i));
}

}  // namespace backstep
