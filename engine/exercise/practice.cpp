// SPDX-License-Identifier: GPL-3.0-or-later
// A formula is grown from its inputs: each new piece takes earlier ones, so that operands come to be shared. One whose
// numbers are ugly, or whose adjoint is 0, is thrown away and the next is grown.
#include "engine/exercise/practice.h"

#include <array>
#include <cmath>

#include "engine/exercise/fields.h"

namespace backstep::exercise {
namespace {

constexpr std::string_view kNames = "abcdhk";  // e is a number

struct Grown {
    std::string formula;
    std::vector<std::pair<std::string, double>> at;
};

Grown grow(int difficulty, Stream& stream) {
    static constexpr std::array kInputs{"x", "y", "z"};
    static constexpr std::array kFunctions{"sin", "exp", "tanh", "cos", "sigmoid"};
    Grown out;
    std::vector<std::string> pieces;
    const std::size_t inputs = difficulty == 1 ? 2 : 1 + stream.below(difficulty < 4 ? 2 : 3);
    for (std::size_t i = 0; i < inputs; ++i) {
        const double value = static_cast<double>(stream.below(5)) - (difficulty > 2 ? 2 : -1);
        out.at.emplace_back(kInputs[i], value == 0 ? 0.5 : value);
        pieces.emplace_back(kInputs[i]);
    }
    std::vector<std::string> lines;
    const int operations = difficulty + 1;
    for (int i = 0; i < operations; ++i) {
        const std::string a = pieces[i == 0 ? 0 : pieces.size() - 1];  // the newest is always used
        const std::string b = pieces[stream.below(pieces.size())];
        const std::size_t kind = stream.below(difficulty < 2 ? 3 : 5);
        std::string text;
        if (kind == 0) text = a + " * " + b;
        else if (kind == 1) text = a + " + " + b;
        else if (kind == 2) text = a + "^2";
        else if (kind == 3) text = a + " - " + b;
        else text = std::string(kFunctions[stream.below(kFunctions.size())]) + "(" + a + ")";
        if (kind == 3 && a == b) text = a + " * " + b;
        const std::string name(1, kNames[static_cast<std::size_t>(i)]);
        lines.push_back((i + 1 == operations ? std::string("g") : name) + " = " + text);
        pieces.push_back(name);
    }
    for (const std::string& line : lines) out.formula += (out.formula.empty() ? "" : "\n") + line;
    return out;
}

std::shared_ptr<Exercise> asExercise(const Grown& grown, const std::string& node) {
    auto exercise = std::make_shared<Exercise>();
    exercise->id = "practice";
    Show show;
    show.formula = {grown.formula, {}};
    for (const auto& [name, value] : grown.at) show.at.emplace_back(name, Written{plainNumber(value), {}});
    exercise->shows.push_back(show);
    Task task;
    task.id = "adjoint";
    task.type = TaskType::Adjoint;
    task.node = {node, {}};
    task.show = 1;
    exercise->tasks.push_back(task);
    exercise->pages.push_back({{{Piece::Kind::Show, {}, {}, 0, {}, 1}, {Piece::Kind::Task, {}, {}, 0, {}, 1}}});
    return exercise;
}

bool isNice(const Sheet& sheet) {
    if (!sheet.ready() || sheet.expected(0).empty()) return false;
    const double answer = sheet.expected(0).front().value;
    if (!std::isfinite(answer) || answer == 0 || std::fabs(answer) > 200 || std::fabs(answer) < 0.005) return false;
    const Snapshot& run = *sheet.shown(1)->run;
    const double value = run.recording.tape.scalar(run.recording.output);
    return std::isfinite(value) && std::fabs(value) < 1000 && run.graph.nodes.size() > 2;
}

}  // namespace

std::shared_ptr<const Exercise> practiceExercise(int difficulty, std::uint64_t seed) {
    difficulty = std::clamp(difficulty, 1, kHardest);
    Stream stream(seed, "practice " + std::to_string(difficulty));
    for (int attempt = 0; attempt < 100; ++attempt) {
        const Grown grown = grow(difficulty, stream);
        // An input at the far end of the graph, or from the third difficulty on any node but the output.
        std::string node = grown.at[stream.below(grown.at.size())].first;
        if (difficulty > 2 && stream.next() < 0.5) node = std::string(1, kNames[stream.below(static_cast<std::size_t>(difficulty))]);
        auto exercise = asExercise(grown, node);
        if (isNice(Sheet(exercise, 0))) return exercise;
    }
    return asExercise({"g = x * y", {{"x", 2}, {"y", 3}}}, "x");
}

}  // namespace backstep::exercise
