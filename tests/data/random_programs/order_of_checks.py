import torch
import torch.nn.functional as F
a=torch.ones
try:
    print(torch.addbmm(a(2),a(2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#0#')
try:
    print(torch.addbmm(a(2,2),a(2,2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#1#')
try:
    print(torch.addbmm(a(2,2),a(2,2),a(2,2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#2#')
try:
    print(torch.addbmm(a(2,2),a(2,2,2),a(2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#3#')
try:
    print(torch.addbmm(a(3),a(2,2,2),a(2,2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#4#')
try:
    print(torch.addbmm(a(1,3),a(2,2,2),a(2,3,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#5#')
try:
    print(torch.addbmm(a(3,3),a(2,2,2),a(2,2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#6#')
try:
    print(torch.addbmm(a(3,3),a(2,2,2),a(3,2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#7#')
try:
    print(torch.addbmm(a(1,3),a(2,2,2),a(2,2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#8#')
try:
    print(torch.addbmm(a(1,3,3),a(2,2,2),a(2,2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#9#')
try:
    print(torch.addbmm(a(()),a(2,2,2),a(2,2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#10#')
try:
    print(torch.addbmm(a(()),a(()),a(2,2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#11#')
try:
    print(torch.addbmm(a(()),a(2,2,2),a(())))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#12#')
try:
    print(torch.baddbmm(a(2),a(2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#13#')
try:
    print(torch.baddbmm(a(2,2),a(2,2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#14#')
try:
    print(torch.baddbmm(a(2,2),a(2,2),a(2,2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#15#')
try:
    print(torch.baddbmm(a(2,2),a(2,2,2),a(2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#16#')
try:
    print(torch.baddbmm(a(3),a(2,2,2),a(2,2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#17#')
try:
    print(torch.baddbmm(a(1,3),a(2,2,2),a(2,3,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#18#')
try:
    print(torch.baddbmm(a(3,3),a(2,2,2),a(2,2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#19#')
try:
    print(torch.baddbmm(a(3,3),a(2,2,2),a(3,2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#20#')
try:
    print(torch.baddbmm(a(1,1,3,3),a(2,2,2),a(2,2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#21#')
try:
    print(torch.baddbmm(a(()),a(()),a(2,2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#22#')
try:
    print(torch.baddbmm(a(()),a(2,2,2),a(())))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#23#')
try:
    print(torch.baddbmm(a(()),a(2,2),a(())))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#24#')
try:
    print(torch.baddbmm(a(()),a(2,2,2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#25#')
try:
    print(torch.baddbmm(a(()),a(2),a(2,2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#26#')
try:
    print(torch.addmv(a(2),a(2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#27#')
try:
    print(torch.addmv(a(2,2),a(2,2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#28#')
try:
    print(torch.addmv(a(3),a(2,2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#29#')
try:
    print(torch.addmv(a(3),a(2,2),a(3)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#30#')
try:
    print(torch.addmv(a(()),a(2,2),a(2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#31#')
try:
    print(torch.addmv(a(1),a(()),a(2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#32#')
try:
    print(torch.addmv(a(1,2,3),a(2,2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#33#')
try:
    print(torch.addmm(a(2),a(2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#34#')
try:
    print(torch.addmm(a(2),a(2,2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#35#')
try:
    print(torch.addmm(a(3),a(2,2),a(2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#36#')
try:
    print(torch.addmm(a(3),a(2,2),a(3,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#37#')
try:
    print(torch.addmm(a(1,2,2),a(2,2),a(2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#38#')
try:
    print(torch.addmm(a(()),a(2,2),a(2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#39#')
try:
    print(torch.addmm(a(3,3),a(2,2),a(2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#40#')
try:
    print(torch.addr(a(2),a(2),a(2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#41#')
try:
    print(torch.addr(a(3),a(2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#42#')
try:
    print(torch.addr(a(3),a(2,2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#43#')
try:
    print(torch.addr(a(1,2,2),a(2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#44#')
try:
    print(torch.addr(a(3,2),a(2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#45#')
try:
    print(torch.chain_matmul(a(2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#46#')
try:
    print(torch.chain_matmul(a(2,2),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#47#')
try:
    print(torch.chain_matmul(a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#48#')
try:
    print(torch.chain_matmul(a(()),a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#49#')
try:
    print(torch.chain_matmul(a(2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#50#')
try:
    print(torch.chain_matmul(a(2,2,2),a(2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#51#')
try:
    print(a(()).expand(4,-1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#52#')
try:
    print(a(()).expand(-1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#53#')
try:
    print(a(()).expand(-1,4))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#54#')
try:
    print(a(3).expand(-1,3))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#55#')
try:
    print(a(3).expand(4,-2))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#56#')
try:
    print(a(3).expand(-1,-1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#57#')
try:
    print(a(()).expand(2,-1,3))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#58#')
try:
    print(a(2).expand(-1,4,2))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#59#')
try:
    print(a(()).repeat_interleave(2,dim=1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#61#')
try:
    print(a(()).repeat_interleave(2,dim=0))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#62#')
try:
    print(a(()).repeat_interleave(2,dim=-1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#63#')
try:
    print(a(()).repeat_interleave(2,dim=-2))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#64#')
try:
    print(a(3).repeat_interleave(2,dim=1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#65#')
try:
    print(a(()).repeat_interleave(torch.tensor([2]),dim=1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#66#')
try:
    print(a(()).repeat_interleave(torch.tensor([2,3]),dim=0))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#67#')
try:
    print(a(()).repeat_interleave(torch.tensor([2,3]),dim=2))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#68#')
try:
    print(torch.tril(a(())))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#69#')
try:
    print(torch.triu(a(())))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#70#')
try:
    print(torch.tril(a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#71#')
try:
    print(torch.triu(a(2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#72#')
try:
    print(a(2).tril_())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#73#')
try:
    print(a(()).tril_())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#74#')
try:
    print(a(()).triu_())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#75#')
try:
    print(a(()).swapaxes_(0,1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#76#')
try:
    print(a(()).requires_grad_().swapaxes_(0,1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#77#')
try:
    print(a(2).requires_grad_().t_())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#78#')
try:
    print(a(2).requires_grad_().unsqueeze_(5))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#79#')
try:
    print(a(2).requires_grad_().squeeze_(5))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#80#')
try:
    print(a(2).requires_grad_().transpose_(5,1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#81#')
try:
    print(a(2,2,2).requires_grad_().t_())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#82#')
try:
    print(a(2,2,2).t_())
except Exception as e_:
    print(type(e_).__name__, e_)
print('#83#')
try:
    print(torch.meshgrid(a(2,2)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#84#')
try:
    print(torch.meshgrid(a(2),a(2,2,requires_grad=True),indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#85#')
try:
    print(torch.meshgrid(a(2),a(2,2,2)*1.5,indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#86#')
try:
    print(torch.meshgrid(a(2),a(2,2).int(),indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#87#')
try:
    print(torch.meshgrid(a(2),a(2,2).double(),indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#88#')
try:
    print(torch.meshgrid(a(2),a(2,2)>0,indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#89#')
try:
    print(torch.meshgrid(a(2),a(2,2)*1000.5,indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#90#')
try:
    print(torch.meshgrid(a(2),a(2,20)*1000.5,indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#91#')
try:
    print(torch.meshgrid(a(2),torch.tensor([[1e10,1]]),indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#92#')
try:
    print(torch.meshgrid(a(2),torch.tensor([[1.5,-1000000]]),indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#93#')
try:
    print(torch.meshgrid(a(2),torch.tensor([[float('nan'),float('inf'),1]]),indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#94#')
try:
    print(torch.meshgrid(a(2),torch.empty(0,2),indexing='ij'))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#95#')
try:
    print(a(2,requires_grad=True).view(-1).copy_(a(3,3)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#96#')
try:
    print(a(2,requires_grad=True).copy_(a(3,3)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#97#')
try:
    print(a(2,requires_grad=True).view(-1).add_(a(3,3)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#98#')
try:
    print(a(2,requires_grad=True).add_(a(3)))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#99#')
