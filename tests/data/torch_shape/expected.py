# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every program of this folder with the real PyTorch and keeps what it prints.
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).parent
for program in sorted(here.glob("*.py")):
    if program.name != "expected.py":
        run = subprocess.run([sys.executable, program.name], cwd=here, capture_output=True, text=True)
        program.with_suffix(".expected").write_text(run.stdout)
