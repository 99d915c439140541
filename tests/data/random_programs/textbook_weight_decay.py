import torch
from torch import nn
torch.manual_seed(2)
n_train, num_inputs, batch_size = 20, 10, 5
true_w, true_b = torch.ones((num_inputs, 1)) * 0.01, 0.05
X = torch.randn(n_train, num_inputs); y = X @ true_w + true_b
def init_params():
    w = torch.normal(0, 1, size=(num_inputs, 1), requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    return [w, b]
def l2_penalty(w):
    return torch.sum(w.pow(2)) / 2
w, b = init_params()
for epoch in range(5):
    for i in range(0, n_train, batch_size):
        l = ((X[i:i+5] @ w + b) - y[i:i+5]) ** 2 / 2 + 3 * l2_penalty(w)
        l.sum().backward()
        with torch.no_grad():
            for p in (w, b): p -= 0.003 * p.grad / batch_size; p.grad.zero_()
print('w的L2范数是:', torch.norm(w).item())
net = nn.Sequential(nn.Linear(num_inputs, 1))
for param in net.parameters(): param.data.normal_()
trainer = torch.optim.SGD([{"params": net[0].weight, 'weight_decay': 3}, {"params": net[0].bias}], lr=0.003)
for epoch in range(3):
    l = nn.MSELoss(reduction='none')(net(X), y)
    trainer.zero_grad(); l.mean().backward(); trainer.step()
print('w', net[0].weight.norm().item(), trainer)
