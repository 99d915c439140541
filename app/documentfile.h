// SPDX-License-Identifier: GPL-3.0-or-later
// The file that a window has open: whether another window has it too, and whether somebody else writes to it.
#pragma once

#include <memory>

#include <QFileSystemWatcher>
#include <QLockFile>
#include <QObject>
#include <QTimer>

namespace backstep {

class DocumentFile : public QObject {
    Q_OBJECT

public:
    explicit DocumentFile(QString lockFolder, QObject* parent = nullptr);
    void setPath(const QString& path);  // empty: none
    [[nodiscard]] bool isOpenElsewhere() const { return elsewhere_; }
    // Where the locks of all windows are.
    [[nodiscard]] static QString standardFolder();

signals:
    void changedOnDisk();  // perhaps by ourselves: compare it

private:
    QString lockFolder_;
    QString path_;
    QFileSystemWatcher watcher_;
    QTimer later_;  // editors write in several steps
    std::unique_ptr<QLockFile> lock_;
    bool elsewhere_ = false;
    void watch();
};

}  // namespace backstep
