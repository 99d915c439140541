// SPDX-License-Identifier: GPL-3.0-or-later
// The graph at the cursor's stop, under a zoom and a position of its own. Stepping moves nothing while all of it is in sight;
// a graph that could not be read at that size is shown in part, and the part with the step comes into sight.
//
// Mouse: the wheel zooms at the pointer, dragging pans, hovering a node focuses it, a click activates it, a double click
// beside the nodes fits. Keys: Tab and Shift+Tab walk through the nodes in the order of the tape and leave the view
// beyond the last and the first; Alt and an arrow go to the nearest node that way; Return activates; Escape gives up the
// focus; F fits; G opens or folds a group, as a double click on its box or a click on its title does; + − 0 zoom. Plain arrows, Home, End and Space are left to the window: there they step.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QVariantAnimation>
#include <QWidget>

#include "engine/diagram/diagram.h"
#include "engine/diagram/graphpicture.h"
#include "engine/ghosts.h"
#include "engine/sampling/sparks.h"
#include "widgets/stepcursor.h"
#include "widgets/tiles.h"

namespace backstep {

class GraphView : public QWidget {
    Q_OBJECT

public:
    static constexpr double kLeastZoom = 0.2;
    static constexpr double kMostZoom = 4;
    static constexpr double kMostFit = 1.25;
    static constexpr double kLeastReadable = 0.62;  // below this nobody reads a node

    explicit GraphView(StepCursor* cursor, QWidget* parent = nullptr);

    [[nodiscard]] const Diagram& diagram() const;
    [[nodiscard]] double wholeZoomIn(QSizeF room) const;  // at which all of it is in sight in so much room
    [[nodiscard]] double zoom() const { return zoom_; }
    [[nodiscard]] QPointF toScene(QPointF point) const { return (point - origin_) / zoom_; }
    [[nodiscard]] QPointF toView(QPointF point) const { return point * zoom_ + origin_; }
    // Edges of the snapshot's graph that are lit up, as one path; gone with the next run.
    void setLitEdges(const QVector<int>& edges);
    [[nodiscard]] const QVector<int>& litEdges() const { return lit_; }
    // Off unless it is switched on here, and where the desktop wants no animations.
    void setMotion(bool on) { motion_ = on; }
    [[nodiscard]] bool motion() const { return motion_; }

    // What would have flowed over edges that are cut; none: it is not shown.
    void setGhosts(std::shared_ptr<const Ghosts> ghosts);
    // Of the run that is shown; null: none. `slopes`: those of the output in each node, too.
    void setSparks(std::shared_ptr<const Sparks> sparks, bool slopes);

    // Nodes are counted as in the snapshot's graph; −1 is none.
    [[nodiscard]] int nodeCount() const { return static_cast<int>(nodes_.size()); }
    [[nodiscard]] NodeId node(int index) const { return group(index).node; }
    [[nodiscard]] QRectF nodeRect(int index) const;  // in the view
    [[nodiscard]] int indexAt(QPointF point) const;
    [[nodiscard]] int focusIndex() const;
    [[nodiscard]] QString spokenName(int index) const;
    [[nodiscard]] QString tipOf(int index) const;
    void focusNode(int index);  // and pans where it is out of sight
    void activateNode(int index);
    // The group that a press at `point` would fold or open; −1: none.
    [[nodiscard]] int groupAt(QPointF point) const;
    // Opens the folded box that has the focus, or folds the group around the node that has it.
    void toggleGroupAtFocus(bool outer);  // the frame around it, or the one around that

    [[nodiscard]] QSize sizeHint() const override { return {680, 560}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 120}; }

public slots:
    void fit();  // all of it, however small
    void zoomIn();
    void zoomOut();
    void zoomToActualSize();

signals:
    void nodeHovered(backstep::NodeId node);  // an invalid one when the pointer leaves
    void nodeActivated(backstep::NodeId node);
    void zoomChanged(double zoom);
    // The reader wants a group of the snapshot's graph, by its key, folded or open.
    void foldRequested(const QString& key, bool folded);
    void menuRequested(backstep::NodeId node, const QPoint& at);  // an invalid node beside all nodes; on the screen

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    StepCursor* cursor_;
    std::shared_ptr<const Snapshot> snapshot_;  // what the picture is of, as long as it lasts
    std::shared_ptr<const Layout> layout_;
    std::unique_ptr<GraphPicture> picture_;  // none: there is nothing to show
    std::optional<Diagram> sparked_;         // the picture with small curves in it
    std::vector<std::vector<Rect>> covers_;  // what each group of the diagram covers, in it
    QVector<std::size_t> nodes_;             // groups of the diagram
    std::size_t lastStop_ = 0;
    QVariantAnimation travel_;  // of the contribution along its edge
    bool motion_ = false;
    QVector<int> lit_;
    std::shared_ptr<const Ghosts> ghosts_;
    std::shared_ptr<const Sparks> sparks_;
    bool sparkSlopes_ = true;

    QPointF origin_;  // of the diagram, in the view
    double zoom_ = 1;
    bool placedByHand_ = false;  // zoomed or panned since it was last fitted
    bool whole_ = false;         // the reader wants all of it, however small
    QPointF pressedAt_;
    QPointF originBefore_;
    bool dragging_ = false;
    NodeId hovered_;
    NodeId focusBefore_;  // what had the focus before the pointer came

    [[nodiscard]] const Group& group(int index) const { return diagram().groups[static_cast<std::size_t>(nodes_[index])]; }
    void rebuild();
    void drawStop();
    void drawAll();
    void addMoving(Tiles& tiles) const;
    void addCover(Tiles& tiles, std::size_t group) const;
    [[nodiscard]] QRectF shownAt(const Rect& rect) const;
    [[nodiscard]] std::vector<GhostFlow> ghostFlows() const;
    static QString ghostText(const Ghost& ghost);
    void showRun();
    void showStop();
    void showFocus();
    void zoomAt(QPointF point, double factor);
    void moveTo(QPointF origin);
    void reveal(const QRectF& target);
    void place();
    void placeAt(double zoom);
    [[nodiscard]] std::optional<QRectF> momentRect() const;  // in the diagram
    void followMoment();
    void hover(int index);
    bool focusTowards(int key);
    void toggleGroup(int group);
    bool handleZoomKey(int key);

    void paintScene(QPainter& painter, const QRegion& region) const;
    [[nodiscard]] Group travelling(const Group& group, double share) const;
    void paintLit(QPainter& painter) const;
    void paintHalo(QPainter& painter, bool keyboard) const;
    void paintLegend(QPainter& painter) const;
    [[nodiscard]] QString legend() const;
    [[nodiscard]] double legendHeight() const;
};

}  // namespace backstep
