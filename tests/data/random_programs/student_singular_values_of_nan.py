import torch
w = torch.tensor([[1.065, 4.0, -3.0]], dtype=torch.float64, requires_grad=True)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
n = torch.log1p(w)
t(lambda: torch.linalg.svdvals(n)); t(lambda: torch.linalg.svdvals(torch.full((2,2), float('nan')))); t(lambda: torch.linalg.svdvals(torch.tensor([[float('inf'), 1.]]))); t(lambda: torch.linalg.norm(n, 2)); t(lambda: torch.linalg.matrix_norm(n, 'nuc')); t(lambda: torch.linalg.cond(n))
t(lambda: torch.linalg.svdvals(n.detach())); t(lambda: torch.linalg.norm(n.detach(), 2)); t(lambda: torch.linalg.svdvals(torch.tensor([[1.],[float('nan')]]))); t(lambda: torch.linalg.svdvals(torch.stack([torch.eye(2), torch.full((2, 2), float('nan'))])));  t(lambda: torch.linalg.matrix_norm(torch.stack([torch.eye(2), torch.full((2, 2), float('nan'))]), 2))
try: torch.linalg.svdvals(n.detach())
except torch.linalg.LinAlgError as e: print(e)
w.sum().backward(); print(w.grad)
