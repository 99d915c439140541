import torch
import torch.nn.functional as F
torch.manual_seed(1)
x = torch.tensor([[0.3, -0.7, 1.2], [0.5, 2.0, -1.4]], dtype=torch.float64, requires_grad=True)
v = torch.tensor([0.4, 1.3, 2.1], dtype=torch.float64)
m = torch.tensor([[True, False, True], [False, True, True]])
y0 = x.softmax(1)
y1 = x.log_softmax(1)
y2 = F.mse_loss(x, v.expand(2, 3))
y3 = F.smooth_l1_loss(x, v.expand(2, 3))
y4 = F.huber_loss(x, v.expand(2, 3))
y5 = F.nll_loss(x, torch.tensor([0, 2]))*x.sum()
y6 = F.binary_cross_entropy(x.sigmoid(), m.double())
print(y0.detach(), y1.detach(), y2.detach(), y3.detach(), y4.detach(), y5.detach(), y6.detach())
g, = torch.autograd.grad((y0 * y0).sum() + (y1 * y1).sum() + (y2 * y2).sum() + (y3 * y3).sum() + (y4 * y4).sum() + (y5 * y5).sum() + (y6 * y6).sum(), x, create_graph=True)
print(g)
(g * g).sum().backward()
print(x.grad)
x.grad = None
y0 = F.binary_cross_entropy_with_logits(x, m.double())
y1 = x[0]
y2 = x[:, 1:]
y3 = x.diagonal()
y4 = x.unfold(1, 2, 1)
y5 = x.select(1, 1)
y6 = x[:, ::2]
print(y0.detach(), y1.detach(), y2.detach(), y3.detach(), y4.detach(), y5.detach(), y6.detach())
g, = torch.autograd.grad((y0 * y0).sum() + (y1 * y1).sum() + (y2 * y2).sum() + (y3 * y3).sum() + (y4 * y4).sum() + (y5 * y5).sum() + (y6 * y6).sum(), x, create_graph=True)
print(g)
(g * g).sum().backward()
print(x.grad)
x.grad = None
