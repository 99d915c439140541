import torch, torch.nn.functional as F, torch.nn as nn
x=torch.ones(2,3); z=torch.ones(2,4,3); a=torch.ones; d=torch.float64
try:
    print(F.layer_norm(x,(4,)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#0#')
try:
    print(F.layer_norm(x,4))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#1#')
try:
    print(F.layer_norm(x,3))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#2#')
try:
    print(F.layer_norm(x,[3]))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#3#')
try:
    print(F.layer_norm(x,(3,),a(4)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#4#')
try:
    print(F.layer_norm(x,(3,),a(3),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#5#')
try:
    print(F.layer_norm(x,()))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#6#')
try:
    print(F.layer_norm(x.double(),(3,),a(3)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#7#')
try:
    print(F.layer_norm(x,(3,),a(3).double()))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#8#')
try:
    print(F.layer_norm(x.int(),(3,)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#9#')
try:
    print(F.layer_norm(a(()),(1,)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#10#')
try:
    print(F.layer_norm(x,(2,3,4)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#11#')
try:
    print(F.batch_norm(x,None,None))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#12#')
try:
    print(F.batch_norm(x,None,None,training=True))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#13#')
try:
    print(F.batch_norm(a(3),None,None,training=True))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#14#')
try:
    print(F.batch_norm(a(1,3),None,None,training=True))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#15#')
try:
    print(F.batch_norm(a(2,3,4)[:1,:,:1],None,None,training=True))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#16#')
try:
    print(F.batch_norm(a(()),None,None,training=True))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#17#')
try:
    print(F.batch_norm(x,a(2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#18#')
try:
    print(F.batch_norm(x,a(3),a(3),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#19#')
try:
    print(F.batch_norm(x,a(3),a(3),a(3),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#20#')
try:
    print(F.batch_norm(x,a(3),None,training=True))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#21#')
try:
    print(F.batch_norm(x.double(),a(3),a(3)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#22#')
try:
    print(F.batch_norm(x,a(3).double(),a(3).double()))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#23#')
try:
    print(F.batch_norm(x.double(),None,None,a(3),training=True))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#24#')
try:
    print(F.batch_norm(x.int(),None,None,training=True))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#25#')
try:
    print(F.group_norm(z,3))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#26#')
try:
    print(F.group_norm(z,2,a(3)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#27#')
try:
    print(F.group_norm(a(3),1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#28#')
try:
    print(F.group_norm(x,1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#29#')
try:
    print(F.group_norm(a(1,3,1),3))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#30#')
try:
    print(F.group_norm(a(1,3),3))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#31#')
try:
    print(F.instance_norm(x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#32#')
try:
    print(F.instance_norm(z))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#33#')
try:
    print(F.instance_norm(z[:,:,:1]))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#34#')
try:
    print(F.embedding(torch.tensor([0,3]),x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#35#')
try:
    print(F.embedding(torch.tensor([0.]),x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#36#')
try:
    print(F.embedding(torch.tensor([-1]),x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#37#')
try:
    print(F.embedding(x,x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#38#')
try:
    print(F.embedding(torch.tensor([0]),a(3)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#39#')
try:
    print(F.embedding(torch.tensor([0]),a(3,2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#40#')
try:
    print(F.embedding(torch.tensor(1),x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#41#')
try:
    print(F.embedding(torch.tensor([0]).int(),x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#42#')
try:
    print(F.embedding([0],x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#43#')
try:
    print(F.embedding(torch.tensor([0]),x,padding_idx=5))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#44#')
try:
    print(F.pad(x,(1,)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#45#')
try:
    print(F.pad(x,(1,1,1,1,1,1)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#46#')
try:
    print(F.pad(x,(-2,-2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#47#')
try:
    print(F.pad(x,(-2,-1)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#48#')
try:
    print(F.pad(x,(1,1),mode='foo'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#49#')
try:
    print(F.pad(x,(1,1),mode='reflect',value=1.))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#51#')
try:
    print(F.pad(x,[1,1],'constant',2))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#52#')
try:
    print(F.pad(x,()))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#53#')
try:
    print(F.pad(x.int(),(1,1),value=2.5))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#54#')
try:
    print(F.pad(x>0,(1,1)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#55#')
try:
    print(F.pad(x,1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#56#')
try:
    print(F.pad(a(()),(1,1)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#57#')
try:
    print(torch.constant_pad_nd(x,(1,1),3) if hasattr(torch,'constant_pad_nd') else 0)
except Exception as e_:
    print(type(e_).__name__, e_)
print('#58#')
try:
    print(F.glu(x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#59#')
try:
    print(F.glu(x,0))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#60#')
try:
    print(F.glu(x,5))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#61#')
try:
    print(F.glu(a(())))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#62#')
try:
    print(F.glu(torch.ones(4).int()))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#63#')
try:
    print(F.hinge_embedding_loss(x,a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#64#')
try:
    print(F.soft_margin_loss(x,a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#65#')
try:
    print(F.soft_margin_loss(x,a(2,1)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#66#')
try:
    print(F.soft_margin_loss(x.int(),x.int()))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#67#')
try:
    print(F.margin_ranking_loss(x,x,a(2,1)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#68#')
try:
    print(F.margin_ranking_loss(x,a(3),a(2,3)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#69#')
try:
    print(F.margin_ranking_loss(x,x,x,reduction='foo'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#70#')
try:
    print(F.triplet_margin_loss(x,x,a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#71#')
try:
    print(F.triplet_margin_loss(x,a(3),x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#72#')
try:
    print(F.triplet_margin_loss(x,a(2,2),x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#73#')
try:
    print(F.triplet_margin_loss(a(()),a(()),a(())))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#74#')
try:
    print(F.cosine_embedding_loss(x,x,a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#75#')
try:
    print(F.cosine_embedding_loss(x,x,a(2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#76#')
try:
    print(F.cosine_embedding_loss(a(3),x,a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#77#')
try:
    print(F.cosine_embedding_loss(a(3),a(3),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#78#')
try:
    print(F.cosine_embedding_loss(a(()),a(()),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#79#')
try:
    print(F.cosine_embedding_loss(z,z,a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#80#')
try:
    print(F.cosine_embedding_loss(x,a(2,1),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#81#')
try:
    print(F.gaussian_nll_loss(x,x,a(3)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#82#')
try:
    print(F.gaussian_nll_loss(x,x,a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#83#')
try:
    print(F.gaussian_nll_loss(x,x,a(2,1)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#84#')
try:
    print(F.gaussian_nll_loss(x,x,-a(2,3)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#85#')
try:
    print(F.gaussian_nll_loss(x,x,a(2,3),reduction='foo'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#86#')
try:
    print(F.gaussian_nll_loss(x,x,a(())))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#87#')
try:
    print(F.poisson_nll_loss(x,a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#88#')
try:
    print(F.poisson_nll_loss(x,x,reduction='foo'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#89#')
try:
    print(F.poisson_nll_loss(x,x,full=True))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#90#')
try:
    print(F.poisson_nll_loss(x,x,log_input=False))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#91#')
try:
    print(F.pairwise_distance(x,a(3)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#92#')
try:
    print(F.pairwise_distance(x,a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#93#')
try:
    print(torch.cdist(x,a(2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#94#')
try:
    print(torch.cdist(x,a(3)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#95#')
try:
    print(torch.cdist(x,a(4,3),p=-1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#96#')
try:
    print(torch.cdist(x,a(4,3)*2))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#97#')
try:
    print(torch.cdist(x,a(4,3)*2,p=1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#98#')
try:
    print(torch.cdist(x,a(4,3)*2,p=float('inf')))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#99#')
try:
    print(torch.cdist(x,a(4,3)*2,p=0))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#100#')
try:
    print(torch.cdist(x,a(4,3)*2,p=3))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#101#')
try:
    print(torch.cdist(z,z+1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#102#')
try:
    print(torch.cdist(x,x.double()))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#103#')
try:
    print(torch.cdist(x.int(),x.int()))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#104#')
try:
    print(torch.cdist(z,x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#105#')
try:
    print(torch.cov(z))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#106#')
try:
    print(torch.cov(x>0))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#107#')
try:
    print(torch.cov(x.int()))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#108#')
try:
    print(torch.cov(a(())))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#109#')
try:
    print(torch.cov(a(1)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#110#')
try:
    print(torch.cov(x,correction=5))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#111#')
try:
    print(torch.cov(x,fweights=a(3)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#112#')
try:
    print(torch.cov(x,fweights=torch.tensor([1,2])))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#113#')
try:
    print(torch.cov(x,fweights=torch.tensor([1,2,-1])))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#114#')
try:
    print(torch.cov(x,aweights=torch.tensor([1,2])))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#115#')
try:
    print(torch.cov(x,aweights=torch.tensor([1,2,-1.])))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#116#')
try:
    print(torch.corrcoef(z))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#117#')
try:
    print(torch.corrcoef(a(())))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#118#')
try:
    print(torch.corrcoef(a(3)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#119#')
try:
    print(torch.block_diag())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#120#')
try:
    print(torch.block_diag(a(()),a(0)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#121#')
try:
    print(torch.block_diag(z))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#122#')
try:
    print(torch.block_diag(x,x.int()))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#123#')
try:
    print(x.clone().fill_diagonal_(5))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#140#')
try:
    print(x.clone().fill_diagonal_(5.,wrap=True))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#141#')
try:
    print(a(5,2).fill_diagonal_(5.,wrap=True))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#142#')
try:
    print(a(3).fill_diagonal_(5))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#143#')
try:
    print(a(()).fill_diagonal_(5))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#144#')
try:
    print(z.clone().fill_diagonal_(5))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#145#')
try:
    print(a(2,2,2).fill_diagonal_(5))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#146#')
try:
    print(x.clone().fill_diagonal_())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#147#')
try:
    print(x.int().fill_diagonal_(2.5))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#148#')
try:
    print(x.clone().cumsum_(5))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#149#')
try:
    print(x.clone().cumsum_(0,dtype=d))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#150#')
try:
    print(x.clone().cumsum_(dim=1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#151#')
try:
    print(x.int().cumsum_(1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#152#')
try:
    print(x.int().cumprod_(1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#153#')
try:
    print((x>0).cumsum_(1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#154#')
try:
    print(x.clone().addmm_(x,x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#155#')
try:
    print(x.clone().addmm_(a(2,2),x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#156#')
try:
    print(x.clone().addmm_(a(2,2),x,beta=2,alpha=3))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#157#')
try:
    print(a(3).addmm_(a(2,2),x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#158#')
try:
    print(a(2).addmv_(a(2,2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#159#')
try:
    print(a(1).addmv_(a(2,2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#160#')
try:
    print(a(2,2).addr_(a(2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#161#')
try:
    print(a(2,2,2).baddbmm_(a(2,2,2),a(2,2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#162#')
try:
    print(a(2,2).addbmm_(a(2,2,2),a(2,2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#163#')
try:
    print(a(2).addr_(a(2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#164#')
try:
    print(nn.LayerNorm(3))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#165#')
try:
    print(nn.LayerNorm((2,3),eps=1e-3,elementwise_affine=False))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#166#')
try:
    print(nn.BatchNorm1d(3))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#167#')
try:
    print(nn.BatchNorm1d(3)(a(3)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#168#')
try:
    print(nn.BatchNorm1d(3)(a(2,3,4,5)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#169#')
try:
    print(nn.BatchNorm1d(3)(a(2,4)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#170#')
try:
    print(nn.BatchNorm2d(3))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#171#')
try:
    print(nn.BatchNorm2d(3)(x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#172#')
try:
    print(nn.BatchNorm1d(3).state_dict())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#173#')
try:
    print(nn.GroupNorm(2,4))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#174#')
try:
    print(nn.Embedding(4,3))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#175#')
try:
    print(nn.Embedding(4,3,padding_idx=0))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#176#')
try:
    print(nn.Dropout(0.2))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#177#')
try:
    print(nn.GLU())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#178#')
try:
    print(nn.PairwiseDistance())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#179#')
try:
    print(nn.CosineSimilarity())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#180#')
try:
    print(nn.ConstantPad1d(1,2.))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#181#')
try:
    print(nn.ZeroPad2d(1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#182#')
try:
    print(nn.TripletMarginLoss())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#183#')
try:
    print(nn.SoftMarginLoss())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#184#')
try:
    print(nn.PoissonNLLLoss())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#185#')
try:
    print(nn.GaussianNLLLoss())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#186#')
try:
    print(nn.HingeEmbeddingLoss())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#187#')
try:
    print(nn.MarginRankingLoss())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#188#')
try:
    print(nn.CosineEmbeddingLoss())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#189#')
try:
    print(nn.MultiLabelSoftMarginLoss())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#190#')
