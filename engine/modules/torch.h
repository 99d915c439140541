// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the module `torch` share: one Torch for each interpreter, and readings of Python arguments.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/autograd/autograd.h"
#include "engine/python/interpreter.h"
#include "engine/tensor/print.h"

namespace backstep::modules {

using python::Arguments;
using python::Interpreter;
using python::Module;
using python::Type;
using python::Value;

// A dtype, a device, a layout … as Python sees it.
struct DTypeObject : python::Object {
    DType dtype{};
};

// np.float64(0.1), np.int64(3), np.bool_(True) …
struct ScalarObject : python::Object {
    double number = 0;
    DType dtype = DType::Float64;
};

struct Torch {
    std::unique_ptr<Autograd> autograd;
    PrintOptions printing;
    DType defaultDType = DType::Float32;
    Type *variable{}, *tensor{}, *parameter{}, *size{}, *dtype{}, *device{}, *storage{}, *node{}, *hookHandle{};
    Type* array = nullptr;        // numpy.ndarray, once numpy is there: a Variable that never requires grad
    Type* scalar = nullptr;       // numpy.generic, once numpy is there: a ScalarObject
    std::array<Value, 5> dtypes;  // torch.bool … by DType
    Value cpu;
    std::map<std::string, Type*> nodeTypes;            // their types, by name
    std::unordered_map<std::uint32_t, Value> gradFns;  // the objects that grad_fn gave, by PyTorch's node

    static Torch& of(Interpreter& vm) { return vm.state<Torch>(); }
};

inline Autograd& gradOf(Interpreter& vm) { return *Torch::of(vm).autograd; }

// --- tensors and numbers ---
[[nodiscard]] bool isTensor(Interpreter& vm, const Value& value);
[[nodiscard]] const ScalarObject* numpyScalar(Interpreter& vm, const Value& value);  // null for anything else
[[nodiscard]] Var asVar(const Value& value);                                         // unchecked
// "sin(): argument 'input' (position 1) must be Tensor, not float"
[[nodiscard]] Var tensorArgument(Interpreter& vm, const Value& value, std::string_view function, std::string_view name, int position);
// A tensor, or a Python number (bool, int, float, numpy scalar) as a wrapped number; nothing for anything else.
[[nodiscard]] std::optional<Var> tensorOrNumber(Interpreter& vm, const Value& value);
[[nodiscard]] Value toValue(Var variable);
[[nodiscard]] Value pythonNumber(double number, DType dtype);    // a bool, an int or a float
[[nodiscard]] Value gradFnValue(Interpreter& vm, NodeId node);   // grad_fn; None for no node
[[nodiscard]] std::vector<NodeId> heldGradFns(Interpreter& vm);  // the nodes that the program has as objects
void defineGradFn(Interpreter& vm);
[[nodiscard]] Value hookHandle(Interpreter& vm, std::size_t number);       // what register_hook gives: it can remove the hook
[[nodiscard]] Value toValue(Interpreter& vm, std::vector<Var> variables);  // a tuple
// The name that messages of torch give a value's type: "Tensor", "int", "str", "NoneType", "list of floats"…
[[nodiscard]] std::string torchTypeName(Interpreter& vm, const Value& value);

// --- dtypes, sizes, dimensions ---
[[nodiscard]] std::optional<DType> dtypeArgument(Interpreter& vm, const Value& value);  // nothing for None or not given; refuses float16 …
[[nodiscard]] Value dtypeValue(Interpreter& vm, DType dtype);
[[nodiscard]] Value sizeValue(Interpreter& vm, const TensorShape& shape);               // torch.Size([…])
[[nodiscard]] std::vector<std::int64_t> integers(Interpreter& vm, const Value& value);  // an int, a list, a tuple, a Size
// view(2, 3), view((2, 3)), view(torch.Size([2, 3])): the sizes, however given.
[[nodiscard]] std::vector<std::int64_t> sizesOf(Interpreter& vm, std::span<const Value> arguments);
// -1 -> last. IndexError "Dimension out of range (expected to be in range of [-2, 1], but got 3)".
[[nodiscard]] std::int64_t wrapDim(std::int64_t dim, std::size_t dims);
// Sorted, without repeats ("dim 0 appears multiple times in the list of dims"); empty: all of them.
[[nodiscard]] std::vector<std::int64_t> wrapDims(const std::vector<std::int64_t>& dims, std::size_t count);
[[nodiscard]] std::string sizesText(const TensorShape& shape);                                    // "[2, 3]"
[[nodiscard]] std::string dtypeWord(DType dtype);                                                 // "Float", "Long", as in torch's messages
[[nodiscard]] Tensor tensorFrom(Interpreter& vm, const Value& data, std::optional<DType> dtype);  // numbers, nested lists, arrays

// --- defining ---
// A function torch.NAME(input, …) that is also the method Tensor.NAME(…): the signature is the function's, its first
// parameter `input` is the method's self. Keyword `out` is refused by name when it is given, in either.
void defineBoth(Interpreter& vm, std::string_view signature, python::NativeCode code);
void defineFunctionOf(Interpreter& vm, std::string_view module, std::string_view signature,
                      python::NativeCode code);                                             // "torch", "torch.linalg"
void defineMethodOf(Interpreter& vm, std::string_view signature, python::NativeCode code);  // of Tensor; "name(self, …)"

// The parts of torch; each is a file, called when the module is first imported.
void addTorchCore(Interpreter& vm);         // types, attributes, item, tolist …
void addTorchCreation(Interpreter& vm);     // tensor, zeros, arange, randn …
void addTorchElementwise(Interpreter& vm);  // operators, sin, clamp, where, comparisons …
void addTorchReduction(Interpreter& vm);    // sum, mean, max, softmax, sort …
void addTorchShape(Interpreter& vm);        // reshape, cat, indexing …
void addTorchLinear(Interpreter& vm);       // matmul, linalg
void addTorchNetwork(Interpreter& vm);      // losses and what torch.nn.functional calls
void addTorchLayers(Interpreter& vm);       // layers that torch.nn.functional calls
void addTorchAutograd(Interpreter& vm);     // backward, grad, hooks, Function
void addTorchRandom(Interpreter& vm);       // manual_seed, rand, randn, uniform_ …

// Where the parts meet: the slots of the Tensor type.
Value tensorBinary(Interpreter& vm, BinaryOp op, const Value& self, const Value& other,
                   bool reflected);  // elementwise; MatrixMultiply: linear
Value tensorInplace(Interpreter& vm, BinaryOp op, const Value& self, const Value& other);
Value tensorUnary(Interpreter& vm, UnaryOp op, const Value& self);
Value tensorCompare(Interpreter& vm, CompareOp op, const Value& self, const Value& other);
Value tensorMatmul(Interpreter& vm, const Value& left, const Value& right);
Value tensorGetItem(Interpreter& vm, const Value& self, const Value& key);
void tensorSetItem(Interpreter& vm, const Value& self, const Value& key, const Value& value);
Value tensorIterate(Interpreter& vm, const Value& self);
bool tensorContains(Interpreter& vm, const Value& self, const Value& item);

}  // namespace backstep::modules
