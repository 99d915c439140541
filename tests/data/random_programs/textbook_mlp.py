import torch
from torch import nn
torch.manual_seed(0)
num_inputs, num_outputs, num_hiddens = 8, 3, 6
W1 = nn.Parameter(torch.randn(num_inputs, num_hiddens, requires_grad=True) * 0.01)
b1 = nn.Parameter(torch.zeros(num_hiddens, requires_grad=True))
W2 = nn.Parameter(torch.randn(num_hiddens, num_outputs, requires_grad=True) * 0.01)
b2 = nn.Parameter(torch.zeros(num_outputs, requires_grad=True))
params = [W1, b1, W2, b2]
def relu(X):
    a = torch.zeros_like(X)
    return torch.max(X, a)
def net(X):
    X = X.reshape((-1, num_inputs))
    H = relu(X@W1 + b1)
    return (H@W2 + b2)
loss = nn.CrossEntropyLoss(reduction='none')
updater = torch.optim.SGD(params, lr=0.1)
X = torch.randn(20, 8); y = torch.randint(0, 3, (20,))
for e in range(3):
    l = loss(net(X), y)
    updater.zero_grad(); l.mean().backward(); updater.step()
    print(l.mean(), l[:3])
print(W2, b1.grad)
n = nn.Sequential(nn.Flatten(), nn.Linear(8, 4), nn.ReLU(), nn.Linear(4, 3))
def init_weights(m):
    if type(m) == nn.Linear:
        nn.init.normal_(m.weight, std=0.01)
n.apply(init_weights)
print(n, n(X)[0])
print(n[1].state_dict(), type(n[3].bias), n[3].bias, n[3].bias.data)
print(*[(name, param.shape) for name, param in n.named_parameters()])
