// SPDX-License-Identifier: GPL-3.0-or-later
// One page of an exercise: its prose and its tasks, in the order of the file.
#pragma once

#include <QScrollArea>

#include "widgets/exercisetask.h"

namespace backstep {

class ExercisePage : public QScrollArea {
    Q_OBJECT

public:
    using Progress = std::function<TaskProgress(std::size_t)>;
    ExercisePage(const std::shared_ptr<const exercise::Sheet>& sheet, std::size_t page, const QString& language,
                 const ExerciseTask::Host& host, const Progress& progress, QWidget* parent = nullptr);

    [[nodiscard]] ExerciseTask* task(std::size_t task) const;
    [[nodiscard]] const std::vector<std::size_t>& tasks() const { return tasks_; }
    // The last thing that the page shows, as its pieces count them; 0: nothing.
    [[nodiscard]] std::size_t firstShow() const { return firstShow_; }

signals:
    void answered(std::size_t task, const backstep::exercise::Answer& answer);
    void progressed(std::size_t task);
    void walkRequested(std::size_t task);
    void showRequested(std::size_t show);

private:
    std::vector<std::size_t> tasks_;
    std::map<std::size_t, ExerciseTask*> widgets_;
    std::size_t firstShow_ = 0;
};

}  // namespace backstep
