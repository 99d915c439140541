# SPDX-License-Identifier: GPL-3.0-or-later
# Module torch.nn.modules: the package of the layers; torch.nn has all of them under one name.
