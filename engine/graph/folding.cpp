// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/folding.h"

#include <algorithm>

namespace backstep {
namespace {

constexpr std::int64_t kTurnsShown = 5;     // of a loop; of a longer one the first two and the last two
constexpr std::size_t kSmallOperation = 3;  // a library call of as many operations is one box
constexpr std::size_t kRun = 25;            // operations in a row that become one box when nothing else helps

// From what harms least to what hides most.
enum class Level : std::uint8_t { MiddleTurns, Turns, Loops, Calls, Runs };

class Folder {
public:
    Folder(const Recording& recording, const Source& source, const Scopes& scopes, const std::vector<bool>& shown,
           const GraphOptions& options)
        : r_(recording), source_(source), scopes_(scopes), shown_(shown), options_(options) {}

    Folding run() {
        describe();
        for (const Level level : {Level::MiddleTurns, Level::Turns, Level::Loops, Level::Calls, Level::Runs}) {
            fold(level);
            out_.byItself = level > Level::MiddleTurns;
            if (count() <= options_.most) break;
        }
        return std::move(out_);
    }

private:
    const Recording& r_;
    const Source& source_;
    const Scopes& scopes_;
    const std::vector<bool>& shown_;
    const GraphOptions& options_;
    Folding out_;
    std::vector<int> groupOfScope_;
    std::vector<std::int64_t> turn_;  // of groups that are one

    // A group for each scope with something to show in it.
    void describe() {
        std::vector<std::size_t> sizes(scopes_.all.size(), 0);
        for (std::size_t i = 0; i < shown_.size(); ++i) {
            if (shown_[i] && !r_.tape.isConstant(NodeId(i)) && r_.tape.op(NodeId(i)) != Op::Input) ++sizes[scopes_.ofNode[i]];
        }
        for (std::size_t s = scopes_.all.size(); s-- > 1;) sizes[scopes_.all[s].parent] += sizes[s];
        groupOfScope_.assign(scopes_.all.size(), -1);
        std::vector<int> children(scopes_.all.size(), 0);
        for (std::size_t s = 1; s < scopes_.all.size(); ++s) {
            const Scope& scope = scopes_.all[s];
            const int number = children[scope.parent]++;
            const int outer = groupOfScope_[scope.parent];
            groupOfScope_[s] = outer;
            if (sizes[s] == 0 || (sizes[s] == 1 && scope.kind != Scope::Kind::Turn)) continue;
            add(scope, outer, sizes[s], number);
            groupOfScope_[s] = static_cast<int>(out_.groups.size() - 1);
        }
        out_.groupOf.assign(shown_.size(), -1);
        for (std::size_t i = 0; i < shown_.size(); ++i) {
            // A leaf is not inside the call that first uses it.
            if (!r_.tape.isConstant(NodeId(i)) && r_.tape.op(NodeId(i)) != Op::Input) out_.groupOf[i] = groupOfScope_[scopes_.ofNode[i]];
        }
        placeVersions();
    }

    // A parameter that every turn of a loop changes is another version in each: that one belongs to the turn that uses it,
    // and to no call in it.
    void placeVersions() {
        std::vector<bool> seen(shown_.size(), false);
        for (std::size_t i = 0; i < shown_.size(); ++i) {
            if (!shown_[i]) continue;
            for (const NodeId operand : r_.tape.operands(NodeId(i))) {
                if (!isLaterVersion(operand)) continue;
                int& group = out_.groupOf[operand.index()];
                group = seen[operand.index()] ? commonGroup(group, out_.groupOf[i]) : out_.groupOf[i];
                seen[operand.index()] = true;
            }
        }
        for (std::size_t i = 0; i < shown_.size(); ++i) {
            if (seen[i]) out_.groupOf[i] = turnAround(out_.groupOf[i]);
        }
    }
    [[nodiscard]] int turnAround(int group) const {
        while (group >= 0 && out_.groups[static_cast<std::size_t>(group)].kind != Scope::Kind::Turn)
            group = out_.groups[static_cast<std::size_t>(group)].parent;
        return group;
    }
    [[nodiscard]] bool isLaterVersion(NodeId node) const {
        if (r_.tape.op(node) != Op::Input) return false;
        const std::string& name = r_.tape.nameOf(node);
        return name.find("⁽") != std::string::npos && name.find("⁽¹⁾") == std::string::npos;
    }
    [[nodiscard]] int commonGroup(int a, int b) const {
        const auto parent = [&](int g) { return out_.groups[static_cast<std::size_t>(g)].parent; };
        for (; a >= 0; a = parent(a)) {
            for (int up = b; up >= 0; up = parent(up)) {
                if (up == a) return a;
            }
        }
        return -1;
    }

    void add(const Scope& scope, int outer, std::size_t size, int number) {
        GraphGroup group;
        group.kind = scope.kind;
        group.parent = outer;
        group.size = size;
        group.turns = scope.kind == Scope::Kind::Loop ? scope.number : 0;
        group.title = scope.kind == Scope::Kind::Turn ? std::to_string(scope.number + 1) : titleOf(scope);
        group.key = (outer >= 0 ? out_.groups[static_cast<std::size_t>(outer)].key : std::string()) + "/" +
                    std::to_string(scope.span.begin) + "." + std::to_string(number);
        out_.groups.push_back(std::move(group));
        turn_.push_back(scope.kind == Scope::Kind::Turn ? scope.number : -1);
    }

    // The text of its first line.
    [[nodiscard]] std::string titleOf(const Scope& scope) const {
        std::string text(source_.slice(scope.span));
        if (const auto end = text.find('\n'); end != std::string::npos) text = text.substr(0, end) + "…";
        return text.empty() ? scope.name : text;
    }

    void fold(Level level) {
        for (GraphGroup& group : out_.groups) {
            group.folded = folds(group, level);
            if (const auto chosen = options_.fold.find(group.key); chosen != options_.fold.end()) group.folded = chosen->second;
        }
        elideMiddles();
        if (level == Level::Runs) foldRuns();
    }
    [[nodiscard]] static bool folds(const GraphGroup& group, Level level) {
        switch (group.kind) {
            case Scope::Kind::Operation: return group.size <= kSmallOperation || level >= Level::Calls;
            case Scope::Kind::Turn: return level >= Level::Turns && group.size > 1;
            case Scope::Kind::Loop: return level >= Level::Loops;
            case Scope::Kind::Call: return level >= Level::Calls;
            case Scope::Kind::Program: return false;
        }
        return false;
    }

    // The groups around a node, from the inside out.
    [[nodiscard]] std::vector<int> around(std::size_t node) const {
        std::vector<int> chain;
        for (int g = out_.groupOf[node]; g >= 0; g = out_.groups[static_cast<std::size_t>(g)].parent) chain.push_back(g);
        return chain;
    }
    // Whether a turn of the loop goes on with what another one computed. The steps of a training loop do not: each begins
    // anew from the parameters.
    [[nodiscard]] std::vector<bool> connectedLoops() const {
        std::vector<bool> connected(out_.groups.size(), false);
        for (std::size_t i = 0; i < shown_.size(); ++i) {
            if (!shown_[i] || out_.groupOf[i] < 0) continue;
            const std::vector<int> user = around(i);
            for (const NodeId operand : r_.tape.operands(NodeId(i))) {
                const std::vector<int> used = around(operand.index());
                for (std::size_t a = 0; a + 1 < user.size(); ++a) {
                    for (std::size_t b = 0; b + 1 < used.size(); ++b) {
                        const bool siblings = user[a + 1] == used[b + 1] && user[a] != used[b];
                        if (siblings) connected[static_cast<std::size_t>(user[a + 1])] = true;
                    }
                }
            }
        }
        return connected;
    }
    // Of a long loop the middle turns become one box beside the others; of one that begins anew all after the first.
    [[nodiscard]] static bool isElided(std::int64_t turn, std::int64_t turns, bool connected) {
        return connected ? turns > kTurnsShown && turn >= 2 && turn < turns - 2 : turns > 2 && turn >= 1;
    }

    void elideMiddles() {
        if (elided_) return;
        elided_ = true;
        const std::size_t before = out_.groups.size();
        const std::vector<bool> connected = connectedLoops();
        std::vector<int> middle(before, -1);
        for (std::size_t g = 0; g < before; ++g) {
            const int loop = out_.groups[g].parent;
            if (turn_[g] < 0 || loop < 0) continue;
            const GraphGroup owner = out_.groups[static_cast<std::size_t>(loop)];
            const bool chained = connected[static_cast<std::size_t>(loop)];
            if (!isElided(turn_[g], owner.turns, chained)) continue;
            int& box = middle[static_cast<std::size_t>(loop)];
            if (box < 0) {
                box = static_cast<int>(out_.groups.size());
                GraphGroup rest;
                rest.kind = Scope::Kind::Loop;
                rest.parent = loop;
                rest.folded = rest.elided = true;
                rest.turns = chained ? owner.turns - 4 : owner.turns - 1;
                rest.key = owner.key + "/middle";
                if (const auto chosen = options_.fold.find(rest.key); chosen != options_.fold.end()) rest.folded = chosen->second;
                out_.groups.push_back(std::move(rest));
                turn_.push_back(-1);
            }
            out_.groups[static_cast<std::size_t>(box)].size += out_.groups[g].size;
            out_.groups[g].parent = box;
        }
    }
    bool elided_ = false;

    // Nothing has a structure: so many in a row are one box.
    void foldRuns() {
        const std::size_t run = std::max(kRun, count() / std::max<std::size_t>(options_.most, 1) + 1);
        int box = -1;
        std::size_t inBox = 0;
        for (std::size_t i = 0; i < shown_.size(); ++i) {
            if (!shown_[i] || out_.groupOf[i] >= 0 || r_.tape.isConstant(NodeId(i)) || r_.tape.op(NodeId(i)) == Op::Input ||
                NodeId(i) == r_.output)
                continue;
            if (box < 0 || inBox == run) {
                box = static_cast<int>(out_.groups.size());
                inBox = 0;
                GraphGroup rest;
                rest.kind = Scope::Kind::Operation;
                rest.folded = rest.elided = true;
                rest.key = "/run" + std::to_string(i);
                if (const auto chosen = options_.fold.find(rest.key); chosen != options_.fold.end()) rest.folded = chosen->second;
                out_.groups.push_back(std::move(rest));
                turn_.push_back(-1);
            }
            out_.groupOf[i] = box;
            ++out_.groups[static_cast<std::size_t>(box)].size;
            ++inBox;
        }
    }

    // Boxes that would be drawn.
    [[nodiscard]] std::size_t count() const {
        std::vector<bool> seen(out_.groups.size(), false);
        std::size_t boxes = 0;
        for (std::size_t i = 0; i < shown_.size(); ++i) {
            if (!shown_[i]) continue;
            const int folded = out_.foldedAround(i);
            if (folded >= 0 && seen[static_cast<std::size_t>(folded)]) continue;
            if (folded >= 0) seen[static_cast<std::size_t>(folded)] = true;
            ++boxes;
        }
        return boxes;
    }
};

}  // namespace

int Folding::foldedAround(std::size_t node) const {
    int outermost = -1;
    for (int g = groupOf[node]; g >= 0; g = groups[static_cast<std::size_t>(g)].parent) {
        if (groups[static_cast<std::size_t>(g)].folded) outermost = g;
    }
    return outermost;
}

Folding foldingOf(const Recording& recording, const Source& source, const Scopes& scopes, const std::vector<bool>& shown,
                  const GraphOptions& options) {
    return Folder(recording, source, scopes, shown, options).run();
}

}  // namespace backstep
