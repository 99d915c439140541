# SPDX-License-Identifier: GPL-3.0-or-later
# Module matplotlib.colors: what a program may write for a colour, and its #rrggbb.
import _backstep

_CSS = (
    "aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4 black 000000 "
    "blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0 chartreuse 7fff00 "
    "chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff darkblue 00008b darkcyan 008b8b "
    "darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 darkkhaki bdb76b darkmagenta 8b008b darkolivegreen 556b2f "
    "darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon e9967a darkseagreen 8fbc8f darkslateblue 483d8b "
    "darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise 00ced1 darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff "
    "dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick b22222 floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff "
    "gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 goldenrod daa520 gray 808080 green 008000 greenyellow adff2f grey 808080 "
    "honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082 ivory fffff0 khaki f0e68c lavender e6e6fa lavenderblush fff0f5 "
    "lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6 lightcoral f08080 lightcyan e0ffff lightgoldenrodyellow fafad2 "
    "lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 lightpink ffb6c1 lightsalmon ffa07a lightseagreen 20b2aa lightskyblue 87cefa "
    "lightslategray 778899 lightslategrey 778899 lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6 "
    "magenta ff00ff maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db "
    "mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585 "
    "midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 oldlace fdf5e6 olive 808000 "
    "olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98 paleturquoise afeeee "
    "palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd powderblue b0e0e6 purple 800080 "
    "rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 "
    "seagreen 2e8b57 seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb slateblue 6a5acd slategray 708090 slategrey 708090 "
    "snow fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 thistle d8bfd8 tomato ff6347 turquoise 40e0d0 "
    "violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5 yellow ffff00 yellowgreen 9acd32"
)
_words = _CSS.split()
CSS4_COLORS = {_words[i]: "#" + _words[i + 1] for i in range(0, len(_words), 2)}
BASE_COLORS = {"b": (0, 0, 1), "g": (0, 0.5, 0), "r": (1, 0, 0), "c": (0, 0.75, 0.75), "m": (0.75, 0, 0.75), "y": (0.75, 0.75, 0),
               "k": (0, 0, 0), "w": (1, 1, 1)}
TABLEAU_COLORS = {"tab:blue": "#1f77b4", "tab:orange": "#ff7f0e", "tab:green": "#2ca02c", "tab:red": "#d62728", "tab:purple": "#9467bd",
                  "tab:brown": "#8c564b", "tab:pink": "#e377c2", "tab:gray": "#7f7f7f", "tab:olive": "#bcbd22", "tab:cyan": "#17becf",
                  "tab:grey": "#7f7f7f"}
CYCLE = ["#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22", "#17becf"]
_DIGITS = "0123456789abcdefABCDEF"


def _of_hex(text):
    digits = text[1:]
    for digit in digits:
        if digit not in _DIGITS:
            return None
    if len(digits) in (3, 4):
        digits = "".join(digit + digit for digit in digits)
    if len(digits) not in (6, 8):
        return None
    numbers = [int(digits[i:i + 2], 16) / 255 for i in range(0, len(digits), 2)]
    return tuple(numbers) if len(numbers) == 4 else tuple(numbers) + (1.0,)


def _of_text(text):
    if text.lower() == "none":
        return (0.0, 0.0, 0.0, 0.0)
    if len(text) > 1 and text[0] == "C" and text[1:].isdigit():
        text = CYCLE[int(text[1:]) % len(CYCLE)]
    if text in BASE_COLORS:
        return tuple(float(value) for value in BASE_COLORS[text]) + (1.0,)
    if text.startswith("xkcd:"):
        _backstep.unsupported("the colour " + text, "a colour name of CSS or #rrggbb")
    text = TABLEAU_COLORS.get(text.lower(), CSS4_COLORS.get(text.lower(), text))
    if text.startswith("#"):
        return _of_hex(text)
    try:
        gray = float(text)
    except ValueError:
        return None
    if not 0 <= gray <= 1:
        raise ValueError(f"Invalid string grayscale value {text!r}. Value must be within 0-1 range")
    return (gray, gray, gray, 1.0)


def _rgba(c):
    if isinstance(c, str):
        return _of_text(c)
    if hasattr(c, "tolist"):
        c = c.tolist()
    if not isinstance(c, (tuple, list)) or len(c) not in (3, 4):
        return None
    for value in c:
        if isinstance(value, (str, tuple, list)) or not 0 <= value <= 1:
            return None
    return tuple(float(value) for value in c) + ((1.0,) if len(c) == 3 else ())


def to_rgba(c, alpha=None):
    rgba = _rgba(c)
    if rgba is None:
        if not isinstance(c, str) and isinstance(c, (tuple, list)) and len(c) in (3, 4):
            raise ValueError("RGBA values should be within 0-1 range")
        raise ValueError(f"Invalid RGBA argument: {c!r}")
    return rgba if alpha is None else rgba[:3] + (float(alpha),)


def to_rgb(c):
    return to_rgba(c)[:3]


def to_hex(c, keep_alpha=False):
    rgba = to_rgba(c)
    values = rgba if keep_alpha else rgba[:3]
    return "#" + "".join(f"{round(value * 255):02x}" for value in values)


def is_color_like(c):
    try:
        return _rgba(c) is not None
    except ValueError:
        return False


def checked(name, c):
    """The colour as a program gave it for the property of that name; matplotlib's error if it is none."""
    if not is_color_like(c):
        raise ValueError(f"{c!r} is not a valid value for {name}")
    return c
