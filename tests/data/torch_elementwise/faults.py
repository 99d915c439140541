# SPDX-License-Identifier: GPL-3.0-or-later
# What operations on wrong types, dtypes and sizes say, and what changes in place.
import torch
import numpy as np
def m(s, f):
    try:
        r = f(); print(s, '->', type(r).__name__, r)
    except Exception as e: print(s, '!!', type(e).__name__, str(e)[:300])
x=torch.tensor([1.,2.]); l=torch.tensor([1,2]); b=torch.tensor([True,False]); n=np.array([1.,2.])
m('x+n', lambda: x+n)
m('n+x', lambda: n+x)
m('x*n', lambda: x*n)
m('n*x', lambda: n*x)
m('x-n', lambda: x-n)
m('n-x', lambda: n-x)
m('x==n', lambda: x==n)
m('n==x', lambda: n==x)
m('x/n', lambda: x/n)
m('np.float64(2)*x', lambda: np.float64(2)*x)
m('x*np.float64(2)', lambda: x*np.float64(2))
m('np.float32(2)*l', lambda: np.float32(2)*l)
m('np.int64(2)+x', lambda: np.int64(2)+x)
m('x+10**30', lambda: x+10**30)
m('l+10**30', lambda: l+10**30)
m('x+[1,2]', lambda: x+[1,2])
m('[1,2]+x', lambda: [1,2]+x)
m('x+(1,)', lambda: x+(1,))
m('x+None', lambda: x+None)
m('None+x', lambda: None+x)
m("x+'a'", lambda: x+'a')
m("'a'+x", lambda: 'a'+x)
m("'a'*x", lambda: 'a'*x)
m("x*'a'", lambda: x*'a')
m("x**'a'", lambda: x**'a')
m("'a'**x", lambda: 'a'**x)
m("x<'a'", lambda: x<'a')
m("x=='a'", lambda: x=='a')
m('x==None', lambda: x==None)
m('x!=None', lambda: x!=None)
m('l**-1', lambda: l**-1)
m('l**torch.tensor(-1)', lambda: l**torch.tensor(-1))
m('l**torch.tensor([-1,-2])', lambda: l**torch.tensor([-1,-2]))
m('l//0', lambda: l//0)
m('l%0', lambda: l%0)
m('l//torch.tensor([0,1])', lambda: l//torch.tensor([0,1]))
m('torch.fmod(l,0)', lambda: torch.fmod(l,0))
m('l/0', lambda: l/0)
m('x//0', lambda: x//0)
m('x%0', lambda: x%0)
m('l<<1', lambda: l<<1)
m('l>>1', lambda: l>>1)
m('x<<1', lambda: x<<1)
m('b<<1', lambda: b<<1)
m('b&b', lambda: b&b)
m('b&1', lambda: b&1)
m('l&x', lambda: l&x)
m('~x', lambda: ~x)
m('~l', lambda: ~l)
m('~b', lambda: ~b)
m('-b', lambda: -b)
m('+b', lambda: +b)
m('b-b', lambda: b-b)
m('b-1', lambda: b-1)
m('1-b', lambda: 1-b)
m('l-b', lambda: l-b)
m('l-True', lambda: l-True)
m('abs(b)', lambda: abs(b))
m('abs(x)', lambda: abs(x))
m('round(x)', lambda: round(x))
m('divmod(x,2)', lambda: divmod(x,2))
m('2**l', lambda: 2**l)
m('2**b', lambda: 2**b)
m('2.5**l', lambda: 2.5**l)
m('(-8)**x', lambda: (-8)**x)
m('x**b', lambda: x**b)
m('x**2.0', lambda: x**2.0)
m('l**2', lambda: l**2)
m('l**2.0', lambda: l**2.0)
m('l**0.5', lambda: l**0.5)
m('b**2', lambda: b**2)
m('b**True', lambda: b**True)
m('3//l', lambda: 3//l)
m('3%l', lambda: 3%l)
m('3.5%x', lambda: 3.5%x)
m('l+1.5', lambda: l+1.5)
m('l*1.5', lambda: l*1.5)
m('b+b', lambda: b+b)
m('b*b', lambda: b*b)
m('b+1', lambda: b+1)
m('b*2.5', lambda: b*2.5)
m('l|8', lambda: l|8)
m('8|l', lambda: 8|l)
m('1<<l', lambda: 1<<l)
m('x@2', lambda: x@2)
m('x and l', lambda: x and l)
m('torch.add(1,2)', lambda: torch.add(1,2))
m('torch.mul(2,x)', lambda: torch.mul(2,x))
m('torch.sub(5,x)', lambda: torch.sub(5,x))
m('torch.div(1,x)', lambda: torch.div(1,x))
m('torch.add(x,1,alpha=2)', lambda: torch.add(x,1,alpha=2))
m('torch.add(l,1,alpha=0.5)', lambda: torch.add(l,1,alpha=0.5))
m('torch.add(x,2,alpha=True)', lambda: torch.add(x,2,alpha=True))
m('torch.sub(x,1,alpha=3)', lambda: torch.sub(x,1,alpha=3))
m("torch.div(x,2,rounding_mode='up')", lambda: torch.div(x,2,rounding_mode='up'))
m("torch.div(l,2,rounding_mode='floor')", lambda: torch.div(l,2,rounding_mode='floor'))
m('torch.div(l,2)', lambda: torch.div(l,2))
m("torch.div(l,0,rounding_mode='floor')", lambda: torch.div(l,0,rounding_mode='floor'))
m('torch.sin(1.0)', lambda: torch.sin(1.0))
m('torch.sin([1.])', lambda: torch.sin([1.]))
m('torch.sin(n)', lambda: torch.sin(n))
m('torch.sin()', lambda: torch.sin())
m('torch.sin(x,x)', lambda: torch.sin(x,x))
m('torch.sin(x, foo=1)', lambda: torch.sin(x, foo=1))
m('torch.sin(input=x)', lambda: torch.sin(input=x))
m('torch.sin(x=x)', lambda: torch.sin(x=x))
m('x.sin(1)', lambda: x.sin(1))
m('x.sin(foo=1)', lambda: x.sin(foo=1))
m('x.add()', lambda: x.add())
m("x.add('a')", lambda: x.add('a'))
m("x.add(1,alpha='b')", lambda: x.add(1,alpha='b'))
m("torch.pow(x,'a')", lambda: torch.pow(x,'a'))
m('torch.maximum(x,1)', lambda: torch.maximum(x,1))
m("torch.where(x>1,'a',x)", lambda: torch.where(x>1,'a',x))
m('x.clamp()', lambda: x.clamp())
m("x.clamp('a')", lambda: x.clamp('a'))
m('torch.clamp(x)', lambda: torch.clamp(x))
m('x.clamp(0,l)', lambda: x.clamp(0,l))
m('x.clamp(l,l+1)', lambda: x.clamp(l,l+1))
m('torch.clamp(x,min=None,max=None)', lambda: torch.clamp(x,min=None,max=None))
m('x.clamp(min=3,max=1)', lambda: x.clamp(min=3,max=1))
m('l.clamp(0.5)', lambda: l.clamp(0.5))
m('l.clamp(0.5,1.5).dtype', lambda: l.clamp(0.5,1.5).dtype)
m('l.clamp_(0.5)', lambda: l.clamp_(0.5))
m('b.clamp(0,1)', lambda: b.clamp(0,1))
m('torch.where(x>1,x,0)', lambda: torch.where(x>1,x,0))
m('torch.where(x>1,l,x)', lambda: torch.where(x>1,l,x))
m('torch.where(x>1,1,0)', lambda: torch.where(x>1,1,0))
m('torch.where(x>1,1.,0)', lambda: torch.where(x>1,1.,0))
m('torch.where(x>1,x.double(),x)', lambda: torch.where(x>1,x.double(),x))
m('torch.where(x,x,x)', lambda: torch.where(x,x,x))
m('torch.where(b)', lambda: torch.where(b))
m('torch.where(l>0,l,1.5)', lambda: torch.where(l>0,l,1.5))
m('torch.where(x>1,x,torch.ones(3))', lambda: torch.where(x>1,x,torch.ones(3)))
m('torch.where(b.byte() if 0 else b, x, 1)', lambda: torch.where(b.byte() if 0 else b, x, 1))
m('torch.masked_fill(x,x>1,0)', lambda: torch.masked_fill(x,x>1,0))
m('x+torch.ones(3)', lambda: x+torch.ones(3))
m('torch.lerp(x,x,l)', lambda: torch.lerp(x,x,l))
m('torch.lerp(l,l,0.5)', lambda: torch.lerp(l,l,0.5))
m('torch.lerp(x,x.double(),0.5)', lambda: torch.lerp(x,x.double(),0.5))
m('torch.addcmul(x,x,x,2)', lambda: torch.addcmul(x,x,x,2))
m('torch.addcmul(l,l,l,value=1.5)', lambda: torch.addcmul(l,l,l,value=1.5))
m('torch.addcdiv(l,l,l)', lambda: torch.addcdiv(l,l,l))
m('torch.addcdiv(l.float(),l,l)', lambda: torch.addcdiv(l.float(),l,l))
m('torch.isclose(x,l)', lambda: torch.isclose(x,l))
m('torch.isclose(x,x.double())', lambda: torch.isclose(x,x.double()))
m('torch.allclose(x,x.double())', lambda: torch.allclose(x,x.double()))
m('torch.equal(x,l)', lambda: torch.equal(x,l))
m('torch.equal(x,x.double())', lambda: torch.equal(x,x.double()))
m('torch.equal(x,1)', lambda: torch.equal(x,1))
m('torch.isclose(x,x,rtol=-1)', lambda: torch.isclose(x,x,rtol=-1))
m("torch.isclose(x, torch.tensor([1.,float('nan')]), equal_nan=True)", lambda: torch.isclose(x, torch.tensor([1.,float('nan')]), equal_nan=True))
m('torch.nan_to_num(x,nan=1)', lambda: torch.nan_to_num(x,nan=1))
m('torch.round(l,decimals=1)', lambda: torch.round(l,decimals=1))
m('torch.round(x*1.26,decimals=1)', lambda: torch.round(x*1.26,decimals=1))
m('torch.relu(b)', lambda: torch.relu(b))
m('torch.logical_and(x,l)', lambda: torch.logical_and(x,l))
m('torch.logical_not(x,out=None)', lambda: torch.logical_not(x,out=None))
m('torch.bitwise_and(2,l)', lambda: torch.bitwise_and(2,l))
m('torch.ldexp(x,l)', lambda: torch.ldexp(x,l))
m('torch.float_power(2,l)', lambda: torch.float_power(2,l))
m('torch.polygamma(1,x)', lambda: torch.polygamma(1,x))
m('torch.polygamma(-1,x)', lambda: torch.polygamma(-1,x))
m('torch.polygamma(1.5,x)', lambda: torch.polygamma(1.5,x))
m('torch.special.polygamma(1,x)', lambda: torch.special.polygamma(1,x))
m('torch.special.expit(x)', lambda: torch.special.expit(x))
m('torch.special.xlogy(x,x)', lambda: torch.special.xlogy(x,x))
m('torch.special.logit(x,eps=.1)', lambda: torch.special.logit(x,eps=.1))
m('x.type(torch.int32)+1', lambda: x.type(torch.int32)+1)
m('torch.true_divide(l,l)', lambda: torch.true_divide(l,l))
m('torch.floor_divide(l,-2)', lambda: torch.floor_divide(l,-2))
m('torch.floor_divide(x,-1.5)', lambda: torch.floor_divide(x,-1.5))
m('torch.remainder(l,-2)', lambda: torch.remainder(l,-2))
m('torch.remainder(-3,l)', lambda: torch.remainder(-3,l))
m('torch.fmod(-l,2)', lambda: torch.fmod(-l,2))
m('l.pow(-2)', lambda: l.pow(-2))
m('l.pow(2.)', lambda: l.pow(2.))
m('torch.square(l)', lambda: torch.square(l))
m('torch.exp(l).dtype', lambda: torch.exp(l).dtype)
m('torch.heaviside(x,x)', lambda: torch.heaviside(x,x))
m("x.hardshrink('a')", lambda: x.hardshrink('a'))
def im(s, f):
    x=torch.tensor([1.,2.]); l=torch.tensor([1,2]); b=torch.tensor([True,False]); d=torch.tensor([1.,2.],dtype=torch.float64); r=torch.tensor([1.,2.],requires_grad=True)
    try:
        print(s, '->', *f(x,l,b,d,r))
    except Exception as e: print(s,'!!',type(e).__name__,str(e)[:300])
def f0(x,l,b,d,r):
    l+=1.5
    return x,l,b,d,x._version,l._version
im('l+=1.5', f0)
def f1(x,l,b,d,r):
    l+=b
    return x,l,b,d,x._version,l._version
im('l+=b', f1)
def f2(x,l,b,d,r):
    b+=1
    return x,l,b,d,x._version,l._version
im('b+=1', f2)
def f3(x,l,b,d,r):
    b+=b
    return x,l,b,d,x._version,l._version
im('b+=b', f3)
def f4(x,l,b,d,r):
    b*=b
    return x,l,b,d,x._version,l._version
im('b*=b', f4)
def f5(x,l,b,d,r):
    l/=2
    return x,l,b,d,x._version,l._version
im('l/=2', f5)
def f6(x,l,b,d,r):
    l//=2
    return x,l,b,d,x._version,l._version
im('l//=2', f6)
def f7(x,l,b,d,r):
    l%=2
    return x,l,b,d,x._version,l._version
im('l%=2', f7)
def f8(x,l,b,d,r):
    l**=2
    return x,l,b,d,x._version,l._version
im('l**=2', f8)
def f9(x,l,b,d,r):
    l**=0.5
    return x,l,b,d,x._version,l._version
im('l**=0.5', f9)
def f10(x,l,b,d,r):
    x+=d
    return x,l,b,d,x._version,l._version
im('x+=d', f10)
def f11(x,l,b,d,r):
    x+=torch.ones(3)
    return x,l,b,d,x._version,l._version
im('x+=torch.ones(3)', f11)
def f12(x,l,b,d,r):
    x+=torch.ones(2,2)
    return x,l,b,d,x._version,l._version
im('x+=torch.ones(2,2)', f12)
def f13(x,l,b,d,r):
    x+='a'
    return x,l,b,d,x._version,l._version
im("x+='a'", f13)
def f14(x,l,b,d,r):
    r+=1
    return x,l,b,d,x._version,l._version
im('r+=1', f14)
def f15(x,l,b,d,r):
    r.add_(1)
    return x,l,b,d,x._version,l._version
im('r.add_(1)', f15)
def f16(x,l,b,d,r):
    r.sin_()
    return x,l,b,d,x._version,l._version
im('r.sin_()', f16)
def f17(x,l,b,d,r):
    l.sin_()
    return x,l,b,d,x._version,l._version
im('l.sin_()', f17)
def f18(x,l,b,d,r):
    l.add_(1.5)
    return x,l,b,d,x._version,l._version
im('l.add_(1.5)', f18)
def f19(x,l,b,d,r):
    l.mul_(2.5)
    return x,l,b,d,x._version,l._version
im('l.mul_(2.5)', f19)
def f20(x,l,b,d,r):
    x&=x
    return x,l,b,d,x._version,l._version
im('x&=x', f20)
def f21(x,l,b,d,r):
    l&=3
    return x,l,b,d,x._version,l._version
im('l&=3', f21)
def f22(x,l,b,d,r):
    b|=b
    return x,l,b,d,x._version,l._version
im('b|=b', f22)
def f23(x,l,b,d,r):
    b^=True
    return x,l,b,d,x._version,l._version
im('b^=True', f23)
def f24(x,l,b,d,r):
    l<<=1
    return x,l,b,d,x._version,l._version
im('l<<=1', f24)
def f25(x,l,b,d,r):
    x<<=1
    return x,l,b,d,x._version,l._version
im('x<<=1', f25)
def f26(x,l,b,d,r):
    l.fill_(2.7)
    return x,l,b,d,x._version,l._version
im('l.fill_(2.7)', f26)
def f27(x,l,b,d,r):
    b.fill_(3)
    return x,l,b,d,x._version,l._version
im('b.fill_(3)', f27)
def f28(x,l,b,d,r):
    x.fill_(torch.tensor(3))
    return x,l,b,d,x._version,l._version
im('x.fill_(torch.tensor(3))', f28)
def f29(x,l,b,d,r):
    x.fill_(torch.ones(2))
    return x,l,b,d,x._version,l._version
im('x.fill_(torch.ones(2))', f29)
def f30(x,l,b,d,r):
    x.fill_('a')
    return x,l,b,d,x._version,l._version
im("x.fill_('a')", f30)
def f31(x,l,b,d,r):
    x.copy_(l)
    return x,l,b,d,x._version,l._version
im('x.copy_(l)', f31)
def f32(x,l,b,d,r):
    l.copy_(x+.5)
    return x,l,b,d,x._version,l._version
im('l.copy_(x+.5)', f32)
def f33(x,l,b,d,r):
    x.copy_(torch.ones(3))
    return x,l,b,d,x._version,l._version
im('x.copy_(torch.ones(3))', f33)
def f34(x,l,b,d,r):
    x.copy_(3)
    return x,l,b,d,x._version,l._version
im('x.copy_(3)', f34)
def f35(x,l,b,d,r):
    x.copy_([1,2])
    return x,l,b,d,x._version,l._version
im('x.copy_([1,2])', f35)
def f36(x,l,b,d,r):
    x.zero_()
    return x,l,b,d,x._version,l._version
im('x.zero_()', f36)
def f37(x,l,b,d,r):
    l.clamp_(0.5)
    return x,l,b,d,x._version,l._version
im('l.clamp_(0.5)', f37)
def f38(x,l,b,d,r):
    x.clamp_(min=1.5)
    return x,l,b,d,x._version,l._version
im('x.clamp_(min=1.5)', f38)
def f39(x,l,b,d,r):
    x.eq_(l)
    return x,l,b,d,x._version,l._version
im('x.eq_(l)', f39)
def f40(x,l,b,d,r):
    l.lt_(2)
    return x,l,b,d,x._version,l._version
im('l.lt_(2)', f40)
def f41(x,l,b,d,r):
    b.logical_not_()
    return x,l,b,d,x._version,l._version
im('b.logical_not_()', f41)
def f42(x,l,b,d,r):
    x.logical_not_()
    return x,l,b,d,x._version,l._version
im('x.logical_not_()', f42)
def f43(x,l,b,d,r):
    x.sub_(1,alpha=2)
    return x,l,b,d,x._version,l._version
im('x.sub_(1,alpha=2)', f43)
def f44(x,l,b,d,r):
    x.div_(2,rounding_mode='floor')
    return x,l,b,d,x._version,l._version
im("x.div_(2,rounding_mode='floor')", f44)
def f45(x,l,b,d,r):
    l.div_(2,rounding_mode='floor')
    return x,l,b,d,x._version,l._version
im("l.div_(2,rounding_mode='floor')", f45)
def f46(x,l,b,d,r):
    x.pow_(2)
    return x,l,b,d,x._version,l._version
im('x.pow_(2)', f46)
def f47(x,l,b,d,r):
    x.neg_()
    return x,l,b,d,x._version,l._version
im('x.neg_()', f47)
def f48(x,l,b,d,r):
    b.neg_()
    return x,l,b,d,x._version,l._version
im('b.neg_()', f48)
def f49(x,l,b,d,r):
    x.lerp_(d.float(),0.5)
    return x,l,b,d,x._version,l._version
im('x.lerp_(d.float(),0.5)', f49)
def f50(x,l,b,d,r):
    x.addcmul_(x,x,value=2)
    return x,l,b,d,x._version,l._version
im('x.addcmul_(x,x,value=2)', f50)
def f52(x,l,b,d,r):
    x.masked_fill_(b,9)
    return x,l,b,d,x._version,l._version
im('x.masked_fill_(b,9)', f52)
def f53(x,l,b,d,r):
    l.masked_fill_(b,1.5)
    return x,l,b,d,x._version,l._version
im('l.masked_fill_(b,1.5)', f53)
def f54(x,l,b,d,r):
    x.atan2_(x)
    return x,l,b,d,x._version,l._version
im('x.atan2_(x)', f54)
def f55(x,l,b,d,r):
    x.relu_()
    return x,l,b,d,x._version,l._version
im('x.relu_()', f55)
def f56(x,l,b,d,r):
    x.nan_to_num_()
    return x,l,b,d,x._version,l._version
im('x.nan_to_num_()', f56)
def f57(x,l,b,d,r):
    torch.relu_(x)
    return x,l,b,d,x._version,l._version
im('torch.relu_(x)', f57)
def f58(x,l,b,d,r):
    torch.sin_(x)
    return x,l,b,d,x._version,l._version
im('torch.sin_(x)', f58)
def f59(x,l,b,d,r):
    x.exp_().add_(1)
    return x,l,b,d,x._version,l._version
im('x.exp_().add_(1)', f59)
def f60(x,l,b,d,r):
    x-=l
    return x,l,b,d,x._version,l._version
im('x-=l', f60)
def f61(x,l,b,d,r):
    x@=x
    return x,l,b,d,x._version,l._version
im('x@=x', f61)
def f62(x,l,b,d,r):
    x.where_(b,x)
    return x,l,b,d,x._version,l._version
im('x.where_(b,x)', f62)
def f63(x,l,b,d,r):
    x.float_power_(2)
    return x,l,b,d,x._version,l._version
im('x.float_power_(2)', f63)
def f64(x,l,b,d,r):
    d.float_power_(2)
    return x,l,b,d,x._version,l._version
im('d.float_power_(2)', f64)
def f65(x,l,b,d,r):
    x.bitwise_not_()
    return x,l,b,d,x._version,l._version
im('x.bitwise_not_()', f65)
def f66(x,l,b,d,r):
    l.bitwise_and_(1)
    return x,l,b,d,x._version,l._version
im('l.bitwise_and_(1)', f66)
def f67(x,l,b,d,r):
    x.round_(decimals=1)
    return x,l,b,d,x._version,l._version
im('x.round_(decimals=1)', f67)
def f68(x,l,b,d,r):
    x.fmod_(2)
    return x,l,b,d,x._version,l._version
im('x.fmod_(2)', f68)
def f69(x,l,b,d,r):
    x.remainder_(2)
    return x,l,b,d,x._version,l._version
im('x.remainder_(2)', f69)
def f70(x,l,b,d,r):
    x.hypot_(x)
    return x,l,b,d,x._version,l._version
im('x.hypot_(x)', f70)
def f71(x,l,b,d,r):
    x.copysign_(-1)
    return x,l,b,d,x._version,l._version
im('x.copysign_(-1)', f71)
def f72(x,l,b,d,r):
    x.xlogy_(2)
    return x,l,b,d,x._version,l._version
im('x.xlogy_(2)', f72)
def f73(x,l,b,d,r):
    x.sigmoid_()
    return x,l,b,d,x._version,l._version
im('x.sigmoid_()', f73)
def f74(x,l,b,d,r):
    x.erfinv_()
    return x,l,b,d,x._version,l._version
im('x.erfinv_()', f74)
def f75(x,l,b,d,r):
    x.digamma_()
    return x,l,b,d,x._version,l._version
im('x.digamma_()', f75)
def f76(x,l,b,d,r):
    x.polygamma_(1)
    return x,l,b,d,x._version,l._version
im('x.polygamma_(1)', f76)
def f77(x,l,b,d,r):
    x.trunc_()
    return x,l,b,d,x._version,l._version
im('x.trunc_()', f77)
def f78(x,l,b,d,r):
    x.frac_()
    return x,l,b,d,x._version,l._version
im('x.frac_()', f78)
def f79(x,l,b,d,r):
    x.square_()
    return x,l,b,d,x._version,l._version
im('x.square_()', f79)
def f80(x,l,b,d,r):
    x.reciprocal_()
    return x,l,b,d,x._version,l._version
im('x.reciprocal_()', f80)
def f81(x,l,b,d,r):
    x.rsqrt_()
    return x,l,b,d,x._version,l._version
im('x.rsqrt_()', f81)
def f82(x,l,b,d,r):
    x.abs_()
    return x,l,b,d,x._version,l._version
im('x.abs_()', f82)
def f83(x,l,b,d,r):
    x.sign_()
    return x,l,b,d,x._version,l._version
im('x.sign_()', f83)
def f84(x,l,b,d,r):
    x.swap_(x)
    return x,l,b,d,x._version,l._version
im('x.swap_(x)', f84)
def f85(x,l,b,d,r):
    x.maximum_(x)
    return x,l,b,d,x._version,l._version
im('x.maximum_(x)', f85)
