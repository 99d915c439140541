# autograd.grad through a tensor part of which was written: what was written gets its gradient too, also in .grad.
import torch
def go(wrt, op, what):
    x = torch.tensor([-2.0, 1.], requires_grad=True)
    b = torch.tensor([3.], requires_grad=True)
    c = torch.tensor([4.], requires_grad=True)
    y = x * 1
    v = y[:1]
    q = {'leaf': lambda: b, 'twice': lambda: b * 2, 'product': lambda: b * c}[what]()
    if op == 'add':
        v.add_(q)
    elif op == 'addcmul':
        v.addcmul_(q, c)
    elif op == 'set':
        y[:1] = q
    g = torch.autograd.grad(y.sum(), [{'x': x, 'b': b, 'c': c}[k] for k in wrt], allow_unused=True)
    print(wrt, op, what, [None if k is None else k.tolist() for k in g], x.grad, b.grad, c.grad)
for op in ('add', 'addcmul', 'set'):
    for what in ('leaf', 'twice', 'product'):
        for wrt in ('x', 'b', 'xb', 'c', 'bc'):
            go(wrt, op, what)
