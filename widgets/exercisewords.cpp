// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/exercisewords.h"

#include <QCoreApplication>
#include <QStringList>

#include "engine/diagram/printable.h"
#include "widgets/punctuation.h"

namespace backstep {
namespace {

QString shown(const std::vector<std::string>& arguments, std::size_t i) {
    return i < arguments.size() ? QString::fromStdString(printable(arguments[i])) : QString();
}

class FaultWords {
    Q_DECLARE_TR_FUNCTIONS(ExerciseFaults)

public:
    explicit FaultWords(const exercise::Fault& fault) : f_(fault) {}

    [[nodiscard]] QString sentence() const {
        using enum exercise::FaultKind;
        switch (f_.kind) {
            case NotText: return tr("This is no text in UTF-8.");
            case FileTooLarge: return tr("The file is larger than %1 KiB.").arg(a(0));
            case NoFrontMatter: return tr("An exercise begins with a line +++.");
            case FrontMatterOpen: return tr("The front matter is never closed by a second line +++.");
            case FenceOpen: return tr("This block is never closed.");
            case LanguageOpen: return tr("The part in %1 is never closed by a line :::.").arg(a(0));
            case LanguageNested: return tr("A part in one language cannot begin or end here.");
            case BadToml: return tr("This is not TOML: %1.").arg(a(0));
            case UnknownBlock: return suggested(tr("There is no block “%1”.").arg(a(0)), 1);
            case TooMany: return tr("%1: there are more than %2.").arg(a(0), a(1));
            case NewerFormat: return tr("The format has version 1; this file asks for %1.").arg(a(0));
            case UnknownKey: return suggested(tr("There is no key “%1” here.").arg(a(0)), 1);
            case ForeignKey: return tr("A task of type “%2” has no key “%1”.").arg(a(0), a(1));
            case MissingKey: return tr("The key “%1” is missing.").arg(a(0));
            case WrongType: return tr("“%1” must be %2.").arg(a(0), kindWord());
            case BadChoice: return suggested(tr("“%1” cannot be “%2”.").arg(a(0), a(1)), 2);
            case TextTooLong: return tr("“%1” is longer than %2 bytes.").arg(a(0), a(1));
            case TextCut: return tr("“%1” is longer than %2 characters; the rest is cut off.").arg(a(0), a(1));
            case TextCleaned: return tr("“%1” has control characters; they are shown as spaces.").arg(a(0));
            case OutOfRange: return tr("“%1” must be between %2 and %3.").arg(a(0), a(1), a(2));
            case Repeated: return tr("“%2” stands here a second time (%1).").arg(a(0), a(1));
            case BadName: return tr("“%1” cannot be a name here.").arg(a(0));
            case LanguagesDiffer: return tr("“%1” has not as many entries in each language.").arg(a(0));
            case LanguageMissing: return tr("“%1” is not said in %2.").arg(a(0), a(1));
            default: return meaning();
        }
    }

    [[nodiscard]] QString help() const {
        using enum exercise::FaultKind;
        switch (f_.kind) {
            case NoFrontMatter: return tr("Write +++, then backstep = 1, id = \"…\" and title = \"…\", then +++ again.");
            case FenceOpen: return tr("Close it by a line of ``` with as many marks as it was opened by.");
            case NothingShown: return tr("Put a block “show” before it.");
            case BadName: return tr("Letters, digits, - and _; a value is not called like a function or a constant.");
            case NoDerivative: return tr("Nothing of the output depends on it.");
            case AnythingIsRight: return tr("A tolerance is relative: 0.01 is one per cent.");
            case AlreadyRight: return tr("The program that is shown must lack what the task asks for.");
            default: return {};
        }
    }

private:
    const exercise::Fault& f_;

    [[nodiscard]] QString a(std::size_t i) const { return shown(f_.arguments, i); }
    [[nodiscard]] QString suggested(const QString& said, std::size_t i) const {
        return a(i).isEmpty() ? said : sentencesOf({said, tr("Did you mean %1?").arg(a(i))});
    }
    [[nodiscard]] QString kindWord() const {
        const QString kind = a(1);
        if (kind == QLatin1String("text")) return tr("a text");
        if (kind == QLatin1String("number")) return tr("a number");
        if (kind == QLatin1String("whole")) return tr("a whole number");
        if (kind == QLatin1String("truth")) return tr("true or false");
        if (kind == QLatin1String("list")) return tr("a list");
        if (kind == QLatin1String("table")) return tr("a table");
        if (kind == QLatin1String("interval")) return tr("two numbers, the smaller first");
        return tr("an expression: a number or a text");
    }

    [[nodiscard]] QString meaning() const {
        using enum exercise::FaultKind;
        switch (f_.kind) {
            case BadExpression: return tr("“%1” cannot be computed.").arg(a(0));
            case UnknownValue: return suggested(tr("There is no value “%1”.").arg(a(0)), 1);
            case NothingShown: return tr("“%1” needs something that is shown.").arg(a(0));
            case ShownFails: return tr("What is to be shown fails: %1.").arg(a(0));
            case UnknownQuantity: return tr("“%1” is no quantity of what is shown.").arg(a(0));
            case UnknownNode: return suggested(tr("There is no node “%1”.").arg(a(0)), 1);
            case NotAnOperand: return tr("%1 is no operand of %2.").arg(a(0), a(1));
            case NoDerivative: return tr("“%1” gets no derivative.").arg(a(0));
            case NoSuchStep: return tr("There is no such step.");
            case NoRightOption: return tr("No option is right.");
            case SeveralRight: return tr("Several options are right; that is a task of type “choices”.");
            case ModelNotRight:
                return a(0).isEmpty() ? tr("The model answer is not accepted.") : tr("The model answer is not accepted (%1).").arg(a(0));
            case AlreadyRight: return tr("What is shown is accepted before it was changed.");
            case WrongIsRight: return tr("The wrong answer “%1” is right.").arg(a(0));
            case WrongNotKnown: return tr("The wrong answer “%1” gets another reply than this one.").arg(a(0));
            case AnythingIsRight: return tr("With a tolerance of %1 nearly every answer is right.").arg(a(0));
            case NoPoints: return tr("“%1” has no value at too many of the points where it is tried.").arg(a(0));
            case NoValueLeft: return tr("No value is left for “%1”.").arg(a(0));
            case UnknownTask: return suggested(tr("There is no task “%1”.").arg(a(0)), 1);
            default: return QString::fromLatin1(exercise::nameOf(f_.kind));
        }
    }
};

class Replies {
    Q_DECLARE_TR_FUNCTIONS(ExerciseReplies)

public:
    explicit Replies(const exercise::Verdict& verdict) : v_(verdict) {}

    [[nodiscard]] QString reply() const {
        using enum exercise::Mistake;
        switch (v_.mistake) {
            case Empty: return tr("Nothing is written there yet.");
            case TooLong: return tr("That is longer than %1 bytes.").arg(a(0));
            case NotANumber: return tr("This cannot be read as a number.");
            case NotAnExpression: return tr("This cannot be read as an expression.");
            case UnknownName: return suggested(tr("What is “%1” here?").arg(a(0)), 1);
            case NotANode: return suggested(tr("“%1” is not asked for.").arg(a(0)), 1);
            case MoreDigits: return tr("Close: give more digits, at least three.");
            case Sign: return tr("The size is right. Look at the sign.");
            case MissedTerm: return tr("A term of the sum is missing: every edge that leaves the node brings a contribution.");
            case OneTermTwice: return tr("One contribution was counted twice.");
            case ForgotUpstream: return tr("That is the local derivative. Multiply it by the adjoint that comes from above.");
            case ForgotLocal: return tr("That is the adjoint from above. Multiply it by the local derivative of the edge.");
            case GaveValue: return tr("That is the value of the node; its derivative is asked for.");
            case NotAnOption: return tr("Choose one of the options by its letter.");
            case OneOption: return tr("Exactly one option is right here.");
            case SomeMissing: return tr("All that you chose is right, but something is missing.");
            case SomeTooMuch: return tr("One of those you chose is not right.");
            case CellsMissing: return tr("Some places are still empty.");
            case NotAStep: return tr("A step is a whole number from 1 to %1.").arg(a(0));
            case StepBefore: return tr("It happens later.");
            case StepAfter: return tr("It happens earlier.");
            default: return program();
        }
    }

private:
    const exercise::Verdict& v_;

    [[nodiscard]] QString a(std::size_t i) const { return shown(v_.arguments, i); }
    [[nodiscard]] QString suggested(const QString& said, std::size_t i) const {
        return a(i).isEmpty() ? said : sentencesOf({said, tr("Did you mean %1?").arg(a(i))});
    }

    [[nodiscard]] QString program() const {
        using enum exercise::Mistake;
        switch (v_.mistake) {
            case ProgramFails: return tr("The program ends with %1: %2 (line %3).").arg(a(0), a(1), a(2));
            case ProgramLimit: return tr("The program could not be run to its end (%1: %2).").arg(a(0), a(1));
            case ProgramRuns: return tr("The program runs to its end without an error.");
            case OtherError: return tr("The program ends with %1, not with %2.").arg(a(0), a(1));
            case OtherOutput: return a(0).isEmpty() ? tr("The program prints nothing.") : tr("The program prints: %1").arg(a(0));
            case LacksOutput: return tr("The output lacks “%1”.").arg(a(0));
            case NoVariable: return tr("At the end there is no variable “%1” with numbers.").arg(a(0));
            case NoGradient: return tr("%1.grad is None.").arg(a(0));
            case OtherNumbers:
                return a(2).isEmpty() ? tr("%1 holds %2, which is not what is asked for.").arg(a(0), a(1))
                                      : tr("%1.grad holds %2, which is not what is asked for.").arg(a(0), a(1));
            case LineNotRun: return tr("The line “%1” does not run.").arg(a(0));
            case LineRun: return tr("The line “%1” runs.").arg(a(0));
            case TextLacks: return tr("The program lacks “%1”.").arg(a(0));
            case TextHas: return tr("The program still has “%1”.").arg(a(0));
            case NoCurve:
                return a(0) == QLatin1String("0") ? tr("The program draws no curve.")
                                                  : tr("None of the curves that the program draws is the one that is asked for.");
            default: return tr("That is not the answer. Try again, or ask for a hint.");
        }
    }
};

class Questions {
    Q_DECLARE_TR_FUNCTIONS(ExerciseQuestions)

public:
    static QString question(const exercise::Task& task) {
        using enum exercise::TaskType;
        const QString node = QString::fromStdString(printable(task.node.text));
        switch (task.type) {
            case Number: return tr("Which number is it?");
            case Expression: return tr("Write it as an expression.");
            case Choice: return tr("Which one is right?");
            case Choices: return tr("Which are right?");
            case Adjoint: return tr("What is the adjoint of %1?").arg(node);
            case Tangent: return tr("What is the tangent of %1?").arg(node);
            case Partial: return tr("What is the local derivative of %1 by %2?").arg(node, QString::fromStdString(printable(task.by.text)));
            case Sweep: return tr("Predict the whole sweep, node by node.");
            case Program: return tr("Change the program.");
            case Step: return tr("At which step does it happen?");
            case Table: return tr("Fill in the table.");
            case FreeText: return tr("Write it in your own words.");
        }
        return {};
    }
    static QString title(exercise::Verdict::Kind kind) {
        switch (kind) {
            case exercise::Verdict::Kind::Right: return tr("Right");
            case exercise::Verdict::Kind::Wrong: return tr("Not yet");
            case exercise::Verdict::Kind::Compare: return tr("Compare");
            case exercise::Verdict::Kind::Unreadable: return tr("Cannot be read");
        }
        return {};
    }
    static QString right() { return tr("Right."); }
    static QString compare() { return tr("Compare your answer with the model answer."); }
};

}  // namespace

QString sentence(const exercise::Fault& fault) { return FaultWords(fault).sentence(); }
QString help(const exercise::Fault& fault) { return FaultWords(fault).help(); }

QString in(const exercise::Text& text, const QString& language) { return QString::fromStdString(text.of(language.toStdString())); }

QString said(const exercise::Sheet& sheet, const exercise::Text& text, std::size_t task, const QString& language,
             const exercise::Answer* given) {
    return QString::fromStdString(sheet.said(text, task, language.toStdString(), given));
}

// Options and cells by what stands beside them.
QString answerInWords(const exercise::Sheet& sheet, std::size_t task, const exercise::Answer& answer, const QString& language) {
    const exercise::Task& t = sheet.exercise().tasks[task];
    const bool options = t.type == exercise::TaskType::Choice || t.type == exercise::TaskType::Choices;
    const QString text = QString::fromStdString(answer.text);
    QStringList parts;
    if (options) {
        const std::vector<std::size_t> order = sheet.optionOrder(task);
        for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            const int at = part.trimmed().toInt() - 1;
            if (at >= 0 && at < static_cast<int>(order.size()))
                parts << said(sheet, t.options[order[static_cast<std::size_t>(at)]].text, task, language).remove(QLatin1Char('`'));
        }
        return parts.join(QLatin1Char('\n'));
    }
    if (answer.cells.empty()) return text;
    for (const auto& [name, typed] : answer.cells) {
        QString head = QString::fromStdString(name);
        const QStringList place = head.split(QLatin1Char(','));
        const int row = place.value(0).toInt() - 1;
        const int column = place.value(1).toInt();
        if (t.type == exercise::TaskType::Table && row >= 0 && row < static_cast<int>(t.rows.size())) {
            head = said(sheet, t.rows[static_cast<std::size_t>(row)].head, task, language);
            if (t.columns.size() > 2 && column > 0 && column < static_cast<int>(t.columns.size()))
                head += QStringLiteral(", ") + said(sheet, t.columns[static_cast<std::size_t>(column)], task, language);
        }
        parts << QStringLiteral("%1: %2").arg(head, QString::fromStdString(typed));
    }
    return parts.join(QLatin1Char('\n'));
}

QString reply(const exercise::Sheet& sheet, std::size_t task, const exercise::Answer& answer, const exercise::Verdict& verdict,
              const QString& language) {
    if (verdict.right()) return Questions::right();
    if (verdict.reply != nullptr && !verdict.reply->empty()) return said(sheet, *verdict.reply, task, language, &answer);
    if (verdict.kind == exercise::Verdict::Kind::Compare) return Questions::compare();
    return Replies(verdict).reply();
}

QString question(const exercise::Sheet& sheet, std::size_t task, const QString& language) {
    const exercise::Task& t = sheet.exercise().tasks[task];
    return t.prompt.empty() ? Questions::question(t) : said(sheet, t.prompt, task, language);
}

QString verdictTitle(exercise::Verdict::Kind kind) { return Questions::title(kind); }

}  // namespace backstep
