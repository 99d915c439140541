import torch
from torch import nn
torch.manual_seed(0)
net = nn.Sequential(nn.LazyLinear(4), nn.ReLU(), nn.LazyLinear(2))
print(net)
print(net[0].weight)
X = torch.rand(3, 5)
print(net(X).shape)
print(net)
print(net[0].weight.shape, type(net[0]).__name__)
net(X).sum().backward()
print(net[2].bias.grad)
l = nn.LazyLinear(3)
try: l.weight.shape
except Exception as e: print(type(e).__name__, e)
try: l.weight.data.normal_(0, 0.01); l.bias.data.fill_(0)
except Exception as e: print(type(e).__name__, e)
l(torch.ones(1, 2)); print(l)

nets = nn.Sequential(nn.Flatten(), nn.LazyLinear(3, bias=False))
nets(torch.ones(2, 2, 2)); print(type(nets[1]) == nn.Linear, [n for n, _ in nets.named_parameters()], nets[1].bias)
