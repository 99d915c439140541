// SPDX-License-Identifier: GPL-3.0-or-later
// Branches that a program reached and never took; declared in scopes.h.
#include <algorithm>
#include <unordered_map>

#include "engine/timeline/scopes.h"

namespace backstep {
namespace {

constexpr std::size_t kLines = 3;  // of a branch that are shown

struct Outcome {
    bool held = false, failed = false;  // the condition, at least once
    std::uint32_t first = 0;            // the stop at which it was looked at for the first time
};

class Finder {
public:
    Finder(const Recording& recording, const Source& source, const Ast& ast) : source_(source), ast_(ast) {
        for (std::size_t i = 0; i < recording.log.events.size(); ++i) {
            const Event& event = recording.log.events[i];
            if (event.kind != EventKind::Branched) continue;
            const Branch& branch = recording.log.branches[event.index];
            Outcome& outcome = outcomes_[branch.span.begin];
            if (!outcome.held && !outcome.failed) outcome.first = static_cast<std::uint32_t>(i + 1);
            (branch.taken ? outcome.held : outcome.failed) = true;
        }
    }

    std::vector<Untaken> run() {
        for (std::size_t i = 0; i < ast_.stmts.size(); ++i) {
            if (const auto* choice = std::get_if<IfStmt>(&ast_.stmts[StmtId(i)].node)) look(*choice);
        }
        std::stable_sort(out_.begin(), out_.end(), [](const Untaken& a, const Untaken& b) { return a.line < b.line; });
        return std::move(out_);
    }

private:
    const Source& source_;
    const Ast& ast_;
    std::unordered_map<std::uint32_t, Outcome> outcomes_;  // by where the condition begins
    std::vector<Untaken> out_;

    [[nodiscard]] const Outcome* outcomeOf(ExprId condition) const {
        const auto found = outcomes_.find(ast_.exprs[condition].span.begin);
        return found == outcomes_.end() ? nullptr : &found->second;
    }

    void look(const IfStmt& choice) {
        const Outcome* last = nullptr;  // of the conditions that were reached
        for (std::size_t k = 0; k < choice.conditions.size(); ++k) {
            const Outcome* outcome = outcomeOf(choice.conditions[k]);
            if (outcome != nullptr) last = outcome;
            if (last == nullptr) return;  // never reached at all
            if (outcome != nullptr && outcome->held) continue;
            add((k == 0 ? "if " : "elif ") + std::string(source_.slice(ast_.exprs[choice.conditions[k]].span)) + ":", choice.blocks[k],
                last->first);
        }
        const Outcome* end = outcomeOf(choice.conditions.back());
        if (!choice.otherwise.empty() && (end == nullptr || !end->failed)) add("else:", choice.otherwise, last->first);
    }

    void add(std::string head, const Block& block, std::uint32_t stop) {
        if (block.empty()) return;
        Untaken branch;
        branch.head = std::move(head);
        branch.stop = stop;
        branch.line = source_.placeOf(ast_.stmts[block.front()].span.begin).line;
        for (const StmtId id : block) {
            const std::string_view text = source_.slice(ast_.stmts[id].span);
            if (branch.lines.size() == kLines) {
                branch.lines.back() += " …";
                break;
            }
            branch.lines.emplace_back(text.substr(0, text.find('\n')));
        }
        out_.push_back(std::move(branch));
    }
};

}  // namespace

std::vector<Untaken> untakenOf(const Recording& recording, const Source& source, const Ast& ast) {
    return Finder(recording, source, ast).run();
}

}  // namespace backstep
