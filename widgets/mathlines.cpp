// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mathlines.h"

#include <algorithm>
#include <utility>

#include <QString>

#include "widgets/mathlayout.h"
#include "widgets/mathopening.h"

namespace backstep {
namespace {

using Kind = Notation::Kind;

// Where a line may end, from the best place to the worst.
enum class Level : std::uint8_t { relation, sum, product, neighbour, opened };

bool isProductSign(const Notation& n) { return n.text == "·" || n.text == "×" || n.text == "/"; }

bool mayBreakBefore(const Notation& left, const Notation& right, Level level) {
    switch (level) {
        case Level::relation: return right.kind == Kind::relation;
        case Level::sum: return right.kind == Kind::binary && !isProductSign(right);
        case Level::product: return right.kind == Kind::binary;
        case Level::neighbour: {
            const bool clings =
                left.kind == Kind::prefix || left.kind == Kind::upright || left.kind == Kind::relation || left.kind == Kind::binary;
            return !clings && right.kind != Kind::paren && right.kind != Kind::upright;
        }
        case Level::opened: return right.text != ", ";  // a comma ends a line and begins none
    }
    return false;
}

// A run of neighbours with the widths that it takes on a line; any stretch of it is measured by two subtractions.
class Run {
public:
    Run(std::vector<Notation> parts, double size) : parts_(std::move(parts)), starts_(parts_.size()), ends_(parts_.size()) {
        double x = 0;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (i > 0) x += gapBetween(parts_[i - 1], parts_[i], size);
            const MathBox box = layOut(parts_[i], size);
            starts_[i] = x;
            x += box.width() + box.lean();
            ends_[i] = x;
        }
    }
    [[nodiscard]] const Notation& at(std::size_t i) const { return parts_[i]; }
    [[nodiscard]] std::size_t size() const { return parts_.size(); }
    [[nodiscard]] double width(std::size_t from, std::size_t to) const { return from < to ? ends_[to - 1] - starts_[from] : 0; }
    [[nodiscard]] double start(std::size_t i) const { return starts_[i]; }

private:
    std::vector<Notation> parts_;
    std::vector<double> starts_, ends_;
};

class Breaker {
public:
    Breaker(double size, double width) : size_(size), width_(width), hang_(1.2 * size), beyond_(2.3 * size) {}

    std::vector<MathLine> run(const Notation& notation) {
        Notation whole = notation;
        if (notation.kind != Kind::row) {
            whole = Notation();
            whole.children = {notation};
        }
        const Run all(flattened(whole), size_);
        setHang(all);
        place(all, 0, all.size(), Level::relation, 0);
        finishLine();
        return std::move(lines_);
    }

private:
    double size_, width_;
    double hang_, beyond_;  // indents of a later line: that begins with a relation, that does not
    std::vector<MathLine> lines_;
    std::vector<Notation> line_;
    double used_ = 0;

    // At the first relation, unless that is far to the right: then the later lines would have no room.
    void setHang(const Run& all) {
        std::size_t first = 0;
        while (first < all.size() && all.at(first).kind != Kind::relation) ++first;
        if (first == all.size()) {
            hang_ = beyond_ = std::min(1.2 * size_, 0.2 * width_);
            return;
        }
        const double at = all.start(first);
        hang_ = at <= 0.35 * width_ ? at : std::min(1.2 * size_, 0.1 * width_);
        beyond_ = std::min(hang_ + all.width(first, first + 1) + 0.28 * size_, 0.45 * width_);
    }

    [[nodiscard]] double indentFor(const Notation& first) const {
        if (lines_.empty()) return 0;
        return first.kind == Kind::relation ? hang_ : beyond_;
    }

    void place(const Run& run, std::size_t from, std::size_t to, Level level, int depth) {
        const double width = run.width(from, to);
        if (fits(run.at(from), width)) return append(run, from, to);
        if (!line_.empty() && fitsAlone(run.at(from), width)) {
            finishLine();
            return append(run, from, to);
        }
        if (from + 1 == to) return placeOne(run, from, depth);
        for (std::size_t begin = from; begin < to;) {
            std::size_t end = begin + 1;
            while (end < to && !mayBreakBefore(run.at(end - 1), run.at(end), level)) ++end;
            if (level == Level::opened && begin == from && end == to) end = begin + 1;  // what is too wide with its comma
            place(run, begin, end, level == Level::opened ? level : static_cast<Level>(static_cast<int>(level) + 1), depth);
            begin = end;
        }
    }

    // One thing that is wider than a line: opened if it can be, otherwise set smaller by itself.
    void placeOne(const Run& run, std::size_t at, int depth) {
        constexpr int kDeepest = 12;
        const double room = width_ - beyond_;
        const std::vector<Notation> inside =
            depth < kDeepest ? opened(run.at(at), run.width(at, at + 1) / std::max(1.0, room)) : std::vector<Notation>();
        if (inside.size() > 1) {
            const Run parts(inside, size_);
            return place(parts, 0, parts.size(), Level::relation, depth + 1);
        }
        if (!line_.empty()) finishLine();
        append(run, at, at + 1);
    }

    [[nodiscard]] bool fitsAlone(const Notation& first, double width) const {
        const double indent = lines_.empty() && line_.empty() ? 0 : first.kind == Kind::relation ? hang_ : beyond_;
        return indent + width <= width_;
    }
    [[nodiscard]] bool fits(const Notation& first, double width) const {
        if (line_.empty()) return indentFor(first) + width <= width_;
        return used_ + gapBetween(line_.back(), first, size_) + width <= width_;
    }
    void append(const Run& run, std::size_t from, std::size_t to) {
        if (from == to) return;
        used_ = line_.empty() ? indentFor(run.at(from)) : used_ + gapBetween(line_.back(), run.at(from), size_);
        used_ += run.width(from, to);
        for (std::size_t i = from; i < to; ++i) line_.push_back(run.at(i));
    }
    void finishLine() {
        if (line_.empty()) return;
        MathLine done;
        done.indent = indentFor(line_.front());
        Notation row;
        row.children = std::move(line_);
        line_.clear();
        used_ = 0;
        done.box = MathBox(row, size_);
        for (double size = size_; done.box.width() > width_ - done.indent && size > 4; size *= 0.93) done.box = MathBox(row, size);
        lines_.push_back(std::move(done));
    }
};

}  // namespace

std::vector<MathLine> breakIntoLines(const Notation& notation, double pixelSize, double width) {
    if (notation.kind == Kind::row && notation.children.empty()) return {};
    return Breaker(pixelSize, std::max(width, 2 * pixelSize)).run(notation);
}

}  // namespace backstep
