import torch
x=torch.ones(2,requires_grad=True)
def h(n):
    def f(g):
        print("hook",n,g)
        return g*10
    return f
x.register_hook(h("x"))
y=x*2
y.register_hook(h("y"))
z=(y*y).sum()
print(torch.autograd.grad(z,x,retain_graph=True))
print(torch.autograd.grad(z,y,retain_graph=True))
print(torch.autograd.grad(z,[x,y],retain_graph=True))
print(torch.autograd.grad(z,[x],create_graph=True))
print(torch.autograd.grad(z,[x,y],create_graph=True))
z.backward(inputs=[x],retain_graph=True); print(x.grad); x.grad=None
z.backward(inputs=[y],retain_graph=True); print(x.grad,y.grad); x.grad=None
z.backward(retain_graph=True); print(x.grad)
w=torch.ones(2,requires_grad=True)
w.register_hook(h("w"))
print(torch.autograd.grad((w*w).sum(),w,create_graph=True))
print(torch.autograd.grad((w*w).sum(),w))
