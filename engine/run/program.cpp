// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/program.h"

#include <algorithm>
#include <unordered_map>

#include "engine/base/numbers.h"
#include "engine/modules/modules.h"
#include "engine/modules/notes.h"
#include "engine/modules/runwatch.h"
#include "engine/modules/torch.h"
#include "engine/python/code.h"
#include "engine/run/leaves.h"
#include "engine/run/names.h"
#include "engine/run/recorder.h"

namespace backstep {
namespace {

using python::Value;

// The globals of a program as plain values.
class Reporter {
public:
    explicit Reporter(python::Interpreter& vm) : vm_(vm), torch_(modules::Torch::of(vm)) {}

    Reported of(const Value& value, int depth = 0) {
        Reported out;
        if (value.isNone()) out.kind = "NoneType";
        else if (value.isBool()) number(out, "bool", value.boolean() ? 1 : 0);
        else if (value.isInt()) integer(out, std::to_string(value.integer()));
        else if (value.isFloat()) number(out, "float", value.real());
        else if (is(value, torch_.array)) array(out, value);
        else if (const auto* scalar = modules::numpyScalar(vm_, value)) numpyNumber(out, *scalar);
        else if (is(value, torch_.tensor)) tensor(out, value);
        else object(out, value, depth);
        return out;
    }

    // Functions, classes and modules are definitions, not variables.
    bool isDefinition(const Value& value) {
        if (!value.isObject()) return false;
        const python::BuiltinTypes& t = vm_.types;
        for (python::Type* type : {t.function, t.nativeFunction, t.nativeMethod, t.boundMethod, t.module, t.type}) {
            if (is(value, type)) return true;
        }
        return !vm_.findAttribute(value, "__call__").isEmpty() && !is(value, torch_.tensor);
    }

private:
    static constexpr std::size_t kItems = 200;  // more are counted only
    python::Interpreter& vm_;
    modules::Torch& torch_;

    bool is(const Value& value, const python::Type* type) const {
        return type != nullptr && value.isObject() && vm_.isInstance(value, type);
    }

    static void number(Reported& out, const char* kind, double value) {
        out.kind = kind;
        out.number = value;
    }
    static void integer(Reported& out, std::string digits) {
        out.kind = "int";
        out.text = std::move(digits);
    }
    static void numpyNumber(Reported& out, const modules::ScalarObject& scalar) {
        out.kind = std::string(nameOf(scalar.dtype)).substr(6);
        out.number = scalar.number;
        if (!isFloating(scalar.dtype)) out.text = std::to_string(static_cast<std::int64_t>(scalar.number));
    }
    void array(Reported& out, const Value& value) {
        out.kind = "ndarray";
        out.tensor = modules::asVar(value)->value();
    }
    void tensor(Reported& out, const Value& value) {
        const Var v = modules::asVar(value);
        Autograd& g = *torch_.autograd;
        out.kind = "tensor";
        out.tensor = v->value();
        NodeId node;
        try {
            node = g.gradFn(v);
        } catch (const python::PythonError&) {
        }  // a view whose base was changed behind its back has none to show
        out.requiresGrad = v->requiresGrad || node.valid();
        out.isLeaf = !node.valid();
        if (node.valid()) {
            out.gradFn = g.gradFnName(node);
            if (isOfEngine(out.gradFn)) out.gradFn = "torch::autograd::" + out.gradFn;
        }
        if (v->grad()) {
            Reported grad;
            tensor(grad, Value(v->grad()));
            out.grad = std::make_shared<const Reported>(std::move(grad));
        }
    }
    void object(Reported& out, const Value& value, int depth) {
        const python::BuiltinTypes& t = vm_.types;
        python::Type* type = vm_.typeOf(value);
        out.kind = type->name;
        if (type == t.str) {
            out.text = static_cast<python::Str*>(value.object())->text;
        } else if (type == t.integer) {
            integer(out, vm_.str(value));
        } else if (type == torch_.device) {
            out.kind = "device";
        } else if (type == torch_.size || type == torch_.dtype) {
            out.kind = type->name;
            out.text = vm_.str(value);
        } else if ((is(value, t.list) || is(value, t.tuple) || is(value, t.set)) && depth < 3) {
            const std::vector<Value> items = vm_.toVector(value);
            out.size = items.size();
            for (std::size_t i = 0; i < items.size() && items.size() <= kItems; ++i)
                out.items.push_back({std::string(), of(items[i], depth + 1)});
        } else if (is(value, t.dict) && depth < 3) {
            const auto& dict = *static_cast<python::Dict*>(value.object());
            for (const auto& entry : dict.entries) {
                if (!entry.key.isEmpty()) out.items.push_back({vm_.str(entry.key), of(entry.value, depth + 1)});
            }
            out.size = out.items.size();
            out.kind = "dict";
        }
    }
};

const char* nameOf(python::Limit limit) {
    using enum python::Limit;
    switch (limit) {
        case Steps: return "Steps";
        case OutputBytes: return "OutputBytes";
        case OutputLines: return "OutputLines";
        case StringBytes: return "StringBytes";
        case Elements: return "Elements";
        case Digits: return "Digits";
        case Memory: return "Memory";
        case Other: return "Other";
    }
    return "";
}

// A figure's dict holds lists of numbers that may be long: everything is kept.
Reported figureOf(python::Interpreter& vm, const Value& value) {
    Reported out;
    const python::BuiltinTypes& t = vm.types;
    const auto is = [&](python::Type* type) { return value.isObject() && vm.isInstance(value, type); };
    double number = 0;
    if (value.isNone()) out.kind = "NoneType";
    else if (value.isBool()) out.kind = "bool", out.number = value.boolean() ? 1 : 0;
    else if (value.isInt()) out.kind = "int", out.text = std::to_string(value.integer()), out.number = static_cast<double>(value.integer());
    else if (python::Interpreter::asNumber(value, number)) out.kind = "float", out.number = number;
    else if (is(t.str)) out.kind = "str", out.text = static_cast<python::Str*>(value.object())->text;
    else if (is(t.dict)) {
        out.kind = "dict";
        for (const auto& entry : static_cast<python::Dict*>(value.object())->entries) {
            if (!entry.key.isEmpty()) out.items.push_back({vm.str(entry.key), figureOf(vm, entry.value)});
        }
    } else if (is(t.list) || is(t.tuple)) {
        out.kind = "list";
        for (const Value& item : vm.toVector(value)) out.items.push_back({std::string(), figureOf(vm, item)});
    } else {
        out.kind = "str";
        out.text = vm.str(value);
    }
    return out;
}

class ProgramRunner {
public:
    ProgramRunner(const Source& source, const ParsedProgram& parsed, const ProgramOptions& options)
        : source_(source), parsed_(parsed), options_(options) {}

    ProgramRun run() {
        if (refusedBefore()) return std::move(out_);
        python::Interpreter vm(options_.limits);
        Recorder recorder(source_, out_.recording, out_.report);
        vm.setObserver(&recorder);
        recorder_ = &recorder;
        vm.setStop(options_.stop);
        modules::RunWatch watch(vm, options_.tensors);
        const Watch::Scope watching(watch);
        modules::addModules(vm, out_.recording, options_.tensors, options_.overrides, options_.second);
        execute(vm, [&] {
            const python::Outcome outcome = vm.run(source_, parsed_.ast, source_.name());
            if (outcome.error) fail(vm, *outcome.error);
        });
        // Figures that were never shown are shown at the end, as a notebook does.
        execute(vm, [&] {
            if (python::Module* pyplot = vm.findModule("matplotlib.pyplot")) vm.call(vm.getAttribute(Value(pyplot), "_at_end"));
        });
        vm.setObserver(nullptr);
        report(vm);
        const auto ended = out_.report.error;
        execute(vm, [&] { nameParameters(vm); });
        execute(vm, [&] { reportLeaves(vm, options_.overrides, out_.recording.tape, out_.report); });
        out_.report.error = ended;  // a name that cannot be found is no fault of the program
        finish();
        return std::move(out_);
    }

private:
    const Source& source_;
    const ParsedProgram& parsed_;
    const ProgramOptions& options_;
    ProgramRun out_;
    const Recorder* recorder_ = nullptr;

    void setError(std::string type, std::string message, Span span, std::uint32_t line) {
        if (out_.report.error) return;
        ProgramError error;
        error.type = std::move(type);
        error.message = std::move(message);
        error.span = span;
        const Place place = source_.placeOf(span.begin);
        error.line = line != 0 ? line : place.line;
        error.column = place.line == error.line ? place.column : 1;
        out_.report.error = std::move(error);
    }

    bool refusedBefore() {
        if (parsed_.limit) {
            setError("Limit", "", parsed_.limit->span, 0);
            return true;
        }
        if (parsed_.fault) {
            setError(parsed_.fault->type, parsed_.fault->message, parsed_.fault->span, parsed_.fault->line);
            out_.report.error->column = parsed_.fault->column;
            return true;
        }
        for (const UnsupportedSyntax& thing : parsed_.unsupported) {
            if (thing.inTree) continue;
            setError("Unsupported", thing.what, thing.span, 0);
            return true;
        }
        return false;
    }

    template <class F>
    void execute(python::Interpreter& vm, F&& body) {
        try {
            body();
        } catch (const python::LimitReached& limit) {
            setError("Limit", limit.message, limit.span, limit.line);
            out_.report.error->limit = nameOf(limit.limit);
        } catch (const python::Interrupted& interrupted) {
            setError("Interrupted", "the run was stopped", interrupted.span, interrupted.line);
        } catch (const python::Unsupported& unsupported) {
            setError("Unsupported", unsupported.what, unsupported.span, unsupported.line);
            out_.report.error->hint = unsupported.hint;
        } catch (const python::PythonError& error) {
            fail(vm, *error.exception);
        }
    }

    void fail(python::Interpreter& vm, const python::Exception& exception) {
        Span span;
        std::uint32_t line = 0;
        for (const python::TracebackLine& at : exception.traceback) {
            if (at.script->prelude) continue;
            span = at.span;
            line = source_.placeOf(span.begin).line;
            break;
        }
        std::string message;
        execute(vm, [&] { message = vm.str(Value(const_cast<python::Exception*>(&exception))); });
        setError(exception.type->name, message, span, line);
        execute(vm, [&] { out_.report.error->traceback = vm.tracebackText(exception); });
        execute(vm, [&] { out_.report.error->suggestion = vm.suggestion(exception); });
        execute(vm, [&] {
            Reporter reporter(vm);
            for (const auto& [name, value] : recorder_->locals()) {
                if (!reporter.isDefinition(value)) out_.report.error->locals.push_back({name, reporter.of(value)});
            }
        });
    }

    void report(python::Interpreter& vm) {
        ProgramReport& report = out_.report;
        const modules::Notes& notes = modules::Notes::of(vm);
        for (const SyntaxWarning& w : parsed_.warnings) report.warnings.push_back({"SyntaxWarning", w.message, w.line});
        for (const modules::Warning& w : notes.warnings) report.warnings.push_back({w.category, w.message, w.line});
        report.unseededRandom = notes.unseededRandom;
        report.steps = vm.steps();
        execute(vm, [&] {
            Reporter reporter(vm);
            for (const auto& entry : vm.mainModule().globals()->entries) {
                if (entry.key.isEmpty()) continue;
                const std::string& name = static_cast<python::Str*>(entry.key.object())->text;
                if (name.starts_with("__")) continue;
                if (reporter.isDefinition(entry.value)) report.definitions.push_back(name);
                else report.variables.push_back({name, reporter.of(entry.value)});
            }
            std::sort(report.definitions.begin(), report.definitions.end());
            for (const Value& figure : notes.figures) report.figures.push_back(figureOf(vm, figure));
        });
    }

    // The parameters of a network have no name of their own in the program: they are called as named_parameters() calls them,
    // behind the name of the network.
    void nameParameters(python::Interpreter& vm) {
        std::unordered_map<const Variable*, std::string> names;
        for (const auto& entry : vm.mainModule().globals()->entries) {
            if (entry.key.isEmpty() || !entry.value.isObject()) continue;
            const Value method = vm.findAttribute(entry.value, "named_parameters");
            if (method.isEmpty() || vm.isInstance(entry.value, vm.types.type)) continue;
            for (const Value& pair : vm.toVector(vm.call(method))) {
                const std::vector<Value> parts = vm.toVector(pair);
                if (parts.size() != 2) continue;
                names.emplace(modules::asVar(parts[1]).get(), static_cast<python::Str*>(entry.key.object())->text + "." + vm.str(parts[0]));
            }
        }
        if (names.empty()) return;
        Tape& tape = out_.recording.tape;
        Autograd& autograd = *modules::Torch::of(vm).autograd;
        for (std::size_t i = 0; i < tape.size(); ++i) {
            const NodeId node(i);
            if (tape.op(node) != Op::Input || !tape.nameOf(node).empty()) continue;
            const Var leaf = autograd.leafVariable(node);
            if (const auto known = names.find(leaf.get()); leaf && known != names.end()) tape.rename(node, known->second);
        }
    }

    // What the graph and the plot are about: the root of the last backward call, and the leaves it reaches.
    void finish() {
        Recording& recording = out_.recording;
        recording.isProgram = true;
        nameNodes(recording);
        recording.tape.shrink();
        recording.log.shrink();
        for (BackwardCall& each : recording.backwardCalls) each.shrink();
        if (recording.backwardCalls.empty() || recording.log.sweeps.empty()) return;
        const BackwardCall& call = recording.backwardCalls.back();
        recording.output = recording.log.sweeps[SweepId(recording.log.sweeps.size() - 1)].root;
        for (const NodeId node : call.nodes(recording.tape)) {
            if (recording.tape.op(node) == Op::Input) recording.inputs.push_back(node);
        }
        std::sort(recording.inputs.begin(), recording.inputs.end());
        recording.function = recording.tape.nameOf(recording.output);
    }
};

}  // namespace

ProgramRun runProgram(const Source& source, const ParsedProgram& parsed, const ProgramOptions& options) {
    return ProgramRunner(source, parsed, options).run();
}

}  // namespace backstep
