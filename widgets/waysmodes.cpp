// SPDX-License-Identifier: GPL-3.0-or-later
// The two modes side by side: what each costs on this recording, and how far each has come at this step.
#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "engine/timeline/tensorterms.h"
#include "engine/ways/twin.h"
#include "widgets/appearance.h"
#include "widgets/gridmodel.h"
#include "widgets/quietbutton.h"
#include "widgets/wayspages.h"
#include "widgets/waywords.h"

namespace backstep {

ModesPage::ModesPage(StepCursor* cursor, QAction* sideBySide, QWidget* parent) : WaysPage(parent), cursor_(cursor) {
    says_ = addLabel(QStringLiteral("modesSay"), false);
    counts_ = new GridView(QStringLiteral("modesGrid"), tr("What the modes cost"), this);
    counts_->setElastic(0);
    column_->addWidget(counts_);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(8);
    elementLabel_ = new QLabel(tr("tangent 1 at"), this);
    elementLabel_->setFont(interfaceFont(kSmallText));
    elementLabel_->setForegroundRole(QPalette::PlaceholderText);
    element_ = new QComboBox(this);
    element_->setObjectName(QStringLiteral("tangentOf"));
    element_->setAccessibleName(tr("Input whose tangent is 1"));
    connect(element_, &QComboBox::activated, this, [this](int index) {
        if (!ways_) return;
        WaysRequest next = request();
        next.element = index;
        emit requested(next);
    });
    auto* both = new QuietButton(this);
    both->setObjectName(QStringLiteral("sideBySideButton"));
    both->setDefaultAction(sideBySide);
    both->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(elementLabel_);
    row->addWidget(element_);
    row->addStretch(1);
    row->addWidget(both);
    column_->addLayout(row);
    place_ = addLabel(QStringLiteral("modesPlace"), true);
    nodes_ = new GridView(QStringLiteral("modesNodes"), tr("Tangents and adjoints"), this);
    nodes_->setElastic(0);
    nodes_->setMostRows(40);
    column_->addWidget(nodes_, 1);
    column_->addStretch(0);
}

void ModesPage::fillElements() {
    const Tensor value = ways_->snapshot->recording.tape.value(ways_->leaf);
    constexpr std::int64_t kMost = 256;
    QStringList names;
    for (std::int64_t i = 0; i < value.size() && i < kMost; ++i)
        names << name(ways_->leaf) + QString::fromStdString(placeText(value.shape(), i));
    const QSignalBlocker quiet(element_);
    element_->clear();
    element_->addItems(names);
    element_->setCurrentIndex(static_cast<int>(ways_->element));
}

void ModesPage::refresh() {
    const Counts& c = ways_->counts;
    if (twinOf_ != ways_) {
        twinOf_ = ways_;
        twin_ = ways_->twin ? std::make_unique<State>(ways_->twin->recording, ways_->twin->timeline) : nullptr;
    }
    if (c.inputs < c.outputs) {
        says_->setText(
            tr("n = %1 in, m = %2 out: forward mode needs fewer passes for all derivatives.", "numbers put in, numbers that come out")
                .arg(c.inputs)
                .arg(c.outputs));
    } else if (c.inputs == c.outputs) {
        says_->setText(tr("n = %1 in, m = %2 out: both modes need as many passes.", "numbers put in, numbers that come out")
                           .arg(c.inputs)
                           .arg(c.outputs));
    } else {
        says_->setText(
            tr("n = %1 in, m = %2 out: reverse mode needs fewer passes for all derivatives.", "numbers put in, numbers that come out")
                .arg(c.inputs)
                .arg(c.outputs));
    }
    const auto number = [](auto n) { return wayCount(static_cast<double>(n)); };
    counts_->grid()->setHeaders({QString(), tr("forward"), tr("reverse")});
    QVector<QVector<GridCell>> rows;
    const auto row = [&](const QString& title, const QString& forward, const QString& reverse, const QString& tip, bool strong = false) {
        rows.append({GridCell{title, Ink::text, false, false, false, false, tip},
                     GridCell{forward, Ink::tangent, strong, true, false, false, tip},
                     GridCell{reverse, Ink::backwardText, strong, true, false, false, tip}});
    };
    row(tr("passes needed"), number(c.forward.passes), number(c.reverse.passes),
        tr("Forward: one for each number put in. Reverse: one for each number that comes out."), true);
    row(tr("one pass: products"), number(c.forward.onePass.products), number(c.reverse.onePass.products),
        tr("One for each edge it crosses: what arrives, times the local derivative"));
    row(tr("one pass: sums"), number(c.forward.onePass.sums), number(c.reverse.onePass.sums), tr("Where more than one contribution meets"));
    row(tr("all passes: both"), number(c.forward.all.products + c.forward.all.sums), number(c.reverse.all.products + c.reverse.all.sums),
        tr("Products and sums of all passes that are needed"));
    row(tr("numbers held at once"), number(c.forward.held), number(c.reverse.held),
        tr("At the worst moment of one pass. Forward mode drops a value when its last user has run; reverse mode keeps those that a rule "
           "will want."));
    counts_->grid()->setRows(std::move(rows));
    fillElements();
    showStop();
}

void ModesPage::showStop() {
    if (!ways_ || !isVisible()) return;
    const Snapshot& s = *ways_->snapshot;
    const State* here = cursor_->snapshot() == ways_->snapshot ? cursor_->state() : nullptr;
    if (here == nullptr) return;
    const std::size_t stop = here->stop();
    if (twin_) twin_->moveTo(twinStop(s, *ways_->twin, ways_->sweep, stop));
    const bool inSweep = ways_->sweep.valid() && here->sweep() == ways_->sweep;
    const std::size_t all = ways_->sweep.valid() ? crossedBy(s.recording, ways_->sweep, s.stops()) : 0;
    const std::size_t back = ways_->sweep.valid() ? crossedBy(s.recording, ways_->sweep, stop) : 0;
    const std::size_t ahead =
        ways_->twin ? crossedBy(ways_->twin->recording, SweepId(ways_->twin->recording.log.sweeps.size() - 1), twin_->stop()) : 0;
    if (!ways_->sweep.valid()) place_->setText(tr("No backward() began at %1: only forward mode is shown.").arg(name(ways_->root)));
    else
        place_->setText(tr("At this step forward mode has crossed %1 of %2 edges, reverse mode %3 of %4.")
                            .arg(ahead)
                            .arg(ways_->counts.forward.onePass.products)
                            .arg(back)
                            .arg(all));
    QVector<QVector<GridCell>> rows;
    constexpr std::size_t kMostRows = 400;
    const QString none = QStringLiteral("—");
    const auto cell = [&](const std::optional<Tensor>& value, Ink ink) {
        return value ? GridCell{wayValue(*value), ink, false, true, false, false, QString::fromStdString(exactTensorText(*value))}
                     : GridCell{none, Ink::faint};
    };
    for (const NodeId value : ways_->reach.values) {
        if (rows.size() >= static_cast<qsizetype>(kMostRows)) break;
        const bool computed = here->computed(value);
        rows.append({GridCell{name(value), Ink::text, false, false},
                     computed ? cell(s.recording.tape.value(value), Ink::text) : GridCell{none, Ink::faint},
                     cell(twin_ ? twin_->derivative(value) : std::nullopt, Ink::tangent),
                     cell(inSweep ? here->derivative(value) : std::nullopt, Ink::backwardText)});
    }
    nodes_->grid()->setHeaders({QString(), tr("value"), tr("tangent"), tr("adjoint")});
    nodes_->grid()->setRows(std::move(rows));
}

}  // namespace backstep
