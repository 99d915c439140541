// SPDX-License-Identifier: GPL-3.0-or-later
// An exercise made out for one student: values drawn, what is shown run, answers computed. Judges what the student gives.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

#include "engine/exercise/scope.h"

namespace backstep::exercise {

inline constexpr std::size_t kMaxAnswer = 2000;              // bytes of a typed answer
inline constexpr std::size_t kMaxAnswerProgram = 64 * 1024;  // of a program or of free text

// What a student gives. A sweep and a table have cells: by the node's name, by "row,column" counted from 1.
struct Answer {
    std::string text;
    std::map<std::string, std::string> cells;
    friend bool operator==(const Answer&, const Answer&) = default;
};

// Mistakes that need no author to recognise them. Said in widgets/exercisewords.cpp.
enum class Mistake : std::uint8_t {
    // clang-format off
    None, Empty, TooLong, NotANumber, NotAnExpression, UnknownName, NotANode,          // what was typed cannot be read
    MoreDigits, Sign, MissedTerm, OneTermTwice, ForgotUpstream, ForgotLocal, GaveValue, GaveAdjoint,
    NotAnOption, OneOption, SomeMissing, SomeTooMuch,
    CellsMissing, NotAStep, StepBefore, StepAfter,
    ProgramFails, ProgramLimit, ProgramRuns, OtherError, OtherOutput, LacksOutput, NoVariable, NoGradient, OtherNumbers,
    LineNotRun, LineRun, TextLacks, TextHas, NoCurve
    // clang-format on
};

struct Verdict {
    enum class Kind : std::uint8_t { Wrong, Right, Compare, Unreadable };  // compare: free text, beside the model answer
    Kind kind = Kind::Wrong;
    const Text* reply = nullptr;  // the author's, to this mistake
    Span replySpan;
    Mistake mistake = Mistake::None;
    std::vector<std::string> arguments;
    std::map<std::string, bool> cells;
    [[nodiscard]] bool right() const { return kind == Kind::Right; }
};

struct Shown {
    std::string text;
    bool program = false;
    FormulaInputs inputs;
    SweepMode mode = SweepMode::Reverse;
    std::string seedInput;
    std::shared_ptr<const Snapshot> run;
    std::optional<std::size_t> stop;  // where it opens
};

struct Expected {      // one number that is asked
    std::string name;  // of the cell; empty where there is only one
    double value = 0;
    Span span;
};

class Sheet {
public:
    // Runs what is to be shown, within limits; may take a second. A stopped one is not ready.
    Sheet(std::shared_ptr<const Exercise> exercise, std::uint64_t seed, const std::stop_token& stop = {});

    [[nodiscard]] bool ready() const { return ready_; }
    [[nodiscard]] const Exercise& exercise() const { return *exercise_; }
    [[nodiscard]] std::uint64_t seed() const { return seed_; }
    [[nodiscard]] const Faults& faults() const { return faults_; }  // of computing, in the file's spans
    [[nodiscard]] const Shown* shown(std::size_t show) const;       // index + 1, as pieces and tasks have it; null: nothing

    [[nodiscard]] Verdict judge(std::size_t task, const Answer& answer, const std::stop_token& stop = {}) const;
    [[nodiscard]] Answer model(std::size_t task, std::string_view language) const;

    // A text with its {{…}}: {{given}} is what the student gave, {{answer}} the right answer.
    [[nodiscard]] std::string prose(const std::string& text, std::size_t show, Span span = {}, Faults* faults = nullptr) const;
    [[nodiscard]] std::string said(const Text& text, std::size_t task, std::string_view language, const Answer* given = nullptr,
                                   Faults* faults = nullptr) const;

    [[nodiscard]] std::vector<std::size_t> optionOrder(std::size_t task) const;  // as this student sees them
    [[nodiscard]] const std::vector<Expected>& expected(std::size_t task) const { return tasks_[task].expected; }
    [[nodiscard]] const std::vector<std::size_t>& stops(std::size_t task) const { return tasks_[task].stops; }  // of a step task
    // The stops of "show me": the author's, else the contributions that the answer is made of, else the whole run.
    [[nodiscard]] std::vector<std::pair<std::size_t, const Text*>> walk(std::size_t task) const;
    [[nodiscard]] const std::vector<std::size_t>& wrongStops(std::size_t task, std::size_t wrong) const {
        return tasks_[task].wrongStops[wrong];
    }
    [[nodiscard]] std::string expression(const Written& expression, std::size_t show) const;  // with this student's numbers
    [[nodiscard]] std::string exact(const Written& text) const;                               // of a program: {{…}} filled
    [[nodiscard]] std::optional<double> wrongValue(std::size_t task, std::size_t wrong) const { return tasks_[task].wrongValues[wrong]; }

private:
    struct Made {
        std::vector<Expected> expected;
        std::vector<std::optional<double>> wrongValues;
        std::vector<std::size_t> stops;
        std::vector<std::vector<std::size_t>> wrongStops;
        std::shared_ptr<const Formula> right;
        std::vector<std::shared_ptr<const Formula>> wrongFormulas;
        std::string solution;
    };
    std::shared_ptr<const Exercise> exercise_;
    std::uint64_t seed_ = 0;
    bool ready_ = false;
    Faults faults_;
    Drawn drawn_;
    std::vector<Shown> shows_;
    std::vector<Made> tasks_;

    [[nodiscard]] Scope scope(std::size_t show) const;
    void makeShow(const Show& show, const std::stop_token& stop);
    void makeTask(const Task& task);
    void makeSweep(const Task& task, Made& made);
    void makeExpression(const Task& task, Made& made);
    void makeWrong(const Task& task, Made& made);
    [[nodiscard]] std::vector<std::size_t> stopsOf(const StepQuery& query, std::size_t show, Faults& faults) const;
    void ask(const Task& task, Made& made, const std::string& quantityName, const std::vector<std::string>& arguments, Span span);

    [[nodiscard]] Verdict judgeNumber(const Task& task, const Made& made, const Answer& answer) const;
    [[nodiscard]] Verdict judgeCells(const Task& task, const Made& made, const Answer& answer) const;
    [[nodiscard]] Verdict judgeExpression(const Task& task, const Made& made, const Answer& answer) const;
    [[nodiscard]] Verdict judgeOptions(const Task& task, std::size_t index, const Answer& answer) const;
    [[nodiscard]] Verdict judgeStep(const Task& task, const Made& made, const Answer& answer) const;
    [[nodiscard]] Verdict judgeProgram(const Task& task, const Answer& answer, const std::stop_token& stop) const;
    [[nodiscard]] Verdict judgeText(const Task& task, const Answer& answer) const;
    [[nodiscard]] Mistake usualMistake(const Task& task, double given, double right) const;
    friend class ProgramJudge;
};

// Whether a number is the one asked: within `tolerance` of it (relative), or, without one, three digits of it; a whole
// number must be met. NaN meets NaN, an infinity the same infinity.
[[nodiscard]] bool meets(double given, double right, std::optional<double> tolerance);

// A number as a student types it: "−0.25", "3/4", "2 ln 2", "inf".
struct Given {
    std::optional<double> value;
    Mistake mistake = Mistake::None;
    std::vector<std::string> arguments;
};
[[nodiscard]] Given readNumber(const std::string& text);

// Limits of every program that an exercise runs, its author's and its student's.
[[nodiscard]] ProgramOptions exerciseLimits();
// The points at which an expression is judged.
[[nodiscard]] std::vector<std::map<std::string, double>> trialPoints(const Task& task);

}  // namespace backstep::exercise
