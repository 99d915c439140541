# What shows one number many times: what may be written to it, what is warned of, what is refused.
import torch
v = torch.ones(3)
m = torch.ones(2, 3)
s = torch.ones(3, 3)
w = v.expand(3, 3)
def tried(what, f):
    try:
        f()
        print(what, v)
    except RuntimeError as e:
        print(what, type(e).__name__, e)
tried('fill_', lambda: v.expand(2, 3).fill_(2))
tried('fill_ by a tensor', lambda: v.expand(2, 3).fill_(torch.tensor(4.)))
tried('zero_', lambda: v.expand(2, 3).zero_())
tried('triu_', lambda: w.triu_())
tried('index_fill_', lambda: v.expand(2, 3).index_fill_(0, torch.tensor([0]), 5))
tried('masked_fill_', lambda: v.expand(2, 3).masked_fill_(m > 0, 6))
tried('index_put_', lambda: v.expand(2, 3).index_put_((torch.tensor([0]),), torch.tensor(7.)))
tried('scatter_', lambda: w.scatter_(0, torch.tensor([[0]]), 1.))
tried('scatter_add_', lambda: v.expand(2, 3).scatter_add_(0, torch.tensor([[0]]), m))
tried('index_add_', lambda: v.expand(2, 3).index_add_(0, torch.tensor([0]), m[:1]))
tried('index_copy_', lambda: w.index_copy_(0, torch.tensor([0]), s[:1]))
tried('masked_scatter_', lambda: v.expand(2, 3).masked_scatter_(m > 0, m))
tried('put_', lambda: v.expand(2, 3).put_(torch.tensor([0]), torch.tensor([1.])))
tried('uniform_', lambda: v.expand(2, 3).uniform_())
tried('normal_', lambda: w.normal_())
tried('add_', lambda: w.add_(1))
tried('mul_', lambda: w.mul_(s))
tried('copy_', lambda: v.expand(2, 3).copy_(m))
tried('addmm_', lambda: w.addmm_(s, s))
tried('cumsum_', lambda: w.cumsum_(0))
tried('cumprod_', lambda: w.cumprod_(0))
v.expand(2, 3)[:] = 8.
print(v)
v.expand(2, 3)[:, 0] = 9.
print(v)
v.expand(2, 3)[0] = 1.
print(v)
v.expand(2, 3)[torch.tensor([0])] += 1
print(v)
w[0] += 1
print(w)
