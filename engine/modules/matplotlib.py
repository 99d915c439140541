# SPDX-License-Identifier: GPL-3.0-or-later
# Module matplotlib: the package and its settings. Only what changes a figure's facts is looked at; the rest is kept as it was set.
import _backstep

__version__ = "3.6.3"


class RcParams(dict):
    """The settings, by name."""


rcParams = RcParams({
    "figure.figsize": [6.4, 4.8], "figure.dpi": 100.0, "savefig.dpi": "figure", "axes.grid": False, "lines.linewidth": 1.5,
    "lines.linestyle": "-", "lines.marker": "None", "lines.markersize": 6.0, "lines.color": "C0", "font.size": 10.0,
    "font.family": ["sans-serif"], "font.sans-serif": ["DejaVu Sans"], "axes.titlesize": "large", "axes.labelsize": "medium",
    "axes.unicode_minus": True, "axes.facecolor": "white", "axes.edgecolor": "black", "axes.linewidth": 0.8, "axes.xmargin": 0.05,
    "axes.ymargin": 0.05, "axes.spines.top": True, "axes.spines.right": True, "xtick.labelsize": "medium", "ytick.labelsize": "medium",
    "legend.fontsize": "medium", "legend.loc": "best", "grid.alpha": 1.0, "grid.linestyle": "-", "grid.color": "#b0b0b0",
    "figure.facecolor": "white", "image.cmap": "viridis", "text.usetex": False, "svg.fonttype": "path", "figure.autolayout": False,
    "interactive": False, "backend": "agg", "scatter.marker": "o", "mathtext.fontset": "dejavusans", "figure.max_open_warning": 20})
_standard = dict(rcParams)
rcParamsDefault = RcParams(_standard)


def rc(group, **kwargs):
    groups = [group] if isinstance(group, str) else group
    short = {"lw": "linewidth", "ls": "linestyle", "c": "color", "fc": "facecolor", "ec": "edgecolor", "mew": "markeredgewidth"}
    for name in groups:
        for key, value in kwargs.items():
            rcParams[f"{name}.{short.get(key, key)}"] = value


def rcdefaults():
    rcParams.clear()
    rcParams.update(_standard)


def use(backend, *, force=True):
    pass


def get_backend():
    return "agg"


def set_loglevel(level):
    pass


def interactive(b):
    pass
