import torch
from torch import nn
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 3
grads = {}
def save(name):
    def h(g): grads[name] = g
    return h
y.register_hook(save('y')); x.register_hook(save('x'))
y.register_hook(lambda g: g + 1)
(y ** 2).sum().backward()
print(grads, x.grad)
def bad(g): return g[0]
z = x * 2; z.register_hook(bad)
try: z.sum().backward()
except RuntimeError as e: print(e)
def bad2(g): return 'a'
z = x * 2; z.register_hook(bad2)
try: z.sum().backward()
except Exception as e: print(type(e).__name__, e)
z = x * 2; z.register_hook(lambda g: g.clamp(max=0.5)); x.grad = None; z.sum().backward(); print(x.grad)
h = x.register_hook(lambda g: g * 100)
z = (x ** 2).sum(); z.backward(); print(x.grad); h.remove(); h.remove()
lin = nn.Linear(2, 1); nn.init.constant_(lin.weight, 0.5); nn.init.zeros_(lin.bias)
lin.weight.register_hook(lambda g: print('wgrad', g))
lin(torch.tensor([[1., 2.]])).sum().backward(); print(lin.weight.grad)
