# SPDX-License-Identifier: GPL-3.0-or-later
# Module matplotlib.axes: the words that draw into axes: plot, scatter, bar, hist, legend …
import _backstep
import math
import numpy as np
from matplotlib import colors, rcParams
from matplotlib.artist import (LEGEND_PROPERTIES, PATCH_PROPERTIES, SCATTER_PROPERTIES, Area, BarContainer, Legend, LineCollection,
                               PathCollection, PolyCollection, Polygon, Rectangle, Text, check_text)
from matplotlib.axes._base import _AxesBase
from matplotlib.lines import (ALIASES, LINE_STYLES, MARKERS, PROPERTIES, Line2D, at_least_1d, floats, line_style, listed, normalized,
                              shape_of)


def parse_format(fmt, word="format string"):
    """(linestyle, marker, colour) of a format such as 'ro--'; None where it says nothing."""
    if colors.is_color_like(fmt) and not (fmt.isdigit() and str(int(fmt)) == fmt):
        return None, None, fmt
    style = marker = color = None
    i = 0
    while i < len(fmt):
        c = fmt[i]
        pair = fmt[i:i + 2]
        if pair in LINE_STYLES or c in LINE_STYLES:
            if style is not None:
                raise ValueError(f"{fmt!r} is not a valid {word} (two linestyle symbols)")
            style = pair if pair in LINE_STYLES else c
            i += len(style)
        elif c in MARKERS:
            if marker is not None:
                raise ValueError(f"{fmt!r} is not a valid {word} (two marker symbols)")
            marker = c
            i += 1
        elif c in colors.BASE_COLORS:
            if color is not None:
                raise ValueError(f"{fmt!r} is not a valid {word} (two color symbols)")
            color = c
            i += 1
        elif c == "C" and i < len(fmt) - 1 and fmt[i + 1].isdigit():
            color = fmt[i:i + 2]
            i += 2
        else:
            raise ValueError(f"{fmt!r} is not a valid {word} (unrecognized character {c!r})")
    if style is None and marker is None:
        style = rcParams["lines.linestyle"]
    return "None" if style is None else style, "None" if marker is None else marker, color


def _columns(values, shape):
    values = listed(values)
    if len(shape) < 2:
        return [values]
    return [[row[j] for row in values] for j in range(shape[1])]


def _one(value, count):
    """A number or as many numbers as there are bars."""
    values = floats(value)
    return values * count if len(values) == 1 else values


class Axes(_AxesBase):
    __module__ = "matplotlib.axes._axes"

    # ---- lines ----

    def _lines_of(self, given, kwargs):
        style = marker = color = None
        if len(given) > 1 and isinstance(given[-1], str):
            style, marker, color = parse_format(given[-1])
            data = given[:-1]
        elif len(given) == 3:
            raise ValueError("third arg must be a format string")
        else:
            data = given
        for value in given:
            if value is None:
                raise ValueError("x, y, and format string must not be None")
        from_format = {}
        for name, value in (("linestyle", style), ("marker", marker), ("color", color)):
            if value is None:
                continue
            if name in kwargs and value != "None":
                shown = given[-1]
                _backstep.warn(UserWarning, f"{name} is redundantly defined by the '{name}' keyword argument and the fmt string "
                               f"\"{shown}\" (-> {name}={value!r}). The keyword argument will take precedence.")
            from_format[name] = value
        y = at_least_1d(data[-1])
        ny = shape_of(y)
        x = at_least_1d(data[0]) if len(data) == 2 else [float(i) for i in range(ny[0])]
        nx = shape_of(x)
        if nx[0] != ny[0]:
            raise ValueError(f"x and y must have same first dimension, but have shapes {nx} and {ny}")
        if len(nx) > 2 or len(ny) > 2:
            raise ValueError(f"x and y can be no greater than 2D, but have shapes {nx} and {ny}")
        return self._make_lines(x, y, nx, ny, {**from_format, **kwargs})

    def _make_lines(self, x, y, nx, ny, properties):
        across_x = nx[1] if len(nx) == 2 else 1
        across_y = ny[1] if len(ny) == 2 else 1
        if across_x > 1 and across_y > 1 and across_x != across_y:
            raise ValueError(f"x has {across_x} columns but y has {across_y} columns")
        if across_x == 0 or across_y == 0:
            return []
        count = max(across_x, across_y)
        label = properties.get("label")
        labels = [label] * count
        if count > 1 and not isinstance(label, str) and hasattr(label, "__len__"):
            if len(label) != count:
                raise ValueError("label must be scalar or have the same length as the input data, "
                                 f"but found {len(label)} for {count} datasets.")
            labels = label
        result = []
        xs = ys = None
        for j in range(count):
            own = dict(properties)
            own["label"] = labels[j]
            if own.get("color") is None:
                own["color"] = self._next_line_color()
            if count == 1 and len(nx) == 1 and len(ny) == 1:
                result.append(Line2D(x, y, **own))
                continue
            if xs is None:
                xs, ys = _columns(x, nx), _columns(y, ny)
            result.append(Line2D(xs[j % across_x], ys[j % across_y], **own))
        return result

    def plot(self, *args, scalex=True, scaley=True, data=None, **kwargs):
        kwargs = normalized(kwargs, ALIASES, "Line2D", PROPERTIES | {"x", "y"})
        for name in ("x", "y"):
            if name in kwargs:
                raise TypeError(f"plot got an unexpected keyword argument '{name}'")
        if data is not None:
            args = [data[value] if isinstance(value, str) and value in data else value for value in args]
        lines = []
        args = list(args)
        while args:
            given = args[:2]
            args = args[2:]
            if args and isinstance(args[0], str):
                given.append(args[0])
                args = args[1:]
            lines.extend(self._lines_of(given, kwargs))
        for line in lines:
            self.add_line(line)
        return lines

    def step(self, x, y, *args, where="pre", data=None, **kwargs):
        if where not in ("pre", "post", "mid"):
            raise ValueError(f"{where!r} is not a valid value for where; supported values are 'pre', 'post', 'mid'")
        return self.plot(x, y, *args, drawstyle="steps-" + where, data=data, **kwargs)

    def semilogx(self, *args, base=10, **kwargs):
        self.set_xscale("log")
        return self.plot(*args, **kwargs)

    def semilogy(self, *args, base=10, **kwargs):
        self.set_yscale("log")
        return self.plot(*args, **kwargs)

    def loglog(self, *args, base=10, **kwargs):
        self.set_xscale("log")
        self.set_yscale("log")
        return self.plot(*args, **kwargs)

    def _rule(self, along, place, low, high, kwargs):
        kwargs = normalized(kwargs, ALIASES, "Line2D", PROPERTIES)
        if "transform" in kwargs:
            raise ValueError(f"'transform' is not allowed as a keyword argument; ax{'h' if along == 'x' else 'v'}line generates its own "
                             "transform.")
        across = self.yaxis if along == "x" else self.xaxis
        value = across.number(place)
        ends, at = [float(low), float(high)], [value, value]
        line = Line2D(ends, at, **kwargs) if along == "x" else Line2D(at, ends, **kwargs)
        line._more["axis"] = across.name
        bounds = across.get()
        line.axes = self
        line.numbers()
        self._add(line)
        if value < min(bounds) or value > max(bounds):
            across.touched = True
        return line

    def axhline(self, y=0, xmin=0, xmax=1, **kwargs):
        return self._rule("x", y, xmin, xmax, kwargs)

    def axvline(self, x=0, ymin=0, ymax=1, **kwargs):
        return self._rule("y", x, ymin, ymax, kwargs)

    def axline(self, xy1, xy2=None, *, slope=None, **kwargs):
        if (xy2 is None) == (slope is None):
            raise TypeError("Exactly one of 'xy2' and 'slope' must be given")
        x1, y1 = floats(xy1)
        if slope is not None and (self.xaxis.scale != "linear" or self.yaxis.scale != "linear"):
            raise TypeError("'slope' cannot be used with non-linear scales")
        if slope is None:
            x2, y2 = floats(xy2)
            if (x1, y1) == (x2, y2):
                raise ValueError(f"Cannot draw a line through two identical points (x={x1}, y={y1})")
            slope = (y2 - y1) / (x2 - x1) if x2 != x1 else math.inf
        line = Line2D([0.0, 1.0], [0.0, 1.0], **normalized(kwargs, ALIASES, "Line2D", PROPERTIES))
        line._more["axline"] = [x1, y1, float(slope)]
        line._more["axis"] = "none"
        line.axes = self
        self._add(line)
        return line

    # ---- points, bars, areas ----

    def scatter(self, x, y, s=None, c=None, marker=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None, linewidths=None, *,
                edgecolors=None, plotnonfinite=False, data=None, **kwargs):
        kwargs = normalized(kwargs, {}, "PathCollection", SCATTER_PROPERTIES)
        xs, ys = _flat(floats_nested(x, self.xaxis)), _flat(floats_nested(y, self.yaxis))
        if len(xs) != len(ys):
            raise ValueError("x and y must be the same size")
        color = kwargs.get("color", kwargs.get("facecolors", kwargs.get("facecolor")))
        values = None
        if c is None:
            c = color if color is not None else self._next_patch_color()
        if isinstance(c, str):
            if c != "none" and not colors.is_color_like(c):
                raise ValueError(f"'c' argument must be a color, a sequence of colors, or a sequence of numbers, not {c}")
        else:
            c, values = self._point_colors(c, len(xs))
        points = PathCollection(xs, ys, c, "o" if marker is None else marker, s, alpha, str(kwargs["label"]) if kwargs.get("label") else "")
        points.values = values
        self._touch("xy")
        return self._add(points)

    def _point_colors(self, c, count):
        c = listed(c)
        if c and (isinstance(c[0], str) or isinstance(c[0], list)):
            if len(c) not in (1, count):
                raise ValueError(f"'c' argument has {len(c)} elements, which is inconsistent with 'x' and 'y' with size {count}.")
            return [colors.to_hex(colors.checked("color", value)) for value in c], None
        if len(c) == count:
            return colors.CYCLE[0], [float(value) for value in c]
        if colors.is_color_like(c):
            return colors.to_hex(c), None
        raise ValueError(f"'c' argument has {len(c)} elements, which is inconsistent with 'x' and 'y' with size {count}.")

    def bar(self, x, height, width=0.8, bottom=None, *, align="center", data=None, **kwargs):
        return self._bars(x, height, width, bottom, align, kwargs, False)

    def barh(self, y, width, height=0.8, left=None, *, align="center", data=None, **kwargs):
        return self._bars(y, width, height, left, align, kwargs, True)

    def _bars(self, place, length, thickness, foot, align, kwargs, lying):
        label = kwargs.pop("label", "")
        for name in ("tick_label", "xerr", "yerr", "ecolor", "capsize", "error_kw", "log"):
            if kwargs.get(name) is not None and name in ("xerr", "yerr"):
                _backstep.unsupported(f"bar({name}=…)", "bar(x, height)")
            kwargs.pop(name, None)
        if align not in ("center", "edge"):
            raise ValueError(f"{align!r} is not a valid value for align; supported values are 'center', 'edge'")
        for name in kwargs:
            if name not in PATCH_PROPERTIES:
                raise AttributeError(f"Rectangle.set() got an unexpected keyword argument {name!r}")
        color = kwargs.get("color", kwargs.get("facecolor", kwargs.get("fc")))
        color = self._next_patch_color() if color is None else color
        places = floats(place, self.yaxis if lying else self.xaxis)
        lengths = floats(length)
        count = max(len(places), len(lengths))
        given = [places, lengths, floats(thickness), floats(0.0 if foot is None else foot)]
        for i, values in enumerate(given):
            if len(values) not in (1, count):
                other = [j for j in range(4) if len(given[j]) == count][0]
                first, second = (other, i) if other < i else (i, other)
                raise ValueError("shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg "
                                 f"{first} with shape ({len(given[first])},) and arg {second} with shape ({len(given[second])},).")
        places, lengths, widths, feet = [values * count if len(values) == 1 else values for values in given]
        chosen = listed(color)
        many = isinstance(chosen, list) and not colors.is_color_like(chosen)
        bars = []
        for i in range(count):
            start = places[i] - widths[i] / 2 if align == "center" else places[i]
            own = chosen[i % len(chosen)] if many else chosen
            if lying:
                bars.append(Rectangle((feet[i], start), lengths[i], widths[i], own))
                self.xaxis.sticky.append(feet[i])
            else:
                bars.append(Rectangle((start, feet[i]), widths[i], lengths[i], own))
                self.yaxis.sticky.append(feet[i])
        labels = [str(value) for value in label] if isinstance(label, (list, tuple)) else None
        for i, bar in enumerate(bars):
            if labels:
                bar.set_label(labels[i])
            self._children.append(bar)
        self._touch("xy")
        container = BarContainer(bars, f"_container{len(self._containers)}" if labels or not label else str(label))
        self._containers.append(container)
        return container

    def hist(self, x, bins=None, range=None, density=False, weights=None, cumulative=False, bottom=None, histtype="bar", align="mid",
             orientation="vertical", rwidth=None, log=False, color=None, label=None, stacked=False, *, data=None, **kwargs):
        if weights is not None or stacked or orientation != "vertical" or histtype not in ("bar", "stepfilled", "step"):
            _backstep.unsupported("hist with weights, stacked or horizontal", "hist(x, bins)")
        values = floats_nested(x, self.xaxis)
        if values and isinstance(values[0], list):
            _backstep.unsupported("hist of several data sets", "one hist call each")
        counts, edges = _histogram([v for v in values if v == v], 10 if bins is None else bins, range)
        if density:
            total = sum(counts)
            counts = [n / total / (edges[i + 1] - edges[i]) for i, n in enumerate(counts)]
        if cumulative:
            counts = _running(counts, edges if density else None)
        color = self._next_line_color() if color is None else color
        if log:
            self.set_yscale("log")
        rectangles = [Rectangle((edges[i], 0.0), edges[i + 1] - edges[i], float(n), color) for i, n in enumerate(counts)]
        self.yaxis.sticky.append(0.0)
        for rectangle in rectangles:
            self._children.append(rectangle)
        if label is not None and rectangles:
            rectangles[0].set_label(label)
        self._touch("xy")
        container = BarContainer(rectangles, f"_container{len(self._containers)}")
        self._containers.append(container)
        return np.array([float(n) for n in counts]), np.array(edges), container

    def fill_between(self, x, y1, y2=0, where=None, interpolate=False, step=None, *, data=None, **kwargs):
        kwargs = normalized(kwargs, {}, "PolyCollection", SCATTER_PROPERTIES)
        xs = floats(x, self.xaxis)
        low, high = _one(y1, len(xs)), _one(y2, len(xs))
        if len(low) != len(xs) or len(high) != len(xs):
            wrong = low if len(low) != len(xs) else high
            raise ValueError(f"operands could not be broadcast together with shapes ({len(xs)},) ({len(wrong)},) ")
        kept = [True] * len(xs) if where is None else [bool(value) for value in listed(where)]
        color = kwargs.get("color", kwargs.get("facecolor", kwargs.get("fc")))
        color = self._next_patch_color() if color is None else color
        xs_kept = [v for v, k in zip(xs, kept) if k]
        facts = {"kind": "band", "x": xs_kept, "y": [v for v, k in zip(low + high, kept + kept) if k],
                 "y1": low, "y2": high, "where": kept, "xs": xs, "color": colors.to_hex(color), "alpha": kwargs.get("alpha")}
        self._touch("xy")
        return self._add(PolyCollection(facts, str(kwargs.get("label") or "")))

    def _span(self, name, low, high, kwargs):
        normalized(kwargs, {}, "Polygon", PATCH_PROPERTIES)
        axis = self.xaxis if name == "x" else self.yaxis
        ends = [axis.number(low), axis.number(high)]
        color = kwargs.get("color", kwargs.get("facecolor", kwargs.get("fc", "C0")))
        self._touch(name)
        return self._add(Polygon({"kind": "span", name: ends, "color": colors.to_hex(color), "alpha": kwargs.get("alpha")},
                                 str(kwargs.get("label") or "")))

    def axvspan(self, xmin, xmax, ymin=0, ymax=1, **kwargs):
        return self._span("x", xmin, xmax, kwargs)

    def axhspan(self, ymin, ymax, xmin=0, xmax=1, **kwargs):
        return self._span("y", ymin, ymax, kwargs)

    def _segments(self, name, places, low, high, color, style, label, kwargs):
        places = floats(places)
        low, high = _one(low, len(places)), _one(high, len(places))
        along = "y" if name == "x" else "x"
        facts = {"kind": "segments", name: places, along: low + high, "from": low, "to": high, "across": name,
                 "color": colors.to_hex("C0" if color is None else color), "linestyle": line_style(style), "alpha": kwargs.get("alpha")}
        self._touch("xy")
        return self._add(LineCollection(facts, label))

    def vlines(self, x, ymin, ymax, colors=None, linestyles="solid", label="", *, data=None, **kwargs):
        return self._segments("x", x, ymin, ymax, colors or kwargs.get("color"), linestyles, label, kwargs)

    def hlines(self, y, xmin, xmax, colors=None, linestyles="solid", label="", *, data=None, **kwargs):
        return self._segments("y", y, xmin, xmax, colors or kwargs.get("color"), linestyles, label, kwargs)

    # ---- words ----

    def set_title(self, label, fontdict=None, loc=None, pad=None, *, y=None, **kwargs):
        self.title.set_text(label)
        check_text(kwargs)
        return self.title

    def get_title(self, loc="center"):
        return self.title.text

    def text(self, x, y, s, fontdict=None, **kwargs):
        check_text(kwargs)
        words = Text(x, y, str(s))
        self._children.append(words)
        return words

    def annotate(self, text, xy, xytext=None, xycoords="data", textcoords=None, arrowprops=None, annotation_clip=None, **kwargs):
        check_text(kwargs)
        place = xy if xytext is None else xytext
        words = Text(place[0], place[1], str(text))
        words.target = floats(xy)
        words.arrow = arrowprops is not None
        self._children.append(words)
        return words

    def _legend_handles(self):
        handles = [child for child in self._children if isinstance(child, (Line2D, PathCollection, Area, Rectangle))]
        return [handle for handle in handles + self._containers if handle.get_label() != "_nolegend_"]

    def get_legend_handles_labels(self, legend_handler_map=None):
        handles = [handle for handle in self._legend_handles() if handle.get_label() and not handle.get_label().startswith("_")]
        return handles, [handle.get_label() for handle in handles]

    def legend(self, *args, **kwargs):
        for name in kwargs:
            if name not in LEGEND_PROPERTIES:
                raise TypeError(f"Legend.__init__() got an unexpected keyword argument '{name}'")
        handles, labels = kwargs.get("handles"), kwargs.get("labels")
        if (handles is not None or labels is not None) and args:
            _backstep.warn(UserWarning, "You have mixed positional and keyword arguments, some input may be discarded.")
        if handles is not None and labels is not None:
            handles = list(handles)
        elif handles is not None:
            handles = list(handles)
            labels = [handle.get_label() for handle in handles]
        elif labels is not None:
            handles = self._legend_handles()
        elif len(args) == 0:
            handles, labels = self.get_legend_handles_labels()
        elif len(args) == 1:
            labels = args[0]
            handles = self._legend_handles()
        elif len(args) == 2:
            handles, labels = args
        else:
            raise TypeError("Invalid arguments to legend.")
        texts = []
        for handle, label in zip(handles, labels):
            if isinstance(label, str) and label.startswith("_"):
                _backstep.warn(UserWarning, f"The handle {handle!r} has a label of {label!r} which cannot be automatically added to the "
                               "legend.")
            else:
                texts.append(str(label))
        self._legend = Legend(texts)
        return self._legend

    def get_legend(self):
        return self._legend


def floats_nested(values, axis):
    values = listed(at_least_1d(values))
    if values and isinstance(values[0], str):
        return [axis.category(value) for value in values]
    return [[float(item) for item in _flat(value)] if isinstance(value, list) else (math.nan if value is None else float(value))
            for value in values]


def _flat(values):
    result = []
    for value in values:
        if isinstance(value, list):
            result.extend(_flat(value))
        else:
            result.append(value)
    return result


def _histogram(values, bins, limits):
    """(counts, edges) as numpy's histogram: equal bins over the data, the last one closed on both sides."""
    if isinstance(bins, str):
        _backstep.unsupported(f"hist(bins={bins!r})", "a number of bins")
    if isinstance(bins, int):
        low, high = limits if limits is not None else ((min(values), max(values)) if values else (0.0, 1.0))
        if low == high:
            low, high = low - 0.5, high + 0.5
        edges = [low + (high - low) * i / bins for i in range(bins)] + [float(high)]
    else:
        edges = floats(bins)
    counts = [0] * (len(edges) - 1)
    for value in values:
        if edges[0] <= value <= edges[-1]:
            left, right = 0, len(counts)
            while right - left > 1:
                middle = (left + right) // 2
                if value >= edges[middle]:
                    left = middle
                else:
                    right = middle
            counts[left] += 1
    return counts, edges


def _running(counts, edges):
    total = 0
    result = []
    for i, n in enumerate(counts):
        total += n if edges is None else n * (edges[i + 1] - edges[i])
        result.append(total)
    return result


def _refused(name, nearest):
    def method(self, *args, **kwargs):
        _backstep.unsupported("matplotlib's " + name, nearest)
    return method


REFUSED = ("errorbar stem boxplot violinplot pie imshow matshow contour contourf pcolor pcolormesh quiver streamplot hexbin hist2d "
           "stackplot table tricontour tricontourf tripcolor spy eventplot broken_barh barbs acorr xcorr psd specgram arrow fill "
           "bar_label stairs add_patch add_collection add_artist inset_axes secondary_xaxis plot_surface plot3D scatter3D").split()
for _name in REFUSED:
    setattr(Axes, _name, _refused(_name, "plot"))


class AxesSubplot(Axes):
    __module__ = "matplotlib.axes._subplots"
