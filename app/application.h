// SPDX-License-Identifier: GPL-3.0-or-later
// The program with a window.
#pragma once

namespace backstep {

// Opens the window on the file or formula of the command line, or on the example; returns the exit status.
int runWindow(int& argc, char** argv);

}  // namespace backstep
