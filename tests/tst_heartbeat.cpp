// SPDX-License-Identifier: GPL-3.0-or-later
// The window's thread is never away for more than 50 ms: while large programs are opened and run, while their steps are scrubbed,
// while the point of the plot and the slider of an input are dragged.
#include <QStandardPaths>
#include <QTest>

#include "app/mainwindow.h"
#include "tests/heartbeat.h"
#include "widgets/codeeditor.h"
#include "widgets/graphview.h"
#include "widgets/plotview.h"
#include "widgets/scrubber.h"
#include "widgets/valueslider.h"

using namespace backstep;

namespace {

const QString kLoop = QStringLiteral(
    "import torch\nx = torch.tensor(1.0001, requires_grad=True)\nb = x * 1.0\nfor i in range(5000):\n    b = b * x\n"
    "    if b > 2:\n        b = b / 2\nb.backward()\nprint(x.grad)\n");
const QString kNetwork = QStringLiteral(
    "import torch\nfrom torch import nn\ntorch.manual_seed(0)\nnet = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 1))\n"
    "opt = torch.optim.SGD(net.parameters(), lr=0.01)\nX = torch.randn(32, 4)\ny = X.sum(1, keepdim=True)\n"
    "for epoch in range(150):\n    loss = ((net(X) - y) ** 2).mean()\n    opt.zero_grad()\n    loss.backward()\n    opt.step()\n"
    "print(loss.item())\n");

}  // namespace

class TestHeartbeat : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> window_;

    [[nodiscard]] bool settled() const {
        return loopUntil([this] { return window_->isSettled(); }, 30'000);
    }
    [[nodiscard]] bool opened(const QString& text) {
        SessionState state;
        state.text = text;
        window_->session()->reset(state);
        if (!settled()) return false;
        if (window_->session()->isProgram()) window_->runProgram();
        return settled();
    }
    void openAndRest(const QString& text) {
        QVERIFY(opened(text));
        loopFor(300);
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() {
        window_ = std::make_unique<MainWindow>(MainWindow::Options{{.program = defaultLayoutProgram()}, false});
        window_->resize(1280, 800);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        QVERIFY(settled());
        loopFor(200);
    }
    void cleanup() { window_.reset(); }

    void large_programs_open_and_run_beside_it_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("a loop of five thousand turns") << kLoop;
        QTest::newRow("a network that learns") << kNetwork;
    }
    void large_programs_open_and_run_beside_it() {
        QFETCH(const QString, text);
        const auto open = [&] {
            openAndRest(text);
            QVERIFY(window_->cursor()->stops() > 5000);
        };
        verifyNoGap([this] { openAndRest(QStringLiteral("x^2")); }, open);
    }

    void scrubbing_a_long_run_keeps_up() {
        const auto scrub = [this] {
            auto* scrubber = window_->findChild<Scrubber*>();
            QVERIFY(scrubber != nullptr);
            const int last = static_cast<int>(window_->cursor()->stops());
            QTest::mousePress(scrubber, Qt::LeftButton, {}, scrubber->pointOf(0).toPoint());
            for (int i = 0; i <= 60; ++i) {
                QTest::mouseMove(scrubber, scrubber->pointOf(last / 60 * i).toPoint());
                loopFor(2);
            }
            QTest::mouseRelease(scrubber, Qt::LeftButton, {}, scrubber->pointOf(last).toPoint());
            loopFor(50);
            QVERIFY(window_->cursor()->stop() > window_->cursor()->stops() / 2);
        };
        verifyNoGap([this] { openAndRest(kLoop); }, scrub);
    }

    void dragging_the_point_of_the_plot_keeps_up() {
        const auto input = [this] {
            const Recording& recording = window_->cursor()->snapshot()->recording;
            return recording.tape.scalar(recording.inputs.at(0));
        };
        const auto drag = [&] {
            auto* plot = window_->findChild<PlotView*>();
            QVERIFY(plot->scene().hasChart);
            const double before = input();
            for (int i = 0; i < 60; ++i) {
                emit plot->pointDragged(1 + 0.05 * i, i == 59);
                loopFor(10);
            }
            QVERIFY(settled());
            QVERIFY(input() != before);
        };
        verifyNoGap([this] { openAndRest(QStringLiteral("f(x) = log(x^2)*sin(x) + 1/x")); }, drag);
    }

    void dragging_the_slider_of_an_input_keeps_up() {
        const auto drag = [this] {
            auto* slider = window_->findChild<ValueSlider*>();
            QVERIFY(slider != nullptr);
            QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(8, slider->height() / 2));
            for (int x = 9; x < slider->width() - 20; x += 2) {
                QTest::mouseMove(slider, QPoint(x, slider->height() / 2));
                loopFor(5);
            }
            QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() - 20, slider->height() / 2));
            QVERIFY(settled());
        };
        verifyNoGap([this] { openAndRest(QStringLiteral("f(x, y) = sigmoid(x*y) + tanh(x - y)*exp(x/5) + x^2*y")); }, drag);
    }
};

QTEST_MAIN(TestHeartbeat)
#include "tst_heartbeat.moc"
