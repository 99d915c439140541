// SPDX-License-Identifier: GPL-3.0-or-later
// The program as it starts, until its window is painted.
#include "app/application.h"
#include "tests/bench/start/first_paint.h"

using bench::endAtFirstPaint;
Q_COREAPP_STARTUP_FUNCTION(endAtFirstPaint)

int main(int argc, char** argv) { return backstep::runWindow(argc, argv); }
