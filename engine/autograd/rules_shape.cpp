// SPDX-License-Identifier: GPL-3.0-or-later
// What flows back through views, joins and turns. Formulas: PyTorch's derivatives.yaml.
#include <algorithm>

#include "engine/autograd/ops_shape.h"
#include "engine/autograd/rules.h"

namespace backstep::rules {
namespace {

void toOldShape(Turn& turn) { turn.give(0, ops::reshape(turn.g, turn.v(), turn.shapeOf(0))); }

// Of a list of tensors all get theirs if the way goes on to one.
bool goesOn(const Turn& turn) {
    bool any = false;
    turn.g.tape().forEachNext(turn.node(), [&](const Tape::Edge& edge) { any = any || edge.node.valid(); });
    return any;
}

// Into zeros of the operand's shape.
void intoZeros(Turn& turn, Op op, Attributes a) {
    a.sizes = turn.shapeOf(0);
    turn.give(0, turn.g.call(op, {turn.v()}, std::move(a)));
}

// Outputs that nothing flows back from count as zeros.
std::vector<Var> filled(Turn& turn, const std::vector<TensorShape>& shapes) {
    std::vector<Var> out;
    DType dtype = DType::Float32;
    for (std::size_t k = 0; k < turn.outputs(); ++k) {
        if (turn.v(k)) dtype = turn.v(k)->dtype();
    }
    for (std::size_t k = 0; k < shapes.size(); ++k) {
        const bool flows = k < turn.outputs() && turn.v(k);
        out.push_back(flows ? turn.v(k) : turn.g.make(Tensor::filled(shapes[k], 0, dtype)));
    }
    return out;
}

}  // namespace

// --- views ---

void View(Turn& turn) { toOldShape(turn); }
void ReshapeAlias(Turn& turn) { toOldShape(turn); }
void UnsafeView(Turn& turn) { toOldShape(turn); }

// Every dimension that was dropped comes back.
void Squeeze(Turn& turn) {
    Var v = turn.v();
    const TensorShape shape = turn.shapeOf(0);
    for (std::size_t d = 0; d < shape.size(); ++d) {
        if (shape[d] == 1) v = ops::unsqueeze(turn.g, v, static_cast<std::int64_t>(d));
    }
    turn.give(0, v);
}

void SqueezeDim(Turn& turn) {
    const TensorShape shape = turn.shapeOf(0);
    const std::int64_t d = turn.attributes().dims[0];
    const bool dropped = !shape.empty() && shape[static_cast<std::size_t>(d)] == 1;
    turn.give(0, dropped ? ops::unsqueeze(turn.g, turn.v(), d) : turn.v());
}

void SqueezeInto(Turn& turn) { Squeeze(turn); }
void SqueezeDimInto(Turn& turn) { SqueezeDim(turn); }
void Unsqueeze(Turn& turn) { turn.give(0, ops::squeeze(turn.g, turn.v(), turn.attributes().dims[0])); }
void UnsqueezeInto(Turn& turn) { Unsqueeze(turn); }

void Permute(Turn& turn) {
    const std::vector<std::int64_t>& dims = turn.attributes().dims;
    ops::Sizes back(dims.size());
    for (std::size_t i = 0; i < dims.size(); ++i) back[static_cast<std::size_t>(dims[i])] = static_cast<std::int64_t>(i);
    turn.give(0, ops::permute(turn.g, turn.v(), back));
}

void Transpose(Turn& turn) {
    const std::vector<std::int64_t>& dims = turn.attributes().dims;
    turn.give(0, ops::transpose(turn.g, turn.v(), dims.empty() ? 0 : dims[0], dims.empty() ? 0 : dims[1]));
}

void TransposeInto(Turn& turn) { Transpose(turn); }
void MatrixT(Turn& turn) { turn.give(0, ops::t(turn.g, turn.v())); }
void MatrixTInto(Turn& turn) { MatrixT(turn); }

void Select(Turn& turn) { intoZeros(turn, Op::SelectBackward, turn.attributes()); }

void Slice(Turn& turn) {
    Attributes a = turn.attributes();
    a.more = {a.sizes[0], a.more[0]};
    intoZeros(turn, Op::SliceBackward, std::move(a));
}

void Diagonal(Turn& turn) { intoZeros(turn, Op::DiagonalBackward, turn.attributes()); }
void Unfold(Turn& turn) { intoZeros(turn, Op::UnfoldBackward, turn.attributes()); }

void SelectBackward(Turn& turn) { turn.give(0, ops::select(turn.g, turn.v(), turn.attributes().dims[0], turn.attributes().n)); }

void SliceBackward(Turn& turn) {
    const Attributes& a = turn.attributes();
    turn.give(0, ops::slice(turn.g, turn.v(), a.dims[0], a.n, a.more[0], a.more[1]));
}

void DiagonalBackward(Turn& turn) {
    const Attributes& a = turn.attributes();
    turn.give(0, ops::diagonal(turn.g, turn.v(), a.n, a.dims[0], a.dims[1]));
}

void UnfoldBackward(Turn& turn) {
    const Attributes& a = turn.attributes();
    turn.give(0, ops::unfold(turn.g, turn.v(), a.dims[0], a.n, a.more[0]));
}

void Split(Turn& turn) {
    const Attributes& a = turn.attributes();
    std::vector<TensorShape> shapes(a.sizes.size(), turn.shapeOf(0));
    for (std::size_t k = 0; k < shapes.size(); ++k) shapes[k][static_cast<std::size_t>(a.dims[0])] = a.sizes[k];
    turn.give(0, ops::cat(turn.g, filled(turn, shapes), a.dims[0]));
}

void SplitWithSizes(Turn& turn) { Split(turn); }

void Unbind(Turn& turn) {
    const std::int64_t dim = turn.attributes().dims[0];
    TensorShape shape = turn.shapeOf(0);
    const auto n = static_cast<std::size_t>(shape[static_cast<std::size_t>(dim)]);
    shape.erase(shape.begin() + dim);
    turn.give(0, ops::stack(turn.g, filled(turn, std::vector<TensorShape>(n, shape)), dim));
}

// --- joining and turning ---

void Cat(Turn& turn) {
    if (!goesOn(turn)) return;
    const std::int64_t dim = turn.attributes().dims[0];
    std::int64_t start = 0;
    for (std::size_t i = 0; i < turn.operands(); ++i) {
        const TensorShape shape = turn.shapeOf(i);
        if (shape == TensorShape{0}) {
            turn.give(i, turn.g.make(Tensor::filled(shape, 0, turn.v()->dtype())));
            continue;
        }
        const std::int64_t size = shape[static_cast<std::size_t>(dim)];
        turn.give(i, ops::narrow(turn.g, turn.v(), dim, start, size));  // also where nobody needs it
        start += size;
    }
}

void Stack(Turn& turn) {
    if (!goesOn(turn)) return;
    for (std::size_t i = 0; i < turn.operands(); ++i) {
        turn.give(i, ops::select(turn.g, turn.v(), turn.attributes().dims[0], static_cast<std::int64_t>(i)));
    }
}

// Every repeated dimension is taken apart into (times, size), and the times are summed.
void Repeat(Turn& turn) {
    const ops::Sizes& times = turn.attributes().sizes;
    const TensorShape shape = turn.shapeOf(0);
    if (std::count(times.begin(), times.end(), 0) != 0) return turn.give(0, turn.g.make(Tensor::filled(shape, 0, turn.v()->dtype())));
    const std::size_t pad = times.size() - shape.size();
    ops::Sizes apart;
    Attributes sum;
    for (std::size_t d = 0; d < times.size(); ++d) {
        if (times[d] != 1 || d < pad) {
            sum.dims.push_back(static_cast<std::int64_t>(apart.size()));
            apart.push_back(times[d]);
            sum.sizes.push_back(1);
        }
        if (d >= pad) {
            apart.push_back(shape[d - pad]);
            sum.sizes.push_back(shape[d - pad]);
        }
    }
    if (sum.dims.empty()) return turn.give(0, turn.v());
    const Var whole = ops::reshape(turn.g, turn.v(), apart);
    sum.more = memoryOrder(*whole);
    turn.give(0, turn.g.call(Op::SumTo, {whole}, std::move(sum)));
}

void Flip(Turn& turn) { turn.give(0, ops::flip(turn.g, turn.v(), turn.attributes().dims)); }

void Roll(Turn& turn) {
    const Attributes& a = turn.attributes();
    ops::Sizes shifts(a.sizes.rbegin(), a.sizes.rend());
    for (std::int64_t& shift : shifts) shift = -shift;
    turn.give(0, ops::roll(turn.g, turn.v(), shifts, {a.dims.rbegin(), a.dims.rend()}));
}

void Rot90(Turn& turn) { turn.give(0, ops::rot90(turn.g, turn.v(), -turn.attributes().n, turn.attributes().dims)); }

void Diag(Turn& turn) {
    const std::int64_t offset = turn.attributes().n;
    if (turn.shapeOf(0).size() == 1) return turn.give(0, ops::diag(turn.g, turn.v(), offset));
    Attributes a;
    a.n = offset;
    a.dims = {0, 1};
    intoZeros(turn, Op::DiagonalBackward, std::move(a));
}

void DiagEmbed(Turn& turn) {
    const Attributes& a = turn.attributes();
    turn.give(0, ops::diagonal(turn.g, turn.v(), a.n, a.dims[0], a.dims[1]));
}

void Triu(Turn& turn) { turn.give(0, ops::triangle(turn.g, turn.v(), turn.attributes().n, true)); }
void Tril(Turn& turn) { turn.give(0, ops::triangle(turn.g, turn.v(), turn.attributes().n, false)); }

}  // namespace backstep::rules
