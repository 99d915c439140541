// SPDX-License-Identifier: GPL-3.0-or-later
// Reductions, scans, sorting and norms: each part of tests/data/torch_reduce prints a value, its node and layout, gradients of first and
// second order, or an error; beside it is what PyTorch 1.13 printed ("python3 float64.py > float64.expected").
#include <QDir>
#include <QTest>

#include "tests/parts.h"

class TstTorchReduce : public QObject {
    Q_OBJECT

private slots:
    void a_part_is_what_torch_prints_data() {
        QTest::addColumn<QString>("actual");
        QTest::addColumn<QString>("expected");
        const QDir folder(QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/torch_reduce"));
        for (const QString& name : folder.entryList({QStringLiteral("*.expected")})) {
            const QString program = name.section(u'.', 0, 0);
            const QMap<QString, QString> expected = parts::partsOf(parts::textOf(folder.filePath(name)));
            const QMap<QString, QString> actual = parts::partsOf(parts::outputOf(folder.filePath(program + QStringLiteral(".py"))));
            for (auto part = expected.begin(); part != expected.end(); ++part) {
                QTest::newRow(qPrintable(program + QStringLiteral(": ") + part.key())) << actual.value(part.key()) << *part;
            }
        }
    }
    void a_part_is_what_torch_prints() {
        QFETCH(QString, actual);
        QFETCH(QString, expected);
        QVERIFY2(parts::isSame(actual.trimmed(), expected.trimmed()),
                 qPrintable(QStringLiteral("\ngot:\n%1\nPyTorch:\n%2").arg(actual, expected)));
    }
};

QTEST_GUILESS_MAIN(TstTorchReduce)
#include "tst_torch_reduce.moc"
