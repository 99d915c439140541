import torch
a=torch.tensor([[1.,2.],[3.,4.]],requires_grad=True); b=torch.tensor([2.,5.],requires_grad=True)
torch.kron(a,b).sum().backward(); print(a.grad,b.grad)
torch.kron(a.T,b).pow(2).sum().backward(); print(a.grad,b.grad)
y=torch.kron(a,b); (y*y).sum().backward(retain_graph=True); print(a.grad,b.grad)
c=a*1; z=torch.kron(c,b); c.mul_(2); z.sum().backward(); print(a.grad,b.grad)
g=torch.autograd.grad(torch.kron(a,b).sum(),[a,b],create_graph=True); sum(q.sum() for q in g).backward(); print(a.grad,b.grad)
print(torch.kron(torch.tensor(2.),a), torch.kron(a[0],a[1]))
try:
    z.sum().backward()
except RuntimeError as e: print(e)
