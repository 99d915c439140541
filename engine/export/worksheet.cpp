// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/worksheet.h"

#include <algorithm>
#include <vector>

#include "engine/autodiff/sweep.h"
#include "engine/base/numbers.h"
#include "engine/diagram/metrics.h"
#include "engine/export/compose.h"
#include "engine/timeline/terms.h"

namespace backstep {
namespace {

constexpr double kLeastWidth = 680;
constexpr double kSide = 24;
constexpr double kTitleSize = 18;
constexpr double kTextSize = 13;
constexpr double kRow = 30;
constexpr double kBlankHeight = 22;
constexpr double kLongBlank = 120;
constexpr double kShortBlank = 72;

Item textAt(Point at, double size, std::string text, Ink ink, bool bold = false, Anchor anchor = Anchor::start) {
    return {TextShape{at, anchor, size, {{std::move(text), bold, false, ink}}}, 1, Part::none};
}
Item emptyBox(Rect rect) { return {BoxShape{rect, 4, false, Ink::pane, {Ink::quiet, 1, {}}}, 1, Part::none}; }

// One local derivative that is asked for: ∂v₃/∂x = cos x = −0.4161.
struct Row {
    std::string left, expression, number;
};

class Sheet {
public:
    Sheet(WorksheetSubject subject, const WorksheetOptions& options, const WorksheetWords& words)
        : s_(std::move(subject)), tape_(s_.recording.tape), o_(options), w_(words), width_(std::max(kLeastWidth, s_.picture.size.width)) {}

    Diagram run() {
        out_.title = title() + ": " + s_.heading;
        head();
        graph();
        if (o_.partials) section(w_.local, localRows());
        section(w_.gradient, gradientRows());
        out_.size = {width_, y_ + kSide};
        return std::move(out_);
    }

private:
    WorksheetSubject s_;
    const Tape& tape_;
    const WorksheetOptions& o_;
    const WorksheetWords& w_;
    double width_;
    double y_ = kSide;
    Diagram out_;

    [[nodiscard]] std::string title() const { return o_.key ? w_.key : w_.worksheet; }
    [[nodiscard]] bool reverse() const {
        return !s_.state.sweep().valid() || s_.recording.log.sweeps[s_.state.sweep()].mode == SweepMode::Reverse;
    }
    [[nodiscard]] std::string nameOf(NodeId id) const { return toPlainText(nameTerm(s_.recording, s_.source, id).notation); }

    [[nodiscard]] std::string task() const {
        std::string what;
        const auto add = [&](bool blank, const std::string& text) {
            if (blank) what += (what.empty() ? "" : ", ") + text;
        };
        add(!o_.values.empty(), w_.values);
        add(!o_.derivatives.empty(), reverse() ? w_.adjoints : w_.tangents);
        add(o_.partials, w_.partials);
        std::string out = w_.task;
        if (const std::size_t at = out.find("%1"); at != std::string::npos) out.replace(at, 2, what);
        return out;
    }

    void head() {
        Group group{"sheet-head", "heading", title() + ". " + s_.heading, {}, {}, false, {}};
        y_ += ascent(kTitleSize);
        group.items.push_back(textAt({kSide, y_}, kTitleSize, title(), Ink::text, true));
        if (!o_.key) {
            double x = width_ - kSide - 300;
            for (const auto& [word, line] : {std::pair(w_.name, 150.0), std::pair(w_.date, 70.0)}) {
                group.items.push_back(textAt({x, y_}, 12, word, Ink::quiet));
                x += textWidth(word, 12) + 6;
                group.items.push_back({PathShape{{{x, y_ + 3}, {x + line, y_ + 3}}, false, {Ink::quiet, 1, {}}, 0}, 1, Part::none});
                x += line + 12;
            }
        }
        for (const auto& [text, size, ink] : {std::tuple(s_.heading, 15.0, Ink::text), std::tuple(s_.point, kTextSize, Ink::text),
                                              std::tuple(o_.key ? std::string() : task(), kTextSize, Ink::quiet)}) {
            for (std::string& line : brokenLines(text, width_ - 2 * kSide, size)) {
                y_ += size + 11;
                group.items.push_back(textAt({kSide, y_}, size, std::move(line), ink));
            }
        }
        y_ += 12;
        out_.groups.push_back(std::move(group));
    }

    // The picture at rest: no step is at hand, and what is asked for is a box.
    void graph() {
        std::vector<Group> groups;
        for (Group& group : s_.picture.groups) {
            if (group.role == "flow" || group.role == "chip") continue;
            if (group.role == "edge" && group.items.size() > 1) group.items.resize(1);
            for (Item& item : group.items) calm(item, group.role == "edge");
            if (group.node.valid()) blank(group);
            groups.push_back(std::move(group));
        }
        moveGroups(groups, (width_ - s_.picture.size.width) / 2, y_, {});
        out_.groups.insert(out_.groups.end(), std::make_move_iterator(groups.begin()), std::make_move_iterator(groups.end()));
        y_ += s_.picture.size.height;
    }
    static void calm(Item& item, bool edge) {
        if (edge) item.opacity = 0.8;
        auto* box = std::get_if<BoxShape>(&item.shape);
        if (box == nullptr) return;
        if (box->stroke.width > 2) box->stroke = {Ink::outline, 1.3, {}};
        else if (box->stroke.ink == Ink::backward || box->stroke.ink == Ink::tangent) box->stroke.ink = Ink::outline;
        if (box->fill == Ink::backwardWash) box->fill = Ink::pane;
    }
    void blank(Group& group) const {
        bool any = false;
        for (Item& item : group.items) {
            const bool asked = (item.part == Part::value && o_.values.contains(group.node)) ||
                               (item.part == Part::derivative && o_.derivatives.contains(group.node));
            auto* text = std::get_if<TextShape>(&item.shape);
            if (text == nullptr || !asked) continue;
            any = true;
            if (o_.key) {
                text->runs[0].bold = true;
                continue;
            }
            item = emptyBox({text->at.x - 28, text->at.y - 14, 56, 19});
        }
        if (any && !o_.key) group.title = group.title.substr(0, group.title.find(','));  // a title must not say the answer
    }

    [[nodiscard]] std::vector<Row> localRows() const {
        std::vector<Row> rows;
        for (std::size_t i = s_.graph.edges.size(); i > 0; --i) {  // as the sweep goes: the last operation first
            const GraphEdge& edge = s_.graph.edges[i - 1];
            const NodeId user = edge.user.valid() ? edge.user : s_.graph.nodes[edge.to].node;
            const auto scalar = [&](NodeId id) { return tape_.value(id).isScalar(); };
            const auto operands = tape_.operands(user);
            if (edge.operand >= operands.size() || edge.cut) continue;
            const NodeId by = operands[edge.operand];
            if (!scalar(user) || !isElementwise(tape_.op(user)) || !tape_.requiresGrad(by) ||
                !std::all_of(operands.begin(), operands.end(), scalar))
                continue;
            const double number = localPartial(tape_, user, edge.operand).item();
            std::string shown = significant(number, kCardDigits);
            std::string expression = toPlainText(partialTerm(s_.recording, s_.source, user, edge.operand).notation);
            if (expression == shown) expression.clear();
            rows.push_back({"∂" + nameOf(user) + "/∂" + nameOf(by), std::move(expression), std::move(shown)});
        }
        return rows;
    }

    [[nodiscard]] std::vector<Row> gradientRows() const {
        std::vector<Row> rows;
        if (!reverse()) return rows;
        for (const NodeId input : s_.recording.inputs) {
            const auto& adjoint = s_.state.derivative(input);
            if (!adjoint || !adjoint->isScalar()) continue;
            rows.push_back({"∂" + s_.recording.function + "/∂" + nameOf(input), {}, significant(adjoint->item(), kCardDigits)});
        }
        return rows;
    }

    void section(const std::string& heading, const std::vector<Row>& rows) {
        if (rows.empty()) return;
        y_ += 24;
        Group head{"sheet-" + std::to_string(out_.groups.size()), "heading", heading, {}, {}, false, {}};
        head.items.push_back(textAt({kSide, y_}, kTextSize, heading, Ink::quiet));
        out_.groups.push_back(std::move(head));
        y_ += 8;
        const double column = (width_ - 2 * kSide) / 2;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            row(rows[i], kSide + (i % 2 == 0 ? 0 : column), y_, column);
            if (i % 2 == 1 || i + 1 == rows.size()) y_ += kRow;
        }
    }

    void row(const Row& row, double x, double y, double column) {
        const double baseline = y + kRow / 2 + capHeight(kTextSize) / 2;
        Group group{"sheet-" + std::to_string(out_.groups.size()), "question", row.left, {}, {x, y, column, kRow}, false, {}};
        const auto words = [&](const std::string& text, Ink ink, bool bold = false) {
            group.items.push_back(textAt({x, baseline}, kTextSize, text, ink, bold));
            x += textWidth(text, kTextSize, bold);
        };
        const auto answer = [&](const std::string& text, double width) {
            words(" = ", Ink::text);
            if (o_.key) return words(text, Ink::backwardText, true);
            group.items.push_back(emptyBox({x + 2, y + (kRow - kBlankHeight) / 2, width, kBlankHeight}));
            x += width + 4;
        };
        words(row.left, Ink::text);
        if (!row.expression.empty()) answer(elideMiddle(row.expression, column - 180, kTextSize, true), kLongBlank);
        answer(row.number, kShortBlank);
        out_.groups.push_back(std::move(group));
    }
};

}  // namespace

WorksheetOptions ordinaryWorksheet(const Graph& graph, const Recording& recording) {
    WorksheetOptions options;
    std::set<NodeId> roots;
    for (const Sweep& sweep : recording.log.sweeps) roots.insert(sweep.root);
    for (const GraphNode& node : graph.nodes) {
        const bool given = node.kind == GraphNode::Kind::Constant || node.kind == GraphNode::Kind::Data;
        if (!given && !roots.contains(node.node)) options.derivatives.insert(node.node);
    }
    return options;
}

Diagram worksheet(WorksheetSubject subject, const WorksheetOptions& options, const WorksheetWords& words) {
    return Sheet(std::move(subject), options, words).run();
}

}  // namespace backstep
