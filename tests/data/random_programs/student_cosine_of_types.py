# Arguments of different types, and histograms with numbers on the edges.
import torch
import torch.nn.functional as F
m = torch.ones(2, 2)
s = torch.tensor(2.).double()
print(F.cosine_similarity(m, m.double()), F.cosine_similarity(m, s, dim=0), F.cosine_similarity(s, m, dim=0))
x = m.clone().requires_grad_()
F.cosine_similarity(x, m.double()).sum().backward()
print((x.grad.abs() < 1e-6).all())
x = m.clone().requires_grad_()
with torch.no_grad():
    x.sum
    try:
        (x * 2).sum().backward(create_graph=True)
    except RuntimeError as e:
        print(e)
print(torch.histc(torch.tensor(-1.08), 4), torch.histc(torch.tensor([0.1, 0.2, 0.3, 0.7]), 4), torch.histc(torch.tensor([1., 1.]), 5))
print(torch.empty(0).triu_())
