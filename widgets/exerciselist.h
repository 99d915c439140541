// SPDX-License-Identifier: GPL-3.0-or-later
// The exercises there are, what is done of each, and which one is next.
#pragma once

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace backstep {

struct ExerciseEntry {
    QString path, id, title, about;
    int tasks = 0;
    int done = 0;
    bool faulty = false;
    bool teachers = false;  // of a teacher's folder
};

class ExerciseList : public QWidget {
    Q_OBJECT

public:
    explicit ExerciseList(QWidget* parent = nullptr);
    void setEntries(const QList<ExerciseEntry>& entries);
    [[nodiscard]] const QList<ExerciseEntry>& entries() const { return entries_; }
    // The first that is not done; −1: all are.
    [[nodiscard]] int next() const;

signals:
    void opened(const QString& path);

private:
    QList<ExerciseEntry> entries_;
    QLabel* summary_;
    QTreeWidget* tree_;
};

}  // namespace backstep
