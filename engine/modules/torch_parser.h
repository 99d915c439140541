// SPDX-License-Identifier: GPL-3.0-or-later
// Functions of torch with the overloads of the original, bound as its argument parser binds them and failing in its words:
//     defineTorch(vm, "add", {"(Tensor input, Tensor other, *, Number alpha=1, Tensor out=None)"}, kFunction | kMethod, code);
// An overload is written as torch prints it; a parameter with a default may be left out. The method takes the parameter
// `input` as self and has no `out`; overloads without `input` are of the function only. `out` is refused when it is given.
// A ~ before the overload: torch has deprecated ones besides, which change how it speaks of a call that does not fit.
#pragma once

#include <initializer_list>

#include "engine/modules/torch_overload.h"

namespace backstep::modules {

enum TorchForms : unsigned {
    kFunction = 1,         // torch.sin(x)
    kMethod = 2,           // x.sin()
    kInplace = 4,          // x.sin_()
    kInplaceFunction = 8,  // torch.sin_(x)
    kBoth = kFunction | kMethod,
    kAll = kBoth | kInplace,
};

// A call on its way: its arguments by the parameters of the overload that took them.
class TorchCall {
public:
    Interpreter& vm;
    Autograd& g;
    std::size_t which = 0;  // the overload
    bool inplace = false;

    TorchCall(Interpreter& interpreter, Autograd& autograd) : vm(interpreter), g(autograd) {}
    [[nodiscard]] const Value& operator[](std::size_t i) const { return values[i]; }
    [[nodiscard]] bool has(std::size_t i) const { return i < values.size() && !values[i].isEmpty() && !values[i].isNone(); }
    [[nodiscard]] Var tensor(std::size_t i) const;  // also a number, where torch takes one for a tensor
    [[nodiscard]] Var number(std::size_t i) const;  // a number (or 0-d tensor) as a wrapped number
    [[nodiscard]] Var number(std::size_t i, double otherwise) const;
    [[nodiscard]] double real(std::size_t i, double otherwise) const;
    [[nodiscard]] std::int64_t integer(std::size_t i, std::int64_t otherwise) const;
    [[nodiscard]] bool truth(std::size_t i, bool otherwise) const;
    // The operation on these operands: in place the first is changed and given back.
    Value done(Op op, std::span<const Var> operands);
    Value done(Op op, std::initializer_list<Var> operands) { return done(op, std::span(operands.begin(), operands.size())); }

    std::vector<Value> values;
};

using TorchCode = std::function<Value(TorchCall&)>;

// Whether what the function says of its tensors' shapes comes before anything that autograd says: it is made of other operations.
[[nodiscard]] bool looksFirst(std::string_view function);

void askHistories(Interpreter& vm, const python::Call& call);
// Runs the code of a call. What goes wrong in it comes after what a call does first with its tensors: a view that has no history
// to go on from any more raises there.
template <class Code>
Value runTorch(Interpreter& vm, const python::Call& call, bool looksFirst, const Code& code) {
    try {
        return code();
    } catch (const python::PythonError& error) {
        if (!looksFirst && !isA(error, python::TypeError)) askHistories(vm, call);
        throw;
    }
}

// No dimension here has a name: says so of this one, where x is what was asked for it.
[[noreturn]] void refuseName(const std::string& name, const Var& x);

// Of a call that does not fit these overloads: raises what PyTorch says of it.
void explainMisfit(Interpreter& vm, const std::string& name, const std::vector<std::string>& overloads, bool method,
                   const python::Call& call);

void defineTorch(Interpreter& vm, std::string_view name, std::vector<std::string_view> overloads, unsigned forms, const TorchCode& code,
                 std::string_view module = "torch", std::optional<Op> plain = std::nullopt);  // `plain`: all it does with one tensor
// The same as a function and a method.
inline void defineTorch(Interpreter& vm, std::string_view name, std::vector<std::string_view> overloads, const TorchCode& code) {
    defineTorch(vm, name, std::move(overloads), kBoth, code);
}

// The function (or method) of that name, defined before, first binds its arguments as these overloads do, for what PyTorch would
// say of them. "tuple of ints! size": the sizes of a new tensor, also one after the other.
void bindAs(Interpreter& vm, std::string_view name, const std::vector<std::string>& overloads, bool method = false);
// Methods that take nothing: what PyTorch says of those that are given something.
void bindBare(Interpreter& vm, std::initializer_list<std::string_view> names);
// The same for a call that is made elsewhere.
using TorchBinding = std::function<void(Interpreter&, const python::Call&)>;
TorchBinding bindingOf(Interpreter& vm, std::string_view name, const std::vector<std::string>& overloads, bool method = false);

// zeros, rand, arange … (torch_factories.cpp)
void bindFactories(Interpreter& vm);
// reshape, squeeze, gather, stack … (torch_signatures.cpp)
void bindSignatures(Interpreter& vm);
// A `device` that was given: 'cpu' only; what PyTorch says of others, and a refusal of those that it has.
void checkDevice(Interpreter& vm, const Value& value);
// torch.Tensor(…) and the like; raises what PyTorch says of a call that does not fit.
void checkLegacyTensor(Interpreter& vm, const python::Call& call);

}  // namespace backstep::modules
