// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "widgets/programwords_parts.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProgramWords)
};

using enum ExplanationKind;

QString noneWords(Sentences s) {
    if (s.has("isGrad")) {
        s.say(Words::tr("“{none}” is None: there is no gradient there yet."));
        if (s.has("needsNoGrad"))
            return s
                .say(Words::tr("“{variable}” does not require grad, so none will come. An update such as w = w - lr * "
                               "w.grad makes a new tensor; do it in place under torch.no_grad()."))
                .text();
        if (s.has("notLeaf")) {
            return s
                .say(Words::tr("“{variable}” is not a leaf: it was computed from other tensors, and .grad is kept for "
                               "leaves only. After w = w - lr * w.grad, w is such a result."))
                .say(Words::tr("Update in place under “with torch.no_grad():”, w -= lr * w.grad, so that it stays the leaf."))
                .text();
        }
        return s.say(Words::tr("Call backward() before, and check that the loss depends on “{variable}”.")).text();
    }
    if (s.has("prints"))
        return s
            .say(Words::tr("“{none}” is None: {returned} (defined in line {definedLine}) prints its result and does "
                           "not return it."))
            .say(Words::tr("Let it return the value; whoever calls it can print it."))
            .text();
    return s
        .say({Words::tr("“{none}” is None: {returned} (defined in line {definedLine}) comes to its end without return."),
              Words::tr("“{none}” is None: “{returned}” in line {returnedLine} returns nothing."),
              Words::tr("“{none}” is None, and None is no number."), Words::tr("One of the operands is None, and None is no number.")})
        .say(Words::tr("A function without return gives None; so do print, backward, and methods that change a list in place."))
        .text();
}

QString operandWords(const ErrorExplanation& e, Sentences s) {
    switch (e.kind) {
        case NoneOperand: return noneWords(s);
        case Operands:
            return s
                .say({Words::tr("“{left}” is of type {leftType} and “{right}” of type {rightType}; {operator} is not "
                                "defined between them."),
                      Words::tr("{operator} is not defined between the types {leftType} and {rightType}.")})
                .say(s.is("leftType", "list") || s.is("rightType", "list")
                         ? Words::tr("A list of Python does not compute; torch.tensor makes a tensor of it.")
                     : s.is("rightType", "str") || s.is("leftType", "str")
                         ? Words::tr("float() turns a text into a number, str() a number into a text.")
                         : Words::tr("Turn one of them into what the other is."))
                .text();
        case Concatenation:
            return s
                .say({Words::tr("“{left}” is a text and “{right}” is of type {rightType}. + joins texts only."),
                      Words::tr("+ joins a text to a text, not to a value of type {rightType}.")})
                .say(Words::tr("Use str(…) around it, or give both to print with a comma between."))
                .text();
        case ListPlus:
            return s
                .say({Words::tr("“{left}” is a list, and “{right}” is of type {rightType}. + joins a list to a list."),
                      Words::tr("+ joins a list to a list, not to a value of type {rightType}.")})
                .say(Words::tr("append adds one element; for arithmetic make a tensor of the list."))
                .text();
        case ListTimes:
            return s
                .say({Words::tr("“{left}” * “{right}”: a list times a whole number repeats it; other products of lists "
                                "do not exist."),
                      Words::tr("A list times a whole number repeats it; other products of lists do not exist.")})
                .say(Words::tr("torch.tensor makes a tensor of the list, which is multiplied element by element."))
                .text();
        case Unary: return s.say(Words::tr("{operator} is not defined for values of type {type}.")).text();
        default:
            return s
                .say({Words::tr("“{left}” is of type {leftType} and “{right}” of type {rightType}; they have no order."),
                      Words::tr("Values of type {leftType} and of type {rightType} have no order.")})
                .text();
    }
}

QString containerWords(const ErrorExplanation& e, Sentences s) {
    switch (e.kind) {
        case NotSubscriptable:
            if (s.is("type", "NoneType"))
                return s
                    .say({Words::tr("“{none}” is None: “{returned}” in line {returnedLine} returned nothing."),
                          Words::tr("“{container}” is None, and nothing can be taken out of it."),
                          Words::tr("This is None, and nothing can be taken out of it.")})
                    .text();
            if (s.has("function"))
                return s
                    .say(Words::tr("“{container}” is a function. A function is called with round parentheses; square "
                                   "brackets take elements."))
                    .text();
            return s
                .say({Words::tr("“{container}” is of type {type} and has no elements to take out."),
                      Words::tr("A value of type {type} has no elements to take out.")})
                .text();
        case NotAssignable:
            return s.say(Words::tr("A value of type {type} cannot be changed element by element."))
                .say(Words::tr("Build a new one, or use a list."))
                .text();
        case NotIterable:
            if (s.has("element"))
                return s
                    .say(Words::tr("The loop takes pairs (“{targets}”), and the elements of “{variable}” are no pairs "
                                   "but of type {type}."))
                    .say(Words::tr("enumerate gives pairs of number and element."))
                    .text();
            if (s.is("type", "NoneType") && s.has("returned"))
                return s.say(Words::tr("“{returned}” in line {returnedLine} returned None, and there is nothing in None.")).text();
            return s
                .say({Words::tr("“{variable}” is of type {type}, and there are no elements in it to go through."),
                      Words::tr("A value of type {type} has no elements to go through.")})
                .say({s.is("type", "int") ? Words::tr("To count, write range({variable}).") : QString(),
                      s.is("type", "int") ? Words::tr("To count, write range(…).") : QString()})
                .text();
        case NoLength:
            return s
                .say({Words::tr("“{variable}” is of type {type}, and that has no length."),
                      Words::tr("A value of type {type} has no length.")})
                .text();
        case NotAContextManager:
            return s.say(Words::tr("What stands behind with must be made by a call: torch.no_grad() with its parentheses.")).text();
        case Unhashable:
            return s
                .say(Words::tr("A value of type {type} can change, so it can be no key of a dict and no element of a "
                               "set. Use a tuple."))
                .text();
        case TooManyToUnpack:
            return s
                .say({Words::tr("“{variable}” gives more than {wanted} values, and there are {wanted} names for them "
                                "(“{targets}”)."),
                      Words::tr("There are more values than the {wanted} names for them.")})
                .say(Words::tr("enumerate(x) gives pairs of number and element; items() of a dict gives pairs of key and value."))
                .text();
        case TooFewToUnpack:
            return s
                .say({Words::tr("“{variable}” gives {got} value(s), and there are {wanted} names for them (“{targets}”)."),
                      Words::tr("There are {wanted} names and only {got} value(s).")})
                .text();
        case ListIndexOutOfRange:
            if (s.has("isEmpty")) return s.say(Words::tr("“{container}” is empty: there is no element to take.")).text();
            return s
                .say({Words::tr("“{container}” has {containerSize} element(s). Counting starts at 0, so the last has "
                                "index {last}; “{index}” is {indexValue} here."),
                      Words::tr("“{container}” has {containerSize} element(s). Counting starts at 0, so the last has "
                                "index {last}."),
                      Words::tr("The index is beyond the end. Counting starts at 0, so the last index is one less than "
                                "the length.")})
                .text();
        case HugeIndex: return s.say(Words::tr("This number is too large to be an index.")).text();
        case PopFromEmpty: return s.say(Words::tr("The {type} is empty: there is nothing left to take.")).text();
        case MissingKey:
            return s
                .say({Words::tr("“{container}” has no key {key}. There is '{meant}': was that meant?"),
                      Words::tr("“{container}” has no key {key}; its keys are {keys}."), Words::tr("There is no key {key}.")})
                .text();
        case NotInList: return s.say(Words::tr("The value is not in the list. Ask first: if x in values.")).text();
        case ChangedWhileLooping:
            return s.say(Words::tr("The loop goes through something that grows or shrinks meanwhile. Loop over a copy: list(x).")).text();
        default:
            return s.say(Words::tr("The iterator has come to its end. A for loop ends there by itself; next(x, None) gives None.")).text();
    }
}

QString arithmeticWords(const ErrorExplanation& e, Sentences s) {
    switch (e.kind) {
        case WholeNumberExpected:
            return s
                .say({Words::tr("“{variable}” is of type {type}, and a whole number is needed here."),
                      Words::tr("A whole number is needed here, not one of type {type}.")})
                .say(Words::tr("/ always gives a decimal number, also 10 / 2; // gives a whole one."))
                .text();
        case RealNumberExpected:
            return s
                .say({Words::tr("“{variable}” is of type {type}, and {function} takes a number."),
                      Words::tr("A number is needed here, not a value of type {type}.")})
                .text();
        case BadNumberText: return s.say(Words::tr("The text {text} cannot be read as a number.")).text();
        case MathDomain:
            return s
                .say({Words::tr("“{variable}” is {variableValue} here, and {function} of it is no real number."),
                      Words::tr("{function} has no real value here: a logarithm needs a positive number, a root one "
                                "that is not negative."),
                      Words::tr("The function has no real value here.")})
                .say(Words::tr("torch would give nan or -inf in its place."))
                .text();
        case MathOverflow:
            return s
                .say({Words::tr("The result is larger than a decimal number can be (about 1.8e308): “{expression}”."),
                      Words::tr("The result is larger than a decimal number can be (about 1.8e308).")})
                .say(Words::tr("Work with logarithms, or with smaller steps."))
                .text();
        case ZeroToNegativePower:
            return s.say(Words::tr("0 to a negative power is 1 divided by 0, which plain Python refuses. torch would give inf.")).text();
        case ZeroDivision:
            return s
                .say({Words::tr("“{divisor}” is {divisorValue} here, and plain Python does not divide by 0."),
                      Words::tr("“{divisor}” is 0 here, and plain Python does not divide by 0."),
                      Words::tr("Plain Python does not divide by 0.")})
                .say(Words::tr("A tensor would give inf or nan. Check the divisor before."))
                .text();
        case WholeDivisionByZero:
            return s
                .say({Words::tr("“{divisor}” is 0 here, and whole numbers have no infinity."),
                      Words::tr("The divisor is 0, and whole numbers have no infinity.")})
                .say(Words::tr("With decimal numbers the result would be inf or nan."))
                .text();
        case TooDeep:
            return s.say(Words::tr("A function calls itself again and again without coming to an end."))
                .say(Words::tr("It needs a case that returns without calling itself."))
                .text();
        case NotAnException: return s.say(Words::tr("raise and except take exceptions, such as ValueError.")).text();
        case NotImplemented: return s.say(Words::tr("This method is there to be written by a class derived from this one.")).text();
        default:
            return s
                .say({Words::tr("The program asserts “{condition}”, and that is not true here: “{left}” is "
                                "{leftValue}, “{right}” is {rightValue}."),
                      Words::tr("The program asserts “{condition}”, and that is not true here: “{left}” is {leftValue}."),
                      Words::tr("The program asserts “{condition}”, and that is not true here."),
                      Words::tr("The program asserts something that is not true here.")})
                .text();
    }
}

}  // namespace

QString operationWords(const ErrorExplanation& e) {
    switch (e.kind) {
        case NoneOperand:
        case Operands:
        case Concatenation:
        case ListPlus:
        case ListTimes:
        case Unary:
        case Ordering: return operandWords(e, Sentences(e));
        case NotSubscriptable:
        case NotAssignable:
        case NotIterable:
        case NoLength:
        case NotAContextManager:
        case Unhashable:
        case TooManyToUnpack:
        case TooFewToUnpack:
        case ListIndexOutOfRange:
        case HugeIndex:
        case PopFromEmpty:
        case MissingKey:
        case NotInList:
        case ChangedWhileLooping:
        case NoMoreItems: return containerWords(e, Sentences(e));
        case WholeNumberExpected:
        case RealNumberExpected:
        case BadNumberText:
        case MathDomain:
        case MathOverflow:
        case ZeroToNegativePower:
        case ZeroDivision:
        case WholeDivisionByZero:
        case TooDeep:
        case NotAnException:
        case NotImplemented:
        case AssertionFailed: return arithmeticWords(e, Sentences(e));
        default: return {};
    }
}

}  // namespace backstep
