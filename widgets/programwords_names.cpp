// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "widgets/programwords_parts.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProgramWords)
};

using enum ExplanationKind;

QString unknownNameWords(Sentences s) {
    if (s.has("foreign")) return s.say(Words::tr("Python writes {meant} where other languages write {name}.")).text();
    if (s.has("later"))
        return s
            .say(Words::tr("“{name}” gets its value only in line {otherLine}, “{otherText}”. A program runs from the "
                           "top to the bottom."))
            .say(Words::tr("Move that line up."))
            .text();
    if (s.has("import"))
        return s.say(Words::tr("“{name}” is not there by itself: nothing in this program imports it."))
            .say(Words::tr("Begin the program with “{import}”."))
            .text();
    if (s.has("prefixed")) return s.say(Words::tr("“{name}” is a function of a module, and is called by both names: {prefixed}.")).text();
    if (s.has("meant")) return s.say(Words::tr("No value was given to “{name}”. There is “{meant}”: was that meant?")).text();
    if (s.has("ofFunction"))
        return s.say(Words::tr("“{name}” exists only inside the function {ofFunction}, while it runs."))
            .say(Words::tr("Let the function return it."))
            .text();
    return s
        .say(Words::tr("No value was given to “{name}” before line {line}. Is it spelt as it is above, and was every "
                       "cell of the notebook pasted?"))
        .text();
}

QString noGradientYet(Sentences& s) {
    s.say({Words::tr("“{variable}.grad” is None: there is no gradient there yet."),
           Words::tr("The .grad is None: there is no gradient there yet.")});
    if (s.has("needsNoGrad"))
        return s.say(Words::tr("“{variable}” does not require grad, so none will come. Create it with requires_grad=True.")).text();
    if (s.has("notLeaf"))
        return s
            .say(Words::tr("“{variable}” was computed from other tensors; .grad is kept for leaves only. Call "
                           "{variable}.retain_grad() before backward() to keep it."))
            .text();
    if (s.has("noBackward")) return s.say(Words::tr("backward() has not been called before line {line}. Call it first.")).text();
    return s
        .say(Words::tr("Either backward() has not reached it, or its gradient was set to None. Call backward() first, "
                       "or ask “if x.grad is not None”."))
        .text();
}

QString attributeWords(const ErrorExplanation& e, Sentences s) {
    switch (e.kind) {
        case NoneAttribute:
            if (s.has("isGrad")) return noGradientYet(s);
            return s
                .say({Words::tr("“{object}” is None: “{returned}” in line {returnedLine} returned nothing."),
                      Words::tr("“{object}” is None, and None has no “{attribute}”."),
                      Words::tr("This value is None, and None has no “{attribute}”.")})
                .say(Words::tr("A function without return gives None; so do print, backward, and methods that change a "
                               "list in place."))
                .text();
        case TensorZeroGrad:
            return s
                .say(Words::tr("zero_grad() belongs to an optimizer or a module. The gradient of a tensor is a tensor "
                               "itself, and is set to zero in place."))
                .say({Words::tr("Write “{object}.grad.zero_()”."), Words::tr("Write x.grad.zero_().")})
                .text();
        case NumberAttribute:
            return s
                .say({Words::tr("“{object}” is a plain number, made in line {originLine} by “{origin}”. Plain numbers "
                                "have no “{attribute}”, and no history."),
                      Words::tr("This is a plain number, not a tensor: it has no “{attribute}”, and no history.")})
                .say(Words::tr("Keep the tensor for computing; take item() only for printing."))
                .text();
        case ArrayAttribute:
            return s
                .say({Words::tr("“{object}” is a NumPy array, not a tensor: it has no “{attribute}” and no gradients."),
                      Words::tr("This is a NumPy array, not a tensor: it has no “{attribute}” and no gradients.")})
                .say(Words::tr("torch.from_numpy makes a tensor of it."))
                .text();
        case ListAttribute:
            return s
                .say({Words::tr("“{object}” is a list of Python, made in line {originLine}; it has no “{attribute}”."),
                      Words::tr("This is a list of Python, not a tensor; it has no “{attribute}”.")})
                .say({Words::tr("Did you mean “{meant}”?"),
                      Words::tr("torch.tensor makes a tensor of a list of numbers, torch.stack of a list of tensors.")})
                .text();
        case ModuleAttribute:
            return s
                .say({Words::tr("{module} has no “{attribute}”. There is “{meant}”: was that meant?"),
                      Words::tr("{module} has no “{attribute}”. Is it spelt right, and is it of this module?")})
                .text();
        default:
            return s
                .say({Words::tr("“{object}” is of type {type} and has no “{attribute}”. There is “{meant}”: was that meant?"),
                      Words::tr("“{object}” is of type {type} and has no “{attribute}”."),
                      Words::tr("A value of type {type} has no “{attribute}”.")})
                .text();
    }
}

}  // namespace

QString nameWords(const ErrorExplanation& e) {
    Sentences s(e);
    switch (e.kind) {
        case UnknownName: return unknownNameWords(s);
        case NameNotYet:
            s.say({Words::tr("{function} gives a value to “{name}” somewhere, so in all of it that name is the "
                             "function's own, and it has no value yet here."),
                   Words::tr("“{name}” gets its value only later in this function.")});
            return s
                .say({s.has("outside") ? Words::tr("To change the one outside, write “global {name}” in the function's "
                                                   "first line; or take it as a parameter and return it.")
                                       : QString(),
                      QString()})
                .text();
        case UnknownModule:
            return s
                .say({Words::tr("There is no module {module}. Was {meant} meant?"),
                      Words::tr("There is no module {module} here. Backstep has torch, numpy, math, matplotlib, a part "
                                "of tensorflow, d2l, and what a first program uses of Python's own library.")})
                .text();
        case UnknownImport:
            return s
                .say({Words::tr("{module} has no “{name}”. There is “{meant}”: was that meant?"), Words::tr("{module} has no “{name}”.")})
                .text();
        case NoneAttribute:
        case TensorZeroGrad:
        case NumberAttribute:
        case ArrayAttribute:
        case ListAttribute:
        case ModuleAttribute:
        case MethodAttribute: return attributeWords(e, s);
        default: return {};
    }
}

QString callWords(const ErrorExplanation& e) {
    Sentences s(e);
    switch (e.kind) {
        case MissingArguments:
            return s
                .say({Words::tr("“{signature}” (line {definedLine}) needs {names} too, and the call does not give it."),
                      Words::tr("{function} needs {names} too, and the call does not give it.")})
                .say(Words::tr("Give it in the call, or give it a default in the definition."))
                .text();
        case TooManyArguments:
            if (s.has("selfMissing"))
                return s
                    .say(Words::tr("A method gets its object as the first argument, and “{signature}” (line "
                                   "{definedLine}) has no parameter for it."))
                    .say(Words::tr("Write self as its first parameter."))
                    .text();
            return s
                .say({Words::tr("“{signature}” (line {definedLine}) takes {wanted}, and the call gives {given}."),
                      Words::tr("{function} takes {wanted}, and the call gives {given}."),
                      Words::tr("{function} takes no arguments, and the call gives some.")})
                .say(Words::tr("Several values for one parameter go in a list or a tuple: f([1, 2])."))
                .text();
        case UnknownKeyword:
            return s
                .say({Words::tr("{function} has no parameter “{name}”. There is “{meant}”: was that meant?"),
                      Words::tr("“{signature}” (line {definedLine}) has no parameter “{name}”."),
                      Words::tr("{function} has no parameter “{name}”.")})
                .text();
        case ArgumentTwice:
            return s
                .say({Words::tr("“{signature}” (line {definedLine}) gets “{name}” twice: by its place and by its name."),
                      Words::tr("{function} gets “{name}” twice: by its place and by its name.")})
                .text();
        case TensorExpected:
            return s
                .say({Words::tr("{function} takes a tensor, and “{variable}” is of type {given}."),
                      Words::tr("{function} takes a tensor, and is given a value of type {given}.")})
                .say(Words::tr("Wrap the number, torch.tensor(2.0), or use math for plain numbers."))
                .text();
        case ArgumentKind:
            return s
                .say({Words::tr("“{variable}” is of type {given}; as “{name}” {function} takes {wanted}."),
                      Words::tr("As “{name}” {function} takes {wanted}, and is given a value of type {given}.")})
                .text();
        case ArgumentCombination:
            return s.say(Words::tr("{function} has no form that takes these arguments."))
                .say(Words::tr("The message lists the forms there are; compare the types one by one."))
                .text();
        case NotCallable:
            if (s.has("product")) {
                return s
                    .say({Words::tr("“{callee}” got a value in line {otherLine} (“{otherText}”) and is no function. "
                                    "Parentheses behind it mean a call."),
                          Words::tr("“{callee}” is a number or a tensor, and parentheses behind it mean a call.")})
                    .say(Words::tr("For a product write a star: {callee} * (…)."))
                    .text();
            }
            if (s.is("type", "module"))
                return s
                    .say(Words::tr("“{callee}” is a module, not a function. The function in it is called by both "
                                   "names: {callee}.{callee}(…)."))
                    .text();
            if (s.is("type", "NoneType"))
                return s.say({Words::tr("“{callee}” is None and cannot be called."), Words::tr("This is None and cannot be called.")})
                    .text();
            return s
                .say({Words::tr("“{callee}” is of type {type} since line {otherLine}, “{otherText}”, and cannot be called."),
                      Words::tr("“{callee}” is of type {type} and cannot be called."),
                      Words::tr("A value of type {type} cannot be called.")})
                .say(s.has("givenAway") ? Words::tr("There “{callee}” lost its meaning in Python. Choose another name for the value.")
                                        : Words::tr("An element is taken with square brackets: x[0]."))
                .text();
        case WrongSuper: return s.say(Words::tr("super() works inside a method of a class, which has self as its first parameter.")).text();
        case ModuleNotReady:
            return s.say(Words::tr("A module must be set up before layers are put into it."))
                .say(Words::tr("Begin __init__ with “super().__init__()”."))
                .text();
        default: return {};
    }
}

}  // namespace backstep
