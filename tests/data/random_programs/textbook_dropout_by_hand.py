import torch
from torch import nn
torch.manual_seed(5)
def dropout_layer(X, dropout):
    assert 0 <= dropout <= 1
    if dropout == 1:
        return torch.zeros_like(X)
    if dropout == 0:
        return X
    mask = (torch.rand(X.shape) > dropout).float()
    return mask * X / (1.0 - dropout)
X= torch.arange(16, dtype = torch.float32).reshape((2, 8))
print(X); print(dropout_layer(X, 0.)); print(dropout_layer(X, 0.5)); print(dropout_layer(X, 1.))
class Net(nn.Module):
    def __init__(self, num_inputs, num_outputs, h1, h2, is_training = True):
        super(Net, self).__init__()
        self.num_inputs = num_inputs
        self.training = is_training
        self.lin1 = nn.Linear(num_inputs, h1)
        self.lin2 = nn.Linear(h1, h2)
        self.lin3 = nn.Linear(h2, num_outputs)
        self.relu = nn.ReLU()
    def forward(self, X):
        H1 = self.relu(self.lin1(X.reshape((-1, self.num_inputs))))
        if self.training == True:
            H1 = dropout_layer(H1, 0.2)
        H2 = self.relu(self.lin2(H1))
        if self.training == True:
            H2 = dropout_layer(H2, 0.5)
        return self.lin3(H2)
net = Net(8, 3, 5, 4); print(net); out = net(X); print(out); out.sum().backward(); print(net.lin1.weight.grad.shape, net.lin3.bias.grad)
net2 = nn.Sequential(nn.Linear(8, 4), nn.ReLU(), nn.Dropout(0.5), nn.Linear(4, 2)); print(net2(X)); net2.eval(); print(net2(X))
