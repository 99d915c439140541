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

std::string Interpreter::suggestion(const Exception& error) { return error.suggestion; }

}  // namespace backstep::python
