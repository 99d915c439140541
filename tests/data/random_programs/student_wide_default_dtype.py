import torch, numpy as np
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
torch.set_default_dtype(torch.float64)
i = torch.tensor([1, 2, 3]); b = torch.tensor([True, False]); k = torch.tensor(3)
for f in (lambda: i / 2, lambda: i / i, lambda: i * 2.5, lambda: i + 1.5, lambda: 1 / i, lambda: i ** 0.5, lambda: i // 2.0, lambda: b * 1.5, lambda: i.sqrt(), lambda: i.exp(), lambda: torch.sin(i), lambda: torch.atan2(i, i), lambda: torch.erf(i), lambda: i.reciprocal(), lambda: torch.where(b, 1., 2.), lambda: torch.pow(2.0, i), lambda: torch.clamp(i, 0.5), lambda: torch.add(i, 1.5), lambda: torch.deg2rad(i), lambda: torch.xlogy(i, i), lambda: torch.sinc(i), lambda: torch.special.expit(i), lambda: k / 3, lambda: 1 / k, lambda: k * 0.1, lambda: k.sqrt(), lambda: torch.tensor(0.1), lambda: torch.full((2,), 0.1), lambda: i.float() * 2.5, lambda: i / torch.tensor(2., dtype=torch.float32), lambda: torch.arange(0, 1, 0.25), lambda: torch.linspace(0, 1, 3), lambda: i.true_divide(2), lambda: torch.sigmoid(k), lambda: i.mean(dtype=None) if False else i.sum(), lambda: torch.where(i > 1, i, 0.5), lambda: i.lerp(i, 0.5) if False else 1, lambda: i.float().mean(), lambda: (i > 1) * 0.3, lambda: torch.tensor([1, 2]) @ torch.tensor([1, 2]), lambda: i == 1.0, lambda: i > 1.5, lambda: torch.logaddexp(i * 1.0, i * 2.0), lambda: torch.maximum(i, i * 1.0), lambda: i.tanh() + i.float(), lambda: 2 ** -k.float(), lambda: 0.1 ** k, lambda: torch.hypot(i * 1.0, i * 1.0), lambda: i.clamp(min=0.5), lambda: i % 2.5, lambda: 2.5 % i, lambda: i - 0.1, lambda: 0.1 - i, lambda: i.log1p(), lambda: i.rsqrt(), lambda: torch.nn.functional.softplus(i * 1.0), lambda: torch.log(torch.tensor(2)), lambda: torch.sqrt(torch.tensor(2)) * torch.tensor(2)):
    attempt(lambda: (f(), f().dtype if hasattr(f(), 'dtype') else None))
x = torch.tensor([1, 2, 3]) / 2
w = torch.tensor([0.5, 1., 2.], requires_grad=True)
y = (w * x * torch.tensor([1, 2, 3]).sqrt()).sum()
y.backward()
print(w.grad, y)
