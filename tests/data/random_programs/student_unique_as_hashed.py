import torch
torch.manual_seed(0)
n = float('nan')
for d in (torch.float32, torch.float64):
    for l in ([1, n, 0, n, 1, 1, n], [3, n, 1, 2, n, 5, -1, n, 0], [n, 3, 2], [5, 4, n, 3, 2, 1], [3, 1, 2, 10, 1, 3, -5, .5], [0.0, -0.0, 1], []):
        x = torch.tensor(l, dtype=d)
        print(x.unique(), torch.unique(x, sorted=False))
        print(torch.unique(x, return_inverse=True, return_counts=True), torch.unique(x, return_counts=True, sorted=False))
for x in (torch.tensor([3, 1, 2, 10, 1, 3, -5]), torch.tensor([3, 1, 2, 10, 1, 3, -5], dtype=torch.int32), torch.tensor([True, False, True]),
          torch.tensor([True, True]), torch.tensor([[3, 1], [7, 3]]), torch.arange(20).flip(0), torch.randperm(300) % 97 * 3):
    print(torch.unique(x, sorted=False), torch.unique(x), torch.unique(x, sorted=False, return_inverse=True), x.unique(False, False, True),
          torch.unique(x.reshape(-1), sorted=False, dim=0))
