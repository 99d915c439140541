// SPDX-License-Identifier: GPL-3.0-or-later
// Programs of elementwise operations against what PyTorch 1.13 printed for them (tests/data/torch_elementwise): the nodes
// they record in both orders, values and derivatives at singular points, dtypes, and the words of errors.
#include <cmath>

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include "tests/parts.h"

using namespace backstep;

namespace {

QString contents(const QString& name) {
    QFile file(QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/torch_elementwise/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString outputOf(const QString& program) {
    const Source source(program.toStdString(), "program.py");
    const ParsedProgram parsed = parsePython(source);
    ProgramOptions options;
    options.limits.steps = 100'000'000;
    const ProgramRun run = runProgram(source, parsed, options);
    const auto& error = run.report.error;
    return QString::fromStdString(run.report.output + (error ? error->type + ": " + error->message : ""));
}

}  // namespace

class TestTorchElementwise : public QObject {
    Q_OBJECT

private slots:
    void a_program_prints_what_PyTorch_printed_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"graphs", "values", "faults", "dtypes"}) QTest::newRow(name) << QString::fromLatin1(name);
    }
    void a_program_prints_what_PyTorch_printed() {
        QFETCH(QString, name);
        const QStringList actual = outputOf(contents(name + QStringLiteral(".py"))).split(QLatin1Char('\n'));
        const QStringList expected = contents(name + QStringLiteral(".txt")).split(QLatin1Char('\n'));
        QVERIFY(expected.size() > 100);
        for (qsizetype i = 0; i < std::min(actual.size(), expected.size()); ++i) {
            QVERIFY2(parts::isSame(actual[i], expected[i]),
                     qPrintable(QStringLiteral("line %1:\n%2\nnot\n%3").arg(i + 1).arg(actual[i], expected[i])));
        }
        QCOMPARE(actual.size(), expected.size());
    }
};

QTEST_APPLESS_MAIN(TestTorchElementwise)
#include "tst_torch_elementwise.moc"
