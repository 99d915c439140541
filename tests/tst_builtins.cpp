// SPDX-License-Identifier: GPL-3.0-or-later
// The built-in types and functions and Python's own modules: each program of tests/data/python prints what CPython 3.11
// printed (the .expected beside it), to the byte.
#define QT_NO_KEYWORDS  // the engine has members called slots
#include <QDir>
#include <QFile>
#include <QTest>

#include "engine/python/interpreter.h"

using namespace Qt::StringLiterals;

class TestBuiltins : public QObject {
    Q_OBJECT

    static QByteArray read(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void printsWhatPythonPrints_data() {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/python"));
        for (const QFileInfo& file : folder.entryInfoList({u"*.py"_s}, QDir::Files, QDir::Name)) {
            QTest::newRow(qPrintable(file.completeBaseName())) << file.filePath();
        }
    }

    void printsWhatPythonPrints() {
        using namespace backstep;
        QFETCH(QString, path);
        QString expectedPath = path;
        expectedPath.replace(u".py"_s, u".expected"_s);
        python::Interpreter vm;
        QByteArray output;
        vm.setOutput([&](std::string_view text) { output.append(text.data(), static_cast<qsizetype>(text.size())); });
        const python::Outcome outcome = vm.run(Source(read(path).toStdString(), "main.py"));
        if (outcome.error) QFAIL(vm.tracebackText(*outcome.error).c_str());
        const QList<QByteArray> got = output.split('\n'), expected = read(expectedPath).split('\n');
        for (qsizetype i = 0; i < std::min(got.size(), expected.size()); ++i) {
            if (got[i] != expected[i]) {
                QFAIL(qPrintable(
                    u"line %1: got\n%2\nexpected\n%3"_s.arg(i + 1).arg(QString::fromUtf8(got[i]), QString::fromUtf8(expected[i]))));
            }
        }
        QCOMPARE(got.size(), expected.size());
    }

    void refusesByNameWhatItDoesNotDo_data() {
        QTest::addColumn<QByteArray>("program");
        QTest::addColumn<QString>("what");
        QTest::newRow("input") << QByteArray("input('x')") << u"input()"_s;
        QTest::newRow("open") << QByteArray("try:\n    open('f')\nexcept:\n    pass") << u"open()"_s;
        QTest::newRow("eval") << QByteArray("eval('1')") << u"eval()"_s;
        QTest::newRow("encode") << QByteArray("'a'.encode()") << u"str.encode"_s;
        QTest::newRow("sleep") << QByteArray("import time\ntime.sleep(1)") << u"time.sleep"_s;
        QTest::newRow("module") << QByteArray("import os") << u"the module os"_s;
        QTest::newRow("version") << QByteArray("import sys\nprint(sys.version)") << u"sys.version"_s;
    }

    void refusesByNameWhatItDoesNotDo() {
        using namespace backstep;
        QFETCH(QByteArray, program);
        QFETCH(QString, what);
        python::Interpreter vm;
        try {
            vm.run(Source(program.toStdString(), "main.py"));
            QFAIL("it ran");
        } catch (const python::Unsupported& refused) {
            QCOMPARE(QString::fromStdString(refused.what), what);
        }
    }

    void meetsTheLimitsBeforeItTakesTheMemory_data() {
        QTest::addColumn<QByteArray>("program");
        for (const char* line :
             {"'a'.center(10**9)", "'%0*d' % (10**9, 1)", "f'{1:1000000000}'", "list(range(10**9))", "'ab'.replace('', 'x' * 10**6)",
              "sum(range(10**12))", "import itertools\nlist(itertools.repeat(1))", "import math\nmath.factorial(10**6)",
              "max(iter(int, 1))", "','.join(['x' * 1000] * 10**5)", "import math\nmath.comb(10**6, 5 * 10**5)", "'a'.ljust(10**12)",
              "format(1.0, '.1000000000f')", "'x'.expandtabs() + '\\t'.expandtabs(10**9)", "set(range(10**9))", "[0].extend(range(10**9))",
              "from collections import deque\ndeque(range(10**9))", "import random\nrandom.choices([1], k=10**9)", "2 ** 10**6"}) {
            QTest::newRow(line) << QByteArray(line);
        }
    }

    void meetsTheLimitsBeforeItTakesTheMemory() {
        using namespace backstep;
        QFETCH(QByteArray, program);
        python::Interpreter vm;
        QVERIFY_THROWS_EXCEPTION(python::LimitReached, vm.run(Source("try:\n    " + program.replace("\n", "\n    ").toStdString() +
                                                                         "\nexcept BaseException as e:\n    print(e)\n",
                                                                     "main.py")));
    }
};

QTEST_GUILESS_MAIN(TestBuiltins)
#include "tst_builtins.moc"
