import torch
a = torch.ones(2, requires_grad=True)
for order in range(4):
    z = a.clamp(min=0)
    if order in (0, 1): z.register_hook(lambda q: print('hook', q))
    if order in (1, 2): z.retain_grad()
    z.register_hook(lambda q: q * 2)
    if order == 0: z.retain_grad()
    if order == 3: z.retain_grad(); z.register_hook(lambda q: q * 5); z.register_hook(lambda q: print('last', q))
    z.sum().backward()
    print(order, z.grad, a.grad)
    a.grad = None
z = a * 1
z.register_hook(lambda q: None); z.retain_grad(); z.register_hook(lambda q: q * 2); z.sum().backward(); print(z.grad)
