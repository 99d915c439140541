// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/names.h"

#include <algorithm>
#include <map>
#include <set>

namespace backstep {
namespace {

std::string raised(std::size_t number) {
    static constexpr const char* kDigits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text = "⁽";
    for (const char digit : std::to_string(number)) text += kDigits[digit - '0'];
    return text + "⁾";
}

}  // namespace

std::string withoutCount(const std::string& name) { return name.substr(0, name.find("⁽")); }

void nameNodes(Recording& recording) {
    Tape& tape = recording.tape;
    std::map<std::string, std::vector<NodeId>> byName;
    for (const auto& [node, name] : tape.names()) {
        if (!name.empty()) byName[name].push_back(NodeId(node));
    }
    std::set<std::string> taken;
    for (auto& [name, nodes] : byName) {
        taken.insert(name);
        std::sort(nodes.begin(), nodes.end());
        for (std::size_t k = 0; k < nodes.size(); ++k) {
            if (!tape.isConstant(nodes[k])) recording.named.push_back(nodes[k]);
            if (nodes.size() > 1) tape.rename(nodes[k], name + raised(k + 1));
        }
    }
    std::sort(recording.named.begin(), recording.named.end());
    std::size_t count = 0;
    for (std::size_t i = 0; i < tape.size(); ++i) {
        const NodeId node(i);
        if (tape.isConstant(node) || !tape.nameOf(node).empty()) continue;
        std::string name;
        do name = "v" + std::to_string(++count);
        while (taken.count(name) > 0);
        tape.rename(node, std::move(name));
    }
}

}  // namespace backstep
