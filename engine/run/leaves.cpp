// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/leaves.h"

#include "engine/modules/torch.h"

namespace backstep {
namespace {

using python::Value;

constexpr std::size_t kMostLeaves = 1000;

// Looks into lists, dicts and objects; nothing of the program is called.
class LeafNames {
public:
    LeafNames(python::Interpreter& vm, Tape& tape) : vm_(vm), torch_(modules::Torch::of(vm)), tape_(tape) {
        for (std::size_t i = 0; i < tape.size(); ++i) {
            const NodeId node(i);
            if (tape.op(node) != Op::Input || !tape.nameOf(node).empty()) continue;
            if (const Var leaf = torch_.autograd->leafVariable(node)) unnamed_.emplace(leaf.get(), node);
        }
    }
    [[nodiscard]] bool done() const { return unnamed_.empty(); }

    void give(const std::string& name, const Value& value, int depth = 0) {
        if (!value.isObject() || depth > kDeepest) return;
        const python::BuiltinTypes& t = vm_.types;
        if (is(value, torch_.tensor)) {
            const auto [begin, end] = unnamed_.equal_range(modules::asVar(value).get());
            for (auto it = begin; it != end; ++it) tape_.rename(it->second, name);
            unnamed_.erase(begin, end);
        } else if (is(value, t.list) || is(value, t.tuple)) {
            const auto& items =
                is(value, t.list) ? static_cast<python::List*>(value.object())->items : static_cast<python::Tuple*>(value.object())->items;
            for (std::size_t i = 0; i < items.size() && i < kItems; ++i) give(name + "[" + std::to_string(i) + "]", items[i], depth + 1);
        } else if (is(value, t.dict)) {
            each(*static_cast<python::Dict*>(value.object()),
                 [&](const std::string& key, const Value& item) { give(name + "['" + key + "']", item, depth + 1); });
        } else if (const python::Fields* fields = python::fieldsOf(value.object()); fields != nullptr && *fields) {
            each(**fields, [&](const std::string& key, const Value& item) {
                if (!key.starts_with("_") && (is(item, torch_.tensor) || is(item, t.list) || is(item, t.tuple)))
                    give(name + "." + key, item, depth + 1);
            });
        }
    }

private:
    static constexpr std::size_t kItems = 1000;
    static constexpr int kDeepest = 8;
    python::Interpreter& vm_;
    modules::Torch& torch_;
    Tape& tape_;
    std::unordered_multimap<const Variable*, NodeId> unnamed_;

    bool is(const Value& value, const python::Type* type) const {
        return type != nullptr && value.isObject() && vm_.isInstance(value, type);
    }
    template <class F>
    void each(const python::Dict& dict, F&& f) {
        for (const auto& entry : dict.entries) {
            if (is(entry.key, vm_.types.str)) f(static_cast<python::Str*>(entry.key.object())->text, entry.value);
        }
    }
};

}  // namespace

void reportLeaves(python::Interpreter& vm, const std::vector<LeafOverride>& overrides, Tape& tape, ProgramReport& report) {
    const Autograd* autograd = modules::Torch::of(vm).autograd.get();
    if (autograd == nullptr) {
        for (const LeafOverride& unmet : overrides) report.unmetOverrides.push_back(unmet.key);
        return;
    }
    LeafNames names(vm, tape);
    for (const auto& entry : vm.mainModule().globals()->entries) {
        if (names.done()) break;
        if (entry.key.isEmpty()) continue;
        const std::string& name = static_cast<python::Str*>(entry.key.object())->text;
        if (!name.starts_with("__")) names.give(name, entry.value);
    }
    for (const Autograd::Leaf& leaf : autograd->leaves()) {
        if (report.leaves.size() >= kMostLeaves) break;
        report.leaves.push_back({leaf.first, tape.nameOf(leaf.first), leaf.key, leaf.variable->isParameter, tape.value(leaf.first)});
    }
    report.unmetOverrides = autograd->creations().unmet();
}

}  // namespace backstep
