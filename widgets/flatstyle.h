// SPDX-License-Identifier: GPL-3.0-or-later
// Fusion without bevels: hairlines, flat buttons, fields with round corners, slim scroll bars, tabs with an underline.
// A style rather than a style sheet: it follows the palette and the font of each widget and leaves both alone.
// Properties that widgets may carry: "primary" (the one filled button), "round" (a circular tool button).
#pragma once

#include <QProxyStyle>

class QStyleOptionSlider;

namespace backstep {

class FlatStyle : public QProxyStyle {
    Q_OBJECT

public:
    FlatStyle();
    [[nodiscard]] static QString name();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const override;
    using QProxyStyle::polish;
    void polish(QWidget* widget) override;

private:
    void drawScrollBar(const QStyleOptionSlider& option, QPainter* painter, const QWidget* widget) const;
    void drawSlider(const QStyleOptionSlider& option, QPainter* painter, const QWidget* widget) const;
    void drawComboBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;
    void drawSpinBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;
    void drawToolButtonLabel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
};

}  // namespace backstep
