// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figureview.h"

#include <utility>

#include <QEvent>
#include <QPainter>

#include "engine/diagram/figurediagram.h"
#include "widgets/appearance.h"
#include "widgets/diagrampainter.h"

namespace backstep {
namespace {

constexpr double kDimmed = 0.4;

}  // namespace

FigureView::FigureView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("figure"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
}

void FigureView::setFigure(Figure figure) {
    figure_ = std::move(figure);
    sentence_.clear();
    drawnAt_ = QSize();
    describe();
    update();
}

void FigureView::clear(const QString& sentence) {
    figure_.reset();
    sentence_ = sentence;
    describe();
    update();
}

void FigureView::setDimmed(bool dimmed) {
    dimmed_ = dimmed;
    update();
}

const Diagram& FigureView::diagram() {
    if (figure_ && drawnAt_ != size()) {
        diagram_ = figureDiagram(*figure_, {double(width()), double(height())});
        drawnAt_ = size();
    }
    return diagram_;
}

void FigureView::describe() {
    setAccessibleName(tr("Figure"));
    QStringList parts;
    if (figure_) {
        for (const FigureAxes& axes : figure_->axes) {
            const auto drawn = static_cast<int>(axes.lines.size() + axes.points.size());
            QString words = tr("%n curve(s)", nullptr, drawn);
            if (!axes.title.empty()) words = QString::fromStdString(plainLabel(axes.title)) + QStringLiteral(": ") + words;
            parts.append(words);
        }
    }
    setAccessibleDescription(figure_ ? parts.join(QStringLiteral("; ")) : sentence_);
}

void FigureView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), ink(Ink::pane));
    if (figure_) {
        painter.setOpacity(dimmed_ ? kDimmed : 1);
        return paintDiagram(painter, diagram(), {currentTheme(), true});
    }
    painter.setFont(interfaceFont());
    painter.setPen(ink(Ink::quiet));
    painter.drawText(rect().adjusted(16, 8, -16, -8), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, sentence_);
}

void FigureView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) describe();
    if (event->type() == QEvent::PaletteChange) update();
}

}  // namespace backstep
