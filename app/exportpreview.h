// SPDX-License-Identifier: GPL-3.0-or-later
// A picture as large as there is room for, on what will lie behind it.
#pragma once

#include <QWidget>

#include "engine/diagram/diagram.h"
#include "engine/diagram/theme.h"

namespace backstep {

class ExportPreview : public QWidget {
    Q_OBJECT

public:
    explicit ExportPreview(QWidget* parent = nullptr);

    void show(Diagram picture, Theme theme, bool transparent);
    [[nodiscard]] const Diagram& picture() const { return picture_; }
    [[nodiscard]] QSize sizeHint() const override { return {560, 480}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 200}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Diagram picture_;
    Theme theme_ = Theme::light;
    bool transparent_ = false;
};

}  // namespace backstep
