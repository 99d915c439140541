// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportpainting.h"

#include <QBuffer>
#include <QImage>

#include "app/exportanimation.h"
#include "app/exportpdf.h"
#include "widgets/diagrampainter.h"

namespace backstep {
namespace {

QImage imageOf(const Diagram& picture, const PictureLook& look) { return renderDiagram(picture, look.scale, look.theme, look.transparent); }

QByteArray pdf(const Frames& pages, const PictureLook& look, const QString& title) {
    return pdfOf(pages, look.theme, look.scale, look.transparent, title);
}

std::optional<QByteArray> png(const Diagram& picture, const PictureLook& look) {
    const QImage image = imageOf(picture, look);
    if (image.isNull()) return std::nullopt;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

template <QByteArray (*Encode)(const std::vector<QImage>&, const AnimationOptions&)>
QByteArray animation(const Frames& frames, const PictureLook& look, int milliseconds, const std::function<void()>& between) {
    std::vector<QImage> images;
    for (const Diagram& frame : frames) {
        between();
        images.push_back(imageOf(frame, look));
        if (images.back().isNull()) return {};
    }
    return Encode(images, {milliseconds, look.transparent});
}

}  // namespace

void usePainting() { usePainting(Painting{pdf, png, animation<gifOf>, animation<webpOf>}); }

}  // namespace backstep
