// SPDX-License-Identifier: GPL-3.0-or-later
// The real window, driven as a person drives it.
#include <csignal>

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "app/mainwindow.h"
#include "app/preferences.h"
#include "engine/base/numbers.h"
#include "tests/heartbeat.h"
#include "tests/sanitized.h"
#include "widgets/codeeditor.h"
#include "widgets/graphview.h"
#include "widgets/plotview.h"
#include "widgets/tapeview.h"
#include "widgets/timelinebar.h"

using namespace backstep;

class TestWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> window_;
    QTemporaryDir settings_;

    [[nodiscard]] bool settled() const {
        return QTest::qWaitFor([this] { return window_->isSettled(); }, 10000 * kPatience);
    }
    [[nodiscard]] CodeEditor* editor() const { return window_->findChild<CodeEditor*>(QStringLiteral("editor")); }
    [[nodiscard]] QLabel* message() const { return window_->findChild<QLabel*>(QStringLiteral("message")); }
    [[nodiscard]] double output() const {
        const Recording& r = window_->cursor()->snapshot()->recording;
        return r.tape.scalar(r.output);
    }
    void type(const QString& text) {
        editor()->setFocus();
        editor()->selectAll();
        QTest::keyClick(editor(), Qt::Key_Delete);
        for (const QChar c : text) QTest::keyClick(editor(), c.toLatin1());
    }
    void open(std::chrono::milliseconds limit = std::chrono::milliseconds(3000), const std::string& program = defaultLayoutProgram()) {
        window_ = std::make_unique<MainWindow>(MainWindow::Options{{.program = program, .timeLimit = limit}, false});
        window_->resize(1280, 800);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        QVERIFY(settled());
    }

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings_.path());  // of this run alone
        applyAppearance(*qApp, AppearanceMode::light);
        QApplication::setCursorFlashTime(0);  // two pictures of one state are one picture
    }
    void init() { open(); }
    void cleanup() { window_.reset(); }

    void it_opens_on_the_live_example_at_the_end_of_the_forward_pass() {
        QCOMPARE(output(), 1.7605538953892688);
        QCOMPARE(window_->cursor()->stop(), std::size_t(7));
        QCOMPARE(window_->cursor()->stops(), std::size_t(16));
        QVERIFY(!message()->isVisible());
    }

    void preferences_take_effect_at_once_and_are_kept() {
        QSettings().clear();
        QCOMPARE(newSessionState(), SessionState());
        QVERIFY(motionWanted());
        auto* graph = window_->findChild<GraphView*>(QStringLiteral("graph"));
        Preferences preferences(window_.get());
        const auto box = [&](const char* name) { return preferences.findChild<QCheckBox*>(QLatin1String(name)); };
        box("preferenceMotion")->setChecked(false);
        QVERIFY(!motionWanted() && !graph->motion());
        box("preferenceMotion")->setChecked(true);
        QVERIFY(motionWanted() && graph->motion());
        for (const char* name : {"preferenceDirection", "preferenceConstants", "preferenceOrder"}) box(name)->setChecked(true);
        const SessionState begun = newSessionState();
        QVERIFY(begun.direction == Direction::leftToRight && begun.showConstants && begun.plotOrder == 2);
        auto* colours = preferences.findChild<QComboBox*>(QStringLiteral("preferenceColours"));
        colours->setCurrentIndex(colours->findData(static_cast<int>(AppearanceMode::dark)));
        QVERIFY(currentTheme() == Theme::dark);
        colours->setCurrentIndex(colours->findData(static_cast<int>(AppearanceMode::light)));
        QSettings().clear();
    }

    // On a small screen, with room for a title bar.
    void the_first_window_is_no_larger_than_the_screen() {
        QSettings().clear();
        MainWindow first({{.program = defaultLayoutProgram()}, true});
        const QSize room = first.screen()->availableSize();
        QVERIFY(first.width() <= std::max(room.width(), first.minimumSizeHint().width()));
        QVERIFY(first.height() <= std::max(room.height() - 40, first.minimumSizeHint().height()));
    }

    void next_step_begins_the_backward_sweep_with_the_seed() {
        auto* next = window_->findChild<TimelineBar*>()->findChild<QPushButton*>();
        QVERIFY(next != nullptr);
        QTest::mouseClick(next, Qt::LeftButton);
        QCOMPARE(window_->cursor()->stop(), std::size_t(8));
        QVERIFY(window_->findChild<QLabel*>(QStringLiteral("stepWords"))->text().contains(QStringLiteral("1")));
    }

    void stepping_to_the_end_and_back_gives_the_same_picture() {
        auto* graph = window_->findChild<GraphView*>();
        window_->setFocus();
        const QImage before = graph->grab().toImage();
        for (int i = 0; i < 9; ++i) QTest::keyClick(window_.get(), Qt::Key_Right);
        QCOMPARE(window_->cursor()->stop(), std::size_t(16));
        QVERIFY(graph->grab().toImage() != before);
        QTest::keyClick(window_.get(), Qt::Key_Right);
        QCOMPARE(window_->cursor()->stop(), std::size_t(16));
        for (int i = 0; i < 9; ++i) QTest::keyClick(window_.get(), Qt::Key_Left);
        QCOMPARE(graph->grab().toImage(), before);
        QTest::keyClick(window_.get(), Qt::Key_Home);
        QCOMPARE(window_->cursor()->stop(), std::size_t(0));
        QTest::keyClick(window_.get(), Qt::Key_End);
        QCOMPARE(window_->cursor()->stop(), std::size_t(16));
    }

    void a_half_typed_formula_keeps_the_last_good_picture_dimmed() {
        type(QStringLiteral("x^2"));
        QVERIFY(settled());
        QTest::keyClick(editor(), '+');
        QVERIFY(settled());
        QVERIFY(window_->cursor()->stale());
        QVERIFY(message()->isVisible());
        QVERIFY(!message()->text().isEmpty());
        QVERIFY(window_->cursor()->snapshot() != nullptr);
        QCOMPARE(QString::fromStdString(window_->cursor()->snapshot()->source.text()), QStringLiteral("x^2"));
        QTest::keyClick(editor(), '1');
        QVERIFY(settled());
        QVERIFY(!window_->cursor()->stale());
        QVERIFY(!message()->isVisible());
        QCOMPARE(output(), 5.0);  // x keeps its value, 2
    }

    void every_prefix_of_a_formula_is_answered() {
        const QString formula = QStringLiteral("f(x, y) = {x^2 if x > 0, -x otherwise} + |y|*sin^2(x)");
        editor()->setFocus();
        editor()->selectAll();
        QTest::keyClick(editor(), Qt::Key_Delete);
        for (const QChar c : formula) {
            QTest::keyClick(editor(), c.toLatin1());
            QVERIFY(settled());
            const Snapshot expected = *evaluate(window_->session()->request());
            QCOMPARE(window_->cursor()->stale(), !expected.ok());
            QCOMPARE(message()->isVisible(), !expected.diagnostics.empty());
            if (message()->isVisible()) QVERIFY(!message()->text().trimmed().isEmpty());
        }
        QVERIFY(!window_->cursor()->stale());
        QCOMPARE(window_->cursor()->snapshot()->recording.inputs.size(), std::size_t(2));
    }

    void dragging_an_input_changes_every_number_live() {
        SessionState next = window_->session()->state();
        next.inputs[QStringLiteral("x")].value = 3;
        window_->session()->change(next, QStringLiteral("x"));
        QVERIFY(settled());
        QCOMPARE(output(), std::log(9.0) * std::sin(3.0) + 1.0 / 3.0);
        window_->session()->history()->undo();
        QVERIFY(settled());
        QCOMPARE(output(), 1.7605538953892688);
    }

    void dragging_the_point_of_the_plot_drives_everything() {
        auto* plot = window_->findChild<PlotView*>(QStringLiteral("plot"));
        QVERIFY(plot->scene().ring.has_value());
        const QPoint ring = plot->scene().ring->toPoint();
        QTest::mousePress(plot, Qt::LeftButton, {}, ring);
        for (int dx = 5; dx <= 40; dx += 5) {
            QTest::mouseMove(plot, ring + QPoint(dx, 0));
            QVERIFY(settled());
        }
        QTest::mouseRelease(plot, Qt::LeftButton, {}, ring + QPoint(40, 0));
        QVERIFY(settled());
        const double x = window_->session()->input(QStringLiteral("x")).value;
        QVERIFY(x > 2.1);
        QCOMPARE(output(), std::log(x * x) * std::sin(x) + 1 / x);
        QVERIFY(plot->pointText().contains(QString::fromStdString(significant(x, kCardDigits))));
        window_->session()->history()->undo();  // the whole gesture is one change
        QVERIFY(settled());
        QCOMPARE(output(), 1.7605538953892688);
    }

    void a_long_message_is_not_clipped() {
        type(QStringLiteral("1/x"));
        SessionState next = window_->session()->state();
        next.inputs[QStringLiteral("x")].value = 0;
        window_->session()->change(next, QStringLiteral("x"));
        QVERIFY(settled());
        QVERIFY(QTest::qWaitFor(
            [this] { return message()->isVisible() && message()->height() >= message()->heightForWidth(message()->width()); }, 2000));
    }

    void undo_gives_back_the_text() {
        const QString before = editor()->toPlainText();
        type(QStringLiteral("sin(x)"));
        QVERIFY(settled());
        while (window_->session()->history()->canUndo()) window_->session()->history()->undo();
        QVERIFY(settled());
        QCOMPARE(editor()->toPlainText(), before);
        QCOMPARE(output(), 1.7605538953892688);
    }

    void the_theme_switches_and_back() {
        QTest::qWait(200);  // the first picture has settled
        const QImage light = window_->grab().toImage();
        window_->setAppearance(AppearanceMode::dark);
        const auto corner = [this] { return window_->grab().toImage().pixelColor(5, window_->height() / 2).lightness(); };
        QTest::qWait(300);  // Qt tells the widgets of a new palette by events
        QVERIFY(corner() < 60);
        const QImage dark = window_->grab().toImage();
        for (int x = 0; x < dark.width(); x += 7)
            QVERIFY2(dark.pixelColor(x, dark.height() * 2 / 3).lightness() < 255, "a pane stayed light");
        window_->setAppearance(AppearanceMode::light);
        QTest::qWait(300);
        QCOMPARE(window_->grab().toImage(), light);
    }

    void several_functions_are_drawn_at_once() {
        const auto write = [this](const QString& text) {
            SessionState state;
            state.text = text;
            window_->session()->reset(state);
        };
        write(QStringLiteral("f(x) = x^2\ng(x) = sin(x)\nh(x) = f(x) - g(x)"));
        QVERIFY(settled());
        const auto titles = [this] {
            QStringList out;
            const auto plot = window_->exportDocument().plot;
            for (const Group& group : plot->groups) {
                if (group.role == "curve") out << QString::fromStdString(group.title);
            }
            return out;
        };
        QCOMPARE(titles(), (QStringList{QStringLiteral("f(x)"), QStringLiteral("f′(x)"), QStringLiteral("g(x)"), QStringLiteral("g′(x)"),
                                        QStringLiteral("h(x)"), QStringLiteral("h′(x)")}));
        write(QStringLiteral("f(x) = x^2\na = 3\nh(x) = a f(x)"));
        QVERIFY(settled());
        QCOMPARE(titles(), (QStringList{QStringLiteral("f(x)"), QStringLiteral("f′(x)"), QStringLiteral("h(x)"), QStringLiteral("h′(x)")}));
        write(QStringLiteral("f(t) = t^2\nh(x) = f(x)"));  // a function of something else
        QVERIFY(settled());
        QCOMPARE(titles(), (QStringList{QStringLiteral("h(x)"), QStringLiteral("h′(x)")}));
    }

    void the_name_of_a_file_that_cannot_be_opened_is_no_formula() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("broken.backstep"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ \"backstep\": ");
        file.close();
        const QString before = window_->session()->state().text;
        for (const QString& word : {path, QStringLiteral("no such file.py")}) {
            window_->openArgument(word);
            auto* box = window_->findChild<QMessageBox*>(QStringLiteral("openFault"));
            QVERIFY(box != nullptr && box->isVisible());
            QVERIFY2(box->text().contains(QFileInfo(word).fileName()) || box->text().size() > 20, qPrintable(box->text()));
            QCOMPARE(window_->session()->state().text, before);
            delete box;
        }
        window_->openArgument(QStringLiteral("x^3"));
        QVERIFY(settled());
        QCOMPARE(window_->session()->state().text, QStringLiteral("x^3"));
        QVERIFY(window_->findChild<QMessageBox*>(QStringLiteral("openFault")) == nullptr);
    }

    void it_exports_graph_and_plot() {
        const QTemporaryDir folder;
        const QString svg = folder.filePath(QStringLiteral("graph.svg"));
        QVERIFY(window_->exportGraph(svg));
        QFile file(svg);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QStringList texts;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::Characters) texts << xml.text().toString();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(texts.join(QString()).contains(QStringLiteral("sin x")));
        QVERIFY(window_->exportGraph(folder.filePath(QStringLiteral("graph.png"))));
        QVERIFY(window_->exportPlot(folder.filePath(QStringLiteral("plot.svg"))));
        QVERIFY(window_->exportPlot(folder.filePath(QStringLiteral("plot.png"))));
        QVERIFY(QImage(folder.filePath(QStringLiteral("plot.png"))).width() >= 640);
    }

    void killing_the_layout_helper_costs_a_stand_in_at_most() {
        const pid_t helper = window_->evaluator()->layoutProcess();
        QVERIFY(helper > 0);
        ::kill(helper, SIGKILL);
        type(QStringLiteral("sin(x)*x + cos(x)"));
        QVERIFY(settled());
        QVERIFY(window_->cursor()->layout() != nullptr);
        QCOMPARE(window_->cursor()->layout()->centres.size(), window_->cursor()->snapshot()->graph.nodes.size());
        type(QStringLiteral("sin(x)*x + exp(x)*x"));
        QVERIFY(settled());
        QVERIFY(!window_->cursor()->layout()->standIn);
    }

    void a_helper_that_hangs_costs_a_stand_in() {
        window_.reset();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("hangs"));
        QFile script(path);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nexec sleep 60\n");
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        open(std::chrono::milliseconds(200), path.toStdString());
        QVERIFY(window_->cursor()->layout()->standIn);
        QCOMPARE(output(), 1.7605538953892688);
    }

    void two_hundred_fast_keystrokes_never_block_the_window() {
        const QString text = QStringLiteral(
            "f(x) = sin(x)*x + cos(x)/2 + x^2*exp(x) - log(x^2+1)*x + tanh(x)*sin(2*x) + sqrt(x^2+1)/3 + x*x*x - 4*x + 1 + "
            "cos(x^2)*x + sigmoid(x)*2 - x/7 + exp(0-x)*sin(3*x) + x^4/9 - 2*x^3 + x*cos(x)*2 + 5 + atan(x)*x");
        QVERIFY(text.size() >= 200);
        const auto clear = [this] {
            editor()->setFocus();
            editor()->selectAll();
            QTest::keyClick(editor(), Qt::Key_Delete);
            QVERIFY(settled());
            QTest::qWait(100);
        };
        const auto type = [&] {
            for (const QChar c : text) {
                QTest::keyClick(editor(), c.toLatin1());
                QCoreApplication::processEvents();
            }
            QVERIFY(loopUntil([this] { return window_->isSettled(); }, 10000 * kPatience));
        };
        verifyNoGap(clear, type);
        const Snapshot expected = *evaluate(window_->session()->request());
        QCOMPARE(editor()->toPlainText(), text);
        QCOMPARE(output(), expected.recording.tape.scalar(expected.recording.output));
    }

    void every_control_has_a_name() {
        for (const QAction* action : window_->findChildren<QAction*>()) {
            if (!action->isSeparator() && action->menu() == nullptr)
                QVERIFY2(!action->text().isEmpty() || action->parent() != window_.get(), "an action without text");
        }
        for (const QWidget* widget : window_->findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
            if (widget->objectName().startsWith(QLatin1String("qt_"))) continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty() || !widget->property("text").toString().isEmpty(),
                     qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
