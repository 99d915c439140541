// SPDX-License-Identifier: GPL-3.0-or-later
// A step in words; declared in widgets/phrases.h. The symbols and the numbers of the same step stand beside them.
#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "engine/base/numbers.h"
#include "engine/timeline/hunting.h"
#include "engine/timeline/tensorterms.h"
#include "widgets/happeningwords.h"
#include "widgets/phrases.h"
#include "widgets/punctuation.h"

namespace backstep {
namespace {

class StepWords {
    Q_DECLARE_TR_FUNCTIONS(StepWords)

public:
    StepWords(const Explanation& step, const Recording& recording, const Source& source) : s_(step), r_(recording), source_(source) {}

    [[nodiscard]] QString text() const { return joined({ofStep(), untouched()}); }

private:
    const Explanation& s_;
    const Recording& r_;
    const Source& source_;

    [[nodiscard]] QString ofStep() const {
        switch (s_.kind) {
            case Explanation::Kind::Start: return tr("Nothing has been computed yet. The next step begins the forward pass.");
            case Explanation::Kind::Input: return tr("%1 is an input. Its value is given.").arg(name(s_.node));
            case Explanation::Kind::Computed: return computed();
            case Explanation::Kind::Branch:
                return s_.branchTaken ? tr("The condition %1 holds: this piece is taken.").arg(target())
                                      : tr("The condition %1 does not hold: the other piece is taken.").arg(target());
            case Explanation::Kind::Seed: return seed();
            case Explanation::Kind::Contribution: return contribution();
            case Explanation::Kind::Accumulated:
                return tr("What has arrived is added to %1.grad. It stays there until it is zeroed.")
                    .arg(s_.node.valid() ? name(s_.node) : QString());
            case Explanation::Kind::Happened: return happeningWords(s_, r_, source_);
        }
        return {};
    }
    [[nodiscard]] QString untouched() const {
        QStringList said;
        for (const NodeId input : s_.untouched)
            said << tr("%1 does not depend on %2: %3 = 0.").arg(name(r_.output), name(input), derivative(input));
        return joined(said);
    }

    [[nodiscard]] bool reverse() const { return s_.mode == SweepMode::Reverse; }
    [[nodiscard]] QString target() const { return QString::fromStdString(toPlainText(s_.target)); }
    [[nodiscard]] QString name(NodeId id) const { return QString::fromStdString(toPlainText(nameTerm(r_, source_, id).notation)); }
    // v̄₃ in reverse mode, v̇₃ in forward mode.
    [[nodiscard]] QString derivative(NodeId id) const {
        Notation marked;
        marked.kind = reverse() ? Notation::Kind::bar : Notation::Kind::dot;
        marked.children.push_back(nameTerm(r_, source_, id).notation);
        return QString::fromStdString(toPlainText(marked));
    }
    [[nodiscard]] NodeId operand() const { return r_.tape.operands(s_.user)[s_.operand]; }
    static QString joined(QStringList sentences) {
        sentences.removeAll(QString());
        return sentencesOf(sentences);
    }

    [[nodiscard]] QString computed() const {
        const double value = s_.result.value_or(0);
        if (!s_.ofFormula) return joined({tr("%1 is computed and recorded on the tape.").arg(target()), broken(s_.resultValue)});
        const bool output = s_.node == r_.output;
        const QString how = output ? tr("%1 is the output, computed from values that are already known.")
                                   : tr("%1 is computed from values that are already known.");
        const QString what = std::isnan(value)   ? tr("It has no value here (NaN).")
                             : std::isinf(value) ? tr("It is infinite here.")
                                                 : QString();
        return joined({how.arg(target()), what});
    }

    [[nodiscard]] QString seed() const {
        const QString node = name(s_.node);
        if (!s_.result) return tr("The sweep begins at %1 with the seed %2.").arg(node, tensor(s_.resultValue));
        if (s_.result != 1.0)
            return tr("The sweep begins at %1 with the seed %2.")
                .arg(node, QString::fromStdString(significant(s_.result.value_or(0), kCardDigits)));
        if (reverse())
            return tr("The backward sweep begins: %1 = 1, because %2 is the output and ∂%2/∂%2 = 1.").arg(derivative(s_.node), node);
        return tr("Forward mode begins: %1 = 1, because we ask how everything changes with %2.").arg(derivative(s_.node), node);
    }

    static QString tensor(const std::optional<Tensor>& value) {
        return value ? QString::fromStdString(tensorText(*value, kCardDigits)) : QString();
    }

    [[nodiscard]] QString contribution() const {
        return s_.partial ? joined({passes(), twice(), local(), constants(), amount(), accumulated()})
                          : joined({passes(), twice(), shaped(), constants(), arriving(), accumulated()});
    }

    // The operands that get nothing, though they take part. (That an exponent is a number is what the rule of a power begins with.)
    [[nodiscard]] QString constants() const {
        if (!reverse() || r_.tape.op(s_.user) == Op::Pow) return {};
        QStringList said;
        for (const NodeId id : r_.tape.operands(s_.user)) {
            if (r_.tape.op(id) != Op::Constant) continue;
            said << (r_.tape.nameOf(id).empty() ? tr("Nothing flows back to the constant %1.")
                                                : tr("Nothing flows back to %1: it requires no gradient."))
                        .arg(name(id));
        }
        said.removeDuplicates();
        return joined(said);
    }

    // Of a contribution: that what arrives is not finite.
    [[nodiscard]] QString arriving() const {
        const NotFinite found = s_.amountValue ? notFiniteIn(*s_.amountValue) : NotFinite();
        return found.any() ? tr("In what arrives, NaN: %1, infinite: %2.").arg(found.nan).arg(found.infinite) : QString();
    }

    // That something in it is no finite number, and whether it came in or arose here.
    [[nodiscard]] QString broken(const std::optional<Tensor>& value) const {
        const NotFinite found = value ? notFiniteIn(*value) : NotFinite();
        if (!found.any()) return {};
        const QString what = value->isScalar() ? (found.nan > 0 ? tr("It has no value here (NaN).") : tr("It is infinite here."))
                                               : tr("NaN in it: %1, infinite: %2.").arg(found.nan).arg(found.infinite);
        bool cameIn = false;
        for (const NodeId operand : r_.tape.operands(s_.node)) cameIn = cameIn || notFiniteIn(r_.tape.value(operand)).any();
        return joined({what, cameIn ? tr("It came in with an operand.") : tr("All operands are finite: it arises here.")});
    }

    // What an operation on whole tensors does with the adjoint that it gets.
    [[nodiscard]] QString shaped() const {
        const Op op = r_.tape.op(s_.user);
        if (isElementwise(op)) {
            const bool spread = s_.amountValue && r_.tape.value(s_.user).shape() != s_.amountValue->shape();
            return spread ? tr("Element by element, the adjoint is multiplied by the local derivative, and summed over what was broadcast.")
                          : tr("Element by element, the adjoint is multiplied by the local derivative.");
        }
        switch (op) {
            case Op::Sum:
            case Op::SumDim:
            case Op::SumToScalar: return tr("A sum hands the same adjoint to every element it added.");
            case Op::Mean:
            case Op::MeanDim: return tr("A mean hands every element its share: the adjoint divided by their number.");
            case Op::Addmm:
            case Op::Addmv:
            case Op::Baddbmm:
                if (s_.operand == 0) return tr("What is added gets the adjoint itself, summed over what it was broadcast along.");
                return tr("A matrix product passes the adjoint back through the other factor, transposed.");
            case Op::Mm:
            case Op::Mv:
            case Op::Bmm: return tr("A matrix product passes the adjoint back through the other factor, transposed.");
            case Op::Dot: return tr("The gradient of a dot product is the other vector, times the adjoint.");
            // clang-format off
            case Op::Transpose: case Op::MatrixT: return tr("The adjoint is transposed back.");
            case Op::View: case Op::ReshapeAlias: case Op::UnsafeView: case Op::Squeeze: case Op::SqueezeDim: case Op::Unsqueeze:
                return tr("Only the shape changes: the adjoint takes the old shape.");
            case Op::Select: case Op::Slice: case Op::Index: return tr("What was picked gets its adjoint; all other elements get 0.");
            case Op::Norm: case Op::VectorNorm: return tr("The gradient of a norm points along the vector and has length 1, times the adjoint.");
            // clang-format on
            default: return {};
        }
    }

    [[nodiscard]] QString passes() const {
        return reverse() ? tr("%1 passes its adjoint back to %2.").arg(target(), name(s_.node))
                         : tr("%1 passes its tangent on to %2.").arg(name(s_.from), target());
    }

    // In x · x one node is both operands: each use is a path of its own.
    [[nodiscard]] QString twice() const {
        const auto operands = r_.tape.operands(s_.user);
        if (std::count(operands.begin(), operands.end(), operand()) < 2) return {};
        return tr("%1 stands there more than once; this is for operand %2.").arg(name(operand())).arg(s_.operand + 1);
    }

    [[nodiscard]] QString local() const {
        const double partial = s_.partial.value_or(0);
        const QString of = name(s_.user);
        const QString by = name(operand());
        if (partial == 0 && s_.amount != 0.0) return tr("The local derivative ∂%1/∂%2 is 0 here.").arg(of, by);
        if (partial == 0 && reverse()) return tr("The local derivative ∂%1/∂%2 is 0 here, so nothing flows back.").arg(of, by);
        if (partial == 0) return tr("The local derivative ∂%1/∂%2 is 0 here, so nothing flows on.").arg(of, by);
        if (std::isnan(partial)) return tr("The local derivative ∂%1/∂%2 has no value here (NaN).").arg(of, by);
        if (std::isinf(partial)) return tr("The local derivative ∂%1/∂%2 is infinite here.").arg(of, by);
        const QString rule = byRule();
        return rule.isEmpty() ? tr("The local derivative is %1.").arg(QString::fromStdString(toPlainText(s_.rule.back()))) : rule;
    }

    // The derivatives that are a sentence everyone should know; empty for the others, which the symbols say better.
    [[nodiscard]] QString byRule() const {
        switch (r_.tape.op(s_.user)) {
            case Op::Add: return tr("A sum passes it unchanged: the local derivative is 1.");
            case Op::Sub:
                return s_.operand == 0 ? tr("The local derivative is 1: it is passed unchanged.")
                                       : tr("The local derivative is −1: what is subtracted gets the opposite sign.");
            case Op::Neg: return tr("The local derivative is −1: the sign turns.");
            case Op::Mul:
                return tr("The local derivative of a product is the other factor, %1.")
                    .arg(name(r_.tape.operands(s_.user)[1 - s_.operand]));
            case Op::Sin: return tr("The local derivative of sin is cos.");
            case Op::Cos: return tr("The local derivative of cos is −sin.");
            case Op::Sinh: return tr("The local derivative of sinh is cosh.");
            case Op::Cosh: return tr("The local derivative of cosh is sinh.");
            case Op::Exp: return tr("The exponential is its own derivative.");
            default: return {};
        }
    }

    // What 0 and numbers that are not finite do to the product; nothing of ordinary ones.
    [[nodiscard]] QString amount() const {
        const double partial = s_.partial.value_or(0);
        const double amount = s_.amount.value_or(0);
        if (std::isnan(amount))
            return std::isnan(partial) ? tr("So what arrives has none either.") : tr("The product has no value: NaN arrives.");
        if (std::isinf(amount)) return tr("What arrives is infinite.");
        if (amount == 0 && partial != 0) return tr("What arrives is 0, and changes nothing.");
        return {};
    }

    [[nodiscard]] QString accumulated() const {
        if (s_.expected < 2) return {};
        if (s_.arrived == 1) return tr("It is the first of %1 contributions.").arg(s_.expected);
        QString said = tr("It is added to what has already arrived: %1 of %2 contributions.").arg(s_.arrived).arg(s_.expected);
        if (s_.arrived == s_.expected) said = sentencesOf({said, tr("With it %1 is complete.").arg(derivative(s_.node))});
        return said;
    }
};

}  // namespace

QString words(const Explanation& step, const Recording& recording, const Source& source) {
    return StepWords(step, recording, source).text();
}

}  // namespace backstep
