// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panedock.h"

#include <QPainter>

#include "widgets/appearance.h"
#include "widgets/panetitle.h"

namespace backstep {

PaneDock::PaneDock(const QString& name, const QString& title, QWidget* content, QWidget* parent)
    : QDockWidget(title, parent), title_(new PaneTitle(title, this)) {
    setObjectName(name);
    setTitleBarWidget(title_);
    setWidget(content);
}

void PaneDock::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), ink(Ink::pane));
}

}  // namespace backstep
