import math
import torch
from torch import nn
from torch.nn import functional as F
torch.manual_seed(0)
vocab = 5; batch = 2; H = 4
print(F.one_hot(torch.tensor([0, 2]), vocab))
def get_params(vocab_size, num_hiddens):
    num_inputs = num_outputs = vocab_size
    def normal(shape): return torch.randn(size=shape) * 0.01
    W_xh = normal((num_inputs, num_hiddens)); W_hh = normal((num_hiddens, num_hiddens)); b_h = torch.zeros(num_hiddens)
    W_hq = normal((num_hiddens, num_outputs)); b_q = torch.zeros(num_outputs)
    params = [W_xh, W_hh, b_h, W_hq, b_q]
    for param in params: param.requires_grad_(True)
    return params
def init_rnn_state(batch_size, num_hiddens): return (torch.zeros((batch_size, num_hiddens)), )
def rnn(inputs, state, params):
    W_xh, W_hh, b_h, W_hq, b_q = params
    H, = state
    outputs = []
    for X in inputs:
        H = torch.tanh(torch.mm(X, W_xh) + torch.mm(H, W_hh) + b_h)
        Y = torch.mm(H, W_hq) + b_q
        outputs.append(Y)
    return torch.cat(outputs, dim=0), (H,)
def grad_clipping(params, theta):
    norm = torch.sqrt(sum(torch.sum((p.grad ** 2)) for p in params))
    if norm > theta:
        for param in params: param.grad[:] *= theta / norm
params = get_params(vocab, H)
X = torch.arange(10).reshape((2, 5)) % vocab
Y = (X + 1) % vocab
state = init_rnn_state(2, H)
for epoch in range(3):
    for s in state: s.detach_()
    out, state = rnn(F.one_hot(X.T, vocab).type(torch.float32), state, params)
    y = Y.T.reshape(-1)
    l = F.cross_entropy(out, y.long()).mean()
    l.backward()
    grad_clipping(params, 1)
    with torch.no_grad():
        for p in params: p -= 1 * p.grad; p.grad.zero_()
    print(math.exp(l))
print(out.shape, len(state), state[0].shape, state[0])
