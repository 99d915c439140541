import torch
from torch.autograd import Function
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ':', e)
W = torch.tensor([1., 2.], requires_grad=True)
class S(Function):
    @staticmethod
    def forward(ctx, a):
        ctx.save_for_backward(3)
        return a * 2
    @staticmethod
    def backward(ctx, g): return g
t(lambda: S.apply(W))
class S(Function):
    @staticmethod
    def forward(ctx, a):
        ctx.save_for_backward(a, None)
        return a * 2
    @staticmethod
    def backward(ctx, g):
        print(ctx.saved_tensors, ctx.needs_input_grad, g.requires_grad)
        return g * 2
y = S.apply(W); y.sum().backward(); print(W.grad, y.grad_fn.saved_tensors if False else '')
t(lambda: y.sum().backward())
class Exp(Function):
    @staticmethod
    def forward(ctx, i):
        r = i.exp(); ctx.save_for_backward(r); return r
    @staticmethod
    def backward(ctx, g):
        r, = ctx.saved_tensors; return g * r
x = torch.tensor([0., 1.], requires_grad=True)
g, = torch.autograd.grad(Exp.apply(x).sum(), x, create_graph=True); print(g); g.sum().backward(); print(x.grad)
class NoB(Function):
    @staticmethod
    def forward(ctx, i): return i.clone()
    @staticmethod
    def backward(ctx, g): return None
z = torch.ones(2, requires_grad=True); NoB.apply(z).sum().backward(); print(z.grad)
class Ident(Function):
    @staticmethod
    def forward(ctx, i): return i
    @staticmethod
    def backward(ctx, g): print('id', g); return g * 10
z.grad = None; Ident.apply(z).sum().backward(); print(z.grad)
class STE(Function):
    @staticmethod
    def forward(ctx, x, lo=-1., hi=1.):
        ctx.lo, ctx.hi = lo, hi
        ctx.save_for_backward(x)
        return x.sign()
    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        g = g.clone(); g[(x < ctx.lo) | (x > ctx.hi)] = 0
        return g, None, None
v = torch.tensor([-2., -.5, .5, 2.], requires_grad=True); STE.apply(v, -1., 1.).sum().backward(); print(v.grad)
t(lambda: STE.apply(v, lo=-1.))
t(lambda: STE.forward(None, v))
t(lambda: STE(v))
t(lambda: Function.apply(v))
class Err(Function):
    @staticmethod
    def forward(ctx, x): return x * 2
    @staticmethod
    def backward(ctx, g): raise ValueError('in backward')
t(lambda: Err.apply(v).sum().backward())
class Wrong(Function):
    @staticmethod
    def forward(ctx, x): return x.sum()
    @staticmethod
    def backward(ctx, g): return torch.ones(7)
t(lambda: Wrong.apply(v).backward())
class Str(Function):
    @staticmethod
    def forward(ctx, x): return x.sum()
    @staticmethod
    def backward(ctx, g): return 'a'
t(lambda: Str.apply(v).backward())
class F1(Function):
    @staticmethod
    def forward(ctx, x): return x.sum()
    @staticmethod
    def backward(ctx, g): return 3.0
t(lambda: F1.apply(v).backward())
class F2(Function):
    @staticmethod
    def forward(ctx, x): return x.sum()
    @staticmethod
    def backward(ctx): return None
t(lambda: F2.apply(v).backward())
class F3(Function):
    @staticmethod
    def forward(x): return x.sum()
t(lambda: F3.apply(v))
def mk(fwd):
    class Made(Function):
        @staticmethod
        def forward(ctx, a): return fwd(a)
        @staticmethod
        def backward(ctx, *g): return g[0]
    return Made
for f in [lambda a: 3, lambda a: None, lambda a: [a * 1], lambda a: (a * 1, 3), lambda a: (a * 1, None), lambda a: 'x', lambda a: (), lambda a: (3, 4), lambda a: (3, a * 2)]:
    for arg in (W, 3, torch.ones(2)):
        t(lambda: mk(f).apply(arg))
