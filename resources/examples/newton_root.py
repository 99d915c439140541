# SPDX-License-Identifier: GPL-3.0-or-later
# Differentiating through an algorithm: Newton's method for a square root.
import torch

a = torch.tensor(9.0, requires_grad=True)
r = a / 2
for step in range(4):
    r = 0.5 * (r + a / r)
    print(step, r.item())

r.backward()
print(a.grad)          # close to 1 / (2 sqrt 9)
