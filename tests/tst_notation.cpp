// SPDX-License-Identifier: GPL-3.0-or-later
// Mathematics as LaTeX, as plain text, and as boxes in a pane of any width.
#include <random>

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "engine/notation/notation.h"
#include "tests/sanitized.h"
#include "widgets/mathlabel.h"
#include "widgets/mathlines.h"

using namespace backstep;

namespace {

using Kind = Notation::Kind;

Notation leaf(Kind kind, std::string text) {
    Notation n;
    n.kind = kind;
    n.text = std::move(text);
    return n;
}
Notation nest(Kind kind, std::vector<Notation> children, std::string text = {}) {
    Notation n = leaf(kind, std::move(text));
    n.children = std::move(children);
    return n;
}
Notation symbol(const char* text) { return leaf(Kind::symbol, text); }
Notation word(const char* text) { return leaf(Kind::upright, text); }
Notation number(const char* text) { return leaf(Kind::number, text); }
Notation relation(const char* text) { return leaf(Kind::relation, text); }
Notation binary(const char* text) { return leaf(Kind::binary, text); }
Notation prefix(const char* text) { return leaf(Kind::prefix, text); }
Notation row(std::vector<Notation> children) { return nest(Kind::row, std::move(children)); }
Notation fraction(Notation a, Notation b) { return nest(Kind::fraction, {std::move(a), std::move(b)}); }
Notation power(Notation a, Notation b) { return nest(Kind::superscript, {std::move(a), std::move(b)}); }
Notation paren(Notation a) { return nest(Kind::paren, {std::move(a)}); }
Notation bar(Notation a) { return nest(Kind::bar, {std::move(a)}); }
Notation v(int i) { return nest(Kind::subscript, {symbol("v"), number(std::to_string(i).c_str())}); }
Notation linked(Notation n, std::size_t node) {
    n.link = NodeId(node);
    return n;
}

Notation step() {
    return row({bar(symbol("x")), relation("←"), bar(symbol("x")), binary("+"), bar(v(3)), binary("·"),
                fraction(row({prefix("∂"), v(3)}), row({prefix("∂"), symbol("x")})), relation("="), number("0.9093"), binary("+"),
                number("1.3863"), binary("·"), word("cos\u2009"), number("2"), relation("="), number("0.3324")});
}
Notation nested() {
    return fraction(row({number("1"), binary("+"), fraction(number("1"), row({symbol("x"), binary("+"), number("1")}))}),
                    row({number("1"), binary("−"), power(symbol("x"), number("2"))}));
}
Notation longSum(int terms) {
    std::vector<Notation> parts{bar(symbol("x")), relation("=")};
    for (int i = 0; i < terms; ++i) {
        if (i > 0) parts.push_back(binary(i % 3 == 0 ? "−" : "+"));
        parts.push_back(number("0.2345"));
        parts.push_back(word("\u2009"));
        parts.push_back(paren(v(i)));
    }
    return row(std::move(parts));
}
Notation wideCall() {
    const Notation inside = longSum(9);
    return row({symbol("y"), relation("="), word("sin"), paren(inside), binary("·"),
                fraction(inside, row({number("1"), binary("+"), power(paren(inside), number("2"))}))});
}

std::vector<Notation> samples() {
    // clang-format off
    return {step(), nested(), longSum(14), wideCall(), nest(Kind::root, {nested()}), nest(Kind::root, {symbol("x")}, "3"), nest(Kind::absolute, {nested()}),
            power(paren(nested()), symbol("n")), row({symbol("f"), paren(symbol("f")), binary("+"), bar(symbol("f")), binary("+"), bar(symbol("W"))}),
            nest(Kind::dot, {v(12)}), row({prefix("−"), number("2.5e−8")}), power(bar(v(3)), number("2")),
            row({word("a_name_that_is_so_long_that_no_pane_of_any_window_will_ever_show_it_on_one_line_of_text"), relation("="), number("1")})};
    // clang-format on
}

QImage painted(const MathBox& box, double margin) {
    QImage image(QSizeF(box.width() + 2 * margin + 1, box.ascent() + box.descent() + 2 * margin + 1).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    box.paint(painter, {margin, margin + box.ascent()}, [](Ink) { return QColor(Qt::black); });
    return image;
}

bool hasInk(const QImage& image, const QRect& area) {
    const QRect inside = area.intersected(image.rect());
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x <= inside.right(); ++x) {
            if (qGray(image.pixel(x, y)) < 160) return true;
        }
    }
    return false;
}

// "Double superscript" and "Double subscript": two of a kind on one nucleus. `at` stands behind an opening brace.
bool hasDoubleScript(const std::string& latex, std::size_t& at) {
    bool raised = false, lowered = false, isScript = false, found = false;
    while (at < latex.size() && latex[at] != '}') {
        const char c = latex[at++];
        if (c == '^' || c == '_') {
            bool& had = c == '^' ? raised : lowered;
            found = found || had;
            had = isScript = true;
            continue;
        }
        if (c == '\'') {
            found = found || raised;
            continue;  // LaTeX joins a prime with the power that follows
        }
        if (c == ' ') continue;
        if (!isScript) raised = lowered = false;
        isScript = false;
        if (c == '{') {
            found = hasDoubleScript(latex, at) || found;
            ++at;
        } else if (c == '\\') {
            const std::size_t end = latex.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", at);
            at = end == at ? at + 1 : std::min(end, latex.size());
        }
    }
    return found;
}

// What would stop TeX: an unescaped character with a meaning, a brace too many, a character that is not ASCII.
QString faultOf(const std::string& latex) {
    int braces = 0;
    for (std::size_t i = 0; i < latex.size(); ++i) {
        const char c = latex[i];
        if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7E) return QStringLiteral("not ASCII");
        if (c == '\\') {
            if (++i == latex.size()) return QStringLiteral("ends in a backslash");
            continue;
        }
        if (c == '{') ++braces;
        if (c == '}' && --braces < 0) return QStringLiteral("a closing brace too many");
        if (c == '#' || c == '$' || c == '%' || c == '&' || c == '~') return QStringLiteral("unescaped %1").arg(QLatin1Char(c));
        if ((c == '^' || c == '_') && (i + 1 == latex.size() || latex[i + 1] != '{')) return QStringLiteral("a script without braces");
    }
    std::size_t start = 0;
    if (hasDoubleScript(latex, start)) return QStringLiteral("a double script");
    const QString text = QString::fromStdString(latex);
    if (text.count(QStringLiteral("\\left|")) + text.count(QStringLiteral("\\left(")) !=
        text.count(QStringLiteral("\\right|")) + text.count(QStringLiteral("\\right)")))
        return QStringLiteral("a bracket left open");
    return braces == 0 ? QString() : QStringLiteral("a brace left open");
}

std::vector<std::string> hostileNames() {
    // clang-format off
    std::vector<std::string> names{"", "\\", "\\end{document}", "$x$", "a_b^c", "100%", "#1", "{", "}", "}{", "~", "a b", "\n\t", "x'", "''", "\"", "`", "[", "]", "&&",
                                   "学习率", "naïve", "Ω", "x₁", "e\u0301", "\xff\xfe", "\xe2\x82", "😀", "_", "__init__", "^^", "\\input{/etc/passwd}", "α_β", "x²"};
    // clang-format on
    for (int c = 0; c < 256; ++c) names.emplace_back(1, static_cast<char>(c));
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) {
        std::string name;
        for (unsigned n = random() % 12; n > 0; --n) name += static_cast<char>(random() % 256);
        names.push_back(name);
    }
    return names;
}

std::vector<Notation> hostile() {
    std::vector<Notation> all;
    for (const std::string& name : hostileNames()) {
        const std::vector<Notation> kinds{leaf(Kind::symbol, name),   leaf(Kind::upright, name), leaf(Kind::number, name),
                                          leaf(Kind::relation, name), leaf(Kind::binary, name),  leaf(Kind::prefix, name)};
        for (const Notation& n : kinds) {
            all.push_back(row({n, n, symbol("x")}));
            all.push_back(power(nest(Kind::subscript, {n, n}), power(n, n)));
            all.push_back(nest(Kind::subscript, {power(n, n), nest(Kind::subscript, {n, n})}));
            all.push_back(power(power(n, n), power(nest(Kind::subscript, {nest(Kind::subscript, {n, n}), n}), n)));
            all.push_back(nest(Kind::subscript, {bar(nest(Kind::subscript, {n, n})), n}));
            all.push_back(power(bar(power(n, n)), row({n, word("'")})));
            all.push_back(row({power(n, n), n}));
            all.push_back(nest(Kind::root, {bar(nest(Kind::dot, {n}))}, name));
            all.push_back(nest(Kind::absolute, {fraction(paren(n), bar(nest(Kind::subscript, {n, n})))}));
        }
    }
    return all;
}

}  // namespace

class NotationTest : public QObject {
    Q_OBJECT

private slots:
    void isWrittenAsLatexAndPlainText_data() {
        QTest::addColumn<int>("sample");
        QTest::addColumn<QString>("latex");
        QTest::addColumn<QString>("plain");
        cases_.clear();
        const auto add = [&](const char* name, Notation n, const char* latex, const char* plain) {
            cases_.push_back(std::move(n));
            QTest::newRow(name) << static_cast<int>(cases_.size()) - 1 << QString::fromUtf8(latex) << QString::fromUtf8(plain);
        };
        add("a step", step(),
            "\\bar{x} \\leftarrow \\bar{x} + \\bar{v}_{3} \\cdot \\frac{\\partial v_{3}}{\\partial x} = 0.9093 + 1.3863 \\cdot \\cos 2 = "
            "0.3324",
            "x̄ ← x̄ + v̄₃ · ∂v₃/∂x = 0.9093 + 1.3863 · cos 2 = 0.3324");
        add("a line that goes on", row({relation("="), number("1.5"), binary("·"), paren(number("−0.4161"))}), "= 1.5 \\cdot (-0.4161)",
            "= 1.5 · (−0.4161)");
        add("nested fractions", nested(), "\\frac{1 + \\frac{1}{x + 1}}{1 - x^{2}}", "(1 + 1 / (x + 1)) / (1 − x²)");
        add("a fraction as a factor", row({symbol("a"), binary("·"), fraction(number("1"), symbol("x"))}), "a \\cdot \\frac{1}{x}",
            "a · (1 / x)");
        add("a function of a sum", row({word("sin"), paren(row({symbol("x"), binary("+"), number("1")}))}), "\\sin(x + 1)", "sin(x + 1)");
        add("a function of its own", row({word("relu\u2009"), symbol("x")}), "\\operatorname{relu}x", "relu x");
        add("a logarithm with a base", row({nest(Kind::subscript, {word("log"), number("2")}), symbol("x")}), "\\log_{2}x", "log₂ x");
        add("a word with a bar", bar(word("loss")), "\\overline{\\operatorname{loss}}", "l̄oss");
        add("a tangent", nest(Kind::dot, {v(4)}), "\\dot{v}_{4}", "v̇₄");
        add("a square of an adjoint", power(bar(v(3)), number("2")), "\\bar{v}_{3}^{2}", "v̄₃²");
        add("a Greek letter", nest(Kind::subscript, {symbol("α"), symbol("i")}), "\\alpha_{i}", "αᵢ");
        add("a word below", nest(Kind::subscript, {symbol("w"), symbol("out")}), "w_{\\mathit{out}}", "w_out");
        add("a power of a bracket", power(paren(fraction(symbol("a"), symbol("b"))), symbol("n")), "\\left(\\frac{a}{b}\\right)^{n}",
            "(a / b)ⁿ");
        add("a power of a power", power(symbol("e"), row({prefix("−"), power(symbol("x"), number("2"))})), "e^{-x^{2}}", "e^(−x²)");
        add("a power of ten", number("2.5e−8"), "2.5 \\cdot 10^{-8}", "2.5e−8");
        add("a power of a power of ten", power(number("2e+05"), number("2")), "(2 \\cdot 10^{5})^{2}", "(2e+05)²");
        add("roots",
            row({nest(Kind::root, {symbol("x")}), binary("+"), nest(Kind::root, {row({symbol("x"), binary("−"), number("1")})}, "3")}),
            "\\sqrt{x} + \\sqrt[{3}]{x - 1}", "√x + ∛(x − 1)");
        add("the size of a number", nest(Kind::absolute, {row({prefix("−"), symbol("x")})}), "\\left|-x\\right|", "|−x|");
        add("a choice",
            row({word("{"), number("1"), word("\u2002if\u2002"), symbol("x"), relation(">"), number("0"), word(",\u2002"), number("0"),
                 word("\u2002otherwise}")}),
            "\\{1\\ \\mathrm{if}\\ x > 0,\\ 0\\ \\mathrm{otherwise}\\}", "{1 if x > 0, 0 otherwise}");
        add("words between", row({symbol("a"), relation("and"), symbol("b")}), "a \\mathrel{\\mathrm{and}} b", "a and b");
        add("no numbers", row({number("NaN"), relation("≠"), number("−∞")}), "\\mathrm{NaN} \\ne -\\infty", "NaN ≠ −∞");
        add("a name of a program", word("learning_rate"), "\\operatorname{learning\\_rate}", "learning_rate");
        add("a script that TeX has no glyph for", symbol("学"), "{\\mathrm{U{+}5B66}}", "学");
        add("nothing", Notation(), "", "");
    }
    void isWrittenAsLatexAndPlainText() {
        QFETCH(int, sample);
        QFETCH(QString, latex);
        QFETCH(QString, plain);
        QCOMPARE(QString::fromStdString(toLatex(cases_[static_cast<std::size_t>(sample)])), latex);
        QCOMPARE(QString::fromStdString(toPlainText(cases_[static_cast<std::size_t>(sample)])), plain);
    }

    void noNameBreaksLatex() {
        for (const Notation& n : hostile()) {
            const std::string latex = toLatex(n);
            const QString fault = faultOf(latex);
            QVERIFY2(fault.isEmpty(), qPrintable(fault + QStringLiteral(": ") + QString::fromStdString(latex)));
            static_cast<void>(toPlainText(n));
        }
    }

    void deepNestingEnds() {
        Notation deep = symbol("x");
        constexpr int kDeep = kSanitized ? 200 : 2000;  // what looks for faults in a stack makes it many times larger
        for (int i = 0; i < kDeep; ++i)
            deep = i % 2 == 0 ? paren(std::move(deep)) : fraction(row({number("1"), binary("+"), std::move(deep)}), symbol("y"));
        const std::string latex = toLatex(deep);
        QVERIFY(faultOf(latex).isEmpty());
        QVERIFY(latex.size() < 4000);
        QVERIFY(MathBox(deep, 19).width() > 0);
        QVERIFY(toPlainText(deep).size() > kDeep);
    }

    void pdflatexTakesIt() {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("pdflatex"));
        if (program.isEmpty()) QSKIP("pdflatex is not installed");
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("all.tex")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\\documentclass{article}\\usepackage{amsmath}\\begin{document}\n");
        for (const Notation& n : samples()) file.write(("$" + toLatex(n) + "$\n\n").c_str());
        for (const Notation& n : hostile()) file.write(("$" + toLatex(n) + "$\n\n").c_str());
        file.write("\\end{document}\n");
        file.close();
        QProcess latex;
        latex.setWorkingDirectory(folder.path());
        latex.start(program, {QStringLiteral("-interaction=nonstopmode"), QStringLiteral("-halt-on-error"), QStringLiteral("all.tex")});
        QVERIFY(latex.waitForFinished(120000));
        const QByteArray said = latex.readAllStandardOutput();
        QVERIFY2(latex.exitCode() == 0, said.mid(std::max<qsizetype>(0, said.indexOf("\n!"))).left(2000).constData());
    }

    void aBoxHoldsItsInk() {
        constexpr double kMargin = 12;
        for (const Notation& n : samples()) {
            const MathBox box(n, 40);
            const QImage image = painted(box, kMargin);
            const QString name = QString::fromStdString(toPlainText(n));
            QVERIFY(box.width() > 0);
            constexpr int kOutside = static_cast<int>(kMargin) - 2;
            QVERIFY2(!hasInk(image, QRect(0, 0, kOutside, image.height())), qPrintable(name + QStringLiteral(": left")));
            QVERIFY2(!hasInk(image, QRect(image.width() - kOutside, 0, kOutside, image.height())),
                     qPrintable(name + QStringLiteral(": right")));
            QVERIFY2(!hasInk(image, QRect(0, 0, image.width(), kOutside)), qPrintable(name + QStringLiteral(": above")));
            QVERIFY2(!hasInk(image, QRect(0, image.height() - kOutside, image.width(), kOutside)),
                     qPrintable(name + QStringLiteral(": below")));
        }
    }

    void spacesFollowTheClasses() {
        const auto width = [](const Notation& n) { return MathBox(n, 100).width(); };
        const double x = width(symbol("x"));
        const double equal = width(row({symbol("x"), relation("="), symbol("x")})) - 2 * x - width(relation("="));
        const double plus = width(row({symbol("x"), binary("+"), symbol("x")})) - 2 * x - width(binary("+"));
        const double minus = width(row({prefix("−"), symbol("x")})) - x - width(prefix("−"));
        QVERIFY2(qAbs(equal - 55.6) < 4, qPrintable(QString::number(equal)));
        QVERIFY2(qAbs(plus - 44.4) < 4, qPrintable(QString::number(plus)));
        QVERIFY2(qAbs(minus) < 4, qPrintable(QString::number(minus)));
        // A row in a row is the same line.
        const Notation flat = row({symbol("a"), binary("+"), symbol("b"), relation("="), symbol("c")});
        QCOMPARE(width(row({row({symbol("a"), row({binary("+"), symbol("b")})}), row({relation("="), symbol("c")})})), width(flat));
    }

    void bracketsAndScriptsGrowAndShrink() {
        const MathBox low(paren(symbol("x")), 40);
        const MathBox high(paren(nested()), 40);
        QVERIFY(high.ascent() > 1.5 * low.ascent());
        QVERIFY(high.descent() > 1.5 * low.descent());
        const double plain = MathBox(symbol("x"), 100).width();
        const double raised = MathBox(power(symbol("x"), symbol("x")), 100).width() - plain;
        QVERIFY(raised < 0.85 * plain && raised > 0.6 * plain);
        // Fractions are centred on the axis: the bar is 0.26 em above the baseline.
        const MathBox box(fraction(symbol("a"), symbol("b")), 100);
        const QImage image = painted(box, 0);
        const int axis = qRound(box.ascent() - 26);
        QVERIFY(hasInk(image, QRect(image.width() / 4, axis - 1, 1, 3)));
    }

    void noLineIsWiderThanThePane() {
        for (const Notation& n : samples()) {
            for (const double width : {90.0, 160.0, 260.0, 400.0, 700.0}) {
                for (const MathLine& line : breakIntoLines(n, 19, width)) {
                    QVERIFY2(line.indent + line.box.width() <= width + 0.01, qPrintable(QString::fromStdString(toPlainText(n))));
                    QVERIFY(line.indent >= 0);
                }
            }
        }
    }

    // Half a number reads as another one.
    void aListOfNumbersBreaksAtItsCommas() {
        const double one = MathBox(number("1.1111111"), 19).width();
        const Notation list = row({word("softmax"), number("[[1.1111111, 2.2222222, 3.3333333], [4.4444444, 5.5555555]]")});
        for (const double width : {one * 1.7, one * 2.6, one * 3.4}) {
            const std::vector<MathLine> lines = breakIntoLines(list, 19, width);
            QVERIFY(lines.size() > 1 && lines.size() <= 6);
            for (std::size_t i = 1; i < lines.size(); ++i) QVERIFY(lines[i].box.width() >= one - 0.5);
        }
    }

    void aLineBreaksAtARelationFirst() {
        QCOMPARE(breakIntoLines(step(), 19, 2000).size(), std::size_t(1));
        const std::vector<MathLine> lines = breakIntoLines(step(), 19, 380);
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0].indent, 0.0);
        // The later line begins with "=", and hangs below the arrow.
        const double arrow = MathBox(row({bar(symbol("x"))}), 19).width() + 19 * 5.0 / 18;
        QVERIFY(qAbs(lines[1].indent - arrow) < 3);
        QVERIFY(breakIntoLines(Notation(), 19, 100).empty());
        QVERIFY(breakIntoLines(longSum(3000), 19, 400).size() > 900);
    }

    void aLabelFollowsItsWidth() {
        MathLabel label;
        QCOMPARE(label.heightForWidth(400), 0);
        label.setLines({step(), longSum(14)});
        QVERIFY(label.hasHeightForWidth());
        QVERIFY(label.heightForWidth(260) > label.heightForWidth(400));
        QVERIFY(label.heightForWidth(400) > label.heightForWidth(2000));
        QCOMPARE(label.accessibleName(), label.plainText());
        QVERIFY(label.plainText().startsWith(QStringLiteral("x̄ ← x̄ + v̄₃ · ∂v₃/∂x")));
    }

    void aLabelsLinksAreFollowed() {
        MathLabel label;
        label.setLines({row({linked(bar(linked(v(3), 8)), 7), relation("="), linked(number("1.5"), 9)})});
        label.resize(300, label.heightForWidth(300));
        QSignalSpy hovered(&label, &MathLabel::linkHovered);
        QSignalSpy activated(&label, &MathLabel::linkActivated);
        label.show();
        const QPoint first(8, label.height() / 2);
        QTest::mouseMove(&label, first);
        QCOMPARE(hovered.count(), 1);
        QCOMPARE(qvariant_cast<NodeId>(hovered[0][0]), NodeId(8));  // the innermost
        QCOMPARE(label.cursor().shape(), Qt::PointingHandCursor);
        QTest::mouseClick(&label, Qt::LeftButton, {}, first);
        QCOMPARE(activated.count(), 1);
        QTest::mouseMove(&label, QPoint(290, 5));
        QCOMPARE(qvariant_cast<NodeId>(hovered.last()[0]), NodeId());
        QTest::mouseClick(&label, Qt::LeftButton, {}, QPoint(290, 5));
        QCOMPARE(activated.count(), 1);
    }

    void aLabelIsCopied() {
        MathLabel label;
        label.setLines({row({symbol("x"), relation("="), number("2")}), row({relation("="), nested()})});
        label.copyAsLatex();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("x = 2 \\\\\n= \\frac{1 + \\frac{1}{x + 1}}{1 - x^{2}}"));
        QTest::keySequence(&label, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("x = 2\n= (1 + 1 / (x + 1)) / (1 − x²)"));
    }

private:
    std::vector<Notation> cases_;
};

QTEST_MAIN(NotationTest)
#include "tst_notation.moc"
