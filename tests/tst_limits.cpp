// SPDX-License-Identifier: GPL-3.0-or-later
// What a program may use up, and how soon it answers to Stop. A limit is met before the memory is taken, cannot be caught
// by the program, names its place, and leaves what was recorded until then.
#include <pthread.h>
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <ctime>
#include <thread>

#include <QElapsedTimer>
#include <QTest>

#include "engine/run/program.h"
#include "tests/machine.h"

using namespace backstep;
using namespace Qt::StringLiterals;

namespace {

ProgramRun run(const QString& text, const ProgramOptions& options = {}) {
    const Source source(text.toStdString(), "main.py");
    return runProgram(source, parsePython(source), options);
}

// The body as it is, and where it tries to go on all the same.
QString stubborn(const QString& body) {
    QString inner = body;
    inner.replace(u'\n', u"\n    "_s);
    return u"import torch, math\nimport numpy as np\nx = torch.tensor(2.0, requires_grad=True)\ny = x * x\nprint('before')\ntry:\n    "_s +
           inner + u"\nexcept BaseException:\n    print('caught')\nfinally:\n    print('finally')\nprint('after')\n"_s;
}

long peakKilobytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

}  // namespace

class TstLimits : public QObject {
    Q_OBJECT

private slots:
    void a_limit_ends_the_program_and_keeps_what_was_recorded_data() {
        QTest::addColumn<QString>("body");
        const auto row = [](const char* body) { QTest::newRow(body) << QString::fromUtf8(body); };
        row("while True: pass");
        row("while True: y = y * 1.0000001");
        row("for i in range(10**12): pass");
        row("z = 'a' * 10**10");
        row("z = 'ab'.join(['x' * 1000] * 5000)");
        row("z = '{:>1000000000}'.format(1)");
        row("z = f'{1:>{10**9}}'");
        row("z = '%1000000000d' % 1");
        row("z = 'x'.rjust(10**9)");
        row("z = ('x' * 10**6).replace('x', 'y' * 10**6)");
        row("z = str(7 ** 4000) * 10000");
        row("z = 2 ** 10 ** 10");
        row("z = 1 << 10 ** 10");
        row("z = math.factorial(10**7)");
        row("z = math.comb(10**6, 5 * 10**5)");
        row("z = [0] * 10**10");
        row("z = list(range(10**10))");
        row("z = (0,) * 10**9");
        row("z = [i for i in range(10**9)]");
        row("z = {i: i for i in range(10**9)}");
        row("z = set(range(10**9))");
        row("z = sorted(range(10**9))");
        row("z = sum(range(10**12))");
        row("z = max(range(10**12))");
        row("z = list(zip(range(10**9), range(10**9)))");
        row("z = any(i < 0 for i in range(10**12))");
        row("z = torch.zeros(10**12)");
        row("z = torch.zeros(10**6, 10**6)");
        row("z = torch.zeros(2**31, 2**31, 2**31)");
        row("z = torch.ones(10**9, requires_grad=True)");
        row("z = torch.arange(10**10)");
        row("z = torch.linspace(0, 1, 10**9)");
        row("z = torch.rand(10**5, 10**5)");
        row("z = torch.eye(10**5)");
        row("z = torch.full((10**5, 10**5), 3.0)");
        row("z = torch.ones(10**5).reshape(-1, 1) * torch.ones(10**5)");
        row("z = torch.outer(torch.ones(10**5), torch.ones(10**5))");
        row("z = torch.ones(10**5).repeat(10**5)");
        row("z = torch.ones(10**5, 1) @ torch.ones(1, 10**5)");
        row("z = torch.kron(torch.ones(10**5), torch.ones(10**5))");
        row("z = torch.diag(torch.ones(10**5))");
        row("z = torch.cat([torch.ones(10**6)] * 1000)");
        row("z = torch.stack([torch.ones(10**6)] * 1000)");
        row("z = torch.meshgrid(torch.ones(10**5), torch.ones(10**5), indexing='ij')[0] + 1");
        row("z = torch.cartesian_prod(torch.ones(10**5), torch.ones(10**5))");
        row("z = torch.nn.functional.one_hot(torch.arange(10**5), 10**5)");
        row("z = torch.ones(3).expand(10**10, 3).clone()");
        row("z = torch.zeros(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)");
        row("z = []\nwhile True: z.append(torch.ones(10**6))");
        row("z = x\nwhile True: z = z * torch.ones(10**5)");
        row("z = np.zeros(10**12)");
        row("z = np.arange(10**10)");
        row("z = np.ones(10**5)[:, None] * np.ones(10**5)");
        row("z = np.tile(np.ones(10**5), 10**5)");
        row("z = np.repeat(np.ones(10**5), 10**5)");
        row("while True: print('x')");
        row("print('x' * 10**6, 'y' * 10**6)");
        row("print('\\n' * 10**6)");
    }
    void a_limit_ends_the_program_and_keeps_what_was_recorded() {
        QFETCH(QString, body);
        const long before = peakKilobytes();
        const ProgramRun r = run(stubborn(body));
        QVERIFY2(r.report.error, r.report.output.c_str());
        QCOMPARE(QString::fromStdString(r.report.error->type), u"Limit"_s);
        QVERIFY(!r.report.error->message.empty());
        QVERIFY2(r.report.error->line >= 7 && r.report.error->line <= 8, qPrintable(QString::number(r.report.error->line)));
        QVERIFY(QString::fromStdString(r.report.output).startsWith(u"before\n"_s));
        QVERIFY(!QString::fromStdString(r.report.output).contains(u"caught"_s) &&
                !QString::fromStdString(r.report.output).contains(u"finally"_s));
        QVERIFY(r.recording.tape.size() >= 2);  // x and x * x
        const long grown = peakKilobytes() - before;
        QVERIFY2(grown < 1'400'000, qPrintable(u"%1 KB more"_s.arg(grown)));
    }

    void each_limit_is_as_it_was_set_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<int>("which");
        QTest::newRow("nodes") << u"import torch\nx = torch.tensor(1.0, requires_grad=True)\nfor i in range(1000): x = x * 2.0\n"_s << 0;
        QTest::newRow("work") << u"import torch\na = torch.ones(100, 100)\nfor i in range(100): b = a @ a\n"_s << 1;
        QTest::newRow("history") << u"import torch\nx = torch.ones(1000, requires_grad=True)\nfor i in range(1000): x = x * 2.0\n"_s << 2;
        QTest::newRow("memory") << u"import torch\na = []\nfor i in range(100): a.append(torch.ones(10000))\n"_s << 3;
        QTest::newRow("elements") << u"import torch\na = torch.ones(1001)\n"_s << 4;
        QTest::newRow("dims") << u"import torch\na = torch.ones(1, 1, 1)\n"_s << 5;
        QTest::newRow("steps") << u"for i in range(1000): pass\n"_s << 6;
    }
    void each_limit_is_as_it_was_set() {
        QFETCH(QString, program);
        QFETCH(int, which);
        QVERIFY(!run(program).report.error);
        ProgramOptions options;
        switch (which) {
            case 0: options.tensors.tapeNodes = 500; break;
            case 1: options.tensors.work = 50'000'000; break;
            case 2: options.tensors.history = 1 << 20; break;
            case 3: options.tensors.bytes = 1 << 20; break;
            case 4: options.tensors.elements = 1000; break;
            case 5: options.tensors.dims = 2; break;
            default: options.limits.steps = 500; break;
        }
        const ProgramRun r = run(program, options);
        QVERIFY(r.report.error);
        QCOMPARE(QString::fromStdString(r.report.error->type), u"Limit"_s);
        if (which == 0) QVERIFY(r.recording.tape.size() >= 500 && r.recording.tape.size() <= 502);
    }

    void recursion_is_an_error_that_can_be_caught() {
        const ProgramRun r = run(u"def f(n): return f(n + 1)\ntry: f(0)\nexcept RecursionError: print('deep')\n"_s);
        QVERIFY(!r.report.error);
        QCOMPARE(r.report.output, std::string("deep\n"));
    }

    // Stop is set while the heavy part runs; the run must be over soon after.
    void stop_is_obeyed_soon_data() {
        QTest::addColumn<QString>("body");
        const auto row = [](const char* body) { QTest::newRow(body) << QString::fromUtf8(body); };
        row("while True: pass");
        row("while True:\n    try: y = y * 1.5\n    except BaseException: pass");
        row("a = torch.ones(900, 1000)\nb = torch.ones(1000, 900)\nwhile True: c = a @ b");
        row("a = torch.eye(900) * 2 + 1\nwhile True: c = torch.linalg.inv(a)");
        row("a = torch.rand(700, 700)\na = a @ a.T + 100 * torch.eye(700)\nwhile True: c = torch.linalg.cholesky(a)");
        row("a = torch.rand(1000000)\nwhile True: c = a.sort()");
        row("a = torch.rand(1000000)\nwhile True: c = torch.lgamma(a)");
        row("a = torch.rand(1000000)\nwhile True: c = a.cumsum(0)");
        row("a = torch.rand(1000, 1000)\nwhile True: c = a.sum(0) + a.softmax(1).sum(0)");
        row("while True: c = torch.randn(1000000)");
        row("a = list(range(300000))\nwhile True: a = sorted(a, key=lambda v: -v)");
        row("a = [float(i % 1000) for i in range(900000)]\nwhile True: a.sort()");
        row("a = 'a' * 900000\nb = 'a' * 400000 + 'b'\nwhile True: c = a.find(b)");
        row("a = 'a' * 900000\nb = 'a' * 400000 + 'b'\nwhile True: c = a.count(b) + a.rfind(b)");
        row("a = 'ab' * 400000\nwhile True: c = a.replace('a', 'c').split('b')");
        row("a = 7 ** 4000\nwhile True: c = pow(a, a, a + 2)");
        row("while True: c = 7 ** 5000 % 10 ** 4000");
        row("while True: c = sum(range(900000))");
        row("while True: c = sum(i * i for i in range(900000))");
        row("a = list(range(250000))\nwhile True: c = a == a[:-1] + [0]");
        row("a = list(range(900000))\nwhile True: c = -1 in a");
        row("a = list(range(900000))\nwhile True: a.insert(0, a.pop())");
        row("while True: c = ''.join(str(i) for i in range(100000))");
        row("a = np.random.rand(900, 900)\nwhile True: c = a @ a");
        row("import itertools\nfor c in itertools.permutations(range(100)): pass");
        row("import itertools\nc = sum(1 for c in itertools.product(range(100), repeat=20))");
        row("def g():\n    while True: yield 1\nc = sum(g())");
        row("z = x\nfor i in range(15000): z = z * 1.00001\nwhile True: z.backward(retain_graph=True)");
    }
    void stop_is_obeyed_soon() {
        QFETCH(QString, body);
        const double took = answerTo(body);
        QVERIFY2(took >= 0, "it ended by itself");
        QVERIFY2(took <= 100 * slowness(), qPrintable(u"%1 ms"_s.arg(took)));
    }

private:
    static double milliseconds(clockid_t clock) {
        timespec now{};
        clock_gettime(clock, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
    }
    // From Stop to the end of the run, in the run's own time: what else the machine does counts for nothing.
    static double answerTo(const QString& body) {
        std::atomic<bool> stop = false;
        ProgramOptions options;
        options.stop = &stop;
        options.limits.steps = 1'000'000'000'000;
        options.tensors.work = INT64_MAX;
        options.tensors.history = INT64_MAX;
        options.tensors.tapeNodes = 100'000'000;
        std::atomic<double> ended = -1;
        std::thread runner([&] {
            const ProgramRun r =
                run(u"import torch\nimport numpy as np\nx = torch.tensor(2.0, requires_grad=True)\ny = x\n"_s + body + u"\n"_s, options);
            ended = r.report.error && r.report.error->type == "Interrupted" ? milliseconds(CLOCK_THREAD_CPUTIME_ID) : -1;
        });
        clockid_t clock{};
        pthread_getcpuclockid(runner.native_handle(), &clock);
        // In the midst of it, however slowly it goes.
        for (QElapsedTimer waited = started(); milliseconds(clock) < 120 && ended < 0 && waited.elapsed() < 10'000;)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        const double asked = milliseconds(clock);
        stop = true;
        runner.join();
        return ended < 0 ? -1 : std::max(0.0, ended - asked);
    }
    static QElapsedTimer started() {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }
};

QTEST_GUILESS_MAIN(TstLimits)
#include "tst_limits.moc"
