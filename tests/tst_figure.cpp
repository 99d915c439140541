// SPDX-License-Identifier: GPL-3.0-or-later
// A program's figures: from what pyplot reports to the picture.
#include <algorithm>

#include <QTest>

#include "engine/diagram/figureaxis.h"
#include "engine/diagram/figurediagram.h"
#include "engine/diagram/svg.h"
#include "engine/diagram/theme.h"
#include "engine/engine.h"

using namespace backstep;

class TestFigure : public QObject {
    Q_OBJECT

    // The figures of a program that draws.
    static std::vector<Figure> figures(const std::string& lines) {
        Request request;
        request.text = "import numpy as np\nfrom matplotlib import pyplot as plt\n" + lines;
        request.kind = TextKind::Program;
        const Snapshot run = *evaluate(request);
        if (run.report->error) qWarning("%s: %s", run.report->error->type.c_str(), run.report->error->message.c_str());
        std::vector<Figure> all;
        for (const ReportedFigure& figure : run.report->figures) all.push_back(figureOf(figure));
        return all;
    }
    static Figure figure(const std::string& lines) {
        const std::vector<Figure> all = figures(lines);
        return all.empty() ? Figure() : all.front();
    }
    static Diagram picture(const std::string& lines) { return figureDiagram(figure(lines), {640, 480}); }

    static const Group* group(const Diagram& diagram, const std::string& id) {
        const auto found = std::find_if(diagram.groups.begin(), diagram.groups.end(), [&](const Group& g) { return g.id == id; });
        return found == diagram.groups.end() ? nullptr : &*found;
    }
    template <class T>
    static std::vector<T> shapes(const Group* group) {
        std::vector<T> out;
        for (const Item& item : group->items) {
            if (const T* shape = std::get_if<T>(&item.shape)) out.push_back(*shape);
        }
        return out;
    }
    static QStringList texts(const Diagram& diagram) {
        QStringList out;
        for (const Group& g : diagram.groups) {
            for (const TextShape& t : shapes<TextShape>(&g)) out.append(QString::fromStdString(t.runs.front().text));
        }
        return out;
    }

private slots:
    void a_line_is_read_with_its_style() {
        const Figure f = figure(
            "plt.plot([0, 1, 2], [3, 4, 5], 'r--o', label='up', "
            "linewidth=2)\nplt.title('T')\nplt.xlabel('x')\nplt.ylabel('y')\nplt.legend()");
        QCOMPARE(f.axes.size(), std::size_t(1));
        const FigureAxes& axes = f.axes.front();
        QCOMPARE(axes.title, std::string("T"));
        QCOMPARE(axes.xLabel, std::string("x"));
        QCOMPARE(axes.lines.size(), std::size_t(1));
        const FigureLine& line = axes.lines.front();
        QCOMPARE(line.style, std::string("--"));
        QCOMPARE(line.marker, std::string("o"));
        QCOMPARE(line.label, std::string("up"));
        QCOMPARE(line.width, 2.0);
        QVERIFY(line.colour == (Colour{255, 0, 0}));
        QVERIFY(line.y == (std::vector<double>{3, 4, 5}));
        QVERIFY(axes.legend == std::vector<std::string>{"up"});
    }

    void the_range_is_that_of_the_data_and_a_little_more() {
        const auto [x, y] = axesOf(figure("plt.plot([0, 10], [-1, 1])").axes.front());
        QCOMPARE(x.lo, -0.5);
        QCOMPARE(x.hi, 10.5);
        QCOMPARE(y.lo, -1.1);
        QCOMPARE(y.hi, 1.1);
    }

    void limits_that_the_program_sets_hold_also_backwards() {
        const auto [x, y] = axesOf(figure("plt.plot([0, 10], [-1, 1])\nplt.xlim(5, 0)\nplt.ylim(-3, 3)").axes.front());
        QCOMPARE(x.lo, 5.0);
        QCOMPARE(x.hi, 0.0);
        QCOMPARE(x.share(5), 0.0);
        QCOMPARE(x.share(0), 1.0);
        QCOMPARE(y.hi, 3.0);
    }

    void bars_stand_on_their_foot() {
        const Figure f = figure("plt.bar([1, 2, 3], [2, 5, 3])");
        QCOMPARE(f.axes.front().bars.size(), std::size_t(3));
        const auto [x, y] = axesOf(f.axes.front());
        QCOMPARE(y.lo, 0.0);
        QCOMPARE(y.hi, 5.25);
        QVERIFY(x.lo < 0.6 && x.hi > 3.4);
        const std::vector<BoxShape> boxes = shapes<BoxShape>(group(picture("plt.bar([1, 2, 3], [2, 5, 3])"), "axes-1-data"));
        QCOMPARE(boxes.size(), std::size_t(3));
        QCOMPARE(boxes[0].rect.bottom(), boxes[1].rect.bottom());
        QVERIFY(std::abs(boxes[1].rect.height / boxes[0].rect.height - 2.5) < 1e-9);
    }

    void a_gap_is_where_there_is_no_number() {
        const Diagram d = picture("plt.plot([0, 1, 2, 3, 4], [0, 1, float('nan'), 3, 4])");
        QCOMPARE(shapes<PathShape>(group(d, "axes-1-data")).size(), std::size_t(2));
    }

    void a_logarithmic_axis_has_powers_of_ten_and_no_place_for_zero() {
        const Diagram d = picture("plt.semilogy([1, 2, 3, 4], [1, 0, 100, 10000])");
        QVERIFY2(texts(d).contains(QStringLiteral("10²")), qPrintable(texts(d).join(QLatin1Char(' '))));
        QVERIFY(texts(d).contains(QStringLiteral("10⁴")));
        const std::vector<PathShape> paths = shapes<PathShape>(group(d, "axes-1-data"));
        QCOMPARE(paths.size(), std::size_t(1));  // the lone first point draws no line
        const double step = paths[0].points[0].y - paths[0].points[1].y;
        QVERIFY(step > 0);
    }

    void every_marker_is_drawn_and_none_is_not() {
        for (const char* marker : {"o", ".", "s", "^", "v", "<", ">", "D", "x", "+", "*", "|", "_", "p", "h"}) {
            const Diagram d = picture(std::string("plt.plot([1, 2], [1, 2], '") + marker + "')");
            QVERIFY2(group(d, "axes-1-data")->items.size() >= 2, marker);
        }
        QCOMPARE(group(picture("plt.plot([1, 2], [1, 2], linestyle='None')"), "axes-1-data")->items.size(), std::size_t(0));
    }

    void points_areas_and_rules_are_drawn() {
        QCOMPARE(shapes<CircleShape>(group(picture("plt.scatter([1, 2, 3], [3, 1, 2])"), "axes-1-data")).size(), std::size_t(3));
        const auto areas = shapes<PathShape>(group(picture("plt.fill_between([0, 1, 2], [0, 1, 0], [1, 2, 1], alpha=0.3)"), "axes-1-data"));
        QCOMPARE(areas.size(), std::size_t(1));
        QVERIFY(areas[0].filled);
        QCOMPARE(areas[0].points.size(), std::size_t(6));
        const Diagram rule = picture("plt.plot([0, 4], [0, 4])\nplt.axhline(2, color='k')");
        const auto paths = shapes<PathShape>(group(rule, "axes-1-data"));
        QCOMPARE(paths.size(), std::size_t(2));
        QCOMPARE(paths[1].points[0].x, group(rule, "axes-1-data")->bounds.x);  // from side to side
        QCOMPARE(paths[1].points[1].x, group(rule, "axes-1-data")->bounds.right());
    }

    void subplots_share_the_picture() {
        const Diagram d = picture("f, axes = plt.subplots(1, 2)\naxes[0].plot([1, 2], [1, 2])\naxes[1].plot([1, 2], [2, 1])");
        const Group* left = group(d, "axes-1-data");
        const Group* right = group(d, "axes-2-data");
        QVERIFY(left != nullptr && right != nullptr);
        QVERIFY(left->bounds.right() < right->bounds.x);
        QCOMPARE(left->bounds.y, right->bounds.y);
    }

    void each_show_is_a_figure_of_its_own() { QCOMPARE(figures("plt.plot([1, 2])\nplt.show()\nplt.plot([3, 4])").size(), std::size_t(2)); }

    void nothing_leaves_the_picture() {
        const Diagram d = picture(
            "plt.plot([0, 1], [0, 1], label='a very long label that would never fit into such a small picture as this one is, will it')\n"
            "plt.legend()\nplt.title('t' * 300)\nplt.xlabel('l' * 300)\nplt.plot([0, 1e300], [0, 1e300])\nplt.xlim(0, 1e-300)");
        for (const Group& g : d.groups) {
            QVERIFY(g.bounds.x >= 0 && g.bounds.right() <= 640);
            for (const PathShape& p : shapes<PathShape>(&g)) {
                for (const Point& at : p.points)
                    QVERIFY(std::isfinite(at.x) && std::isfinite(at.y) && std::abs(at.x) < 1e6 && std::abs(at.y) < 1e6);
            }
        }
    }

    void an_empty_figure_is_an_empty_frame() { QVERIFY(!picture("plt.figure()\nplt.gca()").groups.empty()); }

    void mathematics_in_labels_is_written_plainly_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("power") << QStringLiteral("$x^2$") << QStringLiteral("x²");
        QTest::newRow("group") << QStringLiteral("$e^{-1}$") << QStringLiteral("e⁻¹");
        QTest::newRow("function") << QStringLiteral("f = $\\sin(x)$") << QStringLiteral("f = sin(x)");
        QTest::newRow("greek") << QStringLiteral("$\\alpha + \\beta$") << QStringLiteral("α + β");
        QTest::newRow("derivative") << QStringLiteral("$f'(x)$") << QStringLiteral("f'(x)");
        QTest::newRow("money") << QStringLiteral("5$") << QStringLiteral("5$");
        QTest::newRow("long power") << QStringLiteral("$x^{ab}$") << QStringLiteral("x^ab");
    }
    void mathematics_in_labels_is_written_plainly() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(plainLabel(text.toStdString())), expected);
    }

    void colours_are_seen_on_either_background() {
        QVERIFY(seenOn(Theme::light, {31, 119, 180}) == (Colour{31, 119, 180}));  // what is seen stays as it was chosen
        QVERIFY(!(seenOn(Theme::dark, {0, 0, 0}) == (Colour{0, 0, 0})));
        QVERIFY(!(seenOn(Theme::light, {255, 255, 255}) == (Colour{255, 255, 255})));
    }

    void a_file_holds_the_same_colours() {
        const std::string svg = toSvg(picture("plt.plot([0, 1], [0, 1], color='#123456')"), {});
        QVERIFY(svg.find("stroke=\"#123456\"") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestFigure)
#include "tst_figure.moc"
