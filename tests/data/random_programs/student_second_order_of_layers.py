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
w2 = torch.randn(2, 3, dtype=D, requires_grad=True)
b2 = torch.randn(2, 3, dtype=D, requires_grad=True)
twice("layer_norm", lambda x, w, b: (F.layer_norm(x, (4,), w, b) ** 3).sum(), (x, w, b))
twice("layer_norm, input alone", lambda x: (F.layer_norm(x, (4,)) ** 3).sum(), (x,))
twice("layer_norm, no input", lambda w, b: (F.layer_norm(x.detach(), (4,), w, b) ** 3).sum(), (w, b))
twice("layer_norm of two dimensions", lambda x, w, b: (F.layer_norm(x, (2, 3), w, b) ** 2).cos().sum(), (x3, w2, b2))
