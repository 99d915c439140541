// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tape/op.h"

#include <cmath>

namespace backstep {
namespace {

// A condition of op.def as a reader writes it: a >= -1 && a <= 1 becomes "a >= -1 and a <= 1".
constexpr std::array<OpInfo, kOpCount> kInfos{{
    {"input", 0, "AccumulateGrad", {}, {}, {}, Breaks::Smooth},
    {"constant", 0, "", {}, {}, {}, Breaks::Smooth},
#define RULES(...) {{__VA_ARGS__}}
#define SHOWN(...) {{__VA_ARGS__}}
#define DOMAIN(...) #__VA_ARGS__
#define ANYWHERE ""
#define OP(op, name, operands, autograd, kernel, rules, shown, domain, breaks) \
    {name, operands, autograd, rules, shown, domain, Breaks::breaks},
#include "engine/tape/op.def"
#undef DOMAIN
#undef ANYWHERE
#define SHAPED(op, name, autograd, ...) {name, 0, autograd, {}, {}, {}, Breaks::Smooth},
#include "engine/tape/shaped.def"
}};

}  // namespace

const OpInfo& infoOf(Op op) { return kInfos[static_cast<std::size_t>(op)]; }

std::optional<Op> opNamed(std::string_view enumerator) {
#define OP(op, ...) \
    if (enumerator == #op) return Op::op;
#include "engine/tape/op.def"
#define SHAPED(op, ...) \
    if (enumerator == #op) return Op::op;
#include "engine/tape/shaped.def"
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
    case Op::op: return domain;
#include "engine/tape/op.def"
#undef DOMAIN
#undef ANYWHERE
    }
    return true;
}

}  // namespace backstep
