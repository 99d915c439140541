import torch
x = torch.tensor([1., 2., 0.5], requires_grad=True)
w = torch.tensor([1., 1., 1.], requires_grad=True)
total = 0
for name in ['eq_', 'ne_', 'lt_', 'le_', 'gt_', 'ge_']:
    a = x * 0.5
    b = x * 2
    getattr(a, name)(0.5)
    getattr(b, name)(w * 2)
    total = total + (a * x + b * w).sum()
total.backward()
print(total, x.grad, w.grad)
