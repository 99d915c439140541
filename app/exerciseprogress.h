// SPDX-License-Identifier: GPL-3.0-or-later
// What a student has done, kept in the settings: by the exercise's id, then the task's.
#pragma once

#include "widgets/exercisetask.h"

namespace backstep {

class ExerciseProgress {
public:
    [[nodiscard]] static TaskProgress of(const std::string& exercise, const std::string& task);
    static void keep(const std::string& exercise, const std::string& task, const TaskProgress& progress);
    static void reset(const std::string& exercise);
    [[nodiscard]] static int done(const exercise::Exercise& exercise);
    // The student's own number: drawn once, and the same for all exercises.
    [[nodiscard]] static quint64 seed();
    static void setSeed(quint64 seed);
};

}  // namespace backstep
