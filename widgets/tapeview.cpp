// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tapeview.h"

#include <algorithm>

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QTableView>
#include <QVBoxLayout>

#include "widgets/appearance.h"
#include "widgets/tapemodel.h"
#include "widgets/taperows.h"
#include "widgets/tapetext.h"

namespace backstep {
namespace {

constexpr double kTableText = 0.96;
constexpr int kMeasuredTexts = 200;
constexpr int kLeastExpression = 56;  // px: room for something around the "…"

void copy(const QString& text) { QGuiApplication::clipboard()->setText(text); }

bool isForTheWindow(const QKeyEvent& event) {
    switch (event.key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Home:
        case Qt::Key_End:
        case Qt::Key_Space: return true;
        default: return event.modifiers() == Qt::NoModifier && !event.text().isEmpty() && event.text().at(0).isLetterOrNumber();
    }
}

}  // namespace

TapeView::TapeView(StepCursor* cursor, QWidget* parent) : QWidget(parent), cursor_(cursor), model_(new TapeModel(cursor, this)) {
    setObjectName(QStringLiteral("tapeView"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 8);
    column->setSpacing(8);
    createTable();
    createSummary();
    column->addWidget(table_, 1000);
    column->addWidget(summary_);
    column->addStretch(1);  // the line follows the last row where there is room
    setFocusProxy(table_);
    connect(model_, &QAbstractItemModel::modelReset, this, &TapeView::fitColumns);
    connect(table_->verticalHeader(), &QHeaderView::sectionCountChanged, this, &TapeView::fitHeight);
    connect(cursor_, &StepCursor::runChanged, this, &TapeView::showStep);
    connect(cursor_, &StepCursor::runChanged, this, &TapeView::showFocus);
    connect(cursor_, &StepCursor::runChanged, this, &TapeView::fitColumns);
    connect(cursor_, &StepCursor::stopChanged, this, &TapeView::showStep);
    connect(cursor_, &StepCursor::focusChanged, this, &TapeView::showFocus);
    // What the text has left behind is still there to read, dimmed as the graph is.
    connect(cursor_, &StepCursor::staleChanged, this, [this] { summary_->setEnabled(!cursor_->stale()); });
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    applyFonts();
    retranslate();
}

void TapeView::createTable() {
    table_ = new QTableView(this);
    table_->setObjectName(QStringLiteral("tapeTable"));
    table_->setHorizontalHeader(new TapeHeader(table_));
    table_->setModel(model_);
    table_->setItemDelegate(new TapeRows(table_));
    table_->setFrameShape(QFrame::NoFrame);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setCornerButtonEnabled(false);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table_->setContextMenuPolicy(Qt::CustomContextMenu);
    table_->setMinimumHeight(72);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setSectionsClickable(false);
    table_->horizontalHeader()->setMinimumSectionSize(16);
    table_->installEventFilter(this);
    table_->viewport()->installEventFilter(this);
    connect(table_, &QWidget::customContextMenuRequested, this, &TapeView::showMenu);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        if (following_ || !current.isValid()) return;
        announced_ = true;
        activateRow(current.row());
    });
    // A click on the row that is marked already changes no selection, and is meant all the same.
    connect(table_, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (!announced_) activateRow(index.row());
    });
}

void TapeView::activateRow(int row) {
    const NodeId node = model_->nodeAt(row);
    cursor_->setFocus(node);
    emit nodeActivated(node);
}

void TapeView::createSummary() {
    summary_ = new QLabel(this);
    summary_->setObjectName(QStringLiteral("tapeSummary"));
    summary_->setTextFormat(Qt::PlainText);
    summary_->setWordWrap(true);
    summary_->setForegroundRole(QPalette::WindowText);
    summary_->setContentsMargins(TapeRows::kPadding, 0, TapeRows::kPadding, 0);
}

void TapeView::retranslate() {
    table_->setAccessibleName(tr("Tape"));
    summary_->setAccessibleName(tr("Progress"));
    model_->retranslate();
    showStep();
    fitColumns();
}

void TapeView::applyFonts() {
    table_->setFont(interfaceFont(kTableText));
    table_->horizontalHeader()->setFont(interfaceFont(kSmallText));
    summary_->setFont(interfaceFont(kTableText));
    QPalette quiet = summary_->palette();
    quiet.setColor(QPalette::WindowText, ink(Ink::quiet));
    summary_->setPalette(quiet);
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 2 * TapeRows::kRowPadding + 1);
    fitColumns();
    fitHeight();
}

void TapeView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (summary_ == nullptr) return;  // still being built
    switch (event->type()) {
        case QEvent::LanguageChange: return retranslate();
        case QEvent::ApplicationFontChange:
        case QEvent::PaletteChange: return applyFonts();
        default: return;
    }
}

QString TapeView::summary() const {
    if (!cursor_->snapshot() || cursor_->stops() == 0) return {};
    const QString step = tr("Step %1 of %2").arg(cursor_->stop()).arg(cursor_->stops());
    const Recording& recording = cursor_->snapshot()->recording;
    const Moment moment = momentAt(recording, cursor_->stop());
    const int row = model_->rowOf(moment.node);
    if (!moment.contribution || row < 0) return step;
    const auto all = cursor_->snapshot()->timeline->contributionsTo(moment.node);
    const auto expected = std::count_if(
        all.begin(), all.end(), [&](std::uint32_t i) { return recording.log.contributions.sweepOf(i) == moment.contribution->sweep; });
    const auto arrived = static_cast<int>(cursor_->state()->arrived(moment.node));
    const QString name = model_->index(row, TapeModel::Node).data().toString();
    const QString reached = arrived == 1 ? tr("1 contribution of %1 has reached %2").arg(expected).arg(name)
                                         : tr("%n contributions of %1 have reached %2", nullptr, arrived).arg(expected).arg(name);
    return tr("%1 · %2", "step; what has arrived").arg(step, reached);
}

void TapeView::showStep() { summary_->setText(summary()); }

void TapeView::showFocus() { selectRow(model_->rowOf(cursor_->focus())); }

// Marks a row without activating it, and without scrolling under the reader's eyes.
void TapeView::selectRow(int row) {
    if (following_ || row == (table_->selectionModel()->hasSelection() ? table_->currentIndex().row() : -1)) return;
    following_ = true;
    table_->setAutoScroll(false);
    if (row < 0) table_->selectionModel()->clear();
    else table_->setCurrentIndex(model_->index(row, 0));
    table_->setAutoScroll(true);
    following_ = false;
}

void TapeView::fitHeight() {
    table_->setMaximumHeight(
        std::max(table_->minimumHeight(), table_->horizontalHeader()->sizeHint().height() + table_->verticalHeader()->length() + 2));
}

// Numbers get what the widest of the whole run needs, so that stepping moves nothing; names and expressions the rest.
void TapeView::fitColumns() {
    const int room = table_->viewport()->width();
    int left = room;
    const QFontMetrics header(table_->horizontalHeader()->font());
    const auto headerWidth = [&](int column) {
        return header.horizontalAdvance(model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) + 2 * TapeRows::kPadding +
               4;
    };
    const QFontMetrics digits(numberFont());
    for (const auto column : {TapeModel::Value, TapeModel::Derivative}) {
        int width = headerWidth(column);
        // Digits are all as wide: only the longest need to be measured.
        const QStringList numbers = model_->numbersOf(column);
        qsizetype longest = 0;
        for (const QString& number : numbers) longest = std::max(longest, number.size());
        int measured = 0;
        for (const QString& number : numbers) {
            if (number.size() + 2 < longest || ++measured > kMeasuredTexts) continue;
            width = std::max(width, digits.horizontalAdvance(number) + 2 * TapeRows::kPadding);
        }
        table_->setColumnWidth(column, width);
        left -= width;
    }
    int names = headerWidth(TapeModel::Node);
    const int most = std::max(std::min(left * 2 / 5, left - headerWidth(TapeModel::Expression)), 28);
    // Of a long tape some, evenly: the names of a loop are much alike.
    const int stride = 1 + model_->rowCount() / kMeasuredTexts;
    for (int row = 0; row < model_->rowCount() && names < most; row += stride) {
        names = std::max(
            names, table_->fontMetrics().horizontalAdvance(model_->index(row, TapeModel::Node).data().toString()) + 2 * TapeRows::kPadding);
    }
    names = std::min(names, most);
    table_->setColumnWidth(TapeModel::Node, names);
    table_->setColumnWidth(TapeModel::Expression, std::max(left - names, kLeastExpression));
}

bool TapeView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == table_->viewport() && event->type() == QEvent::Resize) fitColumns();
    if (watched == table_->viewport() && event->type() == QEvent::MouseButtonPress) announced_ = false;
    if (watched != table_) return QWidget::eventFilter(watched, event);
    const bool key = event->type() == QEvent::KeyPress, shortcut = event->type() == QEvent::ShortcutOverride;
    if (!key && !shortcut) return QWidget::eventFilter(watched, event);
    auto* pressed = static_cast<QKeyEvent*>(event);
    if (pressed->matches(QKeySequence::Copy)) {
        if (key) copyText();
        event->accept();
        return true;
    }
    if (!key || !isForTheWindow(*pressed)) return QWidget::eventFilter(watched, event);
    event->ignore();  // the parent widgets get it
    return true;
}

void TapeView::showMenu(const QPoint& point) {
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("tapeMenu"));
    const QString keys = QLatin1Char('\t') + QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText);
    menu.addAction(tr("Copy as &Text") + keys, this, &TapeView::copyText)->setObjectName(QStringLiteral("copyTapeText"));
    menu.addAction(tr("Copy as &CSV"), this, &TapeView::copyCsv)->setObjectName(QStringLiteral("copyTapeCsv"));
    menu.addAction(tr("Copy as &LaTeX"), this, &TapeView::copyLatex)->setObjectName(QStringLiteral("copyTapeLatex"));
    for (QAction* action : menu.actions()) action->setEnabled(model_->rowCount() > 0);
    menu.exec(table_->viewport()->mapToGlobal(point));
}

void TapeView::copyText() { copy(tapeAsText(*model_)); }
void TapeView::copyCsv() { copy(tapeAsCsv(*model_)); }
void TapeView::copyLatex() { copy(tapeAsLatex(*model_)); }

}  // namespace backstep
