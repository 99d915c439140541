// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/path_steps.h"

#include <algorithm>
#include <map>

namespace backstep {
namespace {

using Kind = PathStep::Kind;

// The conditions of the text, and what each decides.
class Conditions {
public:
    explicit Conditions(const Ast& ast) {
        for (std::size_t i = 0; i < ast.stmts.size(); ++i) {
            const Stmt& stmt = ast.stmts[StmtId(i)];
            if (const auto* s = std::get_if<IfStmt>(&stmt.node)) {
                for (std::size_t k = 0; k < s->conditions.size(); ++k) add(ast, s->conditions[k], k == 0 ? Kind::If : Kind::Elif);
            } else if (const auto* loop = std::get_if<WhileStmt>(&stmt.node)) {
                add(ast, loop->condition, Kind::While);
                loops_[stmt.span.begin] = Kind::While;
            } else if (std::holds_alternative<ForStmt>(stmt.node)) {
                loops_[stmt.span.begin] = Kind::For;
            }
        }
    }
    [[nodiscard]] Kind kindOf(Span span) const {
        const auto found = std::find_if(known_.begin(), known_.end(),
                                        [&](const auto& row) { return row.first.begin <= span.begin && span.end <= row.first.end; });
        return found == known_.end() ? Kind::Choice : found->second;
    }
    [[nodiscard]] Kind loopAt(Span head) const {
        const auto found = loops_.find(head.begin);
        return found == loops_.end() ? Kind::For : found->second;
    }

private:
    std::vector<std::pair<Span, Kind>> known_;
    std::map<std::uint32_t, Kind> loops_;

    void add(const Ast& ast, ExprId id, Kind kind) {
        if (id.valid()) known_.emplace_back(ast.exprs[id].span, kind);
    }
};

std::uint64_t keyOf(Span span) { return std::uint64_t{span.begin} << 32 | span.end; }

}  // namespace

ProgramPath pathOf(const Source& source, const Ast& ast, const ProgramRun& run) {
    const Conditions conditions(ast);
    std::map<std::uint64_t, PathStep> steps;
    const auto step = [&](Span span, Kind kind) -> PathStep& {
        PathStep& s = steps[keyOf(span)];
        s.kind = kind;
        s.span = span;
        s.line = source.placeOf(span.begin).line;
        ++s.times;
        return s;
    };
    const Log& log = run.recording.log;
    for (const Branch& branch : log.branches) {
        const Kind kind = conditions.kindOf(branch.span);
        if (kind == Kind::While) continue;  // its turns say it
        step(branch.span, kind).taken += branch.taken ? 1 : 0;
    }
    for (const Event& event : log.events) {
        if (event.kind != EventKind::Iteration) continue;
        const Span head = log.spanOf(event);
        step(head, conditions.loopAt(head));
    }
    ProgramPath path;
    for (auto& [key, s] : steps) path.steps.push_back(s);
    path.error = run.report.error;
    return path;
}

std::vector<ProgramPath> differencesOf(const std::vector<ProgramPath>& paths) {
    std::map<std::uint64_t, PathStep> all;
    for (const ProgramPath& path : paths) {
        for (const PathStep& s : path.steps) all.emplace(keyOf(s.span), s);
    }
    const auto in = [](const ProgramPath& path, const PathStep& step) {
        const auto found = std::find_if(path.steps.begin(), path.steps.end(), [&](const PathStep& s) { return s.span == step.span; });
        return found == path.steps.end() ? nullptr : &*found;
    };
    std::vector<ProgramPath> out;
    out.reserve(paths.size());
    for (const ProgramPath& path : paths) out.push_back({{}, path.error});
    for (const auto& entry : all) {
        const PathStep& step = entry.second;  // clang 14 lets no lambda see a structured binding
        const PathStep* first = in(paths.front(), step);
        const bool shared = std::all_of(paths.begin(), paths.end(), [&](const ProgramPath& p) {
            const PathStep* s = in(p, step);
            return first == nullptr ? s == nullptr : s != nullptr && *s == *first;
        });
        if (shared) continue;
        for (std::size_t i = 0; i < paths.size(); ++i) {
            PathStep there = step;
            there.times = there.taken = 0;  // never reached
            if (const PathStep* s = in(paths[i], step)) there = *s;
            out[i].steps.push_back(there);
        }
    }
    return out;
}

}  // namespace backstep
