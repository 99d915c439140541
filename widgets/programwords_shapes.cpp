// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "widgets/programwords_parts.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProgramWords)
};

using enum ExplanationKind;

QString broadcastWords(Sentences s) {
    s.say({Words::tr("“{left}” has shape {leftShape} and “{right}” has shape {rightShape}. Shapes are compared from "
                     "the right; two sizes fit if they are equal or one of them is 1."),
           Words::tr("Shapes are compared from the right; two sizes fit if they are equal or one of them is 1.")});
    s.say({Words::tr("In dimension {dim} there are {a} and {b}: neither is repeated for the other."), QString()});
    return s.say(Words::tr("Check which axis is which; unsqueeze() or reshape() adds a size of 1 where numbers are to be repeated."))
        .text();
}

QString matrixWords(Sentences s) {
    if (s.has("layer")) {
        return s
            .say({Words::tr("“{left}” has shape {leftShape}: {inner} numbers in a row. “{layer}” takes {other} in a row."),
                  Words::tr("What goes into “{layer}” has {inner} numbers in a row, and it takes {other}.")})
            .say(Words::tr("Give the layer as many inputs as a row has numbers, or reshape what goes in."))
            .text();
    }
    s.say({Words::tr("“{left}” has shape {leftShape} and “{right}” has shape {rightShape}. A product of matrices needs "
                     "as many columns on the left ({inner}) as rows on the right ({other})."),
           Words::tr("The left matrix is {leftSizes} and the right one {rightSizes}. A product of matrices needs as "
                     "many columns on the left ({inner}) as rows on the right ({other}).")});
    return s
        .say({Words::tr("Transpose one of them (“{rightAtom}.T”) if its rows and columns were swapped, or use * to "
                        "multiply element by element."),
              Words::tr("Transpose one of them if its rows and columns were swapped, or use * to multiply element by "
                        "element.")})
        .text();
}

QString reshapeWords(Sentences s) {
    s.say({Words::tr("“{variable}” has shape {variableShape}, which is {size} numbers. They do not fill [{wanted}]."),
           Words::tr("{size} numbers do not fill the shape [{wanted}].")});
    return s
        .say(Words::tr("Reshaping keeps every number: the product of the sizes must stay the same. One size may be -1, "
                       "and is then worked out."))
        .text();
}

QString joiningWords(const ErrorExplanation& e, Sentences s) {
    switch (e.kind) {
        case CatSizes:
            return s
                .say({Words::tr("cat puts tensors one after the other along dimension {dim}; in all others their sizes "
                                "must be the same. Tensor number {number} has {size} where the first has {wanted}."),
                      Words::tr("The tensors have {wanted} and {size} dimensions; cat needs the same number of "
                                "dimensions for all.")})
                .say(Words::tr("Choose another dim, or use stack for a new dimension."))
                .text();
        case CatOfScalars:
            return s.say(Words::tr("A single number has no dimension to be put behind another along."))
                .say(Words::tr("Use torch.stack, which makes a new dimension."))
                .text();
        case CatOfNothing:
            return s.say(Words::tr("The list of tensors is empty, so there is nothing to join."))
                .say(Words::tr("Check that the loop that fills the list has run."))
                .text();
        default:
            return s
                .say(Words::tr("stack lays tensors over each other, so all must have one shape. The first has shape "
                               "[{first}], number {number} has shape [{second}]."))
                .say(Words::tr("Use cat to put tensors of different lengths one after the other."))
                .text();
    }
}

}  // namespace

QString shapeWords(const ErrorExplanation& e) {
    Sentences s(e);
    switch (e.kind) {
        case BroadcastShapes: return broadcastWords(s);
        case NumpyBroadcast:
            return s
                .say(Words::tr("The shapes {leftSizes} and {rightSizes} do not fit. They are compared from the right; "
                               "two sizes fit if they are equal or one of them is 1."))
                .say(Words::tr("reshape or None in an index ([:, None]) adds a size of 1."))
                .text();
        case NumpyMatmul:
            return s.say(Words::tr("A product of matrices needs as many columns on the left as rows on the right."))
                .say(Words::tr("Transpose one of them with .T, or use * to multiply element by element."))
                .text();
        case MatrixShapes: return matrixWords(s);
        case MatrixVectorShapes:
            return s
                .say({Words::tr("“{left}” has shape {leftShape} and “{right}” has shape {rightShape}. A matrix times a "
                                "vector needs as many columns as the vector has elements."),
                      Words::tr("A matrix times a vector needs as many columns as the vector has elements.")})
                .text();
        case DotSizes:
            return s
                .say({Words::tr("“{left}” has {leftSize} elements and “{right}” has {rightSize}. A dot product "
                                "multiplies them pair by pair, so both need the same number."),
                      Words::tr("The vectors have {leftSize} and {rightSize} elements. A dot product multiplies them "
                                "pair by pair, so both need the same number.")})
                .text();
        case DotOfMatrices:
            return s
                .say({Words::tr("dot is for two vectors. Here “{left}” has shape {leftShape} and “{right}” has shape "
                                "{rightShape}."),
                      Words::tr("dot is for two vectors. Here there are {leftDims} and {rightDims} dimensions.")})
                .say(Words::tr("Use @ (torch.matmul) for matrices, or (a * b).sum() for the sum of all products."))
                .text();
        case MatrixExpected:
            return s
                .say({Words::tr("This operation is for matrices. “{left}” has shape {leftShape}, “{right}” has shape "
                                "{rightShape}."),
                      Words::tr("This operation is for matrices, and one of its operands is none.")})
                .say(Words::tr("@ (torch.matmul) also takes vectors; reshape turns a vector into a matrix of one row "
                               "or one column; * multiplies with a number."))
                .text();
        case BatchShapes:
            return s
                .say(Words::tr("bmm multiplies matrices pair by pair: the second batch should begin with the sizes "
                               "{wanted}, and begins with {got}."))
                .text();
        case ReshapeSize: return reshapeWords(s);
        case ReshapeTwoUnknown: return s.say(Words::tr("Only one size can be worked out from the others, so only one may be -1.")).text();
        case ViewNeedsReshape:
            return s
                .say(Words::tr("view only looks at the numbers in another shape, in the order in which they lie in "
                               "memory; after a transposition they lie in another order."))
                .say(Words::tr("reshape copies them where that is needed."))
                .text();
        case ExpandSize:
            return s
                .say(Words::tr("Only a dimension of size 1 can be expanded. Here dimension {dim} has size {size}, and "
                               "{wanted} is wanted."))
                .say(Words::tr("repeat copies numbers; unsqueeze adds a dimension of size 1."))
                .text();
        case CatSizes:
        case CatOfScalars:
        case CatOfNothing:
        case StackSizes: return joiningWords(e, s);
        case OutputShape:
            return s
                .say({Words::tr("“{variable}” has shape [{shape}] and keeps it when it is changed in place, but the "
                                "result has shape [{wanted}]."),
                      Words::tr("A tensor of shape [{shape}] keeps its shape when it is changed in place, but the "
                                "result has shape [{wanted}].")})
                .say(Words::tr("Make a new value (x = x + y) in place of changing the old one (x += y)."))
                .text();
        case AssignShape:
            return s
                .say({Words::tr("“{target}” has shape [{place}], and a value of shape [{value}] does not fit into it."),
                      Words::tr("A value of shape [{value}] does not fit into a place of shape [{place}].")})
                .text();
        case NegativeSize:
            return s.say(Words::tr("A size of {size} was asked for. A dimension has 0 elements or more."))
                .say(Words::tr("Print the number that the size is computed from."))
                .text();
        case RaggedList:
            return s.say(Words::tr("The rows of a tensor are all of one length. Here one has {wanted} elements and another {got}.")).text();
        case DimensionOutOfRange:
            return s
                .say({Words::tr("“{variable}” has shape {variableShape}: its {dims} dimension(s) are numbered from 0 "
                                "on, or from -1 backwards. There is no dimension {dim}."),
                      Words::tr("Dimensions are numbered from {least} to {most} here. There is no dimension {dim}."),
                      Words::tr("A single number has no dimensions.")})
                .text();
        case EmptyReduction:
            return s
                .say({Words::tr("“{variable}” is empty (shape {variableShape}), and nothing has no {operation}."),
                      Words::tr("There are no numbers here, and nothing has no {operation}.")})
                .say(Words::tr("Check the size before."))
                .text();
        case LossBatch:
            return s
                .say(Words::tr("The model gave {input} predictions and there are {target} targets. Each prediction "
                               "needs one target."))
                .text();
        case LossShape:
            return s
                .say(Words::tr("Predictions have shape {input} and targets {target}. Elements are paired by place, and "
                               "shapes that differ would be paired in an unexpected way."))
                .say(Words::tr("Give both one shape, with reshape or squeeze."))
                .text();
        case TargetOutOfRange:
            return s
                .say(Words::tr("Class {target} is not among the classes that the prediction has scores for. Classes "
                               "are numbered from 0."))
                .text();
        case SingularMatrix:
            return s
                .say({Words::tr("“{variable}” has no inverse: its rows depend on each other, so its determinant is 0."),
                      Words::tr("The matrix has no inverse: its rows depend on each other, so its determinant is 0.")})
                .text();
        case SquareExpected:
            return s
                .say({Words::tr("“{variable}” has shape {variableShape}. Only a square matrix has an inverse or a "
                                "determinant."),
                      Words::tr("Only a square matrix has an inverse or a determinant.")})
                .text();
        case OverlappingMemory:
            return s
                .say(Words::tr("Several elements here share one place in memory (after expand, for example), so "
                               "changing one would change the others."))
                .say(Words::tr("Change a clone()."))
                .text();
        default: return {};
    }
}

}  // namespace backstep
