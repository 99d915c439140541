// SPDX-License-Identifier: GPL-3.0-or-later
// The modules written in Python (engine/modules/*.py): small programs of tests/data/preludes against what the real libraries
// did with each: output, warnings, error, figures.
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include "engine/run/program_json.h"
#include "tests/agreement.h"

using namespace agreement;

namespace {

struct Expected {
    QStringList output, warnings;
    QString error;
    QJsonArray figures;
};

Expected expectedOf(const QString& text) {
    Expected out;
    for (const QString& line : text.split(u'\n')) {
        const auto rest = [&](const char* mark) { return line.mid(static_cast<qsizetype>(qstrlen(mark))); };
        if (line.startsWith("!warning "_L1)) out.warnings << rest("!warning ").replace("\\n"_L1, "\n"_L1);
        else if (line.startsWith("!error "_L1)) out.error = rest("!error ").replace("\\n"_L1, "\n"_L1);
        else if (line.startsWith("!figure "_L1)) out.figures << QJsonDocument::fromJson(rest("!figure ").toUtf8()).object();
        else out.output << line;
    }
    while (!out.output.isEmpty() && out.output.last().isEmpty()) out.output.removeLast();
    return out;
}

QJsonObject runOf(const QString& program) {
    const backstep::Source source(program.toStdString(), "program.py");
    const backstep::ParsedProgram parsed = backstep::parsePython(source);
    return QJsonDocument::fromJson(QByteArray::fromStdString(backstep::programJson(source, backstep::runProgram(source, parsed)))).object();
}

QString warningsOf(const QJsonObject& run) {
    QStringList out;
    for (const auto& w : run["warnings"].toArray()) {
        const QString category = w.toObject()["category"].toString("UserWarning"_L1);
        const QString text = category + u": "_s + w.toObject()["message"].toString();
        if (category != "DeprecationWarning"_L1 && !out.contains(text)) out << text;
    }
    return out.join(u'\n');
}

// Lines give their numbers as a list or as an object with values: one form for both.
QJsonObject plain(QJsonObject line) {
    for (const QLatin1String axis : {"x"_L1, "y"_L1}) {
        if (line[axis].isObject()) line[axis] = line[axis].toObject()["values"_L1];
    }
    return line;
}

QJsonObject plainFigure(QJsonObject figure) {
    QJsonArray every;
    for (const auto& a : figure["axes"].toArray()) {
        QJsonObject axes = a.toObject();
        for (const QLatin1String kind : {"lines"_L1, "scatter"_L1}) {
            QJsonArray list;
            for (const auto& one : axes[kind].toArray()) list << plain(one.toObject());
            axes[kind] = list;
        }
        every << axes;
    }
    figure["axes"_L1] = every;
    return figure;
}

}  // namespace

class TstPreludes : public QObject {
    Q_OBJECT

private slots:
    void a_program_does_what_the_library_does_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("expected");
        const QDir folder(QStringLiteral(BACKSTEP_SOURCE_DIR) + u"/tests/data/preludes"_s);
        for (const QString& name : folder.entryList({u"*.txt"_s}, QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QStringList parts = QString::fromUtf8(file.readAll()).split(u"\n#----\n"_s);
            const QString& common = parts.first();
            for (qsizetype i = 1; i < parts.size(); ++i) {
                const QString program = parts[i].section(u"\n#====\n"_s, 0, 0);
                const QString row = name.chopped(4) + u' ' + QString::number(i) + u": "_s + program.section(u'\n', -1).left(60);
                QTest::newRow(row.toUtf8().constData())
                    << common + u'\n' + program.section(u"\n#===="_s, 0, 0) << parts[i].section(u"\n#====\n"_s, 1);
            }
        }
    }
    void a_program_does_what_the_library_does() {
        QFETCH(QString, program);
        QFETCH(QString, expected);
        const Expected wanted = expectedOf(expected);
        const QJsonObject run = runOf(program);
        const QJsonObject error = run["error"].toObject();
        const QString fault = error.isEmpty() ? QString() : error["type"].toString() + u": "_s + error["message"].toString();
        if (!textAgrees(fault, wanted.error)) QCOMPARE(fault, wanted.error);
        const QString output = run["stdout"].toString().trimmed();
        if (!textAgrees(output, wanted.output.join(u'\n').trimmed())) QCOMPARE(output, wanted.output.join(u'\n').trimmed());
        QCOMPARE(warningsOf(run), wanted.warnings.join(u'\n'));
        const QJsonArray plots = run["plots"].toArray();
        QCOMPARE(plots.size(), wanted.figures.size());
        for (qsizetype i = 0; i < plots.size(); ++i) {
            const QJsonObject figure = plainFigure(plots[i].toObject());
            if (agrees(figure, wanted.figures[i])) continue;
            QCOMPARE(QJsonDocument(figure).toJson(), QJsonDocument(wanted.figures[i].toObject()).toJson());
        }
    }
};

QTEST_GUILESS_MAIN(TstPreludes)
#include "tst_preludes.moc"
