import torch
from torch import nn
lin = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1))
for p in lin.parameters(): nn.init.constant_(p, 0.5)
def bh(m, gi, go): print(type(m).__name__, gi, go)
for m in lin: m.register_full_backward_hook(bh)
x = torch.tensor([[1., -2.]], requires_grad=True)
out = lin(x); print(out)
out.sum().backward(retain_graph=False); print(x.grad, lin[0].weight.grad)

handle = lin[0].register_full_backward_hook(lambda m, gi, go: tuple(None if g is None else g * 2 for g in gi))
x.grad = None
lin(x).sum().backward(); print(x.grad)
handle.remove()
plain = nn.Linear(2, 2); nn.init.ones_(plain.weight); nn.init.zeros_(plain.bias)
plain.register_full_backward_hook(bh)
y = plain(torch.ones(1, 2)); print(y); y.sum().backward(); print(plain.weight.grad)
class Two(nn.Module):
    def forward(self, a, b, flag=True): return a * b, a + b
two = Two(); two.register_full_backward_hook(bh)
a = torch.ones(2, requires_grad=True); p, q = two(a, torch.tensor([3., 4.])); (p + q).sum().backward(); print(a.grad)
with torch.no_grad(): print(two(a, a))
two.register_full_backward_hook(lambda m, gi, go: (None,))
p, q = two(a, a)
try: (p + q).sum().backward()
except RuntimeError as e: print(e)
