// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full, read-only or gone: the document stays open, what the file held stays whole, and the message says what to do.
// A small file system of its own needs root; where there is none those cases are skipped.
#include <sys/mount.h>
#include <unistd.h>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "app/mainwindow.h"
#include "app/recovery.h"
#include "widgets/codeeditor.h"

using namespace backstep;

namespace {

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// 64 KiB in memory, as long as this lives.
class SmallDisk {
public:
    explicit SmallDisk(const QString& path) : path_(path.toLocal8Bit()) {
        QDir().mkpath(path);
        mounted_ = ::mount("tmpfs", path_.constData(), "tmpfs", MS_NOSUID | MS_NODEV, "size=64k") == 0;
    }
    ~SmallDisk() {
        if (mounted_) ::umount2(path_.constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    [[nodiscard]] bool isThere() const { return mounted_; }
    [[nodiscard]] QString at(const char* name) const { return QString::fromLocal8Bit(path_ + '/' + name); }
    [[nodiscard]] bool makeReadOnly() const { return ::mount(nullptr, path_.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0; }
    void fill() const {
        QFile file(at("filler"));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) return;
        while (file.write(QByteArray(1024, 'x')) > 0) {
        }
    }
    void makeRoom() const { QFile::remove(at("filler")); }

private:
    QByteArray path_;
    bool mounted_ = false;
};

}  // namespace

class TestDisk : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;

    [[nodiscard]] CodeEditor* editor() const { return window_->findChild<CodeEditor*>(QStringLiteral("editor")); }
    void type(const QString& text) const {
        editor()->selectAll();
        editor()->insertPlainText(text);
    }
    // Ctrl+S as a person does it; what the message said, if one came.
    QString saved() {
        QString said;
        QTimer watch;
        connect(&watch, &QTimer::timeout, this, [&] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (box == nullptr) return;
            said = box->text() + QLatin1Char('\n') + box->informativeText();
            box->button(QMessageBox::Cancel)->click();
        });
        watch.start(20);
        window_->findChild<QAction*>(QStringLiteral("actionSave"))->trigger();
        return said;
    }
    // The document is on screen, marked as changed, and kept where a crash would not take it.
    void verifyNothingIsLost(const QString& text) const {
        QCOMPARE(editor()->toPlainText(), text);
        QCOMPARE(window_->session()->state().text, text);
        QVERIFY(!window_->session()->history()->isClean());
        QVERIFY(window_->isWindowModified());
    }

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
        qputenv("XDG_STATE_HOME", folder_.filePath(QStringLiteral("state")).toUtf8());
    }
    void init() {
        window_ = std::make_unique<MainWindow>(MainWindow::Options{{.program = defaultLayoutProgram()}, false, true});
        window_->show();
        QVERIFY(QTest::qWaitFor([this] { return window_->isSettled(); }, 20000));
    }
    void cleanup() {
        window_->session()->history()->setClean();
        window_.reset();
    }

    void a_full_disk_keeps_the_document_and_the_old_file() {
        const SmallDisk disk(folder_.filePath(QStringLiteral("full")));
        if (!disk.isThere()) QSKIP("a file system of its own needs root");
        const QString path = disk.at("f.backstep");
        type(QStringLiteral("x^2"));
        QVERIFY(window_->saveFile(path).isEmpty());
        const QByteArray before = contentsOf(path);
        QVERIFY(!before.isEmpty());
        disk.fill();
        type(QStringLiteral("x^3"));
        const QString said = saved();
        QVERIFY2(said.contains(QStringLiteral("No space left on device")) && said.contains(QStringLiteral("another place")),
                 qPrintable(said));
        QCOMPARE(contentsOf(path), before);
        verifyNothingIsLost(QStringLiteral("x^3"));
        QCOMPARE(QDir(disk.at("")).entryList(QDir::Files).size(), 2);  // no torso is left beside it
        disk.makeRoom();
        QCOMPARE(saved(), QString());
        QVERIFY(contentsOf(path).contains("x^3"));
        QVERIFY(!window_->isWindowModified());
    }

    void a_read_only_disk_is_told() {
        const SmallDisk disk(folder_.filePath(QStringLiteral("readonly")));
        if (!disk.isThere()) QSKIP("a file system of its own needs root");
        const QString path = disk.at("f.txt");
        type(QStringLiteral("x^2"));
        QVERIFY(window_->saveFile(path).isEmpty());
        QVERIFY(disk.makeReadOnly());
        type(QStringLiteral("x^3"));
        const QString said = saved();
        QVERIFY2(said.contains(QStringLiteral("is not writable")) && said.contains(QStringLiteral("another place")), qPrintable(said));
        QCOMPARE(contentsOf(path), QByteArray("x^2"));
        verifyNothingIsLost(QStringLiteral("x^3"));
    }

    void a_folder_that_may_not_be_written_to_is_told() {
        if (::geteuid() == 0) QSKIP("root may write everywhere");
        const QString folder = folder_.filePath(QStringLiteral("locked"));
        QVERIFY(QDir().mkpath(folder));
        type(QStringLiteral("x^2"));
        QVERIFY(window_->saveFile(folder + QStringLiteral("/f.txt")).isEmpty());
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner);
        type(QStringLiteral("x^3"));
        const QString said = saved();
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        QVERIFY2(said.contains(QStringLiteral("Permission denied")), qPrintable(said));
        verifyNothingIsLost(QStringLiteral("x^3"));
    }

    void a_folder_that_is_gone_is_told() {
        const QString folder = folder_.filePath(QStringLiteral("gone"));
        QVERIFY(QDir().mkpath(folder));
        type(QStringLiteral("x^2"));
        QVERIFY(window_->saveFile(folder + QStringLiteral("/f.txt")).isEmpty());
        QVERIFY(QDir(folder).removeRecursively());
        type(QStringLiteral("x^3"));
        const QString said = saved();
        QVERIFY2(said.contains(QStringLiteral("No such file or directory")) && said.contains(QStringLiteral("another place")),
                 qPrintable(said));
        verifyNothingIsLost(QStringLiteral("x^3"));
        QVERIFY(QDir().mkpath(folder));
        QCOMPARE(saved(), QString());
        QCOMPARE(contentsOf(folder + QStringLiteral("/f.txt")), QByteArray("x^3"));
    }

    // What is not saved is at least kept, elsewhere, from the moment on that saving failed.
    void what_could_not_be_saved_is_kept_for_the_next_start() {
        const QString folder = folder_.filePath(QStringLiteral("gone2"));
        QVERIFY(QDir().mkpath(folder));
        type(QStringLiteral("x^2"));
        QVERIFY(window_->saveFile(folder + QStringLiteral("/f.txt")).isEmpty());
        QVERIFY(QDir(folder).removeRecursively());
        type(QStringLiteral("x^31"));
        QVERIFY(!saved().isEmpty());
        bool kept = false;
        const QDir recovery(Recovery::standardFolder());
        for (const QString& name : recovery.entryList({QStringLiteral("*.backstep")}))
            kept = kept || contentsOf(recovery.filePath(name)).contains("x^31");
        QVERIFY(kept);
    }

    void a_full_disk_never_damages_what_is_kept_for_a_crash() {
        const SmallDisk disk(folder_.filePath(QStringLiteral("state")));
        if (!disk.isThere()) QSKIP("a file system of its own needs root");
        Document document;
        document.state.text = QStringLiteral("x^4");
        QString file;
        {
            Recovery recovery(Recovery::standardFolder(), [&] { return document; });
            recovery.keepNow();
            file = recovery.file();
            disk.fill();
            document.state.text = QStringLiteral("y").repeated(40'000);
            recovery.keepNow();
            QVERIFY(contentsOf(file).contains("x^4"));
            disk.makeRoom();
            document.state.text = QStringLiteral("x^5");
            recovery.keepNow();
            QVERIFY(contentsOf(file).contains("x^5"));
        }
        const auto lost = Recovery::lostIn(Recovery::standardFolder());
        QCOMPARE(lost.size(), std::size_t{1});
        QCOMPARE(lost.front().firstLine, QStringLiteral("x^5"));
    }
};

QTEST_MAIN(TestDisk)
#include "tst_disk.moc"
