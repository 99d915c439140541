# What is said of arguments that do not fit.
import torch
x = torch.ones(2, 3)
v = torch.ones(3)
for f in [lambda: torch.reshape(x), lambda: torch.reshape(x, 3, 2), lambda: torch.reshape(x, 'a'), lambda: torch.reshape(5, (1,)),
          lambda: torch.permute(x, 1, 0), lambda: torch.flip(x, 0), lambda: torch.unsqueeze(x), lambda: torch.unsqueeze(x, 1.5),
          lambda: torch.unsqueeze(3, 0), lambda: torch.transpose(x), lambda: torch.transpose(x, 0), lambda: torch.chunk(x),
          lambda: torch.squeeze(x, 0, 1), lambda: torch.index_select(x, 1, [0]), lambda: torch.index_select(x, 1),
          lambda: torch.gather(x, 1, [[0]]), lambda: torch.masked_select(x), lambda: torch.take(x, [0]), lambda: torch.diag(v, 1.5),
          lambda: torch.stack(v, v), lambda: torch.stack(v), lambda: torch.stack([v], 'a'), lambda: torch.stack((a for a in x)),
          lambda: torch.flatten([1, 2]), lambda: torch.numel(3), lambda: torch.clone(), lambda: torch.clone(1),
          lambda: torch.sin(x.shape), lambda: torch.sin(v.max(0))]:
    try:
        print(f())
    except (TypeError, RuntimeError, IndexError) as e:
        print(type(e).__name__, e)
