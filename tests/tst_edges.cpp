// SPDX-License-Identifier: GPL-3.0-or-later
// Kinks, poles and ties as PyTorch 1.13 has them: every row of edge_cases.tsv that one formula of scalars can say.
#include <cmath>
#include <cstring>

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "engine/base/numbers.h"
#include "engine/engine.h"

using namespace backstep;
using namespace Qt::StringLiterals;

namespace {

// These need tensors with elements, other dtypes or statements: a program, not a formula.
const QSet<QString> kOfPrograms{u"f32"_s, u"norm"_s, u"prod"_s, u"stat"_s, u"softmax"_s, u"empty"_s, u"type"_s, u"autograd"_s};

// Functions of PyTorch that math notation does not have.
const QSet<QString> kNotInFormulas{u"selu"_s,       u"relu6"_s,     u"hardtanh"_s,   u"hardsigmoid"_s, u"hardswish"_s,
                                   u"softshrink"_s, u"threshold"_s, u"heaviside"_s,  u"rsqrt"_s,       u"xlogy"_s,
                                   u"entr"_s,       u"sinc"_s,      u"logsigmoid"_s, u"reciprocal"_s,  u"logaddexp"_s,
                                   u"fmax"_s,       u"fmin"_s,      u"norm"_s,       u"detach"_s,      u"item"_s};

double pythonFloat(QString text) {
    text.remove(u"float("_s).remove(u')').remove(u'\'').remove(u'"');
    if (text == u"nan") return std::nan("");
    if (text == u"inf") return HUGE_VAL;
    if (text == u"-inf") return -HUGE_VAL;
    return parseNumber(text.toStdString()).value();
}

std::int64_t ordered(double value) {
    std::int64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
}
// NaN is NaN, a zero has its sign, anything finite is within 4 units in the last place.
bool agrees(double actual, double expected) {
    if (std::isnan(expected)) return std::isnan(actual);
    if (expected == 0) return actual == 0 && std::signbit(actual) == std::signbit(expected);
    if (!std::isfinite(expected)) return actual == expected;
    return std::isfinite(actual) && std::llabs(ordered(actual) - ordered(expected)) <= 4;
}

struct Case {
    QString formula;
    FormulaInputs inputs;
    bool second = false;  // the row's value is the second derivative
};

// The right-hand side of `out` as math notation; nothing where a formula cannot say it.
std::optional<QString> asFormula(QString text) {
    text.replace(u"float('inf')"_s, u"∞"_s);
    static const QRegularExpression kClampLow(u"clamp\\(x, min=([-\\d.]+)\\)"_s), kClampHigh(u"clamp\\(x, max=([-\\d.]+)\\)"_s);
    text.replace(kClampLow, u"clamp(x, \\1, ∞)"_s).replace(kClampHigh, u"clamp(x, -∞, \\1)"_s);
    static const QRegularExpression kRemainder(u"^(\\w+) % (\\w+)$"_s);
    text.replace(kRemainder, u"mod(\\1, \\2)"_s);
    static const QRegularExpression kForeign(
        u"//|torch\\.tensor|\\[|%|\\bmath\\b|\\bbool\\b|\\(\\)|^(max|min)\\("_s);  // Python's own max takes the first
    if (text.contains(kForeign)) return std::nullopt;
    static const QRegularExpression kWord(u"[a-z_]\\w*"_s);
    for (auto found = kWord.globalMatch(text); found.hasNext();) {
        if (kNotInFormulas.contains(found.next().captured())) return std::nullopt;
    }
    return text;
}

// x = torch.tensor(V, dtype=torch.float64, requires_grad=True); … out = RHS
std::optional<Case> read(const QString& program) {
    static const QRegularExpression kLeaf(u"^(\\w) = torch\\.tensor\\(([^,]+), dtype=torch\\.float64, requires_grad=True\\)$"_s);
    static const QRegularExpression kSecond(u"^g, = torch\\.autograd\\.grad\\((.+), x, create_graph=True\\)$"_s);
    Case result;
    QString out;
    for (const QString& statement : program.split(u"; "_s)) {
        if (const auto leaf = kLeaf.match(statement); leaf.hasMatch()) {
            if (leaf.captured(2).startsWith(u'[')) return std::nullopt;
            result.inputs.values[leaf.captured(1).toStdString()] = pythonFloat(leaf.captured(2));
        } else if (const auto second = kSecond.match(statement); second.hasMatch()) {
            result.second = true;
            out = second.captured(1);
        } else if (statement.startsWith(u"out = ")) {
            if (!result.second) out = statement.mid(6);
        } else {
            return std::nullopt;
        }
    }
    const auto formula = asFormula(out);
    if (!formula || result.inputs.values.empty()) return std::nullopt;
    result.formula = *formula;
    return result;
}

Snapshot evaluated(const Case& row) {
    Request request;
    request.text = row.formula.toStdString();
    request.inputs = row.inputs;
    request.check = false;
    return *evaluate(request);
}

QByteArray said(const char* what, double actual, const QString& expected) {
    return QByteArray(what) + " is " + QByteArray::fromStdString(shortest(actual)) + ", not " + expected.toUtf8();
}

}  // namespace

class TestEdges : public QObject {
    Q_OBJECT

    QList<QStringList> rows_;
    int expressible_ = 0;

private slots:
    void initTestCase() {
        QFile file(QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/edge_cases.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (qsizetype i = 1; i < lines.size(); ++i) rows_ << lines[i].split(u'\t');
    }

    void a_formula_at_an_edge_is_pytorchs_data() {
        QTest::addColumn<QStringList>("row");
        for (qsizetype i = 0; i < rows_.size(); ++i) {
            if (kOfPrograms.contains(rows_[i][0]) || !read(rows_[i][1])) continue;
            ++expressible_;
            QTest::addRow("%s %d", qPrintable(rows_[i][0]), static_cast<int>(i) + 2) << rows_[i];
        }
    }
    void a_formula_at_an_edge_is_pytorchs() {
        QFETCH(QStringList, row);
        const Case edge = *read(row[1]);
        const Snapshot s = evaluated(edge);
        QVERIFY2(s.ok(), qPrintable(edge.formula));
        const Derivatives d = derivatives(s, edge.second ? 2 : 1);
        if (edge.second) {
            static const QRegularExpression kConstant(u"first derivative is a constant: ([-\\d.]+)"_s);
            const auto constant = kConstant.match(row[2]);
            if (constant.hasMatch()) QCOMPARE(d.gradient[0], pythonFloat(constant.captured(1)));
            const double expected = constant.hasMatch() ? 0.0 : pythonFloat(row[2]);
            QVERIFY2(agrees(d.hessian[0][0], expected), said(qPrintable(edge.formula), d.hessian[0][0], row[2]));
            return;
        }
        const double value = s.recording.tape.scalar(s.recording.output);
        QVERIFY2(agrees(value, pythonFloat(row[2])), said(qPrintable(edge.formula), value, row[2]));
        if (row.value(3).startsWith(u"ERROR")) return;
        for (const QString& part : row[3].split(u"; "_s)) checkGradient(s, d, edge, part);
    }

    void most_rows_of_the_scalar_kinds_are_held() { QVERIFY2(expressible_ >= 200, qPrintable(QString::number(expressible_))); }

private:
    // "d/dx=0.5": of recorded derivatives and of the reverse sweep that is shown.
    static void checkGradient(const Snapshot& s, const Derivatives& d, const Case& edge, const QString& part) {
        const std::string name = part.mid(3, part.indexOf(u'=') - 3).toStdString();
        const QString expected = part.mid(part.indexOf(u'=') + 1);
        const Recording& r = s.recording;
        for (std::size_t i = 0; i < r.inputs.size(); ++i) {
            if (r.tape.nameOf(r.inputs[i]) != name) continue;
            State state(r);
            state.moveTo(s.stops());
            const double shown = state.derivative(r.inputs[i]).value_or(Tensor(0.0)).item();
            QVERIFY2(agrees(shown, pythonFloat(expected)),
                     said(qPrintable(edge.formula + u" d/d"_s + QString::fromStdString(name)), shown, expected));
            QVERIFY2(agrees(d.gradient[i], pythonFloat(expected)), said(qPrintable(edge.formula), d.gradient[i], expected));
            return;
        }
        QFAIL("the formula has no such input");
    }
};

QTEST_APPLESS_MAIN(TestEdges)
#include "tst_edges.moc"
