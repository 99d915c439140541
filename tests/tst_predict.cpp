// SPDX-License-Identifier: GPL-3.0-or-later
// Predictions: what is asked before a step, what is right, and which mistakes are known for what they are.
#include <QTest>

#include "engine/base/numbers.h"
#include "engine/engine.h"
#include "engine/predict/answer.h"
#include "engine/timeline/tensorterms.h"

using namespace backstep;
using namespace backstep::predict;

namespace {

Snapshot ran(const std::string& text, const std::map<std::string, double>& at = {}) {
    Request request;
    request.text = text;
    request.kind = std::nullopt;
    request.inputs.values = at;
    request.check = false;
    return *evaluate(request);
}

Question question(const Snapshot& s, std::size_t stop) { return questionAt(s.recording, s.source, *s.timeline, stop); }

// The question for a number of that name; of several the one that is number `which`, from 1.
std::size_t stopAsking(const Snapshot& s, const std::string& asked, int which = 1) {
    for (std::size_t stop = nextQuestion(s.recording, 0); stop > 0; stop = nextQuestion(s.recording, stop)) {
        if (plainName(toPlainText(question(s, stop).asked)) == plainName(asked) && --which == 0) return stop;
    }
    return 0;
}

Reply reply(const Snapshot& s, std::size_t stop, const std::string& typed) {
    return judge(question(s, stop), s.recording, s.source, *s.timeline, typed);
}

const std::string kOpening = "f(x) = log(x^2) * sin(x) + 1/x";
const std::string kMatrices =
    "import torch\nW = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)\nx = torch.tensor([1., -2.], requires_grad=True)\ny = W @ "
    "x\nL = (y * y).sum()\nL.backward()\n";

}  // namespace

class TestPredict : public QObject {
    Q_OBJECT

private slots:
    void the_right_number_is_right_however_it_is_written_data() {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("typed");
        QTest::newRow("a seed") << "f̄" << 1 << "1";
        QTest::newRow("four digits") << "x̄" << 3 << "0.0824";
        QTest::newRow("a sum") << "x̄" << 2 << "-0.25 - 0.5769";
        QTest::newRow("names and a bar") << "x̄" << 2 << "x̄ + v̄₃ * cos(x)";
        QTest::newRow("names as typed") << "x̄" << 2 << "bar(x) + bar(v3) cos x";
        QTest::newRow("an underscore") << "x̄" << 2 << "x_bar + v_3_bar·cos(x)";
        QTest::newRow("minus") << "x̄" << 1 << "−1/x^2";
        QTest::newRow("a value") << "v₂" << 1 << "ln v1";
        QTest::newRow("a square") << "v₁" << 1 << "4";
        QTest::newRow("a fraction") << "v̄₁" << 1 << "v̄₂/4";
    }
    void the_right_number_is_right_however_it_is_written() {
        QFETCH(QString, asked);
        QFETCH(int, which);
        QFETCH(QString, typed);
        const Snapshot s = ran(kOpening, {{"x", 2}});
        const std::size_t stop = stopAsking(s, asked.toStdString(), which);
        QVERIFY(stop > 0);
        const Reply r = reply(s, stop, typed.toStdString());
        QVERIFY2(r.kind == Reply::Kind::Right,
                 qPrintable(QStringLiteral("slip %1 %2")
                                .arg(static_cast<int>(r.slip))
                                .arg(r.arguments.empty() ? QString() : QString::fromStdString(r.arguments[0]))));
    }

    void every_step_of_the_opening_formula_asks_in_order() {
        const Snapshot s = ran(kOpening, {{"x", 2}});
        QStringList asked;
        for (std::size_t stop = nextQuestion(s.recording, 0); stop > 0; stop = nextQuestion(s.recording, stop))
            asked << QString::fromStdString(toPlainText(question(s, stop).asked));
        QCOMPARE(asked.join(u' '), QStringLiteral("v₁ v₂ v₃ v₄ v₅ f f̄ v̄₄ v̄₅ x̄ v̄₂ v̄₃ x̄ v̄₁ x̄"));
        // What nobody has seen yet cannot be used.
        const Reply early = reply(s, stopAsking(s, "v̄₂"), "bar(v1)");
        QVERIFY(early.kind == Reply::Kind::Unreadable && early.slip == Slip::UnknownName);
        QCOMPARE(reply(s, stopAsking(s, "v₂"), "v3").arguments.at(1), std::string("v1"));
    }

    void a_mistake_is_known_by_this_run_s_numbers_data() {
        QTest::addColumn<QString>("formula");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("slip");
        QTest::addColumn<QString>("arguments");
        const auto row = [](const char* name, const char* formula, const char* asked, int which, const char* typed, Slip slip,
                            const char* arguments) {
            QTest::newRow(name) << formula << asked << which << typed << static_cast<int>(slip) << arguments;
        };
        const char* two = "f(x) = x * sin(x)";  // at 2: x̄ gets sin 2 = 0.9093, then x · cos 2 = −0.83229
        row("the earlier term is missed", two, "x̄", 2, "-0.8323", Slip::MissedBefore, "−0.83229 0.9093");
        row("the new term is missed", two, "x̄", 2, "0.9093", Slip::MissedNew, "0.9093 v₁ = sin x");
        row("a sign within the sum", two, "x̄", 2, "0.9093 + 0.8323", Slip::SignOfTerm, "−0.83229 0.9093");
        row("a sign", "f(x) = x^3", "x̄", 1, "-12", Slip::SignOfTerm, "12 ");
        row("a term twice", two, "x̄", 2, "0.9093 - 0.8323 * 2", Slip::Twice, "−0.83229");
        row("the upstream is forgotten", two, "x̄", 2, "0.9093 + cos 2", Slip::ForgotUpstream, "−0.41615 2 v₁");
        row("the upstream is forgotten, alone", two, "x̄", 2, "cos 2", Slip::ForgotUpstream, "−0.41615 2 v₁");
        row("the local derivative is forgotten", two, "x̄", 2, "0.9093 + 2", Slip::ForgotLocal, "2 v₁");
        row("f in place of f′", two, "x̄", 2, "0.9093 + 2 sin 2", Slip::ValueForPartial, "0.9093 v₁ = sin x");
        row("the other operand", "f(x, y) = x * y", "x̄", 1, "2", Slip::OtherOperand, "2 y x");
        row("the rule of another operation", "f(x, y) = 3 x^2 + exp(x) y", "v̄₁", 1, "7", Slip::None, "");
        row("the rule of sum for a product", "f(x, y) = 5 * (x * y)", "x̄", 1, "5", Slip::ForgotLocal, "5 v₁");
        row("a power not lowered", "f(x) = exp(x)", "x̄", 1, "cos(2)", Slip::OtherRule, "sin exp");
        row("its own value", "f(x) = log(x)", "x̄", 1, "2", Slip::GaveValue, "2 x");
        row("a value: the derivative", "f(x) = sin(x)", "f", 1, "cos 2", Slip::GaveDerivative, "f = sin x");
        row("a value: degrees", "f(x) = sin(x)", "f", 1, "0.0349", Slip::Degrees, "");
        row("a value: base ten", "f(x) = ln(x)", "f", 1, "0.30103", Slip::Logarithm, "");
        row("a value: swapped", "f(x, y) = x / y", "f", 1, "1.5", Slip::SwappedOperands, "");
        row("a value: another operation", "f(x, y) = x / y", "f", 1, "6", Slip::OtherOperation, "mul div");
        row("a value: an operand", "f(x) = exp(x)", "f", 1, "2", Slip::GaveOperand, "x 2");
        row("too few digits", two, "x̄", 1, "0.9", Slip::MoreDigits, "");
        row("the output for the seed", two, "f̄", 1, "1.8186", Slip::GaveValue, "1.8186 f");
        row("one of three terms", "f(x) = x^2 + x^3 + x^4", "x̄", 3, "36", Slip::MissedTerm, "12 v₂ = x³");
        row("no idea", two, "x̄", 1, "17", Slip::None, "");
    }
    void a_mistake_is_known_by_this_run_s_numbers() {
        QFETCH(QString, formula);
        QFETCH(QString, asked);
        QFETCH(int, which);
        QFETCH(QString, typed);
        QFETCH(int, slip);
        QFETCH(QString, arguments);
        const Snapshot s = ran(formula.toStdString(), {{"x", 2}, {"y", 3}});
        const std::size_t stop = stopAsking(s, asked.toStdString(), which);
        QVERIFY(stop > 0);
        const Reply r = reply(s, stop, typed.toStdString());
        QVERIFY(r.kind == Reply::Kind::Wrong);
        QStringList said;
        for (const std::string& argument : r.arguments) said << QString::fromStdString(argument);
        QCOMPARE(qMakePair(static_cast<int>(r.slip), said.join(u' ')), qMakePair(slip, arguments));
    }

    void what_cannot_be_read_costs_nothing_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("slip");
        QTest::newRow("nothing") << "  " << static_cast<int>(Slip::Empty);
        QTest::newRow("no expression") << "2 +" << static_cast<int>(Slip::NotReadable);
        QTest::newRow("a program") << "1\nimport os" << static_cast<int>(Slip::UnknownName);
        QTest::newRow("brackets out of it") << "1)\nx = (2" << static_cast<int>(Slip::NotReadable);
        QTest::newRow("a list") << "[1, 2]" << static_cast<int>(Slip::WrongShape);
        QTest::newRow("an unknown name") << "zeta" << static_cast<int>(Slip::UnknownName);
        QTest::newRow("long") << QString(3000, u'1') << static_cast<int>(Slip::TooLong);
    }
    void what_cannot_be_read_costs_nothing() {
        QFETCH(QString, typed);
        QFETCH(int, slip);
        const Snapshot s = ran(kOpening, {{"x", 2}});
        const Reply r = reply(s, stopAsking(s, "v̄₂"), typed.toStdString());
        QVERIFY(r.kind == Reply::Kind::Unreadable);
        QCOMPARE(static_cast<int>(r.slip), slip);
    }

    void infinities_and_nan_can_be_given() {
        const Snapshot s = ran("f(x) = 1/x", {{"x", 0}});
        QVERIFY(reply(s, stopAsking(s, "f"), "inf").kind == Reply::Kind::Right);
        QVERIFY(reply(s, stopAsking(s, "f"), "∞").kind == Reply::Kind::Right);
        QVERIFY(reply(s, stopAsking(s, "f"), "0").kind == Reply::Kind::Wrong);
    }

    void small_tensors_are_asked_as_a_list() {
        const Snapshot s = ran(kMatrices);
        const std::size_t stop = stopAsking(s, "x̄");
        QVERIFY(stop > 0);
        const Question q = question(s, stop);
        QVERIFY(q.ask == Question::Ask::List);
        QCOMPARE(tensorText(q.whole, 5), std::string("[−36, −52]"));
        for (const char* typed : {"[-36, -52]", "W.T @ bar(y)", "Wᵀ @ ȳ", "ȳ @ W", "torch.tensor([-36., -52])"}) {
            const Reply r = reply(s, stop, typed);
            QVERIFY2(r.kind == Reply::Kind::Right, typed);
        }
        QVERIFY(reply(s, stop, "[36, 52]").slip == Slip::SignOfTerm);
        QVERIFY(reply(s, stop, "ȳ").slip == Slip::ForgotLocal);
        QVERIFY(reply(s, stop, "x").slip == Slip::GaveValue);
        const Reply shape = reply(s, stop, "[1, 2, 3]");
        QVERIFY(shape.slip == Slip::WrongShape && shape.kind == Reply::Kind::Unreadable);
        QCOMPARE(shape.arguments, (std::vector<std::string>{"[3]", "[2]"}));
        const std::size_t matrix = stopAsking(s, "W̄");
        QVERIFY(reply(s, matrix, "outer(ȳ, x)").kind == Reply::Kind::Right);
        QVERIFY(reply(s, matrix, "[-6, 12, -10, 20]").kind == Reply::Kind::Right);
        QVERIFY(reply(s, matrix, "outer(x, ȳ)").kind == Reply::Kind::Wrong);
        QVERIFY(reply(s, matrix, "outer(x, ȳ)").slip == Slip::Transposed);
    }

    void of_larger_ones_an_element_and_of_large_ones_the_shape_is_asked() {
        const Snapshot s =
            ran("import torch\nx = torch.arange(10.0, requires_grad=True)\nA = torch.ones(4, 5, requires_grad=True)\ny = (x * x).sum() + 2 "
                "* A.sum()\ny.backward()\n");
        std::size_t element = 0, shape = 0;
        for (std::size_t stop = nextQuestion(s.recording, 0); stop > 0; stop = nextQuestion(s.recording, stop)) {
            const Question q = question(s, stop);
            if (q.about != Question::About::Derivative) continue;
            if (q.ask == Question::Ask::Element && q.node.valid() && s.recording.tape.nameOf(q.node) == "x") element = stop;
            if (q.ask == Question::Ask::Shape) shape = stop;
        }
        QVERIFY(element > 0 && shape > 0);
        const Question q = question(s, element);
        const double right = rightAnswer(q).item();
        QCOMPARE(right, 2.0 * static_cast<double>(q.element.at(0)));
        QCOMPARE(toPlainText(q.asked), "x̄[" + std::to_string(q.element[0]) + "]");
        QVERIFY(reply(s, element, std::to_string(right)).kind == Reply::Kind::Right);
        QVERIFY(reply(s, element, "2 * x").kind == Reply::Kind::Right);
        QCOMPARE(reply(s, element, "18").slip == Slip::OtherElement || right == 18, true);
        for (const char* typed : {"[4, 5]", "4, 5", "4x5", "4 × 5", "(4, 5)", "2 * ones(4, 5)"}) {
            const Reply r = reply(s, shape, typed);
            QVERIFY2(r.kind == Reply::Kind::Right,
                     qPrintable(QString::fromStdString(toPlainText(question(s, shape).asked)) + QString::fromUtf8(typed)));
        }
        QVERIFY(reply(s, shape, "[5, 4]").slip == Slip::Transposed);
        QVERIFY(reply(s, shape, "[3, 4]").kind == Reply::Kind::Wrong);
    }

    void what_grad_held_is_added_to() {
        const Snapshot s = ran("import torch\nx = torch.tensor(3.0, requires_grad=True)\n(x * x).backward()\n(5 * x).backward()\n");
        const std::size_t stop = stopAsking(s, "x.grad");
        QVERIFY(stop > 0);
        QVERIFY(question(s, stop).about == Question::About::Grad);
        QVERIFY(reply(s, stop, "11").kind == Reply::Kind::Right);
        QVERIFY(reply(s, stop, "x.grad + bar(x)").kind == Reply::Kind::Right);
        const Reply r = reply(s, stop, "5");
        QVERIFY(r.slip == Slip::MissedBefore);
        QCOMPARE(r.arguments, (std::vector<std::string>{"5", "6"}));
        QCOMPARE(stopAsking(s, "x.grad", 2), std::size_t(0));  // the first backward puts down what has just been seen
    }

    void a_name_that_is_given_again_can_be_used() {
        const Snapshot s = ran("import torch\na = torch.tensor(2.0, requires_grad=True)\nb = a * 3\nb = b * b\nb.backward()\n");
        const std::size_t stop = stopAsking(s, "ā");
        QVERIFY(stop > 0);
        QVERIFY(reply(s, stop, "b̄⁽¹⁾ * 3").kind == Reply::Kind::Right);
        QVERIFY(reply(s, stop, "36").kind == Reply::Kind::Right);
    }

    // Whatever the run, its own numbers are right and asking is quick.
    void the_revealed_number_is_always_right_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("opening") << QString::fromStdString(kOpening);
        QTest::newRow("matrices") << QString::fromStdString(kMatrices);
        QTest::newRow("piecewise") << "f(x, y) = max(x, y) * relu(x - 3) + sqrt(y)/x^y";
        QTest::newRow("network")
            << "import torch\nimport torch.nn as nn\ntorch.manual_seed(0)\nnet = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, "
               "2))\nx = torch.randn(5, 3)\nloss = nn.CrossEntropyLoss()(net(x), torch.tensor([0, 1, 0, 1, 1]))\nloss.backward()\n";
    }
    void the_revealed_number_is_always_right() {
        QFETCH(QString, text);
        const Snapshot s = ran(text.toStdString(), {{"x", 2}, {"y", 3}});
        int asked = 0;
        for (std::size_t stop = nextQuestion(s.recording, 0); stop > 0; stop = nextQuestion(s.recording, stop), ++asked) {
            const Question q = question(s, stop);
            const Reply r =
                reply(s, stop, nestedText(rightAnswer(q), [](double x) {
                          return std::isnan(x) ? std::string("nan") : std::isinf(x) ? std::string(x > 0 ? "inf" : "-inf") : shortest(x);
                      }));
            QVERIFY2(r.kind == Reply::Kind::Right,
                     qPrintable(QString::fromStdString(toPlainText(q.asked)) + QStringLiteral(" slip %1").arg(static_cast<int>(r.slip))));
            // Rounded as it is shown.
            QVERIFY(reply(s, stop,
                          nestedText(rightAnswer(q),
                                     [](double x) { return std::isinf(x) || std::isnan(x) ? std::string("inf") : significant(x, 5); }))
                        .kind == Reply::Kind::Right);
        }
        QVERIFY(asked >= 6);
    }
};

QTEST_GUILESS_MAIN(TestPredict)
#include "tst_predict.moc"
