# SPDX-License-Identifier: GPL-3.0-or-later
# Module matplotlib.figure: a figure and its axes.
import _backstep
from matplotlib import rcParams
from matplotlib.artist import Decoration, Text
from matplotlib.axes import AxesSubplot
from matplotlib.lines import floats

_PROPERTIES = set(("figsize dpi facecolor edgecolor linewidth frameon subplotpars tight_layout constrained_layout layout num clear alpha "
                   "animated label visible").split())


class AxesArray:
    """What subplots returns for more than one: an array of axes, of one or two dimensions."""

    def __init__(self, rows):
        self._rows = rows

    @property
    def shape(self):
        if self._rows and isinstance(self._rows[0], list):
            return (len(self._rows), len(self._rows[0]))
        return (len(self._rows),)

    @property
    def ndim(self):
        return len(self.shape)

    @property
    def size(self):
        return len(self._all())

    @property
    def flat(self):
        return iter(self._all())

    @property
    def T(self):
        if self.ndim == 1:
            return self
        return AxesArray([[row[j] for row in self._rows] for j in range(self.shape[1])])

    def _all(self):
        if self.ndim == 1:
            return list(self._rows)
        return [axes for row in self._rows for axes in row]

    def flatten(self):
        return AxesArray(self._all())

    def ravel(self):
        return AxesArray(self._all())

    def reshape(self, *shape):
        shape = shape[0] if len(shape) == 1 and isinstance(shape[0], tuple) else shape
        every = self._all()
        if len(shape) == 1:
            return AxesArray(every)
        rows, columns = shape
        columns = len(every) // rows if columns == -1 else columns
        return AxesArray([every[i:i + columns] for i in range(0, len(every), columns)])

    def tolist(self):
        return [list(row) if isinstance(row, list) else row for row in self._rows]

    def __len__(self):
        return len(self._rows)

    def __iter__(self):
        for row in self._rows:
            yield AxesArray(row) if isinstance(row, list) else row

    def __getitem__(self, index):
        if isinstance(index, tuple) and len(index) == 2 and self.ndim == 2:
            i, j = index
            if isinstance(i, slice):
                rows = [row[j] for row in self._rows[i]]
                return AxesArray(rows)
            part = self._check(i, 0)[j] if isinstance(j, slice) else self._check(i, 0)[self._within(j, 1)]
            return AxesArray(part) if isinstance(part, list) else part
        if isinstance(index, tuple):
            if len(index) == 1:
                return self[index[0]]
            raise IndexError(f"too many indices for array: array is {self.ndim}-dimensional, but {len(index)} were indexed")
        if isinstance(index, slice):
            return AxesArray(self._rows[index])
        part = self._check(index, 0)
        return AxesArray(part) if isinstance(part, list) else part

    def _within(self, index, axis):
        size = self.shape[axis]
        if not -size <= index < size:
            raise IndexError(f"index {index} is out of bounds for axis {axis} with size {size}")
        return index

    def _check(self, index, axis):
        return self._rows[self._within(index, axis)]

    def __repr__(self):
        if self.ndim == 1:
            return "array([" + ", ".join(repr(axes) for axes in self._rows) + "], dtype=object)"
        rows = ["[" + ", ".join(repr(axes) for axes in row) + "]" for row in self._rows]
        return "array([" + ",\n       ".join(rows) + "], dtype=object)"



class Figure:
    def __init__(self, number=1, figsize=None, dpi=None, **kwargs):
        for name in kwargs:
            if name not in _PROPERTIES:
                raise AttributeError(f"Figure.set() got an unexpected keyword argument {name!r}")
        self.number = number
        self._size = floats(rcParams["figure.figsize"] if figsize is None else figsize)
        if len(self._size) != 2:
            raise ValueError("figure size must be (width, height)")
        self.dpi = rcParams["figure.dpi"] if dpi is None else dpi
        self.axes = []
        self._suptitle = None
        self._current = None
        self.patch = Decoration()
        self.canvas = Decoration()

    def __repr__(self):
        width, height = self._size
        return f"<Figure size {width * self.dpi:g}x{height * self.dpi:g} with {len(self.axes)} Axes>"

    def __str__(self):
        width, height = self._size
        return f"Figure({width * self.dpi:g}x{height * self.dpi:g})"

    def _new_axes(self, place):
        axes = AxesSubplot(self, place)
        self.axes.append(axes)
        self._current = axes
        return axes

    def gca(self):
        if self._current is None:
            self._new_axes((1, 1, 1))
        return self._current

    def sca(self, a):
        self._current = a
        return a

    def add_subplot(self, *args, projection=None, polar=False, **kwargs):
        if (projection not in (None, "rectilinear")) or polar:
            _backstep.unsupported(f"the projection {projection or 'polar'!r}", "an ordinary subplot")
        place = subplot_place(args)
        title = kwargs.pop("title", None)
        axes = self._new_axes(place)
        known = {name: value for name, value in kwargs.items() if name not in ("sharex", "sharey", "label", "frameon", "aspect")}
        if title is not None:
            known["title"] = title
        axes.set(**known)
        return axes

    def add_axes(self, *args, **kwargs):
        return self._new_axes(None)

    def subplots(self, nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None,
                 subplot_kw=None, gridspec_kw=None):
        for name, count in (("rows", nrows), ("columns", ncols)):
            if not isinstance(count, int) or count <= 0:
                raise ValueError(f"Number of {name} must be a positive integer, not {count!r}")
        rows = [[self.add_subplot(nrows, ncols, i * ncols + j + 1, **(subplot_kw or {})) for j in range(ncols)] for i in range(nrows)]
        if not squeeze:
            return AxesArray(rows)
        if nrows == 1 and ncols == 1:
            return rows[0][0]
        if nrows == 1:
            return AxesArray(rows[0])
        return AxesArray([row[0] for row in rows]) if ncols == 1 else AxesArray(rows)

    def suptitle(self, t, **kwargs):
        self._suptitle = Text(0.5, 0.98, str(t))
        return self._suptitle

    def text(self, x, y, s, fontdict=None, **kwargs):
        return Text(x, y, str(s))

    def supxlabel(self, t, **kwargs):
        return Text(0.5, 0.01, str(t))

    def supylabel(self, t, **kwargs):
        return Text(0.02, 0.5, str(t))

    def legend(self, *args, **kwargs):
        return self.gca().legend(*args, **kwargs)

    def get_axes(self):
        return list(self.axes)

    def get_size_inches(self):
        return list(self._size)

    def set_size_inches(self, w, h=None, forward=True):
        self._size = floats(w if h is None else (w, h))

    def set_figwidth(self, val, forward=True):
        self._size[0] = float(val)

    def set_figheight(self, val, forward=True):
        self._size[1] = float(val)

    def set_dpi(self, val):
        self.dpi = val

    def set_facecolor(self, color):
        pass

    def set_tight_layout(self, tight):
        pass

    def clear(self, keep_observers=False):
        self.axes = []
        self._current = None
        self._suptitle = None

    def clf(self, keep_observers=False):
        self.clear()

    def delaxes(self, ax):
        self.axes.remove(ax)
        self._current = self.axes[-1] if self.axes else None

    def tight_layout(self, *, pad=1.08, h_pad=None, w_pad=None, rect=None):
        pass

    def subplots_adjust(self, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None):
        pass

    def autofmt_xdate(self, **kwargs):
        pass

    def align_labels(self, axs=None):
        pass

    def show(self, warn=True):
        pass

    def draw(self, renderer=None):
        pass

    def savefig(self, fname, *, transparent=None, **kwargs):
        if hasattr(_backstep, "note"):
            _backstep.note(f"savefig writes no file here; the figure for {fname} is in the plot view")

    def colorbar(self, *args, **kwargs):
        _backstep.unsupported("matplotlib's colorbar", "legend")

    def add_gridspec(self, *args, **kwargs):
        _backstep.unsupported("matplotlib's gridspec", "subplots")

    def facts(self, shown):
        return {"shown": shown, "figsize": list(self._size), "suptitle": None if self._suptitle is None else self._suptitle.text,
                "axes": [axes.facts() for axes in self.axes]}


def subplot_place(args):
    """(rows, columns, number) of the forms subplot(2, 2, 1) and subplot(221)."""
    if len(args) == 0:
        return (1, 1, 1)
    if len(args) == 1:
        code = args[0]
        if not isinstance(code, int) or not 100 <= code <= 999:
            raise ValueError(f"Single argument to subplot must be a three-digit integer, not {code!r}")
        args = (code // 100, code // 10 % 10, code % 10)
    if len(args) != 3:
        raise TypeError(f"subplot() takes 1 or 3 positional arguments but {len(args)} were given")
    rows, columns, number = args
    for name, count in (("rows", rows), ("columns", columns)):
        if not isinstance(count, int) or count <= 0:
            raise ValueError(f"Number of {name} must be a positive integer, not {count!r}")
    if isinstance(number, int) and not 1 <= number <= rows * columns:
        raise ValueError(f"num must be 1 <= num <= {rows * columns}, not {number!r}")
    return (rows, columns, number)
