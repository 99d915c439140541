// SPDX-License-Identifier: GPL-3.0-or-later
// What the person types: the editor, what is wrong with it in words, and the inputs. It changes the session and shows
// the cursor's place in the text.
#pragma once

#include <QWidget>

#include "app/leaves.h"
#include "app/programcompletions.h"
#include "app/session.h"
#include "engine/run/explain.h"
#include "engine/syntax/repair.h"
#include "widgets/stepcursor.h"

class QAction;
class QLabel;
class QHBoxLayout;

namespace backstep {

class CodeEditor;
class InputsPanel;
class NoticeBar;
class RepairBanner;

class FunctionPane : public QWidget {
    Q_OBJECT

public:
    FunctionPane(Session* session, StepCursor* cursor, QWidget* parent = nullptr);

    // What evaluating the session's text gave, good or not; and what could be mended in it.
    void showOutcome(const std::shared_ptr<const Snapshot>& snapshot, const std::shared_ptr<const ErrorExplanation>& explanation = nullptr,
                     const std::shared_ptr<const Repaired>& repaired = nullptr);
    [[nodiscard]] CodeEditor* editor() const { return editor_; }
    void goToLine(int line);          // 1 is the first
    void setRunAction(QAction* run);  // offered over a program that waits for it
    void showWaiting();
    // An input of the formula by its name; a number of a leaf of the program by its place.
    void setInput(const QString& name, double value, bool finished);
    void setPlotted(const std::optional<LeafPlace>& place);  // which number of the program the plot runs over
    void setLeaf(const LeafKey& leaf, std::size_t element, const QString& name, double value, bool finished);
    void applyErrorFix(const ErrorFix& fix);  // of the program that is shown, as one change

signals:
    void pasted();  // just before the session changes
    void repairDismissed();

protected:
    void changeEvent(QEvent* event) override;

private:
    Session* session_;
    StepCursor* cursor_;
    std::shared_ptr<const Snapshot> shown_;
    std::shared_ptr<const ErrorExplanation> explanation_;
    CodeEditor* editor_ = nullptr;
    QLabel* message_ = nullptr;
    QWidget* fixes_ = nullptr;
    QHBoxLayout* fixRow_ = nullptr;
    InputsPanel* inputs_ = nullptr;
    RepairBanner* banner_ = nullptr;
    NoticeBar* differing_ = nullptr;  // leaves that have other numbers than the text says
    QAction* write_ = nullptr;
    std::optional<LeafPlace> plotted_;
    ElementPicks picks_;                             // of large leaves: which number has the row
    std::shared_ptr<const ProgramReport> leavesOf_;  // whose leaves have rows
    NoticeBar* waiting_ = nullptr;
    bool pasting_ = false;
    ProgramCompletions programNames_;
    QStringList ownNames_;  // of the program, as completed now
    TextKind shownKind_ = TextKind::Formula;

    void create();
    void connectEditor();
    void connectInputs();
    [[nodiscard]] QVector<LeafRow> leafRowsNow() const;
    bool pickElement(const QString& whole, QString index);
    void connectBanner();
    void takeText();
    void showSession();
    void showKind();
    void showFaults();
    void showMessage(const QString& text, bool isError);
    void showFixes(const Diagnostic* diagnostic);
    void showErrorFixes();
    void clearFixes();
    void showInputs();
    void showLeaves();
    void showDiffering();
    void connectLeaves();
    void writeLeaves();
    void offerNames();
    void takeNames();
    void markStep();
    void markFocus();
    void focusAt(int position);
    void applyFix(const Fix& fix);
};

}  // namespace backstep
