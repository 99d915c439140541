# A retained gradient stays that of the value before it was turned round in place, and goes along with a change of its numbers.
import torch
def show(f):
    x = torch.tensor([[1., 2., 3.], [4., 5., 6.]], requires_grad=True)
    a = x * 1
    a.retain_grad()
    a.sum().backward(retain_graph=True)
    f(a)
    (a * 3).sum().backward()
    print(a.grad)
for f in (lambda a: a.mul_(2), lambda a: a.t_(), lambda a: a.unsqueeze_(0), lambda a: a.transpose_(0, 1), lambda a: a[0].mul_(2)):
    show(f)
