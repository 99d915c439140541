# SPDX-License-Identifier: GPL-3.0-or-later
# The gradient of the cross entropy is what was predicted minus what was right.
import torch
import torch.nn.functional as F

scores = torch.tensor([2.0, 1.0, -1.0], requires_grad=True)
right = torch.tensor(0)

loss = F.cross_entropy(scores, right)
loss.backward()

p = F.softmax(scores.detach(), dim=0)
print(p)
print(scores.grad)     # p, less 1 where the answer is
