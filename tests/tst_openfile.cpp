// SPDX-License-Identifier: GPL-3.0-or-later
// A file that a window has open: two windows on it, and other programs that write to it meanwhile.
#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLockFile>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "app/documentfile.h"
#include "app/mainwindow.h"
#include "widgets/noticebar.h"

using namespace backstep;

class TestOpenFile : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString path_;

    void write(const QByteArray& text) const {
        QFile file(path_);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    // As editors do it: a new file in the old one's place.
    void replace(const QByteArray& text) const {
        QFile file(path_ + QStringLiteral("~"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        QFile::remove(path_);
        QVERIFY(file.rename(path_));
    }
    [[nodiscard]] static std::unique_ptr<MainWindow> opened(const QString& path) {
        auto window = std::make_unique<MainWindow>(MainWindow::Options{{.program = defaultLayoutProgram()}, false, true});
        window->show();
        if (!window->openFile(path).isEmpty()) return nullptr;
        return QTest::qWaitFor([&] { return window->isSettled(); }, 20000) ? std::move(window) : nullptr;
    }
    [[nodiscard]] static NoticeBar* notice(MainWindow* window) { return window->findChild<NoticeBar*>(QStringLiteral("fileNotice")); }
    [[nodiscard]] static QString sentence(MainWindow* window) {
        return notice(window)->isHidden() ? QString() : notice(window)->findChild<QLabel*>()->text();
    }

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
        path_ = folder_.filePath(QStringLiteral("f.txt"));
    }
    void init() { write("x^2"); }

    void a_change_by_another_program_is_said_and_read_only_when_asked_for_data() {
        QTest::addColumn<bool>("replaced");
        QTest::newRow("written to") << false;
        QTest::newRow("replaced") << true;
    }
    void a_change_by_another_program_is_said_and_read_only_when_asked_for() {
        QFETCH(bool, replaced);
        const auto window = opened(path_);
        QVERIFY(window && sentence(window.get()).isEmpty());
        replaced ? replace("x^3") : write("x^3");
        QTRY_COMPARE(sentence(window.get()), QStringLiteral("f.txt was changed by another program."));
        QCOMPARE(window->session()->state().text, QStringLiteral("x^2"));
        window->findChild<QAction*>(QStringLiteral("actionReload"))->trigger();
        QCOMPARE(window->session()->state().text, QStringLiteral("x^3"));
        QVERIFY(sentence(window.get()).isEmpty());
        replaced ? replace("x^4") : write("x^4");  // and once more
        QTRY_VERIFY(!sentence(window.get()).isEmpty());
    }

    void what_was_changed_here_is_not_given_up_without_a_word() {
        const auto window = opened(path_);
        QVERIFY(window);
        SessionState state = window->session()->state();
        state.text = QStringLiteral("x^5");
        window->session()->change(state, QStringLiteral("Typing"));
        write("x^3");
        QTRY_VERIFY(sentence(window.get()).contains(QStringLiteral("gives up your changes")));
        window->findChild<QAction*>(QStringLiteral("actionKeepMine"))->trigger();
        QVERIFY(sentence(window.get()).isEmpty());
        QCOMPARE(window->session()->state().text, QStringLiteral("x^5"));
        QVERIFY(window->saveFile(path_).isEmpty());  // our own writing is nobody else's
        QTest::qWait(400);
        QVERIFY(sentence(window.get()).isEmpty());
    }

    void a_file_that_is_gone_is_said_to_be() {
        const auto window = opened(path_);
        QVERIFY(window && QFile::remove(path_));
        QTRY_COMPARE(sentence(window.get()), QStringLiteral("f.txt is no longer there. Saving writes it again."));
    }

    // Another process holds the lock; a process that died holds none.
    void a_file_that_another_window_has_open_is_said_to_be() {
        DocumentFile mine(folder_.filePath(QStringLiteral("locks")));
        mine.setPath(path_);
        QVERIFY(!mine.isOpenElsewhere());
        DocumentFile other(folder_.filePath(QStringLiteral("locks")));
        other.setPath(path_);
        QVERIFY(other.isOpenElsewhere());
        DocumentFile another(folder_.filePath(QStringLiteral("locks")));
        another.setPath(folder_.filePath(QStringLiteral("g.txt")));
        QVERIFY(!another.isOpenElsewhere());
        mine.setPath({});
        other.setPath({});
        other.setPath(path_);
        QVERIFY(!other.isOpenElsewhere());
    }

    void folds_are_a_change_that_is_saved_and_undone() {
        const auto window = opened(path_);
        QVERIFY(window);
        SessionState state = window->session()->state();
        state.folds["loop"] = true;
        window->session()->change(state, QStringLiteral("Fold"));
        const QString saved = folder_.filePath(QStringLiteral("f.backstep"));
        QVERIFY(window->saveFile(saved).isEmpty());
        window->session()->history()->undo();
        QVERIFY(window->session()->state().folds.empty());
        const auto again = opened(saved);
        QVERIFY(again);
        QCOMPARE(again->session()->state().folds, (std::map<std::string, bool>{{"loop", true}}));
    }
};

QTEST_MAIN(TestOpenFile)
#include "tst_openfile.moc"
