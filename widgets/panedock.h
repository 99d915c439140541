// SPDX-License-Identifier: GPL-3.0-or-later
// A pane that can be moved: a dock whose quiet title is its handle.
#pragma once

#include <QDockWidget>

namespace backstep {

class PaneTitle;

class PaneDock : public QDockWidget {
    Q_OBJECT

public:
    PaneDock(const QString& name, const QString& title, QWidget* content, QWidget* parent);
    [[nodiscard]] PaneTitle* titleBar() const { return title_; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PaneTitle* title_;
};

}  // namespace backstep
