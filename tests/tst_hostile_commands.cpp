// SPDX-License-Identifier: GPL-3.0-or-later
// The command line on formulas and programs that break such programs, each in a process that may use a GiB of addresses, a
// small stack and little time: its exit status, the place it names, what it took, and that it says so without odd characters.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <climits>

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "tests/hostile_texts.h"
#include "tests/sanitized.h"

using namespace backstep;

namespace {

struct Ran {
    int status = -1;     // minus the signal that ended it
    double seconds = 0;  // of the processor
    double mebibytes = 0;
    QByteArray out, err;
};

void allow(int resource, rlim_t most) {
    const rlimit limit{most, most};
    setrlimit(resource, &limit);  // NOLINT(misc-include-cleaner)
}

}  // namespace

class TestHostileCommands : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    [[nodiscard]] QString fileOf(const QString& name) const {
        const QString known = hostileFile(name);
        if (!known.isEmpty()) return known;
        const QString path = folder_.filePath(name + QStringLiteral(".txt"));
        QFile file(path);
        const QByteArray text = hostileText(name);
        if (text.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no such text: %s", qPrintable(name));
        return path;
    }

    [[nodiscard]] Ran run(const QStringList& words, const QString& input, rlim_t stack) const {
        const QByteArray out = folder_.filePath(QStringLiteral("out")).toUtf8();
        const QByteArray err = folder_.filePath(QStringLiteral("err")).toUtf8();
        const QByteArray in = input.toUtf8();
        QList<QByteArray> bytes{BACKSTEP_BINARY_DIR "/bin/backstep"};
        for (const QString& word : words) bytes << word.toUtf8();
        std::vector<char*> argv;
        for (QByteArray& word : bytes) argv.push_back(word.data());
        argv.push_back(nullptr);
        const pid_t child = fork();
        if (child == 0) {
            dup2(open(in.constData(), O_RDONLY | O_CLOEXEC), 0);
            dup2(open(out.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600), 1);
            dup2(open(err.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600), 2);
            allow(RLIMIT_CORE, 0);
            // Sanitizers need addresses, stack and time of their own.
            allow(RLIMIT_CPU, 20 * kPatience);
            if (!kSanitized) allow(RLIMIT_AS, rlim_t{1} << 30);
            if (!kSanitized) allow(RLIMIT_STACK, stack);
            execv(argv[0], argv.data());
            _exit(127);
        }
        Ran ran;
        int status = 0;
        rusage used{};
        if (wait4(child, &status, 0, &used) != child) return ran;
        ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
        ran.seconds = static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
                      1e-6 * static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
        ran.mebibytes = static_cast<double>(used.ru_maxrss) / 1024;
        ran.out = contentsOf(QString::fromUtf8(out));
        ran.err = contentsOf(QString::fromUtf8(err));
        return ran;
    }

    [[nodiscard]] Ran runRow(const QStringList& row, rlim_t stack) const {
        const QString file = fileOf(row[0]);
        if (row[1] == QLatin1String("run"))
            return run({QStringLiteral("run"), file, QStringLiteral("--json")}, QStringLiteral("/dev/null"), stack);
        return run({QStringLiteral("eval"), QStringLiteral("-")}, file, stack);
    }

    // Those that take at most so many milliseconds.
    static void rows(int longest) {
        QTest::addColumn<QStringList>("row");
        for (const QStringList& row : hostileRows()) {
            if (row.value(4).toInt() <= longest) QTest::newRow(qPrintable(row[0])) << row;
        }
    }

private slots:
    void each_ends_as_it_must_data() { rows(INT_MAX); }
    void each_ends_as_it_must() {
        QFETCH(QStringList, row);
        QCOMPARE(row.size(), 7);
        const Ran ran = runRow(row, rlim_t{8} << 20);
        const QByteArray said = ran.err.left(300);
        if (row[2] == QLatin1String("any"))
            QVERIFY2(ran.status == 0 || ran.status == 1 || ran.status == 3 || ran.status == 4, qPrintable(QString::number(ran.status)));
        else QVERIFY2(ran.status == row[2].toInt(), qPrintable(QStringLiteral("%1: %2").arg(ran.status).arg(QString::fromUtf8(said))));

        const auto place = QRegularExpression(QStringLiteral("(?m)^ *--> .*:(\\d+:\\d+)$")).match(QString::fromUtf8(ran.err));
        if (row[3] != QLatin1String("-")) QCOMPARE(place.captured(1), row[3]);
        if (ran.status != 0)
            QVERIFY2(ran.err.startsWith("error: ") || ran.err.startsWith("warning: ") || ran.err.startsWith("note: "), said);
        for (const QByteArray& line : ran.err.split('\n')) QVERIFY2(line.size() <= 700, line.left(800));
        for (const char c : ran.err) QVERIFY2(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t', said);
        if (kSanitized) return;
        const double least = 0.5;  // what the start of a process may take on a busy machine
        QVERIFY2(ran.seconds <= kPatience * (least + 5e-3 * row[4].toDouble()), qPrintable(QStringLiteral("%1 s").arg(ran.seconds)));
        QVERIFY2(ran.mebibytes <= 40 + row[5].toDouble(), qPrintable(QStringLiteral("%1 MiB").arg(ran.mebibytes)));
    }

    void each_ends_the_same_on_a_small_stack_data() { rows(300); }  // deep ones are quick
    void each_ends_the_same_on_a_small_stack() {
        QFETCH(QStringList, row);
        const Ran ran = runRow(row, rlim_t{1} << 20);
        if (row[2] == QLatin1String("any")) QVERIFY(ran.status >= 0);
        else QCOMPARE(ran.status, row[2].toInt());
    }

    // What is typed until now is a text, too.
    void every_beginning_of_a_program_is_read() {
        const QByteArray text = hostileText(QStringLiteral("prog_fstring_nested"));
        QVERIFY(!text.isEmpty());
        QFile file(folder_.filePath(QStringLiteral("beginning.txt")));
        for (qsizetype n = 0; n < text.size(); n += 7) {
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text.left(n)) == n);
            file.close();
            QVERIFY(run({QStringLiteral("run"), file.fileName()}, QStringLiteral("/dev/null"), rlim_t{8} << 20).status >= 0);
        }
    }
};

QTEST_APPLESS_MAIN(TestHostileCommands)
#include "tst_hostile_commands.moc"
