// SPDX-License-Identifier: GPL-3.0-or-later
// Formulas that break programs: each file of tests/data/hostile must end as EXPECT.tsv says, and be drawn without fuss.
#include <algorithm>
#include <cmath>

#include <QDir>
#include <QFile>
#include <QTest>

#include "engine/base/numbers.h"
#include "engine/engine.h"
#include "widgets/phrases.h"

using namespace backstep;

namespace {

const QString kFolder = QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/hostile/");

QByteArray contentsOf(const QString& name) {
    if (name == QLatin1String("func_sum_1e6.txt")) return QByteArray("x+").repeated(999'999) + "x";  // 2 MB of nothing new
    QFile file(kFolder + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no such file");
}

Snapshot read(const QString& name, double x = 0) {
    Request request;
    request.text = contentsOf(name).toStdString();
    request.inputs.values["x"] = x;
    request.inputs.otherwise = x;
    return *evaluate(request);
}

double valueOf(const Snapshot& s) { return s.recording.tape.scalar(s.recording.output); }

Chart plotOf(const QString& name) {
    const Snapshot s = read(name);
    SampleRequest request;
    request.variable = "x";
    return sampleFormula(s.source, s.parsed.ast, {}, request, {}).value_or(Chart());
}

// The steepest rise between neighbours that are joined, in heights of the picture.
double steepest(const Chart& chart) {
    double most = 0;
    const Curve& f = chart.curves.at(0);
    for (std::size_t i = 1; i < f.y.size(); ++i) {
        const double a = std::clamp(f.y[i - 1], chart.yMin, chart.yMax);
        const double b = std::clamp(f.y[i], chart.yMin, chart.yMax);
        if (!std::isnan(f.y[i - 1]) && !std::isnan(f.y[i])) most = std::max(most, std::fabs(b - a) / (chart.yMax - chart.yMin));
    }
    return most;
}

}  // namespace

class TestHostile : public QObject {
    Q_OBJECT

private slots:
    void each_ends_as_it_must_data() {
        QTest::addColumn<QStringList>("row");
        const QList<QByteArray> lines = contentsOf(QStringLiteral("EXPECT.tsv")).split('\n');
        for (const QByteArray& line : lines) {
            if (line.isEmpty() || line.startsWith('#') || line.startsWith("file\t")) continue;
            const QStringList row = QString::fromUtf8(line).split(QLatin1Char('\t'));
            QTest::newRow(qPrintable(row[0])) << row;
        }
    }
    void each_ends_as_it_must() {
        QFETCH(QStringList, row);
        QCOMPARE(row.size(), 6);
        const Snapshot s = read(row[0]);
        QCOMPARE(s.ok(), row[3] == QLatin1String("-") || s.diagnostics.empty() || !s.diagnostics[0].isError());
        QCOMPARE(s.ok(), row[1] == QLatin1String("ok"));
        QCOMPARE(s.diagnostics.empty() ? QStringLiteral("-") : QString::fromLatin1(nameOf(s.diagnostics[0].kind)), row[3]);
        for (const Diagnostic& d : s.diagnostics) QVERIFY2(sentence(d).size() < 160, qPrintable(sentence(d)));
        if (row[2] != QLatin1String("-")) {
            const Place place = s.source.placeOf(s.diagnostics.at(0).span.begin);
            QCOMPARE(QStringLiteral("%1:%2").arg(place.line).arg(place.column), row[2]);
        }
        if (!s.ok()) return;
        const Derivatives d = derivatives(s, 1);
        const QString both = QString::fromStdString(shortest(valueOf(s)) + " " + (d.gradient.empty() ? "-" : shortest(d.gradient[0])));
        QCOMPARE(both, row[4]);
    }

    void every_file_has_a_row() {
        const QByteArray table = contentsOf(QStringLiteral("EXPECT.tsv"));
        for (const QString& name : QDir(kFolder).entryList({QStringLiteral("*.txt")}))
            QVERIFY2(table.contains(name.toUtf8() + '\t'), qPrintable(name));
    }

    void what_is_drawn_is_finite_and_bounded_data() {
        QTest::addColumn<bool>("anyFinite");
        QTest::addColumn<double>("highest");
        for (const auto* name : {"tan_poles", "step", "kink", "sqrt_abs", "dirichlet_like", "zero_pow_x", "chain_of_sin_199"})
            QTest::newRow(name) << true << 1e3;
        QTest::newRow("huge_frequency") << true << 2e9;  // the slope is 1e9
        QTest::newRow("overflow") << true << 1e100;      // 1e308 is what it must not be
        for (const auto* name : {"div_zero", "zero_div_zero", "overflow_literal"}) QTest::newRow(name) << false << 1e3;
    }
    void what_is_drawn_is_finite_and_bounded() {
        QFETCH(bool, anyFinite);
        QFETCH(double, highest);
        const Chart chart = plotOf(QStringLiteral("func_%1.txt").arg(QLatin1String(QTest::currentDataTag())));
        QCOMPARE(chart.anyFinite, anyFinite);
        QVERIFY2(chart.yMax <= highest && chart.yMin >= -highest && chart.yMin < chart.yMax,
                 qPrintable(QStringLiteral("%1 … %2").arg(chart.yMin).arg(chart.yMax)));
        for (const Curve& curve : chart.curves) QVERIFY(curve.x.size() <= std::size_t(2 * kMaxSamples));  // a gap is a point, too
    }

    void poles_and_jumps_are_not_joined() {
        QVERIFY(steepest(plotOf(QStringLiteral("func_tan_poles.txt"))) < 0.5);
        QVERIFY(steepest(plotOf(QStringLiteral("func_step.txt"))) < 0.01);
    }

    void zero_to_the_power_x_has_three_values() {
        QCOMPARE(valueOf(read(QStringLiteral("func_zero_pow_x.txt"), -1)), HUGE_VAL);
        QCOMPARE(valueOf(read(QStringLiteral("func_zero_pow_x.txt"), 0)), 1.0);
        QCOMPARE(valueOf(read(QStringLiteral("func_zero_pow_x.txt"), 1)), 0.0);
    }
};

QTEST_APPLESS_MAIN(TestHostile)
#include "tst_hostile.moc"
