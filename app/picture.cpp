// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picture.h"

#include <QCoreApplication>
#include <QImage>
#include <QSaveFile>
#include <algorithm>

#include "engine/base/ids.h"
#include "engine/diagram/svg.h"
#include "widgets/diagrampainter.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Picture)
};

constexpr double kBetween = 24;

void move(Point& p, double dx, double dy) { p = {p.x + dx, p.y + dy}; }
void move(Rect& r, double dx, double dy) { r.x += dx, r.y += dy; }

void move(Group& group, double dx, double dy) {
    move(group.bounds, dx, dy);
    for (Item& item : group.items) {
        std::visit(Overloaded{
                       [&](BoxShape& s) { move(s.rect, dx, dy); },
                       [&](CircleShape& s) { move(s.centre, dx, dy); },
                       [&](PathShape& s) {
                           for (Point& p : s.points) move(p, dx, dy);
                       },
                       [&](TextShape& s) { move(s.at, dx, dy); },
                   },
                   item.shape);
    }
}

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

Diagram beside(const Diagram& left, const Diagram& right) {
    Diagram both = left;
    const double height = std::max(left.size.height, right.size.height);
    for (Group& group : both.groups) move(group, 0, (height - left.size.height) / 2);
    for (Group group : right.groups) {
        group.id = "plot-" + group.id;
        move(group, left.size.width + kBetween, (height - right.size.height) / 2);
        both.groups.push_back(std::move(group));
    }
    both.size = {left.size.width + kBetween + right.size.width, height};
    return both;
}

}  // namespace backstep
