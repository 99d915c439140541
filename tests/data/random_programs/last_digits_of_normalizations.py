import torch, torch.nn.functional as F
torch.manual_seed(0)
def show(n,t): print(n, t.flatten().tolist()[:8])
for dt in (torch.float32, torch.float64):
    for n in (1,3,4,7,9,17,33,130):
        for rows in (1,4):
            A=torch.randn(rows,n,dtype=dt)*2+1; g=torch.randn(n,dtype=dt); b=torch.randn(n,dtype=dt); w=torch.randn(rows,n,dtype=dt)
            for args in ((None,None),(g,None),(g,b)):
                if args[0] is None and args[1] is not None: continue
                x=A.clone().requires_grad_(); p=[t.clone().requires_grad_() if t is not None else None for t in args]
                y=F.layer_norm(x,(n,),*p); show((n,rows,'ln'),y.detach()); (y*w).sum().backward(); show((n,rows,'lng'),x.grad)
                for t in p:
                    if t is not None: show((n,rows,'lnw'),t.grad)
    for shape in () if dt == torch.float64 else ((2,3),(8,3),(20,5),(7,9),(2,3,1),(4,3,5),(4,3,8),(3,4,17),(2,3,2,3)):
        A=torch.randn(*shape,dtype=dt)*2+1; C=shape[1]; g=torch.randn(C,dtype=dt); b=torch.randn(C,dtype=dt); w=torch.randn(*shape,dtype=dt)
        for train in (True,False):
            for args in ((None,None),(g,b)):
                rm=torch.randn(C,dtype=dt); rv=torch.rand(C,dtype=dt)
                x=A.clone().requires_grad_(); p=[t.clone().requires_grad_() if t is not None else None for t in args]
                y=F.batch_norm(x,rm,rv,*p,training=train,momentum=.3); show((shape,train,'bn'),y.detach()); (y*w).sum().backward(); show((shape,train,'bng'),x.grad); show((shape,train,'bnr'),rm); show((shape,train,'bnv'),rv)
                for t in p:
                    if t is not None: show((shape,train,'bnw'),t.grad)
    for shape in ((2,4),(3,6,5),(2,4,3,3),(1,8,17)):
        A=torch.randn(*shape,dtype=dt)*2+1; C=shape[1]; g=torch.randn(C,dtype=dt); b=torch.randn(C,dtype=dt)
        for k in (1,2,C):
            show((shape,k,'gn'),F.group_norm(A,k)); show((shape,k,'gnw'),F.group_norm(A,k,g,b)); show((shape,k,'gnw1'),F.group_norm(A,k,g))
