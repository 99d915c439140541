# SPDX-License-Identifier: GPL-3.0-or-later
# What x[...] = value does: numbers, history, version, and what flows back.
import warnings

import torch

warnings.simplefilter('ignore')


def show(title, change):
    print('#', title)
    y = torch.arange(6.).reshape(2, 3).clone().requires_grad_()
    z = y * 1
    try:
        change(y, z)
        print(z.tolist(), z.grad_fn.name(), z._version)
        z.sum().backward()
        print(y.grad)
    except Exception as e:
        print(type(e).__name__, e)


def change(y, z):
    z[0:2]=1.


show('z[0:2]=1.', change)


def change(y, z):
    z[:2]=1.


show('z[:2]=1.', change)


def change(y, z):
    z[0:2,0]=5


show('z[0:2,0]=5', change)


def change(y, z):
    z[()]=7


show('z[()]=7', change)


def change(y, z):
    z[[5]]=1


show('z[[5]]=1', change)


def change(y, z):
    y[[5]]=1


show('y[[5]]=1', change)


def change(y, z):
    y[0:2]=1


show('y[0:2]=1', change)


def change(y, z):
    y[:]=1


show('y[:]=1', change)


def change(y, z):
    z[0]=(1,2)


show('z[0]=(1,2)', change)


def change(y, z):
    z[0]={}


show('z[0]={}', change)


def change(y, z):
    z[0,0]=True


show('z[0,0]=True', change)


def change(y, z):
    z[(y.detach()>2)]=torch.tensor([1.,2.,3.])


show('z[(y.detach()>2)]=torch.tensor([1.,2.,3.])', change)


def change(y, z):
    z[(y.detach()>2)]=torch.tensor([1.,2.])


show('z[(y.detach()>2)]=torch.tensor([1.,2.])', change)


def change(y, z):
    z[(y.detach()>2)]=torch.ones(1,3)


show('z[(y.detach()>2)]=torch.ones(1,3)', change)


def change(y, z):
    z[[0,1]]=torch.ones(1,1,3)


show('z[[0,1]]=torch.ones(1,1,3)', change)


def change(y, z):
    z[[0,1]]=torch.ones(1,2,3)


show('z[[0,1]]=torch.ones(1,2,3)', change)


def change(y, z):
    z[:,[0,1]]=torch.tensor([1.,2.])


show('z[:,[0,1]]=torch.tensor([1.,2.])', change)


def change(y, z):
    z[0][y.detach()[0]>1]=9


show('z[0][y.detach()[0]>1]=9', change)


def change(y, z):
    z[(y.detach()>2)][0]=9


show('z[(y.detach()>2)][0]=9', change)


def change(y, z):
    z[None,None]=torch.ones(3)


show('z[None,None]=torch.ones(3)', change)


def change(y, z):
    z[0]=torch.ones(3,dtype=torch.long)


show('z[0]=torch.ones(3,dtype=torch.long)', change)


def change(y, z):
    z[5:]=1


show('z[5:]=1', change)


def change(y, z):
    z[0,5]=1


show('z[0,5]=1', change)


def change(y, z):
    z[0,0,0]=1


show('z[0,0,0]=1', change)


def change(y, z):
    z[0,...]=2


show('z[0,...]=2', change)


def change(y, z):
    z[...,0]=2


show('z[...,0]=2', change)


def change(y, z):
    z[torch.tensor(2.)]=1


show('z[torch.tensor(2.)]=1', change)


def change(y, z):
    z[torch.tensor(True)]=3


show('z[torch.tensor(True)]=3', change)


def change(y, z):
    z[torch.tensor(False)]=3


show('z[torch.tensor(False)]=3', change)


def change(y, z):
    z[0]=torch.ones(0)


show('z[0]=torch.ones(0)', change)


def change(y, z):
    z[0:0]=torch.ones(0,3)


show('z[0:0]=torch.ones(0,3)', change)


def change(y, z):
    z[0:0]=5


show('z[0:0]=5', change)


def change(y, z):
    z[0]=torch.ones(2,2,3)


show('z[0]=torch.ones(2,2,3)', change)


def change(y, z):
    z[[True,False]]=0


show('z[[True,False]]=0', change)


def change(y, z):
    z["a"]=1


show('z["a"]=1', change)


def change(y, z):
    z[1.5]=1


show('z[1.5]=1', change)


def change(y, z):
    z[0]=z[1]*2


show('z[0]=z[1]*2', change)


def change(y, z):
    z[0]=z


show('z[0]=z', change)


def change(y, z):
    z[[0,0]]=torch.tensor([[1.,1,1],[2,2,2]])


show('z[[0,0]]=torch.tensor([[1.,1,1],[2,2,2]])', change)


def change(y, z):
    z.index_put_((torch.tensor([0]),),torch.tensor(5.))


show('z.index_put_((torch.tensor([0]),),torch.tensor(5.))', change)


def change(y, z):
    z.index_put_((torch.tensor([0,0]),torch.tensor([1,1])),torch.tensor([5.,6.]),accumulate=True)


show('z.index_put_((torch.tensor([0,0]),torch.tensor([1,1])),torch.tensor([5.,6.]),accumulate=True)', change)


def change(y, z):
    z.index_put_([torch.tensor([0])],5.)


show('z.index_put_([torch.tensor([0])],5.)', change)
