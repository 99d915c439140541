import torch
x=torch.tensor([[1.,2.,3.],[4.,5.,6.]])
def t(name,v):
    for k in (0,-1,1):
        try: v[k]
        except Exception as e: print(name,k,e)
    try: v[0]=1
    except Exception as e: print(name,e)
    try: v[-1]=1
    except Exception as e: print(name,e)
    try: v[:]; print(name,'ok')
    except Exception as e: print(name,e)
t('q0',torch.quantile(x[0],.5,0)); t('q0k',torch.quantile(x,.5,keepdim=True).squeeze()); t('qt',torch.quantile(x,torch.tensor(.5)))
t('q detach',torch.quantile(x,.5).detach()); t('q clone',torch.quantile(x,.5).clone()); t('q*2',torch.quantile(x,.5)*2); t('q alias', torch.quantile(x,.5).view_as(torch.tensor(1.)))
w=torch.tensor([2.],requires_grad=True); y=w*2; y.squeeze_(); t('ysq',y); t('ysqd',y.detach())
y=torch.tensor([[2.]]); y.unsqueeze_(0); y.squeeze_(); t('us',y)
y=torch.tensor(2.); y.unsqueeze_(0); y.squeeze_(0); t('us',y)
y=torch.tensor([[[[[[2.]]]]]]); y.squeeze_(); t('6d',y)
y=torch.tensor([2.]); y.squeeze_(); y.resize_(()) if False else None
t('median',x.median()); t('kth',x[0].kthvalue(1)[0]); t('mode',x[0].mode()[0]); t('select',x[0,0]); t('topk',x[0].topk(1)[0][0]); t('mse',torch.nn.functional.mse_loss(x,x*2)); t('ce',torch.nn.functional.cross_entropy(x,torch.tensor([0,1]))); t('trace',x[:,:2].trace()); t('det',x[:,:2].det()); t('dot',x[0]@x[1]); t('norm',x.norm()); t('cosine',torch.cosine_similarity(x[0],x[1],0)); t('dist',torch.dist(x,x)); t('einsum',torch.einsum('i,i',x[0],x[1])); t('tensordot',torch.tensordot(x[0],x[1],1)); t('inner',torch.inner(x[0],x[1])); t('item',torch.tensor(x.sum().item())); t('var',x.var()); t('all',(x>0).all()); t('logsumexp',x[0].logsumexp(0)); t('sum0',x[0].sum(0)); t('max0',x[0].max(0)[0]); t('argmax',x.argmax()); t('maxi',x[0].max(0)[1]); t('modei',x[0].mode()[1]); t('min',x[0].min(0)[0]); t('nanmed',x[0].nanmedian(0)[0]); t('med',x[0].median(0)[1]); t('sml',torch.nn.functional.soft_margin_loss(x,x)); t('sl1',torch.nn.functional.smooth_l1_loss(x,x*2)); t('bcl', torch.nn.functional.binary_cross_entropy(x[:1]*.1,x[:1]*.2)); t('argmax0',x[0].argmax(0)); t('cum',torch.trapz(x[0])); t('nanmedian',x.nanmedian()); t('prod',x.prod()); t('bce',torch.nn.functional.binary_cross_entropy_with_logits(x,x)); t('where',torch.where(x.sum()>0,x.sum(),x.mean())); t('squeeze',x[:1,:1].squeeze()); t('bilinear', torch.nn.functional.linear(x[0],x[1])); t('addmv',torch.mv(x,x[0])[0]); t('vdot',torch.vdot(x[0],x[1])); t('svd',torch.linalg.norm(x,2)); t('mnorm',torch.linalg.matrix_norm(x)); t('logdet',(x[:,:2]).logdet()); t('unique',x.unique()[0]); t('std_mean',torch.std_mean(x)[0]); t('aminmax',torch.aminmax(x)[0]); t('searchs',torch.searchsorted(x[0],2.)); t('cond', torch.linalg.cond(x)); t('cov',torch.cov(x[0])); t('cc',torch.corrcoef(x[0])); t('multi_dot',torch.linalg.multi_dot([x[0],x.T[:, :2],x[0,:2]])); t('slogdet',torch.linalg.slogdet(x[:,:2])[1]); t('chain',torch.chain_matmul(x[:1],x.T[:,:1]).squeeze()); t('bucket',torch.bucketize(torch.tensor(2.),x[0])); t('kl',torch.nn.functional.kl_div(x,x)); t('vecdot',torch.linalg.vecdot(x[0],x[1])); t('solve', torch.linalg.solve(x[:,:2],x[:,0])[0])
