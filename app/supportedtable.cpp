// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supportedtable.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <vector>

#include "engine/run/supported.h"
#include "engine/syntax/functions.h"
#include "engine/tape/op.h"

namespace backstep {
namespace {

constexpr std::size_t kWidth = 110;

// Names in code quotes, a few lines of them.
template <class Names>
std::string listOf(const Names& names) {
    std::string out, line;
    for (const std::string& name : names) {
        const std::string item = "`" + name + "`";
        if (!line.empty() && line.size() + item.size() + 1 > kWidth) out += line + "\n", line.clear();
        line += (line.empty() ? "" : " ") + item;
    }
    return out + line + "\n";
}

// What a module is for, not what it keeps for itself: of matplotlib's inner modules only the classes.
std::set<std::string> shownOf(const std::string& module, const std::set<std::string>& names) {
    if (!module.starts_with("matplotlib") || module == "matplotlib.colors") return names;
    const bool inner = module.find('.') != std::string::npos && module != "matplotlib.pyplot";
    std::set<std::string> out;
    for (const std::string& name : names) {
        const bool shouts = std::none_of(name.begin(), name.end(), [](unsigned char c) { return std::islower(c) != 0; });
        const bool isClass = std::isupper(static_cast<unsigned char>(name[0])) != 0;
        if (!shouts && (isClass || !inner) && name != "subplot_place") out.insert(name);
    }
    return out;
}

struct Chapter {
    std::string_view title, first;  // the modules whose names begin so
};
constexpr std::array kChapters{Chapter{"torch", "torch"},      Chapter{"numpy", "numpy"},     Chapter{"matplotlib", "matplotlib"},
                               Chapter{"d2l", "d2l"},          Chapter{"IPython", "IPython"}, Chapter{"tensorflow", "tensorflow"},
                               Chapter{"Python's library", ""}};

std::string_view chapterOf(const std::string& module) {
    for (const Chapter& c : kChapters) {
        if (!c.first.empty() && (module == c.first || (module.starts_with(std::string(c.first)) &&
                                                       !std::isalnum(static_cast<unsigned char>(module[c.first.size()])))))
            return c.title;
    }
    return kChapters.back().title;
}

std::string syntaxPart() {
    std::string done = "## Statements and expressions\n\n", refused;
    for (const Supported::Syntax& s : supported().syntax) (s.done ? done : refused) += "* " + s.name + "\n";
    return done + "\nRefused by name:\n\n" + refused + "\n";
}

std::string modulePart() {
    std::string out;
    for (const Chapter& chapter : kChapters) {
        out += "## " + std::string(chapter.title) + "\n\n";
        for (const auto& [module, names] : supported().modules) {
            if (chapterOf(module) != chapter.title || names.empty()) continue;
            out += "### " + module + "\n\n" + listOf(shownOf(module, names)) + "\n";
        }
        const std::pair<const char*, const char*> type = chapter.title == "torch"
                                                             ? std::pair("Tensor", "Methods and attributes of a tensor")
                                                             : std::pair("ndarray", "Methods and attributes of an array");
        if (chapter.title == "torch" || chapter.title == "numpy")
            out += "### " + std::string(type.second) + "\n\n" + listOf(supported().types.at(type.first)) + "\n";
    }
    return out + "Modules that are refused by name:\n\n" + listOf(supported().refusedModules) + "\n";
}

// The rows of the tables of operations: what PyTorch calls the node of each.
std::string operationPart() {
    std::set<std::string> rows;
    for (std::size_t i = 2; i < kOpCount; ++i) {
        const OpInfo& info = infoOf(static_cast<Op>(i));
        if (!info.autogradName.empty() && info.autogradName != "*") rows.insert(std::string(info.autogradName));
    }
    return "## Nodes of the graph\n\nEvery operation that can be differentiated leaves one of these, by PyTorch's "
           "name:\n\n" +
           listOf(rows) + "\n";
}

}  // namespace

std::string supportedPage() {
    const Supported& s = supported();
    std::string out =
        "# What is supported\n\n"
        "Written by the build from the tables that the interpreter itself reads; see the target `supported`. What is "
        "not listed is refused by\n"
        "name when a program comes to it, never run wrong in silence.\n\n"
        "## Math notation\n\n";
    const std::vector<std::string> functions = functionNames();
    out += listOf(std::set<std::string>(functions.begin(), functions.end())) + "\n";
    out += syntaxPart();
    out += "## Built-in functions and types\n\n" + listOf(s.builtins) + "\n";
    std::set<std::string> refused;
    for (const std::string& name : s.refused) {
        if (name.starts_with("builtins.")) refused.insert(name.substr(9));
    }
    out += "Refused by name:\n\n" + listOf(refused) + "\nExceptions:\n\n" + listOf(s.exceptions) + "\n";
    for (const char* type : {"str", "list", "tuple", "dict", "set", "int", "float"})
        out += "### Methods of " + std::string(type) + "\n\n" + listOf(s.types.at(type)) + "\n";
    return out + modulePart() + operationPart();
}

std::string supportedShort() {
    const Supported& s = supported();
    std::size_t torch = 0;
    std::string own;
    for (const auto& [module, names] : s.modules) {
        if (module.starts_with("torch")) torch += names.size();
        if (chapterOf(module) == "Python's library" && module.find('.') == std::string::npos)
            own += (own.empty() ? "" : ", ") + ("`" + module + "`");
    }
    return "* **Python**: " + std::to_string(std::count_if(s.syntax.begin(), s.syntax.end(), [](const auto& x) { return x.done; })) +
           " kinds of statements and expressions, " + std::to_string(s.builtins.size()) +
           " built-in functions and types, and of its library\n  " + own + "\n* **torch**: " + std::to_string(torch) +
           " functions and classes in `torch`, `torch.nn`, `torch.nn.functional`, `torch.optim`, `torch.autograd` and "
           "others, " +
           std::to_string(s.types.at("Tensor").size()) +
           " methods and\n  attributes of tensors\n* **numpy**: " + std::to_string(s.modules.at("numpy").size()) +
           " functions and constants, " + std::to_string(s.types.at("ndarray").size()) +
           " methods and attributes of arrays\n* **matplotlib.pyplot**, **d2l**, **tensorflow** (gradient tapes), "
           "**IPython.display**\n";
}

}  // namespace backstep
