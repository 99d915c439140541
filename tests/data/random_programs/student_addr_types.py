import torch
ts={'d64':torch.tensor(1.,dtype=torch.float64),'d32':torch.tensor(1.),'di':torch.tensor(1),'m32':torch.ones(2,2),'m64':torch.ones(2,2).double(),'mi':torch.ones(2,2).long(), 'v64':torch.ones(2).double(),'v32':torch.ones(2)}
vs={'f32':torch.ones(2),'f64':torch.ones(2).double(),'i':torch.ones(2).long(),'b':torch.ones(2)>0}
for a,t in ts.items():
    for b,u in vs.items():
        for c,w in vs.items():
            for k in ({}, {'alpha':2.5},{'beta':2.5}):
                try: r=torch.addr(t,u,w,**k); print(a,b,c,k,r.dtype,r.tolist())
                except Exception as e: print(a,b,c,k,type(e).__name__,e)
