import torch
torch.manual_seed(0)
# WGAN-GP style penalty
import torch.nn as nn
D = nn.Sequential(nn.Linear(2, 8), nn.LeakyReLU(0.2), nn.LayerNorm(8), nn.Linear(8, 1))
real, fake = torch.randn(4, 2), torch.randn(4, 2)
eps = torch.rand(4, 1)
mid = (eps * real + (1 - eps) * fake).requires_grad_(True)
score = D(mid)
grads, = torch.autograd.grad(outputs=score, inputs=mid, grad_outputs=torch.ones_like(score), create_graph=True, retain_graph=True)
gp = ((grads.norm(2, dim=1) - 1) ** 2).mean()
(D(fake).mean() - D(real).mean() + 10 * gp).backward()
for n, p in D.named_parameters(): print(n, p.grad)
