// SPDX-License-Identifier: GPL-3.0-or-later
// Views, joining, indexing and changes in place of torch: each program of tests/data/torch_shape prints values, strides,
// histories, gradients of first and second order and errors; beside it is what PyTorch 1.13 printed.
// `python3 tests/data/torch_shape/expected.py` writes that anew; differences.txt lists the parts that we do not match yet.
#include <QDir>
#include <QTest>

#include "tests/parts.h"

using parts::outputOf;
using parts::partsOf;
using parts::textOf;

class TstTorchShape : public QObject {
    Q_OBJECT

private slots:
    void a_program_prints_what_torch_prints_data() {
        QTest::addColumn<QString>("actual");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("differs");
        const QDir folder(QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/torch_shape"));
        const QStringList known = textOf(folder.filePath(QStringLiteral("differences.txt"))).split(u'\n');
        for (const QString& name : folder.entryList({QStringLiteral("*.expected")})) {
            const QString program = name.section(u'.', 0, 0);
            const QMap<QString, QString> expected = partsOf(textOf(folder.filePath(name)));
            const QMap<QString, QString> actual = partsOf(outputOf(folder.filePath(program + QStringLiteral(".py"))));
            for (auto part = expected.begin(); part != expected.end(); ++part) {
                const QString title = program + QStringLiteral(": ") + part.key();
                QTest::newRow(qPrintable(title)) << actual.value(part.key()) << *part << known.contains(title);
            }
        }
    }
    void a_program_prints_what_torch_prints() {
        QFETCH(QString, actual);
        QFETCH(QString, expected);
        QFETCH(bool, differs);
        if (differs) QEXPECT_FAIL("", "listed in differences.txt", Continue);
        QCOMPARE(actual, expected);
    }
};

QTEST_GUILESS_MAIN(TstTorchShape)
#include "tst_torch_shape.moc"
