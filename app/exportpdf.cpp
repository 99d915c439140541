// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportpdf.h"

#include <algorithm>

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include "widgets/diagrampainter.h"

namespace backstep {
namespace {

constexpr int kDotsPerInch = 1200;
constexpr double kUnitsPerInch = 96;

// Readers know no page beyond 200 inches; below a few points Qt takes the size for an error.
QPageSize pageSizeOf(const Diagram& page, double scale) {
    const double points = 72 / kUnitsPerInch * scale;
    return QPageSize({std::clamp(page.size.width * points, 10.0, 14400.0), std::clamp(page.size.height * points, 10.0, 14400.0)},
                     QPageSize::Point, QStringLiteral("picture"), QPageSize::ExactMatch);
}

// The moment of writing says nothing about the picture. Places in the file stay what they are: blanks take its place.
void removeDate(QByteArray& pdf) {
    for (const char* key : {"/CreationDate (", "/ModDate ("}) {
        for (qsizetype at = pdf.indexOf(key); at >= 0; at = pdf.indexOf(key, at)) {
            const qsizetype end = pdf.indexOf(')', at);
            if (end < 0) return;
            std::fill(pdf.begin() + at, pdf.begin() + end + 1, ' ');
        }
    }
}

}  // namespace

QByteArray pdfOf(const std::vector<Diagram>& pages, Theme theme, double scale, bool transparent, const QString& title) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Backstep"));
        writer.setResolution(kDotsPerInch);
        writer.setPageMargins(QMarginsF());
        if (!pages.empty()) writer.setPageSize(pageSizeOf(pages.front(), scale));
        QPainter painter(&writer);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (i > 0) {
                writer.setPageSize(pageSizeOf(pages[i], scale));
                writer.newPage();
            }
            painter.save();
            painter.scale(kDotsPerInch / kUnitsPerInch * scale, kDotsPerInch / kUnitsPerInch * scale);
            paintDiagram(painter, pages[i], {theme, transparent});
            painter.restore();
        }
    }
    removeDate(bytes);
    return bytes;
}

}  // namespace backstep
