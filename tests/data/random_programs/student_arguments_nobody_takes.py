import torch, numpy as np
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
x = torch.arange(4.)
m = torch.ones(2, 2)
attempt(lambda: x.reshape(4, bogus=1)); attempt(lambda: x.reshape(bogus=1)); attempt(lambda: x.reshape(shape=(2, 2))); attempt(lambda: x.reshape((2, 2), bogus=1))
attempt(lambda: x.view(size=(2, 2)))
attempt(lambda: m.permute(1, 0, bogus=1)); attempt(lambda: m.permute(dims=(1, 0))); attempt(lambda: m.expand(2, 2, bogus=1)); attempt(lambda: m.expand(size=(2, 2))); attempt(lambda: m.repeat(2, 2, bogus=1)); attempt(lambda: m.repeat(repeats=(1, 1))); attempt(lambda: x.tile(2, bogus=1)); attempt(lambda: x.tile(dims=(2,))); attempt(lambda: x.flip(0, bogus=1)); attempt(lambda: x.flip(dims=(0,)))
attempt(lambda: torch.reshape(x, (2, 2), bogus=1)); attempt(lambda: torch.permute(m, (1, 0), bogus=1)); attempt(lambda: torch.flip(x, (0,), bogus=1))
attempt(lambda: torch.zeros(size=(2,), requires_grad=True)); attempt(lambda: torch.ones(size=(2,), requires_grad=True, dtype=torch.float64)); attempt(lambda: torch.zeros(size=(2,), dtype=torch.int64, requires_grad=True)); attempt(lambda: torch.zeros(size=(2,), bogus=1)); attempt(lambda: torch.empty(size=(0,), requires_grad=True)); attempt(lambda: torch.zeros((2,), size=(3,)))
attempt(lambda: torch.arange(2, end=2)); attempt(lambda: torch.arange(2, end=5)); attempt(lambda: torch.arange(0, end=5, step=2)); attempt(lambda: torch.arange(end=3)); attempt(lambda: torch.arange(start=1, end=3))
attempt(lambda: x.std(correction=0)); attempt(lambda: x.std(keepdim=True)); attempt(lambda: torch.var(x, correction=1)); attempt(lambda: x.var(unbiased=False)); attempt(lambda: x.std(0, correction=0)); attempt(lambda: x.std(dim=0, keepdim=True))
attempt(lambda: np.clip(np.arange(4.), a_min=1, a_max=2)); attempt(lambda: np.clip(np.arange(4.), 1, a_max=2)); attempt(lambda: np.arange(4.).clip(min=1)); attempt(lambda: np.clip(np.arange(4.), 1)); attempt(lambda: np.clip(np.arange(4.), a_min=1)); attempt(lambda: np.clip(np.arange(4.), None, 2))
