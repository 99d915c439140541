# ---- 81255
import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(223)
x1 = torch.tensor([[0.9, 1.106], [1.82, -0.79]], dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([[-0.72], [0.251], [4.0]], dtype=torch.int64)
w3 = torch.tensor(-0.9, dtype=torch.float64, requires_grad=True)
a4 = torch.tensor([[[2, 0], [0, -3]], [[1, 2], [2, 8]]]) > 0
try:
    x2[0]=7
    v12 = [1.0][2]
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v13 = torch.ones(2, 3, dtype=torch.float64)
with torch.enable_grad():
    v14 = torch.is_tensor((torch.erf(v13)))
    print(x1.shape, x1.dtype)
if w3 > 2.0:
    v16 = torch.rand(2, 1, requires_grad=True)
    v17 = v15.where(w3>0, w3)
    v15 = F.softsign(v13)
else:
    v19 = x1.register_hook(lambda q: q.clamp(-1, 1))
    v15 = w3**0.5
b20 = torch.randn(2, 3, requires_grad=True)
with torch.inference_mode():
    v21 = torch.div(v13, v13, rounding_mode='trunc')
    v22 = b20.clamp(min=2.0)
v23 = torch.log10(v15)
v24 = torch.linspace(-1, 1, 4)
v26 = torch.heaviside(v21, v15)
v27 = v23.item()
v28 = [*v24]
v29 = v23
for k30 in v24:
    print(f"{v29}")
    v29 = v22.min(0)[0]
    v29 = v29 * v29 * 0.3
    if k30 == 1:
        break
v22 = torch.floor_divide(v29, (-1.5))
v23.backward(torch.ones_like(v23))
v26.detach_()
v33 = v29[0]
print(x1.grad)
print(w3.grad)
print(b20.grad)

