// SPDX-License-Identifier: GPL-3.0-or-later
// Errors explained: tests/data/explain/*.txt hold programs (lines after "> ") that end with an error, its kind, what is said
// of it, and each fix with how the mended program ends. With BACKSTEP_UPDATE=1 in the environment that is written anew.
#include <set>

#include <QDir>
#include <QFile>
#include <QTest>

#include "engine/run/explain.h"
#include "engine/run/program.h"
#include "widgets/programwords.h"

using namespace backstep;
using namespace Qt::StringLiterals;

namespace {

const QString kFolder = QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/explain");

struct Ran {
    Source source;
    ParsedProgram parsed;
    ProgramRun run;
    std::optional<ErrorExplanation> explained;
    [[nodiscard]] const std::optional<ProgramError>& error() const { return run.report.error; }
};

Ran ranOf(const std::string& text) {
    Ran ran{Source(text, "program.py"), {}, {}, {}};
    ran.parsed = parsePython(ran.source);
    ProgramOptions options;
    options.limits.steps = 20'000;
    ran.run = runProgram(ran.source, ran.parsed, options);
    ran.explained = explainError({ran.source, ran.parsed, ran.run.recording, ran.run.report});
    return ran;
}

std::string endOf(const Ran& ran) {
    if (!ran.error()) return "ends well";
    return ran.error()->type + " in line " + std::to_string(ran.error()->line);
}

// The error is gone, or it is another one, or it is the same one further on.
bool cured(const Ran& before, const Ran& after) {
    if (!after.error()) return true;
    const ProgramError& a = *before.error();
    const ProgramError& b = *after.error();
    // A line that the fix put in above moves the rest down.
    const auto lines = [](const Ran& r) { return std::count(r.source.text().begin(), r.source.text().end(), '\n'); };
    const auto moved = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(0, lines(after) - lines(before)));
    if (b.line > a.line + moved) return true;
    return b.line >= a.line && (b.type != a.type || b.message != a.message);
}

std::string describedText(const std::string& text) {
    const Ran ran = ranOf(text);
    if (!ran.error() || !ran.explained) return "no error\n";
    std::string out = std::string(nameOf(ran.explained->kind)) + ", " + endOf(ran) + "\n";
    for (const QString& line : errorWords(*ran.explained).split(u'\n', Qt::SkipEmptyParts)) out += "help: " + line.toStdString() + "\n";
    for (const ErrorFix& fix : ran.explained->fixes) {
        const Ran after = ranOf(applied(fix, text));
        out += "fix: " + errorFixTitle(fix).toStdString() + " -> " + endOf(after) + (cured(ran, after) ? "" : ", NOT CURED") + "\n";
    }
    return out;
}

struct Case {
    std::string title, program, expected;
};

std::vector<Case> casesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    std::vector<Case> cases;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("## ")) cases.push_back({line.mid(3).toStdString(), {}, {}});
        else if (cases.empty() || line.isEmpty()) continue;
        else if (line.startsWith("> ") || line == ">") cases.back().program += line.mid(2).toStdString() + "\n";
        else cases.back().expected += line.toStdString() + "\n";
    }
    return cases;
}

QStringList files() { return QDir(kFolder).entryList({u"*.txt"_s}, QDir::Files, QDir::Name); }

std::string readText(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

}  // namespace

class TestExplain : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (qEnvironmentVariableIsEmpty("BACKSTEP_UPDATE")) return;
        for (const QString& name : files()) {
            std::string out;
            for (const Case& c : casesOf(kFolder + u'/' + name)) {
                out += (out.empty() ? "## " : "\n## ") + c.title + "\n";
                std::string line;
                for (const char ch : c.program) {
                    if (ch == '\n') out += (line.empty() ? ">" : "> " + line) + "\n", line.clear();
                    else line += ch;
                }
                out += describedText(c.program);
            }
            QFile file(kFolder + u'/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray::fromStdString(out));
        }
    }

    void an_error_is_explained_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("expected");
        for (const QString& name : files()) {
            for (const Case& c : casesOf(kFolder + u'/' + name)) {
                QTest::addRow("%s: %s", qPrintable(name), c.title.c_str())
                    << QString::fromStdString(c.program) << QString::fromStdString(c.expected);
            }
        }
    }
    void an_error_is_explained() {
        QFETCH(QString, program);
        QFETCH(QString, expected);
        const std::string text = describedText(program.toStdString());
        QCOMPARE(QString::fromStdString(text), expected);
        QVERIFY(!expected.contains(u"NOT CURED"_s));
        QVERIFY(!expected.contains(u"no error"_s));
        QVERIFY2(expected.contains(u"help: "_s), "nothing is said");
    }

    // Programs with errors of all kinds that others wrote.
    void every_error_of_the_corpus_is_explained_and_every_fix_cures() {
        QDir shared(QStringLiteral(BACKSTEP_SHARED_DIR));
        if (!shared.exists()) QSKIP("no corpus here");
        QStringList paths;
        for (const QString& name : QDir(shared.filePath(u"data/programs"_s)).entryList({u"*.py"_s}, QDir::Files, QDir::Name))
            paths << shared.filePath(u"data/programs/"_s + name);
        for (const QString& name : QDir(shared.filePath(u"hostile"_s)).entryList({u"prog_*.txt"_s}, QDir::Files, QDir::Name))
            paths << shared.filePath(u"hostile/"_s + name);
        QStringList wrong;
        for (const QString& path : paths) {
            if (path.contains(u"stop_inside_kernel"_s)) continue;  // works for as long as it may
            const std::string text = readText(path);
            const Ran ran = ranOf(text);
            if (!ran.error()) continue;
            const QString name = path.section(u'/', -1);
            if (!ran.explained || ran.explained->kind == ExplanationKind::Unexplained)
                wrong << name + u": unexplained: "_s + QString::fromStdString(ran.error()->message);
            else if (errorWords(*ran.explained).isEmpty()) wrong << name + u": nothing said"_s;
            if (!ran.explained) continue;
            for (const ErrorFix& fix : ran.explained->fixes) {
                if (!cured(ran, ranOf(applied(fix, text)))) wrong << name + u": not cured by "_s + errorFixTitle(fix);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    // A kind that no program above ends with is one that nobody has seen explained; so with the fixes.
    void every_kind_of_error_and_of_fix_is_shown() {
        std::set<std::string> kinds, fixes;
        for (const QString& name : files()) {
            for (const Case& c : casesOf(kFolder + u'/' + name)) {
                const Ran ran = ranOf(c.program);
                if (!ran.explained) continue;
                kinds.insert(nameOf(ran.explained->kind));
                for (const ErrorFix& fix : ran.explained->fixes) fixes.insert(nameOf(fix.kind));
            }
        }
        kinds.insert("Stopped");  // by the reader: tst_limits
        QStringList missing;
        for (const ExplanationKind kind : {
#define KIND(name) ExplanationKind::name,
#include "engine/run/explanation_kind.def"
             })
            if (!kinds.contains(nameOf(kind))) missing << QString::fromLatin1(nameOf(kind));
        for (const FixKind kind : {
#define FIX(kind) FixKind::kind,
#include "engine/run/fix.def"
             })
            if (!fixes.contains(nameOf(kind))) missing << u"fix "_s + QString::fromLatin1(nameOf(kind));
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", "_s)));
    }

    void no_error_has_no_explanation() { QVERIFY(!ranOf("x = 1\n").explained); }

    // A row of the table that no program reaches is a row that nobody has seen work.
    void the_words_never_show_a_placeholder() {
        for (const QString& name : files()) {
            for (const Case& c : casesOf(kFolder + u'/' + name)) {
                const Ran ran = ranOf(c.program);
                if (!ran.explained) continue;
                const QString words = errorWords(*ran.explained);
                for (const char* fact : {"{left}", "{right}", "{variable}", "{line}", "{name}", "{type}", "{shape}"}) {
                    QVERIFY2(!words.contains(QString::fromLatin1(fact)), qPrintable(words));
                }
            }
        }
    }

    // Facts that are known only where it happened: the locals of the function.
    void values_are_those_of_the_moment() {
        const Ran ran = ranOf("def f(values, i):\n    n = len(values) + i\n    return values[n]\nn = 77\nprint(f([1, 2], 5))\n");
        QVERIFY(ran.explained);
        QCOMPARE(ran.explained->facts.at("indexValue"), "7");
        QCOMPARE(ran.explained->facts.at("containerSize"), "2");
    }

    void the_place_of_the_first_sweep_and_of_the_change_are_known() {
        const Ran twice = ranOf("import torch\nx = torch.tensor(1.0, requires_grad=True)\ny = x * x\ny.backward()\ny.backward()\n");
        QVERIFY(twice.explained && twice.explained->related);
        QCOMPARE(twice.source.placeOf(twice.explained->related->begin).line, 4U);
        QCOMPARE(twice.explained->facts.at("savedText"), "x * x");
        const Ran changed =
            ranOf("import torch\nx = torch.ones(2, requires_grad=True)\ny = x * 2\nz = y * y\ny += 1\nz.sum().backward()\n");
        QVERIFY(changed.explained && changed.explained->related);
        QCOMPARE(changed.source.placeOf(changed.explained->related->begin).line, 5U);
        QCOMPARE(changed.explained->facts.at("variable"), "y");
        QCOMPARE(changed.explained->facts.at("savedLine"), "4");
    }
};

QTEST_APPLESS_MAIN(TestExplain)
#include "tst_explain.moc"
