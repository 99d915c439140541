// SPDX-License-Identifier: GPL-3.0-or-later
// Lets a screen reader hear a slider in the words of what it stands for: "step 8 of 16", "2.5", not "position 700".
#pragma once

#include <QString>

namespace backstep {

// Implemented by a QWidget beside its widget base class.
class SpokenRange {
public:
    virtual ~SpokenRange() = default;
    [[nodiscard]] virtual double spokenValue() const = 0;
    [[nodiscard]] virtual double spokenMinimum() const = 0;
    [[nodiscard]] virtual double spokenMaximum() const = 0;
    [[nodiscard]] virtual double spokenStep() const = 0;
    [[nodiscard]] virtual QString spokenText() const = 0;
    virtual void speakValue(double value) = 0;  // the screen reader's wish for a new value
};

// Call in the constructor of such a widget; installs the factory the first time.
void makeRangesAccessible();

}  // namespace backstep
