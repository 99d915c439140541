import random


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


random.seed(42)
print(random.random(), random.randint(1, 100), random.uniform(-1, 1), random.choice("abcdef"), random.gauss(0, 1), random.gauss(0, 1))
x = list(range(10)); random.shuffle(x); print(x, random.sample(range(100), 5), random.sample(x, 3), random.choices([1, 2, 3], k=5))
print(random.choices("ab", weights=[1, 9], k=8), random.choices("abc", cum_weights=[1, 2, 10], k=4), random.getrandbits(8), random.getrandbits(100), random.randrange(0, 100, 7), random.randrange(10))
print(random.normalvariate(5, 2), random.expovariate(0.5), random.triangular(0, 10, 3), random.betavariate(2, 3), random.lognormvariate(0, 1), random.gammavariate(2, 1), random.vonmisesvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.triangular())
for s in [0, 1, -5, 2**40, 10**30, "hello", "", 1.5, True, 0.0, -1.5]:
    random.seed(s)
    print(s, random.random(), random.randint(0, 10**20))
r = random.Random(7); q = random.Random(7)
print(r.random() == q.random(), r.randint(1, 6), r.choice([1, 2, 3]), r.sample([1, 2, 3], 2))
r.seed(1); print(r.random(), r.gauss(0, 1), r.gauss(mu=1, sigma=2))
random.seed(5)
t(lambda: random.randint(2, 1)); t(lambda: random.choice([])); t(lambda: random.choice(5)); t(lambda: random.sample([1], 2)); t(lambda: random.sample({1}, 1)); t(lambda: random.sample(5, 1)); t(lambda: random.randrange(0)); t(lambda: random.randrange(5, 5)); t(lambda: random.randrange(1.5)); t(lambda: random.randrange(1, 10, 0)); t(lambda: random.choices([], k=1)); t(lambda: random.choices([1, 2], weights=[1])); t(lambda: random.choices([1, 2], [1, 1], cum_weights=[1, 2])); t(lambda: random.choices([1, 2], [0, 0])); t(lambda: random.shuffle((1, 2))); t(lambda: random.uniform("a", 1)); t(lambda: random.seed([1])); t(lambda: random.getrandbits(-1)); t(lambda: random.sample([1, 2], -1)); t(lambda: random.randint(1.5, 3)); t(lambda: random.expovariate(0)); t(lambda: random.choices([1, 2], k=1.5)); t(lambda: random.sample([1, 2, 3], counts=[1, 2, 3], k=2)); t(lambda: random.randrange(10, 0, -3)); t(lambda: random.sample("abcdef", 3)); t(lambda: random.choices((1, 2), k=2)); t(lambda: random.uniform(1, 2)); t(lambda: random.sample(range(10**6), 3)); t(lambda: random.shuffle("abc"))
class My(random.Random):
    def twice(self):
        return [self.random(), self.random()]
print(My(3).twice())
