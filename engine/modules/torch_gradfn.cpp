// SPDX-License-Identifier: GPL-3.0-or-later
// grad_fn as Python sees it: a node of PyTorch's graph with its name, the nodes it hands gradients to, what it saved, and hooks.
#include <array>

#include "engine/autograd/saving.h"
#include "engine/modules/torch.h"

namespace backstep::modules {

using python::Str;

namespace {

// grad_fn as an object; two of the same node are the same object.
struct GradFnObject : python::Object {
    NodeId node;
};

std::string addressText(std::uint64_t number) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out = "0x7f0000000000";
    number = number * 0x40 + 0x1a2b40;
    for (std::size_t i = out.size(); i-- > 4 && number != 0; number /= 16) out[i] = kDigits[number % 16];
    return out;
}

std::string fullName(const std::string& name) { return name == "AccumulateGrad" || isOfEngine(name) ? "torch::autograd::" + name : name; }

NodeId nodeOf(const Value& self) { return static_cast<GradFnObject*>(self.object())->node; }

// What PyTorch calls the operands, where that is not self and other, and the result.
struct SavedNames {
    std::string_view node;
    std::array<std::string_view, 3> operands;
    std::string_view result = "result";
};

constexpr std::array<SavedNames, 19> kSavedNames{{{"MmBackward0", {"self", "mat2"}},
                                                  {"BmmBackward0", {"self", "mat2"}},
                                                  {"MvBackward0", {"self", "vec"}},
                                                  {"DotBackward0", {"self", "tensor"}},
                                                  {"AddmmBackward0", {"self", "mat1", "mat2"}},
                                                  {"AddmvBackward0", {"self", "mat", "vec"}},
                                                  {"AddrBackward0", {"self", "vec1", "vec2"}},
                                                  {"BaddbmmBackward0", {"self", "batch1", "batch2"}},
                                                  {"AddcmulBackward0", {"self", "tensor1", "tensor2"}},
                                                  {"AddcdivBackward0", {"self", "tensor1", "tensor2"}},
                                                  {"PowBackward0", {"self", "exponent"}},
                                                  {"PowBackward1", {"self", "exponent"}},
                                                  {"MseLossBackward0", {"self", "target"}},
                                                  {"SmoothL1LossBackward0", {"self", "target"}},
                                                  {"HuberLossBackward0", {"self", "target"}},
                                                  {"BinaryCrossEntropyBackward0", {"self", "target", "weight"}},
                                                  {"BinaryCrossEntropyWithLogitsBackward0", {"self", "target", "weight"}},
                                                  {"WhereBackward0", {"condition", "self", "other"}},
                                                  {"LinalgInvExBackward0", {"A"}, "inverse"}}};

SavedNames savedNames(std::string_view node) {
    const auto found = std::find_if(kSavedNames.begin(), kSavedNames.end(), [&](const SavedNames& n) { return n.node == node; });
    return found == kSavedNames.end() ? SavedNames{{}, {"self", "other", "third"}} : *found;
}

// _saved_self, _saved_other, _saved_result: what the node keeps, by the name of its operand; None where it keeps it not this time.
Value savedAttribute(Interpreter& vm, const Value& self, const std::string& name) {
    Autograd& g = gradOf(vm);
    const NodeId node = nodeOf(self);
    const Op op = g.tape().op(node);
    const std::span<const NodeId> operands = g.tape().operands(node);
    g.checkSaved(node);
    if (name == "_saved_exponent" && op == Op::PowNumber) {
        const Tensor exponent = g.tape().value(operands[1]);
        return pythonNumber(exponent.item(), exponent.dtype());
    }
    const SavedNames names = savedNames(g.gradFnName(node));
    const auto called = [&](std::string_view what) { return !what.empty() && name == "_saved_" + std::string(what); };
    for (const auto& saved : g.savedBy(node)) {
        const bool result = saved.what == Autograd::Saved::kResult;
        if (!called(result ? names.result : saved.what < names.operands.size() ? names.operands[saved.what] : std::string_view())) continue;
        // The variable itself where it is still what was saved: it shares its memory, as data_ptr() tells.
        if (saved.variable && saved.variable->storage.get() == saved.storage) return toValue(saved.variable);
        return toValue(g.onTape(result ? node : operands[saved.what], true));
    }
    const unsigned ever = savesOf(op, std::vector<bool>(operands.size(), true));
    for (std::size_t i = 0; i < operands.size() && i < names.operands.size(); ++i) {
        if (called(names.operands[i]) && (ever >> i & 1U) != 0) return Value::none();
    }
    // Of numbers and sizes it is not known here which node has them.
    const auto isOperand = [&](const SavedNames& n) {
        return std::any_of(n.operands.begin(), n.operands.end(), called) || called(n.result);
    };
    if (called("other") || std::any_of(kSavedNames.begin(), kSavedNames.end(), isOperand))
        python::raise<python::AttributeError>("'" + g.gradFnName(node) + "' object has no attribute '" + name + "'");
    python::unsupported("grad_fn." + name);
}

}  // namespace

Value pythonNumber(double number, DType dtype) {
    if (dtype == DType::Bool) return Value(number != 0);
    if (!isFloating(dtype)) return Value(static_cast<std::int64_t>(number));
    return Value(number);
}

Value gradFnValue(Interpreter& vm, NodeId node) {
    if (!node.valid()) return Value::none();
    Torch& torch = Torch::of(vm);
    node = gradOf(vm).autogradNode(node);
    Value& slot = torch.gradFns[node.value];
    if (slot.isEmpty()) {
        // One type for each name, so that type(grad_fn).__name__ is the node's.
        Type*& type = torch.nodeTypes[gradOf(vm).gradFnName(node)];
        if (type == nullptr) type = python::defineType<GradFnObject>(gradOf(vm).gradFnName(node), "builtins", torch.node);
        auto object = python::make<GradFnObject>(type);
        object->node = node;
        slot = Value(object);
    }
    return slot;
}

std::vector<NodeId> heldGradFns(Interpreter& vm) {
    std::vector<NodeId> out;
    for (const auto& [node, object] : Torch::of(vm).gradFns) {
        if (object.object()->refs > 1) out.emplace_back(node);  // one is ours
    }
    return out;
}

void defineGradFn(Interpreter& vm) {
    Torch& torch = Torch::of(vm);
    torch.node = python::defineType<GradFnObject>("Node", "torch.autograd");
    torch.node->slots.repr = [](Interpreter& vm, const Value& self) {
        const char* of = gradOf(vm).tape().op(nodeOf(self)) == Op::Function ? "<torch.autograd.function." : "<";
        return vm.text(of + gradOf(vm).gradFnName(nodeOf(self)) + " object at " + addressText(nodeOf(self).value) + ">");
    };
    python::defineMethod(*torch.node, "name(self)",
                         [](Interpreter& vm, Arguments& a) { return vm.text(fullName(gradOf(vm).gradFnName(nodeOf(a[0])))); });
    python::defineMethod(*torch.node, "register_hook(self, hook)",
                         [](Interpreter& vm, Arguments& a) { return hookHandle(vm, gradOf(vm).addNodeHook(nodeOf(a[0]), a[1])); });
    python::defineMethod(*torch.node, "register_prehook(self, hook)", [](Interpreter&, Arguments&) -> Value {
        python::unsupported("grad_fn.register_prehook", "Tensor.register_hook");
    });
    python::defineProperty(*torch.node, "next_functions", [](Interpreter& vm, const Value& self) {
        std::vector<Value> items;
        for (const auto& edge : gradOf(vm).nextFunctions(nodeOf(self))) {
            items.push_back(vm.tuple({gradFnValue(vm, edge.node), Value(static_cast<std::int64_t>(edge.output))}));
        }
        return vm.tuple(std::move(items));
    });
    python::defineProperty(*torch.node, "variable", [](Interpreter& vm, const Value& self) {
        const Var leaf = gradOf(vm).leafVariable(nodeOf(self));
        // Only a leaf's node has it: hasattr(node, 'variable') is how programs tell.
        if (!leaf)
            python::raise<python::AttributeError>("'" + gradOf(vm).gradFnName(nodeOf(self)) + "' object has no attribute 'variable'");
        return toValue(leaf);
    });
    python::defineProperty(*torch.node, "requires_grad", [](Interpreter&, const Value&) { return Value(true); });
    python::defineProperty(*torch.node, "metadata", [](Interpreter& vm, const Value&) { return Value(vm.dict()); });
    python::defineProperty(*torch.node, "__name__",
                           [](Interpreter& vm, const Value& self) { return vm.text(gradOf(vm).gradFnName(nodeOf(self))); });
    torch.node->slots.getAttribute = [](Interpreter& vm, const Value& self, Str* name) -> Value {
        if (name->text.starts_with("_saved_") || name->text.starts_with("_raw_saved_")) return savedAttribute(vm, self, name->text);
        return vm.genericGetAttribute(self, name);
    };
    python::finishType(*torch.node);
}

}  // namespace backstep::modules
