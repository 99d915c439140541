import torch

x = torch.tensor([[-3.0, -0.5, 2.0]])
zero = torch.zeros(1, 3)
for t in (torch.rsqrt(x), torch.sqrt(x) * 100, zero / zero, (zero / zero).abs(), zero * float('inf'), torch.tensor([[float('nan')]])):
    try:
        torch.meshgrid(t, indexing='ij')
    except RuntimeError as e:
        print(e)
    print(t)
