# SPDX-License-Identifier: GPL-3.0-or-later
# Keys of x[...].
import warnings

import torch

warnings.simplefilter('ignore')
i = torch.tensor([0, 1])
m = torch.tensor([[True, False, True], [False, True, False]])


def fresh():
    x = torch.arange(1., 7.).reshape(2, 3).clone().requires_grad_()
    v = torch.arange(1., 7.).requires_grad_()
    c = torch.arange(1., 25.).reshape(2, 3, 4).clone().requires_grad_()
    s = torch.tensor(2., requires_grad=True)
    return x, v, c, s


def show(title, call):
    print('#', title)
    try:
        print(call(*fresh()))
    except Exception as e:
        print(type(e).__name__, e)


show('s[1]', lambda x, v, c, s: s[1])
show('s[-1]', lambda x, v, c, s: s[-1])
show('s[0,0]', lambda x, v, c, s: s[0,0])
show('s[[0]]', lambda x, v, c, s: s[[0]])
show('s[torch.tensor([0])]', lambda x, v, c, s: s[torch.tensor([0])])
show('s[torch.tensor(True)]', lambda x, v, c, s: s[torch.tensor(True)])
show('s[m]', lambda x, v, c, s: s[m])
show('c[m,0]', lambda x, v, c, s: c[m,0])
show('c[0,m]', lambda x, v, c, s: c[0,m])
show('x[torch.tensor([0],dtype=torch.int32)]', lambda x, v, c, s: x[torch.tensor([0],dtype=torch.int32)])
show('x[range(2)]', lambda x, v, c, s: x[range(2)])
show('x[10**30]', lambda x, v, c, s: x[10**30])
show('x[2**40]', lambda x, v, c, s: x[2**40])
show('x[[0,1,True]]', lambda x, v, c, s: x[[0,1,True]])
show('x[[True,True]]', lambda x, v, c, s: x[[True,True]])
show('x[[[True,False]]]', lambda x, v, c, s: x[[[True,False]]])
show('x[""]', lambda x, v, c, s: x[""])
show('x[[slice(0,1)]]', lambda x, v, c, s: x[[slice(0,1)]])
show('x[[None]]', lambda x, v, c, s: x[[None]])
show('x[[0,...]]', lambda x, v, c, s: x[[0,...]])
show('x[0,1,2]', lambda x, v, c, s: x[0,1,2])
show('x[...,0,1,2]', lambda x, v, c, s: x[...,0,1,2])
show('x[0:1,0:1,0:1]', lambda x, v, c, s: x[0:1,0:1,0:1])
show('x[m,0]', lambda x, v, c, s: x[m,0])
show('x[torch.tensor(0):2]', lambda x, v, c, s: x[torch.tensor(0):2])
show('x[torch.tensor(0.):2]', lambda x, v, c, s: x[torch.tensor(0.):2])
show('x[::2,::-1]', lambda x, v, c, s: x[::2,::-1])
show('x[5:,:]', lambda x, v, c, s: x[5:,:])
show('x[1][5]', lambda x, v, c, s: x[1][5])
show('x[:,5]', lambda x, v, c, s: x[:,5])
show('x[0,-4]', lambda x, v, c, s: x[0,-4])
show('x[{1}]', lambda x, v, c, s: x[{1}])
show('x[lambda:0]', lambda x, v, c, s: x[lambda:0])
show('x[object()]', lambda x, v, c, s: x[object()])
show('x[[]].shape', lambda x, v, c, s: x[[]].shape)
show('x[[[]]].shape', lambda x, v, c, s: x[[[]]].shape)
show('x[None,[0,1]].shape', lambda x, v, c, s: x[None,[0,1]].shape)
show('c[[0,1],:,[0,1]].shape', lambda x, v, c, s: c[[0,1],:,[0,1]].shape)
show('c[:,[0],None].shape', lambda x, v, c, s: c[:,[0],None].shape)
show('c[:,None,[0,1]].shape', lambda x, v, c, s: c[:,None,[0,1]].shape)
show('c[[0],...,[1]].shape', lambda x, v, c, s: c[[0],...,[1]].shape)
show('c[[0],None,[1]].shape', lambda x, v, c, s: c[[0],None,[1]].shape)
show('c[...,None,[0,1]].shape', lambda x, v, c, s: c[...,None,[0,1]].shape)
show('x[(0,)]', lambda x, v, c, s: x[(0,)])
show('x[(slice(None),0)]', lambda x, v, c, s: x[(slice(None),0)])
show('x[[0,0,1],[0,1,2]]', lambda x, v, c, s: x[[0,0,1],[0,1,2]])
show('x[torch.tensor([[0,1],[1,0]])].shape', lambda x, v, c, s: x[torch.tensor([[0,1],[1,0]])].shape)
show('x[-torch.tensor(1)]', lambda x, v, c, s: x[-torch.tensor(1)])
show('x[torch.tensor(5)]', lambda x, v, c, s: x[torch.tensor(5)])
show('x[torch.tensor([1.])]', lambda x, v, c, s: x[torch.tensor([1.])])
show('x[torch.tensor(1.)]', lambda x, v, c, s: x[torch.tensor(1.)])
show('"a" in x', lambda x, v, c, s: "a" in x)
show('None in x', lambda x, v, c, s: None in x)
show('[1] in x', lambda x, v, c, s: [1] in x)
show('True in x', lambda x, v, c, s: True in x)
