// SPDX-License-Identifier: GPL-3.0-or-later
// Programs, text in and text out: tests/data/python_syntax/*.txt hold what is typed (lines after "> ") and what CPython 3.11
// says of it: OK, or the type of the error, its line and offset, and its words. In trees.txt it is the tree instead, which
// was compared with that of Python's own `ast` module.
#include <random>

#include <QDir>
#include <QFile>
#include <QTest>

#include "engine/syntax/python_parser.h"
#include "engine/text/pylexer_unicode.h"

using namespace backstep;
using namespace Qt::StringLiterals;

namespace {

const QString kFolder = QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/python_syntax");

std::string reading(const std::string& text, bool tree) {
    const ParsedProgram parsed = parsePython(Source(text));
    if (parsed.limit) return "limit\n";
    if (!parsed.fault) return tree ? toText(parsed.ast) : "OK\n";
    const SyntaxFault& f = *parsed.fault;
    return f.type + " " + std::to_string(f.line) + ":" + std::to_string(f.column) + " " + f.message + "\n";
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

std::vector<std::string> everythingTyped() {
    std::vector<std::string> texts;
    for (const QString& name : QDir(kFolder).entryList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
        for (const Case& c : casesOf(kFolder + u'/' + name)) texts.push_back(c.typed);
    }
    return texts;
}

// Empty where the reading is sound: a tree, a fault or a limit, and every place inside the text.
std::string unsound(const std::string& text) {
    const ParsedProgram parsed = parsePython(Source(text));
    const auto inside = [&](Span span) { return span.begin <= span.end && span.end <= text.size() + 1; };
    if (parsed.fault && !inside(parsed.fault->span)) return "a fault outside the text";
    if (parsed.fault && parsed.fault->message.empty()) return "a fault without words";
    if (!parsed.ok()) return {};
    for (const Stmt& s : parsed.ast.stmts) {
        if (!inside(s.span)) return "a statement outside the text";
    }
    for (const Expr& e : parsed.ast.exprs) {
        if (!inside(e.span)) return "an expression outside the text";
    }
    return {};
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

std::string indented(int levels) {
    std::string out;
    for (int i = 0; i < levels; ++i) out += std::string(static_cast<std::size_t>(i), ' ') + "if x:\n";
    return out + std::string(static_cast<std::size_t>(levels), ' ') + "pass\n";
}

std::string sliceOf(const std::string& text, Span span) { return text.substr(span.begin, span.end - span.begin); }

}  // namespace

class TestPythonSyntax : public QObject {
    Q_OBJECT

private slots:
    void a_program_is_read_as_python_reads_it_data() {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<bool>("tree");
        for (const QString& name : QDir(kFolder).entryList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
            int number = 0;
            for (const Case& c : casesOf(kFolder + u'/' + name)) {
                const QByteArray tag = name.toUtf8() + " " + QByteArray::number(++number) + ": " +
                                       QByteArray::fromStdString(c.typed).replace('\n', " ").left(60);
                QTest::newRow(tag.constData()) << QByteArray::fromStdString(c.typed) << QByteArray::fromStdString(c.expected)
                                               << (name == u"trees.txt");
            }
        }
    }
    void a_program_is_read_as_python_reads_it() {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, expected);
        QFETCH(bool, tree);
        QCOMPARE(QByteArray::fromStdString(reading(typed.toStdString(), tree)), expected);
    }

    void every_beginning_of_a_program_has_a_tree_or_a_fault() {
        for (const std::string& text : everythingTyped()) {
            for (std::size_t n = 0; n <= text.size(); ++n) QCOMPARE(QByteArray::fromStdString(unsound(text.substr(0, n))), QByteArray());
        }
    }

    void garbled_programs_have_a_tree_or_a_fault() {
        std::mt19937 random(7);
        const std::vector<std::string> texts = everythingTyped();
        const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
        for (int i = 0; i < 8000; ++i) {
            const std::string& a = texts[below(texts.size())];
            const std::string& b = texts[below(texts.size())];
            std::string text = a.substr(0, below(a.size() + 1)) + b.substr(below(b.size() + 1));
            if (!text.empty() && i % 2 == 0) text[below(text.size())] = static_cast<char>(below(256));
            const std::string fault = unsound(text);
            QVERIFY2(fault.empty(), (fault + " in " + text).c_str());
        }
    }

    void ends_of_lines_of_every_system_are_read() {
        const std::string tree = toText(parsePython(Source("if a:\n  b = 'x\\\ny'\nc\n")).ast);
        QCOMPARE(toText(parsePython(Source("if a:\r\n  b = 'x\\\r\ny'\r\nc\r\n")).ast), tree);
        QCOMPARE(toText(parsePython(Source("if a:\r  b = 'x\\\ry'\rc\r")).ast), tree);
        QCOMPARE(toText(parsePython(Source("\xEF\xBB\xBFif a:\n  b = 'x\\\ny'\nc")).ast), tree);
        QCOMPARE(toText(parsePython(Source("s = '''a\r\nb'''\n")).ast), std::string("(= s \"a\\nb\")\n"));
        QCOMPARE(reading("a = 1\r\nb = (1 2)\r\n", false), std::string("SyntaxError 2:6 invalid syntax. Perhaps you forgot a comma?\n"));
        QCOMPARE(reading("\fx = 1\n\f\n  \f y = 2\n", false), std::string("IndentationError 3:4 unexpected indent\n"));
    }

    void names_are_folded_as_python_folds_them() {
        QCOMPARE(toText(parsePython(Source("𝑥 = ｙ１")).ast), std::string("(= x y1)\n"));
        QVERIFY(parsePython(Source("é = 变量 = Привет")).unsupported.empty());
        const ParsedProgram parsed = parsePython(Source("ﬁ = 1"));
        QVERIFY(parsed.ok() && parsed.unsupported.size() == 1);
        QVERIFY(!parsed.unsupported[0].inTree);
        QVERIFY(isNameStart(U'ß') && !isNameStart(U'3') && isNamePart(U'3') && !isNamePart(U'−') && !isPrintable(0xA0) &&
                isPrintable(U'é'));
    }

    void magics_are_accepted_with_a_note() {
        const std::string text = "%matplotlib inline\nimport a\nif x:\n    !pip install y\n    z = 1 \\\n  % 2\n%%time\n";
        const ParsedProgram parsed = parsePython(Source(text));
        QVERIFY(parsed.ok());
        QCOMPARE(
            toText(parsed.ast),
            std::string(
                "(magic \"%matplotlib inline\")\n(import a)\n(if x {(magic \"!pip install y\"); (= z (% 1 2))})\n(magic \"%%time\")\n"));
        QCOMPARE(parsed.diagnostics.size(), std::size_t{3});
        QVERIFY(parsed.diagnostics[1].kind == DiagnosticKind::MagicLine && !parsed.diagnostics[1].isError());
        QCOMPARE(sliceOf(text, parsed.diagnostics[1].span), std::string("!pip install y"));
        // What %time measures runs.
        const std::string timed = "%time y = f(x)\nif y:\n    %time  z = 1\n%timeit y\n%time\n%time # all\n";
        const ParsedProgram runs = parsePython(Source(timed));
        QVERIFY(runs.ok());
        QCOMPARE(toText(runs.ast), std::string("(magic \"%time\")\n(= y (call f x))\n(if y {(magic \"%time\"); (= z 1)})\n(magic \"%timeit "
                                               "y\")\n(magic \"%time\")\n(magic \"%time # all\")\n"));
        QCOMPARE(sliceOf(timed, runs.diagnostics[1].span), std::string("%time"));
    }

    void what_is_unsupported_is_named_where_it_stands() {
        const std::string text = "x = b'a' 'b'[0:0]\n";
        QCOMPARE(reading(text, false), std::string("SyntaxError 1:13 cannot mix bytes and nonbytes literals\n"));
        const std::string program =
            "x = b'a' + 2j\nasync def f():\n    await g()\nmatch x:\n    case 1:\n        pass\ntry:\n    a\nexcept* B:\n    c\ns = "
            "'\\N{BULLET}'\n";
        const ParsedProgram parsed = parsePython(Source(program));
        QVERIFY(parsed.ok());
        std::string all;
        for (const UnsupportedSyntax& u : parsed.unsupported) all += u.what + ": " + sliceOf(program, u.span).substr(0, 9) + "; ";
        QCOMPARE(all, std::string("bytes: b'a'; complex numbers: 2j; await: await g(); async def: async def; match: match x:\n; except*: "
                                  "try:\n    ; \\N{…} in a string: '\\N{BULLE; "));
        QCOMPARE(toText(parsed.ast),
                 std::string("(= x (+ <bytes> <complex numbers>))\n<async def>\n<match>\n<except*>\n(= s <\\N{…} in a string>)\n"));
    }

    void what_python_warns_of_is_said_in_its_words() {
        const auto said = [](const std::string& text) {
            std::string all;
            for (const SyntaxWarning& w : parsePython(Source(text)).warnings) all += std::to_string(w.line) + " " + w.message + "\n";
            return all;
        };
        QCOMPARE(said("x is None\nx is 1\nx is not -1.5\nx is ()\n"),
                 std::string("2 \"is\" with a literal. Did you mean \"==\"?\n3 \"is not\" with a literal. Did you mean \"!=\"?\n4 \"is\" "
                             "with a literal. Did you mean \"==\"?\n"));
        QCOMPARE(said("x = [[1, 2]\n     [3, 4]]\n"),
                 std::string("1 list indices must be integers or slices, not tuple; perhaps you missed a comma?\n"));
        QCOMPARE(
            said("assert (x, 'm')\nx = [(1, 2)\n(3, 4)]\nNone[0]; (lambda: 1)()\n"),
            std::string(
                "1 assertion is always true, perhaps remove parentheses?\n2 'tuple' object is not callable; perhaps you missed a comma?\n"
                "4 'NoneType' object is not subscriptable; perhaps you missed a comma?\n"));
    }

    void a_sign_at_the_start_of_a_line_need_not_be_a_magic() {
        QCOMPARE(reading("!8Of\n", false), std::string("SyntaxError 1:2 invalid decimal literal\n"));
        QCOMPARE(reading("x = 1\n% 2\n", false), std::string("SyntaxError 2:1 invalid syntax\n"));
        QCOMPARE(reading("!ls\n% time x\n!! ./a\n", false), std::string("OK\n"));
    }

    void a_faulty_match_statement_is_said() {
        QCOMPARE(reading("match x:\n case 1 + y:\n  pass\n", false), std::string("SyntaxError 2:11 invalid syntax\n"));
        QCOMPARE(reading("match = 1\nmatch[0]: int\nmatch (x)\n", false), std::string("OK\n"));
    }

    void limits_are_met_before_the_text_is_read() {
        using Kind = TextLimit::Kind;
        const auto limitOf = [](const std::string& text) { return parsePython(Source(text)).limit; };
        QVERIFY(limitOf(std::string(kMaxProgramText + 1, '\n'))->kind == Kind::Text);
        QVERIFY(!limitOf(std::string(kMaxProgramText, '\n')));
        const auto line = limitOf("x\n# " + std::string(10'000, 'y'));
        QVERIFY(line->kind == Kind::Line && line->span == (Span{10'002, 10'003}));
        QVERIFY(!limitOf("# " + repeated("é", 9'998)));
        QVERIFY(limitOf("x = " + repeated("not ", 2'000) + "1")->kind == Kind::Tree);
        QVERIFY(limitOf("x" + repeated("()", 1'200))->kind == Kind::Tree);
        QVERIFY(limitOf("x = " + repeated("lambda: ", 500) + "1")->kind == Kind::Tree);
        QVERIFY(!limitOf("x = " + repeated("1 + ", 990) + "1"));
        QVERIFY(parsePython(Source(repeated("if x: pass\nelif y: pass\n", 1) + repeated("elif y: pass\n", 15'000))).ok());
    }

    void nesting_is_bounded_as_in_python() {
        QVERIFY(parsePython(Source("x = " + std::string(200, '(') + "1" + std::string(200, ')'))).ok());
        const auto deep = parsePython(Source("x = " + std::string(201, '(') + "1" + std::string(201, ')'))).fault;
        QCOMPARE(deep->message, std::string("too many nested parentheses"));
        QVERIFY(deep->limit && deep->column == 205);
        QVERIFY(parsePython(Source(indented(99))).ok());
        const auto blocks = parsePython(Source(indented(100))).fault;
        QCOMPARE(blocks->type + ": " + blocks->message, std::string("IndentationError: too many levels of indentation"));
        QVERIFY(blocks->limit && blocks->line == 101);
        QCOMPARE(
            reading("x = " + std::string(4301, '9'), false),
            std::string("SyntaxError 1:0 Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use "
                        "sys.set_int_max_str_digits() "
                        "to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.\n"));
    }

    void every_character_is_coloured_or_white_space() {
        for (const std::string& text : everythingTyped()) {
            const std::vector<Coloured> colours = colourPython(Source(text));
            std::uint32_t at = 0;
            for (std::size_t i = 0; i <= colours.size(); ++i) {
                const std::uint32_t next = i < colours.size() ? colours[i].span.begin : static_cast<std::uint32_t>(text.size());
                QVERIFY2(at <= next, text.c_str());
                for (; at < next; ++at)
                    QVERIFY2(std::string_view(" \t\n\r\f\\").find(text[at]) != std::string_view::npos,
                             (text + " at " + std::to_string(at)).c_str());
                if (i < colours.size()) at = colours[i].span.end;
            }
        }
    }

    void a_token_has_the_class_of_its_kind() {
        const std::string text = "def f(x):  # note\n    return 'a' + 0x1F $ “\n%time\n'open\n";
        std::string all;
        for (const Coloured& c : colourPython(Source(text))) {
            constexpr std::string_view kClasses = "PNDTOKCF";
            if (c.cls != TokenClass::Plain)
                all += std::string(1, kClasses[static_cast<std::size_t>(c.cls)]) + ":" + sliceOf(text, c.span) + " ";
        }
        QCOMPARE(all, std::string("K:def N:f N:x C:# note K:return T:'a' O:+ D:0x1F F:$ F:“ C:%time T:'open "));
    }
};

QTEST_APPLESS_MAIN(TestPythonSyntax)
#include "tst_python_syntax.moc"
