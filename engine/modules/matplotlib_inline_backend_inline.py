# SPDX-License-Identifier: GPL-3.0-or-later
# Module matplotlib_inline.backend_inline: formats of a notebook's pictures, accepted and not needed.


def set_matplotlib_formats(*formats, **kwargs):
    pass
