import torch
import torch.nn.functional as F
torch.manual_seed(1)
x = torch.tensor([[0.3, -0.7, 1.2], [0.5, 2.0, -1.4]], dtype=torch.float64, requires_grad=True)
v = torch.tensor([0.4, 1.3, 2.1], dtype=torch.float64)
m = torch.tensor([[True, False, True], [False, True, True]])
y0 = x.square()
print(y0.detach())
(y0.sum()).backward()
print(x.grad)
x.grad = None
