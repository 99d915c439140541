// SPDX-License-Identifier: GPL-3.0-or-later
// The file as a whole: its size, its front matter, its pages. Blocks are read in reader_blocks.cpp.
#include "engine/exercise/reader.h"

#include <algorithm>
#include <set>

#include "engine/base/numbers.h"
#include "engine/exercise/split.h"

namespace backstep::exercise {
namespace {

bool isText(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t before = at;
        const char32_t c = decodeUtf8(text, at);
        if (c == 0 || (c == 0xFFFD && at - before == 1)) return false;
    }
    return true;
}

bool isForbidden(char32_t c) {
    const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || direction;
}

// One line without control and direction marks, of at most kMaxTitle characters.
void cleanTitle(Text& title, Span span, Faults& faults) {
    bool cut = false;
    bool cleaned = false;
    for (auto& [language, text] : title.in) {
        std::string kept;
        std::size_t count = 0;
        for (std::size_t at = 0; at < text.size() && !cut;) {
            const char32_t c = decodeUtf8(text, at);
            if (count == kMaxTitle) cut = true;
            else if (isForbidden(c)) appendUtf8(kept, U' '), ++count, cleaned = true;
            else appendUtf8(kept, c), ++count;
        }
        text = kept;
    }
    if (cut) faults.push_back({FaultKind::TextCut, span, {"title", std::to_string(kMaxTitle)}});
    if (cleaned) faults.push_back({FaultKind::TextCleaned, span, {"title"}});
}

ValueRule valueRule(const TomlEntry& entry, Faults& faults) {
    ValueRule rule;
    rule.name = entry.key;
    rule.span = entry.keySpan;
    if (entry.value.isNumber()) {
        rule.compute = {plainNumber(entry.value.number), entry.value.span};
        return rule;
    }
    if (entry.value.kind == TomlValue::Kind::Text) {
        rule.compute = {entry.value.text, entry.value.span};
        return rule;
    }
    Fields fields(entry.value, faults);
    if (entry.value.kind != TomlValue::Kind::Table) return fields.say(FaultKind::WrongType, entry.value.span, {entry.key, "table"}), rule;
    const auto from = fields.number("from", -1e9, 1e9);
    const auto to = fields.number("to", -1e9, 1e9);
    rule.step = fields.number("step", 1e-6, 1e9).value_or(1);
    for (const Written& w : fields.writtenList("choose")) rule.choices.push_back(w.text);
    rule.compute = fields.written("compute");
    for (const Written& w : fields.writtenList("unequal")) rule.unequal.push_back(w.text);
    fields.finish();
    if (!rule.choices.empty() || rule.compute.given()) return rule;
    if (!from) fields.missing("from");
    if (!to) fields.missing("to");
    if (!from || !to) return rule;
    rule.from = *from, rule.to = *to;
    if (rule.to < rule.from || (rule.to - rule.from) / rule.step > 1e6)
        fields.say(FaultKind::OutOfRange, entry.value.span, {"to", plainNumber(rule.from), plainNumber(rule.from + 1e6 * rule.step)});
    return rule;
}

bool isValueName(std::string_view name) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return !name.empty() && name.size() <= 32 && letter(name[0]) &&
           std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

void readValues(const TomlValue& table, Exercise& exercise, Faults& faults) {
    if (table.entries.size() > kMaxList)
        return void(faults.push_back({FaultKind::TooMany, table.span, {"values", std::to_string(kMaxList)}}));
    for (const TomlEntry& entry : table.entries) {
        if (!isValueName(entry.key) || entry.key == "given" || entry.key == "answer")
            faults.push_back({FaultKind::BadName, entry.keySpan, {entry.key}});
        else exercise.values.push_back(valueRule(entry, faults));
    }
}

void readFront(const Source& source, Span span, Exercise& exercise, Faults& faults) {
    const std::size_t before = faults.size();
    const TomlValue table = readToml(source.text(), span, faults);
    if (faults.size() > before) return;
    Fields fields(table, faults);
    const auto version = fields.any("backstep");
    if (version == nullptr) fields.missing("backstep");
    else if (version->kind != TomlValue::Kind::Whole) fields.say(FaultKind::WrongType, version->span, {"backstep", "whole"});
    else if (version->number != static_cast<double>(kFormatVersion))
        fields.say(FaultKind::NewerFormat, version->span, {plainNumber(version->number)});
    exercise.id = fields.name("id");
    if (table.find("id") == nullptr) fields.missing("id");
    exercise.title = fields.words("title");
    if (table.find("title") == nullptr) fields.missing("title");
    else cleanTitle(exercise.title, table.find("title")->span, faults);
    exercise.about = fields.words("about", 2000);
    exercise.level = fields.whole("level", 1, 5).value_or(1);
    exercise.order = fields.whole("order", 0, 1'000'000).value_or(0);
    if (const TomlValue* values = fields.table("values")) readValues(*values, exercise, faults);
    fields.finish();
}

class PageReader {
public:
    PageReader(const Source& source, Exercise& exercise, Faults& faults) : source_(source), exercise_(exercise), faults_(faults) {
        exercise_.pages.emplace_back();
    }

    void read(const std::vector<Section>& sections) {
        for (const Section& section : sections) {
            if (section.kind == Section::Kind::PageBreak) nextPage(section.span);
            else if (section.kind == Section::Kind::Prose) prose(section);
            else block(section);
        }
        if (exercise_.pages.back().pieces.empty() && exercise_.pages.size() > 1) exercise_.pages.pop_back();
    }

private:
    const Source& source_;
    Exercise& exercise_;
    Faults& faults_;
    std::set<std::string> ids_;

    void nextPage(Span span) {
        if (exercise_.pages.size() == kMaxPages) return faults_.push_back({FaultKind::TooMany, span, {"pages", std::to_string(kMaxPages)}});
        if (!exercise_.pages.back().pieces.empty()) exercise_.pages.emplace_back();
    }
    void prose(const Section& section) {
        exercise_.pages.back().pieces.push_back(
            {Piece::Kind::Prose, section.language, std::string(source_.slice(section.span)), 0, section.span, exercise_.shows.size()});
    }
    void block(const Section& section) {
        if (section.name != "show" && section.name != "task") {
            return faults_.push_back(
                {FaultKind::UnknownBlock, section.nameSpan, {section.name.substr(0, 60), nearest(section.name, {"show", "task"})}});
        }
        if (exercise_.tasks.size() >= kMaxTasks || exercise_.shows.size() >= kMaxTasks) {
            if (!full_) faults_.push_back({FaultKind::TooMany, section.nameSpan, {section.name, std::to_string(kMaxTasks)}});
            full_ = true;
            return;
        }
        const std::size_t before = faults_.size();
        const TomlValue table = readToml(source_.text(), section.span, faults_);
        if (faults_.size() > before) return;
        auto& pieces = exercise_.pages.back().pieces;
        if (section.name == "show") {
            exercise_.shows.push_back(readShow(table, section.nameSpan, faults_));
            pieces.push_back({Piece::Kind::Show, {}, {}, exercise_.shows.size() - 1, section.nameSpan, exercise_.shows.size()});
            return;
        }
        Task task = readTask(table, section.nameSpan, faults_);
        if (const TomlValue* own = table.find("show")) {
            if (own->kind == TomlValue::Kind::Table) exercise_.shows.push_back(readShow(*own, own->span, faults_));
        }
        task.show = exercise_.shows.size();
        if (!task.id.empty() && !ids_.insert(task.id).second) faults_.push_back({FaultKind::Repeated, task.idSpan, {"id", task.id}});
        exercise_.tasks.push_back(std::move(task));
        pieces.push_back({Piece::Kind::Task, {}, {}, exercise_.tasks.size() - 1, section.nameSpan, exercise_.shows.size()});
    }
    bool full_ = false;
};

}  // namespace

const std::string& Text::of(std::string_view language) const {
    static const std::string kNothing;
    for (const std::string_view wanted : {language, std::string_view(), std::string_view("en")}) {
        for (const auto& [name, text] : in) {
            if (name == wanted) return text;
        }
    }
    return in.empty() ? kNothing : in.front().second;
}

bool isExercise(std::string_view text) {
    Faults faults;
    const Span front = splitFile(text, faults).front;
    std::string_view left = text.substr(front.begin, front.end - front.begin);
    while (!left.empty()) {
        const std::size_t end = std::min(left.find('\n'), left.size());
        std::string_view line = left.substr(0, end);
        left.remove_prefix(std::min(end + 1, left.size()));
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        if (!line.starts_with("backstep")) continue;
        const std::size_t next = line.find_first_not_of(" \t", 8);
        if (next != std::string_view::npos && line[next] == '=') return true;
    }
    return false;
}

Read readExercise(const Source& source) {
    Read read;
    if (source.text().size() > kMaxFileBytes) {
        read.faults.push_back({FaultKind::FileTooLarge, {0, 0}, {std::to_string(kMaxFileBytes / 1024)}});
        return read;
    }
    if (!isText(source.text())) {
        read.faults.push_back({FaultKind::NotText, {0, 0}, {}});
        return read;
    }
    const Split split = splitFile(source.text(), read.faults);
    if (split.front.end > split.front.begin) readFront(source, split.front, read.exercise, read.faults);
    PageReader(source, read.exercise, read.faults).read(split.sections);
    return read;
}

}  // namespace backstep::exercise
