// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of torch's elementwise functions share.
#pragma once

#include "engine/modules/torch_parser.h"

namespace backstep::modules {

// a op b with PyTorch's checks of dtypes; in place: a is changed and given back. Either may be a wrapped number.
Var arithmetic(Autograd& g, BinaryOp op, const Var& a, const Var& b, bool inplace = false);
// The operation on the operands; in place the first is changed and given back.
Var applied(Autograd& g, Op op, std::span<const Var> operands, bool inplace);
inline Var applied(Autograd& g, Op op, std::initializer_list<Var> operands, bool inplace) {
    return applied(g, op, std::span(operands.begin(), operands.size()), inplace);
}
// Of what is not differentiated: a new variable, or `self` with these numbers.
Var stored(Autograd& g, Tensor value, const Var& self, bool inplace);
// &, |, ^, << and >> on whole numbers and bools.
Var bitwise(Autograd& g, BinaryOp op, const Var& a, const Var& b, bool inplace = false);
Var bitwiseNot(Autograd& g, const Var& a, bool inplace = false);
Var compared(Autograd& g, CompareOp op, const Var& a, const Var& b);
Var negated(Autograd& g, const Var& a, bool inplace = false);
Var absolute(Autograd& g, const Var& a, bool inplace = false);

[[noreturn]] void notImplementedFor(std::string_view kernel, DType dtype);  // "frac_cpu" not implemented for 'Long'
void requireFloating(std::string_view kernel, DType dtype);
void requireNotBool(std::string_view kernel, DType dtype);
[[nodiscard]] DType resultType(const Var& a, const Var& b);

void addElementwiseUnary(Interpreter& vm);
void addElementwiseArithmetic(Interpreter& vm);
void addElementwiseLogic(Interpreter& vm);
void addElementwiseChoice(Interpreter& vm);
void addElementwiseNetwork(Interpreter& vm);

}  // namespace backstep::modules
