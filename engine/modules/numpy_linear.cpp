// SPDX-License-Identifier: GPL-3.0-or-later
// Products of vectors and matrices, and numpy.linalg: solved as LAPACK does it, so that the last digits agree.
#include <algorithm>
#include <cmath>

#include "engine/base/watch.h"
#include "engine/modules/numpy.h"

namespace backstep::modules {
namespace {

// Products of stacks of matrices n×k and k×m; sums run along k.
std::vector<double> product(const Tensor& a, const Tensor& b, std::int64_t n, std::int64_t k, std::int64_t m, std::int64_t offsetA,
                            std::int64_t offsetB, DType dtype) {
    std::vector<double> out(static_cast<std::size_t>(n * m), 0.0);
    const double* x = a.numbers().data() + offsetA;
    const double* y = b.numbers().data() + offsetB;
    for (std::int64_t i = 0; i < n; ++i) {
        Watch::work(k * m);
        double* row = out.data() + i * m;
        for (std::int64_t l = 0; l < k; ++l) {
            const double factor = x[i * k + l];
            if (dtype == DType::Float32) {
                for (std::int64_t j = 0; j < m; ++j) {
                    row[j] = static_cast<float>(static_cast<float>(row[j]) + static_cast<float>(factor) * static_cast<float>(y[l * m + j]));
                }
            } else {
                for (std::int64_t j = 0; j < m; ++j) row[j] += factor * y[l * m + j];
            }
        }
    }
    if (dtype == DType::Bool) {
        for (double& v : out) v = v != 0;
    } else if (!isFloating(dtype)) {
        for (const double v : out) checkWhole(v);
    }
    return out;
}

[[noreturn]] void mismatch(std::int64_t has, std::int64_t needs) {
    failValue("matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size " +
              std::to_string(has) + " is different from " + std::to_string(needs) + ")");
}

std::array<Tensor, 2> alike(const Tensor& a, const Tensor& b) {
    const DType dtype = numpyPromote(a.dtype(), b.dtype());
    return {a.cast(dtype), b.cast(dtype)};
}

}  // namespace

Tensor matrixProduct(Interpreter& vm, const Tensor& left, const Tensor& right) {
    for (int i = 0; i < 2; ++i) {
        if ((i == 0 ? left : right).dims() > 0) continue;
        failValue("matmul: Input operand " + std::to_string(i) +
                  " does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)");
    }
    auto [a, b] = alike(left, right);
    const bool rowVector = a.dims() == 1;
    const bool columnVector = b.dims() == 1;
    if (rowVector) a = a.reshaped({1, a.size()});
    if (columnVector) b = b.reshaped({b.size(), 1});
    const std::int64_t n = a.shape()[a.dims() - 2];
    const std::int64_t k = a.shape()[a.dims() - 1];
    const std::int64_t m = b.shape()[b.dims() - 1];
    if (b.shape()[b.dims() - 2] != k) mismatch(b.shape()[b.dims() - 2], k);
    const TensorShape stackA(a.shape().begin(), a.shape().end() - 2);
    const TensorShape stackB(b.shape().begin(), b.shape().end() - 2);
    const auto stack = broadcastShapes(stackA, stackB);
    if (!stack) {
        failValue("operands could not be broadcast together with remapped shapes [original->remapped]: " + tupleText(left.shape()) + "->" +
                  tupleText(left.shape()) + " " + tupleText(right.shape()) + "->" + tupleText(right.shape()) + " and requested shape (" +
                  std::to_string(n) + "," + std::to_string(m) + ")");
    }
    TensorShape shape = *stack;
    shape.push_back(n);
    shape.push_back(m);
    checkSize(vm, shape);
    TensorShape full = *stack;
    full.push_back(n);
    full.push_back(k);
    a = a.expandedTo(full);
    full = *stack;
    full.push_back(k);
    full.push_back(m);
    b = b.expandedTo(full);
    std::vector<double> out;
    vm.countSteps(elementCount(shape) * k / 4096);
    for (std::int64_t s = 0; s < elementCount(*stack); ++s) {
        const std::vector<double> one = product(a, b, n, k, m, s * n * k, s * k * m, a.dtype());
        out.insert(out.end(), one.begin(), one.end());
    }
    if (columnVector) shape.pop_back();
    if (rowVector) shape.erase(shape.end() - (columnVector ? 1 : 2));
    return Tensor::exact(shape, std::move(out), a.dtype());
}

namespace {

// np.dot: the last dimension of the one with the last but one of the other.
// A number times an array, as BLAS adds it to zeros: nothing at all where the number is 0.
Tensor scaled(const Tensor& left, const Tensor& right) {
    const auto [x, y] = alike(left, right);
    const Tensor& array = x.dims() == 0 ? y : x;
    const double factor = (x.dims() == 0 ? x : y).at(0);
    const DType dtype = array.dtype();
    std::vector<double> out;
    for (const double each : array.numbers()) {
        const double product = rounded(each * factor, dtype);
        if (!isFloating(dtype)) checkWhole(product);
        out.push_back(!isFloating(dtype) || array.size() == 1 ? product : factor == 0 ? 0.0 : 0.0 + product);
    }
    return Tensor(array.shape(), std::move(out), dtype);
}

Tensor dotProduct(Interpreter& vm, const Tensor& left, const Tensor& right) {
    if (left.dims() == 0 || right.dims() == 0) return scaled(left, right);
    const std::size_t along = right.dims() == 1 ? 0 : right.dims() - 2;
    if (left.shape().back() != right.shape()[along]) {
        failValue("shapes " + tupleText(left.shape()) + " and " + tupleText(right.shape()) +
                  " not aligned: " + std::to_string(left.shape().back()) + " (dim " + std::to_string(left.dims() - 1) +
                  ") != " + std::to_string(right.shape()[along]) + " (dim " + std::to_string(along) + ")");
    }
    if (right.dims() <= 2) {
        const std::int64_t k = left.shape().back();
        TensorShape shape(left.shape().begin(), left.shape().end() - 1);
        if (right.dims() == 2) shape.push_back(right.shape()[1]);
        if (k == 0) return Tensor::filled(shape, 0, numpyPromote(left.dtype(), right.dtype()));
        return matrixProduct(vm, left.reshaped({left.size() / k, k}), right).reshaped(shape);
    }
    python::unsupported("numpy.dot of arrays of more than two dimensions", "numpy.matmul");
}

Value wrapped(Interpreter& vm, const Tensor& value) { return resultValue(vm, value); }

void defineProducts(Interpreter& vm) {
    const auto dot = [](Interpreter& vm, Arguments& a) -> Value {
        const Tensor out = dotProduct(vm, tensorOf(vm, a[0]), tensorOf(vm, a[1]));
        if (!a.has(2)) return wrapped(vm, out);
        if (!isArray(vm, a[2])) failType("'out' must be an array");
        const Var to = asVar(a[2]);
        if (to->shape() != out.shape() || to->dtype() != out.dtype() || !to->isContiguous()) {
            failValue("output array is not acceptable (must have the right datatype, number of dimensions, and be a C-Array)");
        }
        assignArray(vm, to, out);
        return a[2];
    };
    defineNumpy(vm, "dot(a, b, out=None)", dot);
    defineArrayMethod(vm, "dot(self, b, out=None)", dot);
    defineNumpy(vm, "matmul(x1, x2, out=None)", [](Interpreter& vm, Arguments& a) {
        if (a.has(2) && !isArray(vm, a[2])) failType("return arrays must be of ArrayType");
        refuseOut(a, 2, "matmul");
        const Operand left = operandOf(vm, a[0]);
        const Operand right = operandOf(vm, a[1]);
        const Tensor out = matrixProduct(vm, left.value, right.value);
        return left.isTensor || right.isTensor ? arrayToTensor(vm, out) : resultValue(vm, out);
    });
    defineNumpy(vm, "vdot(a, b)", [](Interpreter& vm, Arguments& a) {
        const Tensor x = tensorOf(vm, a[0]);
        const Tensor y = tensorOf(vm, a[1]);
        return wrapped(vm, dotProduct(vm, x.reshaped({x.size()}), y.reshaped({y.size()})));
    });
    defineNumpy(vm, "inner(a, b)", [](Interpreter& vm, Arguments& a) {
        const Tensor x = tensorOf(vm, a[0]);
        const Tensor y = tensorOf(vm, a[1]);
        if (x.dims() == 0 || y.dims() == 0) return wrapped(vm, scaled(x, y));
        if (x.shape().back() != y.shape().back()) {
            failValue("shapes " + tupleText(x.shape()) + " and " + tupleText(y.shape()) +
                      " not aligned: " + std::to_string(x.shape().back()) + " (dim " + std::to_string(x.dims() - 1) +
                      ") != " + std::to_string(y.shape().back()) + " (dim " + std::to_string(y.dims() - 1) + ")");
        }
        if (y.dims() > 2) python::unsupported("numpy.inner of arrays of more than two dimensions");
        const Tensor turned = y.dims() == 2 ? seenThrough(y, transposed(contiguousWindow(y.shape()), 0, 1)) : y;
        return wrapped(vm, dotProduct(vm, x, turned));
    });
    defineNumpy(vm, "outer(a, b, out=None)", [](Interpreter& vm, Arguments& a) {
        const Tensor x = tensorOf(vm, a[0]);
        const Tensor y = tensorOf(vm, a[1]);
        const Value column = arrayValue(vm, x.reshaped({x.size(), 1}));
        const Value row = arrayValue(vm, y.reshaped({1, y.size()}));
        const Value out = a[2].isEmpty() ? Value::none() : a[2];
        return vm.call(vm.getAttribute(Value(&vm.defineModule("numpy")), "multiply"), {column, row, out});
    });
}

// --- numpy.linalg ---

[[noreturn]] void failLinAlg(Interpreter& vm, const std::string& message) { python::raise(Numpy::of(vm).linAlgError, message); }

struct Factors {
    std::vector<double> lu;  // row by row
    std::vector<std::size_t> pivots;
    bool singular = false;
};

// LAPACK's getrf: partial pivoting; columns are scaled by the reciprocal of the pivot.
Factors factored(std::vector<double> a, std::size_t n) {
    Factors f;
    for (std::size_t c = 0; c < n; ++c) {
        std::size_t pivot = c;
        for (std::size_t r = c + 1; r < n; ++r) {
            if (std::fabs(a[r * n + c]) > std::fabs(a[pivot * n + c])) pivot = r;
        }
        f.pivots.push_back(pivot);
        if (a[pivot * n + c] == 0) {
            f.singular = true;
            continue;
        }
        if (pivot != c)
            std::swap_ranges(a.begin() + static_cast<std::ptrdiff_t>(c * n), a.begin() + static_cast<std::ptrdiff_t>(c * n + n),
                             a.begin() + static_cast<std::ptrdiff_t>(pivot * n));
        const double inverse = 1 / a[c * n + c];
        for (std::size_t r = c + 1; r < n; ++r) {
            const double factor = a[r * n + c] * inverse;
            a[r * n + c] = factor;
            for (std::size_t k = c + 1; k < n; ++k) a[r * n + k] -= factor * a[c * n + k];
        }
    }
    f.lu = std::move(a);
    return f;
}

// LAPACK's getrs on columns.
void solveWith(const Factors& f, std::size_t n, std::vector<double>& b, std::size_t columns) {
    for (std::size_t c = 0; c < n; ++c) {
        if (f.pivots[c] == c) continue;
        for (std::size_t j = 0; j < columns; ++j) std::swap(b[c * columns + j], b[f.pivots[c] * columns + j]);
    }
    for (std::size_t j = 0; j < columns; ++j) {
        for (std::size_t k = 0; k < n; ++k) {
            for (std::size_t r = k + 1; r < n; ++r) b[r * columns + j] -= b[k * columns + j] * f.lu[r * n + k];
        }
        for (std::size_t k = n; k-- > 0;) {
            double& x = b[k * columns + j];
            if (x == 0) continue;
            x /= f.lu[k * n + k];
            for (std::size_t r = 0; r < k; ++r) b[r * columns + j] -= x * f.lu[r * n + k];
        }
    }
}

Tensor squareOf(Interpreter& vm, const Value& given) {
    Tensor a = tensorOf(vm, given);
    if (a.dims() < 2) {
        failLinAlg(vm, std::to_string(a.dims()) + "-dimensional array given. Array must be at least two-dimensional");
    }
    if (a.shape()[a.dims() - 1] != a.shape()[a.dims() - 2]) failLinAlg(vm, "Last 2 dimensions of the array must be square");
    return a.cast(DType::Float64);
}

// numpy computes in double whatever it is given, and gives a float32 back.
DType resultTypeOf(Interpreter& vm, const Value& given) {
    const DType dtype = tensorOf(vm, given).dtype();
    return isFloating(dtype) ? dtype : DType::Float64;
}

std::vector<double> matrixAt(const Tensor& stack, std::size_t i, std::size_t size) {
    const auto first = stack.numbers().begin() + static_cast<std::ptrdiff_t>(i * size);
    return {first, first + static_cast<std::ptrdiff_t>(size)};
}

Tensor inverseOf(Interpreter& vm, const Tensor& a) {
    const auto n = static_cast<std::size_t>(a.shape().back());
    std::vector<double> out;
    const std::size_t count = n == 0 ? 0 : static_cast<std::size_t>(a.size()) / (n * n);
    vm.countSteps(static_cast<std::int64_t>(count * n * n * n / 4096));
    for (std::size_t s = 0; s < count; ++s) {
        const Factors f = factored(matrixAt(a, s, n * n), n);
        if (f.singular) failLinAlg(vm, "Singular matrix");
        std::vector<double> b(n * n, 0.0);
        for (std::size_t i = 0; i < n; ++i) b[i * n + i] = 1;
        solveWith(f, n, b, n);
        out.insert(out.end(), b.begin(), b.end());
    }
    return Tensor(a.shape(), std::move(out), a.dtype());
}

Value determinant(Interpreter& vm, Arguments& arguments, bool logarithm) {
    const Tensor a = squareOf(vm, arguments[0]);
    const auto n = static_cast<std::size_t>(a.shape().back());
    const TensorShape shape(a.shape().begin(), a.shape().end() - 2);
    std::vector<double> signs;
    std::vector<double> logs;
    for (std::size_t s = 0; s < static_cast<std::size_t>(elementCount(shape)); ++s) {
        const Factors f = factored(matrixAt(a, s, n * n), n);
        double sign = 1;
        double log = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const double x = f.lu[i * n + i];
            if ((f.pivots[i] != i) != (x < 0)) sign = -sign;
            log += std::log(std::fabs(x));
        }
        signs.push_back(f.singular ? 0 : sign);
        logs.push_back(f.singular ? -HUGE_VAL : log);
    }
    const Tensor sign(shape, std::move(signs));
    const Tensor log(shape, std::move(logs));
    const DType dtype = resultTypeOf(vm, arguments[0]);
    if (logarithm) return vm.tuple({resultValue(vm, sign.cast(dtype)), resultValue(vm, log.cast(dtype))});
    return resultValue(vm, ufunc(vm, "multiply", {sign, ufunc(vm, "exp", {log})}).cast(dtype));
}

Value solve(Interpreter& vm, Arguments& arguments) {
    const Tensor a = squareOf(vm, arguments[0]);
    Tensor b = tensorOf(vm, arguments[1]);
    const DType dtype = numpyPromote(resultTypeOf(vm, arguments[0]), resultTypeOf(vm, arguments[1]));
    b = b.cast(DType::Float64);
    if (a.dims() > 2) python::unsupported("numpy.linalg.solve of stacks of matrices");
    const auto n = static_cast<std::size_t>(a.shape().back());
    const bool vector = b.dims() == 1;
    if (b.dims() == 0 || b.dims() > 2) failValue("solve: Input operand 1 does not have enough dimensions");
    if (static_cast<std::size_t>(b.shape()[0]) != n) {
        failValue(std::string(vector ? "solve1" : "solve") +
                  ": Input operand 1 has a mismatch in its core dimension 0, with gufunc signature " +
                  (vector ? "(m,m),(m)->(m)" : "(m,m),(m,n)->(m,n)") + " (size " + std::to_string(b.shape()[0]) + " is different from " +
                  std::to_string(n) + ")");
    }
    const Factors f = factored(matrixAt(a, 0, n * n), n);
    if (f.singular) failLinAlg(vm, "Singular matrix");
    std::vector<double> x(b.numbers().begin(), b.numbers().end());
    solveWith(f, n, x, vector ? 1 : static_cast<std::size_t>(b.shape()[1]));
    return arrayValue(vm, Tensor(b.shape(), std::move(x), dtype));
}

Value matrixPower(Interpreter& vm, Arguments& arguments) {
    Tensor a = tensorOf(vm, arguments[0]);
    std::int64_t n = arguments.integer(1);
    if (a.dims() < 2) failLinAlg(vm, std::to_string(a.dims()) + "-dimensional array given. Array must be at least two-dimensional");
    if (a.shape()[a.dims() - 1] != a.shape()[a.dims() - 2]) failLinAlg(vm, "Last 2 dimensions of the array must be square");
    if (n < 0) a = inverseOf(vm, squareOf(vm, arguments[0])).cast(resultTypeOf(vm, arguments[0]));
    n = std::abs(n);
    if (n == 0) {
        std::vector<double> eye(static_cast<std::size_t>(a.size()), 0.0);
        const auto side = static_cast<std::size_t>(a.shape().back());
        for (std::size_t i = 0; i < eye.size(); ++i) eye[i] = i % (side * side) / side == i % side;
        return arrayValue(vm, Tensor::exact(a.shape(), std::move(eye), a.dtype()));
    }
    if (n == 3) return arrayValue(vm, matrixProduct(vm, matrixProduct(vm, a, a), a));
    std::optional<Tensor> result;
    for (Tensor z = a; n > 0; n /= 2) {
        if (n % 2 == 1) result = result ? matrixProduct(vm, *result, z) : z;
        if (n > 1) z = matrixProduct(vm, z, z);
    }
    return arrayValue(vm, *result);
}

void defineLinAlg(Interpreter& vm) {
    Module& linalg = vm.defineModule("numpy.linalg");
    linalg.fields->set(vm.intern("LinAlgError"), Value(Numpy::of(vm).linAlgError));
    python::defineFunction(linalg, "def inv(a)", [](Interpreter& vm, Arguments& a) {
        return arrayValue(vm, inverseOf(vm, squareOf(vm, a[0])).cast(resultTypeOf(vm, a[0])));
    });
    python::defineFunction(linalg, "def det(a)", [](Interpreter& vm, Arguments& a) { return determinant(vm, a, false); });
    python::defineFunction(linalg, "def slogdet(a)", [](Interpreter& vm, Arguments& a) { return determinant(vm, a, true); });
    python::defineFunction(linalg, "def solve(a, b)", solve);
    python::defineFunction(linalg, "def matrix_power(a, n)", matrixPower);
}

}  // namespace

void addNumpyLinear(Interpreter& vm) {
    defineProducts(vm);
    defineLinAlg(vm);
}

}  // namespace backstep::modules
