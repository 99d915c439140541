import torch
a = torch.ones(2, 3, requires_grad=True); b = torch.tensor(2.0, requires_grad=True); c = torch.ones(3, requires_grad=True); d = torch.ones(1, 1, requires_grad=True)
b1 = b * 1
b1.register_hook(lambda g: print(g.shape, g.grad_fn))
y = torch.block_diag(a, b1, c, d)
y.sum().backward(); print(b.grad, c.grad, d.grad)
g = torch.autograd.grad(torch.block_diag(a, b, c).pow(3).sum(), (a, b, c), create_graph=True)
for t in g:
    f = t.grad_fn
    while f is not None:
        print(type(f).__name__, end=' '); f = f.next_functions[0][0] if f.next_functions else None
    print()
i = torch.tensor([[1, 2], [3, 4]])
for n in (0, 1, 2, 3, 5):
    print(torch.matrix_power(i, n), torch.linalg.matrix_power(i, n), i.matrix_power(n))
try: torch.matrix_power(i, -1)
except RuntimeError as e: print(e)
try: torch.matrix_power(torch.tensor([[True]]), 2)
except RuntimeError as e: print(e)
try: torch.matrix_power(torch.ones(2, 3), 2)
except RuntimeError as e: print(e)
import torch.nn.functional as F
for f in (lambda: F.cosine_embedding_loss(True, a, c), lambda: F.cosine_embedding_loss(a, 1.0, c), lambda: F.cosine_embedding_loss(a, a, 1), lambda: F.margin_ranking_loss(1, a, c), lambda: F.triplet_margin_loss(1, a, c), lambda: F.hinge_embedding_loss(1, a), lambda: F.mse_loss(1, a), lambda: F.l1_loss(a, 1), lambda: F.cosine_similarity(1, a), lambda: F.pairwise_distance(1, a), lambda: F.kl_div(1, a), lambda: F.nll_loss(1, a), lambda: F.cross_entropy(1, a), lambda: F.binary_cross_entropy(a, 1), lambda: F.smooth_l1_loss(1, a), lambda: F.huber_loss(a, 2), lambda: F.soft_margin_loss(1, a), lambda: F.poisson_nll_loss(1, a), lambda: F.gaussian_nll_loss(1, a, a), lambda: F.relu(1), lambda: F.softmax(1, 0), lambda: F.linear(1, a), lambda: F.dropout(1), lambda: F.one_hot(1), lambda: F.embedding(1, a), lambda: F.normalize(1), lambda: F.pad(1, (1, 1)), lambda: F.layer_norm(1, (1,)), lambda: F.sigmoid(1), lambda: F.gelu(1), lambda: F.elu(1), lambda: F.logsigmoid(1), lambda: F.softplus(1), lambda: F.glu(1), lambda: F.batch_norm(1, None, None)):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).split('\n')[0])
