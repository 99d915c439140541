from collections import OrderedDict
d = OrderedDict(a=1, b=2)
print(d.keys(), d.values(), d.items(), d)
import torch
m = torch.nn.Linear(1, 1)
print(type(m.state_dict()), list(m.state_dict()))
s = torch.nn.Sequential(OrderedDict([('fc', torch.nn.Linear(1, 1))]))
print(s)
print(d == {'a': 1, 'b': 2}, d == OrderedDict(b=2, a=1))
d.move_to_end('a'); print(d, d.popitem(last=False), next(reversed(d)))
print(len(d), dict(d), isinstance(d, dict), d.copy(), repr(d.keys()))
