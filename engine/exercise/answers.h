// SPDX-License-Identifier: GPL-3.0-or-later
// A file of answers, and its grading.
//
//   exercise = "shared-operand"     # which one; optional
//   seed = 7                        # the student's seed; 0 without it
//   [answers]
//   first = "2.5"                   # by the id of the task: a number, an expression, a letter, a program …
//   both = ["a", "c"]               # several choices
//   [answers.sweep]                 # a sweep by the names of its nodes, a table by "row,column"
//   v1 = 1
#pragma once

#include "engine/exercise/sheet.h"

namespace backstep::exercise {

struct Answers {
    std::string exercise;
    std::uint64_t seed = 0;
    std::vector<std::pair<std::size_t, Answer>> given;  // task, answer
    Faults faults;
};

[[nodiscard]] Answers readAnswers(const Source& source, const Exercise& exercise);
// The same file, written: what the window hands in.
[[nodiscard]] std::string writeAnswers(const Exercise& exercise, std::uint64_t seed, const std::map<std::size_t, Answer>& given);

}  // namespace backstep::exercise
