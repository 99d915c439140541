# SPDX-License-Identifier: GPL-3.0-or-later
# Module torch.nn.parameter: Parameter under the name that some programs import it by.
import torch

Parameter = torch._parameter
