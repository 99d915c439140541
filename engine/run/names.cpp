// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/names.h"

#include <vector>

namespace backstep {

std::string withoutCount(const std::string& name) { return name.substr(0, name.find("⁽")); }

void nameNodes(Recording& recording) {
    Tape& tape = recording.tape;
    std::vector<std::size_t> times(tape.texts().size()), seen(tape.texts().size());
    for (std::size_t i = 0; i < tape.size(); ++i) {
        if (tape.hasName(NodeId(i))) ++times[tape.textOf(NodeId(i)).index()];
    }
    for (std::size_t i = 0; i < tape.size(); ++i) {
        const NodeId node(i);
        if (!tape.hasName(node)) continue;
        if (!tape.isConstant(node)) recording.named.push_back(node);
        const std::size_t text = tape.textOf(node).index();
        if (times[text] > 1) tape.count(node, ++seen[text]);
    }
    bool isLikeOurs = false;  // a name of the program's is v and a number, too
    for (std::size_t i = 0; i < tape.texts().size(); ++i) isLikeOurs |= tape.texts()[NameId(i)].starts_with('v');
    const NameId stem = tape.texts().add("v");
    std::size_t count = 0;
    for (std::size_t i = 0; i < tape.size(); ++i) {
        const NodeId node(i);
        if (tape.isConstant(node) || tape.hasName(node)) continue;
        do ++count;
        while (isLikeOurs && tape.texts().has("v" + std::to_string(count)));
        tape.number(node, stem, count);
    }
}

}  // namespace backstep
