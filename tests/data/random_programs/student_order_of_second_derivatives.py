# The gradients of several arguments are recorded in the order of PyTorch's rules: what a second sweep goes through.
import torch
import torch.nn.functional as F
k = dict(dtype=torch.float64, requires_grad=True)
a = torch.tensor([[1.1, 0.6], [0.4, 0.9]], **k)
b = torch.tensor([[0.3, 0.8], [1.4, 0.7]], **k)
v = torch.tensor([0.9, 0.3], **k)
w = torch.tensor([0.7, 1.3], **k)
def twice(f, *of):
    first = torch.autograd.grad(f(*of).sin().sum(), of, create_graph=True)
    sum((q * q).sum() for q in first).backward()
    print([q.grad_fn.name() for q in first], [p.grad.norm().item() for p in of])
twice(torch.mm, a, b)
twice(lambda p, q: q @ p, a, v)
twice(F.linear, a, b, v)
twice(torch.vdot, v, w)
twice(torch.dist, a, b)
twice(lambda p: torch.logsumexp(p, 0), a)
