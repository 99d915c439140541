// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the module `numpy` share. An ndarray is a Variable (it may share its storage with a tensor) of a type of
// its own that never requires grad; a numpy scalar is a small object of a type of its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/modules/notes.h"
#include "engine/modules/torch.h"
#include "engine/tensor/nprint.h"
#include "engine/tensor/random_numpy.h"

namespace backstep::modules {

struct ArrayDTypeObject : python::Object {  // np.dtype('float64')
    DType dtype{};
};

// What np.seterr says is done about each kind of fault of the arithmetic.
enum class OnFault : std::uint8_t { Ignore, Warn, Raise };
struct FaultHandling {
    OnFault divide = OnFault::Warn, over = OnFault::Warn, under = OnFault::Ignore, invalid = OnFault::Warn;
};
struct Faults {
    bool divide = false, over = false, invalid = false;
};

struct Numpy {
    Type *dtype{}, *axisError{}, *linAlgError{}, *ufuncTypeError{}, *ufunc{}, *generator{};
    std::array<Type*, 5> scalars{};  // np.bool_, np.int32 … by DType
    std::array<Value, 5> dtypes;
    ArrayPrintOptions printing;
    NumpyGenerator random;
    FaultHandling handling;
    std::vector<std::string> told;  // warnings of numpy's own lines

    static Numpy& of(Interpreter& vm) { return vm.state<Numpy>(); }
};

// The types are made when they are first needed: `import numpy`, or Tensor.numpy().
void readyNumpy(Interpreter& vm);

// --- values ---
[[nodiscard]] Value arrayValue(Interpreter& vm, Tensor value);          // an ndarray, 0-d too
[[nodiscard]] Value resultValue(Interpreter& vm, const Tensor& value);  // a scalar object where it is 0-d
[[nodiscard]] Value scalarValue(Interpreter& vm, double number, DType dtype);
[[nodiscard]] Value viewValue(Interpreter& vm, const Var& of, Window window);  // an ndarray on the same memory
[[nodiscard]] Value pythonValue(double number, DType dtype);                   // bool, int or float
[[nodiscard]] Value listOfNumbers(Interpreter& vm, const Tensor& value);       // tolist()
[[nodiscard]] bool isArray(Interpreter& vm, const Value& value);
[[nodiscard]] bool isScalarObject(Interpreter& vm, const Value& value);
void checkSize(Interpreter& vm, const TensorShape& shape);  // against the limits
void checkWhole(double number);                             // beyond 2**53 whole numbers are refused

// --- what a program gives where an array is wanted ---
struct Operand {
    Tensor value;
    bool isTensor = false;  // of torch: functions of elements give a tensor again
    bool isPython = false;  // a plain bool, int or float
};
// Numbers, scalars, arrays, tensors, nested lists; nothing for anything else (None, texts, other objects).
[[nodiscard]] std::optional<Operand> tryOperand(Interpreter& vm, const Value& value, std::optional<DType> dtype = std::nullopt);
[[nodiscard]] Operand operandOf(Interpreter& vm, const Value& value, std::optional<DType> dtype = std::nullopt);  // refuses others
[[nodiscard]] Tensor tensorOf(Interpreter& vm, const Value& value);
// The array itself if it is one, else a new one of what is given.
[[nodiscard]] Var arrayOf(Interpreter& vm, const Value& value);
[[nodiscard]] Value arrayToTensor(Interpreter& vm, const Tensor& value);         // what Tensor.__array_wrap__ makes
[[nodiscard]] Value wrapLike(Interpreter& vm, const Value& like, Value result);  // a tensor again, if `like` was one

[[nodiscard]] std::optional<DType> numpyDType(Interpreter& vm, const Value& value);  // None: nothing
[[nodiscard]] TensorShape shapeOf(Interpreter& vm, const Value& value);              // 3, (2, 3)
[[nodiscard]] TensorShape newShapeOf(Interpreter& vm, const Value& value);           // the same, bool refused
// A whole number where numpy takes no bool for one.
[[nodiscard]] std::int64_t wholeOf(Interpreter& vm, const Value& value, const char* ofBool = "an integer is required");
// None: all; one number or a tuple of them. What numpy reduces in C takes axis 0 of an array without dimensions too.
[[nodiscard]] std::vector<std::int64_t> axesOf(Interpreter& vm, const Value& value, std::size_t dims, bool ofNumber = false);
[[nodiscard]] std::int64_t axisOf(Interpreter& vm, std::int64_t axis, std::size_t dims);
[[nodiscard]] std::int64_t oneAxisOf(Interpreter& vm, const Value& value, std::size_t dims);  // of what works along one axis
[[nodiscard]] Value arrayInOrder(Interpreter& vm, const Tensor& value, char order);           // 'F': the first dimension runs fastest
[[nodiscard]] char keptOrder(Interpreter& vm, const Value& source, char order);               // of a copy: 'C' or 'F'
[[nodiscard]] char orderOf(Interpreter& vm, const Value& value, char otherwise = 'C');        // 'C', 'F', 'A' or 'K'
[[nodiscard]] std::string tupleText(const TensorShape& shape);                                // "(3,)"
[[noreturn]] void failAxis(Interpreter& vm, std::int64_t axis, std::size_t dims);
void refuseOut(const Arguments& a, std::size_t i, const char* function);
void refuseWhere(const Arguments& a, std::size_t i, const char* function);
// "Cannot cast array data from …", where the rule (None: `otherwise`) does not let it.
[[nodiscard]] bool mayCast(DType from, DType to, std::string_view rule);
[[nodiscard]] std::string castingOf(Interpreter& vm, const Value& value);
void checkCast(DType from, DType to, const std::string& rule);
[[nodiscard]] DType numpyPromote(DType a, DType b);
[[nodiscard]] DType resultType(std::span<const Tensor> operands);                   // value-based where numbers meet arrays
[[nodiscard]] Tensor castNumpy(Interpreter& vm, const Tensor& value, DType dtype);  // warns where numbers have no place
void assignArray(Interpreter& vm, const Var& to, const Tensor& value);              // broadcasts; "could not broadcast …"

// --- arithmetic ---
void report(Interpreter& vm, const Faults& faults, const std::string& where);  // "divide by zero encountered in log"
// A function of elements by its numpy name.
[[nodiscard]] Tensor ufunc(Interpreter& vm, std::string_view name, std::initializer_list<Tensor> operands);
Value arrayBinary(Interpreter& vm, BinaryOp op, const Value& self, const Value& other, bool reflected);
Value arrayInplace(Interpreter& vm, BinaryOp op, const Value& self, const Value& other);
Value arrayUnary(Interpreter& vm, UnaryOp op, const Value& self);
Value arrayCompare(Interpreter& vm, CompareOp op, const Value& self, const Value& other);
[[nodiscard]] Tensor matrixProduct(Interpreter& vm, const Tensor& left, const Tensor& right);  // matmul
Value arrayGetItem(Interpreter& vm, const Value& self, const Value& key);
void arraySetItem(Interpreter& vm, const Value& self, const Value& key, const Value& value);
// Sums as numpy adds: pairwise along memory.
[[nodiscard]] Tensor sumAlong(const Tensor& value, const std::vector<std::int64_t>& axes, bool keepdims);
[[nodiscard]] double pairwiseSum(const double* numbers, std::size_t n, std::size_t stride, bool single);

// --- defining ---
void defineNumpy(Interpreter& vm, std::string_view signature, python::NativeCode code);
void defineArrayMethod(Interpreter& vm, std::string_view signature, python::NativeCode code);
// np.NAME(a, …) and a.NAME(…): the first parameter is the array in both.
void defineNumpyBoth(Interpreter& vm, std::string_view signature, python::NativeCode code);

// Functions among these members answer calls that do not fit in Cython's words.
void speakAsCython(python::Dict& members);

void defineScalarTypes(Interpreter& vm);
void defineArrayType(Interpreter& vm);
void addNumpyConversions(Interpreter& vm);  // methods of arrays and scalars; Tensor.numpy
void addNumpyUfuncs(Interpreter& vm);
void addNumpyCreation(Interpreter& vm);
void addNumpyReduction(Interpreter& vm);
void addNumpyShape(Interpreter& vm);
void addNumpyJoining(Interpreter& vm);
void addNumpySorting(Interpreter& vm);
void addNumpyLinear(Interpreter& vm);
void addNumpyRandom(Interpreter& vm);
void addNumpyNames(Interpreter& vm);

}  // namespace backstep::modules
