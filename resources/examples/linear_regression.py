# SPDX-License-Identifier: GPL-3.0-or-later
# Fitting a straight line by gradient descent.
import torch
from matplotlib import pyplot as plt

x = torch.tensor([0.0, 1.0, 2.0, 3.0, 4.0])
t = torch.tensor([1.1, 2.9, 5.2, 7.1, 8.8])

w = torch.tensor(0.0, requires_grad=True)
b = torch.tensor(0.0, requires_grad=True)
losses = []

for epoch in range(12):
    loss = ((w * x + b - t) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= 0.05 * w.grad
        b -= 0.05 * b.grad
    w.grad.zero_()
    b.grad.zero_()
    losses.append(loss.item())

print(f"w = {w.item():.3f}, b = {b.item():.3f}")

figure, (left, right) = plt.subplots(1, 2)
left.plot(x, t, "o", label="data")
left.plot(x, (w * x + b).detach(), label="fit")
left.set_xlabel("x")
left.legend()
right.semilogy(losses, ".-")
right.set_xlabel("epoch")
right.set_ylabel("loss")
plt.show()
