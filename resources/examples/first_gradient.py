# SPDX-License-Identifier: GPL-3.0-or-later
# A first gradient: one number goes in, one comes out.
import torch

x = torch.tensor(2.0, requires_grad=True)
y = x ** 2 * torch.sin(x)
y.backward()

print(y)
print(x.grad)          # 2x sin x + x² cos x, at x = 2
