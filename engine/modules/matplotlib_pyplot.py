# SPDX-License-Identifier: GPL-3.0-or-later
# Module matplotlib.pyplot: figures by number and the words that act on the current one. show() hands every open figure to the plot view.
import _backstep
import matplotlib
from matplotlib import get_backend, rc, rcdefaults, rcParams
from matplotlib.axes import REFUSED, Axes
from matplotlib.figure import AxesArray, Figure, subplot_place
from matplotlib.lines import Line2D

_figures = {}
_order = []
_STYLES = ("Solarize_Light2 _classic_test_patch _mpl-gallery _mpl-gallery-nogrid bmh classic dark_background fast fivethirtyeight ggplot "
           "grayscale seaborn-v0_8 seaborn-v0_8-bright seaborn-v0_8-colorblind seaborn-v0_8-dark seaborn-v0_8-dark-palette "
           "seaborn-v0_8-darkgrid seaborn-v0_8-deep seaborn-v0_8-muted seaborn-v0_8-notebook seaborn-v0_8-paper seaborn-v0_8-pastel "
           "seaborn-v0_8-poster seaborn-v0_8-talk seaborn-v0_8-ticks seaborn-v0_8-white seaborn-v0_8-whitegrid "
           "tableau-colorblind10").split()


class _Style:
    available = _STYLES

    def use(self, style):
        for name in [style] if isinstance(style, str) else list(style):
            if isinstance(name, dict):
                rcParams.update(name)
            elif name not in _STYLES and name not in ("default", "seaborn") and not name.startswith("seaborn-"):
                raise OSError(f"{name!r} not found in the style library and input is not a valid URL or path; see `style.available` for "
                              "list of available styles")

    def context(self, style, after_reset=False):
        self.use(style)
        return _Nothing()


class _Nothing:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return False


style = _Style()


# ---- figures ----

def figure(num=None, figsize=None, dpi=None, *, facecolor=None, edgecolor=None, frameon=True, FigureClass=Figure, clear=False, **kwargs):
    if isinstance(num, Figure):
        num = num.number
    if num is None:
        num = max([n for n in _figures if isinstance(n, int)], default=0) + 1
    if num not in _figures:
        _figures[num] = Figure(num, figsize, dpi, **kwargs)
    elif clear:
        _figures[num].clear()
    if num in _order:
        _order.remove(num)
    _order.append(num)
    return _figures[num]


def gcf():
    return _figures[_order[-1]] if _order else figure()


def gca():
    return gcf().gca()


def sca(ax):
    figure(ax.figure.number)
    ax.figure.sca(ax)


def get_fignums():
    return sorted(_figures)


def fignum_exists(num):
    return num in _figures


def close(fig=None):
    if fig is None:
        fig = _order[-1] if _order else None
    elif isinstance(fig, Figure):
        fig = fig.number
    for num in list(_order) if fig == "all" else [fig]:
        if num in _figures:
            del _figures[num]
            _order.remove(num)


def clf():
    gcf().clear()


def cla():
    gca().cla()


def delaxes(ax=None):
    ax = gca() if ax is None else ax
    ax.figure.delaxes(ax)


def _hand_over(shown):
    for num in sorted(_figures):
        facts = _figures[num].facts(shown)
        close(num)
        _backstep.figure(facts)


def show(*args, **kwargs):
    _hand_over(True)


def _at_end():
    """Called when the program has ended: figures that were never shown."""
    _hand_over(False)


def draw():
    pass


def pause(interval):
    pass


def ion():
    return _Nothing()


def ioff():
    return _Nothing()


def isinteractive():
    return False


def switch_backend(newbackend):
    pass


def savefig(*args, **kwargs):
    gcf().savefig(*args, **kwargs)


def tight_layout(*, pad=1.08, h_pad=None, w_pad=None, rect=None):
    gcf().tight_layout()


def subplots_adjust(left=None, bottom=None, right=None, top=None, wspace=None, hspace=None):
    gcf()


def suptitle(t, **kwargs):
    return gcf().suptitle(t, **kwargs)


def figtext(x, y, s, fontdict=None, **kwargs):
    return gcf().text(x, y, s, fontdict, **kwargs)


def subplots(nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None, subplot_kw=None,
             gridspec_kw=None, **fig_kw):
    fig = figure(**fig_kw)
    return fig, fig.subplots(nrows, ncols, sharex=sharex, sharey=sharey, squeeze=squeeze, subplot_kw=subplot_kw, gridspec_kw=gridspec_kw)


def subplot(*args, **kwargs):
    fig = gcf()
    place = subplot_place(args)
    for axes in fig.axes:
        if axes.place == place:
            return fig.sca(axes)
    return fig.add_subplot(*args, **kwargs)


def axes(arg=None, **kwargs):
    return gcf().add_subplot(**kwargs) if arg is None else gcf().add_axes(arg, **kwargs)


# ---- words of the current axes ----

def plot(*args, scalex=True, scaley=True, data=None, **kwargs):
    return gca().plot(*args, scalex=scalex, scaley=scaley, data=data, **kwargs)


def scatter(x, y, s=None, c=None, marker=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None, linewidths=None, *, edgecolors=None,
            plotnonfinite=False, data=None, **kwargs):
    return gca().scatter(x, y, s=s, c=c, marker=marker, cmap=cmap, norm=norm, vmin=vmin, vmax=vmax, alpha=alpha, linewidths=linewidths,
                         edgecolors=edgecolors, plotnonfinite=plotnonfinite, data=data, **kwargs)


def bar(x, height, width=0.8, bottom=None, *, align="center", data=None, **kwargs):
    return gca().bar(x, height, width=width, bottom=bottom, align=align, data=data, **kwargs)


def barh(y, width, height=0.8, left=None, *, align="center", data=None, **kwargs):
    return gca().barh(y, width, height=height, left=left, align=align, data=data, **kwargs)


def hist(x, bins=None, range=None, density=False, weights=None, cumulative=False, bottom=None, histtype="bar", align="mid",
         orientation="vertical", rwidth=None, log=False, color=None, label=None, stacked=False, *, data=None, **kwargs):
    return gca().hist(x, bins=bins, range=range, density=density, weights=weights, cumulative=cumulative, bottom=bottom, histtype=histtype,
                      align=align, orientation=orientation, rwidth=rwidth, log=log, color=color, label=label, stacked=stacked, data=data,
                      **kwargs)


def title(label, fontdict=None, loc=None, pad=None, *, y=None, **kwargs):
    return gca().set_title(label, fontdict=fontdict, loc=loc, pad=pad, y=y, **kwargs)


def xlabel(xlabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
    return gca().set_xlabel(xlabel, fontdict=fontdict, labelpad=labelpad, loc=loc, **kwargs)


def ylabel(ylabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
    return gca().set_ylabel(ylabel, fontdict=fontdict, labelpad=labelpad, loc=loc, **kwargs)


def xlim(*args, **kwargs):
    ax = gca()
    return ax.set_xlim(*args, **kwargs) if args or kwargs else ax.get_xlim()


def ylim(*args, **kwargs):
    ax = gca()
    return ax.set_ylim(*args, **kwargs) if args or kwargs else ax.get_ylim()


def xscale(value, **kwargs):
    return gca().set_xscale(value, **kwargs)


def yscale(value, **kwargs):
    return gca().set_yscale(value, **kwargs)


def xticks(ticks=None, labels=None, *, minor=False, **kwargs):
    ax = gca()
    texts = ax.set_xticks(ticks, labels) if ticks is not None else []
    return ticks, texts


def yticks(ticks=None, labels=None, *, minor=False, **kwargs):
    ax = gca()
    texts = ax.set_yticks(ticks, labels) if ticks is not None else []
    return ticks, texts


def grid(visible=None, which="major", axis="both", **kwargs):
    return gca().grid(visible, which=which, axis=axis, **kwargs)


def axis(*args, emit=True, **kwargs):
    return gca().axis(*args, emit=emit, **kwargs)


def text(x, y, s, fontdict=None, **kwargs):
    return gca().text(x, y, s, fontdict=fontdict, **kwargs)


def annotate(text, xy, xytext=None, xycoords="data", textcoords=None, arrowprops=None, annotation_clip=None, **kwargs):
    return gca().annotate(text, xy, xytext=xytext, xycoords=xycoords, textcoords=textcoords, arrowprops=arrowprops,
                          annotation_clip=annotation_clip, **kwargs)


def colorbar(*args, **kwargs):
    _backstep.unsupported("matplotlib's colorbar", "legend")


def setp(obj, *args, **kwargs):
    for one in obj if isinstance(obj, (list, tuple)) else [obj]:
        if hasattr(one, "set"):
            one.set(**kwargs)


def xkcd(*args, **kwargs):
    return _Nothing()


def get_cmap(name=None, lut=None):
    _backstep.unsupported("matplotlib's colour maps", "a colour name")


def subplot2grid(*args, **kwargs):
    _backstep.unsupported("matplotlib's subplot2grid", "subplots")


def _forward(name):
    def function(*args, **kwargs):
        return getattr(gca(), name)(*args, **kwargs)
    function.__name__ = name
    return function


for _name in ("axhline axvline axline axhspan axvspan hlines vlines fill_between legend step semilogx semilogy loglog margins tick_params "
              "minorticks_on minorticks_off locator_params ticklabel_format autoscale twinx twiny").split() + REFUSED:
    globals()[_name] = _forward(_name)
