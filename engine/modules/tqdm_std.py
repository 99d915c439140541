# SPDX-License-Identifier: GPL-3.0-or-later
# Module tqdm.std: the same progress bars.
from tqdm import TqdmKeyError, tqdm, trange
