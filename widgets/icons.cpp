// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "widgets/appearance.h"

// A resource in a static library is only there once it is asked for; the macro must stand outside any namespace.
static void loadIconResources() { Q_INIT_RESOURCE(icons); }

namespace backstep {
namespace {

QByteArray sourceOf(const QString& name) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QColor colourFor(IconInk kind, QIcon::Mode mode, QIcon::State state) {
    if (mode == QIcon::Disabled) return kind == IconInk::onPrimary ? ink(Ink::quiet) : ink(Ink::faint);
    if (kind == IconInk::onPrimary) return inkOnPrimary();
    if (state == QIcon::On) return ink(Ink::forward);
    return kind == IconInk::quiet ? ink(Ink::quiet) : ink(Ink::text);
}

class InkIconEngine : public QIconEngine {
public:
    InkIconEngine(QString name, IconInk kind) : name_(std::move(name)), kind_(kind), source_(sourceOf(name_)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const double ratio = painter->device() != nullptr ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1.0); }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, double scale) override;
    QIconEngine* clone() const override { return new InkIconEngine(*this); }
    QString key() const override { return QStringLiteral("backstep-ink"); }
    bool isNull() override { return source_.isEmpty(); }

private:
    QString name_;
    IconInk kind_;
    QByteArray source_;
};

// `size` is in device pixels: the drawing is rendered at exactly that size, never scaled afterwards.
QPixmap InkIconEngine::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, double scale) {
    const QByteArray colour = colourFor(kind_, mode, state).name().toLatin1();
    const QString key = QStringLiteral("backstep-icon/%1/%2/%3x%4@%5")
                            .arg(name_, QString::fromLatin1(colour))
                            .arg(size.width())
                            .arg(size.height())
                            .arg(scale);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(QByteArray(source_).replace("currentColor", colour));
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(size)));
    painter.end();
    pixmap.setDevicePixelRatio(scale);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

}  // namespace

QIcon icon(const QString& name, IconInk ink) {
    loadIconResources();
    return QIcon(new InkIconEngine(name, ink));
}

QIcon applicationIcon() { return icon(QStringLiteral("backstep")); }

}  // namespace backstep
