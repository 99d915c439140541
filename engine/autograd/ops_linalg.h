// SPDX-License-Identifier: GPL-3.0-or-later
// Products of matrices and linear algebra on variables, checked in PyTorch's words and taken apart into PyTorch's nodes.
#pragma once

#include <optional>
#include <string>

#include "engine/autograd/autograd.h"

namespace backstep::ops {

// --- products ---
[[nodiscard]] Var dot(Autograd& g, const Var& a, const Var& b, bool conjugates = false);  // dot, vdot
[[nodiscard]] Var mv(Autograd& g, const Var& a, const Var& x);
[[nodiscard]] Var mm(Autograd& g, const Var& a, const Var& b);
[[nodiscard]] Var bmm(Autograd& g, const Var& a, const Var& b);
[[nodiscard]] Var matmul(Autograd& g, const Var& a, const Var& b);
// beta * self + alpha * a b
struct Scales {
    double beta = 1, alpha = 1;
    bool inplace = false;  // into the first operand
};
[[nodiscard]] Var addmm(Autograd& g, const Var& self, const Var& a, const Var& b, Scales scales = {});
[[nodiscard]] Var addmv(Autograd& g, const Var& self, const Var& a, const Var& x, Scales scales = {});
[[nodiscard]] Var addr(Autograd& g, const Var& self, const Var& a, const Var& b, Scales scales = {});
[[nodiscard]] Var baddbmm(Autograd& g, const Var& self, const Var& a, const Var& b, Scales scales = {});
[[nodiscard]] Var addbmm(Autograd& g, const Var& self, const Var& a, const Var& b, Scales scales = {});
[[nodiscard]] Var outer(Autograd& g, const Var& a, const Var& b);
[[nodiscard]] Var inner(Autograd& g, const Var& a, const Var& b);
[[nodiscard]] Var tensordot(Autograd& g, const Var& a, const Var& b, std::vector<std::int64_t> dims1, std::vector<std::int64_t> dims2);
[[nodiscard]] Var kron(Autograd& g, const Var& a, const Var& b);
[[nodiscard]] Var linear(Autograd& g, const Var& x, const Var& weight, const Var& bias);  // bias: null for none
[[nodiscard]] Var cross(Autograd& g, const Var& a, const Var& b, std::int64_t dim);
[[nodiscard]] Var firstCross(Autograd& g, const Var& a, const Var& b);  // along the first dimension of size 3
[[nodiscard]] Var trace(Autograd& g, const Var& a);

// --- square matrices ---
[[nodiscard]] Var det(Autograd& g, const Var& a);
[[nodiscard]] std::vector<Var> slogdet(Autograd& g, const Var& a);
[[nodiscard]] Var logdet(Autograd& g, const Var& a);
[[nodiscard]] Var inverse(Autograd& g, const Var& a);
[[nodiscard]] Var solve(Autograd& g, const Var& a, const Var& b);
[[nodiscard]] Var matrixPower(Autograd& g, const Var& a, std::int64_t n);
[[nodiscard]] Var cholesky(Autograd& g, const Var& a, bool upper);
[[nodiscard]] Var solveTriangular(Autograd& g, const Var& a, const Var& b, bool upper);

// --- norms; `ord` is "fro", "nuc" or a number ---
struct MatrixNorm {
    std::optional<double> order;  // none: by name
    std::string name = "fro";
};
[[nodiscard]] Var svdvals(Autograd& g, const Var& a);
[[nodiscard]] Var matrixNorm(Autograd& g, const Var& a, const MatrixNorm& norm, std::vector<std::int64_t> dims, bool keepdim,
                             std::optional<DType> dtype);
// torch.linalg.norm: of vectors or of matrices, as the dims and the order tell.
[[nodiscard]] Var linalgNorm(Autograd& g, const Var& a, const std::optional<MatrixNorm>& norm,
                             const std::optional<std::vector<std::int64_t>>& dims, bool keepdim, std::optional<DType> dtype);
[[nodiscard]] Var cond(Autograd& g, const Var& a, const std::optional<MatrixNorm>& norm);

[[nodiscard]] python::Type* linalgErrorType();  // torch.linalg.LinAlgError

// Bits of Attributes::n for two factors: which of them lie column by column (see shaped_linalg.def).
[[nodiscard]] std::int64_t columnBits(const Var& a, const Var& b);

}  // namespace backstep::ops
