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
e = torch.randn(5, 3, dtype=D, requires_grad=True)
places = torch.tensor([[0, 2], [2, 4]])
t = torch.tensor([[1.0, -1, 1, -1]] * 3, dtype=D)
twice("embedding", lambda e: (F.embedding(places, e) ** 3).sum(), (e,))
twice("embedding, padded", lambda e: (F.embedding(places, e, padding_idx=2) ** 3).sum(), (e,))
twice("glu", lambda x: (F.glu(x) ** 3).sum(), (x,))
twice("glu 0", lambda x: (F.glu(x[:2], 0) ** 3).sum(), (x,))
for r in ("none", "mean", "sum"):
    twice("soft_margin_loss " + r, lambda x: (F.soft_margin_loss(x * 1.5, t, reduction=r) ** 3).sum(), (x,))
y = F.glu(x)
g, = torch.autograd.grad(y.sum(), x, create_graph=True)
h, = torch.autograd.grad((g ** 2).sum(), x, create_graph=True)
print(h.grad_fn)
k, = torch.autograd.grad((h ** 2).sum(), x)
print(k)
y = F.soft_margin_loss(x, t)
g, = torch.autograd.grad(y, x, create_graph=True)
h, = torch.autograd.grad((g ** 2).sum(), x, create_graph=True)
print(h.grad_fn)
k, = torch.autograd.grad((h ** 2).sum(), x)
print(k)
g, = torch.autograd.grad((F.embedding(places, e, padding_idx=2) ** 3).sum(), e, create_graph=True)
h, = torch.autograd.grad((g ** 2).sum(), e, create_graph=True)
print(h.grad_fn)
