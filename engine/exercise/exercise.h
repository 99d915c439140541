// SPDX-License-Identifier: GPL-3.0-or-later
// An exercise as its file says it, before anything was run: pages of prose, what the app shows, what it asks.
// A file from a stranger can do nothing but be wrong: reading runs nothing, and everything is bounded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/exercise/fault.h"
#include "engine/tape/log.h"

namespace backstep::exercise {

inline constexpr std::int64_t kFormatVersion = 1;
inline constexpr std::size_t kMaxFileBytes = 1 << 20;
inline constexpr std::size_t kMaxTitle = 200;    // characters
inline constexpr std::size_t kMaxText = 20'000;  // bytes of one text of a block
inline constexpr std::size_t kMaxTasks = 200;
inline constexpr std::size_t kMaxPages = 100;
inline constexpr std::size_t kMaxList = 100;  // hints, options, recognised wrong answers …

// A text in one or several languages; "" stands for all of them.
struct Text {
    std::vector<std::pair<std::string, std::string>> in;
    [[nodiscard]] bool empty() const { return in.empty(); }
    [[nodiscard]] const std::string& of(std::string_view language) const;  // else English, else the first
};

// Something that is computed or run, and where it stands in the file.
struct Written {
    std::string text;
    Span span;
    [[nodiscard]] bool given() const { return !text.empty(); }
};

// A name that the file may use as {{name}}: drawn from the student's seed, or computed from those before it.
struct ValueRule {
    std::string name;
    Span span;
    double from = 0, to = 0, step = 1;  // drawn from a range
    std::vector<std::string> choices;   // or from a list of numbers and words
    Written compute;                    // or computed
    std::vector<std::string> unequal;   // numbers, or earlier names, whose value it must not have
};

// Which step of a run is meant.
struct StepQuery {
    std::string kind;      // seed, contribution, recorded, accumulated, freed, zeroed, changed, detached, raised, printed, line
    Written node, from;    // of a contribution: to `node`, from `from`
    std::string text;      // of a line: its text; of what was printed: a part of it
    std::int64_t nth = 1;  // −1: the last; 0: any of them
    Span span;
};

// What the app shows beside the page.
struct Show {
    Written formula, program;
    std::vector<std::pair<std::string, Written>> at;
    SweepMode mode = SweepMode::Reverse;
    std::string seedInput;
    std::optional<StepQuery> step;
    Span span;
};

// A property that a changed program or formula must have; every key that is given must hold.
struct Property {
    std::optional<Written> prints, printsPart;     // the whole output, trimmed at its end; a part of it
    std::optional<bool> fails;                     // false: it must run to its end
    std::string error;                             // the type of the error that must end it
    Written variable, equals;                      // a variable and what its numbers must be, as an expression
    bool gradient = false;                         // not the variable itself but its .grad
    Written draws;                                 // an expression in x: a curve that the program must draw
    std::vector<Written> runs, skips, has, lacks;  // lines that must run or not run; parts of the text
    std::vector<Written> hasOne;                   // one of these parts at least
    Text reply;                                    // to one who does not meet it
    Span span;
};

struct Wrong {      // a wrong answer that is recognised
    Written value;  // an expression; of a choice the option is its own
    Written cell;   // of a sweep: the node; of a table: "row,column"
    std::optional<StepQuery> step;
    std::optional<Property> when;    // of a program
    Written sample;                  // of a program or of free text: one that is recognised
    std::vector<std::string> words;  // of free text
    Text reply;
    Span span;
};

struct Option {
    Text text, reply;
    bool right = false;
    Span span;
};

struct Cell {
    Text shown;     // given to the reader,
    Written asked;  // or asked
};
struct Row {
    Text head;
    std::vector<Cell> cells;
    Span span;
};

// clang-format off
enum class TaskType : std::uint8_t { Number, Expression, Choice, Choices, Adjoint, Tangent, Partial, Sweep, Program, Step, Table, FreeText };
// clang-format on
[[nodiscard]] const char* nameOf(TaskType type);  // as the file writes it

struct Walk {  // one stop of "show me"
    StepQuery step;
    Text say;
};

struct Task {
    std::string id;
    TaskType type = TaskType::Number;
    Span span, idSpan;
    Text prompt, explanation, model;
    std::vector<Text> hints;
    std::vector<Wrong> wrong;
    std::vector<Walk> walk;
    std::size_t show = 0;                            // index of shows + 1; 0: nothing is shown
    Written answer;                                  // number, expression
    std::optional<double> tolerance;                 // relative
    std::vector<std::string> names;                  // of an expression
    std::optional<std::pair<double, double>> range;  // of an expression: where it is tried
    std::vector<Option> options;
    bool shuffle = true;
    Written node, by;            // adjoint, tangent; partial: ∂node/∂by
    std::vector<Written> nodes;  // of a sweep; empty: all of it
    std::vector<Property> properties;
    Written solution;  // of a program
    std::optional<StepQuery> step;
    std::vector<Text> columns;
    std::vector<Row> rows;
    std::size_t least = 1;  // of free text: characters
};

struct Piece {
    enum class Kind : std::uint8_t { Prose, Show, Task };
    Kind kind = Kind::Prose;
    std::string language;   // of prose; empty: all
    std::string prose;      // Markdown
    std::size_t index = 0;  // of shows or tasks
    Span span;
    std::size_t show = 0;  // what is shown there: index of shows + 1
};
struct Page {
    std::vector<Piece> pieces;
};

struct Exercise {
    std::string id;
    Text title, about;
    std::int64_t level = 1;
    std::int64_t order = 0;
    std::vector<ValueRule> values;
    std::vector<Page> pages;
    std::vector<Show> shows;
    std::vector<Task> tasks;
};

struct Read {
    Exercise exercise;
    Faults faults;
    [[nodiscard]] bool ok() const { return !hasErrors(faults); }
};

// Whether a text means to be an exercise: its front matter begins it and names the format.
[[nodiscard]] bool isExercise(std::string_view text);
// Never fails: what could be read, and what is wrong with the rest.
[[nodiscard]] Read readExercise(const Source& source);

}  // namespace backstep::exercise
