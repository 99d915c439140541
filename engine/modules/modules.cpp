// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/modules/modules.h"

#include <algorithm>
#include <map>

#include "engine/autograd/autograd.h"
#include "engine/modules/notes.h"
#include "engine/modules/torch.h"
#include "engine/modules/torch_parser.h"

namespace backstep::modules {
namespace {

using python::Str;

[[noreturn]] void over(std::string message) { throw python::LimitReached{python::Limit::Other, std::move(message), {}, 0}; }

std::function<void(const TensorShape&)> sizeCheck(const TensorLimits& limits) {
    return [limits](const TensorShape& shape) {
        if (static_cast<std::int64_t>(shape.size()) > limits.dims) {
            over("a tensor of " + std::to_string(shape.size()) + " dimensions: the limit is " + std::to_string(limits.dims));
        }
        std::int64_t count = 1;
        for (const std::int64_t d : shape) {
            if (d == 0) return;
            if (__builtin_mul_overflow(count, d, &count)) count = limits.elements + 1;
            if (count > limits.elements) {
                over("a tensor of shape " + sizesText(shape) + ": the limit is " + std::to_string(limits.elements) + " elements");
            }
        }
        if (static_cast<std::int64_t>(Storage::bytesInUse()) + count * 8 > limits.bytes) {
            over("the tensors that are alive take more than " + std::to_string(limits.bytes >> 20) + " MiB");
        }
    };
}

std::string nameOfHook(python::Interpreter& vm, const Value& hook) {
    const Value name = vm.findAttribute(hook, "__name__");
    return name.is<python::Str>() ? name.as<python::Str>()->text : "<unknown>";
}

// What a hook gave in place of the gradient; null: nothing.
Var replaced(python::Interpreter& vm, const Value& hook, const Value& result, const Var& grad) {
    if (result.isNone()) return {};
    if (!grad) failRuntime("can't replace a None gradient with a non-None value");
    if (!isTensor(vm, result)) failType("expected Variable, but hook returned '" + vm.typeOf(result)->name + "'");
    if (asVar(result)->dtype() != grad->dtype()) {
        const auto type = [](const Var& v) {
            return v->dtype() == DType::Bool ? "CPUBoolType" : "torch." + dtypeWord(v->dtype()) + "Tensor";
        };
        failRuntime("hook '" + nameOfHook(vm, hook) + "' has changed the type of value (was " + type(grad) + " got " + type(asVar(result)) +
                    ")");
    }
    if (asVar(result)->shape() != grad->shape()) failRuntime("hook '" + nameOfHook(vm, hook) + "' has changed the size of value");
    return asVar(result);
}

Var callHook(python::Interpreter& vm, const Value& hook, const Var& grad) {
    return replaced(vm, hook, vm.call(hook, {toValue(grad)}), grad);
}

std::vector<Var> callNodeHook(python::Interpreter& vm, const Value& hook, const std::vector<Var>& given, const std::vector<Var>& received) {
    const auto tuple = [&](const std::vector<Var>& gradients) {
        std::vector<Value> items;
        items.reserve(gradients.size());
        for (const Var& v : gradients) items.push_back(v ? toValue(v) : Value::none());
        return vm.tuple(std::move(items));
    };
    const Value result = vm.call(hook, {tuple(given), tuple(received)});
    if (result.isNone()) return given;
    if (!result.is<python::Tuple>()) failType("expected tuple, but hook returned '" + vm.typeOf(result)->name + "'");
    const std::vector<Value>& items = result.as<python::Tuple>()->items;
    if (items.size() != given.size()) {
        failRuntime("hook '" + nameOfHook(vm, hook) + "' has returned an incorrect number of values (got " + std::to_string(items.size()) +
                    ", but expected " + std::to_string(given.size()) + ")");
    }
    std::vector<Var> out;
    for (std::size_t i = 0; i < items.size(); ++i) out.push_back(replaced(vm, hook, items[i], given[i]));
    return out;
}

Host hostFor(python::Interpreter& vm, const TensorLimits& limits) {
    Host host;
    host.tensorType = Torch::of(vm).tensor;
    host.storageType = Torch::of(vm).storage;
    host.stack = [&vm] { return "  File \"main.py\", line " + std::to_string(vm.currentLine()) + "\n"; };
    host.where = [&vm] { return vm.currentSpan(); };
    host.callHook = [&vm](const Value& hook, const Var& grad) { return callHook(vm, hook, grad); };
    host.callNodeHook = [&vm](const Value& hook, const std::vector<Var>& given, const std::vector<Var>& received) {
        return callNodeHook(vm, hook, given, received);
    };
    host.warn = [&vm](const char* category, const std::string& message) { warn(vm, category, message); };
    host.warnOnce = [&vm](const char* category, const std::string& message) { modules::warnOnce(vm, category, message); };
    host.heldGradFns = [&vm] { return heldGradFns(vm); };
    host.checkSize = sizeCheck(limits);
    host.mostNodes = static_cast<std::size_t>(limits.tapeNodes);
    host.memory = static_cast<std::size_t>(limits.bytes);
    host.history = static_cast<std::size_t>(limits.history);
    host.full = [limits](Host::Room room) {
        if (room == Host::Room::Nodes) over("the graph has more than " + std::to_string(limits.tapeNodes) + " operations");
        if (room == Host::Room::Memory) over("the tensors that are alive take more than " + std::to_string(limits.bytes >> 20) + " MiB");
        over("the recorded values take more than " + std::to_string(limits.history >> 20) + " MiB");
    };
    return host;
}

void show(python::Interpreter& vm, std::string category, std::string message, bool always);

void addBackstep(python::Interpreter& vm) {
    defineFunctionOf(vm, "_backstep", "unsupported(what, nearest=None)",
                     [](Interpreter&, Arguments& a) -> Value { python::unsupported(a.text(0), a.has(1) ? a.text(1) : std::string()); });
    // `inside`: PyTorch warns at a line of its own, once in a run for each text.
    defineFunctionOf(vm, "_backstep", "warn(category, message, inside=False)", [](Interpreter& vm, Arguments& a) {
        const bool named = a[0].isObject() && vm.isInstance(a[0], vm.types.type);
        const std::string category = named ? static_cast<python::Type*>(a[0].object())->name : "UserWarning";
        if (a.truth(2)) warnOnce(vm, category, std::string(a.text(1)));
        else warn(vm, category, a.text(1));
        return Value::none();
    });
    // Whether `message` is said for the first time in a run at a place that is not a line of the program.
    defineFunctionOf(vm, "_backstep", "is_news(place, message)", [](Interpreter& vm, Arguments& a) {
        return Value(Notes::of(vm).once.insert(std::string(a.text(0)) + "\n" + std::string(a.text(1))).second);
    });
    defineFunctionOf(vm, "_backstep", "show_warning(category, message, always=False)", [](Interpreter& vm, Arguments& a) {
        show(vm, a.as<python::Type>(0).name, a.text(1), a.truth(2));
        return Value::none();
    });
    defineFunctionOf(vm, "_backstep", "set_method(type, name, value)", [](Interpreter& vm, Arguments& a) {
        // Errors call a function by the name that it gets here.
        if (auto* function = a[2].as<python::Function>()) {
            const std::string& type = a.as<python::Type>(0).name;
            function->name = python::Ref<python::Str>(vm.intern(a.text(1)));
            function->qualifiedName = python::Ref<python::Str>(vm.intern(type + "." + a.text(1)));
        }
        a.as<python::Type>(0).set(vm.intern(a.text(1)), a[2]);
        return Value::none();
    });
    defineFunctionOf(vm, "_backstep", "figure(figure)", [](Interpreter& vm, Arguments& a) {
        Notes::of(vm).figures.push_back(a[0]);
        return Value::none();
    });
}

// What exists in the originals and is not done here is refused by name where a program looks at it.
void refuseKnown(python::Interpreter& vm, const Value& object, Str* name) {
    std::string owner;
    if (const auto* module = object.as<python::Module>()) owner = module->name;
    else if (const auto* type = object.as<python::Type>()) owner = type->module + "." + type->name;  // tf.math
    else if (object.isObject() && isTensor(vm, object)) owner = "Tensor";
    else if (Torch::of(vm).array && object.isObject() && vm.isInstance(object, Torch::of(vm).array)) owner = "ndarray";
    if (!owner.empty() && isKnown(owner, name->text)) python::unsupported(owner + "." + name->text);
}

void fillTorch(python::Interpreter& vm, Recording& recording, const TensorLimits& limits, const std::vector<LeafOverride>& overrides,
               SecondOrder* second) {
    Torch& torch = Torch::of(vm);
    addTorchCore(vm);
    torch.autograd = std::make_unique<Autograd>(recording, hostFor(vm, limits), overrides);
    torch.autograd->second = second;
    addTorchAutograd(vm);
    addTorchCreation(vm);
    addTorchRandom(vm);
    addTorchElementwise(vm);
    addTorchReduction(vm);
    addTorchShape(vm);
    addTorchLinear(vm);
    addTorchNetwork(vm);
    addTorchLayers(vm);
    bindFactories(vm);
    bindSignatures(vm);
    addNumpy(vm);
    const Value prelude = vm.importModule("torch._prelude");
    for (const Value& name : vm.toVector(vm.getAttribute(prelude, "__all__"))) {
        vm.setAttribute(Value(&vm.defineModule("torch")), vm.str(name), vm.getAttribute(prelude, vm.str(name)));
    }
}

}  // namespace

bool isKnown(std::string_view owner, std::string_view name) {
    static const std::map<std::string_view, std::string_view> kNames{
#define KNOWN(owner, names) {owner, " " names " "},
#include "engine/modules/known_names.def"
    };
    const auto found = kNames.find(owner);
    return found != kNames.end() && found->second.find(" " + std::string(name) + " ") != std::string_view::npos;
}

namespace {

// Once for each place, as Python does, unless `always`.
void show(python::Interpreter& vm, std::string category, std::string message, bool always) {
    auto& warnings = Notes::of(vm).warnings;
    const std::uint32_t line = vm.currentLine();
    const auto again = [&](const Warning& w) { return w.line == line && w.message == message && w.category == category; };
    if (!always && std::any_of(warnings.begin(), warnings.end(), again)) return;
    warnings.push_back({std::move(category), std::move(message), line});
}

}  // namespace

void warn(python::Interpreter& vm, std::string category, std::string message) {
    python::Module* module = vm.findModule("warnings");
    const Value filter = module ? vm.findAttribute(Value(module), "_filtered") : Value();
    if (filter.isEmpty()) show(vm, std::move(category), std::move(message), false);
    else vm.call(filter, std::array{vm.text(category), vm.text(message)});
}

void warnOnce(python::Interpreter& vm, const std::string& category, const std::string& message) {
    if (Notes::of(vm).once.insert(message).second) warn(vm, category, message);
}

void addModules(python::Interpreter& vm, Recording& recording, const TensorLimits& limits, const std::vector<LeafOverride>& overrides,
                SecondOrder* second) {
    addPythonModules(vm);
    addBackstep(vm);
    vm.missingAttribute = refuseKnown;
    vm.addModule("torch", [&recording, limits, overrides, second](python::Interpreter& vm, Module&) {
        fillTorch(vm, recording, limits, overrides, second);
    });
    // An ndarray is a Variable too: numpy stands on torch, which says how numpy is filled.
    vm.addModule("numpy", [](python::Interpreter& vm, Module&) {
        vm.importModule("torch");
        vm.importModule("numpy");
    });
    for (const Prelude& prelude : preludes()) vm.addPrelude(prelude.name, prelude.text);
}

}  // namespace backstep::modules
