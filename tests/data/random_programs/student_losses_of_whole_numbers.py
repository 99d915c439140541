import torch
import torch.nn.functional as F
i = torch.tensor([1, 2, 3])
f = torch.tensor([1.0, 0.5, 2.0])
r = torch.tensor([1.0, 0.5, 2.0], requires_grad=True)
b = torch.tensor([True, False, True])
d = f.double()
losses = {'mse': F.mse_loss, 'l1': F.l1_loss, 'smooth': F.smooth_l1_loss, 'huber': F.huber_loss, 'bce': F.binary_cross_entropy,
          'logits': F.binary_cross_entropy_with_logits, 'kl': lambda x, y: F.kl_div(x, y, reduction='sum'), 'cross': F.cross_entropy,
          'poisson': F.poisson_nll_loss, 'margin': F.soft_margin_loss, 'hinge': F.hinge_embedding_loss}
for name, loss in losses.items():
    for x, y in ((i, i), (i, f), (f, i), (r, i), (f, b), (b, f), (b, b), (f, d), (d, f), (r, d), (i, r)):
        for how in ('mean', 'none'):
            try:
                out = loss(x, y, reduction=how) if name != 'kl' else loss(x, y)
                print(name, x.dtype, y.dtype, how, out)
            except Exception as e:
                print(name, x.dtype, y.dtype, how, type(e).__name__, str(e)[:150])
