// SPDX-License-Identifier: GPL-3.0-or-later
// A titled area of the window: quiet title, slot for small switches, content. Splitters and dock separators draw the
// hairline between two panes; where there is none, setBorders() draws it.
#pragma once

#include <QFrame>

class QAction;
class QToolButton;
class QVBoxLayout;

namespace backstep {

class PaneTitle;

class Pane : public QFrame {
    Q_OBJECT
    Q_PROPERTY(QString title READ title WRITE setTitle)

public:
    explicit Pane(const QString& title, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    [[nodiscard]] QString title() const;
    [[nodiscard]] PaneTitle* titleBar() const { return title_; }

    void setContent(QWidget* content);  // takes it over and deletes the one before
    [[nodiscard]] QWidget* content() const { return content_; }
    void addToTitle(QWidget* widget);
    QToolButton* addToTitle(QAction* action);
    void setBorders(Qt::Edges edges);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PaneTitle* title_ = nullptr;
    QVBoxLayout* column_ = nullptr;
    QWidget* content_ = nullptr;
    Qt::Edges borders_;
};

}  // namespace backstep
