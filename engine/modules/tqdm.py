# SPDX-License-Identifier: GPL-3.0-or-later
# Module tqdm: progress bars. They are drawn on stderr, which is no output of a program: what is left is the loop.
import _backstep

_OPTIONS = ("leave file ncols mininterval maxinterval miniters ascii unit unit_scale dynamic_ncols smoothing bar_format position postfix "
            "unit_divisor write_bytes lock_args nrows colour delay gui").split()


class TqdmKeyError(KeyError):
    pass


class tqdm:
    def __init__(self, iterable=None, desc=None, total=None, *options, disable=False, initial=0, **kwargs):
        unknown = {name: value for name, value in kwargs.items() if name not in _OPTIONS}
        if unknown:
            raise TqdmKeyError("Unknown argument(s): " + str(unknown))
        if total is None and hasattr(iterable, "__len__"):
            total = len(iterable)
        self.iterable = iterable
        self.desc = desc or ""
        self.total = total
        self.disable = disable
        self.n = initial

    def __iter__(self):
        yield from self.iterable

    def __len__(self):
        return len(self.iterable) if hasattr(self.iterable, "__len__") else self.total

    def __bool__(self):
        if self.total is not None:
            return self.total > 0
        if self.iterable is None:
            raise TypeError("bool() undefined when iterable == total == None")
        return bool(self.iterable)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def update(self, n=1):
        if not self.disable:
            self.n += n

    def set_description(self, desc=None, refresh=True):
        self.desc = desc + ": " if desc else ""

    def set_description_str(self, desc=None, refresh=True):
        self.desc = desc or ""

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        pass

    def set_postfix_str(self, s="", refresh=True):
        pass

    def reset(self, total=None):
        self.n = 0
        if total is not None:
            self.total = total

    def refresh(self, *args, **kwargs):
        pass

    close = clear = unpause = display = refresh

    @classmethod
    def write(cls, s, file=None, end="\n", nolock=False):
        print(s, end=end, file=file)

    @classmethod
    def pandas(cls, **kwargs):
        _backstep.unsupported("tqdm.pandas")


def trange(*args, **kwargs):
    return tqdm(range(*args), **kwargs)
