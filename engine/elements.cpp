// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/elements.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/base/numbers.h"
#include "engine/syntax/functions.h"

namespace backstep {
namespace {

bool isLetterName(const std::string& name) {
    const bool letter = name.size() == 1 && ((name[0] >= 'a' && name[0] <= 'z') || (name[0] >= 'A' && name[0] <= 'Z'));
    return letter && name != "e" && name != "L";
}

std::string functionOf(Op op) {
    for (const FunctionInfo& info : allFunctions()) {
        if (opNamed(info.op) == op && info.least == 1) return std::string(info.name);
    }
    return {};
}

std::string numberText(double value) {
    if (std::isnan(value)) return "(0/0)";
    if (std::isinf(value)) return value > 0 ? "(1/0)" : "(-1/0)";
    return value < 0 ? "(" + shortest(value) + ")" : shortest(value);
}

class Opener {
public:
    Opener(const Snapshot& snapshot, NodeId node, std::optional<Tensor> adjoint)
        : tape_(snapshot.recording.tape), node_(node), op_(tape_.op(node)), adjoint_(std::move(adjoint)) {}

    std::variant<Elements, NotOpened> run() {
        if (op_ == Op::Input || op_ == Op::Constant || op_ == Op::Output) return NotOpened::NoOperation;
        bool scalars = tape_.value(node_).isScalar();
        bool small = tape_.value(node_).size() <= kMostElements && tape_.value(node_).dims() <= 2;
        for (const NodeId operand : tape_.operands(node_)) {
            const Tensor value = tape_.value(operand);
            scalars = scalars && value.isScalar();
            small = small && value.size() <= kMostElements && value.size() > 0 && value.dims() <= 2;
        }
        if (scalars) return NotOpened::Scalars;
        if (!small) return NotOpened::TooLarge;
        nameAll();
        const auto lines = linesOf();
        if (!lines) return terms_ > kMostTerms ? NotOpened::TooLarge : NotOpened::NotKnown;
        if (terms_ > kMostTerms) return NotOpened::TooLarge;
        write(*lines);
        return std::move(out_);
    }

private:
    const Tape& tape_;
    NodeId node_;
    Op op_;
    std::optional<Tensor> adjoint_;
    std::map<std::uint32_t, std::string> names_;
    std::string result_;
    std::size_t terms_ = 0;
    Elements out_;

    [[nodiscard]] NodeId operand(std::size_t k) const { return tape_.operands(node_)[k]; }
    [[nodiscard]] Tensor value(std::size_t k) const { return tape_.value(operand(k)); }

    // The program's own letters where they are letters.
    void nameAll() {
        std::vector<std::string> taken;
        const auto choose = [&](const std::string& own, const std::string& others) {
            std::string name = own;
            const auto used = [&] { return std::find(taken.begin(), taken.end(), name) != taken.end(); };
            for (std::size_t i = 0; (!isLetterName(name) || used()) && i < others.size(); ++i) name = others[i];
            taken.push_back(name);
            return name;
        };
        for (const NodeId id : tape_.operands(node_)) {
            if (!names_.contains(id.value)) names_[id.value] = choose(tape_.nameOf(id), "abcdhkmn");
        }
        result_ = choose(tape_.nameOf(node_), "yzuw");
    }

    // x_2, W_01: counted from 0, as the library does.
    static std::string indexed(const std::string& name, const Tensor& of, std::int64_t at) {
        if (of.isScalar()) return name;
        if (of.dims() == 1) return name + "_" + std::to_string(at);
        const std::int64_t columns = of.shape()[1];
        const std::string gap = columns > 10 || of.shape()[0] > 10 ? "0" : "";  // 1 and 10: 010
        return name + "_" + std::to_string(at / columns) + gap + std::to_string(at % columns);
    }
    // One element of an operand: its name, or its number where that is no tensor of the program.
    std::string element(std::size_t k, std::int64_t at) {
        const Tensor of = value(k);
        if (of.isScalar() && tape_.isConstant(operand(k)) && tape_.nameOf(operand(k)).empty()) return numberText(of.item());
        std::string name = indexed(names_.at(operand(k).value), of, at);
        out_.inputs.values[name] = of.at(at);
        return name;
    }

    // The right-hand side of each element of the result.
    std::optional<std::vector<std::string>> linesOf() {
        if (isElementwise(op_)) return elementwise();
        switch (op_) {
            case Op::Sum:
            case Op::SumToScalar: return std::vector{total(false)};
            case Op::Mean: return std::vector{total(true)};
            case Op::Dot: return std::vector{products(1, value(0).size(), 0, 0)};
            case Op::Mv: return matrix(value(0).shape()[0], 1, value(0).shape()[1], 0, 1);
            case Op::Mm: return matrix(value(0).shape()[0], value(1).shape()[1], value(0).shape()[1], 0, 1);
            case Op::Addmm: return matrix(value(1).shape()[0], value(2).shape()[1], value(1).shape()[1], 1, 2);
            default: return {};
        }
    }

    std::string total(bool mean) {
        const std::int64_t count = value(0).size();
        std::string text;
        for (std::int64_t i = 0; i < count; ++i, ++terms_) text += (i > 0 ? " + " : "") + element(0, i);
        return mean ? "(" + text + ") / " + std::to_string(count) : text;
    }

    // Row `i` of the first factor with column `j` of the second.
    std::string products(std::int64_t columns, std::int64_t inner, std::int64_t i, std::int64_t j, std::size_t a = 0, std::size_t b = 1) {
        std::string text;
        for (std::int64_t k = 0; k < inner; ++k, ++terms_)
            text += (k > 0 ? " + " : "") + element(a, i * inner + k) + " * " + element(b, k * columns + j);
        return text;
    }

    std::optional<std::vector<std::string>> matrix(std::int64_t rows, std::int64_t columns, std::int64_t inner, std::size_t a,
                                                   std::size_t b) {
        std::vector<std::string> lines;
        if (static_cast<std::size_t>(rows * columns * inner) > kMostTerms) return terms_ = kMostTerms + 1, std::nullopt;
        for (std::int64_t i = 0; i < rows; ++i) {
            for (std::int64_t j = 0; j < columns; ++j) {
                std::string line = products(columns, inner, i, j, a, b);
                if (a == 1) {  // added: broadcast to the shape of the product
                    const Tensor added = value(0);
                    line = element(0, added.isScalar() ? 0
                                      : added.dims() == 1
                                          ? (added.size() == 1 ? 0 : j)
                                          : (added.shape()[0] == 1 ? 0 : i) * added.shape()[1] + (added.shape()[1] == 1 ? 0 : j)) +
                           " + " + line;
                }
                lines.push_back(std::move(line));
            }
        }
        return lines;
    }

    std::optional<std::vector<std::string>> elementwise() {
        const Tensor result = tape_.value(node_);
        std::vector<std::string> lines;
        for (std::int64_t i = 0; i < result.size(); ++i, ++terms_) {
            std::vector<std::string> parts;
            for (std::size_t k = 0; k < tape_.operands(node_).size(); ++k) {
                const auto place = placeIn(value(k), result, i);
                if (!place) return {};
                parts.push_back(element(k, *place));
            }
            const std::string line = applied(parts);
            if (line.empty()) return {};
            lines.push_back(line);
        }
        return lines;
    }

    // Broadcasting: which element of the operand meets element `i` of the result.
    static std::optional<std::int64_t> placeIn(const Tensor& operand, const Tensor& result, std::int64_t i) {
        if (operand.isScalar()) return 0;
        std::int64_t place = 0, stride = 1, rest = i;
        const auto& own = operand.shape();
        const auto& all = result.shape();
        if (own.size() > all.size()) return {};
        for (std::size_t d = 0; d < all.size(); ++d) {
            const std::int64_t size = all[all.size() - 1 - d];
            const std::int64_t at = rest % size;
            rest /= size;
            if (d >= own.size()) continue;
            const std::int64_t mine = own[own.size() - 1 - d];
            if (mine != 1 && mine != size) return {};
            if (mine != 1) place += at * stride;
            stride *= mine;
        }
        return place;
    }

    [[nodiscard]] std::string applied(const std::vector<std::string>& parts) const {
        switch (op_) {
            case Op::Add: return parts[0] + " + " + parts[1];
            case Op::Sub: return parts[0] + " - " + parts[1];
            case Op::Mul: return parts[0] + " * " + parts[1];
            case Op::Div: return parts[0] + " / " + parts[1];
            case Op::Pow: return parts[0] + "^" + parts[1];
            case Op::Square: return parts[0] + "^2";
            case Op::Neg: return "-" + parts[0];
            case Op::Reciprocal: return "1 / " + parts[0];
            default: break;
        }
        const std::string name = parts.size() == 1 ? functionOf(op_) : std::string();
        return name.empty() ? std::string() : name + "(" + parts[0] + ")";
    }

    void write(const std::vector<std::string>& lines) {
        const Tensor result = tape_.value(node_);
        const bool known = adjoint_ && adjoint_->shape() == result.shape();
        out_.hasAdjoint = known;
        out_.hasLast = lines.size() > 1 || (known && adjoint_->item() != 1);
        for (std::size_t i = 0; i < lines.size(); ++i)
            out_.text += indexed(result_, result, static_cast<std::int64_t>(i)) + " = " + lines[i] + "\n";
        if (!out_.hasLast) return;
        out_.text += "L = ";
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const double slope = known ? adjoint_->at(static_cast<std::int64_t>(i)) : 1;
            out_.text += (i > 0 ? " + " : "") + (slope == 1 ? std::string() : numberText(slope) + " * ") +
                         indexed(result_, result, static_cast<std::int64_t>(i));
        }
        out_.text += "\n";
    }
};

}  // namespace

std::variant<Elements, NotOpened> elementsOf(const Snapshot& snapshot, NodeId node, const std::optional<Tensor>& adjoint) {
    return Opener(snapshot, node, adjoint).run();
}

}  // namespace backstep
