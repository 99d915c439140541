// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/waysview.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "engine/timeline/tensorterms.h"
#include "widgets/appearance.h"
#include "widgets/waywords.h"

namespace backstep {

WaysView::WaysView(StepCursor* cursor, QAction* sideBySide, QWidget* parent) : QWidget(parent), cursor_(cursor) {
    setObjectName(QStringLiteral("waysView"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 2, 8, 8);
    column->setSpacing(8);
    createChoices();
    message_ = new QLabel(this);
    message_->setObjectName(QStringLiteral("waysMessage"));
    message_->setTextFormat(Qt::PlainText);
    message_->setWordWrap(true);
    message_->setContentsMargins(6, 0, 6, 0);
    message_->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(message_);
    pages_ = new QStackedWidget(this);
    orders_ = new OrdersPage(this);
    all_ = {new JacobianPage(this), new ModesPage(cursor, sideBySide, this), new PathsPage(this), orders_, new ChecksPage(this)};
    for (WaysPage* page : all_) {
        auto* scroll = new QScrollArea(this);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setWidgetResizable(true);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->viewport()->setAutoFillBackground(false);
        page->setAutoFillBackground(false);
        scroll->setWidget(page);
        pages_->addWidget(scroll);
        connect(page, &WaysPage::requested, this, &WaysView::askFor);
        connect(page, &WaysPage::edgesChosen, this, &WaysView::edgesChosen);
    }
    connect(orders_, &OrdersPage::orderAsked, this, &WaysView::orderAsked);
    column->addWidget(pages_, 1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    connect(&worker_, &WaysWorker::finished, this, &WaysView::take);
    connect(cursor_, &StepCursor::runChanged, this, &WaysView::ask);
    connect(cursor_, &StepCursor::stopChanged, this, [this] {
        if (ways_ && isVisible()) all_[page()]->showStop();
        follow();
    });
    connect(cursor_, &StepCursor::staleChanged, this, [this] { pages_->setEnabled(!cursor_->stale()); });
    showWays();
}

// ∂ of what, by what: one quiet line above every page.
void WaysView::createChoices() {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(8);
    const auto label = [&] {
        auto* made = new QLabel(this);
        made->setFont(interfaceFont(kSmallText));
        made->setForegroundRole(QPalette::PlaceholderText);
        row->addWidget(made);
        return made;
    };
    const auto combo = [&](const QString& name) {
        auto* made = new QComboBox(this);
        made->setObjectName(name);
        made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        made->setMinimumContentsLength(4);
        made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        row->addWidget(made, 1);
        return made;
    };
    of_ = label();
    root_ = combo(QStringLiteral("wayRoot"));
    by_ = label();
    leaf_ = combo(QStringLiteral("wayLeaf"));
    root_->setAccessibleName(tr("Output"));
    leaf_->setAccessibleName(tr("Input"));
    connect(root_, &QComboBox::activated, this, [this](int index) {
        if (!ways_) return;
        followed_ = false;
        askFor({{}, ways_->roots[static_cast<std::size_t>(index)], ways_->leaf, std::nullopt, 0});
    });
    connect(leaf_, &QComboBox::activated, this, [this](int index) {
        if (!ways_) return;
        askFor({ways_->sweep, ways_->root, ways_->leaves[static_cast<std::size_t>(index)], ways_->seed, 0});
    });
    row->addStretch(0);
    qobject_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void WaysView::setPage(Page page) {
    pages_->setCurrentIndex(page);
    showWays();
}

void WaysView::focusPage() {
    if (auto* grid = all_[page()]->findChild<QTableView*>()) grid->setFocus();
}

WaysView::Page WaysView::page() const { return static_cast<Page>(pages_->currentIndex()); }

void WaysView::setNeeded(bool needed) {
    needed_ = needed;
    if (needed_) ask();
}

// Only while somebody looks; of a program always, for the badge on its gradients.
void WaysView::ask() {
    const auto& run = cursor_->snapshot();
    const bool known = ways_ && ways_->snapshot == run;
    if (!run || !run->ok()) {
        worker_.cancel();
        ways_.reset();
        showWays();
        emit waysChanged();
        return;
    }
    const bool forBadges = run->isProgram() && run->recording.tape.size() <= kMostCheckedTape;
    if (known || (!isVisible() && !needed_ && !forBadges)) return;
    if (run->request.text != textOfRequest_) {
        request_ = {};
        followed_ = true;
    }
    textOfRequest_ = run->request.text;
    worker_.start(run, request_);
}

// The step has come to another backward(): it is that one that is looked at, unless the reader chose an output.
void WaysView::follow() {
    const State* here = cursor_->state();
    if (!ways_ || !here || !followed_ || (!isVisible() && !needed_)) return;
    const Snapshot& s = *cursor_->snapshot();
    const SweepId sweep = here->sweep();
    if (!s.isProgram() || !sweep.valid() || sweep == ways_->sweep || sweep == request_.sweep || ways_->snapshot != cursor_->snapshot())
        return;
    askFor({sweep, {}, ways_->leaf, std::nullopt, ways_->element});
}

void WaysView::askFor(const WaysRequest& request) {
    request_ = request;
    if (cursor_->snapshot()) worker_.start(cursor_->snapshot(), request_);
}

void WaysView::take(const std::shared_ptr<const Ways>& ways) {
    if (ways->snapshot != cursor_->snapshot()) return;
    ways_ = ways;
    showWays();
    emit waysChanged();
    follow();
}

void WaysView::showWays() {
    const bool any = ways_ != nullptr;
    const QString message = any ? waySentence(*ways_) : QString();
    const bool speaks = message.isEmpty() || (any && all_[page()]->speaksAnyway() && ways_->state != Ways::State::NothingToDifferentiate);
    message_->setText(message);
    message_->setVisible(!message.isEmpty() && !speaks);
    pages_->setVisible(any && speaks);
    fillChoices();
    if (!any || !speaks) return;
    for (WaysPage* each : all_) {
        if (ways_->state == Ways::State::Ready || each->speaksAnyway()) each->setWays(ways_);
    }
    all_[page()]->showStop();
}

void WaysView::fillChoices() {
    of_->setText(tr("of", "the derivatives of an output"));
    by_->setText(tr("by", "the derivatives by an input"));
    const QSignalBlocker quietRoot(root_), quietLeaf(leaf_);
    root_->clear();
    leaf_->clear();
    if (ways_) {
        for (const NodeId node : ways_->roots) root_->addItem(wayName(*ways_, node) + shapeOf(node));
        for (const NodeId node : ways_->leaves) leaf_->addItem(wayName(*ways_, node) + shapeOf(node));
        for (std::size_t i = 0; i < ways_->roots.size(); ++i) {
            if (ways_->roots[i] == ways_->root) root_->setCurrentIndex(static_cast<int>(i));
        }
        for (std::size_t i = 0; i < ways_->leaves.size(); ++i) {
            if (ways_->leaves[i] == ways_->leaf) leaf_->setCurrentIndex(static_cast<int>(i));
        }
    }
    // Where there is nothing to choose it is said, and that is all.
    const bool any = ways_ && !ways_->roots.empty();
    for (QComboBox* box : {root_, leaf_}) {
        QLabel* label = box == root_ ? of_ : by_;
        if (box->count() == 1) label->setText(label->text() + QLatin1Char(' ') + box->currentText());
        box->setVisible(any && box->count() > 1);
        label->setVisible(any && box->count() > 0);
        label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    }
}

QString WaysView::shapeOf(NodeId node) const {
    const std::string shape = shapeText(ways_->snapshot->recording.tape.value(node));
    return shape.empty() ? QString() : QLatin1Char(' ') + QString::fromStdString(shape);
}

void WaysView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    ask();
    if (ways_) all_[page()]->showStop();
}

void WaysView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (message_ != nullptr && event->type() == QEvent::LanguageChange) showWays();
}

}  // namespace backstep
