// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of the plane a plot shows. The chart says so, until the reader zooms or pans; then the reader is ahead of
// the charts, which are sampled elsewhere and arrive later.
#pragma once

#include <optional>

#include <QElapsedTimer>

#include "engine/sampling/chart.h"

namespace backstep {

struct PlotRange {
    double lo = -5;
    double hi = 5;
    // The value at a share of the way from lo to hi; no step of it overflows.
    [[nodiscard]] double at(double share) const { return lo * (1 - share) + hi * share; }
    friend bool operator==(const PlotRange&, const PlotRange&) = default;
};

class PlotRanges {
public:
    [[nodiscard]] PlotRange x() const { return x_; }
    [[nodiscard]] PlotRange y() const { return y_; }
    [[nodiscard]] bool isYByHand() const { return yByHand_; }

    void adopt(const Chart& chart);
    void reset();  // the next chart decides again

    // Each says whether anything changed: at the limits of what can be told apart it does not. The value at `share` stays.
    bool zoomX(double share, double factor);
    bool zoomY(double share, double factor);
    bool panX(const PlotRange& from, double share);  // by a share of the width of `from`, where the pan began
    bool panY(const PlotRange& from, double share);

private:
    bool changeX(const PlotRange& wanted);

    PlotRange x_, y_;
    bool yByHand_ = false;
    std::optional<PlotRange> asked_;  // the reader's range, until a chart of it arrives
    QElapsedTimer since_;
    std::string subject_;
};

}  // namespace backstep
