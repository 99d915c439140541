// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine names by a phrase of its own is said in the reader's language: every call in its sources that refuses something, or
// says that a limit was reached, is read, and its words must be known.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include "app/language.h"
#include "widgets/enginewords.h"

using namespace backstep;
using namespace Qt::StringLiterals;

namespace {

// The texts of the arguments of a call whose parenthesis is open at `at`, X standing for what is no literal.
QStringList argumentsAt(const QString& code, qsizetype at) {
    static const QRegularExpression token(uR"(\G(?:(f?)(["'])((?:[^\\\n]|\\.)*?)\2|([(\[{])|([)\]}])|(,)|(\s+)|([\w.:]+|.)))"_s);
    QStringList arguments{QString()};
    bool other = false;
    for (int open = 1; open > 0 && at < code.size();) {
        const auto match = token.match(code, at);
        if (!match.hasMatch()) break;
        at = match.capturedEnd();
        if (!match.captured(2).isEmpty() && open == 1) {
            QString text = match.captured(3);
            if (!match.captured(1).isEmpty()) text.replace(QRegularExpression(u"\\{[^}]*\\}"_s), u"X"_s);
            arguments.last() += text;
            other = false;
        } else if (!match.captured(4).isEmpty()) {
            ++open;
        } else if (!match.captured(5).isEmpty()) {
            --open;
        } else if (!match.captured(6).isEmpty() && open == 1) {
            arguments << QString();
            other = false;
        } else if (!match.captured(8).isEmpty() && match.captured(8) != u"+" && open == 1 && !other) {
            arguments.last() += u'X';
            other = true;
        }
    }
    return arguments;
}

// Python's own names and code need no translation; what is written in English has two small words in a row.
bool isProse(const QString& text) {
    static const QRegularExpression words(u"(^| )[a-z]{2,}('s)? [a-z]{2,}\\b|^(a|an|the) |\\w+ (with|of|on|above|beyond|between) "_s);
    return words.match(text).hasMatch() && !text.contains(u"return "_s);
}

}  // namespace

class TestEngineWords : public QObject {
    Q_OBJECT

private slots:
    void every_refusal_is_said_in_the_readers_language() {
        Language language;
        language.speak(u"zh_CN"_s);
        const QRegularExpression call(uR"(\b(?:unsupported|refuse|over|LimitReached)\s*[({]\s*(?:(?:python::)?Limit::\w+,\s*)?)"_s);
        QStringList unknown;
        int seen = 0;
        QDirIterator files(QStringLiteral(BACKSTEP_SOURCE_DIR "/engine"), {u"*.cpp"_s, u"*.h"_s, u"*.py"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QString code = QString::fromUtf8(file.readAll());
            code.replace(QRegularExpression(u"\"\\s*\\n\\s*\""_s), QString());  // literals that stand beside each other
            code.replace(QRegularExpression(u"std::string\\((\"[^\"]*\")\\)"_s), u"\\1"_s);
            for (auto it = call.globalMatch(code); it.hasNext();) {
                for (const QString& text : argumentsAt(code, it.next().capturedEnd())) {
                    if (!isProse(text)) continue;
                    ++seen;
                    if (engineWords(text.toStdString()) == text) unknown << file.fileName().section(u'/', -1) + u": "_s + text;
                }
            }
        }
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
        QVERIFY2(seen > 120, qPrintable(QString::number(seen)));
    }

    void what_is_no_phrase_stays_as_it_is() {
        Language language;
        language.speak(u"zh_CN"_s);
        for (const char* same : {"torch.fft.fft", "async def", "out=", "numpy.take(…, mode='wrap')", ""})
            QCOMPARE(engineWords(same), QString::fromUtf8(same));
    }

    void what_is_the_programs_own_stands_in_the_phrase() {
        QCOMPARE(engineWords("the module os"), u"the module os"_s);
        Language language;
        language.speak(u"zh_CN"_s);
        QCOMPARE(engineWords("the module os"), u"模块 os"_s);
        QCOMPARE(engineWords("a tensor of shape [3, %2]: the limit is 5 elements"), u"一个形状为 [3, %2] 的张量：上限是 5 个元素"_s);
        QCOMPARE(engineWords("numpy.round of bool arrays (float16)"), u"bool 数组的 numpy.round（float16）"_s);
        QCOMPARE(engineWords("% on a string"), u"对字符串用 %"_s);
    }
};

QTEST_GUILESS_MAIN(TestEngineWords)
#include "tst_enginewords.moc"
