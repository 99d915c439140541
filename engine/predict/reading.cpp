// SPDX-License-Identifier: GPL-3.0-or-later
// Names of the run are replaced by names of ours (v1, v2 …) whose values are known; what is left must be functions and
// constants. Numbers are then computed as mathematics; whatever holds a list or a tensor, as a program of the library.
#include "engine/predict/reading.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/base/numbers.h"
#include "engine/run/formula.h"
#include "engine/run/program.h"
#include "engine/syntax/functions.h"
#include "engine/syntax/math_parser.h"
#include "engine/timeline/tensorterms.h"

namespace backstep::predict {
namespace {

constexpr std::int64_t kMostNumbers = 4096;  // of one tensor that is used in an answer

const std::vector<std::string>& libraryNames() {
    static const std::vector<std::string> kNames{"torch",      "sin",     "cos",     "tan",   "exp",   "log",  "sqrt",   "tanh",
                                                 "sigmoid",    "relu",    "abs",     "sign",  "sum",   "mean", "matmul", "mm",
                                                 "mv",         "dot",     "outer",   "diag",  "eye",   "ones", "zeros",  "ones_like",
                                                 "zeros_like", "maximum", "minimum", "where", "square"};
    return kNames;
}

bool isLetter(char32_t c) {
    if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'_';
    if (c >= 0x2080 && c <= 0x2089) return true;                                         // a subscript
    if (c == 0x1D40 || (c >= 0x80 && c < 0xC0) || c == 0xD7 || c == 0xF7) return false;  // ᵀ · × ÷ ²
    return !(c >= 0x2000 && c < 0x2300) && c != 0xFFFD;
}
bool isDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

// The names of a run at a moment, by their plain spelling.
class Names {
public:
    Names(const Question& question, const Recording& recording, const Source& source, const Timeline& timeline)
        : q_(question), r_(recording), state_(recording, std::shared_ptr<const Timeline>(std::shared_ptr<const Timeline>(), &timeline)) {
        state_.moveTo(question.stop - 1);
        for (std::size_t i = 0; i < recording.tape.size(); ++i) {
            const NodeId id(i);
            if (recording.tape.nameOf(id).empty() || !state_.computed(id)) continue;
            nodes_[plainName(toPlainText(nameTerm(recording, source, id).notation))] = id;
        }
    }

    [[nodiscard]] std::optional<Tensor> find(const std::string& name) const {
        const std::string plain = plainName(name);
        if (const auto found = nodes_.find(plain); found != nodes_.end()) return r_.tape.value(found->second);
        if (plain.size() > 5 && plain.ends_with(".grad")) {
            const auto leaf = nodes_.find(plain.substr(0, plain.size() - 5));
            return leaf == nodes_.end() ? std::nullopt : state_.grad(leaf->second);
        }
        const std::string mark = q_.mode == SweepMode::Reverse ? "bar" : "dot";
        if (plain.size() <= 3 || !plain.ends_with(mark)) return std::nullopt;
        const auto node = nodes_.find(plain.substr(0, plain.size() - 3));
        return node == nodes_.end() ? std::nullopt : state_.derivative(node->second);
    }
    // What was meant by a name that is unknown: the one that differs in a letter.
    [[nodiscard]] std::string near(const std::string& name) const {
        const std::string plain = plainName(name);
        for (const auto& [known, node] : nodes_) {
            if (known.size() == plain.size() &&
                std::count_if(known.begin(), known.end(), [&, i = std::size_t{0}](char c) mutable { return c != plain[i++]; }) == 1)
                return known;
        }
        return {};
    }

private:
    const Question& q_;
    const Recording& r_;
    State state_;
    std::map<std::string, NodeId> nodes_;
};

class Reader {
public:
    Reader(const Names& names, std::string_view typed, bool onlyNumber) : names_(names), typed_(typed), onlyNumber_(onlyNumber) {}

    Reading run() {
        if (!rewrite()) return failure_;
        const bool numbers = std::all_of(used_.begin(), used_.end(), [](const Tensor& t) { return t.isScalar(); });
        if (numbers && !library_) {
            if (auto value = asMathematics()) return {Tensor(*value), Slip::None, {}};
            if (onlyNumber_) return {{}, Slip::NotReadable, {}};
        }
        if (auto value = asProgram()) return {std::move(value), Slip::None, {}};
        return {{}, Slip::NotReadable, {}};
    }

private:
    const Names& names_;
    std::string_view typed_;
    bool onlyNumber_;
    bool library_ = false;  // only a program can say it
    std::string math_, program_;
    std::vector<Tensor> used_;
    Reading failure_;

    void put(std::string_view mathematics, std::string_view program) {
        math_ += mathematics;
        program_ += program;
    }

    bool rewrite() {
        for (std::size_t at = 0; at < typed_.size();) {
            std::size_t after = at;
            const char32_t c = decodeUtf8(typed_, after);
            if (isLetter(c)) {
                if (!word(at)) return false;
                continue;
            }
            if (isDigit(c)) {  // 2e-3 is no name
                number(at);
                continue;
            }
            sign(c, typed_.substr(at, after - at));
            at = after;
        }
        return true;
    }

    void number(std::size_t& at) {
        const std::size_t from = at;
        const auto digits = [&] {
            while (at < typed_.size() && (isDigit(static_cast<char32_t>(typed_[at])) || typed_[at] == '.')) ++at;
        };
        digits();
        if (at + 1 < typed_.size() && (typed_[at] | 0x20) == 'e') {
            const std::size_t sign = typed_[at + 1] == '-' || typed_[at + 1] == '+' ? 1 : 0;
            if (at + 1 + sign < typed_.size() && isDigit(static_cast<char32_t>(typed_[at + 1 + sign]))) at += 1 + sign, digits();
        }
        put(typed_.substr(from, at - from), typed_.substr(from, at - from));
    }

    void sign(char32_t c, std::string_view text) {
        if (c == U'[' || c == U'@' || c == U'.' || c == 0x1D40) library_ = true;
        switch (c) {
            case 0x1D40: return put("", ".T");
            case U'·':
            case U'×':
            case 0x2299: return put("*", "*");
            case 0x2212: return put("-", "-");
            case 0xF7: return put("/", "/");
            case U'^': return put("^", "**");
            case 0xB2: return put("^2", "**2");
            case 0x221E: return put("∞", "inf");
            default: return put(text, text);
        }
    }

    [[nodiscard]] std::size_t endOfWord(std::size_t at) const {
        for (std::size_t after = at; after < typed_.size(); at = after) {
            const char32_t c = decodeUtf8(typed_, after);
            if (!isLetter(c) && !isDigit(c)) return at;
        }
        return at;
    }
    // b⁽²⁾ is one name.
    [[nodiscard]] std::size_t withCount(std::size_t at) const {
        std::size_t after = at;
        if (at >= typed_.size() || decodeUtf8(typed_, after) != 0x207D) return at;
        while (after < typed_.size()) {
            if (decodeUtf8(typed_, after) == 0x207E) return after;
        }
        return at;
    }

    // The longest name that is known: net.weight before net. bar(v3) is v̄₃.
    bool word(std::size_t& at) {
        std::size_t end = withCount(endOfWord(at));
        const std::string first(typed_.substr(at, end - at));
        for (const char* mark : {"bar", "dot"}) {
            if (first != mark || end >= typed_.size() || typed_[end] != '(') continue;
            const std::size_t close = typed_.find(')', end);
            if (close == std::string_view::npos) break;
            const std::string inside = std::string(typed_.substr(end + 1, close - end - 1)) + mark;
            if (const auto value = names_.find(inside)) return at = close + 1, use(*value), true;
        }
        std::vector<std::size_t> ends{end};
        while (end < typed_.size() && typed_[end] == '.') {
            const std::size_t next = withCount(endOfWord(end + 1));
            if (next == end + 1) break;
            ends.push_back(end = next);
        }
        for (std::size_t i = ends.size(); i-- > 0;) {
            const auto value = names_.find(std::string(typed_.substr(at, ends[i] - at)));
            if (!value) continue;
            if (value->size() > kMostNumbers) return fail(Slip::TooLong, {});
            at = ends[i];
            use(*value);
            return attributes(at), true;
        }
        return function(first, at, ends.front());
    }

    void use(const Tensor& value) {
        used_.push_back(value);
        const std::string name = "v" + std::to_string(used_.size());
        put(name + ' ', name);
    }
    // What follows a tensor: .T, .sum(), .t().
    void attributes(std::size_t& at) {
        while (at < typed_.size() && typed_[at] == '.') {
            const std::size_t end = endOfWord(at + 1);
            if (end == at + 1) return;
            library_ = true;
            put("", typed_.substr(at, end - at));
            at = end;
        }
    }

    bool function(const std::string& name, std::size_t& at, std::size_t end) {
        double constant = 0;
        const bool mathematics = findFunction(name) != nullptr || isConstantName(name, constant) || !withGaps(name).empty();
        const auto& known = libraryNames();
        const bool program = std::find(known.begin(), known.end(), name) != known.end();
        if (name == "inf" || name == "nan") put(name == "inf" ? "(1/0)" : "(0/0)", name);
        else if (!mathematics && !program) return fail(Slip::UnknownName, {name.substr(0, 60), names_.near(name)});
        else put(name, name == "ln" ? "log" : isConstantName(name, constant) ? shortest(constant) : name);
        library_ = library_ || (!mathematics && program);
        at = end;
        if (name == "torch") attributes(at);
        return true;
    }

    bool fail(Slip slip, std::vector<std::string> arguments) {
        failure_ = {{}, slip, std::move(arguments)};
        return false;
    }

    [[nodiscard]] std::optional<double> asMathematics() const {
        const Source source(math_, "answer");
        const Parsed parsed = parseMath(source);
        if (hasErrors(parsed.diagnostics)) return {};
        FormulaInputs inputs;
        for (const std::string& name : inputNames(parsed.ast)) {
            const auto number = name.size() > 1 && name[0] == 'v' ? parseNumber(std::string_view(name).substr(1)) : std::nullopt;
            if (!number || *number < 1 || *number > static_cast<double>(used_.size())) return {};
            inputs.values[name] = used_[static_cast<std::size_t>(*number) - 1].item();
        }
        const Recording run = runFormula(source, parsed.ast, inputs);
        if (hasErrors(run.diagnostics) || !run.output.valid()) return {};
        return run.tape.scalar(run.output);
    }

    static std::string written(double number) {
        if (std::isnan(number)) return "float('nan')";
        if (std::isinf(number)) return number > 0 ? "float('inf')" : "float('-inf')";
        return shortest(number);
    }

    // In brackets, so that it can be an expression only.
    [[nodiscard]] std::optional<Tensor> asProgram() const {
        std::string text = "import torch\nfrom torch import";
        for (std::size_t i = 1; i < libraryNames().size(); ++i) text += (i > 1 ? ", " : " ") + libraryNames()[i];
        text += "\ninf = float('inf')\nnan = float('nan')\n";
        for (std::size_t i = 0; i < used_.size(); ++i) {
            text += "v" + std::to_string(i + 1) + " = torch.tensor(" + nestedText(used_[i], written) + ", dtype=torch.float64).reshape(" +
                    shapeOf(used_[i]) + ")\n";
        }
        text += "given = (" + program_ +
                "\n)\nif isinstance(given, torch.Tensor):\n    answer = given.double()\nelse:\n    answer = torch.tensor(given, "
                "dtype=torch.float64)\n";
        const Source source(text, "answer");
        const ParsedProgram parsed = parsePython(source);
        if (!parsed.ok()) return {};
        ProgramOptions options;
        options.limits.steps = 2000;
        options.limits.elements = 20'000;
        options.limits.outputLines = 1;
        options.tensors.elements = 20'000;
        options.tensors.bytes = 8LL << 20;
        const ProgramRun run = runProgram(source, parsed, options);
        if (run.report.error) return {};
        for (const auto& [name, value] : run.report.variables) {
            if (name == "answer") return value.tensor;
        }
        return {};
    }
    static std::string shapeOf(const Tensor& value) {
        std::string out = "[";
        for (const std::int64_t size : value.shape()) out += (out.size() > 1 ? ", " : "") + std::to_string(size);
        return out + "]";
    }
};

std::string trimmed(std::string_view text) {
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    return from == std::string_view::npos ? std::string() : std::string(text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1));
}

// 2x3, 2 × 3 and 2·3 are shapes, too.
std::string asList(std::string text) {
    for (const char* sign : {"×", "x", "·"}) {
        for (std::size_t at = 0; (at = text.find(sign, at)) != std::string::npos; ++at)
            text.replace(at, std::string_view(sign).size(), ",");
    }
    const bool sizes = text.find_first_not_of("0123456789, ") == std::string::npos;
    return sizes && text.find(',') != std::string::npos ? "[" + text + "]" : std::string();
}

}  // namespace

Reading read(const Question& question, const Recording& recording, const Source& source, const Timeline& timeline,
             const std::string& typed) {
    std::string text = trimmed(typed);
    if (text.empty()) return {{}, Slip::Empty, {}};
    if (text.size() > kMostTyped) return {{}, Slip::TooLong, {}};
    if (question.ask == Question::Ask::Shape) {
        if (std::string list = asList(text); !list.empty()) text = std::move(list);
    }
    const Names names(question, recording, source, timeline);
    return Reader(names, text, question.ask == Question::Ask::Number).run();
}

}  // namespace backstep::predict
