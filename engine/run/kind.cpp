// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/kind.h"

#include <algorithm>
#include <array>
#include <string>

namespace backstep {
namespace {

std::string_view trimmed(std::string_view s) {
    while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
    while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\r')) s.remove_suffix(1);
    return s;
}

bool isWordChar(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// `word` at the start, as a word of its own.
bool begins(std::string_view line, std::string_view word) {
    return line.starts_with(word) && (line.size() == word.size() || !isWordChar(line[word.size()]) || !isWordChar(word.back()));
}

bool beginsAsProgram(std::string_view line) {
    constexpr std::array<std::string_view, 16> kWords{"import ", "from ",   "def ",   "class ", "for ", "while ",  "with ",     "try:",
                                                      "print(",  "assert ", "return", "raise ", "del ", "global ", "nonlocal ", "lambda "};
    if (std::any_of(kWords.begin(), kWords.end(), [&](std::string_view w) { return begins(line, w); })) return true;
    if (line.starts_with("if ") && line.ends_with(":")) return true;
    if (line.starts_with(">>>") || line.starts_with("In [") || line.starts_with("```")) return true;
    return line.size() > 1 && (line[0] == '@' || line[0] == '!' || line[0] == '%') && isWordChar(line[1]);
}

// sin.cos( has no meaning in a formula; torch.sin( has.
bool callsMethod(std::string_view line) {
    constexpr std::array<std::string_view, 5> kMakers{"tensor", "arange", "linspace", "ones", "zeros"};
    for (std::size_t dot = line.find('.'); dot != std::string_view::npos; dot = line.find('.', dot + 1)) {
        std::size_t begin = dot;
        while (begin > 0 && isWordChar(line[begin - 1])) --begin;
        std::size_t end = dot + 1;
        while (end < line.size() && isWordChar(line[end])) ++end;
        const std::string_view object = line.substr(begin, dot - begin);
        const std::string_view method = line.substr(dot + 1, end - dot - 1);
        if (method.empty() || (method[0] >= '0' && method[0] <= '9') || end >= line.size() || line[end] != '(') continue;
        const bool module = object == "torch" || object == "F" || object == "np" || object == "numpy" || object == "math" ||
                            object == "tf" || object == "functional" || object == "nn";
        if (!module || std::find(kMakers.begin(), kMakers.end(), method) != kMakers.end()) return true;
    }
    return false;
}

bool mentionsProgram(std::string_view line) {
    for (const std::string_view mark : {"requires_grad", ".grad", ".backward", "+=", "-=", "*=", "/=", "= [", "=[", "\"", "'"}) {
        if (line.find(mark) != std::string_view::npos) return true;
    }
    return callsMethod(line);
}

}  // namespace

TextKind kindOfText(std::string_view text) {
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        line = trimmed(line.substr(0, line.find('#')));
        if (beginsAsProgram(line) || mentionsProgram(line)) return TextKind::Program;
        at = end + 1;
    }
    return TextKind::Formula;
}

}  // namespace backstep
