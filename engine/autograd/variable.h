// SPDX-License-Identifier: GPL-3.0-or-later
// A program's tensor. Variables that share memory share a Storage, whose version counts the changes made in place.
// What the tape and the log hold of them are immutable values (Tensor), one per version.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/base/ids.h"
#include "engine/python/type.h"
#include "engine/tape/leaf.h"
#include "engine/tape/recording.h"
#include "engine/tensor/tensor.h"
#include "engine/tensor/window.h"

namespace backstep {

using python::Ref;

// The memory of one or more variables. Numbers are copied on write: a value that somebody has stays as it is.
struct Storage : python::Object {
    Tensor value;                // in the shape it was made in
    std::uint32_t version = 0;   // changes in place so far, as PyTorch counts them
    std::uint32_t revision = 0;  // every change, also those through .data, which have a counter of their own
    Span changed;                // the last change in place that the version counts
    LeafKey creation;            // what gave it its numbers, where that was no operation
    std::size_t counted = 0;     // bytes this storage adds to the memory in use
    ~Storage();
    static std::size_t& bytesInUse();  // of all storages of this thread
};

struct Variable;
using Var = Ref<Variable>;

// Why changing a view in place would be refused while gradients are recorded.
enum class ViewOrigin : std::uint8_t { Ordinary, OneOfMany /* split, unbind, chunk */, NoGrad, InferenceMode };

// What few variables have.
struct VariableExtra {
    Var grad;  // what a leaf has accumulated
    Var base;  // of a view that shares its history: what it is a view of (never a view itself)
    ViewOrigin origin = ViewOrigin::Ordinary;
    bool retainsGrad = false;
    bool follows = false;              // a leaf that requires grad only because its base does: nothing flows to it
    python::Value note;                // free for the module that made it
    std::vector<std::int64_t> behind;  // strides that it had where it has fewer dimensions by now
    std::int64_t left = 0;             // without dimensions: the size that PyTorch's messages still know of those it had
    std::string label;                 // the first name it got before it was on the tape
    std::unique_ptr<Cut> cut;          // of one without its history: where that was cut off
};

struct Variable : python::Instance {
    Ref<Storage> storage;
    std::unique_ptr<Window> window;  // null: the whole storage in the storage's own shape
    std::unique_ptr<VariableExtra> extra;
    NodeId node;                                // what computes it on the tape; of a leaf or constant: its value there, once it was used
    std::uint32_t nodeVersion = 0;              // of a view: the version for which its history is right
    std::uint32_t nodeRevision = 0;             // the storage's revision whose value `node` has on the tape
    std::uint32_t leaf = kNoLeaf;               // number of the leaf it is, once it was used by a recorded operation
    std::shared_ptr<std::uint32_t> ownVersion;  // of x.data and its views: they count their changes apart
    bool requiresGrad = false;                  // of a leaf: asked for; otherwise: has a grad_fn
    bool isLeaf = true;
    bool isNumber = false;  // a Python number on its way into an operation: does not promote dtypes of its kind
    bool isParameter = false;
    bool lacksVersion = false;  // has ordinary memory, but was made in inference mode, without a counter
    bool isInference = false;   // made in inference mode, or a view of such a one: never part of a graph

    bool ofInference = false;  // ordinary, but computed of such ones alone
    Op madeBy = Op::Input;     // the operation of which it is a result, where that was not recorded

    static constexpr std::uint32_t kNoLeaf = ~0U;

    [[nodiscard]] DType dtype() const { return storage->value.dtype(); }
    [[nodiscard]] const TensorShape& shape() const {
        const Window* own = window.get();
        return own != nullptr ? own->shape : storage->value.shape();
    }
    [[nodiscard]] std::size_t dims() const { return shape().size(); }
    [[nodiscard]] std::int64_t size() const { return window ? elementCount(window->shape) : storage->value.size(); }
    [[nodiscard]] std::vector<std::int64_t> strides() const;
    [[nodiscard]] std::int64_t offset() const { return window ? window->offset : 0; }
    [[nodiscard]] bool isContiguous() const;
    // The numbers as they are now.
    [[nodiscard]] Tensor value() const;
    [[nodiscard]] double item() const { return window ? value().at(0) : storage->value.at(0); }
    [[nodiscard]] std::uint32_t version() const {
        const std::uint32_t* own = ownVersion.get();
        return own != nullptr ? *own : storage->version;
    }
    [[nodiscard]] const Var& grad() const;
    VariableExtra& more();
};

// Whether the variable shows all of its storage, in order.
[[nodiscard]] bool showsWhole(const Variable& variable);
// The variable's window, also where it is the whole storage.
[[nodiscard]] Window windowOf(const Variable& variable);
// How it lies in memory, for sums, which are added in that order: its strides; none: row by row.
[[nodiscard]] std::vector<std::int64_t> memoryOrder(const Variable& variable);

}  // namespace backstep
