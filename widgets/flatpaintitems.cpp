// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of flatpaint.h: tabs, headers, menus, titles and progress.
#include <QFontMetrics>
#include <QStyle>
#include <QStyleOption>

#include "widgets/appearance.h"
#include "widgets/flatpaint.h"

namespace backstep {
namespace {

bool selected(const QStyleOption& option) {
    return option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_Enabled);
}

}  // namespace

void paintTab(const QStyleOption& option, QPainter& painter) {
    const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(&option);
    const bool below = tab == nullptr || tab->shape == QTabBar::RoundedNorth || tab->shape == QTabBar::TriangularNorth;
    const int y = below ? option.rect.bottom() - 1 : option.rect.top();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(QRect(option.rect.left() + 6, y, option.rect.width() - 12, 2), ink(Ink::forward));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter.fillRect(QRect(option.rect.left() + 6, y, option.rect.width() - 12, 2), ink(Ink::line));
    }
}

void paintHeaderSection(const QStyleOption& option, QPainter& painter) {
    painter.fillRect(option.rect, ink(Ink::pane));
    if (option.state.testFlag(QStyle::State_Horizontal)) paintHairline(painter, option.rect, Qt::BottomEdge);
}

void paintMenuItem(const QStyleOption& option, QPainter& painter) {
    if (!selected(option)) return;
    paintBox(painter, QRectF(option.rect).adjusted(4, 1, -4, -1), 5, ink(Ink::forwardWash), Qt::transparent, 0);
}

void paintMenuBarItem(const QStyleOption& option, QPainter& painter) {
    painter.fillRect(option.rect, ink(Ink::pane));
    paintHairline(painter, option.rect, Qt::BottomEdge);
    const bool open = option.state.testFlag(QStyle::State_Sunken);
    if (!open && !selected(option)) return;
    paintBox(painter, QRectF(option.rect).adjusted(1, 3, -1, -4), 5, open ? ink(Ink::forwardWash) : ink(Ink::paper), Qt::transparent, 0);
}

void paintDockTitle(const QStyleOption& option, QPainter& painter) {
    const auto* dock = qstyleoption_cast<const QStyleOptionDockWidget*>(&option);
    painter.fillRect(option.rect, ink(Ink::pane));
    if (dock == nullptr) return;
    painter.save();
    QFont font = interfaceFont(kSmallText);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::PercentageSpacing, 104);
    painter.setFont(font);
    painter.setPen(ink(Ink::quiet));
    const QRect text = option.rect.adjusted(14, 0, -48, 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(font).elidedText(dock->title, Qt::ElideRight, text.width()));
    painter.restore();
}

void paintProgress(const QStyleOption& option, QPainter& painter, bool contents) {
    const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(&option);
    QRectF track(option.rect);
    track.setTop(track.center().y() - kTrackHeight / 2.0);
    track.setHeight(kTrackHeight);
    if (!contents || bar == nullptr) {
        paintBox(painter, track, kTrackHeight / 2.0, ink(Ink::line), Qt::transparent, 0);
        return;
    }
    const double range = double(bar->maximum) - bar->minimum;
    const double share = range > 0 ? (double(bar->progress) - bar->minimum) / range : 0;
    track.setWidth(track.width() * qBound(0.0, share, 1.0));
    if (track.width() > 0) paintBox(painter, track, kTrackHeight / 2.0, ink(Ink::forward), Qt::transparent, 0);
}

}  // namespace backstep
