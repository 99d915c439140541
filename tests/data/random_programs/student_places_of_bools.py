import torch
def e(f):
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
b = torch.tensor([[True],[False]])
e(lambda: b.argmax(1)); e(lambda: b.argmax(0)); e(lambda: b.argmax()); e(lambda: b[:1].argmax()); e(lambda: b[:1].argmax(0)); e(lambda: b.argmin(1)); e(lambda: torch.tensor(True).argmax()); e(lambda: torch.tensor(True).argmin(0)); e(lambda: b.argmax(1, keepdim=True)); e(lambda: torch.ones(2,1,3).bool().argmin(1))
