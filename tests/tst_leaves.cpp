// SPDX-License-Identifier: GPL-3.0-or-later
// A program's leaves are known by the place that made them, and take other numbers there without a change of the text.
#include <QtTest>

#include "engine/run/program.h"

using namespace backstep;

namespace {

ProgramRun run(const QString& text, std::vector<LeafOverride> overrides = {}) {
    const Source source(text.toStdString(), "main.py");
    ProgramOptions options;
    options.overrides = std::move(overrides);
    return runProgram(source, parsePython(source), options);
}

QString numbers(const Tensor& tensor) {
    QStringList out;
    for (const double v : tensor.numbers()) out += QString::number(v);
    return out.join(QLatin1Char(' '));
}

// "x@(where)#occurrence = 1 2"
QString leavesOf(const QString& text, const ProgramRun& r) {
    const QByteArray bytes = text.toUtf8();
    QStringList out;
    for (const ReportedLeaf& leaf : r.report.leaves) {
        const QString where = leaf.key.valid()
                                  ? QString::fromUtf8(bytes.mid(leaf.key.span.begin, leaf.key.span.end - leaf.key.span.begin)) +
                                        QLatin1Char('#') + QString::number(leaf.key.occurrence)
                                  : QStringLiteral("-");
        out += QString::fromStdString(leaf.name) + QStringLiteral(" @ ") + where + QStringLiteral(" = ") + numbers(leaf.value);
    }
    return out.join(QLatin1Char('\n'));
}

}  // namespace

class TstLeaves : public QObject {
    Q_OBJECT

private slots:
    void a_leaf_is_known_by_the_place_that_gave_its_numbers_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("leaves");
        QTest::newRow("tensor") << "import torch\nx = torch.tensor([1., 2.], requires_grad=True)\n(x * x).sum().backward()\n"
                                << "x @ torch.tensor([1., 2.], requires_grad=True)#0 = 1 2";
        QTest::newRow("requires_grad_ later") << "import torch\nx = torch.arange(3.0)\nx.requires_grad_(True)\n(x * x).sum().backward()\n"
                                              << "x @ torch.arange(3.0)#0 = 0 1 2";
        QTest::newRow("filled in later") << "import torch\nx = torch.zeros(2)\nx[1] = 5\nx.requires_grad = True\n(x * x).sum().backward()\n"
                                         << "x @ x[1]#0 = 0 5";
        QTest::newRow("computed, then a leaf") << "import torch\nx = (torch.ones(2) * 3).requires_grad_()\n(x * x).sum().backward()\n"
                                               << "x @ (torch.ones(2) * 3).requires_grad_()#0 = 3 3";
        QTest::newRow("a loop")
            << "import torch\nfor i in range(3):\n    x = torch.tensor(float(i), requires_grad=True)\n    (x * x).backward()\n"
            << "x @ torch.tensor(float(i), requires_grad=True)#0 = 0\nx @ torch.tensor(float(i), requires_grad=True)#1 = 1\n"
               "x @ torch.tensor(float(i), requires_grad=True)#2 = 2";
        QTest::newRow("a list") << "import torch\nps = [torch.ones(1, requires_grad=True), torch.zeros(1, requires_grad=True)]\n"
                                   "(ps[0] * ps[1]).sum().backward()\n"
                                << "ps[0] @ torch.ones(1, requires_grad=True)#0 = 1\nps[1] @ torch.zeros(1, requires_grad=True)#0 = 0";
        QTest::newRow("a part of another") << "import torch\nx = torch.ones(3)[1].requires_grad_()\n(x * x).backward()\n"
                                           << "x @ - = 1";
    }
    void a_leaf_is_known_by_the_place_that_gave_its_numbers() {
        QFETCH(QString, program);
        QFETCH(QString, leaves);
        const ProgramRun r = run(program);
        QVERIFY2(!r.report.error, r.report.error ? r.report.error->message.c_str() : "");
        QCOMPARE(leavesOf(program, r), leaves);
    }

    void an_override_takes_the_place_of_the_numbers_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<int>("leaf");
        QTest::addColumn<QVector<double>>("values");
        QTest::addColumn<QString>("output");
        QTest::newRow("tensor")
            << "import torch\nx = torch.tensor([1., 2.], requires_grad=True)\ny = (x * x).sum()\ny.backward()\nprint(y, x.grad)\n"
            << 0 << QVector<double>{3, 4} << "tensor(25., grad_fn=<SumBackward0>) tensor([6., 8.])\n";
        QTest::newRow("what is computed before it is a leaf")
            << "import torch\nx = torch.tensor(2.)\nc = x + 1\nx.requires_grad_()\n(x * c).backward()\nprint(x.grad)\n"
            << 0 << QVector<double>{7} << "tensor(8.)\n";
        QTest::newRow("the second turn") << "import torch\nfor i in range(2):\n    x = torch.tensor(1.0, requires_grad=True)\n    (x * "
                                            "x).backward()\n    print(x.grad)\n"
                                         << 1 << QVector<double>{5} << "tensor(2.)\ntensor(10.)\n";
        QTest::newRow("a layer") << "import torch\nfrom torch import nn\nnet = nn.Linear(2, 1)\ny = net(torch.ones(1, "
                                    "2)).sum()\ny.backward()\nprint(net.weight.data)\n"
                                 << 0 << QVector<double>{0.5, -0.5} << "tensor([[ 0.5000, -0.5000]])\n";
        QTest::newRow("rounded to its dtype")
            << "import torch\nx = torch.tensor(1.0, requires_grad=True)\n(x * x).backward()\nprint(x.item())\n"
            << 0 << QVector<double>{0.1} << "0.10000000149011612\n";
    }
    void an_override_takes_the_place_of_the_numbers() {
        QFETCH(QString, program);
        QFETCH(int, leaf);
        QFETCH(QVector<double>, values);
        QFETCH(QString, output);
        const ProgramRun before = run(program);
        QVERIFY(static_cast<int>(before.report.leaves.size()) > leaf);
        const ReportedLeaf& of = before.report.leaves[static_cast<std::size_t>(leaf)];
        QVERIFY(of.key.valid());
        const Tensor value({values.size()}, std::vector<double>(values.begin(), values.end()));
        const ProgramRun after = run(program, {{of.key, value}});
        QVERIFY2(!after.report.error, after.report.error ? after.report.error->message.c_str() : "");
        QCOMPARE(QString::fromStdString(after.report.output), output);
        QVERIFY(after.report.unmetOverrides.empty());
        QCOMPARE(after.report.leaves[static_cast<std::size_t>(leaf)].key, of.key);
    }

    void an_override_that_fits_nothing_is_told() {
        const QString program = "import torch\nx = torch.tensor([1., 2.], requires_grad=True)\n(x * x).sum().backward()\n";
        const LeafKey key = run(program).report.leaves.at(0).key;
        QCOMPARE(run(program, {{key, Tensor({3}, {1, 2, 3})}}).report.unmetOverrides.size(), 1U);
        QCOMPARE(run(program, {{LeafKey{{0, 3}, 0}, Tensor(1.0)}}).report.unmetOverrides.size(), 1U);
        QCOMPARE(run("x = 1\n", {{key, Tensor(1.0)}}).report.unmetOverrides.size(), 1U);
    }

    void layers_name_their_parameters() {
        const ProgramRun r =
            run("import torch\nfrom torch import nn\nnet = nn.Sequential(nn.Linear(2, 1), nn.Tanh(), nn.Linear(1, 1))\n"
                "net(torch.ones(1, 2)).sum().backward()\n");
        QStringList names;
        for (const ReportedLeaf& leaf : r.report.leaves) names += QString::fromStdString(leaf.name);
        names.sort();
        QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("net.0.bias net.0.weight net.2.bias net.2.weight"));
    }
};

QTEST_GUILESS_MAIN(TstLeaves)
#include "tst_leaves.moc"
