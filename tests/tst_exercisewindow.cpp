// SPDX-License-Identifier: GPL-3.0-or-later
// Exercises in the real window, as a student does them; what the handbook tells a teacher to do, done.
#include <QAction>
#include <QFile>
#include <QFileInfo>
#include <QFontMetrics>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTreeWidget>

#include "app/exercisefiles.h"
#include "app/exerciseprogress.h"
#include "app/exercises.h"
#include "app/mainwindow.h"
#include "tests/sanitized.h"
#include "widgets/markdownview.h"
#include "widgets/panedock.h"

using namespace backstep;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

const QByteArray kExercise =
    "+++\nbackstep = 1\nid = \"mine\"\ntitle = \"A teacher's\"\n+++\nHello <b>you</b> ![](file:///etc/passwd)\n\n"
    "```toml show\nformula = \"f(x) = x^2\"\nat = { x = 3 }\n```\n```toml task\nid = \"slope\"\ntype = \"adjoint\"\nnode = \"x\"\n"
    "hints = [\"one\", \"two\"]\nexplanation = \"It is {{answer}}.\"\n[[wrong]]\nvalue = 9\nreply = \"{{given}} is the value.\"\n```\n";

// The fenced text after <!-- guide: NAME --> in a page of the handbook.
QByteArray guide(const QString& language, const QString& name) {
    const QString page =
        QString::fromUtf8(contentsOf(QStringLiteral(BACKSTEP_SOURCE_DIR "/resources/handbook/%1/exercises.md").arg(language)));
    const QRegularExpression block(u"<!-- guide: %1 -->\\n````\\n(.*?)````\\n"_s.arg(QRegularExpression::escape(name)),
                                   QRegularExpression::DotMatchesEverythingOption);
    return block.match(page).captured(1).toUtf8();
}

}  // namespace

class TestExerciseWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> window_;
    QTemporaryDir folder_;

    Exercises* exercises() { return window_->exercises(); }
    bool ready() {
        return QTest::qWaitFor([this] { return !exercises()->busy() && window_->isSettled(); }, 10000 * kPatience);
    }
    ExerciseTask* task(std::size_t i) { return exercises()->page()->task(i); }
    void start() {
        window_ = std::make_unique<MainWindow>(
            MainWindow::Options{{.program = defaultLayoutProgram(), .timeLimit = std::chrono::milliseconds(3000)}, false});
        window_->resize(1440, 900);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        QVERIFY(QTest::qWaitFor([this] { return window_->isSettled(); }, 10000 * kPatience));
    }
    void open(const QString& path) {
        exercises()->open(path);
        QVERIFY(ready());
    }
    void answer(std::size_t i, const QString& text) {
        auto* line = task(i)->findChild<QLineEdit*>(u"answer"_s);
        QVERIFY(line != nullptr);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(ready());
    }

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"backstep-tests"_s);
        QCoreApplication::setApplicationName(u"exercises"_s);
        QVERIFY(folder_.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.filePath(u"settings"_s));  // of this run alone
    }
    void init() {
        QSettings().clear();
        ExerciseProgress::setSeed(3);
        start();
    }
    void cleanup() { window_.reset(); }

    void the_list_shows_what_is_next() {
        window_->findChild<QAction*>(u"actionExerciseList"_s)->trigger();
        QVERIFY(exercises()->dock()->isVisible());
        auto* tree = window_->findChild<QTreeWidget*>(u"exerciseList"_s);
        QCOMPARE(tree->topLevelItemCount(), shippedExercises().size());
        QCOMPARE(tree->topLevelItem(0)->text(0), u"One multiplication"_s);
        QCOMPARE(window_->focusWidget(), tree);  // the arrow keys choose
        QCOMPARE(tree->topLevelItem(0)->text(1), u"next"_s);
        // Every title is there whole: a long one takes more lines.
        for (const int width : {900, 1440}) {
            window_->resize(width, 800);
            QCoreApplication::processEvents();
            int longest = 0;
            for (int i = 0; i < tree->topLevelItemCount(); ++i) {
                const QModelIndex index = tree->model()->index(i, 0);
                const QFontMetrics metrics(index.data(Qt::FontRole).value<QFont>());
                const int room = tree->columnWidth(0) - 2 * (tree->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1);
                const int lines = metrics.boundingRect(QRect(0, 0, room, 1000), Qt::TextWordWrap, index.data().toString()).height();
                const int row = tree->visualRect(index).height();
                QVERIFY2(row >= lines, qPrintable(index.data().toString()));
                longest = std::max(longest, row);
            }
            QVERIFY(longest > tree->visualRect(tree->model()->index(0, 0)).height());
        }
        exercises()->setLanguage(u"zh_CN"_s);
        QCOMPARE(tree->topLevelItem(0)->text(0), u"一次乘法"_s);
    }

    void an_exercise_that_is_opened_as_a_file_is_an_exercise() {
        const QTemporaryDir elsewhere;
        const QString path = elsewhere.filePath(u"neuron.md"_s);
        QVERIFY(QFile::copy(u":/exercises/080-sigmoid-neuron.md"_s, path));
        SessionState own;
        own.text = u"x^3"_s;
        window_->session()->reset(own);
        QCOMPARE(window_->openFile(path), QString());
        QVERIFY(ready());
        QVERIFY(exercises()->dock()->isVisible());
        QVERIFY(!window_->session()->state().text.contains(u"+++"_s));
        QVERIFY(task(0) != nullptr);
        // Other text that has such a line is text.
        QVERIFY(exercise::isExercise("\xEF\xBB\xBF\r\n+++\r\n backstep=1\r\n+++\r\n"));
        for (const char* text : {"", "+++", "+++\n+++\nbackstep = 1\n", "x\n+++\nbackstep = 1\n+++\n", "+++\nbackstep\n+++\n"})
            QVERIFY2(!exercise::isExercise(text), text);
    }

    void a_student_answers_by_keyboard() {
        window_->findChild<QAction*>(u"actionExerciseNext"_s)->trigger();
        QVERIFY(ready());
        QCOMPARE(window_->session()->state().text, u"f(x, y) = x * y"_s);
        const double a = window_->session()->state().inputs[u"x"_s].value;
        const double b = window_->session()->state().inputs[u"y"_s].value;
        answer(0, QString::number(a + b));
        QVERIFY2(task(0)->replyText().contains(u"is the sum of the two"_s), qPrintable(task(0)->replyText()));
        QVERIFY(!task(0)->progress().done);
        answer(0, u"%1*%2"_s.arg(a).arg(b));
        QVERIFY2(task(0)->replyText().contains(u"Right"_s), qPrintable(task(0)->replyText()));
        QVERIFY(task(0)->progress().done);
        QCOMPARE(task(0)->progress().tries, 2);
        // It is there after a new start, and the list says so.
        window_.reset();
        start();
        exercises()->showList();
        QCOMPARE(window_->findChild<QTreeWidget*>(u"exerciseList"_s)->topLevelItem(0)->text(1), u"1 of 3"_s);
        open(shippedExercises()[0]);
        QCOMPARE(task(0)->answer().text, u"%1*%2"_s.arg(a).arg(b).toStdString());
        exercises()->resetExercise();
        QVERIFY(!task(0)->progress().done && task(0)->answer().text.empty());
    }

    // Of several places, those that are wrong are named; of one answer, what to do.
    void a_wrong_answer_that_nobody_foresaw_is_told_where() {
        open(shippedExercises()[3]);  // a whole sweep
        exercise::Answer answer = exercises()->sheet()->model(0, "en");
        answer.cells["v2"] = "-77", answer.cells["x"] = "-78";
        task(0)->setAnswer(answer);
        task(0)->check();
        QVERIFY(ready());
        QVERIFY2(task(0)->replyText().contains(u"Look again at: v₂, x"_s), qPrintable(task(0)->replyText()));
        QCOMPARE(task(0)->replyText().count(u"Not yet"_s), 1);
        open(shippedExercises()[0]);
        this->answer(0, u"1234"_s);
        QVERIFY2(task(0)->replyText().contains(u"ask for a hint"_s), qPrintable(task(0)->replyText()));
    }

    void hints_come_one_at_a_time() {
        open(shippedExercises()[0]);
        auto* hint = task(0)->findChild<QPushButton*>(u"hint"_s);
        auto* shown = task(0)->findChild<MarkdownView*>(u"hints"_s);
        QCOMPARE(hint->text(), u"Hint (2 left)"_s);
        QVERIFY(!shown->isVisibleTo(task(0)));
        QTest::mouseClick(hint, Qt::LeftButton);
        QVERIFY(shown->isVisibleTo(task(0)));
        QVERIFY(shown->toPlainText().contains(u"multiplies"_s));
        QTest::mouseClick(hint, Qt::LeftButton);
        QVERIFY(!hint->isEnabled());
        QCOMPARE(ExerciseProgress::of("one-multiplication", "value").hints, 2);
    }

    void every_shipped_exercise_can_be_walked_through() {
        for (const QString& path : shippedExercises()) {
            open(path);
            QVERIFY2(exercises()->page() != nullptr && exercises()->message().isEmpty(), qPrintable(path + exercises()->message()));
            const auto sheet = exercises()->sheet();
            std::size_t shown = 0;
            for (int page = 0; page < static_cast<int>(sheet->exercise().pages.size()); ++page) {
                exercises()->showPage(page);
                QVERIFY(ready());
                // What the first task of the page speaks of is in the editor; only what stays from the page before may be changed.
                const std::size_t show = sheet->exercise().tasks[exercises()->page()->tasks().front()].show;
                if (show != shown) QCOMPARE(window_->session()->state().text, QString::fromStdString(sheet->shown(show)->text).trimmed());
                shown = sheet->exercise().tasks[exercises()->page()->tasks().back()].show;
                for (const std::size_t i : exercises()->page()->tasks()) {
                    const exercise::Answer model = sheet->model(i, "en");
                    if (sheet->exercise().tasks[i].type == exercise::TaskType::Program) {
                        SessionState state = window_->session()->state();
                        state.text = QString::fromStdString(model.text);
                        window_->session()->change(state, u"solve"_s);
                        QVERIFY(ready());
                    } else {
                        task(i)->setAnswer(model);
                    }
                    task(i)->check();
                    QVERIFY(ready());
                    QVERIFY2(task(i)->progress().done, qPrintable(path + QString::number(i) + task(i)->replyText()));
                }
            }
        }
        exercises()->showList();
        QCOMPARE(exercises()->list()->next(), -1);
    }

    void show_me_plays_the_steps() {
        open(shippedExercises()[2]);  // a shared operand
        QTest::mouseClick(task(1)->findChild<QPushButton*>(u"showMe"_s), Qt::LeftButton);
        QVERIFY(exercises()->walking());
        const auto walk = exercises()->sheet()->walk(1);
        QCOMPARE(walk.size(), std::size_t(2));
        QVERIFY(QTest::qWaitFor([&] { return window_->cursor()->stop() == walk[0].first; }, 5000 * kPatience));
        QVERIFY(QTest::qWaitFor([&] { return window_->cursor()->stop() == walk[1].first; }, 5000 * kPatience));
        QVERIFY(QTest::qWaitFor([&] { return !exercises()->walking(); }, 5000 * kPatience));
    }

    void show_me_writes_a_program_that_one_can_take_back() {
        const auto shipped = shippedExercises();
        const auto with =
            std::find_if(shipped.begin(), shipped.end(), [](const QString& path) { return path.contains(u"150-accumulate"_s); });
        QVERIFY(with != shipped.end());
        open(*with);
        const auto& tasks = exercises()->sheet()->exercise().tasks;
        const auto found =
            std::find_if(tasks.begin(), tasks.end(), [](const exercise::Task& t) { return t.type == exercise::TaskType::Program; });
        QVERIFY(found != tasks.end());
        const auto number = static_cast<std::size_t>(found - tasks.begin());
        for (int page = 0; exercises()->page()->task(number) == nullptr; ++page) exercises()->showPage(page);
        QVERIFY(ready());
        const QString own = window_->session()->state().text;
        QTest::mouseClick(task(number)->findChild<QPushButton*>(u"showMe"_s), Qt::LeftButton);
        QVERIFY(ready());
        QVERIFY(window_->session()->state().text != own);
        QVERIFY(exercises()->message().contains(u"one way to do it"_s));
        task(number)->check();
        QVERIFY(ready());
        QVERIFY2(task(number)->progress().done, qPrintable(task(number)->replyText()));
        window_->findChild<QAction*>(u"actionUndo"_s)->trigger();
        QCOMPARE(window_->session()->state().text, own);
        exercises()->showPage(0);
        QCOMPARE(exercises()->message(), QString());  // no page begins with what was said on another
    }

    void the_step_shown_can_be_the_answer() {
        open(shippedExercises()[5]);
        QVERIFY(QTest::qWaitFor([&] { return window_->cursor()->stop() == 1; }, 5000 * kPatience));  // where the file says it opens
        window_->cursor()->setStop(4);
        QTest::mouseClick(task(0)->findChild<QPushButton*>(u"useStep"_s), Qt::LeftButton);
        QCOMPARE(task(0)->answer().text, std::string("4"));
        task(0)->check();
        QVERIFY(ready());
        QVERIFY(task(0)->progress().done);
    }

    void a_teachers_folder_is_listed_and_followed() {
        const QString path = folder_.filePath(u"mine.md"_s);
        QVERIFY(write(path, kExercise));
        QVERIFY(write(folder_.filePath(u"broken.md"_s), "no exercise\n"));
        exercises()->setFolder(folder_.path());
        exercises()->showList();
        QCOMPARE(exercises()->list()->entries().size(), shippedExercises().size() + 2);
        open(path);
        answer(0, u"9"_s);
        QVERIFY2(task(0)->replyText().contains(u"9 is the value."_s), qPrintable(task(0)->replyText()));
        const auto prose = exercises()->page()->findChildren<MarkdownView*>();
        QVERIFY(prose[0]->toPlainText().contains("<b>you</b>"_L1));
        QVERIFY(!prose[0]->loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/passwd"_s)).isValid());
        QVERIFY(write(path, QByteArray(kExercise).replace("x^2", "x^3")));
        QVERIFY(QTest::qWaitFor([this] { return window_->session()->state().text == u"f(x) = x^3"_s; }, 5000 * kPatience));
        open(folder_.filePath(u"broken.md"_s));
        QVERIFY2(exercises()->message().contains(u"line 1"_s), qPrintable(exercises()->message()));
        open(folder_.filePath(u"nowhere.md"_s));
        QVERIFY(exercises()->message().contains(u"does not exist"_s));
    }

    void a_report_says_what_was_done() {
        const QString path = folder_.filePath(u"mine.md"_s);
        QVERIFY(write(path, kExercise));
        open(path);
        QTest::mouseClick(task(0)->findChild<QPushButton*>(u"hint"_s), Qt::LeftButton);
        answer(0, u"6"_s);
        const QString html = folder_.filePath(u"report.html"_s);
        const QString pdf = folder_.filePath(u"report.pdf"_s);
        QVERIFY(exercises()->writeReport(html) && exercises()->writeReport(pdf));
        const QByteArray page = contentsOf(html);
        QVERIFY2(page.contains("<h1>A teacher&#39;s</h1>") || page.contains("<h1>A teacher's</h1>"), page.constData());
        QVERIFY(page.contains("1 of 1 tasks done") && page.contains("<td>6</td><td>done</td><td>1</td><td>1</td>"));
        QVERIFY(contentsOf(pdf).startsWith("%PDF-"));
        const QByteArray first = contentsOf(pdf);
        QTest::qWait(1100);
        QVERIFY(exercises()->writeReport(pdf));
        QCOMPARE(contentsOf(pdf), first);
    }

    // Options and cells by what stands beside them, programs as they were.
    void a_report_says_every_kind_of_answer() {
        for (const auto& [name, task] : {std::pair(u"190-second-derivative"_s, u"build"_s), std::pair(u"070-log-sin"_s, u"floats"_s),
                                         std::pair(u"070-log-sin"_s, u"edges"_s)}) {
            const auto shipped = shippedExercises();
            open(*std::find_if(shipped.begin(), shipped.end(), [&name = name](const QString& path) { return path.contains(name); }));
            const auto& tasks = exercises()->sheet()->exercise().tasks;
            std::size_t i = 0;
            while (tasks[i].id != task.toStdString()) ++i;
            for (int page = 0; exercises()->page()->task(i) == nullptr; ++page) exercises()->showPage(page);
            QVERIFY(ready());
            const exercise::Answer model = exercises()->sheet()->model(i, "en");
            if (tasks[i].type == exercise::TaskType::Program) {
                SessionState state = window_->session()->state();
                state.text = QString::fromStdString(model.text);
                window_->session()->change(state, u"solve"_s);
                QVERIFY(ready());
            } else {
                this->task(i)->setAnswer(model);
            }
            this->task(i)->check();
            QVERIFY(ready());
            const QString html = folder_.filePath(u"kinds.html"_s);
            QVERIFY(exercises()->writeReport(html));
            const QByteArray page = contentsOf(html);
            if (task == u"build") QVERIFY(page.contains("<pre>import torch") && page.contains("hessian = torch.tensor(rows)"));
            if (task == u"floats") QVERIFY(page.contains("<td>The two are rounded in a different order and differ in the last bits</td>"));
            if (task == u"edges") QVERIFY2(page.contains("x → x²: "), page.constData());
        }
    }

    void practice_never_ends() {
        QSet<QString> seen;
        window_->findChild<QAction*>(u"actionPractice3"_s)->trigger();
        for (int i = 0; i < 5; ++i) {
            QVERIFY(QTest::qWaitFor([this] { return !exercises()->busy() && exercises()->message().isEmpty() && window_->isSettled(); },
                                    10000));
            seen.insert(window_->session()->state().text);
            task(0)->setAnswer(exercises()->sheet()->model(0, "en"));
            task(0)->check();
            QVERIFY(ready());
            QVERIFY(task(0)->progress().done);
            QTest::mouseClick(window_->findChild<QPushButton*>(u"exerciseNext"_s), Qt::LeftButton);
        }
        QVERIFY(seen.size() >= 4);
    }

    void the_guide_works_as_written_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << u"en"_s;
        QTest::newRow("zh_CN") << u"zh_CN"_s;
    }
    void the_guide_works_as_written() {
        QFETCH(QString, language);
        QTemporaryDir folder;
        const auto run = [&](const QByteArray& line, int status) {
            QProcess process;
            QStringList words = QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
            const QString program = words.takeFirst();
            process.setWorkingDirectory(folder.path());
            process.start(QStringLiteral(BACKSTEP_BINARY_DIR "/bin/") + program, words);
            process.waitForFinished(20000);
            const QByteArray error = process.readAllStandardError();
            if (process.exitCode() != status) qWarning("%s", error.constData());
            return status == 0 ? process.readAllStandardOutput() : error;
        };
        const QByteArray text = guide(language, u"double.md"_s);
        QVERIFY(write(folder.filePath(u"double.md"_s), text));
        QCOMPARE(run(guide(language, u"run"_s).trimmed(), 0), guide(language, u"output"_s));
        QVERIFY(write(folder.filePath(u"answers.toml"_s), guide(language, u"answers.toml"_s)));
        QCOMPARE(run(guide(language, u"grade"_s).trimmed(), 0), QByteArray("right       slope\n1 of 1 right\n"));
        QVERIFY(write(folder.filePath(u"double.md"_s), QByteArray(text).replace("node =", "nod =")));
        QVERIFY(run(guide(language, u"run"_s).trimmed(), 1).contains(guide(language, u"fault"_s).trimmed()));
        QVERIFY(write(folder.filePath(u"mine.md"_s), text));
        open(folder.filePath(u"mine.md"_s));
        QVERIFY(exercises()->message().isEmpty() && task(0) != nullptr);
    }

    // Pictures to look at: BACKSTEP_PICTURES=folder. Every page as a new student meets it: a wrong answer, every hint, then the right one.
    void pictures() {
        const QString folder = qEnvironmentVariable("BACKSTEP_PICTURES");
        if (folder.isEmpty()) QSKIP("no folder for pictures");
        window_->resize(1280, 800);
        for (const QString& language : {u"en"_s, u"zh_CN"_s}) {
            window_->setAppearance(language == u"en" ? AppearanceMode::light : AppearanceMode::dark);
            exercises()->setLanguage(language);
            exercises()->showList();
            QTest::qWait(300);
            window_->grab().save(folder + u"/list-"_s + language + u".png"_s);
            for (const QString& path : shippedExercises()) {
                open(path);
                const auto sheet = exercises()->sheet();
                for (int page = 0; page < static_cast<int>(sheet->exercise().pages.size()); ++page) {
                    exercises()->showPage(page);
                    QVERIFY(ready());
                    QTest::qWait(300);
                    const QString name = u"%1/%2-%3-%4"_s.arg(folder, language, QFileInfo(path).baseName().left(3)).arg(page + 1);
                    window_->grab().save(name + u"-window.png"_s);
                    for (const std::size_t i : exercises()->page()->tasks()) {
                        const exercise::Task& t = sheet->exercise().tasks[i];
                        while (ExerciseProgress::of(sheet->exercise().id, t.id).hints < static_cast<int>(t.hints.size()))
                            task(i)->showHint();
                        if (t.type != exercise::TaskType::Program) task(i)->setAnswer(sheet->model(i, language.toStdString()));
                        task(i)->check();
                        QVERIFY(ready());
                    }
                    QTest::qWait(300);
                    exercises()->page()->widget()->grab().save(name + u"-page.png"_s);
                }
                ExerciseProgress::reset(sheet->exercise().id);
            }
        }
    }
};

QTEST_MAIN(TestExerciseWindow)
#include "tst_exercisewindow.moc"
