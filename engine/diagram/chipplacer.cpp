// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/chipplacer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>

#include "engine/diagram/labelplacer.h"

namespace backstep {
namespace {

constexpr std::array kGaps{9.0, 14.0, 20.0, 28.0, 40.0, 56.0, 76.0};  // from the path to the chip
constexpr double kClear = 3;                                          // around the chip
constexpr int kOverNode = 60;                                         // weights of Occupancy: a node is never covered, its own path hardly
constexpr int kOverPath = 4;
constexpr int kOverEdge = 1;
constexpr double kBehind = 150;  // px of detour that standing behind another edge is worth
constexpr double kBehindNode = 2000;
constexpr double kAbroad = 2;            // each px outside of home counts this much
constexpr double kClose = 24;            // farther away, or behind an edge, a leader shows where the chip belongs
constexpr double kReach = 500;           // along the path, from its middle
constexpr double kWindow = 82;           // around the path and the chip: what lies farther away is not looked at
constexpr std::size_t kMostLines = 200;  // in the window: where more run there is no clear place, and looking on would not find one

// Curves that run together along an axis agree but for rounding.
constexpr double kHair = 1.0 / 1024;
double onHair(double at) { return std::round(at / kHair) * kHair; }

struct Side {
    double x, y;  // from the path to the chip's near side: −1, 0 or 1
};
constexpr std::array kSides{Side{1, 0}, Side{-1, 0}, Side{0, -1}, Side{0, 1}};

Rect boundsOf(const ChipPlacer::Path& path) {
    double left = HUGE_VAL, top = HUGE_VAL, right = -HUGE_VAL, bottom = -HUGE_VAL;
    for (const Point p : path) {
        left = std::min(left, p.x);
        right = std::max(right, p.x);
        top = std::min(top, p.y);
        bottom = std::max(bottom, p.y);
    }
    return {left, top, right - left, bottom - top};
}

Rect boxAround(Point a, Point b) { return {std::min(a.x, b.x), std::min(a.y, b.y), std::fabs(a.x - b.x), std::fabs(a.y - b.y)}; }

// A hair's breadth larger: a line along an axis has some width, too.
Rect boxOf(Point a, Point b) {
    return {std::min(a.x, b.x) - 1, std::min(a.y, b.y) - 1, std::fabs(a.x - b.x) + 2, std::fabs(a.y - b.y) + 2};
}

Rect grown(const Rect& r, double x, double y) { return {r.x - x, r.y - y, r.width + 2 * x, r.height + 2 * y}; }
Rect moved(const Rect& r, Point by) { return {r.x - by.x, r.y - by.y, r.width, r.height}; }

ChipPlacer::Path moved(ChipPlacer::Path path, Point by) {
    for (Point& p : path) p = {p.x - by.x, p.y - by.y};
    return path;
}

// The point this share of the way along.
Point alongPath(const ChipPlacer::Path& path, double share) {
    double length = 0;
    for (std::size_t i = 1; i < path.size(); ++i) length += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
    double left = length * share;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const double piece = std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
        if (piece > 0 && left <= piece) {
            const double t = left / piece;
            return {path[i - 1].x + (path[i].x - path[i - 1].x) * t, path[i - 1].y + (path[i].y - path[i - 1].y) * t};
        }
        left -= piece;
    }
    return path.back();
}

// What lies within `reach` of the middle, along the path: beside a long edge a chip is looked for there only.
ChipPlacer::Path middleOf(const ChipPlacer::Path& path, double reach) {
    double length = 0;
    for (std::size_t i = 1; i < path.size(); ++i) length += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
    if (length <= 2 * reach) return path;
    const double first = 0.5 - reach / length, last = 0.5 + reach / length;
    ChipPlacer::Path middle{alongPath(path, first)};
    double before = 0;
    for (std::size_t i = 1; i < path.size(); ++i) {
        before += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
        if (before > first * length && before < last * length) middle.push_back(path[i]);
    }
    middle.push_back(alongPath(path, last));
    return middle;
}

// From a tenth of the way along the path to nine tenths.
constexpr std::size_t kShares = 17;
double shareOf(std::size_t i) { return 0.1 + 0.05 * static_cast<double>(i); }

// Where a chip may stand beside any path, in paths' and chips' own terms.
struct Stand {
    std::size_t share;  // of the way along the path: of kShares
    Side side;
    double gap;
    double shift;    // along the path, in chips
    double penalty;  // for where it lies along the path
};

// On all four sides of points along the path, level with them or shifted along: those that are liked best first.
const std::vector<Stand>& stands() {
    static const std::vector<Stand> all = [] {
        std::vector<Stand> out;
        for (std::size_t share = 0; share < kShares; ++share) {
            for (const Side side : kSides) {
                const double aside = side.x == 1 ? 0 : side.x == -1 ? 3 : 6;
                for (const double gap : kGaps) {
                    for (const double shift : {0.0, -0.35, 0.35})
                        out.push_back(
                            {share, side, gap, shift, 3 * gap + 40 * std::fabs(shareOf(share) - 0.5) + 10 * std::fabs(shift) + aside});
                }
            }
        }
        std::stable_sort(out.begin(), out.end(), [](const Stand& a, const Stand& b) { return a.penalty < b.penalty; });
        return out;
    }();
    return all;
}

struct Spot {
    Rect rect;
    std::array<Point, 2> leader;
    double gap = 0;
};

Spot spotAt(const Stand& s, Point at, Size chip) {
    const Point centre{at.x + s.side.x * (s.gap + chip.width / 2) + (s.side.x == 0 ? s.shift * chip.width : 0),
                       at.y + s.side.y * (s.gap + chip.height / 2) + (s.side.y == 0 ? s.shift * chip.height : 0)};
    return {{centre.x - chip.width / 2, centre.y - chip.height / 2, chip.width, chip.height},
            {at, Point{at.x + s.side.x * s.gap, at.y + s.side.y * s.gap}},
            s.gap};
}

double beyond(const Rect& r, const Rect& home) {
    return std::max({home.x - r.x, r.right() - home.right(), 0.0}) + std::max({home.y - r.y, r.bottom() - home.bottom(), 0.0});
}

struct Choice {
    Spot spot;
    bool behind = false;  // another edge, or a node
};

// The spot that costs least; what cannot win any more is not looked at. `corner` is where the grids begin.
Choice bestSpot(const ChipPlacer::Path& path, Size chip, const Occupancy& taken, const Occupancy& foreign, Point corner, const Rect& within,
                const Rect& home) {
    const Rect room = grown(within, kClear, kClear);
    std::array<Point, kShares> along;
    for (std::size_t i = 0; i < kShares; ++i) along[i] = alongPath(path, shareOf(i));
    Choice best{spotAt(stands().front(), along[stands().front().share], chip), false};
    std::pair least{HUGE_VAL, HUGE_VAL};  // cost, and of equals the penalty
    for (const Stand& stand : stands()) {
        if (stand.penalty > least.first) break;
        const Spot spot = spotAt(stand, along[stand.share], chip);
        const Rect rect = grown(spot.rect, kClear, kClear);
        const double alone = stand.penalty + kAbroad * beyond(spot.rect, home);
        if (alone > least.first || !isWithin(rect, room)) continue;
        const int crossed = foreign.under(moved(boxAround(spot.leader[0], spot.leader[1]), corner));
        const double behind = crossed >= kOverNode ? kBehindNode : crossed > 0 ? kBehind : 0;
        const double penalty = alone + behind;
        if (penalty > least.first) continue;
        const std::pair cost{penalty + kPenaltyPerCell * taken.under(moved(rect, corner)), penalty};
        if (cost < least) best = {spot, crossed > 0}, least = cost;
    }
    return best;
}

using Ends = std::array<double, 4>;
struct HashOfEnds {
    std::size_t operator()(const Ends& ends) const {
        std::uint64_t hash = 0;
        for (const double at : ends) hash = (hash ^ std::bit_cast<std::uint64_t>(at)) * 0x9E37'79B9'7F4A'7C15U, hash ^= hash >> 29;
        return hash;
    }
};

}  // namespace

ChipPlacer::ChipPlacer(std::vector<Rect> nodes, const std::vector<Path>& edges)
    : nodes_(std::move(nodes)), pieces_(piecesOf(edges)), nodesNear_(nodes_), piecesNear_(boxesOf(pieces_)) {}

// Of pieces along one line, which overlap where edges run together: the same line in parts that do not, each once.
void ChipPlacer::addApart(bool upright, double at, const std::vector<Run>& runs, std::vector<Piece>& out) {
    struct End {
        double where;
        bool begins;
        std::size_t edge;
    };
    std::vector<End> ends;
    for (const Run& run : runs) {
        ends.push_back({run.low, true, run.edge});
        ends.push_back({run.high, false, run.edge});
    }
    std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.where < b.where; });
    std::size_t count = 0, sum = 0, first = out.size();  // of the edges that run here; the sum of one is its number
    double from = 0;
    for (const End& end : ends) {
        if (count > 0 && end.where > from) {
            const Point begin = upright ? Point{at, from} : Point{from, at}, stop = upright ? Point{at, end.where} : Point{end.where, at};
            const bool goesOn = out.size() > first && out.back().shared && count > 1 && out.back().to == begin;
            if (goesOn) out.back().to = stop;
            else out.push_back({begin, stop, sum, count > 1});
        }
        from = end.where;
        count = end.begins ? count + 1 : count - 1;
        sum = end.begins ? sum + end.edge : sum - end.edge;
    }
}

std::vector<ChipPlacer::Piece> ChipPlacer::piecesOf(const std::vector<Path>& edges) {
    std::vector<Piece> pieces;
    std::unordered_map<Ends, std::size_t, HashOfEnds> known;
    std::map<double, std::vector<Run>> upright, level;
    for (std::size_t edge = 0; edge < edges.size(); ++edge) {
        for (std::size_t i = 1; i < edges[edge].size(); ++i) {
            const Point from = edges[edge][i - 1], to = edges[edge][i];
            if (std::fabs(from.x - to.x) < kHair) {
                upright[onHair(from.x)].push_back({std::min(from.y, to.y), std::max(from.y, to.y), edge});
            } else if (std::fabs(from.y - to.y) < kHair) {
                level[onHair(from.y)].push_back({std::min(from.x, to.x), std::max(from.x, to.x), edge});
            } else {
                const auto [at, added] = known.emplace(Ends{from.x, from.y, to.x, to.y}, pieces.size());
                if (added) pieces.push_back({from, to, edge, false});
                else pieces[at->second].shared = true;
            }
        }
    }
    for (const auto& [at, runs] : upright) addApart(true, at, runs, pieces);
    for (const auto& [at, runs] : level) addApart(false, at, runs, pieces);
    return pieces;
}

std::vector<Rect> ChipPlacer::boxesOf(const std::vector<Piece>& pieces) {
    std::vector<Rect> boxes;
    boxes.reserve(pieces.size());
    for (const Piece& piece : pieces) boxes.push_back(boxOf(piece.from, piece.to));
    return boxes;
}

// All happens in a window around the path, so that a large graph costs no more than a small one.
ChipPlacer::Place ChipPlacer::place(Size chip, const Path& whole, std::size_t own, const Rect& within, const Rect& home) const {
    const Path path = middleOf(whole, kReach);
    const Rect window = grown(boundsOf(path), chip.width + kWindow, chip.height + kWindow);
    const Point corner{window.x, window.y};
    Occupancy taken({window.width, window.height});
    Occupancy foreign({window.width, window.height});
    std::size_t lines = 0;
    piecesNear_.visit(window, [&](std::size_t i) {
        const Piece& piece = pieces_[i];
        if (lines > kMostLines || !boxOf(piece.from, piece.to).intersects(window)) return;
        ++lines;
        const Path line = moved({piece.from, piece.to}, corner);
        taken.addLine(line, kOverEdge);
        if (piece.edge != own || piece.shared) foreign.addLine(line, kOverEdge);
    });
    taken.addLine(moved(path, corner), kOverPath);
    nodesNear_.visit(window, [&](std::size_t i) {
        if (!nodes_[i].intersects(window)) return;
        taken.addRect(moved(nodes_[i], corner), kOverNode);
        foreign.addRect(moved(nodes_[i], corner), kOverNode);
    });
    const auto [spot, behind] = bestSpot(path, chip, taken, foreign, corner, within, home);
    return {spot.rect, behind || spot.gap > kClose ? Path(spot.leader.begin(), spot.leader.end()) : Path{}};
}

}  // namespace backstep
