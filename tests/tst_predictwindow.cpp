// SPDX-License-Identifier: GPL-3.0-or-later
// Predicting in the real window, by keyboard and by mouse; and that nothing on screen tells the answer before it is given.
// With BACKSTEP_PICTURES=FOLDER in the environment the window is saved there as it is looked at.
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "tests/realwindow.h"
#include "widgets/codeeditor.h"
#include "widgets/graphview.h"
#include "widgets/mathlabel.h"
#include "widgets/outputview.h"
#include "widgets/plotview.h"
#include "widgets/predictor.h"
#include "widgets/scrubber.h"
#include "widgets/stepcard.h"
#include "widgets/tapeview.h"
#include "widgets/timelinebar.h"

using namespace backstep;

class TestPredictWindow : public QObject, RealWindow {
    Q_OBJECT

    [[nodiscard]] StepCursor* cursor() const { return window_->cursor(); }
    [[nodiscard]] QString label(const char* name) const {
        const auto* found = child<QLabel>(name);
        return found->isVisible() ? found->text() : QString();
    }
    [[nodiscard]] QString question() const { return label("predictQuestion"); }
    [[nodiscard]] QString reply() const { return label("predictReply"); }
    [[nodiscard]] QLineEdit* line() const { return child<QLineEdit>("predictAnswer"); }
    void show(const QString& text) {
        SessionState state;
        state.text = text;
        state.kindChosen = false;
        window_->session()->reset(state);
    }
    void key(int k, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(window_->focusWidget() != nullptr ? window_->focusWidget() : window_.get(), static_cast<Qt::Key>(k), modifiers);
    }
    void type(const QString& text) {
        QVERIFY(line()->hasFocus());
        line()->clear();
        for (const QChar c : text) QTest::keyClick(line(), c.toLatin1());
        QTest::keyClick(line(), Qt::Key_Return);
    }
    void click(const char* name) { QTest::mouseClick(child<QWidget>(name), Qt::LeftButton); }
    // Everything that is written in the graph, the tape, the card, the tips and beside the plot.
    [[nodiscard]] QString everythingShown() const {
        QStringList all;
        const auto* graph = child<GraphView>("graph");
        for (int i = 0; i < graph->nodeCount(); ++i) all << graph->spokenName(i) << graph->tipOf(i);
        all << textsOf(graph->diagram());
        const auto* model = window_->findChild<TapeView*>()->findChild<QTableView*>()->model();
        for (int r = 0; r < model->rowCount(); ++r) {
            for (int c = 0; c < model->columnCount(); ++c) {
                for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                    all << model->index(r, c).data(role).toString();
            }
        }
        for (const auto* math : window_->findChild<StepCard*>()->findChildren<MathLabel*>()) all << math->plainText();
        for (const auto* text : window_->findChildren<QLabel*>()) all << text->text() << text->toolTip();
        all << child<PlotView>("plot")->accessibleDescription() << child<OutputPage>("outputPage")->toPlainText();
        return all.join(u'\n');
    }

private slots:
    void initTestCase() { prepare(); }
    void init() { open({1440, 900}); }
    void cleanup() { window_.reset(); }

    void the_other_mode_tells_nothing_while_answers_are_held_back() {
        child<QAction>("actionSideBySide")->trigger();
        QVERIFY(settled());
        auto* twin = child<GraphView>("twinGraph");
        QVERIFY(twin->isVisible());
        child<QAction>("actionPredict")->trigger();
        QVERIFY(!twin->isVisible());
        child<QAction>("actionPredict")->trigger();
        QVERIFY(settled());
        QVERIFY(twin->isVisible());
    }

    void a_sweep_is_predicted_by_keyboard_alone() {
        show(QStringLiteral("f(x) = x * sin(x)"));
        QVERIFY(settled());
        SessionState at = window_->session()->state();
        at.inputs[QStringLiteral("x")].value = 2;
        window_->session()->change(at, QStringLiteral("x"));
        QVERIFY(settled());
        window_->setFocus();
        QCOMPARE(cursor()->stop(), cursor()->snapshot()->endOfForward());
        key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(child<QAction>("actionPredict")->isChecked());
        QVERIFY2(question().contains(QStringLiteral("begins at f")), qPrintable(question()));
        key(Qt::Key_Right);  // nothing is shown: the line is offered
        QCOMPARE(cursor()->stop(), cursor()->snapshot()->endOfForward());
        type(QStringLiteral("1"));
        QCOMPARE(cursor()->stop(), cursor()->snapshot()->endOfForward() + 1);
        QVERIFY2(reply().startsWith(QStringLiteral("Right: f")), qPrintable(reply()));
        type(QStringLiteral("sin(x)"));  // x̄ from the product
        QVERIFY(reply().startsWith(QStringLiteral("Right")));
        type(QStringLiteral("x"));  // v̄₁
        QVERIFY(reply().startsWith(QStringLiteral("Right")));
        QVERIFY2(question().contains(QStringLiteral("term 2 of 2")), qPrintable(question()));
        const std::size_t before = cursor()->stop();
        type(QStringLiteral("-0.8323"));
        QCOMPARE(cursor()->stop(), before);
        QVERIFY2(reply().contains(QStringLiteral("0.9093")) && reply().contains(QStringLiteral("add the two")), qPrintable(reply()));
        picture("predict-wrong");
        type(QStringLiteral("bar(x) + cos(x)"));
        QVERIFY2(reply().contains(QStringLiteral("local derivative")) && reply().contains(QStringLiteral("0.41615")), qPrintable(reply()));
        type(QStringLiteral("zzz"));
        QVERIFY(reply().contains(QStringLiteral("zzz")));
        type(QStringLiteral("0.07700"));
        QCOMPARE(cursor()->stop(), cursor()->stops());
        QVERIFY2(reply().startsWith(QStringLiteral("Right")), qPrintable(reply()));
        QVERIFY(!line()->isVisible());
        QVERIFY(label("predictScore").isEmpty());  // nobody has to see it
        child<QAction>("actionPredictScore")->trigger();
        QVERIFY2(label("predictScore").startsWith(QStringLiteral("At the first try: 3 of 4. Later: 1")), qPrintable(label("predictScore")));
        picture("predict-right");
        key(Qt::Key_Left);  // going back is free, and so is coming again
        QCOMPARE(cursor()->stop(), before);
        QVERIFY(question().isEmpty());
        key(Qt::Key_Right);
        QCOMPARE(cursor()->stop(), cursor()->stops());
    }

    void a_sweep_is_predicted_by_mouse() {
        click("timeline");
        child<QAction>("actionPredict")->trigger();
        QVERIFY(line()->isVisible());
        const std::size_t start = cursor()->stop();
        auto* next = window_->findChild<TimelineBar*>()->findChild<QPushButton*>();
        QTest::mouseClick(next, Qt::LeftButton);
        QCOMPARE(cursor()->stop(), start);
        QVERIFY(line()->hasFocus());
        auto* names = child<QToolButton>("predictNames");
        QVERIFY(!names->menu()->actions().isEmpty());
        QCOMPARE(names->menu()->actions().first()->text(), QStringLiteral("f = 1.7606"));
        names->menu()->actions().first()->trigger();
        QCOMPARE(line()->text(), QStringLiteral("f"));
        click("predictCheck");
        QVERIFY2(reply().contains(QStringLiteral("1.7606 is the value of f")), qPrintable(reply()));
        click("predictShow");
        QCOMPARE(cursor()->stop(), start + 1);
        QVERIFY(reply().isEmpty());
        QVERIFY(question().contains(QStringLiteral("v₄")) || question().contains(QStringLiteral("f =")));
        child<QAction>("actionPredictScore")->trigger();
        QVERIFY(label("predictScore").contains(QStringLiteral("Shown: 1")));
    }

    // Whichever way one wants to go on: none goes past what has been said.
    void no_way_goes_past_the_question() {
        child<QAction>("actionPredict")->trigger();
        const std::size_t start = cursor()->stop();
        window_->setFocus();
        using Press = std::pair<Qt::Key, Qt::KeyboardModifiers>;
        for (const auto& [k, modifiers] : {Press{Qt::Key_End, Qt::NoModifier}, Press{Qt::Key_Right, Qt::ControlModifier},
                                           Press{Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier}}) {
            window_->setFocus();
            key(k, modifiers);
            QCOMPARE(cursor()->stop(), start);
        }
        auto* scrubber = window_->findChild<TimelineBar*>()->scrubber();
        QTest::mouseClick(scrubber, Qt::LeftButton, {}, QPoint(scrubber->width() - 12, scrubber->height() - 14));
        QCOMPARE(cursor()->stop(), start);
        QCOMPARE(window_->findChild<TimelineBar*>()->stop(), static_cast<int>(start));  // the handle came back
        window_->findChild<TimelineBar*>()->togglePlaying();
        QTest::qWait(1200);
        QVERIFY(!window_->findChild<TimelineBar*>()->isPlaying());
        QCOMPARE(cursor()->stop(), start);
        child<QAction>("actionPredict")->trigger();
        QVERIFY(!line()->isVisible());
        window_->setFocus();
        key(Qt::Key_End);
        QCOMPARE(cursor()->stop(), cursor()->stops());
    }

    void nothing_on_screen_tells_the_answer_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("answers");
        QTest::newRow("formula") << "f(x) = log(x^2) * sin(x) + 1/x" << QStringList{"1.3863", "0.2273", "0.0824", "0.9093"};
        QTest::newRow("program") << "import torch\nx = torch.tensor([1.5, -2.5], requires_grad=True)\nprint('before')\ny = (x ** 3 * "
                                    "1.25).sum()\ny.backward()\nprint(x.grad)\n"
                                 << QStringList{"8.4375", "23.4375", "23.438"};
    }
    void nothing_on_screen_tells_the_answer() {
        QFETCH(QString, text);
        QFETCH(QStringList, answers);
        show(text);
        QVERIFY(settled());
        cursor()->setStop(0);
        child<QAction>("actionPredict")->trigger();
        for (int i = 0; i < 40 && line()->isVisible(); ++i) {
            const Snapshot& s = *cursor()->snapshot();
            if (cursor()->stop() < s.endOfForward()) {
                click("predictShow");
                continue;
            }
            const QString all = everythingShown();
            // What has been computed since is known; of the rest nothing may be seen.
            if (cursor()->stop() == s.endOfForward()) {
                for (const QString& answer : std::as_const(answers)) {
                    if (answer != QLatin1String("0.9093") && answer != QLatin1String("1.3863"))
                        QVERIFY2(!all.contains(answer), qPrintable(answer));
                }
                QVERIFY(!all.contains(QStringLiteral("slope")));
                if (s.isProgram()) QVERIFY(all.contains(QStringLiteral("before")));
            }
            click("predictShow");
        }
        while (cursor()->stop() < cursor()->stops()) {
            const std::size_t before = cursor()->stop();
            cursor()->setStop(cursor()->neighbour(1, Pace::Event));
            if (cursor()->stop() == before) click("predictShow");
        }
        const QString all = everythingShown();
        QVERIFY(all.contains(answers.last() == QLatin1String("23.438") ? QStringLiteral("23.4375") : QStringLiteral("slope")));
        if (cursor()->snapshot()->isProgram()) QVERIFY(child<OutputPage>("outputPage")->toPlainText().contains(QStringLiteral("23.4375")));
    }

    void the_forward_pass_is_asked_from_the_step_at_which_predicting_began() {
        cursor()->setStop(0);
        child<QAction>("actionPredict")->trigger();
        window_->setFocus();
        key(Qt::Key_Right);  // x is given
        QCOMPARE(cursor()->stop(), std::size_t(1));
        key(Qt::Key_Right);
        QCOMPARE(cursor()->stop(), std::size_t(1));
        QVERIFY2(question().startsWith(QStringLiteral("v₁ = x² is computed")), qPrintable(question()));
        QVERIFY(child<PlotView>("plot")->accessibleDescription().isEmpty() ||
                !child<PlotView>("plot")->accessibleDescription().contains(QStringLiteral("1.76")));
        type(QStringLiteral("x^2"));
        QCOMPARE(cursor()->stop(), std::size_t(2));
    }

    void tensors_are_asked_by_their_size() {
        show(QStringLiteral(
            "import torch\nW = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True)\nx = torch.tensor([1., -2.], requires_grad=True)\n"
            "A = torch.ones(5, 4, requires_grad=True)\ny = W @ x\nL = (y * y).sum() + A.sum()\nL.backward()\n"));
        QVERIFY(settled());
        child<QAction>("actionPredict")->trigger();
        bool list = false, shape = false;
        for (int i = 0; i < 30 && cursor()->stop() < cursor()->stops(); ++i) {
            window_->setFocus();
            key(Qt::Key_Right);
            if (!line()->isVisible()) continue;
            if (question().contains(QStringLiteral("What is x\u0304?"))) {
                list = true;
                picture("predict-list");
                type(QStringLiteral("W.T @ bar(y)"));
                QVERIFY2(reply().startsWith(QStringLiteral("Right")), qPrintable(reply()));
            } else if (question().contains(QStringLiteral("Which shape does A"))) {
                shape = true;
                type(QStringLiteral("4, 5"));
                QVERIFY(reply().contains(QStringLiteral("transpose")));
                type(QStringLiteral("5, 4"));
                QVERIFY2(reply().startsWith(QStringLiteral("Right: [5, 4]")), qPrintable(reply()));
            } else {
                click("predictShow");
            }
        }
        QVERIFY(list && shape);
    }

    void editing_the_text_asks_about_the_new_numbers() {
        child<QAction>("actionPredict")->trigger();
        click("predictShow");
        click("predictShow");
        show(QStringLiteral("f(x) = x^2"));
        QVERIFY(settled());
        QCOMPARE(cursor()->stop(), cursor()->snapshot()->endOfForward() + 2 > cursor()->stops() ? cursor()->stop()
                                                                                                : cursor()->snapshot()->endOfForward() + 2);
        cursor()->setStop(static_cast<int>(cursor()->snapshot()->endOfForward()));
        QVERIFY(window_->findChild<Predictor*>()->isOn());
        show(QStringLiteral("f(x) = sin("));  // nothing runs: nothing is asked of it, and nothing breaks
        QVERIFY(settled());
        show(QStringLiteral("f(x) = exp(x)"));
        QVERIFY(settled());
        QVERIFY(cursor()->stop() <= window_->findChild<Predictor*>()->known());
    }
};

QTEST_MAIN(TestPredictWindow)
#include "tst_predictwindow.moc"
