import torch
for n in (1, 2, 3, 4, 5, 6, 9, 20):
    x = torch.ones(n, requires_grad=True)
    m = x.median(0)
    m.values.backward()
    print(n, m.indices, x.grad.argmax(), torch.ones(n).nanmedian(0).indices)
x = torch.tensor([[1., 1., 2., 1.], [3., 1., 1., 1.], [2., 2., 2., 1.]], requires_grad=True)
v, i = x.median(dim=1)
print(v, i)
v.sum().backward()
print(x.grad)
a = torch.tensor(2., requires_grad=True)
m = torch.cummax(a, 1).values
print(m)
try:
    m.backward()
except IndexError as e:
    print(e)
m = torch.cummin(a, 0).values
m.backward()
print(a.grad)
