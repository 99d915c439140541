import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(235)
z1 = torch.tensor([[1.9, -2.0, -0.899]], requires_grad=True)
b2 = torch.tensor(-1.16)
z3 = torch.tensor([[[0.4, -0.8], [-1.5, -1.3]], [[0.263, -1.43], [-1.0, 0.43]]], requires_grad=True)
v5 = torch.isclose(b2, z1)
a6 = torch.tensor([-3.0, 2.0, -2.0])
v7 = torch.randn(3, 3)
v8 = z3 * 1
for k9 in [0.5, 1, 2]:
    v8 = z3.std()
v10 = (v8.fmod((-1.5))).neg()
v11 = torch.randn(1, 1)
v12 = nn.NLLLoss()(z3.log_softmax(1), z3.argmax(1))
v13 = torch.from_numpy(np.arange(1.))
v14 = b2.nelement()
v15 = v12.expand(1, 1)
print(v11.shape, v11.dtype)
v18 = F.huber_loss(v8, (v13.maximum(v13)), delta=0.5)
f19 = lambda p, q=2.0: torch.exp((torch.diag(p)))
v20 = f19(a6, v12)
v22 = np.mean(v12.tolist())
v23 = v12 * 1
print('value', v20.max(), end=';\n')
v24 = torch.linalg.cholesky(v12@v12.T+2*torch.eye(1))
