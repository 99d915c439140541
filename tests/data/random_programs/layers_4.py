import torch
import torch.nn.functional as F
from torch import nn
torch.manual_seed(0)
x=torch.tensor([[1.,2.,-.5],[.3,-2.,.7]],requires_grad=True)
y=torch.tensor([[.1,.2,.3],[-.4,.9,1.]],requires_grad=True)
t=torch.tensor([[1.,-1,1],[-1,-1,1]])
v=torch.tensor([1.,2,3],requires_grad=True)
w=torch.tensor([.5,-1,2.],requires_grad=True)
z=torch.rand(2,2,3,4,requires_grad=True)
s=torch.rand(3,3,requires_grad=True)
def clear():
    for p in (x,y,v,w,z,s):
        p.grad = None
torch.manual_seed(1)
try:
    r = F.embedding(torch.tensor([[0,1],[1,1]]),x,padding_idx=1)
    print(r, r.grad_fn.next_functions if r.grad_fn else None)
    (r*torch.arange(1.,r.numel()+1).view(r.shape)).sum().backward()
except RuntimeError as e:
    print(e)
for p in (x,y,v,w,z,s):
    if p.grad is not None:
        print(p.grad)
clear()
torch.manual_seed(1)
try:
    r = x.clone().cumsum_(0)
    print(r, r.grad_fn.next_functions if r.grad_fn else None)
    (r*torch.arange(1.,r.numel()+1).view(r.shape)).sum().backward()
except RuntimeError as e:
    print(e)
for p in (x,y,v,w,z,s):
    if p.grad is not None:
        print(p.grad)
clear()
torch.manual_seed(1)
try:
    r = x.clone().cumprod_(1)
    print(r, r.grad_fn.next_functions if r.grad_fn else None)
    (r*torch.arange(1.,r.numel()+1).view(r.shape)).sum().backward()
except RuntimeError as e:
    print(e)
for p in (x,y,v,w,z,s):
    if p.grad is not None:
        print(p.grad)
clear()
torch.manual_seed(1)
try:
    r = x.clone().fill_diagonal_(0.)
    print(r, r.grad_fn.next_functions if r.grad_fn else None)
    (r*torch.arange(1.,r.numel()+1).view(r.shape)).sum().backward()
except RuntimeError as e:
    print(e)
for p in (x,y,v,w,z,s):
    if p.grad is not None:
        print(p.grad)
clear()
torch.manual_seed(1)
try:
    r = s.clone().addmm_(s,s)
    print(r, r.grad_fn.next_functions if r.grad_fn else None)
    (r*torch.arange(1.,r.numel()+1).view(r.shape)).sum().backward()
except RuntimeError as e:
    print(e)
for p in (x,y,v,w,z,s):
    if p.grad is not None:
        print(p.grad)
clear()
torch.manual_seed(1)
try:
    r = v.clone().addmv_(s,w)
    print(r, r.grad_fn.next_functions if r.grad_fn else None)
    (r*torch.arange(1.,r.numel()+1).view(r.shape)).sum().backward()
except RuntimeError as e:
    print(e)
for p in (x,y,v,w,z,s):
    if p.grad is not None:
        print(p.grad)
clear()
torch.manual_seed(1)
try:
    r = s.clone().addr_(v,w)
    print(r, r.grad_fn.next_functions if r.grad_fn else None)
    (r*torch.arange(1.,r.numel()+1).view(r.shape)).sum().backward()
except RuntimeError as e:
    print(e)
for p in (x,y,v,w,z,s):
    if p.grad is not None:
        print(p.grad)
clear()
torch.manual_seed(1)
try:
    r = z[0].clone().baddbmm_(z[0][:,:,:3],z[1][:,:3,:],beta=2)
    print(r, r.grad_fn.next_functions if r.grad_fn else None)
    (r*torch.arange(1.,r.numel()+1).view(r.shape)).sum().backward()
except RuntimeError as e:
    print(e)
for p in (x,y,v,w,z,s):
    if p.grad is not None:
        print(p.grad)
clear()
torch.manual_seed(1)
try:
    r = s.clone().addbmm_(z[0][:,:3,:3],z[1][:,:3,:3])
    print(r, r.grad_fn.next_functions if r.grad_fn else None)
    (r*torch.arange(1.,r.numel()+1).view(r.shape)).sum().backward()
except RuntimeError as e:
    print(e)
for p in (x,y,v,w,z,s):
    if p.grad is not None:
        print(p.grad)
clear()
torch.manual_seed(1)
try:
    r = nn.LayerNorm(3)(x)
    print(r, r.grad_fn.next_functions if r.grad_fn else None)
    (r*torch.arange(1.,r.numel()+1).view(r.shape)).sum().backward()
except RuntimeError as e:
    print(e)
for p in (x,y,v,w,z,s):
    if p.grad is not None:
        print(p.grad)
clear()
torch.manual_seed(1)
try:
    r = nn.BatchNorm1d(3)(x)
    print(r, r.grad_fn.next_functions if r.grad_fn else None)
    (r*torch.arange(1.,r.numel()+1).view(r.shape)).sum().backward()
except RuntimeError as e:
    print(e)
for p in (x,y,v,w,z,s):
    if p.grad is not None:
        print(p.grad)
clear()
torch.manual_seed(1)
try:
    r = nn.BatchNorm1d(3).eval()(x)
    print(r, r.grad_fn.next_functions if r.grad_fn else None)
    (r*torch.arange(1.,r.numel()+1).view(r.shape)).sum().backward()
except RuntimeError as e:
    print(e)
for p in (x,y,v,w,z,s):
    if p.grad is not None:
        print(p.grad)
clear()
