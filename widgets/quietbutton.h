// SPDX-License-Identifier: GPL-3.0-or-later
// A small button of text alone, in the quiet ink; hovered, focused or checked it takes the text ink.
#pragma once

#include <QToolButton>

#include "engine/base/ink.h"

namespace backstep {

class QuietButton : public QToolButton {
    Q_OBJECT

public:
    explicit QuietButton(QWidget* parent = nullptr);
    explicit QuietButton(const QString& text, QWidget* parent = nullptr);
    void setInk(Ink ink);               // of what it switches: a curve
    void setProminent(bool prominent);  // an offer to be seen: outlined, in the forward ink
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Ink ink_ = Ink::text;
    bool prominent_ = false;
};

}  // namespace backstep
