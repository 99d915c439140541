import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(955)
a1 = torch.tensor([0.3, 2.0], dtype=torch.float64, requires_grad=True)
w2 = torch.tensor([[-1.0, 1.02], [2.0, 1.7]], dtype=torch.float64, requires_grad=True)
v3 = (a1.clamp(max=0.001))+a1.T
print(v3, w2, sep=' | ')
with torch.inference_mode():
    v4 = torch.deg2rad(w2)
    v5 = w2.pow(3)
try:
    v6 = w2[:, [0, 1]]
    v7 = [1.0][2]
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v8 = w2.unique()
a1 = (nn.MSELoss()(v8, v8)).lerp(v8, 0.5)
v10 = torch.rad2deg(v8)
print('value', w2.max(), end=';\n')
print(w2.grad)
