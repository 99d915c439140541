# SPDX-License-Identifier: GPL-3.0-or-later
# detach() cuts a value out of the graph: it counts as a constant from there on.
import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)

y = x * x
u = y.detach()
z = u * x

z.sum().backward()
print(x.grad)          # u, not 3x²
print(x.grad == u)

x.grad.zero_()
y.sum().backward()
print(x.grad)          # 2x: y itself still has its graph
