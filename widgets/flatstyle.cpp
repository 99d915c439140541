// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flatstyle.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

#include "widgets/appearance.h"
#include "widgets/flatpaint.h"

namespace backstep {

FlatStyle::FlatStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) { setObjectName(name()); }

QString FlatStyle::name() { return QStringLiteral("backstep-flat"); }

void FlatStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) != nullptr || qobject_cast<QTabBar*>(widget) != nullptr ||
        qobject_cast<QComboBox*>(widget) != nullptr || widget->inherits("QAbstractSlider") || widget->inherits("QLineEdit")) {
        widget->setAttribute(Qt::WA_Hover);
    }
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    switch (element) {
        case PE_PanelLineEdit: {
            const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            if (frame != nullptr && frame->lineWidth > 0) return paintField(*option, *painter);
            return;  // inside a spin box or a combo box, which has drawn the field
        }
        case PE_FrameLineEdit: return;
        case PE_PanelButtonCommand: return paintPushButton(*option, *painter, widget);
        case PE_PanelButtonTool: return paintToolButton(*option, *painter, widget);
        case PE_IndicatorButtonDropDown: return;
        case PE_IndicatorCheckBox: return paintCheck(*option, *painter, false);
        case PE_IndicatorRadioButton: return paintCheck(*option, *painter, true);
        case PE_IndicatorDockWidgetResizeHandle: return paintSeparator(*painter, option->rect);
        case PE_IndicatorArrowDown: return paintChevron(*painter, option->rect, Qt::DownArrow, ink(Ink::quiet));
        case PE_IndicatorArrowUp: return paintChevron(*painter, option->rect, Qt::UpArrow, ink(Ink::quiet));
        case PE_IndicatorArrowLeft: return paintChevron(*painter, option->rect, Qt::LeftArrow, ink(Ink::quiet));
        case PE_IndicatorArrowRight: return paintChevron(*painter, option->rect, Qt::RightArrow, ink(Ink::quiet));
        case PE_Frame:
        case PE_FrameMenu:
        case PE_FrameGroupBox: return paintBox(*painter, option->rect, 0, Qt::transparent, ink(Ink::line));
        case PE_PanelMenu: painter->fillRect(option->rect, ink(Ink::pane)); return;
        case PE_PanelTipLabel: return paintBox(*painter, option->rect, 0, ink(Ink::pane), ink(Ink::faint));
        case PE_FrameTabBarBase: return paintHairline(*painter, option->rect, Qt::BottomEdge);
        case PE_FrameTabWidget:
        case PE_PanelScrollAreaCorner:
        case PE_FrameStatusBarItem: return;
        case PE_PanelStatusBar: painter->fillRect(option->rect, ink(Ink::pane)); return paintHairline(*painter, option->rect, Qt::TopEdge);
        case PE_FrameFocusRect: return paintBox(*painter, option->rect, 4, Qt::transparent, ink(Ink::forward), 1.5);
        default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    switch (element) {
        case CE_Splitter: return paintSeparator(*painter, option->rect);
        case CE_TabBarTabShape: return paintTab(*option, *painter);
        case CE_HeaderSection: return paintHeaderSection(*option, *painter);
        case CE_HeaderEmptyArea:
            painter->fillRect(option->rect, ink(Ink::pane));
            return paintHairline(*painter, option->rect, Qt::BottomEdge);
        case CE_DockWidgetTitle: return paintDockTitle(*option, *painter);
        case CE_ProgressBarGroove: return paintProgress(*option, *painter, false);
        case CE_ProgressBarContents: return paintProgress(*option, *painter, true);
        case CE_ToolBar:
        case CE_MenuBarEmptyArea:
            painter->fillRect(option->rect, ink(Ink::pane));
            return paintHairline(*painter, option->rect, Qt::BottomEdge);
        case CE_ToolButtonLabel: return drawToolButtonLabel(option, painter, widget);
        case CE_MenuBarItem:
            if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
                paintMenuBarItem(*option, *painter);
                drawItemText(painter, item->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, item->palette,
                             item->state.testFlag(State_Enabled), item->text, QPalette::WindowText);
            }
            return;
        case CE_MenuItem:
            if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
                paintMenuItem(*option, *painter);
                QStyleOptionMenuItem plain(*item);
                plain.palette.setBrush(QPalette::Highlight, Qt::transparent);
                plain.palette.setBrush(QPalette::HighlightedText, plain.palette.brush(QPalette::Text));
                if (item->menuItemType != QStyleOptionMenuItem::SubMenu) plain.state.setFlag(State_Selected, false);
                return QProxyStyle::drawControl(element, &plain, painter, widget);
            }
            return;
        case CE_PushButtonLabel:
            if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
                QStyleOptionButton copy(*button);
                if (widget != nullptr && widget->property("primary").toBool()) {
                    const bool on = copy.state.testFlag(State_Enabled);
                    copy.palette.setColor(QPalette::ButtonText, on ? inkOnPrimary() : ink(Ink::quiet));
                }
                return QProxyStyle::drawControl(element, &copy, painter, widget);
            }
            return;
        case CE_ComboBoxLabel:
            if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
                QStyleOptionComboBox copy(*box);
                const int room = subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget).width() - 4;
                if (box->currentIcon.isNull()) copy.currentText = box->fontMetrics.elidedText(box->currentText, Qt::ElideMiddle, room);
                return QProxyStyle::drawControl(element, &copy, painter, widget);
            }
            return;
        default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

// The little arrow of a menu button is ours as well: Fusion's is a filled triangle.
void FlatStyle::drawToolButtonLabel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    if (button == nullptr) return;
    QStyleOptionToolButton copy(*button);
    copy.state.setFlag(State_Sunken, false);  // a flat button does not shift its text when pressed
    QProxyStyle::drawControl(CE_ToolButtonLabel, &copy, painter, widget);
}

}  // namespace backstep
