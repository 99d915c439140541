import torch
def t(n,f):
    a=torch.tensor([[1.,2.],[3.,4.]],requires_grad=True)
    x=a*1
    try:
        f(x)
        x.sum().backward(); print(n,a.grad.tolist())
    except Exception as e: print(n,str(e)[90:200])
def i1(x):
    y=x[0]; y.exp_(); x*=2
def i2(x):
    y=x[0]; y.tanh_(); y*=2
def i3(x):
    y=x.view(4); y.sigmoid_(); x.add_(1)
def i4(x):
    x.exp_(); x.add_(1)
def i5(x):
    y=x[0]; z=y.exp(); y*=2; x+=z
def i6(x):
    y=x[0]; z=y.exp(); z.add_(1); x+=z
def i7(x):
    y=x[0]; y.exp_(); y.add_(1)
def i8(x):
    y=x[0]; y.pow_(2); y.mul_(3); x*=x[0].clone()
def i9(x):
    y=x[0]; w=y*y; y.add_(1); x+=w
def i10(x):
    y=x.unsqueeze(0); y.tanh_(); x.exp_()
def i11(x):
    y=x.detach(); z=y.exp(); w=x*y; y.add_(1); x+=w
def i12(x):
    x[0].exp_(); x[1].exp_()
def i13(x):
    x[0]=x[0].exp(); x[1]=x[1].exp()
def i14(x):
    y=x[0]; x.exp_(); y.add_(1)
def i15(x):
    y,z=x.unbind(); y.exp_()
def i16(x):
    y=x[0]; y.sqrt_(); w=y*y; y.add_(1); x+=w
for k,f in sorted(globals().copy().items()):
    if k[0]=='i' and k[1:].isdigit(): t(k,f)
import torch
for case in range(6):
    x = torch.tensor([[1.0, -1.0],[2,3]], requires_grad=True)
    y=x*2
    if case==0: v=y.unsqueeze(0)
    if case==1: v=y[0]
    if case==2: v=y.view(4)
    if case==3: v=y.t()
    if case==4: v=y.detach().requires_grad_(); continue
    if case==5: v=y[:1]
    v.tanh_()
    g=v.grad_fn if case==3 else None
    y.exp_()
    try: y.sum().backward()
    except Exception as e: print(case,str(e)[90:200])
    try: v.sum().backward()
    except Exception as e: print(case,str(e)[90:200])
    del v
    try: y.sum().backward()
    except Exception as e: print(case,str(e)[90:200])
