// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exercise/validate.h"

#include <algorithm>
#include <set>

#include "engine/exercise/fields.h"

namespace backstep::exercise {
namespace {

constexpr std::uint64_t kStudents = 8;

class Validator {
public:
    Validator(const Sheet& sheet, Faults& faults, std::stop_token stop) : sheet_(sheet), faults_(faults), stop_(std::move(stop)) {}

    void check() {
        for (const Page& page : sheet_.exercise().pages) {
            for (const Piece& piece : page.pieces) {
                if (piece.kind == Piece::Kind::Prose) prose(piece);
            }
        }
        for (std::size_t i = 0; i < sheet_.exercise().tasks.size() && !stop_.stop_requested(); ++i) task(i);
    }

private:
    const Sheet& sheet_;
    Faults& faults_;
    std::stop_token stop_;

    // Each {{…}} of the prose at its own place.
    void prose(const Piece& piece) {
        for (std::size_t open = piece.prose.find("{{"); open != std::string::npos; open = piece.prose.find("{{", open + 2)) {
            const std::size_t close = piece.prose.find("}}", open);
            if (close == std::string::npos) return;
            const auto at = piece.span.begin + static_cast<std::uint32_t>(open);
            (void)sheet_.prose(piece.prose.substr(open, close + 2 - open), piece.show,
                               {at, at + static_cast<std::uint32_t>(close + 2 - open)}, &faults_);
        }
    }

    void texts(std::size_t index, const Text& text) {
        for (const auto& [language, said] : text.in) (void)sheet_.said(text, index, language, nullptr, &faults_);
    }

    void task(std::size_t i) {
        const Task& t = sheet_.exercise().tasks[i];
        texts(i, t.prompt), texts(i, t.explanation);
        for (const Text& hint : t.hints) texts(i, hint);
        for (const Wrong& wrong : t.wrong) texts(i, wrong.reply);
        for (const Option& option : t.options) texts(i, option.text), texts(i, option.reply);
        for (const Property& property : t.properties) texts(i, property.reply);
        if (t.tolerance && *t.tolerance >= 1) faults_.push_back({FaultKind::AnythingIsRight, t.span, {plainNumber(*t.tolerance)}});
        const Verdict model = sheet_.judge(i, sheet_.model(i, "en"), stop_);
        const bool solved = t.type == TaskType::FreeText ? model.kind == Verdict::Kind::Compare : model.right();
        if (!solved)
            faults_.push_back({FaultKind::ModelNotRight, t.span,
                               model.arguments.empty() ? std::vector<std::string>{""} : std::vector<std::string>{model.arguments.front()}});
        if (t.type == TaskType::Program) {
            const Shown* start = sheet_.shown(t.show);
            if (start != nullptr && sheet_.judge(i, {start->text, {}}, stop_).right())
                faults_.push_back({FaultKind::AlreadyRight, t.span, {}});
        }
        for (std::size_t w = 0; w < t.wrong.size(); ++w) wrong(i, w);
    }

    void wrong(std::size_t i, std::size_t w) {
        const Wrong& wrong = sheet_.exercise().tasks[i].wrong[w];
        const auto sample = sampleOf(sheet_, i, w);
        if (!sample) return faults_.push_back({FaultKind::MissingKey, wrong.span, {wanted(i)}});
        const Verdict verdict = sheet_.judge(i, *sample, stop_);
        const std::string said =
            (sample->text.empty() && !sample->cells.empty() ? sample->cells.begin()->second : sample->text).substr(0, 60);
        if (verdict.right()) faults_.push_back({FaultKind::WrongIsRight, wrong.span, {said}});
        else if (verdict.reply != &wrong.reply) faults_.push_back({FaultKind::WrongNotKnown, wrong.span, {said}});
    }

    const char* wanted(std::size_t i) const {
        switch (sheet_.exercise().tasks[i].type) {
            case TaskType::Program:
            case TaskType::FreeText: return "sample";
            case TaskType::Step: return "step";
            case TaskType::Sweep:
            case TaskType::Table: return "cell";
            default: return "value";
        }
    }
};

// Whoever writes one text in two languages means all of them in two.
void languages(const Exercise& exercise, Faults& faults) {
    std::set<std::string> wanted;
    for (const auto& [language, text] : exercise.title.in) wanted.insert(language);
    if (wanted.size() < 2) return;
    const auto check = [&](const Text& text, const char* key, Span span) {
        if (text.empty() || text.in.front().first.empty()) return;
        for (const std::string& language : wanted) {
            const bool has = std::any_of(text.in.begin(), text.in.end(), [&](const auto& t) { return t.first == language; });
            if (!has) faults.push_back({FaultKind::LanguageMissing, span, {key, language}});
        }
    };
    for (const Task& task : exercise.tasks) {
        check(task.prompt, "prompt", task.span), check(task.explanation, "explanation", task.span), check(task.model, "model", task.span);
        for (const Text& hint : task.hints) check(hint, "hints", task.span);
        for (const Wrong& wrong : task.wrong) check(wrong.reply, "reply", wrong.span);
        for (const Option& option : task.options) check(option.text, "text", option.span), check(option.reply, "reply", option.span);
    }
}

void tidy(Faults& faults) {
    std::stable_sort(faults.begin(), faults.end(), [](const Fault& a, const Fault& b) { return a.span.begin < b.span.begin; });
    const auto same = [](const Fault& a, const Fault& b) {
        return a.kind == b.kind && a.span == b.span && (a.arguments == b.arguments || a.kind >= FaultKind::BadExpression);
    };
    faults.erase(std::unique(faults.begin(), faults.end(), same), faults.end());
}

}  // namespace

Answer answerOfOption(const Sheet& sheet, std::size_t task, std::size_t option) {
    const auto order = sheet.optionOrder(task);
    const auto place = std::find(order.begin(), order.end(), option) - order.begin();
    return {place < 26 ? std::string(1, static_cast<char>('a' + place)) : std::to_string(place + 1), {}};
}

std::optional<Answer> sampleOf(const Sheet& sheet, std::size_t task, std::size_t wrong) {
    const Task& t = sheet.exercise().tasks[task];
    const Wrong& w = t.wrong[wrong];
    switch (t.type) {
        case TaskType::Choice:
        case TaskType::Choices: return {};  // an option has its own reply
        case TaskType::Program:
        case TaskType::FreeText:
            if (!w.sample.given()) return {};
            return Answer{sheet.exact(w.sample), {}};
        case TaskType::Step:
            if (const auto value = sheet.wrongValue(task, wrong)) return Answer{plainNumber(*value), {}};
            if (!w.step || sheet.wrongStops(task, wrong).empty()) return {};
            return Answer{std::to_string(sheet.wrongStops(task, wrong).front()), {}};
        case TaskType::Sweep:
        case TaskType::Table: {
            const auto value = sheet.wrongValue(task, wrong);
            if (!value || !w.cell.given()) return {};
            Answer answer = sheet.model(task, "en");
            for (auto& [name, text] : answer.cells) {
                if (plainName(name) == plainName(w.cell.text)) text = plainNumber(*value);
            }
            return answer;
        }
        case TaskType::Expression:
            if (!w.value.given()) return {};
            return Answer{sheet.expression(w.value, t.show), {}};
        default:
            if (const auto value = sheet.wrongValue(task, wrong)) return Answer{plainNumber(*value), {}};
            return {};
    }
}

Validation validate(const Source& source, const std::stop_token& stop) {
    Read read = readExercise(source);
    Validation out{std::make_shared<const Exercise>(std::move(read.exercise)), std::move(read.faults)};
    if (!hasErrors(out.faults)) {
        languages(*out.exercise, out.faults);
        const std::uint64_t students = out.exercise->values.empty() ? 1 : kStudents;
        for (std::uint64_t seed = 0; seed < students && !stop.stop_requested(); ++seed) {
            const Sheet sheet(out.exercise, seed, stop);
            out.faults.insert(out.faults.end(), sheet.faults().begin(), sheet.faults().end());
            if (sheet.ready()) Validator(sheet, out.faults, stop).check();
        }
    }
    tidy(out.faults);
    return out;
}

}  // namespace backstep::exercise
