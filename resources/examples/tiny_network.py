# SPDX-License-Identifier: GPL-3.0-or-later
# Two layers, one step of an optimiser.
import torch
from torch import nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1))
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)

x = torch.tensor([[0.0, 1.0], [1.0, 1.0]])
t = torch.tensor([[1.0], [0.0]])

for step in range(2):
    loss = nn.functional.mse_loss(net(x), t)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print(step, loss.item())
