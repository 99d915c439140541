import torch
w = torch.tensor([[1.03, -0.61, 0.45], [1.517, 1.667, 0.02], [-0.45, 1.105, -0.7]], requires_grad=True)
r=torch.ones(3,1)
for name,f in (('slogdet',lambda:torch.slogdet(w)[1]),('logdet',lambda:(w@w.T).logdet()),('logdet2',lambda:torch.logdet(-w)),('det',lambda:torch.det(w)),('inverse',lambda:torch.inverse(w).sum()),('solve',lambda:torch.linalg.solve(w,r).sum()),('chol',lambda:torch.linalg.cholesky(w@w.T).sum()),('det2',lambda:torch.linalg.det(torch.stack([w,w.T])).sum()),):
    try:
        w.grad=None
        old=w.data
        y=f()
        w.data=w.data*2
        y.backward()
        print(name,w.grad)
    except Exception as e: print(name,e)
    w.data=old
    try:
        w.grad=None
        y=f()
        w.data.mul_(2)
        y.backward()
        print(name,w.grad)
    except Exception as e: print(name,e)
    w.data.div_(2)
