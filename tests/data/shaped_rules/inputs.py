# SPDX-License-Identifier: GPL-3.0-or-later
# What the rows of rows.tsv are about; D is the dtype.
import torch
import torch.nn.functional as F
torch.manual_seed(3)
def tensor(data):
    return torch.tensor(data, dtype=D, requires_grad=True)
x = tensor([[0.3, -0.7, 1.2], [0.5, 2.0, -1.4]])
y = tensor([[0.6, -1.1], [1.7, 0.2], [-0.4, 0.9]])
v = tensor([0.4, 1.3, -2.1])
w = tensor([0.8, -1.6])
q = tensor([[1.2, 0.5, -0.3], [0.4, -1.5, 0.8], [0.7, 0.9, 2.1]])
s = tensor([[1.5, 0.2, -0.1], [0.3, 1.1, 0.4], [-0.2, 0.6, 1.8]])
t = tensor([[[0.9, -0.2, 0.7], [-1.3, 0.4, 1.1]], [[0.1, 1.6, -0.5], [0.8, -0.6, -1.9]]])
r = tensor([[[0.2, -0.9], [1.4, 0.3], [-0.8, 1.5]], [[-0.7, 0.6], [1.3, -1.2], [0.5, 1.0]]])
p = tensor([[0.35, 0.62, 0.18], [0.81, 0.47, 0.93]])
n = tensor(1.7)
def into(z, change):
    change(z)
    return z
