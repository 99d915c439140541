// SPDX-License-Identifier: GPL-3.0-or-later
// Arithmetic of bool, int (of any size) and float, as CPython does it.
#pragma once

#include "engine/python/interpreter.h"

namespace backstep::python {

[[nodiscard]] inline bool isNumber(const Value& v) { return v.isInt() || v.isFloat() || v.isBool() || v.is<BigInt>(); }
[[nodiscard]] inline bool isInteger(const Value& v) { return v.isInt() || v.isBool() || v.is<BigInt>(); }

// NotImplemented where an operand is no number.
Value numericBinary(Interpreter& vm, BinaryOp op, const Value& a, const Value& b);
Value numericCompare(Interpreter& vm, CompareOp op, const Value& a, const Value& b);
Value numericUnary(Interpreter& vm, UnaryOp op, const Value& a);

[[nodiscard]] double floorDivide(double a, double b);  // b is not 0
[[nodiscard]] double floorModulo(double a, double b);
// As CPython's float ** float: its ZeroDivisionError and OverflowError.
[[nodiscard]] double power(double a, double b);
// "int too large to convert to float" where it is.
[[nodiscard]] double toDouble(const mpz_class& number);
// The float, which must be finite, cut towards zero.
[[nodiscard]] Value truncated(Interpreter& vm, double number);
[[nodiscard]] std::uint64_t hashOf(const mpz_class& number);

void installNumbers(Interpreter& vm);  // the slots of int, float, bool

}  // namespace backstep::python
