# SPDX-License-Identifier: GPL-3.0-or-later
# A sweep frees what it needed; retain_graph=True keeps it for another one.
import torch

x = torch.tensor(3.0, requires_grad=True)
y = torch.exp(x / 3) * x

y.backward(retain_graph=True)
print(x.grad)

y.backward()
print(x.grad)          # twice as much: the two sweeps add up
