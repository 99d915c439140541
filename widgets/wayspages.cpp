// SPDX-License-Identifier: GPL-3.0-or-later
// What all pages share, and the two that are tables alone: the orders of differentiation, and the checks.
#include "widgets/wayspages.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "widgets/appearance.h"
#include "widgets/gridmodel.h"
#include "widgets/quietbutton.h"
#include "widgets/waywords.h"

namespace backstep {

WaysPage::WaysPage(QWidget* parent) : QWidget(parent), column_(new QVBoxLayout(this)) {
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(8);
}

void WaysPage::setWays(std::shared_ptr<const Ways> ways) {
    ways_ = std::move(ways);
    if (ways_) refresh();
}

QLabel* WaysPage::addLabel(const QString& name, bool quiet) {
    auto* label = new QLabel(this);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setContentsMargins(6, 0, 6, 0);
    if (quiet) {
        label->setFont(interfaceFont(kSmallText));
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    column_->addWidget(label);
    return label;
}

void WaysPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (ways_ && (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)) refresh();
}

WaysRequest WaysPage::request() const { return {ways_->sweep, ways_->root, ways_->leaf, ways_->seed, ways_->element}; }

QString WaysPage::name(NodeId node) const { return wayName(*ways_, node); }

// --- orders ---

OrdersPage::OrdersPage(QWidget* parent) : WaysPage(parent) {
    says_ = addLabel(QStringLiteral("ordersSay"), false);
    grid_ = new GridView(QStringLiteral("ordersGrid"), tr("Orders of differentiation"), this);
    grid_->setElastic(0);
    column_->addWidget(grid_);
    choices_ = new QWidget(this);
    auto* row = new QHBoxLayout(choices_);
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(4);
    hint_ = new QLabel(tr("The graph shows"), choices_);
    hint_->setFont(interfaceFont(kSmallText));
    hint_->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(hint_);
    auto* group = new QActionGroup(this);
    for (int order = 1; order <= 3; ++order) {
        auto* action = new QAction(order == 1 ? tr("f", "the function") : order == 2 ? tr("f and f′") : tr("f, f′ and f″"), this);
        action->setObjectName(QStringLiteral("graphOrder%1").arg(order));
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, order] { emit orderAsked(order); });
        auto* button = new QuietButton(choices_);
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::StrongFocus);
        if (order > 1) button->setInk(Ink::second);
        row->addWidget(button);
        orders_.append(action);
    }
    row->addStretch(1);
    column_->addWidget(choices_);
    column_->addStretch(1);
    setOrder(1);
}

void OrdersPage::setOrder(int order) {
    if (order >= 1 && order <= orders_.size()) orders_[order - 1]->setChecked(true);
}

void OrdersPage::refresh() {
    const bool program = ways_->snapshot->isProgram();
    const std::vector<OrderCount>& orders = ways_->orders;
    for (int i = 0; i < orders_.size(); ++i) {
        std::size_t before = 0;
        for (int k = 0; k < i && k < static_cast<int>(orders.size()); ++k) before += orders[static_cast<std::size_t>(k)].fresh;
        orders_[i]->setEnabled(before <= kMostContinued && i < std::max<int>(static_cast<int>(orders.size()), 1));
        orders_[i]->setToolTip(!orders_[i]->isEnabled() ? tr("There is no more to draw, or more than can be read")
                               : i == 0                 ? tr("The graph of f alone")
                                                        : tr("The backward pass is recorded and drawn as the continuation of the graph"));
    }
    choices_->setVisible(!program && ways_->snapshot->request.mode == SweepMode::Reverse);
    grid_->grid()->setHeaders({QString(), tr("new", "operations that a derivative adds"), tr("reused", "operations"),
                               tr("all", "operations"), program ? QString() : tr("value")});
    QVector<QVector<GridCell>> rows;
    for (const OrderCount& count : orders) {
        const QString primes = count.order == 0   ? QString()
                               : count.order == 1 ? QStringLiteral("′")
                               : count.order == 2 ? QStringLiteral("″")
                                                  : QStringLiteral("⁽%1⁾").arg(count.order);
        const QString function = program ? tr("f", "the function") : QString::fromStdString(ways_->snapshot->recording.function);
        const Ink ink = count.order == 0 ? Ink::forward : count.order == 1 ? Ink::backwardText : Ink::second;
        const auto number = [](std::size_t n) { return QString::number(n); };
        rows.append({GridCell{function + primes, ink, true, false},
                     {number(count.fresh)},
                     {number(count.shared)},
                     {number(count.all()), Ink::text, true},
                     {program ? QString() : wayNumber(count.value)}});
    }
    grid_->grid()->setRows(std::move(rows));
    grid_->setVisible(!orders.empty());
    const OrderCount& last = orders.empty() ? OrderCount() : orders.back();
    if (orders.empty()) says_->setText(tr("Nothing was recorded."));
    else if (program && last.order == 0)
        says_->setText(tr("No backward pass of this program was recorded. With create_graph=True it is, and can be differentiated again."));
    else if (last.zero) says_->setText(tr("The derivative of order %1 is 0 everywhere: nothing is left to compute.").arg(last.order));
    else if (orders[0].all() > 0) {
        says_->setText(tr("Order %1 takes %2 operations, %3 times as many as the function itself: every rule adds operations, and the next "
                          "derivative goes through all of them.")
                           .arg(last.order)
                           .arg(last.all())
                           .arg(wayNumber(static_cast<double>(last.all()) / static_cast<double>(orders[0].all()))));
    } else says_->setText(QString());
}

// --- checks ---

ChecksPage::ChecksPage(QWidget* parent) : WaysPage(parent) {
    says_ = addLabel(QStringLiteral("checksSay"), false);
    wrong_ = addLabel(QStringLiteral("checksWrong"), false);
    grid_ = new GridView(QStringLiteral("checksGrid"), tr("Checks of the gradients"), this);
    grid_->setElastic(0);
    column_->addWidget(grid_);
    how_ = addLabel(QStringLiteral("checksHow"), true);
    column_->addStretch(1);
}

void ChecksPage::refresh() {
    // A formula's gradients were checked when it was evaluated.
    std::vector<WayCheck> checks;
    for (const WayCheck& check : ways_->checks) {
        if (check.sweep == ways_->sweep) checks.push_back(check);
    }
    const Recording& r = ways_->snapshot->recording;
    for (const GradientCheck& check : ways_->snapshot->checks) {
        WayCheck row;
        for (const NodeId input : r.inputs) row.leaf = r.tape.nameOf(input) == check.input ? input : row.leaf;
        row.check = check;
        checks.push_back(row);
    }
    int right = 0, wrong = 0;
    QStringList sentences;
    bool direction = false, rerun = false;
    QVector<QVector<GridCell>> rows;
    for (const WayCheck& check : checks) {
        right += agrees(check) ? 1 : 0;
        wrong += differs(check) ? 1 : 0;
        direction = direction || check.along == WayCheck::Along::Direction;
        rerun = rerun || check.source == WayCheck::Source::Program;
        const QString sentence = checkSentence(*ways_, check);
        if (differs(check)) sentences << sentence;
        const auto other = [&](double value, Verdict verdict) {
            if (verdict == Verdict::NoVerdict) return GridCell{QStringLiteral("—"), Ink::faint, false, true, false, false, sentence};
            return GridCell{
                wayNumber(value), verdict == Verdict::Differs ? Ink::error : Ink::text, verdict == Verdict::Differs, true, false, false,
                sentence};
        };
        const QString badge = differs(check) ? tr("differs") : agrees(check) ? tr("agrees") : tr("no verdict");
        const QString what = name(check.leaf) + QString::fromStdString(check.place) +
                             (check.along == WayCheck::Along::Direction ? QStringLiteral(" ∗") : QString());
        rows.append({GridCell{what, Ink::text, false, false, false, false, sentence},
                     {wayNumber(check.check.reverse), Ink::backwardText},
                     other(check.check.forward, check.check.forwardVerdict),
                     other(check.check.difference, check.check.differenceVerdict),
                     GridCell{badge,
                              differs(check)  ? Ink::error
                              : agrees(check) ? Ink::tangent
                                              : Ink::quiet,
                              differs(check), false, false, false, sentence}});
    }
    grid_->grid()->setHeaders(
        {tr("input"), tr("reverse"), tr("forward"), tr("numeric", "the derivative by differences of values"), QString()});
    grid_->grid()->setRows(std::move(rows));
    grid_->setVisible(!checks.empty());
    QPalette palette = wrong_->palette();
    palette.setColor(QPalette::WindowText, ink(Ink::error));
    wrong_->setPalette(palette);
    wrong_->setText(sentences.join(QLatin1Char('\n')));
    wrong_->setVisible(wrong > 0);
    const int count = static_cast<int>(checks.size());
    if (count == 0) {
        says_->setText(ways_->snapshot->isProgram() && !ways_->sweep.valid()
                           ? tr("No backward() has run from %1, so there is no gradient to check.").arg(name(ways_->root))
                           : tr("There is no gradient here to check, or too much to check it."));
    } else if (wrong > 0) {
        says_->setText(tr("%n gradient(s) do not agree with a second method.", nullptr, wrong));
    } else if (right == count) {
        says_->setText(tr("Every gradient agrees with a second method."));
    } else {
        says_->setText(tr("%1 of %2 gradients agree with a second method; of the others neither method can tell.").arg(right).arg(count));
    }
    QStringList how;
    if (direction) how << tr("∗ A large input is checked along one direction, not element by element.");
    if (rerun) how << tr("The differences are those of the program run again with another input.");
    how_->setText(how.join(QLatin1Char(' ')));
    how_->setVisible(!how.isEmpty());
}

}  // namespace backstep
