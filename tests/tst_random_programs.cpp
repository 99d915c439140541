// SPDX-License-Identifier: GPL-3.0-or-later
// Random programs (tests/oracle/random_programs.py) that once went another way than PyTorch, and what PyTorch did with each;
// compared as comparison.h says. `tests/oracle/compare_random.py --keep tests/data/random_programs SEED …` adds some. Programs
// named op_… were written so that every operation's rule runs in one of them.
#include <QDir>
#include <QFile>
#include <QSet>
#include <QTest>

#include "engine/run/program_json.h"
#include "engine/tape/op.h"
#include "tests/comparison.h"

class TstRandomPrograms : public QObject {
    Q_OBJECT

    QSet<QString> ran_;  // names of the nodes whose rule ran
    qsizetype programs_ = 0;
    qsizetype compared_ = 0;

private slots:
    void a_random_program_does_what_pytorch_does_data() {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/random_programs"));
        const QStringList files = folder.entryList({QStringLiteral("*.py")}, QDir::Files, QDir::Name);
        programs_ = files.size();
        for (const QString& file : files) {
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
        ++compared_;
        for (const auto& call : expected[QStringLiteral("backward")].toArray()) {
            const QJsonArray nodes = call.toObject()[QStringLiteral("nodes")].toArray();
            for (const auto& step : call.toObject()[QStringLiteral("steps")].toArray()) {
                const QJsonObject node = nodes.at(step.toObject()[QStringLiteral("node")].toInt()).toObject();
                ran_.insert(node[QStringLiteral("name")].toString());
            }
        }
    }

    void every_operation_went_backward_in_one_of_them() {
        if (compared_ < programs_) QSKIP("only where all programs were compared");
        const QSet<QString> others{
            // of formulas only
            QStringLiteral("CbrtBackward0"), QStringLiteral("SecBackward0"), QStringLiteral("CscBackward0"), QStringLiteral("CotBackward0"),
            // which have no derivative
            QStringLiteral("Unique2Backward0"), QStringLiteral("UniqueConsecutiveBackward0"), QStringLiteral("UniqueDimBackward0"),
            QStringLiteral("AsinhBackward1"), QStringLiteral("AcoshBackward1"), QStringLiteral("AtanhBackward1"),
            // inside others only
            QStringLiteral("IndexPutImplBackward0"), QStringLiteral("LinalgSolveTriangularBackward0"),
            // whose numbers are random, and whose name depends on how the call was written
            QStringLiteral("RandomBackward0"), QStringLiteral("BernoulliBackward0")};
        for (std::size_t op = 2; op < backstep::kOpCount; ++op) {
            const auto name = backstep::infoOf(static_cast<backstep::Op>(op)).autogradName;
            const QString text = QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
            if (text.isEmpty() || text == QLatin1Char('*') || text == QStringLiteral("NotImplemented")) continue;
            QVERIFY2(ran_.contains(text) != others.contains(text), qPrintable(text));
        }
    }
};

QTEST_GUILESS_MAIN(TstRandomPrograms)
#include "tst_random_programs.moc"
