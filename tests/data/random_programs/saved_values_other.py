import torch
import torch.nn.functional as F
B = [[2.0, 0.5, 1.0], [0.25, 1.5, 3.0], [0.7, 0.1, 0.9]]
i = torch.tensor([0, 2])
t = torch.tensor([0, 2, 1])
w = torch.tensor([[0.1, 0.2, 0.3], [0.5, 0.5, 0.5], [0.3, 0.6, 0.9]])
fs = [
    ('x*w', lambda x, w: x*w),
    ('x/w', lambda x, w: x/w),
    ('x%w', lambda x, w: x%w),
    ('x**w', lambda x, w: x**w),
    ('x.clamp(min=w)', lambda x, w: x.clamp(min=w)),
    ('torch.maximum(x,w)', lambda x, w: torch.maximum(x,w)),
    ('torch.minimum(x,w)', lambda x, w: torch.minimum(x,w)),
    ('torch.fmax(x,w)', lambda x, w: torch.fmax(x,w)),
    ('torch.max(x,w)', lambda x, w: torch.max(x,w)),
    ('torch.where(x>1,x,w)', lambda x, w: torch.where(x>1,x,w)),
    ('torch.lerp(x,w,0.5)', lambda x, w: torch.lerp(x,w,0.5)),
    ('torch.lerp(x,w,w)', lambda x, w: torch.lerp(x,w,w)),
    ('torch.addcmul(x,w,w)', lambda x, w: torch.addcmul(x,w,w)),
    ('torch.addcmul(x,x,w)', lambda x, w: torch.addcmul(x,x,w)),
    ('torch.addcdiv(x,w,w)', lambda x, w: torch.addcdiv(x,w,w)),
    ('torch.atan2(x,w)', lambda x, w: torch.atan2(x,w)),
    ('torch.hypot(x,w)', lambda x, w: torch.hypot(x,w)),
    ('torch.logaddexp(x,w)', lambda x, w: torch.logaddexp(x,w)),
    ('torch.xlogy(x,w)', lambda x, w: torch.xlogy(x,w)),
    ('x@w', lambda x, w: x@w),
    ('x.mm(w)', lambda x, w: x.mm(w)),
    ('x.mv(w[0])', lambda x, w: x.mv(w[0])),
    ('x[0].dot(w[0])', lambda x, w: x[0].dot(w[0])),
    ('torch.outer(x[0],w[0])', lambda x, w: torch.outer(x[0],w[0])),
    ('x[None].bmm(w[None])', lambda x, w: x[None].bmm(w[None])),
    ('torch.tensordot(x,w,1)', lambda x, w: torch.tensordot(x,w,1)),
    ('torch.addmm(x,w,w)', lambda x, w: torch.addmm(x,w,w)),
    ('torch.addmm(w,x,x)', lambda x, w: torch.addmm(w,x,x)),
    ('torch.baddbmm(x[None],w[None],w[None])', lambda x, w: torch.baddbmm(x[None],w[None],w[None])),
    ('torch.cross(x,w)', lambda x, w: torch.cross(x,w)),
    ('torch.kron(x,w)', lambda x, w: torch.kron(x,w)),
    ('torch.linalg.solve(x,w)', lambda x, w: torch.linalg.solve(x,w)),
    ('torch.hstack([x,w])', lambda x, w: torch.hstack([x,w])),
    ('torch.cdist(x,w)', lambda x, w: torch.cdist(x,w)),
    ('torch.dist(x,w)', lambda x, w: torch.dist(x,w)),
    ('F.prelu(x,w[0,:1])', lambda x, w: F.prelu(x,w[0,:1])),
    ('F.mse_loss(x,w)', lambda x, w: F.mse_loss(x,w)),
    ('F.l1_loss(x,w)', lambda x, w: F.l1_loss(x,w)),
    ('F.smooth_l1_loss(x,w)', lambda x, w: F.smooth_l1_loss(x,w)),
    ('F.huber_loss(x,w)', lambda x, w: F.huber_loss(x,w)),
    ('F.kl_div(x,w)', lambda x, w: F.kl_div(x,w)),
    ('F.cross_entropy(x,w)', lambda x, w: F.cross_entropy(x,w)),
    ('F.binary_cross_entropy(x.sigmoid(),w)', lambda x, w: F.binary_cross_entropy(x.sigmoid(),w)),
    ('F.binary_cross_entropy_with_logits(x,w)', lambda x, w: F.binary_cross_entropy_with_logits(x,w)),
    ('F.soft_margin_loss(x,w)', lambda x, w: F.soft_margin_loss(x,w)),
    ('F.hinge_embedding_loss(x,w)', lambda x, w: F.hinge_embedding_loss(x,w)),
    ('F.margin_ranking_loss(x,w,w)', lambda x, w: F.margin_ranking_loss(x,w,w)),
    ('F.poisson_nll_loss(x,w)', lambda x, w: F.poisson_nll_loss(x,w)),
    ('F.gaussian_nll_loss(x,w,w)', lambda x, w: F.gaussian_nll_loss(x,w,w)),
    ('F.cosine_similarity(x,w)', lambda x, w: F.cosine_similarity(x,w)),
    ('F.pairwise_distance(x,w)', lambda x, w: F.pairwise_distance(x,w)),
    ('F.linear(x,w)', lambda x, w: F.linear(x,w)),
    ('F.linear(w,x)', lambda x, w: F.linear(w,x)),
    ('F.linear(w,w,x[0])', lambda x, w: F.linear(w,w,x[0])),
    ('F.cosine_embedding_loss(x,w,torch.tensor([1,1,-1]))', lambda x, w: F.cosine_embedding_loss(x,w,torch.tensor([1,1,-1]))),
    ('F.triplet_margin_loss(x,w,w)', lambda x, w: F.triplet_margin_loss(x,w,w)),
    ('x.scatter(0,i[None],w[:1,:2])', lambda x, w: x.scatter(0,i[None],w[:1,:2])),
    ('x.scatter_add(0,i[None],w[:1,:2])', lambda x, w: x.scatter_add(0,i[None],w[:1,:2])),
    ('x.index_add(0,i,w[:2])', lambda x, w: x.index_add(0,i,w[:2])),
    ('x.index_copy(0,i,w[:2])', lambda x, w: x.index_copy(0,i,w[:2])),
    ('x.masked_scatter(x>1,w)', lambda x, w: x.masked_scatter(x>1,w)),
    ('x.put(i,w[0,:2])', lambda x, w: x.put(i,w[0,:2])),
    ('x.view_as(w)', lambda x, w: x.view_as(w)),
    ('x.expand_as(w)', lambda x, w: x.expand_as(w)),
    ('torch.linalg.multi_dot([x,w,x])', lambda x, w: torch.linalg.multi_dot([x,w,x])),
    ('torch.chain_matmul(x,w)', lambda x, w: torch.chain_matmul(x,w)),
    ('torch.cartesian_prod(x[0],w[0])', lambda x, w: torch.cartesian_prod(x[0],w[0])),
    ('x.copysign(w)', lambda x, w: x.copysign(w)),
    ('x.fmod(w)', lambda x, w: x.fmod(w)),
    ('x.remainder(w)', lambda x, w: x.remainder(w)),
    ('torch.vdot(x[0],w[0])', lambda x, w: torch.vdot(x[0],w[0])),
    ('torch.inner(x,w)', lambda x, w: torch.inner(x,w)),
    ('w*x', lambda x, w: w*x),
    ('w-x', lambda x, w: w-x),
    ('w+x', lambda x, w: w+x),
    ('w/x', lambda x, w: w/x),
    ('w**x', lambda x, w: w**x),
    ('w%x', lambda x, w: w%x),
    ('torch.where(x>1,w,x)', lambda x, w: torch.where(x>1,w,x)),
    ('torch.lerp(w,x,0.5)', lambda x, w: torch.lerp(w,x,0.5)),
    ('torch.lerp(w,w,x)', lambda x, w: torch.lerp(w,w,x)),
    ('torch.lerp(w,x,w)', lambda x, w: torch.lerp(w,x,w)),
    ('torch.addcmul(w,x,w)', lambda x, w: torch.addcmul(w,x,w)),
    ('torch.addcmul(w,w,x)', lambda x, w: torch.addcmul(w,w,x)),
    ('torch.addcdiv(w,x,w)', lambda x, w: torch.addcdiv(w,x,w)),
    ('torch.addcdiv(w,w,x)', lambda x, w: torch.addcdiv(w,w,x)),
    ('torch.atan2(w,x)', lambda x, w: torch.atan2(w,x)),
    ('torch.hypot(w,x)', lambda x, w: torch.hypot(w,x)),
    ('torch.xlogy(w,x)', lambda x, w: torch.xlogy(w,x)),
    ('w@x', lambda x, w: w@x),
    ('w.mv(x[0])', lambda x, w: w.mv(x[0])),
    ('w[0].dot(x[0])', lambda x, w: w[0].dot(x[0])),
    ('torch.addmm(w,x,w)', lambda x, w: torch.addmm(w,x,w)),
    ('torch.addmm(w,w,x)', lambda x, w: torch.addmm(w,w,x)),
    ('torch.baddbmm(w[None],x[None],w[None])', lambda x, w: torch.baddbmm(w[None],x[None],w[None])),
    ('torch.linalg.solve(w+torch.eye(3),x)', lambda x, w: torch.linalg.solve(w+torch.eye(3),x)),
    ('F.mse_loss(w,x)', lambda x, w: F.mse_loss(w,x)),
    ('F.smooth_l1_loss(w,x)', lambda x, w: F.smooth_l1_loss(w,x)),
    ('F.huber_loss(w,x)', lambda x, w: F.huber_loss(w,x)),
    ('F.kl_div(w,x)', lambda x, w: F.kl_div(w,x)),
    ('F.binary_cross_entropy(w,x.sigmoid())', lambda x, w: F.binary_cross_entropy(w,x.sigmoid())),
    ('F.binary_cross_entropy_with_logits(w,x)', lambda x, w: F.binary_cross_entropy_with_logits(w,x)),
    ('F.gaussian_nll_loss(w,x,w)', lambda x, w: F.gaussian_nll_loss(w,x,w)),
    ('F.gaussian_nll_loss(w,w,x)', lambda x, w: F.gaussian_nll_loss(w,w,x)),
    ('F.prelu(w,x[0,:1])', lambda x, w: F.prelu(w,x[0,:1])),
    ('F.linear(w,x)', lambda x, w: F.linear(w,x)),
    ('F.linear(w,w,x[0])', lambda x, w: F.linear(w,w,x[0])),
    ('F.layer_norm(w,(3,),x[0])', lambda x, w: F.layer_norm(w,(3,),x[0])),
    ('F.layer_norm(w,(3,),x[0],x[1])', lambda x, w: F.layer_norm(w,(3,),x[0],x[1])),
    ('F.batch_norm(w,None,None,x[0],x[1],training=True)', lambda x, w: F.batch_norm(w,None,None,x[0],x[1],training=True)),
    ('torch.cdist(w,x)', lambda x, w: torch.cdist(w,x)),
    ('torch.dist(w,x)', lambda x, w: torch.dist(w,x)),
    ('torch.cross(w,x)', lambda x, w: torch.cross(w,x)),
    ('torch.kron(w,x)', lambda x, w: torch.kron(w,x)),
    ('torch.maximum(w,x)', lambda x, w: torch.maximum(w,x)),
    ('w.scatter(0,i[None],x[:1,:2])', lambda x, w: w.scatter(0,i[None],x[:1,:2])),
    ('w.scatter_add(0,i[None],x[:1,:2])', lambda x, w: w.scatter_add(0,i[None],x[:1,:2])),
    ('w.index_add(0,i,x[:2])', lambda x, w: w.index_add(0,i,x[:2])),
    ('w.index_copy(0,i,x[:2])', lambda x, w: w.index_copy(0,i,x[:2])),
    ('w.masked_scatter(w>0.4,x)', lambda x, w: w.masked_scatter(w>0.4,x)),
    ('w.put(i,x[0,:2])', lambda x, w: w.put(i,x[0,:2])),
    ('w.masked_fill(w>0.4,x[0,0])', lambda x, w: w.masked_fill(w>0.4,x[0,0])),
    ('w.index_put((i,),x[:2])', lambda x, w: w.index_put((i,),x[:2])),
    ('torch.copysign(w,x)', lambda x, w: torch.copysign(w,x)),
    ('torch.fmod(w,x)', lambda x, w: torch.fmod(w,x)),
    ('torch.remainder(w,x)', lambda x, w: torch.remainder(w,x)),
    ('torch.logaddexp(w,x)', lambda x, w: torch.logaddexp(w,x)),
    ('F.cross_entropy(w,x)', lambda x, w: F.cross_entropy(w,x)),
    ('F.cosine_similarity(w,x)', lambda x, w: F.cosine_similarity(w,x)),
    ('F.pairwise_distance(w,x)', lambda x, w: F.pairwise_distance(w,x)),
    ('F.embedding(t,x)', lambda x, w: F.embedding(t,x)),
    ('torch.outer(w[0],x[0])', lambda x, w: torch.outer(w[0],x[0])),
    ('torch.addr(w,x[0],w[0])', lambda x, w: torch.addr(w,x[0],w[0])),
    ('torch.addmv(w[0],x,w[0])', lambda x, w: torch.addmv(w[0],x,w[0])),
    ('torch.addmv(w[0],w,x[0])', lambda x, w: torch.addmv(w[0],w,x[0])),
    ('torch.clamp(w,min=x)', lambda x, w: torch.clamp(w,min=x)),
    ('torch.clamp(w,x,x+1)', lambda x, w: torch.clamp(w,x,x+1)),
    ('torch.fmin(w,x)', lambda x, w: torch.fmin(w,x)),
    ('F.poisson_nll_loss(w,x)', lambda x, w: F.poisson_nll_loss(w,x)),
    ('torch.ldexp(w,x)', lambda x, w: torch.ldexp(w,x)),
    ('torch.float_power(w,x)', lambda x, w: torch.float_power(w,x)),
    ('w.expand_as(x)+x', lambda x, w: w.expand_as(x)+x),
    ('torch.bmm(w[None],x[None])', lambda x, w: torch.bmm(w[None],x[None])),
    ('torch.einsum(\'ij,jk->ik\',w,x)', lambda x, w: torch.einsum('ij,jk->ik',w,x)),
    ('F.margin_ranking_loss(w,x,w)', lambda x, w: F.margin_ranking_loss(w,x,w)),
    ('F.triplet_margin_loss(w,x,w)', lambda x, w: F.triplet_margin_loss(w,x,w)),
    ('torch.special.xlog1py(w,x)', lambda x, w: torch.special.xlog1py(w,x)),
    ('torch.hstack([w,x])', lambda x, w: torch.hstack([w,x])),
    ('torch.vdot(w[0],x[0])', lambda x, w: torch.vdot(w[0],x[0])),
    ('torch.tensordot(w,x,1)', lambda x, w: torch.tensordot(w,x,1)),
]
def tell(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ' ' + str(e)[:190].replace('\n', ' ')
for s, f in fs:
    def twice():
        x = torch.tensor(B, requires_grad=True)
        y = f(x, w)
        y.sum().backward()
        y.sum().backward()
        return 'twice'
    def changed_input():
        x0 = torch.tensor(B, requires_grad=True)
        x = x0 * 1
        y = f(x, w)
        x.add_(1)
        y.sum().backward()
        return 'input fine'
    def changed_output():
        x = torch.tensor(B, requires_grad=True)
        y = f(x, w)
        y.mul_(2)
        y.sum().backward()
        return 'output fine'
    def changed_other():
        x = torch.tensor(B, requires_grad=True)
        w2 = w.clone()
        y = f(x, w2)
        w2.add_(1)
        y.sum().backward()
        return 'other fine'
    print(s, '|', tell(twice), '|', tell(changed_input), '|', tell(changed_output), '|', tell(changed_other))
