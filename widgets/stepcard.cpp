// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/stepcard.h"

#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QLabel>
#include <QVBoxLayout>

#include "engine/diagram/printable.h"
#include "engine/timeline/saved.h"
#include "widgets/appearance.h"
#include "widgets/checkwords.h"
#include "widgets/gradledger.h"
#include "widgets/mathlabel.h"
#include "widgets/phrases.h"
#include "widgets/punctuation.h"
#include "widgets/reasonwords.h"
#include "widgets/waywords.h"

namespace backstep {

StepCard::StepCard(StepCursor* cursor, QWidget* parent) : QScrollArea(parent), cursor_(cursor) {
    setObjectName(QStringLiteral("stepCard"));
    setAccessibleName(tr("This step"));
    create();
    connect(cursor_, &StepCursor::runChanged, this, &StepCard::refresh);
    connect(cursor_, &StepCursor::stopChanged, this, &StepCard::refresh);
    connect(cursor_, &StepCursor::staleChanged, this, &StepCard::refresh);
    connect(cursor_, &StepCursor::focusChanged, this, [this] {
        if (cursor_->snapshot()) refreshLedger();
    });
    refresh();
}

void StepCard::create() {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget(this);
    page->setObjectName(QStringLiteral("stepPage"));
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(16, 4, 16, 12);
    column->setSpacing(10);
    words_ = new QLabel(page);
    words_->setObjectName(QStringLiteral("stepWords"));
    words_->setTextFormat(Qt::PlainText);
    words_->setWordWrap(true);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(words_);
    reason_ = createNote(column, QStringLiteral("stepReason"));
    symbols_ = createMath(column, QStringLiteral("stepSymbols"));
    symbols_->setFlowing(true);  // the rule, and beside it the local derivative
    numbers_ = createMath(column, QStringLiteral("stepNumbers"));
    sum_ = createMath(column, QStringLiteral("stepSum"));
    sum_->setFramed(true);
    sum_->setPixelSize(17);
    checks_ = new QLabel(page);
    checks_->setObjectName(QStringLiteral("stepChecks"));
    checks_->setTextFormat(Qt::PlainText);
    checks_->setWordWrap(true);
    column->addWidget(checks_);
    kept_ = createNote(column, QStringLiteral("stepKept"));
    ledger_ = createNote(column, QStringLiteral("gradLedger"));
    column->addStretch(1);
    setWidget(page);
    viewport()->setAutoFillBackground(false);  // the pane's own colour shines through
    page->setAutoFillBackground(false);
}

QLabel* StepCard::createNote(QVBoxLayout* column, const QString& name) {
    auto* label = new QLabel(column->parentWidget());
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->hide();
    column->addWidget(label);
    return label;
}

MathLabel* StepCard::createMath(QVBoxLayout* column, const QString& name) {
    auto* label = new MathLabel(column->parentWidget());
    label->setObjectName(name);
    label->setPixelSize(19);
    connect(label, &MathLabel::linkHovered, cursor_, &StepCursor::setFocus);
    connect(label, &MathLabel::linkActivated, this, &StepCard::nodeActivated);
    column->addWidget(label);
    return label;
}

void StepCard::setHead(QWidget* head) { static_cast<QVBoxLayout*>(widget()->layout())->insertWidget(0, head); }

void StepCard::setVoice(Voice voice, bool shown) {
    shown_[static_cast<std::size_t>(voice)] = shown;
    refresh();
}

QString StepCard::latex() const {
    QStringList parts;
    for (const MathLabel* label : {symbols_, numbers_, sum_}) {
        if (!label->isHidden() && !label->latex().isEmpty()) parts << label->latex();
    }
    return parts.join(QStringLiteral(" \\\\\n"));
}

void StepCard::refresh() {
    const auto& snapshot = cursor_->snapshot();
    widget()->setEnabled(snapshot && !cursor_->stale());
    if (!snapshot) {
        words_->clear();
        for (MathLabel* label : {symbols_, numbers_, sum_}) label->setLines({});
        checks_->clear();
        for (QLabel* label : {ledger_, reason_, kept_}) label->clear();
        return;
    }
    const Explanation step = explain(snapshot->recording, snapshot->source, cursor_->stop(), cursor_->state()->timeline());
    words_->setText(words(step, snapshot->recording, snapshot->source));
    symbols_->setLines(step.rule);
    numbers_->setLines(step.steps);
    sum_->setLines(step.sum.children.empty() ? std::vector<Notation>{} : std::vector<Notation>{step.sum});
    words_->setVisible(hasVoice(Voice::Words));
    symbols_->setVisible(hasVoice(Voice::Symbols) && !step.rule.empty());
    numbers_->setVisible(hasVoice(Voice::Numbers) && !step.steps.empty());
    sum_->setVisible(!step.sum.children.empty());
    refreshReason();
    refreshKept(step);
    refreshChecks(step);
    refreshLedger();
}

void StepCard::refreshReason() {
    const Snapshot& snapshot = *cursor_->snapshot();
    const Reason why = reasonAt(snapshot.recording, cursor_->state()->timeline(), cursor_->stop());
    const QString text = reasonWords(why, snapshot.recording, snapshot.source);
    reason_->setVisible(!text.isEmpty());
    reason_->setText(text);
    QPalette palette = reason_->palette();
    palette.setColor(QPalette::WindowText, ink(Ink::warning));
    reason_->setPalette(palette);
}

// What an operation that is computed keeps; and, when the sweep comes to it, what its rule has of it.
void StepCard::refreshKept(const Explanation& step) {
    const Snapshot& snapshot = *cursor_->snapshot();
    const Tape& tape = snapshot.recording.tape;
    const bool sweep = step.kind == Explanation::Kind::Contribution && step.mode == SweepMode::Reverse;
    const NodeId node = sweep ? step.user : step.kind == Explanation::Kind::Computed ? step.node : NodeId();
    const bool any = node.valid() && tape.requiresGrad(node) && tape.op(node) != Op::Input && tape.op(node) != Op::Constant;
    kept_->setVisible(any);
    if (!any) return kept_->clear();
    const auto name = [&](NodeId id) {
        return QString::fromStdString(printable(toPlainText(nameTerm(snapshot.recording, snapshot.source, id).notation)));
    };
    QStringList names;
    for (const NodeId saved : savedBy(tape, node)) {
        if (!tape.isConstant(saved) || !tape.nameOf(saved).empty() || !tape.value(saved).isScalar()) names.append(name(saved));
    }
    names.removeDuplicates();
    if (names.isEmpty()) kept_->setText(tr("%1 keeps no values for the backward pass.").arg(name(node)));
    else if (sweep) kept_->setText(tr("Of the forward pass its rule needs what %1 kept: %2.").arg(name(node), listOf(names)));
    else kept_->setText(tr("%1 keeps for the backward pass: %2.").arg(name(node), listOf(names)));
    QPalette palette = kept_->palette();
    palette.setColor(QPalette::WindowText, ink(Ink::quiet));
    kept_->setPalette(palette);
    kept_->setFont(interfaceFont(kSmallText));
}

// What the leaf that the step is about has accumulated; a formula has one sweep, and nothing to add up.
void StepCard::refreshLedger() {
    const Snapshot& snapshot = *cursor_->snapshot();
    const NodeId leaf = snapshot.isProgram() ? leafAt(snapshot, cursor_->stop(), cursor_->focus()) : NodeId();
    const QString text = leaf.valid() ? gradLedger(snapshot, *cursor_->state(), leaf) : QString();
    ledger_->setVisible(!text.isEmpty());
    ledger_->setText(text);
    ledger_->setFont(interfaceFont(kSmallText));
}

void StepCard::setWays(std::shared_ptr<const Ways> ways) {
    ways_ = std::move(ways);
    refresh();
}

// A badge for the gradient of an input once it is complete: what the forward sweep and the differences say.
void StepCard::refreshChecks(const Explanation& step) {
    const Snapshot& snapshot = *cursor_->snapshot();
    const Recording& recording = snapshot.recording;
    checks_->hide();
    if (!step.node.valid() || recording.tape.op(step.node) != Op::Input) return;
    if (snapshot.isProgram()) {
        const bool known = ways_ && ways_->snapshot == cursor_->snapshot() && step.kind == Explanation::Kind::Accumulated;
        if (!known) return;
        const auto first = recording.leaves.find(step.node.value);
        bool wrong = false;
        const QString said =
            leafSentence(*ways_, cursor_->state()->sweep(), first == recording.leaves.end() ? step.node : first->second, wrong);
        if (!said.isEmpty()) showCheck(said, wrong);
        return;
    }
    if (step.kind != Explanation::Kind::Contribution || step.mode != SweepMode::Reverse || step.arrived != step.expected) return;
    for (const GradientCheck& c : snapshot.checks) {
        if (recording.tape.nameOf(step.node) != c.input) continue;
        showCheck(sentence(c), c.forwardVerdict == Verdict::Differs || c.differenceVerdict == Verdict::Differs);
    }
}

void StepCard::showCheck(const QString& sentence, bool differs) {
    checks_->setText(sentence);
    QPalette palette = checks_->palette();
    palette.setColor(QPalette::WindowText, ink(differs ? Ink::error : Ink::quiet));
    checks_->setPalette(palette);
    checks_->setFont(interfaceFont(kSmallText));
    checks_->show();
}

void StepCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange) refresh();
    QScrollArea::changeEvent(event);
}

}  // namespace backstep
