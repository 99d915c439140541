// SPDX-License-Identifier: GPL-3.0-or-later
// The picture that goes from stop to stop and draws what a step changes, against one that is drawn from nothing at every stop: as a
// diagram, and as pixels on the screen.
#include <random>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QScreen>
#include <QTest>

#include "engine/diagram/cover.h"
#include "engine/diagram/graphpicture.h"
#include "engine/engine.h"
#include "widgets/appearance.h"
#include "widgets/diagrampainter.h"
#include "widgets/graphview.h"

using namespace backstep;
using namespace Qt::StringLiterals;

namespace {

Snapshot ran(const QString& text, TextKind kind, SweepMode mode = SweepMode::Reverse) {
    Request request;
    request.text = text.toStdString();
    request.kind = kind;
    request.mode = mode;
    request.inputs.values = {{"x", 2.0}, {"y", 3.0}};
    request.check = false;
    return *evaluate(request);
}

Layout layoutOf(const Snapshot& s) { return layeredLayout(layoutRequest(s.graph, Direction::topToBottom)); }

QString sumOf(int terms) {
    QString text;
    for (int i = 0; i < terms; ++i) text += (i > 0 ? u" + "_s : QString()) + u"x*%1"_s.arg(i + 2);
    return text;
}

// Steps and jumps, both ways; the same ones each time.
std::vector<std::size_t> stopsToVisit(std::size_t last) {
    std::vector<std::size_t> stops;
    for (std::size_t stop = 0; stop <= std::min<std::size_t>(last, 12); ++stop) stops.push_back(stop);
    std::mt19937 random(7);
    for (int i = 0; i < 12; ++i) {
        const std::size_t at = random() % (last + 1);
        stops.push_back(at);
        stops.push_back(at > 0 ? at - 1 : 0);
    }
    stops.push_back(last);
    return stops;
}

}  // namespace

class TestGraphPicture : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyAppearance(*qApp, AppearanceMode::light); }

    void it_shows_what_a_new_one_shows_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("program");
        for (const char* formula : {"f(x) = log(x^2) * sin(x) + 1/x", "x*x + x", "f(x, y) = (x + y) * sin(x*y) - exp(-x^2/y)"})
            QTest::newRow(formula) << formula << false;
        QTest::newRow("a sum of 40 terms") << sumOf(40) << false;
        QFile table(QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/formulas.tsv"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        for (const QString& line : QString::fromUtf8(table.readAll()).split(u'\n', Qt::SkipEmptyParts).mid(1))
            QTest::newRow(qPrintable(line.section(u'\t', 0, 0))) << line.section(u'\t', 2, 2) << false;
        const QDir folder(QStringLiteral(BACKSTEP_SHARED_DIR "/data/programs"));
        for (const QString& name : folder.entryList({u"*.py"_s}, QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QTest::newRow(qPrintable(name)) << QString::fromUtf8(file.readAll()) << true;
        }
    }
    void it_shows_what_a_new_one_shows() {
        QFETCH(const QString, text);
        QFETCH(const bool, program);
        for (const SweepMode mode : {SweepMode::Reverse, SweepMode::Forward}) {
            if (program && mode == SweepMode::Forward) continue;
            const Snapshot s = ran(text, program ? TextKind::Program : TextKind::Formula, mode);
            const Layout layout = layoutOf(s);
            GraphPicture picture(s.graph, layout, s.recording, s.source);
            State state(s.recording, s.timeline);
            for (const std::size_t stop : stopsToVisit(s.stops())) {
                state.moveTo(stop);
                State direct(s.recording, s.timeline);  // that has been nowhere else
                direct.moveTo(stop);
                const Diagram fresh = graphDiagram(s.graph, layout, s.recording, s.source, direct);
                const Diagram& stepped = picture.at(state);
                QCOMPARE(stepped.groups.size(), fresh.groups.size());
                for (std::size_t i = 0; i < fresh.groups.size(); ++i)
                    QVERIFY2(stepped.groups[i] == fresh.groups[i], fresh.groups[i].id.c_str());
                QVERIFY(stepped == fresh);
            }
        }
    }

    void a_step_draws_what_it_changes() {
        const Snapshot s = ran(sumOf(250), TextKind::Formula);
        const Layout layout = layoutOf(s);
        GraphPicture picture(s.graph, layout, s.recording, s.source);
        State state(s.recording, s.timeline);
        const auto drawnAt = [&](std::size_t stop) {
            state.moveTo(stop);
            picture.at(state);
            return picture.redrawn().size();
        };
        QCOMPARE(drawnAt(20), s.graph.nodes.size() + s.graph.edges.size());
        QCOMPARE(drawnAt(20), std::size_t(0));
        for (std::size_t stop = 21; stop < 200; ++stop) QVERIFY(drawnAt(stop) <= 4);  // a node, the one before it, its edges
        const auto backward = static_cast<std::size_t>(s.timeline->beginOf(SweepId(0)));
        drawnAt(backward + 10);
        for (std::size_t stop = backward + 11; stop < backward + 200; ++stop) QVERIFY(drawnAt(stop) <= 6);
    }

    void nothing_is_painted_outside_its_cover() {
        const Snapshot s =
            ran(u"import torch\nx = torch.tensor([2.0, 3.0], requires_grad=True)\nfor i in range(3):\n    x = x * x.detach()\n"
                "if x.sum() < 0:\n    x = x + 1\ny = (x * x).sum()\ny.backward()\n"_s,
                TextKind::Program);
        const Layout layout = layoutOf(s);
        GraphPicture picture(s.graph, layout, s.recording, s.source);
        State state(s.recording, s.timeline);
        int groups = 0;
        for (std::size_t stop = 0; stop <= s.stops(); stop += 5) {
            state.moveTo(stop);
            const Diagram& all = picture.at(state);
            for (const Group& group : all.groups) {
                Diagram one{all.size, {}, {}, {group}};
                const QImage image = renderDiagram(one, 1, Theme::light, true);
                QRegion inside;
                for (const Rect& part : coverOf(group)) inside += QRectF(part.x, part.y, part.width, part.height).toAlignedRect();
                int outside = 0;
                for (int y = 0; y < image.height(); ++y) {
                    const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
                    for (int x = 0; x < image.width(); ++x) outside += qAlpha(line[x]) != 0 && !inside.contains(QPoint(x, y)) ? 1 : 0;
                }
                QVERIFY2(outside == 0, group.id.c_str());
                ++groups;
            }
        }
        QVERIFY(groups > 50);
    }

    void the_screen_shows_what_all_of_it_painted_would_show_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("small") << u"log(x^2) * sin(x) + 1/x"_s;
        QTest::newRow("partly in sight") << sumOf(30);
    }
    void the_screen_shows_what_all_of_it_painted_would_show() {
        QFETCH(const QString, text);
        const auto snapshot = std::make_shared<const Snapshot>(ran(text, TextKind::Formula));
        StepCursor cursor;
        GraphView view(&cursor);
        view.resize(700, 600);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        cursor.setRun(snapshot, std::make_shared<const Layout>(layoutOf(*snapshot)), 0);
        QCoreApplication::processEvents();
        for (const std::size_t stop : stopsToVisit(snapshot->stops())) {
            cursor.setStop(static_cast<int>(stop));
            QCoreApplication::processEvents();
            const QImage screen = view.screen()->grabWindow(view.winId()).toImage().convertToFormat(QImage::Format_RGB32);
            const QImage whole = view.grab().toImage().convertToFormat(QImage::Format_RGB32);
            QCOMPARE(screen.size(), whole.size());
            QVERIFY2(screen == whole, qPrintable(u"at stop %1"_s.arg(stop)));
        }
    }
};

QTEST_MAIN(TestGraphPicture)
#include "tst_graphpicture.moc"
