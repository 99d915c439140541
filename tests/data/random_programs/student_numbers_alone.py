import torch
for c in (lambda: torch.div(2.0, 0.1, rounding_mode='floor'), lambda: torch.div(2.0, 0.1, rounding_mode='trunc'), lambda: torch.div(2.0, 0.1, rounding_mode=None), lambda: torch.div(2.0, 0.1), lambda: torch.mul(2.0, 3.0), lambda: torch.add(2.0, 1.0), lambda: torch.floor_divide(2.0, 0.3), lambda: torch.true_divide(2.0, 0.3), lambda: torch.sub(2.0, 1), lambda: torch.div(7, 2, rounding_mode='floor'), lambda: torch.div(7, 2), lambda: torch.div(7, 2.0, rounding_mode='floor'), lambda: torch.div(7.0, 2, rounding_mode='trunc'), lambda: torch.div(torch.tensor(2.0), 0.1, rounding_mode='floor'), lambda: torch.mul(2, 3), lambda: torch.remainder(2.0, torch.tensor(0.3)), lambda: torch.maximum(2.0, 3.0), lambda: torch.div(True, 2, rounding_mode='floor')):
    try:
        t = c(); print(t, t.dtype, (t * torch.ones(2)).dtype, (t * torch.tensor(1.0)).dtype)
    except Exception as e:
        print(type(e).__name__, str(e).split('\n')[0])
print(torch.where(torch.tensor(True), 1.0, 2.0).dtype, torch.where(torch.tensor([True]), 1.0, 2.0).dtype, torch.where(torch.tensor(True), 1, 2.0).dtype)
x = torch.tensor(2.0, requires_grad=True)
y = torch.mul(2.0, 3.0) * x
y.backward(); print(x.grad, y)
g = torch.autograd.grad(torch.pow(x, 3.0) * 2.0 ** 0.5, x, create_graph=True)[0]; print(g)
