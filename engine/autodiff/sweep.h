// SPDX-License-Identifier: GPL-3.0-or-later
// Reverse mode, forward mode, and derivatives of derivatives.
//
// Order of a reverse sweep: record number descending; a contribution to a node is added in the order of arrival.
#pragma once

#include <optional>
#include <vector>

#include "engine/tape/recording.h"

namespace backstep {

// Adjoints or tangents by node; nothing where none arrived (the node is not on a path).
using Known = Table<NodeId, std::optional<Tensor>>;

// Runs one reverse sweep from `output` with its adjoint set to `seed`, and logs it.
Known reverseSweep(Recording& recording, NodeId output, const Tensor& seed);

// The same with what the rules do recorded on the tape, as nodes of that order: the graph of the derivative. Gives the gradient of
// `input`, and a name to it; none where it is 0 everywhere.
NodeId recordedSweep(Recording& recording, NodeId output, NodeId input, std::uint8_t order, const std::string& name);

// Runs one forward sweep with the tangent of `input` set to `seed`, and logs it.
Known forwardSweep(Recording& recording, NodeId input, const Tensor& seed);

// The same without a log: for checks.
[[nodiscard]] Known adjoints(const Tape& tape, NodeId output, const Tensor& seed);
[[nodiscard]] Known tangents(const Tape& tape, NodeId input, const Tensor& seed);

// ∂output/∂input for each input, recorded on the tape itself as nodes of the given order. None: identically 0.
[[nodiscard]] std::vector<NodeId> recordGradient(Tape& tape, NodeId output, const std::vector<NodeId>& inputs, std::uint8_t order);

// ∂node/∂operand at the recorded values.
[[nodiscard]] Tensor localPartial(const Tape& tape, NodeId node, std::size_t operand);

}  // namespace backstep
