import torch, math
from torch import nn
from torch.optim.lr_scheduler import OneCycleLR, CyclicLR, CosineAnnealingWarmRestarts, SequentialLR, ChainedScheduler, ConstantLR, ExponentialLR, StepLR, LinearLR, PolynomialLR, CosineAnnealingLR
def opt(kind='sgd', groups=1):
    ps = [nn.Parameter(torch.ones(2)) for _ in range(groups)]
    gs = [{'params': [p], 'lr': 0.1 * (i + 1)} for i, p in enumerate(ps)]
    return torch.optim.SGD(gs, lr=0.1, momentum=0.9) if kind == 'sgd' else torch.optim.Adam(gs, lr=0.1) if kind == 'adam' else torch.optim.SGD(gs, lr=0.1) if kind == 'plain' else torch.optim.Adagrad(gs, lr=0.1)
def run(name, o, s, n=9):
    print(name, s.get_last_lr(), end=' ')
    for _ in range(n):
        o.step(); s.step()
        print([g['lr'] for g in o.param_groups], o.param_groups[0].get('momentum'), o.param_groups[0].get('betas'), end=' ')
    print()
    print({k: v for k, v in s.state_dict().items() if not callable(v) and 'chedulers' not in k}, sorted(k for k in o.param_groups[0]))
for kind in ('sgd', 'adam'):
    for kw in (dict(total_steps=10), dict(epochs=3, steps_per_epoch=3), dict(total_steps=10, anneal_strategy='linear', pct_start=0.4), dict(total_steps=12, three_phase=True), dict(total_steps=10, cycle_momentum=False), dict(total_steps=10, div_factor=10, final_div_factor=100, base_momentum=.5, max_momentum=.99)):
        o = opt(kind); run((kind, kw), o, OneCycleLR(o, max_lr=0.5, **kw))
o = opt(groups=2); run('groups', o, OneCycleLR(o, max_lr=[0.5, 1.], total_steps=10))
for kw in ({}, dict(mode='triangular2'), dict(mode='exp_range', gamma=.9), dict(step_size_down=4), dict(scale_fn=lambda x: .5, scale_mode='iterations'), dict(cycle_momentum=False)):
    o = opt(groups=2); run('cyclic', o, CyclicLR(o, 0.01, 0.1, step_size_up=3, **kw), 12)
for a in ((3,), (3, 2), (4, 1, 0.01)):
    o = opt(groups=2); run(('warm', a), o, CosineAnnealingWarmRestarts(o, *a), 12)
o = opt(); s = CosineAnnealingWarmRestarts(o, 3, 2, verbose=True)
for e in (0, .5, 1.25, 4, 9.5, 21): s.step(e); print(s.T_cur, s.T_i, s.last_epoch, s.get_last_lr())
o = opt(); run('seq', o, SequentialLR(o, [ConstantLR(o, 0.1, 2), ExponentialLR(o, 0.9)], [3]))
o = opt(); run('seq', o, SequentialLR(o, [LinearLR(o, 0.1, total_iters=3), CosineAnnealingLR(o, 5)], milestones=[3]))
o = opt(); run('chain', o, ChainedScheduler([ConstantLR(o, 0.1, 2), ExponentialLR(o, 0.9)]))
o = opt(); run('poly', o, PolynomialLR(o, 4, 2))
for f in (lambda: OneCycleLR(opt(), .1), lambda: OneCycleLR(opt(), .1, total_steps=0), lambda: OneCycleLR(opt(), .1, total_steps=1.5), lambda: OneCycleLR(opt(), .1, epochs=0, steps_per_epoch=2), lambda: OneCycleLR(opt(), .1, epochs=1, steps_per_epoch=-2), lambda: OneCycleLR(opt(), .1, 10, pct_start=2.), lambda: OneCycleLR(opt(), .1, 10, pct_start=1), lambda: OneCycleLR(opt(), .1, 10, anneal_strategy='x'), lambda: OneCycleLR(opt(), [.1, .2], 10), lambda: OneCycleLR(opt('ada'), .1, 10), lambda: CyclicLR(opt('adam'), .1, .2), lambda: CyclicLR(opt(), .1, .2, mode='x'), lambda: CyclicLR(opt(), [.1, .2], .2), lambda: CosineAnnealingWarmRestarts(opt(), 0), lambda: CosineAnnealingWarmRestarts(opt(), 2, 0), lambda: CosineAnnealingWarmRestarts(opt(), 2, 1.5), lambda: SequentialLR(opt(), [StepLR(opt(), 1)], []), lambda: SequentialLR(o, [StepLR(o, 1)], [3]), lambda: ChainedScheduler([StepLR(opt(), 1), StepLR(opt(), 2)]), lambda: CosineAnnealingWarmRestarts(o, 3).step(-1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
o = opt(); s = OneCycleLR(o, .1, 3)
try:
    for _ in range(5): o.step(); s.step(); print(s.get_last_lr())
except ValueError as e: print(e)
