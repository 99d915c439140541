// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions from files, which come from anywhere: a clear answer for everything, nothing taken on trust.
#pragma once

#include <optional>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include "engine/export/session.h"

namespace backstep {

inline constexpr qint64 kMostSessionBytes = qint64{8} * 1024 * 1024;

struct SessionRead {
    std::optional<SavedSession> session;
    QString fault;         // why there is none
    QStringList warnings;  // what was put right
};

// Whether the bytes mean to be a session: JSON that begins with {, or a picture or page of ours.
[[nodiscard]] bool looksLikeSession(const QByteArray& bytes);

// The session's own JSON, or the one that an SVG, a PNG or a page carries.
[[nodiscard]] SessionRead readSession(const QByteArray& bytes);

// The bytes of a regular file of at most `most` bytes. A pipe or a device is none, and a larger file is not begun.
struct FileRead {
    QByteArray bytes;
    QString fault;
};
[[nodiscard]] FileRead readRegularFile(const QString& path, qint64 most = kMostSessionBytes);

}  // namespace backstep
