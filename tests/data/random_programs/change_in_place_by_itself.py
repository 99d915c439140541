import torch
def t(n,f,dim2=False):
    a=torch.tensor([[1.,2.],[3.,4.]],requires_grad=True)
    x=a*1
    try:
        f(x)
        x.sum().backward(); print(n,a.grad.tolist())
    except Exception as e: print(n,str(e)[90:200])
def i1(x): x[0]*=x[1]
def i2(x): x*=x[0]
def i3(x): x*=x.detach()
def i4(x): x*=x.data
def i5(x): x*=x.T
def i6(x): x[0]/=x[1]
def i7(x): x[0]+=x[1]
def i8(x): x[0]=x[1]*x[0]
def i9(x): x[0]**=x[1]
def i10(x): x.exp_(); x.mul_(x)
def i11(x): x[:,0].mul_(x[:,1])
def i12(x):
    y=x[0]; y*=y
def i13(x):
    y=x[0]; x*=y
def i14(x):
    y=x.detach(); y*=2; x*=y
def i15(x): x.mul_(x.clone())
def i16(x): x.mul_(x+0)
def i17(x): x*=x.sum()
def i18(x): x.sub_(x*0.1)
def i19(x): x.addcmul_(x.detach(),x.detach())
def i20(x): x.data.mul_(x)
def i21(x): x.mul_(x.data); x.mul_(x.data)
def i22(x): x.div_(x.data)
def i23(x): torch.relu_(x); x*=x
def i24(x): x.sigmoid_(); x.mul_(1-x)
def i25(x): x.pow_(2); x.mul_(x.clone().detach())
def i26(x): x.data*=x.data
def i27(x): x[x>2]*=x[x>2]
def i28(x): x[[0,1]]*=x[[1,0]]
def i29(x): x.t().mul_(x)
def i30(x): x.mul_(x.expand(2,2))
def i31(x): x.clamp_(min=x.mean())
def i32(x): x.lerp_(x.detach(),0.5)
def i33(x): x.lerp_(x.detach()*2,x.detach())
def i34(x): x.masked_fill_(x.detach()>2, 0.)
def i35(x): pass
def i36(x): pass
def i37(x): x.copy_(x*x)
def i38(x): x.index_add_(0,torch.tensor([0,1]),x.clone())
for k,f in sorted(globals().copy().items()):
    if k[0]=='i' and k[1:].isdigit(): t(k,f)
