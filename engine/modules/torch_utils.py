# SPDX-License-Identifier: GPL-3.0-or-later
# Module torch.utils: the package; its part that is here is torch.utils.data.
from torch.utils import data
