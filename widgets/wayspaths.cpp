// SPDX-License-Identifier: GPL-3.0-or-later
// Every path from an input to the output, and their sum. A row that is chosen lights its edges up in the graph.
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QVBoxLayout>

#include "engine/base/numbers.h"
#include "engine/timeline/tensorterms.h"
#include "widgets/appearance.h"
#include "widgets/gridmodel.h"
#include "widgets/mathlabel.h"
#include "widgets/wayspages.h"
#include "widgets/waywords.h"

namespace backstep {
namespace {

// ∂f/∂v₄ · ∂v₄/∂x and, where these are numbers, what they are; of tensors what the rule of each sends on.
std::vector<Notation> productOf(const Ways& ways, const Path& path) {
    const Recording& r = ways.snapshot->recording;
    const Source& source = ways.snapshot->source;
    const auto mark = [](Notation::Kind kind, const char* text) { return markOf(kind, text); };
    std::vector<Notation> symbols, numbers;
    for (std::size_t i = 0; i < path.edges.size(); ++i) {
        const WayEdge& edge = ways.reach.edges[path.edges[i]];
        if (i > 0) symbols.push_back(mark(Notation::Kind::binary, "·"));
        Notation fraction;
        fraction.kind = Notation::Kind::fraction;
        for (const NodeId id : {edge.value, edge.to}) {
            fraction.children.push_back(rowOf({mark(Notation::Kind::prefix, "∂"), nameTerm(r, source, id).notation}));
        }
        symbols.push_back(std::move(fraction));
        if (i >= path.partials.size()) continue;
        if (i > 0) numbers.push_back(mark(Notation::Kind::binary, "·"));
        Notation number = tensorNotation(path.partials[i].isScalar() ? path.partials[i] : Tensor(path.partials[i].at(0)), kCardDigits,
                                         Ink::text, edge.value);
        numbers.push_back(path.partials[i].at(0) < 0 && i > 0 ? bracketed(std::move(number)) : std::move(number));
    }
    if (!path.partials.empty()) {
        const double seed = ways.seed.at(0);
        if (seed != 1) {
            numbers.insert(numbers.begin(), mark(Notation::Kind::binary, "·"));
            numbers.insert(numbers.begin(), tensorNotation(Tensor(seed), kCardDigits));
        }
        numbers.insert(numbers.begin(), mark(Notation::Kind::relation, "="));
        numbers.push_back(mark(Notation::Kind::relation, "="));
        numbers.push_back(tensorNotation(path.contribution, kCardDigits, Ink::backwardText));
        return {rowOf(std::move(symbols)), rowOf(std::move(numbers))};
    }
    // What the rules send, one a line: v̄₃ = v̄₄ @ Wᵀ.
    std::vector<Notation> lines;
    for (const std::uint32_t e : path.edges) {
        const WayEdge& edge = ways.reach.edges[e];
        const auto operands = r.tape.operands(edge.node);
        const auto bar = [&](NodeId id) {
            Notation n;
            n.kind = Notation::Kind::bar;
            n.children.push_back(nameTerm(r, source, id).notation);
            return n;
        };
        const auto termOf = [&](char letter) -> Term {
            const auto i = static_cast<std::size_t>(letter - 'a');
            if (letter == 'g') return {bar(edge.value), Term::Grip::Atom, {}};
            return nameTerm(r, source, letter == 'y' || i >= operands.size() ? edge.node : operands[i]);
        };
        std::optional<Term> product = shapedProduct(r.tape.op(edge.node), edge.operand, termOf);
        if (!product && hasPartial(r.tape, edge.node, edge.operand)) {
            Term partial = partialTerm(r, source, edge.node, edge.operand);
            const Term adjoint{bar(edge.value), Term::Grip::Atom, {}};
            product = toPlainText(partial.notation) == "1" ? adjoint : applied(Op::Mul, {adjoint, std::move(partial)}, true);
        }
        std::vector<Notation> line{bar(edge.to), mark(Notation::Kind::relation, "←")};
        if (product) line.push_back(std::move(product->notation));
        else
            line.push_back(rowOf({bar(edge.value), mark(Notation::Kind::upright, "\u2009"),
                                  markOf(Notation::Kind::upright, "· ∂" + std::string(infoOf(r.tape.op(edge.node)).name))}));
        lines.push_back(rowOf(std::move(line)));
    }
    return lines;
}

}  // namespace

PathsPage::PathsPage(QWidget* parent) : WaysPage(parent) {
    says_ = addLabel(QStringLiteral("pathsSay"), false);
    grid_ = new GridView(QStringLiteral("pathsGrid"), tr("Paths"), this);
    grid_->setElastic(0);
    grid_->setMostRows(44);
    column_->addWidget(grid_, 1);
    product_ = new MathLabel(this);
    product_->setObjectName(QStringLiteral("pathProduct"));
    product_->setPixelSize(16);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(6, 0, 6, 0);
    row->addWidget(product_);
    column_->addLayout(row);
    column_->addStretch(0);
    connect(grid_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { choose(current.row()); });
    connect(grid_, &GridView::pressed, this, [this](int row, int) { choose(row); });
    grid_->setSelectionBehavior(QAbstractItemView::SelectRows);
}

void PathsPage::refresh() {
    const Paths& paths = ways_->paths;
    const QString leaf = name(paths.leaf.valid() ? paths.leaf : ways_->leaf), root = name(ways_->root);
    const int chosen = chosen_;
    if (!paths.leaf.valid() || paths.count == 0) {
        says_->setText(tr("No path leads from %1 to %2.").arg(leaf, root));
    } else if (static_cast<double>(paths.shown.size()) < paths.count) {
        const QString which = paths.numeric ? tr("These are the %1 with the largest products; the others are added up below.")
                                            : tr("These are the first %1; the others are added up below.");
        says_->setText(tr("%1 paths lead from %2 to %3.").arg(wayCount(paths.count), leaf, root) + QLatin1Char(' ') +
                       which.arg(paths.shown.size()));
    } else if (paths.count == 1) {
        says_->setText((paths.numeric ? tr("One path leads from %1 to %2: its product is the gradient.")
                                      : tr("One path leads from %1 to %2: what arrives over it is the gradient."))
                           .arg(leaf, root));
    } else {
        says_->setText((paths.numeric ? tr("%1 paths lead from %2 to %3. Their products add up to the gradient.")
                                      : tr("%1 paths lead from %2 to %3. What arrives over them adds up to the gradient."))
                           .arg(wayCount(paths.count), leaf, root));
    }
    QVector<QVector<GridCell>> rows;
    const auto number = [](const Tensor& value, Ink ink, bool strong) {
        return GridCell{wayValue(value), ink, strong, true, false, false, QString::fromStdString(exactTensorText(value))};
    };
    for (const Path& path : paths.shown) {
        const QString names = pathNames(*ways_, path);
        QStringList shapes;
        for (std::size_t i = path.edges.size(); i-- > 0 && !paths.numeric;) {
            const std::string shape = shapeText(ways_->snapshot->recording.tape.value(ways_->reach.edges[path.edges[i]].value));
            shapes << (shape.empty() ? tr("number", "the shape of a value that is one number") : QString::fromStdString(shape));
        }
        const std::string from = shapeText(ways_->snapshot->recording.tape.value(paths.leaf));
        if (!shapes.isEmpty())
            shapes.prepend(from.empty() ? tr("number", "the shape of a value that is one number") : QString::fromStdString(from));
        rows.append({GridCell{names, Ink::text, false, false, false, false,
                              shapes.isEmpty() ? names : names + QLatin1Char('\n') + shapes.join(QStringLiteral(" → "))},
                     number(path.contribution, Ink::text, false)});
    }
    if (paths.rest) rows.append({GridCell{tr("all other paths"), Ink::quiet, false, false}, number(*paths.rest, Ink::quiet, false)});
    if (paths.gradient)
        rows.append({GridCell{tr("sum: the gradient of %1").arg(leaf), Ink::backwardText, true, false},
                     number(*paths.gradient, Ink::backwardText, true)});
    grid_->grid()->setHeaders({tr("path"), paths.numeric ? tr("product") : tr("arrives over it")});
    const bool sameCount = grid_->grid()->rowCount() == static_cast<int>(rows.size());
    grid_->grid()->setRows(std::move(rows));
    grid_->setVisible(paths.leaf.valid());
    choose(sameCount ? chosen : -1);
}

void PathsPage::choose(int row) {
    const bool path = ways_ && row >= 0 && row < static_cast<int>(ways_->paths.shown.size());
    chosen_ = path ? row : -1;
    QVector<int> edges;
    std::vector<Notation> lines;
    if (path) {
        const Path& chosen = ways_->paths.shown[static_cast<std::size_t>(row)];
        for (const std::uint32_t e : chosen.edges) {
            const int drawn = drawnEdge(ways_->snapshot->graph, ways_->reach.edges[e]);
            if (drawn >= 0 && !edges.contains(drawn)) edges.append(drawn);
        }
        constexpr std::size_t kMostFactors = 24;
        if (chosen.edges.size() <= kMostFactors) lines = productOf(*ways_, chosen);
    }
    product_->setLines(std::move(lines));
    product_->setVisible(path);
    if (isVisible() || edges.isEmpty()) emit edgesChosen(edges);
}

void PathsPage::hideEvent(QHideEvent* event) {
    WaysPage::hideEvent(event);
    emit edgesChosen({});
}

void PathsPage::showEvent(QShowEvent* event) {
    WaysPage::showEvent(event);
    if (ways_) choose(chosen_);
}

}  // namespace backstep
