# SPDX-License-Identifier: GPL-3.0-or-later
# A function and its derivative, drawn by the program itself.
import torch
from matplotlib import pyplot as plt

x = torch.linspace(-4, 4, 161, requires_grad=True)
y = torch.sin(x) * torch.exp(-x ** 2 / 8)
y.sum().backward()

plt.plot(x.detach(), y.detach(), label="$f(x)$")
plt.plot(x.detach(), x.grad, "--", label="$f'(x)$")
plt.axhline(0, color="gray", linewidth=0.7)
plt.xlabel("x")
plt.title("sin x under a bell")
plt.legend()
plt.show()
