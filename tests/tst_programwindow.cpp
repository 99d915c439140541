// SPDX-License-Identifier: GPL-3.0-or-later
// Long because a program's whole life in the window is here, with one set of hands for all of it.
// Programs in the real window: pasted, typed, opened, run, stopped, mended.
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "app/document.h"
#include "app/examples.h"
#include "tests/machine.h"
#include "tests/realwindow.h"
#include "tests/sanitized.h"
#include "widgets/codeeditor.h"
#include "widgets/errorcard.h"
#include "widgets/figureview.h"
#include "widgets/inputspanel.h"
#include "widgets/outputview.h"
#include "widgets/pathband.h"
#include "widgets/plotview.h"
#include "widgets/repairbanner.h"

using namespace backstep;

namespace {

const QString kProgram =
    QStringLiteral("import torch\nx = torch.tensor(3.0, requires_grad=True)\ny = x * x\ny.backward()\nprint(x.grad)\n");

}  // namespace

class TestProgramWindow : public QObject, RealWindow {
    Q_OBJECT

    [[nodiscard]] CodeEditor* editor() const { return child<CodeEditor>("editor"); }
    [[nodiscard]] QString output() const { return child<OutputPage>("outputPage")->toPlainText(); }
    [[nodiscard]] QAction* action(const char* name) const { return child<QAction>(name); }
    // The pane is shown, whatever tab is chosen.
    [[nodiscard]] static bool isShown(const QWidget* widget) { return !widget->isHidden(); }

    void paste(const QString& text) {
        editor()->setFocus();
        editor()->selectAll();
        QGuiApplication::clipboard()->setText(text);
        editor()->paste();
    }
    void type(const QString& text) {
        for (const QChar c : text) QTest::keyClick(editor(), c == QLatin1Char('\n') ? '\r' : c.toLatin1());
    }
    [[nodiscard]] QString fileWith(const QString& name, const QByteArray& text) {
        const QString path = folder_.filePath(name);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) file.write(text);
        return path;
    }
    [[nodiscard]] bool plotted() const {
        return settled() &&
               QTest::qWaitFor([&] { return child<PlotView>("plot")->isVisible() && child<PlotView>("plot")->scene().hasChart; },
                               20000 * kPatience);
    }
    QTemporaryDir folder_;

private slots:
    void initTestCase() { prepare(); }
    void init() { open({1280, 800}); }
    void cleanup() { window_.reset(); }

    void the_output_of_another_document_is_gone() {
        const QTemporaryDir folder;
        const auto file = [&](const char* name, const char* text) {
            const QString path = folder.filePath(QLatin1String(name));
            QFile out(path);
            return out.open(QIODevice::WriteOnly) && out.write(text) > 0 ? path : QString();
        };
        QVERIFY(window_->openFile(file("a.py", "print(a，b)\n")).isEmpty());
        QVERIFY(settled());
        auto* output = child<OutputView>("output");
        const auto headline = [&] {
            return output->hasReport() ? output->errorCard()->findChild<QLabel*>(QStringLiteral("errorHeadline"))->text() : QString();
        };
        QVERIFY2(headline().contains(QStringLiteral("U+FF0C")), qPrintable(headline()));
        QVERIFY(window_->openFile(file("b.py", "print(“a”)\n")).isEmpty());
        QVERIFY(settled());
        QVERIFY2(headline().contains(QStringLiteral("U+201C")), qPrintable(headline()));
    }
    void a_number_of_a_large_leaf_is_chosen_and_changed() {
        SessionState state;
        state.text = QStringLiteral(
            "import torch\nW = torch.arange(20.0).reshape(4, 5).requires_grad_()\n(W * W).sum().backward()\nprint(W.grad[3, 4])\n");
        window_->session()->reset(state);
        QVERIFY(settled());
        auto* panel = child<InputsPanel>("inputs");
        QCOMPARE(panel->inputs().size(), 1);
        QCOMPARE(panel->inputs()[0].name, QStringLiteral("W[0, 0]"));
        const auto ask = [&] {
            QTest::mouseClick(panel->findChild<QToolButton*>(QStringLiteral("pickElement")), Qt::LeftButton);
            return window_->findChild<QLineEdit*>(QStringLiteral("elementIndex"));
        };
        QPointer<QLineEdit> line = ask();
        QVERIFY(line != nullptr && line->isVisible());
        QCOMPARE(line->text(), QStringLiteral("[0, 0]"));
        line->setText(QStringLiteral("4, 0"));  // there are rows 0 to 3
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(line != nullptr && line->isVisible());
        QCOMPARE(line->accessibleDescription(), QStringLiteral("There is no such element."));
        line->setText(QStringLiteral("3,4"));
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return panel->inputs().size() == 1 && panel->inputs()[0].name == QStringLiteral("W[3, 4]"); }));
        QCOMPARE(panel->inputs()[0].value, 19.0);
        auto* field = panel->findChild<QLineEdit*>(QStringLiteral("inputValue"));
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("2"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(settled());
        QVERIFY2(child<OutputView>("output")->everything().contains(QStringLiteral("tensor(4.)")),
                 qPrintable(child<OutputView>("output")->everything()));
        QCOMPARE(panel->inputs()[0].name, QStringLiteral("W[3, 4]"));
    }
    void a_pasted_program_runs_by_itself_and_prints() {
        paste(kProgram);
        QVERIFY(window_->session()->isProgram());
        QVERIFY(settled());
        QCOMPARE(output(), QStringLiteral("tensor(6.)"));
        QVERIFY(window_->cursor()->snapshot()->isProgram());
        QVERIFY(window_->cursor()->snapshot()->recording.tape.size() > 0);
        QVERIFY(!window_->cursor()->stale());
        QVERIFY(!isShown(child<QLabel>("message")));
        QVERIFY(!isShown(child<ErrorCard>("errorCard")));
        window_->session()->history()->undo();
        QVERIFY(settled());
        QVERIFY(!window_->session()->isProgram());
        QVERIFY(!window_->cursor()->snapshot()->isProgram());
    }

    void a_formula_has_no_buttons_to_run_it() {
        QVERIFY(!action("actionRun")->isVisible());
        paste(kProgram);
        QVERIFY(action("actionRun")->isVisible());
        QVERIFY(settled());
        paste(QStringLiteral("x^2"));
        QVERIFY(settled());
        QVERIFY(!action("actionRun")->isVisible());
        QVERIFY(!window_->session()->isProgram());
    }

    void the_kind_can_be_chosen_and_left_to_the_text_again() {
        paste(QStringLiteral("x = 2"));
        QVERIFY(!window_->session()->isProgram());
        action("actionReadAs")->trigger();
        QVERIFY(window_->session()->isProgram());
        paste(QStringLiteral("x = 3"));  // stays what was chosen
        QVERIFY(window_->session()->isProgram());
        action("actionKindAutomatic")->trigger();
        QVERIFY(!window_->session()->isProgram());
        window_->session()->history()->undo();
        QVERIFY(window_->session()->isProgram());
        QVERIFY(settled());
    }

    void an_error_is_said_in_the_output_under_the_editor_and_at_its_place() {
        paste(QStringLiteral(
            "import torch\nx = torch.arange(3.0, requires_grad=True)\nprint('before')\n(x * x).backward()\nprint('after')\n"));
        QVERIFY(settled());
        QCOMPARE(output(), QStringLiteral("before"));
        const auto* headline = child<QLabel>("errorHeadline");
        QVERIFY(isShown(child<ErrorCard>("errorCard")));
        QVERIFY2(headline->text().startsWith(QStringLiteral("RuntimeError: grad can be implicitly created only for scalar outputs")),
                 qPrintable(headline->text()));
        QVERIFY(child<QLabel>("message")->text().contains(QStringLiteral("grad can be implicitly created")));
        QVERIFY(child<QLabel>("message")->text().contains(QStringLiteral("4")));
        QVERIFY(!window_->cursor()->stale());  // the partial run is shown
        QCOMPARE(editor()->extraSelections().size(), 1);
        QVERIFY(editor()->extraSelections().first().cursor.blockNumber() == 3);
        QTest::mouseClick(child<QToolButton>("errorLine"), Qt::LeftButton);
        QCOMPARE(editor()->textCursor().blockNumber(), 3);
    }

    void what_cannot_be_parsed_keeps_the_last_run_dimmed() {
        paste(kProgram);
        QVERIFY(settled());
        editor()->moveCursor(QTextCursor::End);
        type(QStringLiteral("y = (1 +"));
        QVERIFY(settled());
        QVERIFY(window_->cursor()->stale());
        QCOMPARE(output(), QStringLiteral("tensor(6.)"));
        QVERIFY(child<QLabel>("message")->text().contains(QStringLiteral("SyntaxError")));
        type(QStringLiteral(" 2)"));
        QVERIFY(settled());
        QVERIFY(!window_->cursor()->stale());
        QVERIFY(!isShown(child<QLabel>("message")));
    }

    // A turn of this loop takes a millisecond, and no limit of steps is near.
    void a_program_that_never_ends_is_stopped_at_once() {
        paste(QStringLiteral("import torch\nprint('on')\na = torch.ones(100, 100)\nwhile True:\n    b = a @ a\n"));
        QVERIFY(QTest::qWaitFor([this] { return window_->isRunning(); }, 5000 * kPatience));
        QTest::qWait(kSanitized ? 6000 : 300);  // so that it has printed
        QVERIFY(window_->isRunning());
        QVERIFY(isShown(child<QLabel>("running")));
        QVERIFY(action("actionStop")->isEnabled());
        QVERIFY(!action("actionRun")->isEnabled());
        QElapsedTimer clock;
        clock.start();
        action("actionStop")->trigger();
        QVERIFY(QTest::qWaitFor([this] { return !window_->isRunning(); }, 5000 * kPatience));
        QVERIFY2(clock.elapsed() < 1000 * slowness(), qPrintable(QString::number(clock.elapsed())));  // 100 ms on a machine of one's own
        QVERIFY(settled());
        QCOMPARE(window_->cursor()->snapshot()->report->error->type, std::string("Interrupted"));
        QCOMPARE(output(), QStringLiteral("on"));
        QVERIFY(!action("actionStop")->isEnabled());
        QVERIFY(action("actionRun")->isEnabled());
        QVERIFY(!isShown(child<QLabel>("running")));
    }

    void typing_while_it_runs_takes_its_place() {
        paste(QStringLiteral("import torch\na = torch.ones(100, 100)\nwhile True:\n    b = a @ a\n"));
        QVERIFY(QTest::qWaitFor([this] { return window_->isRunning(); }, 5000 * kPatience));
        paste(QStringLiteral("print('other')\n"));
        QVERIFY(settled());
        QCOMPARE(output(), QStringLiteral("other"));
    }

    void an_opened_program_waits_to_be_run() {
        QCOMPARE(window_->openFile(fileWith(QStringLiteral("p.py"), kProgram.toUtf8())), QString());
        QVERIFY(settled());
        QCOMPARE(editor()->toPlainText(), kProgram);
        QVERIFY(window_->session()->waitsForRun());
        QVERIFY(window_->cursor()->snapshot() == nullptr);
        QCOMPARE(output(), QString());
        editor()->moveCursor(QTextCursor::End);
        type(QStringLiteral("print(1)\n"));  // editing does not run it either
        QVERIFY(settled());
        QVERIFY(window_->cursor()->snapshot() == nullptr);
        action("actionRun")->trigger();
        QVERIFY(settled());
        QCOMPARE(output(), QStringLiteral("tensor(6.)\n1"));
        type(QStringLiteral("print(2)\n"));  // from now on it runs by itself
        QVERIFY(settled());
        QCOMPARE(output(), QStringLiteral("tensor(6.)\n1\n2"));
    }

    void an_opened_formula_is_evaluated_at_once() {
        QCOMPARE(window_->openFile(fileWith(QStringLiteral("f.txt"), "f(x) = x^3\n")), QString());
        QVERIFY(settled());
        QVERIFY(window_->cursor()->snapshot() != nullptr);
        QVERIFY(!window_->session()->isProgram());
        QVERIFY(!window_->openFile(folder_.filePath(QStringLiteral("nothing.txt"))).isEmpty());
    }

    void a_damaged_paste_is_mended_only_when_asked() {
        const QString damaged = QStringLiteral(
            ">>> import torch\n>>> x = torch.tensor(2.0, requires_grad=True)\n>>> (x * x).backward()\n>>> print(x.grad)\ntensor(4.)\n");
        paste(damaged);
        QVERIFY(settled());
        auto* banner = child<RepairBanner>("repairBanner");
        QVERIFY(isShown(banner));
        QCOMPARE(editor()->toPlainText(), damaged);
        auto* changes = child<QPlainTextEdit>("repairChanges");
        QVERIFY(!isShown(changes));
        QTest::mouseClick(child<QToolButton>("repairPreview"), Qt::LeftButton);
        QVERIFY(isShown(changes));
        QVERIFY2(changes->toPlainText().contains(QStringLiteral("+ import torch")), qPrintable(changes->toPlainText()));
        QCOMPARE(editor()->toPlainText(), damaged);
        QTest::mouseClick(child<QToolButton>("repairButton"), Qt::LeftButton);
        QVERIFY(settled());
        QVERIFY(!isShown(banner));
        QCOMPARE(output(), QStringLiteral("tensor(4.)"));
        window_->session()->history()->undo();  // one step
        QCOMPARE(editor()->toPlainText(), damaged);
        QVERIFY(settled());
    }

    void a_repair_can_be_declined() {
        paste(QStringLiteral(">>> import torch\n>>> print(1)\n1\n"));
        QVERIFY(settled());
        QVERIFY(isShown(child<RepairBanner>("repairBanner")));
        QTest::mouseClick(child<QToolButton>("repairDismiss"), Qt::LeftButton);
        QVERIFY(!isShown(child<RepairBanner>("repairBanner")));
        editor()->moveCursor(QTextCursor::End);
        type(QStringLiteral("x"));
        QVERIFY(settled());
        QVERIFY(!isShown(child<RepairBanner>("repairBanner")));
    }

    void control_characters_are_shown_not_obeyed() {
        paste(QStringLiteral("print('a\\x1b[31mb\\rc')\nprint('\\u202e')\n"));
        QVERIFY(settled());
        QCOMPARE(output(), QStringLiteral("a\\x1b[31mb\\rc\n\\u202e"));
        QCOMPARE(child<OutputView>("output")->everything(), QStringLiteral("a\x1b[31mb\rc\n\u202e\n"));
    }

    void echo_and_print_come_in_the_order_of_the_program() {
        paste(QStringLiteral("import torch\nprint('one')\n1 + 1\nprint('three')\ntorch.ones(2)\n"));
        QVERIFY(settled());
        QCOMPARE(output(), QStringLiteral("one\n2\nthree\ntensor([1., 1.])"));
        QCOMPARE(child<OutputPage>("outputPage")->lineAt(5), 2);
    }

    void long_output_is_shown_whole() {
        paste(QStringLiteral("for i in range(9000):\n    print(i, 'x' * 60)\n"));
        QVERIFY(settled());
        QTRY_COMPARE(child<OutputPage>("outputPage")->blockCount(), 9000);
        QVERIFY(output().contains(QStringLiteral("\n1000 xx")));
        QVERIFY(output().endsWith(QStringLiteral("\n8999 ") + QString(60, QLatin1Char('x'))));
        paste(QStringLiteral("print('y' * 900000)\n"));
        QVERIFY(settled());
        QVERIFY(output().size() < 5000);
        QCOMPARE(child<OutputView>("output")->everything().size(), 900001);
    }

    void a_program_s_figures_are_drawn_in_the_plot_pane() {
        paste(
            QStringLiteral("import matplotlib.pyplot as plt\nplt.plot([0, 1, 2], [0, 1, 4], "
                           "label='a')\nplt.legend()\nplt.show()\nplt.plot([1, 2], [3, 4], 'ro')\nplt.show()\n"));
        QVERIFY(settled());
        auto* figure = child<FigureView>("figure");
        QVERIFY(isShown(figure));
        QVERIFY(figure->hasFigure());
        auto* choice = child<QToolButton>("figureChoice");
        QVERIFY(isShown(choice));
        QCOMPARE(choice->text(), QStringLiteral("Figure 1 of 2"));
        QVERIFY(window_->exportPlot(folder_.filePath(QStringLiteral("figure.svg"))));
        paste(kProgram);
        QVERIFY(settled());
        QVERIFY(!figure->hasFigure());
        QVERIFY(!figure->sentence().isEmpty());
    }

    void every_example_does_what_pytorch_does_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isProgram");
        for (const Example& example : examples()) QTest::newRow(qPrintable(example.name)) << example.name << example.isProgram;
    }
    void every_example_does_what_pytorch_does() {
        QFETCH(QString, name);
        QFETCH(bool, isProgram);
        child<QAction>(qPrintable(QStringLiteral("example_") + name))->trigger();
        QVERIFY(settled());
        QCOMPARE(window_->session()->isProgram(), isProgram);
        QVERIFY(!window_->session()->waitsForRun());
        QVERIFY(!window_->cursor()->stale());
        const auto& run = window_->cursor()->snapshot();
        if (!isProgram) {
            QVERIFY(run->ok());
            QVERIFY(run->diagnostics.empty());
            return;
        }
        QVERIFY(run->report);
        QCOMPARE(run->report->error.has_value(), name.endsWith(QStringLiteral("_error")));
        QFile expected(QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/examples/%1.txt").arg(name));
        QVERIFY(expected.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromStdString(run->report->output), QString::fromUtf8(expected.readAll()));
    }

    void the_offered_fix_is_one_change() {
        paste(QStringLiteral("import torch\nx = torch.arange(3.0, requires_grad=True)\ny = x * x\ny.backward()\nprint(x.grad)\n"));
        QVERIFY(settled());
        const QString before = editor()->toPlainText();
        QVERIFY(child<QToolButton>("errorFix") != nullptr);
        auto* fix = child<QToolButton>("errorFix");
        QVERIFY(!fix->text().isEmpty());
        QVERIFY(!child<QLabel>("errorExplanation")->text().isEmpty());
        QTest::mouseClick(fix, Qt::LeftButton);
        QVERIFY(editor()->toPlainText() != before);
        QVERIFY(settled());
        QVERIFY(!window_->cursor()->snapshot()->report->error);
        QCOMPARE(output(), QStringLiteral("tensor([0., 2., 4.])"));
        window_->session()->history()->undo();
        QCOMPARE(editor()->toPlainText(), before);
        QVERIFY(settled());
        auto* below = child<QToolButton>("fix");  // the same is offered under the editor
        QVERIFY(below != nullptr);
        QTRY_VERIFY(isShown(below));
        QTest::mouseClick(below, Qt::LeftButton);
        QVERIFY(settled());
        QVERIFY(!window_->cursor()->snapshot()->report->error);
    }

    void a_document_comes_back_as_it_was_saved() {
        paste(kProgram);
        QVERIFY(settled());
        window_->cursor()->setStop(4);
        const QString path = folder_.filePath(QStringLiteral("d.backstep"));
        QCOMPARE(window_->saveFile(path), QString());
        const SessionState before = window_->session()->state();
        paste(QStringLiteral("x"));
        QVERIFY(settled());
        QCOMPARE(window_->openFile(path), QString());
        QVERIFY(window_->session()->state() == before);
        QVERIFY(window_->session()->waitsForRun());
        action("actionRun")->trigger();
        QVERIFY(settled());
        QCOMPARE(window_->cursor()->stop(), std::size_t(4));
    }

    void fail_documents_that_are_none_are_refused_in_words_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("newer") << QByteArray("{\"backstep\": 99, \"text\": \"x\"}");
        QTest::newRow("cut off") << QByteArray("{\"backstep\": 1, \"text\": \"x");
        QTest::newRow("version") << QByteArray("{\"backstep\": \"one\"}");
    }
    void fail_documents_that_are_none_are_refused_in_words() {
        QFETCH(QByteArray, text);
        const SessionState before = window_->session()->state();
        QVERIFY(!window_->openFile(fileWith(QStringLiteral("bad.backstep"), text)).isEmpty());
        QVERIFY(window_->session()->state() == before);
    }

    void names_of_torch_and_of_the_program_are_completed() {
        paste(kProgram + QStringLiteral("velocity = 1\n"));
        QVERIFY(settled());
        editor()->moveCursor(QTextCursor::End);
        QVERIFY(QTest::qWaitFor(
            [this] {
                QTest::keyClick(editor(), 'v');
                QTest::keyClick(editor(), 'e');
                const bool open = editor()->completion()->isOpen();
                QTest::keyClick(editor(), Qt::Key_Escape);
                QTest::keyClick(editor(), Qt::Key_Backspace);
                QTest::keyClick(editor(), Qt::Key_Backspace);
                return open;
            },
            5000));
        type(QStringLiteral("y.backw"));
        QVERIFY(editor()->completion()->isOpen());
        QTest::keyClick(editor()->completion()->view(), Qt::Key_Tab);
        QVERIFY2(editor()->toPlainText().endsWith(QStringLiteral("y.backward")), qPrintable(editor()->toPlainText()));
    }

    void lines_become_comments_and_code_again() {
        paste(QStringLiteral("a = 1\nif a:\n    b = 2\n"));
        editor()->selectAll();
        action("actionComment")->trigger();
        QCOMPARE(editor()->toPlainText(), QStringLiteral("# a = 1\n# if a:\n#     b = 2\n"));
        action("actionComment")->trigger();
        QCOMPARE(editor()->toPlainText(), QStringLiteral("a = 1\nif a:\n    b = 2\n"));
        QVERIFY(settled());
    }

    void a_leaf_can_be_changed_without_touching_the_text() {
        paste(
            QStringLiteral("import torch\nx = torch.tensor(3.0, requires_grad=True)\nw = torch.tensor([1.0, 2.0], requires_grad=True)\n"
                           "y = x * x * w.sum()\ny.backward()\nprint(x.grad)\n"));
        QVERIFY(settled());
        const QString text = editor()->toPlainText();
        auto* inputs = child<InputsPanel>("inputs");
        QStringList names;
        for (const InputRow& row : inputs->inputs()) names.append(row.name);
        QCOMPARE(names, QStringList({QStringLiteral("x"), QStringLiteral("w[0]"), QStringLiteral("w[1]")}));
        QCOMPARE(inputs->inputs()[0].value, 3.0);
        emit inputs->valueChanged(QStringLiteral("x"), 5, true);
        QVERIFY(settled());
        QCOMPARE(output(), QStringLiteral("tensor(30.)"));
        QCOMPARE(editor()->toPlainText(), text);
        QVERIFY(inputs->inputs()[0].differs);
        QVERIFY(!inputs->inputs()[1].differs);
        emit inputs->valueChanged(QStringLiteral("w[1]"), 4, true);
        QVERIFY(settled());
        QCOMPARE(output(), QStringLiteral("tensor(50.)"));
        QVERIFY(isShown(child<QWidget>("differing")));
        action("actionResetLeaves")->trigger();
        QVERIFY(settled());
        QCOMPARE(output(), QStringLiteral("tensor(18.)"));
        QVERIFY(!isShown(child<QWidget>("differing")));
        window_->session()->history()->undo();
        QVERIFY(settled());
        QCOMPARE(output(), QStringLiteral("tensor(50.)"));
        QVERIFY(action("actionWriteLeaves")->isVisible());
        action("actionWriteLeaves")->trigger();
        QVERIFY(settled());
        QCOMPARE(output(), QStringLiteral("tensor(50.)"));
        QVERIFY(editor()->toPlainText().contains(QStringLiteral("torch.tensor(5.0, requires_grad=True)")));
        QVERIFY(editor()->toPlainText().contains(QStringLiteral("torch.tensor([1.0, 4.0], requires_grad=True)")));
        QVERIFY(window_->session()->state().leaves.isEmpty());
    }

    void a_changed_leaf_stays_with_its_place_when_the_text_around_it_changes() {
        const QString text = QStringLiteral("import torch\nx = torch.tensor(3.0, requires_grad=True)\n(x * x).backward()\nprint(x.grad)\n");
        paste(text);
        QVERIFY(settled());
        emit child<InputsPanel>("inputs")->valueChanged(QStringLiteral("x"), 5, true);
        QVERIFY(settled());
        editor()->moveCursor(QTextCursor::Start);
        type(QStringLiteral("# one\n"));
        editor()->moveCursor(QTextCursor::End);
        type(QStringLiteral("print(1)\n"));
        QVERIFY(settled());
        QCOMPARE(output(), QStringLiteral("tensor(10.)\n1"));
        QTextCursor cursor = editor()->document()->find(QStringLiteral("3.0"));
        cursor.insertText(QStringLiteral("4.0"));  // the place itself changes: the text counts again
        QVERIFY(settled());
        QCOMPARE(output(), QStringLiteral("tensor(8.)\n1"));
    }

    void what_does_not_stand_in_the_text_as_a_number_is_not_written_there() {
        paste(QStringLiteral("import torch\nx = torch.ones(1, requires_grad=True)\n(x * x).sum().backward()\nprint(x.grad)\n"));
        QVERIFY(settled());
        emit child<InputsPanel>("inputs")->valueChanged(QStringLiteral("x[0]"), 5, true);
        QVERIFY(settled());
        QCOMPARE(output(), QStringLiteral("tensor([10.])"));
        QVERIFY(isShown(child<QWidget>("differing")));
        QVERIFY(!action("actionWriteLeaves")->isVisible());
        QVERIFY(!isShown(child<QWidget>("actionWriteLeavesInNotice")));
    }

    void a_changed_leaf_is_kept_in_the_file() {
        paste(kProgram);
        QVERIFY(settled());
        emit child<InputsPanel>("inputs")->valueChanged(QStringLiteral("x"), 5, true);
        QVERIFY(settled());
        const ReadDocument read = readDocument(documentText({window_->session()->state(), 0}));
        QVERIFY(read.document.has_value());
        QVERIFY(read.document->state.leaves == window_->session()->state().leaves);
        QCOMPARE(read.document->state.leaves.size(), 1);
        QCOMPARE(read.document->state.leaves[0].values, QVector<double>{5});
    }

    void a_program_s_output_is_plotted_over_its_leaf() {
        paste(QStringLiteral("import torch\nx = torch.tensor(2.0, requires_grad=True)\ny = x ** 3\ny.backward()\nprint(x.grad)\n"));
        QVERIFY(plotted());
        auto* plot = child<PlotView>("plot");
        QCOMPARE(plot->pointText(), QStringLiteral("y(2) = 8, slope 12"));
        QVERIFY(!isShown(child<QWidget>("pathBand")));  // one way everywhere
        emit plot->pointDragged(3, true);
        QVERIFY(settled());
        QCOMPARE(output(), QStringLiteral("tensor(27.)"));
        QVERIFY(child<InputsPanel>("inputs")->inputs()[0].differs);
        QVERIFY(QTest::qWaitFor([&] { return plot->pointText() == QStringLiteral("y(3) = 27, slope 27"); }, 10000 * kPatience));
    }

    void the_leaf_that_is_plotted_over_can_be_chosen() {
        paste(QStringLiteral("import torch\nw = torch.tensor([1.0, 2.0], requires_grad=True)\ny = (w ** 2).sum()\ny.backward()\n"));
        QVERIFY(plotted());
        auto* inputs = child<InputsPanel>("inputs");
        auto* plot = child<PlotView>("plot");
        QCOMPARE(plot->pointText(), QStringLiteral("y(1) = 5, slope 2"));
        QVERIFY(inputs->inputs()[0].plotOver);
        emit inputs->plotOverChanged(QStringLiteral("w[1]"));
        QVERIFY(QTest::qWaitFor([&] { return plot->pointText() == QStringLiteral("y(2) = 5, slope 4"); }, 20000 * kPatience));
        QVERIFY(inputs->inputs()[1].plotOver && !inputs->inputs()[0].plotOver);
    }

    void the_band_says_which_way_each_x_takes_and_traces_it() {
        paste(
            QStringLiteral("import torch\nx = torch.tensor(2.0, requires_grad=True)\nif x > 1:\n    y = x * x\nelse:\n    y = "
                           "-x\ny.backward()\nprint(y.item())\n"));
        QVERIFY(plotted());
        auto* band = child<PathBandView>("pathBand");
        QVERIFY(QTest::qWaitFor([&] { return band->isVisible(); }, 10000 * kPatience));
        QCOMPARE(band->legend(), QStringList({QStringLiteral("A  line 3: if not taken"), QStringLiteral("B  line 3: if taken")}));
        const QRectF left = band->rectOf(0), right = band->rectOf(1);
        QVERIFY(left.width() > 20 && right.width() > 20 && std::fabs(left.right() - right.left()) < 2);
        QTest::mouseClick(band, Qt::LeftButton, {}, left.center().toPoint());
        QVERIFY(settled());
        QVERIFY2(output().toDouble() > 1 && output().toDouble() < 3, qPrintable(output()));  // −x of the middle of −5 … 1
        QVERIFY(window_->session()->state().leaves.size() == 1);
        // By the keyboard alone.
        band->setFocus(Qt::TabFocusReason);
        QTest::keyClick(band, Qt::Key_Right);
        QTest::keyClick(band, Qt::Key_Return);
        QVERIFY(settled());
        QVERIFY2(std::fabs(output().toDouble() - 9) < 0.01, qPrintable(output()));  // x² of the middle of 1 … 5
    }

    void figures_and_the_curve_are_chosen_between() {
        paste(
            QStringLiteral("import torch\nimport matplotlib.pyplot as plt\nx = torch.tensor(2.0, requires_grad=True)\ny = x ** "
                           "2\ny.backward()\nplt.plot([1, 2], [3, 4])\nplt.show()\n"));
        QVERIFY(settled());
        auto* choice = child<QToolButton>("figureChoice");
        QVERIFY(QTest::qWaitFor([&] { return isShown(choice); }, 20000 * kPatience));
        QVERIFY(child<QStackedWidget>("plotPages")->currentWidget()->findChild<PlotView*>() == nullptr);
        for (QAction* one : choice->menu()->actions()) {
            if (one->text() == QStringLiteral("f and its derivatives")) one->trigger();
        }
        QVERIFY(plotted());
        QCOMPARE(child<PlotView>("plot")->pointText(), QStringLiteral("y(2) = 4, slope 4"));
    }
};

QTEST_MAIN(TestProgramWindow)
#include "tst_programwindow.moc"
