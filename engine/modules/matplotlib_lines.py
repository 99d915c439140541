# SPDX-License-Identifier: GPL-3.0-or-later
# Module matplotlib.lines: Line2D, the facts of one line of a plot; and how data given to a plot becomes numbers.
import math
import numpy as np
from matplotlib import colors

ALIASES = {"c": "color", "ls": "linestyle", "lw": "linewidth", "ms": "markersize", "mec": "markeredgecolor", "mew": "markeredgewidth",
           "mfc": "markerfacecolor", "mfcalt": "markerfacecoloralt", "aa": "antialiased", "ds": "drawstyle"}
PROPERTIES = set(("agg_filter alpha animated antialiased clip_box clip_on clip_path color dash_capstyle dash_joinstyle dashes data "
                  "drawstyle figure fillstyle gapcolor gid in_layout label linestyle linewidth marker markeredgecolor markeredgewidth "
                  "markerfacecolor markerfacecoloralt markersize markevery mouseover path_effects picker pickradius rasterized "
                  "sketch_params snap solid_capstyle solid_joinstyle transform url visible xdata ydata zorder").split())
LINE_STYLES = ("-", "--", "-.", ":", "None", " ", "")
_STYLE_NAMES = {"solid": "-", "dashed": "--", "dashdot": "-.", "dotted": ":"}
MARKERS = (".", ",", "o", "v", "^", "<", ">", "1", "2", "3", "4", "8", "s", "p", "*", "h", "H", "+", "x", "D", "d", "|", "_", "P", "X",
           "None", "none", " ", "")


def normalized(kwargs, aliases, kind, known):
    """Keyword arguments under their full names; AttributeError in matplotlib's words for one that no artist of the kind has."""
    result = {}
    given = {}
    for key, value in kwargs.items():
        name = aliases.get(key, key)
        if name in given:
            raise TypeError(f"Got both {given[name]!r} and {key!r}, which are aliases of one another")
        given[name] = key
        result[name] = value
    for name in result:
        if name not in known:
            raise AttributeError(f"{kind}.set() got an unexpected keyword argument {name!r}")
    return result


def shape_of(values):
    """The sizes that messages show: of tensors and arrays their own, of lists what numpy would make of them."""
    if hasattr(values, "shape"):
        return values.shape
    if not isinstance(values, (list, tuple)):
        return ()
    if not values:
        return (0,)
    return (len(values),) + tuple(shape_of(values[0]))


def at_least_1d(values):
    if hasattr(values, "shape") and len(values.shape) > 0:
        return values
    if isinstance(values, (list, tuple)):
        return values
    if isinstance(values, range) or (hasattr(values, "__iter__") and not isinstance(values, str) and not hasattr(values, "shape")):
        return list(values)
    return [values]


def listed(values):
    """Tensors and arrays as (nested) lists; a tensor that requires grad raises what numpy would raise."""
    if hasattr(values, "numpy"):
        values = values.numpy()
    if hasattr(values, "tolist"):
        values = values.tolist()
    if isinstance(values, (list, tuple, range)):
        return [value if type(value) in (float, int) else listed(value) for value in values]
    return values


def number(value):
    if type(value) is float:
        return value
    if value is None:
        return math.nan
    if isinstance(value, list) and len(value) == 1:
        return number(value[0])
    return float(value)


def floats(values, axis=None):
    """Numbers for an axis; words are categories of that axis, numbered as they come."""
    values = listed(values)
    if not isinstance(values, list):
        values = [values]
    if axis is not None and values and isinstance(values[0], str):
        return [axis.category(value) for value in values]
    return [number(value) for value in values]


def line_style(style):
    if isinstance(style, tuple):
        return "--"
    if style in (" ", "", "none"):
        return "None"
    if style in LINE_STYLES:
        return style
    if style in _STYLE_NAMES:
        return _STYLE_NAMES[style]
    names = ", ".join(repr(name) for name in LINE_STYLES + tuple(_STYLE_NAMES))
    raise ValueError(f"{style!r} is not a valid value for ls; supported values are {names}")


def marker_style(marker):
    if marker is None:
        return "None"
    if isinstance(marker, str) and marker not in MARKERS and not (marker[0] == "$" and marker[-1] == "$"):
        raise ValueError(f"Unrecognized marker style {marker!r}")
    return marker


class Line2D:
    def __init__(self, xdata, ydata, linewidth=None, linestyle=None, color=None, marker=None, markersize=None, label="", **kwargs):
        self.axes = None
        self._x, self._y = xdata, ydata
        self._label = "" if label is None else str(label)
        self._linestyle = line_style("-" if linestyle is None else linestyle)
        self._marker = marker_style(marker)
        self._color = colors.checked("color", "C0" if color is None else color)
        self._linewidth = 1.5 if linewidth is None else linewidth
        self._markersize = 6.0 if markersize is None else markersize
        self._more = kwargs

    def __str__(self):
        return "Line2D()" if self._label == "" else f"Line2D({self._label})"

    def get_label(self):
        return self._label

    def set_label(self, s):
        self._label = str(s)

    def get_color(self):
        return self._color

    def set_color(self, color):
        self._color = colors.checked("color", color)

    def get_linestyle(self):
        return self._linestyle

    def set_linestyle(self, ls):
        self._linestyle = line_style(ls)

    def get_marker(self):
        return self._marker

    def set_marker(self, marker):
        self._marker = marker_style(marker)

    def get_linewidth(self):
        return self._linewidth

    def set_linewidth(self, w):
        self._linewidth = w

    def get_markersize(self):
        return self._markersize

    def set_markersize(self, sz):
        self._markersize = sz

    def set_alpha(self, alpha):
        self._more["alpha"] = alpha

    def set_visible(self, b):
        self._more["visible"] = b

    def set_zorder(self, level):
        self._more["zorder"] = level

    def _converted(self, values, axis):
        return values if isinstance(values, list) and values and type(values[0]) is float else floats(values, axis)

    def get_xdata(self, orig=True):
        return np.asarray(self._x)

    def get_ydata(self, orig=True):
        return np.asarray(self._y)

    def get_data(self, orig=True):
        return np.asarray(self._x), np.asarray(self._y)

    def set_data(self, *args):
        x, y = args if len(args) == 2 else args[0]
        self.set_xdata(x)
        self.set_ydata(y)

    def set_xdata(self, x):
        self._x = x

    def set_ydata(self, y):
        self._y = y

    def numbers(self):
        """(x, y) as floats; called once when the line is added, so that bad data is met there."""
        self._x = self._converted(self._x, self.axes.xaxis if self.axes else None)
        self._y = self._converted(self._y, self.axes.yaxis if self.axes else None)
        return self._x, self._y

    def set(self, **kwargs):
        for name, value in normalized(kwargs, ALIASES, "Line2D", PROPERTIES).items():
            if hasattr(self, "set_" + name):
                getattr(self, "set_" + name)(value)
            else:
                self._more[name] = value

    def remove(self):
        self.axes._children.remove(self)

    def facts(self):
        x, y = self.numbers()
        result = {"label": None if self._label.startswith("_") else self._label, "n": len(x), "linestyle": self._linestyle,
                  "marker": str(self._marker), "color": colors.to_hex(self._color), "x": x, "y": y,
                  "linewidth": self._linewidth, "markersize": self._markersize}
        for name in ("alpha", "drawstyle", "zorder", "markevery", "axline", "axis"):
            if self._more.get(name) is not None:
                result[name] = self._more[name]
        return result
