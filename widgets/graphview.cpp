// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graphview.h"

#include <algorithm>
#include <cmath>
#include <deque>

#include <QAccessible>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QStyle>

#include "engine/base/numbers.h"
#include "engine/diagram/cover.h"
#include "engine/diagram/graphpicture.h"
#include "engine/diagram/sparklines.h"
#include "engine/timeline/tensorterms.h"
#include "widgets/appearance.h"
#include "widgets/diagrampainter.h"
#include "widgets/graphaccessible.h"
#include "widgets/nodetexts.h"
#include "widgets/phrases.h"

namespace backstep {
namespace {

constexpr int kTravelTime = 150;  // ms
constexpr double kLegendMargin = 16;
constexpr double kKeptInView = 48;  // of a diagram that is dragged away

QRectF toQt(const Rect& r) { return {r.x, r.y, r.width, r.height}; }
QPointF toQt(Point p) { return {p.x, p.y}; }

QPainterPath pathOf(const PathShape& shape) {
    QPainterPath path(toQt(shape.points.front()));
    if (shape.bezier) {
        for (std::size_t i = 1; i + 2 < shape.points.size(); i += 3)
            path.cubicTo(toQt(shape.points[i]), toQt(shape.points[i + 1]), toQt(shape.points[i + 2]));
    } else {
        for (std::size_t i = 1; i < shape.points.size(); ++i) path.lineTo(toQt(shape.points[i]));
    }
    return path;
}

bool sameLayout(const Layout* a, const Layout* b) {
    return a == b || (a != nullptr && b != nullptr && a->size == b->size && a->centres == b->centres && a->curves == b->curves);
}

}  // namespace

GraphView::GraphView(StepCursor* cursor, QWidget* parent) : QWidget(parent), cursor_(cursor) {
    makeGraphsAccessible();  // before it is first asked for what it is
    setObjectName(QStringLiteral("graphView"));
    setAccessibleName(tr("Computation graph"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    travel_.setStartValue(0.0);
    travel_.setEndValue(1.0);
    travel_.setDuration(kTravelTime);
    travel_.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&travel_, &QVariantAnimation::valueChanged, this, [this] {
        Tiles moving(size());
        addMoving(moving);
        update(moving.region());
    });
    connect(cursor_, &StepCursor::runChanged, this, &GraphView::showRun);
    connect(cursor_, &StepCursor::stopChanged, this, &GraphView::showStop);
    connect(cursor_, &StepCursor::focusChanged, this, &GraphView::showFocus);
    connect(cursor_, &StepCursor::staleChanged, this, qOverload<>(&QWidget::update));
    rebuild();
}

const Diagram& GraphView::diagram() const {
    static const Diagram kNothing;
    return sparked_ ? *sparked_ : picture_ ? picture_->diagram() : kNothing;
}

void GraphView::rebuild() {
    snapshot_ = cursor_->snapshot();
    layout_ = cursor_->layout();
    picture_.reset();
    if (snapshot_ && layout_ && layout_->centres.size() == snapshot_->graph.nodes.size() &&
        layout_->curves.size() == snapshot_->graph.edges.size()) {
        const Snapshot& s = *snapshot_;
        picture_ = std::make_unique<GraphPicture>(s.graph, *layout_, s.recording, s.source, graphWords());
        picture_->at(*cursor_->state(), ghostFlows());
    }
    drawAll();
}

void GraphView::drawAll() {
    lastStop_ = cursor_->stop();
    sparked_.reset();
    if (picture_ && sparks_) addSparklines(sparked_.emplace(picture_->diagram()), *sparks_, sparkSlopes_);
    nodes_.clear();
    covers_.clear();
    for (const Group& group : diagram().groups) {
        if (group.role == "node") nodes_.append(covers_.size());
        covers_.push_back(coverOf(group));
    }
    update();
}

// What the step changes is drawn, and nothing else.
void GraphView::drawStop() {
    if (!picture_) return;
    const Size before = picture_->diagram().size;
    const Diagram& now = picture_->at(*cursor_->state(), ghostFlows());
    if (sparks_ || !(now.size == before)) return drawAll();
    lastStop_ = cursor_->stop();
    Tiles changed(size());
    addMoving(changed);
    covers_.resize(now.groups.size());
    for (const std::size_t i : picture_->redrawn()) {
        addCover(changed, i);
        covers_[i] = coverOf(now.groups[i]);
        addCover(changed, i);
    }
    for (std::size_t i = picture_->firstMoving(); i < now.groups.size(); ++i) covers_[i] = coverOf(now.groups[i]);
    addMoving(changed);
    update(changed.region());
}

// The arrow, the chip and the ghosts.
void GraphView::addMoving(Tiles& tiles) const {
    if (!picture_ || sparked_) return tiles.add(QRectF(rect()));
    for (std::size_t i = picture_->firstMoving(); i < covers_.size(); ++i) addCover(tiles, i);
}

void GraphView::addCover(Tiles& tiles, std::size_t group) const {
    for (const Rect& part : covers_[group]) tiles.add(shownAt(part));
}

QRectF GraphView::shownAt(const Rect& rect) const { return {toView(QPointF(rect.x, rect.y)), QSizeF(rect.width, rect.height) * zoom_}; }

void GraphView::setGhosts(std::shared_ptr<const Ghosts> ghosts) {
    ghosts_ = std::move(ghosts);
    rebuild();
}

void GraphView::setSparks(std::shared_ptr<const Sparks> sparks, bool slopes) {
    if (!sparks && !sparks_) return;
    sparks_ = std::move(sparks);
    sparkSlopes_ = slopes;
    drawAll();
}

QString GraphView::ghostText(const Ghost& ghost) {
    const QString amount = QString::fromStdString(tensorText(ghost.amount, kCardDigits));
    switch (ghost.cut.by) {
        case Cut::By::Data: return tr("not real: without .data %1").arg(amount);
        case Cut::By::NoGrad: return tr("not real: without no_grad() %1").arg(amount);
        default: return tr("not real: without detach() %1").arg(amount);
    }
}

// Of the sweep at hand; before the first, of the first that would have had any.
std::vector<GhostFlow> GraphView::ghostFlows() const {
    std::vector<GhostFlow> flows;
    if (!ghosts_) return flows;
    const Snapshot& snapshot = *cursor_->snapshot();
    SweepId sweep = cursor_->state()->sweep();
    if (!sweep.valid() && !ghosts_->all.empty()) sweep = ghosts_->all.front().sweep;
    for (const Ghost& ghost : ghosts_->all) {
        if (ghost.sweep != sweep) continue;
        for (std::size_t i = 0; i < snapshot.graph.edges.size(); ++i) {
            const GraphEdge& edge = snapshot.graph.edges[i];
            if (edge.cut && edge.user == ghost.cut.value) flows.push_back({i, ghostText(ghost).toStdString()});
        }
    }
    return flows;
}

void GraphView::showRun() {
    const std::shared_ptr<const Layout> before = layout_;
    const int count = nodeCount();
    ghosts_.reset();  // of the run before
    sparks_.reset();
    travel_.stop();
    hovered_ = focusBefore_ = NodeId();
    lit_.clear();
    rebuild();
    if (nodeCount() != count) {
        QAccessibleEvent reordered(this, QAccessible::ObjectReorder);
        QAccessible::updateAccessibility(&reordered);
    }
    if (sameLayout(before.get(), layout_.get())) return;
    // A place chosen by hand is kept, unless it would show nothing of the new graph.
    const auto inSight = [this](int i) { return nodeRect(i).intersects(rect()); };
    bool any = false;
    for (int i = 0; i < nodeCount() && !any; ++i) any = inSight(i);
    if (!any) placedByHand_ = false;
    if (!placedByHand_) {
        whole_ = false;
        place();
    }
}

void GraphView::showStop() {
    const bool forwards = cursor_->stop() == lastStop_ + 1;
    drawStop();
    if (!whole_) followMoment();
    travel_.stop();
    const bool wanted = motion_ && forwards && isVisible() && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (wanted && !diagram().groups.empty() && diagram().groups.back().role == "chip") travel_.start();
}

void GraphView::showFocus() {
    update();
    const int index = focusIndex();
    if (!hasFocus() || index < 0) return;
    QAccessibleEvent focused(this, QAccessible::Focus);
    focused.setChild(index);
    QAccessible::updateAccessibility(&focused);
}

QRectF GraphView::nodeRect(int index) const {
    const QRectF scene = toQt(group(index).bounds);
    return {toView(scene.topLeft()), scene.size() * zoom_};
}

int GraphView::indexAt(QPointF point) const {
    for (int i = nodeCount() - 1; i >= 0; --i) {
        if (nodeRect(i).contains(point)) return i;
    }
    return -1;
}

// A node inside a folded box is looked at there.
int GraphView::focusIndex() const {
    if (!cursor_->snapshot() || !cursor_->focus().valid()) return -1;
    const int index = cursor_->snapshot()->graph.indexOf(cursor_->focus());
    return index < nodeCount() ? index : -1;
}

QString GraphView::spokenName(int index) const { return spokenNode(*cursor_, static_cast<std::size_t>(index)); }
QString GraphView::tipOf(int index) const { return nodeTip(*cursor_, static_cast<std::size_t>(index)); }

void GraphView::fit() {
    placedByHand_ = false;
    whole_ = true;
    place();
}

double GraphView::wholeZoomIn(QSizeF room) const {
    const Size size = diagram().size;
    return std::clamp(std::min({room.width() / size.width, (room.height() - legendHeight()) / size.height, kMostFit}), kLeastZoom,
                      kMostZoom);
}

// As large as it fits; where that is too small to read and the reader did not ask for the whole, a part of it.
void GraphView::place() {
    if (nodes_.isEmpty() || width() <= 0 || height() <= 0) return;
    placeAt(whole_ ? wholeZoomIn(size()) : std::max(wholeZoomIn(size()), kLeastReadable));
    if (!whole_) followMoment();
}

void GraphView::placeAt(double zoom) {
    const double before = zoom_;
    zoom_ = zoom;
    const double roomX = width(), roomY = height() - legendHeight();
    const auto at = [](double room, double size, bool centred) { return std::round(size <= room || centred ? (room - size) / 2 : 0); };
    origin_ = {at(roomX, diagram().size.width * zoom_, true), at(roomY, diagram().size.height * zoom_, whole_)};
    update();
    if (zoom_ != before) emit zoomChanged(zoom_);
}

// Of a step that is about no node: where the one before was that is.
std::optional<QRectF> GraphView::momentRect() const {
    if (!cursor_->snapshot()) return std::nullopt;
    constexpr std::size_t kFarthest = 500;
    const Recording& recording = cursor_->snapshot()->recording;
    const auto isDrawn = [this](NodeId id) { return id.valid() && cursor_->snapshot()->graph.indexOf(id) >= 0; };
    std::size_t stop = cursor_->stop();
    Moment moment = momentAt(recording, stop);
    for (std::size_t back = 0; !isDrawn(moment.node) && stop > 1 && back < kFarthest; ++back) moment = momentAt(recording, --stop);
    QRectF rect;
    for (const NodeId id : {moment.node, moment.other}) {
        const int index = id.valid() ? cursor_->snapshot()->graph.indexOf(id) : -1;
        if (index < 0 || index >= nodeCount()) continue;
        const QRectF bounds = toQt(group(index).bounds);
        const QRectF both = rect.united(bounds);
        if (!rect.isNull() && (both.width() * zoom_ > width() - 24 || both.height() * zoom_ > height() - legendHeight() - 24)) continue;
        rect = both;
    }
    if (rect.isNull()) return std::nullopt;
    return rect;
}

// Brings what the step is about into sight, where part of the graph is not. A place chosen by hand is the reader's.
void GraphView::followMoment() {
    const auto target = momentRect();
    if (placedByHand_ || !target) return;
    const double sizeX = diagram().size.width * zoom_, sizeY = diagram().size.height * zoom_, roomX = width(),
                 roomY = height() - legendHeight();
    const auto along = [](double origin, double size, double room, double from, double to) {
        if (size <= room || (origin + from >= 8 && origin + to <= room - 8)) return origin;
        return std::round(std::clamp(room / 2 - (from + to) / 2, room - size, 0.0));
    };
    const QPointF before = origin_;
    origin_ = {along(origin_.x(), sizeX, roomX, target->left() * zoom_, target->right() * zoom_),
               along(origin_.y(), sizeY, roomY, target->top() * zoom_, target->bottom() * zoom_)};
    if (origin_ != before) update();
}

void GraphView::zoomIn() { zoomAt(QRectF(rect()).center(), 1.25); }
void GraphView::zoomOut() { zoomAt(QRectF(rect()).center(), 1 / 1.25); }
void GraphView::zoomToActualSize() { zoomAt(QRectF(rect()).center(), 1 / zoom_); }

void GraphView::zoomAt(QPointF point, double factor) {
    const double wanted = std::clamp(zoom_ * factor, kLeastZoom, kMostZoom);
    if (wanted == zoom_ || nodes_.isEmpty()) return;
    const QPointF kept = toScene(point);
    zoom_ = wanted;
    moveTo(point - kept * zoom_);
    emit zoomChanged(zoom_);
}

// Some of the diagram always stays in view, so that it cannot get lost.
void GraphView::moveTo(QPointF origin) {
    const double right = diagram().size.width * zoom_, bottom = diagram().size.height * zoom_;
    const double keptX = std::min(kKeptInView, right), keptY = std::min(kKeptInView, bottom);
    origin_ = {std::clamp(origin.x(), keptX - right, std::max(width() - keptX, keptX - right)),
               std::clamp(origin.y(), keptY - bottom, std::max(height() - keptY, keptY - bottom))};
    placedByHand_ = true;
    update();
}

void GraphView::reveal(const QRectF& target) {
    const QRectF room = QRectF(rect()).adjusted(12, 12, -12, -12);
    QPointF by;
    if (target.left() < room.left()) by.setX(room.left() - target.left());
    else if (target.right() > room.right()) by.setX(room.right() - target.right());
    if (target.top() < room.top()) by.setY(room.top() - target.top());
    else if (target.bottom() > room.bottom()) by.setY(room.bottom() - target.bottom());
    if (!by.isNull()) moveTo(origin_ + by);
}

void GraphView::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), ink(Ink::pane));
    if (nodes_.isEmpty()) return;
    if (!cursor_->stale()) {
        paintScene(painter, event->region());
    } else {  // as one layer: what lies beneath a node must not shine through it
        QPixmap layer(size() * devicePixelRatioF());
        layer.setDevicePixelRatio(devicePixelRatioF());
        layer.fill(ink(Ink::pane));
        QPainter inner(&layer);
        inner.setRenderHint(QPainter::Antialiasing);
        paintScene(inner, event->region());
        inner.end();
        painter.setOpacity(kStaleOpacity);
        painter.drawPixmap(0, 0, layer);
        painter.setOpacity(1);
    }
    paintLegend(painter);
}

// The groups of which something lies in the region.
void GraphView::paintScene(QPainter& painter, const QRegion& region) const {
    Tiles tiles(size());
    tiles.add(region);
    const auto visible = [&](const Rect& part) { return tiles.touches(shownAt(part)); };
    painter.save();
    painter.translate(origin_);
    painter.scale(zoom_, zoom_);
    paintHalo(painter, false);
    paintLit(painter);
    const bool moving = travel_.state() == QAbstractAnimation::Running;
    const std::vector<Group>& all = diagram().groups;
    std::vector<const Group*> groups;
    std::deque<Group> travelled;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (std::none_of(covers_[i].begin(), covers_[i].end(), visible)) continue;
        const bool travels = moving && (all[i].role == "chip" || all[i].role == "flow");
        groups.push_back(travels ? &travelled.emplace_back(travelling(all[i], travel_.currentValue().toDouble())) : &all[i]);
    }
    paintGroups(painter, groups, {.theme = currentTheme(), .transparent = true, .visible = visible, .scale = zoom_});
    if (hasFocus()) paintHalo(painter, true);
    painter.restore();
}

void GraphView::setLitEdges(const QVector<int>& edges) {
    if (edges == lit_) return;
    lit_ = edges;
    update();
}

// Beneath the diagram: a broad band along each edge, and around the nodes that it joins.
void GraphView::paintLit(QPainter& painter) const {
    if (lit_.isEmpty() || !cursor_->snapshot()) return;
    const Graph& graph = cursor_->snapshot()->graph;
    QColor colour = ink(Ink::text);
    colour.setAlphaF(0.28F);
    QPainterPath band;
    for (const int edge : lit_) {
        const std::string id = "edge-" + std::to_string(edge);
        const std::vector<Group>& all = diagram().groups;
        const auto found = std::find_if(all.begin(), all.end(), [&](const Group& g) { return g.id == id; });
        if (found == all.end() || found->items.empty()) continue;
        if (const auto* path = std::get_if<PathShape>(&found->items.front().shape)) band.addPath(pathOf(*path));
    }
    QPainterPathStroker stroker;
    stroker.setWidth(9);
    stroker.setCapStyle(Qt::RoundCap);
    QPainterPath all = stroker.createStroke(band);
    for (const int edge : lit_) {
        if (static_cast<std::size_t>(edge) >= graph.edges.size()) continue;
        for (const std::uint32_t end : {graph.edges[static_cast<std::size_t>(edge)].from, graph.edges[static_cast<std::size_t>(edge)].to}) {
            if (static_cast<int>(end) >= nodeCount()) continue;
            QPainterPath box;
            const Group& node = group(static_cast<int>(end));
            const auto* shape = node.items.empty() ? nullptr : std::get_if<BoxShape>(&node.items.front().shape);
            const double radius = shape != nullptr ? std::min(shape->radius, shape->rect.height / 2) : 6;
            box.addRoundedRect(toQt(node.bounds).adjusted(-5, -5, 5, 5), radius + 5, radius + 5);
            all = all.united(box);
        }
    }
    painter.fillPath(all, colour);
}

// Soft beneath the node that is looked at; with a line of its own where the keyboard is.
void GraphView::paintHalo(QPainter& painter, bool keyboard) const {
    const int index = focusIndex();
    if (index < 0) return;
    const Group& node = group(index);
    const auto* box = node.items.empty() ? nullptr : std::get_if<BoxShape>(&node.items.front().shape);
    const double radius = box != nullptr ? std::min(box->radius, box->rect.height / 2) : 6;
    QColor colour = ink(Ink::forward);
    painter.setBrush(Qt::NoBrush);
    const auto ring = [&](double distance, double width, double opacity) {
        colour.setAlphaF(static_cast<float>(opacity));
        painter.setPen(QPen(colour, width));
        painter.drawRoundedRect(toQt(node.bounds).adjusted(-distance, -distance, distance, distance), radius + distance, radius + distance);
    };
    if (keyboard) return ring(5, 1.5, 1);
    ring(3, 6, 0.30);
    ring(7, 5, 0.12);
}

// While the contribution is on its way: a part of the arrow, the chip fading in.
Group GraphView::travelling(const Group& group, double share) const {
    Group moving = group;
    if (group.role == "chip") {
        for (Item& item : moving.items) item.opacity *= share;
        return moving;
    }
    auto* path = std::get_if<PathShape>(&moving.items.front().shape);
    if (path == nullptr || path->points.size() < 3) return moving;
    const double count = static_cast<double>(path->points.size());
    path->points.resize(static_cast<std::size_t>(std::clamp(std::ceil(count * share), 2.0, count)));
    return moving;
}

QString GraphView::legend() const {
    const auto& snapshot = cursor_->snapshot();
    const bool forwardMode = snapshot && snapshot->request.mode == SweepMode::Forward;
    // The wide gaps are part of the line: three remarks, not a sentence.
    const QString gap(2, QChar(0x2003));
    const QString right = forwardMode ? tr("right: tangent") : tr("right: adjoint");
    return tr("left: value") + gap + right + gap + tr("—: not yet computed");
}

double GraphView::legendHeight() const { return QFontMetricsF(interfaceFont(kSmallText)).height() + kLegendMargin; }

// Only where it is in nobody's way: it covers no node and is not cut.
void GraphView::paintLegend(QPainter& painter) const {
    const QFont font = interfaceFont(kSmallText);
    const QFontMetricsF metrics(font);
    const QRectF place(kLegendMargin, height() - kLegendMargin - metrics.height() + 4, metrics.horizontalAdvance(legend()),
                       metrics.height());
    if (place.right() + kLegendMargin > width()) return;
    for (int i = 0; i < nodeCount(); ++i) {
        if (nodeRect(i).intersects(place.adjusted(-4, -4, 4, 4))) return;
    }
    painter.fillRect(place.adjusted(-4, -2, 4, 2), ink(Ink::pane));  // edges do not cross the words
    painter.setFont(font);
    painter.setPen(ink(Ink::quiet));
    painter.drawText(QPointF(place.left(), place.top() + metrics.ascent()), legend());
}

}  // namespace backstep
