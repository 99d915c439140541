// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/predictwords.h"

#include <QCoreApplication>

#include "engine/base/numbers.h"
#include "engine/diagram/printable.h"
#include "engine/timeline/tensorterms.h"
#include "widgets/punctuation.h"

namespace backstep {
namespace {

using predict::Question;
using predict::Slip;

QString plain(const Notation& notation) { return QString::fromStdString(printable(toPlainText(notation))); }

class Asking {
    Q_DECLARE_TR_FUNCTIONS(PredictQuestion)

public:
    explicit Asking(const Question& question) : q_(question) {}

    [[nodiscard]] QString text() const {
        const QString how = manner();
        return how.isEmpty() ? what() : sentencesOf({what(), how});
    }

private:
    const Question& q_;

    [[nodiscard]] QString what() const {
        const QString asked = plain(q_.asked), target = plain(q_.target);
        const bool shape = q_.ask == Question::Ask::Shape;
        switch (q_.about) {
            case Question::About::Value:
                if (shape) return tr("%1 is computed. Which shape does it have?").arg(target);
                return q_.ask == Question::Ask::Element ? tr("%1 is computed. What is %2?").arg(target, asked)
                                                        : tr("%1 is computed. What is its value?").arg(target);
            case Question::About::Seed: return tr("The backward sweep begins at %1. What is %2?").arg(target, asked);
            case Question::About::Grad:
                return shape ? tr("What has arrived at %1 is added to its .grad, which holds something already. Which shape does %2 have "
                                  "then?")
                                   .arg(target, asked)
                             : tr("What has arrived at %1 is added to its .grad, which holds something already. What is %2 then?")
                                   .arg(target, asked);
            case Question::About::Derivative: break;
        }
        const QString arrives = q_.mode == SweepMode::Reverse ? tr("%1 passes its adjoint back.").arg(target)
                                                              : tr("The tangent is passed on to %1.").arg(target);
        if (shape) return sentencesOf({arrives, tr("Which shape does %1 have?").arg(asked)});
        if (q_.expected < 2) return sentencesOf({arrives, tr("What is %1?").arg(asked)});
        return sentencesOf({arrives, tr("What is %1 then? (This is term %2 of %3.)").arg(asked).arg(q_.arrived + 1).arg(q_.expected)});
    }

    [[nodiscard]] QString manner() const {
        switch (q_.ask) {
            case Question::Ask::List: return tr("All %n numbers as a list, or an expression.", nullptr, static_cast<int>(q_.whole.size()));
            case Question::Ask::Shape: return tr("As a list of sizes.");
            default: return {};
        }
    }
};

class Replying {
    Q_DECLARE_TR_FUNCTIONS(PredictReply)

public:
    Replying(const predict::Reply& reply, const Question& question) : r_(reply), q_(question) {}

    [[nodiscard]] QString text() const {
        if (r_.kind == predict::Reply::Kind::Right) return tr("Right: %1.").arg(answerWords(q_));
        return r_.kind == predict::Reply::Kind::Unreadable ? unreadable() : wrong();
    }

private:
    const predict::Reply& r_;
    const Question& q_;

    [[nodiscard]] QString a(std::size_t i) const {
        return i < r_.arguments.size() ? QString::fromStdString(printable(r_.arguments[i])) : QString();
    }
    // As a later term of a sum.
    [[nodiscard]] QString term(std::size_t i) const {
        return a(i).startsWith(QChar(0x2212)) ? QLatin1Char('(') + a(i) + QLatin1Char(')') : a(i);
    }
    [[nodiscard]] QString asked() const { return plain(q_.asked); }

    [[nodiscard]] QString unreadable() const {
        switch (r_.slip) {
            case Slip::Empty: return tr("A number, or an expression in the names on screen.");
            case Slip::TooLong: return tr("That is too long to be read here.");
            case Slip::UnknownName:
                return a(1).isEmpty() ? tr("There is no “%1” yet.").arg(a(0))
                                      : tr("There is no “%1” yet. Did you mean %2?").arg(a(0), a(1));
            case Slip::WrongShape:
                return a(1) == QLatin1String("[]")   ? tr("One number is asked; that has the shape %1.").arg(a(0))
                       : a(0) == QLatin1String("[]") ? tr("That is one number; the answer has the shape %1.").arg(a(1))
                                                     : tr("That has the shape %1; the answer has the shape %2.").arg(a(0), a(1));
            default: return tr("This cannot be read as a number or an expression.");
        }
    }

    [[nodiscard]] QString wrong() const {
        switch (r_.slip) {
            case Slip::MoreDigits: return tr("Close. Give at least three digits, or the expression itself.");
            case Slip::Sign: return tr("The size is right. Look at the sign.");
            case Slip::SignOfTerm:
                return a(1).isEmpty() ? tr("The size is right. Look at the sign.")
                                      : tr("There is a sign wrong: %1 arrives, with its sign, and is added to %2.").arg(a(0), a(1));
            case Slip::MissedBefore:
                return q_.about == Question::About::Grad
                           ? tr("%1 is what this backward() brings. %2 is there already, and gradients add up: %2 + %3.")
                                 .arg(a(0), a(1), term(0))
                           : tr("%1 is only the term that arrives now. %2 is there already: add the two.").arg(a(0), a(1));
            case Slip::MissedNew:
                return q_.about == Question::About::Grad
                           ? tr("%1 is what is there already. What this backward() brings comes on top.").arg(a(0))
                           : tr("%1 is what is there already. The term from %2 comes on top.").arg(a(0), a(1));
            case Slip::MissedTerm: return tr("A term of the sum is missing: %1, from %2.").arg(a(0), a(1));
            case Slip::Twice: return tr("The term %1 was counted twice.").arg(a(0));
            case Slip::ForgotUpstream:
                return tr("%1 is the local derivative. It is still to be multiplied by the adjoint from above: %2, of %3.")
                    .arg(a(0), a(1), a(2));
            case Slip::ForgotLocal:
                return tr("%1 is what comes from above, from %2. It is still to be multiplied by the local derivative.").arg(a(0), a(1));
            case Slip::ValueForPartial: return tr("You multiplied by %1, the value of %2. Multiply by its derivative.").arg(a(0), a(1));
            case Slip::OtherOperand:
                return tr("That is the term for %2, whose factor is %1. For %3 differentiate by %3, and the other operand is a constant.")
                    .arg(a(0), a(1), a(2));
            case Slip::OtherRule: return tr("That is the rule of “%1”. The operation here is “%2”.").arg(a(0), a(1));
            case Slip::GaveValue: return tr("%1 is the value of %2. Its derivative is asked.").arg(a(0), a(1));
            case Slip::GaveDerivative: return tr("That is the derivative of %1. Its value is asked.").arg(a(0));
            case Slip::SwappedOperands: return tr("The operands are swapped.");
            case Slip::OtherOperation: return tr("That is what “%1” gives. The operation here is “%2”.").arg(a(0), a(1));
            case Slip::GaveOperand: return tr("%2 is the value of %1, which goes into the operation. What comes out?").arg(a(0), a(1));
            case Slip::Degrees: return tr("That is the number for degrees. Angles are in radians here.");
            case Slip::Logarithm: return tr("That is the logarithm to the base 10. Here it is the natural one.");
            case Slip::OtherElement: return tr("That is the element %1. Count from 0.").arg(a(0));
            case Slip::NotAveraged: return tr("A mean divides by the number of elements: %1.").arg(a(0));
            case Slip::Averaged: return tr("A sum does not divide by the number of elements, %1.").arg(a(0));
            case Slip::Transposed: return tr("Rows and columns are swapped: that is the transpose.");
            case Slip::ShapeOfOther:
                return tr("That is the shape of %1: %2. A gradient has the shape of what it belongs to.").arg(a(0), a(1));
            default: return tr("No. Which numbers go into %1, and how do they come together?").arg(asked());
        }
    }
};

}  // namespace

QString questionWords(const predict::Question& question) { return Asking(question).text(); }
QString replyWords(const predict::Reply& reply, const predict::Question& question) { return Replying(reply, question).text(); }

QString answerWords(const predict::Question& question) {
    const Tensor right = rightAnswer(question);
    const bool shape = question.ask == Question::Ask::Shape;
    const std::string text = shape ? shapeText(question.whole) : tensorText(right, kCardDigits);
    return shape ? QString::fromStdString(text) : plain(question.asked) + QStringLiteral(" = ") + QString::fromStdString(text);
}

}  // namespace backstep
