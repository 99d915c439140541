// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inputrow.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "widgets/appearance.h"
#include "widgets/elementpopup.h"
#include "widgets/icons.h"
#include "widgets/rangepopup.h"
#include "widgets/valuefield.h"
#include "widgets/valueslider.h"
#include "widgets/valuetext.h"

namespace backstep {
namespace {

constexpr int kShortName = 60, kLongestName = 150;
constexpr int kSlant = 4;  // an italic letter leans out of its box

}  // namespace

InputRowView::InputRowView(const InputRow& row, QWidget* parent)
    : QWidget(parent),
      row_(row),
      name_(new QLabel(this)),
      pick_(new QToolButton(this)),
      field_(new ValueField(this)),
      slider_(new ValueSlider(this)),
      plotOver_(new QToolButton(this)) {
    setObjectName(QStringLiteral("input_") + row.name);
    name_->setObjectName(QStringLiteral("inputName"));
    field_->setObjectName(QStringLiteral("inputValue"));
    slider_->setObjectName(QStringLiteral("inputSlider"));
    plotOver_->setObjectName(QStringLiteral("plotOverButton"));
    name_->setTextFormat(Qt::PlainText);
    pick_->setObjectName(QStringLiteral("pickElement"));
    pick_->setText(QStringLiteral("…"));
    pick_->setFixedSize(26, 26);
    pick_->setAutoRaise(true);
    pick_->setFocusPolicy(Qt::TabFocus);
    connect(pick_, &QToolButton::clicked, this, &InputRowView::askElement);
    plotOver_->setIcon(icon(QStringLiteral("curve"), IconInk::quiet));
    plotOver_->setIconSize(QSize(18, 18));
    plotOver_->setFixedSize(26, 26);
    plotOver_->setAutoRaise(true);
    plotOver_->setCheckable(true);
    plotOver_->setProperty("round", true);
    plotOver_->setFocusPolicy(Qt::TabFocus);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 2, 0, 2);
    line->setSpacing(8);
    line->addWidget(name_);
    line->addWidget(pick_);
    line->addWidget(field_);
    line->addWidget(slider_, 1);
    line->addWidget(plotOver_);
    connectAll();
    setRow(row);
    retranslate();
}

void InputRowView::connectAll() {
    connect(field_, &ValueField::committed, this, [this](double value) { take(value, true); });
    connect(slider_, &ValueSlider::moved, this, [this](double value, bool finished) { take(value, finished); });
    connect(slider_, &ValueSlider::rangeAsked, this, &InputRowView::askRange);
    connect(plotOver_, &QToolButton::clicked, this, [this] {
        plotOver_->setChecked(true);  // one of them is always chosen: a second click takes nothing back
        if (!row_.plotOver) emit plotOverChosen(row_.name);
    });
}

void InputRowView::setRow(const InputRow& row) {
    row_ = row;
    widen();
    slider_->setSpan(row_.minimum, row_.maximum);
    slider_->setNumber(row_.value);
    field_->setNudge(10 * slider_->step());
    field_->setValue(row_.value);
    plotOver_->setChecked(row_.plotOver);
    pick_->setVisible(!row_.whole.isEmpty());
    retranslate();
}

void InputRowView::take(double value, bool finished) {
    row_.value = value;
    const bool wider = widen();
    if (wider) {
        slider_->setSpan(row_.minimum, row_.maximum);
        field_->setNudge(10 * slider_->step());
        retranslate();
    }
    slider_->setNumber(value);
    field_->setValue(value);
    if (wider) emit rangeChanged(row_.name, row_.minimum, row_.maximum);
    emit valueChanged(row_.name, value, finished);
}

bool InputRowView::widen() {
    const InputRow before = row_;
    if (!(row_.minimum < row_.maximum)) {
        row_.minimum = -5;
        row_.maximum = 5;
    }
    if (row_.value < row_.minimum) row_.minimum = std::min(tidyBeyond(row_.value), row_.value);
    if (row_.value > row_.maximum) row_.maximum = std::max(tidyBeyond(row_.value), row_.value);
    return !(before == row_);
}

void InputRowView::applyRange(double minimum, double maximum) {
    row_.minimum = minimum;
    row_.maximum = maximum;
    const double inside = std::clamp(row_.value, minimum, maximum);
    slider_->setSpan(minimum, maximum);
    field_->setNudge(10 * slider_->step());
    retranslate();
    emit rangeChanged(row_.name, minimum, maximum);
    if (inside != row_.value) take(inside, true);
}

void InputRowView::askRange() {
    auto* popup = new RangePopup(row_.name, row_.minimum, row_.maximum, this);
    connect(popup, &RangePopup::chosen, this, &InputRowView::applyRange);
    popup->openUnder(*slider_);
}

void InputRowView::askElement() {
    auto* popup = new ElementPopup(
        row_.whole, row_.name.mid(row_.whole.size()),
        [this](const QString& index) {
            bool taken = false;
            emit elementAsked(row_.whole, index, &taken);
            return taken;
        },
        this);
    popup->openUnder(*pick_);
}

void InputRowView::setChoiceShown(bool shown) { plotOver_->setVisible(shown); }

int InputRowView::nameWidth(int room) const {
    // The metrics in whole pixels may be a fraction too small, and a name of three letters would become "…".
    const int whole = static_cast<int>(std::ceil(QFontMetricsF(mathFont(1.25)).horizontalAdvance(row_.name))) + 1 + kSlant;
    return qBound(16, whole, std::clamp(room * 3 / 10, kShortName, kLongestName));
}

void InputRowView::setNameWidth(int width) {
    name_->setFixedWidth(width);
    elideName();
}

void InputRowView::elideName() {
    name_->setFont(mathFont(1.25));
    // Colour is never the only sign: what differs from the text is underlined as well.
    QFont font = name_->font();
    font.setUnderline(row_.differs);
    name_->setFont(font);
    QPalette palette;
    palette.setColor(QPalette::WindowText, ink(row_.differs ? Ink::forward : Ink::text));
    name_->setPalette(palette);
    name_->setText(QFontMetrics(name_->font()).elidedText(row_.name, Qt::ElideMiddle, name_->width() - kSlant));
    const QString whole = name_->text() == row_.name ? QString() : row_.name;
    const QString tip = row_.differs ? tr("%1 has another value than in the text").arg(row_.name) : whole;
    name_->setToolTip(tip.isEmpty() ? tip : Qt::convertFromPlainText(tip));
}

void InputRowView::retranslate() {
    elideName();
    name_->setAccessibleName(row_.name);
    name_->setAccessibleDescription(row_.differs ? tr("%1 has another value than in the text").arg(row_.name) : QString());
    pick_->setAccessibleName(tr("Choose another element of %1").arg(row_.whole));
    pick_->setToolTip(Qt::convertFromPlainText(pick_->accessibleName()));
    field_->setAccessibleName(tr("Value of %1").arg(row_.name));
    slider_->setAccessibleName(tr("Slider of %1").arg(row_.name));
    slider_->setToolTip(tr("%1 to %2. Double-click to change the range.").arg(valueText(row_.minimum), valueText(row_.maximum)));
    plotOver_->setAccessibleName(tr("Plot over %1").arg(row_.name));
    plotOver_->setToolTip(tr("Plot over this input"));
}

void InputRowView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    const auto type = event->type();
    if (type == QEvent::LanguageChange || type == QEvent::ApplicationFontChange || type == QEvent::PaletteChange) retranslate();
}

}  // namespace backstep
