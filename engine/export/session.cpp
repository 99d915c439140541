// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/session.h"

#include "engine/base/json.h"

namespace backstep {

std::string sessionJson(const SavedSession& s) {
    JsonWriter json;
    json.beginObject().key("format").value(kSessionFormat).key("version").value(std::int64_t{kSessionVersion});
    json.key("kind").value(s.kind == TextKind::Program ? "program" : "function").key("source").value(s.text);
    if (s.kindChosen) json.key("kindChosen").flag(true);
    json.key("step").value(static_cast<std::int64_t>(s.step)).key("inputs").beginObject();
    for (const auto& [name, input] : s.inputs) {
        json.key(name)
            .beginObject()
            .key("value")
            .value(input.value)
            .key("min")
            .value(input.minimum)
            .key("max")
            .value(input.maximum)
            .endObject();
    }
    json.endObject();
    if (!s.leaves.empty()) {
        json.key("leaves").beginArray();
        for (const SavedLeaf& leaf : s.leaves) {
            json.beginObject().key("from").value(std::int64_t{leaf.begin}).key("to").value(std::int64_t{leaf.end});
            json.key("occurrence").value(std::int64_t{leaf.occurrence}).key("values").beginArray();
            for (const double value : leaf.values) json.value(value);
            json.endArray().endObject();
        }
        json.endArray();
    }
    json.key("plot").beginObject().key("over").value(s.plotOver).key("xmin").value(s.plotFrom).key("xmax").value(s.plotTo);
    json.key("order").value(std::int64_t{s.plotOrder}).endObject();
    json.key("mode").value(s.mode == SweepMode::Forward ? "forward" : "reverse").key("seed").value(s.seedInput);
    json.key("direction").value(s.direction == Direction::leftToRight ? "right" : "down").key("constants").flag(s.showConstants);
    if (s.graphOrder > 1) json.key("graph").value(std::int64_t{s.graphOrder});
    if (!s.folds.empty()) {
        json.key("folds").beginObject();
        for (const auto& [group, folded] : s.folds) json.key(group).flag(folded);
        json.endObject();
    }
    std::string text = json.endObject().text();
    if (!s.more.empty()) text.insert(text.size() - 1, ", " + s.more);
    return text + "\n";
}

}  // namespace backstep
