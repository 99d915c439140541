// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autograd/variable.h"

namespace backstep {

Storage::~Storage() { bytesInUse() -= counted; }

std::size_t& Storage::bytesInUse() {
    static thread_local std::size_t bytes = 0;
    return bytes;
}

std::vector<std::int64_t> Variable::strides() const { return window ? window->strides : contiguousStrides(shape()); }

bool Variable::isContiguous() const { return !window || backstep::isContiguous(*window); }

Tensor Variable::value() const { return window ? seenThrough(storage->value, *window) : storage->value; }

bool showsWhole(const Variable& v) {
    return !v.window || (v.window->offset == 0 && v.size() == v.storage->value.size() && v.isContiguous());
}

Window windowOf(const Variable& variable) { return variable.window ? *variable.window : contiguousWindow(variable.shape()); }

std::vector<std::int64_t> memoryOrder(const Variable& variable) {
    return variable.isContiguous() ? std::vector<std::int64_t>() : variable.strides();
}

const Var& Variable::grad() const {
    static const Var kNone;
    return extra ? extra->grad : kNone;
}

VariableExtra& Variable::more() {
    if (!extra) extra = std::make_unique<VariableExtra>();
    return *extra;
}

}  // namespace backstep
