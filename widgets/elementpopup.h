// SPDX-License-Identifier: GPL-3.0-or-later
// Asks which number of a large tensor has the row: its index, as [3, 0] or 3, 0.
#pragma once

#include <functional>

#include <QFrame>

class QLineEdit;

namespace backstep {

class ElementPopup : public QFrame {
    Q_OBJECT

public:
    // `take` says whether there is such an element; then the popup closes.
    ElementPopup(const QString& tensor, const QString& index, std::function<bool(const QString&)> take, QWidget* parent);
    void openUnder(const QWidget& widget);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QLineEdit* index_;
    std::function<bool(const QString&)> take_;
};

}  // namespace backstep
