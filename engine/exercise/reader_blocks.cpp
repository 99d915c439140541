// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "engine/exercise/reader.h"

namespace backstep::exercise {
namespace {

const std::vector<std::string> kTypes{"number",  "expression", "choice",  "choices", "adjoint", "tangent",
                                      "partial", "sweep",      "program", "step",    "table",   "text"};
const std::vector<std::string> kEvents{"seed",   "contribution", "recorded", "branched", "accumulated", "freed",
                                       "zeroed", "changed",      "detached", "raised",   "printed",     "line"};

// Every table of a list of tables.
template <class F>
void eachTable(Fields& fields, const char* key, F&& read) {
    const TomlValue* list = fields.list(key);
    if (list == nullptr) return;
    for (const TomlValue& item : list->items) {
        if (item.kind == TomlValue::Kind::Table) read(item);
        else fields.say(FaultKind::WrongType, item.span, {key, "table"});
    }
}

std::optional<StepQuery> queryAt(Fields& fields, const char* key) {
    const TomlValue* table = fields.table(key);
    return table == nullptr ? std::nullopt : readStepQuery(*table, fields.faults());
}

Wrong readWrong(const TomlValue& table, Faults& faults) {
    Fields fields(table, faults);
    Wrong wrong;
    wrong.span = table.span;
    wrong.value = fields.written("value");
    wrong.cell = fields.written("cell");
    wrong.step = queryAt(fields, "step");
    if (const TomlValue* when = fields.table("when")) wrong.when = readProperty(*when, faults);
    wrong.sample = fields.written("sample");
    wrong.words = fields.texts("words");
    wrong.reply = fields.words("reply");
    if (table.find("reply") == nullptr) fields.missing("reply");
    fields.finish();
    return wrong;
}

Option readOption(const TomlValue& table, Faults& faults) {
    Fields fields(table, faults);
    Option option{fields.words("text"), fields.words("reply"), fields.truth("right").value_or(false), table.span};
    if (table.find("text") == nullptr) fields.missing("text");
    fields.finish();
    return option;
}

Cell readCell(const TomlValue& value, Fields& fields) {
    Cell cell;
    if (value.kind == TomlValue::Kind::Text) cell.asked = {value.text, value.span};
    else if (value.isNumber()) cell.asked = {plainNumber(value.number), value.span};
    else if (value.kind != TomlValue::Kind::Table) fields.say(FaultKind::WrongType, value.span, {"cells", "expression"});
    else {
        Fields inside(value, fields.faults());
        cell.shown = inside.words("text", 500);
        inside.finish();
    }
    return cell;
}

Row readRow(const TomlValue& table, Faults& faults) {
    Fields fields(table, faults);
    Row row{fields.words("head", 500), {}, table.span};
    if (const TomlValue* cells = fields.list("cells", 20)) {
        for (const TomlValue& cell : cells->items) row.cells.push_back(readCell(cell, fields));
    } else if (table.find("cells") == nullptr) {
        fields.missing("cells");
    }
    fields.finish();
    return row;
}

// What the type must have, said where it is missing.
void require(const Task& task, Fields& fields) {
    using enum TaskType;
    switch (task.type) {
        case Number:
        case Expression:
            if (!task.answer.given()) fields.missing("answer");
            if (task.type == Expression && task.names.empty()) fields.missing("names");
            break;
        case Choice:
        case Choices:
            if (task.options.size() < 2) fields.missing("options");
            break;
        case Adjoint:
        case Tangent:
        case Partial:
            if (!task.node.given()) fields.missing("node");
            if (task.type == Partial && !task.by.given()) fields.missing("by");
            break;
        case Sweep: break;
        case Program:
            if (task.properties.empty()) fields.missing("must");
            if (!task.solution.given()) fields.missing("solution");
            break;
        case Step:
            if (!task.step) fields.missing("step");
            break;
        case Table:
            if (task.rows.empty()) fields.missing("rows");
            break;
        case FreeText:
            if (task.model.empty()) fields.missing("model");
            break;
    }
}

// Keys that mean something to one type only are refused in another: nothing is read and then passed over.
void refuseForeignKeys(const TomlValue& table, TaskType type, Fields& fields) {
    struct Owner {
        const char* key;
        std::vector<TaskType> types;
    };
    using enum TaskType;
    // clang-format off
    static const std::vector<Owner> kOwners{
        {"answer", {Number, Expression}}, {"tolerance", {Number, Adjoint, Tangent, Partial, Sweep, Table}}, {"names", {Expression}},
        {"range", {Expression}}, {"options", {Choice, Choices}}, {"shuffle", {Choice, Choices}}, {"node", {Adjoint, Tangent, Partial}},
        {"by", {Partial}}, {"nodes", {Sweep}}, {"must", {Program}}, {"solution", {Program}}, {"step", {Step}}, {"columns", {Table}},
        {"rows", {Table}}, {"model", {FreeText}}, {"least", {FreeText}}};
    // clang-format on
    for (const Owner& owner : kOwners) {
        const auto found = std::find_if(table.entries.begin(), table.entries.end(), [&](const TomlEntry& e) { return e.key == owner.key; });
        if (found == table.entries.end() || std::find(owner.types.begin(), owner.types.end(), type) != owner.types.end()) continue;
        fields.say(FaultKind::ForeignKey, found->keySpan, {found->key, nameOf(type)});
    }
}

void readAnswer(Task& task, Fields& fields) {
    task.answer = fields.written("answer");
    task.tolerance = fields.number("tolerance", 0, 1e308);
    task.names = fields.texts("names");
    if (const TomlValue* range = fields.list("range", 2)) {
        if (range->items.size() == 2 && range->items[0].isNumber() && range->items[1].isNumber() &&
            range->items[0].number < range->items[1].number) {
            task.range = {range->items[0].number, range->items[1].number};
        } else {
            fields.say(FaultKind::WrongType, range->span, {"range", "interval"});
        }
    }
    eachTable(fields, "options", [&](const TomlValue& t) { task.options.push_back(readOption(t, fields.faults())); });
    task.shuffle = fields.truth("shuffle").value_or(true);
    task.node = fields.written("node");
    task.by = fields.written("by");
    task.nodes = fields.writtenList("nodes");
    eachTable(fields, "must", [&](const TomlValue& t) { task.properties.push_back(readProperty(t, fields.faults())); });
    task.solution = fields.written("solution");
    task.step = queryAt(fields, "step");
    task.columns = fields.wordList("columns");
    eachTable(fields, "rows", [&](const TomlValue& t) { task.rows.push_back(readRow(t, fields.faults())); });
    task.model = fields.words("model");
    task.least = static_cast<std::size_t>(fields.whole("least", 1, 2000).value_or(1));
}

}  // namespace

const char* nameOf(TaskType type) { return kTypes[static_cast<std::size_t>(type)].c_str(); }

std::optional<StepQuery> readStepQuery(const TomlValue& table, Faults& faults) {
    Fields fields(table, faults);
    StepQuery query;
    query.span = table.span;
    query.kind = fields.choice("event", kEvents);
    if (table.find("event") == nullptr) fields.missing("event");
    query.node = fields.written("node");
    query.from = fields.written("from");
    query.text = fields.text("text").value_or("");
    query.nth = fields.whole("nth", -1, 1'000'000).value_or(1);
    fields.finish();
    return query.kind.empty() ? std::nullopt : std::optional(query);
}

Property readProperty(const TomlValue& table, Faults& faults) {
    Fields fields(table, faults);
    Property property;
    property.span = table.span;
    if (table.find("prints") != nullptr) property.prints = fields.written("prints");
    else (void)fields.any("prints");
    if (table.find("prints_part") != nullptr) property.printsPart = fields.written("prints_part");
    else (void)fields.any("prints_part");
    property.fails = fields.truth("fails");
    property.error = fields.text("error").value_or("");
    property.variable = fields.written("variable");
    property.equals = fields.written("equals");
    if (const Written gradient = fields.written("gradient"); gradient.given()) property.variable = gradient, property.gradient = true;
    property.draws = fields.written("draws");
    property.runs = fields.writtenList("runs");
    property.skips = fields.writtenList("skips");
    property.has = fields.writtenList("has");
    property.lacks = fields.writtenList("lacks");
    property.hasOne = fields.writtenList("has_one");
    property.reply = fields.words("reply");
    if (property.variable.given() && !property.equals.given()) fields.missing("equals");
    fields.finish();
    return property;
}

Show readShow(const TomlValue& table, Span span, Faults& faults) {
    Fields fields(table, faults);
    Show show;
    show.span = span;
    show.formula = fields.written("formula");
    show.program = fields.written("program");
    if (show.formula.given() == show.program.given()) {
        if (show.formula.given()) fields.say(FaultKind::Repeated, show.program.span, {"formula", "program"});
        else fields.missing("formula");
    }
    if (const TomlValue* at = fields.table("at")) {
        for (const TomlEntry& entry : at->entries) {
            Written value;
            if (entry.value.isNumber()) value = {plainNumber(entry.value.number), entry.value.span};
            else if (entry.value.kind == TomlValue::Kind::Text) value = {entry.value.text, entry.value.span};
            else fields.say(FaultKind::WrongType, entry.value.span, {entry.key, "expression"});
            show.at.emplace_back(entry.key, value);
        }
    }
    show.mode = fields.choice("mode", {"reverse", "forward"}) == "forward" ? SweepMode::Forward : SweepMode::Reverse;
    show.seedInput = fields.text("seed").value_or("");
    show.step = queryAt(fields, "step");
    fields.finish();
    return show;
}

Task readTask(const TomlValue& table, Span span, Faults& faults) {
    Fields fields(table, faults);
    Task task;
    task.span = span;
    task.id = fields.name("id");
    task.idSpan = table.find("id") == nullptr ? span : table.find("id")->span;
    if (table.find("id") == nullptr) faults.push_back({FaultKind::MissingKey, span, {"id"}});
    const std::string type = fields.choice("type", kTypes);
    if (table.find("type") == nullptr) faults.push_back({FaultKind::MissingKey, span, {"type"}});
    for (std::size_t i = 0; i < kTypes.size(); ++i) {
        if (kTypes[i] == type) task.type = static_cast<TaskType>(i);
    }
    task.prompt = fields.words("prompt");
    task.explanation = fields.words("explanation");
    task.hints = fields.wordList("hints");
    eachTable(fields, "wrong", [&](const TomlValue& t) { task.wrong.push_back(readWrong(t, faults)); });
    eachTable(fields, "walk", [&](const TomlValue& t) {
        Fields inside(t, faults);
        Walk walk;
        walk.say = inside.words("say");
        if (auto step = queryAt(inside, "step")) walk.step = *step;
        else if (t.find("step") == nullptr) inside.missing("step");
        inside.finish();
        task.walk.push_back(std::move(walk));
    });
    (void)fields.table("show");  // its own one; read by the reader of pages
    readAnswer(task, fields);
    if (!type.empty()) require(task, fields), refuseForeignKeys(table, task.type, fields);
    fields.finish();
    return task;
}

}  // namespace backstep::exercise
