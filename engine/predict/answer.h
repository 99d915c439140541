// SPDX-License-Identifier: GPL-3.0-or-later
// Judging a prediction. A wrong answer is held against wrong ways to the same number, each gone with this run's numbers.
#pragma once

#include <string>
#include <vector>

#include "engine/predict/question.h"

namespace backstep::predict {

// What was most likely done. The arguments that each has are listed beside it; they are texts to be shown.
enum class Slip : std::uint8_t {
    None,
    // The answer cannot be read.
    Empty,
    TooLong,
    NotReadable,
    UnknownName,  // the name, the nearest that there is (may be empty)
    WrongShape,   // the shape given, the shape asked
    // It is near.
    MoreDigits,
    // Another number of this run.
    Sign,             // what was given
    SignOfTerm,       // what arrives now, what was there
    MissedBefore,     // what arrives now, what was there
    MissedNew,        // what was there, who sends
    MissedTerm,       // the term, the right sum of the others and it … no more than the term
    Twice,            // the term
    ForgotUpstream,   // the local derivative, what comes from above, who sends
    ForgotLocal,      // what comes from above, who sends
    ValueForPartial,  // the value, what has it
    OtherOperand,     // the local derivative by the other operand, that operand
    OtherRule,        // the operation whose rule was used, the operation that is there
    GaveValue,        // the value, what has it
    // Of a value.
    GaveDerivative,  // of what
    SwappedOperands,
    OtherOperation,  // the operation, the operation that is there
    GaveOperand,     // its name, its value
    Degrees,
    Logarithm,  // base 10 in place of e, or the reverse
    // Of tensors.
    OtherElement,  // its index
    NotAveraged,
    Averaged,  // how many
    Transposed,
    ShapeOfOther,  // whose shape it is, the shape
};

struct Reply {
    enum class Kind : std::uint8_t { Unreadable, Wrong, Right };
    Kind kind = Kind::Wrong;
    Slip slip = Slip::None;
    std::vector<std::string> arguments;
};

inline constexpr std::size_t kMostTyped = 500;  // bytes

// A number, an expression in the names on screen, a list: "0.33", "v̄3 * cos x", "bar(v3) * cos(x)", "[1, 2]", "bar(y) @ W.T".
[[nodiscard]] Reply judge(const Question& question, const Recording& recording, const Source& source, const Timeline& timeline,
                          const std::string& typed);

// Three digits of it, or the expression itself; a whole number must be met.
[[nodiscard]] bool meets(double given, double right, double scale);

}  // namespace backstep::predict
