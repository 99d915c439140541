// SPDX-License-Identifier: GPL-3.0-or-later
// The quiet line above a pane: a small title at the left, small switches and actions at the right.
// It can be the title bar of a dock as well (QDockWidget::setTitleBarWidget): it lets the mouse through.
#pragma once

#include <QString>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace backstep {

class PaneTitle : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString title READ title WRITE setTitle)

public:
    explicit PaneTitle(QString title, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    [[nodiscard]] QString title() const { return title_; }

    void addWidget(QWidget* widget);  // into the slot at the right
    // Several contents share the pane: one tab each, at the left, instead of the title. Switching is the caller's.
    void addTab(QAction* action);
    // A quiet text button for an action; checked actions are drawn in the text ink.
    QToolButton* addAction(QAction* action);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void applyFont();
    void elide();

    QString title_;
    QLabel* label_ = nullptr;
    QHBoxLayout* slot_ = nullptr;
    QHBoxLayout* tabs_ = nullptr;
};

}  // namespace backstep
