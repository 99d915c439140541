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
    r = F.layer_norm(x,(3,))
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
    r = F.layer_norm(x,(3,),v,w)
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
    r = F.layer_norm(x,(2,3))
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
    r = F.group_norm(z,1)
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
    r = F.group_norm(z,2,torch.ones(2,requires_grad=True),torch.zeros(2,requires_grad=True))
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
    r = F.instance_norm(z)
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
    r = F.batch_norm(x,None,None,training=True)
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
    r = F.batch_norm(x,torch.zeros(3),torch.ones(3))
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
    r = F.batch_norm(x,torch.zeros(3),torch.ones(3)*2,v,w)
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
    r = F.batch_norm(x,torch.zeros(3),torch.ones(3),v,w,training=True)
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
    r = F.batch_norm(z,torch.zeros(2),torch.ones(2),training=True)
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
    r = F.embedding(torch.tensor([0,1,1]),x)
    print(r, r.grad_fn.next_functions if r.grad_fn else None)
    (r*torch.arange(1.,r.numel()+1).view(r.shape)).sum().backward()
except RuntimeError as e:
    print(e)
for p in (x,y,v,w,z,s):
    if p.grad is not None:
        print(p.grad)
clear()
