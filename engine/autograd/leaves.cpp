// SPDX-License-Identifier: GPL-3.0-or-later
// Leaves whose shape is changed in place: whether what accumulated their gradient before is still there.
#include <algorithm>
#include <unordered_map>
#include <vector>

#include "engine/autograd/autograd.h"
#include "engine/python/heap.h"
#include "engine/python/object.h"

namespace backstep {

// Where an operation with a gradient that had the leaf as an operand can still be reached, it holds the leaf's AccumulateGrad of
// then. Otherwise the leaf gets another one, which knows its new shape. The hooks are the leaf's.
void Autograd::begunAnew(Leaf& leaf, NodeId node) {
    const std::vector<NodeId> nodes = reachable(leaf.first);
    const bool held = std::any_of(nodes.begin(), nodes.end(), [&](NodeId user) {
        const std::span<const NodeId> operands = tape().operands(user);
        return user == leaf.first ||
               (!infoOf(tape().op(user)).autogradName.empty() && std::find(operands.begin(), operands.end(), leaf.first) != operands.end());
    });
    if (held) return;
    if (auto hooks = hooks_.extract(leaf.first.value); !hooks.empty()) {
        hooks.key() = node.value;
        hooks_.insert(std::move(hooks));
    }
    leaf.first = node;
}

// The nodes from `first` on that the program could still come to: from the variables it has, and from the grad_fn objects.
std::vector<NodeId> Autograd::reachable(NodeId first) const {
    // What only a node has saved is there for that node's sake.
    std::unordered_map<const python::Object*, std::uint32_t> saved;
    for (const Saved& s : saved_) ++saved[s.variable.get()];
    std::vector<NodeId> left = host_.heldGradFns ? host_.heldGradFns() : std::vector<NodeId>();
    python::Heap::current().forEach([&](python::Object* object) {
        const auto* v = python::cast<Variable>(object);
        if (v == nullptr || v->isLeaf || !v->node.valid()) return;
        const auto found = saved.find(object);
        if (found == saved.end() || object->refs > found->second) left.push_back(v->node);
    });
    std::vector<bool> seen(tape().size());
    std::vector<NodeId> out;
    while (!left.empty()) {
        const NodeId node = left.back();
        left.pop_back();
        if (node.value < first.value || seen[node.index()]) continue;
        seen[node.index()] = true;
        out.push_back(node);
        const std::span<const NodeId> operands = tape().operands(node);
        left.insert(left.end(), operands.begin(), operands.end());
    }
    return out;
}

}  // namespace backstep
