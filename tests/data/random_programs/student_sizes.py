# A part of a shape is a torch.Size, too.
import torch
x = torch.ones(2, 3, 4)
s = x.shape
print(s[:1], s[1:], s[-1], s[:-1] + (5,), s + s, (1,) + s, s * 2, 2 * s, s[::2], s[::-1], s[0:0], s[1:].numel(), (*s, 3), f"{s[1:]}")
print(x.size()[1:], x.reshape(s[:-1] + (2, 2)).shape, torch.zeros(s[1:]).shape, torch.zeros(*s[1:]).shape, type(s[1:]), isinstance(s, tuple))
s += (1,)
print(s, type(s), s == (2, 3, 4, 1), {s: 1}[(2, 3, 4, 1)], torch.Size(range(3)), torch.Size())
for given in (3, [1.5], ['a']):
    try:
        print(torch.Size(given))
    except TypeError as e:
        print(e)
try:
    print(s + [1])
except TypeError as e:
    print(e)
