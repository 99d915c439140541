import torch
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
x=torch.tensor([1.,2.],requires_grad=True); w=torch.tensor(3.,requires_grad=True); c=torch.tensor([5.,6.])
y=x*w; z=(y*c).sum()
h1=y.grad_fn.register_hook(lambda gi,go: print('y', gi, go))
h2=z.grad_fn.register_hook(lambda gi,go: print('z', gi, go))
y.register_hook(lambda g: print('tensor hook', g))
print(type(h1))
z.backward(retain_graph=True); print(x.grad,w.grad)
h2.remove(); h2.remove()
z.backward(retain_graph=True); print(x.grad,w.grad)
h1.remove()
h=y.grad_fn.register_hook(lambda gi,go: (gi[0]*10, None))
x.grad=w.grad=None
z.backward(retain_graph=True); print(x.grad,w.grad)
h3=y.grad_fn.register_hook(lambda gi,go: print('second', gi))
z.backward(retain_graph=True); h.remove(); h3.remove()
for bad in [lambda gi,go: gi[0], lambda gi,go: (gi[0],), lambda gi,go: [gi[0],gi[1]], lambda gi,go: (gi[0],gi[1],None), lambda gi,go: (1,2), lambda gi,go: (gi[0].double(),gi[1]), lambda gi,go: (gi[0][:1],gi[1]), lambda gi: None, 5, lambda gi,go: 1/0]:
    t(lambda: globals().__setitem__('hb', y.grad_fn.register_hook(bad)))
    t(lambda: z.backward(retain_graph=True)); 
    try: hb.remove()
    except Exception as e: print('rm', e)
acc=y.grad_fn.next_functions[0][0]
x.grad=None
ha=acc.register_hook(lambda gi,go: print('acc',gi,go,x.grad))
z.backward(retain_graph=True); ha.remove()
ha=acc.register_hook(lambda gi,go: (go[0],)); t(lambda: z.backward(retain_graph=True)); ha.remove()
# create graph, grad()
u=(x**3).sum()
hu=u.grad_fn.next_functions[0][0].register_hook(lambda gi,go: print('pow', gi, go))
g,=torch.autograd.grad(u,x,create_graph=True); print(g)
g.sum().backward()
# one input needs no grad
q=(x*c).sum(); q.grad_fn.next_functions[0][0].register_hook(lambda gi,go: print('mul c', gi, go)); q.backward()
# scalars
a=torch.tensor(2.,requires_grad=True); b=a
for i in range(3):
    b=b*a
    b.grad_fn.register_hook(lambda gi,go,i=i: print(i,[v.item() for v in gi],go[0].item()))
b.backward(); print(a.grad)
# multi-output and function
s=torch.ones(4,requires_grad=True); p,r=s.split(2)
p.grad_fn.register_hook(lambda gi,go: print('split',gi,go)); (p*2).sum().backward()
class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx,x): return x*2
    @staticmethod
    def backward(ctx,g): return g*3
o=F.apply(s); o.grad_fn.register_hook(lambda gi,go: print('F',gi,go)); o.sum().backward()
m=torch.max(torch.tensor([[1.,2.]],requires_grad=True)*1,1); m[0].grad_fn.register_hook(lambda gi,go: print('max',gi,go)); m[0].sum().backward()
d={}
def visit(name):
    def hook(gi,go): d[name]=(gi,go)
    return hook
v=torch.sigmoid(a*a+1); stack=[v.grad_fn]; seen=set()
while stack:
    f=stack.pop()
    if f is None or f in seen: continue
    seen.add(f); f.register_hook(visit(type(f).__name__)); stack+= [n for n,_ in f.next_functions]
v.backward(); print(sorted(d.items()))
del seen
