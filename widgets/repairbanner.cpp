// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/repairbanner.h"

#include <utility>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/appearance.h"
#include "widgets/flatpaint.h"
#include "widgets/icons.h"
#include "widgets/outputtext.h"
#include "widgets/quietbutton.h"
#include "widgets/repairwords.h"

namespace backstep {
namespace {

constexpr int kMostLines = 10;  // of the preview, before it scrolls
constexpr int kMost = 400;      // lines in all
constexpr int kLongest = 300;   // characters of one

}  // namespace

RepairBanner::RepairBanner(QWidget* parent)
    : QFrame(parent),
      sentence_(new QLabel(this)),
      preview_(new QuietButton(this)),
      repair_(new QuietButton(this)),
      dismiss_(new QToolButton(this)),
      changes_(new QPlainTextEdit(this)) {
    setObjectName(QStringLiteral("repairBanner"));
    sentence_->setObjectName(QStringLiteral("repairSentence"));
    sentence_->setTextFormat(Qt::PlainText);
    sentence_->setWordWrap(true);
    preview_->setObjectName(QStringLiteral("repairPreview"));
    preview_->setCheckable(true);
    repair_->setObjectName(QStringLiteral("repairButton"));
    repair_->setProminent(true);
    dismiss_->setObjectName(QStringLiteral("repairDismiss"));
    dismiss_->setIcon(icon(QStringLiteral("close"), IconInk::quiet));
    dismiss_->setIconSize({14, 14});
    dismiss_->setAutoRaise(true);
    changes_->setObjectName(QStringLiteral("repairChanges"));
    changes_->setReadOnly(true);
    changes_->setFrameShape(QFrame::NoFrame);
    changes_->setLineWrapMode(QPlainTextEdit::NoWrap);
    changes_->hide();

    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(sentence_, 1);
    row->addWidget(dismiss_, 0, Qt::AlignTop);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->setContentsMargins(0, 2, 0, 2);
    buttons->addWidget(repair_);
    buttons->addWidget(preview_);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 6, 8, 6);
    column->setSpacing(2);
    column->addLayout(row);
    column->addLayout(buttons);
    column->addWidget(changes_);
    connect(preview_, &QToolButton::toggled, this, &RepairBanner::showChanges);
    connect(repair_, &QToolButton::clicked, this, &RepairBanner::repairAsked);
    connect(dismiss_, &QToolButton::clicked, this, &RepairBanner::dismissed);
    say();
    hide();
}

void RepairBanner::offer(const Source& source, std::shared_ptr<const Repaired> repaired) {
    source_ = source;
    repaired_ = std::move(repaired);
    say();
    showChanges(preview_->isChecked());
    show();
}

void RepairBanner::withdraw() {
    repaired_.reset();
    preview_->setChecked(false);
    hide();
}

void RepairBanner::say() {
    const auto offer = repaired_ ? repairOffer(source_, *repaired_) : std::nullopt;
    sentence_->setText(offer ? offer->title : QString());
    sentence_->setToolTip(offer ? (offer->found + offer->doubts).join(QLatin1Char('\n')) : QString());
    preview_->setText(tr("Preview"));
    preview_->setAccessibleName(preview_->text());
    repair_->setText(tr("Repair"));
    repair_->setAccessibleName(repair_->text());
    dismiss_->setToolTip(tr("Leave it as it is"));
    dismiss_->setAccessibleName(dismiss_->toolTip());
    changes_->setAccessibleName(tr("What the repair would change"));
    changes_->setFont(codeFont());
    QPalette palette = changes_->palette();
    palette.setColor(QPalette::Base, mix(ink(Ink::warning), ink(Ink::pane), 0.08));
    changes_->setPalette(palette);
}

void RepairBanner::showChanges(bool shown) {
    changes_->setVisible(shown && repaired_);
    if (!shown || !repaired_) return;
    changes_->clear();
    const std::vector<RepairedLine> lines = repairedLines(source_, *repaired_);
    const auto widest = static_cast<int>(QString::number(lines.empty() ? 1 : lines.back().line).size());
    QTextCursor cursor(changes_->document());
    const auto add = [&](std::uint32_t number, const std::string& text, bool before) {
        QTextCharFormat margin, format;
        margin.setForeground(ink(Ink::quiet));
        format.setForeground(ink(before ? Ink::error : Ink::text));
        format.setFontStrikeOut(before);
        if (!changes_->document()->isEmpty()) cursor.insertBlock();
        const QString digits = number > 0 ? QString::number(number) : QString();
        cursor.insertText(digits.rightJustified(widest) + (before ? QStringLiteral(" \u2212 ") : QStringLiteral(" + ")), margin);
        cursor.insertText(escaped(text).left(kLongest), format);
    };
    for (std::size_t i = 0; i < lines.size() && changes_->blockCount() < kMost; ++i) {
        for (std::size_t k = 0; k < lines[i].before.size(); ++k)
            add(lines[i].line + static_cast<std::uint32_t>(k), lines[i].before[k], true);
        for (const std::string& line : lines[i].after) add(0, line, false);
    }
    changes_->moveCursor(QTextCursor::Start);
    const int shownLines = qBound(1, changes_->blockCount(), kMostLines);
    changes_->setFixedHeight(shownLines * changes_->fontMetrics().lineSpacing() + 12);
}

void RepairBanner::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    const auto type = event->type();
    if (type != QEvent::PaletteChange && type != QEvent::LanguageChange) return;
    say();
    showChanges(preview_->isChecked());
}

void RepairBanner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), mix(ink(Ink::warning), ink(Ink::pane), 0.08));
    paintHairline(painter, rect(), Qt::BottomEdge);
}

}  // namespace backstep
