// SPDX-License-Identifier: GPL-3.0-or-later
// The handbook: every link leads somewhere, every menu that it names is there, what it tells to type runs, F1 opens it.
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "app/handbook.h"
#include "app/language.h"
#include "app/mainwindow.h"
#include "app/preferences.h"

using namespace backstep;

namespace {

const QString kMade = QStringLiteral(BACKSTEP_BINARY_DIR "/share/backstep/handbook/");
const QString kSource = QStringLiteral(BACKSTEP_SOURCE_DIR "/resources/handbook/");

QString contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList pagesOf(const QString& folder, const char* ending) {
    return QDir(folder).entryList({QStringLiteral("*.") + QLatin1String(ending)}, QDir::Files, QDir::Name);
}

QStringList allMatches(const QString& text, const QString& pattern) {
    const QRegularExpression expression(pattern);
    QStringList found;
    for (auto it = expression.globalMatch(text); it.hasNext();) found.append(it.next().captured(1));
    return found;
}

void pathsOf(const QMenu* menu, const QString& above, QSet<QString>& paths) {
    static const QRegularExpression letter(QStringLiteral("\\(&\\w\\)|&|…|\\t.*$"));
    for (const QAction* action : menu->actions()) {
        const QString path = above + QStringLiteral(" ▸ ") + QString(action->text()).remove(letter).trimmed();
        paths.insert(path);
        if (action->menu() != nullptr) pathsOf(action->menu(), path, paths);
    }
}

}  // namespace

class TestHandbook : public QObject {
    Q_OBJECT

    std::unique_ptr<Language> language_;
    std::unique_ptr<MainWindow> window_;
    QTemporaryDir folder_;

    void languages() const {
        QTest::addColumn<QString>("code");
        for (const QString& code : Language::codes()) QTest::newRow(qPrintable(code)) << code;
    }

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
        applyAppearance(*qApp, AppearanceMode::light);
        language_ = std::make_unique<Language>();
        qputenv("BACKSTEP_HANDBOOK", kMade.toUtf8());
        window_ = std::make_unique<MainWindow>(MainWindow::Options{{.program = defaultLayoutProgram()}, false, false, language_.get()});
        window_->show();
        QVERIFY(QTest::qWaitFor([this] { return window_->isSettled(); }, 20000));
    }
    void cleanup() { language_->speak(QStringLiteral("en")); }
    void cleanupTestCase() { window_.reset(); }

    void both_languages_have_the_same_pages_and_places() {
        const QStringList pages = pagesOf(kMade + QStringLiteral("en"), "html");
        QVERIFY(pages.size() >= 10);
        QCOMPARE(pagesOf(kMade + QStringLiteral("zh_CN"), "html"), pages);
        for (const QString& page : pages) {
            const QString pattern = QStringLiteral("<h\\d id=\"([^\"]+)\"");
            QCOMPARE(allMatches(contentsOf(kMade + QStringLiteral("zh_CN/") + page), pattern),
                     allMatches(contentsOf(kMade + QStringLiteral("en/") + page), pattern));
        }
    }

    void every_link_and_picture_is_there_data() const { languages(); }
    void every_link_and_picture_is_there() const {
        QFETCH(QString, code);
        const QDir folder(kMade + code);
        for (const QString& page : pagesOf(folder.path(), "html")) {
            const QString html = contentsOf(folder.filePath(page));
            QVERIFY2(!html.contains(QLatin1String("<!--")) && !html.contains(QLatin1String("{#")) && html.contains(QLatin1String("<h1>")),
                     qPrintable(page));
            for (const QString& link : allMatches(html, QStringLiteral("(?:href|src)=\"([^\"]+)\""))) {
                if (link.startsWith(QLatin1String("http"))) continue;
                const QString file = link.section(QLatin1Char('#'), 0, 0), place = link.section(QLatin1Char('#'), 1);
                QVERIFY2(QFile::exists(folder.filePath(file)), qPrintable(page + QStringLiteral(" → ") + link));
                if (!place.isEmpty())
                    QVERIFY2(contentsOf(folder.filePath(file)).contains(QStringLiteral("id=\"%1\"").arg(place)),
                             qPrintable(page + QStringLiteral(" → ") + link));
            }
        }
    }

    // **File ▸ Examples ▸ Gradients add up** is in the menus, in that language.
    void every_menu_that_is_named_is_there_data() const { languages(); }
    void every_menu_that_is_named_is_there() {
        QFETCH(QString, code);
        language_->speak(code);
        static const QRegularExpression letter(QStringLiteral("\\(&\\w\\)|&|…"));
        QSet<QString> paths;
        for (const QAction* action : window_->menuBar()->actions()) {
            const QString title = QString(action->text()).remove(letter);
            paths.insert(title);
            pathsOf(action->menu(), title, paths);
        }
        for (const QString& page : pagesOf(kSource + code, "md")) {
            for (QString path :
                 allMatches(contentsOf(kSource + code + QLatin1Char('/') + page), QStringLiteral("\\*\\*([^*]+ ▸ [^*]+)\\*\\*"))) {
                path = path.remove(QStringLiteral("…")).simplified();
                bool found = paths.contains(path);
                for (const QString& known : paths)
                    found = found || known.startsWith(path + QStringLiteral(": ")) || known.startsWith(path + QStringLiteral("：")) ||
                            known.startsWith(path + QLatin1Char(' '));
                QVERIFY2(found, qPrintable(page + QStringLiteral(": ") + path));
            }
        }
    }

    void what_is_to_be_typed_on_the_command_line_runs_data() const { languages(); }
    void what_is_to_be_typed_on_the_command_line_runs() const {
        QFETCH(QString, code);
        QTemporaryDir here;
        int count = 0;
        for (const QString& page : {QStringLiteral("howto.md")}) {
            for (const QString& line :
                 allMatches(contentsOf(kSource + code + QLatin1Char('/') + page), QStringLiteral("(?m)(?:^    |`)backstep ([^`\n]+)"))) {
                if (line.contains(QLatin1String("--limits"))) continue;
                QProcess process;
                process.setWorkingDirectory(here.path());
                QStringList words = QProcess::splitCommand(QString(line).replace(QLatin1Char('\''), QLatin1Char('"')));
                process.start(QStringLiteral(BACKSTEP_BINARY_DIR "/bin/backstep"), words);
                QVERIFY2(process.waitForFinished(60000) && process.exitCode() == 0,
                         qPrintable(line + QLatin1Char('\n') + QString::fromUtf8(process.readAllStandardError())));
                ++count;
            }
        }
        QVERIFY(count >= 1);
    }

    // The numbers that the tutorial promises.
    void the_tutorial_counts_right() const {
        QProcess process;
        process.start(QStringLiteral(BACKSTEP_BINARY_DIR "/bin/backstep"),
                      {QStringLiteral("steps"), QStringLiteral("log(x^2) * sin(x) + 1/x"), QStringLiteral("--at"), QStringLiteral("x=2")});
        QVERIFY(process.waitForFinished(60000));
        const QStringList lines = QString::fromUtf8(process.readAllStandardOutput()).split(QLatin1Char('\n'));
        const auto step = [&](int number) {
            for (const QString& line : lines) {
                if (line.trimmed().startsWith(QString::number(number) + QLatin1Char(' '))) return line;
            }
            return QString();
        };
        QVERIFY(step(11).contains(QStringLiteral("x̄")) && step(11).contains(QStringLiteral("−0.25")));
        QVERIFY(step(14).endsWith(QStringLiteral("−0.25 + 1.3863 · cos 2 = −0.25 + 1.3863 · (−0.41615) = −0.8269")));
        QVERIFY(step(16).endsWith(QStringLiteral("0.082395")) && step(17).isEmpty());
    }

    void f1_opens_what_is_said_of_the_pane_data() {
        QTest::addColumn<QString>("control");
        QTest::addColumn<QString>("place");
        QTest::newRow("editor") << QStringLiteral("editor") << QStringLiteral("window#function");
        QTest::newRow("graph") << QStringLiteral("graph") << QStringLiteral("window#graph");
        QTest::newRow("plot") << QStringLiteral("plot") << QStringLiteral("window#plot");
        QTest::newRow("timeline") << QStringLiteral("timeline") << QStringLiteral("window#timeline");
    }
    void f1_opens_what_is_said_of_the_pane() {
        QFETCH(QString, control);
        QFETCH(QString, place);
        const QWidget* widget = window_->findChild<QWidget*>(control);
        QVERIFY(widget != nullptr);
        QCOMPARE(Handbook::placeOf(widget), place);
        Handbook* handbook = window_->openHandbook(Handbook::placeOf(widget));
        QCOMPARE(handbook->place(), place);
        QVERIFY(handbook->isVisible() && handbook->pages()->toPlainText().size() > 500);
        QCOMPARE(window_->findChild<QAction*>(QStringLiteral("actionHandbook"))->shortcut(), QKeySequence(Qt::Key_F1));
    }

    void f1_opens_it_from_a_dialog_too() {
        bool opened = false;
        QTimer::singleShot(0, window_.get(), [&] {
            QWidget* dialog = QApplication::activeModalWidget();
            if (dialog == nullptr) return;
            QTest::keyClick(dialog, Qt::Key_F1);
            auto* handbook = dialog->findChild<Handbook*>();
            opened = handbook != nullptr && handbook->isVisible() && !handbook->pages()->toPlainText().isEmpty();
            if (handbook != nullptr) {  // it takes the mouse although the dialog shuts out the window
                QTest::mouseClick(handbook->pages()->viewport(), Qt::LeftButton);
                opened = opened && handbook->isEnabled();
                handbook->close();
            }
            dialog->close();
        });
        window_->findChild<QAction*>(QStringLiteral("actionPreferences"))->trigger();
        QVERIFY(opened);
    }

    void it_changes_its_language_with_the_window_and_stays_where_it_is() {
        Handbook* handbook = window_->openHandbook(QStringLiteral("howto#nan"));
        QVERIFY(handbook->pages()->toPlainText().contains(QStringLiteral("find where a NaN comes from")));
        language_->speak(QStringLiteral("zh_CN"));
        QVERIFY(handbook->pages()->toPlainText().contains(QStringLiteral("找出 NaN 从哪里来")));
        QCOMPARE(handbook->place(), QStringLiteral("howto#nan"));
        QCOMPARE(handbook->windowTitle(), QStringLiteral("Backstep 手册"));
    }

    void links_and_the_way_back_work_and_nothing_else_is_loaded() {
        Handbook* handbook = window_->openHandbook(QStringLiteral("index"));
        handbook->pages()->setSource(QUrl(QStringLiteral("howto.html#export")));
        QCOMPARE(handbook->place(), QStringLiteral("howto#export"));
        window_->findChild<QAction*>(QStringLiteral("handbookBack"))->trigger();
        QCOMPARE(handbook->place(), QStringLiteral("index"));
        QVERIFY(
            !handbook->pages()->loadResource(QTextDocument::HtmlResource, QUrl::fromLocalFile(QStringLiteral("/etc/passwd"))).isValid());
        QVERIFY(
            !handbook->pages()->loadResource(QTextDocument::ImageResource, QUrl(QStringLiteral("https://example.org/a.png"))).isValid());
    }
};

QTEST_MAIN(TestHandbook)
#include "tst_handbook.moc"
