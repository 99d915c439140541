# SPDX-License-Identifier: GPL-3.0-or-later
# The dtype that each operation gives for each.
import torch
import torch.nn.functional as F
ts = {'b': torch.tensor([True, False]), 'i': torch.tensor([1,2],dtype=torch.int32), 'l': torch.tensor([1,2]), 'f': torch.tensor([.5,.25]), 'd': torch.tensor([.5,.25],dtype=torch.float64)}
def res(f,*a):
    try: 
        r=f(*a)
        return str(r.dtype)[6:] if isinstance(r, torch.Tensor) else str(type(r).__name__)
    except Exception as e: return type(e).__name__+': '+str(e)[:150].replace('\n','|')
U="abs neg positive sign sgn signbit floor ceil round trunc frac square sqrt exp exp2 sin sigmoid tanh relu reciprocal rsqrt logit sinc deg2rad erf lgamma digamma erfinv logical_not bitwise_not isnan isinf isfinite isreal nan_to_num selu celu angle log".split()
groups={}
for n in U:
    k=' '.join(k+'='+res(getattr(torch,n),t) for k,t in ts.items())
    groups.setdefault(k,[]).append(n)
for k,n in groups.items(): print(n,'\n   ',k)
print('--- F')
groups={}
for n in "softplus elu leaky_relu gelu silu mish hardtanh relu6 logsigmoid hardsigmoid hardswish softshrink hardshrink threshold".split():
    f=getattr(F,n)
    k=' '.join(k+'='+(res(f,t,0.,1.) if n=='threshold' else res(f,t)) for k,t in ts.items())
    groups.setdefault(k,[]).append(n)
for k,n in groups.items(): print(n,'\n   ',k)
B="add sub mul div floor_divide remainder fmod pow atan2 hypot maximum minimum fmax fmin copysign xlogy logaddexp logaddexp2 bitwise_and bitwise_left_shift logical_and eq lt rsub heaviside gcd true_divide float_power ldexp".split()
print('--- B')
groups={}
for n in B:
    k=' '.join(a+b+'='+res(getattr(torch,n),ts[a],ts[b]) for a,b in ('bb','bl','ii','il','ll','lf','ff','fd'))
    groups.setdefault(k,[]).append(n)
for k,n in groups.items(): print(n,'\n   ',k)
print('--- B scalar')
groups={}
for n in B:
    k=' '.join(a+':'+repr(s)+'='+res(getattr(torch,n),ts[a],s) for a,s in (('b',True),('b',2),('b',1.5),('i',2),('l',True),('l',2),('l',1.5),('f',2),('f',True),('d',1.5)))
    groups.setdefault(k,[]).append(n)
for k,n in groups.items(): print(n,'\n   ',k)
print('--- B zero-dim')
z={'b0':torch.tensor(True),'l0':torch.tensor(2),'f0':torch.tensor(2.5),'d0':torch.tensor(2.5,dtype=torch.float64)}
for n in ('add','div','eq','pow'):
    print(n,' '.join(a+c+'='+res(getattr(torch,n),ts[a],z[c]) for a in ts for c in z))
    print(n,' '.join(a+c+'='+res(getattr(torch,n),z[a],z[c]) for a in z for c in z))
    print(n,' '.join(a+c.__name__+'='+res(getattr(torch,n),z[a],c(1)) for a in z for c in (bool,int,float)))
