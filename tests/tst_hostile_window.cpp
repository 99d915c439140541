// SPDX-License-Identifier: GPL-3.0-or-later
// The window on formulas and programs that break such programs: opened, pasted, run, stopped, stepped through; it answers
// throughout, and is as good as new afterwards.
#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "app/mainwindow.h"
#include "tests/heartbeat.h"
#include "tests/hostile_texts.h"
#include "widgets/codeeditor.h"

using namespace backstep;

namespace {

constexpr int kMostMemory = 1200;  // MiB beyond what the window takes: live tensors, their history, and room for two runs

// The most memory that the process has had since it was last asked, in MiB.
int peakMemory() {
    int kibibytes = 0;
    for (const QByteArray& line : contentsOf(QStringLiteral("/proc/self/status")).split('\n')) {
        if (line.startsWith("VmHWM:")) kibibytes = line.simplified().split(' ').value(1).toInt();
    }
    QFile reset(QStringLiteral("/proc/self/clear_refs"));
    if (reset.open(QIODevice::WriteOnly)) reset.write("5");
    return kibibytes / 1024;
}

}  // namespace

class TestHostileWindow : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;

    [[nodiscard]] CodeEditor* editor() const { return window_->findChild<CodeEditor*>(QStringLiteral("editor")); }
    [[nodiscard]] bool settled(int ms) const {
        return loopUntil([this] { return window_->isSettled(); }, ms);
    }
    void paste(const QString& text) const {
        editor()->setFocus();
        editor()->selectAll();
        QGuiApplication::clipboard()->setText(text);
        editor()->paste();
    }
    void pasteRunAndStep(const QString& text) const {
        paste(text);
        if (!settled(1000) && window_->isRunning()) {
            const OwnTime sinceStop;
            window_->findChild<QAction*>(QStringLiteral("actionStop"))->trigger();
            QVERIFY(loopUntil([this] { return !window_->isRunning(); }, 60000));
            const double ms = sinceStop.elapsed();
            QVERIFY2(ms <= 100 * slowness(), qPrintable(QStringLiteral("stopped after %1 ms").arg(ms)));
        }
        QVERIFY(settled(60000));
        // What was recorded until then can be stepped.
        StepCursor* cursor = window_->cursor();
        for (const double part : {0.0, 0.5, 1.0}) {
            if (cursor->snapshot()) cursor->setStop(static_cast<int>(part * static_cast<double>(cursor->stops())));
            loopFor(15);
        }
    }
    static void rows() {
        QTest::addColumn<QStringList>("row");
        for (const QStringList& row : hostileRows()) QTest::newRow(qPrintable(row[0])) << row;
    }

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        window_ = std::make_unique<MainWindow>(MainWindow::Options{{.program = defaultLayoutProgram()}, false});
        window_->resize(1280, 800);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        QVERIFY(settled(20000));
        // What is made once and kept, fonts above all, is made before anything is measured.
        paste(QStringLiteral("import torch\nx = torch.tensor(3.0, requires_grad=True)\ny = x * x\ny.backward()\nprint(y)\n1 / 0\n"));
        QVERIFY(settled(20000));
    }
    // The next one finds a window that works.
    void cleanup() {
        SessionState state;
        state.text = QStringLiteral("x^2 + 1");
        window_->session()->reset(state);
        QVERIFY(settled(60000));
        const auto& snapshot = window_->cursor()->snapshot();
        QVERIFY(snapshot && !snapshot->isProgram());
        QCOMPARE(QString::fromStdString(snapshot->source.text()), QStringLiteral("x^2 + 1"));
    }

    void the_window_answers_while_it_is_pasted_run_and_stepped_data() { rows(); }
    void the_window_answers_while_it_is_pasted_run_and_stepped() {
        QFETCH(QStringList, row);
        const QString text = QString::fromUtf8(hostileText(row[0]));
        const int before = peakMemory();
        verifyNoGap([this] { cleanup(); }, [&] { pasteRunAndStep(text); });
        const int took = peakMemory() - before;
        QVERIFY2(took <= kMostMemory * (kSanitized ? 10 : 1), qPrintable(QStringLiteral("%1 MiB").arg(took)));
    }

    void the_window_answers_while_it_is_opened_data() { rows(); }
    void the_window_answers_while_it_is_opened() {
        QFETCH(QStringList, row);
        const QString path = folder_.filePath(row[0] + (row[1] == QLatin1String("run") ? QStringLiteral(".py") : QStringLiteral(".txt")));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(hostileText(row[0]));
        file.close();
        QString fault;
        const auto open = [&] {
            fault = window_->openFile(path);
            QVERIFY(settled(60000));
            loopFor(15);
        };
        verifyNoGap([this] { cleanup(); }, open);
        if (fault.isEmpty() && window_->session()->isProgram())
            QVERIFY(window_->cursor()->snapshot() == nullptr);  // it waits for its reader
    }
};

QTEST_MAIN(TestHostileWindow)
#include "tst_hostile_window.moc"
