// SPDX-License-Identifier: GPL-3.0-or-later
// Engine facts in words: every kind of fault has a sentence, every step one that fits its numbers.
#include <cmath>

#include <QRegularExpression>
#include <QTest>

#include "engine/engine.h"
#include "engine/syntax/functions.h"
#include "widgets/domainwords.h"
#include "widgets/phrases.h"

using namespace backstep;

namespace {

constexpr DiagnosticKind kKinds[] = {
#define DIAGNOSTIC(kind, severity) DiagnosticKind::kind,
#include "engine/text/diagnostic.def"
};
constexpr std::string_view kDomains[][2] = {
#define RULES(...)
#define SHOWN(...)
#define DOMAIN(condition) #condition
#define ANYWHERE ""
#define OP(op, name, operands, autograd, kernel, rules, shown, domain, breaks) {name, domain},
#include "engine/tape/op.def"
#undef RULES
#undef SHOWN
#undef DOMAIN
#undef ANYWHERE
};

Snapshot at(const char* text, double x, SweepMode mode = SweepMode::Reverse) {
    Request request;
    request.text = text;
    request.inputs.values["x"] = x;
    request.mode = mode;
    request.check = false;
    return *evaluate(request);
}

// Every step in words, a line each.
QStringList told(const Snapshot& s) {
    QStringList lines;
    for (std::size_t stop = 0; stop <= s.stops(); ++stop) lines << words(explain(s.recording, s.source, stop), s.recording, s.source);
    return lines;
}

// Prose, with nothing left of the program: no placeholder, no C++, no markup.
bool isProse(const QString& text) {
    static const QRegularExpression foreign(
        QStringLiteral("%[0-9n]|std::|&&|\\|\\||!=|>=|<=|nearbyint|floor\\(|</|Backward|[A-Z][a-z]{2,}[A-Z]"));
    return !text.isEmpty() && !foreign.match(text).hasMatch() &&
           (text.endsWith(QLatin1Char('.')) || text.endsWith(QLatin1Char('?')) || text.endsWith(QChar(0x2026)));
}

}  // namespace

class TestPhrases : public QObject {
    Q_OBJECT

private slots:
    void every_fault_has_a_sentence() {
        for (const DiagnosticKind kind : kKinds) {
            const Diagnostic d{kind, {0, 1}, {"a", "2", "b"}, {}};
            QVERIFY2(isProse(sentence(d)), qPrintable(QString::fromLatin1(nameOf(kind)) + QStringLiteral(": ") + sentence(d)));
            QVERIFY2(help(d).isEmpty() || isProse(help(d)), qPrintable(help(d)));
        }
    }

    void every_domain_is_said_in_mathematics() {
        int domains = 0;
        for (const auto& [op, condition] : kDomains) {
            // No formula meets an operation that only programs have.
            const bool typed = op == "div" || op == "pow" || findFunction(std::string(op)) != nullptr;
            if (condition.empty() || !typed) continue;
            ++domains;
            for (const auto* value : {"0", "−1"}) {
                const QString said =
                    outsideDomain(QString::fromLatin1(op.data()), QString::fromUtf8(value), QString::fromLatin1(condition.data()));
                QVERIFY2(isProse(said), qPrintable(said));
            }
        }
        QVERIFY(domains > 15);
        QCOMPARE(conditionAsMathematics(QStringLiteral("a >= -1 && a <= 1")), QStringLiteral("−1 ≤ x ≤ 1"));
        QCOMPARE(conditionAsMathematics(QStringLiteral("std::cos(a) != 0")), QStringLiteral("cos x ≠ 0"));
    }

    void faults_of_a_point_are_said_data() {
        QTest::addColumn<double>("x");
        QTest::addColumn<QString>("said");
        QTest::newRow("log(x)") << -1.0 << QStringLiteral("log is not defined at −1: it is real only for x > 0.");
        QTest::newRow("1/x") << 0.0 << QStringLiteral("Division by 0 here.");
        QTest::newRow("asin(x)") << 2.0 << QStringLiteral("asin is not defined at 2: it is real only for −1 ≤ x ≤ 1.");
        QTest::newRow("x^0.5") << -4.0 << QStringLiteral("A power of −4 is real only where the exponent is a whole number.");
        QTest::newRow("x^-1") << 0.0 << QStringLiteral("0 to a negative power is a division by 0.");
        QTest::newRow("lgamma(x)") << -2.0 << QStringLiteral("lgamma is not defined at −2: it has poles at 0, −1, −2, …");
        QTest::newRow("csc(x)") << 0.0 << QStringLiteral("csc is not defined at 0: it is defined only where sin x ≠ 0.");
        QTest::newRow("log_3(x)")
            << -5.0
            << QStringLiteral("log is not defined for −5: it is real only for a positive number, to a base that is positive and not 1.");
        QTest::newRow("log_x(2)")
            << 1.0
            << QStringLiteral("log is not defined for 1: it is real only for a positive number, to a base that is positive and not 1.");
        QTest::newRow("polygamma(1, x)") << -2.0 << QStringLiteral("polygamma is not defined at −2: it has poles at 0, −1, −2, …");
        QTest::newRow("abs(x)") << 0.0 << QStringLiteral("abs has no derivative at 0.");
        QTest::newRow("max(x, 2x - 3)") << 3.0 << QStringLiteral("max has no derivative at 3.");
        QTest::newRow("floor(x)") << 2.0 << QStringLiteral("floor has no derivative at 2.");
        QTest::newRow("exp(x)") << 1000.0 << QStringLiteral("exp is infinite here.");
    }
    void faults_of_a_point_are_said() {
        QFETCH(double, x);
        QFETCH(QString, said);
        const Snapshot s = at(QTest::currentDataTag(), x);
        QCOMPARE(s.diagnostics.size(), std::size_t(1));
        QCOMPARE(sentence(s.diagnostics[0]), said);
    }

    void no_point_is_blamed_without_cause() {
        for (const auto* text : {"abs(x)", "floor(x + 0.5)", "round(x)", "max(x, 2)", "clamp(x, -3, 3)", "max(x, x)", "cbrt(x)",
                                 "{abs(x - 1) if x > 5, x otherwise}", "abs(0) + x", "{1 if abs(x - 1) > 0, x otherwise}"}) {
            QVERIFY2(at(text, 1).diagnostics.empty(), text);
        }
    }

    void what_was_typed_is_shown_harmless() {
        const Diagnostic escape{DiagnosticKind::UnknownCharacter, {0, 1}, {"\x1b"}, {}};
        QCOMPARE(sentence(escape), QStringLiteral("“U+001B” is not part of mathematical notation here."));
        const Diagnostic lines{DiagnosticKind::UnknownName, {0, 1}, {"a\n%2" + QString(QChar(0x202E)).toStdString(), ""}, {}};
        QVERIFY(!sentence(lines).contains(QLatin1Char('\n')) && !sentence(lines).contains(QChar(0x202E)));
    }

    void one_argument_is_singular() {
        QCOMPARE(sentence({DiagnosticKind::WrongArgumentCount, {}, {"sin", "1", "2"}, {}}),
                 QStringLiteral("sin takes 1 argument, 2 given."));
        QCOMPARE(sentence({DiagnosticKind::WrongArgumentCount, {}, {"atan2", "2", "1"}, {}}),
                 QStringLiteral("atan2 takes 2 arguments, 1 given."));
    }

    void the_example_is_told_step_by_step() {
        const QStringList lines = told(at("log(x^2)*sin(x)+1/x", 2));
        QCOMPARE(lines.size(), 17);
        QCOMPARE(lines[1], QStringLiteral("x is an input. Its value is given."));
        QCOMPARE(lines[4], QStringLiteral("v₃ = sin x is computed from values that are already known."));
        QCOMPARE(lines[8], QStringLiteral("The backward sweep begins: f̄ = 1, because f is the output and ∂f/∂f = 1."));
        QCOMPARE(lines[9],
                 QStringLiteral("f = v₄ + v₅ passes its adjoint back to v₄. A sum passes it unchanged: the local derivative is 1."));
        QCOMPARE(lines[12],
                 QStringLiteral("v₄ = v₂ · v₃ passes its adjoint back to v₂. The local derivative of a product is the other factor, v₃."));
        QCOMPARE(lines[14], QStringLiteral("v₃ = sin x passes its adjoint back to x. The local derivative of sin is cos. It is added to "
                                           "what has already arrived: 2 of 3 contributions."));
        QVERIFY(lines[16].endsWith(QStringLiteral("With it x̄ is complete.")));
        for (const QString& line : lines) QVERIFY2(isProse(line), qPrintable(line));
    }

    void forward_mode_passes_tangents_on() {
        const QStringList lines = told(at("sin(x)", 2, SweepMode::Forward));
        QCOMPARE(lines[3], QStringLiteral("Forward mode begins: x\u0307 = 1, because we ask how everything changes with x."));
        QCOMPARE(lines[4], QStringLiteral("x passes its tangent on to f = sin x. The local derivative of sin is cos."));
    }

    void amounts_that_are_not_ordinary_are_said() {
        QVERIFY(told(at("relu(x)", -1)).last().contains(QStringLiteral("is 0 here, so nothing flows back.")));
        QVERIFY(told(at("sqrt(x)", 0)).last().contains(QStringLiteral("is infinite here. What arrives is infinite.")));
        QVERIFY(told(at("sqrt(abs(x))", 0))
                    .last()
                    .contains(QStringLiteral("The local derivative ∂v₁/∂x is 0 here. The product has no value: NaN arrives.")));
        QVERIFY(told(at("0*sin(x)", 1)).last().contains(QStringLiteral("What arrives is 0, and changes nothing.")));
        QVERIFY(told(at("x*x", 3)).last().contains(QStringLiteral("x stands there more than once; this is for operand")));
        QVERIFY(told(at("{x if x > 0, -x otherwise}", 1))[2].startsWith(QStringLiteral("The condition x > 0 holds")));
        QVERIFY(told(at("{x if x > 0, -x otherwise}", -1))[2].startsWith(QStringLiteral("The condition x > 0 does not hold")));
    }

    void every_step_of_every_op_is_prose_data() {
        QTest::addColumn<double>("x");
        for (const auto* text : {"sec(x)+gelu(x)*atan2(x, 2)", "max(x, 2)-min(x, 3)", "clamp(x, 0, 1)/x", "-x^x", "where(x > 0, x, 1)",
                                 "hypot(x, 3)^0", "3", "f(x) = 3"}) {
            for (const double x : {-1.0, 0.0, 1.0, 2.5, HUGE_VAL}) QTest::addRow("%s at %g", text, x) << x;
        }
    }
    void every_step_of_every_op_is_prose() {
        QFETCH(double, x);
        const QByteArray whole = QByteArray(QTest::currentDataTag());
        for (const SweepMode mode : {SweepMode::Reverse, SweepMode::Forward}) {
            for (const QString& line : told(at(whole.left(whole.lastIndexOf(" at ")).constData(), x, mode)))
                QVERIFY2(isProse(line), qPrintable(line));
        }
    }
};

QTEST_APPLESS_MAIN(TestPhrases)
#include "tst_phrases.moc"
