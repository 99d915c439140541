// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outputview.h"

#include <algorithm>
#include <utility>

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextBlock>
#include <QVBoxLayout>

#include "widgets/appearance.h"
#include "widgets/errorcard.h"

namespace backstep {
namespace {

constexpr int kLeft = 12;
constexpr int kRight = 8;
constexpr int kPiece = 1000;  // lines

}  // namespace

class OutputPage::Numbers : public QWidget {
public:
    explicit Numbers(OutputPage* page) : QWidget(page), page_(page) {
        setObjectName(QStringLiteral("outputNumbers"));
        setMouseTracking(true);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), page_->palette().color(QPalette::Base));
        page_->paintNumbers(painter);
    }
    void mouseMoveEvent(QMouseEvent* event) override {
        setCursor(page_->lineAt(event->position().y()) > 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    }
    void mouseReleaseEvent(QMouseEvent* event) override {
        if (const int line = page_->lineAt(event->position().y()); line > 0) emit page_->lineActivated(line);
    }

private:
    OutputPage* page_;
};

OutputPage::OutputPage(QWidget* parent) : QPlainTextEdit(parent), numbers_(new Numbers(this)) {
    setObjectName(QStringLiteral("outputPage"));
    setFrameShape(QFrame::NoFrame);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setContextMenuPolicy(Qt::CustomContextMenu);
    document()->setDocumentMargin(4);
    connect(this, &QPlainTextEdit::updateRequest, numbers_, qOverload<>(&QWidget::update));
    applyAppearance();
}

void OutputPage::applyAppearance() {
    setFont(codeFont());
    setAccessibleName(tr("Output"));
    placeNumbers();
    colourLines();
}

void OutputPage::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    const auto type = event->type();
    if (numbers_ != nullptr && (type == QEvent::PaletteChange || type == QEvent::ApplicationFontChange || type == QEvent::LanguageChange))
        applyAppearance();
}

void OutputPage::setOutput(OutputText output) {
    const bool same = output.text == output_.text;
    output_ = std::move(output);
    if (!same) {
        filled_ = 0;
        setPlainText(nextPiece());
        if (filled_ < output_.text.size()) filling_.start(0, this);
        else filling_.stop();
    }
    placeNumbers();
    colourLines();
}

// The lines that the page does not have yet, a thousand of them at most, with the end of the line before.
QString OutputPage::nextPiece() {
    const qsizetype from = filled_;
    qsizetype end = from;
    for (int line = 0; line < kPiece && end >= 0; ++line) end = output_.text.indexOf(QLatin1Char('\n'), end + 1);
    filled_ = end < 0 ? output_.text.size() : end;
    return output_.text.mid(from, filled_ - from);
}

void OutputPage::timerEvent(QTimerEvent* event) {
    if (event->timerId() != filling_.timerId()) return QPlainTextEdit::timerEvent(event);
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.insertText(nextPiece());
    if (filled_ < output_.text.size()) return;
    filling_.stop();
    colourLines();
}

void OutputPage::setPlaceholder(const QString& sentence) {
    sentence_ = sentence;
    viewport()->update();
}

void OutputPage::colourLines() {
    QList<QTextEdit::ExtraSelection> selections;
    if (filling_.isActive()) return setExtraSelections(selections);  // what is coloured comes last
    constexpr qsizetype kMost = 500;                                 // warnings beyond stay plain
    for (qsizetype i = output_.lines.size(); i-- > 0 && selections.size() < kMost;) {
        const auto kind = output_.lines[i].kind;
        if (kind != OutputLine::Kind::Warning && kind != OutputLine::Kind::Note) break;
        QTextEdit::ExtraSelection line;
        line.cursor = QTextCursor(document()->findBlockByNumber(static_cast<int>(i)));
        line.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        line.format.setForeground(ink(kind == OutputLine::Kind::Warning ? Ink::warning : Ink::quiet));
        selections.append(line);
    }
    setExtraSelections(selections);
}

int OutputPage::contentHeight() const {
    if (output_.text.isEmpty()) return 0;
    const int bar = horizontalScrollBar()->maximum() > 0 ? horizontalScrollBar()->sizeHint().height() : 0;
    return static_cast<int>(output_.lines.size()) * fontMetrics().lineSpacing() + 12 + bar;
}

int OutputPage::numbersWidth() const {
    int most = 0;
    for (const OutputLine& line : output_.lines) most = qMax(most, line.from);
    if (most == 0) return kLeft;
    return kLeft + kRight + fontMetrics().horizontalAdvance(QLatin1Char('0')) * static_cast<int>(QString::number(most).size());
}

void OutputPage::placeNumbers() {
    const int width = numbersWidth();
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    numbers_->setGeometry(inside.left(), inside.top(), width, inside.height());
    numbers_->update();
}

void OutputPage::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeNumbers();
}

void OutputPage::paintNumbers(QPainter& painter) {
    painter.setFont(font());
    painter.setPen(ink(Ink::faint));
    int last = 0;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > viewport()->height()) break;
        const int number = block.blockNumber() < output_.lines.size() ? output_.lines[block.blockNumber()].from : 0;
        if (number > 0 && number != last)
            painter.drawText(QRectF(0, box.top(), numbers_->width() - kRight, box.height()), Qt::AlignRight | Qt::AlignVCenter,
                             QString::number(number));
        last = number;
    }
}

int OutputPage::lineAt(double y) const {
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > y) break;
        if (y < box.bottom()) return block.blockNumber() < output_.lines.size() ? output_.lines[block.blockNumber()].from : 0;
    }
    return 0;
}

void OutputPage::paintEvent(QPaintEvent* event) {
    QPlainTextEdit::paintEvent(event);
    if (!output_.text.isEmpty() || sentence_.isEmpty()) return;
    QPainter painter(viewport());
    painter.setFont(interfaceFont());
    painter.setPen(ink(Ink::quiet));
    painter.drawText(viewport()->rect().adjusted(2, 4, -12, -4), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, sentence_);
}

OutputView::OutputView(QWidget* parent)
    : QWidget(parent), page_(new OutputPage(this)), card_(new ErrorCard(this)), cardRoom_(new QScrollArea(this)) {
    setObjectName(QStringLiteral("output"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(page_, 100);
    cardRoom_->setObjectName(QStringLiteral("errorRoom"));
    cardRoom_->setFrameShape(QFrame::NoFrame);
    cardRoom_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    cardRoom_->setFocusPolicy(Qt::NoFocus);
    cardRoom_->setWidgetResizable(true);
    cardRoom_->setWidget(card_);
    column->addWidget(cardRoom_);
    column->addStretch(1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    cardRoom_->hide();
    connect(page_, &OutputPage::lineActivated, this, &OutputView::lineActivated);
    connect(card_, &ErrorCard::lineActivated, this, &OutputView::lineActivated);
    connect(card_, &ErrorCard::fixAsked, this, &OutputView::fixAsked);
    connect(page_, &QWidget::customContextMenuRequested, this, &OutputView::showMenu);
}

void OutputView::setReport(std::shared_ptr<const ProgramReport> report, std::shared_ptr<const ErrorExplanation> explanation,
                           const QString& sentenceWhenEmpty) {
    report_ = std::move(report);
    page_->setPlaceholder(sentenceWhenEmpty);
    page_->setOutput(report_ ? outputText(*report_) : OutputText());
    if (report_ && report_->error) card_->setError(*report_->error, std::move(explanation));
    card_->setVisible(report_ && report_->error);
    cardRoom_->setVisible(report_ && report_->error);
    cardRoom_->verticalScrollBar()->setValue(0);
    fitPage();
}

// The error follows what was printed; where much was printed it stays at the bottom, and a few lines stay above it.
void OutputView::fitPage() {
    const bool ends = report_ && report_->error;
    page_->setMaximumHeight(ends ? page_->contentHeight() : QWIDGETSIZE_MAX);
    if (!ends) return;
    const int printed = std::min(page_->contentHeight(), 4 * page_->fontMetrics().lineSpacing());
    const auto tall = [this](int width) { return card_->hasHeightForWidth() ? card_->heightForWidth(width) : card_->sizeHint().height(); };
    const int room = std::max(height() - printed, 60);
    int wanted = tall(width());
    if (wanted > room) wanted = tall(width() - cardRoom_->verticalScrollBar()->sizeHint().width());
    cardRoom_->setFixedHeight(std::min(wanted, room));
}

void OutputView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitPage();
}

void OutputView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange) fitPage();
}

QString OutputView::everything() const { return report_ ? QString::fromStdString(report_->output) : QString(); }

void OutputView::showMenu(const QPoint& at) {
    QMenu menu;
    QAction* copy = menu.addAction(tr("&Copy"), page_, &QPlainTextEdit::copy);
    copy->setEnabled(page_->textCursor().hasSelection());
    QAction* all = menu.addAction(tr("Copy &Everything"), this, [this] { QApplication::clipboard()->setText(everything()); });
    all->setEnabled(!everything().isEmpty());
    menu.exec(page_->mapToGlobal(at));
}

}  // namespace backstep
