// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of FlatStyle: sizes, hints and the controls that are made of parts.
#include <QAbstractSpinBox>
#include <QMainWindow>
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>

#include "widgets/appearance.h"
#include "widgets/flatpaint.h"
#include "widgets/flatstyle.h"

namespace backstep {

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
        case PM_SplitterWidth: return 1;
        case PM_DockWidgetSeparatorExtent: return 5;  // the hairline in it is 1 px; the rest is for the hand
        case PM_ScrollBarExtent: return 10;
        case PM_ScrollBarSliderMin: return 28;
        case PM_SliderThickness:
        case PM_SliderControlThickness:
        case PM_SliderLength: return kHandleSize;
        case PM_ButtonShiftHorizontal:
        case PM_ButtonShiftVertical:
        case PM_TabBarTabShiftHorizontal:
        case PM_TabBarTabShiftVertical: return 0;
        case PM_ToolBarFrameWidth:
        case PM_MenuBarPanelWidth:
        case PM_MenuBarVMargin: return 0;
        case PM_MenuBarHMargin: return 6;
        case PM_MenuVMargin: return 4;
        case PM_MenuPanelWidth: return 1;
        case PM_ToolTipLabelFrameWidth: return 6;
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight: return 15;
        case PM_SmallIconSize:
        case PM_ButtonIconSize: return 18;
        default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

// A question says itself that it is one.
QIcon FlatStyle::standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const {
    if (icon == SP_MessageBoxQuestion || icon == SP_MessageBoxInformation) return {};
    return QProxyStyle::standardIcon(icon, option, widget);
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const {
    switch (hint) {
        case SH_Slider_AbsoluteSetButtons: return Qt::LeftButton;  // a click goes where it was clicked
        case SH_Table_GridLineColor: return int(ink(Ink::line).rgba());
        case SH_EtchDisabledText:
        case SH_DialogButtonBox_ButtonsHaveIcons:
        case SH_ItemView_ShowDecorationSelected:
        case SH_ComboBox_Popup: return 0;
        case SH_ScrollBar_Transient: return 0;
        case SH_ToolTip_WakeUpDelay: return 500;
        default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const {
    const auto* bar = control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider*>(option) : nullptr;
    if (bar == nullptr) return QProxyStyle::subControlRect(control, option, part, widget);
    // A slim scroll bar has no arrow buttons: the groove is the whole of it.
    const bool across = bar->orientation == Qt::Horizontal;
    const int whole = across ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const qint64 shown = qMax(1, bar->pageStep);
    const int length = range <= 0 ? whole : qBound(qMin(28, whole), int(whole * shown / (range + shown)), whole);
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, whole - length, bar->upsideDown);
    const auto span = [&](int from, int size) {
        return across ? QRect(from, 0, size, bar->rect.height()) : QRect(0, from, bar->rect.width(), size);
    };
    switch (part) {
        case SC_ScrollBarGroove: return bar->rect;
        case SC_ScrollBarSlider: return span(start, length);
        case SC_ScrollBarSubPage: return span(0, start);
        case SC_ScrollBarAddPage: return span(start + length, whole - start - length);
        default: return {};
    }
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    const bool field = element == SE_LineEditContents && frame != nullptr && frame->lineWidth > 0;
    return field ? rect.adjusted(4, 0, -4, 0) : rect;  // round corners need some room beside the text
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const {
    const QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
        case CT_MenuBarItem: return result + QSize(4, 8);
        case CT_MenuItem: {
            const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
            const bool line = item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator;
            return result + (line ? QSize(0, 0) : QSize(12, 4));
        }
        case CT_LineEdit: return result + QSize(12, 4);
        case CT_PushButton: return result.expandedTo(QSize(size.width() + 20, 30));
        case CT_ComboBox: return result.expandedTo(QSize(0, 28));
        case CT_TabBarTab: return result + QSize(0, 4);
        default: return result;
    }
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                   const QWidget* widget) const {
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_ScrollBar && slider != nullptr) return drawScrollBar(*slider, painter, widget);
    if (control == CC_Slider && slider != nullptr) return drawSlider(*slider, painter, widget);
    if (control == CC_ComboBox) return drawComboBox(option, painter, widget);
    if (control == CC_SpinBox) return drawSpinBox(option, painter, widget);
    if (control == CC_ToolButton) {
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        if (button != nullptr && !button->features.testFlag(QStyleOptionToolButton::MenuButtonPopup)) {
            drawPrimitive(PE_PanelButtonTool, option, painter, widget);
            QStyleOptionToolButton label(*button);
            const bool menu = button->features.testFlag(QStyleOptionToolButton::HasMenu);
            if (menu) label.rect.adjust(4, 0, -14, 0);
            drawControl(CE_ToolButtonLabel, &label, painter, widget);
            const QRectF arrow(option->rect.right() - 15, option->rect.top(), 10, option->rect.height());
            if (menu) paintChevron(*painter, arrow, Qt::DownArrow, ink(Ink::quiet));
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void FlatStyle::drawScrollBar(const QStyleOptionSlider& option, QPainter* painter, const QWidget* widget) const {
    painter->fillRect(option.rect, option.palette.color(QPalette::Base));
    if (option.maximum <= option.minimum) return;
    const bool busy = option.state.testFlag(State_MouseOver) || option.activeSubControls.testFlag(SC_ScrollBarSlider);
    QRectF handle = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    const double inset = busy ? 1.5 : 2.5;
    handle.adjust(inset, inset, -inset, -inset);
    const QColor colour = mix(ink(Ink::quiet), option.palette.color(QPalette::Base), busy ? 0.7 : 0.4);
    paintBox(*painter, handle, qMin(handle.width(), handle.height()) / 2, colour, Qt::transparent, 0);
}

void FlatStyle::drawSlider(const QStyleOptionSlider& option, QPainter* painter, const QWidget* widget) const {
    const bool across = option.orientation == Qt::Horizontal;
    const bool on = option.state.testFlag(State_Enabled);
    const QRectF handle = subControlRect(CC_Slider, &option, SC_SliderHandle, widget);
    const QRectF all(option.rect);
    const double half = kTrackHeight / 2.0;
    const QRectF track = across ? QRectF(all.left() + 2, all.center().y() - half, all.width() - 4, kTrackHeight)
                                : QRectF(all.center().x() - half, all.top() + 2, kTrackHeight, all.height() - 4);
    paintBox(*painter, track, half, mix(ink(Ink::faint), ink(Ink::line), 0.25), Qt::transparent, 0);
    const QColor colour = on ? ink(Ink::forward) : ink(Ink::faint);
    QRectF done = track;
    if (across) {
        (option.upsideDown ? done.setLeft(handle.center().x()) : done.setRight(handle.center().x()));
    } else {
        (option.upsideDown ? done.setTop(handle.center().y()) : done.setBottom(handle.center().y()));
    }
    paintBox(*painter, done, half, colour, Qt::transparent, 0);
    const QPointF centre = across ? QPointF(handle.center().x(), track.center().y()) : QPointF(track.center().x(), handle.center().y());
    // The handle fills its square: its halo for the keyboard lies inside the ring.
    paintHandle(*painter, centre, kHandleSize, colour, false);
    if (on && option.state.testFlag(State_HasFocus) && option.state.testFlag(State_KeyboardFocusChange)) {
        paintBox(*painter, QRectF(centre.x() - 3, centre.y() - 3, 6, 6), 3, colour, Qt::transparent, 0);
    }
}

void FlatStyle::drawComboBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget*) const {
    paintField(*option, *painter);
    const QRectF arrow(option->rect.right() - 20, option->rect.top(), 14, option->rect.height());
    paintChevron(*painter, arrow, Qt::DownArrow, ink(option->state.testFlag(State_Enabled) ? Ink::quiet : Ink::faint));
}

void FlatStyle::drawSpinBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (spin == nullptr) return;
    if (spin->frame) paintField(*option, *painter);
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons) return;
    const auto arrow = [&](SubControl part, Qt::ArrowType type, QAbstractSpinBox::StepEnabledFlag flag) {
        const bool can = spin->stepEnabled.testFlag(flag) && option->state.testFlag(State_Enabled);
        paintChevron(*painter, subControlRect(CC_SpinBox, option, part, widget), type, ink(can ? Ink::quiet : Ink::line));
    };
    arrow(SC_SpinBoxUp, Qt::UpArrow, QAbstractSpinBox::StepUpEnabled);
    arrow(SC_SpinBoxDown, Qt::DownArrow, QAbstractSpinBox::StepDownEnabled);
}

}  // namespace backstep
