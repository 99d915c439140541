// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/functionpane.h"

#include <algorithm>
#include <utility>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTextBlock>
#include <QTimer>
#include <QVBoxLayout>

#include "app/codecolours.h"
#include "app/leaves.h"
#include "app/programfaults.h"
#include "app/stepplace.h"
#include "engine/syntax/functions.h"
#include "widgets/appearance.h"
#include "widgets/codeeditor.h"
#include "widgets/functionhelp.h"
#include "widgets/inputspanel.h"
#include "widgets/noticebar.h"
#include "widgets/phrases.h"
#include "widgets/programwords.h"
#include "widgets/punctuation.h"
#include "widgets/quietbutton.h"
#include "widgets/repairbanner.h"
#include "widgets/textpositions.h"

namespace backstep {
namespace {

QVector<Completion> completions() {
    QVector<Completion> all;
    std::string_view op;
    for (const FunctionInfo& f : allFunctions()) {
        if (f.op == op) continue;  // one spelling of each is offered
        op = f.op;
        const QString name = QString::fromUtf8(f.name.data(), static_cast<qsizetype>(f.name.size()));
        if (name.size() < 2) continue;
        QStringList letters{QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")};
        all.append({name, name + QLatin1Char('(') + letters.mid(0, f.most).join(QStringLiteral(", ")) + QLatin1Char(')'), functionHelp(f)});
    }
    return all;
}

}  // namespace

FunctionPane::FunctionPane(Session* session, StepCursor* cursor, QWidget* parent) : QWidget(parent), session_(session), cursor_(cursor) {
    create();
    connectEditor();
    connectInputs();
    connectBanner();
    connectLeaves();
    connect(session_, &Session::changed, this, &FunctionPane::showSession);
    connect(cursor_, &StepCursor::stopChanged, this, &FunctionPane::markStep);
    connect(cursor_, &StepCursor::runChanged, this, &FunctionPane::markStep);
    connect(cursor_, &StepCursor::focusChanged, this, &FunctionPane::markFocus);
    showSession();
}

void FunctionPane::create() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    waiting_ = new NoticeBar(this);
    waiting_->setSentence(tr("This program was opened. It has not run yet."));
    waiting_->hide();
    column->addWidget(waiting_);
    banner_ = new RepairBanner(this);
    column->addWidget(banner_);
    editor_ = new CodeEditor(this);
    editor_->setObjectName(QStringLiteral("editor"));
    editor_->setAccessibleName(tr("Function"));
    editor_->setFrameShape(QFrame::NoFrame);
    editor_->setColouring(formulaColours().lines);
    editor_->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    editor_->setCompletions(completions());
    connect(&programNames_, &ProgramCompletions::ready, this, &FunctionPane::offerNames);
    editor_->setMinimumHeight(40);
    editor_->setMinimumWidth(294);  // px: a textbook formula of thirty signs stays on its line
    column->addWidget(editor_, 1);

    message_ = new QLabel(this);
    message_->setObjectName(QStringLiteral("message"));
    message_->setTextFormat(Qt::PlainText);
    message_->setWordWrap(true);
    message_->setContentsMargins(14, 4, 14, 4);
    message_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    message_->hide();
    column->addWidget(message_);

    fixes_ = new QWidget(this);
    fixes_->setObjectName(QStringLiteral("fixes"));
    fixRow_ = new QHBoxLayout(fixes_);
    fixRow_->setContentsMargins(14, 0, 10, 8);
    fixes_->hide();
    column->addWidget(fixes_);

    inputs_ = new InputsPanel(this);
    inputs_->setObjectName(QStringLiteral("inputs"));
    column->addWidget(inputs_);
    differing_ = new NoticeBar(this);
    differing_->setObjectName(QStringLiteral("differing"));
    differing_->hide();
    column->addWidget(differing_);
}

void FunctionPane::connectEditor() {
    connect(editor_, &CodeEditor::aboutToPaste, this, [this] { pasting_ = true; });
    connect(editor_, &CodeEditor::edited, this, &FunctionPane::takeText);
    connect(editor_, &CodeEditor::caretMoved, this, &FunctionPane::focusAt);
    connect(editor_, &CodeEditor::hovered, this, &FunctionPane::focusAt);
}

void FunctionPane::connectInputs() {
    connect(inputs_, &InputsPanel::valueChanged, this, &FunctionPane::setInput);
    connect(inputs_, &InputsPanel::rangeChanged, this, [this](const QString& name, double minimum, double maximum) {
        SessionState next = session_->state();
        next.inputs[name].minimum = minimum;
        next.inputs[name].maximum = maximum;
        session_->change(next, tr("Change the range of %1").arg(name));
    });
    connect(inputs_, &InputsPanel::plotOverChanged, this, [this](const QString& name) {
        SessionState next = session_->state();
        next.plotOver = name;
        session_->change(next, tr("Plot over %1").arg(name));
    });
    connect(inputs_, &InputsPanel::elementAsked, this,
            [this](const QString& whole, const QString& index, bool* taken) { *taken = pickElement(whole, index); });
}

void FunctionPane::connectBanner() {
    connect(banner_, &RepairBanner::repairAsked, this, [this] {
        if (!banner_->repaired() || !shown_ || shown_->source.text() != session_->state().text.toStdString()) return;
        SessionState next = session_->state();
        next.text = QString::fromStdString(banner_->repaired()->text);
        session_->change(next, tr("Repair the paste"));
        editor_->setFocus();
    });
    connect(banner_, &RepairBanner::dismissed, this, [this] {
        banner_->withdraw();
        emit repairDismissed();
    });
}

void FunctionPane::setInput(const QString& name, double value, bool finished) {
    if (session_->isProgram()) {
        const QVector<LeafRow> rows = leafRowsNow();
        if (const LeafRow* row = rowNamed(rows, name)) setLeaf(row->key, row->element, name, value, finished);
        return;
    }
    SessionState next = session_->state();
    next.inputs[name].value = value;
    session_->change(next, tr("Change %1").arg(name), QStringLiteral("input ") + name, finished);
}

void FunctionPane::setLeaf(const LeafKey& leaf, std::size_t element, const QString& name, double value, bool finished) {
    if (!leavesOf_) return;
    SessionState next = session_->state();
    next.leaves = withLeafValue(next.leaves, *leavesOf_, {leaf, element}, value);
    session_->change(next, tr("Change %1").arg(name), QStringLiteral("input ") + name, finished);
}

// Values that were set by hand are marked; they go into the text, or away, when asked to.
void FunctionPane::connectLeaves() {
    write_ = new QAction(tr("Write into Text"), this);
    write_->setObjectName(QStringLiteral("actionWriteLeaves"));
    write_->setToolTip(tr("Put these values in the place of those in the text"));
    connect(write_, &QAction::triggered, this, &FunctionPane::writeLeaves);
    auto* reset = new QAction(tr("Reset"), this);
    reset->setObjectName(QStringLiteral("actionResetLeaves"));
    reset->setToolTip(tr("Back to the values in the text"));
    connect(reset, &QAction::triggered, this, [this] {
        SessionState next = session_->state();
        next.leaves.clear();
        session_->change(next, tr("Reset the values"));
    });
    differing_->addAction(write_);
    differing_->addAction(reset);
}

void FunctionPane::writeLeaves() {
    const auto& run = cursor_->snapshot();
    if (!run || run->source.text() != session_->state().text.toStdString()) return;
    const auto written = textWithLeaves(*run, session_->state().leaves);
    if (!written) return;
    SessionState next = session_->state();
    next.text = written->text;
    next.leaves = written->left;
    session_->change(next, tr("Write the values into the text"));
}

// Of a large leaf the number that was picked; before, the one that the plot runs over.
QVector<LeafRow> FunctionPane::leafRowsNow() const {
    if (!leavesOf_) return {};
    ElementPicks picks = picks_;
    const auto over = leafNamed(*leavesOf_, session_->state().plotOver);
    for (const LeafRow& row : leafRows(*leavesOf_, {})) {
        if (over && !row.whole.isEmpty() && row.key == over->key && !picks.contains(row.whole)) picks[row.whole] = over->element;
    }
    return leafRows(*leavesOf_, session_->state().leaves, picks);
}

// "[3, 0]", "3, 0" or "3,0". The rows are made anew once the question is closed, which is asked from one of them.
bool FunctionPane::pickElement(const QString& whole, QString index) {
    index = index.trimmed();
    if (!index.startsWith(QLatin1Char('['))) index = QLatin1Char('[') + index + QLatin1Char(']');
    const auto place = leavesOf_ ? leafNamed(*leavesOf_, whole + index) : std::nullopt;
    if (!place) return false;
    const QVector<LeafRow> before = leafRowsNow();
    const bool plotted = std::any_of(before.begin(), before.end(), [&](const LeafRow& row) {
        return row.whole == whole &&
               (row.name == session_->state().plotOver || (plotted_ && plotted_->key == row.key && plotted_->element == row.element));
    });
    picks_[whole] = place->element;
    QTimer::singleShot(0, this, [this, whole, plotted] {
        const QVector<LeafRow> rows = leafRowsNow();
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const LeafRow& r) { return r.whole == whole; });
        if (row == rows.end()) return;
        if (!plotted) return showLeaves();
        SessionState next = session_->state();
        next.plotOver = row->name;
        session_->change(next, tr("Plot over %1").arg(row->name));
    });
    return true;
}

// One row a number of the last good run's leaves.
void FunctionPane::showLeaves() {
    const auto& run = shown_ && shown_->isProgram() && shown_->report && shown_->program.ok() ? shown_ : cursor_->snapshot();
    leavesOf_ = run && run->isProgram() && run->report ? std::shared_ptr<const ProgramReport>(run, &*run->report) : nullptr;
    if (session_->waitsForRun()) leavesOf_.reset();
    const SessionState& state = session_->state();
    const QVector<LeafRow> leaves = leafRowsNow();
    const LeafRow* chosen = rowNamed(leaves, state.plotOver);
    if (chosen == nullptr) chosen = plotted_ ? rowOf(leaves, plotted_->key, plotted_->element) : nullptr;
    QVector<InputRow> rows;
    for (const LeafRow& leaf : leaves) {
        const InputSetting setting = session_->input(leaf.name);
        rows.append({leaf.name, leaf.value, setting.minimum, setting.maximum, &leaf == chosen, leaf.differs, leaf.whole});
    }
    inputs_->setInputs(rows);
    inputs_->setVisible(!rows.isEmpty());
    showDiffering();
}

void FunctionPane::showDiffering() {
    const SessionState& state = session_->state();
    differing_->setVisible(session_->isProgram() && !state.leaves.isEmpty());
    if (state.leaves.isEmpty()) return;
    const auto lost = leavesOf_ ? static_cast<int>(leavesOf_->unmetOverrides.size()) : 0;
    QString sentence = tr("%n leaf(s) with other values than in the text.", nullptr, static_cast<int>(state.leaves.size()));
    if (lost > 0) sentence = sentencesOf({sentence, tr("%n of them the program no longer makes.", nullptr, lost)});
    differing_->setSentence(sentence);
    const auto& run = cursor_->snapshot();
    write_->setVisible(run && run->source.text() == state.text.toStdString() && textWithLeaves(*run, state.leaves));
}

void FunctionPane::setPlotted(const std::optional<LeafPlace>& place) {
    plotted_ = place;
    if (session_->isProgram()) showLeaves();
}

// Typing is one gesture until a word ends: undo gives back words, not letters.
void FunctionPane::takeText() {
    SessionState next = session_->state();
    const QString text = editor_->toPlainText();
    const bool wordEnds = text.size() <= next.text.size() || text.endsWith(QLatin1Char(' ')) || text.endsWith(QLatin1Char('\n'));
    const bool paste = std::exchange(pasting_, false);
    if (paste) emit pasted();
    next.text = text;
    session_->change(next, paste ? tr("Paste") : tr("Typing"), paste ? QString() : QStringLiteral("text"), wordEnds);
}

void FunctionPane::showKind() {
    if (session_->state().kind == shownKind_) return;
    shownKind_ = session_->state().kind;
    const bool program = session_->isProgram();
    inputs_->setRoom(program ? 5 : 8);  // a program needs the room for itself
    editor_->setAccessibleName(program ? tr("Program") : tr("Function"));
    const CodeColours colours = program ? programColours(editor_->document()) : formulaColours();
    editor_->setColouring(colours.lines, colours.states);
    editor_->setLineWrapMode(program ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);  // the lines of a program mean something
    editor_->setFaults({});
    inputs_->setVisible(!program);
    leavesOf_.reset();
    ownNames_.clear();
    if (program) programNames_.prepare();
    offerNames();
}

// What can be completed: the functions of a formula, or what the interpreter knows and the program has named.
void FunctionPane::offerNames() {
    if (!session_->isProgram()) return editor_->setCompletions(completions());
    if (programNames_.isReady()) editor_->setCompletions(programNames_.withNames(ownNames_));
}

void FunctionPane::goToLine(int line) {
    const QTextBlock block = editor_->document()->findBlockByNumber(line - 1);
    if (!block.isValid()) return;
    editor_->setTextCursor(QTextCursor(block));
    editor_->centerCursor();
    editor_->setFocus();
}

void FunctionPane::setRunAction(QAction* run) { waiting_->addAction(run); }

void FunctionPane::showWaiting() { waiting_->setVisible(session_->waitsForRun()); }

void FunctionPane::showSession() {
    showKind();
    showWaiting();
    if (editor_->toPlainText() != session_->state().text) editor_->replaceAll(session_->state().text);
    showInputs();
    markStep();  // a mark belongs to the text that ran
    markFocus();
}

void FunctionPane::showOutcome(const std::shared_ptr<const Snapshot>& snapshot, const std::shared_ptr<const ErrorExplanation>& explanation,
                               const std::shared_ptr<const Repaired>& repaired) {
    shown_ = snapshot;
    explanation_ = explanation;
    showWaiting();
    takeNames();
    if (repaired) banner_->offer(snapshot->source, repaired);
    else banner_->withdraw();
    showFaults();
    showInputs();
}

void FunctionPane::takeNames() {
    if (!shown_->report) return;
    QStringList own;
    for (const auto& [name, value] : shown_->report->variables) own.append(QString::fromStdString(name));
    for (const std::string& name : shown_->report->definitions) own.append(QString::fromStdString(name));
    if (own == ownNames_) return;
    ownNames_ = own;
    offerNames();
}

void FunctionPane::showFaults() {
    if (shown_->isProgram()) {
        const ProgramFaults found = programFaults(*shown_);
        editor_->setFaults(found.faults);
        showMessage(found.message, found.isError);
        return showErrorFixes();
    }
    QVector<CodeEditor::Fault> faults;
    const Diagnostic* first = nullptr;
    const TextPositions positions(shown_->source.text());
    for (const Diagnostic& d : shown_->diagnostics) {
        if (first == nullptr) first = &d;
        EditorRange range = positions.toEditor(d.span);
        if (range.length == 0) range.length = 1;
        faults.append({range.start, range.length, d.isError(), sentence(d)});
    }
    editor_->setFaults(faults);
    if (first != nullptr) {
        const QString more = help(*first);
        showMessage(more.isEmpty() ? sentence(*first) : sentence(*first) + QLatin1Char('\n') + more, first->isError());
    } else {
        showMessage({}, false);
    }
    showFixes(first);
}

void FunctionPane::showMessage(const QString& text, bool isError) {
    message_->setVisible(!text.isEmpty());
    if (text.isEmpty()) return;
    message_->setText(text);
    QPalette palette = message_->palette();
    palette.setColor(QPalette::WindowText, ink(isError ? Ink::error : Ink::warning));
    message_->setPalette(palette);
}

void FunctionPane::clearFixes() {
    while (QLayoutItem* item = fixRow_->takeAt(0)) {
        if (item->widget() != nullptr) item->widget()->deleteLater();
        delete item;
    }
}

void FunctionPane::showFixes(const Diagnostic* diagnostic) {
    clearFixes();
    const bool any = diagnostic != nullptr && !diagnostic->fixes.empty();
    fixes_->setVisible(any);
    if (!any) return;
    for (const Fix& fix : diagnostic->fixes) {
        auto* button = new QuietButton(fixTitle(*diagnostic, fix), fixes_);
        button->setObjectName(QStringLiteral("fix"));
        button->setProminent(true);
        button->setAccessibleName(button->text());
        connect(button, &QToolButton::clicked, this, [this, fix] { applyFix(fix); });
        fixRow_->addWidget(button);
    }
    fixRow_->addStretch(1);
}

// The first is the one to offer where there is little room; the output has all.
void FunctionPane::showErrorFixes() {
    clearFixes();
    const bool any = explanation_ && !explanation_->fixes.empty();
    fixes_->setVisible(any);
    if (!any) return;
    auto* button = new QuietButton(errorFixTitle(explanation_->fixes.front()), fixes_);
    button->setObjectName(QStringLiteral("fix"));
    button->setProminent(true);
    connect(button, &QToolButton::clicked, this, [this, fix = explanation_->fixes.front()] { applyErrorFix(fix); });
    fixRow_->addWidget(button);
    fixRow_->addStretch(1);
}

void FunctionPane::applyErrorFix(const ErrorFix& fix) {
    SessionState next = session_->state();
    if (!shown_ || shown_->source.text() != next.text.toStdString()) return;  // it belongs to another text
    next.text = QString::fromStdString(applied(fix, shown_->source.text()));
    session_->change(next, errorFixTitle(fix));
    editor_->setFocus();
}

void FunctionPane::applyFix(const Fix& fix) {
    SessionState next = session_->state();
    const EditorRange range = TextPositions(next.text.toStdString()).toEditor(fix.span);
    next.text.replace(range.start, range.length, QString::fromStdString(fix.text));
    session_->change(next, tr("Apply the suggestion"));
    editor_->setFocus();
}

// One row an input of the last good run; the session remembers values of names that come and go.
void FunctionPane::showInputs() {
    if (session_->isProgram()) return showLeaves();
    differing_->hide();
    const auto& run = shown_ && shown_->ok() ? shown_ : cursor_->snapshot();
    if (!run || run->isProgram()) return;
    QVector<InputRow> rows;
    const SessionState& state = session_->state();
    for (const NodeId id : run->recording.inputs) {
        const QString name = QString::fromStdString(run->recording.tape.nameOf(id));
        const InputSetting setting = session_->input(name);
        rows.append({name, setting.value, setting.minimum, setting.maximum,
                     name == state.plotOver || (state.plotOver.isEmpty() && rows.isEmpty())});
    }
    inputs_->setInputs(rows);
}

void FunctionPane::markStep() {
    const auto& run = cursor_->snapshot();
    if (!run || run->source.text() != editor_->toPlainText().toStdString()) {
        editor_->setLineMark(-1);
        return editor_->clearMark();
    }
    const StepPlace place = placeOfStep(run->recording, cursor_->state()->timeline(), cursor_->stop());
    const TextPositions positions(run->source.text());
    editor_->setLineMark(run->isProgram() && place.line ? positions.toEditor(*place.line).start : -1);
    if (!place.mark) return editor_->clearMark();
    const EditorRange range = positions.toEditor(*place.mark);
    editor_->setMark(range.start, range.length);
}

void FunctionPane::markFocus() {
    const auto& run = cursor_->snapshot();
    const NodeId node = cursor_->focus();
    if (!run || !node.valid() || run->source.text() != editor_->toPlainText().toStdString()) return editor_->clearHoverMark();
    const EditorRange range = TextPositions(run->source.text()).toEditor(run->recording.tape.origin(node).span);
    editor_->setHoverMark(range.start, range.length);
}

// The narrowest node of the forward pass whose text holds the position.
void FunctionPane::focusAt(int position) {
    const auto& run = cursor_->snapshot();
    if (!run || position < 0 || run->source.text() != editor_->toPlainText().toStdString()) return cursor_->setFocus(NodeId());
    const std::uint32_t at = TextPositions(run->source.text()).toEngine(position);
    NodeId best;
    Span narrowest;
    for (const GraphNode& node : run->graph.nodes) {
        const Span span = run->recording.tape.origin(node.node).span;
        if (!span.contains(at) || span.empty()) continue;
        if (best.valid() && span.end - span.begin >= narrowest.end - narrowest.begin) continue;
        best = node.node;
        narrowest = span;
    }
    cursor_->setFocus(best);
}

void FunctionPane::changeEvent(QEvent* event) {
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange) && shown_) showFaults();
    if (event->type() == QEvent::LanguageChange && editor_ != nullptr) {
        offerNames();
        showDiffering();
    }
    QWidget::changeEvent(event);
}

}  // namespace backstep
