# SPDX-License-Identifier: GPL-3.0-or-later
# Module matplotlib.artist: what may be put into axes, beside lines: words, points, bars, areas; and the properties that each may be given.
from matplotlib import colors
from matplotlib.lines import listed

TEXT_PROPERTIES = set(("agg_filter alpha animated backgroundcolor bbox clip_box clip_on clip_path color c figure fontfamily family font "
                        "fontname fontproperties fontsize size fontstretch stretch fontstyle style fontvariant variant fontweight weight "
                        "gid horizontalalignment ha in_layout label linespacing math_fontfamily mouseover multialignment ma parse_math "
                        "path_effects picker position rasterized rotation rotation_mode sketch_params snap text transform "
                        "transform_rotates_text url usetex verticalalignment va visible wrap x y zorder fontdict loc pad labelpad").split())
PATCH_PROPERTIES = set(("agg_filter alpha angle animated antialiased antialiaseds aa capstyle clip_box clip_on clip_path color edgecolor "
                         "ec facecolor fc figure fill gid hatch in_layout joinstyle label linestyle ls linewidth lw mouseover path_effects "
                         "picker rasterized sketch_params snap transform url visible zorder edgecolors facecolors linewidths linestyles "
                         "where interpolate step").split())
SCATTER_PROPERTIES = PATCH_PROPERTIES | set("array clim cmap norm offset_transform offsets paths pickradius sizes urls".split())
LEGEND_PROPERTIES = set(("loc bbox_to_anchor ncol ncols prop fontsize labelcolor numpoints scatterpoints scatteryoffsets markerscale "
                          "markerfirst frameon fancybox shadow framealpha facecolor edgecolor mode bbox_transform title title_fontsize "
                          "title_fontproperties alignment borderpad labelspacing handlelength handleheight handletextpad borderaxespad "
                          "columnspacing handler_map handles labels").split())
SCALES = ("linear", "log", "symlog", "asinh", "logit", "function", "functionlog")


def check_text(kwargs):
    for name in kwargs:
        if name not in TEXT_PROPERTIES:
            raise AttributeError(f"Text.set() got an unexpected keyword argument {name!r}")


class Text:
    __module__ = "matplotlib.text"

    def __init__(self, x, y, text):
        self.x, self.y, self.text = x, y, text

    def get_text(self):
        return self.text

    def set_text(self, s):
        self.text = "" if s is None else str(s)

    def get_position(self):
        return self.x, self.y

    def set_position(self, xy):
        self.x, self.y = xy

    def set_color(self, color):
        colors.checked("color", color)

    def set_fontsize(self, size):
        pass

    def set_visible(self, b):
        pass

    def set_rotation(self, s):
        pass

    def __repr__(self):
        return f"Text({self.x}, {self.y}, {self.text!r})"


class Legend:
    __module__ = "matplotlib.legend"

    def __init__(self, texts):
        self.texts = texts

    def get_texts(self):
        return [Text(0, 0, text) for text in self.texts]

    def set_title(self, title, prop=None):
        pass

    def set_visible(self, b):
        pass

    def get_frame(self):
        return Decoration()

    def __str__(self):
        return "Legend"

    def set_frame_on(self, b):
        pass


class PathCollection:
    """The points of one scatter."""
    __module__ = "matplotlib.collections"

    def __init__(self, x, y, color, marker, sizes, alpha, label):
        self.x, self.y, self.color, self.marker, self.sizes, self.alpha = x, y, color, marker, sizes, alpha
        self.axes = None
        self._label = label

    def get_label(self):
        return self._label

    def set_label(self, s):
        self._label = str(s)

    def get_offsets(self):
        return [[x, y] for x, y in zip(self.x, self.y)]

    def set_offsets(self, offsets):
        pairs = listed(offsets)
        self.x = [float(pair[0]) for pair in pairs]
        self.y = [float(pair[1]) for pair in pairs]

    def remove(self):
        self.axes._children.remove(self)


class Area:
    """A filled band, a span or a set of segments: drawn, but with no data of its own that a program asks for."""
    __module__ = "matplotlib.collections"

    def __init__(self, facts, label):
        self.facts = facts
        self.axes = None
        self._label = label

    def get_label(self):
        return self._label

    def set_label(self, s):
        self._label = str(s)

    def remove(self):
        self.axes._children.remove(self)


class PolyCollection(Area):
    __module__ = "matplotlib.collections"


class LineCollection(Area):
    __module__ = "matplotlib.collections"


class Polygon(Area):
    __module__ = "matplotlib.patches"


class Rectangle:
    __module__ = "matplotlib.patches"

    def __init__(self, xy, width, height, color):
        self.x, self.y, self.width, self.height, self.color = xy[0], xy[1], width, height, color
        self._label = "_nolegend_"

    def get_x(self):
        return self.x

    def get_y(self):
        return self.y

    def get_width(self):
        return self.width

    def get_height(self):
        return self.height

    def get_label(self):
        return self._label

    def set_label(self, s):
        self._label = str(s)

    def get_facecolor(self):
        return colors.to_rgba(self.color)

    def set_color(self, c):
        self.color = c

    def set_facecolor(self, c):
        self.color = c

    def set_height(self, h):
        self.height = h

    def set_alpha(self, alpha):
        pass


class BarContainer:
    __module__ = "matplotlib.container"

    def __init__(self, patches, label):
        self.patches = patches
        self._label = label

    def get_label(self):
        return self._label

    def __len__(self):
        return len(self.patches)

    def __iter__(self):
        return iter(self.patches)

    def __getitem__(self, i):
        return self.patches[i]

    def __repr__(self):
        return f"<BarContainer object of {len(self.patches)} artists>"


class Decoration:
    """Spines, ticks, frames: they may be asked to look different; it changes no fact of the figure."""

    def __getitem__(self, name):
        return Decoration()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return _accept if name.startswith("set_") or name in ("tick_params", "grid") else Decoration()

    def __setitem__(self, name, value):
        pass

    def __iter__(self):
        return iter(())

    def values(self):
        return [Decoration() for _ in range(4)]


def _accept(*args, **kwargs):
    return None
