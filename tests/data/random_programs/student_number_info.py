import torch
def tell(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ':', e)
x = torch.ones(2)
for f in [lambda: torch.finfo(torch.float32), lambda: torch.finfo(torch.float64), lambda: torch.iinfo(torch.int64), lambda: torch.iinfo(torch.int32), lambda: torch.finfo(), lambda: torch.finfo(torch.int64), lambda: torch.iinfo(torch.float32), lambda: torch.finfo(3), lambda: torch.finfo(torch.float32).eps, lambda: torch.finfo(x.dtype).min, lambda: torch.finfo(torch.float64).tiny, lambda: torch.iinfo(torch.int32).bits, lambda: torch.iinfo(torch.bool), lambda: torch.finfo(torch.float32) == torch.finfo(x.dtype), lambda: torch.finfo(torch.float64).max, lambda: torch.FloatTensor, lambda: torch.FloatTensor([1, 2]), lambda: isinstance(x, torch.FloatTensor), lambda: isinstance(x, (torch.LongTensor, torch.DoubleTensor)), lambda: x.type(torch.DoubleTensor), lambda: x.type(torch.LongTensor).dtype, lambda: torch.LongTensor(2, 3).shape, lambda: x.type(torch.FloatTensor) is x]: tell(f)
device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
print(device, x.to(device).device == device)
