import torch
def tryit(name, x, f):
    try: f(x)
    except Exception as e: print(name, type(e).__name__, e)
    print(name, x.tolist(), x._version)
x=lambda: torch.arange(6.)
m=lambda: torch.arange(6.).reshape(2,3)
i=torch.tensor([0,7,1])
v=torch.tensor([10.,20.,30.])
def seti(t): t[i]=v
def seti1(t): t[i]=9.
def addi(t): t[i]+=1
def set2(t): t[torch.tensor([0,1]),torch.tensor([1,5])]=-1.
def set3(t): t[:,torch.tensor([1,5])]=-1.
tryit('seti',x(),seti); tryit('seti1',x(),seti1); tryit('addi',x(),addi); tryit('set2',m(),set2); tryit('set3',m(),set3)
tryit('index_put',x(),lambda t:t.index_put_((i,),v)); tryit('index_put acc',x(),lambda t:t.index_put_((i,),v,accumulate=True))
tryit('index_add',x(),lambda t:t.index_add_(0,i,v)); tryit('index_copy',x(),lambda t:t.index_copy_(0,i,v)); tryit('index_fill',x(),lambda t:t.index_fill_(0,i,5.))
tryit('index_fill neg',x(),lambda t:t.index_fill_(0,torch.tensor([0,-9,1]),5.))
tryit('scatter',x(),lambda t:t.scatter_(0,i,v)); tryit('scatter val',x(),lambda t:t.scatter_(0,i,5.)); tryit('scatter_add',x(),lambda t:t.scatter_add_(0,i,v))
j=torch.tensor([[0,1,2],[1,5,0]]); w=torch.tensor([[1.,2.,3.],[4.,5.,6.]])*10
for d in (0,1):
    tryit(f'scatter2 {d}',m(),lambda t:t.scatter_(d,j,w)); tryit(f'scatter2v {d}',m(),lambda t:t.scatter_(d,j,-1.)); tryit(f'scatter_add2 {d}',m(),lambda t:t.scatter_add_(d,j,w))
    tryit(f'index_add2 {d}',m(),lambda t:t.index_add_(d,torch.tensor([0,4,1])[:m().size(d)],w)); tryit(f'index_copy2 {d}',m(),lambda t:t.index_copy_(d,torch.tensor([0,4,1])[:m().size(d)],w)); tryit(f'index_fill2 {d}',m(),lambda t:t.index_fill_(d,torch.tensor([0,4,1]),-1.))
tryit('take/put', x(), lambda t:t.put_(i,v)); tryit('put acc', x(), lambda t:t.put_(i,v,accumulate=True))
n=torch.zeros(0)
y=x(); y.requires_grad_(True); z=y*1
try: z.scatter_(0,i,5.)
except Exception as e: print(e)
print(z, z._version)
z.sum().backward(); print(y.grad)
y=x(); b=y[1:4]
try: b.scatter_(0,torch.tensor([0,4]),5.)
except Exception as e: print(e)
print(y,b,y._version)
for d in (0,1):
    t=torch.arange(6.).reshape(3,2).T
    tryit(f'scatterT {d}', t, lambda t:t.scatter_(d,j,w)); 
    t=torch.arange(6.).reshape(3,2).T
    tryit(f'scatterT jT {d}', t, lambda t:t.scatter_(d,j.T.contiguous().T,-1.)); 
j=torch.tensor([[[0,1,2],[1,0,0]],[[0,1,2],[1,9,0]]])
for d in (0,1,2):
  t=torch.arange(12.).reshape(2,2,3); tryit(f'scatter3 {d}', t, lambda t:t.scatter_(d,j,-1.)); t=torch.arange(12.).reshape(2,2,3); tryit(f'scatter3 t {d}', t, lambda t:t.scatter_(d,j,torch.arange(100.,112).reshape(2,2,3)))
torch.manual_seed(0)
for shape, of in (((5,2),(5,2)),((5,2),(5,3)),((4,3,2),(4,3,2)),((4,3,2),(4,3,3)),((4,2,2),(4,3,2)),((2,5,2),(2,5,2)),((2,5,1,3),(2,5,1,3)),((2,5,2,2),(2,5,2,2)),((2,5,2,2),(2,5,3,2)),((6,2,2),(6,2,2))):
    for d in range(len(shape)):
        for kind in range(3):
            t=torch.arange(float(torch.tensor(of).prod())).reshape(of)
            j=torch.randint(0,of[d],shape); flat=j.view(-1); flat[flat.numel()//2-1]=99; flat[-3 if flat.numel()>9 else -1]=77; flat[flat.numel()//3*2]=55
            s=torch.arange(float(flat.numel())).reshape(shape)+100
            if kind==0: tryit((shape,of,d),t,lambda t:t.scatter_(d,j,-1.))
            if kind==1: tryit((shape,of,d,'s'),t,lambda t:t.scatter_(d,j,s))
            if kind==2: tryit((shape,of,d,'a'),t,lambda t:t.scatter_add_(d,j,s))
    for d in range(len(of)):
        k=torch.tensor([1,0,50]) ; q=list(of); q[d]=3; s=torch.arange(float(torch.tensor(q).prod())).reshape(q)+100
        for name in ('index_add_','index_copy_'):
            t=torch.arange(float(torch.tensor(of).prod())).reshape(of); tryit((of,d,name),t,lambda t:getattr(t,name)(d,k%of[d] if of[d]==1 else k,s))
        t=torch.arange(float(torch.tensor(of).prod())).reshape(of); tryit((of,d,'fill'),t,lambda t:t.index_fill_(d,k,-7.))
s0=torch.tensor(3.); tryit('0d', s0, lambda t:t.index_fill_(0,torch.tensor([0,4]),9.))
s0=torch.tensor(3.); tryit('0d scatter', s0, lambda t:t.scatter_(0,torch.tensor([0,4]),9.))
s0=torch.tensor(3.); tryit('0d scatter', s0, lambda t:t.scatter_(0,torch.tensor(4),9.))
del j,k,s,t,flat
