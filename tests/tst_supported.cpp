// SPDX-License-Identifier: GPL-3.0-or-later
// What is said to be supported is what the interpreter has, and what will be refused is said before the run.
#include <QDir>
#include <QFile>
#include <QTest>

#include "app/supportedtable.h"
#include "engine/run/program.h"
#include "engine/run/refusals.h"
#include "engine/run/supported.h"

using namespace backstep;
using namespace Qt::StringLiterals;

namespace {

std::string readText(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

// "torch.fft at 2:5", a line each.
std::string foreseen(const std::string& text) {
    const Source source(text);
    std::string out;
    for (const Diagnostic& d : foreseenRefusals(parsePython(source))) {
        const Place place = source.placeOf(d.span.begin);
        out += d.arguments.front() + " at " + std::to_string(place.line) + ":" + std::to_string(place.column) + "\n";
    }
    return out;
}

}  // namespace

class TestSupported : public QObject {
    Q_OBJECT

private slots:
    void the_checked_in_page_is_not_stale() {
        QCOMPARE(QString::fromStdString(readText(QStringLiteral(BACKSTEP_SOURCE_DIR "/resources/handbook/en/supported.md"))),
                 QString::fromStdString(supportedPage()));
        const QString readme = QString::fromStdString(readText(QStringLiteral(BACKSTEP_SOURCE_DIR "/README.md")));
        QVERIFY2(readme.contains(QString::fromStdString(supportedShort())), "build the target `supported`");
    }

    void what_a_first_program_uses_is_there() {
        const Supported& s = supported();
        for (const char* name : {"tensor", "arange", "ones", "manual_seed", "no_grad", "exp", "matmul", "cat"})
            QVERIFY2(s.modules.at("torch").contains(name), name);
        for (const char* name : {"backward", "grad", "detach", "sum", "reshape", "requires_grad_", "item", "T"})
            QVERIFY2(s.types.at("Tensor").contains(name), name);
        for (const char* name : {"print", "len", "range", "zip", "isinstance"}) QVERIFY2(s.builtins.contains(name), name);
        QVERIFY(s.modules.at("torch.nn").contains("Linear"));
        QVERIFY(s.modules.at("math").contains("pi"));
        QVERIFY(!s.builtins.contains("open"));
        QVERIFY(s.refused.contains("builtins.open"));
        QVERIFY(s.refusedModules.contains("os"));
        const auto done = [&](const std::string& name) {
            for (const auto& row : s.syntax) {
                if (row.name == name) return row.done;
            }
            return false;
        };
        QVERIFY(done("lambda"));
        QVERIFY(!done("async and await"));
    }

    void refusals_are_foreseen_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a function of torch") << u"import torch\nx = torch.fft.fft(torch.ones(2))\n"_s << u"torch.fft at 2:11\n"_s;
        QTest::newRow("by another name") << u"import torch as th\nx = 1 + th.stft(2)\n"_s << u"torch.stft at 2:12\n"_s;
        QTest::newRow("from import") << u"from torch import fft\n"_s << u"torch.fft at 1:19\n"_s;
        QTest::newRow("a part of a part") << u"import torch.linalg as la\nl = la.svd(1)\n"_s << u"torch.linalg.svd at 2:8\n"_s;
        QTest::newRow("a class that is there to refuse") << u"from torch import nn\nl = nn.LSTM(1, 2)\n"_s << u"torch.nn.LSTM at 2:8\n"_s;
        QTest::newRow("a module") << u"import os\nfrom json import loads\n"_s << u"the module os at 1:8\nthe module json at 2:6\n"_s;
        QTest::newRow("a built-in") << u"f = open('a')\n"_s << u"open() at 1:5\n"_s;
        QTest::newRow("a statement") << u"async def f():\n    pass\n"_s << u"async def at 1:1\n"_s;
        QTest::newRow("a name of the program's own") << u"def open(x):\n    return x\nopen(1)\nos = 1\n"_s << QString();
        QTest::newRow("a module's name given away") << u"import torch\ndef f(torch):\n    return torch.fft\n"_s << QString();
        QTest::newRow("a misspelt name is no refusal") << u"import torch\ntorch.tenser(1)\n"_s << QString();
    }
    void refusals_are_foreseen() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(foreseen(text.toStdString())), expected);
    }

    void no_program_that_runs_is_warned_about() {
        QStringList paths;
        for (const QString& folder :
             {QStringLiteral(BACKSTEP_SHARED_DIR "/data/programs"), QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/programs")}) {
            for (const QString& name : QDir(folder).entryList({u"*.py"_s}, QDir::Files, QDir::Name)) paths << folder + u'/' + name;
        }
        if (paths.isEmpty()) QSKIP("no corpus here");
        QStringList wrong;
        for (const QString& path : paths) {
            const std::string text = readText(path);
            const std::string warned = foreseen(text);
            if (!warned.empty()) wrong << path.section(u'/', -1) + u": "_s + QString::fromStdString(warned);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

QTEST_APPLESS_MAIN(TestSupported)
#include "tst_supported.moc"
