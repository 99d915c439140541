// SPDX-License-Identifier: GPL-3.0-or-later
// Where the program is, and what python3 prints when it ends with an exception.
#include <algorithm>

#include "engine/python/code.h"
#include "engine/python/machine.h"
#include "engine/text/diagnostic.h"

namespace backstep::python {
namespace {

std::string trimmed(std::string_view line) {
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
    return std::string(line);
}

// One line of the stack, and below it the text with ^^^ under the part that failed, unless that is the whole line.
std::string entryText(const TracebackLine& entry) {
    const Source& source = entry.script->source;
    const Place from = source.placeOf(entry.span.begin);
    const Place to = source.placeOf(entry.span.end);
    std::string out = "  File \"" + entry.script->file + "\", line " + std::to_string(from.line) + ", in " + entry.function->text + "\n";
    const std::string_view line = source.line(from.line);
    const std::string shown = trimmed(line);
    if (!shown.empty()) out += "    " + shown + "\n";
    return out;
    (void)to;
}

// CPython's _suggestions.c: another letter costs 2, another case of it 1; near enough is a third of both lengths.
constexpr std::size_t kMove = 2, kCase = 1, kMostNames = 750, kLongest = 40;

std::size_t substitution(char a, char b) {
    if (a == b) return 0;
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return lower(a) == lower(b) ? kCase : kMove;
}

std::size_t distance(const std::string& a, const std::string& b, std::size_t most) {
    if (a.size() > kLongest || b.size() > kLongest) return most + 1;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j * kMove;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i * kMove;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = diagonal + substitution(a[i - 1], b[j - 1]);
            diagonal = row[j];
            row[j] = std::min({change, row[j] + kMove, row[j - 1] + kMove});
        }
    }
    return row.back();
}

std::string nearestName(const std::string& wanted, const std::vector<std::string>& names) {
    if (names.size() > kMostNames) return {};
    std::string best;
    std::size_t least = static_cast<std::size_t>(-1);
    for (const std::string& name : names) {
        if (name == wanted) continue;
        const std::size_t most = std::min((wanted.size() + name.size() + 3) * kMove / 6, least - 1);
        const std::size_t d = distance(wanted, name, most);
        if (d > most) continue;
        best = name;
        least = d;
    }
    return best;
}

std::string typeName(const Type& type) {
    return type.module == "builtins" || type.module == "__main__" ? type.qualifiedName : type.module + "." + type.qualifiedName;
}

}  // namespace

Span Interpreter::currentSpan() const {
    for (const Frame* frame = machine_->frame(); frame != nullptr; frame = frame->caller) {
        if (!frame->code->script->prelude) return frame->span();
    }
    return {};
}

std::uint32_t Interpreter::currentLine() const {
    for (const Frame* frame = machine_->frame(); frame != nullptr; frame = frame->caller) {
        if (!frame->code->script->prelude) return frame->code->script->source.placeOf(frame->span().begin).line;
    }
    return 0;
}

std::size_t Interpreter::depth() const {
    std::size_t depth = 0;
    for (const Frame* frame = machine_->frame(); frame != nullptr; frame = frame->caller) depth += !frame->code->script->prelude;
    return depth;
}

std::uint32_t Interpreter::lineOf(const Exception& error) const {
    for (const TracebackLine& entry : error.traceback) {
        if (!entry.script->prelude) return entry.script->source.placeOf(entry.span.begin).line;
    }
    return 0;
}

Span Interpreter::spanOf(const Exception& error) const {
    for (const TracebackLine& entry : error.traceback) {
        if (!entry.script->prelude) return entry.span;
    }
    return {};
}

std::string Interpreter::errorText(const Exception& error) {
    const Value value(const_cast<Exception*>(&error));
    std::string message;
    try {
        message = str(value);
    } catch (const PythonError&) {
        message = "<exception str() failed>";
    }
    return typeName(*error.type) + (message.empty() ? "" : ": " + message);
}

std::string Interpreter::tracebackText(const Exception& error) {
    std::vector<const Exception*> seen;
    return chainText(error, seen);
}

std::string Interpreter::chainText(const Exception& error, std::vector<const Exception*>& seen) {
    seen.push_back(&error);
    std::string out;
    const auto before = [&](const Value& other, const char* words) {
        const Exception* e = other.as<Exception>();
        if (!e || std::find(seen.begin(), seen.end(), e) != seen.end()) return;
        out += chainText(*e, seen) + "\n" + words + "\n\n";
    };
    if (error.cause.is<Exception>()) {
        before(error.cause, "The above exception was the direct cause of the following exception:");
    } else if (!error.suppressContext) {
        before(error.context, "During handling of the above exception, another exception occurred:");
    }
    std::vector<std::string> lines;
    for (std::size_t i = error.traceback.size(); i-- > 0;) {
        if (!error.traceback[i].script->prelude) lines.push_back(entryText(error.traceback[i]));
    }
    if (!lines.empty()) out += "Traceback (most recent call last):\n";
    for (std::size_t i = 0; i < lines.size();) {  // a line that repeats is shown three times
        std::size_t end = i;
        while (end < lines.size() && lines[end] == lines[i]) ++end;
        for (std::size_t k = i; k < std::min(end, i + 3); ++k) out += lines[k];
        if (end - i > 3) {
            out += "  [Previous line repeated " + std::to_string(end - i - 3) + " more time" + (end - i - 3 == 1 ? "" : "s") + "]\n";
        }
        i = end;
    }
    out += errorText(error);
    const std::string hint = suggestion(error);
    if (!hint.empty()) out += ". Did you mean: '" + hint + "'?";
    out += "\n";
    const Value notes = findAttribute(Value(const_cast<Exception*>(&error)), "__notes__");
    if (const List* list = notes.as<List>()) {
        for (const Value& note : list->items) out += str(note) + "\n";
    }
    return out;
}

std::string Interpreter::suggestion(const Exception& error) {
    if (!error.suggestion.empty() || error.subject.isEmpty() || error.type != python::typeOf(AttributeError) || !error.wanted) {
        return error.suggestion;
    }
    std::vector<std::string> names;
    const auto take = [&](const Dict* dict) {
        for (const Dict::Entry& entry : dict ? dict->entries : std::vector<Dict::Entry>()) {
            if (const Str* name = entry.key.as<Str>()) names.push_back(name->text);
        }
    };
    if (error.subject.isObject()) {
        if (const Fields* fields = fieldsOf(error.subject.object())) take(fields->get());
    }
    if (const Type* type = error.subject.as<Type>()) {
        for (const Type* each : type->mro) take(each->attributes.get());
    } else if (!error.subject.is<Module>()) {
        for (const Type* each : typeOf(error.subject)->mro) take(each->attributes.get());
    }
    std::sort(names.begin(), names.end());
    return nearestName(error.wanted->text, names);
}

// Names that a NameError may have meant, looked up where it was raised: locals, then the module's, then the built-ins.
void Machine::suggest(Exception& error, const Frame& frame) const {
    if (error.type != typeOf(NameError) || !error.wanted || !error.suggestion.empty()) return;
    const Code& code = *frame.code;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < code.locals.size(); ++i) {
        if (code.locals[i] && !frame.slots[i].isEmpty()) names.push_back(code.locals[i]->text);
    }
    for (const auto* cells : {&code.cells, &code.freeNames}) {
        for (const Str* name : *cells) names.push_back(name->text);
    }
    const auto among = [&](const Dict* dict) {
        if (!dict || !error.suggestion.empty()) return;
        names.clear();
        for (const Dict::Entry& entry : dict->entries) {
            if (const Str* name = entry.key.as<Str>()) names.push_back(name->text);
        }
        error.suggestion = nearestName(error.wanted->text, names);
    };
    error.suggestion = nearestName(error.wanted->text, names);
    among(frame.names);
    among(frame.globals);
    among(vm_.builtins().fields.get());
}

}  // namespace backstep::python
