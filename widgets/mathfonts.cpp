// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mathfonts.h"

#include <algorithm>
#include <cmath>

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QStringList>

namespace backstep {
namespace {

const QString& mathFamily() {
    static const QString family = [] {
        const QStringList families = QFontDatabase::families();
        for (const QString& name :
             {QStringLiteral("STIXGeneral"), QStringLiteral("STIX"), QStringLiteral("STIX Two Text"), QStringLiteral("STIX Two Math")}) {
            if (families.contains(name)) return name;
        }
        return QStringLiteral("DejaVu Serif");
    }();
    return family;
}

}  // namespace

QFont mathTextFont(double pixelSize, bool italic, bool bold) {
    QFont font(mathFamily());
    font.setPixelSize(std::max(6, static_cast<int>(std::lround(pixelSize))));
    font.setItalic(italic);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);  // a box is as wide as its letters at every zoom
    return font;
}

TextExtent extentOf(const QString& text, const QFont& font) {
    const QFontMetricsF metrics(font);
    const QRectF inked = metrics.tightBoundingRect(text);
    TextExtent extent;
    extent.width = metrics.horizontalAdvance(text);
    extent.left = inked.left();
    extent.right = inked.right();
    extent.lean = font.italic() ? std::max(0.0, inked.right() - extent.width) : 0;
    extent.ascent = -inked.top();
    extent.descent = inked.bottom();
    return extent;
}

}  // namespace backstep
