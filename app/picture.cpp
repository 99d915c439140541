// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picture.h"

#include <QCoreApplication>
#include <QImage>
#include <QSaveFile>

#include "engine/diagram/svg.h"
#include "widgets/diagrampainter.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Picture)
};

bool isPng(const QString& path) { return path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive); }

}  // namespace

bool isPicturePath(const QString& path) { return isPng(path) || path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive); }

QString writePicture(const Diagram& diagram, const QString& path, const PictureOptions& options) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return Words::tr("%1 cannot be written: %2").arg(path, file.errorString());
    if (isPng(path)) {
        const QImage image = renderDiagram(diagram, options.scale, options.theme, false);
        if (image.isNull()) return Words::tr("%1: the picture would be too large.").arg(path);
        if (!image.save(&file, "PNG")) return Words::tr("%1 cannot be written: %2").arg(path, file.errorString());
    } else {
        SvgOptions svg;
        svg.theme = options.theme;
        svg.scale = options.scale;
        const std::string text = toSvg(diagram, svg);
        file.write(text.data(), static_cast<qint64>(text.size()));
    }
    return file.commit() ? QString() : Words::tr("%1 cannot be written: %2").arg(path, file.errorString());
}

}  // namespace backstep
