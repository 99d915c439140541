import torch, itertools
torch.manual_seed(0)
def show(n,t): print(n, t.flatten()[:3].tolist())
for dt in (torch.float32, torch.float64):
    b=torch.randn(3,9,4,11,dtype=dt)
    for p in ((0,1,2,3),(0,3,1,2),(3,2,1,0),(2,0,3,1)):
        c=b.permute(p)
        for q in (2,1,float('inf')):
            show((p,q),c.norm(q)); show((p,q),torch.linalg.vector_norm(c,q)); show((p,q), c[:,::2].norm(q)); show((p,q), c[...,0].norm(q))
            for r in (0,1,2,3,(0,1),(0,2),(1,3),(2,3),(1,2,3)): show((p,q,r), c.norm(q,r)); show((p,q,r), c[1:,:,::3].norm(q,r))
        show(p,c.var()); show(p,c.std()); show(p,c[:,::2].var())
        for r in (0,1,2,3,(0,1),(0,2),(1,3),(2,3),(1,2,3)): show((p,r),c.var(r)); show((p,r),c[:,:,::2].std(r))
