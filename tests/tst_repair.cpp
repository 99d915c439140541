// SPDX-License-Identifier: GPL-3.0-or-later
// Pasted programs, text in and text out: tests/data/repair/*.txt hold what is pasted (lines after "> "), what is mended in
// it, and the program that results (lines after "| "). With BACKSTEP_UPDATE=1 in the environment that is written anew.
#include <algorithm>
#include <random>
#include <set>

#include <QDir>
#include <QFile>
#include <QTest>

#include "engine/syntax/python_parser.h"
#include "engine/syntax/repair.h"

using namespace backstep;
using namespace Qt::StringLiterals;

namespace {

const QString kFolder = QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/repair");
const QString kPrograms = QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/python_syntax");

// Characters that cannot be seen are written by their code.
std::string visible(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') out += "\\n";
        else if (c == '\r') out += "\\r";
        else if (c == '\t') out += "\\t";
        else out += c;
    }
    for (const auto& [character, code] : {std::pair("\u00A0", "<A0>"), std::pair("\u200B", "<200B>"), std::pair("\u3000", "<3000>"),
                                          std::pair("\uFEFF", "<FEFF>"), std::pair("\u2028", "<2028>")}) {
        for (std::size_t at = out.find(character); at != std::string::npos; at = out.find(character))
            out.replace(at, std::string_view(character).size(), code);
    }
    return out;
}

std::string described(const Source& source, const Repair& r) {
    const Place place = source.placeOf(r.span.begin);
    std::string out = std::string(nameOf(r.kind)) + " " + std::to_string(place.line) + ":" + std::to_string(place.column) + " \"" +
                      visible(source.slice(r.span)) + "\"";
    if (!r.text.empty()) out += " -> \"" + visible(r.text) + "\"";
    return out + "\n";
}

std::string mended(const std::string& text) {
    const Source source(text);
    const Repaired repaired = repair(source);
    std::string out;
    for (const Repair& r : repaired.repairs) out += described(source, r);
    for (const Repair& r : repaired.doubtful) out += "doubtful " + described(source, r);
    if (!repaired.whole) out += "not a program yet\n";
    std::string line;
    for (const char c : repaired.text) {
        if (c == '\n') out += (line.empty() ? "|" : "| " + line) + "\n", line.clear();
        else line += c;
    }
    return line.empty() ? out : out + "| " + line + "\n";
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
            open = true;
            cases.back().typed += line.mid(2).toStdString() + '\n';
        } else {
            open = false;
            if (!line.isEmpty() && !cases.empty()) cases.back().expected += line.toStdString() + "\n";
        }
    }
    return cases;
}

void rewrite(const QString& path) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    file.close();
    const std::vector<Case> cases = casesOf(path);
    QByteArray out;
    std::size_t at = 0;
    const auto typed = [&](qsizetype i) { return i >= 0 && i < lines.size() && (lines[i].startsWith("> ") || lines[i] == ">"); };
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].startsWith("## ")) out += (out.isEmpty() ? "" : "\n") + lines[i] + "\n";
        if (!typed(i)) continue;
        if (!typed(i - 1)) out += "\n";
        out += lines[i] + "\n";
        if (!typed(i + 1)) out += QByteArray::fromStdString(mended(cases[at++].typed));
    }
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(out);
}

std::vector<std::string> everything(const QString& folder) {
    std::vector<std::string> texts;
    for (const QString& name : QDir(folder).entryList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
        for (const Case& c : casesOf(folder + u'/' + name)) texts.push_back(c.typed);
    }
    return texts;
}

// Empty where the repairs are in order, give the text, and places in it lead back to the same characters.
std::string unsound(const std::string& text) {
    const Source source(text);
    const Repaired repaired = repair(source);
    std::string applied;
    std::uint32_t at = 0;
    for (const Repair& r : repaired.repairs) {
        if (r.span.begin < at || r.span.end < r.span.begin || r.span.end > text.size()) return "repairs that overlap or leave the text";
        if (source.slice(r.span) == r.text) return "a repair that changes nothing";
        applied += text.substr(at, r.span.begin - at);
        for (std::uint32_t i = 0; i < r.span.begin - at; ++i) {
            const auto offset = static_cast<std::uint32_t>(applied.size()) - (r.span.begin - at) + i;
            if (repaired.toOriginal({offset, offset + 1}) != Span{at + i, at + i + 1}) return "a place that leads back to another one";
        }
        const auto begin = static_cast<std::uint32_t>(applied.size());
        applied += r.text;
        if (!r.text.empty() && repaired.toOriginal({begin, begin + 1}) != r.span)
            return "what was put in does not lead back to what it stands for";
        at = r.span.end;
    }
    if (applied + text.substr(at) != repaired.text) return "repairs that do not give the text";
    return {};
}

}  // namespace

class TestRepair : public QObject {
    Q_OBJECT

private slots:
    // A kind of repair that no paste shows is one that nobody has seen work.
    void every_kind_of_repair_is_done() {
        std::set<std::string> done;
        for (const std::string& text : everything(kFolder)) {
            for (const Repair& r : repair(Source(text)).repairs) done.insert(nameOf(r.kind));
        }
        for (const RepairKind kind : {
#define REPAIR(kind) RepairKind::kind,
#include "engine/syntax/repair.def"
             })
            QVERIFY2(done.contains(nameOf(kind)), nameOf(kind));
    }

    void a_damaged_paste_is_mended_data() {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("expected");
        for (const QString& name : QDir(kFolder).entryList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
            if (qEnvironmentVariableIsSet("BACKSTEP_UPDATE")) rewrite(kFolder + u'/' + name);
            int number = 0;
            for (const Case& c : casesOf(kFolder + u'/' + name)) {
                const QByteArray tag = name.toUtf8() + " " + QByteArray::number(++number) + ": " +
                                       QByteArray::fromStdString(c.typed).replace('\n', " ").left(50);
                QTest::newRow(tag.constData()) << QByteArray::fromStdString(c.typed) << QByteArray::fromStdString(c.expected);
            }
        }
    }
    void a_damaged_paste_is_mended() {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(mended(typed.toStdString())), expected);
        QCOMPARE(QByteArray::fromStdString(unsound(typed.toStdString())), QByteArray());
    }

    void a_program_is_never_changed() {
        int programs = 0;
        for (const std::string& text : everything(kPrograms)) {
            if (!parsePython(Source(text)).ok()) continue;
            ++programs;
            QVERIFY2(repairsFor(Source(text)).empty(), text.c_str());
        }
        QVERIFY(programs > 100);
    }

    void what_was_mended_needs_no_mending() {
        for (const std::string& text : everything(kFolder)) {
            const Repaired once = repair(Source(text));
            if (once.whole) QVERIFY2(repairsFor(Source(once.text)).empty(), text.c_str());
        }
    }

    void strings_and_comments_stay_as_they_are() {
        const std::string inside = "print('“a” （b） \u00A0 −1 &lt; <br> \u200B')  # “c” − （d）\n";
        const Repaired repaired = repair(Source(inside + "x = （1）\n"));
        QVERIFY(repaired.whole && repaired.text == inside + "x = (1)\n" && repaired.repairs.size() == 2);
    }

    void garbled_pastes_do_no_harm() {
        std::mt19937 random(11);
        const std::vector<std::string> texts = everything(kFolder);
        const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
        for (int i = 0; i < 3000; ++i) {
            const std::string& a = texts[below(texts.size())];
            const std::string& b = texts[below(texts.size())];
            std::string text = a.substr(0, below(a.size() + 1)) + b.substr(below(b.size() + 1));
            if (!text.empty() && i % 3 == 0) text[below(text.size())] = static_cast<char>(below(256));
            const std::string fault = unsound(text);
            QVERIFY2(fault.empty(), (fault + " in " + text).c_str());
        }
    }

    void ends_of_lines_and_the_byte_order_mark() {
        QCOMPARE(repair(Source("x = 1\r\nprint(“a”)\r\n")).text, std::string("x = 1\r\nprint(\"a\")\r\n"));
        QCOMPARE(repair(Source(">>> x = 1\r\n>>> x\r\n1\r\n")).text, std::string("x = 1\r\nx\r\n"));
        QVERIFY(repairsFor(Source("\uFEFFx = 1\n")).empty());
        QCOMPARE(repair(Source("\uFEFFx = 1\u2028print（x）")).text, std::string("x = 1\nprint(x)"));
    }
};

QTEST_APPLESS_MAIN(TestRepair)
#include "tst_repair.moc"
