// SPDX-License-Identifier: GPL-3.0-or-later
// Whole programs against what real PyTorch did with each: see comparison.h. After training loops values are compared within
// 1e-4.
#include <QDir>
#include <QFile>
#include <QTest>

#include "engine/run/program_json.h"
#include "tests/comparison.h"

namespace {

using namespace Qt::StringLiterals;

QString corpus() { return QStringLiteral(BACKSTEP_SHARED_DIR) + u"/data/programs"_s; }

}  // namespace

class TstPrograms : public QObject {
    Q_OBJECT

private slots:
    void a_program_does_what_pytorch_does_data() {
        QTest::addColumn<QString>("name");
        const QStringList files = QDir(corpus()).entryList({u"*.py"_s}, QDir::Files, QDir::Name);
        if (files.isEmpty()) QSKIP("The programs and what PyTorch did with them are not beside the project.");
        for (const QString& file : files) {
            const QString name = file.chopped(3);
            QTest::newRow(name.toUtf8().constData()) << name;
        }
    }
    void a_program_does_what_pytorch_does() {
        QFETCH(QString, name);
        QFile program(corpus() + u'/' + name + u".py"_s);
        QFile file(corpus() + u'/' + name + u".expected.json"_s);
        QVERIFY(program.open(QIODevice::ReadOnly));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject expected = QJsonDocument::fromJson(file.readAll()).object();
        const backstep::Source source(program.readAll().toStdString(), name.toStdString() + ".py");
        const backstep::ProgramRun run = backstep::runProgram(source, backstep::parsePython(source));
        const QJsonObject got = QJsonDocument::fromJson(QByteArray::fromStdString(backstep::programJson(source, run))).object();
        QVERIFY(!got.isEmpty());
        const QString differences = agreement::Comparison(got, expected, name.startsWith(u'f') ? 1e-4 : 1e-5).differences();
        QVERIFY2(differences.isEmpty(), qPrintable(u'\n' + differences));
    }
};

QTEST_GUILESS_MAIN(TstPrograms)
#include "tst_programs.moc"
