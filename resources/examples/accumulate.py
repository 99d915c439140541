# SPDX-License-Identifier: GPL-3.0-or-later
# Gradients add up in .grad until they are set to zero.
import torch

x = torch.tensor([1.0, -2.0, 3.0], requires_grad=True)

y = (x ** 2).sum()
y.backward()
print(x.grad)          # 2x

z = x.sum()
z.backward()
print(x.grad)          # 2x + 1: the second sweep was added to the first

x.grad.zero_()
z = x.sum()
z.backward()
print(x.grad)          # 1
