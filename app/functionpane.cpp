// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/functionpane.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "engine/syntax/functions.h"
#include "engine/text/lexer.h"
#include "widgets/appearance.h"
#include "widgets/codeeditor.h"
#include "widgets/functionhelp.h"
#include "widgets/inputspanel.h"
#include "widgets/phrases.h"
#include "widgets/quietbutton.h"
#include "widgets/textpositions.h"

namespace backstep {
namespace {

Colouring::Kind colourOf(const Token& token, bool applied) {
    switch (classOf(token.kind)) {
        case TokenClass::Number: return Colouring::Kind::number;
        case TokenClass::Operator: return Colouring::Kind::op;
        case TokenClass::Keyword: return Colouring::Kind::keyword;
        case TokenClass::Comment: return Colouring::Kind::comment;
        case TokenClass::Fault: return Colouring::Kind::error;
        case TokenClass::Name: return findFunction(token.name) != nullptr && (token.name != "σ" || applied) ? Colouring::Kind::function : Colouring::Kind::name;
        case TokenClass::Text:  // of programs only
        case TokenClass::Plain: break;
    }
    return Colouring::Kind::op;
}

QVector<Colouring> coloursOf(const QString& line) {
    const std::string text = line.toStdString();
    const TextPositions positions(text);
    QVector<Colouring> colours;
    const std::vector<Token> tokens = lexMath(Source(text)).tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (token.span.empty() || classOf(token.kind) == TokenClass::Plain) continue;
        const EditorRange range = positions.toEditor(token.span);
        const bool applied = i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::LeftParen;
        colours.append({range.start, range.length, colourOf(token, applied)});
    }
    if (const auto comment = line.indexOf(QLatin1Char('#')); comment >= 0) {
        colours.append({static_cast<int>(comment), static_cast<int>(line.size() - comment), Colouring::Kind::comment});
    }
    return colours;
}

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
    editor_ = new CodeEditor(this);
    editor_->setObjectName(QStringLiteral("editor"));
    editor_->setAccessibleName(tr("Function"));
    editor_->setFrameShape(QFrame::NoFrame);
    editor_->setColouring([](const QString& line, int) { return coloursOf(line); });
    editor_->setCompletions(completions());
    editor_->setMinimumHeight(40);
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
    fixRow_->setContentsMargins(10, 0, 10, 6);
    fixes_->hide();
    column->addWidget(fixes_);

    inputs_ = new InputsPanel(this);
    inputs_->setObjectName(QStringLiteral("inputs"));
    column->addWidget(inputs_);
}

void FunctionPane::connectEditor() {
    connect(editor_, &CodeEditor::edited, this, &FunctionPane::takeText);
    connect(editor_, &CodeEditor::caretMoved, this, &FunctionPane::focusAt);
    connect(editor_, &CodeEditor::hovered, this, &FunctionPane::focusAt);
}

void FunctionPane::connectInputs() {
    connect(inputs_, &InputsPanel::valueChanged, this, [this](const QString& name, double value, bool finished) {
        SessionState next = session_->state();
        next.inputs[name].value = value;
        session_->change(next, tr("Change %1").arg(name), QStringLiteral("input ") + name, finished);
    });
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
}

// Typing is one gesture until a word ends: undo gives back words, not letters.
void FunctionPane::takeText() {
    SessionState next = session_->state();
    const QString text = editor_->toPlainText();
    const bool wordEnds = text.size() <= next.text.size() || text.endsWith(QLatin1Char(' ')) || text.endsWith(QLatin1Char('\n'));
    next.text = text;
    session_->change(next, tr("Typing"), QStringLiteral("text"), wordEnds);
}

void FunctionPane::showSession() {
    if (editor_->toPlainText() != session_->state().text) editor_->replaceAll(session_->state().text);
    showInputs();
    markStep();  // a mark belongs to the text that ran
    markFocus();
}

void FunctionPane::showOutcome(const std::shared_ptr<const Snapshot>& snapshot) {
    shown_ = snapshot;
    showFaults();
    showInputs();
}

void FunctionPane::showFaults() {
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
    message_->setVisible(first != nullptr);
    if (first != nullptr) {
        const QString more = help(*first);
        message_->setText(more.isEmpty() ? sentence(*first) : sentence(*first) + QLatin1Char('\n') + more);
        QPalette palette = message_->palette();
        palette.setColor(QPalette::WindowText, ink(first->isError() ? Ink::error : Ink::warning));
        message_->setPalette(palette);
    }
    showFixes(first);
}

void FunctionPane::showFixes(const Diagnostic* diagnostic) {
    while (QLayoutItem* item = fixRow_->takeAt(0)) {
        if (item->widget() != nullptr) item->widget()->deleteLater();
        delete item;
    }
    const bool any = diagnostic != nullptr && !diagnostic->fixes.empty();
    fixes_->setVisible(any);
    if (!any) return;
    for (const Fix& fix : diagnostic->fixes) {
        auto* button = new QuietButton(fixTitle(*diagnostic, fix), fixes_);
        button->setObjectName(QStringLiteral("fix"));
        button->setAccessibleName(button->text());
        connect(button, &QToolButton::clicked, this, [this, fix] { applyFix(fix); });
        fixRow_->addWidget(button);
    }
    fixRow_->addStretch(1);
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
    const auto& run = shown_ && shown_->ok() ? shown_ : cursor_->snapshot();
    if (!run) return;
    QVector<InputRow> rows;
    const SessionState& state = session_->state();
    for (const NodeId id : run->recording.inputs) {
        const QString name = QString::fromStdString(run->recording.tape.nameOf(id));
        const InputSetting setting = session_->input(name);
        rows.append({name, setting.value, setting.minimum, setting.maximum, name == state.plotOver || (state.plotOver.isEmpty() && rows.isEmpty())});
    }
    inputs_->setInputs(rows);
}

void FunctionPane::markStep() {
    const auto& run = cursor_->snapshot();
    if (!run || run->source.text() != editor_->toPlainText().toStdString()) return editor_->clearMark();
    const Moment moment = momentAt(run->recording, cursor_->stop());
    const NodeId node = moment.contribution != nullptr ? moment.contribution->node : moment.node;
    if (!moment.event || !node.valid()) return editor_->clearMark();
    const EditorRange range = TextPositions(run->source.text()).toEditor(run->recording.tape.origin(node).span);
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
    QWidget::changeEvent(event);
}

}  // namespace backstep
