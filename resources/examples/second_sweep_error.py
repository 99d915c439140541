# SPDX-License-Identifier: GPL-3.0-or-later
# The second sweep over the same graph fails: the values that it needs are gone.
import torch

x = torch.tensor(3.0, requires_grad=True)
y = torch.exp(x / 3) * x

y.backward()
print(x.grad)
y.backward()
