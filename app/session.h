// SPDX-License-Identifier: GPL-3.0-or-later
// The document: text, inputs, options; and the only holder of an undo history. Everything that changes the document is
// a command that holds values, merges within one gesture, and vanishes when nothing has changed.
#pragma once

#include <map>
#include <string>

#include <QMap>
#include <QObject>
#include <QString>
#include <QUndoStack>
#include <QVector>

#include "engine/engine.h"
#include "engine/layout/layout.h"

namespace backstep {

struct InputSetting {
    double value = 1;
    double minimum = -5;
    double maximum = 5;
    friend bool operator==(const InputSetting&, const InputSetting&) = default;
};

// Other numbers for a leaf of a program, known by the place in the text (UTF-8) that made it and by which time.
struct LeafSetting {
    quint32 begin = 0, end = 0, occurrence = 0;
    QVector<double> values;
    friend bool operator==(const LeafSetting&, const LeafSetting&) = default;
};

// Everything that a document is. Compared by value: a change to an equal one is none.
struct SessionState {
    QString text;
    TextKind kind = TextKind::Formula;  // as it is read; the session finds it out, unless it was chosen
    bool kindChosen = false;
    QMap<QString, InputSetting> inputs;
    QVector<LeafSetting> leaves;  // of a program: those that differ from the text
    QString plotOver;             // the input that the plot runs over; the first one if empty
    double plotFrom = -5;
    double plotTo = 5;
    int plotOrder = 1;  // highest derivative drawn
    SweepMode mode = SweepMode::Reverse;
    QString seedInput;  // forward mode
    Direction direction = Direction::topToBottom;
    bool showConstants = false;
    int graphOrder = 1;                 // of a formula: 1 is f alone, 2 continues its graph by that of f′, 3 by that of f″
    std::map<std::string, bool> folds;  // groups of the graph that the reader folded or opened
    QString more;                       // fields of a file by a later version, as JSON: kept when it is saved again
    friend bool operator==(const SessionState&, const SessionState&) = default;
};

class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(QObject* parent = nullptr);

    [[nodiscard]] const SessionState& state() const { return state_; }
    [[nodiscard]] QUndoStack* history() { return &history_; }
    [[nodiscard]] InputSetting input(const QString& name) const { return state_.inputs.value(name); }

    [[nodiscard]] bool isProgram() const { return state_.kind == TextKind::Program; }

    // A new document: no history. A program that comes from elsewhere waits until its reader runs it.
    enum class Origin : std::uint8_t { Own, Opened };
    void reset(SessionState state, Origin origin = Origin::Own);
    [[nodiscard]] bool waitsForRun() const { return waits_ && isProgram(); }
    void allowRun() { waits_ = false; }
    // One change. `gesture` names what merges: "text", "input x"; an empty one never does. A finished gesture ends.
    void change(SessionState next, const QString& title, const QString& gesture = {}, bool finished = true);

    [[nodiscard]] Request request() const;
    [[nodiscard]] SampleRequest sampleRequest() const;

signals:
    void changed();

private:
    friend class ChangeSession;
    SessionState state_;
    QUndoStack history_;
    int gestureNumber_ = 0;
    bool waits_ = false;

    void apply(const SessionState& state);
    void findKind(SessionState& state) const;
};

}  // namespace backstep
