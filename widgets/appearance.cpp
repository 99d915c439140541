// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/appearance.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QStyle>
#include <QToolTip>
#include <QVariant>

#include "widgets/appearancekeeper.h"
#include "widgets/flatstyle.h"

namespace backstep {
namespace {

void setRole(QPalette& palette, QPalette::ColorRole role, const QColor& colour) { palette.setColor(role, colour); }

void setDisabled(QPalette& palette, Theme theme) {
    const QColor faint = inkOf(theme, Ink::faint);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, faint);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, inkOf(theme, Ink::line));
}

bool digitsHaveOneWidth(const QFont& font) {
    const QFontMetricsF metrics(font);
    const double zero = metrics.horizontalAdvance(QLatin1Char('0'));
    for (char digit = '1'; digit <= '9'; ++digit) {
        if (qAbs(metrics.horizontalAdvance(QLatin1Char(digit)) - zero) > 0.01) return false;
    }
    return true;
}

QFont scaled(QFont font, double scale) {
    if (font.pointSizeF() > 0) {
        font.setPointSizeF(font.pointSizeF() * scale);
    } else {
        font.setPixelSize(qMax(1, qRound(font.pixelSize() * scale)));
    }
    return font;
}

QString firstFamilyOf(const QStringList& wished) {
    const QStringList present = QFontDatabase::families();
    for (const QString& family : wished) {
        if (present.contains(family)) return family;
    }
    return wished.last();
}

}  // namespace

QPalette paletteOf(Theme theme) {
    const QColor text = inkOf(theme, Ink::text);
    const QColor pane = inkOf(theme, Ink::pane);
    const QColor paper = inkOf(theme, Ink::paper);
    const QColor line = inkOf(theme, Ink::line);
    const QColor forward = inkOf(theme, Ink::forward);
    QPalette palette;
    setRole(palette, QPalette::Window, paper);
    setRole(palette, QPalette::Base, pane);
    setRole(palette, QPalette::AlternateBase, paper);
    setRole(palette, QPalette::Button, pane);
    setRole(palette, QPalette::ToolTipBase, pane);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::HighlightedText,
                            QPalette::BrightText}) {
        setRole(palette, role, text);
    }
    setRole(palette, QPalette::PlaceholderText, inkOf(theme, Ink::quiet));
    setRole(palette, QPalette::Highlight, mix(forward, pane, theme == Theme::dark ? 0.35 : 0.22));
    setRole(palette, QPalette::Link, forward);
    setRole(palette, QPalette::LinkVisited, inkOf(theme, Ink::second));
    setRole(palette, QPalette::Light, pane);
    setRole(palette, QPalette::Midlight, paper);
    setRole(palette, QPalette::Mid, line);
    setRole(palette, QPalette::Dark, inkOf(theme, Ink::faint));
    setRole(palette, QPalette::Shadow, mix(text, pane, theme == Theme::dark ? 0.0 : 0.4));
    setDisabled(palette, theme);
    return palette;
}

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

Theme currentTheme() { return isDark(QApplication::palette()) ? Theme::dark : Theme::light; }

QColor inkOf(Theme theme, Ink ink) {
    const Colour colour = colourOf(theme, ink);
    return QColor(colour.red, colour.green, colour.blue);
}

QColor ink(Ink ink) { return inkOf(currentTheme(), ink); }

QColor inkOnPrimary() { return ink(Ink::pane); }

QColor mix(const QColor& over, const QColor& under, double share) {
    const auto blend = [share](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return QColor(blend(over.red(), under.red()), blend(over.green(), under.green()), blend(over.blue(), under.blue()));
}

void applyAppearance(QApplication& application, AppearanceMode mode) {
    if (QApplication::style()->objectName() != FlatStyle::name()) {
        QApplication::setStyle(new FlatStyle);
    }
    AppearanceKeeper::of(application).setMode(mode);
    QToolTip::setPalette(QApplication::palette());
    QToolTip::setFont(interfaceFont(0.95));
}

QFont interfaceFont(double scale) { return scaled(QApplication::font(), scale); }

QFont codeFont(double scale) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont base = interfaceFont();
    // A fixed font looks larger or smaller than the interface's at the same size; the same height of x does not.
    font.setPointSizeF(base.pointSizeF() > 0 ? base.pointSizeF() : QFontInfo(base).pointSizeF());
    const double ratio = QFontMetricsF(base).xHeight() / qMax(1.0, QFontMetricsF(font).xHeight());
    font.setPointSizeF(font.pointSizeF() * qBound(0.9, ratio, 1.1) * scale);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    return font;
}

QFont numberFont() {
    const QFont font = interfaceFont();
    return digitsHaveOneWidth(font) ? font : codeFont();
}

QFont mathFont(double scale) {
    QFont font = interfaceFont(scale);
    font.setFamily(firstFamilyOf(
        {QStringLiteral("STIX Two Text"), QStringLiteral("STIX"), QStringLiteral("STIXGeneral"), QStringLiteral("DejaVu Serif")}));
    font.setItalic(true);
    return font;
}

}  // namespace backstep
