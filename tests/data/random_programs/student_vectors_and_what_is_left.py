import torch
import torch.nn.functional as F
nan = float('nan')
def runs(t):
    out = []
    for i, v in enumerate(t.reshape(-1).tolist()):
        if not out or repr(out[-1][0]) != repr(v):
            out.append((v, i))
    return out
functions = {'hardswish': F.hardswish, 'elu': F.elu, 'selu': F.selu, 'celu': F.celu, 'hardtanh': F.hardtanh, 'relu6': F.relu6,
             'softshrink': F.softshrink, 'hardshrink': F.hardshrink}
for name, f in functions.items():
    for dtype in (torch.float32, torch.float64):
        for special in (3.0, nan):
            for n in (7, 8, 15, 16, 17, 41):
                x = torch.full((n,), special, dtype=dtype, requires_grad=True)
                print(name, n, runs(torch.autograd.grad(f(x), x, torch.ones(n, dtype=dtype))[0]))
x = torch.full((3, 20), nan, requires_grad=True)
y = torch.full((3, 40), nan, requires_grad=True)
for title, out, of, v in (('rows', F.elu(x), x, torch.ones(3, 20)), ('sum', F.elu(x).sum(), x, None), ('mean', F.elu(x).mean(0), x, torch.ones(20)),
                          ('sums', F.elu(x).sum(1), x, torch.ones(3)), ('turned', F.elu(x.t()), x, torch.ones(20, 3)),
                          ('both turned', F.elu(x.t()), x, torch.ones(3, 20).t()), ('columns', F.elu(y[:, :20]), y, torch.ones(3, 20)),
                          ('every other', F.elu(y[:, ::2]), y, torch.ones(3, 20))):
    print(title, runs(torch.autograd.grad(out, of, v)[0]))
z = torch.full((20,), 3.0, requires_grad=True)
F.hardswish(z).mean().backward()
print(z.grad)
for n in (3, 20):
    p, m = torch.zeros(n), -torch.zeros(n)
    print(runs(torch.maximum(p, m)), runs(torch.maximum(m, p)), runs(torch.minimum(p, m)), runs(torch.minimum(m, p)))
    print(runs(torch.maximum(m, torch.tensor(0.0))), runs(torch.max(torch.tensor(-0.0), p)), runs(torch.maximum(m.double(), p.double())))
print(torch.maximum(torch.tensor(-0.0), torch.tensor(0.0)), torch.minimum(torch.tensor(0.0), torch.tensor(-0.0)))
