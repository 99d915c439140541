// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of layers. What PyTorch differentiates a second time by operations of their own is refused there.
#include "engine/autograd/ops_shape.h"
#include "engine/autograd/rules.h"
#include "engine/python/errors.h"

namespace backstep::rules {
namespace {

void once(Turn& turn, const char* what) {
    if (turn.tracked()) python::unsupported(std::string("differentiating the gradient of ") + what);
}

void normalization(Turn& turn) {
    if (!turn.v()) return;
    once(turn, "a normalization");
    const std::vector<Var> back =
        turn.g.callMany(Op::NormalizeBackward, std::array{turn.v(), turn.operand(0), turn.operand(1), turn.operand(2)}, turn.attributes());
    for (std::size_t i = 0; i < 3; ++i) {
        if (turn.needs(i)) turn.give(i, i == 0 ? back[0] : ops::view(turn.g, back[i], turn.shapeOf(i)));
    }
}

// Rows whose op is itself a step of some rule: none of them is recorded.
void never(Turn& turn) { once(turn, "a layer"); }

}  // namespace

void LayerNorm(Turn& turn) { normalization(turn); }
void GroupNorm(Turn& turn) { normalization(turn); }
void BatchNorm(Turn& turn) { normalization(turn); }
void NormalizeBackward(Turn& turn) { never(turn); }

void Embedding(Turn& turn) {
    once(turn, "torch.nn.functional.embedding");
    Attributes attributes = turn.attributes();
    attributes.sizes = {turn.shapeOf(0)[0]};
    turn.give(0, turn.g.call(Op::EmbeddingBackward, {turn.v()}, std::move(attributes)));
}

void EmbeddingBackward(Turn& turn) { never(turn); }

void ConstantPadNd(Turn& turn) {
    Attributes attributes = turn.attributes();
    for (std::int64_t& n : attributes.sizes) n = -n;
    attributes.number = 0;
    turn.give(0, turn.g.call(Op::ConstantPadNd, {turn.v()}, std::move(attributes)));
}

void Glu(Turn& turn) {
    once(turn, "torch.nn.functional.glu");
    turn.give(0, turn.g.call(Op::GluBackward, {turn.v(), turn.operand(0)}, turn.attributes()));
}

void GluBackward(Turn& turn) { never(turn); }

void SoftMarginLoss(Turn& turn) {
    once(turn, "torch.nn.functional.soft_margin_loss");
    turn.give(0, turn.g.call(Op::SoftMarginLossBackward, {turn.v(), turn.operand(0)}, turn.attributes()));
}

void SoftMarginLossBackward(Turn& turn) { never(turn); }

void Cdist(Turn& turn) {
    once(turn, "torch.cdist");
    const std::vector<Var> back =
        turn.g.callMany(Op::CdistBackward, std::array{turn.v(), turn.operand(0), turn.operand(1), turn.result()}, turn.attributes());
    for (std::size_t i = 0; i < 2; ++i) {
        if (turn.needs(i)) turn.give(i, back[i]);
    }
}

void CdistBackward(Turn& turn) { never(turn); }

void BlockDiag(Turn& turn) {
    std::int64_t row = 0;
    std::int64_t column = 0;
    for (std::size_t i = 0; i < turn.operands(); ++i) {
        const TensorShape shape = turn.shapeOf(i);
        const std::int64_t rows = shape.size() == 2 ? shape[0] : 1;
        const std::int64_t columns = shape.empty() ? 1 : shape.back();
        // Also where nobody needs it.
        Var part = ops::slice(turn.g, ops::slice(turn.g, turn.v(), 0, row, row + rows), 1, column, column + columns);
        if (shape.empty()) part = ops::squeeze(turn.g, part, -1);
        if (shape.empty()) part = ops::squeeze(turn.g, part, -1);
        turn.give(i, part);
        row += rows;
        column += columns;
    }
}

}  // namespace backstep::rules
