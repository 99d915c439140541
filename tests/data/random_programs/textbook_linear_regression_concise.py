import numpy as np
import torch
from torch.utils import data
from torch import nn
torch.manual_seed(3)
X = torch.randn(60, 2); y = (X @ torch.tensor([2., -3.4]) + 4.2).reshape(-1, 1)
def load_array(data_arrays, batch_size, is_train=True):
    dataset = data.TensorDataset(*data_arrays)
    return data.DataLoader(dataset, batch_size, shuffle=is_train)
it = load_array((X, y), 10)
print(next(iter(it)))
net = nn.Sequential(nn.Linear(2, 1))
net[0].weight.data.normal_(0, 0.01)
net[0].bias.data.fill_(0)
loss = nn.MSELoss()
trainer = torch.optim.SGD(net.parameters(), lr=0.03)
for epoch in range(3):
    for A, b in it:
        l = loss(net(A), b)
        trainer.zero_grad()
        l.backward()
        trainer.step()
    l = loss(net(X), y)
    print(f'epoch {epoch + 1}, loss {l:f}')
print(net[0].weight.data, net[0].bias)
