# What Python warns of before it runs anything.
x = 5
if x is 5:
    print('is')
if x is not 'five':
    print('is not')
assert (x == 6, 'never')
try:
    print('abc'['a'])
except TypeError as e:
    print(e)
try:
    [1, 2, 3]['a']
except TypeError as e:
    print(e)
try:
    5(3)
except TypeError as e:
    print(e)
