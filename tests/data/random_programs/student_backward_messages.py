import torch
x = torch.tensor([1., 2., 3.], requires_grad=True)
for _ in range(6): (x * 0).sum().backward()
def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)
tell(lambda: x.backward(torch.tensor([1, 2, 3])))
tell(lambda: x.grad)
tell(lambda: x.sum().backward(retain_graph=1))
tell(lambda: (x * 2).backward(torch.tensor([1, 2, 3])))
tell(lambda: x.grad)
tell(lambda: torch.autograd.backward([]))
tell(lambda: torch.autograd.grad(x.sum(), 'a'))
tell(lambda: torch.autograd.grad([], []))
tell(lambda: torch.autograd.grad(x.sum(), []))
tell(lambda: torch.autograd.grad(x.sum(), x, allow_unused='a'))
tell(lambda: x.sum().backward(retain_graph='a'))
tell(lambda: x.sum().backward(inputs=3))
tell(lambda: x.sum().backward(inputs=[3]))
tell(lambda: x.sum().backward(gradient=2.))
tell(lambda: x.backward([1., 2., 3.]))
