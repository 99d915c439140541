// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mathlabel.h"

#include <algorithm>
#include <cmath>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include "widgets/appearance.h"

namespace backstep {
namespace {

constexpr double kPaddingX = 10;
constexpr double kPaddingY = 9;
constexpr double kLeading = 0.42;  // em between two lines
constexpr double kBeside = 1.8;    // em between two that stand beside each other

}  // namespace

MathLabel::MathLabel(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::ClickFocus);  // for copying; the nodes it links to are reached in the graph and the tape
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MathLabel::setLines(std::vector<Notation> lines) {
    lines_ = std::move(lines);
    hovered_ = NodeId();
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

void MathLabel::setFlowing(bool flowing) {
    flowing_ = flowing;
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

QSize MathLabel::minimumSizeHint() const { return {static_cast<int>(5 * size_), placedHeight_ > 0 ? static_cast<int>(1.3 * size_) : 0}; }

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
    for (const Notation& formula : lines_) {
        std::vector<MathLine> broken = breakIntoLines(formula, size_, room);
        if (flowing_ && broken.size() == 1 && placeBeside(broken.front(), left + room, y)) continue;
        for (MathLine& line : broken) {
            y += line.box.ascent();
            const QPointF baseline(left + line.indent, std::round(y));
            y += line.box.descent() + kLeading * size_;
            placed_.push_back({std::move(line.box), baseline});
        }
    }
    placedHeight_ = placed_.empty() ? 0 : static_cast<int>(std::ceil(y - kLeading * size_ + (framed_ ? kPaddingY : 2)));
}

bool MathLabel::placeBeside(MathLine& line, double right, double& bottom) const {
    if (placed_.empty()) return false;
    const Placed& last = placed_.back();
    const double x = last.baseline.x() + last.box.width() + kBeside * size_;
    if (x + line.box.width() > right || line.box.ascent() > last.box.ascent() + 1) return false;
    bottom = std::max(bottom, last.baseline.y() + line.box.descent() + kLeading * size_);
    placed_.push_back({std::move(line.box), QPointF(x, last.baseline.y())});
    return true;
}

NodeId MathLabel::linkAt(QPointF point) const {
    place(width());
    for (const Placed& placed : placed_) {
        if (const NodeId link = placed.box.linkAt(point - placed.baseline); link.valid()) return link;
    }
    return {};
}

void MathLabel::paintFrame(QPainter& painter) const {
    const QColor wash = ink(Ink::backwardWash);
    painter.setPen(QPen(mix(ink(Ink::backward), wash, 0.35), 1));
    painter.setBrush(mix(wash, ink(Ink::pane), 0.6));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

// Every place that shows the node under the pointer.
void MathLabel::paintHovered(QPainter& painter) const {
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink(Ink::forwardWash));
    for (const Placed& placed : placed_) {
        for (const MathBox::Link& link : placed.box.links()) {
            if (link.node == hovered_) painter.drawRoundedRect(link.area.translated(placed.baseline).adjusted(-2, -2, 2, 2), 3, 3);
        }
    }
}

void MathLabel::paintEvent(QPaintEvent*) {
    place(width());
    QPainter painter(this);
    if (!isEnabled()) painter.setOpacity(kStaleOpacity);
    painter.setRenderHint(QPainter::Antialiasing);
    if (framed_ && !lines_.empty()) paintFrame(painter);
    if (hovered_.valid()) paintHovered(painter);
    for (const Placed& placed : placed_) placed.box.paint(painter, placed.baseline, [](Ink i) { return ink(i); });
}

void MathLabel::setHovered(NodeId node) {
    if (node == hovered_) return;
    hovered_ = node;
    setCursor(node.valid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    emit linkHovered(node);
}

void MathLabel::mouseMoveEvent(QMouseEvent* event) { setHovered(linkAt(event->position())); }

void MathLabel::mousePressEvent(QMouseEvent* event) {
    const NodeId link = linkAt(event->position());
    if (event->button() == Qt::LeftButton && link.valid()) emit linkActivated(link);
    else QWidget::mousePressEvent(event);
}

// Told in any case: new lines under a resting pointer have cleared what was hovered.
void MathLabel::leaveEvent(QEvent*) {
    hovered_ = NodeId();
    update();
    emit linkHovered(hovered_);
}

void MathLabel::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy) && !lines_.empty()) return copyAsText();
    QWidget::keyPressEvent(event);
}

void MathLabel::contextMenuEvent(QContextMenuEvent* event) {
    if (lines_.empty()) return;
    QMenu menu(this);
    menu.addAction(tr("Copy as LaTeX"), this, &MathLabel::copyAsLatex);
    menu.addAction(tr("Copy as Text"), this, &MathLabel::copyAsText);
    menu.exec(event->globalPos());
}

void MathLabel::copyAsLatex() const { QGuiApplication::clipboard()->setText(latex()); }

void MathLabel::copyAsText() const { QGuiApplication::clipboard()->setText(plainText()); }

void MathLabel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::EnabledChange) update();
    QWidget::changeEvent(event);
}

}  // namespace backstep
