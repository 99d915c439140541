import torch
import torch.nn.functional as F
torch.manual_seed(1)
x = torch.tensor([[0.3, -0.7, 1.2], [0.5, 2.0, -1.4]], dtype=torch.float64, requires_grad=True)
v = torch.tensor([0.4, 1.3, 2.1], dtype=torch.float64)
m = torch.tensor([[True, False, True], [False, True, True]])
y0 = x.prod()
y1 = x.prod(1)
y2 = x.max()
y3 = x.min()
y4 = x.max(1).values
y5 = x.amin(0)
y6 = x.amax((0, 1))
y7 = torch.std_mean(x, 0)[0]
print(y0.detach(), y1.detach(), y2.detach(), y3.detach(), y4.detach(), y5.detach(), y6.detach(), y7.detach())
(y0.sum() + y1.sum() + y2.sum() + y3.sum() + y4.sum() + y5.sum() + y6.sum() + y7.sum()).backward()
print(x.grad)
x.grad = None
y0 = torch.std_mean(x, 0)[1]
y1 = torch.var_mean(x)[0]
y2 = torch.norm(x, 3, 1, dtype=torch.float64)
y3 = torch.norm(x.float(), 2, 1, dtype=torch.float64)
y4 = torch.renorm(x, 2, 0, 1.0)
y5 = x.median()
y6 = x.nanmedian()
y7 = x.median(1).values
print(y0.detach(), y1.detach(), y2.detach(), y3.detach(), y4.detach(), y5.detach(), y6.detach(), y7.detach())
(y0.sum() + y1.sum() + y2.sum() + y3.sum() + y4.sum() + y5.sum() + y6.sum() + y7.sum()).backward()
print(x.grad)
x.grad = None
y0 = x.nanmedian(1).values
y1 = x.mode(1).values
y2 = x.kthvalue(2).values
y3 = x.topk(2).values
y4 = x.cummax(1).values
y5 = x.cummin(1).values
y6 = x.logcumsumexp(1)
y7 = x.cumsum(0)
print(y0.detach(), y1.detach(), y2.detach(), y3.detach(), y4.detach(), y5.detach(), y6.detach(), y7.detach())
(y0.sum() + y1.sum() + y2.sum() + y3.sum() + y4.sum() + y5.sum() + y6.sum() + y7.sum()).backward()
print(x.grad)
x.grad = None
y0 = x.cumprod(1)
y1 = x.logsumexp(1)
y2 = x.sort(1).values
y3 = x.nansum(1)
y4 = x.std()
y5 = x.var(1)
y6 = x.norm(1)
y7 = x.norm(dim=0)
print(y0.detach(), y1.detach(), y2.detach(), y3.detach(), y4.detach(), y5.detach(), y6.detach(), y7.detach())
(y0.sum() + y1.sum() + y2.sum() + y3.sum() + y4.sum() + y5.sum() + y6.sum() + y7.sum()).backward()
print(x.grad)
x.grad = None
y0 = torch.dist(x, v)
y1 = x.mean((0, 1))
y2 = x.sum(1, keepdim=True)
y3 = x.quantile(0.4, dim=1)
print(y0.detach(), y1.detach(), y2.detach(), y3.detach())
(y0.sum() + y1.sum() + y2.sum() + y3.sum()).backward()
print(x.grad)
x.grad = None
