// SPDX-License-Identifier: GPL-3.0-or-later
// The basic widgets as a student meets them: keys typed, handles dragged, words and colours looked at.
#include <QAbstractItemView>
#include <QAccessible>
#include <QClipboard>
#include <QMainWindow>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyle>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>
#include <memory>

#include "widgets/appearance.h"
#include "widgets/codeeditor.h"
#include "widgets/icons.h"
#include "widgets/inputspanel.h"
#include "widgets/pane.h"
#include "widgets/panetitle.h"
#include "widgets/scrubber.h"
#include "widgets/timelinebar.h"
#include "widgets/valuefield.h"
#include "widgets/valueslider.h"
#include "widgets/valuetext.h"

using namespace backstep;

namespace {

const QVector<PhaseBar> kRun{{QStringLiteral("forward"), 1, 8, Ink::forward},
                             {QStringLiteral("backward 1"), 9, 16, Ink::backward}};

double luminance(const QColor& c) {
    const auto part = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a), lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

int pixelsOf(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y).rgb() == colour.rgb();
    }
    return count;
}

QImage look(QWidget& widget) {
    return widget.grab().toImage();
}

// A bar that does what its owner would: it goes where it asks to go.
struct Player {
    TimelineBar bar;
    QSignalSpy asked{&bar, &TimelineBar::stopRequested};
    explicit Player(const QVector<PhaseBar>& phases = kRun) {
        QObject::connect(&bar, &TimelineBar::stopRequested, &bar, &TimelineBar::setStop);
        bar.resize(1200, bar.sizeHint().height());
        bar.setPhases(phases);
        bar.show();
    }
    QVector<int> stops() const {
        QVector<int> all;
        for (const auto& call : asked) all.append(call.at(0).toInt());
        return all;
    }
    QAbstractButton* button(const char* name) { return bar.findChild<QAbstractButton*>(QLatin1String(name)); }
};

// Keywords and comments, enough to see colours.
QVector<Colouring> colours(const QString& line, int) {
    QVector<Colouring> result;
    const int sin = int(line.indexOf(QStringLiteral("sin")));
    if (sin >= 0) result.append({sin, 3, Colouring::Kind::function});
    const int hash = int(line.indexOf(QLatin1Char('#')));
    if (hash >= 0) result.append({hash, int(line.size()) - hash, Colouring::Kind::comment});
    return result;
}

const QVector<Completion> kNames{{QStringLiteral("sin"), QStringLiteral("sin(x)"), QStringLiteral("sine")},
                                 {QStringLiteral("sinh"), QStringLiteral("sinh(x)"), QStringLiteral("hyperbolic sine")},
                                 {QStringLiteral("sqrt"), QStringLiteral("sqrt(x)"), QStringLiteral("root")},
                                 {QStringLiteral("torch.relu"), QStringLiteral("torch.relu(x)"), QStringLiteral("max(x, 0)")},
                                 {QStringLiteral(".backward"), QStringLiteral("backward()"), QStringLiteral("sweeps")}};

struct Typist {
    CodeEditor editor;
    Typist() {
        editor.resize(480, 240);
        editor.setColouring(colours);
        editor.setCompletions(kNames);
        editor.show();
        editor.setFocus();
    }
    void type(const char* text) { QTest::keyClicks(&editor, QString::fromUtf8(text)); }
    QString text() const { return editor.toPlainText(); }
    void caret(int position) {
        QTextCursor cursor = editor.textCursor();
        cursor.setPosition(position);
        editor.setTextCursor(cursor);
    }
};

InputRow inputOf(const char* name, double value, bool plotOver = false) {
    InputRow row;
    row.name = QString::fromUtf8(name);
    row.value = value;
    row.plotOver = plotOver;
    return row;
}

struct Desk {
    InputsPanel panel;
    QSignalSpy values{&panel, &InputsPanel::valueChanged};
    QSignalSpy ranges{&panel, &InputsPanel::rangeChanged};
    QSignalSpy plots{&panel, &InputsPanel::plotOverChanged};
    explicit Desk(const QVector<InputRow>& rows) {
        panel.resize(330, 200);
        panel.setInputs(rows);
        panel.show();
    }
    template <class T>
    T* part(const char* input, const char* name) {
        auto* row = panel.findChild<QWidget*>(QStringLiteral("input_") + QLatin1String(input));
        return row->findChild<T*>(QLatin1String(name));
    }
    ValueField* field(const char* input) { return part<ValueField>(input, "inputValue"); }
    ValueSlider* slider(const char* input) { return part<ValueSlider>(input, "inputSlider"); }
    void enter(const char* input, const char* text) {
        field(input)->setFocus();
        field(input)->selectAll();
        QTest::keyClicks(field(input), QString::fromUtf8(text));
    }
};

}  // namespace

class tst_Widgets : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyAppearance(*qApp, AppearanceMode::light); }
    void cleanup() { applyAppearance(*qApp, AppearanceMode::light); }

    // --- appearance and icons
    void theModeDecidesTheTheme() {
        applyAppearance(*qApp, AppearanceMode::dark);
        QVERIFY(isDark(QApplication::palette()));
        QCOMPARE(ink(Ink::pane), QColor(0x1c, 0x20, 0x25));
        applyAppearance(*qApp, AppearanceMode::automatic);  // the desktop of the tests is light
        QCOMPARE(currentTheme(), Theme::light);
        QCOMPARE(ink(Ink::forward), QColor(0x00, 0x72, 0xb2));
    }
    void textIsReadableOnWhatItStandsOn() {
        for (const auto mode : {AppearanceMode::light, AppearanceMode::dark}) {
            applyAppearance(*qApp, mode);
            const QPalette palette = QApplication::palette();
            QVERIFY(contrast(inkOnPrimary(), ink(Ink::forward)) >= 4.5);
            QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
            QVERIFY(contrast(ink(Ink::quiet), ink(Ink::pane)) >= 4.5);
            QVERIFY(contrast(ink(Ink::forward), ink(Ink::pane)) >= 4.5);
        }
    }
    void everyIconIsDrawnInTheInkOfThePalette() {
        const auto names = {"first", "previous", "next", "last", "play", "pause", "fit", "zoom-in", "zoom-out", "undo",
                            "redo", "open", "save", "export", "copy", "curve", "theme", "direction", "info", "close"};
        for (const char* name : names) {
            const QIcon drawn = icon(QLatin1String(name));
            QVERIFY2(!drawn.isNull(), name);
            const QImage large = drawn.pixmap(QSize(80, 80)).toImage();
            QVERIFY2(pixelsOf(large, ink(Ink::text)) > 40, name);
            QVERIFY2(pixelsOf(drawn.pixmap(QSize(80, 80), QIcon::Disabled).toImage(), ink(Ink::faint)) > 40, name);
        }
        const QImage light = icon(QStringLiteral("play")).pixmap(QSize(40, 40)).toImage();
        applyAppearance(*qApp, AppearanceMode::dark);
        QVERIFY(light != icon(QStringLiteral("play")).pixmap(QSize(40, 40)).toImage());
        QVERIFY(!applicationIcon().pixmap(QSize(64, 64)).isNull());
    }
    void iconsAreRenderedAtTheRatioOfTheScreen() {
        const QPixmap pixmap = icon(QStringLiteral("fit")).pixmap(QSize(20, 20), 2.0);
        QCOMPARE(pixmap.size(), QSize(40, 40));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    }
    void codeIsSetInAFixedFont() {
        const QFontMetrics metrics(codeFont());
        QCOMPARE(metrics.horizontalAdvance(QStringLiteral("iiii")), metrics.horizontalAdvance(QStringLiteral("WWWW")));
        QVERIFY(interfaceFont(0.5).pointSizeF() < interfaceFont().pointSizeF());
    }

    // --- pane
    void aPaneNamesItselfAndKeepsItsTitleInTheGivenCase() {
        Pane pane(QStringLiteral("Tape"));
        pane.setContent(new QWidget);
        QCOMPARE(pane.accessibleName(), QStringLiteral("Tape"));
        QCOMPARE(pane.titleBar()->title(), QStringLiteral("Tape"));
        QAction output(QStringLiteral("Output"));
        output.setObjectName(QStringLiteral("outputAction"));
        output.setCheckable(true);
        QToolButton* button = pane.addToTitle(&output);
        pane.resize(300, 200);
        pane.show();
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(output.isChecked());
        pane.setBorders(Qt::RightEdge);
        QCOMPARE(look(pane).pixelColor(299, 100), ink(Ink::line));
        QCOMPARE(look(pane).pixelColor(5, 100), ink(Ink::pane));
    }

    // --- timeline
    void theButtonsAskForStops() {
        Player player;
        player.bar.setStop(8);
        for (const char* name : {"nextStepButton", "previousStepButton", "lastStepButton", "firstStepButton"}) {
            QTest::mouseClick(player.button(name), Qt::LeftButton);
        }
        QCOMPARE(player.stops(), QVector<int>({9, 8, 16, 0}));
        QVERIFY(!player.button("previousStepButton")->isEnabled());
        QVERIFY(player.button("nextStepButton")->isEnabled());
        QCOMPARE(player.button("nextStepButton")->text(), QStringLiteral("Next step"));
    }
    void withoutStepsEverythingIsDisabledButThere() {
        Player player{QVector<PhaseBar>()};
        for (const char* name : {"nextStepButton", "previousStepButton", "lastStepButton", "firstStepButton", "playButton"}) {
            QVERIFY(player.button(name)->isVisible());
            QVERIFY(!player.button(name)->isEnabled());
        }
        QVERIFY(player.bar.scrubber()->isVisible());
        player.bar.setPlaying(true);
        QVERIFY(!player.bar.isPlaying());
    }
    void draggingAsksForEachStopOnce() {
        Player player;
        Scrubber* track = player.bar.scrubber();
        const QPoint from = track->pointOf(0).toPoint();
        const QPoint to = track->pointOf(16).toPoint();
        QTest::mousePress(track, Qt::LeftButton, {}, from);
        for (int x = from.x(); x <= to.x(); ++x) QTest::mouseMove(track, QPoint(x, from.y()));
        QTest::mouseRelease(track, Qt::LeftButton, {}, to);
        QVector<int> expected;
        for (int stop = 1; stop <= 16; ++stop) expected.append(stop);
        QCOMPARE(player.stops(), expected);
    }
    void aClickGoesToTheStopUnderIt() {
        Player player;
        Scrubber* track = player.bar.scrubber();
        QTest::mouseClick(track, Qt::LeftButton, {}, track->pointOf(11).toPoint());
        QCOMPARE(player.bar.stop(), 11);
    }
    void keysAndWheelStep() {
        Player player;
        Scrubber* track = player.bar.scrubber();
        track->setFocus();
        for (const auto key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Left, Qt::Key_End, Qt::Key_PageUp, Qt::Key_Home}) {
            QTest::keyClick(track, key);
        }
        QCOMPARE(player.stops(), QVector<int>({1, 2, 1, 16, 8, 0}));
        QWheelEvent wheel(QPointF(9, 9), QPointF(9, 9), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(track, &wheel);
        QCOMPARE(player.bar.stop(), 1);
        QTest::keyClick(track, Qt::Key_Space);
        QVERIFY(player.bar.isPlaying());
        QTest::keyClick(track, Qt::Key_Space);
        QVERIFY(!player.bar.isPlaying());
    }
    void playingStopsAtTheEndAndStartsAgainFromThere() {
        Player player({{QStringLiteral("forward"), 1, 3, Ink::forward}});
        player.bar.setSpeed(50);
        QSignalSpy playing(&player.bar, &TimelineBar::playingChanged);
        QTest::mouseClick(player.button("playButton"), Qt::LeftButton);
        QCOMPARE(player.button("playButton")->accessibleName(), QStringLiteral("Pause"));
        QTRY_VERIFY(!player.bar.isPlaying());
        QCOMPARE(player.stops(), QVector<int>({1, 2, 3}));
        player.bar.setPlaying(true);
        QCOMPARE(player.bar.stop(), 0);
        QTRY_VERIFY(!player.bar.isPlaying());
        QCOMPARE(player.bar.stop(), 3);
        QCOMPARE(playing.count(), 4);
    }
    void anotherRunStopsThePlayer() {
        Player player;
        player.bar.setPlaying(true);
        player.bar.setPhases(kRun);
        QVERIFY(player.bar.isPlaying());
        player.bar.setPhases({{QStringLiteral("forward"), 1, 4, Ink::forward}});
        QVERIFY(!player.bar.isPlaying());
    }
    void whatIsDoneIsSaturated() {
        Player player;
        const auto done = [&player](Ink colour) { return pixelsOf(look(*player.bar.scrubber()), ink(colour)); };
        player.bar.setStop(4);
        const int half = done(Ink::forward);
        QCOMPARE(done(Ink::backward), 0);
        player.bar.setStop(12);
        QVERIFY(done(Ink::forward) > half * 3 / 2);
        QVERIFY(done(Ink::backward) > 100);
    }
    void aShortPhaseStaysReadable() {
        const QVector<PhaseBar> phases{{QStringLiteral("forward"), 1, 500, Ink::forward},
                                       {QStringLiteral("zero"), 501, 501, Ink::quiet}};
        const PhaseTrack track(phases, 600, {60, 40});
        QCOMPARE(track.segments()[1].width, 40.0);
        QCOMPARE(track.xOf(501), 600.0);
        for (const int stop : {0, 1, 250, 500, 501}) QCOMPARE(track.stopAt(track.xOf(stop)), stop);
        const PhaseTrack narrow(phases, 50, {60, 40});  // no room: both give way
        QVERIFY(narrow.segments()[1].left + narrow.segments()[1].width <= 50.001);
    }
    void aScreenReaderHearsTheStep() {
        Player player;
        player.bar.setStop(8);
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(player.bar.scrubber());
        QVERIFY(spoken != nullptr);
        QCOMPARE(spoken->role(), QAccessible::Slider);
        QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Timeline"));
        QCOMPARE(spoken->text(QAccessible::Value), QStringLiteral("step 8 of 16"));
        QCOMPARE(spoken->valueInterface()->maximumValue().toInt(), 16);
        spoken->valueInterface()->setCurrentValue(3);
        QCOMPARE(player.bar.stop(), 3);
    }

    // --- editor
    void typingAnnouncesEditsAndReplacingDoesNot() {
        Typist typist;
        QSignalSpy edited(&typist.editor, &CodeEditor::edited);
        typist.type("x+1");
        QCOMPARE(edited.count(), 3);
        typist.editor.replaceAll(QStringLiteral("x+12"));
        typist.editor.refreshColours();
        QCOMPARE(edited.count(), 3);
        QVERIFY(!typist.editor.document()->isUndoAvailable());
    }
    void replacingKeepsTheCaretAtItsWord() {
        Typist typist;
        typist.editor.replaceAll(QStringLiteral("a = 2.0\nb = a * 3"));
        typist.caret(12);
        QSignalSpy moved(&typist.editor, &CodeEditor::caretMoved);
        typist.editor.replaceAll(QStringLiteral("a = 2.125\nb = a * 3"));
        QCOMPARE(typist.editor.textCursor().position(), 14);
        QCOMPARE(moved.count(), 0);
        QCOMPARE(typist.text(), QStringLiteral("a = 2.125\nb = a * 3"));
    }
    void enterKeepsTheIndentationAndAddsToItAfterAColon() {
        Typist typist;
        typist.type("for i in y:");
        QTest::keyClick(&typist.editor, Qt::Key_Return);
        typist.type("z");
        QTest::keyClick(&typist.editor, Qt::Key_Return);
        typist.type("w");
        QCOMPARE(typist.text(), QStringLiteral("for i in y:\n    z\n    w"));
        QTest::keyClick(&typist.editor, Qt::Key_Return);
        QTest::keyClick(&typist.editor, Qt::Key_Backspace);
        QCOMPARE(typist.editor.textCursor().positionInBlock(), 0);
    }
    void tabIndentsByFourAndLeavesAfterEscape() {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* editor = new CodeEditor;
        auto* other = new QPushButton;
        column->addWidget(editor);
        column->addWidget(other);
        window.show();
        window.activateWindow();
        editor->setFocus();
        QTest::keyClick(editor, Qt::Key_Tab);
        QCOMPARE(editor->toPlainText(), QStringLiteral("    "));
        editor->replaceAll(QStringLiteral("a\nb"));
        editor->selectAll();
        QTest::keyClick(editor, Qt::Key_Tab);
        QCOMPARE(editor->toPlainText(), QStringLiteral("    a\n    b"));
        editor->selectAll();
        QTest::keyClick(editor, Qt::Key_Backtab);
        QCOMPARE(editor->toPlainText(), QStringLiteral("a\nb"));
        QTest::keyClick(editor, Qt::Key_Escape);
        QTest::keyClick(editor, Qt::Key_Tab);
        QCOMPARE(editor->toPlainText(), QStringLiteral("a\nb"));
        QCOMPARE(window.focusWidget(), other);
    }
    void undoIsLeftToTheWindow() {
        Typist typist;
        QKeyEvent undo(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        undo.accept();
        QApplication::sendEvent(&typist.editor, &undo);
        QVERIFY(!undo.isAccepted());
    }
    void completionOpensAfterTwoLettersAndAcceptsWithTab() {
        Typist typist;
        typist.type("y = s");
        QVERIFY(!typist.editor.completion()->isOpen());
        typist.type("i");
        QVERIFY(typist.editor.completion()->isOpen());
        QTest::keyClick(typist.editor.completion()->view(), Qt::Key_Down);
        QTest::keyClick(typist.editor.completion()->view(), Qt::Key_Tab);
        QCOMPARE(typist.text(), QStringLiteral("y = sinh"));
        QVERIFY(!typist.editor.completion()->isOpen());
    }
    void completionLeavesTypingAlone() {
        Typist typist;
        typist.type("sin");  // a name by itself, though sinh begins with it
        QVERIFY(typist.editor.completion()->isOpen());
        QTest::keyClick(typist.editor.completion()->view(), Qt::Key_Return);
        QTest::keyClicks(&typist.editor, QStringLiteral("# sq"));
        QVERIFY(!typist.editor.completion()->isOpen());
        typist.editor.replaceAll(QString());
        typist.type("zz + 12si(sq * 2");
        QVERIFY(!typist.editor.completion()->isOpen());
        QCOMPARE(typist.text(), QStringLiteral("zz + 12si(sq * 2"));
    }
    void completionKnowsModulesAndMethods() {
        Typist typist;
        typist.type("torch.re");
        QTest::keyClick(typist.editor.completion()->view(), Qt::Key_Enter);
        QCOMPARE(typist.text(), QStringLiteral("torch.relu"));
        typist.type("\b d.ba");
        QTest::keyClick(typist.editor.completion()->view(), Qt::Key_Enter);
        QVERIFY(typist.text().endsWith(QStringLiteral("d.backward")));
    }
    void marksAndFaultsAreSeen() {
        Typist typist;
        typist.editor.replaceAll(QStringLiteral("log(x) * sin(x)"));
        typist.editor.setMark(9, 6);
        const QImage marked = look(*typist.editor.viewport());
        QVERIFY(pixelsOf(marked, ink(Ink::backwardWash)) > 100);
        QVERIFY(typist.editor.markRect().width() > 20);
        typist.editor.clearMark();
        QCOMPARE(pixelsOf(look(*typist.editor.viewport()), ink(Ink::backwardWash)), 0);
        QCOMPARE(pixelsOf(look(*typist.editor.viewport()), ink(Ink::error)), 0);
        typist.editor.setFaults({{0, 3, true, QStringLiteral("no <b>log</b>")}, {99, 0, false, QStringLiteral("end")}});
        const auto selections = typist.editor.extraSelections();
        QCOMPARE(selections.size(), 2);
        QCOMPARE(selections[0].format.underlineColor(), ink(Ink::error));
        QCOMPARE(selections[1].cursor.selectedText(), QStringLiteral(")"));
    }
    void hoveringTellsTheCharacterUnderTheMouse() {
        Typist typist;
        typist.editor.replaceAll(QStringLiteral("ab\nc"));
        typist.editor.setMark(1, 1);
        QSignalSpy hovered(&typist.editor, &CodeEditor::hovered);
        QTest::mouseMove(typist.editor.viewport(), typist.editor.markRect().center().toPoint());
        QCOMPARE(hovered.takeLast().at(0).toInt(), 1);
        QTest::mouseMove(typist.editor.viewport(), QPoint(400, 200));
        QCOMPARE(hovered.takeLast().at(0).toInt(), -1);
    }
    void pastingIsPlainTextAndFilesAreForTheWindow() {
        Typist typist;
        auto rich = std::make_unique<QMimeData>();
        rich->setHtml(QStringLiteral("<b>x</b>"));
        rich->setText(QStringLiteral("x\r\ny"));
        QApplication::clipboard()->setMimeData(rich.release());
        typist.editor.paste();
        QCOMPARE(typist.text(), QStringLiteral("x\ny"));
    }

    // --- inputs
    void numbersInFieldsAreShortestAndTidy() {
        QCOMPARE(valueText(0.1), QStringLiteral("0.1"));
        QCOMPARE(valueText(2), QStringLiteral("2"));
        QCOMPARE(valueText(-0.0), QStringLiteral("0"));
        QCOMPARE(readValue(QStringLiteral(" +1e-3 ")).value(), 1e-3);
        QCOMPARE(readValue(QStringLiteral("−2.5")).value(), -2.5);
        for (const char* bad : {"", "abc", "1 2", "nan", "inf", "1e999", "2x"}) {
            QVERIFY2(!readValue(QString::fromUtf8(bad)), bad);
        }
        QCOMPARE(tidyStep(-5, 5), 0.01);
        QCOMPARE(tidyStep(0, 3), 0.002);
        QCOMPARE(tidyValue(0.1 + 0.2, 0.01), 0.3);
        QCOMPARE(tidyBeyond(12), 20.0);
        QCOMPARE(tidyBeyond(-700), -1000.0);
        QCOMPARE(tidyBeyond(20), 20.0);
    }
    void aTypedNumberIsCommittedByEnter() {
        Desk desk({inputOf("x", 2, true)});
        desk.enter("x", "1e-3");
        QCOMPARE(desk.values.count(), 0);
        QTest::keyClick(desk.field("x"), Qt::Key_Return);
        QCOMPARE(desk.values.count(), 1);
        QCOMPARE(desk.values[0].at(1).toDouble(), 1e-3);
        QVERIFY(desk.values[0].at(2).toBool());
        QCOMPARE(desk.field("x")->text(), QStringLiteral("0.001"));
    }
    void whatIsNoNumberIsMarkedAndTakenBack() {
        Desk desk({inputOf("x", 2), inputOf("y", 1)});
        desk.enter("x", "two");
        QVERIFY(desk.field("x")->isInvalid());
        QVERIFY(pixelsOf(look(*desk.field("x")), ink(Ink::error)) > 20);
        desk.field("y")->setFocus();
        QFocusEvent out(QEvent::FocusOut, Qt::TabFocusReason);
        QApplication::sendEvent(desk.field("x"), &out);
        QCOMPARE(desk.field("x")->text(), QStringLiteral("2"));
        QCOMPARE(desk.values.count(), 0);
    }
    void arrowsNudgeTheNumber() {
        Desk desk({inputOf("x", 2)});
        QTest::keyClick(desk.field("x"), Qt::Key_Up);
        QTest::keyClick(desk.field("x"), Qt::Key_Up, Qt::ShiftModifier);
        QTest::keyClick(desk.field("x"), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(desk.field("x")->text(), QStringLiteral("3.09"));
        QCOMPARE(desk.values.count(), 3);
    }
    void draggingTheSliderGivesTidyNumbersAndEndsOnce() {
        Desk desk({inputOf("x", -5)});
        ValueSlider* slider = desk.slider("x");
        const int y = slider->height() / 2;
        QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(8, y));
        for (int x = 9; x < slider->width() - 20; ++x) QTest::mouseMove(slider, QPoint(x, y));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() - 21, y));
        QVERIFY(desk.values.count() > 20);
        for (qsizetype i = 0; i < desk.values.count(); ++i) {
            QVERIFY(valueText(desk.values[i].at(1).toDouble()).size() <= 5);  // -4.99
            QCOMPARE(desk.values[i].at(2).toBool(), i == desk.values.count() - 1);
        }
        QCOMPARE(desk.field("x")->value(), slider->number());
    }
    void aValueOutsideTheRangeWidensIt() {
        Desk desk({inputOf("x", 2)});
        desk.enter("x", "12");
        QTest::keyClick(desk.field("x"), Qt::Key_Return);
        QCOMPARE(desk.ranges.count(), 1);
        QCOMPARE(desk.slider("x")->most(), 20.0);
        desk.panel.setInputs({inputOf("x", -700)});  // from outside: widened, but silently
        QCOMPARE(desk.slider("x")->least(), -1000.0);
        QCOMPARE(desk.ranges.count(), 1);
    }
    void doubleClickOpensTheRangeAndMovesNothing() {
        Desk desk({inputOf("x", 2)});
        ValueSlider* slider = desk.slider("x");
        const QPoint at(slider->width() - 12, slider->height() / 2);
        QTest::mouseClick(slider, Qt::LeftButton, {}, at);
        QTest::mouseDClick(slider, Qt::LeftButton, {}, at);
        auto* popup = desk.panel.findChild<QWidget*>(QStringLiteral("rangePopup"));
        QVERIFY(popup != nullptr && popup->isVisible());
        auto* most = popup->findChild<ValueField*>(QStringLiteral("rangeMaximum"));
        most->selectAll();
        QTest::keyClicks(most, QStringLiteral("1"));
        QTest::keyClick(most, Qt::Key_Return);
        QCOMPARE(slider->most(), 1.0);
        QCOMPARE(desk.ranges.count(), 1);
        QCOMPARE(slider->number(), 1.0);  // it was at 2, which the range no longer holds
    }
    void onePlotAtATime() {
        Desk desk({inputOf("x", 2, true), inputOf("y", 1)});
        auto* x = desk.part<QToolButton>("x", "plotOverButton");
        auto* y = desk.part<QToolButton>("y", "plotOverButton");
        QVERIFY(x->isVisible() && x->isChecked());
        QTest::mouseClick(y, Qt::LeftButton);
        QVERIFY(!x->isChecked() && y->isChecked());
        QCOMPARE(desk.plots.count(), 1);
        QTest::mouseClick(y, Qt::LeftButton);
        QVERIFY(y->isChecked());
        QCOMPARE(desk.plots.count(), 1);
        Desk alone({inputOf("x", 2, true)});
        QVERIFY(!alone.part<QToolButton>("x", "plotOverButton")->isVisible());
    }
    void theSameNamesKeepTheirWidgetsAndWhatIsBeingTyped() {
        Desk desk({inputOf("x", 2), inputOf("y", 1)});
        ValueField* field = desk.field("x");
        desk.panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.panel));
        desk.enter("x", "3.");
        desk.panel.setInputs({inputOf("x", 2), inputOf("y", 4)});
        QCOMPARE(desk.field("x"), field);
        QCOMPARE(field->text(), QStringLiteral("3."));
        QCOMPARE(desk.field("y")->text(), QStringLiteral("4"));
        QCOMPARE(desk.values.count(), 0);
        desk.panel.setInputs({inputOf("z", 2)});
        QCOMPARE(desk.panel.inputs().size(), 1);
    }
    void aScreenReaderHearsTheNumber() {
        Desk desk({inputOf("x", 2.5)});
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(desk.slider("x"));
        QCOMPARE(spoken->text(QAccessible::Value), QStringLiteral("2.5"));
        QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Slider of x"));
        spoken->valueInterface()->setCurrentValue(1.5);
        QCOMPARE(desk.field("x")->text(), QStringLiteral("1.5"));
    }
    void everyControlHasANameForPeopleAndForTests() {
        Player player;
        Desk desk({inputOf("x", 2, true), inputOf("y", 1)});
        Typist typist;
        QVector<QWidget*> all = player.bar.findChildren<QWidget*>();
        all += desk.panel.findChildren<QWidget*>();
        all.append(&typist.editor);
        for (const QWidget* widget : all) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->isWindow()) continue;
            if (widget->objectName().startsWith(QStringLiteral("qt_"))) continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(tst_Widgets)
#include "tst_widgets.moc"
