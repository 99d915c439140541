# SPDX-License-Identifier: GPL-3.0-or-later
# A branch decides which formula is differentiated.
import torch


def penalty(e):
    if e.abs() <= 1:
        return 0.5 * e ** 2
    return e.abs() - 0.5


for value in (0.5, -3.0):
    e = torch.tensor(value, requires_grad=True)
    cost = penalty(e)
    cost.backward()
    print(value, cost.item(), e.grad.item())
