// SPDX-License-Identifier: GPL-3.0-or-later
// Exercise files that mean harm, or were written in a hurry: each is refused or warned about at its place as EXPECT.tsv says,
// and the window that opens it answers throughout.
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "app/exercises.h"
#include "app/mainwindow.h"
#include "engine/exercise/validate.h"
#include "tests/heartbeat.h"

using namespace backstep;

namespace {

const QString kFolder = QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/hostile_exercises/");

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray bytesOf(const QString& name) {
    if (name != QLatin1String("exer_questions_1e5")) return contentsOf(kFolder + name + QStringLiteral(".md"));
    QByteArray text = "+++\nbackstep = 1\nid = \"e\"\ntitle = \"T\"\n+++\n";
    for (int i = 0; i < 100'000; ++i) text += "```toml task\nid = \"t" + QByteArray::number(i) + "\"\ntype = \"number\"\nanswer = 1\n```\n";
    return text;
}

QString told(const Source& source, const exercise::Faults& faults) {
    QStringList out;
    for (const exercise::Fault& fault : faults) {
        const Place place = source.placeOf(fault.span.begin);
        out << QStringLiteral("%1 %2:%3").arg(QLatin1String(exercise::nameOf(fault.kind))).arg(place.line).arg(place.column);
    }
    return out.isEmpty() ? QStringLiteral("-") : out.join(u' ');
}

}  // namespace

class TestHostileExercises : public QObject {
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
        QCoreApplication::setOrganizationName(QStringLiteral("backstep-tests"));
        QCoreApplication::setApplicationName(QStringLiteral("hostile-exercises"));
        QSettings().clear();
        window_ = std::make_unique<MainWindow>(MainWindow::Options{{.program = defaultLayoutProgram()}, false});
        window_->resize(1280, 800);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        QVERIFY(QTest::qWaitFor([this] { return window_->isSettled(); }, 20000));
        window_->exercises()->showList();  // what is made once and kept
        window_->exercises()->openNext();
        QVERIFY(QTest::qWaitFor([this] { return window_->isSettled() && !window_->exercises()->busy(); }, 20000));
    }

    void each_is_told_what_is_wrong_with_it_data() { rows(); }
    void each_is_told_what_is_wrong_with_it() {
        QFETCH(QStringList, row);
        const Source source(bytesOf(row[0]).toStdString());
        QVERIFY(!source.text().empty());
        const exercise::Validation v = exercise::validate(source);
        if (row[2].contains(u':') || row[2] == QLatin1String("-")) QCOMPARE(told(source, v.faults), row[2]);
        else QVERIFY2(told(source, v.faults).startsWith(row[2]), qPrintable(told(source, v.faults).left(200)));
        const QString outcome = exercise::hasErrors(v.faults) ? QStringLiteral("load_error")
                                : v.faults.empty()            ? QStringLiteral("ok")
                                                              : QStringLiteral("load_warn");
        QCOMPARE(outcome, row[1]);
        const std::string& title = v.exercise->title.of("en");
        QVERIFY(title.size() <= exercise::kMaxTitle);
        for (const char c : title) QVERIFY(static_cast<unsigned char>(c) >= 0x20);
    }

    void the_window_answers_and_says_what_is_wrong_data() { rows(); }
    void the_window_answers_and_says_what_is_wrong() {
        QFETCH(QStringList, row);
        const QString path = folder_.filePath(row[0] + QStringLiteral(".md"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytesOf(row[0])) > 0);
        file.close();
        const QString before = window_->session()->state().text;
        const auto open = [&] {
            window_->exercises()->open(path);
            QVERIFY(loopUntil([this] { return window_->isSettled() && !window_->exercises()->busy(); }, 60000));
            loopFor(15);
        };
        const auto begin = [&] {
            SessionState state;
            state.text = before;
            window_->session()->reset(state);
            QVERIFY(loopUntil([this] { return window_->isSettled(); }, 20000));
        };
        // A formula of 8400 characters is typeset, too, in one go.
        verifyNoGap(begin, open, row[0] == QLatin1String("exer_source_slow_function") ? 100 : 50);
        if (row[1] == QLatin1String("load_error")) {
            QVERIFY(!window_->exercises()->message().isEmpty());
            QCOMPARE(window_->session()->state().text, before);
        }
        const QString title = window_->windowTitle();
        for (const QChar c : title) QVERIFY(c.category() != QChar::Other_Control && c.category() != QChar::Other_Format);
    }

    void every_file_has_a_row() {
        const QByteArray table = contentsOf(kFolder + QStringLiteral("EXPECT.tsv"));
        for (const QString& name : QDir(kFolder).entryList({QStringLiteral("*.md")}))
            QVERIFY2(table.contains(name.chopped(3).toUtf8() + '\t'), qPrintable(name));
    }
};

QTEST_MAIN(TestHostileExercises)
#include "tst_hostile_exercises.moc"
