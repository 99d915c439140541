// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "widgets/programwords_parts.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProgramWords)
};

using enum ExplanationKind;

QString kindWords(const ErrorExplanation& e, Sentences s) {
    switch (e.kind) {
        case MeanOfWholeNumbers:
            return s
                .say({Words::tr("“{variable}” holds whole numbers ({variableDtype}), and the result is rarely whole: "
                                "PyTorch does not choose a dtype for it."),
                      Words::tr("These are whole numbers ({dtype}), and the result is rarely whole: PyTorch does not "
                                "choose a dtype for it."),
                      Words::tr("These are whole numbers, and the result is rarely whole: PyTorch does not choose a "
                                "dtype for it.")})
                .say({Words::tr("Say so: “{variableAtom}.float()”, or write 1.0 in place of 1 where it is created."),
                      Words::tr("Say so with float(), or write 1.0 in place of 1 where it is created.")})
                .text();
        case KindsDiffer:
            return s
                .say({Words::tr("“{left}” holds {leftDtype} and “{right}” holds {rightDtype}. A product of matrices "
                                "takes one dtype only."),
                      Words::tr("One holds {leftType} and the other {rightType}. This operation takes one dtype only."),
                      Words::tr("The operands have different dtypes, and this operation takes one dtype only.")})
                .say(Words::tr("Turn one of them with .float() (float32) or .double() (float64). NumPy makes float64, "
                               "PyTorch float32."))
                .text();
        case ResultKind:
            return s
                .say({Words::tr("“{variable}” holds {to} and keeps its dtype when it is changed in place, but the "
                                "result is {from}."),
                      Words::tr("A tensor of {to} keeps its dtype when it is changed in place, but the result is {from}.")})
                .say(Words::tr("Make a new value (x = x / 2) in place of changing the old one (x /= 2), or create it "
                               "with decimal numbers."))
                .text();
        case NotForThisKind:
            if (s.has("caret"))
                return s.say(Words::tr("In Python ^ is “exclusive or” of bits, and “{left}” has no bits to be looked at."))
                    .say(Words::tr("A power is written with two stars: {left} ** {right}."))
                    .text();
            return s.say(Words::tr("There is no such operation for tensors of {dtype}."))
                .say(Words::tr("Turn the tensor with .float() first."))
                .text();
        case NegativePowerOfWhole:
            return s
                .say({Words::tr("“{variable}” holds whole numbers, and a negative power of a whole number is a "
                                "fraction, which does not fit into it."),
                      Words::tr("A negative power of a whole number is a fraction, which does not fit into a tensor of "
                                "whole numbers.")})
                .say(Words::tr("Create it with decimal numbers, or turn it with .float()."))
                .text();
        case BoolMinus:
            return s.say(Words::tr("This tensor holds True and False, and these are not subtracted."))
                .say(Words::tr("~ is “not”; .float() turns them into 1 and 0."))
                .text();
        case WhereCondition:
            return s.say(Words::tr("The condition of where says True or False for each element; here it holds {dtype}."))
                .say(Words::tr("Write a comparison, such as x > 0."))
                .text();
        case IndexKind:
            return s.say(Words::tr("A tensor used as an index holds whole numbers (places) or True and False (a mask)."))
                .say(Words::tr("Turn it with .long()."))
                .text();
        case NumberTooLarge: return s.say(Words::tr("This whole number is beyond 2**63 and does not fit into an int64.")).text();
        case CannotMakeTensor: return s.say(Words::tr("A tensor holds numbers, or lists of numbers; {given} is neither.")).text();
        case NotANumber:
            return s.say(Words::tr("The value is nan or infinity, and there is no whole number for that."))
                .say(Words::tr("Look where it arose: a division by 0, a logarithm of 0, or a training that has diverged."))
                .text();
        case Cuda:
            return s.say(Words::tr("There is no graphics card here; everything is computed on the processor, with the same results."))
                .say(Words::tr("Leave .cuda() out, or write device = 'cpu'."))
                .text();
        default: return s.say(Words::tr("Each value must be a probability, from 0 to 1. A sigmoid makes one of any number.")).text();
    }
}

QString oneOrManyWords(const ErrorExplanation& e, Sentences s) {
    switch (e.kind) {
        case ItemOfMany:
            return s
                .say({Words::tr("“{variable}” has {variableSize} elements (shape {variableShape}); only a tensor with "
                                "one element becomes a plain number."),
                      Words::tr("The tensor has several elements; only one with a single element becomes a plain number.")})
                .say(Words::tr("Take one with an index, reduce them with sum() or mean(), or take them all with tolist()."))
                .text();
        case TruthOfMany:
            return s
                .say({Words::tr("“{condition}” is a tensor with a True or False for each element of “{variable}” "
                                "(shape {variableShape}); “if” needs a single one."),
                      Words::tr("This is a tensor with many truth values; “if” and “and” need a single one.")})
                .say(Words::tr("all() asks whether all are true, any() whether one is. To choose element by element "
                               "use torch.where."))
                .text();
        case TruthOfNone:
            return s.say(Words::tr("The tensor is empty: there is nothing that could be true or false."))
                .say(Words::tr("Ask for its size: x.numel() > 0."))
                .text();
        case LengthOfScalar:
            return s
                .say({Words::tr("“{variable}” is a single number (shape []), and a single number has no length."),
                      Words::tr("This is a single number (shape []), and a single number has no length.")})
                .say(Words::tr("numel() counts the elements; a loss is a single number by design."))
                .text();
        case IterateScalar:
            return s
                .say({Words::tr("“{variable}” is a single number (shape []): there is nothing to go through."),
                      Words::tr("This is a single number (shape []): there is nothing to go through.")})
                .text();
        case IndexOfScalar:
            return s
                .say({Words::tr("“{variable}” is a single number (shape []) and takes no index."),
                      Words::tr("This is a single number (shape []) and takes no index.")})
                .say({Words::tr("“{variableAtom}.item()” gives the number."), Words::tr("item() gives the number.")})
                .text();
        case TooManyIndices:
            return s
                .say({Words::tr("“{variable}” has shape {variableShape}, which is {dims} dimension(s); there are more "
                                "indices than that."),
                      Words::tr("There are {dims} dimension(s), and more indices than that.")})
                .text();
        case TensorIndexOutOfRange:
            return s
                .say({Words::tr("“{variable}” has shape {variableShape}. Counting starts at 0, so along dimension "
                                "{dim} the indices go from 0 to {last}; {index} is outside."),
                      Words::tr("Counting starts at 0, so along dimension {dim} the indices go from 0 to {last}; "
                                "{index} is outside."),
                      Words::tr("Dimension {dim} is empty; there is no index {index}."), Words::tr("An index is beyond the end.")})
                .text();
        case NegativeStep:
            return s.say(Words::tr("A slice of a tensor goes forward only.")).say(Words::tr("torch.flip(x, [0]) turns it round.")).text();
        case ZeroStep: return s.say(Words::tr("With a step of 0 one never gets on.")).text();
        case RangeBounds: return s.say(Words::tr("With this step one never comes from the first number to the last.")).text();
        case BadTensorIndex:
            return s
                .say(Words::tr("An index is a whole number, a slice such as 1:3, None, a list of places or a mask of "
                               "True and False."))
                .text();
        case MaskShape:
            return s
                .say(Words::tr("The mask has shape [{mask}] and the tensor [{shape}]. A mask needs one True or False "
                               "for each element along dimension {dim}."))
                .text();
        default:
            return s.say(Words::tr("A format such as :.2f is for one number; this has many, or is still a tensor."))
                .say(Words::tr("Take item() of a single value, or print the tensor without a format."))
                .text();
    }
}

}  // namespace

QString numberWords(const ErrorExplanation& e) {
    Sentences s(e);
    switch (e.kind) {
        case MeanOfWholeNumbers:
        case KindsDiffer:
        case ResultKind:
        case NotForThisKind:
        case NegativePowerOfWhole:
        case BoolMinus:
        case WhereCondition:
        case IndexKind:
        case NumberTooLarge:
        case CannotMakeTensor:
        case NotANumber:
        case Cuda:
        case Probability: return kindWords(e, s);
        case ItemOfMany:
        case TruthOfMany:
        case TruthOfNone:
        case LengthOfScalar:
        case IterateScalar:
        case IndexOfScalar:
        case TooManyIndices:
        case TensorIndexOutOfRange:
        case NegativeStep:
        case ZeroStep:
        case RangeBounds:
        case BadTensorIndex:
        case MaskShape:
        case FormatOfMany: return oneOrManyWords(e, s);
        default: return {};
    }
}

}  // namespace backstep
