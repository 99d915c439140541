import torch
import torch.nn.functional as F
import torch.nn as nn
a=torch.ones(2,requires_grad=True); b=torch.ones(2); c=torch.tensor(2.,requires_grad=True)
d=torch.tensor([0.25],dtype=torch.float64)
X=torch.zeros(2,6).t()
try:
    print((a//b).grad_fn.next_functions)
except Exception as e_:
    print(type(e_).__name__, e_)
print('#0#')
try:
    print((b//a).grad_fn.next_functions)
except Exception as e_:
    print(type(e_).__name__, e_)
print('#1#')
try:
    print((a//c).grad_fn.next_functions)
except Exception as e_:
    print(type(e_).__name__, e_)
print('#2#')
try:
    print(torch.fmod(a,b).grad_fn.next_functions)
except Exception as e_:
    print(type(e_).__name__, e_)
print('#3#')
try:
    print(torch.linalg.cholesky(torch.eye(3)).stride())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#4#')
try:
    print(torch.linalg.cholesky(torch.eye(3),upper=True).stride())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#5#')
try:
    print(torch.empty_like(X).stride())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#6#')
try:
    print(torch.zeros_like(X).stride(), torch.full_like(X,2).stride())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#7#')
try:
    print(torch.rand_like(X).stride(), torch.randn_like(X).stride())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#8#')
try:
    print(torch.ones_like(torch.zeros(2,3,4).permute(2,0,1)[:,:,:2]).stride())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#9#')
try:
    torch.manual_seed(0)
    print(F.dropout(X+1), nn.Dropout(.3)(X+1), F.dropout(X+1,1.), F.dropout(X+1,.5,False), F.dropout(X+1,.5,True,True))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#10#')
try:
    x=torch.tensor(1.5,requires_grad=True)
    l=F.huber_loss(x,d)
    print(l)
    l.backward()
    print(x.grad)
except Exception as e_:
    print(type(e_).__name__, e_)
print('#11#')
try:
    x=torch.tensor(1.5,requires_grad=True)
    l=F.mse_loss(x,d)
    print(l)
    l.backward()
    print(x.grad)
except Exception as e_:
    print(type(e_).__name__, e_)
print('#12#')
try:
    x=torch.tensor(1.5,requires_grad=True)
    l=F.smooth_l1_loss(x,d)
    print(l)
    l.backward()
    print(x.grad)
except Exception as e_:
    print(type(e_).__name__, e_)
print('#13#')
try:
    x=torch.tensor(1.5,requires_grad=True)
    l=F.l1_loss(x,d)
    print(l)
    l.backward()
    print(x.grad)
except Exception as e_:
    print(type(e_).__name__, e_)
print('#14#')
try:
    x=torch.tensor([1.5],dtype=torch.float64,requires_grad=True)
    l=F.huber_loss(x,d.float(),reduction='none')
    print(l)
    l.backward()
    print(x.grad)
except Exception as e_:
    print(type(e_).__name__, e_)
print('#15#')
try:
    print(torch.meshgrid(torch.arange(12.).view(3,4)*1e-7,indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#16#')
try:
    print(torch.meshgrid(torch.arange(60.).view(2,30)+.5,indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#17#')
try:
    print(torch.meshgrid(torch.arange(60.).view(2,30)*1e6+.5,indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#18#')
try:
    print(torch.meshgrid(torch.arange(120.).view(2,2,30)+.5,indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#19#')
try:
    print(torch.meshgrid(torch.arange(120.).view(2,2,30)*1e7+.5,indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#20#')
try:
    print(torch.meshgrid(torch.arange(16.).view(2,2,2,2)*1e7+.5,indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#21#')
try:
    print(torch.meshgrid(torch.arange(16.).view(4,4)*1e7,indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#22#')
try:
    print(torch.meshgrid(torch.arange(16.).view(4,4)*1e17,indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#23#')
try:
    print(torch.meshgrid(torch.tensor([[-1000.5,.01]]),indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#24#')
try:
    print(torch.meshgrid(torch.tensor([[1000.5,.0001]]),indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#25#')
try:
    print(torch.meshgrid(torch.zeros(2,0),indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#26#')
try:
    print(torch.meshgrid(torch.tensor([[True]]),indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#27#')
try:
    print(torch.meshgrid(torch.tensor([[0.,-.5]]),indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#28#')
try:
    print(torch.meshgrid(torch.tensor([[[1,2]]]),indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#29#')
try:
    print(torch.meshgrid(torch.tensor([[[float('nan')]]]),indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#30#')
try:
    print(torch.add(torch.tensor(1.5),torch.tensor(15.),alpha=-0.1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#31#')
try:
    print(torch.linalg.cross(torch.tensor([.1,.2,.3]),torch.tensor([.1,.2,.3])))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#32#')
try:
    print(torch.lerp(torch.tensor([.1,.2,.3]),torch.tensor([.4,.2,.7]),.3).tolist())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#33#')
