import torch
from torch.utils.data import Dataset, DataLoader, RandomSampler, SequentialSampler, SubsetRandomSampler, WeightedRandomSampler, random_split
class Toy(Dataset):
    def __init__(s, n=10): s.x=torch.arange(n); s.y=s.x*2.
    def __len__(s): return len(s.x)
    def __getitem__(s,i): return s.x[i], s.y[i]
tr, te = random_split(Toy(), [7, 3], generator=torch.Generator().manual_seed(42))
print(tr.indices, te.indices)
g=torch.Generator().manual_seed(0)
dl=DataLoader(Toy(), batch_size=4, shuffle=True, generator=g)
for e in range(3):
    for a,b in dl: print(a.tolist(), b.tolist())
torch.manual_seed(1)
for s in (RandomSampler(Toy(), replacement=True, num_samples=40), RandomSampler(Toy(), num_samples=5), RandomSampler(Toy(), num_samples=25), RandomSampler(Toy()), RandomSampler(Toy(), True), RandomSampler(Toy(), generator=g), RandomSampler(Toy(), replacement=True, generator=g), SubsetRandomSampler([3,5,7,9]), SubsetRandomSampler(torch.tensor([3,5,7,9]), generator=g), WeightedRandomSampler([.1,.2,.7], 6), WeightedRandomSampler(torch.tensor([.1,.2,.7]), 2, replacement=False, generator=g)):
    print(type(s).__name__, len(s), list(s), list(s))
dl=DataLoader(Toy(), batch_size=4, sampler=WeightedRandomSampler(torch.arange(10.), 10))
for a,b in dl: print(a)
dl=DataLoader(Toy(), batch_size=4, sampler=SubsetRandomSampler(range(5)), drop_last=True)
for a,b in dl: print(a)
for f in (lambda: RandomSampler([]), lambda: RandomSampler(Toy(), 3), lambda: RandomSampler(Toy(), num_samples=0), lambda: WeightedRandomSampler([1.], 0), lambda: WeightedRandomSampler([1.],1,replacement=2), lambda: DataLoader(Toy(), shuffle=True, sampler=SequentialSampler(Toy()))):
    try: f()
    except Exception as e: print(type(e).__name__, e)
print(torch.rand(2))
del g
