// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/linegutter.h"

#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>

#include "widgets/appearance.h"
#include "widgets/codeeditor.h"

namespace backstep {
namespace {

constexpr int kLeft = 12;
constexpr int kRight = 6;

}  // namespace

LineGutter::LineGutter(CodeEditor* editor) : QWidget(editor), editor_(editor) {
    setObjectName(QStringLiteral("lineGutter"));
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("Go to the step of this line (Ctrl+L)"));
}

void LineGutter::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) setToolTip(tr("Go to the step of this line (Ctrl+L)"));
}

void LineGutter::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    for (const auto& [number, top, height] : editor_->visibleLines()) {
        if (event->position().y() >= top && event->position().y() < top + height) return emit lineClicked(number + 1);
    }
}

QSize LineGutter::sizeHint() const {
    const auto digits = QString::number(qMax(1, editor_->blockCount())).size();
    return {kLeft + kRight + editor_->fontMetrics().horizontalAdvance(QLatin1Char('0')) * int(digits), 0};
}

void LineGutter::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(event->rect(), editor_->palette().color(QPalette::Base));
    painter.setFont(editor_->font());
    const int current = editor_->textCursor().blockNumber();
    for (const auto& [number, top, height] : editor_->visibleLines()) {
        if (top > event->rect().bottom()) break;
        painter.setPen(number == current && editor_->hasFocus() ? ink(Ink::quiet) : ink(Ink::faint));
        painter.drawText(QRectF(0, top, width() - kRight, height), Qt::AlignRight | Qt::AlignVCenter, QString::number(number + 1));
    }
}

}  // namespace backstep
