// SPDX-License-Identifier: GPL-3.0-or-later
// The quiet line numbers beside the code.
#pragma once

#include <QWidget>

namespace backstep {

class CodeEditor;

class LineGutter : public QWidget {
    Q_OBJECT

public:
    explicit LineGutter(CodeEditor* editor);
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void lineClicked(int line);  // 1 is the first

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    CodeEditor* editor_;
};

}  // namespace backstep
