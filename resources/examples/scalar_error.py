# SPDX-License-Identifier: GPL-3.0-or-later
# backward() without an argument works for one number only.
import torch

x = torch.arange(3.0, requires_grad=True)
y = x * x
y.backward()
print(x.grad)
