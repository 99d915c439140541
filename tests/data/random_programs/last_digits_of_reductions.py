import torch, torch.nn.functional as F
torch.manual_seed(0)
def show(n,t): print(n, t.flatten()[:3].tolist())
for n in (1,4,5,7,9,13,20,33):
    a=torch.randn(n); b=torch.randn(n); A=torch.randn(6,n); B=torch.randn(n,5); C=torch.randn(6,n)
    for q in (1,2,float('inf')): show((n,'norm',q), a.norm(q)); show((n,'norm',q), A.norm(q)); show((n,'norm',q), A.norm(q,0)); show((n,'norm',q), A.norm(q,1)); show((n,'dist',q), torch.dist(a,b,q))
    show((n,'sum'),a.sum()); show((n,'mean'),A.mean(0)); show((n,'mean'),A.mean(1)); show((n,'var'),a.var() if n>1 else a); show((n,'var0'),A.var(0)); show((n,'var1'),A.var(1)); show((n,'std'),A.std())
    show((n,'prod'),a.prod()); show((n,'prod0'),A.prod(0)); show((n,'prod1'),A.prod(1)); show((n,'cumsum'),a.cumsum(0)); show((n,'cumprod'),A.cumprod(1))
    show((n,'dot'),a@b); show((n,'mv'),A@a); show((n,'vm'),a@B); show((n,'mm'),A@B); show((n,'mmt'),A@C.t()); show((n,'outer'),torch.outer(a,b)); show((n,'bmm'),torch.bmm(A.unsqueeze(0),B.unsqueeze(0))); show((n,'lin'),F.linear(A,C)); show((n,'linb'),F.linear(A,C,torch.randn(6)))
    show((n,'mse'),F.mse_loss(A,C)); show((n,'mses'),F.mse_loss(A,C,reduction='sum')); show((n,'l1'),F.l1_loss(A,C)); show((n,'sl1'),F.smooth_l1_loss(A,C)); show((n,'hub'),F.huber_loss(A,C))
    show((n,'cos'),F.cosine_similarity(A,C)); show((n,'normalize'),F.normalize(A)); show((n,'ein'),torch.einsum('ij,ij->i',A,C)); show((n,'ein2'),torch.einsum('ij,ij->',A,C)); show((n,'pd'),F.pairwise_distance(A,C))
    show((n,'ln'),F.layer_norm(A,(n,))); show((n,'bn'),F.batch_norm(A,None,None,training=True)); show((n,'sqm'),(A*A).mean()); show((n,'sqs'),(a**2).sum()); show((n,'lerp'),torch.lerp(a,b,.3)); show((n,'addcmul'),torch.addcmul(a,a,b,value=.5)); show((n,'sig'),1/(1+a*a)); show((n,'sqrt'),(a*a+b*b).sqrt()); show((n,'rsqrt'),(a*a+1).rsqrt()); show((n,'hyp'),torch.hypot(a,b)); show((n,'p3'),a**3); show((n,'p-1'),a**-1); show((n,'p.5'),a.abs()**.5); show((n,'rec'),a.reciprocal()); show((n,'div'),a/b); show((n,'rem'),a%b); show((n,'fmod'),a.fmod(b)); show((n,'fd'),a//b)
    x=A.clone().requires_grad_(); F.mse_loss(x@B, torch.ones(6,5)).backward(); show((n,'g'),x.grad); x.grad=None
    ((x-x.mean(1,keepdim=True))/x.std(1,keepdim=True)).pow(3).sum().backward() if n>1 else None; show((n,'g2'),x.grad if n>1 else x); x.grad=None
    x.norm().backward(); show((n,'g3'),x.grad); x.grad=None
    F.layer_norm(x,(n,)).pow(3).sum().backward(); show((n,'g4'),x.grad); x.grad=None
    F.normalize(x).pow(3).sum().backward(); show((n,'g5'),x.grad); x.grad=None
    F.cosine_similarity(x,C).sum().backward(); show((n,'g6'),x.grad); x.grad=None
    x.prod(1).sum().backward(); show((n,'g7'),x.grad); x.grad=None
    x.cumsum(1).pow(2).sum().backward(); show((n,'g8'),x.grad); x.grad=None
    x.var(0).sum().backward(); show((n,'g9'),x.grad); x.grad=None
