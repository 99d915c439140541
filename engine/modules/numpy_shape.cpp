// SPDX-License-Identifier: GPL-3.0-or-later
// reshape, transpose, squeeze and the other functions that look at the same numbers in another shape: views where numpy
// gives views.
#include <algorithm>

#include "engine/modules/numpy.h"

namespace backstep::modules {

namespace {

Value shaped(Interpreter& vm, const Value& given, TensorShape shape) {
    const Var v = arrayOf(vm, given);
    std::int64_t known = 1;
    std::int64_t* open = nullptr;
    for (std::int64_t& d : shape) {
        if (d >= 0) known *= d;
        else if (open != nullptr) failValue("can only specify one unknown dimension");
        else open = &d;
    }
    const auto refuse = [&] {
        std::string text;  // numpy leaves an unknown dimension out where it stands first
        for (const std::int64_t d : shape) {
            if (d >= 0) text += (text.empty() ? "(" : ",") + std::to_string(d);
            else if (!text.empty()) text += ",newaxis";
        }
        text += text.empty() ? "()" : shape.size() == 1 ? ",)" : ")";
        failValue("cannot reshape array of size " + std::to_string(v->size()) + " into shape " + text);
    };
    if (open != nullptr) {
        if (known == 0 || v->size() % known != 0) refuse();
        *open = v->size() / known;
        open = nullptr;
    } else if (known != v->size()) {
        refuse();
    }
    if (const std::optional<Window> window = reshaped(windowOf(*v), shape)) return viewValue(vm, v, *window);
    return arrayValue(vm, v->value().reshaped(shape));
}

// Where the answer is a tensor: what came in was one.
Value finished(Interpreter& vm, const Value& given, Value result) { return wrapLike(vm, given, std::move(result)); }

TensorShape restShape(Interpreter& vm, std::span<const Value> rest) {
    if (rest.size() == 1) return newShapeOf(vm, rest[0]);
    TensorShape out;
    for (const Value& v : rest) out.push_back(wholeOf(vm, v));
    return out;
}

Value transposed(Interpreter& vm, const Value& given, std::vector<std::int64_t> order) {
    if (isScalarObject(vm, given) && order.empty()) return given;
    const Var v = arrayOf(vm, given);
    const std::size_t n = v->dims();
    if (order.empty()) {
        for (std::size_t d = n; d-- > 0;) order.push_back(static_cast<std::int64_t>(d));
    }
    if (order.size() != n) failValue("axes don't match array");
    std::vector<bool> seen(n);
    for (std::int64_t& d : order) {
        d = axisOf(vm, d, n);
        if (seen[static_cast<std::size_t>(d)]) failValue("repeated axis in transpose");
        seen[static_cast<std::size_t>(d)] = true;
    }
    return viewValue(vm, v, permuted(windowOf(*v), order));
}

// The numbers in another shape, read and laid in the order that is asked for: 'F' is 'C' with the dimensions turned round.
Value reordered(Interpreter& vm, const Value& given, TensorShape shape, char order) {
    const Value array(arrayOf(vm, given));
    const bool turned = asVar(transposed(vm, array, {}))->isContiguous() && !asVar(array)->isContiguous();
    if (order != 'F' && !(order == 'A' && turned)) return shaped(vm, array, std::move(shape));
    std::reverse(shape.begin(), shape.end());
    return transposed(vm, shaped(vm, transposed(vm, array, {}), std::move(shape)), {});
}

Value reshapedTo(Interpreter& vm, const Value& given, const TensorShape& shape, const Value& order) {
    const char letter = orderOf(vm, order);
    if (letter == 'K') failValue("order 'K' is not permitted for reshaping");
    return reordered(vm, given, shape, letter);
}

// ravel and flatten; 'K' reads as the numbers lie in memory.
Value flatOf(Interpreter& vm, const Value& given, const Value& order) {
    const char letter = orderOf(vm, order);
    if (letter != 'K') return reordered(vm, given, {-1}, letter);
    const Value array(arrayOf(vm, given));
    const bool known = asVar(array)->isContiguous() || asVar(transposed(vm, array, {}))->isContiguous();
    if (!known) python::unsupported("numpy's order='K' of an array whose memory is in neither order", "order='C'");
    return reordered(vm, array, {-1}, 'A');
}

Value squeezedOf(Interpreter& vm, const Value& given, const Value& axis) {
    const Var v = arrayOf(vm, given);
    Window window = windowOf(*v);
    const bool all = axis.isEmpty() || axis.isNone();
    std::vector<std::int64_t> axes = axesOf(vm, axis, v->dims(), true);
    if (isScalarObject(vm, given)) return given;
    if (all) return viewValue(vm, v, squeezed(window, -1));
    for (std::size_t i = axes.size(); i-- > 0;) {
        if (window.shape[static_cast<std::size_t>(axes[i])] != 1) {
            failValue("cannot select an axis to squeeze out which has size not equal to one");
        }
        window = squeezed(window, axes[i]);
    }
    return viewValue(vm, v, std::move(window));
}

// Axes of numpy's functions in Python: a list will do as well.
std::vector<std::int64_t> axisListOf(Interpreter& vm, const Value& value, std::size_t dims) {
    std::vector<std::int64_t> out;
    for (const std::int64_t axis : shapeOf(vm, value)) {
        const std::int64_t d = axisOf(vm, axis, dims);
        if (std::find(out.begin(), out.end(), d) != out.end()) failValue("repeated axis");
        out.push_back(d);
    }
    std::sort(out.begin(), out.end());
    return out;
}

Value expandDims(Interpreter& vm, Arguments& a) {
    const Var v = arrayOf(vm, a[0]);
    const std::vector<std::int64_t> axes = axisListOf(vm, a[1], v->dims() + shapeOf(vm, a[1]).size());
    Window window = windowOf(*v);
    for (const std::int64_t d : axes) window = unsqueezed(window, d);
    return viewValue(vm, v, std::move(window));
}

Value swapped(Interpreter& vm, Arguments& a) {
    const Var v = arrayOf(vm, a[0]);
    return finished(
        vm, a[0],
        viewValue(vm, v,
                  modules::axisOf(vm, a.integer(1), v->dims()) == 0 && v->dims() == 0
                      ? windowOf(*v)
                      : backstep::transposed(windowOf(*v), axisOf(vm, a.integer(1), v->dims()), axisOf(vm, a.integer(2), v->dims()))));
}

Value moved(Interpreter& vm, Arguments& a) {
    const Var v = arrayOf(vm, a[0]);
    TensorShape from = shapeOf(vm, a[1]);
    TensorShape to = shapeOf(vm, a[2]);
    if (from.size() != to.size()) failValue("`source` and `destination` arguments must have the same number of elements");
    for (std::int64_t& d : from) d = axisOf(vm, d, v->dims());
    for (std::int64_t& d : to) d = axisOf(vm, d, v->dims());
    std::vector<std::int64_t> order(v->dims(), -1);
    for (std::size_t i = 0; i < from.size(); ++i) order[static_cast<std::size_t>(to[i])] = from[i];
    std::int64_t next = 0;
    for (std::int64_t& d : order) {
        if (d >= 0) continue;
        while (std::find(from.begin(), from.end(), next) != from.end()) ++next;
        d = next++;
    }
    return transposed(vm, Value(v), order);
}

Value broadcastTo(Interpreter& vm, const Value& given, const TensorShape& shape) {
    const Var v = arrayOf(vm, given);
    if (v->dims() > shape.size()) failValue("input operand has more dimensions than allowed by the axis remapping");
    const auto both = broadcastShapes(v->shape(), shape);
    if (!both || *both != shape || v->dims() > shape.size()) {
        failValue("operands could not be broadcast together with remapped shapes [original->remapped]: " + tupleText(v->shape()) +
                  "  and requested shape " + tupleText(shape));
    }
    checkSize(vm, shape);
    return viewValue(vm, v, expanded(windowOf(*v), shape));
}

Value diagonalOf(Interpreter& vm, Arguments& a) {
    const Var v = arrayOf(vm, a[0]);
    if (v->dims() < 2) failValue("diag requires an array of at least two dimensions");
    const std::int64_t first = axisOf(vm, a.integer(2), v->dims());
    const std::int64_t second = axisOf(vm, a.integer(3), v->dims());
    return finished(vm, a[0], viewValue(vm, v, diagonal(windowOf(*v), a.integer(1), first, second)));
}

Value flipped(Interpreter& vm, const Value& given, const std::vector<std::int64_t>& axes) {
    const Var v = arrayOf(vm, given);
    Window w = windowOf(*v);
    for (const std::int64_t axis : axes) {
        const auto d = static_cast<std::size_t>(axis);
        if (w.shape[d] > 0) w.offset += (w.shape[d] - 1) * w.strides[d];
        w.strides[d] = -w.strides[d];
    }
    return viewValue(vm, v, std::move(w));
}

void defineReshaping(Interpreter& vm) {
    defineNumpy(vm, "reshape(a, newshape, order='C')", [](Interpreter& vm, Arguments& a) {
        if (a[1].isNone()) return finished(vm, a[0], viewValue(vm, arrayOf(vm, a[0]), windowOf(*arrayOf(vm, a[0]))));
        return finished(vm, a[0], reshapedTo(vm, a[0], newShapeOf(vm, a[1]), a[2]));
    });
    defineArrayMethod(vm, "reshape(self, *shape, **options)", [](Interpreter& vm, Arguments& a) {
        Value order;
        for (std::size_t i = 0; i < a.keywordNames().size(); ++i) {
            const std::string& name = a.keywordNames()[i]->text;
            if (name != "order") failType("'" + name + "' is an invalid keyword argument for this function");
            order = a.keywordValue(i);
        }
        if (a.rest().empty()) failType("reshape() takes exactly 1 argument (0 given)");
        if (a.rest().size() == 1 && a.rest()[0].isNone()) return viewValue(vm, asVar(a[0]), windowOf(*asVar(a[0])));
        return reshapedTo(vm, a[0], restShape(vm, a.rest()), order);
    });
    defineNumpyBoth(vm, "ravel(a, order='C')", [](Interpreter& vm, Arguments& a) {
        const Var v = arrayOf(vm, a[0]);
        static_cast<void>(orderOf(vm, a[1]));
        return v->size() == 0 ? arrayValue(vm, v->value().reshaped({0})) : flatOf(vm, Value(v), a[1]);
    });
    defineArrayMethod(vm, "flatten(self, order='C')",
                      [](Interpreter& vm, Arguments& a) { return arrayValue(vm, asVar(flatOf(vm, a[0], a[1]))->value()); });
    defineNumpy(vm, "transpose(a, axes=None)", [](Interpreter& vm, Arguments& a) {
        return finished(vm, a[0], transposed(vm, a[0], a.has(1) ? shapeOf(vm, a[1]) : TensorShape()));
    });
    defineArrayMethod(vm, "transpose(self, *axes)", [](Interpreter& vm, Arguments& a) {
        const bool none = a.rest().empty() || (a.rest().size() == 1 && a.rest()[0].isNone());
        return transposed(vm, a[0], none ? TensorShape() : restShape(vm, a.rest()));
    });
    defineNumpyBoth(vm, "squeeze(a, axis=None)",
                    [](Interpreter& vm, Arguments& a) { return finished(vm, a[0], squeezedOf(vm, a[0], a[1])); });
    defineNumpy(vm, "expand_dims(a, axis)", expandDims);
    defineNumpy(vm, "swapaxes(a, axis1, axis2)", swapped);
    for (Type* type : {Torch::of(vm).array, Torch::of(vm).scalar}) {
        python::defineMethod(*type, "swapaxes(self, axis1, axis2, /)", swapped);
    }
    defineNumpy(vm, "moveaxis(a, source, destination)", moved);
    defineNumpy(vm, "broadcast_to(array, shape, subok=False)",
                [](Interpreter& vm, Arguments& a) { return broadcastTo(vm, a[0], shapeOf(vm, a[1])); });
    defineNumpyBoth(vm, "diagonal(a, offset=0, axis1=0, axis2=1)", diagonalOf);
    defineNumpy(vm, "flip(m, axis=None)", [](Interpreter& vm, Arguments& a) -> Value {
        const Tensor of = tensorOf(vm, a[0]);
        const auto axes = a.has(1) ? axisListOf(vm, a[1], of.dims()) : axesOf(vm, a[1], of.dims());
        if (isTensor(vm, a[0]) && !axes.empty()) failValue("step must be greater than zero");
        if (isTensor(vm, a[0])) return a[0];
        return of.dims() == 0 ? resultValue(vm, of) : flipped(vm, a[0], axes);
    });
    defineNumpy(vm, "flipud(m)", [](Interpreter& vm, Arguments& a) {
        if (arrayOf(vm, a[0])->dims() < 1) failValue("Input must be >= 1-d.");
        return flipped(vm, a[0], {0});
    });
    defineNumpy(vm, "fliplr(m)", [](Interpreter& vm, Arguments& a) {
        if (arrayOf(vm, a[0])->dims() < 2) failValue("Input must be >= 2-d.");
        return flipped(vm, a[0], {1});
    });
}

void defineAtLeast(Interpreter& vm) {
    for (const std::size_t n : {1U, 2U, 3U}) {
        defineNumpy(vm, "atleast_" + std::to_string(n) + "d(*arys)", [n](Interpreter& vm, Arguments& a) -> Value {
            std::vector<Value> out;
            for (const Value& each : a.rest()) {
                const Var v = arrayOf(vm, each);
                TensorShape shape = v->shape();
                if (n == 3 && shape.size() == 1) shape = {1, shape[0], 1};
                if (n == 3 && shape.size() == 2) shape.push_back(1);
                while (shape.size() < n) shape.insert(shape.begin(), 1);
                out.push_back(shape == v->shape() ? Value(v) : shaped(vm, Value(v), shape));
            }
            return out.size() == 1 ? out[0] : vm.list(std::move(out));
        });
    }
    defineNumpy(vm, "shape(a)", [](Interpreter& vm, Arguments& a) -> Value {
        if (isTensor(vm, a[0])) return vm.getAttribute(a[0], "shape");
        const TensorShape shape = tensorOf(vm, a[0]).shape();
        return vm.tuple(std::vector<Value>(shape.begin(), shape.end()));
    });
    defineNumpy(vm, "ndim(a)", [](Interpreter& vm, Arguments& a) { return Value(static_cast<std::int64_t>(tensorOf(vm, a[0]).dims())); });
    defineNumpy(vm, "size(a, axis=None)", [](Interpreter& vm, Arguments& a) -> Value {
        if (isTensor(vm, a[0]) && !a.has(1)) return vm.getAttribute(a[0], "size");
        const TensorShape shape = tensorOf(vm, a[0]).shape();
        if (!a.has(1)) return Value(elementCount(shape));
        const std::int64_t axis = a.integer(1);
        const auto dims = static_cast<std::int64_t>(shape.size());
        if (axis < -dims || axis >= dims) failIndex("tuple index out of range");
        return Value(shape[static_cast<std::size_t>(axis < 0 ? axis + dims : axis)]);
    });
}

}  // namespace

void addNumpyShape(Interpreter& vm) {
    defineReshaping(vm);
    defineAtLeast(vm);
}

}  // namespace backstep::modules
