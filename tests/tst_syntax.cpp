// SPDX-License-Identifier: GPL-3.0-or-later
// Math notation, text in and text out: tests/data/syntax/*.txt hold what is typed (lines after "> ") and what is read:
// the tree, the inputs, and each fault with its kind, place (line:column), arguments and fixes. With BACKSTEP_UPDATE=1
// in the environment the expected lines are written anew.
#include <array>
#include <random>
#include <set>
#include <span>

#include <QDir>
#include <QFile>
#include <QTest>

#include "engine/engine.h"
#include "engine/run/refusals.h"
#include "engine/syntax/math_parser.h"
#include "engine/syntax/python_parser.h"

using namespace backstep;
using namespace Qt::StringLiterals;

namespace {

const QString kFolder = QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/syntax");

std::string place(const Source& source, Span span) {
    const auto text = [&](std::uint32_t at) {
        const Place p = source.placeOf(at);
        return std::to_string(p.line) + ":" + std::to_string(p.column);
    };
    return text(span.begin) + "-" + text(span.end);
}

std::string describe(const Source& source, const Diagnostic& d) {
    std::string out = std::string(d.isError() ? "error " : "warning ") + nameOf(d.kind) + " " + place(source, d.span);
    for (const std::string& argument : d.arguments) out += " [" + argument + "]";
    for (const Fix& fix : d.fixes) out += " fix " + place(source, fix.span) + " \"" + fix.text + "\"";
    return out + "\n";
}

// Faults of meaning are found at x = 0.5, where few functions are outside their domain.
Snapshot evaluated(const std::string& text) {
    Request request;
    request.text = text;
    request.inputs.otherwise = 0.5;
    request.check = false;
    return *evaluate(request);
}

std::string reading(const std::string& text) {
    const Snapshot s = evaluated(text);
    std::string out = toText(s.parsed.ast);
    if (s.ok()) {
        out += "inputs:";
        for (const NodeId id : s.recording.inputs) out += " " + s.recording.tape.nameOf(id);
        out += "\n";
    }
    for (const Diagnostic& d : s.diagnostics) out += describe(s.source, d);
    return out;
}

struct Case {
    std::string typed, expected;
};

std::vector<Case> casesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    std::vector<Case> cases;
    bool open = false;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("## ")) continue;
        if (line.startsWith("> ") || line == ">") {
            if (!open) cases.push_back({});
            else cases.back().typed += '\n';
            open = true;
            cases.back().typed += line.mid(2).toStdString();
        } else {
            open = false;
            if (!line.isEmpty() && !cases.empty()) cases.back().expected += line.toStdString() + "\n";
        }
    }
    return cases;
}

// The file again, with what is read now after each text that is typed; headings stay.
void rewrite(const QString& path) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    file.close();
    const std::vector<Case> cases = casesOf(path);
    QByteArray out;
    std::size_t at = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].startsWith("## ")) out += (out.isEmpty() ? "" : "\n") + lines[i] + "\n";
        if (!lines[i].startsWith("> ") && lines[i] != ">") continue;
        if (i == 0 || (!lines[i - 1].startsWith("> ") && lines[i - 1] != ">")) out += "\n";
        out += lines[i] + "\n";
        const bool last = i + 1 == lines.size() || (!lines[i + 1].startsWith("> ") && lines[i + 1] != ">");
        if (last) out += QByteArray::fromStdString(reading(cases[at++].typed));
    }
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(out);
}

std::vector<std::string> everythingTyped() {
    std::vector<std::string> texts;
    for (const QString& name : QDir(kFolder).entryList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
        for (const Case& c : casesOf(kFolder + u'/' + name)) texts.push_back(c.typed);
    }
    return texts;
}

std::vector<ExprId> childrenOf(const Ast& ast, ExprId id) {
    return std::visit(Overloaded{
                          [](const UnaryExpr& e) { return std::vector{e.operand}; },
                          [](const BinaryExpr& e) {
                              return std::vector{e.left, e.right};
                          },
                          [](const BoolExpr& e) {
                              return std::vector{e.left, e.right};
                          },
                          [](const CompareExpr& e) {
                              std::vector<ExprId> all{e.first};
                              all.insert(all.end(), e.rest.begin(), e.rest.end());
                              return all;
                          },
                          [](const CallExpr& e) {
                              std::vector<ExprId> all{e.callee};
                              all.insert(all.end(), e.arguments.begin(), e.arguments.end());
                              return all;
                          },
                          [](const ConditionalExpr& e) {
                              return std::vector{e.condition, e.whenTrue, e.whenFalse};
                          },
                          [](const auto&) { return std::vector<ExprId>(); },
                      },
                      ast.exprs[id].node);
}

bool inside(Span inner, Span outer) { return inner.begin >= outer.begin && inner.end <= outer.end && inner.begin <= inner.end; }

// Empty where the reading is sound: a tree or a fault that is said; every place inside the text, children inside parents.
std::string unsound(const std::string& text) {
    const Source source(text);
    const Parsed parsed = parseMath(source);
    const Span whole{0, static_cast<std::uint32_t>(text.size())};
    if (parsed.ast.body.empty() && parsed.diagnostics.empty()) return "neither a tree nor a fault";
    for (const Diagnostic& d : parsed.diagnostics) {
        if (!inside(d.span, whole)) return "a fault outside the text";
        for (const Fix& fix : d.fixes) {
            if (!inside(fix.span, whole)) return "a fix outside the text";
        }
    }
    for (const StmtId id : parsed.ast.body) {
        if (!inside(parsed.ast.stmts[id].span, whole)) return "a line outside the text";
    }
    for (std::size_t i = 0; i < parsed.ast.exprs.size(); ++i) {
        const ExprId id(i);
        if (!inside(parsed.ast.exprs[id].span, whole)) return "an expression outside the text";
        for (const ExprId child : childrenOf(parsed.ast, id)) {
            if (!inside(parsed.ast.exprs[child].span, parsed.ast.exprs[id].span))
                return "a child outside its parent in " + toText(parsed.ast, id);
        }
    }
    return {};
}

// Texts of tokens that belong together and of some that do not.
std::string randomText(std::mt19937& random) {
    static constexpr std::array kTokens{
        "x",     "y",    "a",    "b",       "e",    "π",  "x₁",  "xy",   "2",        "3.5",    "1e5",   ".5",    "0",      "+",
        "-",     "−",    "*",    "·",       "/",    "÷",  "^",   "**",   "²",        "⁻¹",     "(",     ")",     "[",      "]",
        "{",     "}",    "|",    "|",       "√",    "∛",  "sin", "sin ", "ln",       "log",    "log_2", "log_b", "max",    "where",
        "exp(",  "sin(", "f(",   "f(x) = ", "y = ", "=",  "==",  "<",    "≤",        ">",      "≠",     " if ",  " else ", " otherwise",
        " and ", " or ", "not ", ",",       ";",    "\n", " ",   "#",    ".",        "torch.", "np.",   "σ",     "?",      "“",
        "\\",    "х",    "（",   "）",      "１",   "∞",  "½",   "\xff", "\xe2\x88", "e−3",    "_1",    "'",     "d/dx"};
    std::string text;
    const auto length = std::uniform_int_distribution<int>(1, 24)(random);
    for (int i = 0; i < length; ++i) text += kTokens[std::uniform_int_distribution<std::size_t>(0, kTokens.size() - 1)(random)];
    return text;
}

}  // namespace

class TestSyntax : public QObject {
    Q_OBJECT

private slots:
    void what_is_typed_is_read_as_expected_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        for (const QString& name : QDir(kFolder).entryList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
            if (qEnvironmentVariableIsSet("BACKSTEP_UPDATE")) rewrite(kFolder + u'/' + name);
            for (const Case& c : casesOf(kFolder + u'/' + name)) {
                const QString typed = QString::fromStdString(c.typed);
                QTest::newRow(qPrintable(name + u": "_s + typed.left(40))) << typed << QString::fromStdString(c.expected);
            }
        }
    }
    void what_is_typed_is_read_as_expected() {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(reading(typed.toStdString())), expected);
    }

    void spaces_and_ends_of_line_of_any_system_are_read() {
        QCOMPARE(reading("\xEF\xBB\xBFu =\xC2\xA0x +\xE2\x80\xAF"
                         "1\r\nu^2\r\n"),
                 std::string("(set u (+ x 1))\n(^ u 2)\ninputs: x\n"));
        QCOMPARE(reading("\tx\xE2\x80\x8B+ 1 "), std::string("(+ x 1)\ninputs: x\n"));
    }

    void a_fix_removes_its_fault() {
        for (const std::string& text : everythingTyped()) {
            const Snapshot s = evaluated(text);
            for (const Diagnostic& d : s.diagnostics) {
                for (const Fix& fix : d.fixes) {
                    std::string mended = text;
                    mended.replace(fix.span.begin, fix.span.end - fix.span.begin, fix.text);
                    const Snapshot after = evaluated(mended);
                    const bool there = std::any_of(after.diagnostics.begin(), after.diagnostics.end(), [&](const Diagnostic& o) {
                        return o.kind == d.kind && o.span == d.span && o.arguments == d.arguments;
                    });
                    QVERIFY2(!there && mended != text, (text + " -> " + mended).c_str());
                }
            }
        }
    }

    // A kind of fault that is never given is one that nobody has seen work.
    void every_kind_of_fault_is_given() {
        std::set<std::string> given;
        const auto note = [&](const std::vector<Diagnostic>& diagnostics) {
            for (const Diagnostic& d : diagnostics) given.insert(nameOf(d.kind));
        };
        std::vector<std::string> texts = everythingTyped();
        std::string doubling = "f0(x) = x + x";  // each function calls the one before twice
        for (int i = 1; i < 20; ++i) {
            const std::string last = std::to_string(i - 1);
            doubling += "\nf" + std::to_string(i) + "(x) = f" + last + "(x) + f" + last + "(x)";
        }
        texts.insert(texts.end(), {std::string(kMaxFunctionText + 1, 'x'), std::string(300, '(') + "x", doubling + "\nf19(x)",
                                   "exp(2000*x)", "polygamma(0.5, x)"});
        for (const std::string& text : texts) note(evaluated(text).diagnostics);
        for (const char* program : {"%matplotlib inline\n", "import torch\ntorch.fft.fft(torch.ones(2))\n"}) {
            const ParsedProgram parsed = parsePython(Source(program));
            note(parsed.diagnostics);
            note(foreseenRefusals(parsed));
        }
        QStringList missing;
        for (const DiagnosticKind kind : {
#define DIAGNOSTIC(kind, severity) DiagnosticKind::kind,
#include "engine/text/diagnostic.def"
             })
            if (!given.contains(nameOf(kind))) missing << QString::fromLatin1(nameOf(kind));
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", "_s)));
    }

    void every_prefix_of_every_text_is_read_or_has_a_fault_that_is_placed() {
        const std::vector<std::string> texts = everythingTyped();
        QVERIFY(texts.size() >= 60);
        for (const std::string& text : texts) {
            for (std::size_t n = 0; n <= text.size(); ++n) {
                const std::string fault = unsound(text.substr(0, n));
                QVERIFY2(fault.empty(), (fault + ": " + text.substr(0, n)).c_str());
            }
        }
    }

    void random_texts_are_read_or_have_a_fault_that_is_placed() {
        std::mt19937 random(20230701);
        for (int i = 0; i < 20'000; ++i) {
            const std::string text = randomText(random);
            const std::string fault = unsound(text);
            QVERIFY2(fault.empty(), (fault + ": " + text).c_str());
            const Snapshot s = evaluated(text);
            QVERIFY2(s.ok() || hasErrors(s.diagnostics), ("neither a result nor an error: " + text).c_str());
        }
    }

    void a_long_row_of_one_token_is_refused_or_read_but_never_too_deep() {
        for (const char* token :
             {"-",        "(", "[",     "{",   "|", "√", "sin ", "x^", "not ", "x+", "x ", "x<", "x and ", "²", " ²", "x if x else ",
              "{x if x,", "9", "log_9", "1/2", "f("}) {
            std::string text = "x";
            while (text.size() + 20 < kMaxFunctionText) text += token;
            const std::string fault = unsound(text);
            QVERIFY2(fault.empty(), (fault + ": " + token).c_str());
            QVERIFY(evaluated(text + "x").parsed.ast.exprs.size() <= text.size() + 2);
        }
    }
};

QTEST_APPLESS_MAIN(TestSyntax)
#include "tst_syntax.moc"
