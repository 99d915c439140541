// SPDX-License-Identifier: GPL-3.0-or-later
// A window in whose table of rules one is wrong: d sin(a) = sin(a). Its own checks must find that out, and blame nothing else.
#include <QLabel>
#include <QStandardPaths>
#include <QTest>

#include "app/mainwindow.h"
#include "engine/tape/op.h"
#include "widgets/waysview.h"

using namespace backstep;

class TestWrongRule : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> window_;

    [[nodiscard]] bool settled() const {
        return QTest::qWaitFor([this] { return window_->isSettled(); }, 20000);
    }
    // What the step card says of the gradient of x at the end of the run.
    [[nodiscard]] QString badge(const QString& text, TextKind kind) const {
        SessionState state;
        state.text = text;
        state.kind = kind;
        window_->session()->reset(state);
        const auto checked = [this] { return !window_->findChild<WaysView*>()->busy(); };
        if (!settled() || !QTest::qWaitFor(checked, 20000)) return {};
        auto* label = window_->findChild<QLabel*>(QStringLiteral("stepChecks"));
        QStringList said;
        for (std::size_t stop = window_->cursor()->stops(); stop > 0; --stop) {
            window_->cursor()->setStop(static_cast<int>(stop));
            if (!label->isHidden()) said << label->text();
        }
        return said.join(QLatin1Char('\n'));
    }

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCOMPARE(infoOf(Op::Sin).rules[0], std::string_view("v * sin(a)"));  // else nothing would be proved
        window_ = std::make_unique<MainWindow>(MainWindow::Options{{.program = defaultLayoutProgram()}, false});
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        QVERIFY(settled());
    }

    void the_badge_of_a_formula_says_that_its_gradient_is_wrong() {
        const QString said = badge(QStringLiteral("f(x) = x * sin(x)"), TextKind::Formula);
        QVERIFY2(said.contains(QStringLiteral("which differs")), qPrintable(said));
    }
    void the_badge_of_a_program_says_that_its_gradient_is_wrong() {
        const QString said =
            badge(QStringLiteral("import torch\nx = torch.tensor(1.0, requires_grad=True)\ny = x * torch.sin(x)\ny.backward()\n"),
                  TextKind::Program);
        QVERIFY2(said.contains(QStringLiteral("but differences give 1.382")), qPrintable(said));
    }
    void what_has_no_sine_in_it_is_not_blamed() {
        const QString formula = badge(QStringLiteral("f(x) = x * cos(x)"), TextKind::Formula);
        QCOMPARE(formula, QStringLiteral("Forward mode agrees. Differences agree."));
        const QString program =
            badge(QStringLiteral("import torch\nx = torch.tensor(1.0, requires_grad=True)\ny = x * torch.cos(x)\ny.backward()\n"),
                  TextKind::Program);
        QCOMPARE(program, QStringLiteral("Forward mode and differences agree."));
    }
};

QTEST_MAIN(TestWrongRule)
#include "tst_wrong_rule.moc"
