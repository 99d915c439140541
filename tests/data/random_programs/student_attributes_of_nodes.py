import torch
v = torch.arange(6., requires_grad=True) * 1
fn = v.grad_fn
acc = fn.next_functions[0][0]
e, s, p = v.exp(), v + 1, v ** 3
for n in ('variable', 'saved_tensors', 'next_functions', 'metadata', '_saved_self', '_saved_other', '_saved_result', '_saved_exponent', 'name', 'foo', 'requires_grad'):
    print(n, hasattr(acc, n), hasattr(e.grad_fn, n), hasattr(s.grad_fn, n), hasattr(p.grad_fn, n))
def graph(fn, depth=0):
    if fn is None:
        return
    if hasattr(fn, 'variable'):
        print(' ' * depth + 'leaf', tuple(fn.variable.shape))
    else:
        print(' ' * depth + type(fn).__name__)
    for u in fn.next_functions:
        if u[0] is not None:
            graph(u[0], depth + 1)
out = (v.exp() * v).sum()
graph(out.grad_fn)
for get in (lambda: fn.variable, lambda: fn.foo, lambda: acc.foo, lambda: fn.saved_tensors, lambda: p.grad_fn._saved_exponent, lambda: e.grad_fn._saved_result.shape,
            lambda: acc.variable.shape, lambda: fn.requires_grad):
    try:
        print(get())
    except AttributeError as e2:
        print(e2)
