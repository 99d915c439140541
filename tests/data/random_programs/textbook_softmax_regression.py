import torch
torch.manual_seed(0)
X = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
print(X.sum(0, keepdim=True), X.sum(1, keepdim=True))
def softmax(X):
    X_exp = torch.exp(X)
    partition = X_exp.sum(1, keepdim=True)
    return X_exp / partition
X = torch.normal(0, 1, (2, 5))
X_prob = softmax(X)
print(X_prob, X_prob.sum(1))
y = torch.tensor([0, 2])
y_hat = torch.tensor([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]])
print(y_hat[[0, 1], y])
def cross_entropy(y_hat, y):
    return - torch.log(y_hat[range(len(y_hat)), y])
print(cross_entropy(y_hat, y))
def accuracy(y_hat, y):
    if len(y_hat.shape) > 1 and y_hat.shape[1] > 1:
        y_hat = y_hat.argmax(axis=1)
    cmp = y_hat.type(y.dtype) == y
    return float(cmp.type(y.dtype).sum())
print(accuracy(y_hat, y) / len(y))
class Accumulator:
    def __init__(self, n): self.data = [0.0] * n
    def add(self, *args): self.data = [a + float(b) for a, b in zip(self.data, args)]
    def reset(self): self.data = [0.0] * len(self.data)
    def __getitem__(self, idx): return self.data[idx]
W = torch.normal(0, 0.01, size=(5, 3), requires_grad=True)
b = torch.zeros(3, requires_grad=True)
D = torch.randn(30, 5); L = torch.randint(0, 3, (30,))
for epoch in range(3):
    m = Accumulator(3)
    for i in range(0, 30, 10):
        p = softmax(torch.matmul(D[i:i+10].reshape((-1, W.shape[0])), W) + b)
        l = cross_entropy(p, L[i:i+10])
        l.sum().backward()
        with torch.no_grad():
            for q in (W, b):
                q -= 0.1 * q.grad / 10
                q.grad.zero_()
        m.add(float(l.sum()), accuracy(p, L[i:i+10]), L[i:i+10].numel())
    print(epoch, m[0] / m[2], m[1] / m[2])
