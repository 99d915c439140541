# Equal numbers: in their order up to sixteen of them, then as the library's own sort leaves them, unless stable is asked for.
import torch
for n in (5, 16, 17, 40):
    x = torch.tensor([(i * 7919 + 3) % 5 for i in range(n)])
    for y in (x, x.float(), x.double(), x > 2):
        print(y.sort()[1].tolist())
        print(y.argsort(descending=True).tolist())
        print(torch.sort(y, stable=True)[1].tolist())
        print(torch.sort(y, stable=True, descending=True)[1].tolist())
        print(torch.stack([y, y], 1).sort(0)[1].tolist())
x = torch.zeros(20, requires_grad=True)
x.sort().values[:3].sum().backward()
print(x.grad)
