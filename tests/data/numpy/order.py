# Arrays whose first dimension runs fastest in memory: written to, read, seen by tensors.
import numpy as np
a = np.arange(12.).reshape(3,4)
a[:, 1] = 9
f = np.array(a,order='F'); f[0,0]=100; print(f, a[0,0], f.base)
f[1]+=1; f.T[2]=0; print(f); print(f.reshape(-1)); f.shape=(3,4); print(f.mean(1), f[::2, 1:].sum())
z = np.zeros((2,3),order='F'); z[:]=[[1,2,3],[4,5,6]]; z[1,2]=-1; print(z, z.ravel(), z.ravel('K'), z.tolist(), z.copy().strides)
import torch
t = torch.from_numpy(z); t[0,0]=50; print(z, t, t.stride())
