// SPDX-License-Identifier: GPL-3.0-or-later
// What the person types: the editor, what is wrong with it in words, and the inputs. It changes the session and shows
// the cursor's place in the text.
#pragma once

#include <QWidget>

#include "app/session.h"
#include "widgets/stepcursor.h"

class QLabel;
class QHBoxLayout;

namespace backstep {

class CodeEditor;
class InputsPanel;

class FunctionPane : public QWidget {
    Q_OBJECT

public:
    FunctionPane(Session* session, StepCursor* cursor, QWidget* parent = nullptr);

    // What evaluating the session's text gave, good or not.
    void showOutcome(const std::shared_ptr<const Snapshot>& snapshot);
    [[nodiscard]] CodeEditor* editor() const { return editor_; }

protected:
    void changeEvent(QEvent* event) override;

private:
    Session* session_;
    StepCursor* cursor_;
    std::shared_ptr<const Snapshot> shown_;
    CodeEditor* editor_ = nullptr;
    QLabel* message_ = nullptr;
    QWidget* fixes_ = nullptr;
    QHBoxLayout* fixRow_ = nullptr;
    InputsPanel* inputs_ = nullptr;

    void create();
    void connectEditor();
    void connectInputs();
    void takeText();
    void showSession();
    void showFaults();
    void showFixes(const Diagnostic* diagnostic);
    void showInputs();
    void markStep();
    void markFocus();
    void focusAt(int position);
    void applyFix(const Fix& fix);
};

}  // namespace backstep
