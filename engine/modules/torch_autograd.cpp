// SPDX-License-Identifier: GPL-3.0-or-later
// Gradients from Python: backward and grad, modes, hooks, and functions with a backward of their own.
#include "engine/autograd/backward.h"
#include "engine/modules/notes.h"
#include "engine/modules/torch.h"
#include "engine/python/argument_errors.h"

namespace backstep::modules {

using python::Dict;
using python::Tuple;

namespace {

// A torch.autograd.Function that ran: its context, and what it saved.
struct FunctionNode {
    Value context;
    Value owner;  // the class
    std::vector<Value> saved;
    std::vector<std::uint32_t> versions;
    std::vector<bool> isOutput;   // of what it saved
    std::vector<Tensor> outputs;  // for zeros in place of what did not arrive
    std::size_t arguments = 0;
    std::vector<std::size_t> tensors;  // which arguments were tensors: the node's slots
    NodeId node;
};

struct Functions {
    std::vector<FunctionNode> nodes;
    std::unordered_map<std::uint32_t, std::size_t> byNode;
};

struct HandleObject : python::Object {
    std::size_t number = 0;
};

Functions& functionsOf(Interpreter& vm) { return vm.state<Functions>(); }

Value* inContext(Interpreter& vm, const Value& context, const char* name) {
    const Value fields = vm.getAttribute(context, "__dict__");
    return static_cast<Dict*>(fields.object())->find(vm.intern(name));
}

std::vector<Var> runFunction(Interpreter& vm, NodeId node, const std::vector<Var>& grads) {
    const FunctionNode& f = functionsOf(vm).nodes[functionsOf(vm).byNode.at(node.value)];
    const Value* zeros = inContext(vm, f.context, "materialize_grads");
    const bool materialize = zeros == nullptr || vm.truth(*zeros);
    std::vector<Value> arguments{f.context};
    for (std::size_t i = 0; i < f.outputs.size(); ++i) {
        if (i < grads.size() && grads[i]) arguments.push_back(toValue(grads[i]));
        else if (materialize) arguments.push_back(toValue(gradOf(vm).make(Tensor::filled(f.outputs[i].shape(), 0, f.outputs[i].dtype()))));
        else arguments.push_back(Value::none());
    }
    const std::string name = gradOf(vm).gradFnName(node);
    const std::size_t wanted = f.arguments;
    const std::vector<std::size_t> tensors = f.tensors;
    const Value result = vm.call(vm.getAttribute(f.owner, "backward"), arguments);
    std::vector<Value> given;
    if (result.isObject() && vm.isInstance(result, vm.types.tuple)) given = static_cast<Tuple*>(result.object())->items;
    else given = {result};
    while (given.size() > wanted && given.back().isNone()) given.pop_back();
    if (given.size() != wanted) {
        failRuntime("function " + name + " returned an incorrect number of gradients (expected " + std::to_string(wanted) + ", got " +
                    std::to_string(given.size()) + ")");
    }
    std::vector<Var> out;
    for (const std::size_t i : tensors) {
        if (given[i].isNone()) out.emplace_back();
        else if (isTensor(vm, given[i])) out.push_back(asVar(given[i]));
        else failRuntime("expected Variable or None (got " + vm.typeOf(given[i])->name + ")");
    }
    return out;
}

std::vector<Var> tensorsOf(Interpreter& vm, const Value& sequence) {
    std::vector<Var> out;
    for (const Value& v : vm.toVector(sequence)) out.push_back(v.isNone() ? Var() : tensorArgument(vm, v, "backward", "tensors", 1));
    return out;
}

BackwardRequest requestFor(Interpreter& vm) {
    BackwardRequest request;
    request.callFunction = [&vm](NodeId node, const std::vector<Var>& grads) { return runFunction(vm, node, grads); };
    return request;
}

void warnCreateGraph(Interpreter& vm) {
    warnOnce(vm, "UserWarning",
             "Using backward() with create_graph=True will create a reference cycle between the parameter and its gradient which can cause "
             "a memory "
             "leak. We recommend using autograd.grad when creating the graph to avoid this. If you have to use this function, make sure to "
             "reset the "
             ".grad fields of your parameters to None after use to break the cycle and avoid the leak. (Triggered internally at  "
             "./torch/csrc/autograd/engine.cpp:1059.)");
}

Value tensorBackward(Interpreter& vm, Arguments& a) {
    BackwardRequest request = requestFor(vm);
    request.roots = {asVar(a[0])};
    if (a.has(1)) {
        const Value seed = isTensor(vm, a[1]) ? a[1] : vm.toVector(a[1]).empty() ? Value::none() : vm.toVector(a[1]).front();
        if (!isTensor(vm, seed) && !seed.isNone()) failType("gradients can be either Tensors or None, but got " + vm.typeOf(seed)->name);
        if (!seed.isNone()) request.seeds = {asVar(seed)};
    }
    const auto flag = [&](std::size_t i) { return a[i].isBool() ? a.truth(i) : vm.toIndex(a[i]) != 0; };
    if (a.has(2)) request.retainGraph = flag(2);
    request.createGraph = flag(3);
    if (a.has(4)) {
        if (!isTensor(vm, a[4])) (void)vm.call(vm.getAttribute(Value(&vm.defineModule("builtins")), "len"), {a[4]});  // as PyTorch asks
        for (const Value& v : isTensor(vm, a[4]) ? std::vector<Value>{} : vm.toVector(a[4])) {
            if (!isTensor(vm, v)) failRuntime("all inputs have to be Tensors, but got " + vm.typeOf(v)->name);
        }
        request.inputs = isTensor(vm, a[4]) ? std::vector<Var>{asVar(a[4])} : tensorsOf(vm, a[4]);
        if (request.inputs.empty()) failRuntime("'inputs' argument to backward() cannot be empty.");
    }
    request.warnCreateGraph = [&vm] { warnCreateGraph(vm); };
    backward(gradOf(vm), request);
    return Value::none();
}

void defineSweeps(Interpreter& vm) {
    defineMethodOf(vm, "def Tensor.backward(self, gradient=None, retain_graph=None, create_graph=False, inputs=None)", tensorBackward);
    defineFunctionOf(vm, "torch._C", "_autograd_backward(tensors, grad_tensors, retain_graph, create_graph, inputs)",
                     [](Interpreter& vm, Arguments& a) {
                         BackwardRequest request = requestFor(vm);
                         request.kind = "autograd.backward";
                         request.roots = tensorsOf(vm, a[0]);
                         request.seeds = tensorsOf(vm, a[1]);
                         if (a.has(2)) request.retainGraph = a.truth(2);
                         request.createGraph = a.truth(3);
                         request.inputs = tensorsOf(vm, a[4]);
                         request.warnCreateGraph = [&vm] { warnCreateGraph(vm); };
                         backward(gradOf(vm), request);
                         return Value::none();
                     });
    defineFunctionOf(vm, "torch._C", "_autograd_grad(outputs, inputs, grad_outputs, retain_graph, create_graph, allow_unused)",
                     [](Interpreter& vm, Arguments& a) {
                         BackwardRequest request = requestFor(vm);
                         request.kind = "autograd.grad";
                         request.accumulate = false;
                         request.roots = tensorsOf(vm, a[0]);
                         request.inputs = tensorsOf(vm, a[1]);
                         request.seeds = tensorsOf(vm, a[2]);
                         if (a.has(3)) request.retainGraph = a.truth(3);
                         request.createGraph = a.truth(4);
                         request.allowUnused = a.truth(5);
                         return toValue(vm, backward(gradOf(vm), request));
                     });
}

void defineModes(Interpreter& vm) {
    defineFunctionOf(vm, "torch", "is_grad_enabled()", [](Interpreter& vm, Arguments&) { return Value(gradOf(vm).gradEnabled()); });
    defineFunctionOf(vm, "torch._C", "_set_grad_enabled(mode)", [](Interpreter& vm, Arguments& a) {
        gradOf(vm).setGradEnabled(a.truth(0));
        return Value::none();
    });
    defineFunctionOf(vm, "torch", "is_inference_mode_enabled()", [](Interpreter& vm, Arguments&) { return Value(gradOf(vm).inference()); });
    defineFunctionOf(vm, "torch", "is_inference(input)", [](Interpreter& vm, Arguments& a) {
        if (!isTensor(vm, a[0])) failType("is_inference(): argument 'input' (position 1) must be Tensor, not " + vm.typeOf(a[0])->name);
        return Value(asVar(a[0])->isInference);
    });
    defineMethodOf(vm, "is_inference(self)", [](Interpreter&, Arguments& a) { return Value(asVar(a[0])->isInference); });
    defineFunctionOf(vm, "torch._C", "_set_inference_mode(mode)", [](Interpreter& vm, Arguments& a) {
        gradOf(vm).setInference(a.truth(0));
        return Value::none();
    });
    defineFunctionOf(vm, "torch", "is_anomaly_enabled()", [](Interpreter& vm, Arguments&) { return Value(gradOf(vm).anomaly()); });
    defineFunctionOf(vm, "torch", "is_anomaly_check_nan_enabled()",
                     [](Interpreter& vm, Arguments&) { return Value(gradOf(vm).checksNan()); });
    defineFunctionOf(vm, "torch._C", "_set_anomaly_enabled(mode, check_nan=True)", [](Interpreter& vm, Arguments& a) {
        gradOf(vm).setAnomaly(a.truth(0), a.truth(1));
        return Value::none();
    });
    defineMethodOf(vm, "requires_grad_(self, requires_grad=True)", [](Interpreter& vm, Arguments& a) {
        gradOf(vm).setRequiresGrad(asVar(a[0]), a.truth(1));
        return a[0];
    });
    defineMethodOf(vm, "retain_grad(self)", [](Interpreter& vm, Arguments& a) {
        gradOf(vm).retainGrad(asVar(a[0]));
        return Value::none();
    });
}

void defineHooks(Interpreter& vm) {
    Type*& handle = Torch::of(vm).hookHandle;
    handle = python::defineType<HandleObject>("RemovableHandle", "torch.utils.hooks");
    python::finishType(*handle);
    python::defineMethod(*handle, "remove(self)", [](Interpreter& vm, Arguments& a) {
        gradOf(vm).removeHook(a.as<HandleObject>(0).number);
        return Value::none();
    });
    defineMethodOf(vm, "def Tensor.register_hook(self, hook)",
                   [](Interpreter& vm, Arguments& a) { return hookHandle(vm, gradOf(vm).addHook(asVar(a[0]), a[1])); });
}

// --- functions with a backward of their own ---

void checkSaved(Interpreter& vm, const std::vector<Value>& saved) {
    for (std::size_t i = 0; i < saved.size(); ++i) {
        if (saved[i].isNone() || isTensor(vm, saved[i])) continue;
        failType("save_for_backward can only save variables, but argument " + std::to_string(i) + " is of type " +
                 vm.typeOf(saved[i])->name);
    }
}

Value applyFunction(Interpreter& vm, Arguments& a) {
    const Value& cls = a[0];
    const std::vector<Value> given = vm.toVector(a[1]);
    Autograd& g = gradOf(vm);
    FunctionNode f;
    f.owner = cls;
    f.context = vm.callMethod(cls, "_new_context");
    f.arguments = given.size();
    std::vector<Value> needs, arguments{f.context};
    std::vector<Var> operands;
    bool any = false;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const bool tensor = isTensor(vm, given[i]);
        needs.emplace_back(tensor && asVar(given[i])->requiresGrad);
        any = any || (tensor && asVar(given[i])->requiresGrad);
        if (tensor) {
            f.tensors.push_back(i);
            operands.push_back(asVar(given[i]));
        }
        arguments.push_back(given[i]);
    }
    vm.setAttribute(f.context, "needs_input_grad", vm.tuple(needs));
    const bool enabled = g.gradEnabled();
    g.setGradEnabled(false);
    Value result;
    try {
        result = vm.call(vm.getAttribute(cls, "forward"), arguments);
    } catch (...) {
        g.setGradEnabled(enabled);
        throw;
    }
    g.setGradEnabled(enabled);
    const bool many = result.isObject() && vm.isInstance(result, vm.types.tuple);
    std::vector<Value> outputs = many ? static_cast<Tuple*>(result.object())->items : std::vector<Value>{result};
    const bool anyTensor = std::any_of(outputs.begin(), outputs.end(), [&](const Value& v) { return isTensor(vm, v); });
    if (const Value* save = inContext(vm, f.context, "to_save")) checkSaved(vm, vm.toVector(*save));
    if (!any || !enabled || !anyTensor) return result;
    if (const Value* dirty = inContext(vm, f.context, "dirty_tensors"); dirty && vm.truth(*dirty))
        python::unsupported("ctx.mark_dirty", "a new tensor as the result of forward");
    std::vector<Value> undifferentiable;
    if (const Value* marked = inContext(vm, f.context, "non_differentiable")) undifferentiable = vm.toVector(*marked);
    std::vector<Var> made;
    std::vector<bool> differentiable;
    for (const Value& v : outputs) {
        made.push_back(isTensor(vm, v) ? asVar(v) : Var());
        bool marked = false;
        for (const Value& u : undifferentiable) marked = marked || same(u, v);
        differentiable.push_back(made.back() && isFloating(made.back()->dtype()) && !marked);
        if (made.back()) f.outputs.push_back(made.back()->value());
        else f.outputs.emplace_back();
    }
    std::string name;
    name = static_cast<Type*>(cls.object())->name + "Backward";
    std::vector<Var> recorded = g.function(name, operands, made, differentiable);
    const auto tracked = std::find_if(recorded.begin(), recorded.end(), [](const Var& v) { return v && v->requiresGrad; });
    if (tracked == recorded.end()) return result;
    f.node = g.autogradNode((*tracked)->node);
    if (const Value* save = inContext(vm, f.context, "to_save")) {
        for (const Value& v : vm.toVector(*save)) {
            // An output is saved with its history, an input as it is.
            Value kept = v;
            bool isOutput = false;
            for (std::size_t i = 0; i < outputs.size(); ++i) {
                if (!same(outputs[i], v) || !recorded[i]) continue;
                kept = toValue(recorded[i]);
                isOutput = true;
            }
            f.saved.push_back(kept);
            f.isOutput.push_back(isOutput);
            f.versions.push_back(isTensor(vm, v) ? asVar(v)->version() : 0);
        }
    }
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        if (recorded[i]) outputs[i] = toValue(recorded[i]);
    }
    Functions& functions = functionsOf(vm);
    functions.byNode[f.node.value] = functions.nodes.size();
    functions.nodes.push_back(std::move(f));
    return many ? vm.tuple(std::move(outputs)) : outputs.front();
}

Value savedTensors(Interpreter& vm, Arguments& a) {
    for (const FunctionNode& f : functionsOf(vm).nodes) {
        if (!same(f.context, a[0])) continue;
        if (gradOf(vm).isFreed(f.node)) {
            gradOf(vm).recording().savedFault = SavedFault{f.node, {}, true, {}};
            failRuntime(
                "Trying to backward through the graph a second time (or directly access saved tensors after they have already been "
                "freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify "
                "retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors "
                "after calling backward.");
        }
        for (std::size_t i = 0; i < f.saved.size(); ++i) {
            if (!isTensor(vm, f.saved[i]) || asVar(f.saved[i])->version() == f.versions[i]) continue;
            const Var v = asVar(f.saved[i]);
            gradOf(vm).recording().savedFault = SavedFault{f.node, v->node, false, v->storage->changed};
            // Of an output the Function itself; of an input the history that it has by now.
            Autograd& g = gradOf(vm);
            const NodeId what = f.isOutput[i] ? f.node : g.gradFn(v);
            const std::string maker = what.valid() ? g.gradFnName(what) : "";
            const std::string output =
                maker.empty() ? "" : ", which is output " + std::to_string(g.outputNumber(what)) + " of " + maker + ",";
            failRuntime("one of the variables needed for gradient computation has been modified by an inplace operation: [torch." +
                        dtypeWord(v->dtype()) + "Tensor " + sizesText(v->shape()) + "]" + output + " is at version " +
                        std::to_string(v->version()) + "; expected version " + std::to_string(f.versions[i]) +
                        " instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, with "
                        "torch.autograd.set_detect_anomaly(True).");
        }
        return vm.tuple(f.saved);
    }
    if (const Value* save = inContext(vm, a[0], "to_save")) return vm.tuple(vm.toVector(*save));
    return vm.tuple();
}

// --- Variable and Parameter ---

// A leaf of its own in the memory of `data`.
Var sharing(Interpreter& vm, const Var& data, Type* type) {
    Var out = gradOf(vm).detached(data);
    out->type = type;
    return out;
}

void defineParameter(Interpreter& vm) {
    Torch& torch = Torch::of(vm);
    torch.parameter = python::defineType<Variable>("Parameter", "torch.nn.parameter", torch.tensor);
    torch.parameter->slots.create = [](Interpreter& vm, Type& type, const python::Call& call) -> Value {
        Value data = call.count > 0 ? call.values[0] : Value::none();
        bool requiresGrad = call.count > 1 ? vm.truth(call.values[1]) : true;
        for (std::size_t i = 0; i < call.names.size(); ++i) {
            if (call.names[i]->text == "data") data = call.keyword(i);
            else if (call.names[i]->text == "requires_grad") requiresGrad = vm.truth(call.keyword(i));
            else python::unexpectedKeyword("Parameter.__new__", call.names[i]->text);
        }
        if (!data.isNone() && !isTensor(vm, data)) {
            python::raise<python::AttributeError>("'" + vm.typeOf(data)->name + "' object has no attribute 'detach'");
        }
        const Var of = data.isNone() ? gradOf(vm).make(Tensor::filled({0}, 0, Torch::of(vm).defaultDType)) : asVar(data);
        if (requiresGrad && !isFloating(of->dtype())) {
            failRuntime("Only Tensors of floating point and complex dtype can require gradients");
        }
        const Var out = sharing(vm, of, &type);
        out->isParameter = true;
        if (requiresGrad) gradOf(vm).setRequiresGrad(out, true);
        return toValue(out);
    };
    python::finishType(*torch.parameter);
    vm.setAttribute(Value(&vm.defineModule("torch")), "_parameter", Value(torch.parameter));
    torch.variable->slots.create = [](Interpreter& vm, Type&, const python::Call& call) -> Value {
        bool requiresGrad = call.count > 1 && vm.truth(call.values[1]);
        Value data = call.count > 0 ? call.values[0] : Value::none();
        for (std::size_t i = 0; i < call.names.size(); ++i) {
            if (call.names[i]->text == "data") data = call.keyword(i);
            else if (call.names[i]->text == "requires_grad") requiresGrad = vm.truth(call.keyword(i));
            else if (call.names[i]->text == "volatile")
                warn(vm, "UserWarning", "volatile was removed and now has no effect. Use `with torch.no_grad():` instead.");
            else failType("'" + call.names[i]->text + "' is an invalid keyword argument for this function");
        }
        const Var out = sharing(vm, tensorArgument(vm, data, "Variable", "data", 1), Torch::of(vm).tensor);
        if (requiresGrad) gradOf(vm).setRequiresGrad(out, true);
        return toValue(out);
    };
    torch.variable->slots.init = [](Interpreter&, const Value&, const python::Call&) {};
    torch.parameter->slots.init = torch.variable->slots.init;
    vm.setAttribute(Value(&vm.defineModule("torch")), "_variable", Value(torch.variable));
}

}  // namespace

Value hookHandle(Interpreter& vm, std::size_t number) {
    auto out = python::make<HandleObject>(Torch::of(vm).hookHandle);
    out->number = number;
    return Value(out);
}

void addTorchAutograd(Interpreter& vm) {
    defineSweeps(vm);
    defineModes(vm);
    defineHooks(vm);
    defineParameter(vm);
    defineFunctionOf(vm, "_backstep", "apply_function(cls, args)", applyFunction);
    defineFunctionOf(vm, "_backstep", "saved_tensors(ctx)", savedTensors);
}

}  // namespace backstep::modules
