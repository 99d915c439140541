// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exercise/answers.h"

#include <algorithm>

#include "engine/exercise/fields.h"

namespace backstep::exercise {
namespace {

std::string joined(const TomlValue& list) {
    std::string out;
    for (const TomlValue& item : list.items) {
        if (!out.empty()) out += ", ";
        out += item.isNumber() ? plainNumber(item.number) : item.text;
    }
    return out;
}

Answer answerOf(const TomlEntry& entry, Faults& faults) {
    using enum TomlValue::Kind;
    Answer answer;
    const auto plain = [&](const TomlValue& value) -> std::string {
        if (value.isNumber()) return plainNumber(value.number);
        if (value.kind != Text) faults.push_back({FaultKind::WrongType, value.span, {entry.key, "text"}});
        return value.text;
    };
    if (entry.value.kind == List) {
        answer.text = joined(entry.value);
    } else if (entry.value.kind == Table) {
        for (const TomlEntry& cell : entry.value.entries) answer.cells[cell.key] = plain(cell.value);
    } else {
        answer.text = plain(entry.value);
    }
    return answer;
}

// A TOML text: basic, with everything escaped that needs it.
std::string quoted(std::string_view text) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\', out += c;
        else if (c == '\n') out += "\\n";
        else if (c == '\t') out += "\\t";
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) out += "\\u00", out += kHex[(c >> 4) & 15], out += kHex[c & 15];
        else out += c;
    }
    return out + "\"";
}

}  // namespace

Answers readAnswers(const Source& source, const Exercise& exercise) {
    Answers out;
    if (source.text().size() > kMaxFileBytes) {
        out.faults.push_back({FaultKind::FileTooLarge, {0, 0}, {std::to_string(kMaxFileBytes / 1024)}});
        return out;
    }
    const TomlValue table = readToml(source.text(), {0, static_cast<std::uint32_t>(source.text().size())}, out.faults);
    if (!out.faults.empty()) return out;
    Fields fields(table, out.faults);
    out.exercise = fields.name("exercise");
    out.seed = static_cast<std::uint64_t>(fields.whole("seed", 0, 9'007'199'254'740'992).value_or(0));
    std::vector<std::string> ids;
    for (const Task& task : exercise.tasks) ids.push_back(task.id);
    if (const TomlValue* answers = fields.table("answers")) {
        for (const TomlEntry& entry : answers->entries) {
            const auto found = std::find(ids.begin(), ids.end(), entry.key);
            if (found == ids.end()) fields.say(FaultKind::UnknownTask, entry.keySpan, {entry.key.substr(0, 60), nearest(entry.key, ids)});
            else out.given.emplace_back(static_cast<std::size_t>(found - ids.begin()), answerOf(entry, out.faults));
        }
    } else if (table.find("answers") == nullptr) {
        fields.missing("answers");
    }
    fields.finish();
    return out;
}

std::string writeAnswers(const Exercise& exercise, std::uint64_t seed, const std::map<std::size_t, Answer>& given) {
    std::string out = "exercise = " + quoted(exercise.id) + "\nseed = " + std::to_string(seed) + "\n\n[answers]\n";
    for (const auto& [task, answer] : given) {
        if (answer.cells.empty()) out += exercise.tasks[task].id + " = " + quoted(answer.text) + "\n";
    }
    for (const auto& [task, answer] : given) {
        if (answer.cells.empty()) continue;
        out += "\n[answers." + exercise.tasks[task].id + "]\n";
        for (const auto& [name, text] : answer.cells) out += quoted(name) + " = " + quoted(text) + "\n";
    }
    return out;
}

}  // namespace backstep::exercise
