// SPDX-License-Identifier: GPL-3.0-or-later
// Where a NaN, an infinity or a gradient of exactly 0 first appears, and the reason in words; what operations keep, and who
// had kept the version of a tensor that is changed in place. Found in the real window by keyboard and by mouse.
#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

#include "engine/timeline/hunting.h"
#include "engine/timeline/saved.h"
#include "tests/realwindow.h"
#include "widgets/reasonwords.h"

using namespace backstep;

namespace {

Snapshot ran(const QString& text, double x = 2) {
    Request request;
    request.text = text.toStdString();
    request.kind = std::nullopt;
    request.inputs.values = {{"x", x}, {"y", 0}};
    request.check = false;
    return *evaluate(request);
}

QString why(const Snapshot& s, std::size_t stop) { return reasonWords(reasonAt(s.recording, *s.timeline, stop), s.recording, s.source); }

}  // namespace

class TestHunting : public QObject, RealWindow {
    Q_OBJECT

    void show(const QString& text) {
        SessionState state;
        state.text = text;
        window_->session()->reset(state);
        QVERIFY(settled());
    }

private slots:
    void initTestCase() { prepare(); }
    void init() { open({1280, 800}); }
    void cleanup() { window_.reset(); }

    void a_nan_or_infinity_has_a_reason_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("x");
        QTest::addColumn<QString>("reason");
        QTest::newRow("log 0") << "f(x) = 2 log(x)" << 0. << "the logarithm of 0";
        QTest::newRow("log −1") << "f(x) = 2 log(x)" << -1. << "the logarithm of a negative number";
        QTest::newRow("√ −1") << "f(x) = 2 sqrt(x)" << -1. << "the square root of a negative number";
        QTest::newRow("1/0") << "f(x) = 1 / x" << 0. << "a division by 0";
        QTest::newRow("0/0") << "f(x) = x / x" << 0. << "0 divided by 0";
        QTest::newRow("overflow") << "f(x) = exp(x)" << 1000. << "too large for floating point";
        QTest::newRow("asin 2") << "f(x) = asin(x)" << 2. << "the argument 2 lies outside the domain";
        QTest::newRow("slope of √ at 0") << "f(x) = 3 sqrt(x)" << 0. << "√x has no finite slope where its argument is 0";
        QTest::newRow("0 · ∞ backward") << "f(x) = sqrt(x) * y" << 0. << "0 · ∞ has no value";
        QTest::newRow("log of a program")
            << "import torch\nx = torch.tensor([1., 0.], requires_grad=True)\ny = x.log().sum()\ny.backward()\n"
            << 0. << "the logarithm of 0";
        QTest::newRow("norm at 0") << "import torch\nx = torch.zeros(2, requires_grad=True)\ny = (x * x).sum().sqrt()\ny.backward()\n"
                                   << 0. << "has no finite slope where its argument is 0";
    }
    void a_nan_or_infinity_has_a_reason() {
        QFETCH(QString, text);
        QFETCH(double, x);
        QFETCH(QString, reason);
        const Snapshot s = ran(text, x);
        const std::size_t stop = firstNotFinite(s.recording);
        QVERIFY(stop > 0);
        QVERIFY2(why(s, stop).contains(reason), qPrintable(why(s, stop)));
    }

    void what_came_in_is_followed_to_where_it_came_from() {
        const Snapshot s = ran(QStringLiteral("f(x) = log(x) * 3 + 1"), 0);
        const std::size_t stop = firstNotFinite(s.recording);
        QVERIFY2(why(s, stop + 1).contains(QStringLiteral("It comes from v₁")), qPrintable(why(s, stop + 1)));
    }

    void a_gradient_of_zero_has_a_reason_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("x");
        QTest::addColumn<QString>("reason");
        QTest::newRow("dead relu") << "f(x) = 3 relu(x)" << -2. << "a dead relu. Its argument −2";
        QTest::newRow("a factor") << "f(x) = (x + 1) * y" << 2. << "the other factor, y, is 0";
        QTest::newRow("saturated") << "f(x) = tanh(x)" << 40. << "saturation. At 40 the slope of tanh x";
        QTest::newRow("flat") << "f(x) = floor(x) + x" << 2.5 << "flat between its jumps";
        QTest::newRow("at zero") << "f(x) = x^2" << 0. << "a power is flat where its argument is 0";
        QTest::newRow("clamped") << "f(x) = clamp(x, 0, 1)" << 4. << "outside the bounds";
        QTest::newRow("relu of a program")
            << "import torch\nx = torch.tensor([-1., -2.], requires_grad=True)\ny = torch.relu(x).sum()\ny.backward()\n"
            << 0. << "dead relus. No argument is positive";
        QTest::newRow("none because of detach") << "import torch\nx = torch.tensor(2., requires_grad=True)\nw = torch.tensor(3., "
                                                   "requires_grad=True)\ny = x * x\nz = y.detach() * w\nz.backward()\n"
                                                << 0. << "why x has no gradient: only what detach()";
        QTest::newRow("the other operand") << "f(x) = max(x, 5)" << 1. << "the other operand was picked";
    }
    void a_gradient_of_zero_has_a_reason() {
        QFETCH(QString, text);
        QFETCH(double, x);
        QFETCH(QString, reason);
        const Snapshot s = ran(text, x);
        const std::size_t stop = firstZero(s.recording);
        QVERIFY(stop > 0);
        QVERIFY2(why(s, stop).contains(reason), qPrintable(why(s, stop)));
    }

    void ordinary_numbers_need_no_reason() {
        const Snapshot s = ran(QStringLiteral("f(x) = log(x^2) * sin(x) + 1/x"));
        QCOMPARE(firstZero(s.recording), std::size_t(0));
        for (std::size_t stop = 0; stop <= s.stops(); ++stop) QVERIFY(why(s, stop).isEmpty());
    }

    void operations_keep_what_their_rules_need() {
        const Snapshot s =
            ran(QStringLiteral("import torch\nW = torch.ones(2, 2, requires_grad=True)\nx = torch.ones(2, requires_grad=True)\na = W @ "
                               "x\nb = a.tanh()\nc = b + a\nL = (c * x).sum()\nL.backward()\n"));
        const auto kept = [&](const char* name) {
            QStringList names;
            for (std::size_t i = 0; i < s.recording.tape.size(); ++i) {
                if (s.recording.tape.nameOf(NodeId(i)) != name) continue;
                for (const NodeId saved : savedBy(s.recording.tape, NodeId(i)))
                    names << QString::fromStdString(s.recording.tape.nameOf(saved));
            }
            return names.join(u' ');
        };
        QCOMPARE(kept("a"), QStringLiteral("W x"));
        QCOMPARE(kept("b"), QStringLiteral("b"));
        QCOMPARE(kept("c"), QString());
    }

    void the_first_zero_is_found_by_keyboard_and_its_reason_stands_in_the_card() {
        show(QStringLiteral("f(x) = 3 relu(x - 5) + x"));
        window_->setFocus();
        QTest::keyClick(window_.get(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
        const auto* reason = child<QLabel>("stepReason");
        QVERIFY(reason->isVisible());
        QVERIFY2(reason->text().contains(QStringLiteral("a dead relu")), qPrintable(reason->text()));
        QCOMPARE(window_->cursor()->stop(), firstZero(window_->cursor()->snapshot()->recording));
        QTest::keyClick(window_.get(), Qt::Key_Home);
        QVERIFY(!reason->isVisible());
    }

    void the_first_zero_and_nan_are_found_by_mouse() {
        show(QStringLiteral("f(x) = x * log(x - 1)"));
        auto* menu = child<QMenu>("stepMenu");
        menu->popup(window_->mapToGlobal(QPoint(200, 40)));
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(child<QAction>("actionFirstNaN")).center());
        const auto* reason = child<QLabel>("stepReason");
        QVERIFY(reason->isVisible());
        QVERIFY2(reason->text().contains(QStringLiteral("the logarithm of 0")), qPrintable(reason->text()));
        show(QStringLiteral("f(x) = x^2"));
        QVERIFY(!child<QAction>("actionFirstZero")->isEnabled());
    }

    void the_card_says_what_is_kept() {
        show(QStringLiteral("f(x) = sin(x) * x"));
        const auto* kept = child<QLabel>("stepKept");
        window_->cursor()->setStop(2);
        QVERIFY(kept->isVisible());
        QCOMPARE(kept->text(), QStringLiteral("v₁ keeps for the backward pass: x."));
        window_->cursor()->setStop(static_cast<int>(window_->cursor()->snapshot()->endOfForward()) + 2);
        QVERIFY2(kept->text().startsWith(QStringLiteral("Of the forward pass its rule needs what f kept:")), qPrintable(kept->text()));
        show(QStringLiteral("f(x) = x + x"));
        window_->cursor()->setStop(2);
        QCOMPARE(kept->text(), QStringLiteral("f keeps no values for the backward pass."));
    }

    void who_had_kept_the_version_before_is_named() {
        show(QStringLiteral(
            "import torch\nx = torch.tensor(3.0, requires_grad=True)\nb = x * 2\nc = b * b\nb.add_(1)\nd = b * x\nd.backward()\n"));
        const Snapshot& s = *window_->cursor()->snapshot();
        std::size_t changed = 0;
        for (std::size_t i = 0; i < s.stops(); ++i) {
            if (s.recording.log.events[i].kind == EventKind::Changed) changed = i + 1;
        }
        QVERIFY(changed > 0);
        window_->cursor()->setStop(static_cast<int>(changed));
        const QString words = child<QLabel>("stepWords")->text();
        QVERIFY2(words.contains(QStringLiteral("version 1 now")) && words.contains(QStringLiteral("Version 0 had been kept by c")) &&
                     words.contains(QStringLiteral("b.add_(1)")),
                 qPrintable(words));
    }
};

QTEST_MAIN(TestHunting)
#include "tst_hunting.moc"
