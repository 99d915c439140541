// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a window can be: what a start is measured against.
#include <QApplication>
#include <QMainWindow>

#include "tests/bench/start/first_paint.h"

using bench::endAtFirstPaint;
Q_COREAPP_STARTUP_FUNCTION(endAtFirstPaint)

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1200, 800);
    window.show();
    return QApplication::exec();
}
