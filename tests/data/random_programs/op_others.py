import torch
import torch.nn.functional as F
torch.manual_seed(1)
x = torch.tensor([[0.3, -0.7, 1.2], [0.5, 2.0, -1.4]], dtype=torch.float64, requires_grad=True)
v = torch.tensor([0.4, 1.3, 2.1], dtype=torch.float64)
(torch.pow(2.0, x).sum() + torch.clamp_min(x, v).sum() + torch.clamp_max(x, v).sum()).backward()
print(x.grad)
x.grad = None
z = x * 1
z.index_put_((torch.tensor([0]),), v)
z.sum().backward()
print(z, x.grad, z.grad_fn.name())
x.grad = None
w = torch.randn(2, 3, 2, dtype=torch.float64, requires_grad=True)
y = F.nll_loss(w * w, torch.tensor([[0, 2], [1, 1]]))
g, = torch.autograd.grad(y * y, w, create_graph=True)
(g * g).sum().backward()
print(g, w.grad)
for f in (torch.unique, torch.unique_consecutive, lambda q: torch.unique(q, dim=0)):
    u = f(x[0])
    print(u)
    try:
        u.sum().backward()
    except RuntimeError as e:
        print(e)
