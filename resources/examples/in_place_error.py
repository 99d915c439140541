# SPDX-License-Identifier: GPL-3.0-or-later
# Changing a value in place after it was saved for the backward sweep.
import torch

x = torch.tensor([0.5, 1.0, 1.5], requires_grad=True)
y = torch.sigmoid(x)
z = (y * y).sum()
y += 1                 # z still needs the y from before
z.backward()
print(x.grad)
