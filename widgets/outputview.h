// SPDX-License-Identifier: GPL-3.0-or-later
// What a program printed, with the number of the line that printed it; its warnings; and, at the end, what stopped it.
#pragma once

#include <memory>

#include <QBasicTimer>
#include <QPlainTextEdit>
#include <QVector>

#include "engine/run/explain.h"
#include "widgets/outputtext.h"

class QLabel;
class QScrollArea;

namespace backstep {

class ErrorCard;

// The text. Beside each line stands the program's line that it came from; a click there goes to it. A long text comes in pieces, so
// that the window answers between them.
class OutputPage : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit OutputPage(QWidget* parent = nullptr);
    void setOutput(OutputText output);
    void setPlaceholder(const QString& sentence);  // what an empty page says
    void paintNumbers(QPainter& painter);
    [[nodiscard]] int numbersWidth() const;
    [[nodiscard]] int lineAt(double y) const;  // of the program; 0: none
    [[nodiscard]] int contentHeight() const;

signals:
    void lineActivated(int line);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    class Numbers;
    OutputText output_;
    qsizetype filled_ = 0;  // characters of it that the page has
    QBasicTimer filling_;
    QString sentence_;
    QWidget* numbers_ = nullptr;

    void applyAppearance();
    [[nodiscard]] QString nextPiece();
    void placeNumbers();
    void colourLines();
};

class OutputView : public QWidget {
    Q_OBJECT

public:
    explicit OutputView(QWidget* parent = nullptr);

    // Nothing: no program has run; the sentence says why.
    void setReport(std::shared_ptr<const ProgramReport> report, std::shared_ptr<const ErrorExplanation> explanation,
                   const QString& sentenceWhenEmpty);
    [[nodiscard]] bool hasReport() const { return report_ != nullptr; }
    [[nodiscard]] OutputPage* page() const { return page_; }
    [[nodiscard]] ErrorCard* errorCard() const { return card_; }
    [[nodiscard]] QString everything() const;  // as it was printed, to copy

signals:
    void lineActivated(int line);
    void fixAsked(const backstep::ErrorFix& fix);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    std::shared_ptr<const ProgramReport> report_;
    OutputPage* page_;
    ErrorCard* card_;
    QScrollArea* cardRoom_;

    void showMenu(const QPoint& at);
    void fitPage();
};

}  // namespace backstep
