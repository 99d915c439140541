# SPDX-License-Identifier: GPL-3.0-or-later
# A loop that runs until a vector is long enough: what is differentiated is the path that was taken.
import torch

v = torch.tensor([0.6, -0.8], requires_grad=True)
w = v
turns = 0
while w.norm() < 5:
    w = w * 1.5
    turns += 1

length = w.norm()
length.backward()
print("turns:", turns)
print(v.grad)          # 1.5 ** turns, along v
