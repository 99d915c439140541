// SPDX-License-Identifier: GPL-3.0-or-later
// Difference quotients beside automatic differentiation: errors that fall with h and rise again, seen in the window.
#include <cmath>

#include <QAction>
#include <QLabel>
#include <QSlider>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>

#include "engine/sampling/differences.h"
#include "engine/sampling/sampler.h"
#include "engine/syntax/math_parser.h"
#include "tests/realwindow.h"
#include "tests/sanitized.h"
#include "widgets/differencesview.h"
#include "widgets/figureview.h"

using namespace backstep;

class TestDifferences : public QObject, RealWindow {
    Q_OBJECT

    [[nodiscard]] QStringList figureTexts() const { return textsOf(child<FigureView>("differencesFigure")->diagram()); }

private slots:
    void initTestCase() { prepare(); }
    void init() { open({1440, 900}); }
    void cleanup() { window_.reset(); }

    void the_error_is_truncation_first_and_rounding_then() {
        const Source source("f(x) = exp(x)");
        const Parsed parsed = parseMath(source);
        FormulaInputs inputs;
        inputs.values["x"] = 1;
        const DifferenceErrors e = differenceErrors(source, parsed.ast, inputs, "x", 1);
        QCOMPARE(e.slope, std::exp(1.0));
        // Known orders: the best h is near √ε for the forward quotient, near ∛ε for the central one.
        QVERIFY(e.bestForward > 1e-10 && e.bestForward < 1e-6);
        QVERIFY(e.bestCentral > 1e-7 && e.bestCentral < 1e-3);
        const auto at = [&](const std::vector<double>& of, double h) {
            for (std::size_t i = 0; i < e.h.size(); ++i) {
                if (std::fabs(std::log10(e.h[i] / h)) < 1e-9) return of[i];
            }
            return std::nan("");
        };
        QVERIFY(std::fabs(at(e.forward, 1e-2) / (std::exp(1.0) / 2 * 1e-2) - 1) < 0.02);  // f″/2 · h
        QVERIFY(std::fabs(at(e.central, 1e-2) / (std::exp(1.0) / 6 * 1e-4) - 1) < 0.02);  // f‴/6 · h²
        QVERIFY(at(e.forward, 1e-15) > at(e.forward, 1e-8) * 100);
    }

    void an_overflow_does_not_ruin_the_range() {
        const auto highest = [](const std::string& text) {
            const Source source(text);
            const Parsed parsed = parseMath(source);
            SampleRequest request;
            request.order = 0;
            return sampleFormula(source, parsed.ast, {}, request, {})->yMax;
        };
        QVERIFY2(highest("f(x) = exp(exp(x))") < 1e8, qPrintable(QString::number(highest("f(x) = exp(exp(x))"))));
        QVERIFY(highest("f(x) = exp(exp(x))") > 100);
        QVERIFY(highest("f(x) = x^2") > 24);  // ordinary curves are shown whole
        QVERIFY(highest("f(x) = exp(x)") > 100);
    }

    void a_quotient_has_no_value_where_f_has_none() {
        const Source source("f(x) = sqrt(x)");
        const Parsed parsed = parseMath(source);
        const auto central = quotients(source, parsed.ast, {}, "x", {0, 1}, 0.5, Quotient::Central);
        QVERIFY(std::isnan(central[0]));
        QVERIFY(std::fabs(central[1] - (std::sqrt(1.5) - std::sqrt(0.5))) < 1e-12);
    }

    void the_step_is_chosen_by_keyboard() {
        window_->setFocus();
        QTest::keyClick(window_.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        auto* view = child<DifferencesView>("differences");
        QVERIFY(view->isVisible());
        QVERIFY2(figureTexts().join(u'|').contains(QStringLiteral("best h = ")), qPrintable(figureTexts().join(u'|')));
        auto* slider = child<QSlider>("differencesStep");
        const auto* sentence = child<QLabel>("differencesSentence");
        QVERIFY2(sentence->text().contains(QStringLiteral("truncation")), qPrintable(sentence->text()));
        slider->setFocus();
        for (int i = 0; i < 12; ++i) QTest::keyClick(slider, Qt::Key_PageDown);
        QCOMPARE(child<QLabel>("differencesValue")->text(), QStringLiteral("h = 1e−14"));
        QVERIFY2(sentence->text().contains(QStringLiteral("rounding")), qPrintable(sentence->text()));
        if (const QString folder = qEnvironmentVariable("BACKSTEP_PICTURES"); !folder.isEmpty()) {
            view->setStep(0.3);
            QTest::qWait(300);
            window_->grab().save(folder + QStringLiteral("/differences.png"));
        }
    }

    void a_program_is_held_against_differences_too() {
        SessionState state;
        state.text = QStringLiteral("import torch\nx = torch.tensor(1.0, requires_grad=True)\ny = torch.exp(x)\ny.backward()\n");
        window_->session()->reset(state);
        QVERIFY(settled());
        auto* action = child<QAction>("actionDifferences");
        QVERIFY(QTest::qWaitFor([&] { return action->isVisible(); }, 20000 * kPatience));  // with the curve
        action->trigger();
        auto* view = child<DifferencesView>("differences");
        QVERIFY(view->isVisible());
        const auto* sentence = child<QLabel>("differencesSentence");
        QVERIFY(QTest::qWaitFor([&] { return settled() && sentence->text().contains(QStringLiteral("quotient")); }, 20000 * kPatience));
        view->setStep(0.1);
        const QString expected = QString::number((std::exp(1.1) - std::exp(1.0)) / 0.1, 'f', 8).left(6);
        QVERIFY2(QTest::qWaitFor([&] { return sentence->text().contains(QStringLiteral("quotient ") + expected); }, 20000 * kPatience),
                 qPrintable(sentence->text()));
        QVERIFY(sentence->text().contains(QStringLiteral("truncation")));
        // float32 has half the digits: its best h is far larger than that of float64.
        view->setStep(1e-7);
        QVERIFY2(QTest::qWaitFor([&] { return sentence->text().contains(QStringLiteral("rounding")); }, 20000 * kPatience),
                 qPrintable(sentence->text()));
        QVERIFY(figureTexts().join(u'|').contains(QStringLiteral("best h = ")));
    }

    void the_kind_is_chosen_by_mouse() {
        QTest::mouseClick(child<QToolButton>("differencesButton"), Qt::LeftButton);
        auto* view = child<DifferencesView>("differences");
        QVERIFY(view->isVisible());
        const QString before = child<QLabel>("differencesSentence")->text();
        QTest::mouseClick(child<QToolButton>("differencesCentral"), Qt::LeftButton);
        QVERIFY(view->kind() == Quotient::Central);
        QVERIFY(child<QLabel>("differencesSentence")->text() != before);
        auto* slider = child<QSlider>("differencesStep");
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() - 4, slider->height() / 2));
        QVERIFY(view->step() > 0.01);
        QTest::mouseClick(child<QToolButton>("differencesButton"), Qt::LeftButton);
        QVERIFY(!view->isVisible());
    }

    void a_prediction_is_not_told_by_the_differences() {
        child<QAction>("actionDifferences")->trigger();
        QVERIFY(child<DifferencesView>("differences")->isVisible());
        child<QAction>("actionPredict")->trigger();
        QVERIFY(!child<DifferencesView>("differences")->isVisible());
        QVERIFY(!child<QAction>("actionDifferences")->isEnabled());
        child<QAction>("actionPredict")->trigger();
        QVERIFY(child<DifferencesView>("differences")->isVisible());
    }
};

QTEST_MAIN(TestDifferences)
#include "tst_differences.moc"
