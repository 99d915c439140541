// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/phasetrack.h"

#include <QtMath>

namespace backstep {
namespace {

constexpr double kGap = 8;

// Proportional widths with a floor: segments below their minimum get it, the others share what is left by their steps.
QVector<double> share(const QVector<double>& weights, QVector<double> minimums, double total) {
    double needed = 0;
    for (const double minimum : minimums) needed += minimum;
    if (needed > total) {
        for (double& minimum : minimums) minimum *= total / needed;
    }
    QVector<double> widths(weights.size(), 0);
    QVector<bool> fixed(weights.size(), false);
    for (bool again = true; again;) {
        again = false;
        double left = total;
        double weight = 0;
        for (qsizetype i = 0; i < weights.size(); ++i) (fixed[i] ? left -= minimums[i] : weight += weights[i]);
        for (qsizetype i = 0; i < weights.size(); ++i) {
            if (fixed[i]) continue;
            widths[i] = weight > 0 ? left * weights[i] / weight : 0;
            if (widths[i] >= minimums[i]) continue;
            widths[i] = minimums[i];
            fixed[i] = again = true;
            break;  // what is left for the others has changed
        }
    }
    return widths;
}

}  // namespace

PhaseTrack::PhaseTrack(const QVector<PhaseBar>& phases, double width, const QVector<double>& minimumWidths) {
    if (phases.isEmpty() || width <= 0) return;
    const auto gaps = static_cast<double>(phases.size() - 1);
    const double gap = gaps > 0 ? qMin(kGap, width * 0.25 / gaps) : 0;
    QVector<double> weights;
    int before = 0;
    for (const PhaseBar& phase : phases) {
        weights.append(qMax(1, phase.last - before));
        before = phase.last;
    }
    const QVector<double> widths = share(weights, minimumWidths, width - gap * gaps);
    double left = 0;
    before = 0;
    for (qsizetype i = 0; i < phases.size(); ++i) {
        segments_.append({left, widths[i], before, phases[i].last});
        before = phases[i].last;
        left += widths[i] + gap;
    }
}

int PhaseTrack::segmentOf(int stop) const {
    for (qsizetype i = 0; i < segments_.size(); ++i) {
        if (stop <= segments_[i].last) return int(i);
    }
    return int(segments_.size()) - 1;
}

double PhaseTrack::xOf(int stop) const {
    const int at = segmentOf(stop);
    if (at < 0) return 0;
    const Segment& segment = segments_[at];
    const double share = double(stop - segment.before) / qMax(1, segment.last - segment.before);
    return segment.left + segment.width * qBound(0.0, share, 1.0);
}

int PhaseTrack::stopAt(double x) const {
    for (const Segment& segment : segments_) {
        if (x > segment.left + segment.width && &segment != &segments_.last()) continue;
        const double share = segment.width > 0 ? (x - segment.left) / segment.width : 0;
        const int stop = segment.before + qRound(qBound(0.0, share, 1.0) * (segment.last - segment.before));
        return stop;
    }
    return 0;
}

}  // namespace backstep
