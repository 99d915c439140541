// SPDX-License-Identifier: GPL-3.0-or-later
// Making arrays: from data, of one number, ranges, like others; how arrays are printed and faults are told.
#include <cmath>

#include "engine/modules/numpy.h"
#include "engine/tensor/ranges.h"

namespace backstep::modules {

using python::Str;

namespace {

TensorShape newShape(Interpreter& vm, const Value& value) {
    if (value.isNone()) warn(vm, "DeprecationWarning", "Passing None into shape arguments as an alias for () is deprecated.");
    TensorShape shape = value.isNone() ? TensorShape() : newShapeOf(vm, value);
    for (const std::int64_t d : shape) {
        if (d < 0) failValue("negative dimensions are not allowed");
    }
    checkSize(vm, shape);
    return shape;
}

Value fromIterable(Interpreter& vm, Arguments& a) {
    std::vector<Value> items = vm.toVector(a[0]);
    const std::int64_t count = a.integer(2);
    const auto found = static_cast<std::int64_t>(items.size());
    if (count > found) {
        failValue("iterator too short: Expected " + std::to_string(count) + " but iterator had only " + std::to_string(found) + " items.");
    }
    if (count >= 0) items.resize(static_cast<std::size_t>(count));
    const Tensor out = operandOf(vm, vm.list(std::move(items)), numpyDType(vm, a[1]).value_or(DType::Float64)).value;
    if (out.dims() > 1) failValue("setting an array element with a sequence.");
    return arrayValue(vm, out);
}

void defineFromData(Interpreter& vm) {
    defineNumpy(vm, "array(object, dtype=None, *, copy=True, order='K', subok=False, ndmin=0, like=None)",
                [](Interpreter& vm, Arguments& a) -> Value {
                    const char order = keptOrder(vm, a[0], orderOf(vm, a[3], 'K'));
                    const std::optional<DType> dtype = numpyDType(vm, a[1]);
                    Tensor out = operandOf(vm, a[0], dtype).value;
                    const bool same = isArray(vm, a[0]) && !a.truth(2) && static_cast<std::int64_t>(out.dims()) >= a.integer(5);
                    if (same && out.dtype() == asVar(a[0])->dtype()) return a[0];
                    TensorShape shape = out.shape();
                    while (static_cast<std::int64_t>(shape.size()) < a.integer(5)) shape.insert(shape.begin(), 1);
                    return arrayInOrder(vm, out.reshaped(shape), order);
                });
    const auto asArray = [](Interpreter& vm, Arguments& a) -> Value {
        const std::optional<DType> dtype = numpyDType(vm, a[1]);
        static_cast<void>(orderOf(vm, a[2]));
        if (isArray(vm, a[0]) && dtype.value_or(asVar(a[0])->dtype()) == asVar(a[0])->dtype()) return a[0];
        if (isTensor(vm, a[0]) && dtype.value_or(asVar(a[0])->dtype()) == asVar(a[0])->dtype())
            return vm.callMethod(a[0], "numpy");  // shares memory
        return arrayValue(vm, operandOf(vm, a[0], dtype).value);
    };
    for (const char* name : {"asarray", "asanyarray"}) defineNumpy(vm, std::string(name) + "(a, dtype=None, order=None)", asArray);
    defineNumpy(vm, "ascontiguousarray(a, dtype=None, *, order=None)", [asArray](Interpreter& vm, Arguments& a) {
        const Value out = asArray(vm, a);
        const Var v = asVar(out);
        if (v->dims() == 0) return arrayValue(vm, v->value().reshaped({1}));
        return v->isContiguous() ? out : arrayValue(vm, v->value());
    });
    defineNumpy(vm, "asfarray(a, dtype=None)", [](Interpreter& vm, Arguments& a) -> Value {
        const DType asked = numpyDType(vm, a[1]).value_or(DType::Float64);
        const DType dtype = isFloating(asked) ? asked : DType::Float64;
        if (isArray(vm, a[0]) && asVar(a[0])->dtype() == dtype) return a[0];
        return arrayValue(vm, operandOf(vm, a[0], dtype).value);
    });
    defineNumpy(vm, "copy(a, order='K', subok=False)", [](Interpreter& vm, Arguments& a) {
        return arrayInOrder(vm, tensorOf(vm, a[0]), keptOrder(vm, a[0], orderOf(vm, a[1], 'K')));
    });
    defineNumpy(vm, "fromiter(iter, dtype, count=-1)", fromIterable);
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
            const char order = orderOf(vm, a[2]);
            return arrayInOrder(vm, Tensor::filled(newShape(vm, a[0]), named.number, dtype), order);
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
        const std::int64_t n = wholeOf(vm, a[0]);
        return eye(vm, n, a.has(1) ? wholeOf(vm, a[1]) : n, a.integer(2), numpyDType(vm, a[3]).value_or(DType::Float64));
    });
    defineNumpy(vm, "identity(n, dtype=None)", [eye](Interpreter& vm, Arguments& a) {
        return eye(vm, wholeOf(vm, a[0]), wholeOf(vm, a[0]), 0, numpyDType(vm, a[1]).value_or(DType::Float64));
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

// The points lie along the first dimension until they are put where `axis` says.
Value alongAxis(Interpreter& vm, const Value& points, const Value& axis) {
    const std::int64_t to = vm.toIndex(axis);
    const auto dims = static_cast<std::int64_t>(asVar(points)->dims());
    if (to == 0) return points;
    if (to < -dims || to >= dims) {
        python::raise(Numpy::of(vm).axisError,
                      "destination: axis " + std::to_string(to) + " is out of bounds for array of dimension " + std::to_string(dims));
    }
    return vm.call(vm.getAttribute(Value(&vm.defineModule("numpy")), "moveaxis"), {points, Value(0), axis});
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
        return alongAxis(vm, arrayValue(vm, castNumpy(vm, betweenArrays(vm, start, stop, num, a.truth(3)), dtype)), a[6]);
    }
    const LinspaceResult r = numpyLinspace(start.at(0), stop.at(0), num, a.truth(3), dtype);
    const Value points = alongAxis(vm, arrayValue(vm, r.values), a[6]);
    if (!a.truth(4)) return points;
    return vm.tuple({points, scalarValue(vm, r.step, DType::Float64)});
}

Value logspace(Interpreter& vm, Arguments& a) {
    const std::int64_t num = a.integer(2);
    refuse(numpyLinspaceCount(num));
    checkSize(vm, {num});
    const Tensor start = tensorOf(vm, a[0]);
    const Tensor stop = tensorOf(vm, a[1]);
    const Tensor base = tensorOf(vm, a[4]);
    const DType dtype = numpyDType(vm, a[5]).value_or(DType::Float64);
    if (base.dims() > 0) python::unsupported("numpy.logspace(…, base=…) with several bases", "one base");
    if (start.dims() + stop.dims() == 0) {
        return alongAxis(vm, arrayValue(vm, numpyLogspace(start.at(0), stop.at(0), num, a.truth(3), base.at(0), dtype)), a[6]);
    }
    const Tensor powers = ufunc(vm, "power", {base.cast(DType::Float64), betweenArrays(vm, start, stop, num, a.truth(3))});
    return alongAxis(vm, arrayValue(vm, castNumpy(vm, powers, dtype)), a[6]);
}

Value geomspace(Interpreter& vm, Arguments& a) {
    const std::int64_t num = a.integer(2);
    const Tensor start = tensorOf(vm, a[0]);
    const Tensor stop = tensorOf(vm, a[1]);
    if (start.dims() + stop.dims() > 0) python::unsupported("numpy.geomspace between arrays", "numpy.geomspace between two numbers");
    refuse(numpyGeomspaceCount(start.at(0), stop.at(0), num));
    checkSize(vm, {num});
    const DType dtype = numpyDType(vm, a[4]).value_or(DType::Float64);
    return alongAxis(vm, arrayValue(vm, numpyGeomspace(start.at(0), stop.at(0), num, a.truth(3), dtype)), a[5]);
}

void defineRanges(Interpreter& vm) {
    defineNumpy(vm, "arange(start=..., stop=..., step=None, dtype=None, *, like=None)", arange);
    defineNumpy(vm, "linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0)", linspace);
    defineNumpy(vm, "logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0)", logspace);
    defineNumpy(vm, "geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0)", geomspace);
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

// What array_repr and array_str are told besides the array.
ArrayPrintOptions textOptions(Interpreter& vm, Arguments& a) {
    ArrayPrintOptions o = Numpy::of(vm).printing;
    if (a.has(1)) o.linewidth = static_cast<int>(a.integer(1));
    if (a.has(2)) o.precision = static_cast<int>(a.integer(2));
    if (a.has(3)) o.suppress = a.truth(3);
    return o;
}

void needArray(Interpreter& vm, const Value& given, const char* attribute) {
    if (isTensor(vm, given)) python::unsupported("the text of a tensor as numpy writes it", "str or repr");
    if (isArray(vm, given) || isScalarObject(vm, given)) return;
    static_cast<void>(vm.getAttribute(given, attribute));  // what is no array has none
}

Value arrayReprOf(Interpreter& vm, Arguments& a) {
    needArray(vm, a[0], "dtype");
    const std::string text = arrayRepr(tensorOf(vm, a[0]), textOptions(vm, a));
    if (isArray(vm, a[0])) return vm.text(text);
    const std::string type = vm.typeOf(a[0])->name;  // "float64(0.5)" of a scalar
    return vm.text(type.substr(type.rfind('.') + 1) + text.substr(text.find('(')));
}

Value arrayStrOf(Interpreter& vm, Arguments& a) {
    needArray(vm, a[0], "shape");
    if (!isArray(vm, a[0]))
        failType("descriptor '__getitem__' requires a 'numpy.ndarray' object but received a '" + vm.typeOf(a[0])->name + "'");
    return vm.text(arrayStr(tensorOf(vm, a[0]), textOptions(vm, a)));
}

void defineOptions(Interpreter& vm) {
    defineNumpy(vm,
                "set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None, infstr=None, "
                "formatter=None, sign=None, floatmode=None, *, legacy=None)",
                setPrintOptions);
    defineNumpy(vm, "get_printoptions()", printOptions);
    defineNumpy(vm, "seterr(all=None, divide=None, over=None, under=None, invalid=None)", setError);
    defineNumpy(vm, "geterr()", [](Interpreter& vm, Arguments&) { return vm.callMethod(Value(&vm.defineModule("numpy")), "seterr"); });
    defineNumpy(vm, "array_repr(arr, max_line_width=None, precision=None, suppress_small=None)", arrayReprOf);
    defineNumpy(vm, "array_str(a, max_line_width=None, precision=None, suppress_small=None)", arrayStrOf);
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
