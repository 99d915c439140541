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
    r = F.triplet_margin_loss(x,y,x*y)
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
    r = F.triplet_margin_loss(x,y,x*y,swap=True,p=1.,reduction='none')
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
    r = F.cosine_embedding_loss(x,y,torch.tensor([1,-1]))
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
    r = F.cosine_embedding_loss(v,w,torch.tensor(1),reduction='none')
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
    r = F.multilabel_soft_margin_loss(x,t)
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
    r = F.pairwise_distance(x,y)
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
    r = torch.cdist(x,y)
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
    r = torch.cdist(x,y,p=1)
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
    r = torch.cdist(x,y,p=3)
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
    r = torch.cdist(x,y,p=float('inf'))
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
    r = torch.cdist(x,s)
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
    r = torch.cdist(z,z+1)
    print(r, r.grad_fn.next_functions if r.grad_fn else None)
    (r*torch.arange(1.,r.numel()+1).view(r.shape)).sum().backward()
except RuntimeError as e:
    print(e)
for p in (x,y,v,w,z,s):
    if p.grad is not None:
        print(p.grad)
clear()
