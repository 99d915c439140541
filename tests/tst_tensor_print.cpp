// SPDX-License-Identifier: GPL-3.0-or-later
// How tensors and arrays print: tests/data/print_values.tsv holds numbers and the very text that torch 1.13 and numpy 1.24 gave.
#include <cmath>
#include <cstdlib>

#include <QFile>
#include <QTest>

#include "engine/tensor/nprint.h"
#include "engine/tensor/print.h"

using namespace backstep;

namespace {

DType dtypeNamed(const QString& name) {
    for (const DType dtype : {DType::Bool, DType::Int32, DType::Int64, DType::Float32, DType::Float64})
        if (QString::fromStdString(arrayDtypeName(dtype)) == name) return dtype;
    qFatal("no such dtype");
    return DType::Bool;
}

Tensor tensorOf(const QStringList& row) {
    TensorShape shape;
    if (row[3] != QStringLiteral("-"))
        for (const QString& d : row[3].split(QLatin1Char(','))) shape.push_back(d.toLongLong());
    std::vector<double> values;
    if (row[6] != QStringLiteral("-"))
        for (const QString& x : row[6].split(QLatin1Char(' '))) values.push_back(std::strtod(x.toLatin1().constData(), nullptr));
    return Tensor(shape, values, dtypeNamed(row[2]));
}

QMap<QString, QString> pairs(const QString& cell) {
    QMap<QString, QString> out;
    if (cell == QStringLiteral("-")) return out;
    for (const QString& word : cell.split(QLatin1Char(' '))) out[word.section(QLatin1Char('='), 0, 0)] = word.section(QLatin1Char('='), 1);
    return out;
}

double number(const QString& text) { return std::strtod(text.toLatin1().constData(), nullptr); }

PrintOptions torchOptions(const QString& cell) {
    PrintOptions options;
    const QMap<QString, QString> given = pairs(cell);
    for (auto it = given.begin(); it != given.end(); ++it) {
        if (it.key() == QStringLiteral("precision")) options.precision = it->toInt();
        if (it.key() == QStringLiteral("threshold")) options.threshold = number(*it);
        if (it.key() == QStringLiteral("edgeitems")) options.edgeitems = it->toInt();
        if (it.key() == QStringLiteral("linewidth")) options.linewidth = it->toInt();
        if (it.key() == QStringLiteral("sci_mode")) options.sciMode = *it == QStringLiteral("True");
    }
    return options;
}

FloatMode modeNamed(const QString& name) {
    if (name == QStringLiteral("fixed")) return FloatMode::Fixed;
    if (name == QStringLiteral("unique")) return FloatMode::Unique;
    return name == QStringLiteral("maxprec") ? FloatMode::MaxPrecision : FloatMode::MaxPrecisionEqual;
}

ArrayPrintOptions arrayOptions(const QString& cell) {
    ArrayPrintOptions options;
    const QMap<QString, QString> given = pairs(cell);
    for (auto it = given.begin(); it != given.end(); ++it) {
        if (it.key() == QStringLiteral("precision")) options.precision = it->toInt();
        if (it.key() == QStringLiteral("threshold")) options.threshold = number(*it);
        if (it.key() == QStringLiteral("edgeitems")) options.edgeitems = it->toInt();
        if (it.key() == QStringLiteral("linewidth")) options.linewidth = it->toInt();
        if (it.key() == QStringLiteral("suppress")) options.suppress = *it == QStringLiteral("True");
        if (it.key() == QStringLiteral("floatmode")) options.floatmode = modeNamed(*it);
        if (it.key() == QStringLiteral("sign")) options.sign = *it == QStringLiteral("space") ? ' ' : it->at(0).toLatin1();
    }
    return options;
}

std::string textOf(const QStringList& row) {
    const Tensor tensor = tensorOf(row);
    if (row[1] == QStringLiteral("scalar")) return scalarText(tensor.at(0), tensor.dtype());
    if (row[1] == QStringLiteral("numpy-str")) return arrayStr(tensor, arrayOptions(row[4]));
    if (row[1] == QStringLiteral("numpy-repr")) return arrayRepr(tensor, arrayOptions(row[4]));
    const QMap<QString, QString> given = pairs(row[5]);
    TensorSuffixes suffixes;
    suffixes.gradFn = given.value(QStringLiteral("grad_fn")).toStdString();
    suffixes.requiresGrad = given.contains(QStringLiteral("requires_grad"));
    suffixes.parameter = given.contains(QStringLiteral("parameter"));
    return tensorText(tensor, torchOptions(row[4]), suffixes);
}

}  // namespace

class TestTensorPrint : public QObject {
    Q_OBJECT

private slots:
    void printsWhatTheOriginalsPrint_data() {
        QTest::addColumn<QStringList>("row");
        QFile file(QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/print_values.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        lines.removeFirst();
        QVERIFY(lines.size() > 300);
        for (const QString& line : lines) {
            const QStringList row = line.split(QLatin1Char('\t'));
            QCOMPARE(row.size(), 8);
            QTest::addRow("%s, %s %s", qPrintable(row[0]), qPrintable(row[1]), qPrintable(row[2])) << row;
        }
    }
    void printsWhatTheOriginalsPrint() {
        QFETCH(QStringList, row);
        QString expected = row[7];
        expected.replace(QStringLiteral("\\n"), QStringLiteral("\n"));
        QCOMPARE(QString::fromStdString(textOf(row)), expected);
    }

    void profilesSetWhatTorchSays() {
        PrintOptions options;
        options.sciMode = true;
        options.setProfile("short");
        QCOMPARE(tensorText(Tensor({3}, {1.125, 2, 3}, DType::Float32), options), std::string("tensor([1.12, 2.00, 3.00])"));
        options.setProfile("full");
        QVERIFY(std::isinf(options.threshold));
        options.setProfile("default");
        QCOMPARE(options.threshold, 1000.0);
        QCOMPARE(options.precision, 4);
    }

    void theDefaultDtypeNeedsNoName() {
        PrintOptions options;
        options.defaultDtype = DType::Float64;
        QCOMPARE(tensorText(Tensor(0.5), options), std::string("tensor(0.5000)"));
        QCOMPARE(tensorText(Tensor(0.5, DType::Float32), options), std::string("tensor(0.5000, dtype=torch.float32)"));
    }

    void shapesReadAsTuples() {
        QCOMPARE(shapeText({}), std::string("()"));
        QCOMPARE(shapeText({2}), std::string("(2,)"));
        QCOMPARE(shapeText({2, 0}), std::string("(2, 0)"));
    }
};

QTEST_APPLESS_MAIN(TestTensorPrint)
#include "tst_tensor_print.moc"
