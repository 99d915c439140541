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
    r = torch.cov(x)
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
    r = torch.cov(v)
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
    r = torch.cov(x,fweights=torch.tensor([1,2,3]))
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
    r = torch.cov(x,aweights=torch.tensor([1,2,3.]))
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
    r = torch.corrcoef(x)
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
    r = torch.corrcoef(v)
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
    r = F.pad(x,(1,1))
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
    r = F.pad(x,(1,-1,0,2),value=3.)
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
    r = torch.block_diag(x,y,v)
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
    r = torch.block_diag(v[0],x)
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
    r = F.glu(z)
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
    r = F.glu(x,0)
    print(r, r.grad_fn.next_functions if r.grad_fn else None)
    (r*torch.arange(1.,r.numel()+1).view(r.shape)).sum().backward()
except RuntimeError as e:
    print(e)
for p in (x,y,v,w,z,s):
    if p.grad is not None:
        print(p.grad)
clear()
