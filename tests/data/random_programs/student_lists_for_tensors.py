# Lists where tensors are wanted.
import torch
import torch.nn.functional as F
v, m, L = torch.ones(3), torch.ones(2, 3), [1., 2.]
for f in [lambda: torch.combinations(L), lambda: torch.cov(L), lambda: torch.trapz(L), lambda: torch.unique(L), lambda: torch.corrcoef(L),
          lambda: torch.tensordot(L, v, 1), lambda: torch.tensordot(v, L, 1), lambda: torch.cdist(L, m), lambda: torch.cdist(m, L),
          lambda: F.pad(L, (1, 1)), lambda: F.cosine_similarity(v, L, 0), lambda: torch.atleast_2d(3), lambda: torch.hstack([L, v]),
          lambda: torch.stack([v, L]), lambda: torch.where(L, v, v), lambda: torch.dot(v, L), lambda: v @ L, lambda: v + None,
          lambda: torch.sqrt(L), lambda: F.relu(L), lambda: torch.nn.Linear(3, 2)(L), lambda: F.mse_loss(v, L), lambda: torch.optim.SGD(L, lr=.1)]:
    try:
        print(f())
    except (TypeError, RuntimeError, AttributeError) as e:
        print(type(e).__name__, e)
