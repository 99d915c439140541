// SPDX-License-Identifier: GPL-3.0-or-later
// The player under the window: buttons, keys, drags, and what is seen and heard of them.
#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

#include "widgets/appearance.h"
#include "widgets/scrubber.h"
#include "widgets/timelinebar.h"

using namespace backstep;

namespace {

const QVector<PhaseBar> kRun{{QStringLiteral("forward"), 1, 8, Ink::forward}, {QStringLiteral("backward 1"), 9, 16, Ink::backward}};

int pixelsOf(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y).rgb() == colour.rgb();
    }
    return count;
}

QImage look(QWidget& widget) { return widget.grab().toImage(); }

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

}  // namespace

class tst_TimelineBar : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyAppearance(*qApp, AppearanceMode::light); }
    void cleanup() { applyAppearance(*qApp, AppearanceMode::light); }
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
        const QVector<PhaseBar> phases{{QStringLiteral("forward"), 1, 500, Ink::forward}, {QStringLiteral("zero"), 501, 501, Ink::quiet}};
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

    void aSpeedIsChosenFromTheMenu() {
        Player player;
        QSignalSpy changed(&player.bar, &TimelineBar::speedChanged);
        player.bar.findChild<QAction*>(QStringLiteral("speed4"))->trigger();
        QCOMPARE(player.bar.speed(), 4.0);
        QCOMPARE(player.button("speedButton")->text(), QStringLiteral("4×"));
        QCOMPARE(changed.count(), 1);
    }
    void theTipTellsOfTheStopUnderTheMouseAsPlainText() {
        Player player;
        player.bar.setTip([](int stop) { return QStringLiteral("x < %1").arg(stop); });
        Scrubber* track = player.bar.scrubber();
        const QPoint at = track->pointOf(5).toPoint();
        QHelpEvent help(QEvent::ToolTip, at, track->mapToGlobal(at));
        QApplication::sendEvent(track, &help);
        QVERIFY(QToolTip::text().contains(QStringLiteral("x &lt; 5")));
    }
};

QTEST_MAIN(tst_TimelineBar)
#include "tst_timelinebar.moc"
