# SPDX-License-Identifier: GPL-3.0-or-later
# Module IPython.display: as outside of a notebook: display prints the text of an object, pictures and pages their type.


def display(*objs, **kwargs):
    for obj in objs:
        print(repr(obj))


def clear_output(wait=False):
    pass


def set_matplotlib_formats(*formats, **kwargs):
    pass


class DisplayObject:
    __module__ = "IPython.core.display"

    def __init__(self, data=None, **kwargs):
        self.data = data

    def __repr__(self):
        return f"<IPython.core.display.{type(self).__name__} object>"


class HTML(DisplayObject):
    pass


class Markdown(DisplayObject):
    pass


class Math(DisplayObject):
    pass


class Latex(DisplayObject):
    pass


class Image(DisplayObject):
    pass


class SVG(DisplayObject):
    pass
