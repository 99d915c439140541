import torch
import torch.nn as nn
torch.manual_seed(0)
m = nn.Linear(3, 1); X = torch.randn(8, 3); y = X.sum(1, keepdim=True)
for O, kw in ((torch.optim.Adam, dict(lr=.1)), (torch.optim.AdamW, dict(lr=.1)), (torch.optim.RMSprop, dict(lr=.01)), (torch.optim.Adagrad, dict(lr=.1)), (torch.optim.SGD, dict(lr=.1, momentum=.9, nesterov=True)), (torch.optim.Adam, dict(lr=.1, amsgrad=True, weight_decay=.1))):
    o = O(m.parameters(), **kw)
    for i in range(3):
        l = ((m(X) - y) ** 2).mean(); o.zero_grad(); l.backward(); o.step()
    print(O.__name__, l.item(), m.weight)
s = torch.optim.lr_scheduler.StepLR(o, 2, .5)
for i in range(4): o.step(); s.step(); print(s.get_last_lr())
torch.save if False else None
sd = m.state_dict(); n = nn.Linear(3, 1); print(n.load_state_dict(sd), torch.equal(n.weight, m.weight))
