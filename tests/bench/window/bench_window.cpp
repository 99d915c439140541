// SPDX-License-Identifier: GPL-3.0-or-later
// The real window, without a screen: from a keystroke to the new picture, a step, a plot with a pole, a start.
#include <benchmark/benchmark.h>

#include <chrono>
#include <cmath>

#include <QApplication>
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

// The graph's share of a step, to painting all of the graph: alone, so that both are what the graph costs.
void stepOfGraph(benchmark::State& state, bool whole) {
    application();
    backstep::Request request;
    request.text = productsOf(250).toStdString();
    request.check = false;
    const auto snapshot = std::make_shared<const Snapshot>(*evaluate(request));
    StepCursor cursor;
    GraphView view(&cursor);
    view.resize(1200, 800);
    view.show();
    cursor.setRun(snapshot, std::make_shared<const Layout>(layeredLayout(layoutRequest(snapshot->graph, Direction::topToBottom))), 0);
    view.fit();
    QCoreApplication::processEvents();
    int i = 0;
    for (auto _ : state) {
        const Clock clock;
        if (whole) view.repaint();
        else cursor.setStop(cursor.stops() / 2 + static_cast<std::size_t>(++i % 20));
        QCoreApplication::processEvents();
        state.SetIterationTime(clock.ms() / 1000);
    }
    state.counters["nodes"] = view.nodeCount();
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
    benchmark::RegisterBenchmark("graph/step", [](benchmark::State& s) { stepOfGraph(s, false); })->UseManualTime()->Iterations(100);
    benchmark::RegisterBenchmark("graph/whole", [](benchmark::State& s) { stepOfGraph(s, true); })->UseManualTime()->Iterations(20);
    benchmark::RegisterBenchmark("plot/100000", [](benchmark::State& s) { plot(s, 100'000); })->UseManualTime()->Iterations(1);
    benchmark::RegisterBenchmark("plot/1000000", [](benchmark::State& s) { plot(s, 1'000'000); })->UseManualTime()->Iterations(1);
    benchmark::RegisterBenchmark("plot/100000/asis", [](benchmark::State& s) { plotAsIs(s, 100'000); })->UseManualTime()->Iterations(1);
    once("window/start", start);
    bench::addRow({"window: a keystroke in a textbook formula to its picture, 95 %, ms", "window/keystroke", "", 16, true});
    bench::addRow({"window: a keystroke in a formula of 300 nodes, 95 %, ms", "window/keystroke300", "", 32, true});
    bench::addRow({"window: a step and its picture in a graph of 1,000 nodes, 95 %, ms", "window/step", "", 16, true});
    bench::addRow({"graph: a step, to painting all of a graph of 1,000 nodes", "graph/step", "graph/whole", 0.08, true});
    bench::addRow({"plot: f and f′ with a pole, 100,000 points, ms", "plot/100000", "", 16, true});
    bench::addRow({"plot: f and f′ with a pole, a million points, ms", "plot/1000000", "", 16, true});
    bench::addRow(
        {"plot: the same at 100,000 points, times faster than QCustomPlot as it is", "plot/100000", "plot/100000/asis", 50, false});
    bench::addRow({"window: made, shown and painted, the application left out, ms", "window/start", "", 80, true});
    return 0;
}();

}  // namespace
