// SPDX-License-Identifier: GPL-3.0-or-later
// Good programs, damaged as word processors, web pages, chats and notebooks damage them: repaired, each does what it did.
// Where that cannot be certain nothing is changed unseen: the text is not called whole, or a doubt is named.
#include <functional>

#include <QTest>

#include "engine/run/program.h"
#include "engine/run/repaired_run.h"
#include "engine/syntax/repair.h"
#include "widgets/repairwords.h"

using namespace backstep;
using namespace Qt::StringLiterals;

namespace {

const QStringList kPrograms{
    u"import torch\nx = torch.arange(4.0, requires_grad=True)\ny = 2 * torch.dot(x, x)\ny.backward()\nprint(x.grad)\n"_s,
    u"import torch\n\ndef f(a):\n    b = a * 2\n    while b.norm() < 1000:\n        b = b * 2\n    if b.sum() > 0:\n        c = b\n    else:\n        c = 100 * b\n    return c\n\na = torch.tensor(1.5, requires_grad=True)\nd = f(a)\nd.backward()\nprint(a.grad == d / a)\n"_s,
    u"import torch\nw = torch.tensor([1.0, -2.0], requires_grad=True)\nfor epoch in range(3):\n    loss = ((w - 1) ** 2).sum()  # squared distance\n    loss.backward()\n    with torch.no_grad():\n        w -= 0.1 * w.grad\n    w.grad.zero_()\n    print('epoch', epoch, \"loss\", round(loss.item(), 4))\n"_s,
    u"import math\n\nclass Line:\n    def __init__(self, k, b):\n        self.k, self.b = k, b\n\n    def __call__(self, x):\n        return self.k * x + self.b\n\nline = Line(2, -1)\nprint([line(i) for i in range(4)], f\"{math.pi:.3f}\")\n"_s,
    u"values = {'a': [1, 2], 'b': [3 - 1, 4]}\ntotal = 0\nfor key, items in values.items():\n    total += sum(items)\n    print(key, '->', total)\nif total >= 9 and not total == 10:\n    print(\"nine\")\n"_s,
};

QStringList linesOfText(const QString& text) { return text.split(u'\n'); }

// Every line but the last, empty one.
QString eachLine(const QString& text, const std::function<QString(const QString&, int)>& change) {
    QStringList lines = linesOfText(text);
    lines.removeLast();
    for (int i = 0; i < lines.size(); ++i) lines[i] = change(lines[i], i);
    return lines.join(u'\n') + u'\n';
}

bool goesOn(const QString& line) { return line.startsWith(u' '); }

// Characters outside of strings and comments.
QString outside(const QString& text, const std::function<QString(QChar)>& change) {
    QString out;
    QChar quote;
    bool comment = false;
    for (const QChar c : text) {
        if (c == u'\n') comment = false;
        if (!quote.isNull()) {
            if (c == quote) quote = QChar();
            out += c;
        } else if (comment) {
            out += c;
        } else if (c == u'\'' || c == u'"') {
            quote = c;
            out += c;
        } else {
            comment = c == u'#';
            out += change(c);
        }
    }
    return out;
}

QString curly(const QString& text, QChar open, QChar close, QChar which) {
    QString out;
    bool inside = false;
    for (const QChar c : text) {
        if (c == which) out += (inside ? close : open), inside = !inside;
        else out += c;
    }
    return out;
}

QString replaced(QString text, const QString& from, const QString& with) { return text.replace(from, with); }

struct Damage {
    const char* name;
    std::function<QString(const QString&)> doIt;
};

// A continuation line of a prompt begins with dots; a block ends with a line of dots.
QString prompts(const QString& text, const QString& first, const QString& more) {
    return eachLine(text, [&](const QString& line, int) { return (goesOn(line) ? more : line.isEmpty() ? more.trimmed() : first) + line; });
}

const std::vector<Damage>& damages() {
    static const std::vector<Damage> all{
        {"Python prompts", [](const QString& t) { return prompts(t, u">>> "_s, u"... "_s); }},
        {"IPython prompts", [](const QString& t) { return prompts(t, u"In [3]: "_s, u"   ...: "_s); }},
        {"a cell's prompt on a line of its own", [](const QString& t) { return u"In [1]:\n"_s + t; }},
        {"a cell with its output",
         [](const QString& t) {
             return u"In [1]: import math\nOut[1]: 3.14\n\nIn [2]: "_s +
                    eachLine(t, [](const QString& l, int i) { return i == 0 ? l : u"   ...: "_s + l; });
         }},
        {"line numbers",
         [](const QString& t) { return eachLine(t, [](const QString& l, int i) { return QStringLiteral("%1 ").arg(i + 1, 2) + l; }); }},
        {"line numbers with a dot",
         [](const QString& t) { return eachLine(t, [](const QString& l, int i) { return QStringLiteral("%1. ").arg(i + 1) + l; }); }},
        {"line numbers with a bar",
         [](const QString& t) { return eachLine(t, [](const QString& l, int i) { return QStringLiteral("%1 | ").arg(i + 1, 3) + l; }); }},
        {"line numbers and a tab",
         [](const QString& t) { return eachLine(t, [](const QString& l, int i) { return QStringLiteral("%1\t").arg(i + 1) + l; }); }},
        {"Word's double quotes", [](const QString& t) { return curly(t, QChar(0x201C), QChar(0x201D), u'"'); }},
        {"Word's single quotes", [](const QString& t) { return curly(t, QChar(0x2018), QChar(0x2019), u'\''); }},
        {"both kinds of curly quotes",
         [](const QString& t) { return curly(curly(t, QChar(0x201C), QChar(0x201D), u'"'), QChar(0x2018), QChar(0x2019), u'\''); }},
        {"full-width parentheses",
         [](const QString& t) {
             return outside(t, [](QChar c) { return QString(c == u'(' ? QChar(0xFF08) : c == u')' ? QChar(0xFF09) : c); });
         }},
        {"full-width commas and colons",
         [](const QString& t) {
             return outside(t, [](QChar c) { return QString(c == u',' ? QChar(0xFF0C) : c == u':' ? QChar(0xFF1A) : c); });
         }},
        {"full-width equals signs",
         [](const QString& t) { return outside(t, [](QChar c) { return QString(c == u'=' ? QChar(0xFF1D) : c); }); }},
        {"a typographic minus",
         [](const QString& t) { return outside(t, [](QChar c) { return QString(c == u'-' ? QChar(0x2212) : c); }); }},
        {"an en dash for a minus",
         [](const QString& t) { return outside(t, [](QChar c) { return QString(c == u'-' ? QChar(0x2013) : c); }); }},
        {"no-break spaces", [](const QString& t) { return replaced(t, u" "_s, QString(QChar(0xA0))); }},
        {"no-break spaces in the indentation", [](const QString& t) { return replaced(t, u"    "_s, QString(4, QChar(0xA0))); }},
        {"ideographic spaces in the indentation", [](const QString& t) { return replaced(t, u"    "_s, QString(2, QChar(0x3000))); }},
        {"a zero-width space in every line",
         [](const QString& t) { return eachLine(t, [](const QString& l, int) { return l.isEmpty() ? l : l + QChar(0x200B); }); }},
        {"a byte order mark inside", [](const QString& t) { return replaced(t, u"print"_s, QChar(0xFEFF) + u"print"_s); }},
        {"HTML entities",
         [](const QString& t) { return replaced(replaced(replaced(t, u"<"_s, u"&lt;"_s), u">"_s, u"&gt;"_s), u"\""_s, u"&quot;"_s); }},
        {"line breaks as tags", [](const QString& t) { return eachLine(t, [](const QString& l, int) { return l + u"<br>"_s; }); }},
        {"a page's pre and code tags", [](const QString& t) { return u"<pre><code>"_s + t + u"</code></pre>\n"_s; }},
        {"a fence", [](const QString& t) { return u"```python\n"_s + t + u"```\n"_s; }},
        {"a fence in a post",
         [](const QString& t) { return u"Hi everybody,\nwhy does this print that?\n\n```py\n"_s + t + u"```\n\nThanks!\n"_s; }},
        {"two fences in a post",
         [](const QString& t) { return u"First run\n```python\nimport math\n```\nand then\n```python\n"_s + t + u"```\n"_s; }},
        {"tildes for a fence", [](const QString& t) { return u"~~~python\n"_s + t + u"~~~\n"_s; }},
        {"a quoted mail",
         [](const QString& t) { return eachLine(t, [](const QString& l, int) { return l.isEmpty() ? u">"_s : u"> "_s + l; }); }},
        {"diff marks", [](const QString& t) { return eachLine(t, [](const QString& l, int) { return u"+"_s + l; }); }},
        {"a diff",
         [](const QString& t) {
             return u"diff --git a/f.py b/f.py\n--- a/f.py\n+++ b/f.py\n@@ -0,0 +1,9 @@\n"_s +
                    eachLine(t, [](const QString& l, int) { return u"+"_s + l; });
         }},
        {"a margin before all lines",
         [](const QString& t) { return eachLine(t, [](const QString& l, int) { return l.isEmpty() ? l : u"    "_s + l; }); }},
        {"a margin of one space",
         [](const QString& t) { return eachLine(t, [](const QString& l, int) { return l.isEmpty() ? l : u" "_s + l; }); }},
        {"a first line that lost its margin",
         [](const QString& t) { return eachLine(t, [](const QString& l, int i) { return l.isEmpty() || i == 0 ? l : u"    "_s + l; }); }},
        {"tabs for four spaces", [](const QString& t) { return replaced(t, u"    "_s, u"\t"_s); }},
        {"the old Macintosh's line ends", [](const QString& t) { return replaced(t, u"\n"_s, u"\r"_s); }},
        {"line separators of Unicode", [](const QString& t) { return replaced(t, u"\n"_s, QString(QChar(0x2028))); }},
        {"blanks at the ends of lines", [](const QString& t) { return eachLine(t, [](const QString& l, int) { return l + u"   "_s; }); }},
        {"prompts and curly quotes",
         [](const QString& t) { return curly(prompts(t, u">>> "_s, u"... "_s), QChar(0x201C), QChar(0x201D), u'"'); }},
        {"a fence with prompts", [](const QString& t) { return u"```\n"_s + prompts(t, u">>> "_s, u"... "_s) + u"```\n"_s; }},
        {"full-width signs and no-break spaces",
         [](const QString& t) {
             return replaced(outside(t, [](QChar c) { return QString(c == u'('   ? QChar(0xFF08)
                                                                     : c == u')' ? QChar(0xFF09)
                                                                                 : c); }),
                             u"    "_s, QString(4, QChar(0xA0)));
         }},
        {"Colab's cell number", [](const QString& t) { return u"[1]:\n"_s + t; }},
        {"a button's words", [](const QString& t) { return u"```python\nCopy code\n"_s + t + u"```\n"_s; }},
    };
    return all;
}

std::string outputOf(const std::string& text) {
    const Source source(text);
    const ProgramRun run = runProgram(source, parsePython(source));
    return run.report.error ? run.report.error->type + ": " + run.report.error->message : run.report.output;
}

}  // namespace

class TestPastes : public QObject {
    Q_OBJECT

private slots:
    void a_damaged_program_does_what_it_did_data() {
        QTest::addColumn<QString>("good");
        QTest::addColumn<QString>("damaged");
        for (const Damage& damage : damages()) {
            for (int i = 0; i < kPrograms.size(); ++i) {
                QTest::addRow("%s, program %d", damage.name, i + 1) << kPrograms[i] << damage.doIt(kPrograms[i]);
            }
        }
    }
    void a_damaged_program_does_what_it_did() {
        QFETCH(QString, good);
        QFETCH(QString, damaged);
        const Source source(damaged.toStdString());
        const Repaired repaired = repair(source);
        QVERIFY2(repaired.whole, repaired.text.c_str());
        QCOMPARE(QString::fromStdString(outputOf(repaired.text)), QString::fromStdString(outputOf(good.toStdString())));
        // The preview says the same: putting its lines in the place of those before gives the repaired text.
        std::vector<std::string> lines;
        std::string line;
        const auto same = [](const RepairedLine& r) { return r.before == r.after; };
        const std::vector<RepairedLine> preview = repairedLines(source, repaired);
        QVERIFY(repaired.repairs.empty() == preview.empty());
        QVERIFY(std::none_of(preview.begin(), preview.end(), same));
        const auto offer = repairOffer(source, repaired);
        QCOMPARE(offer.has_value(), !repaired.repairs.empty());
        if (offer) QVERIFY(!offer->title.isEmpty() && !offer->found.isEmpty() && offer->text == repaired.text);
    }

    // Which lines belong to a block that has lost its indentation is not always certain: then nothing is guessed.
    void lost_indentation_is_put_back_or_doubted_data() {
        QTest::addColumn<QString>("damaged");
        QTest::newRow("a function") << u"def f(x):\nreturn x * 2\nprint(f(1))\n"_s;
        QTest::newRow("a loop") << u"for i in range(3):\nprint(i)\nprint('end')\n"_s;
        QTest::newRow("if and else") << u"x = 1\nif x:\ny = 1\nelse:\ny = 2\nprint(y)\n"_s;
    }
    void lost_indentation_is_put_back_or_doubted() {
        QFETCH(QString, damaged);
        const Repaired repaired = repair(Source(damaged.toStdString()));
        QVERIFY(repaired.whole || !repaired.doubtful.empty());
        for (const Repair& r : repaired.doubtful) QVERIFY(!doubtSentence(r).isEmpty());
    }

    void every_repair_has_a_sentence() {
        for (int k = 0; k <= static_cast<int>(RepairKind::Help); ++k) {
            const Repair r{static_cast<RepairKind>(k), {0, 1}, "b", {"a", "b"}};
            QVERIFY(!repairSentence(r).isEmpty());
        }
    }

    // What ran is the repaired text, and what it left behind points at the text that the person has.
    void places_of_a_repaired_run_are_those_of_the_original() {
        const Source original(
            "Look:\n```python\n>>> import torch\n>>> x = torch.tensor(2.0, requires_grad=True)\n>>> y = x * x\n>>> "
            "y.backward()\n>>> y.backward()\n```\n");
        const Repaired repaired = repair(original);
        QVERIFY(repaired.whole);
        const RepairedRun ran = runRepaired(original, repaired);
        QVERIFY(ran.run.report.error.has_value());
        QCOMPARE(ran.run.report.error->line, 7U);
        QCOMPARE(std::string(original.slice(ran.run.report.error->span)), "y.backward()");
        QCOMPARE(ran.run.report.error->column, 5U);
        QVERIFY(ran.explanation.has_value());
        QCOMPARE(ran.explanation->facts.at("otherLine"), "6");
        QCOMPARE(ran.explanation->facts.at("savedLine"), "5");
        const Tape& tape = ran.run.recording.tape;
        QCOMPARE(std::string(original.slice(tape.origin(ran.run.recording.backwardCalls[0].roots[0]).span)), "x * x");
        QCOMPARE(original.placeOf(ran.run.recording.backwardCalls[0].span.begin).line, 6U);
    }
};

QTEST_APPLESS_MAIN(TestPastes)
#include "tst_pastes.moc"
