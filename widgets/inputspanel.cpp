// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inputspanel.h"

#include <algorithm>

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "widgets/appearance.h"

namespace backstep {
InputsPanel::InputsPanel(QWidget* parent) : QScrollArea(parent) {
    setObjectName(QStringLiteral("inputsPanel"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setFocusPolicy(Qt::NoFocus);
    auto* inside = new QWidget(this);
    inside->setObjectName(QStringLiteral("inputRows"));
    inside->setBackgroundRole(QPalette::Base);
    column_ = new QVBoxLayout(inside);
    column_->setContentsMargins(14, 4, 10, 8);
    column_->setSpacing(0);
    nothing_ = new QLabel(inside);
    nothing_->setObjectName(QStringLiteral("noInputsLabel"));
    nothing_->setWordWrap(true);
    column_->addWidget(nothing_);
    column_->addStretch(1);
    setWidget(inside);
    viewport()->setBackgroundRole(QPalette::Base);
    retranslate();
}

bool InputsPanel::hasNamesOf(const QVector<InputRow>& rows) const {
    if (rows.size() != views_.size()) return false;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows[i].name != views_[i]->row().name) return false;
    }
    return true;
}

void InputsPanel::setInputs(const QVector<InputRow>& rows) {
    if (!hasNamesOf(rows)) return rebuild(rows);
    for (qsizetype i = 0; i < rows.size(); ++i) views_[i]->setRow(rows[i]);
}

void InputsPanel::rebuild(const QVector<InputRow>& rows) {
    qDeleteAll(views_);
    views_.clear();
    for (const InputRow& row : rows) {
        auto* view = new InputRowView(row, widget());
        connect(view, &InputRowView::valueChanged, this, &InputsPanel::valueChanged);
        connect(view, &InputRowView::rangeChanged, this, &InputsPanel::rangeChanged);
        connect(view, &InputRowView::plotOverChosen, this, &InputsPanel::choose);
        connect(view, &InputRowView::elementAsked, this, &InputsPanel::elementAsked);
        view->setChoiceShown(rows.size() > 1);
        column_->insertWidget(column_->count() - 1, view);
        views_.append(view);
    }
    nothing_->setVisible(rows.isEmpty());
    alignNames();
    updateGeometry();
}

void InputsPanel::choose(const QString& name) {
    for (InputRowView* view : views_) {
        InputRow row = view->row();
        row.plotOver = row.name == name;
        view->setRow(row);
    }
    emit plotOverChanged(name);
}

QVector<InputRow> InputsPanel::inputs() const {
    QVector<InputRow> rows;
    for (const InputRowView* view : views_) rows.append(view->row());
    return rows;
}

void InputsPanel::alignNames() {
    int width = 0;
    for (const InputRowView* view : views_) width = qMax(width, view->nameWidth(viewport()->width()));
    // A row whose element can be chosen has a button for that beside its name.
    const bool picks = std::any_of(views_.begin(), views_.end(), [](const InputRowView* view) { return !view->row().whole.isEmpty(); });
    for (InputRowView* view : views_) view->setNameWidth(width + (picks && view->row().whole.isEmpty() ? InputRowView::kPickRoom : 0));
}

void InputsPanel::setRoom(int rows) {
    room_ = rows;
    updateGeometry();
}

QSize InputsPanel::sizeHint() const {
    const QSize all = widget()->sizeHint();
    if (views_.size() <= room_) return all;
    const QMargins margins = column_->contentsMargins();
    return {all.width(), views_.first()->sizeHint().height() * room_ + margins.top() + margins.bottom()};
}

QSize InputsPanel::minimumSizeHint() const {
    const int rows = int(qMin<qsizetype>(views_.size(), 2));
    const int row = views_.isEmpty() ? nothing_->sizeHint().height() : views_.first()->sizeHint().height();
    return {widget()->minimumSizeHint().width(), qMax(1, rows) * row + 12};
}

void InputsPanel::retranslate() {
    setAccessibleName(tr("Inputs"));
    nothing_->setText(tr("No inputs to change."));
    nothing_->setFont(interfaceFont(0.92));
    QPalette quiet;
    quiet.setColor(QPalette::WindowText, ink(Ink::quiet));
    nothing_->setPalette(quiet);
    alignNames();
}

void InputsPanel::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    alignNames();
}

void InputsPanel::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    const auto type = event->type();
    if (column_ == nullptr || nothing_ == nullptr) return;
    const bool ours = type == QEvent::LanguageChange || type == QEvent::PaletteChange;
    if (ours || type == QEvent::ApplicationFontChange) retranslate();
}

}  // namespace backstep
