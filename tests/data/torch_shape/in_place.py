# SPDX-License-Identifier: GPL-3.0-or-later
# Views and changes in place: histories, versions and errors.
import warnings

import torch

warnings.simplefilter('ignore')


def nodes(t):
    return (t.grad_fn.name(), [(a.name() if a else None) for a, _ in t.grad_fn.next_functions]) if t.grad_fn else None


def make():
    x = torch.arange(6.).reshape(2, 3).clone().requires_grad_()
    return x, x * 1


def show(title, run):
    print('#', title)
    try:
        print(run())
    except Exception as e:
        print(type(e).__name__, e)


def run():
    x,y=make()
    y[0]=5.
    return nodes(y), y._version


show('x,y=make(); y[0]=5.; return nodes(y), y._version', run)


def run():
    x,y=make()
    y[0]=torch.tensor(5.)
    return nodes(y)


show('x,y=make(); y[0]=torch.tensor(5.); return nodes(y)', run)


def run():
    x,y=make()
    w=torch.tensor(5.,requires_grad=True)
    y[0]=w
    return nodes(y)


show('x,y=make(); w=torch.tensor(5.,requires_grad=True); y[0]=w; return nodes(y)', run)


def run():
    x,y=make()
    w=torch.ones(3,requires_grad=True)
    y[0]=w
    return nodes(y)


show('x,y=make(); w=torch.ones(3,requires_grad=True); y[0]=w; return nodes(y)', run)


def run():
    x,y=make()
    w=torch.ones(1,3,requires_grad=True)
    y[0]=w
    return nodes(y)


show('x,y=make(); w=torch.ones(1,3,requires_grad=True); y[0]=w; return nodes(y)', run)


def run():
    x,y=make()
    y[[0,1]]=3.
    return nodes(y)


show('x,y=make(); y[[0,1]]=3.; return nodes(y)', run)


def run():
    x,y=make()
    y[y>2]=3.
    return nodes(y), y._version


show('x,y=make(); y[y>2]=3.; return nodes(y), y._version', run)


def run():
    x,y=make()
    y[:,[0,1]]=3.
    return nodes(y)


show('x,y=make(); y[:,[0,1]]=3.; return nodes(y)', run)


def run():
    x,y=make()
    y[...]=3.
    return nodes(y), y._version


show('x,y=make(); y[...]=3.; return nodes(y), y._version', run)


def run():
    x,y=make()
    y[:]=3.
    return nodes(y), y._version


show('x,y=make(); y[:]=3.; return nodes(y), y._version', run)


def run():
    x,y=make()
    y[0]+=3.
    return nodes(y), y._version


show('x,y=make(); y[0]+=3.; return nodes(y), y._version', run)


def run():
    x,y=make()
    v=y[0]
    v*=2
    return nodes(y), nodes(v), y._version,v._version


show('x,y=make(); v=y[0]; v*=2; return nodes(y), nodes(v), y._version,v._version', run)


def run():
    x,y=make()
    v=y[0]
    y*=2
    return nodes(y), nodes(v), v._version


show('x,y=make(); v=y[0]; y*=2; return nodes(y), nodes(v), v._version', run)


def run():
    x,y=make()
    with torch.no_grad():
        v=x[0]
    return v.requires_grad, v.grad_fn, v.is_leaf, v._base is x


show('x,y=make(); with torch.no_grad(): v=x[0] return v.requires_grad, v.grad_fn, v.is_leaf, v._base is x', run)


def run():
    x,y=make()
    with torch.no_grad():
        v=y[0]
    v*=2


show('x,y=make(); with torch.no_grad(): v=y[0] v*=2', run)


def run():
    x,y=make()
    v=y.unbind()[1]
    v*=2


show('x,y=make(); v=y.unbind()[1]; v*=2', run)


def run():
    x,y=make()
    v=y.unbind()[1]
    y*=2
    return v.grad_fn


show('x,y=make(); v=y.unbind()[1]; y*=2; return v.grad_fn', run)


def run():
    x,y=make()
    v=y.unbind()[1]
    y*=2
    return (v*2).grad_fn


show('x,y=make(); v=y.unbind()[1]; y*=2; return (v*2).grad_fn', run)


def run():
    x,y=make()
    with torch.no_grad():
        v=y[0]
    y*=2
    return v.grad_fn


show('x,y=make(); with torch.no_grad(): v=y[0] y*=2; return v.grad_fn', run)


def run():
    x,y=make()
    v=x[0]
    v*=2


show('x,y=make(); v=x[0]; v*=2', run)


def run():
    x,y=make()
    x[0]=2


show('x,y=make(); x[0]=2', run)


def run():
    x,y=make()
    x*=2


show('x,y=make(); x*=2', run)


def run():
    x,y=make()
    x[0][0]=2


show('x,y=make(); x[0][0]=2', run)


def run():
    x,y=make()
    x[[0]]=2


show('x,y=make(); x[[0]]=2', run)


def run():
    a=torch.zeros(3)
    v=a[1:]
    w=torch.tensor(2.,requires_grad=True)
    a.mul_(w)
    return v.requires_grad, v.is_leaf, nodes(v), nodes(a)


show('a=torch.zeros(3); v=a[1:]; w=torch.tensor(2.,requires_grad=True); a.mul_(w); return v.requires_grad, v.is_leaf, nodes(v), nodes(a)', run)


def run():
    a=torch.zeros(3)
    v=a[1:]
    w=torch.tensor(2.,requires_grad=True)
    v.mul_(w)
    return v.requires_grad, v.is_leaf, nodes(v), nodes(a)


show('a=torch.zeros(3); v=a[1:]; w=torch.tensor(2.,requires_grad=True); v.mul_(w); return v.requires_grad, v.is_leaf, nodes(v), nodes(a)', run)


def run():
    a=torch.zeros(3)
    v=a[1:]
    a.requires_grad_()
    return v.requires_grad, v.is_leaf, v.grad_fn


show('a=torch.zeros(3); v=a[1:]; a.requires_grad_(); return v.requires_grad, v.is_leaf, v.grad_fn', run)


def run():
    x,y=make()
    v=y[0]
    v.detach_()


show('x,y=make(); v=y[0]; v.detach_()', run)


def run():
    x,y=make()
    d=y.detach()
    d.zero_()
    return y, nodes(y), y._version, d._version


show('x,y=make(); d=y.detach(); d.zero_(); return y, nodes(y), y._version, d._version', run)


def run():
    x,y=make()
    d=y.data
    d.zero_()
    return y, nodes(y), y._version, d._version


show('x,y=make(); d=y.data; d.zero_(); return y, nodes(y), y._version, d._version', run)


def run():
    x,y=make()
    z=y*y
    d=y.detach()
    d.zero_()
    z.sum().backward()


show('x,y=make(); z=y*y; d=y.detach(); d.zero_(); z.sum().backward()', run)


def run():
    x,y=make()
    z=y*y
    d=y.data
    d.zero_()
    z.sum().backward()
    return x.grad


show('x,y=make(); z=y*y; d=y.data; d.zero_(); z.sum().backward(); return x.grad', run)


def run():
    x,y=make()
    with torch.no_grad():
        x[0]=7.
    return x, x._version


show('x,y=make(); with torch.no_grad(): x[0]=7. return x, x._version', run)


def run():
    x,y=make()
    v=x[0]
    with torch.no_grad():
        x.zero_()
    return nodes(v)


show('x,y=make(); v=x[0] with torch.no_grad(): x.zero_() return nodes(v)', run)


def run():
    x,y=make()
    y[0]=5.
    y.sum().backward(retain_graph=False)
    print(x.grad)
    y.sum().backward()


show('x,y=make(); y[0]=5.; y.sum().backward(retain_graph=False); print(x.grad); y.sum().backward()', run)


def run():
    x,y=make()
    y[0]='a'


show("x,y=make(); y[0]='a'", run)


def run():
    x,y=make()
    y[0]=torch.ones(2)


show('x,y=make(); y[0]=torch.ones(2)', run)


def run():
    x,y=make()
    y[[0,1]]=torch.ones(2)


show('x,y=make(); y[[0,1]]=torch.ones(2)', run)


def run():
    x,y=make()
    y[[0,1]]=torch.ones(2,2)


show('x,y=make(); y[[0,1]]=torch.ones(2,2)', run)


def run():
    x,y=make()
    y[5]=1


show('x,y=make(); y[5]=1', run)


def run():
    x,y=make()
    y[y>0]=torch.ones(7)


show('x,y=make(); y[y>0]=torch.ones(7)', run)


def run():
    x,y=make()
    y[0]=[1,2,3]


show('x,y=make(); y[0]=[1,2,3]', run)


def run():
    x,y=make()
    y[0]=None


show('x,y=make(); y[0]=None', run)


def run():
    x,y=make()
    y[0]=torch.ones(4,3)


show('x,y=make(); y[0]=torch.ones(4,3);', run)


def run():
    x,y=make()
    y[0]=torch.ones(1,1,3)
    return y


show('x,y=make(); y[0]=torch.ones(1,1,3); return y', run)


def run():
    x,y=make()
    y[0,0]=torch.ones(1,1)
    return y


show('x,y=make(); y[0,0]=torch.ones(1,1); return y', run)


def run():
    x,y=make()
    y[0,0]=torch.ones(2)
    return y


show('x,y=make(); y[0,0]=torch.ones(2); return y', run)


def run():
    x,y=make()
    y[[0]]=torch.ones(3,dtype=torch.float64)
    return y


show('x,y=make(); y[[0]]=torch.ones(3,dtype=torch.float64); return y', run)


def run():
    x,y=make()
    y[0]=torch.ones(3,dtype=torch.float64)
    return y, nodes(y)


show('x,y=make(); y[0]=torch.ones(3,dtype=torch.float64); return y, nodes(y)', run)


def run():
    x,y=make()
    del y[0]


show('x,y=make(); del y[0]', run)


def run():
    t=torch.arange(3)
    t[0]=2.7
    return t


show('t=torch.arange(3); t[0]=2.7; return t', run)


def run():
    t=torch.arange(3)
    t[0]=torch.tensor(2.7)
    return t


show('t=torch.arange(3); t[0]=torch.tensor(2.7); return t', run)


def run():
    t=torch.arange(3)
    t[[0]]=2.7
    return t


show('t=torch.arange(3); t[[0]]=2.7; return t', run)


def run():
    t=torch.arange(3)
    t[[0]]=torch.tensor(2.7)
    return t


show('t=torch.arange(3); t[[0]]=torch.tensor(2.7); return t', run)


def run():
    t=torch.arange(3)
    t[0]=torch.tensor(1.,requires_grad=True)
    return t


show('t=torch.arange(3); t[0]=torch.tensor(1.,requires_grad=True); return t', run)


def run():
    x,y=make()
    v=y[0]
    w=v[1:]
    w*=2
    return nodes(y),nodes(v),nodes(w)


show('x,y=make(); v=y[0]; w=v[1:]; w*=2; return nodes(y),nodes(v),nodes(w)', run)


def run():
    x,y=make()
    v=y.view(6)
    v[2]=9.
    return nodes(y),nodes(v), y


show('x,y=make(); v=y.view(6); v[2]=9.; return nodes(y),nodes(v), y', run)


def run():
    x,y=make()
    z=y.expand(2,2,3)
    z*=2


show('x,y=make(); z=y.expand(2,2,3); z*=2', run)


def run():
    x,y=make()
    z=torch.zeros(3).expand(2,3)
    z[0]=1
    return z


show('x,y=make(); z=torch.zeros(3).expand(2,3); z[0]=1; return z', run)


def run():
    x,y=make()
    z=torch.zeros(1,3).expand(2,3)
    z.add_(1)


show('x,y=make(); z=torch.zeros(1,3).expand(2,3); z.add_(1)', run)


def run():
    x,y=make()
    y.t().mul_(2.)
    return nodes(y)


show('x,y=make(); y.t().mul_(2.); return nodes(y)', run)


def run():
    x,y=make()
    z=y.exp()
    z[0]=0.
    z.sum().backward()


show('x,y=make(); z=y.exp(); z[0]=0.; z.sum().backward()', run)


def run():
    x,y=make()
    z=y.exp()
    z2=z.view(6)
    z2[0]=0.
    z.sum().backward()


show('x,y=make(); z=y.exp(); z2=z.view(6); z2[0]=0.; z.sum().backward()', run)


def run():
    x,y=make()
    z=y.sin()
    y[0]=0.
    z.sum().backward()


show('x,y=make(); z=y.sin(); y[0]=0.; z.sum().backward()', run)


def run():
    x,y=make()
    y.fill_(2.)
    return nodes(y)


show('x,y=make(); y.fill_(2.); return nodes(y)', run)


def run():
    x,y=make()
    y.zero_()
    return nodes(y)


show('x,y=make(); y.zero_(); return nodes(y)', run)


def run():
    x,y=make()
    y.copy_(torch.ones(3))
    return nodes(y)


show('x,y=make(); y.copy_(torch.ones(3)); return nodes(y)', run)


def run():
    x,y=make()
    y.copy_(torch.ones(2))


show('x,y=make(); y.copy_(torch.ones(2))', run)


def run():
    x,y=make()
    w=torch.ones(3,requires_grad=True)
    y.copy_(w)
    y.sum().backward()
    return x.grad,w.grad


show('x,y=make(); w=torch.ones(3,requires_grad=True); y.copy_(w); y.sum().backward(); return x.grad,w.grad', run)


def run():
    x,y=make()
    y.fill_(torch.tensor(2.,requires_grad=True))
    return nodes(y)


show('x,y=make(); y.fill_(torch.tensor(2.,requires_grad=True)); return nodes(y)', run)


def run():
    x,y=make()
    y.masked_fill_(y>2,0.)
    return nodes(y)


show('x,y=make(); y.masked_fill_(y>2,0.); return nodes(y)', run)


def run():
    x,y=make()
    y[0].masked_fill_(y[0]>2,0.)
    return nodes(y)


show('x,y=make(); y[0].masked_fill_(y[0]>2,0.); return nodes(y)', run)


def run():
    x,y=make()
    y.unsqueeze_(0)
    return nodes(y), y.shape, y._version


show('x,y=make(); y.unsqueeze_(0); return nodes(y), y.shape, y._version', run)


def run():
    x,y=make()
    y.t_()
    return nodes(y), y.shape, y._version


show('x,y=make(); y.t_(); return nodes(y), y.shape, y._version', run)


def run():
    x,y=make()
    x.unsqueeze_(0)


show('x,y=make(); x.unsqueeze_(0)', run)


def run():
    x,y=make()
    v=y[0]
    v.unsqueeze_(0)
    return nodes(v), v.shape, nodes(y)


show('x,y=make(); v=y[0]; v.unsqueeze_(0); return nodes(v), v.shape, nodes(y)', run)


def run():
    x,y=make()
    return 2 in x, 9. in x, torch.tensor(2.) in x


show('x,y=make(); return 2 in x, 9. in x, torch.tensor(2.) in x', run)


def run():
    x,y=make()
    return 'a' in x


show("x,y=make(); return 'a' in x", run)


def run():
    return list(torch.tensor(1.))


show('return list(torch.tensor(1.))', run)


def run():
    return len(torch.tensor(1.))


show('return len(torch.tensor(1.))', run)


def run():
    return [type(i) for i in torch.arange(3)], list(torch.arange(2))


show('return [type(i) for i in torch.arange(3)], list(torch.arange(2))', run)


def run():
    x,y=make()
    y[0]=y[1]
    return nodes(y), y


show('x,y=make(); y[0]=y[1]; return nodes(y), y', run)


def run():
    x,y=make()
    y[True]=1.
    return nodes(y)


show('x,y=make(); y[True]=1.; return nodes(y)', run)


def run():
    x,y=make()
    y[None]=1.
    return nodes(y)


show('x,y=make(); y[None]=1.; return nodes(y)', run)


def run():
    x,y=make()
    y[False]=1.
    return nodes(y)


show('x,y=make(); y[False]=1.; return nodes(y)', run)


def run():
    x,y=make()
    y[0,True]=1.
    return nodes(y)


show('x,y=make(); y[0,True]=1.; return nodes(y)', run)


def run():
    x,y=make()
    y[torch.tensor(0)]=1.
    return nodes(y)


show('x,y=make(); y[torch.tensor(0)]=1.; return nodes(y)', run)


def run():
    x,y=make()
    y[torch.tensor([0,0])]=torch.ones(2,3)
    return nodes(y), y


show('x,y=make(); y[torch.tensor([0,0])]=torch.ones(2,3); return nodes(y), y', run)


def run():
    x,y=make()
    y.data=torch.zeros(2)
    return y


show('x,y=make(); y.data=torch.zeros(2); return y', run)


def run():
    x,y=make()
    v=y.split(1)[0]
    w=v[0]
    w.mul_(2)


show('x,y=make(); v=y.split(1)[0]; w=v[0]; w.mul_(2)', run)


def run():
    x,y=make()
    with torch.no_grad():
        v=y[0]
        v.mul_(2)
    return nodes(y), y, y._version, v.requires_grad


show('x,y=make() with torch.no_grad(): v=y[0]; v.mul_(2) return nodes(y), y, y._version, v.requires_grad', run)


def run():
    x,y=make()
    v=y[0]
    with torch.no_grad():
        y.mul_(2)
    return nodes(y), nodes(v), v


show('x,y=make(); v=y[0] with torch.no_grad(): y.mul_(2) return nodes(y), nodes(v), v', run)


def run():
    y=torch.arange(6.)
    y[1:]=y[:-1]


show('y=torch.arange(6.); y[1:]=y[:-1]', run)


def run():
    y=torch.arange(6.)
    y[1:]+=y[:-1]


show('y=torch.arange(6.); y[1:]+=y[:-1]', run)


def run():
    z=torch.arange(12.).reshape(3,4)
    z[:,1:]=z[:,:-1]
    return z


show('z=torch.arange(12.).reshape(3,4); z[:,1:]=z[:,:-1]; return z', run)


def run():
    z=torch.arange(12.).reshape(3,4)
    z[1:]=z[:-1]
    return z


show('z=torch.arange(12.).reshape(3,4); z[1:]=z[:-1]; return z', run)


def run():
    z=torch.arange(12.).reshape(3,4)
    z[:,:3]=z[:,:3].t()
    return z


show('z=torch.arange(12.).reshape(3,4); z[:,:3]=z[:,:3].t(); return z', run)


def run():
    y=torch.arange(6.)
    y[::2]=y[:3]
    return y


show('y=torch.arange(6.); y[::2]=y[:3]; return y', run)


def run():
    y=torch.arange(6.)
    y[:3]=y[3:]
    return y


show('y=torch.arange(6.); y[:3]=y[3:]; return y', run)


def run():
    a=torch.tensor([1.,2.,3.],requires_grad=True)
    out=a.sigmoid()
    c=out.data
    c.zero_()
    out.sum().backward()
    return out, a.grad


show('a=torch.tensor([1.,2.,3.],requires_grad=True); out=a.sigmoid(); c=out.data; c.zero_(); out.sum().backward(); return out, a.grad', run)


def run():
    a=torch.tensor([1.,2.,3.],requires_grad=True)
    out=a.sigmoid()
    c=out.detach()
    c.zero_()
    out.sum().backward()
    return out, a.grad


show('a=torch.tensor([1.,2.,3.],requires_grad=True); out=a.sigmoid(); c=out.detach(); c.zero_(); out.sum().backward(); return out, a.grad', run)


def run():
    w=torch.tensor([1.,2.],requires_grad=True)
    y=(w*w).sum()
    w.data.fill_(5.)
    y.backward()
    return w.grad


show('w=torch.tensor([1.,2.],requires_grad=True); y=(w*w).sum(); w.data.fill_(5.); y.backward(); return w.grad', run)


def run():
    w=torch.tensor([1.,2.],requires_grad=True)
    y=(w*w).sum()
    w.data=torch.tensor([7.,8.])
    y.backward()
    return w.grad


show('w=torch.tensor([1.,2.],requires_grad=True); y=(w*w).sum(); w.data=torch.tensor([7.,8.]); y.backward(); return w.grad', run)


def run():
    w=torch.tensor([1.,2.],requires_grad=True)
    w.data[0]=9.
    return w, w._version


show('w=torch.tensor([1.,2.],requires_grad=True); w.data[0]=9.; return w, w._version', run)


def run():
    w=torch.tensor([1.,2.],requires_grad=True)
    d=w.data
    d+=1
    e=d[0]
    e*=3
    return w, w._version, d._version, e._version


show('w=torch.tensor([1.,2.],requires_grad=True); d=w.data; d+=1; e=d[0]; e*=3; return w, w._version, d._version, e._version', run)


def run():
    x,y=make()
    v=y[0]
    w=y[0]
    v*=2
    w*=3
    y.sum().backward()
    return x.grad, nodes(w)


show('x,y=make(); v=y[0]; w=y[0]; v*=2; w*=3; y.sum().backward(); return x.grad, nodes(w)', run)


def run():
    x,y=make()
    v=y[0]
    y[1]=v
    v*=2
    y.sum().backward()
    return x.grad


show('x,y=make(); v=y[0]; y[1]=v; v*=2; y.sum().backward(); return x.grad', run)


def run():
    x,y=make()
    v=y.t()
    v[0]=0.
    y.sum().backward()
    return x.grad, nodes(y)


show('x,y=make(); v=y.t(); v[0]=0.; y.sum().backward(); return x.grad, nodes(y)', run)


def run():
    x,y=make()
    v=y.t()[1:]
    v.mul_(y.t()[:2]*1)
    y.sum().backward()
    return x.grad


show('x,y=make(); v=y.t()[1:]; v.mul_(y.t()[:2]*1); y.sum().backward(); return x.grad', run)


def run():
    x,y=make()
    y[:,1]=y[:,0]*y[:,2]
    (y*y).sum().backward()
    return x.grad


show('x,y=make(); y[:,1]=y[:,0]*y[:,2]; (y*y).sum().backward(); return x.grad', run)


def run():
    x,y=make()
    y[y>2]*=2
    y.sum().backward()
    return x.grad, y, nodes(y)


show('x,y=make(); y[y>2]*=2; y.sum().backward(); return x.grad, y, nodes(y)', run)


def run():
    x,y=make()
    y[[0,0]]+=1
    y.sum().backward()
    return x.grad, y


show('x,y=make(); y[[0,0]]+=1; y.sum().backward(); return x.grad, y', run)


def run():
    x,y=make()
    y[0,0]=x[1,1]*x[0,1]
    y.prod().backward() if False else y.sum().backward()
    return x.grad


show('x,y=make(); y[0,0]=x[1,1]*x[0,1]; y.prod().backward() if False else y.sum().backward(); return x.grad', run)


def run():
    x,y=make()
    a,b=y.unbind()
    z=a*b
    z.sum().backward()
    return x.grad


show('x,y=make(); a,b=y.unbind(); z=a*b; z.sum().backward(); return x.grad', run)


def run():
    x,y=make()
    z=[r*(k+1) for k,r in enumerate(y)]
    sum(z).sum().backward()
    return x.grad


show('x,y=make(); z=[r*(k+1) for k,r in enumerate(y)]; sum(z).sum().backward(); return x.grad', run)


def run():
    x,y=make()
    y.t_()
    y[0]=1.
    y.sum().backward()
    return x.grad, y.shape


show('x,y=make(); y.t_(); y[0]=1.; y.sum().backward(); return x.grad, y.shape', run)


def run():
    x,y=make()
    y.unsqueeze_(1)
    y[0]*=3
    y.sum().backward()
    return x.grad


show('x,y=make(); y.unsqueeze_(1); y[0]*=3; y.sum().backward(); return x.grad', run)


def run():
    x,y=make()
    y.transpose_(0,1).squeeze_()
    y.sum().backward()
    return x.grad, nodes(y)


show('x,y=make(); y.transpose_(0,1).squeeze_(); y.sum().backward(); return x.grad, nodes(y)', run)


def run():
    x,y=make()
    v=y.view(3,2)
    v[0]=v[1]
    (y**2).sum().backward()
    return x.grad


show('x,y=make(); v=y.view(3,2); v[0]=v[1]; (y**2).sum().backward(); return x.grad', run)


def run():
    x,y=make()
    v=y.reshape(6)
    v+=1
    return y, nodes(y), nodes(v)


show('x,y=make(); v=y.reshape(6); v+=1; return y, nodes(y), nodes(v)', run)


def run():
    x,y=make()
    v=y.t().reshape(6)
    v+=1
    return y, nodes(y), nodes(v)


show('x,y=make(); v=y.t().reshape(6); v+=1; return y, nodes(y), nodes(v)', run)


def run():
    x,y=make()
    v=y.flatten()
    v.zero_()
    y.sum().backward()
    return x.grad


show('x,y=make(); v=y.flatten(); v.zero_(); y.sum().backward(); return x.grad', run)


def run():
    x,y=make()
    v=y.diagonal()
    v.fill_(5.)
    y.sum().backward()
    return x.grad, y


show('x,y=make(); v=y.diagonal(); v.fill_(5.); y.sum().backward(); return x.grad, y', run)


def run():
    x,y=make()
    v=y.expand(2,2,3)[0]
    v*=2
    y.sum().backward()
    return x.grad


show('x,y=make(); v=y.expand(2,2,3)[0]; v*=2; y.sum().backward(); return x.grad', run)


def run():
    x,y=make()
    y.masked_fill_(y>3,-1.)
    y.sum().backward()
    return x.grad, y


show('x,y=make(); y.masked_fill_(y>3,-1.); y.sum().backward(); return x.grad, y', run)


def run():
    x,y=make()
    y.index_fill_(1,torch.tensor([0,2]),0.)
    y.sum().backward()
    return x.grad, y


show('x,y=make(); y.index_fill_(1,torch.tensor([0,2]),0.); y.sum().backward(); return x.grad, y', run)


def run():
    x,y=make()
    y.scatter_(1,torch.tensor([[0],[2]]),7.)
    y.sum().backward()
    return x.grad, y


show('x,y=make(); y.scatter_(1,torch.tensor([[0],[2]]),7.); y.sum().backward(); return x.grad, y', run)


def run():
    x,y=make()
    y.index_add_(0,torch.tensor([0,0]),x*2)
    y.sum().backward()
    return x.grad, y


show('x,y=make(); y.index_add_(0,torch.tensor([0,0]),x*2); y.sum().backward(); return x.grad, y', run)


def run():
    x,y=make()
    y.index_copy_(0,torch.tensor([1]),x[:1]*2)
    y.sum().backward()
    return x.grad, y


show('x,y=make(); y.index_copy_(0,torch.tensor([1]),x[:1]*2); y.sum().backward(); return x.grad, y', run)


def run():
    x,y=make()
    y.scatter_add_(1,torch.tensor([[0,0,0],[1,1,1]]),x*2)
    y.sum().backward()
    return x.grad, y


show('x,y=make(); y.scatter_add_(1,torch.tensor([[0,0,0],[1,1,1]]),x*2); y.sum().backward(); return x.grad, y', run)


def run():
    x,y=make()
    y.index_put_((torch.tensor([0,0]),torch.tensor([1,1])),x[0,:2],accumulate=True)
    y.sum().backward()
    return x.grad, y


show('x,y=make(); y.index_put_((torch.tensor([0,0]),torch.tensor([1,1])),x[0,:2],accumulate=True); y.sum().backward(); return x.grad, y', run)


def run():
    x,y=make()
    k=torch.tensor([0,1])
    z=y[k]
    k+=1
    z.sum().backward()


show('x,y=make(); k=torch.tensor([0,1]); z=y[k]; k+=1; z.sum().backward()', run)


def run():
    x,y=make()
    k=torch.tensor([[0],[1]])
    z=y.gather(1,k)
    k.zero_()
    z.sum().backward()


show('x,y=make(); k=torch.tensor([[0],[1]]); z=y.gather(1,k); k.zero_(); z.sum().backward()', run)


def run():
    x,y=make()
    k=y>2
    z=y[k]
    k[0]=True
    z.sum().backward()
    return x.grad


show('x,y=make(); k=y>2; z=y[k]; k[0]=True; z.sum().backward(); return x.grad', run)


def run():
    x,y=make()
    k=y>2
    z=y.masked_select(k)
    k[0]=True
    z.sum().backward()
    return x.grad


show('x,y=make(); k=y>2; z=y.masked_select(k); k[0]=True; z.sum().backward(); return x.grad', run)


def run():
    x,y=make()
    v=y[0]
    z=v.sin()
    y.mul_(2.)
    z.sum().backward()


show('x,y=make(); v=y[0]; z=v.sin(); y.mul_(2.); z.sum().backward()', run)


def run():
    w=torch.ones(2,3)
    x,y=make()
    z=x*w
    w.mul_(x)
    z.sum().backward()


show('w=torch.ones(2,3); x,y=make(); z=x*w; w.mul_(x); z.sum().backward()', run)


def run():
    w=torch.ones(2,3)
    x,y=make()
    z=x*w
    w.add_(1.)
    z.sum().backward()


show('w=torch.ones(2,3); x,y=make(); z=x*w; w.add_(1.); z.sum().backward()', run)


def run():
    x,y=make()
    z=y*2
    y.zero_()
    z.sum().backward()
    return x.grad


show('x,y=make(); z=y*2; y.zero_(); z.sum().backward(); return x.grad', run)


def run():
    x,y=make()
    z=y.exp()
    z+=1
    z.sum().backward()


show('x,y=make(); z=y.exp(); z+=1; z.sum().backward()', run)


def run():
    x,y=make()
    z=y.exp()
    v=z.detach()
    v+=1
    z.sum().backward()


show('x,y=make(); z=y.exp(); v=z.detach(); v+=1; z.sum().backward()', run)


def run():
    x=torch.arange(4.).reshape(2,2).requires_grad_()
    x+=1


show('x=torch.arange(4.).reshape(2,2).requires_grad_(); x+=1', run)


def run():
    x=torch.arange(4.).reshape(2,2).requires_grad_()
    x[0]=1


show('x=torch.arange(4.).reshape(2,2).requires_grad_(); x[0]=1', run)


def run():
    x=torch.arange(4.).reshape(2,2)
    v=x[0]
    x.requires_grad_()
    y=v*2
    return y.requires_grad, nodes(y)


show('x=torch.arange(4.).reshape(2,2); v=x[0]; x.requires_grad_(); y=v*2; return y.requires_grad, nodes(y)', run)


def run():
    w=torch.zeros(3)
    w[1]=torch.tensor(2.,requires_grad=True)*3
    return w, nodes(w)


show('w=torch.zeros(3); w[1]=torch.tensor(2.,requires_grad=True)*3; return w, nodes(w)', run)


def run():
    w=torch.zeros(3)
    a=torch.tensor(2.,requires_grad=True)
    w[1]=a*3
    w[2]=w[1]*w[1]
    w.sum().backward()
    return a.grad, nodes(w), w._version


show('w=torch.zeros(3); a=torch.tensor(2.,requires_grad=True); w[1]=a*3; w[2]=w[1]*w[1]; w.sum().backward(); return a.grad, nodes(w), w._version', run)


def run():
    rows=torch.zeros(3,2)
    a=torch.tensor([1.,2.],requires_grad=True)
    h=a


show('rows=torch.zeros(3,2); a=torch.tensor([1.,2.],requires_grad=True); h=a', run)


def run():
    x,y=make()
    g,=torch.autograd.grad((y[0]**2).sum(),x,create_graph=True)
    return nodes(g), g


show('x,y=make(); g,=torch.autograd.grad((y[0]**2).sum(),x,create_graph=True); return nodes(g), g', run)


def run():
    x,y=make()
    y[0]=y[0]**2
    g,=torch.autograd.grad(y.sum(),x,create_graph=True)
    h,=torch.autograd.grad(g.sum(),x)
    return nodes(g), g, h


show('x,y=make(); y[0]=y[0]**2; g,=torch.autograd.grad(y.sum(),x,create_graph=True); h,=torch.autograd.grad(g.sum(),x); return nodes(g), g, h', run)


def run():
    x,y=make()
    v=y[0]
    v.mul_(x[1])
    g,=torch.autograd.grad((y*y).sum(),x,create_graph=True)
    h,=torch.autograd.grad((g*g).sum(),x)
    return nodes(g), g, h


show('x,y=make(); v=y[0]; v.mul_(x[1]); g,=torch.autograd.grad((y*y).sum(),x,create_graph=True); h,=torch.autograd.grad((g*g).sum(),x); return nodes(g), g, h', run)


def run():
    x,y=make()
    y.t()[0].mul_(x.t()[1])
    g,=torch.autograd.grad((y*y).sum(),x,create_graph=True)
    h,=torch.autograd.grad((g*g).sum(),x)
    return g, h


show('x,y=make(); y.t()[0].mul_(x.t()[1]); g,=torch.autograd.grad((y*y).sum(),x,create_graph=True); h,=torch.autograd.grad((g*g).sum(),x); return g, h', run)


def run():
    x,y=make()
    v=y[:,1:]
    y*=2
    g,=torch.autograd.grad((v*v).sum(),x,create_graph=True)
    h,=torch.autograd.grad((g*g).sum(),x)
    return nodes(v), g, h


show('x,y=make(); v=y[:,1:]; y*=2; g,=torch.autograd.grad((v*v).sum(),x,create_graph=True); h,=torch.autograd.grad((g*g).sum(),x); return nodes(v), g, h', run)
