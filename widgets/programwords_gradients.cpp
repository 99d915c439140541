// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "widgets/programwords_parts.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProgramWords)
};

using enum ExplanationKind;

QString noGraphWords(Sentences s) {
    s.say({Words::tr("backward() follows recorded operations, but nothing that leads to “{root}” was recorded with a "
                     "gradient."),
           Words::tr("backward() follows recorded operations, but nothing that leads to this value was recorded with a "
                     "gradient.")});
    if (s.is("cause", "detach"))
        return s.say(Words::tr("“{cut}” in line {cutLine} cuts the value off from what computed it: what follows has no history."))
            .say(Words::tr("Leave it out where the gradient is wanted; detach only what is printed or stored."))
            .text();
    if (s.is("cause", "item"))
        return s.say(Words::tr("“{cut}” in line {cutLine} gives a plain Python number, and a plain number has no history."))
            .say(Words::tr("Keep the tensor for computing, and take item() only to print it."))
            .text();
    if (s.is("cause", "data"))
        return s.say(Words::tr("“{cut}” in line {cutLine} gives the numbers without their history."))
            .say(Words::tr("Use the tensor itself where the gradient is wanted."))
            .text();
    if (s.is("cause", "noGrad"))
        return s.say(Words::tr("Line {cutLine}, “{cut}”, turns recording off, and the value was computed inside it."))
            .say(Words::tr("Compute the value outside of that block; keep the block for updating parameters."))
            .text();
    if (s.is("cause", "copied"))
        return s
            .say(Words::tr("“{cut}” in line {cutLine} copies the numbers into a new leaf, which does not know where "
                           "they came from."))
            .say(Words::tr("Use the tensor as it is, or torch.stack to put several together."))
            .text();
    if (s.is("cause", "steps"))
        return s
            .say(Words::tr("“{cut}” in line {cutLine} jumps from one value to the next, so it has no derivative and is "
                           "not recorded."))
            .text();
    return s
        .say({Words::tr("“{cutName}” was created in line {cutLine} without requires_grad=True, so its operations are "
                        "not recorded."),
              Words::tr("No tensor here was created with requires_grad=True.")})
        .say(Words::tr("Create the tensor that you want the gradient of with requires_grad=True."))
        .text();
}

QString twiceWords(Sentences s) {
    s.say({Words::tr("This graph was already walked backward in line {otherLine}. There PyTorch freed the values that "
                     "the operations had saved."),
           Words::tr("This graph was already walked backward once. There PyTorch freed the values that the operations "
                     "had saved.")});
    s.say({Words::tr("“{savedText}” in line {savedLine} is one of them ({saver}): its derivative needs the saved "
                     "values again, and they are gone."),
           QString()});
    if (s.has("again")) {
        if (s.has("carried")) {
            return s
                .say(Words::tr("Each turn computes “{carried}” from its own last value (line {carriedLine}), so its "
                               "graph goes back through all turns before; their part was freed."))
                .say(Words::tr("Cut it at the beginning of each turn with “{carried} = {carried}.detach()”; or add the "
                               "losses and call backward() once, after the loop."))
                .text();
        }
        return s
            .say({Words::tr("The loop of line {loopLine} runs backward() again, but the value was computed before the "
                            "loop: compute it inside, so that each turn has a graph of its own."),
                  Words::tr("Compute the value again before each backward(), so that each has a graph of its own.")})
            .text();
    }
    return s
        .say({Words::tr("To go through the same graph twice, write retain_graph=True in the call of line {otherLine}; "
                        "or add the results and call backward() once."),
              Words::tr("To go through the same graph twice, write retain_graph=True in the first call.")})
        .text();
}

QString changedWords(Sentences s) {
    s.say({Words::tr("“{savedText}” in line {savedLine} saved “{variable}” for its derivative ({saver}). Since then "
                     "its numbers were changed in place."),
           Words::tr("“{savedText}” in line {savedLine} saved a value for its derivative ({saver}). Since then its "
                     "numbers were changed in place."),
           Words::tr("An operation saved a value for its derivative. Since then its numbers were changed in place.")});
    s.say({Words::tr("Line {otherLine} changed it: “{otherText}”. It was at version {expected} when it was saved and "
                     "is at version {version} now, so the gradient would be wrong."),
           Words::tr("It was at version {expected} when it was saved and is at version {version} now, so the gradient "
                     "would be wrong.")});
    if (s.has("underNoGrad"))
        return s
            .say(Words::tr("Update parameters only after every backward() that uses them, or compute the loss again "
                           "after the update."))
            .text();
    return s.say(Words::tr("Make a new tensor (x = x + 1) in place of changing the old one (x += 1), or change a clone().")).text();
}

QString leafWords(Sentences s, bool view) {
    s.say({Words::tr("“{variable}” is a leaf that requires grad: its gradient belongs to the numbers it has now. "
                     "“{statement}” would change them behind autograd's back."),
           Words::tr("A leaf that requires grad would be changed in place: its gradient belongs to the numbers it has now.")});
    if (s.has("update"))
        return s.say(Words::tr("An update of parameters is no part of the function. Put it under “with torch.no_grad():”.")).text();
    if (view) return s.say(Words::tr("Put the assignment under “with torch.no_grad():”, or change a clone().")).text();
    return s
        .say(Words::tr("Make a new tensor (x = x + 1) in place of changing this one, or, for an update of parameters, "
                       "put it under “with torch.no_grad():”."))
        .text();
}

}  // namespace

QString gradientWords(const ErrorExplanation& e) {
    Sentences s(e);
    switch (e.kind) {
        case BackwardNonScalar:
            return s
                .say({Words::tr("“{root}” has {rootSize} elements (shape {rootShape}). backward() starts from one "
                                "number; for many it must be told how much each one counts."),
                      Words::tr("This value has many elements. backward() starts from one number; for many it must be "
                                "told how much each one counts.")})
                .say({Words::tr("Sum them into one number with “{rootAtom}.sum()”, or give the weights: "
                                "gradient=torch.ones_like({root}) counts each once."),
                      Words::tr("Sum them into one number with .sum(), or give the weights with gradient=.")})
                .text();
        case BackwardTwice: return twiceWords(s);
        case SavedChanged: return changedWords(s);
        case LeafChanged: return leafWords(s, false);
        case LeafViewChanged: return leafWords(s, true);
        case ViewOfManyChanged:
            return s
                .say(Words::tr("This tensor is one of several views that {node} made at once. Autograd cannot follow a "
                               "change of just one of them."))
                .say(Words::tr("Change a clone() of it, or compute a new tensor."))
                .text();
        case ViewMadeWithoutGrad:
            return s.say(Words::tr("This view was made while recording was off, so autograd does not know what it is a view of."))
                .say(Words::tr("Make the view and change it in the same mode: both inside torch.no_grad(), or both outside."))
                .text();
        case NoGraph: return noGraphWords(s);
        case InputNeedsNoGrad:
            return s
                .say({Words::tr("“{input}” does not require grad, so nothing was recorded for it."),
                      Words::tr("One of the inputs does not require grad, so nothing was recorded for it.")})
                .say(Words::tr("Create it with requires_grad=True before the function is computed."))
                .text();
        case InputUnused:
            return s
                .say({Words::tr("“{root}” does not depend on “{input}”: no operation leads from one to the other."),
                      Words::tr("The output does not depend on one of the inputs: no operation leads from one to the other.")})
                .say(Words::tr("Check that it is the same tensor that the function used, not a copy or a new value of "
                               "that name. If it is meant to be unused, allow_unused=True gives None for it."))
                .text();
        case SeedShape:
            return s
                .say({Words::tr("“{root}” has shape {outputShape}, but the seed has shape {seedShape}. The seed says "
                                "how much each element of the output counts, so it needs one number for each."),
                      Words::tr("The output has shape {outputShape}, but the seed has shape {seedShape}. The seed "
                                "needs one number for each element of the output.")})
                .say({Words::tr("torch.ones_like({root}) counts each element once."), QString()})
                .text();
        case WholeNumbersNoGrad:
            return s
                .say({Words::tr("“{variable}” holds whole numbers. A derivative asks what a tiny change does, and a "
                                "whole number cannot change by a little."),
                      Words::tr("These are whole numbers. A derivative asks what a tiny change does, and a whole "
                                "number cannot change by a little.")})
                .say(Words::tr("Write a decimal point (2.0 in place of 2) or dtype=torch.float32."))
                .text();
        case FlagOfResult:
            return s
                .say({Words::tr("“{variable}” was computed from tensors that require grad, so it requires grad too: "
                                "that follows, and cannot be switched off."),
                      Words::tr("This tensor was computed from tensors that require grad, so it requires grad too: "
                                "that follows, and cannot be switched off.")})
                .say({Words::tr("“{variableAtom}.detach()” gives the same numbers without the history."),
                      Words::tr("detach() gives the same numbers without the history.")})
                .text();
        case NumpyNeedsDetach:
            return s
                .say({Words::tr("“{variable}” requires grad. A NumPy array has no history, so turning it into one "
                                "would lose the gradient without a word."),
                      Words::tr("The tensor requires grad. A NumPy array has no history, so turning it into one would "
                                "lose the gradient without a word.")})
                .say({Words::tr("Say that this is meant: “{variableAtom}.detach()” gives the numbers without the history."),
                      Words::tr("Say that this is meant, with detach().")})
                .text();
        case GradShape:
            return s
                .say({Words::tr("“{variable}” has shape {variableShape}, but the gradient that it is given has shape "
                                "{valueShape}."),
                      Words::tr("“{variable}” has shape {variableShape}; the gradient that it is given has another."),
                      Words::tr("The gradient that is assigned has another shape than its tensor.")})
                .say(Words::tr("A gradient has one number for each number of its tensor."))
                .text();
        case GradType:
            return s.say(Words::tr("The gradient that is assigned has another dtype than its tensor. Both must be the same.")).text();
        case GradNoTensor:
            return s.say(Words::tr(".grad holds a tensor, or None for “no gradient yet”; here it is given a {given}."))
                .say(Words::tr("Write None to clear it, or use zero_() to set it to zeros."))
                .text();
        case NotDifferentiable:
            return s.say(Words::tr("PyTorch has no derivative for {operation}: its value jumps, so a gradient would say nothing."))
                .say(Words::tr("Compute this part from detached values, or use a smooth function in its place."))
                .text();
        case HookNeedsGrad:
            return s
                .say({Words::tr("“{variable}” does not require grad: no gradient will ever arrive for the hook to see."),
                      Words::tr("This tensor does not require grad: no gradient will ever arrive for the hook to see.")})
                .text();
        case RetainNeedsGrad:
            return s
                .say({Words::tr("“{variable}” does not require grad: there will be no gradient to keep."),
                      Words::tr("This tensor does not require grad: there will be no gradient to keep.")})
                .text();
        case DetachView:
            return s
                .say(Words::tr("This tensor is a view of another, and detaching it in place would cut that one off "
                               "too. Use detach(), which gives a new tensor."))
                .text();
        case InvalidGradient:
            return s.say(Words::tr("The derivative {node} gave a gradient of shape {got} for an input of shape {wanted}."))
                .say(Words::tr("A gradient has the shape of what it is the gradient of."))
                .text();
        case CopyNeedsDetach:
            return s.say(Words::tr("A tensor with a history cannot be deep-copied: the copy would need the whole graph."))
                .say(Words::tr("Copy the numbers with x.detach().clone()."))
                .text();
        case TapeUsedUp:
            return s
                .say({Words::tr("A GradientTape gives gradients once; then its record is freed. This one was made in "
                                "line {otherLine}."),
                      Words::tr("A GradientTape gives gradients once; then its record is freed.")})
                .say(Words::tr("Write persistent=True where it is made to ask it several times."))
                .text();
        default: return {};
    }
}

}  // namespace backstep
