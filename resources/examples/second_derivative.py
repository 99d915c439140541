# SPDX-License-Identifier: GPL-3.0-or-later
# create_graph=True records the sweep itself, so that its result can be differentiated again.
import torch

x = torch.tensor(1.5, requires_grad=True)
y = torch.sin(x) * x

(first,) = torch.autograd.grad(y, x, create_graph=True)
print(first.item())    # sin x + x cos x

first.backward()
print(x.grad.item())   # 2 cos x - x sin x
