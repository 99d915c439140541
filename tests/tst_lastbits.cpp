// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of tensors to the last bit: tests/data/last_bits has programs that print numbers in hexadecimal, and what PyTorch
// printed on a processor with AVX2.
#include <QFile>
#include <QTest>

#include "engine/run/program_json.h"
#include "engine/tape/sleef.h"

class TstLastBits : public QObject {
    Q_OBJECT

private slots:
    void functions_and_their_gradients_are_pytorchs() {
        if (!backstep::Sleef::serves()) QSKIP("SLEEF is not here, or the processor has no fused multiply-add");
        const QString path = QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/last_bits/functions");
        QFile program(path + QStringLiteral(".py"));
        QFile expected(path + QStringLiteral(".txt"));
        QVERIFY(program.open(QIODevice::ReadOnly) && expected.open(QIODevice::ReadOnly));
        const backstep::Source source(program.readAll().toStdString(), "functions.py");
        const backstep::ProgramRun run = backstep::runProgram(source, backstep::parsePython(source));
        const QList<QByteArray> got = QByteArray::fromStdString(run.report.output).split('\n');
        const QList<QByteArray> want = expected.readAll().split('\n');
        QVERIFY(want.size() > 1000);
        for (qsizetype i = 0; i < qMin(got.size(), want.size()); ++i) {
            // The gradient's line comes after that of its function.
            if (got[i] != want[i])
                QFAIL(qPrintable(QString::fromUtf8("%1\ngot  %2\nwant %3")
                                     .arg(QString::fromUtf8(want[qMax<qsizetype>(i - 1, 0)].left(60)), QString::fromUtf8(got[i]),
                                          QString::fromUtf8(want[i]))));
        }
        QCOMPARE(got.size(), want.size());
    }
};

QTEST_GUILESS_MAIN(TstLastBits)
#include "tst_lastbits.moc"
