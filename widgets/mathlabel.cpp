// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mathlabel.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/appearance.h"

namespace backstep {
namespace {

constexpr double kPaddingX = 10;
constexpr double kPaddingY = 9;

// Pieces that stay together on a line: each begins with a relation or an operator of the outermost row.
std::vector<Notation> pieces(const Notation& line) {
    std::vector<Notation> out(1);
    if (line.kind != Notation::Kind::row) return {line};
    for (const Notation& child : line.children) {
        const bool opens = child.kind == Notation::Kind::relation || child.kind == Notation::Kind::binary;
        if (opens && !out.back().children.empty()) out.emplace_back();
        out.back().children.push_back(child);
    }
    return out;
}

}  // namespace

MathLabel::MathLabel(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MathLabel::setLines(std::vector<Notation> lines) {
    lines_ = std::move(lines);
    placedWidth_ = -1;
    setAccessibleName(plainText());
    updateGeometry();
    update();
}

void MathLabel::setFramed(bool framed) {
    framed_ = framed;
    placedWidth_ = -1;
    updateGeometry();
}

void MathLabel::setPixelSize(double size) {
    size_ = size;
    placedWidth_ = -1;
    updateGeometry();
}

QString MathLabel::plainText() const {
    QStringList all;
    for (const Notation& line : lines_) all << QString::fromStdString(toPlainText(line));
    return all.join(QLatin1Char('\n'));
}

QString MathLabel::latex() const {
    QStringList all;
    for (const Notation& line : lines_) all << QString::fromStdString(toLatex(line)).trimmed();
    return all.join(QStringLiteral(" \\\\\n"));
}

QSize MathLabel::sizeHint() const { return {220, heightForWidth(std::max(width(), 220))}; }

int MathLabel::heightForWidth(int width) const {
    place(width);
    return placedHeight_;
}

void MathLabel::place(int width) const {
    if (width == placedWidth_) return;
    placedWidth_ = width;
    placed_.clear();
    const double left = framed_ ? kPaddingX : 0;
    const double room = width - 2 * left;
    double y = framed_ ? kPaddingY : 2;
    for (const Notation& line : lines_) {
        std::vector<Notation> rest = pieces(line);
        double indent = 0;
        while (!rest.empty()) {
            // As many pieces as fit; at least one.
            std::size_t count = rest.size();
            Notation row;
            MathBox box(row, size_);
            for (; count > 0; --count) {
                row.children.clear();
                for (std::size_t i = 0; i < count; ++i) row.children.insert(row.children.end(), rest[i].children.begin(), rest[i].children.end());
                if (rest[0].kind != Notation::Kind::row) row = rest[0];
                box = MathBox(row, size_);
                if (box.width() + indent <= room || count == 1) break;
            }
            // One piece that is too long by itself is set smaller rather than clipped.
            if (box.width() + indent > room) box = MathBox(row, std::max(9.0, size_ * (room - indent) / box.width()));
            placed_.push_back({box, {left + indent, y + box.ascent()}});
            y += box.ascent() + box.descent() + 0.42 * size_;
            rest.erase(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(count));
            indent = 1.2 * size_;
        }
    }
    placedHeight_ = lines_.empty() ? 0 : static_cast<int>(std::ceil(y - 0.42 * size_ + (framed_ ? kPaddingY : 2)));
}

NodeId MathLabel::linkAt(QPointF point) const {
    place(width());
    for (const Placed& placed : placed_) {
        if (const NodeId link = placed.box.linkAt(point - placed.baseline); link.valid()) return link;
    }
    return {};
}

void MathLabel::paintEvent(QPaintEvent*) {
    place(width());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (framed_ && !lines_.empty()) {
        const QColor wash = ink(Ink::backwardWash);
        painter.setPen(QPen(mix(ink(Ink::backward), wash, 0.35), 1));
        painter.setBrush(mix(wash, ink(Ink::pane), 0.6));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }
    for (const Placed& placed : placed_) placed.box.paint(painter, placed.baseline, [](Ink i) { return ink(i); });
}

void MathLabel::mouseMoveEvent(QMouseEvent* event) {
    const NodeId link = linkAt(event->position());
    setCursor(link.valid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    emit linkHovered(link);
}

void MathLabel::mousePressEvent(QMouseEvent* event) {
    const NodeId link = linkAt(event->position());
    if (event->button() == Qt::LeftButton && link.valid()) emit linkActivated(link);
    else QWidget::mousePressEvent(event);
}

void MathLabel::leaveEvent(QEvent*) { emit linkHovered(NodeId()); }

void MathLabel::contextMenuEvent(QContextMenuEvent* event) {
    if (lines_.empty()) return;
    QMenu menu(this);
    menu.addAction(tr("Copy as LaTeX"), this, &MathLabel::copyAsLatex);
    menu.addAction(tr("Copy as Text"), this, [this] { QGuiApplication::clipboard()->setText(plainText()); });
    menu.exec(event->globalPos());
}

void MathLabel::copyAsLatex() const { QGuiApplication::clipboard()->setText(latex()); }

void MathLabel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) update();
    QWidget::changeEvent(event);
}

}  // namespace backstep
