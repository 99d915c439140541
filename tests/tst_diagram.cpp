// SPDX-License-Identifier: GPL-3.0-or-later
// Long because SVG writer, painter and chart are held against one another with shared helpers.
// Pictures: the metrics table, ticks, arrows, the SVG writer, the painter, and the chart as a diagram.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <random>

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

#include "engine/base/numbers.h"
#include "engine/diagram/arrow.h"
#include "engine/diagram/chartdiagram.h"
#include "engine/diagram/elidenames.h"
#include "engine/diagram/metrics.h"
#include "engine/diagram/printable.h"
#include "engine/diagram/svg.h"
#include "engine/diagram/ticks.h"
#include "engine/diagram/xml.h"
#include "widgets/diagrampainter.h"

using namespace backstep;

namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// One that must not stand in a source file as it is.
std::string character(char32_t code) {
    std::string out;
    appendUtf8(out, code);
    return out;
}

Group boxGroup(const std::string& id, Rect rect, const std::string& name, const std::string& rest) {
    Group group{id, "node", name + rest, NodeId(1), rect, false, {}};
    group.items.push_back({BoxShape{rect, 9, true, Ink::forwardWash, {Ink::backward, 3, {}}}, 1});
    const Point at{rect.centre().x, rect.y + 25};
    group.items.push_back({TextShape{at, Anchor::middle, 14, {{name, true, false, Ink::text}, {rest, false, false, Ink::quiet}}}, 1});
    return group;
}

Diagram sampleDiagram() {
    Diagram diagram{{320, 240}, "f(x)", "two nodes and an edge", {}};
    diagram.groups.push_back(boxGroup("x", {20, 20, 120, 50}, "x", ""));
    diagram.groups.push_back(boxGroup("v1", {160, 160, 130, 50}, "v₁", " = sin x"));
    Group edge{"edge-1", "edge", "x to v1", NodeId(), {}, false, {}};
    edge.items.push_back({PathShape{{{80, 72}, {80, 120}, {220, 100}, {222, 157}}, true, {Ink::outline, 1.4, {}}, 11}, 1});
    edge.items.push_back({PathShape{{{60, 72}, {60, 180}, {157, 190}}, false, {Ink::backward, 3, {9, 5}}, 16}, 0.6});
    edge.items.push_back({CircleShape{{250, 60}, 12, true, Ink::pane, {Ink::forward, 3, {}}}, 1});
    diagram.groups.push_back(edge);
    return diagram;
}

Diagram diagramWithText(const std::string& text) {
    Diagram diagram{{200, 60}, text, text, {}};
    Group group{text, text, text, NodeId(), {0, 0, 200, 60}, true, {}};
    group.items.push_back({TextShape{{100, 30}, Anchor::middle, 13, {{text, false, false, Ink::text}}}, 1});
    diagram.groups.push_back(group);
    diagram.groups.push_back(group);  // the same id again
    return diagram;
}

double f(double x) { return std::log(x * x) * std::sin(x) + 1 / x; }
double df(double x) { return 2 / x * std::sin(x) + std::log(x * x) * std::cos(x) - 1 / (x * x); }

Curve sampled(int order, double (*function)(double)) {
    Curve curve;
    curve.order = order;
    for (int i = 0; i <= 4000; ++i) {
        curve.x.push_back(-5 + i / 400.0);
        curve.y.push_back(curve.x.back() == 0 ? kNan : function(curve.x.back()));
    }
    return curve;
}

Chart sampleChart() {
    Chart chart;
    chart.yMin = -4.6;
    chart.yMax = 4.6;
    chart.curves = {sampled(0, f), sampled(1, df)};
    chart.gaps = {{0, 0, NodeId(5), "1 / x"}, {0, 0, NodeId(2), "log v₁"}};
    chart.hasPoint = true;
    chart.at = 2;
    chart.value = f(2);
    chart.slope = df(2);
    return chart;
}

struct XmlContents {
    QString error;
    QStringList texts, titles, ids;
    QString label;
};

XmlContents readXml(const std::string& svg) {
    XmlContents contents;
    QXmlStreamReader reader(QByteArray::fromStdString(svg));
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) continue;
        const auto attributes = reader.attributes();
        if (attributes.hasAttribute(QStringLiteral("id"))) contents.ids << attributes.value(QStringLiteral("id")).toString();
        if (attributes.hasAttribute(QStringLiteral("aria-label")))
            contents.label = attributes.value(QStringLiteral("aria-label")).toString();
        const QString name = reader.name().toString();
        if (name == QStringLiteral("text")) contents.texts << reader.readElementText(QXmlStreamReader::IncludeChildElements);
        if (name == QStringLiteral("title")) contents.titles << reader.readElementText();
    }
    contents.error = reader.hasError() ? reader.errorString() : QString();
    return contents;
}

QImage renderSvg(const std::string& svg, QSize size) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QSvgRenderer renderer(QByteArray::fromStdString(svg));
    renderer.render(&painter);
    return image;
}

// The mean difference of a colour channel, after a blur of 3 × 3 that forgives a shift of a fraction of a pixel.
double difference(const QImage& a, const QImage& b) {
    const auto small = [](const QImage& image) {
        return image.convertToFormat(QImage::Format_RGB32).scaled(image.size() / 3, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    const QImage left = small(a), right = small(b);
    double sum = 0;
    for (int y = 0; y < left.height(); ++y) {
        for (int x = 0; x < left.width(); ++x) {
            const QColor p = left.pixelColor(x, y), q = right.pixelColor(x, y);
            sum += std::abs(p.red() - q.red()) + std::abs(p.green() - q.green()) + std::abs(p.blue() - q.blue());
        }
    }
    return sum / (3.0 * left.width() * left.height());
}

int pixelsOf(const QImage& image, QColor colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y) == colour ? 1 : 0;
    return count;
}

QColor qt(Theme theme, Ink ink) {
    const Colour c = colourOf(theme, ink);
    return {c.red, c.green, c.blue};
}

const Group* groupOf(const Diagram& diagram, const std::string& id) {
    const auto found = std::find_if(diagram.groups.begin(), diagram.groups.end(), [&](const Group& group) { return group.id == id; });
    return found == diagram.groups.end() ? nullptr : &*found;
}

// Text boxes of the groups with this role.
std::vector<Rect> textBoxes(const Diagram& diagram) {
    std::vector<Rect> boxes;
    for (const Group& group : diagram.groups) {
        for (const Item& item : group.items) {
            const auto* text = std::get_if<TextShape>(&item.shape);
            if (text == nullptr) continue;
            const double width = textWidth(text->runs[0].text, text->size, text->runs[0].bold);
            const double share = text->anchor == Anchor::start ? 0 : text->anchor == Anchor::middle ? 0.5 : 1;
            boxes.push_back({text->at.x - width * share, text->at.y - capHeight(text->size), width, capHeight(text->size)});
        }
    }
    return boxes;
}

void forEachPoint(const Diagram& diagram, const std::function<void(const Group&, Point)>& visit) {
    for (const Group& group : diagram.groups)
        for (const Item& item : group.items)
            if (const auto* path = std::get_if<PathShape>(&item.shape))
                for (const Point p : path->points) visit(group, p);
}

}  // namespace

class TestDiagram : public QObject {
    Q_OBJECT

private slots:
    // A curve that swings too often for the eye lies as a ground of undashed hairlines beneath the one that can be followed.
    void a_curve_that_swings_too_often_lies_beneath() {
        Chart chart;
        chart.yMin = -2;
        chart.yMax = 2;
        chart.curves = {sampled(0, [](double x) { return std::sin(x); }), sampled(1, [](double x) { return std::sin(300 * x); })};
        const Diagram diagram = chartDiagram(chart, {600, 400});
        std::vector<std::string> order;
        for (const Group& group : diagram.groups) {
            if (group.role != "curve") continue;
            order.push_back(group.id);
            for (const Item& item : group.items) {
                const auto* path = std::get_if<PathShape>(&item.shape);
                if (path != nullptr && group.id == "curve-1") QVERIFY(path->stroke.dash.empty() && path->stroke.width <= 1);
            }
        }
        QCOMPARE(order, (std::vector<std::string>{"curve-1", "curve-0"}));
    }

    void the_table_has_the_widths_of_the_font();
    void text_outside_the_table_is_measured_by_rule();
    void a_text_too_long_is_cut_in_the_middle();
    void a_cut_never_splits_a_character_or_a_mark();
    void what_may_not_be_drawn_becomes_visible();
    void numbers_are_short();

    void ticks_are_round_and_within_the_range();
    void ticks_of_odd_ranges();
    void tick_labels_differ();
    void tick_labels_are_tidy_data();
    void tick_labels_are_tidy();

    void an_arrow_ends_at_its_tip();
    void an_arrow_without_length_has_no_head();

    void hostile_texts_are_well_formed_and_read_back_data();
    void hostile_texts_are_well_formed_and_read_back();
    void a_picture_refers_to_nothing_outside();
    void the_same_diagram_gives_the_same_bytes();
    void shapes_that_are_not_finite_are_left_out();
    void a_reader_with_a_dark_scheme_is_followed();

    void what_edges_share_is_drawn_once();

    void painter_and_svg_agree_data();
    void painter_and_svg_agree();
    void an_image_knows_its_size_on_paper();
    void an_image_too_large_is_null();
    void a_clipped_group_stays_within_its_bounds();

    void a_chart_shows_what_it_should();
    void a_chart_covers_nothing();
    void a_chart_stays_finite_data();
    void a_chart_stays_finite();
    void many_poles_are_named_once();
    void a_long_curve_stays_small();
};

void TestDiagram::the_table_has_the_widths_of_the_font() {
    for (const bool bold : {false, true}) {
        QFont font = diagramFont(1000, bold);
        if (QFontInfo(font).family() != QStringLiteral("DejaVu Sans")) QSKIP("DejaVu Sans is not installed");
        const QFontMetricsF metrics(font);
        const auto check = [&](const std::string& text) {
            const double wanted = metrics.horizontalAdvance(QString::fromStdString(text));
            const double got = textWidth(text, 1000, bold);
            QVERIFY2(std::fabs(got - wanted) <= wanted * 0.005 + 0.5,
                     qPrintable(QStringLiteral("%1: %2, not %3").arg(QString::fromStdString(text)).arg(got).arg(wanted)));
        };
        for (char32_t code = 0x20; code < 0x180; ++code)
            if (code < 0x7f || (code >= 0xa0 && code != 0xad)) check(QString::fromUcs4(&code, 1).toStdString());
        for (char32_t code = 0x391; code < 0x3ca; ++code)
            if (code != 0x3a2) check(QString::fromUcs4(&code, 1).toStdString());
        for (const char* text : {"v₁ = sin x", "∂v₃/∂x = cos x = −0.4161", "f(2) = 1.7606, slope 0.0824", "x² · y³ ≤ √2 → ∞",
                                 "contribution −0.5769", "AVATAR To Wave", "v̄", "ẋ", "µ ℝ ∑ ∏ ∫ ≈ ≠ … — ′ ″ ₀₁₂₃₄₅₆₇₈₉ ⁰¹²³ⁿ"})
            check(text);
        QCOMPARE(ascent(1000), 1901 * 1000 / 2048.0);
        QVERIFY(std::fabs(capHeight(1000) - metrics.capHeight()) < 2);
    }
}

void TestDiagram::text_outside_the_table_is_measured_by_rule() {
    QCOMPARE(textWidth("", 10), 0.0);
    QCOMPARE(textWidth("漢字", 10), 20.0);
    QCOMPARE(textWidth("ａ", 10), 10.0);
    QCOMPARE(textWidth("x̄", 10), textWidth("x", 10));
    QVERIFY(std::fabs(textWidth("𓀀", 10) - 6) < 0.01);
    QCOMPARE(textWidth("a\x01", 10), textWidth("a\uFFFD", 10));
    QCOMPARE(textWidth("\xff\xc3", 10), textWidth("\uFFFD\uFFFD", 10));
}

void TestDiagram::a_text_too_long_is_cut_in_the_middle() {
    const std::string name = "a_very_long_name_of_a_hidden_layer";
    QCOMPARE(elideMiddle(name, 1000, 13), name);
    const std::string cut = elideMiddle(name, 120, 13);
    QVERIFY(textWidth(cut, 13) <= 120);
    QVERIFY(textWidth(cut, 13) > 100);
    QVERIFY(cut.find("…") != std::string::npos);
    QCOMPARE(cut.substr(0, 5), name.substr(0, 5));
    QCOMPARE(cut.substr(cut.size() - 5), name.substr(name.size() - 5));
    QCOMPARE(elideMiddle(name, 0, 13), std::string("…"));
    QCOMPARE(elideMiddle("", 0, 13), std::string());
    // Of an expression the names give way first: what is done with them is still read.
    const std::string product = elideNames(" = input_batch_of_the_exercise @ the_first_layer_of_the_network", 220, 13);
    QVERIFY2(textWidth(product, 13) <= 220 && product.find(" @ ") != std::string::npos && product.starts_with(" = input"), product.c_str());
    QVERIFY(textWidth(elideNames(" = a_name + another_name * some_name - the_last_name", 60, 13), 13) <= 60);
    QCOMPARE(elideNames(" = x + y", 1000, 13), std::string(" = x + y"));
}

void TestDiagram::a_cut_never_splits_a_character_or_a_mark() {
    std::string text;
    for (int i = 0; i < 12; ++i) text += "v̄é漢𝛼";
    for (double width = 0; width < 500; width += 1.5) {
        const std::string cut = elideMiddle(text, width, 13);
        QCOMPARE(printable(cut), cut);  // valid UTF-8
        const QString shown = QString::fromStdString(cut);
        const qsizetype dots = shown.indexOf(QChar(0x2026));
        if (dots < 0) continue;
        QVERIFY(dots + 1 == shown.size() || !shown.at(dots + 1).isMark());
        // What is cut before a mark would have lost it.
        const QString whole = QString::fromStdString(text);
        QVERIFY(whole.startsWith(shown.left(dots)));
        QVERIFY(!whole.at(dots).isMark());
        QVERIFY(cut == "…" || textWidth(cut, 13) <= width);
    }
}

void TestDiagram::what_may_not_be_drawn_becomes_visible() {
    QCOMPARE(printable("a\tb\nc"), std::string("a\uFFFDb\uFFFDc"));
    QCOMPARE(printable(character(0x202e) + "evil" + character(0x2066)), std::string("\uFFFDevil\uFFFD"));
    QCOMPARE(printable("\xed\xa0\x80"), std::string("\uFFFD"));
    QCOMPARE(printable("\xef\xbf\xbf"), std::string("\uFFFD"));
    QCOMPARE(printable(std::string_view("a\0b", 3)), std::string("a\uFFFDb"));
    QCOMPARE(printable("v̄₃ = 漢 é 𝛼"), std::string("v̄₃ = 漢 é 𝛼"));
}

void TestDiagram::numbers_are_short() {
    QCOMPARE(xmlNumber(1), std::string("1"));
    QCOMPARE(xmlNumber(-0.001), std::string("0"));
    QCOMPARE(xmlNumber(2.50), std::string("2.5"));
    QCOMPARE(xmlNumber(1.0 / 3), std::string("0.33"));
    QCOMPARE(xmlNumber(-120), std::string("-120"));
    QCOMPARE(xmlNumber(kNan), std::string("0"));
    QCOMPARE(xmlNumber(-kInf), std::string("0"));
    QCOMPARE(xmlNumber(1e300), std::string("10000000"));
}

void TestDiagram::ticks_are_round_and_within_the_range() {
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> unit(-1, 1), exponent(-200, 200), closeness(-8, 0);
    for (int i = 0; i < 20000; ++i) {
        const double centre = unit(random) * std::pow(10, exponent(random));
        const double width = i % 2 == 0 ? std::fabs(centre) * std::pow(10, closeness(random)) : std::pow(10, exponent(random));
        const double lo = centre - width, hi = centre + width;
        const int about = 2 + i % 12;
        const std::vector<double> ticks = niceTicks(lo, hi, about);
        QVERIFY(!ticks.empty());
        QVERIFY(ticks.front() >= lo && ticks.back() <= hi);
        QVERIFY(std::is_sorted(ticks.begin(), ticks.end(), std::less_equal<>()) || ticks.size() == 1);
        QVERIFY2(ticks.size() <= static_cast<std::size_t>(about) * 5 / 2, qPrintable(QString::number(ticks.size())));
        const std::vector<std::string> labels = tickLabels(ticks);
        QCOMPARE(labels.size(), ticks.size());
    }
}

void TestDiagram::ticks_of_odd_ranges() {
    using Ticks = std::vector<double>;
    QCOMPARE(niceTicks(-5, 5, 5), (Ticks{-4, -2, 0, 2, 4}));
    QCOMPARE(niceTicks(5, -5, 5), (Ticks{-4, -2, 0, 2, 4}));
    QCOMPARE(niceTicks(0, 0.35, 4), (Ticks{0, 0.1, 0.2, 0.3}));
    QVERIFY(!std::signbit(niceTicks(-1, 1, 4)[2]));
    QCOMPARE(niceTicks(3, 3, 5), (Ticks{3}));
    QCOMPARE(niceTicks(1, std::nextafter(1, 2), 5), (Ticks{1, std::nextafter(1, 2)}));
    QVERIFY(niceTicks(kNan, 1, 5).empty());
    QVERIFY(niceTicks(0, kInf, 5).empty());
    constexpr double most = std::numeric_limits<double>::max();
    for (int about = -3; about < 30; ++about) {
        for (const double tick : niceTicks(-most, most, about)) QVERIFY(std::isfinite(tick));
        QVERIFY(!niceTicks(-most, most, about).empty());
        QVERIFY(!niceTicks(0, 5e-324, about).empty());
        QVERIFY(niceTicks(0, 1, about).size() <= 75);
    }
}

void TestDiagram::tick_labels_differ() {
    std::mt19937_64 random(11);
    std::uniform_real_distribution<double> unit(-1, 1), exponent(-12, 12), closeness(-6, 3);
    for (int i = 0; i < 5000; ++i) {
        const double centre = unit(random) * std::pow(10, exponent(random));
        const double width = std::fabs(centre) * std::pow(10, closeness(random));
        std::vector<std::string> labels = tickLabels(niceTicks(centre - width, centre + width, 6));
        const std::size_t count = labels.size();
        std::sort(labels.begin(), labels.end());
        labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
        QCOMPARE(labels.size(), count);
        for (const std::string& label : labels) QVERIFY(label.find('-') == std::string::npos);
    }
}

void TestDiagram::tick_labels_are_tidy_data() {
    QTest::addColumn<double>("lo");
    QTest::addColumn<double>("hi");
    QTest::addColumn<QString>("labels");
    QTest::newRow("whole") << -5.0 << 5.0 << QStringLiteral("−4 −2 0 2 4");
    QTest::newRow("halves") << 0.0 << 2.2 << QStringLiteral("0 0.5 1 1.5 2");
    QTest::newRow("hundredths") << 0.93 << 1.01 << QStringLiteral("0.94 0.96 0.98 1");
    QTest::newRow("thousands") << 0.0 << 5000.0 << QStringLiteral("0 1000 2000 3000 4000 5000");
    QTest::newRow("tiny") << -5e-9 << 5e-9 << QStringLiteral("−4×10⁻⁹ −2×10⁻⁹ 0 2×10⁻⁹ 4×10⁻⁹");
    QTest::newRow("far out") << 1e6 << 1e6 + 2 << QStringLiteral("1000000 1000000.5 1000001 1000001.5 1000002");
    QTest::newRow("millions") << 0.0 << 4.2e6 << QStringLiteral("0 1×10⁶ 2×10⁶ 3×10⁶ 4×10⁶");
    QTest::newRow("huge") << 0.0 << 2.2e12 << QStringLiteral("0 5×10¹¹ 1×10¹² 1.5×10¹² 2×10¹²");
}

void TestDiagram::tick_labels_are_tidy() {
    QFETCH(double, lo);
    QFETCH(double, hi);
    QFETCH(QString, labels);
    QStringList got;
    for (const std::string& label : tickLabels(niceTicks(lo, hi, 5))) got << QString::fromStdString(label);
    QCOMPARE(got.join(QChar(u' ')), labels);
}

void TestDiagram::an_arrow_ends_at_its_tip() {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> place(0, 300);
    for (int i = 0; i < 2000; ++i) {
        PathShape path{{}, i % 2 == 0, {Ink::outline, 1.4, {}}, 10};
        for (int p = 0; p < (path.bezier ? 7 : 3); ++p) path.points.push_back({place(random), place(random)});
        const Arrow arrow = arrowOf(path);
        QVERIFY(arrow.hasHead);
        const auto& [tip, left, right] = arrow.head.corners;
        QCOMPARE(tip, path.points.back());
        const Point base{(left.x + right.x) / 2, (left.y + right.y) / 2};
        QVERIFY(std::fabs(std::hypot(base.x - tip.x, base.y - tip.y) - path.arrow) < 1e-9);
        const Point end = arrow.line.back();
        QVERIFY(std::hypot(end.x - tip.x, end.y - tip.y) < path.arrow);  // within the head
        QCOMPARE(arrow.line.front(), path.points.front());
        QVERIFY(!path.bezier || arrow.line.size() % 3 == 1);
    }
}

void TestDiagram::an_arrow_without_length_has_no_head() {
    for (const bool bezier : {false, true}) {
        PathShape path{std::vector<Point>(4, Point{5, 5}), bezier, {Ink::outline, 1, {}}, 10};
        const Arrow arrow = arrowOf(path);
        QVERIFY(!arrow.hasHead);
        for (const Point p : arrow.line) QCOMPARE(p, (Point{5, 5}));
        path.points.back() = {8, 5};  // shorter than its head
        QVERIFY(arrowOf(path).hasHead);
        QCOMPARE(arrowOf(path).head.corners[0], (Point{8, 5}));
    }
}

void TestDiagram::hostile_texts_are_well_formed_and_read_back_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("script") << QByteArray("<script>alert('1')</script>");
    QTest::newRow("cdata") << QByteArray("]]> <![CDATA[ x ]]>");
    QTest::newRow("quotes") << QByteArray(R"("x" onload="y" 'z' &amp; &#x0; &undefined;)");
    QTest::newRow("comment") << QByteArray("--> <!-- <?xml ?> <!DOCTYPE a>");
    QTest::newRow("spaces") << QByteArray("  two  spaces  ");
    QTest::newRow("mathematics") << QByteArray("v̄₃ ← v̄₃ + ∂f⁄∂x · (−1)");
    QTest::newRow("other scripts") << QByteArray("漢字 עברית العربية 𝛼 ﷺ");
    QTest::newRow("controls") << QByteArray("a\x01\x1f\x7f\t\r\n\x1b[31mb");
    QTest::newRow("nul") << QByteArray("a\0b", 3);
    QTest::newRow("bidi") << QByteArray::fromStdString("a" + character(0x202e) + "bc" + character(0x2069) + "d" + character(0x200f));
    QTest::newRow("not utf-8") << QByteArray("\xff\xfe\xc3(\xed\xa0\x80\xf4\x90\x80\x80\xe2\x82");
    QTest::newRow("non-characters") << QByteArray("\xef\xbf\xbe\xef\xbf\xbf\xef\xb7\x90");
    QTest::newRow("template") << QByteArray("${x} {{x}} %s %n url(#a) javascript:x");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("long") << QByteArray(100000, '<');
}

void TestDiagram::hostile_texts_are_well_formed_and_read_back() {
    QFETCH(QByteArray, text);
    const Diagram diagram = diagramWithText(text.toStdString());
    for (const bool follow : {false, true}) {
        const XmlContents contents = readXml(toSvg(diagram, {.followReader = follow, .idPrefix = text.toStdString()}));
        QCOMPARE(contents.error, QString());
        const QString wanted = QString::fromStdString(printable(text.toStdString()));
        QCOMPARE(contents.texts, (QStringList{wanted, wanted}));
        if (!text.isEmpty()) {
            QCOMPARE(contents.titles.size(), 3);
            QCOMPARE(contents.titles.front(), wanted);
            QCOMPARE(contents.label, wanted);
        }
        QStringList ids = contents.ids;
        ids.removeDuplicates();
        QCOMPARE(ids, contents.ids);
        QCOMPARE(ids.size(), 4);
    }
    const QImage image = renderDiagram(diagram, 1);  // paints it without harm
    QVERIFY(!image.isNull());
}

void TestDiagram::a_picture_refers_to_nothing_outside() {
    const std::string svg = toSvg(chartDiagram(sampleChart(), {400, 430}), {.followReader = true});
    for (const char* word : {"href", "<image", "@import", "@font-face", "<script", "<foreignObject"})
        QVERIFY2(svg.find(word) == std::string::npos, word);
    QCOMPARE(QString::fromStdString(svg).count(QStringLiteral("http")), 1);  // the namespace
    QVERIFY(svg.find("url(#") != std::string::npos);
    QVERIFY(svg.find("role=\"img\"") != std::string::npos);
    QVERIFY(svg.find("nan") == std::string::npos && svg.find("inf") == std::string::npos);
}

void TestDiagram::the_same_diagram_gives_the_same_bytes() {
    for (const Theme theme : {Theme::light, Theme::dark, Theme::print}) {
        const std::string first = toSvg(chartDiagram(sampleChart(), {400, 430}), {.theme = theme});
        QCOMPARE(toSvg(chartDiagram(sampleChart(), {400, 430}), {.theme = theme}), first);
        QCOMPARE(renderDiagram(sampleDiagram(), 1, theme), renderDiagram(sampleDiagram(), 1, theme));
    }
}

void TestDiagram::shapes_that_are_not_finite_are_left_out() {
    const Stroke stroke{Ink::outline, 1, {}};
    for (const double bad : {kNan, kInf, -kInf}) {
        Diagram diagram{{100, 100}, "t", "", {}};
        Group group{"g", "node", "", NodeId(), {bad, 0, 10, 10}, true, {}};
        group.items.push_back({BoxShape{{bad, 0, 10, 10}, 0, true, Ink::text, stroke}, 1});
        group.items.push_back({CircleShape{{50, bad}, 4, true, Ink::text, stroke}, 1});
        group.items.push_back({PathShape{{{0, 0}, {bad, 9}}, false, stroke, 0}, 1});
        group.items.push_back({TextShape{{bad, 0}, Anchor::start, 13, {{"x", false, false, Ink::text}}}, 1});
        diagram.groups.push_back(group);
        const XmlContents contents = readXml(toSvg(diagram));
        QCOMPARE(contents.error, QString());
        QVERIFY(contents.texts.isEmpty());
        const QImage image = renderDiagram(diagram, 1);
        QCOMPARE(pixelsOf(image, Qt::white), image.width() * image.height());
    }
    QVERIFY(!isDrawable(PathShape{{{0, 0}}, false, stroke, 0}));
    QVERIFY(!isDrawable(PathShape{{{0, 0}, {1, 1}, {2, 2}}, true, stroke, 0}));
    QVERIFY(!isDrawable(TextShape{}));
}

void TestDiagram::a_reader_with_a_dark_scheme_is_followed() {
    const std::string plain = toSvg(sampleDiagram());
    const std::string following = toSvg(sampleDiagram(), {.followReader = true});
    QVERIFY(plain.find("<style") == std::string::npos);
    QVERIFY(following.find("@media (prefers-color-scheme:dark)") != std::string::npos);
    QVERIFY(following.find(".f-text{fill:#e6e9ed}") != std::string::npos);
    // Colours do not depend on the style sheet.
    const QSize size(320, 240);
    QVERIFY(difference(renderSvg(plain, size), renderSvg(following, size)) < 0.01);
}

// A trunk of three edges at a third of their colour: as faint as one of them, and dark where one of another look lies on it.
void TestDiagram::what_edges_share_is_drawn_once() {
    const auto edge = [](double x, double opacity) {
        Group group{"edge", "edge", {}, {}, {}, false, {}};
        std::vector<Point> points{{20, 10}, {20, 20}, {20, 30}, {20, 40}};  // the trunk
        points.insert(points.end(), {{20, 50}, {x, 60}, {x, 90}});
        group.items.push_back({PathShape{points, true, {Ink::text, 4, {}}, 0}, opacity});
        return group;
    };
    Diagram one{{80, 100}, {}, {}, {edge(20, 0.3)}};
    Diagram three{{80, 100}, {}, {}, {edge(20, 0.3), edge(40, 0.3), edge(60, 0.3)}};
    const auto trunk = [](const Diagram& d) { return renderDiagram(d).pixelColor(20, 25); };
    QCOMPARE(trunk(three), trunk(one));
    QCOMPARE(QString::fromStdString(toSvg(three)).count(QStringLiteral("M20 10")), 1);
    QVERIFY(renderDiagram(three).pixelColor(60, 88) != renderDiagram(one).pixelColor(60, 88));  // and its own way each

    three.groups.push_back(edge(70, 1));
    QVERIFY(trunk(three).lightness() < trunk(one).lightness());
    QCOMPARE(QString::fromStdString(toSvg(three)).count(QStringLiteral("M20 10")), 2);
}

void TestDiagram::painter_and_svg_agree_data() {
    QTest::addColumn<int>("theme");
    QTest::addColumn<bool>("isChart");
    for (const int theme : {0, 1, 2}) {
        QTest::addRow("nodes, theme %d", theme) << theme << false;
        QTest::addRow("chart, theme %d", theme) << theme << true;
    }
}

void TestDiagram::painter_and_svg_agree() {
    QFETCH(int, theme);
    QFETCH(bool, isChart);
    const Diagram diagram = isChart ? chartDiagram(sampleChart(), {400, 430}) : sampleDiagram();
    const QImage painted = renderDiagram(diagram, 1.5, static_cast<Theme>(theme), false);
    const std::string svg = toSvg(diagram, {.theme = static_cast<Theme>(theme), .scale = 1.5});
    const QImage rendered = renderSvg(svg, painted.size());
    const double off = difference(painted, rendered);
    QVERIFY2(off < 1.0, qPrintable(QStringLiteral("mean difference %1").arg(off)));
    // Nothing is missing: the same picture without its last group would be farther off.
    Diagram less = diagram;
    less.groups.pop_back();
    QVERIFY(difference(painted, renderDiagram(less, 1.5, static_cast<Theme>(theme), false)) > 0);
}

void TestDiagram::an_image_knows_its_size_on_paper() {
    const QImage image = renderDiagram(sampleDiagram(), 2, Theme::light, true);
    QCOMPARE(image.size(), QSize(640, 480));
    QCOMPARE(image.dotsPerMeterX(), 7559);
    QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
    const QImage opaque = renderDiagram(sampleDiagram(), 1.001, Theme::dark, false);
    QCOMPARE(opaque.pixelColor(opaque.width() - 1, opaque.height() - 1), qt(Theme::dark, Ink::pane));
}

void TestDiagram::an_image_too_large_is_null() {
    Diagram diagram = sampleDiagram();
    QVERIFY(renderDiagram(diagram, 0).isNull());
    QVERIFY(renderDiagram(diagram, kNan).isNull());
    QVERIFY(renderDiagram(diagram, 52).isNull());  // 16,640 px wide
    diagram.size = {10000, 10000};
    QVERIFY(renderDiagram(diagram, 1).isNull());
    diagram.size = {16384, 16};
    QVERIFY(!renderDiagram(diagram, 1).isNull());
}

void TestDiagram::a_clipped_group_stays_within_its_bounds() {
    Diagram diagram{{100, 100}, "t", "", {}};
    Group group{"g", "curve", "", NodeId(), {20, 20, 30, 30}, true, {}};
    group.items.push_back({BoxShape{{0, 0, 100, 100}, 0, true, Ink::error, {Ink::error, 0, {}}}, 1});
    diagram.groups.push_back(group);
    const QImage image = renderDiagram(diagram, 1);
    QCOMPARE(pixelsOf(image, qt(Theme::light, Ink::error)), 30 * 30);
    QVERIFY(toSvg(diagram).find("clip-path=\"url(#g-clip)\"") != std::string::npos);
}

void TestDiagram::a_chart_shows_what_it_should() {
    const Diagram diagram = chartDiagram(sampleChart(), {400, 430});
    for (const char* id : {"grid", "axes", "curve-0", "curve-1", "gap-1", "tangent", "point", "point-label", "curve-label-0"})
        QVERIFY2(groupOf(diagram, id) != nullptr, id);
    QVERIFY(groupOf(diagram, "gap-2") == nullptr);  // on the same pixel: one line
    QCOMPARE(groupOf(diagram, "gap-1")->title, std::string("1 / x, log v₁"));
    QCOMPARE(groupOf(diagram, "gap-1")->node, NodeId(5));
    QCOMPARE(groupOf(diagram, "curve-1")->title, std::string("f′(x)"));
    QCOMPARE(groupOf(diagram, "curve-0")->items.size(), std::size_t(2));  // on both sides of the pole
    QCOMPARE(groupOf(diagram, "point")->title, std::string("f(2) = 1.7606, slope 0.082395"));
    QCOMPARE(chartDiagram(sampleChart(), {400, 430}, {.slope = ""}).description, std::string("f(2) = 1.7606, f′(2) = 0.082395"));
}

void TestDiagram::a_chart_covers_nothing() {
    for (const Size size : {Size{400, 430}, Size{900, 600}, Size{300, 220}}) {
        const Diagram diagram = chartDiagram(sampleChart(), size);
        const std::vector<Rect> boxes = textBoxes(diagram);
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            QVERIFY(boxes[i].x >= 0 && boxes[i].right() <= size.width && boxes[i].bottom() <= size.height);
            for (std::size_t j = 0; j < i; ++j) QVERIFY(!boxes[i].intersects(boxes[j]));
        }
        if (size.width < 400) continue;
        forEachPoint(diagram, [&](const Group& group, Point p) {
            if (group.role != "curve") return;
            for (const Rect& box : boxes) QVERIFY2(!box.contains(p), group.id.c_str());
        });
    }
}

void TestDiagram::a_chart_stays_finite_data() {
    QTest::addColumn<double>("lo");
    QTest::addColumn<double>("hi");
    QTest::newRow("usual") << -4.6 << 4.6;
    QTest::newRow("empty") << 2.0 << 2.0;
    QTest::newRow("reversed") << 3.0 << -3.0;
    QTest::newRow("tiny") << 1.0 << 1.0 + 1e-15;
    QTest::newRow("denormal") << 0.0 << 5e-324;
    QTest::newRow("huge") << -1e308 << 1e308;
    QTest::newRow("largest") << -std::numeric_limits<double>::max() << std::numeric_limits<double>::max();
    QTest::newRow("nan") << kNan << 1.0;
    QTest::newRow("infinite") << -kInf << kInf;
}

void TestDiagram::a_chart_stays_finite() {
    QFETCH(double, lo);
    QFETCH(double, hi);
    Chart chart = sampleChart();
    chart.curves[0].y[10] = 1e308;
    chart.curves[0].y[11] = -1e308;
    chart.curves[0].y[20] = kInf;
    chart.gaps.push_back({-2, 7, NodeId(), std::string(300, 'w')});
    chart.gaps.push_back({kNan, 1, NodeId(), "x"});
    for (const double at : {2.0, kNan, 1e300}) {
        chart.at = at;
        for (const Size size : {Size{400, 430}, Size{20, 20}, Size{1, 1}}) {
            for (const bool vertical : {true, false}) {
                (vertical ? chart.yMin : chart.xMin) = lo;
                (vertical ? chart.yMax : chart.xMax) = hi;
                const Diagram diagram = chartDiagram(chart, size);
                QCOMPARE(readXml(toSvg(diagram)).error, QString());
                forEachPoint(diagram, [&](const Group& group, Point p) {
                    QVERIFY2(std::isfinite(p.x) && std::isfinite(p.y), group.id.c_str());
                    QVERIFY2(std::fabs(p.x) < 2000 && std::fabs(p.y) < 2000, group.id.c_str());
                });
            }
        }
    }
}

void TestDiagram::many_poles_are_named_once() {
    Chart chart = sampleChart();
    chart.curves = {sampled(0, [](double x) { return std::tan(3 * x); })};
    chart.gaps.clear();
    for (int k = -5; k < 5; ++k) {
        const double pole = (k + 0.5) * std::acos(-1.0) / 3;
        chart.gaps.push_back({pole, pole, NodeId(1), "tan v₁"});
    }
    const Diagram diagram = chartDiagram(chart, {400, 430});
    QVERIFY(groupOf(diagram, "gap-10") != nullptr);
    QVERIFY(groupOf(diagram, "gap-label-1") != nullptr);
    QVERIFY(groupOf(diagram, "gap-label-2") == nullptr);
}

void TestDiagram::a_long_curve_stays_small() { QVERIFY(toSvg(chartDiagram(sampleChart(), {900, 600})).size() < 30000); }

QTEST_MAIN(TestDiagram)
#include "tst_diagram.moc"
