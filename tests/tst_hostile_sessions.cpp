// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that break readers: each is refused in words, or put right and said, and nothing that is open is lost by it.
#include <map>

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "app/document.h"
#include "app/mainwindow.h"
#include "widgets/codeeditor.h"

using namespace backstep;

namespace {

const QString kFolder = QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/hostile_sessions/");

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Documents that are nothing but long.
QByteArray made(const QString& name) {
    static const QByteArray kBegin = R"({"format":"backstep-session","version":1,"kind":"program","source":"x = 2.0\nprint(x)\n")";
    const auto numbered = [](int count, const char* form) {
        QByteArray text;
        for (int i = 0; i < count; ++i) text += QByteArray(i == 0 ? "" : ",") + QByteArray(form).replace("%", QByteArray::number(i));
        return text;
    };
    if (name == QLatin1String("sess_wide_array_1e6")) return kBegin + ",\"x\":[0" + QByteArray(",0").repeated(999'999) + "]}";
    if (name == QLatin1String("sess_source_1MiB"))
        return R"({"format":"backstep-session","version":1,"kind":"program","source":")" + QByteArray("x = 1\\n").repeated(180'000) + "\"}";
    if (name == QLatin1String("sess_wide_keys_1e5")) return kBegin + "," + numbered(100'000, "\"k%\":0") + "}";
    if (name == QLatin1String("sess_notes_long_line")) return kBegin + ",\"notes\":\"" + QByteArray(1'000'000, 'a') + "\"}";
    if (name == QLatin1String("sess_breakpoints_1e5")) return kBegin + ",\"breakpoints\":[" + numbered(100'000, "%") + "]}";
    if (name == QLatin1String("sess_deep_object_1e5")) return QByteArray("{\"a\":").repeated(100'000);
    if (name == QLatin1String("sess_deep_array_1e5")) return QByteArray(100'000, '[');
    if (name == QLatin1String("sess_number_long")) return kBegin + ",\"step\":" + QByteArray(100'000, '1') + "}";
    return {};
}

QByteArray bytesOf(const QString& name) {
    const QByteArray text = made(name);
    return text.isEmpty() ? contentsOf(kFolder + name + QStringLiteral(".txt")) : text;
}

}  // namespace

class TestHostileSessions : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;

    static void rows() {
        QTest::addColumn<QStringList>("row");
        const QStringList lines = QString::fromUtf8(contentsOf(kFolder + QStringLiteral("EXPECT.tsv"))).split(u'\n', Qt::SkipEmptyParts);
        for (const QString& line : lines.mid(1)) QTest::newRow(qPrintable(line.section(u'\t', 0, 0))) << line.split(u'\t');
    }

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        window_ = std::make_unique<MainWindow>(MainWindow::Options{{.program = defaultLayoutProgram()}, false});
        window_->resize(1280, 800);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    }

    void each_is_refused_or_put_right_data() { rows(); }
    void each_is_refused_or_put_right() {
        QFETCH(QStringList, row);
        QCOMPARE(row.size(), 4);
        const ReadDocument read = readDocument(bytesOf(row[0]));
        if (row[1] == QLatin1String("load_error")) {
            QVERIFY(!read.document);
            QVERIFY2(!read.fault.isEmpty() && read.fault.size() < 200, qPrintable(read.fault));
            if (row[2] != QLatin1String("-")) QVERIFY2(read.fault.contains(row[2]), qPrintable(read.fault));
            return;
        }
        if (row[1] == QLatin1String("safe") && !read.document) {
            QVERIFY(!read.fault.isEmpty());
            return;
        }
        QVERIFY2(read.document, qPrintable(read.fault));
        if (row[1] == QLatin1String("load_warn")) QVERIFY(!read.warnings.isEmpty());
        if (row[1] == QLatin1String("ok")) QVERIFY2(read.warnings.isEmpty(), qPrintable(read.warnings.join(u'\n')));
        // What was put right once is right: written and read again it is the same, without a word.
        const QByteArray text = documentText(*read.document);
        const ReadDocument again = readDocument(text);
        QVERIFY2(again.document, qPrintable(again.fault));
        QCOMPARE(documentText(*again.document), text);
    }

    void the_window_keeps_what_it_has_or_opens_and_runs_nothing_data() { rows(); }
    void the_window_keeps_what_it_has_or_opens_and_runs_nothing() {
        QFETCH(QStringList, row);
        window_->openFile(QString());  // no file, nothing happens
        const QString before = window_->session()->state().text;
        const QString path = folder_.filePath(row[0] + QStringLiteral(".backstep"));
        QFile file(path);
        const QByteArray bytes = bytesOf(row[0]);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        const QString fault = window_->openFile(path);
        QVERIFY(QTest::qWaitFor([this] { return window_->isSettled(); }, 20000));
        QCOMPARE(!fault.isEmpty(), !readDocument(bytes).document.has_value());
        if (!fault.isEmpty()) QCOMPARE(window_->session()->state().text, before);
        QVERIFY(!window_->isRunning());
        QCOMPARE(contentsOf(path), bytes);  // opening writes nothing
        const QRect shown = window_->rect();
        QVERIFY(!window_->grab(shown).isNull());
    }

    void every_file_has_a_row() {
        const QByteArray table = contentsOf(kFolder + QStringLiteral("EXPECT.tsv"));
        for (const QString& name : QDir(kFolder).entryList({QStringLiteral("*.txt")}))
            QVERIFY2(table.contains(name.chopped(4).toUtf8() + '\t'), qPrintable(name));
    }

    // A flipped, missing or doubled byte anywhere in a good document: a clear answer again.
    void a_damaged_document_has_an_answer() {
        const QByteArray good = documentText(Document{window_->session()->state(), 3});
        quint32 seed = 1;
        for (int i = 0; i < 3000; ++i) {
            QByteArray bytes = good;
            for (int hits = 1 + i % 3; hits > 0; --hits) {
                seed = seed * 1664525U + 1013904223U;
                const auto at = static_cast<qsizetype>(seed >> 8) % bytes.size();
                if (seed % 3 == 0) bytes[at] = static_cast<char>(seed >> 16);
                else if (seed % 3 == 1) bytes.remove(at, 1 + static_cast<qsizetype>(seed >> 20) % 8);
                else bytes.insert(at, bytes.mid(static_cast<qsizetype>(seed >> 12) % bytes.size(), 6));
            }
            const ReadDocument read = readDocument(bytes);
            QVERIFY(read.document || !read.fault.isEmpty());
        }
    }

    // Wherever it was cut off, and as it is said to the reader: nothing beyond the end is looked at.
    void a_document_that_ends_too_early_is_said_to() {
        const QByteArray good = documentText(Document{window_->session()->state(), 3}).trimmed();
        for (qsizetype n = 10; n < good.size(); ++n) {
            const ReadDocument read = readDocument(good.left(n));
            QVERIFY(!read.document);
            const bool said = read.fault.contains(QLatin1String("ends too early")) || read.fault.contains(QLatin1String("not JSON"));
            QVERIFY2(said, qPrintable(read.fault));
            // An open string or object is known to be one.
            if (good[n - 1] == ',' || (good.left(n).count('"') % 2 == 1 && good[n - 1] != '\\'))
                QVERIFY2(read.fault.contains(QLatin1String("ends too early")), good.left(n).right(30).constData());
        }
    }
};

QTEST_MAIN(TestHostileSessions)
#include "tst_hostile_sessions.moc"
