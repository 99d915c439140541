// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/pythontext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "engine/base/numbers.h"
#include "engine/diagram/printable.h"

namespace backstep {
namespace {

struct Letter {
    char32_t code;
    const char* name;
};
constexpr std::array kGreek{
    Letter{U'α', "alpha"},   Letter{U'β', "beta"}, Letter{U'γ', "gamma"}, Letter{U'δ', "delta"}, Letter{U'ε', "epsilon"},
    Letter{U'ζ', "zeta"},    Letter{U'η', "eta"},  Letter{U'θ', "theta"}, Letter{U'ι', "iota"},  Letter{U'κ', "kappa"},
    Letter{U'λ', "lambda"},  Letter{U'μ', "mu"},   Letter{U'ν', "nu"},    Letter{U'ξ', "xi"},    Letter{U'ο', "omicron"},
    Letter{U'π', "pi"},      Letter{U'ρ', "rho"},  Letter{U'σ', "sigma"}, Letter{U'ς', "sigma"}, Letter{U'τ', "tau"},
    Letter{U'υ', "upsilon"}, Letter{U'φ', "phi"},  Letter{U'χ', "chi"},   Letter{U'ψ', "psi"},   Letter{U'ω', "omega"},
};

constexpr std::array<std::string_view, 35> kKeywords{
    "False",  "None",     "True", "and",    "as",      "assert", "async",  "await",  "break", "class",  "continue", "def",
    "del",    "elif",     "else", "except", "finally", "for",    "from",   "global", "if",    "import", "in",       "is",
    "lambda", "nonlocal", "not",  "or",     "pass",    "raise",  "return", "try",    "while", "with",   "yield"};

bool isPlain(char32_t code) {
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9') || code == '_';
}

std::string spelled(char32_t code) {
    if (isPlain(code)) return {static_cast<char>(code)};
    if (code >= U'₀' && code <= U'₉') return {static_cast<char>('0' + (code - U'₀'))};
    if (code == U'\'' || code == U'′') return "_prime";
    for (const Letter& letter : kGreek) {
        if (letter.code == code) return letter.name;
        if (letter.code == code + 32) {  // a capital
            std::string name = letter.name;
            name.front() = static_cast<char>(name.front() - 'a' + 'A');
            return name;
        }
    }
    std::array<char, 12> hex{};
    const auto end = std::to_chars(hex.data(), hex.data() + hex.size(), static_cast<std::uint32_t>(code), 16);
    return "u" + std::string(hex.data(), end.ptr);
}

void writeNumbers(std::string& out, const Tensor& tensor, std::size_t dimension, std::int64_t& at) {
    if (dimension == tensor.dims()) {
        out += tensor.dtype() == DType::Bool ? (tensor.at(at++) != 0 ? "True" : "False") : pythonNumber(tensor.at(at++));
        return;
    }
    out += '[';
    for (std::int64_t i = 0; i < tensor.shape()[dimension]; ++i) {
        if (i > 0) out += ", ";
        writeNumbers(out, tensor, dimension + 1, at);
    }
    out += ']';
}

}  // namespace

std::string pythonNumber(double value) {
    if (std::isnan(value)) return "math.nan";
    if (std::isinf(value)) return value > 0 ? "math.inf" : "-math.inf";
    return shortest(value);
}

std::string pythonTensor(const Tensor& tensor, std::string_view torch) {
    std::string out = std::string(torch) + ".tensor(";
    std::int64_t at = 0;
    writeNumbers(out, tensor, 0, at);
    const std::string dtype = nameOf(tensor.dtype());  // "torch.float64"
    out += ", dtype=" + std::string(torch) + dtype.substr(dtype.find('.')) + ")";
    // A dimension of 0 elements hides those behind it.
    if (tensor.size() == 0) {
        out += ".reshape(";
        for (std::size_t i = 0; i < tensor.dims(); ++i) out += (i > 0 ? ", " : "") + std::to_string(tensor.shape()[i]);
        out += ")";
    }
    return out;
}

std::string pythonName(std::string_view name, std::set<std::string>& taken) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) out += spelled(decodeUtf8(name, at));
    if (out.empty() || (out.front() >= '0' && out.front() <= '9') || out.starts_with("__")) out.insert(0, "v");
    if (std::find(kKeywords.begin(), kKeywords.end(), out) != kKeywords.end()) out += '_';
    while (!taken.insert(out).second) out += '_';
    return out;
}

std::string pythonComment(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        // Also the other characters at which Python ends a line.
        out += "# " + printable(text.substr(0, end)) + "\n";
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

}  // namespace backstep
