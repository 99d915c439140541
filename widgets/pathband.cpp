// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pathband.h"

#include <algorithm>
#include <cmath>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextDocument>
#include <QToolTip>

#include "widgets/appearance.h"
#include "widgets/flatpaint.h"
#include "widgets/pathwords.h"
#include "widgets/plotview.h"
#include "widgets/valuetext.h"

namespace backstep {
namespace {

constexpr int kBand = 16;
constexpr int kTop = 2;
constexpr int kGap = 7;  // between the band and its legend
constexpr int kBottom = 10;
constexpr std::size_t kLines = 4;  // of the legend

// Neither of the two colours that have a meaning: greys, told apart by their letters as well.
QColor toneOf(std::size_t path) {
    static constexpr double kShares[] = {0.10, 0.24, 0.17, 0.31};
    return mix(ink(Ink::text), ink(Ink::pane), kShares[path % 4]);
}

}  // namespace

PathBandView::PathBandView(PlotView* plot, QWidget* parent) : QWidget(parent), plot_(plot) {
    setObjectName(QStringLiteral("pathBand"));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(plot_, &PlotView::sceneChanged, this, [this] { update(); });
    hide();
}

void PathBandView::setCurve(const std::shared_ptr<const ProgramCurve>& curve) {
    const bool any = curve && curve->paths.size() > 1;
    curve_ = any ? curve : nullptr;
    hovered_.reset();
    if (!any || (chosen_ && *chosen_ >= curve->bands.size())) chosen_.reset();
    retranslate();
    setVisible(any);
    updateGeometry();
    update();
}

// A … Z, AA, AB …
QString PathBandView::letterOf(std::size_t path) const {
    QString text;
    for (std::size_t n = path + 1; n > 0; n = (n - 1) / 26) text.prepend(QChar(u'A' + static_cast<char16_t>((n - 1) % 26)));
    return text;
}

int PathBandView::lineHeight() const { return QFontMetrics(interfaceFont(kSmallText)).height() + 4; }

// The path at hand is always among them.
std::vector<std::size_t> PathBandView::shownPaths() const {
    std::vector<std::size_t> shown;
    if (!curve_) return shown;
    for (std::size_t i = 0; i < curve_->paths.size() && i < kLines; ++i) shown.push_back(i);
    if (curve_->path && *curve_->path >= kLines) shown.back() = *curve_->path;
    return shown;
}

QStringList PathBandView::legend() const {
    QStringList lines;
    for (const std::size_t path : shownPaths())
        lines << letterOf(path) + QStringLiteral("  ") + sentences_.value(static_cast<qsizetype>(path));
    if (curve_ && curve_->paths.size() > kLines)
        lines << tr("… and %n more path(s)", nullptr, static_cast<int>(curve_->paths.size() - kLines));
    return lines;
}

QSize PathBandView::sizeHint() const { return {160, kTop + kBand + kGap + static_cast<int>(legend().size()) * lineHeight() + kBottom}; }

QRectF PathBandView::rectOf(std::size_t band) const {
    const PlotScene& scene = plot_->scene();
    if (!curve_ || !scene.hasChart || band >= curve_->bands.size()) return {};
    const PathBand& b = curve_->bands[band];
    const double left = std::max(scene.at(b.from, scene.frame.yMin).x(), static_cast<double>(scene.area.left()));
    const double right = std::min(scene.at(b.to, scene.frame.yMin).x(), static_cast<double>(scene.area.left() + scene.area.width()));
    return right > left ? QRectF(left, kTop, right - left, kBand) : QRectF();
}

std::optional<std::size_t> PathBandView::bandAt(QPointF at) const {
    for (std::size_t i = 0; curve_ && i < curve_->bands.size(); ++i) {
        const QRectF rect = rectOf(i);
        if (!rect.isEmpty() && at.x() >= rect.left() && at.x() < rect.right() && at.y() >= 0 && at.y() <= kTop + kBand + 3) return i;
    }
    return std::nullopt;
}

double PathBandView::xAt(double px) const {
    const PlotScene& scene = plot_->scene();
    return scene.frame.xMin + scene.shareOfX(px) * (scene.frame.xMax - scene.frame.xMin);
}

QString PathBandView::tipOf(std::size_t band) const {
    const PathBand& b = curve_->bands[band];
    return tr("%1 from %2 to %3: %4.\nClick to trace the program at this %1.")
        .arg(QString::fromStdString(curve_->chart.variable), valueText(b.from), valueText(b.to),
             sentences_.value(static_cast<qsizetype>(b.path)));
}

void PathBandView::paintBand(QPainter& painter, std::size_t band) const {
    const QRectF rect = rectOf(band);
    if (rect.isEmpty()) return;
    const PathBand& b = curve_->bands[band];
    const bool fails = curve_->paths[b.path].error.has_value();
    painter.fillRect(rect, toneOf(b.path));
    if (fails) painter.fillRect(rect, QBrush(ink(Ink::error), Qt::BDiagPattern));
    if (hovered_ == band) painter.fillRect(rect, mix(ink(Ink::text), ink(Ink::pane), 0.4));
    painter.setPen(ink(Ink::pane));
    if (band > 0) painter.drawLine(rect.topLeft(), rect.bottomLeft());
    const bool current = curve_->path == b.path;
    QFont font = interfaceFont(kSmallText);
    font.setBold(current);
    painter.setFont(font);
    painter.setPen(hovered_ == band ? ink(Ink::pane) : ink(Ink::text));
    const QString letter = letterOf(b.path);
    if (QFontMetricsF(font).horizontalAdvance(letter) + 4 <= rect.width()) painter.drawText(rect, Qt::AlignCenter, letter);
    if (current) painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 2), ink(Ink::text));
    if (hasFocus() && chosen_ == band) {
        painter.setPen(QPen(ink(Ink::forward), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(1, 1, -1, -1));
    }
}

void PathBandView::paintLegend(QPainter& painter) const {
    const std::vector<std::size_t> shown = shownPaths();
    const QStringList lines = legend();
    const int left = plot_->scene().hasChart ? plot_->scene().area.left() : 14;
    int top = kTop + kBand + kGap;
    for (qsizetype i = 0; i < lines.size(); ++i, top += lineHeight()) {
        const bool isPath = static_cast<std::size_t>(i) < shown.size();
        const bool current = isPath && curve_->path == shown[static_cast<std::size_t>(i)];
        QFont font = interfaceFont(kSmallText);
        font.setBold(current);
        painter.setFont(font);
        painter.setPen(ink(current ? Ink::text : Ink::quiet));
        QRect row(left, top, width() - left - 10, lineHeight());
        QString text = lines[i];
        if (isPath) {
            const std::size_t path = shown[static_cast<std::size_t>(i)];
            const QRectF swatch(left, top + (lineHeight() - 14) / 2.0, 18, 14);
            painter.fillRect(swatch, toneOf(path));
            if (curve_->paths[path].error) painter.fillRect(swatch, QBrush(ink(Ink::error), Qt::BDiagPattern));
            painter.drawText(swatch, Qt::AlignCenter, letterOf(path));
            row.setLeft(left + 24);
            text = sentences_.value(static_cast<qsizetype>(path));
        }
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(text, Qt::ElideRight, row.width()));
    }
}

void PathBandView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), ink(Ink::pane));
    if (!curve_) return;
    for (std::size_t i = 0; i < curve_->bands.size(); ++i) paintBand(painter, i);
    paintLegend(painter);
}

bool PathBandView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const auto band = bandAt(help->pos());
        if (band) QToolTip::showText(help->globalPos(), Qt::convertFromPlainText(tipOf(*band)), this);
        else QToolTip::hideText();
        return true;
    }
    // The window steps through the run with the arrow keys; over the band they go from path to path.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Space) event->accept();
    }
    return QWidget::event(event);
}

void PathBandView::mousePressEvent(QMouseEvent* event) {
    const auto band = bandAt(event->position());
    if (!band || event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    chosen_ = band;
    // As precise as the pointer is.
    const double step = (plot_->scene().frame.xMax - plot_->scene().frame.xMin) / std::max(plot_->scene().area.width(), 1);
    const double unit = std::pow(10.0, std::floor(std::log10(std::max(step, 1e-300))));
    const double x = std::clamp(std::round(xAt(event->position().x()) / unit) * unit, curve_->bands[*band].from, curve_->bands[*band].to);
    emit traceAsked(x);
}

void PathBandView::mouseMoveEvent(QMouseEvent* event) {
    const auto band = bandAt(event->position());
    if (band == hovered_) return;
    hovered_ = band;
    setCursor(band ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void PathBandView::leaveEvent(QEvent* event) {
    hovered_.reset();
    update();
    QWidget::leaveEvent(event);
}

void PathBandView::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (!curve_ || (key != Qt::Key_Left && key != Qt::Key_Right && key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Space))
        return QWidget::keyPressEvent(event);
    const std::size_t last = curve_->bands.size() - 1;
    if (key == Qt::Key_Left) chosen_ = chosen_.value_or(1) > 0 ? chosen_.value_or(1) - 1 : 0;
    else if (key == Qt::Key_Right) chosen_ = chosen_ ? std::min(*chosen_ + 1, last) : 0;
    else if (chosen_) emit traceAsked(0.5 * (curve_->bands[*chosen_].from + curve_->bands[*chosen_].to));
    describe();
    update();
}

void PathBandView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    for (std::size_t i = 0; curve_ && !chosen_ && i < curve_->bands.size(); ++i) {
        if (curve_->path == curve_->bands[i].path) chosen_ = i;
    }
    if (curve_ && !chosen_) chosen_ = 0;
    describe();
    update();
}

void PathBandView::describe() {
    setAccessibleName(tr("Paths through the program"));
    const bool one = curve_ && chosen_ && hasFocus();
    setAccessibleDescription(one ? tipOf(*chosen_) : legend().join(QLatin1Char('\n')));
}

void PathBandView::retranslate() {
    sentences_ = curve_ ? pathSentences(curve_->paths) : QStringList();
    describe();
}

void PathBandView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::ApplicationFontChange) updateGeometry();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) update();
}

}  // namespace backstep
