// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/differencesview.h"

#include <cmath>
#include <limits>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QVBoxLayout>

#include "engine/base/numbers.h"
#include "engine/diagram/figure.h"
#include "widgets/appearance.h"
#include "widgets/figureview.h"
#include "widgets/punctuation.h"
#include "widgets/quietbutton.h"

namespace backstep {
namespace {

constexpr int kPerDecade = 10;  // of the slider
constexpr int kDecades = 16;

Colour colourOf(Ink with) {
    const QColor colour = ink(with);
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()), static_cast<std::uint8_t>(colour.blue())};
}

QString shown(double value) { return QString::fromStdString(significant(value, 3)); }

FigureLine line(std::vector<double> x, std::vector<double> y, const QString& label, Ink with, const char* style, double width) {
    FigureLine out;
    out.x = std::move(x);
    out.y = std::move(y);
    out.label = label.toStdString();
    out.colour = colourOf(with);
    out.style = style;
    out.width = width;
    return out;
}

std::vector<std::string> labelsOf(const FigureAxes& axes) {
    std::vector<std::string> labels;
    for (const FigureLine& l : axes.lines) labels.push_back(l.label);
    return labels;
}

}  // namespace

DifferencesView::DifferencesView(QWidget* parent)
    : QWidget(parent),
      figure_(new FigureView(this)),
      slider_(new QSlider(Qt::Horizontal, this)),
      value_(new QLabel(this)),
      sentence_(new QLabel(this)),
      forward_(new QuietButton(this)),
      central_(new QuietButton(this)) {
    setObjectName(QStringLiteral("differences"));
    create();
}

void DifferencesView::create() {
    figure_->setObjectName(QStringLiteral("differencesFigure"));
    slider_->setObjectName(QStringLiteral("differencesStep"));
    slider_->setAccessibleName(tr("Step h of the difference quotient"));
    slider_->setRange(-kDecades * kPerDecade, 0);
    slider_->setPageStep(kPerDecade);
    slider_->setValue(-2 * kPerDecade);
    value_->setObjectName(QStringLiteral("differencesValue"));
    sentence_->setObjectName(QStringLiteral("differencesSentence"));
    for (QLabel* label : {value_, sentence_}) label->setTextFormat(Qt::PlainText);
    sentence_->setWordWrap(true);
    const auto kind = [&](QuietButton* button, const char* name, const QString& text, const QString& tip, Quotient which) {
        button->setObjectName(QLatin1String(name));
        button->setText(text);
        button->setToolTip(tip);
        button->setCheckable(true);
        connect(button, &QToolButton::clicked, this, [this, which] { setKind(which); });
    };
    kind(forward_, "differencesForward", tr("forward"), tr("(f(x + h) − f(x)) / h"), Quotient::Forward);
    kind(central_, "differencesCentral", tr("central"), tr("(f(x + h) − f(x − h)) / 2h"), Quotient::Central);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(4);
    column->addWidget(figure_, 1);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(value_);
    row->addWidget(slider_, 1);
    row->addWidget(forward_);
    row->addWidget(central_);
    column->addLayout(row);
    auto* words = new QHBoxLayout;
    words->setContentsMargins(16, 0, 16, 0);
    words->addWidget(sentence_);
    column->addLayout(words);
    connect(slider_, &QSlider::valueChanged, this, &DifferencesView::refresh);
    setKind(Quotient::Forward);
}

double DifferencesView::step() const { return std::pow(10.0, static_cast<double>(slider_->value()) / kPerDecade); }

void DifferencesView::setStep(double h) { slider_->setValue(static_cast<int>(std::lround(std::log10(h) * kPerDecade))); }

void DifferencesView::setKind(Quotient kind) {
    kind_ = kind;
    forward_->setChecked(kind == Quotient::Forward);
    central_->setChecked(kind == Quotient::Central);
    refresh();
}

void DifferencesView::setRun(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<const Chart> chart) {
    snapshot_ = std::move(snapshot);
    chart_ = std::move(chart);
    program_ = false;
    stale_ = true;
    if (isVisible()) compute();
}

void DifferencesView::setProgram(std::shared_ptr<const Chart> chart) {
    snapshot_.reset();
    chart_ = std::move(chart);
    program_ = true;
    found_.reset();
    stale_ = true;
    if (isVisible()) compute();
}

void DifferencesView::setFound(std::shared_ptr<const ProgramDifferences> found) {
    found_ = std::move(found);
    errors_ = found_->errors;
    present();
}

void DifferencesView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (stale_) compute();
}

FormulaInputs DifferencesView::inputs() const {
    FormulaInputs out;
    const Recording& r = snapshot_->recording;
    for (const NodeId id : r.inputs) out.values[r.tape.nameOf(id)] = r.tape.scalar(id);
    return out;
}

void DifferencesView::compute() {
    stale_ = false;
    errors_ = {};
    if (snapshot_ && chart_ && chart_->hasPoint)
        errors_ = differenceErrors(snapshot_->source, snapshot_->parsed.ast, inputs(), chart_->variable, chart_->at);
    refresh();
}

// f′ by automatic differentiation, and the quotient.
FigureAxes DifferencesView::curves() const {
    FigureAxes axes;
    axes.place = {2, 1, 1};
    axes.grid = true;
    constexpr int kPoints = 240;
    std::vector<double> x;
    for (int i = 0; i <= kPoints; ++i) x.push_back(chart_->xMin + (chart_->xMax - chart_->xMin) * i / kPoints);
    if (program_) {
        for (const Curve& curve : chart_->curves) {
            if (curve.order == 1) axes.lines.push_back(line(curve.x, curve.y, tr("f′, automatic"), Ink::backward, "--", 1.6));
        }
        axes.lines.push_back(line(found_->x, found_->y, tr("difference quotient"), Ink::second, "-", 1.2));
    } else {
        const auto exact = valuesAt(snapshot_->source, snapshot_->parsed.ast, inputs(), chart_->variable, x, 1)[1];
        axes.lines.push_back(line(x, exact, tr("f′, automatic"), Ink::backward, "--", 1.6));
        axes.lines.push_back(line(x, quotients(snapshot_->source, snapshot_->parsed.ast, inputs(), chart_->variable, x, step(), kind_),
                                  tr("difference quotient"), Ink::second, "-", 1.2));
    }
    axes.yLimits = std::pair(chart_->yMin, chart_->yMax);
    axes.xLimits = std::pair(chart_->xMin, chart_->xMax);
    axes.legend = labelsOf(axes);
    axes.xLabel = chart_->variable;
    return axes;
}

FigureAxes DifferencesView::errors() const {
    FigureAxes axes;
    axes.place = {2, 1, 2};
    axes.xLog = axes.yLog = axes.grid = true;
    axes.xLimits = std::pair(1e-16, 1.0);
    const bool forward = kind_ == Quotient::Forward;
    axes.lines.push_back(line(errors_.h, errors_.forward, tr("forward"), Ink::second, forward ? "-" : ":", forward ? 1.6 : 1.0));
    axes.lines.push_back(line(errors_.h, errors_.central, tr("central"), Ink::tangent, forward ? ":" : "-", forward ? 1.0 : 1.6));
    axes.legend = std::vector<std::string>{};  // the names stand at the lines: there is no room for a box
    axes.xLabel = "h";
    axes.yLabel = tr("error", "of a difference quotient").toStdString();
    double low = std::numeric_limits<double>::infinity(), high = 0;
    for (const auto* of : {&errors_.forward, &errors_.central}) {
        for (const double e : *of) {
            if (e > 0) low = std::min(low, e), high = std::max(high, e);
        }
    }
    if (!(high > 0)) return axes;
    axes.yLimits = std::pair(low / 4, high * 4);
    axes.lines.push_back(line({step(), step()}, {low / 4, high * 4}, {}, Ink::outline, "--", 1.0));
    // One above its line and one below, where both have left the noise behind.
    const auto name = [&](const QString& text, const std::vector<double>& of, double at, double share) {
        std::size_t i = 0;
        while (i + 1 < of.size() && std::fabs(std::log(errors_.h[i] / at)) > 0.5) ++i;
        if (of[i] > 0) axes.notes.push_back({text.toStdString(), at, of[i] * std::pow(high / low, share)});
    };
    name(tr("forward"), errors_.forward, 1e-5, 0.17);
    name(tr("central"), errors_.central, 5e-4, -0.13);
    if (const double best = forward ? errors_.bestForward : errors_.bestCentral; best > 0) {
        FigurePoints mark;
        mark.x = {best};
        for (std::size_t i = 0; i < errors_.h.size(); ++i) {
            if (errors_.h[i] == best) mark.y = {(forward ? errors_.forward : errors_.central)[i]};
        }
        mark.colours = {colourOf(forward ? Ink::second : Ink::tangent)};
        // Named below its point, or beside it where that is the lowest there is.
        const double at = mark.y.front(), y = at * std::pow(high / low, -0.16);
        axes.notes.push_back({tr("best h = %1").arg(shown(best)).toStdString(), y > low ? best : best * 2, y > low ? y : at});
        axes.points.push_back(std::move(mark));
    }
    return axes;
}

void DifferencesView::refresh() {
    value_->setText(QStringLiteral("h = ") + shown(step()));
    value_->setMinimumWidth(value_->fontMetrics().horizontalAdvance(QStringLiteral("h = 7.94e−16 ")));
    slider_->setAccessibleDescription(value_->text());
    const bool any = (snapshot_ || program_) && chart_ && chart_->hasPoint;
    if (!any || stale_) {
        sentence_->clear();
        return figure_->clear(any ? QString() : tr("Difference quotients are shown where there is a curve of f."));
    }
    if (program_ && !(found_ && found_->h == step() && found_->kind == kind_)) {
        if (!found_) figure_->clear(tr("The program is run again with x + h …"));
        emit programAsked();
        return;
    }
    present();
}

void DifferencesView::present() {
    Figure figure;
    figure.axes = {curves(), errors()};
    figure_->setFigure(std::move(figure));
    const double quotient =
        program_ ? found_->here
                 : quotients(snapshot_->source, snapshot_->parsed.ast, inputs(), chart_->variable, {chart_->at}, step(), kind_)[0];
    const double best = kind_ == Quotient::Forward ? errors_.bestForward : errors_.bestCentral;
    const QString numbers =
        tr("At %1 = %2: quotient %3, f′ %4, off by %5.")
            .arg(QString::fromStdString(chart_->variable), shown(chart_->at), QString::fromStdString(significant(quotient, 8)),
                 QString::fromStdString(significant(errors_.slope, 8)), shown(std::fabs(quotient - errors_.slope)));
    const QString side = !(best > 0)         ? QString()
                         : step() > best * 2 ? tr("To the right of the best h the curve is cut off: truncation.")
                         : step() < best / 2 ? tr("To the left of the best h the numbers have too few digits: rounding.")
                                             : tr("This h is about the best.");
    sentence_->setText(side.isEmpty() ? numbers : sentencesOf({numbers, side}));
    sentence_->setFont(interfaceFont(kSmallText));
    QPalette palette = sentence_->palette();
    palette.setColor(QPalette::WindowText, ink(Ink::quiet));
    sentence_->setPalette(palette);
}

void DifferencesView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange) refresh();
}

}  // namespace backstep
