import torch, itertools
torch.manual_seed(0)
def show(name, t): print(name, t.flatten()[:4].tolist())
for dt in (torch.float32, torch.float64):
    a=torch.randn(50,60,dtype=dt)
    show('step', a[:, ::2].sum(1)); show('col', a[:,3].sum()); show('rows', a[::3].sum(0)); show('rows', a[::3].sum()); show('t', a.t()[::2].sum(0)); show('t', a.t()[::2,::3].sum())
    show('diag', a.diagonal().sum()); show('mean', a.t().mean(0)); show('mean', a[:, 1].mean()); show('m', a[:,1:].mean()); show('m', a[1:,:].sum(1)); show('m', a[:,1:37].sum(1)); show('m', a[:,1:37].sum(0)); show('m', a[:,:5].sum()); show('n', a[:,:5].nansum())
    show('exp', a[0].expand(40,60).sum(0)); show('exp', a[0].expand(40,60).sum(1)); show('exp', a[0].expand(40,60).sum()); show('exp', a[:,:1].expand(50,33).sum(1)); show('exp', a[:,:1].expand(50,33).sum())
    b=torch.randn(4,9,10,11,dtype=dt)
    for p in ((0,1,2,3),(0,3,1,2),(3,2,1,0),(2,0,3,1)):
        c=b.permute(p)
        show(p, c.sum()); 
        for r in (0,1,2,3,(0,1),(0,2),(1,3),(0,3),(2,3),(1,2),(0,1,2),(1,2,3),(0,2,3)):
            show((p,r), c.sum(r)); show((p,r), c.mean(r,keepdim=True)); show((p,r), c[:,::2].sum(r)); show((p,r), c[1:,:,:,2:].sum(r))
        w=torch.randn(c.shape[1],1,c.shape[3],dtype=dt,requires_grad=True)
        ((w*2)*c).sum().backward(); show((p,'g'), w.grad)
        w=torch.randn(c.shape[3],dtype=dt,requires_grad=True)
        ((w+c)*c).sum().backward(); show((p,'g'), w.grad)
        w=torch.randn((),dtype=dt,requires_grad=True)
        ((w+c)*c).sum().backward(); show((p,'g'), w.grad)
