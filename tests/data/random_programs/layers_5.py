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
    r = nn.BatchNorm2d(2)(z)
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
    r = nn.GroupNorm(1,2)(z)
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
    r = nn.Embedding(4,3)(torch.tensor([1,2]))
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
    r = nn.Embedding(4,3,padding_idx=2)(torch.tensor([1,2]))
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
    r = nn.TripletMarginLoss()(x,y,x*y)
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
    r = nn.CosineSimilarity()(x,y)
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
    r = nn.PairwiseDistance()(x,y)
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
    r = nn.ZeroPad2d(1)(z)
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
    r = torch.linalg.svdvals(s)
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
    r = v//w
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
    r = torch.linalg.cross(v,w)
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
    r = torch.lerp(v,w,.3)
    print(r, r.grad_fn.next_functions if r.grad_fn else None)
    (r*torch.arange(1.,r.numel()+1).view(r.shape)).sum().backward()
except RuntimeError as e:
    print(e)
for p in (x,y,v,w,z,s):
    if p.grad is not None:
        print(p.grad)
clear()
