import torch
x=torch.ones(2)
def t(f):
    try: f()
    except Exception as e: print(e)
t(lambda: torch.pow(x,x,x,x)); t(lambda: torch.pow(x)); t(lambda: torch.pow(x,'a')); t(lambda: torch.max(x,x,x,x)); t(lambda: torch.cumsum(x)); t(lambda: torch.cumsum(x, 'a', 1)); t(lambda: torch.cumsum(x, x, x, x)); t(lambda: torch.cumsum(x, x, dtype=3)); t(lambda: torch.sum(x, x)); t(lambda: torch.sum(x, x, x)); t(lambda: torch.sum(x, x, x, x)); t(lambda: torch.mean(x, x)); t(lambda: torch.div(x, 'a')); t(lambda: torch.div(x, x, rounding_mode=3)); t(lambda: torch.div(x, x, 3)); t(lambda: torch.div(x, x, x, 3))

for f in (lambda: torch.pow(x,x,x), lambda: torch.add(x,x,x,x), lambda: torch.max(x,x,x), lambda: torch.eq(x,x,x), lambda: torch.max(x, 'a', x), lambda: x.max(x,x), lambda: torch.std(x, x), lambda: torch.sum(x, x), lambda: x.sum(x), lambda: torch.mean(x, 'a', x)): t(f)
