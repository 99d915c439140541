# SPDX-License-Identifier: GPL-3.0-or-later
# Module d2l: the package of a textbook's helpers; its part for PyTorch is d2l.torch.
__version__ = "0.17.6"
