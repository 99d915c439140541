# SPDX-License-Identifier: GPL-3.0-or-later
# The gradient with respect to a vector is a vector of the same shape.
import torch

x = torch.arange(4.0, requires_grad=True)
y = 2 * torch.dot(x, x)
y.backward()

print(x.grad)          # 4x
print(x.grad == 4 * x)
