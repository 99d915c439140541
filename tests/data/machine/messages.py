# SPDX-License-Identifier: GPL-3.0-or-later
# messages: as CPython 3.11 runs it, and so must we.
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, e.args)
for f in [lambda:1/0, lambda:1//0, lambda:1%0, lambda:1.0/0, lambda:1.0//0, lambda:1.0%0, lambda:divmod(1,0), lambda:divmod(1.0,0), lambda:0**-1, lambda:0.0**-1, lambda:10.0**400, lambda:10**400*1.0, lambda:10**400/3, lambda:10**400/10**399, lambda:1<<-1, lambda:1.5<<1, lambda:~1.5, lambda:-'a', lambda:+[], lambda:'a'+1, lambda:1+'a', lambda:[1]+(1,), lambda:(1,)+[1], lambda:'a'*1.5, lambda:[1]*'a', lambda:'a'*'b', lambda:1<'a', lambda:[1]<(1,), lambda:None+1, lambda:1 in 5, lambda:1 in 'abc', lambda:None[0], lambda:(1).x, lambda:[1]['a'], lambda:(1,)[5], lambda:'abc'['a'], lambda:[1][5], lambda:'abc'[7], lambda:{}['a'], lambda:{1:2}[(3,4)], lambda:len(5), lambda:iter(5), lambda:[*5], lambda:{**5}, lambda:print(**{1:2}), lambda:print(*5), lambda:{[]:1}, lambda:{1:2}+{}, lambda:{1}|[1], lambda:{1}-{1,2}, lambda:range(5)[7], lambda:range(5)['a'], lambda:5(), lambda:'a'(), lambda: 2**0.5, lambda:(-8)**2.0, lambda:(-7)//2, lambda:-7%3, lambda:7%-3, lambda:-7.5//2, lambda:-7.5%2, lambda:float('inf')//1, lambda:int(float('nan')), lambda:int(float('inf')), lambda:True+True, lambda:True&False, lambda:True|2, lambda:~True, lambda:-True, lambda:2**-2, lambda:(2**70)%7, lambda:-(2**70)//7, lambda:2**70==float(2**70), lambda:2**53+1==float(2**53), lambda:5 @ 3, lambda:[].foo, lambda:setattr([],'x',1), lambda:setattr([],'append',1), lambda: object().x,lambda:setattr(object(),'x',1), lambda:'%d' % 'a', lambda:'a'.x, lambda: int.x, lambda: hash([]), lambda: len(None), lambda: next(5), lambda:next([]), lambda:(lambda a,b:0)(1), lambda:[1,2][1.0], lambda:[1,2,3].__setitem__(5,1), lambda: (1,2).__setitem__(0,1)]:
    t(f)
def g():
    (1,2)[0]=1
t(g)
def g():
    a,b=1
t(g)
def g():
    a,b=1,2,3
t(g)
def g():
    a,b,c=1,2
t(g)
def g():
    a,*b,c=(1,)
t(g)
def g():
    x=[1,2]
    del x[5]
t(g)
def g():
    x=[1,2]
    x[5]=1
t(g)
def g():
    x={}
    del x[5]
t(g)
def g():
    for i in 5: pass
t(g)
def g():
    'abc'[0]='x'
t(g)
def g():
    x='abc'
    del x[0]
t(g)
def g():
    with 5: pass
t(g)
def g():
    raise 5
t(g)
def g():
    raise ValueError from 5
t(g)
def g():
    x=5; x.y=1
t(g)
def g():
    import math; math.foo
t(g)
def g():
    pass
t(g)
def g():
    import foo.bar
t(g)
def g():
    pass
t(g)
def g():
    x=[1];x+=5
t(g)
def g():
    x=1;x+='a'
t(g)
def g():
    x=1;x-='a'
t(g)
def g():
    yy
t(g)
def g():
    yy+=1
t(g)
def g():
    del yy
t(g)
def g():
    raise
t(g)
def g():
    try: 1/0
    except 5: pass
t(g)
