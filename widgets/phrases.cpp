// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/phrases.h"

#include <QCoreApplication>

#include "engine/base/numbers.h"
#include "engine/diagram/printable.h"
#include "widgets/domainwords.h"
#include "widgets/enginewords.h"
#include "widgets/punctuation.h"

namespace backstep {
namespace {

class Phrases {
    Q_DECLARE_TR_FUNCTIONS(Phrases)

public:
    explicit Phrases(const Diagnostic& diagnostic) : d_(diagnostic) {}

    [[nodiscard]] QString sentence() const {
        using enum DiagnosticKind;
        switch (d_.kind) {
            case EmptyText: return tr("Type a function of x, such as x^2 or f(x) = sin(x).");
            case TextTooLong: return tr("A function may have %1 characters at most.").arg(a(0));
            case TooDeep: return tr("The formula is nested more than %1 deep.").arg(a(0));
            case UnknownCharacter: return tr("“%1” is not part of mathematical notation here.").arg(character());
            case LookalikeLetter: return tr("“%1” looks like the letter %2 but is another one.").arg(a(0), a(1));
            case CurlyQuote: return tr("Quotation marks (%1) have no meaning in a formula.").arg(a(0));
            case BadNumber: return tr("“%1” is not a number.").arg(a(0));
            case NumberTooLarge: return tr("%1 is too large for a 64-bit number: it becomes ∞.").arg(a(0));
            case NumberTooSmall: return tr("%1 is too small for a 64-bit number: it becomes 0.").arg(a(0));
            case OperandExpected:
                return a(0).isEmpty() ? tr("The formula ends where a number or a name should come.")
                                      : tr("A number or a name should come before “%1”.").arg(a(0));
            case OperatorExpected: return tr("An operator is missing before “%1”.").arg(a(0));
            case NeverClosed: return tr("This “%1” is never closed.").arg(a(0));
            case NotOpened: return tr("This “%1” closes nothing.").arg(a(0));
            case BracketMismatch: return tr("“%1” does not close “%2”.").arg(a(0), a(1));
            case AmbiguousProduct: return tr("%1 can be read in two ways: %2 or %3.").arg(a(0), a(1), a(2));
            case AmbiguousRoot: return tr("%1 can be read in two ways: %2 or %3.").arg(a(0), a(1), a(2));
            case AssignInCondition: return tr("“=” defines a name; a comparison is written “==”.");
            case ConditionExpected: return tr("A piece needs its condition: “if x > 0”.");
            case OtherwiseMissing: return tr("The last piece is missing: what holds otherwise?");
            case BadAssignmentTarget: return tr("“%1” cannot be given a value: only a name, or f(x), stands before “=”.").arg(a(0));
            case RepeatedParameter: return tr("“%1” is a parameter twice.").arg(a(0));
            case DerivativeNotTyped: return tr("Differentiating is what Backstep does: type only the function.");
            case NotSupported:
                return tr("Backstep does not support %1. The program stops when it comes here.").arg(engineWords(a(0).toStdString()));
            case MagicLine: return tr("“%1” is for a notebook: it is passed over.").arg(a(0));
            default: return meaning();
        }
    }

    [[nodiscard]] QString help() const {
        using enum DiagnosticKind;
        switch (d_.kind) {
            case UnknownCharacter: return tr("Remove it, or type what you mean in letters, digits and + − * / ^ ( ).");
            case LookalikeLetter: return tr("Type the Latin letter %1.").arg(a(1));
            case NeverClosed: return tr("Add the closing bracket.");
            case AmbiguousProduct: return tr("Add brackets, or a multiplication sign.");
            case AmbiguousRoot: return tr("Add brackets.");
            case OtherwiseMissing: return tr("For example {x^2 if x > 0, -x otherwise}.");
            case OperatorExpected: return tr("Write the multiplication sign if you mean a product.");
            case FunctionWithoutArgument: return tr("For example %1(x).").arg(a(0));
            case NotDifferentiable: return tr("The derivative shown is a convention, the one that PyTorch has.");
            case OutsideDomain: return tr("The value here is not a finite number; the derivatives follow the rules all the same.");
            default: return {};
        }
    }

private:
    const Diagnostic& d_;

    // What the person typed may hold anything; on a screen it is one harmless line.
    [[nodiscard]] QString a(std::size_t i) const {
        return i < d_.arguments.size() ? QString::fromStdString(printable(d_.arguments[i])) : QString();
    }
    // One that cannot be shown is called by its number.
    [[nodiscard]] QString character() const {
        const QString shown = a(0);
        if (shown.isEmpty() || !shown.contains(QChar(QChar::ReplacementCharacter))) return shown;
        std::size_t at = 0;
        return QStringLiteral("U+%1").arg(static_cast<std::uint32_t>(decodeUtf8(d_.arguments[0], at)), 4, 16, QLatin1Char('0')).toUpper();
    }
    [[nodiscard]] QString suggested(const QString& said, std::size_t i) const {
        return a(i).isEmpty() ? said : sentencesOf({said, tr("Did you mean %1?").arg(a(i))});
    }

    [[nodiscard]] QString meaning() const {
        using enum DiagnosticKind;
        switch (d_.kind) {
            case UnknownFunction: return suggested(tr("There is no function “%1”.").arg(a(0)), 1);
            case UnknownName: return suggested(tr("There is no name “%1”.").arg(a(0)), 1);
            case WrongArgumentCount:
                return a(1) == QLatin1String("1") ? tr("%1 takes 1 argument, %2 given.").arg(a(0), a(2))
                                                  : tr("%1 takes %2 arguments, %3 given.").arg(a(0), a(1), a(2));
            case FunctionWithoutArgument: return tr("%1 is a function: what is it of?").arg(a(0));
            case RecursiveFunction: return tr("%1 is defined by itself.").arg(a(0));
            case TooManyNodes: return tr("The computation has more than %1 operations.").arg(a(0));
            case OutsideDomain: return outsideDomain(a(0), a(1), a(2));
            case NotDifferentiable: return tr("%1 has no derivative at %2.").arg(a(0), a(1));
            case InfiniteHere: return tr("%1 is infinite here.").arg(a(0));
            case UndefinedHere: return tr("%1 has no value here (NaN).").arg(a(0));
            default: return QString::fromLatin1(nameOf(d_.kind));
        }
    }
};

class Titles {
    Q_DECLARE_TR_FUNCTIONS(Titles)

public:
    static QString phase(const Phase& phase) {
        switch (phase.kind) {
            case Phase::Kind::Forward: return phase.number == 1 ? tr("forward") : tr("forward %1").arg(phase.number);
            case Phase::Kind::Backward: return tr("backward %1").arg(phase.number);
            case Phase::Kind::Tangent: return tr("tangent %1").arg(phase.number);
        }
        return {};
    }
    static QString write(const QString& text) { return text.isEmpty() ? tr("Remove it") : tr("Write %1").arg(text); }
    static GraphWords graph() {
        // clang-format off
        return {tr("contribution").toStdString(), tr("value").toStdString(), tr("adjoint").toStdString(), tr("tangent").toStdString(), tr("Computation graph").toStdString(), tr("cut off: no gradient flows back").toStdString(), tr("not taken", "a branch of the program").toStdString()};
        // clang-format on
    }
    static ChartWords chart() { return {tr("slope").toStdString()}; }
};

}  // namespace

QString sentence(const Diagnostic& diagnostic) { return Phrases(diagnostic).sentence(); }
QString help(const Diagnostic& diagnostic) { return Phrases(diagnostic).help(); }
QString fixTitle(const Diagnostic&, const Fix& fix) { return Titles::write(QString::fromStdString(printable(fix.text))); }
QString phaseTitle(const Phase& phase) { return Titles::phase(phase); }
GraphWords graphWords() { return Titles::graph(); }
ChartWords chartWords() { return Titles::chart(); }

}  // namespace backstep
