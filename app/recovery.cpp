// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recovery.h"

#include <algorithm>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include "app/export.h"
#include "app/sessionfile.h"

namespace backstep {
namespace {

constexpr int kPause = 1000;   // milliseconds after the last change
constexpr int kLatest = 2000;  // after the first that is not kept

QString lockOf(const QString& file) { return file + QStringLiteral(".lock"); }

}  // namespace

Recovery::Recovery(const QString& folder, std::function<Document()> current, QObject* parent)
    : QObject(parent), current_(std::move(current)) {
    for (QTimer* timer : {&pause_, &latest_}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &Recovery::keepNow);
    }
    pause_.setInterval(kPause);
    latest_.setInterval(kLatest);
    if (folder.isEmpty()) return;
    file_ = folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".backstep");
    lock_ = std::make_unique<QLockFile>(lockOf(file_));
    lock_->setStaleLockTime(0);  // while its process lives it is ours
    if (!lock_->tryLock(0)) file_.clear();
}

Recovery::~Recovery() { keepWaiting(); }

void Recovery::keepWaiting() {
    if (pause_.isActive() || latest_.isActive()) keepNow();
}

void Recovery::noticeChange() {
    pause_.start();
    if (!latest_.isActive()) latest_.start();
}

void Recovery::keepNow() {
    pause_.stop();
    latest_.stop();
    if (file_.isEmpty()) return;
    // Nothing is said of a failure: nobody asked for it, and saving will say it.
    static_cast<void>(writeWhole(file_, documentText(current_())));
}

void Recovery::forget() {
    pause_.stop();
    latest_.stop();
    if (!file_.isEmpty()) QFile::remove(file_);
}

QString Recovery::standardFolder() {
    QString state = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(state)) state = QDir::homePath() + QStringLiteral("/.local/state");
    const QString folder = state + QStringLiteral("/backstep/recovery");
    return QDir().mkpath(folder) ? folder : QString();
}

std::vector<Recovery::Lost> Recovery::lostIn(const QString& folder) {
    std::vector<Lost> lost;
    if (folder.isEmpty()) return lost;
    for (const QFileInfo& info : QDir(folder).entryInfoList({QStringLiteral("*.backstep")}, QDir::Files, QDir::Time)) {
        QLockFile lock(lockOf(info.filePath()));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0)) continue;  // another window has it
        const ReadDocument read = readDocument(readRegularFile(info.filePath()).bytes);
        if (!read.document) continue;
        lost.push_back(
            {info.filePath(), info.lastModified(), read.document->state.text.trimmed().section(QLatin1Char('\n'), 0, 0).left(80)});
    }
    return lost;
}

std::optional<Document> Recovery::take(const Lost& lost) {
    auto document = readDocument(readRegularFile(lost.file).bytes).document;
    if (document) discard(lost);
    return document;
}

void Recovery::discard(const Lost& lost) {
    QFile::remove(lost.file);
    QFile::remove(lockOf(lost.file));
}

}  // namespace backstep
