// SPDX-License-Identifier: GPL-3.0-or-later
// Programs that break interpreters: each file of tests/data/hostile_programs ends as EXPECT.tsv says: what it printed (its
// beginning), or the error, where it is, and its words.
#include <QDir>
#include <QFile>
#include <QTest>

#include "engine/run/program.h"

using namespace backstep;

namespace {

const QString kFolder = QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/hostile_programs/");

QByteArray contentsOf(const QString& name) {
    QFile file(kFolder + name);
    if (!file.open(QIODevice::ReadOnly)) qFatal("no such file: %s", qPrintable(name));
    return file.readAll();
}

QString escaped(QString text) {
    return text.replace(u'\\', QStringLiteral("\\\\")).replace(u'\n', QStringLiteral("\\n")).replace(u'\t', QStringLiteral("\\t"));
}

}  // namespace

class TstHostilePrograms : public QObject {
    Q_OBJECT

private slots:
    void each_ends_as_it_must_data() {
        QTest::addColumn<QStringList>("row");
        const QStringList lines = QString::fromUtf8(contentsOf(QStringLiteral("EXPECT.tsv"))).split(u'\n', Qt::SkipEmptyParts).mid(1);
        for (const QString& line : lines) QTest::newRow(qPrintable(line.section(u'\t', 0, 0))) << line.split(u'\t');
    }
    void each_ends_as_it_must() {
        QFETCH(QStringList, row);
        QCOMPARE(row.size(), 5);
        const Source source(contentsOf(row[0]).toStdString(), row[0].toStdString());
        const ProgramReport report = runProgram(source, parsePython(source)).report;
        const auto& error = report.error;
        QCOMPARE(error ? QString::fromStdString(error->type) : QStringLiteral("-"), row[1]);
        QCOMPARE(error ? QStringLiteral("%1:%2").arg(error->line).arg(error->column) : QStringLiteral("-"), row[2]);
        const QString text = escaped(QString::fromStdString(error ? error->message : report.output));
        QVERIFY2(text.startsWith(row[3]), qPrintable(text.left(200)));
        QVERIFY(!error || error->message.size() <= 500);
    }

    void every_file_has_a_row() {
        const QByteArray table = contentsOf(QStringLiteral("EXPECT.tsv"));
        for (const QString& name : QDir(kFolder).entryList({QStringLiteral("*.txt")}))
            QVERIFY2(table.contains(name.toUtf8() + '\t'), qPrintable(name));
    }
};

QTEST_GUILESS_MAIN(TstHostilePrograms)
#include "tst_hostile_programs.moc"
