import torch
def leaf(): return torch.tensor([1., 2., 0.5], requires_grad=True)
for name in ['eq_', 'ne_', 'lt_', 'le_', 'gt_', 'ge_', 'less_', 'less_equal_', 'greater_', 'greater_equal_', 'not_equal_']:
    for other in [(1,), (1.,), (torch.ones(3),), (torch.ones(3, requires_grad=True) * 2,), ()]:
        x = leaf(); y = x * 0.5
        try:
            getattr(y, name)(*other); print(name, y, y._version)
            y.sum().backward(); print(x.grad)
        except Exception as e: print(name, type(e).__name__, e)
        try:
            x = leaf(); getattr(x, name)(*other); print(name, x)
        except Exception as e: print(name, type(e).__name__, e)
        with torch.no_grad():
            try:
                x = leaf(); getattr(x, name)(*other); print(name, x)
            except Exception as e: print(name, type(e).__name__, e)
w = torch.ones(3, requires_grad=True)
x = leaf(); y = x * 2
y.gt_(w * 1.5)
(y * y).sum().backward()
print(x.grad, w.grad)
print(torch.tensor([1, 2]).eq_(2), torch.tensor([1, 2]).lt_(1.5), torch.tensor([True, False]).ge_(True))
for name in ['asinh_', 'acosh_', 'atanh_', 'arcsinh_', 'arccosh_', 'arctanh_', 'asin_', 'logical_not_']:
    x = leaf(); y = x * 0.5
    try:
        getattr(y, name)(); print(name, y, y._version)
        y.sum().backward(); print(x.grad)
    except Exception as e: print(name, type(e).__name__, e)
    try:
        x = leaf(); getattr(x, name)(); print(name, x)
    except Exception as e: print(name, type(e).__name__, e)
    with torch.no_grad():
        x = leaf(); getattr(x, name)(); print(name, x)
