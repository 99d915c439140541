import torch
import torch.nn.functional as F
def t(n,f):
    try: print(n,f())
    except Exception as e: print(n,type(e).__name__,e)
x=torch.tensor([1.,2.,4.])
t('f',lambda:F.batch_norm(x,None,None,training=True)); t('b',lambda:F.batch_norm(x>2,None,None,training=True)); t('i',lambda:F.batch_norm(x.long(),None,None,training=True)); t('0',lambda:F.batch_norm(x[0],None,None,training=True)); t('e',lambda:F.batch_norm(x,x,x)); t('w',lambda:F.batch_norm(x,None,None,weight=x,training=True)); t('bm',lambda:torch.batch_norm(x>2,None,None,None,None,True,.1,1e-5,False)); t('b2',lambda:F.batch_norm(x[:,None]>2,None,None,training=True)); t('b2w',lambda:F.batch_norm(x[:,None]>2,x,x,training=True)); t('b0',lambda:F.batch_norm(x[0]>0,None,None,training=True)); t('be',lambda:F.batch_norm(x>2,x,x)); t('bool1',lambda:F.batch_norm(x[:1]>2,None,None,training=True))
b=torch.tensor(True); 
t('topk',lambda:b.topk(1)); t('topk',lambda:b.topk(1,-1)[0]); t('sort',lambda:b.sort()); t('argsort',lambda:b.argsort()); t('median',lambda:b.median()); t('med',lambda:b.median(0)); t('mode',lambda:b.mode()); t('kth',lambda:b.kthvalue(1)); t('max',lambda:b.max(0)); t('argmax',lambda:b.argmax()); t('cummax',lambda:b.cummax(0)); t('topk0',lambda:b.topk(0)); t('unique',lambda:b.unique())
i=torch.tensor([[0],[-3],[1]]); o=torch.ones(2,3,dtype=torch.int64)
t('//',lambda:o//i); t('%',lambda:o%i); t('fmod',lambda:torch.fmod(o,i)); t('rem',lambda:torch.remainder(o,i)); t('fd',lambda:torch.floor_divide(o,i)); t('div',lambda:torch.div(o,i,rounding_mode='floor')); t('div',lambda:torch.div(o,i,rounding_mode='trunc')); t('bool',lambda:(o>0)//(i>0)); t('bool',lambda:(o>0)%(i>0)); t('boolfmod',lambda:torch.fmod(o>0,i>0)); t('booldiv',lambda:torch.div(o>0,i>0,rounding_mode='floor'))
