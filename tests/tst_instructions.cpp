// SPDX-License-Identifier: GPL-3.0-or-later
// How many instructions a point of a curve, an operation of the tape and an operation of a program cost, counted by
// callgrind: a gate on speed that does not depend on what else the machine does. Skipped where valgrind is not installed.
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include "tests/sanitized.h"

using namespace Qt::StringLiterals;

namespace {

double instructions(const QString& what, int n) {
    QProcess valgrind;
    valgrind.start(u"valgrind"_s, {u"--tool=callgrind"_s, u"--callgrind-out-file=/dev/null"_s,
                                   QStringLiteral(BACKSTEP_BINARY_DIR "/tests/count_instructions"), what, QString::number(n)});
    if (!valgrind.waitForFinished(300'000) || valgrind.exitCode() != 0) return -1;
    const QString said = QString::fromLocal8Bit(valgrind.readAllStandardError());
    const qsizetype at = said.indexOf(u"Collected : "_s);
    return at < 0 ? -1 : said.mid(at + 12, said.indexOf(u'\n', at) - at - 12).trimmed().toDouble();
}

// Of one more, the start of the program left out.
double each(const QString& what, int few, int many) {
    const double a = instructions(what, few), b = instructions(what, many);
    return a < 0 || b < 0 ? -1 : (b - a) / (many - few);
}

}  // namespace

class TstInstructions : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (backstep::kSanitized) QSKIP("What a sanitizer adds is counted, too.");
        if (QStandardPaths::findExecutable(u"valgrind"_s).isEmpty()) QSKIP("valgrind is not installed: nothing is counted.");
    }
    void a_point_costs_a_third_of_a_loop_by_hand() {
        const double replay = each(u"replay"_s, 2000, 22000), hand = each(u"hand"_s, 2000, 22000);
        QVERIFY(replay > 0 && hand > 0);
        qInfo("%.1f instructions a point, by hand %.1f", replay, hand);
        QVERIFY2(replay <= 0.35 * hand, qPrintable(u"%1 of %2"_s.arg(replay).arg(hand)));
    }
    void an_operation_of_the_tape_costs_no_more_than_it_did() {
        const double each_ = each(u"tape"_s, 2000, 22000);
        qInfo("%.1f instructions an operation, recorded and swept", each_);
        QVERIFY(each_ > 0);
        QVERIFY2(each_ <= kTape, qPrintable(QString::number(each_)));
    }
    void an_operation_of_a_program_costs_no_more_than_it_did() {
        const double each_ = each(u"program"_s, 1000, 6000);
        qInfo("%.1f instructions an operation, traced and swept", each_);
        QVERIFY(each_ > 0);
        QVERIFY2(each_ <= kProgram, qPrintable(QString::number(each_)));
    }

private:
    static constexpr double kTape = 330, kProgram = 4000;
};

QTEST_GUILESS_MAIN(TstInstructions)
#include "tst_instructions.moc"
