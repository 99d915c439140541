import torch
import torch.nn.functional as F
torch.manual_seed(1)
x = torch.tensor([[0.3, -0.7, 1.2], [0.5, 2.0, -1.4]], dtype=torch.float64, requires_grad=True)
v = torch.tensor([0.4, 1.3, 2.1], dtype=torch.float64)
m = torch.tensor([[True, False, True], [False, True, True]])
i = torch.tensor([[0, 1, 0]])
z = torch.zeros(2, 3, dtype=torch.float64)
y0 = torch.block_diag(x, x[0])
y1 = torch.cdist(x, x + 1)
y2 = F.soft_margin_loss(x, v)
y3 = F.embedding(torch.tensor([1, 0, 1]), x)
y4 = torch.stack([x, x])
y5 = torch.cat([x, x], 1)
y6 = x.unbind(1)[2]
y7 = x.view(3, 2)
print(y0.detach(), y1.detach(), y2.detach(), y3.detach(), y4.detach(), y5.detach(), y6.detach(), y7.detach())
(y0.sum() + y1.sum() + y2.sum() + y3.sum() + y4.sum() + y5.sum() + y6.sum() + y7.sum()).backward()
print(x.grad)
x.grad = None
y0 = x.float()
y1 = x.permute(1, 0)
y2 = x.as_strided((2, 2), (3, 1))
print(y0.detach(), y1.detach(), y2.detach())
(y0.sum() + y1.sum() + y2.sum()).backward()
print(x.grad)
x.grad = None
