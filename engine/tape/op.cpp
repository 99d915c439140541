// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tape/op.h"

#include <cmath>

namespace backstep {
namespace {

// A rule that begins with this is for formulas only: PyTorch has no slot for the operand.
constexpr char kNoSlot = '~';
#define NO_SLOT "~"

using Texts = std::array<std::string_view, 3>;

constexpr Texts withoutMarks(Texts rules) {
    for (std::string_view& rule : rules) {
        if (!rule.empty() && rule.front() == kNoSlot) rule.remove_prefix(1);
    }
    return rules;
}

constexpr std::uint8_t slotsOf(Texts rules) {
    unsigned slots = 0;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (!rules[i].empty() && rules[i].front() != kNoSlot) slots |= 1U << i;
    }
    return static_cast<std::uint8_t>(slots);
}

// A condition of op.def as a reader writes it: a >= -1 && a <= 1 becomes "a >= -1 and a <= 1".
constexpr std::array<OpInfo, kOpCount> kInfos{{
    {"input", 0, "AccumulateGrad", {}, {}, {}, Breaks::Smooth, 0},
    {"constant", 0, "", {}, {}, {}, Breaks::Smooth, 0},
#define RULES(...)      \
    {                   \
        { __VA_ARGS__ } \
    }
#define SHOWN(...)      \
    {                   \
        { __VA_ARGS__ } \
    }
#define DOMAIN(...) #__VA_ARGS__
#define ANYWHERE ""
#define OP(op, name, operands, autograd, kernel, rules, shown, domain, breaks) \
    {name, operands, autograd, withoutMarks(Texts rules), Texts shown, domain, Breaks::breaks, slotsOf(Texts rules)},
#include "engine/tape/op.def"
#undef DOMAIN
#undef ANYWHERE
#define SHAPED(op, name, autograd, ...) {name, 0, autograd, {}, {}, {}, Breaks::Smooth, 0},
#include "engine/tape/shaped.def"
}};

}  // namespace

const OpInfo& infoOf(Op op) {
#ifdef BACKSTEP_WRONG_RULE  // one test builds this file so: the window must notice that the sine's derivative is not its own
    static const OpInfo kWrong = [] {
        OpInfo sine = kInfos[static_cast<std::size_t>(Op::Sin)];
        sine.rules[0] = "v * sin(a)";
        return sine;
    }();
    if (op == Op::Sin) return kWrong;
#endif
    return kInfos[static_cast<std::size_t>(op)];
}

std::optional<Op> opNamed(std::string_view enumerator) {
#define OP(op, ...) \
    if (enumerator == #op) return Op::op;
#include "engine/tape/op.def"
#define SHAPED(op, ...) \
    if (enumerator == #op) return Op::op;
#include "engine/tape/shaped.def"
    return std::nullopt;
}

std::optional<Op> opCalled(std::string_view name) {
    for (std::size_t i = 2; i < kElementwiseEnd; ++i) {
        if (kInfos[i].name == name) return static_cast<Op>(i);
    }
    return std::nullopt;
}

bool inDomain(Op op, [[maybe_unused]] double a, [[maybe_unused]] double b, [[maybe_unused]] double c) {
    switch (op) {
        case Op::Input:
        case Op::Constant:
#define SHAPED(op, ...) case Op::op:
#include "engine/tape/shaped.def"
            return true;
#define DOMAIN(...) (__VA_ARGS__)
#define ANYWHERE true
#define OP(op, name, operands, autograd, kernel, rules, shown, domain, breaks) \
    case Op::op:                                                               \
        return domain;
#include "engine/tape/op.def"
#undef DOMAIN
#undef ANYWHERE
    }
    return true;
}

}  // namespace backstep
