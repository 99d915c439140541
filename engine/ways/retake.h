// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a program's tape computed anew in double precision, also with other numbers in a leaf: what differences need,
// where the program itself may count in float32.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/tape/recording.h"

namespace backstep {

class Retake {
public:
    // `upTo`: the last node that matters; `matters`: whose values must come out as they were.
    Retake(const Recording& recording, NodeId upTo, std::vector<bool> matters);

    // Whether the tape gives its own values again. Not where a value was changed behind the graph's back, or where an operation
    // is the program's own.
    [[nodiscard]] bool faithful() const { return faithful_; }
    // The same recording with these values: rules run on it in double precision.
    [[nodiscard]] Recording inDouble() const;
    // The last node's value with `by` added to the leaf, in all its versions.
    [[nodiscard]] std::optional<Tensor> moved(NodeId leaf, const Tensor& by) const;

private:
    const Recording& r_;
    NodeId upTo_;
    std::vector<bool> matters_;
    std::vector<Tensor> values_;
    bool faithful_ = false;

    [[nodiscard]] std::optional<std::vector<Tensor>> run(NodeId leaf, const Tensor* by) const;
    using Outputs = std::unordered_map<std::uint32_t, std::vector<Tensor>>;  // of operations with several
    [[nodiscard]] std::optional<Tensor> computed(NodeId node, const std::vector<Tensor>& values, Outputs& outputs) const;
};

}  // namespace backstep
