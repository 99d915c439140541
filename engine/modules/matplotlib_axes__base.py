# SPDX-License-Identifier: GPL-3.0-or-later
# Module matplotlib.axes._base: axes without the words that draw: children, limits, labels, scales, and the facts of it all.
import _backstep
from matplotlib import colors
from matplotlib.artist import (SCALES, Area, BarContainer, Decoration, LineCollection, PathCollection, PolyCollection, Polygon, Rectangle,
                               Text, check_text)
from matplotlib.axis import Axis
from matplotlib.lines import ALIASES, PROPERTIES, Line2D, floats, listed


class _AxesBase:
    def __init__(self, figure, place=None):
        self.figure = figure
        self.place = place
        self.sharex = self.sharey = None
        self.clear()

    def clear(self):
        self._children = []
        self._containers = []
        self.xaxis = Axis("x", self)
        self.yaxis = Axis("y", self)
        self.title = Text(0.5, 1.0, "")
        self._aspect = "auto"
        self._legend = None
        self._line_color = self._patch_color = 0
        self.spines = Decoration()
        self.transAxes = self.transData = None
        self._shown = True

    def cla(self):
        self.clear()

    def __str__(self):
        rows, columns, number = self.place if self.place is not None and isinstance(self.place[2], int) else (1, 1, 1)
        width, height = 0.775 / (columns + 0.2 * (columns - 1)), 0.77 / (rows + 0.2 * (rows - 1))
        row, column = divmod(number - 1, columns)
        return (f"{type(self).__name__}({0.125 + column * 1.2 * width:g},{0.88 - height - row * 1.2 * height:g};"
                f"{width:g}x{height:g})")

    def __repr__(self):
        parts = []
        if self.title.text:
            parts.append(f"title={{'center': {self.title.text!r}}}")
        for axis in (self.xaxis, self.yaxis):
            if axis.label.text:
                parts.append(f"{axis.name}label={axis.label.text!r}")
        return f"<AxesSubplot: {', '.join(parts)}>"

    @property
    def lines(self):
        return [child for child in self._children if isinstance(child, Line2D)]

    @property
    def patches(self):
        return [child for child in self._children if isinstance(child, (Rectangle, Polygon))]

    @property
    def collections(self):
        return [child for child in self._children if isinstance(child, (PathCollection, PolyCollection, LineCollection))]

    @property
    def texts(self):
        return [child for child in self._children if isinstance(child, Text)]

    @property
    def containers(self):
        return self._containers

    def get_lines(self):
        return self.lines

    def _add(self, child):
        child.axes = self
        if not child.get_label():
            child.set_label(f"_child{len(self._children)}")
        self._children.append(child)
        return child

    def add_line(self, line):
        line.axes = self
        line.numbers()
        self._add(line)
        if line._more.get("axis") != "y":
            self._touch("x")
        if line._more.get("axis") != "x":
            self._touch("y")
        return line

    def _touch(self, names):
        if "x" in names:
            self.xaxis.touched = True
        if "y" in names:
            self.yaxis.touched = True

    def _extents(self, name):
        """The values along one axis of everything that has a place there."""
        found = []
        for child in self._children:
            if isinstance(child, Line2D):
                if child._more.get("axis", name) == name:
                    x, y = child.numbers()
                    pairs = [(a, b) for a, b in zip(x, y) if a == a and b == b]
                    found.append([pair[0 if name == "x" else 1] for pair in pairs])
            elif isinstance(child, PathCollection):
                found.append(child.x if name == "x" else child.y)
            elif isinstance(child, Rectangle):
                found.append([child.x, child.x + child.width] if name == "x" else [child.y, child.y + child.height])
            elif isinstance(child, Area):
                found.append(child.facts.get(name, []))
        return found

    def _next_line_color(self):
        color = colors.CYCLE[self._line_color % len(colors.CYCLE)]
        self._line_color += 1
        return color

    def _next_patch_color(self):
        color = colors.CYCLE[self._patch_color % len(colors.CYCLE)]
        self._patch_color += 1
        return color

    def set_xlabel(self, xlabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
        self.xaxis.label.set_text(xlabel)
        check_text(kwargs)
        return self.xaxis.label

    def set_ylabel(self, ylabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
        self.yaxis.label.set_text(ylabel)
        check_text(kwargs)
        return self.yaxis.label

    def get_xlabel(self):
        return self.xaxis.label.text

    def get_ylabel(self):
        return self.yaxis.label.text

    def _limits_of(self, axis, low, high, kwargs, names):
        if high is None and hasattr(low, "__iter__"):
            low, high = low
        for place, name in ((0, names[0]), (1, names[1])):
            if kwargs.get(name) is not None:
                if (low, high)[place] is not None:
                    raise TypeError(f"Cannot pass both '{names[2 + place]}' and '{name}'")
                if place == 0:
                    low = kwargs[name]
                else:
                    high = kwargs[name]
        return axis.set(low, high)

    def set_xlim(self, left=None, right=None, emit=True, auto=False, *, xmin=None, xmax=None):
        return self._limits_of(self.xaxis, left, right, {"xmin": xmin, "xmax": xmax}, ("xmin", "xmax", "left", "right"))

    def set_ylim(self, bottom=None, top=None, emit=True, auto=False, *, ymin=None, ymax=None):
        return self._limits_of(self.yaxis, bottom, top, {"ymin": ymin, "ymax": ymax}, ("ymin", "ymax", "bottom", "top"))

    def get_xlim(self):
        return self.xaxis.get()

    def get_ylim(self):
        return self.yaxis.get()

    def set_xbound(self, lower=None, upper=None):
        self.set_xlim(lower, upper)

    def set_ybound(self, lower=None, upper=None):
        self.set_ylim(lower, upper)

    def _set_scale(self, axis, value):
        if value not in SCALES:
            raise ValueError(f"{value!r} is not a valid value for scale; supported values are " + ", ".join(repr(name) for name in SCALES))
        if value not in ("linear", "log", "symlog"):
            _backstep.unsupported(f"the scale {value!r}", "'log'")
        axis.scale = value
        axis.touched = True

    def set_xscale(self, value, **kwargs):
        self._set_scale(self.xaxis, value)

    def set_yscale(self, value, **kwargs):
        self._set_scale(self.yaxis, value)

    def get_xscale(self):
        return self.xaxis.scale

    def get_yscale(self):
        return self.yaxis.scale

    def grid(self, visible=None, which="major", axis="both", **kwargs):
        for name in kwargs:
            if ALIASES.get(name, name) not in PROPERTIES and name != "b":
                raise ValueError(f"keyword grid_{name} is not recognized; valid keywords are those of Line2D")
        if which not in ("major", "minor", "both"):
            raise ValueError(f"{which!r} is not a valid value for which; supported values are 'major', 'minor', 'both'")
        if axis not in ("x", "y", "both"):
            raise ValueError(f"{axis!r} is not a valid value for axis; supported values are 'x', 'y', 'both'")
        if which == "minor":
            return
        if axis != "y":
            self.xaxis.grid(visible, **kwargs)
        if axis != "x":
            self.yaxis.grid(visible, **kwargs)

    def set_aspect(self, aspect, adjustable=None, anchor=None, share=False):
        if aspect == "equal":
            aspect = 1.0
        self._aspect = aspect if aspect == "auto" else float(aspect)

    def get_aspect(self):
        return self._aspect

    def axis(self, *args, emit=True, **kwargs):
        if len(args) > 1:
            raise TypeError(f"_AxesBase.axis() takes from 1 to 2 positional arguments but {len(args) + 1} were given")
        if len(args) == 1 and isinstance(args[0], (str, bool)):
            self._axis_word(args[0])
        elif len(args) == 1 and args[0] is not None:
            try:
                left, right, bottom, top = listed(args[0])
            except (TypeError, ValueError):
                raise TypeError("the first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]")
            self.set_xlim(left, right)
            self.set_ylim(bottom, top)
        elif kwargs:
            known = {name: kwargs.pop(name, None) for name in ("xmin", "xmax", "ymin", "ymax")}
            if kwargs:
                raise TypeError(f"axis() got an unexpected keyword argument '{list(kwargs)[0]}'")
            if known["xmin"] is not None or known["xmax"] is not None:
                self.set_xlim(known["xmin"], known["xmax"])
            if known["ymin"] is not None or known["ymax"] is not None:
                self.set_ylim(known["ymin"], known["ymax"])
        return self.get_xlim() + self.get_ylim()

    def _axis_word(self, word):
        word = {True: "on", False: "off"}[word] if isinstance(word, bool) else word.lower()
        if word in ("on", "off"):
            self._shown = word == "on"
        elif word in ("equal", "tight", "scaled", "auto", "image", "square"):
            if word == "square":
                _backstep.unsupported("axis('square')", "axis('equal')")
            self.set_aspect("auto" if word in ("tight", "auto") else "equal")
            for one in (self.xaxis, self.yaxis):
                if one.limits is None or one.has_data():
                    one.touched = True
                    one.limits = one.automatic() if word in ("tight", "scaled", "image") else None
        else:
            raise ValueError(f"Unrecognized string {word!r} to axis; try 'on' or 'off'")

    def set_axis_off(self):
        self._shown = False

    def set_axis_on(self):
        self._shown = True

    def invert_xaxis(self):
        self.xaxis.inverted = not self.xaxis.inverted
        if self.xaxis.limits is not None:
            self.xaxis.limits = (self.xaxis.limits[1], self.xaxis.limits[0])

    def invert_yaxis(self):
        self.yaxis.inverted = not self.yaxis.inverted
        if self.yaxis.limits is not None:
            self.yaxis.limits = (self.yaxis.limits[1], self.yaxis.limits[0])

    def _ticks(self, axis, ticks, labels):
        values = floats(ticks, axis)
        if labels is not None and len(labels) != len(values):
            raise ValueError(f"The number of FixedLocator locations ({len(values)}), usually from a call to set_ticks, does not match the "
                             f"number of labels ({len(labels)}).")
        axis.ticks = values
        names = ["" for _ in values] if labels is None else [str(label) for label in labels]
        return [Text(value, 0, name) if axis.name == "x" else Text(0, value, name) for value, name in zip(values, names)]

    def set_xticks(self, ticks, labels=None, *, minor=False, **kwargs):
        return self._ticks(self.xaxis, ticks, labels)

    def set_yticks(self, ticks, labels=None, *, minor=False, **kwargs):
        return self._ticks(self.yaxis, ticks, labels)

    def set_xticklabels(self, labels, *args, **kwargs):
        return [Text(0, 0, str(label)) for label in labels]

    def set_yticklabels(self, labels, *args, **kwargs):
        return [Text(0, 0, str(label)) for label in labels]

    def margins(self, *margins, x=None, y=None, tight=True):
        if margins:
            x, y = (margins[0], margins[0]) if len(margins) == 1 else margins
        if x is None and y is None:
            return self.xaxis.margin, self.yaxis.margin
        if x is not None:
            self.xaxis.margin = x
        if y is not None:
            self.yaxis.margin = y

    def autoscale(self, enable=True, axis="both", tight=None):
        for one in (self.xaxis, self.yaxis):
            if axis in ("both", one.name):
                if enable:
                    one.limits = None
                    one.touched = True
                else:
                    one.set(None, None)

    def relim(self, visible_only=False):
        pass

    def autoscale_view(self, tight=None, scalex=True, scaley=True):
        pass

    def tick_params(self, axis="both", **kwargs):
        pass

    def minorticks_on(self):
        pass

    def minorticks_off(self):
        pass

    def locator_params(self, axis="both", tight=None, **kwargs):
        pass

    def ticklabel_format(self, **kwargs):
        pass

    def set_facecolor(self, color):
        colors.checked("color", color)

    def set_axisbelow(self, b):
        pass

    def set_visible(self, b):
        self._shown = b

    def set_xmargin(self, m):
        self.xaxis.margin = m

    def set_ymargin(self, m):
        self.yaxis.margin = m

    def get_figure(self):
        return self.figure

    def get_children(self):
        return list(self._children)

    def twinx(self):
        other = self.figure._new_axes(None)
        other.xaxis.limits = self.xaxis.limits
        return other

    def twiny(self):
        other = self.figure._new_axes(None)
        other.yaxis.limits = self.yaxis.limits
        return other

    def remove(self):
        self.figure.axes.remove(self)

    def set(self, **kwargs):
        result = []
        for name in kwargs:
            if not hasattr(self, "set_" + name):
                raise AttributeError(f"AxesSubplot.set() got an unexpected keyword argument {name!r}")
        for name in sorted(kwargs):
            value = kwargs[name]
            setter = getattr(self, "set_" + name)
            result.append(setter(*value) if name in ("xlim", "ylim") else setter(value))
        return result

    def facts(self):
        def limits(axis):
            return None if axis.limits is None else list(axis.limits)
        scatter = [{"label": None if child.get_label().startswith("_") else child.get_label(), "n": len(child.x),
                    "x": child.x, "y": child.y,
                    "color": child.color if isinstance(child.color, list) else
                    ("none" if child.color == "none" else colors.to_hex(child.color)), "marker": str(child.marker)}
                   for child in self._children if isinstance(child, PathCollection)]
        texts = self.texts
        return {"title": self.title.text, "xlabel": self.xaxis.label.text, "ylabel": self.yaxis.label.text, "xscale": self.xaxis.scale,
                "yscale": self.yaxis.scale, "xlim": limits(self.xaxis), "ylim": limits(self.yaxis), "grid": self.xaxis.grid_on,
                "aspect": str(self._aspect), "legend": None if self._legend is None else list(self._legend.texts),
                "lines": [line.facts() for line in self.lines], "scatter": scatter,
                "bars": [[bar.x, bar.width, bar.height] for bar in self._children if isinstance(bar, Rectangle)],
                "barfeet": [bar.y for bar in self._children if isinstance(bar, Rectangle)],
                "barcolors": [colors.to_hex(bar.color) for bar in self._children if isinstance(bar, Rectangle)],
                "texts": [text.text for text in texts], "textplaces": [floats([text.x, text.y]) for text in texts],
                "areas": [child.facts for child in self._children if isinstance(child, Area)],
                "categories": [list(self.xaxis.words), list(self.yaxis.words)], "shown": self._shown, "place": self.place}
