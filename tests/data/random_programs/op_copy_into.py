import torch
import torch.nn.functional as F
torch.manual_seed(1)
x = torch.tensor([[0.3, -0.7, 1.2], [0.5, 2.0, -1.4]], dtype=torch.float64, requires_grad=True)
v = torch.tensor([0.4, 1.3, 2.1], dtype=torch.float64)
m = torch.tensor([[True, False, True], [False, True, True]])
y = x * 2
y[0] = v
y[:, 1] = x[:, 0]
y[m] = 1.5
y[[0, 1]] = x * 3
z = torch.zeros(2, 3, dtype=torch.float64)
z.copy_(x)
z += x
(y * z).sum().backward()
print(y, z, x.grad)
w = torch.tensor([1., 2.], requires_grad=True)
q = torch.zeros(2)
q.copy_(w)
q.sum().backward()
print(w.grad, q.grad_fn.name())
r = torch.zeros(2)
r.index_put_((torch.tensor([0, 0]),), w, accumulate=True)
r.sum().backward()
print(w.grad, r)
w.grad = None
t = w.detach()
(t * w).sum().backward()
print(w.grad)
a = torch.autograd.grad((w ** 3).sum(), w, create_graph=True)[0]
a.sum().backward(create_graph=True)
print(w.grad)
