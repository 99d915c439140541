// SPDX-License-Identifier: GPL-3.0-or-later
// A program's tensor. Variables that share memory share a Storage, whose version counts the changes made in place.
// What the tape and the log hold of them are immutable values (Tensor), one per version.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/base/ids.h"
#include "engine/python/type.h"
#include "engine/tensor/tensor.h"

namespace backstep {

using python::Ref;

// The memory of one or more variables. Numbers are copied on write: a value that somebody has stays as it is.
struct Storage : python::Object {
    Tensor value;               // in the shape it was made in
    std::uint32_t version = 0;  // changes in place so far
    std::size_t counted = 0;    // bytes this storage adds to the memory in use
    ~Storage();
    static std::size_t& bytesInUse();  // of all storages of this thread
};

// How a view looks at its storage, in elements.
struct Window {
    TensorShape shape;
    std::vector<std::int64_t> strides;
    std::int64_t offset = 0;
};

struct Variable;
using Var = Ref<Variable>;

// Why changing a view in place would be refused while gradients are recorded.
enum class ViewOrigin : std::uint8_t { Ordinary, OneOfMany /* split, unbind, chunk */, NoGrad, InferenceMode };

// What few variables have.
struct VariableExtra {
    Var grad;                          // what a leaf has accumulated
    Var base;                          // of a view that shares its history: what it is a view of (never a view itself)
    ViewOrigin origin = ViewOrigin::Ordinary;
    std::string maker;                 // the operation that made the view, as PyTorch names it: "UnbindBackward0"
    bool retainsGrad = false;
    python::Value note;                // free for the module that made it
};

struct Variable : python::Instance {
    Ref<Storage> storage;
    std::unique_ptr<Window> window;  // null: the whole storage in the storage's own shape
    std::unique_ptr<VariableExtra> extra;
    NodeId node;                     // what computes it on the tape; of a leaf or constant: its value there, once it was used
    std::uint32_t nodeVersion = 0;   // the storage's version for which `node` is right
    std::uint32_t leaf = kNoLeaf;    // number of the leaf it is, once it was used by a recorded operation
    bool requiresGrad = false;       // of a leaf: asked for; otherwise: has a grad_fn
    bool isLeaf = true;
    bool isNumber = false;           // a Python number on its way into an operation: does not promote dtypes of its kind
    bool isParameter = false;
    bool isInference = false;

    static constexpr std::uint32_t kNoLeaf = ~0U;

    [[nodiscard]] DType dtype() const { return storage->value.dtype(); }
    [[nodiscard]] const TensorShape& shape() const { return window ? window->shape : storage->value.shape(); }
    [[nodiscard]] std::size_t dims() const { return shape().size(); }
    [[nodiscard]] std::int64_t size() const { return window ? elementCount(window->shape) : storage->value.size(); }
    [[nodiscard]] std::vector<std::int64_t> strides() const;
    [[nodiscard]] std::int64_t offset() const { return window ? window->offset : 0; }
    [[nodiscard]] bool isContiguous() const;
    // The numbers as they are now.
    [[nodiscard]] Tensor value() const;
    [[nodiscard]] double item() const { return window ? value().at(0) : storage->value.at(0); }
    [[nodiscard]] std::uint32_t version() const { return storage->version; }
    [[nodiscard]] const Var& grad() const;
    VariableExtra& more();
};

[[nodiscard]] std::vector<std::int64_t> contiguousStrides(const TensorShape& shape);
// The storage places that a window shows, in row-major order.
[[nodiscard]] std::vector<std::int64_t> placesOf(const Window& window);

}  // namespace backstep
