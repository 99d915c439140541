# SPDX-License-Identifier: GPL-3.0-or-later
# Module matplotlib_inline: accepted, because textbooks import it; figures are drawn as vectors anyway.
from matplotlib_inline import backend_inline
