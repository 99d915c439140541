// SPDX-License-Identifier: GPL-3.0-or-later
// Every operation of the shaped tables, so that none can be added unchecked: first and second order against differences,
// forward against reverse, float32 against float64. tst_rules does the same for the elementwise ones.
#include <cmath>
#include <set>

#include <QFile>
#include <QTest>

#include "engine/engine.h"
#include "engine/tape/op.h"
#include "engine/ways/reach.h"

using namespace backstep;

namespace {

using namespace Qt::StringLiterals;

QByteArray contents(const QString& name) {
    QFile file(QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/shaped_rules/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Snapshot ran(const QByteArray& text) {
    Request request;
    request.text = text.toStdString();
    request.kind = TextKind::Program;
    return *evaluate(request);
}
QByteArray errorOf(const Snapshot& s) {
    return s.report->error ? QByteArray::fromStdString(s.report->error->type + ": " + s.report->error->message) : QByteArray();
}

double dot(const Tensor& a, const Tensor& b) {
    double sum = 0;
    for (std::int64_t i = 0; i < a.size(); ++i) sum += a.at(i) * b.at(i);
    return sum;
}
Tensor direction(const Tensor& like) {
    std::vector<double> values(static_cast<std::size_t>(like.size()));
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = std::sin(1.0 + 2.0 * static_cast<double>(i));
    return like.isScalar() ? Tensor(values[0], like.dtype()) : Tensor(like.shape(), values, like.dtype());
}

// What only formulas reach, or is inside others, or has no derivative in PyTorch either.
bool isChecked(Op op) {
    static const std::set<Op> others{Op::Unique, Op::UniqueConsecutive, Op::UniqueDim};
    const std::string_view node = infoOf(op).autogradName;
    return !node.empty() && node != "*" && !hasNoDerivative(op) && !others.contains(op);
}

}  // namespace

class TestShapedRules : public QObject {
    Q_OBJECT

    std::set<Op> recorded_;
    std::set<Op> forward_;
    qsizetype rows_ = 0;
    qsizetype checked_ = 0;
    qsizetype pushed_ = 0;

    void addRows() {
        QTest::addColumn<QByteArray>("inputs");
        QTest::addColumn<QByteArray>("made");
        QTest::addColumn<QByteArray>("remark");
        rows_ = 0;
        for (const QByteArray& line : contents(u"rows.tsv"_s).split('\n')) {
            if (line.isEmpty() || line.startsWith('#')) continue;
            const QList<QByteArray> cells = line.split('\t');
            QTest::newRow(cells[1].constData()) << cells[0] << cells[1] << cells.value(2);
            ++rows_;
        }
        QVERIFY(rows_ > 100);
    }
    // The inputs in that dtype, and f.
    static QByteArray program(const QByteArray& dtype) {
        QFETCH(QByteArray, inputs);
        QFETCH(QByteArray, made);
        return "import torch\nD = " + dtype + "\n" + contents(u"inputs.py"_s) + "f = lambda " + inputs + ": " + made + "\nleaves = (" +
               inputs + ",)\n";
    }
    // The sum of all that f gives, each element with a weight of its own.
    static QByteArray weighted(const QByteArray& dtype) {
        return program("torch." + dtype) +
               "given = f(*leaves)\n"
               "given = given if isinstance(given, tuple) else (given,)\n"
               "total = sum([(y * torch.cos(torch.arange(y.numel()).to(D)).reshape(y.shape)).sum() for y in given])\n";
    }
    static QList<double> gradientIn(const QByteArray& dtype) {
        const Snapshot s = ran(weighted(dtype) +
                               "for g in torch.autograd.grad(total, leaves):\n"
                               "    assert g.dtype == D\n"
                               "    for e in g.flatten().tolist():\n"
                               "        print(e)\n");
        if (s.report->error) qWarning("%s", errorOf(s).constData());
        QList<double> numbers;
        for (const QByteArray& line : QByteArray::fromStdString(s.report->output).split('\n')) {
            if (!line.isEmpty()) numbers << line.toDouble();
        }
        return numbers;
    }

private slots:
    void the_rules_are_what_differences_say_data() { addRows(); }
    void the_rules_are_what_differences_say() {
        QFETCH(QByteArray, remark);
        const QByteArray eps = remark.startsWith("eps") ? ", " + remark : QByteArray();
        QByteArray text = program("torch.float64") + "from torch.autograd import gradcheck, gradgradcheck\n";
        text += "print(gradcheck(f, leaves" + eps + "))\n";
        if (remark != "once") text += "print(gradgradcheck(f, leaves" + eps + "))\n";
        const Snapshot s = ran(text);
        if (remark == "refused") {
            QVERIFY2(errorOf(s).startsWith("Unsupported: differentiating the gradient of "), errorOf(s));
            QCOMPARE(QByteArray::fromStdString(s.report->output), "True\n");
        } else {
            QVERIFY2(!s.report->error, errorOf(s));
            QCOMPARE(QByteArray::fromStdString(s.report->output), remark == "once" ? "True\n" : "True\nTrue\n");
        }
        for (std::size_t i = 0; i < s.recording.tape.size(); ++i) recorded_.insert(s.recording.tape.op(NodeId(i)));
        ++checked_;
    }

    void forward_mode_is_the_transpose_of_reverse_mode_data() { addRows(); }
    void forward_mode_is_the_transpose_of_reverse_mode() {
        QFETCH(QByteArray, remark);
        const double tolerance = remark.startsWith("eps") ? 1e-6 : 1e-10;  // through float32
        const Snapshot s = ran(weighted("float64") + "total.backward()\n");
        QVERIFY2(!s.report->error, errorOf(s));
        const Recording& r = s.recording;
        ++pushed_;
        Replay replay(r);
        const Sweep& sweep = r.log.sweeps[SweepId(0)];
        const Reach reach = reachOf(r, replay, sweep.root);
        const Swept back = pullBack(replay, reach, sweep.seed);
        QVERIFY(!replay.refused().valid());
        QVERIFY(!reach.leaves.empty());
        for (const NodeId leaf : reach.leaves) {
            QVERIFY(back.known[leaf].has_value());
            const Tensor& gradient = *back.known[leaf];
            const Tensor tangent = direction(gradient);
            const Swept ahead = pushForward(replay, reach, leaf, tangent);
            if (replay.refused().valid()) {
                refused_.insert(r.tape.op(replay.refused()));
                return;
            }
            QVERIFY(ahead.known[reach.root].has_value());
            const double left = dot(sweep.seed, *ahead.known[reach.root]), right = dot(gradient, tangent);
            QVERIFY2(std::fabs(left - right) <= tolerance * (1 + std::fabs(right)), qPrintable(u"%1 and %2"_s.arg(left).arg(right)));
        }
        for (const NodeId value : reach.values) forward_.insert(r.tape.op(replay.operationOf(value)));
    }

    void single_precision_has_the_same_gradient_in_its_own_dtype_data() { addRows(); }
    void single_precision_has_the_same_gradient_in_its_own_dtype() {
        const QList<double> single = gradientIn("float32"), twice = gradientIn("float64");
        QVERIFY(!twice.isEmpty());
        QCOMPARE(single.size(), twice.size());
        for (qsizetype i = 0; i < single.size(); ++i) {
            QVERIFY2(std::fabs(single[i] - twice[i]) <= 1e-4 * (1 + std::fabs(twice[i])),
                     qPrintable(u"%1 and %2"_s.arg(single[i]).arg(twice[i])));
        }
    }

    void every_operation_of_the_tables_was_checked() {
        if (checked_ < rows_ || pushed_ < rows_) QSKIP("only where all rows ran");
        QStringList missing;
        for (std::size_t i = kElementwiseEnd; i < kOpCount; ++i) {
            const Op op = static_cast<Op>(i);
            if (isChecked(op) && !recorded_.contains(op))
                missing << u"%1 (%2)"_s.arg(QString::fromLatin1(infoOf(op).name)).arg(i - kElementwiseEnd);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", "_s)));
        // Their rules compute with bare numbers, and have no derivative from which forward mode could come: refused by name.
        const std::set<Op> refused{Op::Svdvals, Op::Det, Op::GroupNorm, Op::Cdist};
        for (const Op op : refused_) QVERIFY2(refused.contains(op), infoOf(op).name.data());
        for (const Op op : refused) QVERIFY2(refused_.contains(op), infoOf(op).name.data());
    }

    // Else nothing would be proved by the above.
    void a_wrong_rule_is_found_by_the_differences() {
        const char* const wrong =
            "class Wrong(torch.autograd.Function):\n"
            "    @staticmethod\n"
            "    def forward(ctx, a):\n"
            "        ctx.save_for_backward(a)\n"
            "        return a.cumsum(1)\n"
            "    @staticmethod\n"
            "    def backward(ctx, g):\n"
            "        return g.cumsum(1)\n";
        const Snapshot s =
            ran("import torch\nD = torch.float64\n" + contents(u"inputs.py"_s) + wrong + "torch.autograd.gradcheck(Wrong.apply, (x,))\n");
        QVERIFY2(errorOf(s).contains("Jacobian mismatch for output 0 with respect to input 0"), errorOf(s));
    }

private:
    std::set<Op> refused_;
};

QTEST_GUILESS_MAIN(TestShapedRules)
#include "tst_shaped_rules.moc"
