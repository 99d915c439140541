// SPDX-License-Identifier: GPL-3.0-or-later
// The real window, without a screen: from a keystroke to the new picture, a step, a plot with a pole, a start.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include <QApplication>
#include <QGraphicsItem>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTest>

#include "app/mainwindow.h"
#include "engine/diagram/graphpicture.h"
#include "engine/engine.h"
#include "tests/bench/bench.h"
#include "widgets/graphview.h"
#include "widgets/plotview.h"

#include "qcustomplot.h"

namespace {

using namespace backstep;

class Clock {
public:
    [[nodiscard]] double ms() const { return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin_).count(); }

private:
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

QApplication& application() {
    static int count = 1;
    static char name[] = "bench";
    static char* arguments[] = {name, nullptr};
    static auto* one = new QApplication(count, arguments);  // never destroyed: nothing static of Qt's may go before it
    return *one;
}

std::unique_ptr<MainWindow> windowOf(const QString& text, bool program) {
    application();
    auto window = std::make_unique<MainWindow>(MainWindow::Options{{.program = defaultLayoutProgram()}, false});
    window->resize(1440, 900);
    SessionState state;
    state.text = text;
    state.kind = program ? TextKind::Program : TextKind::Formula;
    window->session()->reset(state);
    window->show();
    const auto settles = [&] { return QTest::qWaitFor([&] { return window->isSettled(); }, 20'000); };
    bool settled = settles();
    if (program) window->runProgram();
    settled = settles() && settled;
    QTest::qWait(300);
    if (!settled) window.reset();
    return window;
}

// The 95th of 100: the worst that a reader notices.
double percentile(std::vector<double> all) {
    std::sort(all.begin(), all.end());
    return all[all.size() * 95 / 100];
}

// Until the graph of the new text has been painted.
void keystroke(benchmark::State& state, const QString& text) {
    const auto window = windowOf(text, false);
    if (!window) return state.SkipWithError("the window does not settle");
    auto* editor = window->findChild<QPlainTextEdit*>();
    if (editor == nullptr) return state.SkipWithError("no such view");
    for (auto _ : state) {
        std::vector<double> times;
        for (int i = 0; i < 60; ++i) {
            const Clock clock;
            editor->moveCursor(QTextCursor::End);
            if (i % 2 == 0) QTest::keyClick(editor, Qt::Key_5);
            else QTest::keyClick(editor, Qt::Key_Backspace);
            const std::string wanted = editor->toPlainText().toStdString();
            while (window->cursor()->snapshot()->request.text != wanted && clock.ms() < 5000)
                QCoreApplication::processEvents(QEventLoop::AllEvents);
            QCoreApplication::processEvents();  // and paints
            times.push_back(clock.ms());
        }
        state.counters["figure"] = percentile(times);
    }
}

QString sumOf(int terms) {
    QString text;
    for (int i = 0; i < terms; ++i) text += (i > 0 ? QStringLiteral(" + ") : QString()) + QStringLiteral("x*%1").arg(i + 2);
    return text;
}

// One step forward and back in a large graph, until the screen shows it.
void step(benchmark::State& state) {
    const auto window = windowOf(sumOf(250), false);
    if (!window) return state.SkipWithError("the window does not settle");
    auto* graph = window->findChild<GraphView*>();
    StepCursor* cursor = window->cursor();
    for (auto _ : state) {
        std::vector<double> times;
        for (int i = 0; i < 60; ++i) {
            const Clock clock;
            cursor->setStop(static_cast<int>(cursor->stops() / 2) + i % 2);
            QCoreApplication::processEvents();
            times.push_back(clock.ms());
        }
        state.counters["figure"] = percentile(times);
        state.counters["nodes"] = graph->nodeCount();
    }
}

// A dot product, written out: 1,000 nodes.
QString productsOf(int terms) {
    QString text;
    for (int i = 0; i < terms; ++i) text += (i > 0 ? QStringLiteral(" + ") : QString()) + QStringLiteral("x%1*y%1").arg(i);
    return text;
}

// A view of a formula's graph alone, laid out by our layers: so that a step is what the graph costs.
struct GraphAlone {
    StepCursor cursor;
    GraphView view{&cursor};
    explicit GraphAlone(const QString& text, TextKind kind = TextKind::Formula) {
        Request request;
        request.text = text.toStdString();
        request.kind = kind;
        request.check = false;
        auto snapshot = std::make_shared<const Snapshot>(*evaluate(request));
        for (const GraphGroup& group : snapshot->graph.groups) request.fold[group.key] = false;
        if (!request.fold.empty()) snapshot = std::make_shared<const Snapshot>(*evaluate(request));
        view.resize(1200, 800);
        view.show();
        cursor.setRun(snapshot, std::make_shared<const Layout>(layeredLayout(layoutRequest(snapshot->graph, Direction::topToBottom))), 0);
    }
};

// A program of that many operations, written out: without a loop there is nothing to fold.
QString chainOf(int operations) {
    return QStringLiteral("import torch\nx = torch.tensor(1.5, requires_grad=True)\nb = x * 2\n") +
           QStringLiteral("b = b * x\n").repeated(operations) + QStringLiteral("b.backward()\n");
}

void stepOfGraph(benchmark::State& state, GraphAlone& graph, bool whole) {
    whole ? graph.view.fit() : graph.view.zoomToActualSize();
    graph.cursor.setStop(static_cast<int>(graph.cursor.stops() / 2));  // the way there is no step
    QCoreApplication::processEvents();
    std::vector<double> times;
    for (auto _ : state) {
        const Clock clock;
        const std::size_t turn = times.size() % 40;  // forth and back again, one step each time
        graph.cursor.setStop(static_cast<int>(graph.cursor.stops() / 2 + std::min(turn, 40 - turn)));
        QCoreApplication::processEvents();
        times.push_back(clock.ms());
        state.SetIterationTime(times.back() / 1000);
    }
    std::sort(times.begin(), times.end());
    state.counters["nodes"] = graph.view.nodeCount();
    state.counters["figure"] = times[times.size() / 2];
}

void stepOfFormula(benchmark::State& state, bool whole) {
    application();
    GraphAlone graph(productsOf(250));
    stepOfGraph(state, graph, whole);
}

void stepOfProgram(benchmark::State& state) {
    application();
    GraphAlone graph(chainOf(10'000), TextKind::Program);
    stepOfGraph(state, graph, false);
}

// Into a backward pass and out of it again, which gives each node a place for its derivative, and takes it back.
void passOfProgram(benchmark::State& state, bool whole) {
    application();
    GraphAlone graph(chainOf(10'000), TextKind::Program);
    whole ? graph.view.fit() : graph.view.zoomToActualSize();
    const auto& events = graph.cursor.snapshot()->recording.log.events;
    const auto began = std::find_if(events.begin(), events.end(), [](const Event& e) { return e.kind == EventKind::SweepBegan; });
    const auto at = static_cast<int>(began - events.begin());
    std::vector<double> times;
    for (auto _ : state) {
        const Clock clock;
        graph.cursor.setStop(times.size() % 2 == 0 ? at + 2 : at - 2);
        QCoreApplication::processEvents();
        times.push_back(clock.ms());
        state.SetIterationTime(times.back() / 1000);
    }
    std::sort(times.begin(), times.end());
    state.counters["figure"] = times[times.size() / 2];
}

// What the scene graph that comes with Qt takes for a step: a rounded box with two texts a node, a curve an edge, two nodes changed,
// and the view painted as it is unless somebody sees to it.
class PeerNode : public QGraphicsItem {
public:
    [[nodiscard]] QRectF boundingRect() const override { return {-2, -2, 100, 44}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override {
        painter->setBrush(isLit ? Qt::yellow : Qt::white);
        painter->drawRoundedRect(QRectF(0, 0, 96, 40), 6, 6);
        painter->drawText(QRectF(0, 0, 96, 20), Qt::AlignCenter, QStringLiteral("v12 = a·b"));
        painter->drawText(QRectF(0, 20, 96, 20), Qt::AlignCenter, QStringLiteral("3.14159"));
    }
    void light(bool on) {
        isLit = on;
        update();
    }

private:
    bool isLit = false;
};

void stepOfPeer(benchmark::State& state, bool whole) {
    application();
    constexpr int kNodes = 1000, kAcross = 40;
    QGraphicsScene scene;
    std::vector<PeerNode*> nodes;
    for (int i = 0; i < kNodes; ++i) {
        auto* node = new PeerNode;
        const int row = i / kAcross;
        node->setPos(i % kAcross * 140, row * 100);
        scene.addItem(node);
        nodes.push_back(node);
        QPainterPath path(node->pos() + QPointF(48, 40));
        const QPointF to = QPointF((i * 7 + 3) % kAcross * 140 + 48, (row + 1) * 100);
        path.cubicTo(path.currentPosition() + QPointF(0, 40), to - QPointF(0, 40), to);
        scene.addPath(path);
    }
    QGraphicsView view(&scene);
    view.setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    view.setRenderHint(QPainter::Antialiasing);
    view.resize(1200, 800);
    view.show();
    if (whole) view.fitInView(scene.sceneRect(), Qt::KeepAspectRatio);
    else view.centerOn(nodes.front());
    QCoreApplication::processEvents();
    std::size_t i = 0;
    for (auto _ : state) {
        const Clock clock;
        nodes[i % 2]->light(false);
        nodes[++i % 2]->light(true);
        QCoreApplication::processEvents();
        state.SetIterationTime(clock.ms() / 1000);
    }
}

// f and f′ of 1/x with the pole in view.
Chart chartOf(std::size_t n) {
    Chart chart;
    chart.yMin = -10;
    chart.yMax = 10;
    for (int order = 0; order < 2; ++order) {
        Curve curve{order, {}, {}};
        for (const double x : bench::points(n)) {
            const double y = order == 0 ? 1 / x : -1 / (x * x);
            curve.x.push_back(x);
            curve.y.push_back(std::fabs(y) > 1e3 ? std::nan("") : y);
        }
        chart.curves.push_back(std::move(curve));
    }
    return chart;
}

void plot(benchmark::State& state, std::size_t n) {
    application();
    PlotView view;
    view.resize(1000, 700);
    view.show();
    const Chart chart = chartOf(n);
    for (auto _ : state) {
        const Clock clock;
        view.setChart(chart);
        benchmark::DoNotOptimize(view.grab());
        state.SetIterationTime(clock.ms() / 1000);
        state.counters["figure"] = clock.ms();
    }
}

void plotAsIs(benchmark::State& state, std::size_t n) {
    application();
    QCustomPlot plot;
    plot.resize(1000, 700);
    plot.setAntialiasedElements(QCP::aeAll);
    for (int order = 0; order < 2; ++order) {
        QVector<double> xs, ys;
        for (const double x : bench::points(n)) {
            xs.append(x);
            ys.append(order == 0 ? 1 / x : -1 / (x * x));
        }
        plot.addGraph()->setData(xs, ys, true);
        plot.graph()->setPen(QPen(Qt::blue, 2));
    }
    plot.xAxis->setRange(-10, 10);
    plot.yAxis->setRange(-10, 10);
    for (auto _ : state) {
        const Clock clock;
        plot.replot(QCustomPlot::rpImmediateRefresh);
        benchmark::DoNotOptimize(plot.grab());
        state.SetIterationTime(clock.ms() / 1000);
    }
}

// From nothing to a painted window, the application itself left out.
void start(benchmark::State& state) {
    application();
    for (auto _ : state) {
        const Clock clock;
        MainWindow window({{.program = defaultLayoutProgram()}, false});
        window.resize(1440, 900);
        window.show();
        benchmark::DoNotOptimize(window.grab());
        state.counters["figure"] = clock.ms();
    }
}

const int kRegistered = [] {
    const auto once = [](const char* name, auto f) { benchmark::RegisterBenchmark(name, f)->Iterations(1); };
    once("window/keystroke", [](benchmark::State& s) { keystroke(s, QStringLiteral("log(x^2)*sin(x) + 1/x + 3")); });
    once("window/keystroke300", [](benchmark::State& s) { keystroke(s, sumOf(75) + QStringLiteral(" + 3")); });
    once("window/step", step);
    const auto steps = [](const char* name, auto f) { benchmark::RegisterBenchmark(name, f)->UseManualTime()->Iterations(100); };
    steps("graph/step/close", [](benchmark::State& s) { stepOfFormula(s, false); });
    steps("graph/step/whole", [](benchmark::State& s) { stepOfFormula(s, true); });
    steps("graph/step/10000", stepOfProgram);
    steps("graph/pass/close", [](benchmark::State& s) { passOfProgram(s, false); });
    steps("graph/pass/whole", [](benchmark::State& s) { passOfProgram(s, true); });
    steps("graph/peer/close", [](benchmark::State& s) { stepOfPeer(s, false); });
    steps("graph/peer/whole", [](benchmark::State& s) { stepOfPeer(s, true); });
    benchmark::RegisterBenchmark("plot/100000", [](benchmark::State& s) { plot(s, 100'000); })->UseManualTime()->Iterations(1);
    benchmark::RegisterBenchmark("plot/1000000", [](benchmark::State& s) { plot(s, 1'000'000); })->UseManualTime()->Iterations(1);
    benchmark::RegisterBenchmark("plot/100000/asis", [](benchmark::State& s) { plotAsIs(s, 100'000); })->UseManualTime()->Iterations(1);
    once("window/start", start);
    bench::addRow({"window: a keystroke in a textbook formula to its picture, 95 %, ms", "window/keystroke", "", 16, true});
    bench::addRow({"window: a keystroke in a formula of 300 nodes, 95 %, ms", "window/keystroke300", "", 32, true});
    bench::addRow({"window: a step and its picture in a graph of 1,000 nodes, 95 %, ms", "window/step", "", 16, true});
    bench::addRow(
        {"graph: a step among 1,000 nodes, to a scene of Qt's that paints its view", "graph/step/close", "graph/peer/close", 0.08, true});
    bench::addRow({"graph: the same with the whole graph in view", "graph/step/whole", "graph/peer/whole", 0.02, true});
    bench::addRow({"graph: a step among 10,000 nodes, ms", "graph/step/10000", "", 0.7, true});
    bench::addRow({"graph: into a backward pass of 10,000 nodes, ms", "graph/pass/close", "", 50, true});
    bench::addRow({"graph: the same with the whole graph in view", "graph/pass/whole", "", 50, true});
    bench::addRow({"plot: f and f′ with a pole, 100,000 points, ms", "plot/100000", "", 16, true});
    bench::addRow({"plot: f and f′ with a pole, a million points, ms", "plot/1000000", "", 16, true});
    bench::addRow(
        {"plot: the same at 100,000 points, times faster than QCustomPlot as it is", "plot/100000", "plot/100000/asis", 50, false});
    bench::addRow({"window: made, shown and painted, the application left out, ms", "window/start", "", 80, true});
    return 0;
}();

}  // namespace
