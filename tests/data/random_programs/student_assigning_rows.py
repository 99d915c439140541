# A row that is spread over what it is assigned to goes through a view.
import torch
x = torch.ones(2, 3, requires_grad=True)
w = torch.ones(3, requires_grad=True)
y = x * 1
y[:] = w
y.sum().backward()
y = x * 1
y[0:1] = w * 2
y.sum().backward()
y = x * 1
y[...] = x[1]
y.sum().backward()
y = (x * 1).unsqueeze(0)
y[0] = w
y.sum().backward()
y = x * 1
y[0] = torch.ones(1, 3, requires_grad=True)
y.sum().backward()
print(x.grad, w.grad)
