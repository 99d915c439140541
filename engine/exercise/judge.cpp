// SPDX-License-Identifier: GPL-3.0-or-later
// Judging what a student typed. The order is the same for all: right; a mistake that the author knows; one that everybody
// makes; wrong.
#include <algorithm>
#include <cmath>

#include "engine/autodiff/sweep.h"
#include "engine/base/numbers.h"
#include "engine/exercise/fields.h"
#include "engine/exercise/sheet.h"

namespace backstep::exercise {
namespace {

std::string trimmed(std::string_view text) {
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    return from == std::string_view::npos ? std::string() : std::string(text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1));
}

bool nearly(double a, double b, double tolerance) { return std::fabs(a - b) <= tolerance * std::max(std::fabs(a), std::fabs(b)) + 1e-15; }

Verdict unreadable(Mistake mistake, std::vector<std::string> arguments = {}) {
    Verdict verdict;
    verdict.kind = Verdict::Kind::Unreadable, verdict.mistake = mistake, verdict.arguments = std::move(arguments);
    return verdict;
}

Verdict rightVerdict() {
    Verdict verdict;
    verdict.kind = Verdict::Kind::Right;
    return verdict;
}

Verdict known(const Wrong& wrong) {
    Verdict verdict;
    verdict.reply = &wrong.reply, verdict.replySpan = wrong.span;
    return verdict;
}

Verdict wrongBy(Mistake mistake, std::vector<std::string> arguments = {}) {
    Verdict verdict;
    verdict.mistake = mistake, verdict.arguments = std::move(arguments);
    return verdict;
}

// "a, c", "A C", "1、3" -> places counted from 0; nothing where something else stands there.
std::optional<std::vector<std::size_t>> placesOf(const std::string& text, std::size_t count) {
    std::vector<std::size_t> places;
    std::string word;
    const auto take = [&] {
        if (word.empty()) return true;
        std::size_t place = count;
        if (word.size() == 1 && ((word[0] >= 'a' && word[0] <= 'z') || (word[0] >= 'A' && word[0] <= 'Z')))
            place = static_cast<std::size_t>((word[0] | 0x20) - 'a');
        else if (word.size() <= 3 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }))
            place = static_cast<std::size_t>(std::stoi(word)) - 1;
        word.clear();
        if (place >= count) return false;
        if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
        return true;
    };
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = decodeUtf8(text, at);
        if (c == U' ' || c == U',' || c == U';' || c == U'，' || c == U'、' || c == U'\t') {
            if (!take()) return {};
        } else {
            appendUtf8(word, c);
        }
    }
    return take() && !places.empty() ? std::optional(places) : std::nullopt;
}

}  // namespace

bool meets(double given, double right, std::optional<double> tolerance) {
    if (std::isnan(right)) return std::isnan(given);
    if (std::isinf(right) || !std::isfinite(given)) return given == right;
    if (tolerance) return std::fabs(given - right) <= *tolerance * std::fabs(right) + 1e-15;
    const bool whole =
        std::fabs(right - std::round(right)) <= 1e-9 * std::max(1.0, std::fabs(right)) && std::fabs(right) < 1e9 && std::round(right) != 0;
    return std::fabs(given - right) <= (whole ? 1e-6 : 1e-3) * std::fabs(right) + 1e-15;
}

namespace {

Given readTrimmed(const std::string& text) {
    if (text.empty()) return {{}, Mistake::Empty, {}};
    if (text.size() > kMaxAnswer) return {{}, Mistake::TooLong, {std::to_string(kMaxAnswer)}};
    for (const auto& [word, value] :
         {std::pair("inf", HUGE_VAL), std::pair("+inf", HUGE_VAL), std::pair("∞", HUGE_VAL), std::pair("-inf", -HUGE_VAL),
          std::pair("−∞", -HUGE_VAL), std::pair("-∞", -HUGE_VAL), std::pair("nan", std::nan("")), std::pair("NaN", std::nan(""))}) {
        if (text == word) return {value, Mistake::None, {}};
    }
    const Formula formula(text);
    if (!formula.readable()) return {{}, Mistake::NotANumber, {}};
    if (!formula.names().empty()) return {{}, Mistake::UnknownName, {formula.names().front().substr(0, 60)}};
    const auto value = formula.at({});
    if (!value) return {{}, Mistake::NotANumber, {}};
    return {value, Mistake::None, {}};
}

}  // namespace

Given readNumber(const std::string& text) { return readTrimmed(trimmed(text)); }

std::vector<std::map<std::string, double>> trialPoints(const Task& task) {
    std::vector<std::map<std::string, double>> points;
    constexpr int kPoints = 12;
    Stream stream(1, "trial points");
    for (int i = 0; i < kPoints; ++i) {
        std::map<std::string, double> point;
        for (const std::string& name : task.names) {
            const double t = stream.next();
            // Without a range: half of the points have negative numbers among them, for |x| is not x.
            if (task.range) point[name] = task.range->first + (task.range->second - task.range->first) * t;
            else point[name] = (i % 2 == 1 && stream.next() < 0.7 ? -1 : 1) * (0.3 + 2.2 * t);
        }
        points.push_back(std::move(point));
    }
    return points;
}

Verdict Sheet::judge(std::size_t task, const Answer& answer, const std::stop_token& stop) const {
    using enum TaskType;
    const Task& of = exercise_->tasks.at(task);
    const Made& made = tasks_.at(task);
    std::size_t bytes = answer.text.size();
    for (const auto& [name, text] : answer.cells) bytes += name.size() + text.size();
    const std::size_t most = of.type == Program || of.type == FreeText || !answer.cells.empty() ? kMaxAnswerProgram : kMaxAnswer;
    if (bytes > most) return unreadable(Mistake::TooLong, {std::to_string(most)});
    if (of.type == Sweep || of.type == Table) return judgeCells(of, made, answer);
    if (trimmed(answer.text).empty()) return unreadable(Mistake::Empty);
    switch (of.type) {
        case Expression: return judgeExpression(of, made, answer);
        case Choice:
        case Choices: return judgeOptions(of, task, answer);
        case Step: return judgeStep(of, made, answer);
        case Program: return judgeProgram(of, answer, stop);
        case FreeText: return judgeText(of, answer);
        default: return judgeNumber(of, made, answer);
    }
}

Verdict Sheet::judgeNumber(const Task& task, const Made& made, const Answer& answer) const {
    const Given given = readNumber(answer.text);
    if (!given.value) return unreadable(given.mistake, given.arguments);
    if (made.expected.empty()) return {};
    const double right = made.expected.front().value;
    if (meets(*given.value, right, task.tolerance)) return rightVerdict();
    for (std::size_t i = 0; i < task.wrong.size(); ++i) {
        if (made.wrongValues[i] && meets(*given.value, *made.wrongValues[i], std::nullopt)) return known(task.wrong[i]);
    }
    if (std::isfinite(right) && right != 0 && nearly(*given.value, right, 0.02)) return wrongBy(Mistake::MoreDigits);
    return wrongBy(usualMistake(task, *given.value, right));
}

// Told from the run itself: which of the numbers that are in play was given instead.
Mistake Sheet::usualMistake(const Task& task, double given, double right) const {
    constexpr double kNear = 2e-3;
    if (std::isfinite(right) && right != 0 && nearly(given, -right, kNear)) return Mistake::Sign;
    const Shown* there = shown(task.show);
    const bool sweepTask = task.type == TaskType::Adjoint || task.type == TaskType::Tangent;
    if (!sweepTask || there == nullptr || !there->run) return Mistake::None;
    const Recording& run = there->run->recording;
    const NodeId node = findNode(*there->run, task.node.text);
    State state(run);
    state.moveTo(run.log.events.size());
    std::vector<double> amounts;
    double partials = 0;
    double upstream = 0;
    for (const Contribution& c : run.log.contributions) {
        if (c.to != node || !c.amount.isScalar() || c.sweep != state.sweep()) continue;
        const Tensor partial = localPartial(run.tape, c.node, c.operand);
        if (!partial.isScalar()) continue;
        amounts.push_back(c.amount.item());
        partials += partial.item();
        if (const std::optional<Tensor> from = state.derivative(c.from)) upstream += from->item();
    }
    for (const double amount : amounts) {
        if (amounts.size() > 1 && nearly(given, amount, kNear)) return Mistake::MissedTerm;
        if (amounts.size() > 1 && nearly(given, right + amount, kNear)) return Mistake::OneTermTwice;
        if (amounts.size() > 2 && nearly(given, right - amount, kNear)) return Mistake::MissedTerm;
    }
    if (!amounts.empty() && nearly(given, partials, kNear)) return Mistake::ForgotUpstream;
    if (!amounts.empty() && nearly(given, upstream, kNear)) return Mistake::ForgotLocal;
    if (run.tape.value(node).isScalar() && nearly(given, run.tape.value(node).item(), kNear)) return Mistake::GaveValue;
    return Mistake::None;
}

Verdict Sheet::judgeCells(const Task& task, const Made& made, const Answer& answer) const {
    std::map<std::string, std::string> typed;  // by the plain name
    for (const auto& [name, text] : answer.cells) typed[plainName(name)] = text;
    std::vector<std::string> names;
    for (const Expected& e : made.expected) names.push_back(plainName(e.name));
    for (const auto& [name, text] : typed) {
        if (std::find(names.begin(), names.end(), name) == names.end())
            return unreadable(Mistake::NotANode, {name.substr(0, 60), nearest(name, names)});
    }
    Verdict verdict;
    bool all = !made.expected.empty();
    bool any = false;
    for (const Expected& e : made.expected) {
        const auto found = typed.find(plainName(e.name));
        const Given given = found == typed.end() ? Given{{}, Mistake::Empty, {}} : readNumber(found->second);
        const bool right = given.value && meets(*given.value, e.value, task.tolerance);
        verdict.cells[e.name] = right;
        any = any || given.value;
        all = all && right;
        if (right || verdict.reply != nullptr) continue;
        if (given.mistake == Mistake::Empty) {
            if (verdict.mistake == Mistake::None) verdict.mistake = Mistake::CellsMissing;
        } else if (!given.value) {
            verdict.mistake = given.mistake, verdict.arguments = given.arguments;
        } else {
            for (std::size_t i = 0; i < task.wrong.size(); ++i) {
                if (plainName(task.wrong[i].cell.text) != plainName(e.name) || !made.wrongValues[i] ||
                    !meets(*given.value, *made.wrongValues[i], std::nullopt))
                    continue;
                verdict.reply = &task.wrong[i].reply, verdict.replySpan = task.wrong[i].span;
                break;
            }
            if (verdict.mistake == Mistake::None && std::isfinite(e.value) && e.value != 0 && nearly(*given.value, e.value, 0.02))
                verdict.mistake = Mistake::MoreDigits;
        }
    }
    verdict.kind = all ? Verdict::Kind::Right : any ? Verdict::Kind::Wrong : Verdict::Kind::Unreadable;
    return verdict;
}

Verdict Sheet::judgeExpression(const Task& task, const Made& made, const Answer& answer) const {
    const Formula given(answer.text);
    if (!given.readable()) return unreadable(Mistake::NotAnExpression);
    for (const std::string& name : given.names()) {
        if (std::find(task.names.begin(), task.names.end(), name) == task.names.end())
            return unreadable(Mistake::UnknownName, {name.substr(0, 60), nearest(name, task.names)});
    }
    const auto points = trialPoints(task);
    const auto same = [&](const Formula& wanted, double sign) {
        int tried = 0;
        for (const auto& point : points) {
            const auto right = wanted.at(point);
            if (!right || !std::isfinite(*right)) continue;
            const auto value = given.at(point);
            if (!value || !std::isfinite(*value) || std::fabs(*value - sign * *right) > 1e-9 * std::fabs(*right) + 1e-12) return false;
            ++tried;
        }
        return tried >= 3;
    };
    if (made.right && same(*made.right, 1)) return rightVerdict();
    for (std::size_t i = 0; i < task.wrong.size(); ++i) {
        if (made.wrongFormulas[i] && same(*made.wrongFormulas[i], 1)) return known(task.wrong[i]);
    }
    return wrongBy(made.right && same(*made.right, -1) ? Mistake::Sign : Mistake::None);
}

Verdict Sheet::judgeOptions(const Task& task, std::size_t index, const Answer& answer) const {
    const auto order = optionOrder(index);
    std::vector<std::size_t> chosen;
    if (const auto places = placesOf(answer.text, order.size())) {
        for (const std::size_t place : *places) chosen.push_back(order[place]);
    } else {
        for (std::size_t i = 0; i < task.options.size(); ++i) {
            for (const auto& [language, text] : task.options[i].text.in) {
                if (chosen.empty() && trimmed(text) == trimmed(answer.text)) chosen.push_back(i);
            }
        }
    }
    if (chosen.empty()) return unreadable(Mistake::NotAnOption);
    if (task.type == TaskType::Choice && chosen.size() > 1) return unreadable(Mistake::OneOption);
    bool missing = false;
    bool tooMuch = false;
    Verdict verdict;
    for (std::size_t i = 0; i < task.options.size(); ++i) {
        const bool ticked = std::find(chosen.begin(), chosen.end(), i) != chosen.end();
        missing = missing || (task.options[i].right && !ticked);
        tooMuch = tooMuch || (!task.options[i].right && ticked);
        if (ticked && !task.options[i].right && !task.options[i].reply.empty() && verdict.reply == nullptr) {
            verdict.reply = &task.options[i].reply, verdict.replySpan = task.options[i].span;
        }
    }
    if (!missing && !tooMuch) return rightVerdict();
    if (verdict.reply == nullptr && task.type == TaskType::Choices) verdict.mistake = tooMuch ? Mistake::SomeTooMuch : Mistake::SomeMissing;
    return verdict;
}

Verdict Sheet::judgeStep(const Task& task, const Made& made, const Answer& answer) const {
    const auto number = parseNumber(trimmed(answer.text));
    const Shown* there = shown(task.show);
    const double last = there == nullptr || !there->run ? 0 : static_cast<double>(there->run->stops());
    if (!number || *number != std::floor(*number) || *number < 1 || *number > last)
        return unreadable(Mistake::NotAStep, {plainNumber(last)});
    const auto stop = static_cast<std::size_t>(*number);
    if (std::find(made.stops.begin(), made.stops.end(), stop) != made.stops.end()) return rightVerdict();
    for (std::size_t i = 0; i < task.wrong.size(); ++i) {
        const auto& stops = made.wrongStops[i];
        const bool byValue = made.wrongValues[i] && *made.wrongValues[i] == *number;
        if (byValue || std::find(stops.begin(), stops.end(), stop) != stops.end()) return known(task.wrong[i]);
    }
    if (made.stops.empty()) return {};
    return wrongBy(stop < made.stops.front() ? Mistake::StepBefore : Mistake::StepAfter);
}

Verdict Sheet::judgeText(const Task& task, const Answer& answer) const {
    if (characters(trimmed(answer.text)) < task.least) return unreadable(Mistake::Empty);
    Verdict verdict;
    verdict.kind = Verdict::Kind::Compare;
    for (const Wrong& wrong : task.wrong) {
        const bool has = std::any_of(wrong.words.begin(), wrong.words.end(),
                                     [&](const std::string& word) { return answer.text.find(word) != std::string::npos; });
        if (!has) continue;
        verdict.reply = &wrong.reply, verdict.replySpan = wrong.span;
        break;
    }
    return verdict;
}

}  // namespace backstep::exercise
