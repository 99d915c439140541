// SPDX-License-Identifier: GPL-3.0-or-later
// reshape, transpose, squeeze and the other functions that look at the same numbers in another shape: views where numpy
// gives views.
#include <algorithm>

#include "engine/modules/numpy.h"

namespace backstep::modules {

using python::Tuple;

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
    if (rest.size() == 1) return shapeOf(vm, rest[0]);
    TensorShape out;
    for (const Value& v : rest) out.push_back(vm.toIndex(v));
    return out;
}

void refuseOrder(Arguments& a) {
    if (const Value* order = a.keyword("order"); order && order->is<python::Str>() && order->as<python::Str>()->text == "F") {
        python::unsupported("numpy's order='F'", "transpose");
    }
}

Value transposed(Interpreter& vm, const Value& given, std::vector<std::int64_t> order) {
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

Value squeezedOf(Interpreter& vm, const Value& given, const Value& axis) {
    const Var v = arrayOf(vm, given);
    Window window = windowOf(*v);
    if (axis.isEmpty() || axis.isNone()) return viewValue(vm, v, squeezed(window, -1));
    std::vector<std::int64_t> axes = axesOf(vm, axis, v->dims());
    for (std::size_t i = axes.size(); i-- > 0;) {
        if (window.shape[static_cast<std::size_t>(axes[i])] != 1) {
            failValue("cannot select an axis to squeeze out which has size not equal to one");
        }
        window = squeezed(window, axes[i]);
    }
    return viewValue(vm, v, std::move(window));
}

Value expandDims(Interpreter& vm, Arguments& a) {
    const Var v = arrayOf(vm, a[0]);
    const TensorShape given = shapeOf(vm, a[1]);
    const std::vector<std::int64_t> axes = axesOf(vm, a[1], v->dims() + given.size());
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
    defineNumpy(vm, "reshape(a, newshape, order='C')",
                [](Interpreter& vm, Arguments& a) { return finished(vm, a[0], shaped(vm, a[0], shapeOf(vm, a[1]))); });
    defineArrayMethod(vm, "reshape(self, *shape, **options)", [](Interpreter& vm, Arguments& a) {
        refuseOrder(a);
        return shaped(vm, a[0], restShape(vm, a.rest()));
    });
    const auto flat = [](Interpreter& vm, Arguments& a) { return finished(vm, a[0], shaped(vm, a[0], {-1})); };
    defineNumpyBoth(vm, "ravel(a, order='C')", [flat](Interpreter& vm, Arguments& a) {
        const Var v = arrayOf(vm, a[0]);
        if (v->size() == 0) return arrayValue(vm, v->value().reshaped({0}));
        return flat(vm, a);
    });
    defineArrayMethod(vm, "flatten(self, order='C')", [](Interpreter& vm, Arguments& a) {
        const Var v = asVar(a[0]);
        return arrayValue(vm, v->value().reshaped({v->size()}));
    });
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
    defineNumpyBoth(vm, "swapaxes(a, axis1, axis2)", swapped);
    defineNumpy(vm, "moveaxis(a, source, destination)", moved);
    defineNumpy(vm, "broadcast_to(array, shape, subok=False)",
                [](Interpreter& vm, Arguments& a) { return broadcastTo(vm, a[0], shapeOf(vm, a[1])); });
    defineNumpyBoth(vm, "diagonal(a, offset=0, axis1=0, axis2=1)", diagonalOf);
    defineNumpy(vm, "flip(m, axis=None)",
                [](Interpreter& vm, Arguments& a) { return flipped(vm, a[0], axesOf(vm, a[1], arrayOf(vm, a[0])->dims())); });
    defineNumpy(vm, "flipud(m)",
                [](Interpreter& vm, Arguments& a) { return flipped(vm, a[0], {axisOf(vm, 0, arrayOf(vm, a[0])->dims())}); });
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
        const Tensor v = tensorOf(vm, a[0]);
        return a.has(1) ? Value(v.shape()[static_cast<std::size_t>(axisOf(vm, a.integer(1), v.dims()))]) : Value(v.size());
    });
}

}  // namespace

void addNumpyShape(Interpreter& vm) {
    defineReshaping(vm);
    defineAtLeast(vm);
}

}  // namespace backstep::modules
