// SPDX-License-Identifier: GPL-3.0-or-later
// Where on a track of some width each stop of a run lies: one segment per phase, as wide as it has steps, but never
// too narrow to be read. Plain geometry, so that it can be tested without a window.
#pragma once

#include <QString>
#include <QVector>

#include "engine/base/ink.h"

namespace backstep {

struct PhaseBar {
    QString title;
    int first = 0;  // stops of this phase, both ends included
    int last = 0;
    Ink ink = Ink::forward;
    friend bool operator==(const PhaseBar&, const PhaseBar&) = default;
};

class PhaseTrack {
public:
    struct Segment {
        double left = 0;
        double width = 0;
        int before = 0;  // the stop at its left end: the last one of the phase before
        int last = 0;
    };

    PhaseTrack() = default;
    // minimumWidths: what each segment needs for its label; shrunk together when there is no room.
    PhaseTrack(const QVector<PhaseBar>& phases, double width, const QVector<double>& minimumWidths);

    [[nodiscard]] const QVector<Segment>& segments() const { return segments_; }
    [[nodiscard]] double xOf(int stop) const;
    [[nodiscard]] int stopAt(double x) const;
    [[nodiscard]] int segmentOf(int stop) const;  // -1 when there is none

private:
    QVector<Segment> segments_;
};

}  // namespace backstep
