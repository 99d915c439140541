# SPDX-License-Identifier: GPL-3.0-or-later
# Module torch.optim.optimizer: Optimizer under the name that some programs import it by.
from torch.optim import Optimizer, required
