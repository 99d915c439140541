// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/examples.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFile>
#include <QMap>

// A resource in a static library is only there once it is asked for; the macro must stand outside any namespace.
static void loadExampleResources() { Q_INIT_RESOURCE(examples); }

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Examples)
};

struct Formula {
    const char* name;
    QString title;
    const char* text;
    QMap<QString, InputSetting> inputs;
};

QVector<Formula> formulas() {
    const QString x = QStringLiteral("x"), y = QStringLiteral("y"), w = QStringLiteral("w"), b = QStringLiteral("b");
    return {
        {"opening", Words::tr("A product, a logarithm and a pole"), "f(x) = log(x^2) * sin(x) + 1/x", {{x, {2, -5, 5}}}},
        {"reuse", Words::tr("One input on two paths"), "u = x^2\nf = u * sin(u)", {{x, {1.5, -3, 3}}}},
        {"neuron",
         Words::tr("A neuron and its error"),
         "p = sigmoid(w*x + b)\nf = (p - 1)^2",
         {{w, {0.5, -3, 3}}, {x, {2, -3, 3}}, {b, {-1, -3, 3}}}},
        {"bell", Words::tr("A bell curve"), "f(x) = exp(-x^2/2) / sqrt(2π)", {{x, {1, -4, 4}}}},
        {"valley", Words::tr("A curved valley of two inputs"), "f(x, y) = (1 - x)^2 + 10 (y - x^2)^2", {{x, {-1, -2, 2}}, {y, {1, -1, 3}}}},
        {"kink", Words::tr("A kink, and a choice of formula"), "f(x) = {0.5 x^2 if |x| < 1, |x| - 0.5 otherwise}", {{x, {1.5, -3, 3}}}},
    };
}

}  // namespace

QVector<Example> examples() {
    QVector<Example> all;
    for (const Formula& formula : formulas()) all.append({QString::fromLatin1(formula.name), formula.title, false});
    const auto program = [&](const char* name, const QString& title) { all.append({QString::fromLatin1(name), title, true}); };
    program("first_gradient", Words::tr("A first gradient"));
    program("vector_input", Words::tr("The gradient of a vector"));
    program("accumulate", Words::tr("Gradients add up"));
    program("vector_output", Words::tr("A vector as output: gradient="));
    program("detach", Words::tr("Cutting with detach()"));
    program("branch", Words::tr("Through a branch"));
    program("loop_on_a_norm", Words::tr("Through a loop"));
    program("newton_root", Words::tr("Through Newton's method"));
    program("retain_graph", Words::tr("Two sweeps: retain_graph=True"));
    program("second_derivative", Words::tr("The gradient of a gradient"));
    program("linear_regression", Words::tr("Fitting a line"));
    program("softmax", Words::tr("Softmax and cross entropy"));
    program("tiny_network", Words::tr("A tiny network"));
    program("plot_a_derivative", Words::tr("Plotting a derivative"));
    program("scalar_error", Words::tr("Error: backward() of a vector"));
    program("second_sweep_error", Words::tr("Error: a second sweep"));
    program("in_place_error", Words::tr("Error: changed in place"));
    return all;
}

SessionState exampleNamed(const QString& name) {
    SessionState state;
    loadExampleResources();
    QFile file(QStringLiteral(":/examples/%1.py").arg(name));
    if (file.open(QIODevice::ReadOnly)) {
        const QString text = QString::fromUtf8(file.readAll());
        state.text = text.mid(text.indexOf(QLatin1Char('\n')) + 1);  // the first line is the file's licence
        return state;
    }
    const QVector<Formula> all = formulas();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Formula& f) { return QLatin1String(f.name) == name; });
    const Formula& formula = found != all.end() ? *found : all.first();
    state.text = QString::fromUtf8(formula.text);
    state.inputs = formula.inputs;
    return state;
}

}  // namespace backstep
