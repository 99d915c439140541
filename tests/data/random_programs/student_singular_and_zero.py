# Singular matrices, rows at no distance, and tensors made in inference mode that are detached afterwards.
import torch
for m in ([[1., 0, 0], [0, 1, 0], [0, 0, 0]], [[0., 0], [0, 0]]):
    for by in (0, 1):
        x = torch.tensor(m, dtype=torch.float64, requires_grad=True)
        (torch.slogdet(x)[1] * by).backward()
        print(x.grad)
x = torch.zeros(2, 3, requires_grad=True)
for p in (0.5, 1, 2, 3):
    for by in (1., float('nan'), float('inf')):
        x.grad = None
        (torch.cdist(x, torch.zeros(2, 3), p) * by).sum().backward()
        print(p, by, x.grad)
with torch.inference_mode():
    made = torch.ones(2)
    inside = made.data
for f in (lambda: made.data.mul_(2), lambda: made.detach().mul_(2), lambda: made[:1].mul_(2), lambda: inside.mul_(2),
          lambda: made.data[:1].mul_(2), lambda: made.clone().mul_(2), lambda: made.detach().requires_grad_()):
    try:
        print(f(), made)
    except RuntimeError as e:
        print(e)
