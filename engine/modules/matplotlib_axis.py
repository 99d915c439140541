# SPDX-License-Identifier: GPL-3.0-or-later
# Module matplotlib.axis: the x or the y axis of axes: its scale, its limits and its label.
import _backstep
import math
from matplotlib import rcParams
from matplotlib.artist import Text
from matplotlib.lines import floats


class Axis:
    """The x or the y axis: scale, limits, label, categories."""

    def __init__(self, name, axes):
        self.name = name
        self.axes = axes
        self.label = Text(0.5, 0, "") if name == "x" else Text(0, 0.5, "")
        self.scale = "linear"
        self.limits = None       # set by the program; None: from the data
        self.inverted = False
        self.grid_on = rcParams["axes.grid"]
        self.words = {}
        self.touched = False
        self.sticky = []
        self.margin = rcParams[f"axes.{name}margin"]

    def category(self, word):
        if not isinstance(word, str):
            raise TypeError(f"'value' must be an instance of str or bytes, not a {type(word).__name__}")
        if word not in self.words:
            self.words[word] = len(self.words)
        return float(self.words[word])

    def number(self, value):
        return floats(value, self)[0]

    def set_major_locator(self, locator):
        pass

    def set_major_formatter(self, formatter):
        pass

    def set_ticks_position(self, position):
        pass

    def set_label_text(self, text):
        self.label.set_text(text)

    def get_label(self):
        return self.label

    def set_visible(self, b):
        pass

    def grid(self, visible=None, **kwargs):
        self.grid_on = (not self.grid_on if visible is None and not kwargs else visible is None or bool(visible))

    # ---- limits ----

    def _interval(self):
        lowest, highest, least_positive = math.inf, -math.inf, math.inf
        for values in self.axes._extents(self.name):
            for value in values:
                if value - value == 0:
                    lowest = value if value < lowest else lowest
                    highest = value if value > highest else highest
                    if 0 < value < least_positive:
                        least_positive = value
        return lowest, highest, least_positive

    def has_data(self):
        return math.isfinite(self._interval()[0])

    def automatic(self):
        """The limits that the data ask for: 5 % more on each side, but not across the foot of a bar."""
        if not self.touched:
            return (0.0, 1.0) if self.scale != "log" else (0.1, 1.0)
        low, high, least = self._interval()
        low, high = self._nonsingular(low, high, least)
        tolerance = 1e-5 * max(abs(low), abs(high), abs(high - low))
        below = [value for value in self.sticky if value < low + tolerance]
        above = [value for value in self.sticky if value >= high - tolerance]
        log = self.scale == "log"
        if log:
            least = least if least < math.inf else 1e-300
            low, high = (least if low <= 0 else low), (least if high <= 0 else high)
            start, end = math.log10(low), math.log10(high)
        else:
            start, end = low, high
        step = (end - start) * self.margin
        start, end = start - step, end + step
        if log:
            start, end = 10 ** start, 10 ** end
        if below:
            start = max(start, max(below))
        if above:
            end = min(end, min(above))
        return self._nonsingular(start, end, least) if not log else (start, end)

    def _nonsingular(self, low, high, least):
        if self.scale == "log":
            if not (math.isfinite(low) and math.isfinite(high)) or high <= 0:
                return 1.0, 10.0
            low = min(least, high) if low <= 0 else low
            if low == high:
                decade = math.floor(math.log10(low))
                return (10.0 ** (decade - 1) if 10.0 ** decade == low else 10.0 ** decade), 10.0 ** (math.floor(math.log10(high)) + 1)
            return low, high
        return _expanded(low, high)

    def get(self):
        low, high = self.limits if self.limits is not None else self.automatic()
        return (high, low) if self.inverted and self.limits is None and low < high else (low, high)

    def set(self, low, high):
        old = self.get()
        low = old[0] if low is None else self._checked(low)
        high = old[1] if high is None else self._checked(high)
        if self.scale == "log":
            for value in (low, high):
                if value <= 0:
                    _backstep.warn(UserWarning, f"Attempt to set non-positive {self.name}lim on a log-scaled axis will be ignored.")
            low, high = (old[0] if low <= 0 else low), (old[1] if high <= 0 else high)
        if low == high:
            _backstep.warn(UserWarning, f"Attempting to set identical low and high {self.name}lims makes transformation singular; "
                           "automatically expanding.")
        reverse = low > high
        low, high = _expanded(low, high) if self.scale != "log" else (float(min(low, high)), float(max(low, high)))
        self.limits = (high, low) if reverse else (low, high)
        return self.limits

    def _checked(self, value):
        value = self.number(value)
        if not math.isfinite(value):
            raise ValueError("Axis limits cannot be NaN or Inf")
        return value


def _expanded(low, high):
    """Limits in order and apart from each other."""
    if not (math.isfinite(low) and math.isfinite(high)):
        return -0.05, 0.05
    if high < low:
        low, high = high, low
    low, high = float(low), float(high)
    largest = max(abs(low), abs(high))
    if largest < 1e6 / 1e-15 * 2.2250738585072014e-308:
        return -0.05, 0.05
    if high - low <= largest * 1e-15:
        if high == 0 and low == 0:
            return -0.05, 0.05
        return low - 0.05 * abs(low), high + 0.05 * abs(high)
    return low, high
