# A part of what chunk() gave, changed without gradients: it can be looked at and detached; its history is refused where it is asked for.
import torch
w = torch.arange(6.).reshape(3, 2).requires_grad_()
a = w.chunk(2)[0]
with torch.no_grad():
    a[1] = 0
print(a.detach(), a.data, a.shape, a.requires_grad, a.detach().numpy())
for f in (lambda: a.is_leaf, lambda: a * 2, lambda: a.view(-1), lambda: a.grad_fn):
    try:
        print(f())
    except RuntimeError as e:
        print(e)
x = torch.ones(4, requires_grad=True)
for mode in ('floor', 'trunc'):
    y = torch.div(x, 2.0, rounding_mode=mode)
    y.sum().backward()
    try:
        y.sum().backward()
    except RuntimeError as e:
        print(mode, e)
