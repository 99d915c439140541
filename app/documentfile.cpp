// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documentfile.h"

#include <utility>

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace backstep {

DocumentFile::DocumentFile(QString lockFolder, QObject* parent) : QObject(parent), lockFolder_(std::move(lockFolder)) {
    later_.setSingleShot(true);
    later_.setInterval(150);
    // Editors write a new file in the old one's place: the folder tells of it, and the name has to be watched again.
    const auto soon = [this] { later_.start(); };
    connect(&watcher_, &QFileSystemWatcher::fileChanged, this, soon);
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, soon);
    connect(&later_, &QTimer::timeout, this, [this] {
        watch();
        emit changedOnDisk();
    });
}

QString DocumentFile::standardFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/open");
}

void DocumentFile::watch() {
    if (path_.isEmpty()) return;
    if (QFileInfo::exists(path_) && !watcher_.files().contains(path_)) watcher_.addPath(path_);
}

// The lock lies not beside the document, where it would be in the way, but is called after it. It goes with its process.
void DocumentFile::setPath(const QString& path) {
    later_.stop();
    if (path == path_) return watch();
    if (!watcher_.files().isEmpty()) watcher_.removePaths(watcher_.files());
    if (!watcher_.directories().isEmpty()) watcher_.removePaths(watcher_.directories());
    lock_.reset();
    elsewhere_ = false;
    path_ = path;
    if (path_.isEmpty()) return;
    watch();
    watcher_.addPath(QFileInfo(path_).absolutePath());
    const QString real = QFileInfo(path_).canonicalFilePath();
    const QByteArray name = QCryptographicHash::hash((real.isEmpty() ? path_ : real).toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    if (!QDir().mkpath(lockFolder_)) return;
    lock_ = std::make_unique<QLockFile>(lockFolder_ + QLatin1Char('/') + QString::fromLatin1(name) + QStringLiteral(".lock"));
    lock_->setStaleLockTime(0);  // as long as its process lives, however long that is
    if (lock_->tryLock(0)) return;
    elsewhere_ = lock_->error() == QLockFile::LockFailedError;
    lock_.reset();
}

}  // namespace backstep
