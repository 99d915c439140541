// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers: the formulas and edge cases with what PyTorch gave, and the rules against one another.
#include <cmath>

#include <QFile>
#include <QTest>

#include "engine/autodiff/rules.h"
#include "engine/base/numbers.h"
#include "engine/engine.h"

using namespace backstep;

namespace {

double pythonFloat(const QString& text) {
    if (text == QLatin1String("nan")) return std::nan("");
    if (text == QLatin1String("inf")) return HUGE_VAL;
    if (text == QLatin1String("-inf")) return -HUGE_VAL;
    return parseNumber(text.toStdString()).value();
}

// Relative 1e-9, absolute 1e-12 of the scale; NaN equals NaN, an infinity its own sign.
bool close(double actual, double expected, double scale) {
    if (std::isnan(expected)) return std::isnan(actual);
    if (std::isinf(expected)) return actual == expected;
    return std::fabs(actual - expected) <= 1e-9 * std::fabs(expected) + 1e-12 * scale;
}

QList<QStringList> rowsOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    QList<QStringList> rows;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (qsizetype i = 1; i < lines.size(); ++i) rows << lines[i].split(QLatin1Char('\t'));
    return rows;
}

Snapshot at(const std::string& text, double x) {
    Request request;
    request.text = text;
    request.inputs.values["x"] = x;
    request.check = false;
    return *evaluate(request);
}

}  // namespace

class TestEngine : public QObject {
    Q_OBJECT

private slots:
    void formulas_agree_with_pytorch_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("row");
        for (const QStringList& row : rowsOf(QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/formulas.tsv"))) {
            QTest::newRow(qPrintable(row[0] + QLatin1String(" math"))) << row[2] << row;
            QTest::newRow(qPrintable(row[0] + QLatin1String(" python"))) << row[3] << row;
        }
    }
    void formulas_agree_with_pytorch() {
        QFETCH(QString, text);
        QFETCH(QStringList, row);
        const QStringList x = row[5].split(QLatin1Char(';'));
        for (qsizetype i = 0; i < x.size(); ++i) {
            const Snapshot s = at(text.toStdString(), pythonFloat(x[i]));
            QVERIFY2(s.ok(), qPrintable(text));
            const Derivatives d = derivatives(s, 2);
            const double f = pythonFloat(row[6].split(QLatin1Char(';'))[i]);
            const double df = pythonFloat(row[7].split(QLatin1Char(';'))[i]);
            const double d2f = pythonFloat(row[8].split(QLatin1Char(';'))[i]);
            // Written with ∛ the slope at 0 is infinite, as mathematics has it; written with sign and a power it is PyTorch's NaN.
            const bool cubeRootAt0 = text == QStringLiteral("∛x") && pythonFloat(x[i]) == 0;
            const double actual = s.recording.tape.scalar(s.recording.output);
            const double scale = std::max({1.0, std::fabs(f), std::fabs(df)});
            QVERIFY2(close(actual, f, scale), qPrintable(QStringLiteral("f(%1) = %2, not %3").arg(x[i]).arg(actual).arg(f)));
            if (cubeRootAt0) {
                QCOMPARE(d.gradient[0], HUGE_VAL);
                continue;
            }
            const double g = d.gradient.empty() ? 0 : d.gradient[0];
            const double h = d.hessian.empty() ? 0 : d.hessian[0][0];
            QVERIFY2(close(g, df, scale),
                     qPrintable(QStringLiteral("f'(%1) = %2, not %3").arg(x[i]).arg(g, 0, 'g', 17).arg(df, 0, 'g', 17)));
            QVERIFY2(close(h, d2f, std::max(scale, std::fabs(d2f))),
                     qPrintable(QStringLiteral("f''(%1) = %2, not %3").arg(x[i]).arg(h, 0, 'g', 17).arg(d2f, 0, 'g', 17)));
        }
    }

    void differences_give_no_verdict_at_a_kink() {
        Request request;
        request.text = "abs(x)";
        request.inputs.values["x"] = 0;
        const Snapshot s = *evaluate(request);
        QCOMPARE(s.checks.size(), std::size_t(1));
        QVERIFY(s.checks[0].forwardVerdict == Verdict::Agrees);
        QVERIFY(s.checks[0].differenceVerdict == Verdict::NoVerdict);
    }

    void the_example_of_the_handbook_is_exact() {
        const Snapshot s = at("log(x^2)*sin(x)+1/x", 2);
        QCOMPARE(s.recording.tape.scalar(s.recording.output), 1.7605538953892688);
        QCOMPARE(s.stops(), std::size_t(16));
        QCOMPARE(s.endOfForward(), std::size_t(7));
    }
};

QTEST_APPLESS_MAIN(TestEngine)
#include "tst_engine.moc"
