// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exerciseprogress.h"

#include <QRandomGenerator>
#include <QSettings>

namespace backstep {
namespace {

QString keyOf(const std::string& exercise, const std::string& task = {}) {
    const QString key = QStringLiteral("exercises/") + QString::fromStdString(exercise);
    return task.empty() ? key : key + QLatin1Char('/') + QString::fromStdString(task);
}

constexpr auto kSeed = "exerciseSeed";

}  // namespace

TaskProgress ExerciseProgress::of(const std::string& exercise, const std::string& task) {
    QSettings settings;
    settings.beginGroup(keyOf(exercise, task));
    TaskProgress out;
    out.done = settings.value(QStringLiteral("done"), false).toBool();
    out.hints = settings.value(QStringLiteral("hints"), 0).toInt();
    out.tries = settings.value(QStringLiteral("tries"), 0).toInt();
    out.answer.text = settings.value(QStringLiteral("answer")).toString().toStdString();
    const QVariantMap cells = settings.value(QStringLiteral("cells")).toMap();
    for (auto it = cells.begin(); it != cells.end(); ++it) out.answer.cells[it.key().toStdString()] = it.value().toString().toStdString();
    return out;
}

void ExerciseProgress::keep(const std::string& exercise, const std::string& task, const TaskProgress& progress) {
    QSettings settings;
    settings.beginGroup(keyOf(exercise, task));
    settings.setValue(QStringLiteral("done"), progress.done);
    settings.setValue(QStringLiteral("hints"), progress.hints);
    settings.setValue(QStringLiteral("tries"), progress.tries);
    settings.setValue(QStringLiteral("answer"), QString::fromStdString(progress.answer.text));
    QVariantMap cells;
    for (const auto& [name, text] : progress.answer.cells) cells[QString::fromStdString(name)] = QString::fromStdString(text);
    settings.setValue(QStringLiteral("cells"), cells);
}

void ExerciseProgress::reset(const std::string& exercise) { QSettings().remove(keyOf(exercise)); }

int ExerciseProgress::done(const exercise::Exercise& exercise) {
    int count = 0;
    for (const exercise::Task& task : exercise.tasks) count += of(exercise.id, task.id).done;
    return count;
}

quint64 ExerciseProgress::seed() {
    QSettings settings;
    const QString key = QLatin1String(kSeed);
    if (!settings.contains(key)) settings.setValue(key, static_cast<quint64>(QRandomGenerator::global()->bounded(1, 1'000'000)));
    return settings.value(key).toULongLong();
}

void ExerciseProgress::setSeed(quint64 seed) { QSettings().setValue(QLatin1String(kSeed), seed); }

}  // namespace backstep
