// SPDX-License-Identifier: GPL-3.0-or-later
// Random programs (tests/oracle/random_programs.py) that once went another way than PyTorch, and what PyTorch did with each;
// compared as comparison.h says. `tests/oracle/compare_random.py --keep tests/data/random_programs SEED …` adds some.
#include "engine/run/program_json.h"  // before Qt, which makes macros of names that it uses

#include "tests/comparison.h"

#include <QDir>
#include <QFile>
#include <QTest>

class TstRandomPrograms : public QObject {
    Q_OBJECT

private slots:
    void a_random_program_does_what_pytorch_does_data() {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/random_programs"));
        for (const QString& file : folder.entryList({QStringLiteral("*.py")}, QDir::Files, QDir::Name)) {
            QTest::newRow(qPrintable(file.chopped(3))) << folder.filePath(file.chopped(3));
        }
    }
    void a_random_program_does_what_pytorch_does() {
        QFETCH(QString, path);
        QFile program(path + QStringLiteral(".py"));
        QFile file(path + QStringLiteral(".expected.json"));
        QVERIFY(program.open(QIODevice::ReadOnly));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject expected = QJsonDocument::fromJson(file.readAll()).object();
        const backstep::Source source(program.readAll().toStdString(), "program.py");
        const backstep::ProgramRun run = backstep::runProgram(source, backstep::parsePython(source));
        const QJsonObject got = QJsonDocument::fromJson(QByteArray::fromStdString(backstep::programJson(source, run))).object();
        QVERIFY(!got.isEmpty());
        const QString differences = agreement::Comparison(got, expected, 1e-5).differences();
        QVERIFY2(differences.isEmpty(), qPrintable(QLatin1Char('\n') + differences));
    }
};

QTEST_GUILESS_MAIN(TstRandomPrograms)
#include "tst_random_programs.moc"
