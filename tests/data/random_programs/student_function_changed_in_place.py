# What a Function saved was changed in place: the message says what computed it.
import torch
class Sq(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u):
        ctx.save_for_backward(u)
        return u * u
    @staticmethod
    def backward(ctx, g):
        u, = ctx.saved_tensors
        return g * 2 * u
class Ex(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u):
        r = u.exp()
        ctx.save_for_backward(r)
        return r
    @staticmethod
    def backward(ctx, g):
        r, = ctx.saved_tensors
        return g * r
x = torch.tensor([1., 2.], requires_grad=True)
def tried(y):
    try:
        y.sum().backward()
    except RuntimeError as e:
        print(e)
a = x * 1
y = Sq.apply(a)
a.add_(1)
tried(y)
y = Ex.apply(x)
y.mul_(3)
tried(y)
a = (x * 1)[:1]
y = Sq.apply(a)
a.mul_(2)
tried(y)
y = Sq.apply(x)
with torch.no_grad():
    x.add_(1)
tried(y)
try:
    x.split([1, 2], -1)
except RuntimeError as e:
    print(e)
