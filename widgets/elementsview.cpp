// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/elementsview.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "widgets/appearance.h"
#include "widgets/graphview.h"
#include "widgets/mathlabel.h"
#include "widgets/quietbutton.h"

namespace backstep {

ElementsView::ElementsView(QWidget* parent)
    : QWidget(parent),
      graph_(new GraphView(&cursor_, this)),
      title_(new QLabel(this)),
      note_(new QLabel(this)),
      step_(new MathLabel(this)),
      previous_(new QuietButton(this)),
      next_(new QuietButton(this)),
      close_(new QuietButton(this)) {
    setObjectName(QStringLiteral("elements"));
    setFocusPolicy(Qt::StrongFocus);
    create();
    connect(&cursor_, &StepCursor::stopChanged, this, &ElementsView::refresh);
    connect(&cursor_, &StepCursor::runChanged, this, &ElementsView::refresh);
}

void ElementsView::create() {
    graph_->setObjectName(QStringLiteral("elementsGraph"));
    title_->setObjectName(QStringLiteral("elementsTitle"));
    note_->setObjectName(QStringLiteral("elementsNote"));
    step_->setObjectName(QStringLiteral("elementsStep"));
    step_->setPixelSize(15);
    for (QLabel* label : {title_, note_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 4, 8);
    column->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->addWidget(title_, 1);
    const auto button = [&](QuietButton* made, const char* name, const QString& text, const QString& tip) {
        made->setObjectName(QLatin1String(name));
        made->setText(text);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        row->addWidget(made);
    };
    button(previous_, "elementsPrevious", tr("back", "a step"), tr("Previous step of the elements"));
    button(next_, "elementsNext", tr("on", "a step further"), tr("Next step of the elements"));
    button(close_, "elementsClose", tr("close"), tr("Close the elements"));
    connect(previous_, &QToolButton::clicked, this, [this] { cursor_.setStop(cursor_.neighbour(-1)); });
    connect(next_, &QToolButton::clicked, this, [this] { cursor_.setStop(cursor_.neighbour(1)); });
    connect(close_, &QToolButton::clicked, this, &ElementsView::closed);
    column->addLayout(row);
    column->addWidget(note_);
    column->addWidget(graph_, 1);
    column->addWidget(step_);
}

void ElementsView::showElements(const QString& title, const Elements& elements, std::shared_ptr<const Snapshot> snapshot,
                                std::shared_ptr<const Layout> layout) {
    refusal_.clear();
    title_->setText(title);
    last_ = !elements.hasLast ? Last::None : elements.hasAdjoint ? Last::Adjoint : Last::Ones;
    const std::size_t end = snapshot->stops();
    cursor_.setRun(std::move(snapshot), std::move(layout), end);
    refresh();
}

void ElementsView::showRefusal(const QString& title, const QString& sentence) {
    title_->setText(title);
    refusal_ = sentence;
    cursor_.setRun(nullptr, nullptr);
    refresh();
}

void ElementsView::refresh() {
    const auto& run = cursor_.snapshot();
    graph_->setVisible(run != nullptr);
    step_->setVisible(run != nullptr);
    previous_->setEnabled(run && cursor_.stop() > 0);
    next_->setEnabled(run && cursor_.stop() < cursor_.stops());
    QString note = refusal_;
    if (run && last_ == Last::Adjoint) note = tr("L stands for all that comes after: its slopes are the adjoint that arrives in this run.");
    if (run && last_ == Last::Ones) note = tr("L is the sum of the elements: no adjoint of this run is known for them yet.");
    note_->setText(note);
    note_->setVisible(!note.isEmpty());
    note_->setFont(interfaceFont(kSmallText));
    QPalette palette = note_->palette();
    palette.setColor(QPalette::WindowText, ink(Ink::quiet));
    note_->setPalette(palette);
    if (!run) return step_->setLines({});
    const Explanation step = explain(run->recording, run->source, cursor_.stop(), *run->timeline);
    std::vector<Notation> lines;
    if (!step.rule.empty()) lines.push_back(step.rule.front());
    if (!step.steps.empty()) lines.push_back(step.steps.back());
    step_->setLines(std::move(lines));
}

// The arrows step here while the focus is here; Escape goes back to the graph.
void ElementsView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Right: return cursor_.setStop(cursor_.neighbour(1));
        case Qt::Key_Left: return cursor_.setStop(cursor_.neighbour(-1));
        case Qt::Key_Home: return cursor_.setStop(0);
        case Qt::Key_End: return cursor_.setStop(static_cast<int>(cursor_.stops()));
        case Qt::Key_Escape: emit closed(); return;
        default: QWidget::keyPressEvent(event);
    }
}

void ElementsView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange) refresh();
}

void ElementsView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), ink(Ink::pane));
}

}  // namespace backstep
