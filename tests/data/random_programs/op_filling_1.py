import torch
import torch.nn.functional as F
torch.manual_seed(1)
x = torch.tensor([[0.3, -0.7, 1.2], [0.5, 2.0, -1.4]], dtype=torch.float64, requires_grad=True)
v = torch.tensor([0.4, 1.3, 2.1], dtype=torch.float64)
m = torch.tensor([[True, False, True], [False, True, True]])
y0 = x.clone().fill_(2.0) + x
y1 = (x * 1).fill_(x.sum())
y2 = (x * 1).zero_() + x
y3 = (x * 1).exponential_() * x
y4 = (x * 1).geometric_(0.5) * x
y5 = (x * 1).cauchy_() * x
y6 = (x * 1).log_normal_() * x
y7 = (x * 1).normal_() * x
print(y0.detach(), y1.detach(), y2.detach(), y3.detach(), y4.detach(), y5.detach(), y6.detach(), y7.detach())
(y0.sum() + y1.sum() + y2.sum() + y3.sum() + y4.sum() + y5.sum() + y6.sum() + y7.sum()).backward()
print(x.grad)
x.grad = None
y0 = (x * 1).uniform_() * x
print(y0.detach())
(y0.sum()).backward()
print(x.grad)
x.grad = None
