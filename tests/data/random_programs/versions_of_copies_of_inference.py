import torch
with torch.inference_mode():
    a = torch.tensor([[1.0, -2.0], [3.0, 4.0]])
b = a.clone()
print(b._version, b.is_inference(), a.T.contiguous()._version, a.double()._version, a.to(torch.int64)._version)
b.mul_(2)
print(b._version, b)
c = a + 1
print(c._version, (a * a)._version, a.exp()._version, (2 / a)._version, torch.where(a > 0, a, 0.0)._version, a.clamp(0, 1)._version)
d = b.clone()
print(d._version, (b + a).sum()._version)
try:
    a._version
except RuntimeError as e:
    print(e)
