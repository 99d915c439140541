import torch
import torch.nn.functional as F
torch.manual_seed(1)
x = torch.randn(2, 4, requires_grad=True)
t = torch.tensor([[1.0, -1.0, 1.0, 1.0], [-1.0, -1.0, 1.0, -1.0]])
for loss in (lambda: F.soft_margin_loss(x, t), lambda: F.soft_margin_loss(x, t, reduction='none').pow(2).sum(), lambda: F.glu(x).pow(2).sum(), lambda: F.logsigmoid(x).sum()):
    g, = torch.autograd.grad(loss(), x, create_graph=True)
    g.pow(2).sum().backward()
    print(x.grad)
    x.grad = None
