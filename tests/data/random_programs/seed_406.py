import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(404)
b1 = torch.tensor([[-1.48, -0.29, -0.34], [0.58, 0.0, -1.649], [1.93, -1.771, -0.391]], requires_grad=True)
w2 = torch.tensor([0.07, 1.1, -0.865, -0.19])
w3 = torch.tensor([-0.2, -1.5, 1.2, -1.822], requires_grad=True)
z4 = torch.tensor([[[0.9, 0.8, -0.7]], [[-2.0, -1.5, -0.703]]], requires_grad=True)
print(w3)
def f5(p, q, k=3, *args):
    print(p.grad)
    return p//q
v7 = f5(w3, w2)
print(type(v7), b1.type())
print(b1, b1, sep=' | ')
v7.grad_fn
print([w2, z4])
v12 = w3.reshape(-1)
v12.requires_grad_()
print(b1.grad)
print(w3.grad)
print(z4.grad)
