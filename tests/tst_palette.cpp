// SPDX-License-Identifier: GPL-3.0-or-later
// The inks as eyes see them that see colours differently: simulated, and held against each other. Text stays readable.
#include <algorithm>
#include <array>
#include <cmath>

#include <QTest>

#include "engine/diagram/theme.h"

using namespace backstep;

namespace {

using Vec = std::array<double, 3>;
using Matrix = std::array<Vec, 3>;

Vec times(const Matrix& m, const Vec& v) {
    Vec out{};
    for (std::size_t i = 0; i < 3; ++i) out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return out;
}

double linear(double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); }

Vec linearOf(Colour c) { return {linear(c.red / 255.0), linear(c.green / 255.0), linear(c.blue / 255.0)}; }

struct Eyes {
    const char* name;
    Matrix seen;  // on linear RGB
};
// Machado, Oliveira and Fernandes (2009), complete loss; grey is what a printer without colours leaves.
constexpr std::array kEyes{
    Eyes{"all colours", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    Eyes{"protanopia", {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    Eyes{"deuteranopia", {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    Eyes{"tritanopia", {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
};

Vec labOf(const Vec& rgb) {
    constexpr Matrix kXyz{{{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    Vec xyz = times(kXyz, {std::clamp(rgb[0], 0.0, 1.0), std::clamp(rgb[1], 0.0, 1.0), std::clamp(rgb[2], 0.0, 1.0)});
    constexpr Vec kWhite{0.95047, 1.0, 1.08883};
    for (std::size_t i = 0; i < 3; ++i) {
        const double t = xyz[i] / kWhite[i];
        xyz[i] = t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
    return {116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
}

double distance(const Vec& a, const Vec& b) { return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]); }

double luminance(const Vec& rgb) {
    return 0.2126 * std::clamp(rgb[0], 0.0, 1.0) + 0.7152 * std::clamp(rgb[1], 0.0, 1.0) + 0.0722 * std::clamp(rgb[2], 0.0, 1.0);
}

double contrast(const Vec& a, const Vec& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace

class TestPalette : public QObject {
    Q_OBJECT

private slots:
    void data() const {
        QTest::addColumn<int>("theme");
        QTest::addColumn<int>("eyes");
        for (const Theme theme : {Theme::light, Theme::dark}) {
            for (std::size_t i = 0; i < kEyes.size(); ++i)
                QTest::addRow("%s, %s", theme == Theme::light ? "light" : "dark", kEyes[i].name)
                    << static_cast<int>(theme) << static_cast<int>(i);
        }
    }

    // 2.3 can just be seen; 20 is told apart at a glance, also on thin lines.
    void forward_backward_and_the_others_are_told_apart_data() const { data(); }
    void forward_backward_and_the_others_are_told_apart() const {
        QFETCH(int, theme);
        QFETCH(int, eyes);
        const auto seen = [&](Ink ink) {
            return labOf(times(kEyes[static_cast<std::size_t>(eyes)].seen, linearOf(colourOf(static_cast<Theme>(theme), ink))));
        };
        const double main = distance(seen(Ink::forward), seen(Ink::backward));
        QVERIFY2(main > 40, qPrintable(QString::number(main)));
        for (const auto& [a, b] :
             {std::pair(Ink::backward, Ink::second), std::pair(Ink::backward, Ink::tangent), std::pair(Ink::forward, Ink::error)}) {
            const double far = distance(seen(a), seen(b));
            QVERIFY2(far > 20, qPrintable(QStringLiteral("%1 %2: %3").arg(QLatin1String(nameOf(a)), QLatin1String(nameOf(b))).arg(far)));
        }
    }

    void text_is_readable_for_all_of_them_data() const { data(); }
    void text_is_readable_for_all_of_them() const {
        QFETCH(int, theme);
        QFETCH(int, eyes);
        const auto seen = [&](Ink ink) {
            return times(kEyes[static_cast<std::size_t>(eyes)].seen, linearOf(colourOf(static_cast<Theme>(theme), ink)));
        };
        for (const Ink ink : {Ink::text, Ink::quiet, Ink::backwardText, Ink::error, Ink::warning}) {
            const double c = contrast(seen(ink), seen(Ink::pane));
            QVERIFY2(c >= 4.5, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(nameOf(ink))).arg(c)));
        }
        const double wash = contrast(seen(Ink::backwardText), seen(Ink::backwardWash));  // large and bold where it matters
        QVERIFY2(wash >= (eyes == 0 ? 4.5 : 4), qPrintable(QString::number(wash)));
        QVERIFY(contrast(seen(Ink::text), seen(Ink::forwardWash)) >= 4.5);
        for (const Ink ink : {Ink::forward, Ink::backward, Ink::second, Ink::tangent})
            QVERIFY(contrast(seen(ink), seen(Ink::pane)) >= 3);  // of lines
    }

    // Each meaning has a second sign, but grey paper should not make text faint.
    void printed_text_is_readable_in_grey() const {
        for (const Ink ink :
             {Ink::text, Ink::quiet, Ink::forward, Ink::backward, Ink::backwardText, Ink::second, Ink::tangent, Ink::error, Ink::warning})
            QVERIFY2(contrast(linearOf(colourOf(Theme::print, ink)), linearOf(colourOf(Theme::print, Ink::pane))) >= 4.5, nameOf(ink));
    }
};

QTEST_GUILESS_MAIN(TestPalette)
#include "tst_palette.moc"
