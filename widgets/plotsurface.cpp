// SPDX-License-Identifier: GPL-3.0-or-later
// QCustomPlot ignores ranges beyond its limits without a word and keeps the old ones. So it is given pixels: both axes
// run over the pixels of the area, curves come clipped and ticks placed, whatever numbers they stand for.
#include "widgets/plotsurface.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include <QPainterPath>
#include <qcustomplot.h>

#include "widgets/appearance.h"
#include "widgets/plotpaint.h"

namespace backstep {
namespace {

constexpr double kGridOpacity = 0.6;

// Ticks where the scene has them.
class SceneTicker : public QCPAxisTicker {
public:
    void set(const std::vector<PlotTick>& ticks, const std::vector<double>& between) {
        at_.clear();
        labels_.clear();
        for (const PlotTick& tick : ticks) {
            at_.append(tick.at);
            labels_.append(tick.label);
        }
        between_ = QVector<double>(between.begin(), between.end());
    }
    void generate(const QCPRange&, const QLocale&, QChar, int, QVector<double>& ticks, QVector<double>* subTicks,
                  QVector<QString>* labels) override {
        ticks = at_;
        if (subTicks != nullptr) *subTicks = between_;
        if (labels != nullptr) *labels = labels_;
    }

private:
    QVector<double> at_, between_;
    QVector<QString> labels_;
};

// Something of ours between the library's layers.
class Painted : public QCPLayerable {
public:
    Painted(QCustomPlot* plot, const QString& layer, std::function<void(QPainter&)> paint)
        : QCPLayerable(plot, layer), paint_(std::move(paint)) {}

protected:
    void applyDefaultAntialiasingHint(QCPPainter*) const override {}
    // The library shifts it up by a pixel.
    [[nodiscard]] QRect clipRect() const override { return mParentPlot->viewport().adjusted(0, 0, 0, 2); }
    void draw(QCPPainter* painter) override {
        painter->save();
        paint_(*painter);
        painter->restore();
    }

private:
    std::function<void(QPainter&)> paint_;
};

QPen penOf(int order) {
    QPen pen(ink(inkOfCurve(order)), order == 0 ? 2.0 : 1.8);
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(order == 0 ? Qt::RoundCap : Qt::FlatCap);
    if (order == 1) pen.setDashPattern({3.4, 2.2});
    if (order == 2) pen.setDashPattern({5, 1.8, 1.2, 1.8});
    if (order > 2) pen.setDashPattern({1.2, 1.8});
    return pen;
}

QPen paleOf(QPen pen) {
    QColor colour = pen.color();
    colour.setAlphaF(0.6F);
    pen.setColor(colour);
    pen.setWidthF(1.2);
    return pen;
}

// Qt joins the strokes of a thick line with care: where a curve swings a thousand times that takes a second.
QPen hairlineOf(const QPen& pen) {
    QColor colour = pen.color();
    colour.setAlphaF(float(kBlotOpacity));
    return {colour, 0};
}

}  // namespace

class PlotSurface::Plot : public QCustomPlot {
public:
    Plot(QWidget* parent, SceneSource scene, HoverSource hover) : QCustomPlot(parent), scene_(std::move(scene)), hover_(std::move(hover)) {
        setObjectName(QStringLiteral("plotSurface"));
        setFocusPolicy(Qt::NoFocus);
        setMouseTracking(false);
        setAttribute(Qt::WA_TransparentForMouseEvents);  // the view takes them
        setNoAntialiasingOnDrag(false);
        axisRect()->setAutoMargins(QCP::msNone);
        for (QCPAxis* axis : {xAxis, yAxis}) setUpAxis(axis);
        xAxis->setTicker(xTicker_);
        yAxis->setTicker(yTicker_);
        yAxis->setRangeReversed(true);
        new Painted(this, QStringLiteral("grid"), [this](QPainter& painter) { paintPlotBehind(painter, scene_()); });
        new Painted(this, QStringLiteral("axes"), [this](QPainter& painter) { paintPlotBefore(painter, scene_()); });
        new Painted(this, QStringLiteral("overlay"), [this](QPainter& painter) { paintPlotHover(painter, scene_(), hover_()); });
        connect(this, &QCustomPlot::beforeReplot, this, [this] { take(scene_()); });
    }

    void replotHover() { layer(QStringLiteral("overlay"))->replot(); }

private:
    static void setUpAxis(QCPAxis* axis) {
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLength(0);
        axis->setSubTickLength(0);
        axis->setTickLabelPadding(6);
        axis->setNumberFormat(QStringLiteral("g"));  // labels are texts of ours: nothing in them is an exponent to raise
        axis->grid()->setSubGridVisible(true);
        axis->grid()->setAntialiased(false);
        axis->grid()->setAntialiasedSubGrid(false);
    }

    void take(const PlotScene& scene) {
        setBackground(QBrush(ink(Ink::pane)));
        const QColor hair = mix(ink(Ink::line), ink(Ink::pane), kGridOpacity);
        for (QCPAxis* axis : {xAxis, yAxis}) {
            axis->setVisible(scene.hasChart);
            axis->grid()->setVisible(scene.hasChart);
            axis->grid()->setPen(QPen(hair, 1));
            axis->grid()->setSubGridPen(QPen(hair, 1));
            axis->grid()->setZeroLinePen(Qt::NoPen);
            axis->setTickLabelFont(plotTickFont());
            axis->setTickLabelColor(ink(Ink::quiet));
        }
        const QRect& area = scene.area;
        axisRect()->setMargins(
            {area.x(), area.y(), scene.size.width() - area.x() - area.width(), scene.size.height() - area.y() - area.height()});
        xAxis->setRange(area.x(), area.x() + area.width());
        // The library measures y from the last row of pixels, x from the first column.
        yAxis->setRange(area.y() - 1, area.y() + area.height() - 1);
        xTicker_->set(scene.xTicks, scene.xBetween);
        yTicker_->set(scene.yTicks, {});
        takeLines(scene);
    }

    // Those of other functions first, beneath, thin and pale; before them what is a blot.
    void takeLines(const PlotScene& scene) {
        struct Drawn {
            const PlotLine* line;
            QPen pen;
            bool isBlot;
        };
        std::vector<Drawn> all;
        for (const PlotLine& line : scene.companions) all.push_back({&line, paleOf(penOf(line.order)), isBlot(line.pieces)});
        for (const PlotLine& line : scene.lines) all.push_back({&line, penOf(line.order), isBlot(line.pieces)});
        const auto layerOf = [](const Drawn& each) {
            return each.isBlot ? -1 - each.line->order : 0;
        };  // of two blots, f lies above its slope
        std::stable_sort(all.begin(), all.end(), [&](const Drawn& a, const Drawn& b) { return layerOf(a) < layerOf(b); });
        while (graphCount() > int(all.size())) removeGraph(graphCount() - 1);
        while (graphCount() < int(all.size())) {
            addGraph();
            graph()->setAdaptiveSampling(false);  // what no eye can tell apart is left out already
        }
        for (int i = 0; i < graphCount(); ++i) {
            QVector<double> x, y;
            const Drawn& drawn = all[std::size_t(i)];
            for (const Polyline& piece : drawn.line->pieces) addPiece(piece, x, y);
            graph(i)->setPen(drawn.isBlot ? hairlineOf(drawn.pen) : drawn.pen);
            graph(i)->setData(x, y, true);
        }
    }

    // With an end that nothing is joined to. A lone sample is a dot: a stroke shorter than it is wide.
    static void addPiece(const Polyline& piece, QVector<double>& x, QVector<double>& y) {
        for (const Point& p : piece) {
            x.append(p.x);
            y.append(p.y);
        }
        if (piece.size() == 1) {
            x.append(piece.front().x + 0.5);
            y.append(piece.front().y);
        }
        x.append(x.last());
        y.append(std::numeric_limits<double>::quiet_NaN());
    }

    SceneSource scene_;
    HoverSource hover_;
    QSharedPointer<SceneTicker> xTicker_{new SceneTicker}, yTicker_{new SceneTicker};
};

PlotSurface::PlotSurface(QWidget* parent, SceneSource scene, HoverSource hover)
    : plot_(new Plot(parent, std::move(scene), std::move(hover))) {}

QWidget* PlotSurface::widget() const { return plot_; }

void PlotSurface::replot() { plot_->replot(QCustomPlot::rpQueuedReplot); }

void PlotSurface::replotHover() { plot_->replotHover(); }

}  // namespace backstep
