// SPDX-License-Identifier: GPL-3.0-or-later
// Two instructions that often stand together become one, where no jump leads between them.
#include "engine/python/compiler_core.h"

namespace backstep::python {
namespace {

bool isJump(Opcode op) {
    using enum Opcode;
    return op == Jump || op == JumpIfFalse || op == JumpIfTrue || op == JumpIfFalseOrPop || op == JumpIfTrueOrPop || op == ForIterator ||
           op == CompareJump;
}

// Where a jump may arrive, and where a protected range begins or ends: nothing is joined across.
std::vector<bool> borders(const Code& code) {
    std::vector<bool> border(code.instructions.size() + 1);
    for (const Instruction& i : code.instructions) {
        if (isJump(i.op)) border[i.b] = true;
    }
    for (const HandlerRange& range : code.handlers) border[range.begin] = border[range.end] = border[range.target] = true;
    return border;
}

constexpr std::uint32_t kSmall = 0xFFFF;  // what the operand a has room for

bool joined(const Instruction& first, const Instruction& second, Opcode third, Instruction& out) {
    using enum Opcode;
    if (second.op == Binary && first.op == LoadFast) {
        out = {BinaryFast, second.a, first.b, 0, 0};
        return true;
    }
    if (second.op == Binary && first.op == LoadConst) {
        out = {BinaryConst, second.a, first.b, 0, 0};
        return true;
    }
    if (first.op == LoadFast && first.b <= kSmall && third != Binary) {
        if (second.op == LoadFast) out = {LoadFastFast, static_cast<std::uint16_t>(first.b), second.b, 0, 0};
        else if (second.op == LoadConst) out = {LoadFastConst, static_cast<std::uint16_t>(first.b), second.b, 0, 0};
        else return false;
        return true;
    }
    if (first.op == Compare && second.op == JumpIfFalse) {
        out = {CompareJump, static_cast<std::uint16_t>(first.a + (second.a != 0 ? 256 : 0)), second.b, 0, 0};
        return true;
    }
    return false;
}

}  // namespace

void joinInstructions(Code& code) {
    const std::vector<bool> border = borders(code);
    const std::size_t count = code.instructions.size();
    std::vector<std::uint32_t> moved(count + 1);
    std::size_t to = 0;
    for (std::size_t from = 0; from < count; ++to) {
        moved[from] = static_cast<std::uint32_t>(to);
        Instruction out = code.instructions[from];
        Span span = code.spans[from];
        std::size_t taken = 1;
        if (from + 1 < count && !border[from + 1]) {
            const Opcode third = from + 2 < count && !border[from + 2] ? code.instructions[from + 2].op : Opcode::Nop;
            if (joined(code.instructions[from], code.instructions[from + 1], third, out)) {
                taken = 2;
                // A condition is reported by the jump's span, everything else fails at the later one's.
                span = code.spans[from + 1];
                moved[from + 1] = static_cast<std::uint32_t>(to);
            }
        }
        code.instructions[to] = out;
        code.spans[to] = span;
        from += taken;
    }
    moved[count] = static_cast<std::uint32_t>(to);
    code.instructions.resize(to);
    code.spans.resize(to);
    for (Instruction& i : code.instructions) {
        if (isJump(i.op)) i.b = moved[i.b];
    }
    for (HandlerRange& range : code.handlers) {
        range.begin = moved[range.begin];
        range.end = moved[range.end];
        range.target = moved[range.target];
    }
}

}  // namespace backstep::python
