// SPDX-License-Identifier: GPL-3.0-or-later
// Judging a changed program: it is run within limits, and each property must hold.
#include <algorithm>
#include <cmath>

#include "engine/base/numbers.h"
#include "engine/diagram/figure.h"
#include "engine/exercise/fields.h"
#include "engine/exercise/sheet.h"

namespace backstep::exercise {
namespace {

std::string trimmedEnd(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ' || text.back() == '\r')) text.pop_back();
    return text;
}

std::string lineOf(std::string_view text) {
    text = text.substr(0, text.find('\n'));
    const std::size_t from = text.find_first_not_of(" \t\r");
    return from == std::string_view::npos ? std::string() : std::string(text.substr(from, text.find_last_not_of(" \t\r") - from + 1));
}

struct Failure {
    Mistake mistake{};
    std::vector<std::string> arguments;
};

}  // namespace

class ProgramJudge {
public:
    ProgramJudge(const Sheet& sheet, const Task& task, const Snapshot& run, std::string typed)
        : sheet_(sheet), task_(task), run_(run), typed_(std::move(typed)) {}

    // Nothing where every key that is given holds.
    std::optional<Failure> failureOf(const Property& p) {
        const auto& error = run_.report->error;
        const bool mayFail = p.fails.value_or(false) || !p.error.empty();
        if (error && !mayFail) return ends(*error);
        if (!error && mayFail) return Failure{Mistake::ProgramRuns, {}};
        if (error && !p.error.empty() && error->type != p.error) return Failure{Mistake::OtherError, {error->type, p.error}};
        const std::string output = trimmedEnd(run_.report->output);
        if (p.prints && trimmedEnd(text(*p.prints)) != output)
            return Failure{Mistake::OtherOutput, {output.substr(0, 200), trimmedEnd(text(*p.prints))}};
        if (p.printsPart && output.find(text(*p.printsPart)) == std::string::npos)
            return Failure{Mistake::LacksOutput, {text(*p.printsPart)}};
        if (p.variable.given()) {
            if (auto failure = numbers(p)) return failure;
        }
        if (p.draws.given()) {
            if (auto failure = curves(p)) return failure;
        }
        for (const Written& w : p.runs) {
            if (!ran(text(w))) return Failure{Mistake::LineNotRun, {lineOf(text(w))}};
        }
        for (const Written& w : p.skips) {
            if (ran(text(w))) return Failure{Mistake::LineRun, {lineOf(text(w))}};
        }
        for (const Written& w : p.has) {
            if (typed_.find(text(w)) == std::string::npos) return Failure{Mistake::TextLacks, {text(w)}};
        }
        const auto isThere = [&](const Written& w) { return typed_.find(text(w)) != std::string::npos; };
        if (!p.hasOne.empty() && std::none_of(p.hasOne.begin(), p.hasOne.end(), isThere))
            return Failure{Mistake::TextLacks, {text(p.hasOne[0])}};
        for (const Written& w : p.lacks) {
            if (typed_.find(text(w)) != std::string::npos) return Failure{Mistake::TextHas, {text(w)}};
        }
        return {};
    }

private:
    const Sheet& sheet_;
    const Task& task_;
    const Snapshot& run_;
    std::string typed_;

    std::string text(const Written& w) const {
        Faults ignored;
        return filled(w.text, w.span, {&sheet_.drawn_, nullptr}, ignored, {true, nullptr});
    }

    static Failure ends(const ProgramError& error) {
        const bool limit = error.type == "Limit" || error.type == "Unsupported" || error.type == "Interrupted";
        return {limit ? Mistake::ProgramLimit : Mistake::ProgramFails,
                {error.type, error.message.substr(0, 200), std::to_string(error.line)}};
    }

    bool ran(const std::string& wanted) const {
        const auto& log = run_.recording.log;
        return std::any_of(log.events.begin(), log.events.end(), [&](const Event& e) {
            return e.kind == EventKind::Line && lineOf(run_.source.slice(log.spanOf(e))) == lineOf(wanted);
        });
    }

    // One of the curves must run through the expression's values at its own x, wherever these are finite.
    std::optional<Failure> curves(const Property& p) {
        Faults ignored;
        const Formula wanted(resolved(p.draws, sheet_.scope(task_.show), ignored));
        std::size_t drawn = 0;
        for (const ReportedFigure& reported : run_.report->figures) {
            for (const FigureAxes& axes : figureOf(reported).axes) {
                for (const FigureLine& line : axes.lines) {
                    ++drawn;
                    if (isCurve(line, wanted)) return {};
                }
            }
        }
        return Failure{Mistake::NoCurve, {std::to_string(drawn)}};
    }
    [[nodiscard]] bool isCurve(const FigureLine& line, const Formula& wanted) const {
        constexpr std::size_t kLeast = 5;  // fewer points may lie on many a curve
        std::size_t met = 0;
        for (std::size_t i = 0; i < line.x.size() && i < line.y.size(); ++i) {
            std::map<std::string, double> point = sheet_.drawn_.numbers;
            point["x"] = line.x[i];
            const auto right = wanted.at(point);
            if (!right || !std::isfinite(*right)) continue;
            if (!(std::fabs(line.y[i] - *right) <= 1e-4 * std::fabs(*right) + 1e-5)) return false;
            ++met;
        }
        return met >= kLeast;
    }

    // Each element must be what the expression gives for the same element of the program's variables.
    std::optional<Failure> numbers(const Property& p) {
        const std::string name = text(p.variable);
        const std::vector<double> given = numbersOf(run_, name, p.gradient);
        const bool there =
            std::any_of(run_.report->variables.begin(), run_.report->variables.end(), [&](const auto& v) { return v.name == name; });
        if (!there) return Failure{Mistake::NoVariable, {name}};
        if (given.empty()) return Failure{p.gradient ? Mistake::NoGradient : Mistake::NoVariable, {name}};
        Faults ignored;
        const Formula wanted(resolved(p.equals, sheet_.scope(task_.show), ignored));
        for (std::size_t i = 0; i < given.size(); ++i) {
            std::map<std::string, double> point = sheet_.drawn_.numbers;
            for (const auto& [variable, value] : run_.report->variables) {
                const std::vector<double> numbers = numbersOf(run_, variable, false);
                if (numbers.size() == 1 || numbers.size() == given.size())
                    point[plainName(variable)] = numbers[numbers.size() == 1 ? 0 : i];
            }
            const auto right = wanted.at(point);
            const double tolerance = right ? 1e-5 * std::fabs(*right) + 1e-6 : 0;  // float32
            const bool met = right && (std::isfinite(*right) ? std::fabs(given[i] - *right) <= tolerance : meets(given[i], *right, 0.0));
            if (!met)
                return Failure{
                    Mistake::OtherNumbers,
                    {name, significant(given[i], kCardDigits), p.gradient ? "grad" : "", right ? significant(*right, kCardDigits) : ""}};
        }
        return {};
    }
};

Verdict Sheet::judgeProgram(const Task& task, const Answer& answer, const std::stop_token& stop) const {
    Verdict verdict;
    Request request;
    request.text = answer.text;
    request.name = "program";
    request.kind = TextKind::Program;
    request.program = exerciseLimits();
    request.check = false;
    const auto run = evaluate(request, stop);
    if (!run || !run->report) {
        verdict.kind = Verdict::Kind::Unreadable;
        return verdict;
    }
    ProgramJudge judge(*this, task, *run, answer.text);
    const Property* failed = nullptr;
    std::optional<Failure> failure;
    for (const Property& property : task.properties) {
        failure = judge.failureOf(property);
        if (failure) {
            failed = &property;
            break;
        }
    }
    if (!failure) {
        verdict.kind = task.properties.empty() ? Verdict::Kind::Wrong : Verdict::Kind::Right;
        return verdict;
    }
    verdict.mistake = failure->mistake, verdict.arguments = failure->arguments;
    for (const Wrong& wrong : task.wrong) {
        if (!wrong.when || judge.failureOf(*wrong.when)) continue;
        verdict.reply = &wrong.reply, verdict.replySpan = wrong.span;
        return verdict;
    }
    const bool author = !failed->reply.empty() && verdict.mistake != Mistake::ProgramFails && verdict.mistake != Mistake::ProgramLimit;
    if (author) verdict.reply = &failed->reply, verdict.replySpan = failed->span;
    return verdict;
}

}  // namespace backstep::exercise
