# SPDX-License-Identifier: GPL-3.0-or-later
# backward() of a vector needs to be told what to multiply the Jacobian with.
import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = x ** 3

y.backward(gradient=torch.tensor([1.0, 0.0, 0.0]), retain_graph=True)
print(x.grad)          # the first row of the Jacobian

x.grad.zero_()
y.backward(gradient=torch.ones_like(y))
print(x.grad)          # the sum of its rows
