// SPDX-License-Identifier: GPL-3.0-or-later
// Programs on our machine against CPython 3.11: what they print, the tracebacks they end with, and what the machine tells
// those who watch. The expected text is CPython's own (its ^^^ lines left out).
#define QT_NO_KEYWORDS  // the engine has members called slots
#include <atomic>
#include <thread>

#include <QDir>
#include <QFile>
#include <QTest>

#include "engine/modules/modules.h"
#include "engine/python/compiler.h"
#include "engine/python/interpreter.h"
#include "engine/syntax/python_parser.h"

using namespace Qt::StringLiterals;
using namespace backstep;
using namespace backstep::python;

namespace {

QString data(const QString& name) { return QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/machine/") + name; }

QString read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// What the program prints, and behind it the traceback that it ends with.
QString shown(const QString& program, const std::string& name = "main.py") {
    Interpreter vm;
    std::string out;
    vm.setOutput([&](std::string_view text) { out += text; });
    const Outcome outcome = vm.run(Source(program.toStdString(), name), name);
    if (outcome.error) out += vm.tracebackText(*outcome.error);
    return QString::fromStdString(out);
}

void compare(const QString& got, const QString& expected) {
    const QStringList a = got.split(u'\n'), b = expected.split(u'\n');
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (a[i] != b[i]) QFAIL(qPrintable(u"line %1: got\n%2\nexpected\n%3"_s.arg(i + 1).arg(a[i], b[i])));
    }
    QCOMPARE(a.size(), b.size());
}

// Writes down what it is told, one word or two a line.
class Witness : public Observer {
public:
    explicit Witness(std::string text) : source_(std::move(text)) {}
    void lineRun(Span span) override { tell("line", span); }
    void nameBound(std::string_view name, const Value& value, Span, bool global) override {
        said += std::string(global ? "global " : "local ") + std::string(name) + " = " +
                (value.is<Function>() ? "<function>" : Interpreter::current().repr(value)) + "\n";
    }
    void branchTaken(Span span, bool truth) override { tell(truth ? "true" : "false", span); }
    void iterationBegun(Span span, std::int64_t turn) override { tell(("turn " + std::to_string(turn)).c_str(), span); }
    void callEntered(const Function& f, Span span) override { tell(("enter " + f.name->text).c_str(), span); }
    void callLeft(const Function& f, const Value& result) override {
        said += "leave " + f.name->text + (result.isEmpty() ? "" : " " + Interpreter::current().repr(result)) + "\n";
    }
    void printed(std::string_view text) override { said += "print " + std::string(text); }
    void echoed(const Value&, std::string_view repr, Span) override { said += "echo " + std::string(repr) + "\n"; }
    void raised(const Exception& error, Span span) override { tell(("raise " + error.type->name).c_str(), span); }
    std::string said;

private:
    void tell(const char* what, Span span) { said += std::string(what) + " `" + std::string(source_.slice(span)) + "`\n"; }
    Source source_;
};

}  // namespace

class TestPython : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsWhatPythonPrints_data();
    void printsWhatPythonPrints();
    void endsWithPythonsTraceback_data();
    void endsWithPythonsTraceback();
    void refusesWhatPythonsCompilerRefuses_data();
    void refusesWhatPythonsCompilerRefuses();
    void noProgramCatchesALimit_data();
    void noProgramCatchesALimit();
    void stopsWhenItIsTold();
    void refusesByNameAndPlace();
    void tellsWhoWatches();
    void namesTheUsersLineWhenAPreludeFails();
    void keepsQuietAboutPreludes();
    void callsFromOutside();
    void severalInterpretersStandSideBySide();
    void allOfThePreludesCompiles();
    void lateFunctionsAreWhatOthersAre();
};

void TestPython::printsWhatPythonPrints_data() {
    QTest::addColumn<QString>("name");
    for (const QFileInfo& file : QDir(data({})).entryInfoList({u"*.py"_s}, QDir::Files, QDir::Name)) {
        QTest::newRow(qPrintable(file.completeBaseName())) << file.completeBaseName();
    }
}

void TestPython::printsWhatPythonPrints() {
    QFETCH(QString, name);
    compare(shown(read(data(name + u".py"_s))), read(data(name + u".expected"_s)));
}

// Blocks of "=== name", the program, "---", what python3 printed.
void TestPython::endsWithPythonsTraceback_data() {
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("expected");
    for (const QString& block : read(data(u"tracebacks.txt"_s)).split(u"=== "_s, Qt::SkipEmptyParts)) {
        const qsizetype line = block.indexOf(u'\n'), middle = block.indexOf("\n---\n"_L1);
        QTest::newRow(qPrintable(block.left(line))) << block.mid(line + 1, middle - line) << block.mid(middle + 5);
    }
}

void TestPython::endsWithPythonsTraceback() {
    QFETCH(QString, program);
    QFETCH(QString, expected);
    compare(shown(program), expected);
}

void TestPython::refusesWhatPythonsCompilerRefuses_data() {
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("line");
    const auto row = [](const char* program, const char* message, int line) {
        QTest::newRow(message) << QString::fromUtf8(program) << QString::fromUtf8(message) << line;
    };
    row("x = 1\nreturn x\n", "'return' outside function", 2);
    row("def f():\n    x = 1\n    global x\n", "name 'x' is assigned to before global declaration", 3);
    row("def f():\n    print(x)\n    global x\n", "name 'x' is used prior to global declaration", 3);
    row("def f(x):\n    global x\n", "name 'x' is parameter and global", 2);
    row("nonlocal x\n", "nonlocal declaration not allowed at module level", 1);
    row("def f():\n    nonlocal x\n", "no binding for nonlocal 'x' found", 2);
    row("def f(a, b, a): pass\n", "duplicate argument 'a' in function definition", 1);
    row("if 1:\n    break\n", "'break' outside loop", 2);
    row("def f():\n    continue\n", "'continue' not properly in loop", 2);
    row("yield 1\n", "'yield' outside function", 1);
    row("def f():\n    from math import *\n", "import * only allowed at module level", 2);
}

void TestPython::refusesWhatPythonsCompilerRefuses() {
    QFETCH(QString, program);
    QFETCH(QString, message);
    QFETCH(int, line);
    Interpreter vm;
    const Outcome outcome = vm.run(Source(program.toStdString()));
    QVERIFY(outcome.error);
    QCOMPARE(QString::fromStdString(vm.errorText(*outcome.error)), u"SyntaxError: "_s + message);
    QCOMPARE(int(vm.lineOf(*outcome.error)), line);
}

void TestPython::noProgramCatchesALimit_data() {
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("limit");
    const auto row = [](const char* body, Limit limit) { QTest::newRow(body) << QString::fromUtf8(body) << int(limit); };
    row("while True: pass", Limit::Steps);
    row("while 1: x = [i for i in range(100)]", Limit::Steps);
    row("[0 for i in range(10**9) if 0]", Limit::Steps);
    row("for i in range(10**18): pass", Limit::Steps);
    row("def f(): f()\n    while 1:\n        try: f()\n        except RecursionError: pass", Limit::Steps);
    row("def g():\n        while 1: yield\n    for x in g(): pass", Limit::Steps);
    row("x = [0] * 10**7", Limit::Elements);
    row("x = []\n    while 1: x += [1] * 1000", Limit::Elements);
    row("x = dict.fromkeys(range(10**7))", Limit::Elements);
    row("x = set(range(10**7))", Limit::Elements);
    row("x = 'a' * 10**8", Limit::StringBytes);
    row("x = 'a'\n    while 1: x += x", Limit::StringBytes);
    row("x = []\n    while 1: x.append('a' * 10**6)", Limit::Memory);
    row("x = 10 ** 10 ** 10", Limit::Digits);
    row("x = 7\n    while 1: x = x * x", Limit::Digits);
    row("x = 1 << 10**9", Limit::Digits);
    row("while 1: raise ValueError", Limit::Other);  // caught, and so no limit: see below
}

void TestPython::noProgramCatchesALimit() {
    QFETCH(QString, body);
    QFETCH(int, limit);
    const QString program = u"try:\n    %1\nexcept BaseException as e:\n    print('caught')\nfinally:\n    print('finally')\n"_s.arg(body);
    Interpreter vm;
    QString out;
    vm.setOutput([&](std::string_view text) { out += QString::fromUtf8(text.data(), qsizetype(text.size())); });
    if (limit == int(Limit::Other)) {
        QVERIFY(!vm.run(Source(program.toStdString())).error);
        QCOMPARE(out, u"caught\nfinally\n"_s);
        return;
    }
    try {
        vm.run(Source(program.toStdString()));
        QFAIL("it came to an end");
    } catch (const LimitReached& reached) {
        QCOMPARE(int(reached.limit), limit);
        QVERIFY(reached.line >= 2);
        QVERIFY(!reached.message.empty());
    }
    QCOMPARE(out, QString());
}

void TestPython::stopsWhenItIsTold() {
    Limits limits;
    limits.steps = 1'000'000'000'000;
    Interpreter vm(limits);
    std::atomic<bool> stop = false;
    vm.setStop(&stop);
    const std::jthread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        stop = true;
    });
    QVERIFY_THROWS_EXCEPTION(Interrupted, vm.run(Source("while True:\n    try:\n        while True: pass\n    except:\n        pass\n")));
}

void TestPython::refusesByNameAndPlace() {
    Interpreter vm;
    try {
        vm.run(Source("x = 1\ntry:\n    import os\nexcept:\n    x = 2\n"));
        QFAIL("it ran");
    } catch (const Unsupported& refused) {
        QCOMPARE(QString::fromStdString(refused.what), u"the module os"_s);
        QCOMPARE(refused.line, 3U);
        QCOMPARE(refused.span, (Span{15, 24}));
    }
    QCOMPARE(vm.mainModule().fields->find(vm.intern("x"))->integer(), 1);
}

void TestPython::tellsWhoWatches() {
    const std::string program =
        "def f(n):\n    m = n + 1\n    return m\nx = f(1)\nfor i in range(2):\n    if i: print(i)\nx\n"
        "while x and x < 3:\n    x += 1\ntry:\n    1 / 0\nexcept ZeroDivisionError as e:\n    pass\nif x > 9: pass\n";
    Interpreter vm;
    Witness witness(program);
    vm.setObserver(&witness);
    QVERIFY(!vm.run(Source(program)).error);
    compare(QString::fromStdString(witness.said), read(data(u"witness.txt"_s)));
}

void TestPython::namesTheUsersLineWhenAPreludeFails() {
    Interpreter vm;
    vm.addPrelude("helper", "def divide(a, b):\n    return a / b\ndef apply(f, x): return f(x)\n");
    const Outcome outcome = vm.run(Source("import helper\nprint(1)\nhelper.divide(1, 0)\n"));
    QVERIFY(outcome.error);
    QCOMPARE(vm.lineOf(*outcome.error), 3U);
    QCOMPARE(QString::fromStdString(vm.tracebackText(*outcome.error)),
             u"Traceback (most recent call last):\n  File \"main.py\", line 3, in <module>\n    helper.divide(1, 0)\n"
             "ZeroDivisionError: division by zero\n"_s);
}

void TestPython::keepsQuietAboutPreludes() {
    const std::string program = "import helper\nhelper.twice(f := lambda: 5)\n";
    Interpreter vm;
    vm.addPrelude("helper", "count = 0\ndef twice(f):\n    global count\n    count += 1\n    for i in range(2): f()\n");
    Witness witness(program);
    vm.setObserver(&witness);
    QVERIFY(!vm.run(Source(program)).error);
    QVERIFY(!QString::fromStdString(witness.said).contains(u"count"));
    QCOMPARE(QString::fromStdString(witness.said).count(u"line `"_s), 2);
}

void TestPython::callsFromOutside() {
    Interpreter vm;
    QVERIFY(
        !vm
             .run(Source(
                 "def f(a, *b, k=2):\n    return a + sum(b) * k\nclass A:\n    v = 3\n    def __add__(self, o): return o * 2\na = A()\n"))
             .error);
    const auto global = [&](const char* name) { return *vm.mainModule().fields->find(vm.intern(name)); };
    QCOMPARE(vm.call(global("f"), {Value(1), Value(2), Value(3)}).integer(), 11);
    const std::array<Value, 2> arguments{Value(1), Value(2)};
    const std::array<std::pair<std::string_view, Value>, 1> keywords{{{"k", Value(10)}}};
    QCOMPARE(vm.call(global("f"), arguments, keywords).integer(), 21);
    QCOMPARE(vm.getAttribute(global("a"), "v").integer(), 3);
    QCOMPARE(vm.binary(BinaryOp::Add, global("a"), Value(4)).integer(), 8);
    QVERIFY_THROWS_EXCEPTION(PythonError, vm.call(global("f")));
    QVERIFY_THROWS_EXCEPTION(PythonError, vm.getAttribute(global("a"), "w"));
    vm.setAttribute(global("a"), "w", vm.text("x"));
    QCOMPARE(QString::fromStdString(vm.repr(vm.getAttribute(global("a"), "w"))), u"'x'"_s);
}

void TestPython::severalInterpretersStandSideBySide() {
    Interpreter outer;
    QVERIFY(!outer.run(Source("x = [1, 2]\n")).error);
    {
        Interpreter inner;
        QVERIFY(!inner.run(Source("x = {'a': [1] * 100}\ny = x\nx['self'] = x\n")).error);
    }
    QVERIFY(!outer.run(Source("x.append(3)\nassert x == [1, 2, 3]\n")).error);
    std::thread([] {
        Interpreter other;
        other.run(Source("z = 10 ** 50\n"));
    }).join();
    QVERIFY(!outer.run(Source("assert len(x) == 3\n")).error);
}

// A function of a prelude is compiled when it is first called: what no test calls must be right, too.
void TestPython::allOfThePreludesCompiles() {
    Interpreter vm;
    for (const modules::Prelude& prelude : modules::preludes()) {
        auto script = std::make_shared<Script>();
        script->source = Source(prelude.text, prelude.name);
        const ParsedProgram parsed = parsePython(script->source);
        QVERIFY2(!parsed.fault && !parsed.limit, prelude.name);
        try {
            QVERIFY(compile(vm, parsed.ast, script));
        } catch (const CompileFault& fault) {
            QFAIL((std::string(prelude.name) + ": " + fault.message).c_str());
        }
    }
}

// Recursion, closures, generators and methods of functions that are compiled late.
void TestPython::lateFunctionsAreWhatOthersAre() {
    Interpreter vm;
    vm.addPrelude("late", R"(
def factorial(n):
    return 1 if n == 0 else n * factorial(n - 1)

def counter(start=1, *, step=1):
    """Counts."""
    def next_one():
        nonlocal start
        start += step
        return start
    return next_one

def squares(n):
    for i in range(n):
        yield i * i

class Pair:
    def __init__(self, *parts, **named):
        self.__parts = parts, named
    def both(self):
        return [p for p in self.__parts[0]], {k: (lambda v=v: v)() for k, v in self.__parts[1].items()}
)");
    const auto outcome = vm.run(Source(R"(
from late import factorial, counter, squares, Pair
assert factorial(10) == 3628800
c = counter(5, step=2)
assert (c(), c()) == (7, 9) and counter.__doc__ == 'Counts.' and counter.__name__ == 'counter'
assert list(squares(4)) == [0, 1, 4, 9]
assert Pair(1, 2, a=3).both() == ([1, 2], {'a': 3})
try:
    factorial()
except TypeError as e:
    assert str(e) == "factorial() missing 1 required positional argument: 'n'", e
)"));
    QVERIFY2(!outcome.error, outcome.error ? "the program failed" : "");
}

QTEST_GUILESS_MAIN(TestPython)
#include "tst_python.moc"
