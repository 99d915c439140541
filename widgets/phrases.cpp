// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/phrases.h"

#include <QCoreApplication>

namespace backstep {
namespace {

// a >= -1 && a <= 1 of the op table, as mathematics on paper: −1 ≤ x ≤ 1 keeps its parts, joined by a comma.
QString condition(QString text) {
    text.replace(QLatin1String("std::cos(a)"), QLatin1String("cos x")).replace(QLatin1String("std::sin(a)"), QLatin1String("sin x"));
    if (text.contains(QLatin1String("std::floor"))) return {};
    if (text.contains(QLatin1String("nearbyint"))) return {};
    text.replace(QLatin1String(" && "), QLatin1String(", ")).replace(QLatin1String(">="), QStringLiteral("≥")).replace(QLatin1String("<="), QStringLiteral("≤"));
    text.replace(QLatin1String("!="), QStringLiteral("≠")).replace(QLatin1Char('-'), QChar(0x2212));
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {  // the operands a and b are x and y to a reader
        const bool alone = (i == 0 || !text[i - 1].isLetter()) && (i + 1 == text.size() || !text[i + 1].isLetter());
        out += alone && text[i] == QLatin1Char('a') ? QLatin1Char('x') : alone && text[i] == QLatin1Char('b') ? QLatin1Char('y') : text[i];
    }
    return out;
}

class Phrases {
    Q_DECLARE_TR_FUNCTIONS(Phrases)

public:
    explicit Phrases(const Diagnostic& diagnostic) : d_(diagnostic) {}

    [[nodiscard]] QString sentence() const {
        using enum DiagnosticKind;
        switch (d_.kind) {
            case EmptyText: return tr("Type a function of x, such as x^2 or f(x) = sin(x).");
            case TextTooLong: return tr("A function may have %1 characters at most.").arg(a(0));
            case TooDeep: return tr("Brackets are nested more than %1 deep.").arg(a(0));
            case TooManyTerms: return tr("There are more than %1 terms.").arg(a(0));
            case UnknownCharacter: return tr("“%1” is not part of mathematical notation here.").arg(a(0));
            case LookalikeLetter: return tr("“%1” looks like the letter %2 but is another one.").arg(a(0), a(1));
            case CurlyQuote: return tr("Quotation marks (%1) have no meaning in a formula.").arg(a(0));
            case BadNumber: return tr("“%1” is not a number.").arg(a(0));
            case NumberTooLarge: return tr("%1 is too large for a 64-bit number: it becomes ∞.").arg(a(0));
            case NumberTooSmall: return tr("%1 is too small for a 64-bit number: it becomes 0.").arg(a(0));
            case OperandExpected: return a(0).isEmpty() ? tr("The formula ends where a number or a name should come.") : tr("A number or a name should come before “%1”.").arg(a(0));
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
            case OutsideDomain: return tr("The value here is not a finite number; the derivatives follow the rules all the same.");
            default: return {};
        }
    }

private:
    const Diagnostic& d_;

    [[nodiscard]] QString a(std::size_t i) const { return i < d_.arguments.size() ? QString::fromStdString(d_.arguments[i]) : QString(); }
    [[nodiscard]] QString suggested(const QString& said, std::size_t i) const { return a(i).isEmpty() ? said : said + QLatin1Char(' ') + tr("Did you mean %1?").arg(a(i)); }

    [[nodiscard]] QString meaning() const {
        using enum DiagnosticKind;
        switch (d_.kind) {
            case UnknownFunction: return suggested(tr("There is no function “%1”.").arg(a(0)), 1);
            case UnknownName: return suggested(tr("There is no name “%1”.").arg(a(0)), 1);
            case WrongArgumentCount: return tr("%1 takes %2 argument(s), %3 given.").arg(a(0), a(1), a(2));
            case FunctionWithoutArgument: return tr("%1 is a function: what is it of?").arg(a(0));
            case NotAFunction: return tr("“%1” is not a function.").arg(a(0));
            case RecursiveFunction: return tr("%1 is defined by itself.").arg(a(0));
            case TooManyNodes: return tr("The computation has more than %1 operations.").arg(a(0));
            case ConditionIsNotNumber: return tr("The condition is not a comparison.");
            case UnknownInput: return tr("There is no input “%1”. Inputs: %2.").arg(a(0), a(1));
            case OutsideDomain: return outside();
            case NotDifferentiable: return tr("%1 has no derivative at %2.").arg(a(0), a(1));
            case InfiniteHere: return tr("%1 is infinite here.").arg(a(0));
            case UndefinedHere: return tr("%1 has no value here (NaN).").arg(a(0));
            default: return QString::fromLatin1(nameOf(d_.kind));
        }
    }
    [[nodiscard]] QString outside() const {
        if (a(0) == QLatin1String("div")) return tr("Division by 0 here.");
        const QString where = condition(a(2));
        return where.isEmpty() ? tr("%1 is not defined at %2.").arg(a(0), a(1)) : tr("%1 is not defined at %2: it is real only for %3.").arg(a(0), a(1), where);
    }
};

class StepWords {
    Q_DECLARE_TR_FUNCTIONS(StepWords)

public:
    StepWords(const Explanation& step, const Recording& recording) : s_(step), r_(recording) {}

    [[nodiscard]] QString text() const {
        switch (s_.kind) {
            case Explanation::Kind::Start: return tr("Nothing has been computed yet. The next step begins the forward pass.");
            case Explanation::Kind::Input: return tr("%1 is an input. Its value is given.").arg(name(s_.node));
            case Explanation::Kind::Computed: return tr("%1 is computed from values that are already known.").arg(target());
            case Explanation::Kind::Branch: return s_.branchTaken ? tr("The condition %1 holds: this piece is taken.").arg(target()) : tr("The condition %1 does not hold: the other piece is taken.").arg(target());
            case Explanation::Kind::Seed: return seed();
            case Explanation::Kind::Contribution: return contribution();
        }
        return {};
    }

private:
    const Explanation& s_;
    const Recording& r_;

    [[nodiscard]] QString target() const { return QString::fromStdString(toPlainText(s_.target)); }
    [[nodiscard]] QString name(NodeId id) const { return QString::fromStdString(toPlainText(nameNotation(r_.tape.nameOf(id)))); }

    [[nodiscard]] QString seed() const {
        if (s_.mode == SweepMode::Forward) return tr("Forward mode begins at %1: its tangent is 1, because we ask how everything changes with it.").arg(name(s_.node));
        return tr("The backward sweep begins at the output: the adjoint of %1 is 1, because %1 changes exactly as itself.").arg(name(s_.node));
    }

    [[nodiscard]] QString contribution() const {
        const QString user = name(s_.user);
        const QString from = name(s_.from);
        const QString to = name(s_.node);
        QString said = s_.mode == SweepMode::Reverse ? tr("%1 passes its adjoint back to %2.").arg(target(), to) : tr("%1 passes its tangent on to %2.").arg(from, target());
        said += QLatin1Char(' ') + local(user, s_.mode == SweepMode::Reverse ? to : from);
        if (s_.expected > 1 && s_.arrived > 1) said += QLatin1Char(' ') + tr("It is added to what has already arrived: %1 of %2 contributions.").arg(s_.arrived).arg(s_.expected);
        if (s_.expected > 1 && s_.arrived == 1) said += QLatin1Char(' ') + tr("It is the first of %1 contributions.").arg(s_.expected);
        return said;
    }
    [[nodiscard]] QString local(const QString& of, const QString& by) const {
        const double partial = s_.partial.value_or(0);
        const bool constant = r_.tape.op(s_.user) == Op::Add || r_.tape.op(s_.user) == Op::Sub || r_.tape.op(s_.user) == Op::Neg;
        if (partial == 0) return tr("The local derivative ∂%1/∂%2 is 0 here, so nothing flows.").arg(of, by);
        if (partial != partial) return tr("The local derivative ∂%1/∂%2 has no value here (NaN).").arg(of, by);
        if (partial - partial != 0) return tr("The local derivative ∂%1/∂%2 is infinite here.").arg(of, by);
        if (constant) return tr("The local derivative ∂%1/∂%2 is constant.").arg(of, by);
        const QString rule = s_.rule.size() > 1 ? QString::fromStdString(toPlainText(s_.rule.back())) : QString();
        return tr("The local derivative is %1.").arg(rule);
    }
};

class Titles {
    Q_DECLARE_TR_FUNCTIONS(Titles)

public:
    static QString phase(const Phase& phase) {
        switch (phase.kind) {
            case Phase::Kind::Forward: return tr("forward");
            case Phase::Kind::Backward: return tr("backward %1").arg(phase.number);
            case Phase::Kind::Tangent: return tr("tangent %1").arg(phase.number);
        }
        return {};
    }
    static QString write(const QString& text) { return text.isEmpty() ? tr("Remove it") : tr("Write %1").arg(text); }
    static GraphWords graph() {
        return {tr("contribution").toStdString(), tr("value").toStdString(), tr("adjoint").toStdString(), tr("tangent").toStdString(), tr("Computation graph").toStdString()};
    }
    static ChartWords chart() { return {tr("slope").toStdString()}; }
};

}  // namespace

QString sentence(const Diagnostic& diagnostic) { return Phrases(diagnostic).sentence(); }
QString help(const Diagnostic& diagnostic) { return Phrases(diagnostic).help(); }
QString fixTitle(const Diagnostic&, const Fix& fix) { return Titles::write(QString::fromStdString(fix.text)); }
QString words(const Explanation& step, const Recording& recording, const Source&) { return StepWords(step, recording).text(); }
QString phaseTitle(const Phase& phase) { return Titles::phase(phase); }
GraphWords graphWords() { return Titles::graph(); }
ChartWords chartWords() { return Titles::chart(); }

}  // namespace backstep
