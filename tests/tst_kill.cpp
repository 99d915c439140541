// SPDX-License-Identifier: GPL-3.0-or-later
// The program is killed at random moments of random editing: what was typed until two seconds before is found again, whole.
// With BACKSTEP_KILLS=200 in the environment as often as that; twenty times otherwise.
#include <csignal>
#include <cstdio>
#include <ctime>
#include <iterator>

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "app/crashreport.h"
#include "app/mainwindow.h"
#include "app/recovery.h"
#include "widgets/codeeditor.h"

using namespace backstep;

namespace {

qint64 monotonic() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64{1000} * now.tv_sec + now.tv_nsec / 1'000'000;
}

// One edit of a person who does not stop: the next number in a line of its own, taken back now and then.
void edit(CodeEditor& editor, QRandomGenerator& random, int number) {
    editor.moveCursor(random.bounded(3) == 0 ? QTextCursor::Start : QTextCursor::End);
    for (const QChar c : QStringLiteral("# %1\n").arg(number)) QTest::keyClick(&editor, c == QLatin1Char('\n') ? '\r' : c.toLatin1());
    if (random.bounded(8) == 0) QTest::keyClick(&editor, Qt::Key_Z, Qt::ControlModifier);
}

// The process that is killed: says each edit, with the time at which it was done.
int type(int argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("backstep"));
    CrashReport::writeTo(Recovery::standardFolder());
    MainWindow window(MainWindow::Options{{.program = defaultLayoutProgram()}, false, true});
    window.show();
    auto* editor = window.findChild<CodeEditor*>(QStringLiteral("editor"));
    editor->selectAll();
    editor->insertPlainText(QStringLiteral("import torch\n"));
    QRandomGenerator random(static_cast<quint32>(std::atoi(argv[2])));
    int number = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, [&] {
        edit(*editor, random, ++number);
        std::printf("%d %lld\n", number, static_cast<long long>(monotonic()));
        std::fflush(stdout);
        timer.setInterval(random.bounded(10) == 0 ? 1300 : random.bounded(120));  // a thought now and then
    });
    timer.start(50);
    return QApplication::exec();
}

// The process that crashes while it writes a page: its document is kept, and its editing is over.
int exportUntilTheEnd(int argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("backstep"));
    CrashReport::writeTo(Recovery::standardFolder());
    MainWindow window(MainWindow::Options{{.program = defaultLayoutProgram()}, false, true});
    window.show();
    auto* editor = window.findChild<CodeEditor*>(QStringLiteral("editor"));
    editor->selectAll();
    editor->insertPlainText(QStringLiteral("sin(x)*x + 17"));
    if (!QTest::qWaitFor([&] { return window.isSettled(); }, 30000)) return 1;
    QTest::qWait(2200);  // it is kept by now
    std::printf("1 %lld\n", static_cast<long long>(monotonic()));
    std::fflush(stdout);
    while (true) window.exportGraph(QString::fromLocal8Bit(argv[2]));
}

struct Edit {
    int number = 0;
    qint64 at = 0;
};

int lastNumberIn(const QString& text) {
    int last = 0;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("# "))) last = std::max(last, line.mid(2).toInt());
    }
    return last;
}

}  // namespace

class TestKill : public QObject {
    Q_OBJECT

    QTemporaryDir state_;

    [[nodiscard]] QString folder() const { return state_.filePath(QStringLiteral("backstep/recovery")); }

    // The edits that the process said before `end` was done to it.
    template <class End>
    QList<Edit> editsUntil(int seed, int after, End end) {
        return saidUntil({QStringLiteral("--type"), QString::number(seed)}, after, end);
    }
    template <class End>
    QList<Edit> saidUntil(const QStringList& words, int after, End end) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_STATE_HOME"), state_.path());
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), words);
        if (!process.waitForReadyRead(30000)) return {};
        QElapsedTimer clock;
        for (clock.start(); clock.elapsed() < after;) process.waitForReadyRead(static_cast<int>(after - clock.elapsed()) + 1);
        end(static_cast<pid_t>(process.processId()));
        process.waitForFinished(30000);
        QList<Edit> edits;
        for (const QByteArray& line : process.readAllStandardOutput().split('\n')) {
            const QList<QByteArray> words = line.split(' ');
            if (words.size() == 2) edits << Edit{words[0].toInt(), words[1].toLongLong()};
        }
        return edits;
    }

private slots:
    void init() { qputenv("XDG_STATE_HOME", state_.path().toUtf8()); }

    void at_most_two_seconds_are_lost_and_no_document_is_damaged() {
        const int kills = std::max(20, qEnvironmentVariableIntValue("BACKSTEP_KILLS"));
        for (int i = 0; i < kills; ++i) {
            QRandomGenerator random(static_cast<quint32>(i));
            qint64 killed = 0;
            const QList<Edit> edits = editsUntil(i, 100 + random.bounded(4000), [&](pid_t process) {
                killed = monotonic();
                ::kill(process, SIGKILL);
            });
            QVERIFY(!edits.isEmpty());
            int due = 0;  // the last edit that must be there; what a busy machine holds up is no fault of the program
            for (const Edit& e : edits) due = e.at <= killed - 2000 - 300 ? e.number : due;
            const auto lost = Recovery::lostIn(folder());
            const QStringList files = QDir(folder()).entryList({QStringLiteral("*.backstep")});
            QCOMPARE(static_cast<qsizetype>(lost.size()), files.size());  // none that cannot be read
            if (due == 0 && lost.empty()) continue;
            QCOMPARE(lost.size(), std::size_t{1});
            const auto document = Recovery::take(lost.front());
            QVERIFY(document);
            const int found = lastNumberIn(document->state.text);
            QVERIFY2(found >= due - 1, qPrintable(QStringLiteral("kill %1: %2 found, %3 were typed in time")
                                                      .arg(i)
                                                      .arg(found)
                                                      .arg(due)));  // the last may have been taken back
            QVERIFY(found <= edits.last().number + 1);
            for (const QString& name : QDir(folder()).entryList(QDir::Files)) QFile::remove(folder() + QLatin1Char('/') + name);
        }
    }

    void a_crash_leaves_a_report_that_says_nothing_of_what_was_typed() {
        const QList<Edit> edits = editsUntil(1, 1800, [](pid_t process) { ::kill(process, SIGSEGV); });
        QVERIFY(!edits.isEmpty());
        const auto report = CrashReport::take(folder());
        QVERIFY(report);
        QVERIFY2(report->text.startsWith(QStringLiteral("Backstep " BACKSTEP_VERSION " ended by signal 11\n")),
                 qPrintable(report->text.left(100)));
        QVERIFY(report->text.count(QLatin1Char('\n')) > 3);  // the stack
        QVERIFY(!report->text.contains(QLatin1String("# 1")) && !report->text.contains(QLatin1String("import torch")));
        QVERIFY(QFile::exists(report->file));
        QVERIFY(!CrashReport::take(folder()));  // offered once
        QCOMPARE(Recovery::lostIn(folder()).size(), std::size_t{1});
        for (const QString& name : QDir(folder()).entryList(QDir::Files)) QFile::remove(folder() + QLatin1Char('/') + name);
    }

    void a_crash_inside_an_export_costs_neither_the_document_nor_the_file() {
        for (const int after : {1, 17, 40, 66, 93}) {
            const QString path = state_.filePath(QStringLiteral("picture%1.svg").arg(after));
            const auto said = saidUntil({QStringLiteral("--export"), path}, after, [](pid_t process) { ::kill(process, SIGSEGV); });
            QVERIFY(!said.isEmpty());
            const auto lost = Recovery::lostIn(folder());
            QCOMPARE(lost.size(), std::size_t{1});
            const auto document = Recovery::take(lost.front());
            QVERIFY(document);
            QCOMPARE(document->state.text, QStringLiteral("sin(x)*x + 17"));
            QVERIFY(CrashReport::take(folder()));
            QFile picture(path);
            if (!picture.open(QIODevice::ReadOnly)) continue;  // none was finished
            const QByteArray bytes = picture.readAll();
            QVERIFY2(bytes.trimmed().endsWith("</svg>"), bytes.right(80).constData());
        }
    }
};

int main(int argc, char** argv) {
    if (argc > 2 && qstrcmp(argv[1], "--type") == 0) return type(argc, argv);
    if (argc > 2 && qstrcmp(argv[1], "--export") == 0) return exportUntilTheEnd(argc, argv);
    qputenv("QTEST_FUNCTION_TIMEOUT", "3600000");  // two hundred kills take longer than Qt lets a test take
    QCoreApplication application(argc, argv);
    TestKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_kill.moc"
