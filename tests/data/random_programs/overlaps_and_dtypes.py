import torch
b=torch.ones(2,2)>0; f=torch.ones(2,2)
x=torch.ones(2,2)
try:
    print(torch.mm(b,f))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#0#')
try:
    print(torch.mm(f,b))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#1#')
try:
    print(torch.bmm(b[None],f[None]))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#2#')
try:
    print(torch.mv(b,f[0]))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#3#')
try:
    print(torch.dot(b[0],f[0]))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#4#')
try:
    print(torch.addmm(f,b,f))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#5#')
try:
    print(b@f)
except Exception as e_:
    print(type(e_).__name__, e_)
print('#6#')
try:
    print(torch.matmul(b,f[0]))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#7#')
try:
    print(x.index_add_(0,torch.tensor([0,1]),x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#8#')
try:
    print(x.index_copy_(0,torch.tensor([0,1]),x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#9#')
try:
    print(x.scatter_(0,torch.tensor([[0,1]]),x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#10#')
try:
    print(x.scatter_add_(0,torch.tensor([[0,1]]),x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#11#')
try:
    print(x.masked_scatter_(x>0,x))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#12#')
try:
    print(x.put_(torch.tensor([0]),x[0,:1]))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#13#')
try:
    print(x.index_fill_(0,torch.tensor([0]),x[0,0]))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#14#')
try:
    print(x.masked_fill_(x>0,x[0,0]))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#15#')
try:
    print(x.index_add_(0,torch.tensor([0]),x[1:]))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#16#')
try:
    print(x.index_add_(0,torch.tensor([0]),x.t()[:1]))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#17#')
try:
    print(torch.nn.functional.cosine_similarity(torch.ones(1,3),torch.ones(2,2,2),dim=1))
except Exception as e_:
    print(type(e_).__name__, e_)
print('#18#')
