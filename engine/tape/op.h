// SPDX-License-Identifier: GPL-3.0-or-later
// The primitives of the tape, from two tables: op.def has the elementwise maps, shaped.def those that look at shapes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace backstep {

#ifndef Q_MOC_RUN  // moc reads headers too, has no use for the tables and stumbles over their length
enum class Op : std::uint16_t {
    Input,     // a leaf
    Constant,  // a number of the text, or one that follows from numbers alone
#define OP(op, ...) op,
#include "engine/tape/op.def"
#define SHAPED(op, ...) op,
#include "engine/tape/shaped.def"
};
// The elementwise ops are numbered below this, all others from here on.
inline constexpr std::size_t kElementwiseEnd = 2
#define OP(op, ...) +1
#include "engine/tape/op.def"
    ;
inline constexpr std::size_t kOpCount = kElementwiseEnd
#define SHAPED(op, ...) +1
#include "engine/tape/shaped.def"
    ;
[[nodiscard]] constexpr bool isElementwise(Op op) { return static_cast<std::size_t>(op) < kElementwiseEnd; }
#endif

// Where a curve that runs through an op is interrupted (its value) or bent (its derivative), seen from two neighbours.
enum class Breaks : std::uint8_t {
    Smooth,           // nowhere inside its domain
    PoleA,            // a pole where a passes 0
    PoleB,            // a pole where b passes 0
    PowerPole,        // a^b with b < 0 where a passes 0; steep there for 0 < b < 1
    SteepA,           // infinite slope where a passes 0
    KinkA,            // slope jumps where a passes 0
    CurvedA,          // second derivative jumps where a passes 0
    KinkAB,           // slope jumps where a passes b
    KinkClamp,        // slope jumps where a passes b or c
    JumpA,            // value jumps where a passes 0
    JumpY,            // value jumps wherever it changes
    JumpOfA,          // value may jump where the condition a changes
    JumpOfB,          // value may jump where the condition b changes
    JumpB,            // value jumps where b passes 0
    JumpBC,           // value jumps where b passes c
    StepsOfA,         // value jumps where a passes a whole number
    StepsOfQuotient,  // value jumps where a/b passes a whole number
    PolesOfTan,       // at π/2 + kπ
    PolesOfCot,       // at kπ
    PolesOfGamma,     // where a is 0, −1, −2 …
    PolesOfGammaB,    // where b is 0, −1, −2 …
    CutOfAtan2,       // value jumps where a passes 0 with b < 0
};

// An elementwise op has at most this many operands; the first three may be differentiated.
inline constexpr std::size_t kMaxElementwise = 6;

struct OpInfo {
    std::string_view name;
    std::uint8_t operands = 0;
    std::string_view autogradName;             // of PyTorch's node; empty where it is not differentiable
    std::array<std::string_view, 3> rules;     // v -> ∂y/∂operand · v; empty: not differentiated
    std::array<std::string_view, 3> partials;  // ∂y/∂operand, as shown; empty: too long to be shown
    std::string_view domain;                   // condition on a, b in words of mathematics; empty is anywhere
    Breaks breaks = Breaks::Smooth;
    std::uint8_t slotBits = 0;  // a bit for each operand that is a slot of PyTorch's node
};

[[nodiscard]] const OpInfo& infoOf(Op op);

#ifndef Q_MOC_RUN
[[nodiscard]] constexpr bool isCondition(Op op) { return op >= Op::Lt && op <= Op::Not; }  // gives true or false
// PyTorch's node has one slot for each differentiable operand. Of an elementwise row these are the operands that have a
// rule (and no NO_SLOT before it); of the others all.
[[nodiscard]] inline bool isSlot(Op op, std::size_t operand) {
    if (!isElementwise(op) || op == Op::Input || op == Op::Constant) return true;
    return operand < 8 && (infoOf(op).slotBits >> operand & 1) != 0;
}
// PyTorch has no derivative for it: its node has an edge only for what requires grad.
[[nodiscard]] inline bool hasNoDerivative(Op op) { return infoOf(op).autogradName == "NotImplemented"; }
#endif
[[nodiscard]] std::optional<Op> opNamed(std::string_view enumerator);  // "Sin"

// The op with that name of the tables, as rules call it: "tanh_backward"; where two rows share one, the first.
[[nodiscard]] std::optional<Op> opCalled(std::string_view name);

// Whether (a, b, c) lies in the op's domain; unused operands are ignored.
[[nodiscard]] bool inDomain(Op op, double a, double b, double c);

}  // namespace backstep
