import torch
n = float('nan')
for l in ([n, 1, n, 0], [n], [n, n], [3, 1, 3]):
    x = torch.tensor(l)
    print(x.unique(return_counts=True), torch.unique(x, return_inverse=True), x.unique())
