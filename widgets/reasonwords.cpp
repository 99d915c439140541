// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reasonwords.h"

#include <QCoreApplication>

#include "engine/base/numbers.h"
#include "engine/diagram/printable.h"
#include "engine/timeline/terms.h"

namespace backstep {
namespace {

class ReasonWords {
    Q_DECLARE_TR_FUNCTIONS(ReasonWords)

public:
    ReasonWords(const Reason& reason, const Recording& recording, const Source& source) : why_(reason), r_(recording), source_(source) {}

    [[nodiscard]] QString text() const {
        using enum Reason::Cause;
        switch (why_.cause) {
            case None: return {};
            case CameIn: return tr("It comes from %1, which was not finite before.").arg(name());
            case LogOfZero: return tr("The reason: the logarithm of 0 is −∞.");
            case LogOfNegative: return tr("The reason: the logarithm of a negative number does not exist.");
            case RootOfNegative: return tr("The reason: the square root of a negative number does not exist.");
            case PowerOfNegative: return tr("The reason: a negative number to a power that is not whole does not exist.");
            case DivisionByZero: return tr("The reason: a division by 0.");
            case ZeroByZero: return tr("The reason: 0 divided by 0 has no value.");
            case InfinityMinusInfinity: return tr("The reason: ∞ − ∞ has no value.");
            case ZeroTimesInfinity: return tr("The reason: 0 · ∞ has no value.");
            case InfinityByInfinity: return tr("The reason: ∞ divided by ∞ has no value.");
            case Outside:
                return why_.hasNumber ? tr("The reason: the argument %1 lies outside the domain.").arg(number())
                                      : tr("The reason: an argument lies outside the domain.");
            case Overflow: return tr("The reason: the number is too large for floating point. What goes in is finite.");
            case Arises: return tr("What goes in is finite: it arises here.");
            case SlopeAtZero: return tr("The reason: %1 has no finite slope where its argument is 0.").arg(operation());
            case SlopeNotFinite: return tr("The reason: the local derivative of %1 is not finite here.").arg(operation());
            case ThereBefore: return tr("What arrives now is finite; what had arrived before is not.");
            case ZeroFromAbove: return tr("The reason for the 0: the adjoint of %1 is 0 already.").arg(name());
            case DeadRelu:
                return why_.hasNumber ? tr("The reason for the 0: a dead relu. Its argument %1 is not positive, and there its slope is 0.")
                                            .arg(number())
                                      : tr("The reason for the 0: dead relus. No argument is positive, and there the slope is 0.");
            case Clamped: return tr("The reason for the 0: the argument lies outside the bounds, where the slope is 0.");
            case ZeroFactor: return tr("The reason for the 0: the other factor, %1, is 0.").arg(name());
            case AtZero: return tr("The reason for the 0: a power is flat where its argument is 0.");
            case Saturated:
                return why_.hasNumber
                           ? tr("The reason for the 0: saturation. At %1 the slope of %2 is too small for floating point.")
                                 .arg(number(), operation())
                           : tr("The reason for the 0: saturation. The slope of %1 is too small for floating point.").arg(operation());
            case Flat: return tr("The reason for the 0: %1 is flat between its jumps, so its slope is 0 everywhere.").arg(operation());
            case NotTaken: return tr("The reason for the 0: the other operand was picked.");
            case Stationary: return tr("The reason for the 0: the slope of %1 is 0 here.").arg(operation());
            case CutOff:
                return tr("This is why %1 has no gradient: only what detach() left behind leads from it to the output.").arg(name());
        }
        return {};
    }

private:
    const Reason& why_;
    const Recording& r_;
    const Source& source_;

    [[nodiscard]] QString name() const { return QString::fromStdString(printable(toPlainText(nameTerm(r_, source_, why_.node).notation))); }
    [[nodiscard]] QString number() const { return QString::fromStdString(significant(why_.number, kCardDigits)); }
    [[nodiscard]] QString operation() const {
        if (!why_.node.valid()) return {};
        return QString::fromStdString(printable(toPlainText(expressionTerm(r_, source_, why_.node).notation)));
    }
};

}  // namespace

QString reasonWords(const Reason& reason, const Recording& recording, const Source& source) {
    return ReasonWords(reason, recording, source).text();
}

}  // namespace backstep
