// SPDX-License-Identifier: GPL-3.0-or-later
// Between the engine's layouts and what goes over the wire. The other side is not trusted: it may lie.
#pragma once

#include <optional>

#include "engine/graphviz/protocol.h"
#include "engine/layout/layout.h"

namespace backstep {

// Nothing when the request is outside what the protocol carries.
[[nodiscard]] std::optional<wire::Request> toWire(const LayoutRequest& request, std::uint64_t id);

// Nothing unless the reply is a layout of this very request: counts, nodes and curves inside the box, and each curve
// from the border of its tail to the border of its head.
[[nodiscard]] std::optional<Layout> fromWire(const wire::Reply& reply, const LayoutRequest& request, std::uint64_t id);

}  // namespace backstep
