// SPDX-License-Identifier: GPL-3.0-or-later
// Making arrays: from data, of one number, ranges, like others; how arrays are printed and faults are told.
#include <cmath>

#include "engine/modules/numpy.h"
#include "engine/tensor/ranges.h"

namespace backstep::modules {

using python::Str;

namespace {

TensorShape newShape(Interpreter& vm, const Value& value) {
    TensorShape shape = shapeOf(vm, value);
    for (const std::int64_t d : shape) {
        if (d < 0) failValue("negative dimensions are not allowed");
    }
    checkSize(vm, shape);
    return shape;
}

void defineFromData(Interpreter& vm) {
    defineNumpy(vm, "array(object, dtype=None, *, copy=True, order='K', subok=False, ndmin=0, like=None)",
                [](Interpreter& vm, Arguments& a) -> Value {
                    const std::optional<DType> dtype = numpyDType(vm, a[1]);
                    Tensor out = operandOf(vm, a[0], dtype).value;
                    const bool same = isArray(vm, a[0]) && !a.truth(2) && static_cast<std::int64_t>(out.dims()) >= a.integer(5);
                    if (same && out.dtype() == asVar(a[0])->dtype()) return a[0];
                    TensorShape shape = out.shape();
                    while (static_cast<std::int64_t>(shape.size()) < a.integer(5)) shape.insert(shape.begin(), 1);
                    return arrayValue(vm, out.reshaped(shape));
                });
    const auto asArray = [](Interpreter& vm, Arguments& a) -> Value {
        const std::optional<DType> dtype = numpyDType(vm, a[1]);
        if (isArray(vm, a[0]) && dtype.value_or(asVar(a[0])->dtype()) == asVar(a[0])->dtype()) return a[0];
        if (isTensor(vm, a[0]) && dtype.value_or(asVar(a[0])->dtype()) == asVar(a[0])->dtype())
            return vm.callMethod(a[0], "numpy");  // shares memory
        return arrayValue(vm, operandOf(vm, a[0], dtype).value);
    };
    for (const char* name : {"asarray", "asanyarray", "ascontiguousarray", "asfarray"}) {
        defineNumpy(vm, std::string(name) + "(a, dtype=None, order=None)", asArray);
    }
    defineNumpy(vm, "copy(a, order='K', subok=False)", [](Interpreter& vm, Arguments& a) { return arrayValue(vm, tensorOf(vm, a[0])); });
    defineNumpy(vm, "fromiter(iter, dtype, count=-1)", [](Interpreter& vm, Arguments& a) {
        return arrayValue(vm, operandOf(vm, vm.list(vm.toVector(a[0])), numpyDType(vm, a[1])).value);
    });
}

DType dtypeOfFill(Interpreter& vm, const Value& fill) { return tensorOf(vm, fill).dtype(); }

void defineFilled(Interpreter& vm) {
    struct Named {
        const char* name;
        double number;
    };
    for (const Named named : {Named{"zeros", 0}, Named{"ones", 1}, Named{"empty", 0}}) {
        defineNumpy(vm, std::string(named.name) + "(shape, dtype=None, order='C')", [named](Interpreter& vm, Arguments& a) {
            const DType dtype = numpyDType(vm, a[1]).value_or(DType::Float64);
            return arrayValue(vm, Tensor::filled(newShape(vm, a[0]), named.number, dtype));
        });
        defineNumpy(vm, std::string(named.name) + "_like(a, dtype=None, order='K', subok=True, shape=None)",
                    [named](Interpreter& vm, Arguments& a) {
                        const Tensor like = tensorOf(vm, a[0]);
                        return arrayValue(vm, Tensor::filled(a.has(4) ? newShape(vm, a[4]) : like.shape(), named.number,
                                                             numpyDType(vm, a[1]).value_or(like.dtype())));
                    });
    }
    defineNumpy(vm, "full(shape, fill_value, dtype=None, order='C')", [](Interpreter& vm, Arguments& a) {
        const DType dtype = numpyDType(vm, a[2]).value_or(dtypeOfFill(vm, a[1]));
        const Var out = asVar(arrayValue(vm, Tensor::filled(newShape(vm, a[0]), 0, dtype)));
        assignArray(vm, out, tensorOf(vm, a[1]));
        return Value(out);
    });
    defineNumpy(vm, "full_like(a, fill_value, dtype=None, order='K', subok=True, shape=None)", [](Interpreter& vm, Arguments& a) {
        const Tensor like = tensorOf(vm, a[0]);
        const Var out = asVar(
            arrayValue(vm, Tensor::filled(a.has(5) ? newShape(vm, a[5]) : like.shape(), 0, numpyDType(vm, a[2]).value_or(like.dtype()))));
        assignArray(vm, out, tensorOf(vm, a[1]));
        return Value(out);
    });
    const auto eye = [](Interpreter& vm, std::int64_t n, std::int64_t m, std::int64_t k, DType dtype) {
        if (n < 0 || m < 0) failValue("negative dimensions are not allowed");
        checkSize(vm, {n, m});
        std::vector<double> values(static_cast<std::size_t>(n * m), 0.0);
        for (std::int64_t i = 0; i < n; ++i) {
            if (i + k >= 0 && i + k < m) values[static_cast<std::size_t>(i * m + i + k)] = 1;
        }
        return arrayValue(vm, Tensor::exact({n, m}, std::move(values), dtype));
    };
    defineNumpy(vm, "eye(N, M=None, k=0, dtype=None, order='C')", [eye](Interpreter& vm, Arguments& a) {
        return eye(vm, a.integer(0), a.has(1) ? a.integer(1) : a.integer(0), a.integer(2), numpyDType(vm, a[3]).value_or(DType::Float64));
    });
    defineNumpy(vm, "identity(n, dtype=None)", [eye](Interpreter& vm, Arguments& a) {
        return eye(vm, a.integer(0), a.integer(0), 0, numpyDType(vm, a[1]).value_or(DType::Float64));
    });
}

void refuse(const RangeCount& count) {
    if (count.error.empty()) return;
    if (std::string_view(count.type) == "ZeroDivisionError") python::raise<python::ZeroDivisionError>(count.error);
    failValue(count.error);
}

double numberOf(Interpreter& vm, const Value& v) {
    if (v.is<Str>()) failType("unsupported operand type(s) for -: 'str' and 'int'");
    return vm.toDouble(v);
}

DType typeOfNumber(Interpreter& vm, const Value& v) {
    const std::optional<Operand> read = tryOperand(vm, v);
    return read ? read->value.dtype() : DType::Float64;
}

Value arange(Interpreter& vm, Arguments& a) {
    const bool one = !a.given(1) || a[1].isNone();
    if (!a.given(0)) failType("arange() requires stop to be specified.");
    const double start = one ? 0 : numberOf(vm, a[0]);
    const double stop = numberOf(vm, one ? a[0] : a[1]);
    const double step = a.has(2) ? numberOf(vm, a[2]) : 1;
    DType own = DType::Int64;
    bool whole = true;
    for (const std::size_t i : {0U, 1U, 2U}) {
        if (!a.has(i)) continue;
        own = numpyPromote(own, typeOfNumber(vm, a[i]));
        whole = whole && (a[i].isInt() || a[i].isBool());
    }
    const DType dtype = numpyDType(vm, a[3]).value_or(own);
    const RangeCount count = numpyArangeCount(start, stop, step, whole, dtype);
    refuse(count);
    checkSize(vm, {count.count});
    return arrayValue(vm, numpyArange(start, stop, step, dtype));
}

// Ends that are arrays: a row of points for each.
Tensor betweenArrays(Interpreter& vm, const Tensor& start, const Tensor& stop, std::int64_t num, bool endpoint) {
    const double steps = static_cast<double>(endpoint ? num - 1 : num);
    const Tensor delta = ufunc(vm, "subtract", {stop, start});
    std::vector<Tensor> rows;
    const Tensor step = steps > 0 ? ufunc(vm, "divide", {delta, Tensor(steps)}) : delta;
    std::vector<double> out;
    for (std::int64_t i = 0; i < num; ++i) {
        Tensor row = ufunc(vm, "add", {ufunc(vm, "multiply", {step, Tensor(static_cast<double>(i))}), start});
        if (endpoint && num > 1 && i == num - 1) row = stop.expandedTo(delta.shape()).cast(DType::Float64);
        out.insert(out.end(), row.numbers().begin(), row.numbers().end());
    }
    TensorShape shape = delta.shape();
    shape.insert(shape.begin(), num);
    return Tensor(shape, std::move(out), DType::Float64);
}

Value linspace(Interpreter& vm, Arguments& a) {
    const std::int64_t num = a.integer(2);
    refuse(numpyLinspaceCount(num));
    checkSize(vm, {num});
    const Tensor start = tensorOf(vm, a[0]);
    const Tensor stop = tensorOf(vm, a[1]);
    const DType dtype = numpyDType(vm, a[5]).value_or(DType::Float64);
    if (start.dims() + stop.dims() > 0) {
        if (a.truth(4)) python::unsupported("numpy.linspace(…, retstep=True) between arrays");
        return arrayValue(vm, castNumpy(vm, betweenArrays(vm, start, stop, num, a.truth(3)), dtype));
    }
    const LinspaceResult r = numpyLinspace(start.at(0), stop.at(0), num, a.truth(3), dtype);
    if (!a.truth(4)) return arrayValue(vm, r.values);
    return vm.tuple({arrayValue(vm, r.values), scalarValue(vm, r.step, DType::Float64)});
}

void defineRanges(Interpreter& vm) {
    defineNumpy(vm, "arange(start=..., stop=..., step=None, dtype=None, *, like=None)", arange);
    defineNumpy(vm, "linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0)", linspace);
    defineNumpy(vm, "logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0)", [](Interpreter& vm, Arguments& a) {
        const std::int64_t num = a.integer(2);
        refuse(numpyLinspaceCount(num));
        checkSize(vm, {num});
        const DType dtype = numpyDType(vm, a[5]).value_or(DType::Float64);
        return arrayValue(vm, numpyLogspace(a.number(0), a.number(1), num, a.truth(3), a.number(4), dtype));
    });
    defineNumpy(vm, "geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0)", [](Interpreter& vm, Arguments& a) {
        const std::int64_t num = a.integer(2);
        refuse(numpyGeomspaceCount(a.number(0), a.number(1), num));
        checkSize(vm, {num});
        return arrayValue(vm, numpyGeomspace(a.number(0), a.number(1), num, a.truth(3), numpyDType(vm, a[4]).value_or(DType::Float64)));
    });
}

// --- options ---

Value setPrintOptions(Interpreter& vm, Arguments& a) {
    ArrayPrintOptions& o = Numpy::of(vm).printing;
    if (a.has(0)) o.precision = static_cast<int>(a.integer(0));
    if (a.has(1)) o.threshold = a.number(1);
    if (a.has(2)) o.edgeitems = static_cast<int>(a.integer(2));
    if (a.has(3)) o.linewidth = static_cast<int>(a.integer(3));
    if (a.has(4)) o.suppress = a.truth(4);
    if (a.has(5)) o.nanText = a.text(5);
    if (a.has(6)) o.infText = a.text(6);
    if (a.has(7)) python::unsupported("numpy.set_printoptions(formatter=…)", "precision");
    if (a.has(8)) o.sign = a.text(8).at(0);
    if (a.has(9)) {
        const std::string& mode = a.text(9);
        o.floatmode = mode == "fixed"     ? FloatMode::Fixed
                      : mode == "unique"  ? FloatMode::Unique
                      : mode == "maxprec" ? FloatMode::MaxPrecision
                                          : FloatMode::MaxPrecisionEqual;
        if (mode != "fixed" && mode != "unique" && mode != "maxprec" && mode != "maxprec_equal") {
            failValue("floatmode option must be one of maxprec, fixed, unique, maxprec_equal, got " + vm.repr(a[9]));
        }
    }
    return Value::none();
}

Value printOptions(Interpreter& vm, Arguments&) {
    const ArrayPrintOptions& o = Numpy::of(vm).printing;
    const auto out = vm.dict();
    const auto set = [&](const char* name, Value value) { out->set(vm.intern(name), std::move(value)); };
    set("edgeitems", Value(o.edgeitems));
    set("threshold", Value(static_cast<std::int64_t>(o.threshold)));
    set("floatmode", vm.text(std::array{"fixed", "unique", "maxprec", "maxprec_equal"}[static_cast<std::size_t>(o.floatmode)]));
    set("precision", Value(o.precision));
    set("suppress", Value(o.suppress));
    set("linewidth", Value(o.linewidth));
    set("nanstr", vm.text(o.nanText));
    set("infstr", vm.text(o.infText));
    set("sign", vm.text(std::string(1, o.sign)));
    set("formatter", Value::none());
    set("legacy", Value(false));
    return Value(out);
}

OnFault onFault(Interpreter& vm, const Value& value) {
    const std::string name = vm.str(value);
    if (name == "ignore") return OnFault::Ignore;
    if (name == "warn") return OnFault::Warn;
    if (name == "raise") return OnFault::Raise;
    python::unsupported("numpy.seterr with '" + name + "'", "'ignore', 'warn' or 'raise'");
}

// seterr(all=None, divide=None, over=None, under=None, invalid=None): the handling before, as a dict.
Value setError(Interpreter& vm, Arguments& a) {
    FaultHandling& h = Numpy::of(vm).handling;
    const auto before = vm.dict();
    const std::array<std::pair<const char*, OnFault*>, 4> kinds{
        {{"divide", &h.divide}, {"over", &h.over}, {"under", &h.under}, {"invalid", &h.invalid}}};
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        before->set(vm.intern(kinds[i].first), vm.text(std::array{"ignore", "warn", "raise"}[static_cast<std::size_t>(*kinds[i].second)]));
        if (a.has(0)) *kinds[i].second = onFault(vm, a[0]);
        if (a.has(i + 1)) *kinds[i].second = onFault(vm, a[i + 1]);
    }
    return Value(before);
}

void defineOptions(Interpreter& vm) {
    defineNumpy(vm,
                "set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None, infstr=None, "
                "formatter=None, sign=None, floatmode=None, *, legacy=None)",
                setPrintOptions);
    defineNumpy(vm, "get_printoptions()", printOptions);
    defineNumpy(vm, "seterr(all=None, divide=None, over=None, under=None, invalid=None)", setError);
    defineNumpy(vm, "geterr()", [](Interpreter& vm, Arguments&) { return vm.callMethod(Value(&vm.defineModule("numpy")), "seterr"); });
    defineNumpy(vm, "array_repr(arr)", [](Interpreter& vm, Arguments& a) { return vm.text(vm.repr(a[0])); });
    defineNumpy(vm, "array_str(a)", [](Interpreter& vm, Arguments& a) { return vm.text(vm.str(a[0])); });
    defineNumpy(vm,
                "array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=' ', prefix='', *, threshold=None, "
                "edgeitems=None, sign=None, floatmode=None, suffix='')",
                [](Interpreter& vm, Arguments& a) {
                    ArrayPrintOptions o = Numpy::of(vm).printing;
                    if (a.has(1)) o.linewidth = static_cast<int>(a.integer(1));
                    if (a.has(2)) o.precision = static_cast<int>(a.integer(2));
                    if (a.has(3)) o.suppress = a.truth(3);
                    if (a.has(6)) o.threshold = a.number(6);
                    if (a.has(7)) o.edgeitems = static_cast<int>(a.integer(7));
                    if (a.has(8)) o.sign = a.text(8).at(0);
                    if (a.has(9)) {
                        const std::string& mode = a.text(9);
                        o.floatmode = mode == "fixed"     ? FloatMode::Fixed
                                      : mode == "unique"  ? FloatMode::Unique
                                      : mode == "maxprec" ? FloatMode::MaxPrecision
                                                          : FloatMode::MaxPrecisionEqual;
                    }
                    return vm.text(arrayText(tensorOf(vm, a[0]), o, a.text(4), a.text(5).size(), a.text(10).size()));
                });
    defineNumpy(vm, "result_type(*arrays_and_dtypes)", [](Interpreter& vm, Arguments& a) {
        if (a.rest().empty()) failValue("at least one array or dtype is required");
        std::vector<Tensor> all;
        for (const Value& v : a.rest()) {
            const std::optional<Operand> read = tryOperand(vm, v);
            all.push_back(read ? read->value : Tensor({1}, {0.0}, *numpyDType(vm, v)));
        }
        return Numpy::of(vm).dtypes[static_cast<std::size_t>(resultType(all))];
    });
    defineNumpy(vm, "promote_types(type1, type2)", [](Interpreter& vm, Arguments& a) {
        return Numpy::of(vm).dtypes[static_cast<std::size_t>(numpyPromote(*numpyDType(vm, a[0]), *numpyDType(vm, a[1])))];
    });
}

}  // namespace

void addNumpyCreation(Interpreter& vm) {
    defineFromData(vm);
    defineFilled(vm);
    defineRanges(vm);
    defineOptions(vm);
}

}  // namespace backstep::modules
