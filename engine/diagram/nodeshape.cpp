// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/nodeshape.h"

#include <algorithm>
#include <cmath>

#include "engine/base/numbers.h"
#include "engine/diagram/metrics.h"
#include "engine/timeline/tensorterms.h"

namespace backstep {
namespace {

constexpr double kHeight = 60;
constexpr double kMostTitle = 230;
constexpr double kTensorColumn = 92;
constexpr std::size_t kCellColumns = 12;
constexpr std::size_t kCellRows = 4;
constexpr double kCellHeight = 18;  // of the whole picture
constexpr double kFaintest = 0.10;

// Two columns that hold four digits and a minus sign each.
double leastWidth() { return 2 * (textWidth(kWidestNumber, kNumberSize, true) + 16); }

double titleWidth(const GraphNode& node) {
    double width = textWidth(node.name, kTitleSize, true);
    if (!node.expression.empty()) width += textWidth(" = " + node.expression, kTitleSize, false);
    if (!node.shape.empty()) width += textWidth("  " + node.shape, kSmallSize, false);
    return width;
}

// Rows and columns of the picture: the last dimension runs to the right, all others down.
struct Grid {
    std::int64_t rows = 1, columns = 1;
};
Grid gridOf(const Tensor& value) {
    Grid grid;
    if (value.dims() > 0) grid.columns = value.shape().back();
    for (std::size_t i = 0; i + 1 < value.dims(); ++i) grid.rows *= value.shape()[i];
    return grid;
}

double largest(const Tensor& value) {
    double most = 0;
    for (const double number : value.numbers()) {
        if (std::isfinite(number)) most = std::max(most, std::fabs(number));
    }
    return most;
}

void drawCell(Group& group, const Rect& rect, double number, double most, Ink ink) {
    if (!std::isfinite(number)) {
        group.items.push_back({BoxShape{rect, 1, true, Ink::error, {Ink::error, 0, {}}}, 0.9});
        return;
    }
    const double share = most > 0 ? std::fabs(number) / most : 0;
    const double opacity = kFaintest + (1 - kFaintest) * share;
    if (number < 0) {
        const Rect inner{rect.x + 0.75, rect.y + 0.75, rect.width - 1.5, rect.height - 1.5};
        group.items.push_back({BoxShape{inner, 1, false, ink, {ink, 1.5, {}}}, std::max(opacity, 0.3)});
    } else {
        group.items.push_back({BoxShape{rect, 1, true, ink, {ink, 0, {}}}, opacity});
    }
}

void drawPicture(Group& group, const Tensor& value, Point middle, double width, Ink ink) {
    const Grid grid = gridOf(value);
    const auto columns = std::min<std::int64_t>(grid.columns, kCellColumns), rows = std::min<std::int64_t>(grid.rows, kCellRows);
    if (columns == 0 || rows == 0) return;
    const bool more = columns < grid.columns || rows < grid.rows;
    const double room = width - (more ? 14 : 0);
    const double cell = std::min(room / static_cast<double>(columns), kCellHeight);
    const double height = kCellHeight / static_cast<double>(rows);
    const double left = middle.x - (cell * static_cast<double>(columns) + (more ? 12 : 0)) / 2;
    const double top = middle.y - 4.5 - kCellHeight / 2;
    const double most = largest(value);
    for (std::int64_t r = 0; r < rows; ++r) {
        for (std::int64_t c = 0; c < columns; ++c) {
            const Rect rect{left + static_cast<double>(c) * cell + 0.5, top + static_cast<double>(r) * height + 0.5, cell - 1, height - 1};
            drawCell(group, rect, value.at(r * grid.columns + c), most, ink);
        }
    }
    if (more)
        group.items.push_back(
            {TextShape{
                 {left + cell * static_cast<double>(columns) + 2, middle.y}, Anchor::start, kSmallSize, {{"…", false, false, Ink::quiet}}},
             1});
}

}  // namespace

Size sizeOfNode(const GraphNode& node) {
    using Kind = GraphNode::Kind;
    if (node.kind == Kind::Constant) return {std::max(28.0, textWidth(node.name, kNumberSize) + 12), 24};
    const double extra = node.kind == Kind::Input ? 12 : node.kind == Kind::Output ? 8 : 0;
    const double columns = node.kind == Kind::Data ? kTensorColumn + 2 * kNodePadding
                           : node.shape.empty()    ? leastWidth()
                                                   : 2 * (kTensorColumn + 10);
    const double width = std::max(columns, std::min(titleWidth(node), kMostTitle) + 2 * kNodePadding);
    return {width + extra, node.kind == Kind::Output ? kHeight + 6 : kHeight};
}

double columnOfNode(const GraphNode& node, double width) {
    if (node.kind == GraphNode::Kind::Data) return width - 2 * kNodePadding;
    return width / 2 - (width > leastWidth() + 24 ? kNodePadding : 8);
}

std::string fittedNumber(double value, double width, double size) {
    for (int digits = kNodeDigits; digits > 1; --digits) {
        std::string shown = significant(value, digits);
        if (textWidth(shown, size, true) <= width) return shown;
    }
    return significant(value, 1);
}

void drawValue(Group& group, const Tensor& value, Point middle, double width, Ink ink, bool bold) {
    const auto text = [&](std::string shown) {
        group.items.push_back({TextShape{middle, Anchor::middle, kNumberSize, {{std::move(shown), bold, false, ink}}}, 1});
    };
    if (value.isScalar()) return text(fittedNumber(value.item(), width - 4));
    if (value.size() <= 6 && value.dims() == 1) {
        for (int digits = kNodeDigits; digits > 1; --digits) {
            std::string shown = tensorText(value, digits);
            if (textWidth(shown, kNumberSize, true) <= width) return text(std::move(shown));
        }
    }
    if (value.size() == 0) return text("[]");
    drawPicture(group, value, middle, width, ink == Ink::text ? Ink::forward : ink == Ink::backwardText ? Ink::backward : ink);
}

}  // namespace backstep
