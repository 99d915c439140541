# What courses print.
import torch
import torch.nn as nn
import torch.nn.functional as F
torch.manual_seed(7)
x = torch.arange(6.).reshape(2, 3).requires_grad_()
v = torch.tensor([1., 2., 3.])
net = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2))
print(*v, *x.shape, x.shape == (2, 3), tuple(x.shape), x.ndimension())
print(net, net[0].weight.shape, [p.shape for p in net.parameters()], sum(p.numel() for p in net.parameters()))
print(f'{x.mean():.4f} {x.mean().item():.3e} {x.sum():>10.2f}|{v[0]!r}|{v.tolist()}|{x.shape[1:]}|{x.dtype}')
print('Epoch: %d | Loss: %.4f | Acc: %.2f%%' % (1, x.mean(), 95.5), '{:>8} {}'.format(v[0].item(), v))
print([round(q, 2) for q in (v / 3).tolist()], [f'{q:.2f}' for q in v], sum(v).item(), max(v).item(), sorted(v, reverse=True))
values, indices = x.max(dim=1)
print(values, indices, type(x.max(1)), x.max(1)[0], torch.max(x, 1)[1])
print({k: t.item() for k, t in zip('abc', v)}, (v > 1).sum().item(), bool((v == v).all()), (v == 2).nonzero().item(), 2 in v)
losses = [(x ** 2).mean() * e for e in range(3)]
sum(losses).backward()
print(torch.stack(losses), x.grad)
