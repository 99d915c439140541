import torch
import torch.nn.functional as F
torch.manual_seed(1)
x = torch.randn(2, 4, 3, dtype=torch.float64, requires_grad=True)
w = torch.rand(4, dtype=torch.float64)
y0 = F.layer_norm(x, (3,))
y1 = F.group_norm(x, 2, w, w)
y2 = F.batch_norm(x, None, None, w, w, training=True)
y3 = F.nll_loss(x.log_softmax(1), torch.tensor([[0, 1, 2], [3, 0, 1]]))
y4 = F.cross_entropy(x, torch.tensor([[0, 1, 2], [3, 0, 1]]))
y5 = F.cross_entropy(x, x.detach().softmax(1))
y6 = F.binary_cross_entropy(x.sigmoid(), x.detach().sigmoid())
y7 = F.kl_div(x, x.detach().softmax(-1))
print(y0.detach(), y1.detach(), y2.detach(), y3.detach(), y4.detach(), y5.detach(), y6.detach(), y7.detach())
(y0.sum() + y1.sum() + y2.sum() + y3.sum() + y4.sum() + y5.sum() + y6.sum() + y7.sum()).backward()
print(x.grad)
x.grad = None
y0 = F.l1_loss(x, x.detach() + 1)
y1 = F.cosine_similarity(x, x.detach() * 2 + 1)
y2 = F.normalize(x)
y3 = F.dropout(x, 0.5)
y4 = F.instance_norm(x)
y5 = F.linear(x, w[:3].expand(2, 3))
y6 = F.conv1d(x, x.detach()) if False else x * 1
print(y0.detach(), y1.detach(), y2.detach(), y3.detach(), y4.detach(), y5.detach(), y6.detach())
(y0.sum() + y1.sum() + y2.sum() + y3.sum() + y4.sum() + y5.sum() + y6.sum()).backward()
print(x.grad)
x.grad = None
