import torch
x = torch.tensor(2.0, requires_grad=True)
y = x * x + 1
while y < 10:
    y = y * 2
if x < 0:
    y = y + x
y.backward()
