import torch
import torch.nn as nn
import torch.nn.functional as F
torch.manual_seed(3)
def names(fn):
    return type(fn).__name__, [(type(f).__name__, i) for f, i in fn.next_functions]
def twice(title, f, inputs):
    y = f(*inputs)
    g = torch.autograd.grad(y, inputs, create_graph=True)
    print(title)
    for q in g:
        print(q.detach(), q.requires_grad and names(q.grad_fn))
    z = sum((q ** 2).sum() for q in g if q.requires_grad)
    for h in torch.autograd.grad(z, inputs, allow_unused=True):
        print(h)
D = torch.float64
x = torch.randn(3, 4, dtype=D, requires_grad=True)
w = torch.randn(4, dtype=D, requires_grad=True)
b = torch.randn(4, dtype=D, requires_grad=True)
x3 = torch.randn(2, 2, 3, dtype=D, requires_grad=True)
m, v = torch.randn(4, dtype=D), torch.rand(4, dtype=D) + 0.5
w5 = torch.randn(2, dtype=D, requires_grad=True)
b5 = torch.randn(2, dtype=D, requires_grad=True)
twice("batch_norm", lambda x, w, b: (F.batch_norm(x, None, None, w, b, True) ** 3).sum(), (x, w, b))
twice("batch_norm, running", lambda x, w, b: (F.batch_norm(x, m, v, w, b, False) ** 3).sum(), (x, w, b))
twice("batch_norm, running, without weights", lambda x: (F.batch_norm(x, m, v, None, None, False) ** 3).sum(), (x,))
twice("batch_norm of rows", lambda x, w, b: (F.batch_norm(x, None, None, w, b, True) ** 3).sum(), (x3, w5, b5))
torch.manual_seed(0)
net = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.ReLU(), nn.Linear(4, 1))
data = torch.randn(6, 3, requires_grad=True)
out = net(data)
slope, = torch.autograd.grad(out.sum(), data, create_graph=True)
penalty = ((slope.norm(2, dim=1) - 1) ** 2).mean()
(out.mean() + 10 * penalty).backward()
for p in net.parameters():
    print(p.grad)
g, = torch.autograd.grad((F.batch_norm(x, None, None, w, b, True) ** 3).sum(), x, create_graph=True)
(g ** 2).sum().backward()
print(x.grad, w.grad, b.grad)
