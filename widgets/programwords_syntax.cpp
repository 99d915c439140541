// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "widgets/programwords_parts.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProgramWords)
};

using enum ExplanationKind;

QString indentWords(const ErrorExplanation& e, Sentences s) {
    switch (e.kind) {
        case BlockExpected:
            return s
                .say(Words::tr("The {what} in line {header} ends with a colon: what belongs to it stands below, "
                               "indented by four spaces. Line {line} is not indented."))
                .text();
        case UnexpectedIndent:
            return s.say(Words::tr("Line {line} is indented, but the line above it begins no block."))
                .say(Words::tr("Let it begin where the line above begins, or look for a colon that is missing there."))
                .text();
        case UnindentMatches:
            return s
                .say(Words::tr("Line {line} begins in a column where no line above begins, so it is unclear to which "
                               "block it belongs."))
                .text();
        default:
            return s
                .say(Words::tr("Some lines are indented with tabs and others with spaces, and Python cannot tell which "
                               "are deeper."))
                .say(Words::tr("Use four spaces everywhere."))
                .text();
    }
}

QString bracketWords(const ErrorExplanation& e, Sentences s) {
    switch (e.kind) {
        case NeverClosed:
            return s
                .say(Words::tr("The “{bracket}” in line {line} is opened and never closed, so all that follows counts "
                               "as part of it."))
                .text();
        case NotOpened: return s.say(Words::tr("This “{bracket}” closes what was never opened.")).text();
        case BracketMismatch: return s.say(Words::tr("“{open}” is open here, and “{close}” closes another kind of bracket.")).text();
        case StringNotClosed:
            return s.say(Words::tr("A text begins with a quote here, and the same quote must end it in the same line.")).text();
        case LongStringNotClosed:
            return s
                .say({Words::tr("The text that begins in line {opened} with three quotes is never closed."),
                      Words::tr("A text that begins with three quotes is never closed.")})
                .text();
        default: return s.say(Words::tr("Brackets or blocks are nested too deeply for Python.")).text();
    }
}

QString assignmentWords(const ErrorExplanation& e, Sentences s) {
    switch (e.kind) {
        case AssignmentInCondition:
            return s.say(Words::tr("One = gives a value to a name; to ask whether two things are equal takes two: ==.")).text();
        case KeywordIsExpression:
            return s.say(Words::tr("In a call, name=value gives an argument by its name, so a name must stand to the left of =."))
                .say(Words::tr("To ask whether two things are equal write ==."))
                .text();
        default:
            return s.say(Words::tr("To the left of = stands the name that gets the value; a {what} cannot get one."))
                .say(Words::tr("Write name = value, or == to compare."))
                .text();
    }
}

}  // namespace

QString syntaxWords(const ErrorExplanation& e) {
    Sentences s(e);
    if (s.has("pasted") && !s.is("pasted", "Indentation") && !s.is("pasted", "Tab"))
        return s.say(Words::tr("The text was damaged when it was pasted. It can be repaired with certainty.")).text();
    switch (e.kind) {
        case BlockExpected:
        case UnexpectedIndent:
        case UnindentMatches:
        case TabsAndSpaces: return indentWords(e, s);
        case NeverClosed:
        case NotOpened:
        case BracketMismatch:
        case StringNotClosed:
        case LongStringNotClosed:
        case TooNested: return bracketWords(e, s);
        case AssignmentInCondition:
        case KeywordIsExpression:
        case AssignmentTarget: return assignmentWords(e, s);
        case ColonExpected:
            return s
                .say(Words::tr("Lines that begin a block (def, if, for, while, with, class) end with a colon, and here "
                               "it is missing."))
                .text();
        case PrintWithoutParentheses:
            return s.say(Words::tr("In Python 3 {function} is a function, and what it gets stands in parentheses.")).text();
        case CommaMissing:
            return s.say(Words::tr("Two values stand side by side with nothing between them: a comma or an operator is missing.")).text();
        case StrangeCharacter:
            return s
                .say({Words::tr("The character “{character}” ({code}) is no part of Python. It often comes from a web "
                                "page or a text editor."),
                      Words::tr("There is a character here that cannot be seen ({code}). It often comes from a web page.")})
                .say(Words::tr("Type it again: straight quotes ' and \", a plain minus -, plain brackets."))
                .text();
        case LeadingZeros: return s.say(Words::tr("A whole number does not begin with 0.")).text();
        case BadNumber:
            if (s.has("product"))
                return s
                    .say(Words::tr("A name cannot begin with a digit, and Python does not multiply by itself: write "
                                   "the star, 2 * x."))
                    .text();
            return s.say(Words::tr("This is no number. A name cannot begin with a digit, and a product needs its star: 2 * x.")).text();
        case AfterBackslash:
            return s
                .say(Words::tr("A backslash at the end of a line means that the line goes on below; nothing may follow "
                               "it, not even a space."))
                .text();
        case OutsideFunction:
            return s
                .say(Words::tr("“{keyword}” belongs inside a function; this line is outside of every function. Is its "
                               "indentation right?"))
                .text();
        case OutsideLoop:
            return s.say(Words::tr("“{keyword}” belongs inside a loop; this line is outside of every loop. Is its indentation right?"))
                .text();
        case ExceptExpected:
            return s.say(Words::tr("try needs an except below it that says what to do when something goes wrong, or a finally.")).text();
        case PositionalAfterKeyword:
            return s.say(Words::tr("In a call, arguments without a name come first, those with a name after them.")).text();
        case DefaultOrder: return s.say(Words::tr("Parameters with a default come after those without.")).text();
        case ParameterTwice: return s.say(Words::tr("Two parameters are called “{name}”.")).text();
        case KeywordTwice: return s.say(Words::tr("“{name}” is given twice.")).text();
        case ElseOfExpression: return s.say(Words::tr("“a if condition” as a value needs its other side: “a if condition else b”.")).text();
        case GlobalTooLate: return s.say(Words::tr("“{what} {name}” must come before the name is used in the function.")).text();
        case FormattedString:
            return s.say(Words::tr("Something is wrong between the braces of this f-string. To show a brace itself, write it twice."))
                .text();
        case EndTooEarly:
            return s.say(Words::tr("The program ends in the middle of something: a bracket or a block is not finished.")).text();
        case Unreadable:
        case UnreadableElse:
            return s
                .say({Words::tr("Python cannot read line {line} from the marked place on. “{meant}” may be meant."),
                      Words::tr("Python cannot read line {line} from the marked place on.")})
                .say(Words::tr("Often something is missing just before it: a bracket, a comma, an operator, a colon, "
                               "in this line or in the one above."))
                .text();
        default: return {};
    }
}

}  // namespace backstep
