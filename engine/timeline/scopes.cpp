// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/timeline/scopes.h"

#include <algorithm>
#include <unordered_map>

namespace backstep {
namespace {

using Kind = Scope::Kind;

// Where the body of each loop ends, by the place where its head begins: the log says when a turn begins, not when the loop is over.
class LoopEnds {
public:
    explicit LoopEnds(const Ast& ast) : ast_(ast) {
        for (std::size_t i = 0; i < ast.stmts.size(); ++i) {
            const Stmt& stmt = ast.stmts[StmtId(i)];
            const Block* body = bodyOf(stmt);
            if (body != nullptr) ends_.emplace(stmt.span.begin, endOf(*body, stmt.span.end));
        }
    }
    [[nodiscard]] bool contains(Span head, std::uint32_t place) const {
        const auto end = ends_.find(head.begin);
        return place >= head.begin && place < (end == ends_.end() ? head.end : end->second);
    }

private:
    const Ast& ast_;
    std::unordered_map<std::uint32_t, std::uint32_t> ends_;

    static const Block* bodyOf(const Stmt& stmt) {
        if (const auto* loop = std::get_if<WhileStmt>(&stmt.node)) return &loop->body;
        if (const auto* loop = std::get_if<ForStmt>(&stmt.node)) return &loop->body;
        return nullptr;
    }
    // Only the last statement of a block can reach furthest.
    std::uint32_t endOf(const Block& block, std::uint32_t end) const {
        return block.empty() ? end : std::max(end, endOf(ast_.stmts[block.back()]));
    }
    std::uint32_t endOf(const Stmt& stmt) const {
        const std::uint32_t end = stmt.span.end;
        if (const Block* body = bodyOf(stmt)) return endOf(*body, end);
        if (const auto* s = std::get_if<IfStmt>(&stmt.node))
            return endOf(s->otherwise.empty() && !s->blocks.empty() ? s->blocks.back() : s->otherwise, end);
        if (const auto* s = std::get_if<WithStmt>(&stmt.node)) return endOf(s->body, end);
        if (const auto* s = std::get_if<DefStmt>(&stmt.node)) return endOf(s->body, end);
        if (const auto* s = std::get_if<TryStmt>(&stmt.node)) {
            const Block* last = !s->finally.empty()     ? &s->finally
                                : !s->otherwise.empty() ? &s->otherwise
                                : !s->handlers.empty()  ? &s->handlers.back().body
                                                        : &s->body;
            return endOf(*last, end);
        }
        return end;
    }
};

class ScopeBuilder {
public:
    ScopeBuilder(const Recording& recording, const Ast& ast) : r_(recording), loops_(ast) {
        Scope program;
        program.kind = Kind::Program;
        out_.all.push_back(std::move(program));
        out_.ofNode.assign(recording.tape.size(), 0);
    }

    Scopes run() {
        for (const Event& e : r_.log.events) event(e);
        inheritConstants();
        groupOperations();
        return std::move(out_);
    }

private:
    const Recording& r_;
    const LoopEnds loops_;
    Scopes out_;
    std::uint32_t top_ = 0;

    Scope& top() { return out_.all[top_]; }

    void open(Kind kind, Span span, std::string name, std::int64_t number) {
        Scope scope{kind, top_, span, std::move(name), number};
        out_.all.push_back(std::move(scope));
        top_ = static_cast<std::uint32_t>(out_.all.size() - 1);
    }
    void close() { top_ = top().parent; }

    void event(const Event& event) {
        switch (event.kind) {
            case EventKind::Recorded: out_.ofNode[event.index] = top_; break;
            case EventKind::Line: leaveLoops(r_.log.spanOf(event)); break;
            case EventKind::Iteration: turn(happening(event)); break;
            case EventKind::Entered: open(Kind::Call, happening(event).span, happening(event).text, 0); break;
            case EventKind::Left: leaveCall(); break;
            default: break;
        }
    }
    [[nodiscard]] Happening happening(const Event& event) const { return r_.log.happening(event); }

    void leaveLoops(Span line) {
        while ((top().kind == Kind::Turn || top().kind == Kind::Loop) && !loops_.contains(top().span, line.begin)) close();
    }
    void turn(const Happening& begins) {
        std::uint32_t at = top_;
        while (out_.all[at].kind == Kind::Turn || (out_.all[at].kind == Kind::Loop && out_.all[at].span != begins.span))
            at = out_.all[at].parent;
        if (out_.all[at].kind == Kind::Loop && begins.number > 0) {
            while (top_ != at) close();
        } else {
            leaveLoops(begins.span);
            open(Kind::Loop, begins.span, {}, 0);
        }
        ++top().number;
        open(Kind::Turn, begins.span, {}, begins.number);
    }
    void leaveCall() {
        std::uint32_t at = top_;
        while (at != 0 && out_.all[at].kind != Kind::Call) at = out_.all[at].parent;
        if (at == 0) return;
        while (top_ != at) close();
        close();
    }

    // A constant is no event: it belongs to the operation that first uses it. Further outputs belong to theirs.
    void inheritConstants() {
        std::vector<bool> seen(r_.tape.size(), false);
        for (std::size_t i = 0; i < r_.tape.size(); ++i) {
            const NodeId node(i);
            if (r_.tape.op(node) == Op::Output) out_.ofNode[i] = out_.ofNode[r_.tape.operands(node)[0].index()];
            for (const NodeId operand : r_.tape.operands(node)) {
                if (!r_.tape.isConstant(operand) || seen[operand.index()]) continue;
                seen[operand.index()] = true;
                out_.ofNode[operand.index()] = out_.ofNode[i];
            }
        }
    }

    // The last user of each node.
    [[nodiscard]] std::vector<std::uint32_t> lastUsers() const {
        std::vector<std::uint32_t> last(r_.tape.size(), 0);
        for (std::uint32_t i = 0; i < r_.tape.size(); ++i) {
            for (const NodeId operand : r_.tape.operands(NodeId(i))) last[operand.index()] = i;
        }
        return last;
    }

    // Neighbours on the tape with the very same span, of which only the last is used elsewhere: `1 / x` is a reciprocal and
    // a product there, a layer is more.
    void groupOperations() {
        const std::vector<std::uint32_t> lastUser = lastUsers();
        std::vector<std::uint32_t> run;
        const auto inside = [&](std::uint32_t i) {
            return i == run.back() || (lastUser[i] != 0 && lastUser[i] <= run.back() && r_.tape.origin(NodeId(lastUser[i])).order == 0);
        };
        const auto finish = [&] {
            if (run.size() > 1 && std::all_of(run.begin(), run.end(), inside)) {
                const std::uint32_t parent = out_.ofNode[run.front()];
                Scope scope{Kind::Operation, parent, r_.tape.origin(NodeId(run.front())).span, {}, 0};
                out_.all.push_back(std::move(scope));
                for (const std::uint32_t i : run) out_.ofNode[i] = static_cast<std::uint32_t>(out_.all.size() - 1);
            }
            run.clear();
        };
        for (std::uint32_t i = 0; i < r_.tape.size(); ++i) {
            const NodeId node(i);
            const Origin& origin = r_.tape.origin(node);
            if (r_.tape.isConstant(node) || r_.tape.op(node) == Op::Input) continue;
            const bool same = !run.empty() && origin.order == 0 && origin.span == r_.tape.origin(NodeId(run.back())).span &&
                              out_.ofNode[i] == out_.ofNode[run.back()];
            if (!same) finish();
            if (origin.order == 0) run.push_back(i);
        }
        finish();
    }
};

}  // namespace

Scopes scopesOf(const Recording& recording, const Ast& ast) { return ScopeBuilder(recording, ast).run(); }

}  // namespace backstep
