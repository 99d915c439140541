// SPDX-License-Identifier: GPL-3.0-or-later
// The editor of a formula or a program. It holds no truth of its own: colours, faults, marks and completions are given
// to it, and its history is the document's (its own undo is off). Positions count UTF-16 units from the start.
#pragma once

#include <tuple>

#include <QPlainTextEdit>
#include <QVector>

#include "widgets/codehighlighter.h"
#include "widgets/completionpopup.h"

namespace backstep {

class LineGutter;

class CodeEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    struct Fault {
        int start = 0;
        int length = 0;
        bool isError = true;  // otherwise a warning
        QString message;
    };

    explicit CodeEditor(QWidget* parent = nullptr);

    void replaceAll(const QString& text);  // caret and scroll position stay; edited() is not emitted
    void setColouring(ColouringProvider provider, LineStateProvider states = {});
    void refreshColours() { highlighter_->rehighlight(); }
    void setFaults(const QVector<Fault>& faults);
    void setMark(int start, int length);  // the source of the node at hand
    void clearMark() { setMark(-1, 0); }
    void setLineMark(int position);            // the line that runs at this step; -1: none
    void setHoverMark(int start, int length);  // the source of the node under the mouse
    void clearHoverMark() { setHoverMark(-1, 0); }
    void setCompletions(const QVector<Completion>& completions);
    [[nodiscard]] CompletionPopup* completion() const { return completion_; }
    [[nodiscard]] QRectF markRect() const;  // of its first line, in the viewport; empty when there is no mark

    // Number, top and height of text of each line on screen, for the gutter.
    [[nodiscard]] QVector<std::tuple<int, double, double>> visibleLines() const;
    enum class Taken { Opened, Pasted };
    [[nodiscard]] static QString refusalOf(const QString& text, Taken taken);  // of what the whole text would be; empty: none

public slots:
    void toggleComment();  // of the lines of the selection, or the line at the caret

signals:
    void aboutToPaste();  // the next edited() comes from the clipboard, or a drop
    void edited();
    void caretMoved(int position);
    void hovered(int position);  // -1 when the mouse is over no character

protected:
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    struct Range {
        int start = -1;
        int length = 0;
    };
    void findBrackets();
    void applyAppearanceToText();
    void noticeEdit();
    void refreshSelections();
    void placeGutter();
    bool handleKey(QKeyEvent* event);
    void breakLine();
    void indent(bool deeper);
    bool dedentBackspace();
    void hover(const QPointF& point);
    [[nodiscard]] int positionUnder(const QPointF& point) const;
    [[nodiscard]] QString faultAt(int position) const;
    [[nodiscard]] QVector<QRectF> rectsOf(Range range) const;
    void paintRange(QPainter& painter, Range range, const QColor& fill, const QColor& border) const;

    CodeHighlighter* highlighter_ = nullptr;
    CompletionPopup* completion_ = nullptr;
    LineGutter* gutter_ = nullptr;
    QVector<Fault> faults_;
    Range mark_;
    int lineMark_ = -1;
    Range hoverMark_;
    QVector<Range> brackets_;  // the pair at the caret
    QString seen_;             // the text as last announced: formats change the document too, and are no edits
    int hovered_ = -1;
    bool programmatic_ = false;
    bool tabLeaves_ = false;  // after Esc, Tab moves the focus on
};

}  // namespace backstep
