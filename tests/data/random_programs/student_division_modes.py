import torch
x = torch.tensor([7.0, -3.0], requires_grad=True)
y = torch.tensor([2.0, 1.5], requires_grad=True)
for mode in (None, 'floor', 'trunc'):
    z = torch.div(x, y, rounding_mode=mode)
    print(z, z.grad_fn)
    print(torch.autograd.grad(z.sum(), (x, y)))
print(torch.div(x, y), x.div(2, rounding_mode=None), torch.divide(x, y, rounding_mode=None))
print(torch.div(torch.tensor(7), 2, rounding_mode=None))
g, = torch.autograd.grad(torch.div(x, y, rounding_mode=None).sum(), y, create_graph=True)
print(g, g.grad_fn)
w = x * 1
w.div_(y, rounding_mode=None)
print(w)
w.sum().backward()
print(x.grad, y.grad)
try:
    torch.div(x, y, rounding_mode='up')
except RuntimeError as e:
    print(e)
