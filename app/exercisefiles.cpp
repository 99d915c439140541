// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exercisefiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "engine/exercise/exercise.h"

// In a static library nothing pulls the resources in by itself; the macro wants to stand outside every namespace.
static void initExercises() { Q_INIT_RESOURCE(exercises); }

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ExerciseFiles)
};

constexpr qsizetype kMostFiles = 500;

}  // namespace

QStringList shippedExercises() {
    initExercises();
    QStringList paths;
    const QDir folder(QStringLiteral(":/exercises"));
    for (const QString& name : folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) paths << folder.filePath(name);
    return paths;
}

QStringList exercisesIn(const QString& folder) {
    QStringList paths;
    const QDir dir(folder);
    for (const QString& name : dir.entryList({QStringLiteral("*.md")}, QDir::Files | QDir::Readable, QDir::Name).mid(0, kMostFiles))
        paths << dir.filePath(name);
    return paths;
}

std::optional<Source> readExerciseFile(const QString& path, QString* why) {
    const auto fail = [&](const QString& said) {
        if (why != nullptr) *why = said;
        return std::nullopt;
    };
    const QFileInfo info(path);
    if (!info.exists()) return fail(Words::tr("%1 does not exist.").arg(path));
    if (!info.isFile()) return fail(Words::tr("%1 is no file.").arg(path));
    if (info.size() > static_cast<qint64>(exercise::kMaxFileBytes))
        return fail(Words::tr("%1 is larger than %2 KiB.").arg(path).arg(exercise::kMaxFileBytes / 1024));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(Words::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    const QByteArray bytes = file.read(static_cast<qint64>(exercise::kMaxFileBytes) + 1);
    if (file.error() != QFileDevice::NoError) return fail(Words::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    return Source(bytes.toStdString(), path.toStdString());
}

}  // namespace backstep
