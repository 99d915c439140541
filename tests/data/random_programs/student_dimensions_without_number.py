import torch
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
X = torch.tensor([[1., 2.], [3., 4.]])
for n in 'softmax log_softmax cumsum cumprod prod max min median nanmedian mode logsumexp squeeze unbind sum mean amax amin argmax argmin all any sort argsort std var logcumsumexp cummax cummin kthvalue topk size stride nansum'.split():
    for d in [None, 'a']:
        print(n, d)
        attempt(lambda: getattr(X, n)(d))
        if hasattr(torch, n): attempt(lambda: getattr(torch, n)(X, d))
        attempt(lambda: getattr(X, n)(dim=d))
