// SPDX-License-Identifier: GPL-3.0-or-later
// Views, joining and indexing on variables, as PyTorch's functions of the same names: they check what they are told, in
// PyTorch's words, choose between a view and a copy as PyTorch does, and record its nodes. Dimensions may be negative.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/autograd/autograd.h"

namespace backstep::ops {

using Sizes = std::vector<std::int64_t>;

[[nodiscard]] std::size_t wrapped(std::int64_t dim, std::size_t dims);  // IndexError "Dimension out of range …"
[[nodiscard]] std::size_t existing(std::int64_t dim, const Var& x);     // the same of a tensor that must have dimensions
[[nodiscard]] std::string textOf(const Sizes& sizes);                   // "[2, 3]"

// --- shapes ---
// The shape with its -1 found out.
[[nodiscard]] TensorShape inferred(const Sizes& shape, std::int64_t elements);
Var view(Autograd& g, const Var& x, const Sizes& shape);
Var reshape(Autograd& g, const Var& x, const Sizes& shape);
Var flatten(Autograd& g, const Var& x, std::int64_t start = 0, std::int64_t end = -1);
Var unflatten(Autograd& g, const Var& x, std::int64_t dim, Sizes sizes);
Var squeeze(Autograd& g, const Var& x);
Var squeeze(Autograd& g, const Var& x, std::int64_t dim);
Var unsqueeze(Autograd& g, const Var& x, std::int64_t dim);
Var permute(Autograd& g, const Var& x, const Sizes& dims);
Var transpose(Autograd& g, const Var& x, std::int64_t a, std::int64_t b);
Var t(Autograd& g, const Var& x);
Var movedim(Autograd& g, const Var& x, const Sizes& source, const Sizes& destination);
Var expand(Autograd& g, const Var& x, const Sizes& sizes);
// What broadcasting to x's shape had been done to a tensor of `shape`, undone by sums.
Var sumTo(Autograd& g, const Var& x, const TensorShape& shape);
Var contiguous(Autograd& g, const Var& x);
Var clone(Autograd& g, const Var& x);
Var asStrided(Autograd& g, const Var& x, const Sizes& sizes, const Sizes& strides, std::optional<std::int64_t> offset);

// --- parts ---
Var select(Autograd& g, const Var& x, std::int64_t dim, std::int64_t index);
Var slice(Autograd& g, const Var& x, std::int64_t dim, std::int64_t start, std::int64_t end, std::int64_t step = 1);
Var narrow(Autograd& g, const Var& x, std::int64_t dim, std::int64_t start, std::int64_t length);
Var diagonal(Autograd& g, const Var& x, std::int64_t offset = 0, std::int64_t dim1 = 0, std::int64_t dim2 = 1);
Var unfold(Autograd& g, const Var& x, std::int64_t dim, std::int64_t size, std::int64_t step);
std::vector<Var> split(Autograd& g, const Var& x, std::int64_t size, std::int64_t dim);
std::vector<Var> splitWithSizes(Autograd& g, const Var& x, const Sizes& sizes, std::int64_t dim);
std::vector<Var> chunk(Autograd& g, const Var& x, std::int64_t chunks, std::int64_t dim);
std::vector<Var> tensorSplit(Autograd& g, const Var& x, std::int64_t sections, std::int64_t dim);
std::vector<Var> tensorSplit(Autograd& g, const Var& x, const Sizes& indices, std::int64_t dim);
std::vector<Var> unbind(Autograd& g, const Var& x, std::int64_t dim = 0);

// --- joining and turning ---
Var cat(Autograd& g, const std::vector<Var>& tensors, std::int64_t dim);
Var stack(Autograd& g, const std::vector<Var>& tensors, std::int64_t dim);
Var repeat(Autograd& g, const Var& x, const Sizes& times);
Var flip(Autograd& g, const Var& x, const Sizes& dims);
Var roll(Autograd& g, const Var& x, const Sizes& shifts, const Sizes& dims);
Var rot90(Autograd& g, const Var& x, std::int64_t times, const Sizes& dims);
Var diag(Autograd& g, const Var& x, std::int64_t offset);
Var diagEmbed(Autograd& g, const Var& x, std::int64_t offset, std::int64_t dim1, std::int64_t dim2);
Var triangle(Autograd& g, const Var& x, std::int64_t diagonal, bool upper);

// --- by indices and masks: checked, and then done anew or in place (the first operand) ---
// PyTorch writes one number after the other and stops at an index that lies outside: in place, what came before it stays written.
struct Stopped {
    std::string message;
    bool ofIndex = true;            // an IndexError; else a RuntimeError
    std::optional<Tensor> written;  // what the first operand holds by then; none: what it held
    [[noreturn]] void fail() const;
};
struct Operation {
    Op op{};
    std::vector<Var> operands;
    Attributes attributes;
    std::vector<Var> kept;
    std::optional<Stopped> stopped{};
    Var call(Autograd& g) const;
    void refuseOverlap() const;  // of what is changed with what it takes from
    Var inplace(Autograd& g) const;
};
Operation gather(const Var& x, std::int64_t dim, const Var& index);
Operation scatter(const Var& x, std::int64_t dim, const Var& index, const Var& src);
Operation scatter(const Var& x, std::int64_t dim, const Var& index, double value);
Operation scatterAdd(const Var& x, std::int64_t dim, const Var& index, const Var& src);
Operation indexSelect(const Var& x, std::int64_t dim, const Var& index);
Operation indexAdd(const Var& x, std::int64_t dim, const Var& index, const Var& source, double alpha = 1);
Operation indexFill(const Var& x, std::int64_t dim, const Var& index, const Var& value);
Operation indexCopy(const Var& x, std::int64_t dim, const Var& index, const Var& source);
Operation maskedSelect(const Var& x, const Var& mask);
Operation maskedFill(const Var& x, const Var& mask, const Var& value);  // a number, or a tensor without dimensions
Operation maskedScatter(const Var& x, const Var& mask, const Var& source);
Operation take(const Var& x, const Var& index);
Operation put(const Var& x, const Var& index, const Var& source, bool accumulate);
// An index for each dimension from the first on; null: all of it. Masks stand for the places where they are true.
Operation index(const Var& x, const std::vector<Var>& indices);
Var chosen(Autograd& g, const Var& x, const std::vector<Var>& indices);  // by Index, in memory as PyTorch lays it
Operation indexPut(const Var& x, const std::vector<Var>& indices, const Var& values, bool accumulate);
Var nonzero(Autograd& g, const Var& x);
// self[…] = value, where self is what the indices show already.
void copyInto(Autograd& g, const Var& self, const Var& value);

}  // namespace backstep::ops
